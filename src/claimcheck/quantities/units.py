"""Units: what stands behind a number, and how one unit turns into another.

claimcheck.quantities.lexicon knows the surface forms and the frozen factors.
`python -m claimcheck.quantities.units` asks pint again and rewrites factors.json, which is what is
read: run it after each change of units.toml. Only there is pint imported, and nowhere else in
claimcheck. Counted nouns (carriages, people) are no units and are read elsewhere. Spans are
half-open and count code points of the text as given.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from claimcheck.errors import ClaimcheckError
from claimcheck.quantities.lexicon import (
    BRACKETS,
    GAP,
    HEAD,
    RATE_AHEAD,
    TOKEN,
    WINDOW,
    Factor,
    Unit,
    catalogue,
    keys,
    source,
    unfolded,
)

__all__ = [
    "Unit",
    "UnitMatch",
    "MoneySign",
    "Refusal",
    "UnknownUnit",
    "IncompatibleUnits",
    "unit",
    "base_unit",
    "quotient",
    "affine",
    "convert",
    "match_unit",
    "match_rate",
    "money_sign",
    "freeze",
    "written",
]


class UnknownUnit(ClaimcheckError, KeyError):
    """No unit, or no dimension, has this `name`."""

    def __init__(self, name: str) -> None:
        super().__init__(f"unknown unit {name!r}", next_step="Add it to quantities/units.toml")
        self.name = name


class IncompatibleUnits(ClaimcheckError, ValueError):
    """The two units measure different things, or are different countries' money."""

    def __init__(self, from_unit: Unit, to_unit: Unit) -> None:
        said = (f"{unit.name} ({unit.dimension})" for unit in (from_unit, to_unit))
        super().__init__("cannot convert " + " to ".join(said))
        self.from_unit, self.to_unit = from_unit, to_unit


class UnitMatch(NamedTuple):
    """A unit as written: `text[start:end] == surface`. `unsure` says what else it may be, or "".

    The number counts 10 ** `scale` of the unit: 6 in "30 MUSD" and "2 mbpd", 9 in "3 bcf".
    """

    unit: Unit
    start: int
    end: int
    surface: str
    unsure: str = ""
    scale: int = 0


class MoneySign(NamedTuple):
    """The currency before a number, where its sign starts, and the power of ten it counts in."""

    code: str
    start: int
    scale: int = 0


class Refusal(NamedTuple):
    """A surface form at `[start, end)` that its context cancels, and why.

    The number before it stands, as in "5 in Baghdad", unless the refusal `spoils` that as well: "8
    p.m." is a clock time. It counts 10 ** `scale` where the form is short for that: "5m people".
    """

    reason: str
    start: int
    end: int
    spoils: bool
    scale: int = 0


# ------------------------------------------------------------------------------------ conversion


@lru_cache(4096)
def unit(name: str) -> Unit:
    """The unit of this name, a quotient such as "oil_barrel/day", or a power such as "second**2".

    Raises UnknownUnit.
    """
    return catalogue().units.get(name) or quotient(name)


def quotient(name: str) -> Unit:
    """The unit "A/B" made from A and B: a mile/second is a speed, a ton/week just "mass/time".

    A product below the line is in brackets, as pint wants it: "EUR/(kilowatt*hour)".
    """
    above, slash, below = name.rpartition("/")
    if not slash:
        return power(name)
    over, under = unit(above), unit(below.removeprefix("(").removesuffix(")"))
    parts = f"{over.dimension}/{under.dimension}"
    dimension = catalogue().quotients.get(parts, parts)
    base_over, _, base_under = base_unit(dimension).rpartition("/")
    base = unit(base_over).factor / unit(base_under).factor
    return Unit(name, dimension, over.factor / under.factor / base)


def power(name: str) -> Unit:
    """The unit "A**n" where the table has none: "second**2" measures "time**2"."""
    one, stars, exponent = name.rpartition("**")
    if not stars or not exponent.isdigit():
        raise UnknownUnit(name)
    root = unit(one)
    return Unit(name, f"{root.dimension}**{exponent}", root.factor ** int(exponent))


def base_unit(dimension: str) -> str:
    """The name of the unit that a dimension's values are compared in. Raises UnknownUnit."""
    if (base := catalogue().bases.get(dimension)) is not None:
        return base
    over, slash, under = dimension.rpartition("/")
    if slash:
        return f"{base_unit(over)}/{base_unit(under)}"
    root, stars, exponent = dimension.rpartition("**")
    if not stars:
        raise UnknownUnit(dimension)
    return f"{base_unit(root)}**{exponent}"


