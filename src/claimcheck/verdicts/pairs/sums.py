"""Sums: a whole of which a premise tells the parts: "11 militants and six soldiers", 17 people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from claimcheck.claims.claim import Claim

NEAR = 60
"""Characters between two figures that are summed."""

FEWEST = 2
"""Up to so many any two figures make by chance."""


def summed(claim: Claim, others: Sequence[Claim]) -> Claim | None:
    """The parts of a premise that make a count of the hypothesis, as one claim; None where none
    do. Two or three that follow each other in a sentence are tried, at least one of which counts
    the same, and the others it or people: not killed and injured together."""
    if claim.measurand.dimension != "count" or len(claim.stated) != 1 or claim.anchor is None:
        return None
    counts = [o for o in others if o.measurand.dimension == "count" and len(o.stated) == 1]
    for size in (2, 3):
        for first in range(len(counts) - size + 1):
            parts = counts[first : first + size]
            if (
                sum(p.stated[0] for p in parts) == claim.stated[0] > FEWEST
                and _together(parts)
                and _of_one_kind(claim, parts)
            ):
                return _whole(claim, parts)
    return None


def _whole(claim: Claim, parts: Sequence[Claim]) -> Claim:
    """The parts as one claim, in the words of the one that is most like the whole."""
    told = next((p for p in parts if p.attribute == claim.attribute), parts[-1])
    return replace(
        told,
        start=parts[0].start,
        end=parts[-1].end,
        stated=claim.stated,
        anchor=claim.anchor,
        measurand=claim.measurand,
        reading=claim.reading,
        possibility=claim.possibility,
        hedge=claim.hedge,
    )


def _together(parts: Sequence[Claim]) -> bool:
    return all(0 <= b.start - a.end <= NEAR and a.index == b.index for a, b in pairwise(parts))


def _of_one_kind(claim: Claim, parts: Sequence[Claim]) -> bool:
    """Whether one part at least counts what the whole does, or has it said of it ("11 militants
    and six soldiers were killed"), and the others count that, people, or do not say what."""
    befell = f"#{claim.attribute}"
    same = [p.attribute == claim.attribute or befell in p.context.terms for p in parts]
    open_ = [p.attribute.startswith("people ") or p.attribute == "number" for p in parts]
    own = [p.attribute in (claim.attribute, f"number {befell}") for p in parts]
    return any(same) and all(o or p for o, p in zip(own, open_, strict=True))
