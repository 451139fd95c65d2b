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

from claimcheck.quantities import numerals
from claimcheck.quantities.calendar import moments
from claimcheck.quantities.calendar.dates import Moment
from claimcheck.quantities.calendar.moments import moment, shifted
from claimcheck.quantities.candidates import Leads, digit_pattern
from claimcheck.quantities.changes import FACTORS, way_over
from claimcheck.quantities.grammar import either, words
from claimcheck.quantities.hedges import DIRECTION, Hedge
from claimcheck.quantities.hedging import (
    TRAILING_WORDS,
    HedgePhrase,
    hedge_behind,
    hedges_before,
)
from claimcheck.quantities.leads import lead
from claimcheck.quantities.lexicon import Unit, catalogue
from claimcheck.quantities.lookalikes import (
    NOT_A_NUMBER,
    addressed,
    counted_year,
    glued_before,
    glued_behind,
    listed,
    lookalike,
    pronoun,
)
from claimcheck.quantities.measures import measured, over_time
from claimcheck.quantities.nouns import counted_noun
from claimcheck.quantities.numerals import Numeral, fold, numeral
from claimcheck.quantities.quantity import Kind, Quantity, Refused
from claimcheck.quantities.ranges import ALONE, NUMBER_AHEAD, compound, second, times
from claimcheck.quantities.units import MoneySign, UnitMatch, match_unit, money_sign
from claimcheck.quantities.units import unit as unit_named

__all__ = ["Moment", "Outcome", "Quantity", "Refused", "quantities"]

Outcome: TypeAlias = Quantity | Moment | Refused

_WHOLES = words("one", "leads")
_FULL = words("one", "wholes")
_LENGTH_WORDS = words("one", "lengths")
_LEADS = Leads(
    {
        *numerals.STARTS,
        *moments.LEADS,
        *FACTORS,
        *_WHOLES,
        *(f"{word}long" for word in _LENGTH_WORDS),
        "thousand",
        "hundred",
    },
    {
        *numerals.AFTER_ARTICLE,
        *(w for w in catalogue().words if w.isascii() and w.isalpha() and w[-1] != "s"),
    },
)
_LONG_WORDS = Leads(("long",))
_WHOLE = re.compile(
    rf"(an?)\s(?:(?:{either(_FULL)})\s)?|another\s|(?:{either(_WHOLES - {'another'})})[\s-]"
)
_VERB_BEFORE = re.compile(rf"\b(?:{either(words('one', 'verbs'))})\s\Z")
_LONG = re.compile(rf"(?:{either(_LENGTH_WORDS)})[- ]?long(?![\w-])")
_LENGTH_BEFORE = re.compile(rf"(?<![\w-])(?:{either(_LENGTH_WORDS)})[- ]\Z")
_HALF_OR_REST = re.compile(r"\sand\s(?:a\s)?half(?![\w-])|,?\s(?:and\s)?(?=\d)")

_WORD = re.compile(r"[a-z]++")
_PLAIN_BEFORE = frozenset(" \n\t\xa0(\"'“‘,;[—")
_OPENS_CODE = frozenset("-–:/")
_MINUS_SIGNS = frozenset("-–−")
_CAPITAL = re.compile(r"\s[MB](?=\s[a-z])")

