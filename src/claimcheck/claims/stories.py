"""Stories: which articles are about the same news event.

A story scopes what has no date of its own: the journey that is going on, "Sunday", "last June".
Where nobody has told us, articles are of one story if on the average they share enough of their
words, the rarer ones and names above all, and neither their time nor whom they tell of sets them
apart. Unsure means apart, for what is apart is never compared.

The constants were measured on 33 events of a development set, 395 articles: each event by itself,
and all as one corpus, with their dates of publication and without.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from itertools import islice
from typing import TypeAlias

from claimcheck.articles.article import Article
from claimcheck.claims.affairs import of_one_affair
from claimcheck.claims.profiles import Profile, profiles

ALIKE = 0.25
"""Likeness of two groups from which they may be of one story. Of the events' own groups that time
leaves together nearly all reach it; two events' that are not of one kind and one place never do."""

MUCH_ALIKE, CHRONICLE = 0.45, 3
"""Undated reports of other weekdays are of two stories, unless they are so much alike: then the
weekdays are what differs. But who tells of so many days tells of all that matter."""

SPAN_DAYS = 10
"""Two articles published further apart than this are of one story only if somebody says so."""

OWN_HERO, ENOUGH = 0.8, 3
"""Two groups tell of others, however much alike (two arrests of one team's players), if each has so
many articles, and a name in the leads of so many more of its articles than of the other's."""

KEYS = 10
"""By how many of its terms an article finds others; all of them say how much alike two are."""

NEIGHBOURS = 12
"""How many others an article meets by each key, the next in time: all pairs would grow with the
square of the corpus, and a story of many articles holds together by those between."""


def stories(articles: Iterable[Article]) -> dict[str, str]:
    """The story of each article by id; every article has one, if only its own.

    A told story stands. The others are joined from the most alike groups down, so long as neither
    time nor names set them apart.
    """
    ordered = sorted(articles, key=lambda a: a.id)
    found = {a.id: a.story for a in ordered if a.story}
    taken = set(found.values())
    for members in _joined(profiles(a for a in ordered if not a.story)):
        label = _label(members)
        while label in taken:
            label += "+"
        taken.add(label)
        found |= {m.article.id: label for m in members}
    return found


class _Vagueness(IntEnum):
    """How well it is known when a group's articles are of."""

    DATED = 0
    WEEKDAYS = 1
    TIMELESS = 2


@dataclass(slots=True)
class _Group:
    """Articles taken for one story: the sum of their terms, and the square of its length; in how
    many leads each name stands; the days on which they were published, and the weekdays that those
    report of which nobody knows when they were.

    `near` are the groups with an article that shares a key with one of these. `passed` tells that a
    group no smaller, of another time, is liker than any that is left. `version` counts how often
    the group grew.
    """

    members: list[Profile]
    terms: dict[str, float]
    square: float
    heroes: Counter[str]
    published: set[date]
    weekdays: set[int]
    near: set[int] = field(default_factory=set)
    passed: bool = False
    version: int = 0

    @property
    def vagueness(self) -> _Vagueness:
        if self.published:
            return _Vagueness.DATED
        return _Vagueness.WEEKDAYS if self.weekdays else _Vagueness.TIMELESS


# How vague the time of one is at least; how unlike they are; two groups, and their versions.
_Waiting: TypeAlias = tuple[_Vagueness, float, int, int, int, int]


def _group(profile: Profile) -> _Group:
    published = profile.published
    return _Group(
        members=[profile],
        terms=dict(profile.terms),
        square=1.0,
        heroes=Counter(profile.heroes),
        published={published} if published else set(),
        weekdays=set() if published else set(profile.weekdays),
    )


def _joined(profiles: Sequence[Profile]) -> list[list[Profile]]:
    """The profiles of each story, both in order of the articles' ids.

    The most alike groups are joined first, but what may be of any time only when the others have
    found together.
    """
    groups = {n: _group(p) for n, p in enumerate(profiles)}
    waiting: list[_Waiting] = []
    for one, other in _candidates(profiles):
        groups[one].near.add(other)
        groups[other].near.add(one)
        waiting += _waiting(groups, one, other)
    heapq.heapify(waiting)
    while waiting:
        _, unlike, one, other, *versions = heapq.heappop(waiting)
        first, second = groups.get(one), groups.get(other)
        if not (first and second and versions == [first.version, second.version]):
            continue
        if _far(first, second):
            _pass(first, second)
        elif not _apart(first, second, -unlike):
            kept = _merge(groups, one, other)
            for third in sorted(groups[kept].near):
                for new in _waiting(groups, kept, third):
                    heapq.heappush(waiting, new)
    joined = _with_affairs(groups)
    stories = [sorted(members, key=lambda p: p.article.id) for members in joined]
    return sorted(stories, key=lambda members: members[0].article.id)


