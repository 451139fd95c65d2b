"""Occasions: "the one time she flew abroad" against the trips that an article dates.

The trips that one article lists, each with its day, are counted as far as they were made by the
day of the article that knows of just one; where that has no day, by the trip that it tells of.
Statements that there were several, which give no days, join in a second step: what is dated shows
that there were as many by then.

A rank ("visits China for a fourth time") is held against the dated visits to that country before
it: who was there three times cannot be there for a third. Fewer visits say nothing, for a list may
leave some out.

Refused: a list with fewer than two trips on days of their own; trips abroad where the list is not
said to be of those; days that nothing places before the one time; a traveller known by less than a
full name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from claimcheck.claims.claim import Claim
from claimcheck.claims.occasions import ABROAD, COUNTED, DATED, LAST
from claimcheck.claims.visits import RANKED, VISIT
from claimcheck.quantities.calendar.dates import MONTHS, month_days
from claimcheck.quantities.hedges import Hedge, hedged
from claimcheck.verdicts.facts import adopted
from claimcheck.verdicts.following.implications import CARRIED_BACK, DATED_LIST, RANK, implied, told

FEWEST = 2


def counted_trips(claims: Iterable[Claim]) -> list[Claim]:
    """How many trips there were at least when somebody says that there was one."""
    only: list[Claim] = []
    several: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    lists: defaultdict[tuple[str, str], defaultdict[str, list[Claim]]] = defaultdict(
        lambda: defaultdict(list)
    )
    read = [c for c in claims if c.attribute.startswith((COUNTED, DATED)) and told(c)]
    for claim in sorted(adopted(read), key=lambda c: (c.doc, c.start, c.id)):
        craft = claim.attribute.rpartition(" ")[2]
        key = claim.subject.casefold(), craft
        if claim.attribute.startswith(DATED):
            lists[key][claim.doc].append(claim)
        elif claim.anchor == 1:
            only.append(claim)
        else:
            several[key].append(claim)
    found: list[Claim] = []
    for claim in only:
        key = claim.subject.casefold(), claim.attribute.rpartition(" ")[2]
        if " " in claim.subject:
            found += _against(claim, lists[key], several[key])
    return found


def _against(
    only: Claim, lists: dict[str, list[Claim]], several: Sequence[Claim]
) -> Iterator[Claim]:
    """What the longest list of dated trips says against there being one, and what joins it."""
    counted = [_made(only, trips) for doc, trips in sorted(lists.items()) if doc != only.doc]
    trips = max(counted, key=len, default=[])
    if len(trips) < FEWEST:
        return
    least = hedged(Hedge.AT_LEAST, len(trips), 1).snapped()
    yield implied([only], DATED_LIST, trips, least)
    for claim in several:
        if claim.doc != only.doc and claim.possibility.low <= len(trips):
            back = implied([only], CARRIED_BACK, [claim, *trips], claim.possibility)
            yield replace(back, scope=claim.scope)


def _made(only: Claim, trips: Sequence[Claim]) -> list[Claim]:
    """The trips of a list, each on days of its own, that were made when one was known."""
    of_class = [t for t in trips if not only.scope or t.scope == ABROAD]
    dated = sorted(((*_days(t), t) for t in of_class), key=lambda d: (d[1], d[0], d[2].id))
    until = _until(only, dated)
    found: list[Claim] = []
    ended = date.min
    for first, last, trip in dated:
        if first > ended and until and last <= until:
            found.append(trip)
            ended = last
    return found


def _until(only: Claim, dated: Sequence[tuple[date, date, Claim]]) -> date | None:
    """The last day by which the one trip was the only one: that before its article's, else the
    end of the trip that it is itself by its place; of its month, where it was "last June"."""
    if only.as_of:
        return only.as_of - timedelta(days=1)
    places = {place for _, place in only.places}
    same = [(first, last) for first, last, t in dated if places & {p for _, p in t.places}]
    if not same:
        return None
    first, last = min(same)
    month = f"{LAST}{next(name for name, n in MONTHS.items() if n == first.month)[:3]}"
    return month_days(first.year, first.month)[1] if month in only.context.governors else last


def ranked_visits(claims: Iterable[Claim]) -> list[Claim]:
    """The least rank that dated visits leave for one that is ranked."""
    read = [c for c in claims if c.attribute.startswith((VISIT, RANKED)) and told(c)]
    visits: defaultdict[tuple[str, str], defaultdict[str, list[Claim]]] = defaultdict(
        lambda: defaultdict(list)
    )
    ranks: list[tuple[tuple[str, str], Claim]] = []
    for claim in sorted(adopted(read), key=lambda c: (c.doc, c.start, c.id)):
        ranked = claim.attribute.startswith(RANKED)
        country = claim.attribute.removeprefix(RANKED if ranked else VISIT)
        key = claim.subject.casefold(), country
        if ranked:
            ranks.append((key, claim))
        else:
            visits[key][claim.doc].append(claim)
    found: list[Claim] = []
    for key, rank in ranks:
        earlier = [_before(rank, listed) for _, listed in sorted(visits[key].items())]
        most = max(earlier, key=len, default=[])
        if " " in rank.subject and len(most) >= max(FEWEST, rank.possibility.high):
            least = hedged(Hedge.AT_LEAST, len(most) + 1, 1).snapped()
            found.append(implied([rank], RANK, most, least))
    return found


def _before(rank: Claim, visits: Sequence[Claim]) -> list[Claim]:
    """The visits of a list, each on days of its own, that ended before a ranked one began."""
    begins = _days(rank)[0]
    dated = sorted(((*_days(v), v) for v in visits), key=lambda d: (d[1], d[0], d[2].id))
    found: list[Claim] = []
    ended = date.min
    for first, last, visit in dated:
        if first > ended and last < begins:
            found.append(visit)
            ended = last
    return found


def _days(trip: Claim) -> tuple[date, date]:
    """The days of a dated trip, by the ISO interval of its event."""
    first, _, last = trip.event.when.partition("/")
    return _iso(first)[0], _iso(last or first)[1]


def _iso(day: str) -> tuple[date, date]:
    """The first and the last day of a year, a month or a day."""
    year, *rest = map(int, day.split("-"))
    if len(rest) == 2:
        return date(year, *rest), date(year, *rest)
    return month_days(year, rest[0]) if rest else (date(year, 1, 1), date(year, 12, 31))
