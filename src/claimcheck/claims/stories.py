"""Stories: which articles are about the same news event.

A story scopes what has no date of its own: the journey that is going on, "Sunday", "last June".
Where nobody has told us, articles are of one story if they share enough of their words, the rarer
ones and names above all, and neither their time nor whom they tell of sets them apart. Unsure means
apart, for what is apart is never compared.

The constants were measured on 33 events of a development set, 395 articles: each event by itself,
and all as one corpus, with their dates of publication and without.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from itertools import islice
from typing import TypeAlias

from claimcheck.articles.article import Article
from claimcheck.claims.affairs import of_one_affair
from claimcheck.claims.profiles import Profile, Vocabularies, profiles, vocabularies

ALIKE = 0.25
"""Likeness of two groups from which they may be of one story. Of all articles 98 % reach it with
the others of their event. Two events' do not come near it (0.13 at most), unless they are of one
team; whom these tell of sets them apart."""

MUCH_ALIKE = 0.45
"""Undated reports of other weekdays are of two stories, unless they are so much alike: then the
weekdays are what differs. Nine of ten articles are so much like the others of their event."""

CHRONICLE = 3
"""But who tells of so many weekdays tells of all that matter: the five sample articles of two
journeys of one man are as much alike as those of one."""

SPAN_DAYS = 10
"""Two articles published further apart than this are of one story only if somebody says so."""

OWN_HERO, ENOUGH = 0.8, 3
"""Two groups tell of others, however much alike (two arrests of one team's players), if each has so
many articles, and a name in the leads of so many more of its articles, as a share, than of the
other's. Two games of one team differ by 0.9 each way; two halves of one event, by 0.75."""

KEYS = 10
"""By how many of its terms an article finds others; all of them say how much alike two are. With
6 or 30 it is the same."""

NEIGHBOURS = 12
"""How many others an article meets by each key, the next in time: all pairs would grow with the
square of the corpus, and a story of many articles holds together by those between."""


def stories(articles: Iterable[Article], known: Vocabularies = vocabularies) -> dict[str, str]:
    """The story of each article by id; every article has one, if only its own.

    A told story stands. The others are joined from the most alike groups down, so long as neither
    time nor names set them apart. `known` gives what each of these says.
    """
    ordered = sorted(articles, key=lambda a: a.id)
    found = {a.id: a.story for a in ordered if a.story}
    taken = set(found.values())
    untold = profiles((a for a in ordered if not a.story), known)
    for places in _joined(untold):
        members = [untold[place] for place in places]
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
    """Articles taken for one story, by their places: the sum of their terms, and the square of its
    length; in how many leads each name stands; the days on which they were published, and the
    weekdays that those report of which nobody knows when they were.

    `passed` tells that a group no smaller, of another time, is liker than any that is left.
    """

    members: list[int]
    terms: dict[str, float]
    square: float
    heroes: Counter[str]
    published: set[date]
    weekdays: set[int]
    passed: bool = False

    @property
    def vagueness(self) -> _Vagueness:
        if self.published:
            return _Vagueness.DATED
        return _Vagueness.WEEKDAYS if self.weekdays else _Vagueness.TIMELESS


def _group(place: int, profile: Profile) -> _Group:
    published = profile.published
    return _Group(
        members=[place],
        terms=dict(profile.terms),
        square=1.0,
        heroes=Counter(profile.heroes),
        published={published} if published else set(),
        weekdays=set() if published else set(profile.weekdays),
    )


# How vague the time of one is at least; how unlike they are; an article of each, and how many
# articles the two have.
_Waiting: TypeAlias = tuple[_Vagueness, float, int, int, int]


def _joined(profiles: Sequence[Profile]) -> list[list[int]]:
    """The places of the articles of each story, in order.

    Groups are joined, the most alike first, but what may be of any time only when the others have
    found together. Two that grew while they waited are weighed anew when their turn comes.
    """
    groups = [_group(place, p) for place, p in enumerate(profiles)]  # of each article
    waiting = [
        _weighed(groups, one, other)
        for one, other in _candidates(profiles)
        if _likeness(groups[one], groups[other]) >= ALIKE
    ]
    heapq.heapify(waiting)
    again: set[tuple[int, int, int]] = set()
    far: list[tuple[int, int]] = []
    while waiting:
        _, unlike, one, other, size = heapq.heappop(waiting)
        first, second = groups[one], groups[other]
        if first is second:
            continue
        now = len(first.members) + len(second.members)
        if size != now:
            pair = first.members[0], second.members[0], now
            if pair not in again:
                again.add(pair)
                heapq.heappush(waiting, _weighed(groups, one, other))
        elif -unlike < ALIKE:
            continue
        elif _far(first, second):
            _pass(first, second)
            far.append((one, other))
        elif not _apart(first, second, -unlike):
            _merge(groups, first, second)
    _join_affairs(groups, profiles, far)
    return sorted({g.members[0]: sorted(g.members) for g in groups}.values())


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


def _weighed(groups: Sequence[_Group], one: int, other: int) -> _Waiting:
    """The groups of two articles, as they wait to be joined."""
    first, second = groups[one], groups[other]
    vagueness = max(first.vagueness, second.vagueness)
    size = len(first.members) + len(second.members)
    return vagueness, -_likeness(first, second), one, other, size


def _likeness(one: _Group, other: _Group) -> float:
    """The cosine of two groups' terms, from 0 to 1."""
    return _shared(one, other) / math.sqrt(one.square * other.square)


def _shared(one: _Group, other: _Group) -> float:
    a, b = one.terms, other.terms
    return math.fsum([a[term] * b[term] for term in a.keys() & b.keys()])


def _merge(groups: list[_Group], one: _Group, other: _Group) -> None:
    """Adds the smaller of two groups to the larger."""
    small, large = sorted((one, other), key=lambda g: (len(g.members), -g.members[0]))
    large.square += small.square + 2 * _shared(large, small)
    large.members += small.members
    for term, weight in small.terms.items():
        large.terms[term] = large.terms.get(term, 0.0) + weight
    large.heroes += small.heroes
    large.published |= small.published
    large.weekdays |= small.weekdays
    large.passed = False
    for place in small.members:
        groups[place] = large


def _join_affairs(
    groups: list[_Group], profiles: Sequence[Profile], far: Sequence[tuple[int, int]]
) -> None:
    """Joins groups that are far apart in time, much alike and of one affair."""
    stories = list(groups)  # as they are before any affair is joined
    met: set[tuple[int, int]] = set()
    for one, other in far:
        first, second = stories[one], stories[other]
        pair = (first.members[0], second.members[0])
        if groups[one] is groups[other] or pair in met or _likeness(first, second) < MUCH_ALIKE:
            continue
        met.add(pair)
        if of_one_affair(*([profiles[place] for place in g.members] for g in (first, second))):
            _merge(groups, groups[one], groups[other])


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
