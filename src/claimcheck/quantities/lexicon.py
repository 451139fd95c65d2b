"""The lexicon of units: what units.toml and factors.json say, arranged for look-up.

The head of units.toml says what its fields mean; factors.json holds the same and what pint said of
each unit, frozen by claimcheck.quantities.factors. Counted nouns (carriages, people) are no units.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

import msgspec

# A surface form lies within WINDOW characters, and vetoes see as many on either side of it.
WINDOW = 64
MONEY = "money:"

# What may lie before a token: at most a hyphen, a blank or two, or a line break with the next
# line's indent. Text that was cut into tokens writes the hyphen with blanks: "30 - year bonds".
GAP = (
    r"(?:[-\u2010\u2011]| - (?=[a-z]{3})"
    r"|[ \t\xa0\u2007\u2009\u202f]{0,2}(?:\r?\n[ \t]{0,8})?)"
)
_TOKEN = r"([^\W\d_⁰¹²³⁴-⁹]{1,32}|\d{1,9}|[^\w\s]|[⁰¹²³⁴-⁹])"
TOKEN = re.compile(GAP + _TOKEN)
# The same, cheaper where a blank and a word follow, as they mostly do.
HEAD = re.compile(rf"(?: (?=\w)|{GAP}){_TOKEN}")

# SI prefixes, for entries that list them by name.
PREFIXES = {
    "exa": "E", "peta": "P", "tera": "T", "giga": "G", "mega": "M", "kilo": "k", "hecto": "h",
    "deci": "d", "centi": "c", "milli": "m", "micro": "{µ,μ}", "nano": "n", "pico": "p",
    "femto": "f", "atto": "a",
}  # fmt: skip
# Of these the symbols can be factors with a negative power: "m s−1", "kg m⁻³", "fb−1".
_RAISED = frozenset(
    {"length", "time", "mass", "temperature", "power", "energy", "voltage", "current", "amount",
     "cross section", "angle"}
)  # fmt: skip
_NEVER_RAISED = frozenset({"in", "C", "F", "a", "rad", "mi", "lb", "min", "sec"})
_LONGEST_SYMBOL = 3
BRACKETS = "([{<"
_pattern = cache(re.compile)


@cache
def _behind(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})\Z")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measurement or of money.

    `name` is a pint expression, an ISO 4217 code, or "$" for a dollar whose country is not said.
    `value * factor + offset` is the value in the base unit of `dimension`. `calendar` units count
    days, weeks, months or years: "two days" leaves half a day of play, "48 hours" does not.
    `is_money` marks a currency or a part of one; a price per barrel is neither.
    """

    name: str
    dimension: str
    factor: float
    offset: float = 0.0
    calendar: bool = False
    is_money: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        money = self.dimension.startswith(MONEY) and "/" not in self.dimension
        object.__setattr__(self, "is_money", money)


