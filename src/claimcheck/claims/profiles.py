"""Profiles: what an article is about, as the words that weigh most in it, names above all."""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from claimcheck.articles.article import Article
from claimcheck.articles.sentences import sentences
from claimcheck.claims.rarity import Rarity, rarities
from claimcheck.claims.terms import stem
from claimcheck.quantities.calendar.times import week_times
from claimcheck.quantities.numerals import fold

NAME_WEIGHT = 2.0
"""What a name weighs beside a word: other events of a kind have its words, and other names. Without
it the reports of two players' arrests run into one."""

LEAD = 50
"""Words of the beginning, which says what the news is, and counts double: two or three sentences.
Half as many name too few, and twice as many name the bystanders."""

SILENCE = 100.0
"""What is added to the squared length of an article's terms, as if it said something more that no
other says: two short texts that share few words of a few are not alike yet. A short report of three
sentences has two to eight times as much."""

TERMS = 60
"""How many of its terms, the weightiest, stand for an article: 30 to 100 do as well."""

_WORD = re.compile(r"[^\W\d_]{3,}")
_FIGURE = re.compile(r"(?<![\w.,])(\d[\d.,]*)[\s-]?([a-z]{2,})")
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow january "
    "february march april may june july august september october november december".split()
)
_stem = lru_cache(maxsize=65536)(stem)


@dataclass(frozen=True, slots=True)
class Profile:
    """What an article is about: its weightiest terms, in that order, whose squares add up to one at
    most; the names that its lead says; a word for each term, to show. Then when it was published,
    and the weekdays that it reports."""

    article: Article
    terms: dict[str, float]
    heroes: frozenset[str]
    words: dict[str, str]
    published: date | None
    weekdays: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Reading:
    """How often an article says each term, which of them are names, and which stand in its lead."""

    article: Article
    said: dict[str, float]
    names: frozenset[str]
    lead: frozenset[str]
    words: dict[str, str]
    weekdays: frozenset[int]


def profiles(articles: Iterable[Article]) -> list[Profile]:
    """The profiles of articles, in their order, each beside the others: what they all say is
    common."""
    readings = [_reading(a) for a in articles]
    rarity = rarities(Counter(term for r in readings for term in r.said), len(readings))
    return [_profile(r, rarity) for r in readings]


def _reading(article: Article) -> _Reading:
    text, folded = article.text, fold(article.text)
    said: defaultdict[str, float] = defaultdict(float)
    named: Counter[str] = Counter()
    words: dict[str, str] = {}
    lead: set[str] = set()
    weekdays: set[int] = set()
    place = 0
    for sentence in sentences(text):
        if sentence.heading:
            continue  # a dated section tells of another event
        span = sentence.start, sentence.end
        for match in _WORD.finditer(folded, *span):
            place += 1
            if match[0] in _CALENDAR:
                continue
            term = _stem(match[0])
            words.setdefault(term, match[0])
            said[term] += 2.0 if place <= LEAD else 1.0
            if place <= LEAD:
                lead.add(term)
            if not text[match.start()].isupper():
                named[term] -= 1
            elif match.start() > sentence.start:
                named[term] += 1
        for match in _FIGURE.finditer(folded, *span):
            said[f"{match[1].strip('.,')} {match[2][:4]}"] = 1.0
        weekdays.update(int(t.low // 24) for t in week_times(folded, *span))
    names = frozenset(term for term, more in named.items() if more > 0)
    return _Reading(article, said, names, frozenset(lead), words, frozenset(weekdays))


def _profile(reading: _Reading, rarity: Mapping[str, Rarity]) -> Profile:
    published = reading.article.published
    weights: dict[str, float] = {}
    for term, often in reading.said.items():
        rare = rarity[term]
        weight = NAME_WEIGHT * rare.name if term in reading.names else rare.word
        if weight > 0:
            weights[term] = weight * math.sqrt(often)
    best = heapq.nsmallest(TERMS, weights, key=lambda term: (-weights[term], term))
    length = math.sqrt(SILENCE + math.fsum(weights[term] ** 2 for term in best))
    return Profile(
        article=reading.article,
        terms={term: weights[term] / length for term in best},
        heroes=frozenset(name for name in reading.names & reading.lead if name in weights),
        words=reading.words,
        published=date.fromisoformat(published[:10]) if published else None,
        weekdays=reading.weekdays,
    )
