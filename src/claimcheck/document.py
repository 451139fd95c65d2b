"""The findings document: everything claimcheck says about a corpus, as plain records.

`check --format json` prints it, the HTML report and the pandas frames are made from it, and
docs/schemas/findings-1.json is its JSON Schema. Field order is the order of the bytes.

Conventions: spans are half-open and count Unicode code points of the article's file, of a record
in a file of many those of its text; `quote` and `text` are without markup.
`hard` and `core` are `[low, high]` in the record's own `unit`, with null for an open end. Of
times and dates they are ISO 8601 strings; a weekday that no date anchors is written in the
truncated form of ISO 8601:2000, `-W-7T12:00` for Sunday noon of an implied week.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Annotated, Any, Literal, TypeAlias

import msgspec

from claimcheck.articles.article import Article
from claimcheck.claims import claim as said
from claimcheck.claims import extraction
from claimcheck.pipeline import Result, uncollected
from claimcheck.verdicts import facts, findings
from claimcheck.verdicts.explanation import bounds, consensus

SCHEMA: Literal["claimcheck.findings/1"] = "claimcheck.findings/1"

Bound: TypeAlias = float | str | None
Bounds: TypeAlias = tuple[Bound, Bound]
Certainty = Literal["CT", "PR", "PS", "U"]
Polarity = Literal["+", "-"]
TimeStatus = Literal["past", "habitual", "planned"]
Verdict = Literal["contradictory", "superseded", "tension"]
Basis = Literal["hard", "pragmatic", "categorical", "derived-hard", "derived-pragmatic", "disputed"]
Grade = Literal["negligible", "minor", "moderate", "major"]
Status = Literal["new", "updated", "known", "absent", "suppressed"]


Quote: TypeAlias = Annotated[str, msgspec.Meta(max_length=300)]
# What every reader of JSON, and a column of a table, can hold.
Whole: TypeAlias = Annotated[int, msgspec.Meta(ge=0, le=2**53 - 1)]
Severity: TypeAlias = Annotated[float, msgspec.Meta(ge=0, le=1)]


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line of the document: all of its fields are written, and no others."""


class Tool(Record, frozen=True, kw_only=True):
    """Which claimcheck made the document."""

    name: str
    version: str


class Document(Record, frozen=True, kw_only=True):
    """An article that was read."""

    id: str
    path: str | None
    title: str | None
    source: str | None
    published: str | None
    story: str | None
    language: str | None


class Claim(Record, frozen=True, kw_only=True):
    """What one article says of one attribute of one subject, with the words it says it in."""

    id: str
    key: str
    doc: str
    start: Whole
    end: Whole
    quote: Quote
    sentence: tuple[Whole, Whole]
    subject: str
    attribute: str
    event: str
    scope: str
    as_of: str | None
    stated: list[float]
    unit: str
    hard: Bounds
    core: Bounds
    hedge: str
    value: str | None
    holder: str | None
    certainty: Certainty
    polarity: Polarity
    time: TimeStatus
    rule: str
    derived_from: list[str] | None


class Camp(Record, frozen=True, kw_only=True):
    """Claims of one fact that agree, the values all of them allow, and their origins."""

    claims: list[str]
    consensus: Bounds | None
    origins: Whole


class Fact(Record, frozen=True, kw_only=True):
    """Claims that speak of the same thing. `unit` is the unit of the camps' consensus: `time` for
    weekdays, whose consensus are ISO strings, and empty for a count."""

    id: str
    key: str
    subject: str
    attribute: str
    event: str
    scope: str
    unit: str
    claims: list[str]
    camps: list[Camp]


class Side(Record, frozen=True, kw_only=True):
    """One of the two sides of a finding; of a derived side, the claims it was derived from."""

    value: str
    normalised: str
    claims: list[str]
    origins: Whole


class Finding(Record, frozen=True, kw_only=True):
    """A reportable relation between two camps of a fact."""

    id: str
    fingerprint: str
    fact: str
    rule: str
    verdict: Verdict
    basis: Basis
    grade: Grade
    severity: Severity
    status: Status
    explanation: str
    reconciliations: list[str]
    sides: tuple[Side, Side]


class SetAside(Record, frozen=True, kw_only=True):
    """Words with a number in them that became no claim, and the reason."""

    doc: str
    start: Whole
    end: Whole
    text: str
    reason: str


class Stats(Record, frozen=True, kw_only=True):
    """How much was read and understood. `set_aside` counts by reason."""

    documents: Whole
    sentences: Whole
    numbers_seen: Whole
    numbers_read: Whole
    claims: Whole
    compared: Whole
    set_aside: dict[str, Whole]


class FindingsDocument(Record, frozen=True, kw_only=True):
    """The whole, as `claimcheck check --format json` prints it."""

    schema: Literal["claimcheck.findings/1"] = SCHEMA
    tool: Tool
    rules_digest: str
    documents: list[Document]
    claims: list[Claim]
    facts: list[Fact]
    findings: list[Finding]
    set_aside: list[SetAside]
    stats: Stats


