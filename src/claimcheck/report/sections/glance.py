"""The first screen: what was read, how the facts stand, and what is widest apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from claimcheck.document import Document, Finding, FindingsDocument
from claimcheck.errors import visible
from claimcheck.quantities.wording import counted, moment
from claimcheck.report.corpus import title_of
from claimcheck.report.drawings.scale import percent
from claimcheck.report.sections.aside import by_count
from claimcheck.report.sections.facts import STATES, State
from claimcheck.report.sections.findings import FindingView
from claimcheck.report.sections.rows import Rows
from claimcheck.report.systems import Phrase
from claimcheck.report.words import STATUSES, clipped, label

# How much of a thing the first screen names. Nothing is left out: the rest is further down or
# folded.
_WORST = 5
_WHY = 180
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
    articles: str
    published: str
    outlets: str


@dataclass(frozen=True, slots=True)
class Apart:
    """A finding on the first screen; `why` it may be none, or else why its sides differ."""

    found: FindingView
    why_term: str
    why: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article of the corpus; `notes` are its id, outlet and date, as far as known, and more."""

    title: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Glance:
    """The first screen; `worst` are its findings, one a fact, and `further` says how many
    there are more. `statuses` is "" where all are new."""

    tallies: tuple[Tally, ...]
    coverage: Coverage
    articles: tuple[ArticleView, ...]
    more_articles: tuple[ArticleView, ...]
    more_articles_title: str
    worst: tuple[Apart, ...]
    further: str
    statuses: str


def glance(
    document: FindingsDocument,
    states: Counter[State],
    ordered: Sequence[Finding],
    findings: Rows[FindingView],
) -> Glance:
    """The first screen of `document`, of whose facts so many are in each of the `states`.

    `ordered` are its findings in the order of the page, and `findings` the same as shown.
    """
    listed = _articles(document)
    places = _widest(ordered)
    rest = sum(finding.status != "absent" for finding in ordered) - len(places)
    return Glance(
        tallies=_tallies(states),
        coverage=_coverage(document),
        articles=listed[:_ARTICLES],
        more_articles=listed[_ARTICLES:],
        more_articles_title=counted(len(listed) - _ARTICLES, "further article"),
        worst=tuple(_apart(findings.make(place)) for place in places),
        further=f"{counted(rest, 'further finding')} below" if rest > 0 else "",
        statuses=_statuses(ordered),
    )


def _widest(ordered: Iterable[Finding]) -> list[int]:
    """The places of the worst findings, one a fact: others of the same fact say much the same."""
    first: dict[str, int] = {}
    for place, finding in enumerate(ordered):
        if finding.status != "absent":
            first.setdefault(finding.fact, place)
    return list(islice(first.values(), _WORST))


def _apart(found: FindingView) -> Apart:
    if found.strain:
        return Apart(found, "Why they are in tension", (Phrase("", clipped(found.strain, _WHY)),))
    if found.perhaps:
        why = (Phrase("", clipped(found.perhaps, _WHY)),)
        return Apart(found, "Possible reconciliation", why)
    return Apart(found, "Why they differ", tuple(_against(found)))


def _against(found: FindingView) -> Iterator[Phrase]:
    """Both readings, once for each system of units in which one of them is told."""
    sides = [{phrase.system: phrase.words for phrase in side.normalised} for side in found.sides]
    for system in max(sides, key=len):
        # What is typically read is further down; here the outer ends are enough.
        ends = [side.get(system, side.get("", "")).partition(";")[0] for side in sides]
        values = f": {' against '.join(ends)}" if all(ends) else ""
        yield Phrase(system, clipped(f"{found.basis}{values}.", _WHY))


def _statuses(ordered: Iterable[Finding]) -> str:
    """How many findings are in each status; "" where all are new, as without a baseline."""
    counts = Counter(finding.status for finding in ordered)
    if set(counts) <= {"new"}:
        return ""
    told = (f"{counts[status]:,} {words}" for status, words in STATUSES.items() if counts[status])
    return "Findings: " + ", ".join(told)


def headline(articles: int, states: Counter[State]) -> str:
    """The page in a line."""
    read = counted(articles, "article")
    compared = states.total() - states["single"]
    differ = states["contradictory"]
    if not compared:
        return f"{read}, no fact to compare"
    outcome = f"{differ:,} {'differs' if differ == 1 else 'differ'}" if differ else "none differs"
    return f"{read}, {counted(compared, 'fact')} compared, {outcome}"


def _tallies(states: Counter[State]) -> tuple[Tally, ...]:
    """The states that a reader looks for, and the rare one where it occurs."""
    return tuple(
        Tally(state, f"{states[state]:,}", word, meaning)
        for state, (word, meaning) in STATES.items()
        if states[state] or state != "apart"
    )


def _coverage(document: FindingsDocument) -> Coverage:
    stats = document.stats
    outlets = {article.source for article in document.documents if article.source}
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
        articles=counted(len(document.documents), "article"),
        published=_published(document.documents),
        outlets=counted(len(outlets), "source") if outlets else "no source told",
    )


def _published(articles: Iterable[Document]) -> str:
    """From when to when the articles were published, as far as that is told."""
    days = sorted(article.published[:10] for article in articles if article.published)
    if not days:
        return "no dates told"
    return " to ".join(moment(visible(day)) for day in dict.fromkeys((days[0], days[-1])))


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
