"""Quantities: a numeral with its unit or noun, its hedge, and what it lets a reader believe.

The grammar is small and anchored: find a numeral; look right for a range, a unit and a hedge,
left for a hedge; refuse, with a reason, what only looks like a number. Nothing is dropped in
silence: every numeral ends as a `Quantity` or as a `Refused`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeAlias

from claimcheck.quantities.dates import dates
from claimcheck.quantities.hedges import (
    BOUNDS,
    DIRECTION,
    VAGUE,
    Hedge,
    between,
    hedged,
    stacked,
)
from claimcheck.quantities.hedging import HedgePhrase, hedge_behind, hedges_before
from claimcheck.quantities.lookalikes import NOT_A_NUMBER, Refused, lookalike
from claimcheck.quantities.numerals import Numeral, fold, numeral, numerals
from claimcheck.quantities.possibility import Possibility
from claimcheck.quantities.units import Refusal, Unit, UnitMatch, match_unit, money_sign

__all__ = ["Outcome", "Quantity", "Refused", "Word", "quantities"]


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


Outcome: TypeAlias = Quantity | Refused

# A one without a numeral: "almost a full day", "an entire hour" …
_ARTICLE = re.compile(r"(?<![\w-])an?(\s(?:full|entire|whole|single))?(?=\s[a-z])")
# … which it is only where something says that it measures: "a full", "almost a", "took a".
_MEASURES = re.compile(r"\b(?:took|takes?|taking|taken|last(?:s|ed|ing)?|requires?|needs?)\s\Z")
# … and "a day-long outing".
_LONG = re.compile(r"(?<![\w-])(?=(?:hour|day|night|week|month|year|decade)[- ]?long(?![\w-]))")
_MODIFIER = re.compile(r"\s(?:full|entire|whole|straight|consecutive)(?=\s)")
_SHAPE = re.compile(r"[- ]?(?:long|wide|deep|high|tall)(?![\w])")
_AGE = re.compile(r"[- ]olds?(?![\w])")
_BETWEEN = re.compile(r"\bbetween\s\Z")
_LONGEST_BETWEEN = len("between ") + 1
_AND = re.compile(r"\sand\s")
_JOINT = re.compile(r"\s?[-–]\s?|\sto\s|\sor\s")
# What stands between the two units of one number: "2 hours 30 minutes", "one hour and 50 minutes".
_AND_THEN = re.compile(r",?\s(?:and\s)?(?=[\da-z])")
_AND_A_HALF = re.compile(r"\sand\sa\shalf(?![\w-])")
_SUFFIXES = {
    re.compile(r"[- ]?(odd)(?![a-z])"): Hedge.ODD,
    re.compile(r"-?(\+|plus)(?![a-z])"): Hedge.AT_LEAST,
}
# Short for a magnitude, but only of money: "$5m".
_MAGNITUDES = {"k": 3, "m": 6, "b": 9, "t": 12}
_SHORT = re.compile(r"[kmbt](?![^\W_])")
_MINUS = re.compile(r"(?:(?<![\w-])minus\s|(?<![^\s(])[-–−])\Z")
_LONGEST_MINUS = len("minus ")
_SIGNED = frozenset({"temperature", "ratio", "percentage point"})  # and money
_OPENING = re.compile(r"\s?\(")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"\s?([a-z][a-z'’-]*)")
_HYPHENED = re.compile(r"[-\u2010\u2011]([a-z]+)")  # "a 12-carriage train"
_NOUNS_AHEAD = 5


def quantities(text: str) -> list[Outcome]:
    """Every number of `text` in order of place: read as a quantity, or refused."""
    folded = fold(text)
    calendar = iter(dates(folded))
    day = next(calendar, None)
    outcomes: list[Outcome] = []
    taken = 0
    for item in _numerals(folded):
        while day and day.end <= item.start:
            day = next(calendar, None)
        if item.start < taken:
            if _DIGIT.search(folded, taken, item.end):  # the last outcome holds only a part of it
                outcomes.append(Refused(taken, item.end, NOT_A_NUMBER))
                taken = item.end
            continue
        outcome: Outcome | None
        if day and day.start <= item.start:
            outcome = Refused(max(day.start, taken), day.end, "a date")
        else:
            outcome = lookalike(text, folded, item, taken)
        if outcome is None:
            outcome = _quantity(text, folded, item, outcomes[-1] if outcomes else None)
        if outcome:
            outcomes.append(outcome)
            taken = outcome.end
    return outcomes


def _numerals(folded: str) -> list[Numeral]:
    """Numerals, and the words that stand for a one without being a numeral."""
    ones = [
        Numeral(m.start(), m.end(), Decimal(1), 0)
        for pattern in (_ARTICLE, _LONG)
        for m in pattern.finditer(folded)
    ]
    return sorted([*numerals(folded), *ones], key=lambda n: (n.start, -n.end))


def _quantity(text: str, folded: str, item: Numeral, previous: Outcome | None) -> Outcome | None:
    """The quantity whose first number is `item`; None for an article that measures nothing."""
    since = previous.end if previous else 0
    sign = money_sign(text, item.start)
    sign = sign if sign and sign[1] >= since else None
    start = sign[1] if sign else item.start
    if sign and (short := _SHORT.match(folded, item.end)):
        item = _times(item, _MAGNITUDES[short[0]], short.end())
    unit = _unit(text, item.end, sign)
    first, last = _range(text, folded, item, sign, unit)
    position, suffix = _suffix(folded, last.end if last else item.end)
    if position != item.end:
        unit = _unit(text, position, sign)
    if isinstance(unit, Refusal):
        return Refused(item.start, unit.end, unit.reason)
    measure = unit.unit if unit else None
    end = unit.end if unit else position
    if unit and (age := _AGE.match(folded, end)):
        return Refused(item.start, age.end(), "an age")
    if unit and (shape := _SHAPE.match(folded, end)):
        end = shape.end()
    if isinstance(unit, UnitMatch) and last is None and not sign:
        first, end = _compound(text, folded, first, unit, end)
    dimension = measure.dimension if measure else ""
    minus = _MINUS.search(folded, max(since, start - _LONGEST_MINUS), start)
    if minus and first.value and (minus[0] not in "-–" or sign or dimension in _SIGNED):
        start, first = minus.start(), replace(first, value=-first.value)
    words = _words(folded, end)
    before = hedges_before(folded, start, since=since, duration=dimension == "time")
    behind = suffix or hedge_behind(folded, end) or _behind_noun(folded, () if unit else words)
    if not _says_one(folded, item, measured=unit is not None, hedged=bool(before)):
        return None
    start = before[0].start if before else start
    hedges = [h.hedge for h in (*before, behind) if h]
    said = [folded[start : before[-1].end]] if before else []
    said += [folded[behind.start : behind.end]] if behind else []
    restated = _restated(folded, start, measure, previous)
    if restated and not hedges:
        hedges, said = [restated.hedge], [restated.hedge_words]
    if item.vague:
        said = [folded[item.start : item.end]]
    numbers = (first, last) if last else (first,)
    return Quantity(
        start=start,
        end=max(end, behind.end) if behind and unit else end,
        stated=tuple(float(n.value) for n in numbers if n.value is not None),
        vague=item.vague,
        unit=None if measure is None or measure.is_money else measure,
        money=sign[0] if sign else measure.name if measure and measure.is_money else None,
        hedge=_leading(hedges),
        hedge_words=" ".join(" … ".join(said).split()),
        possibility=_possibility(
            first,
            last,
            hedges,
            calendar=measure is not None and measure.calendar,
            signed=(first.value is not None and first.value < 0) or dimension == "temperature",
        ),
        words=words,
        restates=restated is not None,
    )


def _unit(text: str, position: int, sign: tuple[str, int] | None) -> UnitMatch | Refusal | None:
    """The unit of the number that ends at `position`, or what says that it is no number.

    Behind a sign of money only words of money are: the number of "$5 m" has no metres. A sign is
    the unit of the number before it only where none follows: "$5-$6".
    """
    unit = match_unit(text, position)
    if isinstance(unit, Refusal):
        return unit if unit.spoils else None  # "$443 million in cash": the inch is not read
    if unit and not unit.surface[-1].isalpha():
        elsewhere = sign or text[unit.end : unit.end + 1].isdigit()
        return None if unit.unit.is_money and elsewhere else unit
    return None if unit and sign and not unit.unit.is_money else unit


def _range(
    text: str,
    folded: str,
    item: Numeral,
    sign: tuple[str, int] | None,
    unit: UnitMatch | Refusal | None,
) -> tuple[Numeral, Numeral | None]:
    """The numbers of "20 to 30", "$5-$10 million", "between 20 km and 30 km"; else just the first.

    The first has `sign` before it and `unit` behind it.
    """
    start = sign[1] if sign else item.start
    own = unit if isinstance(unit, UnitMatch) else None
    led = _BETWEEN.search(folded, max(0, start - _LONGEST_BETWEEN), start)
    joint = (_AND if led else _JOINT).match(folded, own.end if own else item.end)
    if joint is None or item.value is None:
        return item, None
    written = text[start : item.start]
    again = bool(sign) and text.startswith(written, joint.end())
    last = numeral(folded, joint.end() + (len(written) if again else 0))
    if last is None or last.value is None or lookalike(text, folded, last, 0, joined=True):
        return item, None
    if own:
        other = _unit(text, last.end, sign)
        if not isinstance(other, UnitMatch) or other.unit != own.unit:
            return item, None
    first = item
    if last.scale and not item.scale and item.value < last.value.scaleb(-last.scale):
        first = _times(item, last.scale, item.end)  # "5 to 10 million" are both millions
    elif joint[0] == " to " and (own or again):
        return item, None  # "rose 5 cents to 10 cents": the one is the change, the other the end
    return (first, last) if item.value < last.value else (item, None)


def _compound(
    text: str, folded: str, item: Numeral, unit: UnitMatch, end: int
) -> tuple[Numeral, int]:
    """A number said in several units, in the first of them: "an hour and a half", "2 hours 30
    minutes", "78 days, 14 hours and 40 minutes"; and where its words end."""
    assert item.value is not None or item.vague
    hyphened = text[unit.start - 1] in "-\u2010\u2011"  # "a 17-mile, 16-inch pipeline"
    if item.value is None or hyphened or not unit.surface[-1].isalpha():
        return item, end
    if half := _AND_A_HALF.match(folded, end):
        grain = item.grain / 2
        return replace(item, value=item.value + Decimal("0.5"), step=grain), half.end()
    last = unit
    while (joint := _AND_THEN.match(folded, end)) and joint.end() < len(folded):
        rest = numeral(folded, joint.end())
        smaller = _unit(text, rest.end, None) if rest and rest.value is not None else None
        if rest is None or rest.value is None or not isinstance(smaller, UnitMatch):
            break
        fits = float(rest.value) * smaller.unit.factor < last.unit.factor
        if smaller.unit.dimension != unit.unit.dimension or not fits:
            break
        share = smaller.unit.factor / unit.unit.factor
        value = (item.value or 0) + rest.value * Decimal(repr(share))
        item, last, end = replace(item, value=value, step=rest.grain * share), smaller, smaller.end
    return item, end


