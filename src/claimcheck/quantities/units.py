"""Units: what stands behind a number, and how one unit turns into another.

claimcheck.quantities.lexicon knows the surface forms and the frozen factors.
`python -m claimcheck.quantities.units` asks pint again and rewrites factors.json: only there is
pint imported, and nowhere else in claimcheck. Counted nouns (carriages, people) are no units and
are read elsewhere. Spans are half-open and count code points of the text as given.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from claimcheck.errors import ClaimcheckError
from claimcheck.quantities.lexicon import (
    TOKEN,
    WINDOW,
    Factor,
    Unit,
    catalogue,
    keys,
    lexicon,
)

__all__ = [
    "Unit",
    "UnitMatch",
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
    """A unit as written: `text[start:end] == surface`. `unsure` says what else it may be, or ""."""

    unit: Unit
    start: int
    end: int
    surface: str
    unsure: str = ""


class Refusal(NamedTuple):
    """A surface form at `[start, end)` that its context cancels, and why.

    The number before it stands, as in "5 in Baghdad", unless the refusal `spoils` that as well:
    "8 p.m." is a clock time, "5m people" are millions.
    """

    reason: str
    start: int
    end: int
    spoils: bool


# ------------------------------------------------------------------------------------ conversion


@cache
def unit(name: str) -> Unit:
    """The unit of this name, or a quotient such as "oil_barrel/day". Raises UnknownUnit."""
    return catalogue().units.get(name) or quotient(name)


def quotient(name: str) -> Unit:
    """The unit "A/B" made from A and B: a mile/second is a speed, a ton/week just "mass/time"."""
    above, slash, below = name.rpartition("/")
    if not slash:
        raise UnknownUnit(name)
    over, under = unit(above), unit(below)
    parts = f"{over.dimension}/{under.dimension}"
    dimension = catalogue().quotients.get(parts, parts)
    base_over, _, base_under = base_unit(dimension).rpartition("/")
    base = unit(base_over).factor / unit(base_under).factor
    return Unit(name, dimension, over.factor / under.factor / base)


def base_unit(dimension: str) -> str:
    """The name of the unit that a dimension's values are compared in. Raises UnknownUnit."""
    if (base := catalogue().bases.get(dimension)) is not None:
        return base
    over, slash, under = dimension.rpartition("/")
    if not slash:
        raise UnknownUnit(dimension)
    return f"{base_unit(over)}/{base_unit(under)}"


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


def match_unit(text: str, position: int, end: int | None = None) -> UnitMatch | Refusal | None:
    """The longest unit at `position`, just behind a number (and its "million"); rates included.

    One hyphen, a blank or a line break may come first: "50km/h", "26-mile", "50 miles an hour".
    Nothing is read beyond `end`, though vetoes look further. `text` must keep its case: MW is not
    mW. None: no unit's form stands here. Refusal: one does, and its context cancels it.
    """
    found = _read(text, position, end, trusted=False)
    if not isinstance(found, UnitMatch):
        return found
    rate = match_rate(text, found.end, found.unit, end)
    if rate is None:
        return found
    surface = text[found.start : rate.end]
    return UnitMatch(rate.unit, found.start, rate.end, surface, found.unsure or rate.unsure)


def match_rate(
    text: str, position: int, numerator: Unit, end: int | None = None
) -> UnitMatch | None:
    """What `numerator` is per, at `position`: "per barrel" behind "$58.24" makes USD/oil_barrel.

    The span begins at the connective. A second one is followed: "per hectare per year".
    """
    book, rate = catalogue(), None
    for _ in range(2):
        step = TOKEN.match(text, position, _limit(text, position, end))
        trusted = book.per.get(step[1].lower()) if step else None
        if step is None or trusted is None:
            break
        below = _read(text, step.end(), end, trusted=trusted)
        if not isinstance(below, UnitMatch):
            break
        start, position = step.start(1), below.end
        if not trusted and any(veto.cancels(text, start, position) for veto in book.rate_vetoes):
            break
        numerator = unit(f"{numerator.name}/{below.unit.name}")
        start, unsure = (rate.start, rate.unsure) if rate else (start, "")
        rate = UnitMatch(numerator, start, position, text[start:position], unsure or below.unsure)
    return rate


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
    for key, stop in reversed(keys(text, start, limit, reach)):
        if key[-1].isalnum() and text[stop : stop + 1].isalnum():
            continue  # the word goes on, as in "m212", or `end` cut it
        readings = (*book.symbols.get(key, ()), *book.words.get(key.lower(), ()))
        for reading in readings[-1:] if trusted else readings:
            vetoes = () if trusted else reading.vetoes
            veto = next((v for v in vetoes if v.cancels(text, start, stop)), None)
            if veto is None:
                return UnitMatch(reading.unit, start, stop, text[start:stop], reading.unsure)
            refusal = refusal or Refusal(veto.why, start, stop, veto.spoils)
    return refusal


def money_sign(text: str, number_start: int) -> tuple[str, int] | None:
    """The currency whose sign or code ends just before a number, and where the sign starts.

    One blank may lie between: "US$ 5", "EUR 5". Of a bare dollar the code is "$": whose it is, the
    article must tell (semantics.md 7.4).
    """
    book, stop = catalogue(), number_start
    if text[max(0, stop - 1) : stop] in (" ", "\xa0", "\u202f"):
        stop -= 1
    if text[max(0, stop - 1) : stop] not in book.sign_ends:
        return None
    for start in range(max(0, stop - book.longest_sign), stop):
        code = book.signs.get(text[start:stop])
        inside_word = text[start].isalpha() and text[max(0, start - 1) : start].isalnum()
        if code and not inside_word:
            return code, start
    return None


# -------------------------------------------------------------------------------------- freezing


def freeze() -> dict[str, Factor]:
    """What pint says of every unit of units.toml: exact fractions, made floats at the end."""
    from fractions import Fraction

    import pint

    registry: Any = pint.UnitRegistry(non_int_type=Fraction)
    book = lexicon()
    asked = {entry.name: entry.pint or entry.name for entry in book.unit}

    def base(dimension: str) -> str:
        return book.dimensions.get(dimension) or "/".join(map(base, dimension.split("/")))

    frozen: dict[str, Factor] = {}
    for entry in book.unit:
        one = registry.Quantity(registry.parse_expression(asked[entry.name]), None)
        basis = base(entry.dimension)
        of_base = registry.parse_expression(asked.get(basis, basis))
        ends = [registry.Quantity(n * one.magnitude, one.units).to(of_base.units) for n in (0, 1)]
        low, high = (Fraction(end.magnitude) / Fraction(of_base.magnitude) for end in ends)
        powers = sorted((name, int(power)) for name, power in one.dimensionality.items())
        frozen[entry.name] = Factor(
            dimension=entry.dimension,
            dimensionality=" * ".join(n if p == 1 else f"{n} ** {p}" for n, p in powers),
            factor=float(high - low),
            offset=float(low),
        )
    return frozen


def written(frozen: dict[str, Factor]) -> str:
    """The text of factors.json: a unit a line, in the order of units.toml."""
    encoded = msgspec.json.encode(frozen).decode()
    return encoded.replace('},"', '},\n"') + "\n"


if __name__ == "__main__":
    Path(__file__).with_name("factors.json").write_text(
        written(freeze()), encoding="utf-8", newline="\n"
    )
