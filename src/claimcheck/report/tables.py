"""The report as tables: the columns of claims.csv, facts.csv and of the pandas frames.

Numbers are in the row's `unit`. Spans are half-open code points of the article's file.
The bounds of numbers stand in `hard_low` to `core_high`, those of times and dates as ISO 8601
strings in `hard_from` to `core_to`; an open end, or none of the kind, is empty.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from claimcheck.document import Bound, Finding, FindingsDocument
from claimcheck.errors import visible
from claimcheck.report.order import worst_first

Cell: TypeAlias = str | float | int | None
Kind = Literal["words", "text", "number", "count"]

# A spreadsheet takes a cell that begins so for a formula, and an article's words may.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it means, and its unit where it has one.

    `words` are other people's and may hold anything; `text` is claimcheck's own.
    """

    name: str
    kind: Kind
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows in the order of the findings document, a cell for each column."""

    columns: tuple[Column, ...]
    rows: Sequence[tuple[Cell, ...]]


_BOUNDS = (
    Column("hard_low", "number", "lowest value the words allow, in `unit`"),
    Column("hard_high", "number", "highest value the words allow, in `unit`"),
    Column("core_low", "number", "lowest value of the usual reading, in `unit`"),
    Column("core_high", "number", "highest value of the usual reading, in `unit`"),
    Column("hard_from", "text", "earliest time or date the words allow, ISO 8601"),
    Column("hard_to", "text", "latest time or date the words allow, ISO 8601"),
    Column("core_from", "text", "earliest time or date of the usual reading, ISO 8601"),
    Column("core_to", "text", "latest time or date of the usual reading, ISO 8601"),
)

_CLAIMS = (
    Column("id", "text", "the claim's id"),
    Column("key", "text", "what the claim says, equal for equal claims"),
    Column("fact", "text", "id of the fact it belongs to; empty where it belongs to none"),
    Column("camp", "count", "number of its camp within the fact, from 1"),
    Column("doc", "words", "id of the document"),
    Column("title", "words", "title of the document"),
    Column("source", "words", "outlet of the document"),
    Column("published", "text", "ISO 8601 day or date-time of publication"),
    Column("start", "count", "first code point of the words"),
    Column("end", "count", "code point after the words"),
    Column("quote", "words", "the words, at most 300 characters"),
    Column("sentence_start", "count", "first code point of the sentence"),
    Column("sentence_end", "count", "code point after the sentence"),
    Column("subject", "words", "what the claim is about"),
    Column("attribute", "words", "which property of it"),
    Column("event", "words", "in which event"),
    Column("scope", "words", "of which part; empty for the whole"),
    Column("as_of", "text", "ISO 8601 day for which it holds"),
    Column("stated_low", "number", "the number stated, or the lower of two, in `unit`"),
    Column("stated_high", "number", "the number stated, or the higher of two, in `unit`"),
    Column("unit", "text", "unit of the numbers; empty for a count, `date` or `time`"),
    *_BOUNDS,
    Column("hedge", "text", "the hedge's kind"),
    Column("value", "words", "the category, where the claim is no number"),
    Column("holder", "words", "who says so; empty for the article itself"),
    Column("certainty", "text", "CT certain, PR probable, PS possible, U uncommitted"),
    Column("polarity", "text", "+ or -"),
    Column("time", "text", "past, habitual or planned"),
    Column("rule", "text", "the rule that read it"),
    Column("derived_from", "text", "ids of the claims it follows from, separated by spaces"),
)

_FACTS = (
    Column("id", "text", "the fact's id"),
    Column("key", "text", "subject, attribute, event and scope as one key"),
    Column("subject", "words", "what the fact is about"),
    Column("attribute", "words", "which property of it"),
    Column("event", "words", "in which event"),
    Column("scope", "words", "of which part; empty for the whole"),
    Column("unit", "text", "unit of the camps' consensus; empty for a count"),
    Column("claims", "count", "number of claims"),
    Column("documents", "count", "number of documents they stand in"),
    Column("camps", "count", "number of camps; 1 where all agree"),
    Column("findings", "count", "number of findings"),
    Column("verdict", "text", "verdict of the worst finding; empty without one"),
    Column("severity", "number", "severity of the worst finding, 0 to 1; empty without one"),
)

_FINDINGS = (
    Column("id", "text", "the finding's id"),
    Column("fingerprint", "text", "what the baseline knows it by"),
    Column("fact", "text", "id of its fact"),
    Column("subject", "words", "subject of its fact"),
    Column("attribute", "words", "attribute of its fact"),
    Column("event", "words", "event of its fact"),
    Column("rule", "text", "the rule that compared"),
    Column("verdict", "text", "contradictory, superseded or tension"),
    Column("basis", "text", "hard, pragmatic, categorical, derived or disputed"),
    Column("grade", "text", "negligible, minor, moderate or major"),
    Column("severity", "number", "0 to 1"),
    Column("status", "text", "new, updated, known, absent or suppressed"),
    Column("a_value", "words", "first side, as written"),
    Column("a_normalised", "words", "first side, normalised"),
    Column("a_origins", "count", "independent origins of the first side"),
    Column("a_claims", "text", "ids of its claims, separated by spaces"),
    Column("b_value", "words", "second side, as written"),
    Column("b_normalised", "words", "second side, normalised"),
    Column("b_origins", "count", "independent origins of the second side"),
    Column("b_claims", "text", "ids of its claims, separated by spaces"),
    Column("explanation", "words", "why"),
    Column("reconciliations", "words", "possible reconciliations, a line each"),
)

_SET_ASIDE = (
    Column("doc", "words", "id of the document"),
    Column("start", "count", "first code point of the words"),
    Column("end", "count", "code point after the words"),
    Column("text", "words", "the words"),
    Column("reason", "text", "why they became no claim"),
)


def claims_table(document: FindingsDocument) -> Table:
    """A row for each claim, with its document, fact and camp."""
    articles = {article.id: article for article in document.documents}
    place = {
        claim: (fact.id, camp_number)
        for fact in document.facts
        for camp_number, camp in enumerate(fact.camps, start=1)
        for claim in camp.claims
    }
    rows: list[tuple[Cell, ...]] = []
    for claim in document.claims:
        article = articles[claim.doc]
        fact, camp = place.get(claim.id, (None, None))
        rows.append(
            (
                *(claim.id, claim.key, fact, camp),
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
    return Table(_CLAIMS, rows)


def facts_table(document: FindingsDocument) -> Table:
    """A row for each fact; its camps are told apart in the table of claims."""
    doc_of = {claim.id: claim.doc for claim in document.claims}
    findings: dict[str, list[Finding]] = defaultdict(list)
    for finding in sorted(document.findings, key=worst_first):
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
    return Table(_FACTS, rows)


def findings_table(document: FindingsDocument) -> Table:
    """A row for each finding, its two sides beside each other."""
    facts = {fact.id: fact for fact in document.facts}
    rows: list[tuple[Cell, ...]] = []
    for finding in document.findings:
        fact = facts[finding.fact]
        sides = (
            (side.value, side.normalised, side.origins, " ".join(side.claims))
            for side in finding.sides
        )
        rows.append(
            (
                *(finding.id, finding.fingerprint),
                *(fact.id, fact.subject, fact.attribute, fact.event),
                *(finding.rule, finding.verdict, finding.basis, finding.grade),
                *(finding.severity, finding.status),
                *(cell for side in sides for cell in side),
                *(finding.explanation, "\n".join(finding.reconciliations)),
            )
        )
    return Table(_FINDINGS, rows)


def set_aside_table(document: FindingsDocument) -> Table:
    """A row for each stretch of words that became no claim."""
    rows: list[tuple[Cell, ...]] = [
        (aside.doc, aside.start, aside.end, aside.text, aside.reason)
        for aside in document.set_aside
    ]
    return Table(_SET_ASIDE, rows)


def csv_text(table: Table) -> str:
    r"""The table as CSV with a header line and "\n" line ends; an empty cell has no value.

    Spreadsheets are kept in mind: an apostrophe goes before words that they would take for a
    formula, and characters that cannot be shown are U+FFFD, as on the page.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(column.name for column in table.columns)
    for row in table.rows:
        cells = zip(table.columns, row, strict=True)
        writer.writerow(_shown(cell, column.kind) for column, cell in cells)
    return out.getvalue()


def _shown(cell: Cell, kind: Kind) -> Cell:
    if not isinstance(cell, str):
        return cell
    text = visible(cell)
    return f"'{text}" if kind == "words" and text.startswith(_FORMULA) else text


def _as_number(bound: Bound) -> float | None:
    return bound if isinstance(bound, float | int) else None


def _as_moment(bound: Bound) -> str | None:
    return bound if isinstance(bound, str) else None
