"""Units: what stands behind a number, and how one unit turns into another.

units.toml holds every surface form with its vetoes and examples; factors.json is what pint said
of each unit, frozen. `python -m claimcheck.quantities.units` asks pint again and rewrites it: only
there is pint imported, and nowhere else in claimcheck. Counted nouns (carriages, people) are no
units and are read elsewhere. Spans are half-open and count code points of the text as given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from claimcheck.errors import ClaimcheckError

# A surface form lies within WINDOW characters, and vetoes see as many on either side of it.
WINDOW = 64
MONEY = "money:"


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


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measurement or of money.

    `name` is a pint expression, an ISO 4217 code, or "$" for a dollar whose country is not said.
    `value * factor + offset` is the value in the base unit of `dimension`. `calendar` units count
    days, weeks, months or years: "two days" leaves half a day of play, "48 hours" does not.
    """

    name: str
    dimension: str
    factor: float
    offset: float = 0.0
    calendar: bool = False

    @property
    def is_money(self) -> bool:
        """Whether this is a currency or a hundredth of one; a price per barrel is neither."""
        return self.dimension.startswith(MONEY) and "/" not in self.dimension


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


# -------------------------------------------------------------------------------- the two files
# The head of units.toml says what its fields mean.


class Veto(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A context that cancels a reading."""

    why: str
    refuses: list[str]
    on: list[str] = []
    before: str = ""
    after: str = ""
    unless: str = ""
    spoils: bool = False

    def cancels(self, text: str, start: int, end: int) -> bool:
        """Whether `text[start:end]` is not the unit that this veto guards."""
        left, right = text[max(0, start - WINDOW) : start], text[end : end + WINDOW]
        if self.before and not _pattern(rf"(?:{self.before})\Z").search(left):
            return False
        if self.after and not _pattern(self.after).match(right):
            return False
        return not (self.unless and _pattern(self.unless).search(left + text[start:end] + right))


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A unit or a currency."""

    name: str
    reads: list[str]
    refuses: list[str] = []
    dimension: str = ""
    forms: list[str] = []
    symbols: list[str] = []
    signs: list[str] = []
    unsure: dict[str, str] = {}
    minor_of: str = ""
    calendar: bool = False
    pint: str = ""
    veto: list[Veto] = []


class Rates(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How one unit is said to be per another."""

    plain: list[str]
    guarded: list[str]
    reads: dict[str, str]
    veto: list[Veto]


class Lexicon(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """units.toml."""

    nothing: list[str]
    dimensions: dict[str, str]
    rate: Rates
    currency: list[Entry]
    unit: list[Entry]


class Factor(msgspec.Struct, frozen=True):
    """A line of factors.json: `dimensionality` is pint's, `dimension` ours."""

    dimension: str
    dimensionality: str
    factor: float
    offset: float


class Reading(NamedTuple):
    """One thing that a surface form can mean."""

    unit: Unit
    unsure: str
    vetoes: list[Veto]


class Catalogue:
    """Both files, arranged for look-up."""

    def __init__(self, book: Lexicon, factors: dict[str, Factor]) -> None:
        self.units: dict[str, Unit] = {}
        # A form with its gaps made single spaces, to its readings, the preferred one first.
        self.words: dict[str, list[Reading]] = {}  # … in lower case
        self.symbols: dict[str, list[Reading]] = {}  # … as written
        self.reach: dict[str, int] = {}  # how many tokens a form has at most, by its first
        self.signs: dict[str, str] = {}
        self.per = dict.fromkeys(book.rate.plain, True) | dict.fromkeys(book.rate.guarded, False)
        self.rate_vetoes = book.rate.veto
        self.bases = dict(book.dimensions)
        for entry in book.currency:
            money = MONEY + (entry.minor_of or entry.name)
            self.bases[money] = entry.minor_of or entry.name
            self._add(entry, Unit(entry.name, money, 0.01 if entry.minor_of else 1.0))
            code = [entry.name] if len(entry.name) == 3 and entry.name.isupper() else []
            self._read_as(entry, code, self.symbols)
            signs = (*code, *expanded(entry.signs))
            self.signs.update(dict.fromkeys(signs, entry.name))
        for entry in book.unit:
            said = factors[entry.name]
            scale = (said.factor, said.offset, entry.calendar)
            self._add(entry, Unit(entry.name, said.dimension, *scale))
        # "length/time" is a speed, because speed has the base kilometer/hour.
        parts = {name: base.split("/") for name, base in self.bases.items() if "/" in base}
        self.quotients = {
            "/".join(self.units[part].dimension for part in both): name
            for name, both in parts.items()
        }
        self.longest_sign = max(map(len, self.signs))
        self.sign_ends = {sign[-1] for sign in self.signs}

    def _add(self, entry: Entry, unit: Unit) -> None:
        self.units[entry.name] = unit
        self._read_as(entry, expanded(entry.symbols), self.symbols)
        self._read_as(entry, expanded(entry.forms), self.words)

    def _read_as(self, entry: Entry, forms: Iterable[str], table: dict[str, list[Reading]]) -> None:
        unsure = {form: why for row, why in entry.unsure.items() for form in expanded([row])}
        guards = [(set(expanded(veto.on)), veto) for veto in entry.veto]
        for form in forms:
            vetoes = [veto for guarded, veto in guards if not guarded or form in guarded]
            keys = _keys(form, 0, len(form), len(form))
            first, whole = keys[0][0].lower(), keys[-1][0]
            self.reach[first] = max(self.reach.get(first, 0), len(keys))
            key = whole.lower() if table is self.words else whole
            reading = Reading(self.units[entry.name], unsure.get(form, ""), vetoes)
            table.setdefault(key, []).append(reading)


# A token, behind at most a hyphen, a blank or two, or a line break with the next line's indent.
_STEP = re.compile(
    r"(?:[-\u2010\u2011]|[ \t\xa0\u2007\u2009\u202f]{0,2}(?:\r?\n[ \t]{0,8})?)"
    r"([^\W\d_]+|\d+|[^\w\s])"
)
_pattern = cache(re.compile)


def expanded(rows: Iterable[str]) -> Iterator[str]:
    """The forms that rows with braces stand for: "k{m,ms}" is km and kms."""
    for row in rows:
        head, brace, rest = row.partition("{")
        choices, _, tail = rest.partition("}")
        if brace:
            yield from expanded(head + choice + tail for choice in choices.split(","))
        else:
            yield row


def _keys(text: str, position: int, limit: int, reach: int) -> list[tuple[str, int]]:
    """The first 1 … `reach` tokens at `position`, gaps made single spaces, and their ends."""
    keys: list[tuple[str, int]] = []
    key = ""
    while len(keys) < reach and (step := _STEP.match(text, position, limit)):
        gap = " " if key and step.start(1) > position else ""
        key, position = key + gap + step[1], step.end()
        keys.append((key, position))
    return keys


def _data(name: str) -> bytes:
    from importlib.resources import files  # slow to import, and `--help` needs no units

    return files("claimcheck.quantities").joinpath(name).read_bytes()


@cache
def lexicon() -> Lexicon:
    """units.toml as written."""
    return msgspec.toml.decode(_data("units.toml"), type=Lexicon)


@cache
def catalogue() -> Catalogue:
    """Both files, read once."""
    factors = msgspec.json.decode(_data("factors.json"), type=dict[str, Factor])
    return Catalogue(lexicon(), factors)


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
        step = _STEP.match(text, position, _limit(text, position, end))
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
    step = _STEP.match(text, position, limit)
    reach = book.reach.get(step[1].lower()) if step else None
    if step is None or reach is None:
        return None
    start, refusal = step.start(1), None
    for key, stop in reversed(_keys(text, start, limit, reach)):
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
