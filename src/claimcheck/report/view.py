"""The report's view: every string, count, order and coordinate of the page.

`report_view` turns a findings document into frozen records; the templates only set them out.
All text has passed `words.visible`, so that it can be shown as it is, once escaped for HTML.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from shlex import quote as shell_quote
from typing import Literal
from urllib.parse import quote as url_quote

from claimcheck.articles.article import Article
from claimcheck.document import Document, Fact, Finding, FindingsDocument, Stats, Verdict
from claimcheck.errors import visible
from claimcheck.quantities.wording import counted, moment, number
from claimcheck.report.numberline import NumberLine, percent
from claimcheck.report.sides import SideView, camp_of, line_of, sides_of
from claimcheck.report.statement import Corpus, title_of
from claimcheck.report.tables import worst_first
from claimcheck.report.words import BASES, VERDICTS, capital, clipped, label

# How much of a thing the first screen names, and how many examples, of how many characters, show
# what was set aside. Nothing is left out: the rest is further down or folded.
_WORST = 5
_ARTICLES = 8
_REASONS = 3
_EXAMPLES = 8
_EXAMPLE = 90

# A fact is in the state of its worst finding; without one it agrees where several independent
# origins stand in one camp. The worst is first, here and on the page.
State = Literal["contradictory", "superseded", "tension", "apart", "agree", "single"]
_STATES: dict[State, tuple[str, str]] = {
    "contradictory": ("differ", "two statements do not go together"),
    "superseded": ("superseded", "a forecast or an earlier figure was overtaken"),
    "tension": ("in tension", "the statements go together, but barely"),
    "apart": ("vary", "several values, with no finding among them"),
    "agree": ("agree", "independent origins say what goes together"),
    "single": ("said once", "one origin only, nothing to compare with"),
}


@dataclass(frozen=True, slots=True)
class Link:
    """A place on the page: the `id` it carries, and the `href` that leads there."""

    id: str
    href: str


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
class FindingView:
    """A finding. `status` is "" where it would tell nothing, `line` None without numbers.

    `perhaps` is the first of the reconciliations, for the first screen.
    """

    link: Link
    verdict: Verdict
    verdict_words: str
    grade: str
    severity: str
    status: str
    basis: str
    topic: str
    event: str
    sides: tuple[SideView, SideView]
    line: NumberLine | None
    perhaps: str
    explanation: str
    reconciliations: tuple[str, ...]
    command: str
    fact: Link


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact: its camps, and the findings among them."""

    link: Link
    subject: str
    attribute: str
    event: str
    state: State
    state_words: str
    camps: tuple[SideView, ...]
    findings: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SubjectView:
    """The facts of one subject."""

    name: str
    facts: tuple[FactView, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """Words that were set aside, and the title of their article."""

    text: str
    title: str


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason for setting words aside; `more` counts the examples that are not shown."""

    words: str
    count: str
    examples: tuple[Example, ...]
    more: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """The whole page, from top to bottom; `worst` and `further` are of the first screen."""

    title: str
    headline: str
    tallies: tuple[Tally, ...]
    coverage: Coverage
    articles: tuple[ArticleView, ...]
    more_articles: tuple[ArticleView, ...]
    more_articles_title: str
    worst: tuple[FindingView, ...]
    further: str
    findings: tuple[FindingView, ...]
    subjects: tuple[SubjectView, ...]
    single: tuple[SubjectView, ...]
    single_title: str
    reasons: tuple[Reason, ...]
    made_with: str
    rules_digest: str


def report_view(document: FindingsDocument, articles: Mapping[str, Article]) -> ReportView:
    """The view of `document`; `articles` are those it speaks of, by id.

    An article that is not given is shown with the claims' quotes in place of their sentences.
    """
    corpus = Corpus.of(document, articles)
    facts = {fact.id: fact for fact in document.facts}
    ordered = sorted(document.findings, key=worst_first)
    of_fact: dict[str, list[Finding]] = defaultdict(list)
    for finding in ordered:
        of_fact[finding.fact].append(finding)
    # Where every finding is new, as without a baseline, the word would tell nothing.
    all_new = all(finding.status == "new" for finding in ordered)
    findings = tuple(
        _finding(finding, facts[finding.fact], corpus, "" if all_new else finding.status)
        for finding in ordered
    )
    fact_views = [
        _fact(fact, of_fact[fact.id], corpus) for fact in sorted(document.facts, key=_by_name)
    ]
    states = Counter(fact.state for fact in fact_views)
    headline = _headline(len(document.documents), states)
    listed = _articles(document)
    rest = len(findings) - _WORST
    return ReportView(
        title=f"{headline} · claimcheck",
        headline=headline,
        tallies=_tallies(states),
        coverage=_coverage(document.stats),
        articles=listed[:_ARTICLES],
        more_articles=listed[_ARTICLES:],
        more_articles_title=counted(len(listed) - _ARTICLES, "further article"),
        worst=findings[:_WORST],
        further=f"{counted(rest, 'further finding')} below" if rest > 0 else "",
        findings=findings,
        subjects=_subjects(fact for fact in fact_views if fact.state != "single"),
        single=_subjects(fact for fact in fact_views if fact.state == "single"),
        single_title=f"{counted(states['single'], 'fact')} said by one origin only",
        reasons=_reasons(document, corpus),
        made_with=visible(f"{document.tool.name} {document.tool.version}"),
        rules_digest=visible(document.rules_digest),
    )


def _by_name(fact: Fact) -> tuple[str, ...]:
    names = (fact.subject, fact.attribute, fact.event, fact.scope)
    return *(label(name).casefold() for name in names), *names, fact.id


def _headline(articles: int, states: Counter[State]) -> str:
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
        for state, (word, meaning) in _STATES.items()
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
            f"{label(reason)} ({count:,})" for reason, count in _by_count(stats)[:_REASONS]
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


def _finding(finding: Finding, fact: Fact, corpus: Corpus, status: str) -> FindingView:
    reconciliations = tuple(map(visible, finding.reconciliations))
    return FindingView(
        link=_link(finding.id),
        verdict=finding.verdict,
        verdict_words=VERDICTS[finding.verdict],
        grade=finding.grade,
        severity=number(round(finding.severity, 3)),
        status=status,
        basis=capital(BASES[finding.basis]),
        topic=f"{capital(label(fact.subject))}: {label(fact.attribute)}",
        event=_event(fact),
        sides=sides_of(finding, corpus),
        line=line_of(finding, fact, corpus),
        perhaps=next(iter(reconciliations), ""),
        explanation=visible(finding.explanation),
        reconciliations=reconciliations,
        command=f"claimcheck explain {shell_quote(visible(finding.id))} PATHS",
        fact=_fact_link(fact),
    )


def _fact(fact: Fact, findings: Sequence[Finding], corpus: Corpus) -> FactView:
    state = _state(fact, findings)
    return FactView(
        link=_fact_link(fact),
        subject=capital(label(fact.subject)),
        attribute=capital(label(fact.attribute)),
        event=_event(fact),
        state=state,
        state_words=_STATES[state][0],
        camps=tuple(camp_of(camp, fact, corpus) for camp in fact.camps),
        findings=tuple(_link(finding.id) for finding in findings),
    )


def _state(fact: Fact, findings: Sequence[Finding]) -> State:
    if findings:
        return findings[0].verdict
    if len(fact.camps) > 1:
        return "apart"
    return "agree" if any(camp.origins > 1 for camp in fact.camps) else "single"


def _event(fact: Fact) -> str:
    """The event and the scope that keep this fact apart from others of its attribute."""
    return ", ".join(label(part) for part in (fact.event, fact.scope) if part)


def _link(id_: str) -> Link:
    id_ = visible(id_)
    return Link(id_, "#" + url_quote(id_))


def _fact_link(fact: Fact) -> Link:
    # Findings own the bare ids: theirs are the addresses that the other outputs print.
    return _link(f"fact-{fact.id}")


def _subjects(facts: Iterable[FactView]) -> tuple[SubjectView, ...]:
    """Facts of one subject together; they come in the order of their subjects."""
    groups = groupby(facts, key=lambda fact: fact.subject)
    return tuple(SubjectView(subject, tuple(group)) for subject, group in groups)


def _reasons(document: FindingsDocument, corpus: Corpus) -> tuple[Reason, ...]:
    """Why words were set aside, the commonest reason first, each with its first examples."""
    examples: dict[str, list[Example]] = defaultdict(list)
    for aside in document.set_aside:
        title = title_of(corpus.documents[aside.doc])
        examples[aside.reason].append(Example(clipped(visible(aside.text), _EXAMPLE), title))
    return tuple(
        Reason(
            words=capital(label(reason)),
            count=f"{count:,}",
            examples=tuple(examples[reason][:_EXAMPLES]),
            more=f"and {count - _EXAMPLES:,} more" if count > _EXAMPLES else "",
        )
        for reason, count in _by_count(document.stats)
    )


def _by_count(stats: Stats) -> list[tuple[str, int]]:
    return sorted(stats.set_aside.items(), key=lambda item: (-item[1], item[0]))