@cache
def affine(from_unit: str, to_unit: str) -> tuple[float, float]:
    """(factor, offset): `value * factor + offset` turns `from_unit` into `to_unit`, also in bulk.

    Raises UnknownUnit, or IncompatibleUnits where the dimensions differ.
    """
    old, new = unit(from_unit), unit(to_unit)
    if old.dimension != new.dimension:
        raise IncompatibleUnits(old, new)
    return old.factor / new.factor, (old.offset - new.offset) / new.factor


def convert(value: float, from_unit: str, to_unit: str, *, difference: bool = False) -> float:
    """`value` of `from_unit` in `to_unit`; infinities stay what they are.

    A `difference` of temperatures ("2 degrees Celsius warmer") takes no offset. Raises as `affine`.
    """
    factor, offset = affine(from_unit, to_unit)
    return value * factor if difference else value * factor + offset


# --------------------------------------------------------------------------------------- reading

_head = HEAD.match
_new = tuple.__new__
_BLANKS = frozenset(" \xa0\u202f\u2009")
_SPACED_HYPHEN = " - "
# "(kg)", "[kg]", "<kg>" right behind a number; a lone letter in brackets is mostly no unit.
_BRACKETED = re.compile(r"[(\[{<]\s?([^\W\d_][^()\[\]{}<>\n]{1,14}|[mglWKV%$£€¥°])\s?[)\]}>]")
_POWERS = {mark: n for n, marks in enumerate(("1¹", "2²", "3³", "4⁴"), 1) for mark in marks}
# What may follow a symbol: "s-1", "cm⁻³", "m^2". A hyphen is a minus only in the few that are said
# so, for "5 m-2" is half a range.
_POWER = re.compile(r"(?:\^|\*\*)?([-−–⁻]?)([1-4¹²³⁴])(?!\w)")
_HYPHEN_IS_MINUS = frozenset({"s", "cm", "fb"})
_FACTOR = re.compile(r"[ \xa0\u2009\u202f·⋅*]?([A-Za-zµμ]{1,3})\^?[-−–⁻]([1-4¹²³⁴])(?!\w)")
_MARKS = frozenset("'\"’”′″")  # 'per "A" share' is per no inch
_ANNUM = re.compile(r"\s?p\.\s?a\b\.?|\s?p/a\b|\spa(?=[.,;)]|\s?\Z)")
_per = re.compile(GAP + r"(?:[/⁄]|(?:per|an?|each|every|pa|p)\b)", re.IGNORECASE).match


def match_unit(text: str, position: int, end: int | None = None) -> UnitMatch | Refusal | None:
    """The longest unit at `position`, just behind a number (and its "million"); rates included.

    One hyphen, a blank or a line break may come first: "50km/h", "26-mile", "50 miles an hour".
    Nothing is read beyond `end`, though vetoes look further. `text` must keep its case: MW is not
    mW. None: no unit's form stands here. Refusal: one does, and its context cancels it.
    """
    step = _head(text, position) if end is None else _head(text, position, end)
    if step is None:
        return None
    book, token = catalogue(), step[1]
    plain = book.plain.get(token)
    if plain is None:
        if token.lower() not in book.reach:
            return None
        plain = book.learn(token)
    if plain is not None and end is None:
        # The short way, for the many forms that mean one thing whatever stands around them.
        start, stop = step.span(1)
        ahead = text[stop : stop + 2]
        joined = ahead[:1]
        longer = (
            joined in plain.near
            or ahead in plain.next
            or (start - position > 2 and text.startswith(_SPACED_HYPHEN, position))
            or (plain.raised and joined in _BLANKS and _FACTOR.match(text, stop))
        )
        if not longer:
            found: UnitMatch = _new(
                UnitMatch, (plain.unit, start, stop, token, plain.unsure, plain.scale)
            )
            rated = (joined == "/" or ahead in RATE_AHEAD) and _per(text, stop)
            return _with_rate(text, found, None) if rated else found
    read = _read(text, position, end, trusted=False)
    return _with_rate(text, read, end) if isinstance(read, UnitMatch) else read


def _with_rate(text: str, found: UnitMatch, end: int | None) -> UnitMatch:
    rate = match_rate(text, found.end, found.unit, end)
    if rate is None:
        return found
    surface = text[found.start : rate.end]
    unsure = found.unsure or rate.unsure
    return UnitMatch(rate.unit, found.start, rate.end, surface, unsure, found.scale)