def _times(item: Numeral, scale: int, end: int) -> Numeral:
    """The numeral with the magnitude 10 ** `scale` that ends at `end`."""
    assert item.value is not None
    value, exponent = item.value.scaleb(scale), item.exponent + scale
    return replace(item, value=value, exponent=exponent, scale=item.scale + scale, end=end)


def _suffix(folded: str, position: int) -> tuple[int, HedgePhrase | None]:
    """Where a number ends with what belongs to it ("20-odd", "20+", "two full"), and its hedge."""
    if modifier := _MODIFIER.match(folded, position):
        position = modifier.end()
    for suffix, hedge in _SUFFIXES.items():
        if found := suffix.match(folded, position):
            return found.end(), HedgePhrase(hedge, *found.span(1))
    return position, None


def _words(folded: str, position: int) -> tuple[Word, ...]:
    found: list[Word] = []
    if joined := _HYPHENED.match(folded, position):
        found.append(Word(joined[1], joined.start(1), joined.end(1)))
        position = joined.end()
    while len(found) < _NOUNS_AHEAD and (match := _WORD.match(folded, position)):
        found.append(Word(match[1], match.start(1), match.end(1)))
        position = match.end()
    return tuple(found)


def _behind_noun(folded: str, words: tuple[Word, ...]) -> HedgePhrase | None:
    """ "20 carriages or more": the hedge behind the noun that is counted."""
    return next((h for word in words[:3] if (h := hedge_behind(folded, word.end))), None)