# What may stand behind a number or its unit and belong to it, and the words it begins with.
_BEHIND = re.compile(r"[^\S\n]{0,2}\n?[^\S\n]?([a-z]++|[-–~+)])")
_RANGE_WORDS = words("range", "to") | {"and", "-", "–", "~"}
_MODIFIERS = words("modifier")
_MODIFIER = re.compile(rf"\s(?:{either(_MODIFIERS)})(?=\s)")
_SUFFIXES = {
    re.compile(r"[- ]?(odd)(?![a-z])"): Hedge.ODD,
    re.compile(r"-?(\+|plus)(?![a-z])"): Hedge.AT_LEAST,
}
_SUFFIX_WORDS = _MODIFIERS | {"odd", "plus", "+", "-"}
_OLD, _AGED = words("age", "behind"), words("age", "before")
_AGE = re.compile(rf"(?:[- ](?:{either(_OLD)})|\sof\sage)(?!\w)")
_SHAPES = words("shape")
_SHAPE = re.compile(rf"\)?[- ]?(?:{either(_SHAPES)})(?!\w)")
_AFTER_UNIT = _OLD | _SHAPES | {"of", "below", "-", ")"}
_GATE = _RANGE_WORDS | _SUFFIX_WORDS
_PART_OPENS = frozenset((" ", ","))
_PART = re.compile(rf",?\s(?:and\s)?(?:{NUMBER_AHEAD.pattern})|\sand\s(?:a\s)?half")
_BELOW_ZERO = re.compile(rf"\sbelow\s(?:{either(words('minus', 'zero'))})(?![a-z])")
_FALLS_BELOW_ZERO = frozenset(("temperature", "angle"))
_DAYS_NAMED = re.compile(
    r"\s((?:business|working|trading)\sdays?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)(?![a-z])"
)
_KINDS: dict[str, Kind] = {"fraction": "share", "factor": "factor"}

