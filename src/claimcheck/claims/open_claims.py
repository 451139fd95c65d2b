"""Open claims: what a value says that no rule pack reads, keyed by the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

import msgspec

from claimcheck.articles.article import Article
from claimcheck.claims.attribution import Attribution, attribution
from claimcheck.claims.categories.families import is_functional
from claimcheck.claims.categories.reading import CategoryMention
from claimcheck.claims.claim import TIME_UNIT, UNNAMED, Claim
from claimcheck.claims.clauses import Clause, Clauses
from claimcheck.claims.contexts import NOTHING, Context, Contexts
from claimcheck.claims.events import STANDING
from claimcheck.claims.measurands import Measurand
from claimcheck.claims.named import Named
from claimcheck.claims.nobody import ZeroCount
from claimcheck.claims.open_attributes import OpenAttribute, befallen, open_attribute
from claimcheck.claims.terms import PREDICATES, term
from claimcheck.quantities.calendar import readings
from claimcheck.quantities.calendar.dates import Moment
from claimcheck.quantities.hedges import Hedge
from claimcheck.quantities.nouns import singular
from claimcheck.quantities.possibility import Possibility
from claimcheck.quantities.quantity import Quantity
from claimcheck.quantities.units import IncompatibleUnits, UnknownUnit, affine, unit

DATE_LINE = "a date line of the page, not of the news"
NO_DAY = "which day or hour is meant cannot be told"
NOT_SAID = "a question, a condition or fiction asserts nothing"
SAID_THEN = "the day on which somebody said something"
RANK_OF_NOTHING = "a place in no list that is named"
CHANGE = "a change, which has no one value"

_LINE_WORDS = re.compile(
    r"\b(?:(?:last\s)?updated|posted|published|modified|printed|first\sposted|gmt|e[sd]t|p[sd]t"
    r"|c[esd]t|cest|et|pt|bst|by|at|on|by|story|date)\b"
)
_RECORD = re.compile(r"\s\(\d{1,3}[-–]\d{1,3}[),]")
# "The inn opened in 1764." and "She died in 1972." are no lines of the page.
_ASSERTS = re.compile(r"\A\s*(?:the|an?|his|her)\s|\b(?:he|she|it|they|was|were|is|are)\b")
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_MOST_LINE_WORDS = 3
_NOUN_REACH = 60
_REVISED = re.compile(
    r"\b(?:revised|corrected|updated|preliminary|provisional|initially|originally"
    r"|now (?:put|stands?|at)|(?:up|down) from|(?:raised|lowered|rose|risen|climbed) to"
    r"|downgraded|upgraded)\b"
)
_UNREPORTED = re.compile(r"\s(?:(?:had|have|has|were|was|been|yet|immediately)\s){0,4}reported\b")
_MATTER = "matter"  # the family of what is asserted and denied
_PLACE = "place"  # what a place lies in
_VARYING = frozenset(("residence", "transport"))  # people move, and travel in many ways
_BEFELL = dict.fromkeys(("casualty", "victim"), ("#kill", "#injure"))
_YEAR = re.compile(r"\d{4}|\b(?:last|ago|years?|earlier)\b")
_ONE_OF_SEVERAL = re.compile(r"day,?\s(?:on\s)?the\s[a-z]+\Z")  # "Wednesday, the second in …"
_DAY = re.compile(
    r"\d|\b(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december)\b"
)
_MONTH = 31
_HALF_A_YEAR = 183
_QUARTERS = (("first", "1st"), ("second", "2nd"), ("third", "3rd"), ("fourth", "4th"))


@dataclass(frozen=True, slots=True)
class OpenClaims:
    """One article, ready to be asked for the claims of its values."""

    article: Article
    folded: str
    contexts: Contexts
    names: Named
    story: str
    cast: frozenset[str]

    def claim(self, value: Quantity | Moment, index: int, clause: Clause) -> Claim | str:
        """The claim that a value in a clause of the sentence with this index makes, or the reason
        why it makes none."""
        sentence = clause.sentence
        if isinstance(value, Moment) and self._is_date_line(*self._line(value, sentence)):
            return DATE_LINE
        if isinstance(value, Moment):
            if self.contexts.is_said_then(value, sentence.end):
                return SAID_THEN
            if _ONE_OF_SEVERAL.search(self.folded, value.start, value.end):
                return NO_DAY
            value = _nearest_year(value, self.folded, self.article.anchor)
        if isinstance(value, Quantity):
            if value.kind in ("change", "factor"):
                return CHANGE
            if value.kind == "ordinal" and not value.noun:
                return RANK_OF_NOTHING
            value = _of_unit(self._as_record(value))
        text = self.article.text
        said = attribution(text, clause, value.start, value.end)
        if said.certainty == "U":
            return NOT_SAID
        counts = isinstance(value, Quantity) and value.kind == "quantity" and not value.name
        noun = singular(value.noun.lower()) if isinstance(value, Quantity) and value.noun else ""
        context = self.contexts.around(
            value.start,
            value.end,
            index,
            clause,
            age=isinstance(value, Quantity) and value.kind == "age",
            people=counts,
            noun=noun,
        )
        of = open_attribute(
            text, self.folded, value, (sentence.start, sentence.end), self.names, context
        )
        measured = _measured(of.measurand, value, self.folded)
        if measured is None:
            return NO_DAY
        end = self._noun_end(value, sentence.end)
        return self._said(value.start, end, index, clause, of, measured, said, context)

    def nobody(self, none: ZeroCount, index: int, clause: Clause) -> Iterator[Claim]:
        """The claims that something befell nobody; none where only nobody knows of anybody, or
        only some are spoken of."""
        if none.unreported or none.part:
            return
        if _UNREPORTED.match(self.folded, none.end, min(none.end + 40, clause.sentence.end)):
            return
        said = attribution(self.article.text, clause, none.start, none.end)
        if said.certainty == "U":
            return
        context = self.contexts.around(
            none.start, none.end, index, clause, age=False, people=False, noun=""
        )
        nought = Quantity(none.start, none.end, (0.0,), (1.0,), hedges=(Hedge.EXACTLY,))
        for predicate in dict.fromkeys(p for n in none.nouns for p in _BEFELL.get(n, (term(n),))):
            if predicate not in PREDICATES:
                continue
            of = OpenAttribute(befallen(predicate))
            measured = _measured(of.measurand, nought, self.folded)
            assert measured is not None
            yield self._said(none.start, none.end, index, clause, of, measured, said, context)

    def category(self, mention: CategoryMention, index: int, clause: Clause) -> Claim | None:
        """The claim that a value makes which is no number; None where it asserts nothing, or may
        stand beside others of its kind."""
        said = attribution(self.article.text, clause, mention.start, mention.end)
        if mention.family == _MATTER:
            return self._matter(mention, index, clause, said)
        if said.certainty == "U" or mention.negative or not is_functional(mention.family):
            return None
        if mention.family == _PLACE:  # "may head for Berbera in Somalia": where it lies is no guess
            said = replace(said, certainty="CT", time="past", generic=False)
        context = self.contexts.around(
            mention.start, mention.end, index, clause, age=False, people=False, noun=""
        )
        name = f"{mention.family} {mention.part}".strip()
        subjects = frozenset({f"@{mention.subject}"} if mention.subject else ())
        measurand = Measurand(
            id=f"category {name}",
            label=_label(mention),
            dimension="category",
            stability="varying" if name in _VARYING else "event",
            tie="subject" if subjects else "words",
        )
        measured = _Measured((), "", _POINT, _POINT, None, category=mention.value)
        of = OpenAttribute(measurand, subjects)
        return self._said(mention.start, mention.end, index, clause, of, measured, said, context)

    def _matter(
        self, mention: CategoryMention, index: int, clause: Clause, said: Attribution
    ) -> Claim | None:
        """The claim that a matter is, or that somebody denies it."""
        if said.certainty == "U" or said.denied or said.negative:
            return None
        measurand = Measurand(f"category {_MATTER}", _MATTER, "category", tie="named")
        measured = _Measured((), "", _POINT, _POINT, None, category=mention.value)
        claim = self._said(
            mention.start,
            mention.end,
            index,
            clause,
            OpenAttribute(measurand),
            measured,
            said,
            NOTHING,
        )
        denied = mention.negative
        return replace(
            claim, subject=mention.subject, rule="matter", negative=denied, denied=denied
        )

    def _said(
        self,
        start: int,
        end: int,
        index: int,
        clause: Clause,
        of: OpenAttribute,
        measured: _Measured,
        said: Attribution,
        context: Context,
    ) -> Claim:
        return Claim(
            key="",
            id="",
            doc=self.article.id,
            start=start,
            end=end,
            quote=self.article.text[start:end],
            sentence=(clause.sentence.start, clause.sentence.end),
            measurand=of.measurand,
            subject=_subject(of, context),
            event=STANDING,
            scope="",
            alone=False,
            stated=measured.stated,
            unit=measured.unit,
            hedge=measured.hedge,
            hedge_words=measured.hedge_words,
            vague=measured.vague,
            reading=measured.reading,
            possibility=measured.possibility,
            anchor=measured.anchor,
            places=(),
            holder=said.holder,
            certainty=said.certainty,
            negative=False,
            time=said.time or "past",
            generic=said.generic,
            denied=said.denied,
            story=self.story,
            cast=self.cast,
            rule=f"open/{of.measurand.tie}",
            restates=measured.restates,
            index=index,
            category=measured.category,
            zone=measured.zone,
            as_of=self.article.anchor,
            revised=_REVISED.search(clause.text) is not None,
            context=context,
            subjects=of.subjects,
            headline=self._is_headline(clause.sentence.start, clause.sentence.end),
        )

    def _as_record(self, value: Quantity) -> Quantity:
        """A pair of numbers that is how often somebody won and lost, alone in brackets behind a
        name or before "season": "the Hoppers (2-13)"; any other value as it is."""
        if len(value.stated) != 2 or value.kind not in ("age", "quantity") or value.money:
            return value
        name = self.names.ending_at(value.start - 2)
        bracketed = name and _RECORD.match(self.folded, value.start - 2, value.end + 1)
        if not bracketed and not self.folded.startswith((" season", " record"), value.end):
            return value
        return msgspec.structs.replace(value, kind="score", unit=None)

    def _line(self, value: Moment, sentence: Clauses) -> tuple[int, int]:
        """The line of a sentence that a day stands in: a headline may have the day below it."""
        start = self.folded.rfind("\n", sentence.start, value.start) + 1
        end = self.folded.find("\n", value.end, sentence.end)
        return max(start, sentence.start), sentence.end if end < 0 else end

    def _is_date_line(self, start: int, end: int) -> bool:
        """Whether a line says nothing but when the page was written."""
        line = _LINE_WORDS.sub(" ", self.folded[start : min(end, start + 120)])
        if _ASSERTS.search(line):
            return False
        return end - start < 120 and len(_LETTERS.findall(line)) <= _MOST_LINE_WORDS

    def _is_headline(self, start: int, end: int) -> bool:
        """Whether a sentence opens its article and ends without a full stop."""
        text = self.article.text
        return not text[:start].strip() and text[start:end].rstrip()[-1:] not in tuple('.!?"”')

    def _noun_end(self, value: Quantity | Moment, until: int) -> int:
        """Where the words of a value end, its noun included."""
        if isinstance(value, Moment) or not value.noun:
            return value.end
        reach = min(until, value.end + _NOUN_REACH)
        found = re.compile(re.escape(value.noun[:4].lower())).search(self.folded, value.end, reach)
        if found is None:
            return value.end
        word = re.compile(r"[\w’'-]*").match(self.folded, found.start(), reach)
        return word.end() if word else value.end


@dataclass(frozen=True, slots=True)
class _Measured:
    """A value as a claim holds it: as stated, and in the unit of its measurand."""

    stated: tuple[float, ...]
    unit: str
    reading: Possibility
    possibility: Possibility
    anchor: float | None
    category: str = ""
    zone: str = ""
    hedge: Hedge = Hedge.NONE
    hedge_words: str = ""
    vague: str | None = None
    restates: bool = False


_POINT = Possibility(0.0, 0.0, 0.0, 0.0)


def _measured(measurand: Measurand, value: Quantity | Moment, folded: str) -> _Measured | None:
    """The value of an open claim; None where the text does not tell the day or the hour."""
    if isinstance(value, Moment):
        if measurand.id == "quarter":
            said = folded[value.start : value.end]
            found = (n for n, words in enumerate(_QUARTERS, 1) if any(w in said for w in words))
            number = float(next(found))
            point = Possibility(number, number, number, number)
            return _Measured((number,), "", point, point, number)
        read = readings.days if measurand.dimension == "date" else readings.hours
        possibility = read(value, folded)
        if possibility is None:
            return None
        unit = "date" if measurand.dimension == "date" else TIME_UNIT
        zone = "" if value.offset is None else f"{value.offset / 60:+.3g}"
        return _Measured((), unit, possibility, possibility, None, zone=zone)
    if measurand.dimension == "score":
        low, high = value.stated
        pair = (low, high) if measurand.id == "record" else (max(low, high), min(low, high))
        category = f"{pair[0]:g}-{pair[1]:g}"
        return _Measured(value.stated, "", _POINT, _POINT, None, category=category)
    reading = value.possibility
    factor, offset = 1.0, 0.0
    if value.unit and measurand.unit:
        try:
            factor, offset = affine(value.unit.name, measurand.unit)
        except (UnknownUnit, IncompatibleUnits):
            return None
    elif (value.noun or measurand.stability == "cumulative") and all(
        n.is_integer() for n in value.stated
    ):
        reading = reading.snapped()  # of a rating of "less than 6" nobody knows that it is whole
    stated = value.stated
    anchor = sum(stated) / len(stated) * factor + offset if stated else None
    return _Measured(
        stated,
        value.name,
        reading,
        reading.scaled(factor, offset),
        anchor,
        hedge=value.hedge,
        hedge_words=value.hedge_words,
        vague=value.vague or None,
        restates=value.restates or (bool(value.money) and folded[: value.start].endswith("(")),
    )


def _label(mention: CategoryMention) -> str:
    """What a category is a value of, for people: "seat colour", "broken part of the body"."""
    if mention.family == "colour":
        return f"{mention.part} colour"
    if mention.family == "injury":
        return f"{mention.part} part of the body"
    return f"{mention.family} {mention.part}".strip().replace("_", " ")


def _subject(of: OpenAttribute, context: Context) -> str:
    """What a claim is said of, for people: the names that may bear it; UNNAMED where none does."""
    number = of.measurand.dimension != "category"  # a weapon or a colour near a name is not its own
    borne = context.bearer and of.measurand.tie == "words" and number
    return _shown(of.subjects or frozenset({context.bearer} if borne else ())) or UNNAMED


@lru_cache(maxsize=1024)
def _shown(keys: frozenset[str]) -> str:
    """The names, but for those that are a part of another: of "ada brown" and "brown" the first."""
    names = {f" {key.removeprefix('@')} " for key in keys}
    whole = (name for name in names if not any(name in other for other in names - {name}))
    return " ".join(name.strip().title() for name in sorted(whole))


def _of_unit(value: Quantity) -> Quantity:
    """A count of units as the measure that it is: "352 net rushing yards"."""
    if value.kind != "quantity" or value.name or not value.noun:
        return value
    try:
        measured = unit(singular(value.noun.lower()))
    except UnknownUnit:
        return value
    if measured.dimension not in ("length", "mass"):
        return value
    return msgspec.structs.replace(value, unit=measured, noun="")


def _nearest_year(moment: Moment, folded: str, anchor: date | None) -> Moment:
    """A day without its year, which the reader looked for in the past, on the other side of its
    article's day where that is nearer: "will be sentenced on May 3", written in April."""
    first, last = moment.first, moment.last
    if not (anchor and first and last and moment.anchored) or moment.kind != "date":
        return moment
    if (last - first).days > _MONTH or _YEAR.search(folded, moment.start, moment.end):
        return moment
    named = _DAY.search(folded, moment.start, moment.end)
    if (anchor - last).days <= _HALF_A_YEAR or not named:
        return moment
    try:
        ahead = [day.replace(year=day.year + 1) for day in (first, last)]
    except ValueError:  # 29 February
        return moment
    return msgspec.structs.replace(moment, first=ahead[0], last=ahead[1])
