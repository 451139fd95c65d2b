"""Extraction: from an article to its claims, and to the numbers nobody could place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from claimcheck.articles.article import Article
from claimcheck.articles.sentences import sentences
from claimcheck.claims.attribution import attribution
from claimcheck.claims.bearers import Bearers
from claimcheck.claims.categories.mentions import category_mentions
from claimcheck.claims.claim import Claim, Hint, identified
from claimcheck.claims.clauses import REACH, Clause, Clauses
from claimcheck.claims.content import content
from claimcheck.claims.contexts import Contexts
from claimcheck.claims.encounters.claims import EncounterClaim, encounter_claim
from claimcheck.claims.encounters.mentions import encounters
from claimcheck.claims.events import OCCASION, Events
from claimcheck.claims.mentions import Mention, Value, Vetoed, match, measured, tense
from claimcheck.claims.named import Named
from claimcheck.claims.names import NameKind, names
from claimcheck.claims.nobody import zero_counts
from claimcheck.claims.occasions import GOING, Occasions, trips_abroad
from claimcheck.claims.open_claims import NOT_SAID, OpenClaims
from claimcheck.claims.patterns import compile_pattern
from claimcheck.claims.routes import Routes
from claimcheck.claims.rulepacks import RulePack, Rules
from claimcheck.claims.subjects import Subjects
from claimcheck.claims.visits import visits
from claimcheck.quantities.calendar.times import week_times
from claimcheck.quantities.numerals import fold, numeral
from claimcheck.quantities.quantity import Quantity, Refused
from claimcheck.quantities.reader import Moment, Outcome, quantities

MAX_QUOTE = 300

NO_PACK = "no rule pack measures this"
NO_CUE = "no cue of a rule pack stands with it"
NO_SUBJECT = "whom or what it is said of cannot be told"

# Verbs of going that may lead to other things than places: "to reach a decision".
_TRANSITIVE = frozenset("reach cross arrive enter get".split())
_OTHER_DAY = re.compile(r"\b(?:next|last|previous|following|every|each|since|until|by)\s+\Z")
# "Sunday, May 3": the day belongs to a date; "left it to the Sunday Times": to a name.
_DATED_DAY = re.compile(r",?\s+[A-Z][a-z]+\.?\s+\d")
_DIGIT = re.compile(r"\d")
_NAMED_DAY = re.compile(r"\s+[A-Z][a-z]+")


@dataclass(frozen=True, slots=True)
class SetAside:
    """A number at `[start, end)` of article `doc` that became no claim, and why."""

    doc: str
    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one article says: claims in order of place, and what was set aside. The claims of
    `encounters` are whole only beside those of other articles."""

    article: Article
    claims: tuple[Claim, ...]
    set_aside: tuple[SetAside, ...]
    sentences: int
    numbers_seen: int
    numbers_read: int
    encounters: tuple[EncounterClaim, ...] = ()


def extract(
    article: Article, rules: Rules, story: str = "", *, assumed: str | None = None
) -> Extraction:
    """The claims of an article. `story` scopes the events that the text does not date; `assumed`
    is the subject of what names none, where somebody knows that there is only one."""
    return _Reading(article, rules, story, assumed).extraction()


@dataclass(frozen=True, slots=True)
class Trial:
    """Everything that was tried on a number, date or time at `[start, end)`: each rule with what
    came of it, and at last the claim, or why there is none."""

    start: int
    end: int
    tried: tuple[tuple[str, str], ...]
    read: Claim | str


def trials(article: Article, rules: Rules) -> list[Trial]:
    """What every rule made of every number of an article, in order of place."""
    return _Reading(article, rules, "", None).trials()


