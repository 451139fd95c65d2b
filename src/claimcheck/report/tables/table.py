"""The report as tables: the rows of the CSV and Parquet files and of the pandas frames.

What the columns mean is in `columns`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from claimcheck.document import Bound, Finding, FindingsDocument
from claimcheck.errors import visible
from claimcheck.report.order import worst_first
from claimcheck.report.tables.columns import CLAIMS, DOCUMENTS, FACTS, FINDINGS, SET_ASIDE, Column

Cell: TypeAlias = str | float | int | None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows in the order of the findings document, a cell for each column. Characters that cannot
    be shown are U+FFFD in it, as on the page."""

    columns: tuple[Column, ...]
    rows: Sequence[tuple[Cell, ...]]


def claims_table(document: FindingsDocument) -> Table:
    """A row for each claim, with its document, fact and camp."""
    articles = {article.id: article for article in document.documents}
    place = {
        claim: (fact.id, camp_number, camp.origins)
        for fact in document.facts
        for camp_number, camp in enumerate(fact.camps, start=1)
        for claim in camp.claims
    }
    rows: list[tuple[Cell, ...]] = []
    for claim in document.claims:
        article = articles[claim.doc]
        fact, camp, origins = place.get(claim.id, (None, None, None))
        rows.append(
            (
                *(claim.id, claim.key, fact, camp, origins),
                *(claim.doc, article.title, article.source, article.published),
                *(claim.start, claim.end, claim.quote, *claim.sentence),
                *(claim.subject, claim.attribute, claim.event, claim.scope, claim.as_of),
                min(claim.stated, default=None),
                max(claim.stated, default=None),
                claim.unit,
                *(_as_number(bound) for bound in (*claim.hard, *claim.core)),
                *(_as_moment(bound) for bound in (*claim.hard, *claim.core)),
                *(claim.hedge, claim.value, claim.holder),
                *(claim.certainty, claim.polarity, claim.time, claim.rule),
                " ".join(claim.derived_from) if claim.derived_from else None,
            )
        )
    return _table(CLAIMS, rows)


def facts_table(document: FindingsDocument) -> Table:
    """A row for each fact; its camps are told apart in the table of claims. A finding that is no
    longer there is none of its."""
    doc_of = {claim.id: claim.doc for claim in document.claims}
    findings: dict[str, list[Finding]] = defaultdict(list)
    for finding in sorted(_present(document), key=worst_first):
        findings[finding.fact].append(finding)
    rows: list[tuple[Cell, ...]] = []
    for fact in document.facts:
        found = findings[fact.id]
        rows.append(
            (
                *(fact.id, fact.key, fact.subject, fact.attribute, fact.event, fact.scope),
                *(fact.unit, len(fact.claims), len({doc_of[claim] for claim in fact.claims})),
                *(len(fact.camps), len(found)),
                *((found[0].verdict, found[0].severity) if found else (None, None)),
            )
        )
    return _table(FACTS, rows)


def findings_table(document: FindingsDocument) -> Table:
    """A row for each finding, its two sides beside each other. Of one that is absent the fact may
    be, too."""
    facts = {fact.id: fact for fact in document.facts}
    rows: list[tuple[Cell, ...]] = []
    for finding in document.findings:
        fact = facts.get(finding.fact)
        of = (fact.subject, fact.attribute, fact.event) if fact else (None, None, None)
        sides = (
            (side.value, side.normalised, side.origins, " ".join(side.claims))
            for side in finding.sides
        )
        rows.append(
            (
                *(finding.id, finding.fingerprint),
                *(finding.fact, *of),
                *(finding.rule, finding.verdict, finding.basis, finding.grade),
                *(finding.severity, finding.status),
                *(cell for side in sides for cell in side),
                *(finding.explanation, "\n".join(finding.reconciliations)),
            )
        )
    return _table(FINDINGS, rows)


def set_aside_table(document: FindingsDocument) -> Table:
    """A row for each stretch of words that became no claim."""
    rows: list[tuple[Cell, ...]] = [
        (aside.doc, aside.start, aside.end, aside.text, aside.reason)
        for aside in document.set_aside
    ]
    return _table(SET_ASIDE, rows)


def documents_table(document: FindingsDocument) -> Table:
    """A row for each document, with how much of it there is in the other tables."""
    doc_of = {claim.id: claim.doc for claim in document.claims}
    claims = Counter(doc_of.values())
    aside = Counter(aside.doc for aside in document.set_aside)
    findings = Counter(
        doc
        for finding in _present(document)
        for doc in {doc_of[claim] for side in finding.sides for claim in side.claims}
    )
    rows: list[tuple[Cell, ...]] = [
        (
            *(one.id, one.path, one.title, one.source, one.published, one.story, one.language),
            *(claims[one.id], findings[one.id], aside[one.id]),
        )
        for one in document.documents
    ]
    return _table(DOCUMENTS, rows)


TABLES: Mapping[str, Callable[[FindingsDocument], Table]] = {
    "claims": claims_table,
    "facts": facts_table,
    "findings": findings_table,
    "set_aside": set_aside_table,
    "documents": documents_table,
}
"""The tables by name, which is that of their files and of their frames."""


def _present(document: FindingsDocument) -> Iterator[Finding]:
    """The findings that count; one that is gone has its own row only."""
    return (finding for finding in document.findings if finding.status != "absent")


def _table(columns: tuple[Column, ...], rows: Sequence[tuple[Cell, ...]]) -> Table:
    return Table(columns, [tuple(map(_showable, row)) for row in rows])


def _showable(cell: Cell) -> Cell:
    # What Python can print is fit to show; that is nearly everything, and quick to tell.
    return visible(cell) if isinstance(cell, str) and not cell.isprintable() else cell


def _as_number(bound: Bound) -> float | None:
    return bound if isinstance(bound, float | int) else None


def _as_moment(bound: Bound) -> str | None:
    return bound if isinstance(bound, str) else None
