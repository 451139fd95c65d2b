"""The reader: from a text to its quantities, dates and times, and the numbers that are neither.

The grammar is small and anchored. Candidates say where something may begin; what stands directly
before and behind decides what it is. Nearly every number is a plain one, and so each construction
has a gate, a character or a word in a table, and costs next to nothing where it stays shut.
Nothing is dropped in silence: every run of digits ends as a `Quantity`, a `Moment` or a `Refused`.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TypeAlias

import msgspec

from claimcheck.quantities import ages, numerals
from claimcheck.quantities.ages import is_age, may_be_age
from claimcheck.quantities.calendar import moments
from claimcheck.quantities.calendar.dates import Moment
from claimcheck.quantities.calendar.moments import moment, shifted
from claimcheck.quantities.candidates import Leads, digit_pattern
from claimcheck.quantities.cardinals import TENS
from claimcheck.quantities.changes import FACTORS, way_over
from claimcheck.quantities.companions import AGAIN, NEAR, PARALLEL, converts, joined, noun_again
from claimcheck.quantities.grammar import words
from claimcheck.quantities.hedges import Hedge
from claimcheck.quantities.hedging import TRAILING_WORDS, HedgePhrase, both_sides, hedge_behind
from claimcheck.quantities.leads import lead
from claimcheck.quantities.lexicon import Unit, catalogue
from claimcheck.quantities.lookalikes import (
    ADDRESS,
    NOT_A_NUMBER,
    addressed,
    counted_year,
    glued_before,
    glued_behind,
    listed,
    lookalike,
    pronoun,
    unread,
)
from claimcheck.quantities.measures import measured
from claimcheck.quantities.nouns import NO_NOUNS_AHEAD, counted_noun
from claimcheck.quantities.numerals import Numeral, fold, numeral
from claimcheck.quantities.ones import LEADS as ONES
from claimcheck.quantities.ones import LENGTH_BEFORE, LENGTHS, one
from claimcheck.quantities.quantity import Kind, Quantity, Refused
from claimcheck.quantities.ranges import (
    NUMBER_AHEAD,
    compound,
    odds,
    second,
    shared_unit,
    times,
)
from claimcheck.quantities.surfaces import MoneySign, money_sign
from claimcheck.quantities.tails import (
    AFTER_UNIT,
    PLUS,
    SUFFIXES,
    after_unit,
    below_zero,
    suffix,
    word_behind,
)
from claimcheck.quantities.units import unit as unit_named

__all__ = ["Moment", "Outcome", "Quantity", "Refused", "quantities"]

Outcome: TypeAlias = Quantity | Moment | Refused

_AFTER_ARTICLE = numerals.AFTER_ARTICLE | TENS
_AWAY = re.compile(r"\s(?:ago|earlier|later|before|after)\b")
_LEADS = Leads(
    {
        *numerals.STARTS,
        *moments.LEADS,
        *FACTORS,
        *ONES,
        *(f"{word}long" for word in LENGTHS),
        "thousand",
        "hundred",
    },
    {
        *_AFTER_ARTICLE,
        *words("one", "wholes"),
        *(w for w in catalogue().words if w.isascii() and w.isalpha() and w[-1] != "s"),
    },
)
_LONG_WORDS = Leads(("long",))
_WORD = re.compile(r"[a-z]++")
_PLAIN_BEFORE = frozenset(" \n\t\xa0(\"'“‘,;[—")
_OPENS_CODE = frozenset("-–:/(")
_MINUS_WORDS = words("minus")
_MINUS_SIGNS = frozenset("-–−")
_CAPITAL = re.compile(r"\s[MB](?=\s[a-z]|[.,;:)]|\Z)")

_RANGE_WORDS = words("range", "to") | {"and", "-", "–", "~"}
_GATE = _RANGE_WORDS | SUFFIXES
_PART_WORDS = numerals.STARTS | {"and", "-"}
_PART = re.compile(rf",?\s(?:and\s)?(?:{NUMBER_AHEAD.pattern})|\sand\s(?:a\s)?half|-?\d")
_DAYS_NAMED = re.compile(
    r"\s((?:business|working|trading)\sdays?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)(?![a-z])"
)
# "More than halved" is less than a half of it.
_TURNED = {Hedge.MORE_THAN: Hedge.LESS_THAN, Hedge.ALMOST: Hedge.JUST_OVER}
_KINDS: dict[str, Kind] = {"fraction": "share", "factor": "factor"}

_BRACKETS = frozenset("([")

_with = msgspec.structs.replace


def quantities(text: str, reference: date | None = None) -> list[Outcome]:
    """Every number, date and time of `text` in order of place: read, or refused with its reason.

    Spans are half-open, in code points of `text`, in order and apart. `reference` is the day from
    which "last June" and "two days ago" count; without one they stay unresolved.
    """
    return _Reader(text, reference).outcomes()


class _Reader:
    """A text while it is read: what was found, and up to where its words are taken."""

    def __init__(self, text: str, anchor: date | None) -> None:
        self.text = text
        self.folded = fold(text)
        self.anchor = anchor
        self.found: list[Outcome] = []
        self.taken = 0

    def outcomes(self) -> list[Outcome]:
        folded, found = self.folded, self.found
        search = digit_pattern(folded).search
        length = len(folded)
        places = [*self._word_places(), length]
        index, place = 0, places[0]
        digit = first.start() if (first := search(folded)) else length
        while place < length or digit < length:
            if digit <= place:
                outcome: Outcome | None = self._at_digits(digit)
            else:
                outcome = self._at_word(place)
                index += 1
                place = places[index]
            if outcome is None:
                continue
            if isinstance(outcome, Quantity) and found and outcome.start - self.taken <= NEAR:
                before = found[-1]
                if isinstance(before, Quantity):
                    outcome, whole = joined(folded, before, outcome)
                    if whole:
                        found.pop()
            found.append(outcome)
            self.taken = taken = outcome.end
            if digit < taken:
                digit = after.start() if (after := search(folded, taken)) else length
            while place < taken:
                index += 1
                place = places[index]
        return found

    # ------------------------------------------------------------------------------ candidates

    def _word_places(self) -> list[int]:
        """Where words stand that may lead something; "day-long" is led by its day."""
        folded = self.folded
        places = _LEADS.places(folded)
        if "-long" in folded or " long" in folded:
            for at in _LONG_WORDS.places(folded):
                if led := LENGTH_BEFORE.search(folded, max(0, at - 8), at):
                    places.append(led.start())
            places.sort()
        return places

    def _at_digits(self, start: int) -> Outcome:
        text, folded, since = self.text, self.folded, self.taken
        before = folded[start - 1] if start else " "
        if before == "." and start > since and not folded[start - 2 : start - 1].isalnum():
            start -= 1  # ".75"
            before = folded[start - 1] if start else " "
        sign = money_sign(text, start)
        if sign is not None and sign.start < since:
            sign = None
        hedge: HedgePhrase | None = None
        if sign is None:
            if before not in _PLAIN_BEFORE and start > since:
                if before in _MINUS_SIGNS and start - 1 > since:
                    sign = money_sign(text, start - 1)  # "$-99"
                    if sign is not None and sign.start < since:
                        sign = None
                if sign is None:
                    glued = glued_before(text, folded, start, since)
                    if isinstance(glued, Refused):
                        return glued
                    hedge = glued
            day = moment(text, folded, start, self.anchor) if hedge is None else None
            if day is not None and not day.bare:
                return day
            item = numeral(folded, start)
            if day is not None and not counted_year(text, folded, item, day):
                return day
        else:
            item = numeral(folded, start)
        if item is None:
            return Refused(start, start + 1, NOT_A_NUMBER)
        if item.value is None and not item.vague:
            return unread(folded, start, item.end)
        return self._quantity(item, sign, hedge)

    def _at_word(self, start: int) -> Outcome | None:
        text, folded = self.text, self.folded
        step = _WORD.match(folded, start)
        assert step is not None
        word = step[0]
        if word == "second" and folded.endswith("per ", 0, start):
            return None
        if word in moments.LEADS:
            day = moment(text, folded, start, self.anchor)
            if day is not None:
                return day
        if word in FACTORS:
            factor = Numeral(start, step.end(), FACTORS[word], 0, "factor")
            return self._with_unit(factor, None, step.end(), None)
        if word in _MINUS_WORDS and folded.endswith("or ", 0, start):
            return None  # "plus or minus 3"
        counts = word not in ONES
        if word == "a" or word == "an":
            after = _WORD.match(folded, step.end() + 1)
            counts = after is not None and after[0] in _AFTER_ARTICLE
        item = numeral(folded, start) if counts else None
        if word == "one" and item is not None and folded.endswith("the ", 0, start):
            item = _with(item, kind="exact")  # "the one road" tells that there is no other
        if item is not None:
            return pronoun(folded, item) or self._quantity(item, None, None)
        single = one(text, folded, start, self.taken)
        if single is None:
            return None
        item, unit, end = single
        away = _AWAY.match(folded, end) if unit is not None and unit.calendar else None
        if unit is not None and away is not None and word in ("a", "an"):
            day = self._shifted(item, unit, end, [(1.0, unit.name)])
            return day or Moment(start, away.end())  # "a day earlier"
        return self._with_unit(item, unit, end, None)

    # -------------------------------------------------------------------------------- quantities

    def _quantity(
        self, item: Numeral, sign: MoneySign | None, hedge: HedgePhrase | None
    ) -> Outcome:
        """What the number of `item` is, with its unit: most lookalikes end here."""
        text, folded = self.text, self.folded
        end = item.end
        behind = folded[end : end + 1]
        if behind == " " and folded[end + 1 : end + 2] == "(" and (again := self._said_again(item)):
            item = _with(item, end=again)
            end, behind = again, folded[again : again + 1]
        if item.kind == "ordinal":
            noun = counted_noun(text, folded, end, one=True).text
            return Quantity(item.start, end, (item.value or 0.0,), (1.0,), "ordinal", noun=noun)
        if sign is None:
            if behind in _OPENS_CODE and (code := lookalike(text, folded, item)):
                return code
            if (
                behind in ") "
                and folded.startswith((")", " )"), end)
                and (refused := listed(folded, item))
            ):
                return refused
            if behind == " " and (share := odds(text, folded, item)):
                return self._with_unit(share, None, share.end, None, hedge)
        measure = measured(text, folded, item, sign)
        if isinstance(measure, Refused):
            return measure
        unit, end, scale = measure
        if scale:
            item = times(item, scale, item.end if unit is not None else end)
        if unit is None and not scale:
            if behind.isalpha():
                glued = glued_behind(text, folded, item)
                if isinstance(glued, Refused):
                    return glued
                item, end = glued, glued.end
            elif behind == " " and (
                text[end + 1 : end + 2].isupper() or folded.startswith("block of", end + 1)
            ):
                if addressed(text, end):
                    return Refused(item.start, end, ADDRESS)
                if _CAPITAL.match(text, end):  # "8 B people"
                    item = times(item, numerals.MAGNITUDE_LETTERS[folded[end + 1]], end + 2)
                    end = item.end
        return self._with_unit(item, unit, end, sign, hedge)

    def _said_again(self, item: Numeral) -> int | None:
        """Where the bracket ends that says a number again: "forty-five (45) days"."""
        folded, position = self.folded, item.end + 2
        again = numeral(folded, position) if NUMBER_AHEAD.match(folded, position) else None
        same = again is not None and again.value is not None and again.value == item.value
        return again.end + 1 if again and same and folded.startswith(")", again.end) else None

    def _with_unit(
        self,
        item: Numeral,
        unit: Unit | None,
        end: int,
        sign: MoneySign | None,
        glued: HedgePhrase | None = None,
    ) -> Outcome:
        """The quantity of `item`, whose unit (or number) ends at `end`, with all that stands
        around it: hedges, a second number, smaller units, an age, the noun."""
        text, folded = self.text, self.folded
        led = lead(text, folded, item, unit, sign, self.taken, glued)
        if isinstance(led, Refused):
            return led
        start, negative, left, before, change = led
        kind: Kind = "quantity"
        if unit is None and item.kind in _KINDS:
            kind = _KINDS[item.kind]
            change = _factor_way(item) if kind == "factor" else change
        if negative and item.value is not None:
            item = _with(item, value=-item.value)

        last: Numeral | None = None
        ending: HedgePhrase | None = None
        word = word_behind(folded, end)
        if word in _GATE and not item.vague:
            if unit is None and word in SUFFIXES:
                stop, ending = suffix(folded, end)
                if stop != end:
                    measure = measured(text, folded, _with(item, end=stop), sign)
                    if isinstance(measure, Refused):
                        return measure
                    unit, end = measure[0], max(measure[1], stop)
            if word in _RANGE_WORDS and (
                pair := second(text, folded, item, unit, end, sign, left, change)
            ):
                item, last, unit, end, kind = pair
                if kind == "change":
                    change = way_over(folded, start) or (1 if _rises(item, last) else -1)
                word = word_behind(folded, end)
            elif unit is None and word == "and" and item.value is not None:
                unit = shared_unit(text, folded, end)
        if item.value is not None and last is None:
            parts = [(item.value, unit.name)] if unit is not None else []
            # Where a letter follows it must begin a number, or "and"; where a digit does, none.
            if unit is not None and (not word or word in _PART_WORDS) and _PART.match(folded, end):
                item, end, parts = compound(text, folded, item, unit, end)
                word = word_behind(folded, end)
            if self.anchor and (day := self._shifted(item, unit, end, parts)):
                return day
        if unit is not None:
            if word in AFTER_UNIT:
                item, unit, end, kind = after_unit(text, folded, item, unit, end, kind, word)
                word = word_behind(folded, end)
        elif word == "below" and (below := below_zero(folded, end)):
            unit, end = unit_named("degree"), below
            item = _with(item, value=-(item.value or 0.0))

        noun, stop = "", end
        goes_on = bool(word) or folded[end + 1 : end + 2].isdecimal()  # "2 million 9-litre cases"
        if unit is None and goes_on and word not in NO_NOUNS_AHEAD and kind != "factor":
            noun, stop = counted_noun(text, folded, end, one=item.value == 1)
        if (
            unit is None
            and left in ages.WORDS
            and kind == "quantity"
            and item.value is not None
            and not noun
            and may_be_age(item.value)
            and is_age(
                text, folded, start, end, left, folded[start : before[-1].end] if before else ""
            )
        ):
            unit, kind = unit_named("year"), "age"
        elif unit is None and not noun and (left in PARALLEL or word in AGAIN):
            counts = [o for o in self.found[-2:] if isinstance(o, Quantity)]
            noun = noun_again(folded, counts[-1], start, end, left) if counts else ""
        behind = ending
        if behind is None and unit is not None and word in PLUS:
            end, behind = suffix(folded, end)
        if behind is None and word in TRAILING_WORDS:
            behind = hedge_behind(folded, end)
        if behind is None and noun and folded.startswith(_TRAILING, stop):
            behind = hedge_behind(folded, stop)
        hedges: tuple[Hedge, ...] = ()
        said = ""
        if before or behind is not None:
            hedges, said = both_sides(folded, start, before, behind)
            if kind == "factor" and (item.value or 0.0) < 1:
                hedges = tuple(_TURNED.get(hedge, hedge) for hedge in hedges)
            if behind is not None and (unit is not None or behind.start <= end + 1):
                end = max(end, behind.end)
        if item.kind == "exact" and not hedges:
            hedges, said = (Hedge.EXACTLY,), folded[start:end]
        restates = False
        if left in _BRACKETS and self.found:
            previous = self.found[-1]
            restates = type(previous) is Quantity and converts(folded, previous, start, unit)
            if restates and type(previous) is Quantity and not hedges:
                hedges, said = previous.hedges, previous.hedge_words
        money = ""
        if unit is not None and unit.is_money:
            money, unit = unit.name, None
        stated = () if item.value is None else (item.value,)
        grains: tuple[float, ...] = (item.grain,)
        if last is not None and last.value is not None:
            stated, grains = (*stated, last.value), (*grains, last.grain)
        return Quantity(
            start,
            end,
            stated,
            grains,
            kind,
            item.vague,
            unit,
            money,
            noun,
            hedges,
            said,
            change,
            restates,
        )

    def _shifted(
        self, item: Numeral, unit: Unit | None, end: int, parts: list[tuple[float, str]]
    ) -> Moment | None:
        """The day that a duration leads to from the reference day: "two days ago", "two Mondays
        from now"; None where it is no duration or leads to none."""
        if unit is None and (named := _DAYS_NAMED.match(self.folded, end)):
            parts, end = [(item.value or 0.0, named[1])], named.end()
        elif unit is None or unit.dimension != "time":
            return None
        *also, (count, name) = parts
        return shifted(self.folded, name, count, end, self.anchor, start=item.start, also=also)


_TRAILING = tuple(f" {word}" for word in sorted(TRAILING_WORDS) if word.isalpha())


def _rises(first: Numeral, last: Numeral) -> bool:
    return (last.value or 0.0) > (first.value or 0.0)


def _factor_way(item: Numeral) -> int:
    return 1 if (item.value or 0.0) > 1 else -1
