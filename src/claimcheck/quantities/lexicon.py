"""The lexicon of units: what units.toml and factors.json say, arranged for look-up.

The head of units.toml says what its fields mean; factors.json is what pint said of each unit,
frozen by claimcheck.quantities.units. Counted nouns (carriages, people) are no units.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import msgspec

# A surface form lies within WINDOW characters, and vetoes see as many on either side of it.
WINDOW = 64
MONEY = "money:"

# A token, behind at most a hyphen, a blank or two, or a line break with the next line's indent.
TOKEN = re.compile(
    r"(?:[-\u2010\u2011]|[ \t\xa0\u2007\u2009\u202f]{0,2}(?:\r?\n[ \t]{0,8})?)"
    r"([^\W\d_]+|\d+|[^\w\s])"
)
_pattern = cache(re.compile)


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
            tokens = keys(form, 0, len(form), len(form))
            first, whole = tokens[0][0].lower(), tokens[-1][0]
            self.reach[first] = max(self.reach.get(first, 0), len(tokens))
            key = whole.lower() if table is self.words else whole
            reading = Reading(self.units[entry.name], unsure.get(form, ""), vetoes)
            table.setdefault(key, []).append(reading)


def expanded(rows: Iterable[str]) -> Iterator[str]:
    """The forms that rows with braces stand for: "k{m,ms}" is km and kms."""
    for row in rows:
        head, brace, rest = row.partition("{")
        choices, _, tail = rest.partition("}")
        if brace:
            yield from expanded(head + choice + tail for choice in choices.split(","))
        else:
            yield row


def keys(text: str, position: int, limit: int, reach: int) -> list[tuple[str, int]]:
    """The first 1 … `reach` tokens at `position`, gaps made single spaces, and their ends."""
    found: list[tuple[str, int]] = []
    key = ""
    while len(found) < reach and (step := TOKEN.match(text, position, limit)):
        gap = " " if key and step.start(1) > position else ""
        key, position = key + gap + step[1], step.end()
        found.append((key, position))
    return found


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
