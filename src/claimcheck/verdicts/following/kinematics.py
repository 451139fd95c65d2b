"""Kinematics: how long a way takes at a speed, where one story tells all three.

The articles of a story may tell them apart: the speed of Ada's train in one, the way she goes in
another, how long it took in a third. Stops take time, so that the way over the speed is only the
least that the journey took: nothing longer contradicts it hard, and that it took just so long is
what readers take away.

Refused: a speed that is a top speed, an average or of one moment; a way or a time that is planned
against what happened; ways that differ or lead elsewhere; a traveller who has speeds of two
vehicles; an event that cannot be told; the way back beside the way there.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

import msgspec

from claimcheck.claims.claim import Claim, Hint, places_apart
from claimcheck.quantities.possibility import Possibility, Tail
from claimcheck.quantities.units import affine
from claimcheck.verdicts.comparison import HALF, agreement, narrowed_apart
from claimcheck.verdicts.facts import adopted
from claimcheck.verdicts.following.implications import WAY_OVER_SPEED, implied, told

STOPS = Hint("the way over the speed leaves out the time spent at stops")
SPEED, WAY, TIME = "speed", "journey_distance", "journey_duration"


def journey_times(claims: Iterable[Claim]) -> list[Claim]:
    """How long the journeys of all articles take, by their speeds and ways."""
    read = [c for c in claims if c.attribute in (SPEED, WAY, TIME) and told(c) and not c.scope]
    journeys: defaultdict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    speeds: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in adopted(read):
        if claim.attribute == SPEED and not claim.event.kind:
            speeds[claim.story, _traveller(claim.subject)].append(claim)
        elif claim.attribute != SPEED and claim.event.comparable:
            journeys[claim.story, claim.subject, claim.event.label].append(claim)
    found: list[Claim] = []
    for (story, subject, _), members in sorted(journeys.items()):
        found += _times(speeds[story, subject], members)
    return found


def _traveller(vehicle: str) -> str:
    """Whose a vehicle is: of "Ada Lovelace’s train" she; a ship goes by itself."""
    return vehicle.rpartition("’s ")[0] or vehicle


def _times(speeds: Sequence[Claim], members: Sequence[Claim]) -> Iterator[Claim]:
    ways = _ordered(c for c in members if c.attribute == WAY and not c.restates)
    times = _ordered(c for c in members if c.attribute == TIME and c.time != "planned")
    if not ways or len({c.subject for c in speeds}) != 1:
        return
    distinct = list({(w.canonical, w.places): w for w in ways}.values())
    if any(agreement(a, b) < HALF or places_apart(a, b) for a, b in combinations(distinct, 2)):
        return
    fitting = [t for t in times if not any(narrowed_apart(t, w) for w in distinct)]
    if not fitting:
        return
    seen: set[str] = set()
    for speed in _ordered(speeds):
        if speed.canonical not in seen:
            seen.add(speed.canonical)
            reckoned = way_over_speed(ways, speed, fitting[0].measurand.unit)
            if reckoned:
                found = implied(fitting, WAY_OVER_SPEED, [speed, *ways], reckoned)
                yield replace(found, hints=(*found.hints, STOPS))


def _ordered(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda c: (c.doc, c.start, c.end, c.id))


def way_over_speed(ways: Sequence[Claim], speed: Claim, unit: str) -> Possibility | None:
    """How long a way takes at a speed, at least and typically, in a unit of time; None of a speed
    that may be nought. What several say of the way, all of it may be."""
    velocity = speed.possibility.scaled(affine(speed.measurand.unit, "meter/second")[0])
    if velocity.low <= 0:
        return None
    to_metres = affine(ways[0].measurand.unit, "meter")[0]
    way = ways[0].possibility
    for other in ways[1:]:
        p = other.possibility
        way = msgspec.structs.replace(
            way,
            low=min(way.low, p.low),
            core_low=min(way.core_low, p.core_low),
            core_high=max(way.core_high, p.core_high),
            high=max(way.high, p.high),
            right=way.right if way.right is p.right else Tail.LOG,
        )
    seconds = way.scaled(to_metres).over(velocity)
    longer = msgspec.structs.replace(seconds, high=math.inf, right=Tail.LOG)
    return longer.scaled(affine("second", unit)[0])
