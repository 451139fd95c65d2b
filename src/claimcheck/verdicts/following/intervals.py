"""Intervals: how long something took, by the times at which an article says it began and ended.

One step deep, within one article. Nothing follows where there are two starts or two ends, where
either is planned, denied or only possible, where they are sentences apart, or where who arrives
first leaves later: he stays.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

import msgspec

from claimcheck.claims.claim import Claim, places_apart
from claimcheck.claims.places import nested
from claimcheck.claims.rulepacks import RulePack, Rules
from claimcheck.quantities.calendar.times import elapsed
from claimcheck.quantities.units import affine
from claimcheck.verdicts.comparison import LONGEST, NEAR


def intervals(claims: Iterable[Claim], rules: Rules) -> list[Claim]:
    """The lengths that the claims of one article imply."""
    found: list[Claim] = []
    by_event: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        by_event[claim.subject, claim.event.label].append(claim)
    for pack in rules.packs:
        if pack.interval:
            for members in by_event.values():
                found += _interval(pack, pack.interval.start, pack.interval.end, members)
    return found


def _interval(pack: RulePack, start: str, end: str, claims: list[Claim]) -> list[Claim]:
    """The time from the one start to the one end that an article tells.

    Two different starts are two journeys or a slip; either way nothing follows from them.
    """
    ends = [_only([c for c in claims if c.attribute == name and _told(c)]) for name in (start, end)]
    first, last = ends
    if first is None or last is None or not first.event.comparable:
        return []
    # Who arrives first and leaves later stays; so does who comes back to where he left.
    stays = first.start > last.start or any(
        nested(of, to)
        for r, of in first.places
        if r == "from"
        for s, to in last.places
        if s == "to"
    )
    # Two ways, or two manners of going, are two journeys.
    scopes = {first.scope, last.scope} - {""}
    hours = elapsed(first.possibility, last.possibility)
    far = last.index - first.index > NEAR or hours.low > LONGEST
    if stays or far or len(scopes) > 1 or places_apart(first, last):
        return []
    factor, _ = affine("hour", pack.unit)
    possibility = msgspec.structs.replace(
        hours, low=max(0.0, hours.low), core_low=max(0.0, hours.core_low)
    ).scaled(factor)
    return [
        replace(
            first,
            measurand=pack.measurand,
            rule=f"{pack.attribute}/interval",
            event=replace(first.event, kind=pack.event),
            scope=first.scope or last.scope,
            alone=first.alone or last.alone,
            stated=(),
            unit=pack.unit,
            reading=possibility,
            possibility=possibility,
            places=tuple(sorted({*first.places, *last.places})),
            certainty="CT" if first.certainty == last.certainty == "CT" else "PR",
            holder=first.holder if first.holder == last.holder else None,
            hints=(*first.hints, *last.hints),
            derived_from=(first.id, last.id),
            working="from the times that are told",
        )
    ]


def _told(claim: Claim) -> bool:
    return (
        claim.time == "past"
        and claim.certainty in ("CT", "PR")
        and not claim.negative
        and not claim.generic
    )


def _only(claims: list[Claim]) -> Claim | None:
    values = {c.canonical for c in claims}
    return claims[0] if len(values) == 1 else None
