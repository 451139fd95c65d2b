"""The first screen: what was read, how the facts stand, and what is widest apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.document import Document, FindingsDocument, Stats
from claimcheck.errors import visible
from claimcheck.quantities.wording import counted, moment
from claimcheck.report.aside import by_count
from claimcheck.report.corpus import title_of
from claimcheck.report.facts import STATES, State
from claimcheck.report.findings import FindingView
from claimcheck.report.numberline import percent
from claimcheck.report.rows import Rows
from claimcheck.report.words import label

# How much of a thing the first screen names. Nothing is left out: the rest is further down or
# folded.
_WORST = 5
_ARTICLES = 8
_REASONS = 3


@dataclass(frozen=True, slots=True)
class Tally:
    """How many facts are in one state."""

    state: State
    count: str
    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much was understood; `width` is the read share of all numbers, as SVG writes it.

    `reasons` names the commonest reasons for setting numbers aside.
    """

    sentences: str
    seen: str
    read: str
    share: str
    width: str
    claims: str
    compared: str
    set_aside: str
    reasons: str


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article of the corpus; `notes` are its id, outlet and date, as far as known, and more."""

    title: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Glance:
    """The first screen; `worst` are its findings, and `further` says how many there are more."""

    tallies: tuple[Tally, ...]
    coverage: Coverage
    articles: tuple[ArticleView, ...]
    more_articles: tuple[ArticleView, ...]
    more_articles_title: str
    worst: tuple[FindingView, ...]
    further: str


def glance(
    document: FindingsDocument, states: Counter[State], findings: Rows[FindingView]
) -> Glance:
    """The first screen of `document`, of whose facts so many are in each of the `states`."""
    listed = _articles(document)
    rest = len(findings) - _WORST
    return Glance(
        tallies=_tallies(states),
        coverage=_coverage(document.stats),
        articles=listed[:_ARTICLES],
        more_articles=listed[_ARTICLES:],
        more_articles_title=counted(len(listed) - _ARTICLES, "further article"),
        worst=tuple(findings.first(_WORST)),
        further=f"{counted(rest, 'further finding')} below" if rest > 0 else "",
    )


def headline(articles: int, states: Counter[State]) -> str:
    """The page in a line."""
    read = counted(articles, "article")
    compared = states.total() - states["single"]
    differ = states["contradictory"]
    if not compared:
        return f"{read}, and no fact that two of them share"
    outcome = f"{differ:,} {'differs' if differ == 1 else 'differ'}" if differ else "none differs"
    return f"{read}, {counted(compared, 'fact')} compared, {outcome}"


def _tallies(states: Counter[State]) -> tuple[Tally, ...]:
    """The states that a reader looks for, and the rare one where it occurs."""
    return tuple(
        Tally(state, f"{states[state]:,}", word, meaning)
        for state, (word, meaning) in STATES.items()
        if states[state] or state != "apart"
    )


def _coverage(stats: Stats) -> Coverage:
    share = 100 * stats.numbers_read / stats.numbers_seen if stats.numbers_seen else 0.0
    return Coverage(
        sentences=counted(stats.sentences, "sentence"),
        seen=counted(stats.numbers_seen, "number"),
        read=f"{stats.numbers_read:,}",
        # Rounded down: "100%" has to mean all of them.
        share=f"{int(share)}%",
        width=percent(share),
        claims=counted(stats.claims, "claim"),
        compared=f"{stats.compared:,}",
        set_aside=f"{sum(stats.set_aside.values()):,}",
        reasons="; ".join(
            f"{label(reason)} ({count:,})" for reason, count in by_count(stats)[:_REASONS]
        ),
    )


def _articles(document: FindingsDocument) -> tuple[ArticleView, ...]:
    claims = Counter(claim.doc for claim in document.claims)
    return tuple(
        ArticleView(title_of(article), tuple(_notes(article, claims[article.id])))
        for article in document.documents
    )


def _notes(article: Document, claims: int) -> Iterator[str]:
    if article.title:
        yield visible(article.id)
    if article.source:
        yield visible(article.source)
    if article.published:
        yield moment(article.published)
    yield counted(claims, "claim")