_BRACKETS = frozenset("([")
_OPENING = re.compile(r"\s?[(\[]")
_OR_AGAIN = re.compile(r"(?:\s[a-z]++)?,?\sor\s")
_BOTH = re.compile(r"\s?,?\s(?:and|but)\s(?:is\s)?")
_NEAR = 30  # how far apart two quantities may stand that are one statement

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
            if type(outcome) is Quantity and found and outcome.start - self.taken <= _NEAR:
                outcome = self._joined(outcome)
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
                if led := _LENGTH_BEFORE.search(folded, max(0, at - 8), at):
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
            return Refused(start, item.end, NOT_A_NUMBER)
        return self._quantity(item, sign, hedge)

    def _at_word(self, start: int) -> Outcome | None:
        text, folded = self.text, self.folded
        step = _WORD.match(folded, start)
        assert step is not None
        word = step[0]
        if word in moments.LEADS:
            day = moment(text, folded, start, self.anchor)
            if day is not None:
                return day
        if word in FACTORS:
            factor = Numeral(start, step.end(), FACTORS[word], 0, "factor")
            return self._with_unit(factor, None, step.end(), None)
        item = numeral(folded, start) if word not in _WHOLES else None
        if item is None:
            return self._one(start)
        return pronoun(folded, item) or self._quantity(item, None, None)

    def _one(self, start: int) -> Outcome | None:
        """A one without a numeral: "almost a full day", "another hour", "day-long", "a pound"."""
        text, folded = self.text, self.folded
        lead = _WHOLE.match(folded, start)
        position = lead.end() - 1 if lead else start
        long = None if lead else _LONG.match(folded, start)
        unit = match_unit(text, position) if lead or long else None
        if not isinstance(unit, UnitMatch) or not unit.surface[0].isalpha():
            return None
        if long is not None:
            return self._with_unit(Numeral(start, start, 1.0, 0), unit.unit, long.end(), None)
        assert lead is not None
        if len(unit.surface) < 2 or (
            lead[0].strip() == lead[1] and not self._article_counts(start, unit)
        ):
            return None
        return self._with_unit(Numeral(start, position, 1.0, 0), unit.unit, unit.end, None)

    def _article_counts(self, start: int, unit: UnitMatch) -> bool:
        """Whether "a" is a one: "almost a day", "took a day", "a minute and 30 seconds", and "a
        kilogram" that is nobody's price; not "by a day", "a year later", "$5 a pound"."""
        folded = self.folded
        if hedges_before(folded, start, since=self.taken):
            return True
        if _VERB_BEFORE.search(folded, max(0, start - 12), start):
            return True
        if _HALF_OR_REST.match(folded, unit.end):
            return True
        if unit.unit.dimension == "time" or (unit.unsure and not unit.unit.is_money):
            return False
        priced = bool(self.found) and start - self.taken <= 1
        if ALONE.match(folded, unit.end) is None and not folded.startswith(" of ", unit.end):
            return False
        return not priced

    # -------------------------------------------------------------------------------- quantities

    def _quantity(
        self, item: Numeral, sign: MoneySign | None, hedge: HedgePhrase | None
    ) -> Outcome:
        """What the number of `item` is, with its unit: most lookalikes end here."""
        text, folded = self.text, self.folded
        end = item.end
        behind = folded[end : end + 1]
        if folded.startswith(" (", end) and (again := self._said_again(item)):
            item = _with(item, end=again)
            end, behind = again, folded[again : again + 1]
        if item.kind == "ordinal":
            noun = counted_noun(folded, end, one=True).text
            return Quantity(item.start, end, (item.value or 0.0,), (1.0,), "ordinal", noun=noun)
        if sign is None:
            if behind in _OPENS_CODE and (code := lookalike(text, folded, item)):
                return code
            if folded.startswith((")", " )"), end) and (refused := listed(folded, item)):
                return refused
        measure = measured(text, folded, item, sign)
        if isinstance(measure, Refused):
            return measure
        unit, end, scale = measure
        if scale:
            item = times(item, scale, item.end)
        if unit is None:
            if behind.isalpha():
                glued = glued_behind(text, folded, item)
                if isinstance(glued, Refused):
                    return glued
                item, end = glued, glued.end
            elif behind == " " and text[end + 1 : end + 2].isupper():
                if addressed(text, end):
                    return Refused(item.start, end, "an address")
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
        suffix: HedgePhrase | None = None
        step = _BEHIND.match(folded, end)
        word = step[1] if step else ""
        if word in _GATE and not item.vague:
            if unit is None and word in _SUFFIX_WORDS:
                stop, suffix = _suffix(folded, end)
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
                step = _BEHIND.match(folded, end)
                word = step[1] if step else ""
        if item.value is not None and last is None:
            parts = [(item.value, unit.name)] if unit is not None else []
            if (
                unit is not None
                and folded[end : end + 1] in _PART_OPENS
                and _PART.match(folded, end)
            ):
                item, end, parts = compound(text, folded, item, unit, end)
                step = _BEHIND.match(folded, end)
                word = step[1] if step else ""
            if self.anchor and (day := self._shifted(item, unit, end, parts)):
                return day
        if unit is not None:
            if word in _AFTER_UNIT:
                item, unit, end, kind = self._after_unit(item, unit, end, kind, word)
                step = _BEHIND.match(folded, end)
                word = step[1] if step else ""
        elif word == "below" and (below := _BELOW_ZERO.match(folded, end)):
            unit, end = unit_named("degree"), below.end()
            item = _with(item, value=-(item.value or 0.0))
        elif left in _AGED:
            unit, kind = unit_named("year"), "age"

        noun, stop = "", end
        if unit is None and step and kind != "factor":
            noun, stop = counted_noun(folded, end, one=item.value == 1)
        behind = suffix
        if behind is None and word in TRAILING_WORDS:
            behind = hedge_behind(folded, end)
        if behind is None and noun and folded.startswith(_TRAILING, stop):
            behind = hedge_behind(folded, stop)
        hedges: tuple[Hedge, ...] = ()
        said = ""
        if before or behind is not None:
            hedges, said = _hedging(folded, start, before, behind)
            if behind is not None and (unit is not None or behind.start <= end + 1):
                end = max(end, behind.end)
        restates = False
        if left in _BRACKETS and (restated := self._restated(start, unit)):
            restates = True
            if not hedges:
                hedges, said = restated.hedges, restated.hedge_words
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

    def _after_unit(
        self, item: Numeral, unit: Unit, end: int, kind: Kind, word: str
    ) -> tuple[Numeral, Unit, int, Kind]:
        """What the `word` behind a unit makes of a quantity: an age ("35 years old"), a shape
        ("26 miles long"), a rate ("20 tons of copper a year"), frost ("3 degrees below zero")."""
        folded = self.folded
        if age := _AGE.match(folded, end):
            timed = unit.dimension == "time"
            return item, unit, age.end() if timed else end, "age" if timed else kind
        if word == "of":
            return item, over_time(self.text, folded, unit, end), end, kind
        if shape := _SHAPE.match(folded, end):
            return item, unit, shape.end(), kind
        if unit.dimension in _FALLS_BELOW_ZERO and (below := _BELOW_ZERO.match(folded, end)):
            return _with(item, value=-(item.value or 0.0)), unit, below.end(), kind
        return item, unit, end, kind

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

    def _restated(self, start: int, unit: Unit | None) -> Quantity | None:
        """The quantity that this one converts: "1,000 km (600 miles)"."""
        previous = self.found[-1] if self.found else None
        if not isinstance(previous, Quantity) or previous.unit is None or unit is None:
            return None
        if unit == previous.unit or unit.dimension != previous.unit.dimension:
            return None
        return previous if _OPENING.fullmatch(self.folded, previous.end, start) else None

    def _joined(self, this: Quantity) -> Quantity:
        """`this`, joined with the quantity before it where both are one statement: "more than 10
        and less than 20" is a range, "lost 190 points, or 0.6%" a loss said twice."""
        first = self.found[-1]
        if not isinstance(first, Quantity):
            return this
        folded = self.folded
        if first.change and not this.change and _OR_AGAIN.fullmatch(folded, first.end, this.start):
            return _with(this, change=first.change)
        if not (first.hedges and this.hedges and _BOTH.fullmatch(folded, first.end, this.start)):
            return this
        ways = DIRECTION.get(first.hedge, 0), DIRECTION.get(this.hedge, 0)
        above, below = (first, this) if ways[0] > 0 else (this, first)
        single = len(first.stated) == len(this.stated) == 1
        if ways[0] * ways[1] >= 0 or not single or above.stated[0] >= below.stated[0]:
            return this
        if first.name != this.name and first.name and this.name:
            return this
        self.found.pop()
        return _with(
            this,
            start=first.start,
            stated=(above.stated[0], below.stated[0]),
            grains=(above.grains[0], below.grains[0]),
            unit=first.unit or this.unit,
            money=first.money or this.money,
            hedges=(),
            hedge_words=f"{first.hedge_words} … {this.hedge_words}",
        )


