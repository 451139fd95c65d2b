"""Pairing: a short text held against another that is taken to speak of the same event.

Nothing has to be told apart here that the texts do not tell apart themselves (design.md 6): each
figure of the hypothesis looks for its partner in the premise, of like kind and in like words. What
agrees goes before what differs, for a premise may give a part and the whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimcheck.claims.claim import Claim
from claimcheck.claims.extraction import Extraction
from claimcheck.claims.identity import likeness
from claimcheck.quantities.hedges import Hedge
from claimcheck.verdicts.additions import Additions, additions
from claimcheck.verdicts.comparison import HALF, Comparison
from claimcheck.verdicts.dating import names_a_thing, other_time
from claimcheck.verdicts.happenings import happening
from claimcheck.verdicts.retelling import agreement, outright, says_more
from claimcheck.verdicts.sums import summed
from claimcheck.verdicts.scales import as_share, figures

ALIKE = 0.15
"""Likeness of their words from which two differing figures are partners."""

FAR = 0.25
"""Likeness below which two figures that agree are of different things. Measured on the development
halves of RTE-Quant and NewsNLI; those of the RTE challenges are none the worse for it."""

ALIKE_ALONE = 0.35
"""The same of numbers that count nothing, and of those that no bound leads: both may be of
anything."""

DATED = (0.15, 0.35, 0.5)
"""The same of dates, where the hypothesis has no new word, one, or more."""

ROOT = 5
"""Letters by which a noun and its verb are known for one: "recoveries", "recovered"."""

MORE = frozenset("another other others further additional more".split())
"""What makes a count one of further things: "two more times" is no word on how often in all."""

_LISTED = ("rank", "quarter")  # places in lists, which two texts seldom have in common

HAPP=True

@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs of a premise's and a hypothesis' claims that speak of one thing, with what they
    are to each other; the claims of the hypothesis that have no partner; how many others have a
    figure that the premise gives of something else; and the share of words that the premise has."""

    met: tuple[tuple[Claim, Claim, Comparison], ...]
    alone: tuple[Claim, ...]
    unsaid: tuple[Claim, ...]
    said_too: int
    added: Additions


def paired(premise: Extraction, hypothesis: Extraction) -> Pairs:
    """The open claims of a hypothesis with their partners in the premise."""
    ours, theirs = figures(premise.claims, premise), figures(hypothesis.claims, hypothesis)
    shares = [s for c in ours if (s := as_share(c, premise)) is not None]
    met: list[tuple[Claim, Claim]] = []
    left: list[Claim] = []
    for claim in theirs:
        if (partner := _agreeing(claim, ours)) is not None:
            met.append((partner, claim))
        else:
            left.append(claim)
    told = {p.id for p, _ in met}
    free = [o for o in ours if o.id not in told]
    added = additions(premise, hypothesis)
    alone: list[Claim] = []
    said_too = 0
    labels: set[str] = set()  # dates that say for when a figure is given that the premise has not
    for claim in sorted(left, key=lambda c: c.attribute == "date"):
        if claim.id in labels:
            continue
        share = as_share(claim, hypothesis)
        marked = _agreeing(share, shares) if share else None
        partner = _differing(claim, free, premise, hypothesis, added.new)
        if partner and summed(claim, ours):
            partner = None
        if partner and (day := other_time(partner, claim, premise, hypothesis)):
            labels.add(day.id)
            partner = None
        if marked and share and (not partner or _alike(marked, share) >= _alike(partner, claim)):
            met.append((marked, share))
        elif partner:
            met.append((partner, claim))
        elif share and (other := _differing(share, [s for s in shares if s.id not in told], premise, hypothesis, added.new)):
            met.append((other, share))
        elif (parts := summed(claim, ours)) is not None:
            met.append((parts, claim))
        elif _needs_none(claim, premise):
            said_too += 1
        else:
            alone.append(claim)
    found = tuple((p, c, outright(p, c)) for p, c in met)
    unsaid = tuple(c for p, c in met if says_more(p, c) or _far(p, c))
    return Pairs(found, tuple(alone), unsaid, said_too, added)


