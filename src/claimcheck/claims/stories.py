"""Stories: which articles are about the same news event.

A story scopes what has no date of its own: the journey that is going on, "Sunday", "last June".
Where nobody has told us, two articles are of one story if they share enough of their rarer words
and nothing in their time sets them apart. Unsure means apart, for what is apart is never compared.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from claimcheck.articles.article import Article
from claimcheck.articles.sentences import sentences
from claimcheck.quantities.calendar.times import week_times
from claimcheck.quantities.numerals import fold, numerals

ALIKE = 0.15
"""Likeness of two articles' weighted terms from which they may be of one story. Over 184 articles
of 17 news events, taken as one corpus without their dates, no two of different events reached it
(the highest, two earthquakes: 0.142), and 150 stood in the largest story of their event."""

MUCH_ALIKE = 0.3
"""Likeness from which other weekdays do not set two articles apart; a sixth of the pairs of one
event reach it, and no other."""

UNSEEN = 20
"""How many unrelated articles a small corpus is taken to lie among: without them every word that
five retellings share would count as common."""

NAME_WEIGHT, FIGURE_WEIGHT = 1.5, 3.0
"""What a name and a figure ("20 carriages") weigh beside a word: retellings repeat them."""

SPAN_DAYS = 10
"""Two articles published further apart than this are of one story only if somebody says so."""

SEVERAL, NEARLY, LEAST_ALIKE = 3, 0.145, 0.1
"""Two groups are of one story as well where the mean of so many of their likest pairs reaches the
second. Over 33 events (those 17 and 16 more) 97 % of all articles reach it with the others of their
own event, and none with another's: the highest mean is 0.142. Pairs below the third count for
nothing."""

MOST_HOLDERS = 50
"""A term of more articles than this pairs nobody: it says little, and its pairs would be most of
the work, and grow with the square of the corpus."""

# Words so common in news that sharing them says nothing.
_COMMON = frozenset(
    "about after again against also although among another around because become been before being "
    "between both came could days does down during each early earlier even every first following "
    "from further have having here hours however including into just last late later like made "
    "make many meanwhile might monday month months more most much must near next night once only "
    "other over part people place reported reports said saturday says several should since some "
    "still such sunday take taken than that their them then there these they this those though "
    "thousands three through thursday time today told took tuesday under until very wednesday "
    "week weeks well went were what when where which while will with within without would year "
    "years yesterday your friday according officials official government country called come "
    "news state states".split()
)
_TERM = re.compile(r"[^\W\d_]{4,}")
_BEHIND = re.compile(r"[\s-]?([a-z]+)")


@dataclass(frozen=True, slots=True)
class _Time:
    """When an article was published, if it says so, and the weekdays it reports."""

    published: date | None
    weekdays: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Profile:
    """What tells an article's story: its terms by weight, and its time."""

    article: Article
    terms: dict[str, float]
    time: _Time


def stories(articles: Iterable[Article]) -> dict[str, str]:
    """The story of each article by id; every article has one, if only its own.

    A told story stands. The others are joined from the most alike pair down, so long as no two
    articles of the joined story are apart in time.
    """
    ordered = sorted(articles, key=lambda a: a.id)
    found = {a.id: a.story for a in ordered if a.story}
    taken = set(found.values())
    for members in _joined([_profile(a) for a in ordered if not a.story]):
        label = _label(members)
        while label in taken:
            label += "+"
        taken.add(label)
        found |= {m.article.id: label for m in members}
    return found


