"""Quantities: a numeral with its unit or noun, its hedge, and what it lets a reader believe.

The grammar is small and anchored: find a numeral; look right for a range, a unit and a hedge,
left for a hedge; refuse, with a reason, what only looks like a number. Nothing is dropped in
silence: every numeral ends as a `Quantity` or as a `Refused`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from claimcheck.quantities.dates import dates
from claimcheck.quantities.hedges import (
    DIRECTION,
    VAGUE,
    Hedge,
    between,
    hedged,
    place_value,
    stacked,
)
from claimcheck.quantities.hedging import HedgePhrase, hedge_before, hedge_behind
from claimcheck.quantities.numerals import Numeral, fold, numeral, numerals
from claimcheck.quantities.possibility import Possibility
from claimcheck.quantities.units import Refusal, Unit, UnitMatch, match_unit, money_sign


@dataclass(frozen=True, slots=True)
class Word:
    """A word at `[start, end)`, in lower case."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity said at `[start, end)`, hedge and unit included.

    `stated` holds the number, or both ends of a range, as written; it is empty for a vague word,
    whose name `vague` holds. `unit` is None for a count and for money, whose currency `money`
    holds. `possibility` and `grain` are in the stated unit. `words` follow the number up to the
    next punctuation, for finding the counted noun. `restates` marks a conversion in parentheses:
    the quantity before it said again.
    """

    start: int
    end: int
    stated: tuple[float, ...]
    vague: str | None
    unit: Unit | None
    money: str | None
    hedge: Hedge
    hedge_words: str
    possibility: Possibility
    words: tuple[Word, ...]
    restates: bool = False

    @property
    def name(self) -> str:
        """The unit's pint expression, the currency, or "" for a count."""
        return self.unit.name if self.unit else self.money or ""


@dataclass(frozen=True, slots=True)
class Refused:
    """A number at `[start, end)` that is no quantity, and why."""

    start: int
    end: int
    reason: str


Outcome: TypeAlias = Quantity | Refused

_HALF_UNIT = 0.5  # the grain of "two and a half"
# A one without a numeral: "almost a full day", "an entire hour" …
_ARTICLE = re.compile(r"(?<![\w-])an?(\s(?:full|entire|whole|single))?(?=\s[a-z])")
# … which it is only where something says that it measures: "a full", "almost a", "took a".
_MEASURES = re.compile(r"\b(?:took|takes?|taking|taken|last(?:s|ed|ing)?|requires?|needs?)\s\Z")
# … and "a day-long outing".
_LONG = re.compile(r"(?<![\w-])(?=(?:hour|day|night|week|month|year|decade)[- ]?long(?![\w-]))")
_MODIFIER = re.compile(r"\s(?:full|entire|whole|straight|consecutive)(?=\s)")
_SHAPE = re.compile(r"[- ]?(?:long|wide|deep|high|tall)(?![\w])")
_AGE = re.compile(r"[- ]olds?(?![\w])")
_RANGE = re.compile(r"\s?[-–—]\s?|\sto\s")
_ODD = re.compile(r"[- ]?odd(?![a-z])")
_PLUS = re.compile(r"\+|-plus(?![a-z])")
_WORD = re.compile(r"\s?([a-z][a-z'’-]*)")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z")
_NOUNS_AHEAD = 5


def quantities(text: str) -> list[Outcome]:
    """Every number of `text` in order of place: read as a quantity, or refused."""
    folded = fold(text)
    calendar = dates(folded)
    outcomes: list[Outcome] = []
    taken = 0
    for item in _numerals(folded):
        if item.start < taken:
            continue
        day = next((d for d in calendar if d.start <= item.start < d.end), None)
        outcome: Outcome | None
        if day:
            outcome = Refused(day.start, day.end, "a date")
        else:
            previous = outcomes[-1] if outcomes else None
            outcome = _refusal(text, folded, item) or _quantity(text, folded, item, previous)
        if outcome:
            outcomes.append(outcome)
            taken = outcome.end
    return outcomes


def _numerals(folded: str) -> Iterator[Numeral]:
    """Numerals, and the words that stand for a one without being a numeral."""
    ones = [
        Numeral(m.start(), m.end(), Decimal(1), 0)
        for pattern in (_ARTICLE, _LONG)
        for m in pattern.finditer(folded)
    ]
    yield from sorted([*numerals(folded), *ones], key=lambda n: (n.start, -n.end))


def _refusal(text: str, folded: str, item: Numeral) -> Refused | None:
    """Why a numeral is no quantity at all, by what it is glued to or part of."""
    start, end = item.start, item.end
    if not folded[start].isdigit():
        return None
    before, behind = text[max(0, start - 30) : start], folded[end : end + 3]
    glued = re.search(r"([^\W\d_]+)(-?)\Z", before)
    if glued and (glued[2] or not hedge_before(folded, start)):
        # Russia-24, AK-47, G7, A320. "than100" has lost a space, no more.
        return Refused(start - len(glued[0]), end, "part of a name")
    if re.match(r":\d\d", behind) or re.search(r"\d:\Z", before):
        return Refused(start, end, "a clock time")
    if re.match(r"(?:st|nd|rd|th)\b", behind):
        return Refused(start, end + 2, "an ordinal")
    if re.match(r"[-–]\d", behind) and re.search(r"\d[-–]\Z", before):
        return Refused(start, end, "part of a code")
    if _YEAR.match(folded[start:end]) and not isinstance(match_unit(text, end), UnitMatch):
        return Refused(start, end, "a year")
    if re.search(r"[^.!?\s]\s[A-Z][a-z]+\s\Z", before) and not isinstance(
        match_unit(text, end), UnitMatch
    ):
        return Refused(start, end, "part of a name")  # flew a Boeing 747, took Flight 93
    return None