_TRAILING = tuple(f" {word}" for word in sorted(TRAILING_WORDS) if word.isalpha())


def _hedging(
    folded: str, start: int, before: tuple[HedgePhrase, ...], behind: HedgePhrase | None
) -> tuple[tuple[Hedge, ...], str]:
    """The hedges on both sides of a number that begins with them at `start`, and their words."""
    hedges = [phrase.hedge for phrase in before]
    said = [folded[start : before[-1].end]] if before else []
    if behind is not None:
        hedges.append(behind.hedge)
        said.append(folded[behind.start : behind.end])
    return tuple(hedges), " ".join(" … ".join(said).split())


def _rises(first: Numeral, last: Numeral) -> bool:
    return (last.value or 0.0) > (first.value or 0.0)


def _factor_way(item: Numeral) -> int:
    return 1 if (item.value or 0.0) > 1 else -1


def _suffix(folded: str, position: int) -> tuple[int, HedgePhrase | None]:
    """Where a number ends with what belongs to it ("20-odd", "20+", "two full"), and its hedge."""
    if modifier := _MODIFIER.match(folded, position):
        position = modifier.end()
    for suffix, hedge in _SUFFIXES.items():
        if found := suffix.match(folded, position):
            return found.end(), HedgePhrase(hedge, *found.span(1))
    return position, None