def match_rate(
    text: str, position: int, numerator: Unit, end: int | None = None
) -> UnitMatch | None:
    """What `numerator` is per, at `position`: "per barrel" behind "$58.24" makes USD/oil_barrel.

    The span begins at the connective. A second one is followed: "per hectare per year".
    """
    ahead = text[position : position + 2]
    if (ahead not in RATE_AHEAD and ahead[:1] != "/") or not _per(text, position):
        return None
    book, rate = catalogue(), None
    for _ in range(2):
        limit = _limit(text, position, end)
        if annum := _ANNUM.match(text, position, limit):
            start, stop, below = annum.end() - len(annum[0].lstrip()), annum.end(), unit("year")
            unsure = ""
        else:
            step = TOKEN.match(text, position, limit)
            trusted = book.per.get(step[1].lower()) if step else None
            if step is None or trusted is None:
                break
            under = _read(text, step.end(), end, trusted=trusted)
            if not isinstance(under, UnitMatch) or under.scale or under.surface in _MARKS:
                break
            start, stop = step.start(1), under.end
            if not trusted and any(veto.cancels(text, start, stop) for veto in book.rate_vetoes):
                break
            below, unsure = under.unit, under.unsure
        position = stop
        numerator = _quotient(numerator.name, below.name)
        start, unsure = (rate.start, rate.unsure or unsure) if rate else (start, unsure)
        rate = UnitMatch(numerator, start, position, text[start:position], unsure)
    return rate


@lru_cache(4096)  # a hostile text can write rates without end
def _quotient(over: str, under: str) -> Unit:
    product = under.replace("**", "").count("*")
    return unit(f"{over}/({under})" if product else f"{over}/{under}")


def _limit(text: str, position: int, end: int | None) -> int:
    return min(position + WINDOW, len(text) if end is None else end)


def _read(
    text: str, position: int, end: int | None, *, trusted: bool
) -> UnitMatch | Refusal | None:
    """The longest unit without its rate; `trusted`, its plainest reading and no veto."""
    book, limit = catalogue(), _limit(text, position, end)
    step = TOKEN.match(text, position, limit)
    reach = book.reach.get(step[1].lower()) if step else None
    if step is None or reach is None:
        return None
    start, refusal = step.start(1), None
    if step[1] in BRACKETS and not trusted:
        return _in_brackets(text, start, limit)
    if text.startswith(_SPACED_HYPHEN, position) and step[1].endswith("s"):
        return None  # a dash: only an adjective is joined so, and that is singular
    found = [(step[1], step.end())] if reach == 1 else keys(text, start, limit, reach)
    for key, stop in reversed(found):
        root = book.raised.get(key)
        if root and (raised := _raised(text, key, root, start, stop, limit, trusted=trusted)):
            return raised
        ahead = text[stop : stop + 1]
        if ahead == "^" or (key[-1].isalnum() and ahead.isalnum()):
            continue  # the word goes on, as in "m212", or `end` cut it
        readings = (*book.symbols.get(key, ()), *book.words.get(key.lower(), ()))
        for reading in readings[-1:] if trusted else readings:
            vetoes = () if trusted else reading.vetoes
            veto = next((v for v in vetoes if v.cancels(text, start, stop)), None)
            if veto is None:
                surface = text[start:stop]
                return UnitMatch(reading.unit, start, stop, surface, reading.unsure, reading.scale)
            refusal = refusal or Refusal(veto.why, start, stop, veto.spoils, veto.scale)
    return refusal


def _in_brackets(text: str, start: int, limit: int) -> UnitMatch | None:
    """A unit in brackets of its own: "20 (kg)". Its span takes the brackets in."""
    inside = _BRACKETED.match(text, start, limit)
    if inside is None:
        return None
    found = match_unit(text, inside.start(1), inside.end(1))
    if not isinstance(found, UnitMatch) or found.end != inside.end(1):
        return None
    return found._replace(start=start, end=inside.end(), surface=inside[0])


