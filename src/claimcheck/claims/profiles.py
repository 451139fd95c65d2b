"""Profiles: what an article is about, as the words that weigh most in it, names above all."""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from typing import TypeAlias

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
_SAID = attrgetter("said")


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
class Vocabulary:
    """How often a text says each term, which of them are names, and which stand in its lead; a word
    for each term, and the weekdays that the text reports. No other text has a part in it."""

    said: dict[str, float]
    names: frozenset[str]
    lead: frozenset[str]
    words: dict[str, str]
    weekdays: frozenset[int]


Vocabularies: TypeAlias = Callable[[Sequence[Article]], Sequence[Vocabulary]]
"""From articles to the vocabulary of each, whether it is read or known already."""


def vocabularies(articles: Iterable[Article]) -> list[Vocabulary]:
    """The vocabularies of articles, in their order."""
    return [vocabulary(a.text) for a in articles]


def profiles(articles: Iterable[Article], known: Vocabularies = vocabularies) -> list[Profile]:
    """The profiles of articles, in their order, each beside the others: what they all say is
    common."""
    told = list(articles)
    readings = known(told)
    rarity = rarities(Counter(chain.from_iterable(map(_SAID, readings))), len(readings))
    return [_profile(a, r, rarity) for a, r in zip(told, readings, strict=True)]


def vocabulary(text: str) -> Vocabulary:
    """What a text says, as terms."""
    folded = fold(text)
    said: dict[str, float] = {}
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
            said[term] = said.get(term, 0.0) + (2.0 if place <= LEAD else 1.0)
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
    return Vocabulary(said, names, frozenset(lead), words, frozenset(weekdays))


def _profile(article: Article, reading: Vocabulary, rarity: Mapping[str, Rarity]) -> Profile:
    published = article.published
    weights: dict[str, float] = {}
    for term, often in reading.said.items():
        rare = rarity[term]
        weight = NAME_WEIGHT * rare.name if term in reading.names else rare.word
        if weight > 0:
            weights[term] = weight * math.sqrt(often)
    best = heapq.nsmallest(TERMS, weights, key=lambda term: (-weights[term], term))
    length = math.sqrt(SILENCE + math.fsum(weights[term] ** 2 for term in best))
    return Profile(
        article=article,
        terms={term: weights[term] / length for term in best},
        heroes=frozenset(name for name in reading.names & reading.lead if name in weights),
        words=reading.words,
        published=date.fromisoformat(published[:10]) if published else None,
        weekdays=reading.weekdays,
    )
