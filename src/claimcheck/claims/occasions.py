"""Occasions: how often somebody went by plane, train or ship, and on which days.

Three closed forms are read. "The one time Ada travelled abroad by plane" says that there was just
one until then; "has travelled by plane on several occasions", "made international trips by plane"
that there were two at least; "May 2018: Ada flies to Rome" dates one of them. What narrows the
class further is refused: "the only time she flew to Rome", "flew home", a trip without a day or
without a place that it leads to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.articles.article import Article
from claimcheck.claims.attribution import attribution
from claimcheck.claims.claim import Claim
from claimcheck.claims.clauses import Clause, Clauses, Word
from claimcheck.claims.contexts import NOTHING, Context
from claimcheck.claims.events import CURRENT, HABITUAL, STANDING, UNRESOLVED, Event, Events
from claimcheck.claims.measurands import Measurand
from claimcheck.claims.named import Named
from claimcheck.claims.names import NameKind
from claimcheck.claims.subjects import Subjects
from claimcheck.quantities.calendar.dates import MONTH_NAMES
from claimcheck.quantities.hedges import Hedge, hedged
from claimcheck.quantities.possibility import Possibility

ABROAD = "trips abroad"
"""The scope of trips that are said to lead out of the country."""

COUNTED, DATED = "trips by ", "trip by "
"""How the ids of the measurands begin: how many there were, and one of them."""

LAST = "last "
"""How the governor begins that keeps the month of "last June"."""

_GO = r"(?:travel(?:l?ed|s)?|went|goes|gone|journeyed|left|ventured)"
_ABROAD = (
    r"(?:(?:out\sof|outside)\s(?:the|his|her|their)\s(?:own\s)?country|abroad|overseas"
    r"|internationally)"
)
CRAFTS = {
    "plane": "plane planes airplane aeroplane aircraft airliner jet boeing airbus ilyushin antonov "
    "tupolev gulfstream flight",
    "train": "train trains",
    "ship": "ship boat ferry",
}
"""What is gone by, with the words for it."""

_FLOWN = "flies flew flown"
_GOES = "visits visited visit trip travels travelled traveled goes went arrives arrived"
_OWN = r"(?:(?:an?|the|his|her|their)\s)?(?:[\w-]+\s){0,2}?"
_STOPS = r"(?=\s?[,.;:!?)”]|\s[–—-]\s|\s?[–—]|\s(?:was|is|came|because|since)\b|\s?\Z)"
_SEVERAL = r"(?:some|several|many|most|numerous|multiple|various|a\sfew|a\snumber\sof)"
_TRIPS = r"(?:trips|visits|journeys|travels|voyages)"
_LAST_MONTH = re.compile(rf"\blast\s({MONTH_NAMES})\b")
_ASIDE = re.compile(r"\s?[–—(,-]\s?[^–—(),.;]*")  # "– to meet Ada in Singapore last June –"
_LISTED_ABROAD = re.compile(rf"\b{_TRIPS}\s(?:abroad|overseas)\b")
_LEADS_TO = re.compile(r"\b(?:to|towards?|into|visit(?:s|ed)|reach(?:es|ed)?)\b")


@dataclass(frozen=True, slots=True)
class _Forms:
    """The three forms for one kind of craft, each with the `verb` of going; one of the `needed`
    words is in every of them."""

    needed: frozenset[str]
    only: re.Pattern[str]
    several: tuple[re.Pattern[str], ...]
    trip: tuple[re.Pattern[str], ...]


def _forms(words: str, *, flown: bool) -> _Forms:
    craft = rf"(?:{'|'.join(words.split())})"
    by = rf"(?:by|on|in|aboard|via)\s{_OWN}{craft}"
    goes = rf"(?P<verb>{_GO})(?:\s(?P<abroad>{_ABROAD}))?\s{by}"
    flies = rf"|(?P<flew>flew|flown)(?:\s(?P<far>{_ABROAD}))?" if flown else ""
    only = (
        r"\bthe\s(?:one|only|sole|single|one\sand\sonly)\s(?:time|occasion)\s"
        r"(?:(?:that|when|on\swhich)\s)?(?P<who>[^,.;:()–—]{2,60}?)\s(?:(?:has|had|have|ever)\s){0,2}"
        rf"(?:{goes}{flies}){_STOPS}"
    )
    went = r"flown|flew" if flown else r"(?!)"
    several = (
        rf"\b(?P<verb>made|taken|undertaken)\s(?P<value>(?:{_SEVERAL}\s)?(?:(?P<abroad>international"
        rf"|foreign|overseas)\s{_TRIPS}|{_TRIPS}\s(?P<far>abroad|overseas))\sby\s{craft})",
        rf"\b(?P<verb>{_GO})(?:\s(?P<abroad>{_ABROAD}))?\s{by}\s"
        rf"(?P<value>on\s{_SEVERAL}\s(?:occasions|{_TRIPS}))",
        rf"\b(?P<verb>{went})\s(?:[\w’'-]+\s){{0,5}}?(?:for|on)\s(?P<value>{_SEVERAL}\s"
        rf"(?:of\s(?:his|her|their)\s)?{_TRIPS}(?:\s(?P<abroad>abroad|overseas))?)",
    )
    trip = [
        rf"\b(?P<verb>takes|took|boards|boarded)\s{_OWN}{craft}",
        rf"\b(?P<verb>visits|visited|travels|travell?ed|goes|went)\s[^.;:]{{0,60}}?\s{by}",
    ]
    trip += [r"\b(?P<verb>flies|flew)\s(?!(?:back|home|over|past)\b)[^.;:,]{0,60}"] if flown else []
    return _Forms(
        frozenset([*words.split(), *(_FLOWN.split() if flown else ())]),
        re.compile(only),
        tuple(map(re.compile, several)),
        tuple(map(re.compile, trip)),
    )


GOING = re.compile(rf"\b(?:{'|'.join(' '.join([*CRAFTS.values(), _FLOWN, _GOES]).split())})\b")
"""A word of going: what has none tells no occasion and no visit."""

_FORMS = {name: _forms(words, flown=name == "plane") for name, words in CRAFTS.items()}
_POINT = Possibility(1.0, 1.0, 1.0, 1.0)


def trips_abroad(folded: str) -> int | None:
    """Where an article first speaks of trips abroad."""
    found = _LISTED_ABROAD.search(folded)
    return found.start() if found else None


@dataclass(frozen=True, slots=True)
class Occasions:
    """One article, ready to be asked for the occasions that it tells."""

    article: Article
    folded: str
    subjects: Subjects
    events: Events
    names: Named
    story: str
    cast: frozenset[str]
    listed: int | None
    """Where the article first speaks of trips abroad, of which its list then is."""

    def claims(self, index: int, clauses: Clauses) -> Iterator[Claim]:
        """The occasions of the sentence with this index."""
        start, end = clauses.start, clauses.end
        words = {w.text for w in clauses.words}
        for craft, forms in _FORMS.items():
            if words.isdisjoint(forms.needed):
                continue
            if found := forms.only.search(self.folded, start, end):
                yield from self._only(craft, found, index, clauses.at(*found.span()))
                continue
            matches = (form.search(self.folded, start, end) for form in forms.several)
            if found := next(filter(None, matches), None):
                yield from self._several(craft, found, index, clauses.at(*found.span()))
                continue
            matches = (form.search(self.folded, start, end) for form in forms.trip)
            if found := next(filter(None, matches), None):
                yield from self._dated(craft, found, index, clauses.at(*found.span()))

    def _only(
        self, craft: str, found: re.Match[str], index: int, clause: Clause
    ) -> Iterator[Claim]:
        verb = _word(found, "verb") or _word(found, "flew")
        scope = ABROAD if found["abroad"] or found.groupdict().get("far") else ""
        subject = self.subjects.person_at(found.start(), verb.start) if verb else None
        aside = _ASIDE.match(self.folded, found.end(), clause.sentence.end)
        until = aside.end() if aside else found.end()
        last = _LAST_MONTH.search(self.folded, found.end(), until)
        context = Context({}, frozenset({f"{LAST}{last[1][:3]}"} if last else ()))
        places = self._places(found.end(), until)
        if verb and subject:
            yield from self.said(
                *(found.start(), found.end(), index, clause, verb, subject, scope),
                _number(craft),
                STANDING,
                places,
                context,
                counted=(Hedge.EXACTLY, _POINT),
            )

    def _several(
        self, craft: str, found: re.Match[str], index: int, clause: Clause
    ) -> Iterator[Claim]:
        verb = _word(found, "verb")
        # "While Charles feared flying, Ada has flown": it is who stands behind the last comma.
        opens = max(clause.start, self.folded.rfind(",", clause.start, found.start()) + 1)
        subject = self.subjects.person_at(opens, found.start())
        scope = ABROAD if found["abroad"] or found.groupdict().get("far") else ""
        if verb and subject:
            yield from self.said(
                *(found.start("value"), found.end("value"), index, clause, verb, subject, scope),
                _number(craft),
                STANDING,
                (),
                NOTHING,
                counted=(Hedge.AT_LEAST, hedged(Hedge.AT_LEAST, 2, 1)),
            )

    def _dated(
        self, craft: str, found: re.Match[str], index: int, clause: Clause
    ) -> Iterator[Claim]:
        verb = _word(found, "verb")
        assert verb is not None
        places = self._places(verb.start, clause.end)
        event = self.events.event("journey", index, clause, generic=False)
        untold = event.when in (CURRENT, HABITUAL, UNRESOLVED)
        subject = self.subjects.person_at(clause.start, verb.start)
        leads = _LEADS_TO.search(self.folded, verb.start, clause.end)
        if untold or not places or not subject or not leads:
            return
        listed = self.listed is not None and self.listed < clause.start
        yield from self.said(
            *(found.start(), found.end(), index, clause, verb, subject),
            ABROAD if listed else "",
            Measurand(f"{DATED}{craft}", f"trip by {craft}", "category", event="journey"),
            event,
            places,
            NOTHING,
            category=craft,
        )

    def _places(self, start: int, end: int) -> tuple[tuple[str, str], ...]:
        """Where the words in `[start, end)` may lead to: the places that are named there."""
        found = {n.key for n in self.names.between(start, end) if n.kind is NameKind.PLACE}
        return tuple(("to", key) for key in sorted(found))

    def said(
        self,
        start: int,
        end: int,
        index: int,
        clause: Clause,
        verb: Word,
        subject: str,
        scope: str,
        measurand: Measurand,
        event: Event,
        places: tuple[tuple[str, str], ...],
        context: Context,
        *,
        counted: tuple[Hedge, Possibility] = (Hedge.NONE, _POINT),
        category: str = "",
    ) -> Iterator[Claim]:
        """The claim of an occasion; none where it is only planned, denied or usual."""
        said = attribution(self.article.text, clause, max(start, verb.end), end, verb)
        if said.certainty == "U" or said.negative or said.time == "planned" or said.generic:
            return
        hedge, possibility = counted
        exact = hedge is Hedge.EXACTLY
        yield Claim(
            key="",
            id="",
            doc=self.article.id,
            start=start,
            end=end,
            quote=self.article.text[start:end],
            sentence=(clause.sentence.start, clause.sentence.end),
            measurand=measurand,
            subject=subject,
            event=event,
            scope=scope,
            alone=False,
            stated=(possibility.low,) if exact else (),
            unit="",
            hedge=hedge,
            hedge_words="",
            vague=None if exact or category else "plural",
            reading=possibility,
            possibility=possibility,
            anchor=possibility.low if exact else None,
            places=places,
            holder=said.holder,
            certainty=said.certainty,
            negative=False,
            time="past",
            generic=False,
            denied=said.denied,
            story=self.story,
            cast=self.cast,
            rule=f"{measurand.id}/occasion",
            index=index,
            category=category,
            as_of=self.article.anchor,
            context=context,
        )


def _number(craft: str) -> Measurand:
    name, label = f"{COUNTED}{craft}", f"number of trips by {craft}"
    return Measurand(name, label, "count", stability="cumulative")


def _word(found: re.Match[str] | None, group: str) -> Word | None:
    if found is None or not found.groupdict().get(group):
        return None
    return Word(found[group], found.start(group), found.end(group))
