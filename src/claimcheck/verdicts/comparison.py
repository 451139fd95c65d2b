"""Comparison: whether two claims can both be true, how far, and how much it matters.

The verdicts and their order are those of semantics.md 4. Comparing is symmetric, does not depend
on units, and a wider claim never contradicts more.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from claimcheck.claims.claim import Claim, places_apart
from claimcheck.quantities.calendar.times import WEEK
from claimcheck.quantities.hedges import DIRECTION, Hedge, rounding
from claimcheck.quantities.possibility import Possibility, consistency
from claimcheck.quantities.units import affine

Verdict = Literal["incomparable", "superseded", "contradictory", "equivalent", "compatible"]
Basis = Literal["hard", "pragmatic", "derived-hard", "derived-pragmatic", "disputed", ""]
Grade = Literal["negligible", "minor", "moderate", "major"]

HALF = 0.5  # below it readers take away different values
TENSION = 0.75  # from it two claims agree without strain
ALIKE = 0.9
SAME_ANCHOR = 1.05  # anchors nearer than this are one value said twice
LONGEST = 120.0  # hours beyond which weekdays do not tell how long something took
NEAR = 2  # sentences within which a departure and an arrival are of one journey
REPORTED = 0.9  # what a difference weighs where neither side asserts its value outright
LOOSE = {"couple", "few", "several", "handful"}  # words of which nobody counts the most
NEGLIGIBLE = 0.05  # what a dispute weighs: it is no slip of either article
LEAST_HARD = 0.25  # 972 against 965 cannot both be true, and is still only a small difference
DAY = 24.0  # hours

_GRADES: tuple[tuple[float, Grade], ...] = (
    (0.7, "major"),
    (0.4, "moderate"),
    (0.1, "minor"),
    (0.0, "negligible"),
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two claims stand to each other.

    `consistency` is C of semantics.md 4, `severity` from 0 to 1; `tension` marks a strained
    agreement, or a difference that may not count as a contradiction. `reason` says why two
    claims are incomparable.
    """

    verdict: Verdict
    basis: Basis = ""
    consistency: float = 1.0
    severity: float = 0.0
    tension: bool = False
    reason: str = ""

    @property
    def grade(self) -> Grade:
        """The severity as a word, capped as semantics.md 4 asks."""
        grade = next(g for least, g in _GRADES if self.severity >= least)
        if self.basis == "derived-pragmatic" and grade in ("moderate", "major"):
            return "minor"
        if self.verdict == "superseded" and grade == "major":
            return "moderate"
        return grade


def compare(one: Claim, other: Claim) -> Comparison:
    """How two claims stand to each other."""
    reason = incomparable(one, other)
    if reason:
        return Comparison("incomparable", reason=reason)
    if one.negative or other.negative:
        if not _denies(one, other):
            alike = one.negative == other.negative and one.canonical == other.canonical
            return Comparison("equivalent" if alike else "compatible")
        c, gap = 0.0, 1.0
    else:
        c, gap = agreement(one, other), _gap(one, other)
    derived = bool(one.derived_from or other.derived_from)
    basis: Basis
    if c == 0:
        basis = "derived-hard" if derived else "hard"
    else:
        basis = "derived-pragmatic" if derived else "pragmatic"
    weight = REPORTED if one.certainty != "CT" and other.certainty != "CT" else 1.0
    severe = weight * severity(gap, c)
    denied = one.negative or other.negative
    if c >= TENSION or (not denied and (same_when_rounded(one, other) or same_number(one, other))):
        verdict: Verdict = "equivalent" if c >= ALIKE and _same_value(one, other) else "compatible"
        return Comparison(verdict, consistency=c)
    if c >= HALF:
        return Comparison("compatible", basis, c, severe, tension=True)
    if (one.time == "planned") != (other.time == "planned"):
        return Comparison("superseded", basis, c, severe)
    # Two plans, a mere possibility and a word on what is usual contradict nobody.
    mild = one.time == "planned" or one.generic or other.generic
    mild = mild or bool({one.vague, other.vague} & LOOSE)
    mild = mild or "PS" in (one.certainty, other.certainty)
    if mild:
        return Comparison("compatible", basis, c, severe, tension=True)
    if one.denied or other.denied:
        return Comparison("contradictory", "disputed", c, min(severe, NEGLIGIBLE))
    return Comparison("contradictory", basis, c, severe)


def incomparable(one: Claim, other: Claim) -> str:
    """Why two claims do not speak of the same thing; "" where they do (semantics.md 3)."""
    if one.attribute != other.attribute:
        return f"one is the {one.pack.label}, the other the {other.pack.label}"
    if one.subject.casefold() != other.subject.casefold():
        return f"one is of {one.subject}, the other of {other.subject}"
    if one.pack.event and one.doc != other.doc and unnamed(one):
        return f"which {one.subject} is meant cannot be told"
    if one.event != other.event:
        return f"one event is “{one.event.label}”, the other “{other.event.label}”"
    if not one.event.comparable:
        return "which event is meant cannot be told"
    if one.story != other.story and (scoped_to_story(one) or scoped_to_story(other)):
        return "the articles tell different stories, and nothing else tells the event"
    if _beyond_weekdays(one, other):
        return "weekdays do not tell which week is meant"
    return narrowed_apart(one, other)


def _beyond_weekdays(one: Claim, other: Claim) -> bool:
    """Whether one length follows from weekdays, and either is too long for them to tell."""
    if one.pack.dimension != "time" or not (one.derived_from or other.derived_from):
        return False
    hours, _ = affine(one.pack.unit, "hour")
    return max(one.possibility.low, other.possibility.low) * hours > LONGEST