@uncollected()
def findings_document(
    result: Result, *, version: str, articles_aside: Sequence[tuple[Article, str]] = ()
) -> FindingsDocument:
    """Everything a result says, as the document; equal results make equal documents.

    `articles_aside` are those that were read and not checked, with the reason; each is set aside
    whole.
    """
    articles = {a.id: a for a in result.articles}
    aside = [_aside(s, e.article) for e in result.extractions for s in e.set_aside]
    aside += [
        SetAside(doc=a.id, start=0, end=len(a.file_text), text=a.title or "", reason=reason)
        for a, reason in articles_aside
    ]
    return FindingsDocument(
        tool=Tool(name="claimcheck", version=version),
        rules_digest=result.rules.digest,
        documents=sorted(
            [
                *(_document(a, result.stories[a.id]) for a in result.articles),
                *(_document(a, a.story) for a, _ in articles_aside),
            ],
            key=lambda d: d.id,
        ),
        claims=[_claim(c, articles[c.doc]) for c in result.claims],
        facts=[_fact(f) for f in result.facts],
        findings=[_finding(f) for f in result.findings],
        set_aside=aside,
        stats=_stats(result, aside),
    )


class ClaimsLine(Record, frozen=True, kw_only=True):
    """What `claimcheck claims` prints of a document: its claims, and what was set aside."""

    id: str
    claims: list[Claim]
    set_aside: list[SetAside]


def claims_line(read: extraction.Extraction) -> ClaimsLine:
    """The claims of one article as a line of JSON."""
    return ClaimsLine(
        id=read.article.id,
        claims=[_claim(c, read.article) for c in read.claims],
        set_aside=[_aside(s, read.article) for s in read.set_aside],
    )


def _aside(aside: extraction.SetAside, article: Article) -> SetAside:
    start, end = article.in_file(aside.start, aside.end)
    return SetAside(doc=aside.doc, start=start, end=end, text=aside.text, reason=aside.reason)


def _document(article: Article, story: str | None) -> Document:
    return Document(
        id=article.id,
        path=article.path,
        title=article.title,
        source=article.source,
        published=article.published,
        story=story,
        language=article.language,
    )


def _claim(claim: said.Claim, article: Article) -> Claim:
    start, end = article.in_file(claim.start, claim.end)
    return Claim(
        id=claim.id,
        key=claim.key,
        doc=claim.doc,
        start=start,
        end=end,
        quote=claim.quote,
        sentence=article.in_file(*claim.sentence),
        subject=claim.subject,
        attribute=claim.attribute,
        event=claim.event.label,
        scope=claim.scope,
        as_of=_as_of(claim),
        stated=list(claim.stated),
        unit=claim.unit,
        hard=bounds(claim, core=False, normalised=False),
        core=bounds(claim, core=True, normalised=False),
        hedge=claim.hedge_words,
        value=claim.category or None,
        holder=claim.holder,
        certainty=claim.certainty,
        polarity="-" if claim.negative else "+",
        time=claim.time,
        rule=claim.rule,
        derived_from=list(claim.derived_from) or None,
    )


def _as_of(claim: said.Claim) -> str | None:
    """The day of what moves with time; of nothing else."""
    moves = claim.measurand.stability in ("cumulative", "varying")
    return claim.as_of.isoformat() if moves and claim.as_of else None


def _fact(fact: facts.Fact) -> Fact:
    return Fact(
        id=fact.id,
        key=fact.key,
        subject=fact.subject,
        attribute=fact.attribute,
        event=fact.event,
        scope=fact.scope,
        unit=fact.unit,
        claims=[c.id for c in fact.claims],
        camps=[
            Camp(
                claims=[c.id for c in camp.claims],
                consensus=consensus(fact, camp),
                origins=camp.origins,
            )
            for camp in fact.camps
        ],
    )


def _finding(finding: findings.Finding) -> Finding:
    one, other = finding.sides
    return Finding(
        id=finding.id,
        fingerprint=finding.fingerprint,
        fact=finding.fact.id,
        rule=finding.fact.attribute,
        verdict=finding.kind,
        basis=_basis(finding),
        grade=finding.grade,
        severity=round(finding.comparison.severity, 3),
        status="new",
        explanation=finding.explanation,
        reconciliations=list(finding.reconciliations),
        sides=(_side(one), _side(other)),
    )


def _basis(finding: findings.Finding) -> Basis:
    assert finding.basis, "what two camps differ in has a ground"
    return finding.basis


def _side(side: findings.Side) -> Side:
    return Side(
        value=side.value, normalised=side.normalised, claims=side.claim_ids, origins=side.origins
    )


def _stats(result: Result, aside: Iterable[SetAside]) -> Stats:
    return Stats(
        documents=len(result.articles),
        sentences=sum(e.sentences for e in result.extractions),
        numbers_seen=sum(e.numbers_seen for e in result.extractions),
        numbers_read=sum(e.numbers_read for e in result.extractions),
        claims=len(result.claims),
        compared=sum(len(f.claims) for f in result.facts if len(f.claims) > 1),
        set_aside=dict(sorted(Counter(s.reason for s in aside).items())),
    )


def encode(document: msgspec.Struct) -> bytes:
    """A document as JSON, indented, with a final newline; equal documents give equal bytes."""
    return msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"


def json_schema(kind: type[msgspec.Struct]) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a document, as docs/schemas/ holds it."""
    schema = msgspec.json.schema(kind)
    for record in schema["$defs"].values():
        # A field with a default is written like every other.
        record["required"] = list(record["properties"])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