def _quantity(text: str, folded: str, item: Numeral, previous: Outcome | None) -> Outcome | None:
    """The quantity whose first number is `item`; None for an article that measures nothing."""
    last = _range_end(folded, item)
    sign = money_sign(text, item.start)
    number_start = sign[1] if sign else item.start
    position = last.end
    modifier = _MODIFIER.match(folded, position)
    odd = _ODD.match(folded, position)
    plus = _PLUS.match(folded, position)
    for step in (modifier, odd, plus):
        position = step.end() if step else position
    unit = match_unit(text, position)
    if isinstance(unit, Refusal):
        if unit.spoils:
            return Refused(item.start, unit.end, unit.reason)
        unit = None  # "$443 million in cash": the number is read, the inch is not
    end = unit.end if unit else position
    if unit:
        if _AGE.match(folded, end):
            return Refused(item.start, end, "an age")
        shape = _SHAPE.match(folded, end)
        end = shape.end() if shape else end
    words = _words(folded, end)
    duration = unit is not None and unit.unit.dimension == "time"
    before = hedge_before(folded, number_start, duration=duration)
    if not _says_one(folded, item, before, measured=unit is not None):
        return None
    behind = hedge_behind(folded, end) or (None if unit else _behind_noun(folded, words))
    hedges = [h.hedge for h in (before, behind) if h]
    hedges += [Hedge.ODD] if odd else [Hedge.AT_LEAST] if plus else []
    start = before.start if before else number_start
    restated = _restated(folded, start, unit.unit if unit else None, previous)
    if restated and not hedges:
        hedges = [restated.hedge]
    shown = before or behind
    words_of_hedge = folded[shown.start : shown.end] if shown else ""
    if item.vague:
        words_of_hedge = folded[item.start : item.end]
    elif restated and not shown:
        words_of_hedge = restated.hedge_words
    calendar = unit is not None and unit.unit.calendar
    signed = unit is not None and unit.unit.dimension == "temperature"
    stated = (
        () if item.vague else tuple(float(n.value) for n in (item, last) if n.value is not None)
    )
    return Quantity(
        start=start,
        end=max(end, behind.end) if behind and unit else end,
        stated=stated[:1] if item is last else stated,
        vague=item.vague,
        unit=None if unit is None or unit.unit.is_money else unit.unit,
        money=sign[0] if sign else unit.unit.name if unit and unit.unit.is_money else None,
        hedge=hedges[0] if hedges else Hedge.NONE,
        hedge_words=" ".join(words_of_hedge.split()),
        possibility=_possibility(item, last, hedges, calendar=calendar, signed=signed),
        words=words,
        restates=restated is not None,
    )


def _range_end(folded: str, item: Numeral) -> Numeral:
    """The second number of "20 to 30", "20-30", "between 20 and 30"; else `item` itself."""
    joint = (
        re.compile(r"\sand\s").match(folded, item.end)
        if folded[: item.start].endswith("between ")
        else _RANGE.match(folded, item.end)
    )
    if joint is None or item.value is None or joint.end() == len(folded):
        return item
    last = numeral(folded, joint.end())
    if last is None or last.value is None or last.value <= item.value:
        return item
    return last


def _words(folded: str, position: int) -> tuple[Word, ...]:
    found: list[Word] = []
    while len(found) < _NOUNS_AHEAD and (match := _WORD.match(folded, position)):
        found.append(Word(match[1], match.start(1), match.end(1)))
        position = match.end()
    return tuple(found)


def _behind_noun(folded: str, words: tuple[Word, ...]) -> HedgePhrase | None:
    """ "20 carriages or more": the hedge behind the noun that is counted."""
    return next((h for word in words[:3] if (h := hedge_behind(folded, word.end))), None)


def _says_one(folded: str, item: Numeral, before: HedgePhrase | None, *, measured: bool) -> bool:
    """Whether an article is a one: "almost a day", "a full day", "took a day", not "by day"."""
    article = _ARTICLE.match(folded, item.start)
    if item.vague or article is None or item.end > article.end():
        return True
    led = _MEASURES.search(folded, max(0, item.start - 12), item.start)
    return measured and bool(article[1] or before or led)


def _restated(
    folded: str, start: int, unit: Unit | None, previous: Outcome | None
) -> Quantity | None:
    """The quantity that this one converts: "1,000 km (600 miles)"."""
    if not isinstance(previous, Quantity) or previous.unit is None or unit is None:
        return None
    if unit == previous.unit or unit.dimension != previous.unit.dimension:
        return None
    return previous if re.fullmatch(r"\s?\(", folded[previous.end : start]) else None


def _possibility(
    item: Numeral, last: Numeral, hedges: list[Hedge], *, calendar: bool, signed: bool
) -> Possibility:
    if item.vague:
        return VAGUE[item.vague].scaled(place_value(item.exponent))
    assert item.value is not None
    assert last.value is not None
    n, grain = float(item.value), place_value(item.exponent)
    if last is not item:
        return between(n, grain, float(last.value), place_value(last.exponent))
    grain = _HALF_UNIT if item.halved else grain
    bounds = [h for h in hedges if h in DIRECTION and h is not Hedge.ALMOST]
    plays = [h for h in hedges if h not in bounds]
    if bounds and plays:
        return stacked(bounds[0], plays[0], n, grain)
    return hedged(hedges[0] if hedges else Hedge.NONE, n, grain, calendar=calendar, signed=signed)
