"""The index: what filters and sorting ask of each row, in plain columns beside the rows.

The rows themselves are pages of markup, packed; whether one of twenty thousand passes a filter must
be known without unpacking it. Names stand once in a table, the rows say by number which is theirs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimcheck.document import Claim, Fact, Finding, FindingsDocument
from claimcheck.errors import visible
from claimcheck.report.links import fact_link, finding_link
from claimcheck.report.naming import attribute_of
from claimcheck.report.order import worst_first
from claimcheck.report.sections.facts import STATES, State, listed, state_of
from claimcheck.report.sections.matrix import MatrixView
from claimcheck.report.words import clipped, label

# As long as a title may be on the page; a name without end must not fill the index.
_NAME = 200
# What is typed after `f:` for the state of a fact.
_TYPED: dict[State, str] = {
    "contradictory": "differ",
    "superseded": "superseded",
    "tension": "tension",
    "apart": "vary",
    "agree": "agree",
    "single": "once",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A name for each row: `rows` are places in `names`, which are in order and occur once."""

    names: tuple[str, ...]
    rows: tuple[int, ...]

    @classmethod
    def of(cls, values: Iterable[str]) -> Column:
        """The column of `values`."""
        listed = list(values)
        names = sorted(set(listed), key=lambda name: (name.casefold(), name))
        place = {name: number for number, name in enumerate(names)}
        return cls(tuple(names), tuple(place[value] for value in listed))


@dataclass(frozen=True, slots=True)
class DocumentColumns:
    """The articles. What is not known of one is ""; `published` is ISO 8601."""

    id: tuple[str, ...]
    title: tuple[str, ...]
    source: tuple[str, ...]
    story: tuple[str, ...]
    published: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FindingColumns:
    """The findings in the order of the page. `docs` are places among the documents, `fact` is one
    among the facts, or -1 where the document no longer has it."""

    id: tuple[str, ...]
    status: Column
    verdict: Column
    grade: Column
    severity: tuple[float, ...]
    attribute: Column
    subject: Column
    docs: tuple[tuple[int, ...], ...]
    fact: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FactColumns:
    """The facts in the order of the page, those that were said once last; `id` is that of the
    page's address, `findings` are places among the findings."""

    id: tuple[str, ...]
    state: Column
    attribute: Column
    subject: Column
    docs: tuple[tuple[int, ...], ...]
    findings: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Index:
    """What is asked of the page's rows. All names have passed `visible`."""

    documents: DocumentColumns
    findings: FindingColumns
    facts: FactColumns


@dataclass(frozen=True, slots=True)
class MatrixColumns:
    """The matrices in the order of the page. `facts` are places among the facts."""

    id: tuple[str, ...]
    facts: tuple[tuple[int, ...], ...]


def index_of(document: FindingsDocument) -> Index:
    """The index of `document`: findings as `worst_first` orders them, facts as `by_name` does, and
    those that one origin alone states after all others, as far as the page has them."""
    findings = sorted(document.findings, key=worst_first)
    of_fact: dict[str, list[int]] = defaultdict(list)
    for number, finding in enumerate(findings):
        of_fact[finding.fact].append(number)
    states = {
        fact.id: state_of(fact, [findings[n] for n in of_fact[fact.id]]) for fact in document.facts
    }
    of_page = listed(document.facts, states)
    facts = [*of_page.compared, *of_page.once]
    place = {article.id: number for number, article in enumerate(document.documents)}
    claims = {claim.id: claim for claim in document.claims}
    return Index(
        documents=_documents(document),
        findings=_findings(findings, facts, claims, place),
        facts=FactColumns(
            id=tuple(fact_link(fact).id for fact in facts),
            state=Column.of(_TYPED[states[fact.id]] for fact in facts),
            attribute=Column.of(_name(attribute_of(fact, claims)) for fact in facts),
            subject=Column.of(_name(label(fact.subject)) for fact in facts),
            docs=tuple(_docs(fact.claims, claims, place) for fact in facts),
            findings=tuple(tuple(of_fact[fact.id]) for fact in facts),
        ),
    )


def matrix_columns(matrices: Iterable[MatrixView], facts: FactColumns) -> MatrixColumns:
    """The columns of `matrices`, which are of these facts."""
    place = {id_: number for number, id_ in enumerate(facts.id)}
    columns = [
        (table.link.id, tuple(place[fact.id] for fact in table.facts if fact.id in place))
        for table in matrices
    ]
    return MatrixColumns(tuple(id_ for id_, _ in columns), tuple(held for _, held in columns))


def state_names() -> tuple[tuple[str, str], ...]:
    """What is typed for each state of a fact, and how the page calls it."""
    return tuple((_TYPED[state], words) for state, (words, _) in STATES.items())


def _documents(document: FindingsDocument) -> DocumentColumns:
    articles = document.documents
    return DocumentColumns(
        id=tuple(_name(article.id) for article in articles),
        title=tuple(_name(article.title) for article in articles),
        source=tuple(_name(article.source) for article in articles),
        story=tuple(_name(article.story) for article in articles),
        published=tuple(_name(article.published) for article in articles),
    )


def _findings(
    findings: list[Finding], facts: list[Fact], claims: Mapping[str, Claim], place: dict[str, int]
) -> FindingColumns:
    fact_place = {fact.id: number for number, fact in enumerate(facts)}
    places = [fact_place.get(finding.fact, -1) for finding in findings]
    about = [facts[number] if number >= 0 else None for number in places]
    return FindingColumns(
        id=tuple(finding_link(finding).id for finding in findings),
        status=Column.of(finding.status for finding in findings),
        verdict=Column.of(finding.verdict for finding in findings),
        grade=Column.of(finding.grade for finding in findings),
        severity=tuple(round(finding.severity, 3) for finding in findings),
        attribute=Column.of(_name(attribute_of(fact, claims)) if fact else "" for fact in about),
        subject=Column.of(_name(label(fact.subject)) if fact else "" for fact in about),
        docs=tuple(
            _docs((claim for side in finding.sides for claim in side.claims), claims, place)
            for finding in findings
        ),
        fact=tuple(places),
    )


def _docs(
    ids: Iterable[str], claims: Mapping[str, Claim], place: dict[str, int]
) -> tuple[int, ...]:
    return tuple(sorted({place[claims[id_].doc] for id_ in ids if id_ in claims}))


def _name(text: str | None) -> str:
    return clipped(visible(text or ""), _NAME)
