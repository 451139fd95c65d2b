"""Comparison: whether two claims can both be true, how far, and how much it matters.

The verdicts and their order are those of semantics.md 4. Comparing is symmetric, does not depend
on units, and a wider claim never contradicts more.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest
from typing import Literal

from claimcheck.claims.categories.relations import relation
from claimcheck.claims.claim import Claim, places_apart
from claimcheck.claims.identity import apart
from claimcheck.claims.measurands import Stability, stability_of
from claimcheck.quantities.calendar.times import WEEK
from claimcheck.quantities.hedges import DIRECTION, Hedge, rounding
from claimcheck.quantities.possibility import Possibility, consistency, consistent
from claimcheck.quantities.units import affine
from claimcheck.verdicts.severity import (
    DAY,
    day_gap,
    hour_gap,
    nearest,
    severity,
    time_gap,
    value_gap,
)

Verdict = Literal["incomparable", "superseded", "contradictory", "equivalent", "compatible"]
Basis = Literal[
    "hard", "pragmatic", "categorical", "derived-hard", "derived-pragmatic", "disputed", ""
]
Grade = Literal["negligible", "minor", "moderate", "major"]

HALF = 0.5  # below it readers take away different values
TENSION = 0.75  # from it two claims agree without strain
ALIKE = 0.9
SAME_ANCHOR = 1.05  # anchors nearer than this are one value said twice
LONGEST = 120.0  # hours beyond which weekdays do not tell how long something took
NEAR = 2  # sentences within which a departure and an arrival are of one journey
REPORTED = 0.9  # what a difference weighs where neither side asserts its value outright
ROUND = 10.0  # the place value from which a number is round
LOOSE = {"couple", "few", "several", "handful"}  # words of which nobody counts the most
NEGLIGIBLE = 0.05  # what a dispute weighs: it is no slip of either article
AGENCIES = 0.69  # two agencies that measure one earthquake differ moderately at most (ruling 10)
TWO_STEPS = "/two steps"  # the rule of what follows from something that itself follows
NEAR_CATEGORY = 0.3  # what neighbouring categories weigh, pink and red (semantics.md 4)
OTHER_CATEGORY = 0.8  # what it weighs that two categories are not the same (semantics.md 4)
AGE = "age"
# Days: from so many before a year is full it is supposed that a birthday may lie between.
YEAR, BIRTHDAY = 365.25, 335.0
ONE_EVENT = 31.0  # days between two dates of what the same two people did, at most

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
    if one.against or other.against:
        return weigh(one, other)  # whoever derived the one knows that it is of the other
    reason = incomparable(one, other)
    return Comparison("incomparable", reason=reason) if reason else weigh(one, other)


def weigh(one: Claim, other: Claim) -> Comparison:
    """How two claims stand to each other that are known to speak of one thing. What an article no
    longer says contradicts nobody."""
    found = _weighed(one, other)
    if found.verdict == "contradictory" and (one.outdated or other.outdated):
        return replace(found, verdict="superseded")
    return found


def _weighed(one: Claim, other: Claim) -> Comparison:
    if one.category:
        return _categorical(one, other)
    if one.negative or other.negative:
        if not _denies(one, other):
            alike = one.negative == other.negative and one.canonical == other.canonical
            return Comparison("equivalent" if alike else "compatible")
        c, gap = 0.0, 1.0
    else:
        c, gap = _agreement(one, other, one.allowed, other.allowed), _gap(one, other)
    derived = bool(one.derived_from or other.derived_from)
    basis: Basis
    if c == 0:
        basis = "derived-hard" if derived else "hard"
    else:
        basis = "derived-pragmatic" if derived else "pragmatic"
    weight = REPORTED if one.certainty != "CT" and other.certainty != "CT" else 1.0
    severe = weight * severity(gap, c)
    if one.measurand.id == "magnitude" and _two_agencies(one, other):
        severe = min(severe, AGENCIES)
    if any(c.rule.endswith(TWO_STEPS) for c in (one, other)):
        severe = min(severe, AGENCIES)
    # What is reckoned from a statement is of the same moment as what it is held against.
    pinned = bool(one.against or other.against)
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
    mild = mild or (one.measurand.id == AGE and (one.as_of is None) != (other.as_of is None))
    if mild:
        return Comparison("compatible", basis, c, severe, tension=True)
    if one.denied or other.denied:
        return Comparison("contradictory", "disputed", c, min(severe, NEGLIGIBLE))
    if _stability(one, other) in ("cumulative", "varying") and not (c == 0 and pinned):
        return _moving(one, other, Comparison("contradictory", basis, c, severe))
    updated = one.revised or other.revised
    return Comparison("superseded" if updated else "contradictory", basis, c, severe)


def _categorical(one: Claim, other: Claim) -> Comparison:
    """How two values that are no numbers stand to each other: the same, or not."""
    if one.negative != other.negative:
        return _denied(one, other)
    gap = _category_gap(one, other)
    if gap < NEAR_CATEGORY:
        return Comparison("equivalent" if one.category == other.category else "compatible")
    if (one.time == "planned") != (other.time == "planned"):
        return Comparison("superseded", "categorical", 0.0, min(gap, NEAR_CATEGORY))
    mild = one.generic or other.generic or "PS" in (one.certainty, other.certainty)
    if mild or _stability(one, other) == "varying":
        return Comparison("compatible", "categorical", 0.0, gap, tension=True)
    basis: Basis = "hard" if one.measurand.dimension == "score" else "categorical"
    return Comparison("contradictory", basis, 0.0, gap)


def _denied(one: Claim, other: Claim) -> Comparison:
    """What one says and the other says that somebody denies: the two are in dispute, and no article
    is mistaken. An article may tell both sides, and what only may be is denied by nobody."""
    if one.category != other.category or one.doc == other.doc:
        return Comparison("compatible")
    if "PS" in (one.certainty, other.certainty):
        return Comparison("compatible", "disputed", 0.0, NEGLIGIBLE, tension=True)
    return Comparison("contradictory", "disputed", 0.0, NEGLIGIBLE)


def _category_gap(one: Claim, other: Claim) -> float:
    """How far apart two categories are: 0 where they are one, or one is the closer word."""
    if one.category == other.category:
        return 0.0
    if one.measurand.dimension != "category":
        return OTHER_CATEGORY
    family = one.measurand.id.split()[1]
    found = relation(family, one.category, other.category)
    if found == "near":  # of most it is not known whether they exclude each other
        return NEAR_CATEGORY if family in ("colour", "weapon") else 0.0
    return OTHER_CATEGORY if found == "apart" else 0.0


def _moving(one: Claim, other: Claim, differ: Comparison) -> Comparison:
    """Two differing values of what grows or changes with time (ruling 1 of semantics.md 7).

    Readers' usual readings alone never contradict. Values that exclude each other do where both
    are of one day, or where what only grows is smaller later and nobody calls it revised.
    """
    strained = replace(differ, verdict="compatible", tension=True)
    if differ.consistency > 0 or one.as_of is None or other.as_of is None:
        return strained
    nought = 0.0 in (one.anchor, other.anchor)  # that nobody was hurt is no count so far
    if one.as_of == other.as_of or (nought and _stability(one, other) == "cumulative"):
        return differ
    if one.revised or other.revised:
        return replace(differ, verdict="superseded")
    first, last = sorted((one, other), key=lambda c: c.as_of or date.min)
    if last.possibility.midpoint > first.possibility.midpoint:
        return replace(differ, verdict="superseded")
    return differ if _stability(one, other) == "cumulative" else strained


def _stability(one: Claim, other: Claim) -> Stability:
    return stability_of(one.measurand, other.measurand)


def _two_agencies(one: Claim, other: Claim) -> bool:
    return bool(one.holder and other.holder and one.holder != other.holder)


def incomparable(one: Claim, other: Claim) -> str:
    """Why two claims do not speak of the same thing; "" where they do (semantics.md 3)."""
    if one.attribute != other.attribute:
        return f"one is the {one.measurand.label}, the other the {other.measurand.label}"
    if one.measurand.open:
        return _zones_apart(one, other) or apart(one, other)
    if one.subject.casefold() != other.subject.casefold():
        return f"one is of {one.subject}, the other of {other.subject}"
    if one.measurand.event and one.doc != other.doc and unnamed(one):
        return f"which {one.subject} is meant cannot be told"
    if one.event != other.event:
        return f"one event is “{one.event.label}”, the other “{other.event.label}”"
    if not one.event.comparable:
        return "which event is meant cannot be told"
    if one.story != other.story and (scoped_to_story(one) or scoped_to_story(other)):
        return "the articles tell different stories, and nothing else tells the event"
    if one.measurand.tie == "named" and another_time(one, other):
        return "days so far apart are of two such events"
    if _beyond_weekdays(one, other):
        return "weekdays do not tell which week is meant"
    return narrowed_apart(one, other)


def another_time(one: Claim, other: Claim) -> bool:
    """Whether two dates are too far from each other to be of one event."""
    p, q = one.possibility, other.possibility
    return far_apart(one, q.high) or far_apart(other, p.high)


def far_apart(claim: Claim, end: float) -> bool:
    """Whether a date begins too long after the `end` of another to be of one event with it."""
    return claim.measurand.dimension == "date" and claim.possibility.low - end > ONE_EVENT


def _beyond_weekdays(one: Claim, other: Claim) -> bool:
    """Whether one length follows from weekdays, and either is too long for them to tell."""
    if one.measurand.dimension != "time" or not (one.derived_from or other.derived_from):
        return False
    hours, _ = affine(one.measurand.unit, "hour")
    return max(one.possibility.low, other.possibility.low) * hours > LONGEST


def _zones_apart(one: Claim, other: Claim) -> str:
    """Why two clock times cannot be held against each other: only one says its zone."""
    if one.zone == other.zone or one.canonical == other.canonical:
        return ""
    return "the two times are of different zones, or only one says which"


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
    return _agreement(one, other, one.possibility, other.possibility)


def _agreement(one: Claim, other: Claim, p: Possibility, q: Possibility) -> float:
    if one.category or other.category:
        said = one.negative == other.negative
        return float(said and _category_gap(one, other) < NEAR_CATEGORY)
    if one.measurand.id == AGE:
        return max(consistency(p, q.scaled(1.0, years)) for years in _grown(one, other))
    return consistency(p, nearest(p, q, turn(one)))


def agree(one: Claim, other: Claim) -> bool:
    """Whether two values agree by half at least: `agreement(one, other) >= HALF`, and quicker."""
    if one.category or other.category:
        return agreement(one, other) >= HALF
    p, q = one.possibility, other.possibility
    if one.measurand.id == AGE:
        return any(consistent(p, q.scaled(1.0, years), HALF) for years in _grown(one, other))
    return consistent(p, nearest(p, q, turn(one)), HALF)


def _grown(one: Claim, other: Claim) -> range:
    """By how many years the person of `other` may have to grow to meet `one` (ruling 3): by as many
    birthdays as lie between the days of the articles, or by fewer, for the later may tell how old
    somebody was."""
    if one.as_of is None or other.as_of is None:
        return range(1)
    days = (one.as_of - other.as_of).days
    most = int((abs(days) + BIRTHDAY) / YEAR)
    return range(most + 1) if days > 0 else range(-most, 1)


def on_the_clock(claim: Claim) -> bool:
    """Whether a value is a time of an implied week, in which Monday follows Sunday."""
    return claim.measurand.dimension == "when"


def turn(claim: Claim) -> float:
    """The hours after which a value comes round again: a week for a time of an implied week, a day
    for a clock time, and 0 for whatever stands on one line."""
    return _TURNS.get(claim.measurand.dimension, 0.0)


_TURNS = {"when": WEEK, "clock": DAY}


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
    """Whether one states a round number bare and the other bounds or shades the same one: "20"
    beside "more than 20" is a retelling, not a difference. Of 37 nobody says that it is fewer."""
    if one.anchor is None or other.anchor is None or len(one.stated) != 1 != len(other.stated):
        return False
    bare = [c for c in (one, other) if c.hedge in (Hedge.NONE, Hedge.ABOUT)]
    round_ = all(c.possibility.grain >= ROUND or c.reading.grain >= ROUND for c in (one, other))
    return len(bare) == 1 and round_ and math.isclose(one.anchor, other.anchor)


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


def _gap(one: Claim, other: Claim) -> float:
    p, q = one.possibility, other.possibility
    if on_the_clock(one):
        return time_gap(p, q)
    if one.measurand.dimension == "clock":
        return hour_gap(p, q)
    if one.measurand.dimension == "date":
        return day_gap(p, q)
    return value_gap(p, q, signed=one.measurand.dimension == "temperature")