def _with_affairs(groups: Mapping[int, _Group]) -> Iterator[list[Profile]]:
    """The members of each group, and of those together that are much alike and of one affair."""
    whole = {n: n for n in groups}  # the group that each belongs to
    for one, group in sorted(groups.items()):
        for other in sorted(n for n in group.near if n > one and _far(group, groups[n])):
            met = groups[other]
            if whole[one] == whole[other] or _likeness(group, met) < MUCH_ALIKE:
                continue
            if of_one_affair(group.members, met.members):
                old, new = whole[other], whole[one]
                whole |= {n: new for n, w in whole.items() if w == old}
    members: defaultdict[int, list[Profile]] = defaultdict(list)
    for n, w in whole.items():
        members[w] += groups[n].members
    yield from members.values()


def _candidates(profiles: Sequence[Profile]) -> list[tuple[int, int]]:
    """Pairs of articles that share a key, and so may be alike enough."""
    in_time = sorted(range(len(profiles)), key=lambda n: (profiles[n].published or date.min, n))
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for n in in_time:
        for key in islice(profiles[n].terms, KEYS):
            holders[key].append(n)
    pairs: set[tuple[int, int]] = set()
    for having in holders.values():
        for place, one in enumerate(having, 1):
            for other in having[place : place + NEIGHBOURS]:
                pairs.add((one, other) if one < other else (other, one))
    return sorted(pairs)


def _waiting(groups: Mapping[int, _Group], one: int, other: int) -> Iterator[_Waiting]:
    """Two groups as they wait to be joined, if they are alike enough."""
    one, other = min(one, other), max(one, other)
    first, second = groups[one], groups[other]
    likeness = _likeness(first, second)
    if likeness >= ALIKE:
        vagueness = max(first.vagueness, second.vagueness)
        yield vagueness, -likeness, one, other, first.version, second.version


def _likeness(one: _Group, other: _Group) -> float:
    """The cosine of two groups' terms, from 0 to 1."""
    return _shared(one, other) / math.sqrt(one.square * other.square)


def _shared(one: _Group, other: _Group) -> float:
    few, many = sorted((one.terms, other.terms), key=len)
    return math.fsum(weight * many[term] for term, weight in few.items() if term in many)


def _merge(groups: dict[int, _Group], one: int, other: int) -> int:
    """Adds the smaller of two groups to the larger, and says which that is."""
    if len(groups[one].members) < len(groups[other].members):
        one, other = other, one
    large, small = groups[one], groups.pop(other)
    large.square += small.square + 2 * _shared(large, small)
    large.members += small.members
    for term, weight in small.terms.items():
        large.terms[term] = large.terms.get(term, 0.0) + weight
    large.heroes += small.heroes
    large.published |= small.published
    large.weekdays |= small.weekdays
    for third in small.near:
        if third != one:
            groups[third].near.discard(other)
            groups[third].near.add(one)
    large.near = (large.near | small.near) - {one, other}
    large.passed, large.version = False, large.version + 1
    return one


# --- what sets groups apart ---------------------------------------------------------------------


def _far(one: _Group, other: _Group) -> bool:
    """Whether they would make a story of more than SPAN_DAYS."""
    if not (one.published and other.published):
        return False
    days = one.published | other.published
    return (max(days) - min(days)).days > SPAN_DAYS


def _pass(one: _Group, other: _Group) -> None:
    """Of two groups that only their time sets apart, the smaller is an echo of the larger; what
    has no date, and is less like it, is not its own either: it may be of any time."""
    one.passed |= len(one.members) <= len(other.members)
    other.passed |= len(other.members) <= len(one.members)


def _apart(one: _Group, other: _Group, likeness: float) -> bool:
    """Whether the weekdays of undated reports, or whom they tell of, set two groups apart."""
    if (one.passed and not other.published) or (other.passed and not one.published):
        return True
    if one.weekdays and other.weekdays and one.weekdays.isdisjoint(other.weekdays):
        told = max(len(one.weekdays), len(other.weekdays))
        if likeness < MUCH_ALIKE or told >= CHRONICLE:
            return True
    enough = min(len(one.members), len(other.members)) >= ENOUGH
    return enough and _own_hero(one, other) and _own_hero(other, one)


def _own_hero(one: _Group, other: _Group) -> bool:
    """Whether a name stands in so many more of the leads of one group than of the other's."""
    return any(
        n / len(one.members) - other.heroes[name] / len(other.members) >= OWN_HERO
        for name, n in one.heroes.items()
    )


def _label(members: Sequence[Profile]) -> str:
    """A name for people: the words that most of the story's articles share."""
    count = Counter(term for p in members for term in p.terms if term in p.words)
    if len(members) == 1 or not count:
        return members[0].article.id
    weight: dict[str, float] = {}
    for p in members:
        for one, value in p.terms.items():
            weight[one] = max(weight.get(one, 0.0), value)
    best = sorted(count, key=lambda one: (-count[one], -weight[one], -len(one), one))[:3]
    return "-".join(next(p.words[one] for p in members if one in p.words) for one in best)