class Veto(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """A context that cancels a reading."""

    why: str
    refuses: list[str]
    on: list[str] = []
    before: str = ""
    after: str = ""
    unless: str = ""
    spoils: bool = False
    scale: int = 0

    def cancels(self, text: str, start: int, end: int) -> bool:
        """Whether `text[start:end]` is not the unit that this veto guards."""
        left = start - WINDOW if start > WINDOW else 0
        if self.after and not _pattern(self.after).match(text, end, end + WINDOW):
            return False
        if self.before and not _behind(self.before).search(text, left, start):
            return False
        return not (self.unless and _pattern(self.unless).search(text[left : end + WINDOW]))


class Entry(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """A unit or a currency."""

    name: str
    reads: list[str]
    refuses: list[str] = []
    dimension: str = ""
    forms: list[str] = []
    symbols: list[str] = []
    signs: list[str] = []
    unsure: dict[str, str] = {}
    scaled: dict[str, int] = {}
    minor_of: str = ""
    share: float = 0.01
    careful: list[str] = []
    calendar: bool = False
    pint: str = ""
    prefixes: list[str] = []
    veto: list[Veto] = []


class Rates(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How one unit is said to be per another."""

    plain: list[str]
    guarded: list[str]
    reads: dict[str, str]
    veto: list[Veto]


class Sums(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What tells that a number is a sum of money, and codes that count thousands or millions."""

    sum: str
    codes: list[str]
    before: dict[str, int]
    behind: dict[str, int]
    reads: dict[str, str]
    refuses: list[str]


class Lexicon(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """units.toml."""

    nothing: list[str]
    dimensions: dict[str, str]
    rate: Rates
    money: Sums
    currency: list[Entry]
    unit: list[Entry]


class Factor(msgspec.Struct, frozen=True):
    """What pint said of a unit: `dimensionality` is pint's, `dimension` ours."""

    dimension: str
    dimensionality: str
    factor: float
    offset: float


class Frozen(msgspec.Struct, frozen=True):
    """factors.json: units.toml again, for JSON is read in a twentieth of the time, and factors."""

    lexicon: Lexicon
    factors: dict[str, Factor]


class Reading(NamedTuple):
    """One thing that a surface form can mean; `scale` is the power of ten that it counts in."""

    unit: Unit
    unsure: str
    vetoes: list[Veto]
    scale: int = 0


class Sign(NamedTuple):
    """What stands before a number as its currency; `careful` where it must look like a sum."""

    code: str
    scale: int
    careful: bool


class Plain(NamedTuple):
    """A token that is a unit whatever stands around it, save where a longer form may begin.

    It may where the next character is in `near`, or the next two are in `next`.
    """

    unit: Unit
    unsure: str
    scale: int
    near: frozenset[str]
    next: frozenset[str]
    raised: bool


_WORD_TOO = Veto(
    why="a code that is a word too is money only behind a sum",
    refuses=["5 ALL tests", "10 TOP tips", "168 TOP ROUND"],
    unless=r"(?:illions?|,\d{3}|\.\d\d|\d\s?[mb]n|\d{3})[\s-]?[A-Z]{3}\b(?!\s[A-Z])"
    r"|\d[\s-]?[A-Z]{3}(?=\s*\Z|[.,;:)])",
)


class Catalogue:
    """The frozen lexicon, arranged for look-up."""

    def __init__(self, book: Lexicon, factors: dict[str, Factor]) -> None:
        self.units: dict[str, Unit] = {"1": Unit("1", "1", 1.0)}
        # A form with its gaps made single spaces, to its readings, the preferred one first.
        self.words: dict[str, list[Reading]] = {}  # … in lower case
        self.symbols: dict[str, list[Reading]] = {}  # … as written
        self.reach: dict[str, int] = dict.fromkeys(BRACKETS, 1)  # tokens at most, by the first
        self.raised: dict[str, Unit] = {}  # units that may bear a power, by symbol
        self.following: dict[str, set[str]] = {}  # what a form's second token begins with
        self.plain: dict[str, Plain] = {}  # filled by `learn`
        self.guarded: set[str] = set()
        self.glued: dict[str, Sign] = {}  # signs directly before a number
        self.spaced: dict[str, Sign] = {}  # … and with a blank between
        self.per = dict.fromkeys(book.rate.plain, True) | dict.fromkeys(book.rate.guarded, False)
        self.rate_vetoes = book.rate.veto
        self.bases = dict(book.dimensions)
        self.sum = _pattern(book.money.sum)
        for entry in book.currency:
            money = MONEY + (entry.minor_of or entry.name)
            self.bases[money] = entry.minor_of or entry.name
            self._add(entry, Unit(entry.name, money, entry.share if entry.minor_of else 1.0))
            self._sign(entry)
        for code in book.money.codes:
            self._count_in_powers(code, book.money)
        for entry in book.unit:
            said = factors[entry.name]
            scale = (said.factor, said.offset, entry.calendar)
            self._add(entry, Unit(entry.name, said.dimension, *scale))
        # "length/time" is a speed, because speed has the base kilometer/hour.
        parts = {name: base.split("/") for name, base in self.bases.items() if "/" in base}
        self.quotients = {
            "/".join(self.units[part].dimension for part in both): name
            for name, both in parts.items()
            if all(part in self.units for part in both)
        }
        self.glued_lengths = lengths(self.glued)
        self.spaced_lengths = lengths(self.spaced)

    def _add(self, entry: Entry, unit: Unit) -> None:
        self.units[entry.name] = unit
        self._read_as(entry, expanded(entry.symbols), self.symbols)
        self._read_as(entry, expanded(entry.forms), self.words)
        if entry.dimension in _RAISED:
            for symbol in expanded((*entry.symbols, *entry.forms)):
                short = symbol.isalpha() and len(symbol) <= _LONGEST_SYMBOL
                if short and symbol not in _NEVER_RAISED:
                    self.raised[symbol] = unit

    def _sign(self, entry: Entry) -> None:
        careful = set(expanded(entry.careful))
        code = [entry.name] if len(entry.name) == 3 and entry.name.isupper() else []
        for form in code:
            vetoes = [_WORD_TOO] if form in careful else []
            self._know(form, Reading(self.units[entry.name], "", vetoes), self.symbols)
        for sign in (*code, *expanded(entry.signs)):
            found = self.glued[sign] = Sign(entry.name, 0, sign in careful)
            if len(sign) > 1 or not sign.isalpha():  # "S & P 500" is no sum of pesos
                self.spaced[sign] = found
            if sign in code:
                self.glued[sign.lower()] = found

    def _count_in_powers(self, code: str, sums: Sums) -> None:
        """ "MUSD 30", "30 MUSD", "30 USDm": Nordic reports count in millions."""
        powers = [(mark + code, scale) for mark, scale in sums.before.items()]
        powers += [(code + mark, scale) for mark, scale in sums.behind.items()]
        for form, scale in powers:
            self.glued[form] = self.spaced[form] = Sign(code, scale, careful=False)
            self._know(form, Reading(self.units[code], "", [], scale), self.symbols)

    def _read_as(self, entry: Entry, forms: Iterable[str], table: dict[str, list[Reading]]) -> None:
        unsure = {form: why for row, why in entry.unsure.items() for form in expanded([row])}
        scaled = {form: n for row, n in entry.scaled.items() for form in expanded([row])}
        guards = [(set(expanded(veto.on)), veto) for veto in entry.veto]
        for form in forms:
            vetoes = [veto for guarded, veto in guards if not guarded or form in guarded]
            reading = Reading(
                self.units[entry.name], unsure.get(form, ""), vetoes, scaled.get(form, 0)
            )
            self._know(form, reading, table)

    def _know(self, form: str, reading: Reading, table: dict[str, list[Reading]]) -> None:
        words = form.split(" ")
        if all(word.isalpha() for word in words):
            first, whole, tokens = words[0].lower(), form, len(words)
            following = words[1][0] if tokens > 1 else ""
        else:
            parts = keys(form, 0, len(form), len(form))
            first, whole, tokens = parts[0][0].lower(), parts[-1][0], len(parts)
            following = whole[parts[0][1] :].lstrip()[:1]
        self.reach[first] = max(self.reach.get(first, 0), tokens)
        if following:
            self.following.setdefault(first, set()).update((following.lower(), following.upper()))
        key = whole.lower() if table is self.words else whole
        table.setdefault(key, []).append(reading)

    def learn(self, token: str) -> Plain | None:
        """What `token` means where nothing around it matters; None where something does.

        Nearly all units in news are such, and few of them stand in a text: they are worked out as
        they come up.
        """
        if token in self.guarded:
            return None
        usual = token in (token.lower(), token.capitalize(), token.upper())
        readings = (*self.symbols.get(token, ()), *self.words.get(token.lower(), ()))
        if not readings or readings[0].vetoes:
            if usual:  # and not whatever case a hostile text makes up
                self.guarded.add(token)
            return None
        first, ahead = readings[0], self.following.get(token.lower(), set())
        raised = token in self.raised
        plain = Plain(
            unit=first.unit,
            unsure=first.unsure,
            scale=first.scale,
            near=frozenset(
                ahead | (_ENDS_NO_WORD if token.isalpha() else set()) | set("−·⋅*" * raised)
            ),
            next=frozenset(
                {gap + c for gap in GAPS for c in ahead}
                | {gap + other for gap in GAPS for other in GAPS if ahead}
                | ({hyphen + n for hyphen in "-–" for n in "123"} if raised else set())
            ),
            raised=raised,
        )
        if usual or token in self.symbols:
            self.plain[token] = plain
        return plain


_ENDS_NO_WORD = set("0123456789⁰¹²³⁴⁵⁶⁷⁸⁹⁻^")
GAPS = " -\xa0\u202f\u2009\n\r\t\u2010\u2011"
# What may begin a rate, as the two characters behind a unit.
RATE_AHEAD = frozenset(
    {gap + c for gap in GAPS for c in "paePAE/⁄"} | {a + b for a in GAPS for b in GAPS}
)


def lengths(signs: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """How long the signs are that end alike, the longest first: by their last two characters where
    the last is a letter, for most words before numbers end in letters too, else by the last."""
    found: dict[str, set[int]] = {}
    for sign in signs:
        found.setdefault(sign[-2:] if sign[-1].isalpha() else sign[-1], set()).add(len(sign))
    for tail, several in found.items():
        several |= found.get(tail[-1], set())
    return {tail: tuple(sorted(several, reverse=True)) for tail, several in found.items()}


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


def with_prefixes(entry: Entry) -> Iterator[Entry]:
    """An entry and the entries of its multiples: "kilojoule" and "megajoule" of a joule."""
    yield entry
    for prefix in entry.prefixes:
        forms = [prefix + form for form in entry.forms if len(form) > _LONGEST_SYMBOL]
        symbols = [PREFIXES[prefix] + symbol for symbol in entry.symbols]
        yield msgspec.structs.replace(
            entry,
            name=prefix + entry.name,
            pint=prefix + entry.pint if entry.pint else "",
            forms=forms,
            symbols=symbols,
            prefixes=[],
            veto=[],
            unsure={},
            refuses=[],
            reads=[f"5 {next(expanded(forms or symbols))}"],
        )


def _data(name: str) -> bytes:
    from importlib.resources import files  # slow to import, and `--help` needs no units

    return files("claimcheck.quantities").joinpath(name).read_bytes()


def source() -> Lexicon:
    """units.toml as it is now, for freezing."""
    return msgspec.toml.decode(_data("units.toml"), type=Lexicon)


def unfolded(book: Lexicon) -> Lexicon:
    """The book with an entry of its own for each prefixed unit."""
    units = [multiple for entry in book.unit for multiple in with_prefixes(entry)]
    return msgspec.structs.replace(book, unit=units)


@cache
def frozen() -> Frozen:
    """factors.json."""
    return msgspec.json.decode(_data("factors.json"), type=Frozen)


@cache
def lexicon() -> Lexicon:
    """units.toml as it was when it was frozen, each prefixed unit with an entry of its own."""
    return unfolded(frozen().lexicon)


@cache
def catalogue() -> Catalogue:
    """The frozen lexicon, read and arranged once."""
    return Catalogue(lexicon(), frozen().factors)
