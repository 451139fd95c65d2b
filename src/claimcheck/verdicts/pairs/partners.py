"""Partners: which figure of a premise a figure of a hypothesis is to be held against.

Looked for are figures that measure the same, in like words. How like they have to be hangs on how
much the rest of the two texts tells: numbers that count nothing, and dates, may be of anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimcheck.claims.claim import Claim
from claimcheck.claims.extraction import Extraction
from claimcheck.claims.identity import likeness
from claimcheck.quantities.hedges import Hedge
from claimcheck.verdicts.comparison import HALF
from claimcheck.verdicts.pairs.dating import names_a_thing
from claimcheck.verdicts.pairs.happenings import happening
from claimcheck.verdicts.pairs.retelling import agreement

ALIKE = 0.15
"""Likeness of their words from which two differing figures are partners."""

ALIKE_ALONE = 0.35
"""The same of numbers that count nothing, and of those that no bound leads."""

DATED = (0.15, 0.45, 0.5)
"""The same of dates where the hypothesis has no new word, one, or more. Measured, like those above,
on the development half of VitaminC."""

ROOT = 5
"""Letters by which a noun and its verb are known for one: "recoveries", "recovered"."""

MORE = frozenset("another other others further additional more".split())
"""What makes a count one of further things: "two more times" is no word on how often in all."""

LISTED = ("rank", "quarter")
"""Places in lists, which two texts seldom have in common."""


@dataclass(frozen=True, slots=True)
class Partners:
    """Two texts, ready to be asked which figures of the one a figure of the other may retell.
    `new` is how many words the hypothesis adds."""

    premise: Extraction
    hypothesis: Extraction
    new: int

    def differing(self, claim: Claim, others: Sequence[Claim]) -> Claim | None:
        """The likest claim of the premise that measures what a claim does and says something
        else."""
        if claim.attribute.startswith(LISTED) or _is_one(claim):
            return None
        if names_a_thing(claim, self.hypothesis):
            return None
        needed = _needed(claim, self.new)
        happened = happening(claim, self.hypothesis)
        found = [o for o in _same(claim, others) if self._one_thing(claim, o, needed, happened)]
        return likest(claim, found) if found else None

    def _one_thing(self, claim: Claim, other: Claim, needed: float, happened: str) -> bool:
        if other.zone != claim.zone or names_a_thing(other, self.premise):
            return False
        if _parts(other) & MORE and not _parts(claim) & MORE:
            return False
        then = happening(other, self.premise) if happened else ""
        if then:
            return then == happened
        return alike(other, claim) >= needed


def agreeing(claim: Claim, others: Sequence[Claim]) -> Claim | None:
    """The likest claim of the premise that agrees with one of the hypothesis."""
    found = [o for o in _same(claim, others) if agreement(o, claim) >= HALF]
    return likest(claim, found) if found else None


def likest(claim: Claim, others: Iterable[Claim]) -> Claim:
    """The claim whose words are most like those of one, and the first of such."""
    return max(others, key=lambda o: (alike(o, claim), -o.start))


def alike(one: Claim, other: Claim) -> float:
    """How much the words around two figures are alike, from 0 to 1."""
    every = dict.fromkeys([*one.context.terms, *other.context.terms], 1.0)
    return likeness(one.context, other.context, every)


def _needed(claim: Claim, new: int) -> float:
    """How alike the words of two differing figures have to be for them to be of one thing."""
    if claim.measurand.dimension == "date":
        return DATED[min(new, len(DATED) - 1)]
    bare = claim.hedge in (Hedge.NONE, Hedge.ABOUT) and claim.measurand.tie == "words"
    return ALIKE_ALONE if bare or claim.attribute == "number" else ALIKE


def _same(claim: Claim, others: Iterable[Claim]) -> list[Claim]:
    """The claims that measure what one does."""
    return [
        o
        for o in others
        if o.measurand.dimension == claim.measurand.dimension
        and (_counted(o) == _counted(claim) or _did(o, claim) or _did(claim, o))
    ]


def _counted(claim: Claim) -> str:
    """What a claim measures: "15 deaths" is the number of people killed."""
    return claim.attribute.removeprefix("number #")


def _did(people: Claim, deeds: Claim) -> bool:
    """Whether one counts people by what the other counts: "85 have recovered", "85 recoveries"."""
    noun = deeds.attribute.removeprefix("number ")
    if people.attribute != "people " or not deeds.attribute.startswith("number "):
        return False
    return len(noun) >= ROOT and any(g[:ROOT] == noun[:ROOT] for g in people.context.governors)


def _parts(claim: Claim) -> frozenset[str]:
    return claim.context.parts | frozenset(claim.quote.casefold().split())


def _is_one(claim: Claim) -> bool:
    """Whether a count is "one" in words, which seldom counts: "one of the guards", "one man"."""
    return claim.stated == (1.0,) and claim.quote[:3].casefold() == "one"
