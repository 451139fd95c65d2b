"""Bearers: whom or what a value is said of, once a rule pack has read what it measures.

A speed is a vehicle's, a duration is that of somebody's journey. What a clause does not name is
whom the sentence before was about, unless the clause has a subject of its own: "the road covers
300 km" speaks of nobody's journey.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.claims.clauses import Clause, Word
from claimcheck.claims.mentions import Mention
from claimcheck.claims.subjects import Subjects
from claimcheck.claims.verbs import forms

SOMEBODY_ELSE = ""
"""A bearer that is named, and that rules cannot tell."""

# What leads up to "journey" where it is that of whom the sentence before was about.
_OPENING = frozenset("and but so yet then that because while although though since as".split())
_DURING = frozenset(
    "during after before on in for of with from despite throughout following".split()
)
_THE = frozenset("the this that".split())
_A = frozenset("a an".split())
_ADJECTIVES = 3
_NO_ADJECTIVE = (
    _THE
    | _A
    | _DURING
    | forms("be")
    | forms("have")
    | frozenset(
        "any each every most some many all no average similar other another to at by it they we "
        "you i who what which offers offered".split()
    )
)
_COPULA = forms("be") | {"that", "which"}


class Bearers:
    """Answers whom or what the mentions of one article are about. `nouns` are those of each type
    of subject."""

    def __init__(self, subjects: Subjects, nouns: Mapping[str, tuple[str, ...]]) -> None:
        self._subjects = subjects
        self._nouns = nouns

    def bearer(self, mention: Mention, clause: Clause) -> str | None:
        """The subject of a mention, by the type that its pack asks for; None where none is named,
        and `SOMEBODY_ELSE` for one whom rules cannot tell."""
        about = mention.pack.about
        if about == "vehicle":
            return self._vehicle(mention, clause)
        return self._traveller(mention, clause)

    def _vehicle(self, mention: Mention, clause: Clause) -> str | None:
        """The vehicle that is the subject of the clause, or the one a person travels with."""
        until = mention.verb.start if mention.verb else mention.anchor.start
        noun = self._described(mention, clause) or self._noun("vehicle", clause, until)
        if mention.cue.kind == "compound":  # "Kim's 21-carriage train": the noun comes behind
            behind = clause.own(start=mention.end)[:1]
            noun = next((w for w in behind if w.text in self._nouns.get("vehicle", ())), None)
            if noun is None:
                return SOMEBODY_ELSE
        if noun:
            return self._subjects.vehicle(noun.text, noun.start) or SOMEBODY_ELSE
        person = self._subjects.person_at(clause.start, until)
        part_of = mention.pack.part_of
        return f"{person}’s {part_of}" if person and part_of else None

    def _described(self, mention: Mention, clause: Clause) -> Word | None:
        """The vehicle that the verb only describes: "a train travelling at 50 km/h", "a train
        that was going at 50 km/h"."""
        if mention.verb is None:
            return None
        between: list[str] = []
        for word in reversed(clause.back(mention.verb.start)):
            if word.text in self._nouns.get("vehicle", ()):
                relative = "that" in between or "which" in between
                participle = mention.verb.text.endswith("ing") and not between
                return word if relative or participle else None
            if word.text not in _COPULA:
                return None
            between.append(word.text)
        return None

    def _traveller(self, mention: Mention, clause: Clause) -> str | None:
        """Who makes the journey: whose it is, who is the subject of its verb, or, where neither
        is said, whom the sentence before was about."""
        anchor = mention.anchor
        governs = anchor if mention.cue.kind in ("noun", "modifies") else None
        journey = self._noun("journey", clause, mention.value.start) or governs
        if journey:
            own = self._subjects.possessor(journey.start)
            if own or self._subjects.somebody_elses(journey.start):
                return own or SOMEBODY_ELSE
        until = mention.verb.start if mention.verb else anchor.start
        person = self._subjects.person_at(clause.start, until)
        if person:
            return person
        vehicle = self._noun("vehicle", clause, until)
        if vehicle:
            named = self._subjects.vehicle(vehicle.text, vehicle.start)
            owner = self._subjects.owner(vehicle.text, vehicle.start)
            if owner or not named or not self._subjects.hangs(vehicle.start):
                return (owner or named) if named else SOMEBODY_ELSE
        words = clause.own(end=until)
        if mention.cue.kind == "when":  # else it is something else that left or arrived
            it = bool(words) and words[0].text == "it"
            return self._subjects.before_sentence(clause.sentence.start) if it else None
        called = self._subjects.called_for(journey.end) if journey else None
        if called is not None:
            return called or SOMEBODY_ELSE
        ahead = min(until, journey.start, mention.value.start) if journey else until
        comma = clause.sentence.folded.rfind(",", clause.start, ahead)
        opens = clause.own(start=comma + 1, end=ahead)
        # What has a subject of its own is no journey of whom the sentence before was about.
        if mention.cue.kind != "modifies" and words and words[0].text in ("it", "which", "that"):
            opens = ()
        carried = _is_lead_in(opens) if journey else not opens
        return self._subjects.actor(clause.sentence.start) if carried else None

    def _noun(self, kind: str, clause: Clause, until: int) -> Word | None:
        """The first noun of a type of subject in the clause before `until`; what a relative
        clause describes is the last one before it."""
        nouns = self._nouns.get(kind, ())
        before = clause.own(end=until)
        relative = not before or before[0].text in ("which", "that", "it")
        words = clause.back(until) if relative else before
        found = [w for w in words if w.text in nouns]
        if kind == "vehicle":
            found = [w for w in found if self._subjects.is_head(w.end)]
        if before and before[-1].text == "of":
            found = found[-1:]  # "hit a goods train made up of 40 wagons"
        if before and before[0].text in ("which", "that"):
            found = [w for w in reversed(found) if w.end <= clause.start]
        return next(iter(found), None)


def _is_lead_in(words: Sequence[Word]) -> bool:
    """Whether words before a journey only lead up to it: "during the long", "and the". What is
    said of any journey, or of something else's, is said of nobody's."""
    left = [w.text for w in words]
    while left and left[0] in _OPENING:
        left.pop(0)
    led = bool(left) and left[0] in _DURING
    left = left[1:] if led else left
    if left and left[0] in (_THE | _A if led else _THE):
        left.pop(0)
    return len(left) <= _ADJECTIVES and _NO_ADJECTIVE.isdisjoint(left)
