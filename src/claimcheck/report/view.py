"""The report's view: every string, count, order and coordinate of the page.

`report_view` turns a findings document into frozen records, each part of the page in the module of
its name; the templates only set them out. All text has passed `visible`, so that it can be shown as
it is, once escaped for HTML.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimcheck.articles.article import Article
from claimcheck.document import Finding, FindingsDocument
from claimcheck.errors import visible
from claimcheck.quantities.wording import counted
from claimcheck.report.corpus import Corpus
from claimcheck.report.order import worst_first
from claimcheck.report.sections.aside import Reason, reasons
from claimcheck.report.sections.facts import FactView, Listed, fact_view, listed, state_of
from claimcheck.report.sections.findings import FindingView, finding_view
from claimcheck.report.sections.glance import Glance, glance, headline
from claimcheck.report.sections.matrix import MATRICES, MatrixView, matrices
from claimcheck.report.sections.rows import Rows
from claimcheck.report.sections.sources import SourcesView, sources_view
from claimcheck.report.words import STATUSES


@dataclass(frozen=True, slots=True)
class ReportView:
    """The whole page, from top to bottom. `notes` are what its reader has to know of the run,
    `facts` those that several speak of, `single` those that one origin alone has, of which
    `said_once` tells how many there are."""

    title: str
    headline: str
    notes: tuple[str, ...]
    glance: Glance
    findings: Rows[FindingView]
    facts: Rows[FactView]
    single: Rows[FactView]
    said_once: str
    matrices: Rows[MatrixView]
    more_matrices: str
    sources: SourcesView
    reasons: tuple[Reason, ...]
    made_with: str
    rules_digest: str


def report_view(
    document: FindingsDocument,
    articles: Mapping[str, Article],
    *,
    standings: Mapping[str, str] | None = None,
    notes: Iterable[str] = (),
) -> ReportView:
    """The view of `document`; `articles` are those it speaks of, by id.

    An article that is not given is shown with the claims' quotes in place of their sentences.
    `standings` say by finding id why a finding has its status, where there is something to say;
    `notes` are told at the head of the page.
    """
    told = standings or {}
    corpus = Corpus.of(document, articles)
    facts = {fact.id: fact for fact in document.facts}
    ordered = sorted(document.findings, key=worst_first)
    of_fact: dict[str, list[Finding]] = defaultdict(list)
    for finding in ordered:
        # What is no longer there decides no state, nor is it linked from its fact.
        if finding.status != "absent":
            of_fact[finding.fact].append(finding)
    # Where every finding is new, as without a baseline, the word would tell nothing.
    all_new = all(finding.status == "new" for finding in ordered)

    def finding_at(place: int) -> FindingView:
        finding = ordered[place]
        status = "" if all_new else STATUSES[finding.status]
        standing = visible(told.get(finding.id, ""))
        return finding_view(finding, facts.get(finding.fact), corpus, status, standing)

    findings = Rows(len(ordered), finding_at)
    by_state = {fact.id: state_of(fact, of_fact[fact.id]) for fact in document.facts}
    states = Counter(by_state.values())
    facts_of_page = listed(document.facts, by_state)
    shared, once = facts_of_page.compared, facts_of_page.once
    tables = matrices(shared, corpus)
    rest = len(tables) - MATRICES
    title = headline(len(document.documents), states)
    return ReportView(
        title=f"{title} · claimcheck",
        headline=title,
        notes=tuple(map(visible, notes)),
        glance=glance(document, states, ordered, findings),
        findings=findings,
        facts=Rows(len(shared), lambda i: fact_view(shared[i], of_fact[shared[i].id], corpus)),
        single=Rows(len(once), lambda i: fact_view(once[i], [], corpus)),
        said_once=_said_once(facts_of_page),
        matrices=tables,
        more_matrices=f"and {counted(rest, 'further table')} not shown" if rest > 0 else "",
        sources=sources_view(document),
        reasons=reasons(document, corpus),
        made_with=visible(f"{document.tool.name} {document.tool.version}"),
        rules_digest=visible(document.rules_digest),
    )


def _said_once(facts: Listed) -> str:
    every = counted(facts.more + len(facts.once), "fact")
    first = f", the first {len(facts.once):,}; the tables have all" if facts.more else ""
    return f"{every} said by one origin only: listed where f:once asks for them{first}."