def _agreeing(claim: Claim, others: Sequence[Claim]) -> Claim | None:
    """The likest claim of the premise that agrees with one of the hypothesis."""
    agreeing = [o for o in _same(claim, others) if agreement(o, claim) >= HALF]
    return _likest(claim, agreeing) if agreeing else None


def _differing(
    claim: Claim, others: Sequence[Claim], premise: Extraction, hypothesis: Extraction, new: int
) -> Claim | None:
    """The likest claim of the premise that measures the same and says something else. `new` is
    how many words the hypothesis adds."""
    if claim.attribute.startswith(_LISTED) or names_a_thing(claim, hypothesis) or _is_one(claim):
        return None
    needed = _needed(claim, new)
    event = happening(claim, hypothesis)
    events = {o.id: happening(o, premise) for o in others} if event else {}
    differing = [
        o
        for o in _same(claim, others)
        if (_alike(o, claim) >= needed or (HAPP and event and events[o.id] == event))
        and not (event and events[o.id] and events[o.id] != event)
        and o.zone == claim.zone
        and not names_a_thing(o, premise)
        and (MORE.isdisjoint(_parts(o)) or not MORE.isdisjoint(_parts(claim)))
    ]
    return _likest(claim, differing) if differing else None


def _needed(claim: Claim, new: int) -> float:
    """How alike the words of two differing figures have to be for them to be of one thing."""
    if claim.measurand.dimension == "date":
        return DATED[min(new, len(DATED) - 1)]
    bare = claim.hedge in (Hedge.NONE, Hedge.ABOUT)
    untied = bare and claim.measurand.tie == "words"
    return ALIKE_ALONE if untied or claim.attribute == "number" else ALIKE


def _parts(claim: Claim) -> frozenset[str]:
    return claim.context.parts | frozenset(claim.quote.casefold().split())


def _same(claim: Claim, others: Sequence[Claim]) -> list[Claim]:
    """The claims that measure what one does."""
    return [
        o
        for o in others
        if o.measurand.dimension == claim.measurand.dimension
        and (counted(o) == counted(claim) or _did(o, claim) or _did(claim, o))
    ]


def counted(claim: Claim) -> str:
    """What a claim measures: "15 deaths" is the number of people killed."""
    return claim.attribute.removeprefix("number #")


def _did(people: Claim, deeds: Claim) -> bool:
    """Whether one counts people by what the other counts: "85 have recovered", "85 recoveries"."""
    noun = deeds.attribute.removeprefix("number ")
    if people.attribute != "people " or not deeds.attribute.startswith("number "):
        return False
    return len(noun) >= ROOT and any(g[:ROOT] == noun[:ROOT] for g in people.context.governors)


def _far(one: Claim, other: Claim) -> bool:
    """Whether two figures that agree stand in so different words that the agreement is chance."""
    if one.measurand.dimension == "date" or not one.context.terms or not other.context.terms:
        return False
    return _alike(one, other) < FAR


def _likest(claim: Claim, others: Iterable[Claim]) -> Claim:
    return max(others, key=lambda o: (_alike(o, claim), -o.start))


def _alike(one: Claim, other: Claim) -> float:
    every = dict.fromkeys([*one.context.terms, *other.context.terms], 1.0)
    return likeness(one.context, other.context, every)


def _needs_none(claim: Claim, premise: Extraction) -> bool:
    """Whether a claim that has no partner says nothing of its own: a place in a list, a value that
    is no number, which words tell as well, or a figure that the premise has somewhere."""
    if claim.attribute.startswith(_LISTED) or claim.category and claim.measurand.dimension == "category":
        return True
    return bool(claim.stated) and any(c.stated == claim.stated for c in premise.claims)


def _is_one(claim: Claim) -> bool:
    """Whether a count is "one" in words, which seldom counts: "one of the guards", "one man says"."""
    return claim.stated == (1.0,) and claim.quote[:3].casefold() == "one"
