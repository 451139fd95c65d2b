"""Pairing: a short text held against another that is taken to speak of the same event.

Nothing has to be told apart here that the texts do not tell apart themselves (design.md 6): each
figure of the hypothesis looks for its partner in the premise, of like kind and in like words. What
agrees goes before what differs, for a premise may give a part and the whole; and a figure that one
figure has retold is not what another one differs from.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimcheck.claims.claim import Claim
from claimcheck.claims.extraction import Extraction
from claimcheck.claims.terms import term
from claimcheck.verdicts.comparison import Comparison
from claimcheck.verdicts.pairs.additions import Additions, additions
from claimcheck.verdicts.pairs.dating import other_time
from claimcheck.verdicts.pairs.partners import LISTED, Partners, agreeing, alike
from claimcheck.verdicts.pairs.retelling import outright, says_more
from claimcheck.verdicts.pairs.scales import as_share, figures
from claimcheck.verdicts.pairs.sums import summed

FAR = 0.25
"""Likeness below which two figures that agree are of different things. Measured on the development
halves of RTE-Quant and NewsNLI; that of RTE 1 to 3 is none the worse for it."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs of a premise's and a hypothesis' claims that speak of one thing, with what they
    are to each other; the claims of the hypothesis that have no partner; those that agree with
    one and do not follow from it; how many others have a figure that the premise gives of
    something else; and what words the hypothesis adds."""

    met: tuple[tuple[Claim, Claim, Comparison], ...]
    alone: tuple[Claim, ...]
    unsaid: tuple[Claim, ...]
    said_too: int
    added: Additions


def paired(premise: Extraction, hypothesis: Extraction) -> Pairs:
    """The open claims of a hypothesis with their partners in the premise."""
    ours, theirs = figures(premise), figures(hypothesis)
    added = additions(premise, hypothesis)
    met = [(p, c) for c in theirs if (p := agreeing(c, ours)) is not None]
    told = {p.id for p, _ in met} | {c.id for _, c in met}
    search = _Search(
        Partners(premise, hypothesis, added.new),
        ours,
        [o for o in ours if o.id not in told],
        [s for o in ours if (s := as_share(o, premise)) is not None],
    )
    alone: list[Claim] = []
    labels: set[str] = set()  # dates that say for when a figure is given that the premise has not
    said_too = 0
    left = [c for c in theirs if c.id not in told]
    for claim in sorted(left, key=lambda c: c.attribute == "date"):
        pair = search.pair(claim)
        day = other_time(*pair, premise, hypothesis) if pair else None
        if claim.id in labels:
            continue
        if day is not None:
            labels.add(day.id)
            pair = None
        if pair is not None:
            met.append(pair)
        elif _needs_none(claim, premise):
            said_too += 1
        else:
            alone.append(claim)
    found = tuple((p, c, outright(p, c)) for p, c in met)
    unsaid = tuple(c for p, c in met if says_more(p, c) or (c.id in told and _far(p, c)))
    return Pairs(found, tuple(alone), unsaid, said_too, added)


@dataclass(frozen=True, slots=True)
class _Search:
    """The figures of a premise: all of them, those that no figure of the hypothesis retells, and
    its shares and marks as percentages."""

    partners: Partners
    ours: list[Claim]
    free: list[Claim]
    shares: list[Claim]

    def pair(self, claim: Claim) -> tuple[Claim, Claim] | None:
        """What a claim is held against with which no figure of the premise agrees as it stands:
        parts that make it, a mark on another scale, or a figure that differs."""
        if (parts := summed(claim, self.ours)) is not None:
            return parts, claim
        partner = self.partners.differing(claim, self.free)
        share = as_share(claim, self.partners.hypothesis)
        if share is not None:
            marked = agreeing(share, self.shares)
            if marked and (not partner or alike(marked, share) >= alike(partner, claim)):
                return marked, share
            if partner is None:
                free = {o.id for o in self.free}
                other = self.partners.differing(share, [s for s in self.shares if s.id in free])
                return (other, share) if other else None
        return (partner, claim) if partner else None


def _far(one: Claim, other: Claim) -> bool:
    """Whether two figures that agree stand in so different words that the agreement is chance."""
    if one.measurand.dimension == "date" or not one.context.terms or not other.context.terms:
        return False
    return alike(_in_words(one), _in_words(other)) < FAR


def _in_words(claim: Claim) -> Claim:
    """A claim with the names around it as words, as a headline writes every word like a name."""
    terms: dict[str, float] = {}
    for key, weight in claim.context.terms.items():
        said = map(term, key[1:].split()) if key[0] == "@" else [key]
        terms |= {t: max(weight, terms.get(t, 0.0)) for t in said}
    return replace(claim, context=replace(claim.context, terms=terms))


def _needs_none(claim: Claim, premise: Extraction) -> bool:
    """Whether a claim that has no partner says nothing of its own: a place in a list, a value that
    is no number, which words tell as well, or a figure that the premise has somewhere."""
    if claim.attribute.startswith(LISTED) or claim.measurand.dimension == "category":
        return True
    return bool(claim.stated) and any(c.stated == claim.stated for c in premise.claims)
