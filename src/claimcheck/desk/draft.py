"""A draft against the corpus: what of it is supported, contradicted, or said nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from claimcheck.articles.article import Article
from claimcheck.claims.claim import Claim
from claimcheck.claims.rulepacks import Rules
from claimcheck.document import (
    Claim as ClaimRecord,
)
from claimcheck.document import (
    Document,
    Fact,
    Finding,
    Record,
    SetAside,
    Stats,
    Tool,
    findings_document,
)
from claimcheck.pipeline import Result, check
from claimcheck.quantities.units import affine
from claimcheck.quantities.wording import number, with_unit
from claimcheck.verdicts.comparison import Comparison, compare
from claimcheck.verdicts.explanation import relation
from claimcheck.verdicts.facts import origins

SCHEMA: Literal["claimcheck.draft/1"] = "claimcheck.draft/1"

Word = Literal["supported", "contradicted", "superseded", "only-here", "not-comparable"]


class Judgement(Record, frozen=True, kw_only=True):
    """What the corpus says to one claim of the draft. `against` are the corpus's claims that
    decided, `origins` how many independent voices they are."""

    claim: str
    judgement: Word
    origins: int
    against: list[str]
    suggestion: str | None
    why: str


class DraftDocument(Record, frozen=True, kw_only=True):
    """The findings document as far as the draft touches it, with a judgement for each of the
    draft's claims, in order of place. `set_aside` are the draft's numbers that nobody checked."""

    schema: Literal["claimcheck.draft/1"] = SCHEMA
    tool: Tool
    rules_digest: str
    draft: str
    documents: list[Document]
    claims: list[ClaimRecord]
    facts: list[Fact]
    findings: list[Finding]
    judgements: list[Judgement]
    set_aside: list[SetAside]
    stats: Stats


def check_draft(
    draft: Article, corpus: Iterable[Article], rules: Rules, *, version: str
) -> tuple[DraftDocument, Result]:
    """The draft's document, and the whole result that it is a part of.

    A corpus article that is the draft itself, by its path, is left out.
    """
    others = [a for a in corpus if a.path is None or a.path != draft.path]
    while any(a.id == draft.id for a in others):
        draft = replace(draft, id=f"draft {draft.id}")
    result = check([draft, *others], rules)
    whole = findings_document(result, version=version)
    own = {c.id for c in result.claims if c.doc == draft.id}
    facts = [f for f in whole.facts if own & set(f.claims)]
    shown = {i for f in facts for i in f.claims} | own
    shown |= {i for c in whole.claims if c.id in shown for i in c.derived_from or ()}
    docs = {c.doc for c in whole.claims if c.id in shown} | {draft.id}
    document = DraftDocument(
        tool=whole.tool,
        rules_digest=whole.rules_digest,
        draft=draft.id,
        documents=[d for d in whole.documents if d.id in docs],
        claims=[c for c in whole.claims if c.id in shown],
        facts=facts,
        findings=[f for f in whole.findings if any(own & set(side.claims) for side in f.sides)],
        judgements=[
            _judgement(claim, result)
            for claim in result.claims
            if claim.doc == draft.id and not claim.derived_from
        ],
        set_aside=[s for s in whole.set_aside if s.doc == draft.id],
        stats=whole.stats,
    )
    return document, result


def _judgement(claim: Claim, result: Result) -> Judgement:
    """A claim of the draft against every claim of the corpus about the same attribute."""
    others = [c for c in result.claims if c.doc != claim.doc and c.attribute == claim.attribute]
    pairs = [(other, compare(claim, other)) for other in others]
    met = [(other, c) for other, c in pairs if c.verdict != "incomparable"]
    if not met:
        same = [c.reason for other, c in pairs if other.subject == claim.subject]
        word: Word = "not-comparable" if same else "only-here"
        why = f"Not comparable, because {same[0]}." if same else "No other article says it."
        return _said(claim, word, [], None, why)
    for verdict, word in (("contradictory", "contradicted"), ("superseded", "superseded")):
        against = [(o, c) for o, c in met if c.verdict == verdict]
        if against:
            other, comparison = max(against, key=lambda pair: pair[1].severity)
            why = relation(claim, other, comparison)
            return _said(claim, word, [o for o, _ in against], _suggestion(claim, other), why)
    other, comparison = _weakest(met)
    return _said(claim, "supported", [o for o, _ in met], None, relation(claim, other, comparison))


def _weakest(met: list[tuple[Claim, Comparison]]) -> tuple[Claim, Comparison]:
    return min(met, key=lambda pair: pair[1].consistency)


def _said(
    claim: Claim, word: Word, against: list[Claim], suggestion: str | None, why: str
) -> Judgement:
    ids = list(dict.fromkeys(i for c in against for i in (c.derived_from or (c.id,))))
    return Judgement(
        claim=claim.id,
        judgement=word,
        origins=origins(against),
        against=ids,
        suggestion=suggestion,
        why=why,
    )


def _suggestion(claim: Claim, other: Claim) -> str:
    """The corpus's value, in its own words and in the unit of the draft; never a correction."""
    words = " ".join(other.quote.split())
    text = f"The corpus has “{words}” ({other.doc})"
    if other.anchor is None or not claim.pack.unit or not claim.unit or claim.unit == other.unit:
        return f"{text}."
    factor, offset = affine(claim.pack.unit, claim.unit)
    value = float(f"{other.anchor * factor + offset:.3g}")
    return f"{text}, that is {with_unit(number(value), claim.unit)} in the draft's unit."