def _says_one(folded: str, item: Numeral, *, measured: bool, hedged: bool) -> bool:
    """Whether an article is a one: "almost a day", "a full day", "took a day", not "by day"."""
    if item.start == item.end:
        return measured  # "day-long"
    article = _ARTICLE.match(folded, item.start)
    if item.vague or article is None or item.end > article.end():
        return True
    led = _MEASURES.search(folded, max(0, item.start - 12), item.start)
    return measured and bool(article[1] or hedged or led)


def _restated(
    folded: str, start: int, unit: Unit | None, previous: Outcome | None
) -> Quantity | None:
    """The quantity that this one converts: "1,000 km (600 miles)"."""
    if not isinstance(previous, Quantity) or previous.unit is None or unit is None:
        return None
    if unit == previous.unit or unit.dimension != previous.unit.dimension:
        return None
    return previous if _OPENING.fullmatch(folded, previous.end, start) else None


def _possibility(
    first: Numeral, last: Numeral | None, hedges: list[Hedge], *, calendar: bool, signed: bool
) -> Possibility:
    if first.vague:
        return VAGUE[first.vague].scaled(first.grain)
    assert first.value is not None
    n, grain = float(first.value), first.grain
    if last:
        assert last.value is not None
        return _of_range(hedges, n, grain, float(last.value), last.grain)
    hedge, play = _leading(hedges), next((h for h in hedges if h not in BOUNDS), None)
    if hedge in BOUNDS and play:
        return stacked(hedge, play, n, grain, calendar=calendar, signed=signed)
    return hedged(hedge, n, grain, calendar=calendar, signed=signed)


def _of_range(
    hedges: list[Hedge], low: float, low_grain: float, high: float, high_grain: float
) -> Possibility:
    """A range and what hedges it: "about 20 to 30" has softer ends, "more than 20 to 30" begins
    at the one, "up to 20 to 30" ends at the other."""
    hedge = _leading(hedges)
    if hedge in BOUNDS and DIRECTION[hedge] > 0:
        return hedged(hedge, low, low_grain)
    if hedge in BOUNDS:
        return hedged(hedge, high, high_grain)
    span = between(low, low_grain, high, high_grain)
    if hedge is Hedge.NONE or hedge is Hedge.EXACTLY:
        return span
    return replace(
        span,
        low=min(span.low, hedged(Hedge.ABOUT, low, low_grain).low),
        high=max(span.high, hedged(Hedge.ABOUT, high, high_grain).high),
    )


def _leading(hedges: list[Hedge]) -> Hedge:
    """The hedge that decides: a bound goes before "about"."""
    return next((h for h in hedges if h in BOUNDS), hedges[0] if hedges else Hedge.NONE)