class _Reading:
    """An article with all that is asked of it more than once: its sentences, names, events."""

    def __init__(self, article: Article, rules: Rules, story: str, assumed: str | None) -> None:
        self.given = article
        self.article = content(article)
        self.assumed = assumed
        self.rules = rules
        self.story = story or article.id
        self.text = article.text
        self.folded = fold(article.text)
        self.sentences = sentences(article.text)
        self.starts = [s.start for s in self.sentences]
        self.names = names(article.text, self.sentences, rules.subjects.get("vehicle", ()))
        self.subjects = Subjects(
            self.folded, self.sentences, self.names, rules.subjects, rules.verbs()
        )
        self.events = Events(self.folded, self.sentences)
        self.named = Named(self.folded, self.names)
        self.cast = frozenset(n.key for n in self.names if n.kind is NameKind.PERSON)
        self.bearers = Bearers(self.subjects, rules.subjects)
        self.routes = Routes(
            self.folded,
            self.subjects,
            rules.subjects.get("place", ()),
            rules.subjects.get("vehicle", ()),
        )
        self.clauses: dict[int, Clauses] = {}

    def extraction(self) -> Extraction:
        claims: list[Claim] = []
        aside: list[SetAside] = []
        read_all = quantities(self.text, self.article.anchor)
        opened = self._opened(read_all)
        for outcome in read_all:
            read = self._read(outcome, opened)
            if isinstance(read, Claim):
                claims.append(read)
            elif _is_number(outcome, self.folded):
                aside.append(self._aside(outcome.start, outcome.end, read))
        claims += self._nobody(opened)
        claims += self._categories(opened)
        told = list(self._occasions())
        claims = [c for c in claims if not _within(c, told)] + told
        outcomes = [o for o in read_all if _is_number(o, self.folded)]
        placed = [c for t in week_times(self.folded) if isinstance(c := self._claim(t), Claim)]
        ends = {c.end for c in placed}  # a weekday that a pack reads is no day of the open kind
        claims = [c for c in claims if not (c.measurand.open and c.end in ends)] + placed
        claims.sort(key=lambda c: (c.start, c.end, c.attribute))
        return Extraction(
            self.given,
            tuple(identified(claims)),
            tuple(aside),
            len(self.sentences),
            len(outcomes),
            sum(not isinstance(o, Refused) for o in outcomes),
            tuple(self._encounters([o for o in read_all if isinstance(o, Moment)])),
        )

    def trials(self) -> list[Trial]:
        read_all = quantities(self.text, self.article.anchor)
        opened = self._opened(read_all)
        found: list[Trial] = []
        for outcome in read_all:
            tried: list[tuple[str, str]] = []
            if isinstance(outcome, Quantity) and outcome.kind == "quantity":
                tried = list(self._tried(outcome))
            found.append(
                Trial(outcome.start, outcome.end, tuple(tried), self._read(outcome, opened))
            )
        return found

    def _tried(self, value: Quantity) -> Iterator[tuple[str, str]]:
        """Each rule pack with what it makes of a value."""
        index = bisect_right(self.starts, value.start) - 1
        clause = self._clauses(index).at(value.start, value.end)
        for pack in self.rules.packs:
            found = match(pack, value, clause, self.rules.vetoes(pack))
            if found is None:
                yield pack.attribute, NO_CUE
            elif isinstance(found, Vetoed):
                yield pack.attribute, f"refused: {found.reason}"
            else:
                read = self._said(found, index, clause)
                yield pack.attribute, read if isinstance(read, str) else f"read by {read.rule}"

    def _opened(self, outcomes: list[Outcome]) -> OpenClaims:
        moments = [o for o in outcomes if isinstance(o, Moment)]
        contexts = Contexts(self.folded, self.sentences, self.names, moments)
        return OpenClaims(self.article, self.folded, contexts, self.named, self.story, self.cast)

    def _categories(self, opened: OpenClaims) -> Iterator[Claim]:
        """The claims whose values are no numbers."""
        for index, sentence in enumerate(self.sentences):
            for mention in category_mentions(self.text, self.folded, sentence, self.names):
                clause = self._clauses(index).at(mention.start, mention.end)
                if claim := opened.category(mention, index, clause):
                    yield claim

    def _encounters(self, moments: list[Moment]) -> Iterator[EncounterClaim]:
        """What is told of two people who meet, or whose talks break down."""
        ordered = sorted(self.names, key=lambda n: n.start)
        for found in encounters(self.folded, self.sentences, ordered, moments):
            clause = self._clauses(found.index).at(
                max(found.start, self.starts[found.index]), found.end
            )
            event = self.events.event("meeting", found.index, clause, generic=False)
            claim = encounter_claim(
                self.article, self.folded, found, clause, event, self.story, self.cast
            )
            if claim:
                yield claim

    def _occasions(self) -> Iterator[Claim]:
        """How often somebody went by plane, and when."""
        occasions = Occasions(
            *(self.article, self.folded, self.subjects, self.events, self.named, self.story),
            *(self.cast, trips_abroad(self.folded)),
        )
        places = (found.start() for found in GOING.finditer(self.folded))
        for index in dict.fromkeys(bisect_right(self.starts, place) - 1 for place in places):
            yield from occasions.claims(index, self._clauses(index))
            yield from visits(occasions, index, self._clauses(index))

    def _nobody(self, opened: OpenClaims) -> Iterator[Claim]:
        """The claims that something befell nobody, in words and no number."""
        for index, sentence in enumerate(self.sentences):
            for none in zero_counts(self.folded, sentence.start, sentence.end):
                clause = self._clauses(index).at(none.start, none.end)
                yield from opened.nobody(none, index, clause)

    def _read(self, outcome: Outcome, opened: OpenClaims) -> Claim | str:
        """The claim that a number, a date or a time makes: by a rule pack, else by what stands
        around it; or the reason why it makes none."""
        if isinstance(outcome, Refused):
            return outcome.reason
        if isinstance(outcome, Quantity) and outcome.kind == "quantity":
            read = self._claim(outcome)
            if isinstance(read, Claim) or read == NOT_SAID:
                return read
        index = bisect_right(self.starts, outcome.start) - 1
        clause = self._clauses(index).at(outcome.start, outcome.end)
        return opened.claim(outcome, index, clause)

    def _aside(self, start: int, end: int, reason: str) -> SetAside:
        return SetAside(self.article.id, start, end, self.text[start:end], reason)

    def _claim(self, value: Value) -> Claim | str:
        """The claim that a value makes, or the reason why it makes none."""
        index = bisect_right(self.starts, value.start) - 1
        clause = self._clauses(index).at(value.start, value.end)
        reason = NO_PACK
        for pack in self.rules.packs:
            found = match(pack, value, clause, self.rules.vetoes(pack))
            if isinstance(found, Vetoed):
                reason = f"not {pack.label}: {found.reason}"
            elif isinstance(found, Mention):
                return self._said(found, index, clause)
            elif (
                isinstance(value, Quantity)
                and value.unit
                and pack.dimension == value.unit.dimension
            ):
                reason = NO_CUE if reason == NO_PACK else reason
        return reason

    def _clauses(self, index: int) -> Clauses:
        """The clauses of the sentence with this index, which are found once."""
        if index not in self.clauses:
            sentence = self.sentences[index]
            self.clauses[index] = Clauses(self.folded, sentence.start, sentence.end)
        return self.clauses[index]

    def _said(self, mention: Mention, index: int, clause: Clause) -> Claim | str:
        pack, value = mention.pack, mention.value
        places = self.routes.places(pack, clause)
        if mention.cue.place and not any(role == "to" for role, _ in places):
            return NO_CUE
        if pack.dimension == "when" and not self._sets_out(mention, clause):
            return NO_CUE
        if mention.cue.then and not self._gets_there(mention, clause):
            return NO_CUE
        said = attribution(self.text, clause, value.start, value.end, mention.verb)
        if said.certainty == "U":
            return NOT_SAID
        subject = self.bearers.bearer(mention, clause)
        if subject is None:
            subject = self.assumed
        if not subject:
            return NO_SUBJECT
        start, end = value.start, min(mention.end, value.start + MAX_QUOTE)
        scope, alone = self._scope(pack, value, clause)
        hints = [
            Hint(r.note, _parts(found))
            for r in pack.reconciliations
            if (found := clause.sentence.search(compile_pattern(r.near)))
        ]
        time = said.time or tense(mention, clause)
        # "The ride takes ten minutes" is said of every day's, not of the one that took two hours.
        usual = time == "habitual" and mention.verb is not None and mention.verb.text[-1] == "s"
        generic = said.generic or (usual and pack.dimension == "time")
        # What holds at any time is said in the present: "was travelling at 40 mph" is an occasion.
        kind = pack.event or ("" if time == "habitual" else OCCASION)
        return Claim(
            key="",
            id="",
            doc=self.article.id,
            start=start,
            end=end,
            quote=self.text[start:end],
            sentence=(clause.sentence.start, clause.sentence.end),
            measurand=pack.measurand,
            subject=subject,
            event=self.events.event(kind, index, clause, generic=generic),
            scope=scope,
            alone=alone,
            places=places,
            holder=said.holder,
            certainty=said.certainty,
            negative=said.negative,
            time=time,
            generic=said.generic,
            denied=said.denied,
            story=self.story,
            cast=self.cast,
            hints=tuple(hints),
            rule=f"{pack.attribute}/{mention.cue.kind}",
            index=index,
            **measured(pack, value),
        )

    def _scope(self, pack: RulePack, value: Value, clause: Clause) -> tuple[str, bool]:
        """What narrows a value, in words, and whether it then stands alone: the scopes of its
        pack, and the moment at which something that is no event was so."""
        around = clause.around(value.start, value.end)
        shown = f"{around} {self.folded[value.start : value.end]}"  # with the value's own "up to"
        scopes = [
            (found.group(1) if found.re.groups else scope.name, scope.alone)
            for scope in self.rules.scopes(pack)
            if (found := compile_pattern(scope.near).search(shown))
        ]
        if not pack.event:
            scopes += [(moment, True) for moment in clause.moment(value.end)]
        return " ".join(name for name, _ in scopes), any(alone for _, alone in scopes)

    def _sets_out(self, mention: Mention, clause: Clause) -> bool:
        """Whether a verb of setting out or arriving has a place, a way or a time behind it, and
        no other object: nobody travels who "left hospital on Sunday"; and whether the weekday is
        one, not a name's or another week's."""
        value = mention.value
        assert mention.verb is not None
        if _OTHER_DAY.search(self.folded, max(0, value.start - 20), value.start):
            return False
        opens = mention.verb.start > value.start
        if _DATED_DAY.match(self.text, value.end):
            return False
        if not opens and _NAMED_DAY.match(self.text, value.end):
            return False
        if mention.cue.nouns:  # "started her journey": the cue has named the object
            return True
        until = clause.end if opens else value.start
        return self.routes.leads_to_place(mention.verb.end, until, verb=True) and (
            opens or self.routes.leads_to_place(value.end, clause.end, verb=False)
        )

    def _gets_there(self, mention: Mention, clause: Clause) -> bool:
        """Whether the infinitive behind a value leads to a place: "two days to reach Paris", not
        "two days to reach a decision"."""
        behind = clause.sentence.between(mention.value.end, mention.value.end + REACH)[:2]
        verb = behind[-1]
        until = min(clause.sentence.end, verb.end + REACH)
        return verb.text not in _TRANSITIVE or self.routes.leads_to_place(
            verb.end, until, verb=True
        )


def _is_number(outcome: Outcome, folded: str) -> bool:
    """Whether an outcome is a number to a reader: not "Friday", nor "the first" in words."""
    if isinstance(outcome, Quantity):
        worded = outcome.kind == "ordinal"
    else:
        worded = isinstance(outcome, Moment)
    return not worded or _DIGIT.search(folded, outcome.start, outcome.end) is not None


def _within(claim: Claim, told: list[Claim]) -> bool:
    """Whether a claim is the number of an occasion: "the one time …" counts no times."""
    return claim.attribute == "number time" and any(
        o.start <= claim.start and claim.end <= o.end for o in told
    )


def _parts(found: Any) -> int | None:
    """Into how many parts a reconciliation divides: the number its pattern captures."""
    if not found.re.groups or not found.group(1):
        return None
    number = numeral(found.group(1), 0)
    return int(number.value) if number and number.value else None