def _profile(article: Article) -> _Profile:
    folded = fold(article.text)
    terms: dict[str, float] = {}
    weekdays: set[int] = set()
    for sentence in sentences(article.text):
        if sentence.heading:
            continue  # a dated section tells of another event
        span = sentence.start, sentence.end
        for match in _TERM.finditer(folded, *span):
            if match[0] not in _COMMON:
                named = article.text[match.start()].isupper() and match.start() > sentence.start
                terms[match[0]] = max(terms.get(match[0], 0), NAME_WEIGHT if named else 1.0)
        terms |= dict.fromkeys(_figures(folded, *span), FIGURE_WEIGHT)
        weekdays.update(int(t.low // 24) for t in week_times(folded, *span))
    published = date.fromisoformat(article.published[:10]) if article.published else None
    return _Profile(article, terms, _Time(published, frozenset(weekdays)))


def _figures(folded: str, start: int, end: int) -> Iterator[str]:
    """Numbers with the start of the word behind them: "20 carr", "1000 km"."""
    for item in numerals(folded, start, end):
        word = _BEHIND.match(folded, item.end)
        if word and item.kind == "cardinal" and item.value is not None and item.value > 2:
            yield f"{item.value} {word[1][:4]}"


@dataclass(slots=True)
class _Group:
    """Articles taken for one story, the days on which they were published, and the weekdays that
    those report of which nobody knows when they were."""

    members: list[_Profile]
    published: set[date]
    weekdays: set[int]


def _joined(profiles: Sequence[_Profile]) -> list[list[_Profile]]:
    """The profiles of each story, both in order of the articles' ids.

    Pairs that are alike enough are joined first, the most alike first; then groups of which
    several pairs are nearly so.
    """
    groups = {p.article.id: _group(p) for p in profiles}
    pairs = _alike(profiles)
    for likeness, one, other in pairs:
        if likeness >= ALIKE:
            _join(groups, one, other, likeness)
    between: defaultdict[frozenset[int], list[tuple[float, str, str]]] = defaultdict(list)
    for pair in pairs:
        between[frozenset(id(groups[name]) for name in pair[1:])].append(pair)
    close: list[tuple[float, str, str]] = []
    for several in between.values():
        best = several[:SEVERAL]
        mean = math.fsum(likeness for likeness, _, _ in best) / len(best)
        if len(best) == SEVERAL and mean >= NEARLY:
            close.append((mean, *best[0][1:]))
    for mean, one, other in sorted(close, key=lambda p: (-p[0], p[1], p[2])):
        _join(groups, one, other, mean)
    stories = {id(g): sorted(g.members, key=lambda p: p.article.id) for g in groups.values()}
    return list(stories.values())


def _group(profile: _Profile) -> _Group:
    published = profile.time.published
    weekdays = set[int]() if published else set(profile.time.weekdays)
    return _Group([profile], {published} if published else set(), weekdays)


def _join(groups: dict[str, _Group], one: str, other: str, likeness: float) -> None:
    """One group of the two that hold these articles, unless time sets them apart."""
    small, large = sorted((groups[one], groups[other]), key=lambda g: len(g.members))
    if small is large or _apart(small, large, likeness):
        return
    large.members += small.members
    large.published |= small.published
    large.weekdays |= small.weekdays
    for profile in small.members:
        groups[profile.article.id] = large


def _alike(profiles: Sequence[_Profile]) -> list[tuple[float, str, str]]:
    """Pairs of articles that are nearly alike enough, most alike first."""
    count = Counter(term for p in profiles for term in p.terms)
    rarity = {term: math.log((UNSEEN + len(profiles)) / n) for term, n in count.items()}
    total = {p.article.id: math.fsum(rarity[t] * w for t, w in p.terms.items()) for p in profiles}
    holders: defaultdict[str, list[_Profile]] = defaultdict(list)
    for p in profiles:
        for term in p.terms:
            holders[term].append(p)
    shared: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    for term, having in holders.items():
        if len(having) <= MOST_HOLDERS:
            for one, other in combinations(having, 2):
                weight = rarity[term] * max(one.terms[term], other.terms[term])
                shared[one.article.id, other.article.id].append(weight)
    likeness = [
        (math.fsum(weights) / math.sqrt(total[one] * total[other]), one, other)
        for (one, other), weights in shared.items()
    ]
    return sorted((p for p in likeness if p[0] >= LEAST_ALIKE), key=lambda p: (-p[0], p[1], p[2]))


def _apart(one: _Group, other: _Group, likeness: float) -> bool:
    """Whether time sets two groups apart: far dates, or undated reports of other weekdays, which
    much likeness outweighs: then the weekdays are what differs."""
    if one.published and other.published:
        every = one.published | other.published
        return (max(every) - min(every)).days > SPAN_DAYS
    if likeness >= MUCH_ALIKE:
        return False
    return bool(one.weekdays and other.weekdays and not one.weekdays & other.weekdays)


def _label(members: Sequence[_Profile]) -> str:
    """A name for people: the words that most of the story's articles share."""
    count = Counter(term for p in members for term in p.terms if " " not in term)
    if len(members) == 1 or not count:
        return members[0].article.id
    weight: dict[str, float] = {}
    for term, value in (item for p in members for item in p.terms.items()):
        weight[term] = max(weight.get(term, 0), value)
    return "-".join(sorted(count, key=lambda t: (-count[t], -weight[t], -len(t), t))[:3])