def narrowed_apart(one: Claim, other: Claim) -> str:
    """Why two claims of one event speak of different parts of it, or ways; "" where they do not.
    What is not said is apart from nothing."""
    if one.scope != other.scope:
        if one.scope and other.scope:
            return f"one is for the {one.scope}, the other for the {other.scope}"
        if one.alone or other.alone:
            return f"one is for the {one.scope or other.scope}, the other does not say so"
    if places_apart(one, other):
        return "the two ways go to, or come from, different places"
    return ""


def unnamed(claim: Claim) -> bool:
    """Whether the subject is a thing that has no name and no owner: "train"."""
    return claim.subject == claim.subject.casefold()


def scoped_to_story(claim: Claim) -> bool:
    """Whether only the story tells what the claim is about: its event has no date of its own,
    or its subject no name."""
    return claim.event.in_story or unnamed(claim)


def agreement(one: Claim, other: Claim) -> float:
    """C of semantics.md 4, from 0 to 1: how far two values can both be true."""
    p, q = one.possibility, other.possibility
    return consistency(p, _nearest(p, q) if on_the_clock(one) else q)


def on_the_clock(claim: Claim) -> bool:
    """Whether a value is a time of an implied week, in which Monday follows Sunday."""
    return claim.pack.dimension == "when"


def _nearest(p: Possibility, q: Possibility) -> Possibility:
    """`q` in that week in which it is nearest to `p`."""
    return q.scaled(1.0, WEEK * round((p.midpoint - q.midpoint) / WEEK))


def _denies(one: Claim, other: Claim) -> bool:
    """Whether one says what the other denies: "did not take two days" clashes with "took two
    days" and with nothing else."""
    if one.negative == other.negative or one.canonical != other.canonical:
        return False
    return agreement(one, other) >= HALF


def _same_value(one: Claim, other: Claim) -> bool:
    """Whether two claims say one value, hedged to the same side, each end within five per cent."""
    if one.anchor is None or other.anchor is None:
        return one.canonical == other.canonical
    if DIRECTION.get(one.hedge, 0) != DIRECTION.get(other.hedge, 0):
        return False
    pairs = zip_longest(_anchors(one), _anchors(other))
    return all(x is not None and y is not None and _near(x, y) for x, y in pairs)


def _anchors(claim: Claim) -> tuple[float, ...]:
    """The stated number, or both ends of a range, in the unit of the attribute."""
    assert claim.anchor is not None
    if len(claim.stated) == 2:
        return claim.possibility.core_low, claim.possibility.core_high
    return (claim.anchor,)


def _near(x: float, y: float) -> bool:
    low, high = sorted((abs(x), abs(y)))
    return (x * y > 0 or x == y) and high <= low * SAME_ANCHOR


def same_number(one: Claim, other: Claim) -> bool:
    """Whether one states a number bare and the other bounds or shades the same one: "20" beside
    "more than 20" is a retelling, not a difference."""
    if one.anchor is None or other.anchor is None or len(one.stated) != 1 != len(other.stated):
        return False
    bare = [c for c in (one, other) if c.hedge in (Hedge.NONE, Hedge.ABOUT)]
    return len(bare) == 1 and math.isclose(one.anchor, other.anchor)


def same_when_rounded(one: Claim, other: Claim) -> bool:
    """Whether the finer value, rounded as coarsely as the other was written, is the other
    (ruling 11): 247,800 and 250,000. "Exactly" and bounds are not rounded."""
    for claim in (one, other):
        if claim.anchor is None or claim.hedge not in (Hedge.NONE, Hedge.ABOUT):
            return False
        if len(claim.stated) != 1:
            return False
    fine, coarse = sorted((one, other), key=lambda c: c.possibility.grain)
    assert fine.anchor is not None
    assert coarse.anchor is not None
    grain = coarse.possibility.grain
    if math.isclose(fine.possibility.grain, grain):
        return False
    # 97 is written as 100, and 60 is not: only the play of the table's "about" is a rounding's.
    if abs(fine.anchor - coarse.anchor) > rounding(coarse.anchor, grain) * (1 + 1e-9):
        return False
    return math.isclose(math.floor(fine.anchor / grain + 0.5) * grain, coarse.anchor)


def severity(gap: float, c: float) -> float:
    """How much a difference matters, from 0 to 1, before anybody's certainty is weighed: how far
    apart the values are, less what agreement is left."""
    return max((1 - c) * gap, LEAST_HARD if c == 0 else 0.0)


def _gap(one: Claim, other: Claim) -> float:
    p, q = one.possibility, other.possibility
    if on_the_clock(one):
        return time_gap(p, q)
    return value_gap(p, q, signed=one.pack.dimension == "temperature")


def value_gap(p: Possibility, q: Possibility, *, signed: bool = False) -> float:
    """Doublings between the middles of the cores, at most 1; where a ratio means nothing, as with
    zero, negative and other `signed` values, their distance in quarters of the coarser grain
    (ruling 12)."""
    low, high = sorted((p.midpoint, q.midpoint))
    if low > 0 and not signed:
        return min(1.0, math.log2(high / low))
    return min(1.0, (high - low) / (4 * max(p.grain, q.grain)))


def time_gap(p: Possibility, q: Possibility) -> float:
    """0.4 and a tenth for each day between the middles of two times of a week, both in hours, at
    most 1 (semantics.md 4). Sunday and Monday are a day apart, whichever is said first."""
    days = abs(p.midpoint - _nearest(p, q).midpoint) / max(DAY, p.grain, q.grain)
    return min(1.0, 0.4 + 0.1 * days)