def _raised(
    text: str, key: str, root: Unit, start: int, stop: int, limit: int, *, trusted: bool
) -> UnitMatch | None:
    """A symbol with its power, and symbols of negative power behind it: "s-1", "kg m−3", "J/m^2".

    A bare digit makes a power of lengths and times alone, and only where a rate is certain: a "V8"
    is an engine.
    """
    name, position = root.name, stop
    if own := _POWER.match(text, stop, limit):
        exponent = _POWERS[own[2]]
        bare = own[0] == "1234"[exponent - 1]
        hyphen = own[1] in ("-", "–") and "^" not in own[0]
        if (not bare or (trusted and root.dimension in ("length", "time"))) and (
            not hyphen or key in _HYPHEN_IS_MINUS
        ):
            name = name if exponent == 1 else f"{name}**{exponent}"
            name = f"1/{name}" if own[1] else name
            position = own.end()
    while (other := _FACTOR.match(text, position, limit)) and not trusted:
        below = catalogue().raised.get(other[1])
        if below is None:
            break
        exponent = _POWERS[other[2]]
        name += "/" + (below.name if exponent == 1 else f"{below.name}**{exponent}")
        position = other.end()
    if position == stop:
        return None
    return UnitMatch(unit(name), start, position, text[start:position])


def money_sign(text: str, number_start: int) -> MoneySign | None:
    """The currency whose sign or code ends just before a number, and where the sign starts.

    One blank may lie between: "US$ 5", "EUR 5". Of a bare dollar the code is "$": whose it is, the
    article must tell (semantics.md 7.4).
    """
    if number_start < 1:
        return None
    book, stop, last = catalogue(), number_start, text[number_start - 1]
    if last in _BLANKS:
        stop -= 1
        last = text[stop - 1 : stop] if stop else ""
        signs, ends = book.spaced, book.spaced_lengths
    else:
        signs, ends = book.glued, book.glued_lengths
    several = (ends.get(text[stop - 2 : stop]) if stop > 1 else None) or ends.get(last)
    if several is None:
        return None
    for length in several:
        start = stop - length
        sign = signs.get(text[start:stop]) if start >= 0 else None
        if sign is None:
            continue
        if text[start].isalnum() and start and text[start - 1].isalnum():
            continue  # inside a word
        if sign.careful:
            headline = start > 1 and text[start - 2].isupper()  # "COULD TOP 30 MLN"
            if headline or not book.sum.match(text, number_start, number_start + WINDOW):
                continue
        return MoneySign(sign.code, start, sign.scale)
    return None


# -------------------------------------------------------------------------------------- freezing


def freeze() -> dict[str, Factor]:
    """What pint says of every unit of units.toml: exact fractions, made floats at the end."""
    from fractions import Fraction

    import pint

    registry: Any = pint.UnitRegistry(non_int_type=Fraction)
    book = unfolded(source())
    asked = {entry.name: entry.pint or entry.name for entry in book.unit}

    def base(dimension: str) -> str:
        return book.dimensions.get(dimension) or "/".join(map(base, dimension.split("/")))

    factors: dict[str, Factor] = {}
    for entry in book.unit:
        one = registry.Quantity(registry.parse_expression(asked[entry.name]), None)
        basis = base(entry.dimension)
        of_base = registry.parse_expression(asked.get(basis, basis))
        ends = [registry.Quantity(n * one.magnitude, one.units).to(of_base.units) for n in (0, 1)]
        low, high = (Fraction(end.magnitude) / Fraction(of_base.magnitude) for end in ends)
        powers = sorted((name, int(power)) for name, power in one.dimensionality.items())
        factors[entry.name] = Factor(
            dimension=entry.dimension,
            dimensionality=" * ".join(n if p == 1 else f"{n} ** {p}" for n, p in powers),
            factor=float(high - low),
            offset=float(low),
        )
    return factors


def written(factors: dict[str, Factor]) -> str:
    """The text of factors.json: units.toml and `factors`, an entry a line in the order there."""
    lines = [f"{encoded(name)}:{encoded(factor)}" for name, factor in factors.items()]
    book = msgspec.to_builtins(source())
    rows = [
        f"{encoded(key)}:"
        + (
            "[\n" + ",\n".join(map(encoded, part)) + "\n]"
            if isinstance(part, list)
            else encoded(part)
        )
        for key, part in book.items()
    ]
    return (
        '{"lexicon":{\n' + ",\n".join(rows) + '\n},\n"factors":{\n' + ",\n".join(lines) + "\n}}\n"
    )


def encoded(part: Any) -> str:
    return msgspec.json.encode(part).decode()


if __name__ == "__main__":
    Path(__file__).with_name("factors.json").write_text(
        written(freeze()), encoding="utf-8", newline="\n"
    )
