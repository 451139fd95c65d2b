"""A draft against the corpus: what of it is supported, contradicted, or said nowhere else."""

from __future__ import annotations

import os.path
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
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
    FindingsDocument,
    Record,
    SetAside,
    Stats,
    Tool,
    findings_document,
)
from claimcheck.pipeline import READ_ANEW, Readings, Result, check
from claimcheck.quantities.units import affine
from claimcheck.quantities.wording import number, with_unit
from claimcheck.verdicts.comparison import HALF, Comparison, Verdict, compare
from claimcheck.verdicts.explanation import relation, side_value
from claimcheck.verdicts.facts import origins

SCHEMA: Literal["claimcheck.draft/1"] = "claimcheck.draft/1"

# Why two statements are not comparable that could be, were they of one thing.
_UNTIED = "nothing ties the two statements to one thing"

Word = Literal["supported", "contradicted", "superseded", "only-here", "not-comparable"]
# What a verdict makes of a claim.
_JUDGED: tuple[tuple[Verdict, Word], ...] = (
    ("contradictory", "contradicted"),
    ("superseded", "superseded"),
)


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
    draft: Article,
    corpus: Sequence[Article],
    rules: Rules,
    *,
    version: str,
    extractions: Readings = READ_ANEW,
) -> tuple[DraftDocument, Result]:
    """The draft's document, and the whole result that it is a part of."""
    draft, articles = placed(draft, corpus)
    result = check(articles, rules, extractions=extractions)
    return drafted(draft.id, findings_document(result, version=version), result), result


def placed(draft: Article, corpus: Sequence[Article]) -> tuple[Article, Sequence[Article]]:
    """The draft as it stands among the corpus, and all articles to check.

    A draft whose file, named in whatever way, is one of the corpus is the article that it is there,
    with all that the corpus knows of it; an article that only has the draft's id stands, and the
    draft is called by another.
    """
    real = cache(os.path.realpath)  # many articles may be of one file
    if draft.path:
        file = real(draft.path)
        for article in corpus:
            if article.path and real(article.path) == file:
                return article, corpus
    while any(a.id == draft.id for a in corpus):
        draft = replace(draft, id=f"draft {draft.id}")
    return draft, [draft, *corpus]


def drafted(name: str, whole: FindingsDocument, result: Result) -> DraftDocument:
    """What of the findings document touches the draft with the id `name`, and the judgements."""
    own = {c.id for c in result.claims if c.doc == name}
    facts = [f for f in whole.facts if own & set(f.claims)]
    of_its_fact = {i: set(f.claims) for f in facts for i in own & set(f.claims)}
    shown = {i for f in facts for i in f.claims} | own
    shown |= {i for c in whole.claims if c.id in shown for i in c.derived_from or ()}
    docs = {c.doc for c in whole.claims if c.id in shown} | {name}
    return DraftDocument(
        tool=whole.tool,
        rules_digest=whole.rules_digest,
        draft=name,
        documents=[d for d in whole.documents if d.id in docs],
        claims=[c for c in whole.claims if c.id in shown],
        facts=facts,
        findings=[f for f in whole.findings if any(own & set(side.claims) for side in f.sides)],
        judgements=[
            _judgement(claim, of_its_fact[claim.id], result)
            for claim in result.claims
            if claim.doc == name and not claim.derived_from
        ],
        set_aside=[s for s in whole.set_aside if s.doc == name],
        stats=whole.stats,
    )


def _judgement(claim: Claim, of_its_fact: set[str], result: Result) -> Judgement:
    """A claim of the draft against every claim of the corpus about the same attribute, but for what
    an article no longer says. What it is held to is `of_its_fact`, claims by their ids; of all
    others it is only said why they are not comparable."""
    others = [
        c
        for c in result.claims
        if c.doc != claim.doc and c.attribute == claim.attribute and not c.outdated
    ]
    pairs = [(other, compare(claim, other)) for other in others if other.id in of_its_fact]
    met = [(other, c) for other, c in pairs if c.verdict != "incomparable"]
    if not met:
        near = next((other for other in others if other.subject == claim.subject), None)
        if near is None:
            return _said(claim, "only-here", [], None, "No other article says it.")
        why = f"Not comparable, because {compare(claim, near).reason or _UNTIED}."
        return _said(claim, "not-comparable", [], None, why)
    for verdict, word in _JUDGED:
        against = [(o, c) for o, c in met if c.verdict == verdict]
        if against:
            other, comparison = max(against, key=lambda pair: pair[1].severity)
            why = relation(claim, other, comparison)
            return _said(claim, word, [o for o, _ in against], _suggestion(claim, other), why)
    agreeing = [(o, c) for o, c in met if _supports(claim, o, c)]
    # A plan, a possibility or a word on what is usual that differs decides nothing either way.
    shown = agreeing or met
    other, comparison = min(shown, key=lambda pair: pair[1].consistency)
    why = relation(claim, other, comparison)
    judged: Word = "supported" if agreeing else "not-comparable"
    return _said(claim, judged, [o for o, _ in shown], None, why)


def _supports(claim: Claim, other: Claim, comparison: Comparison) -> bool:
    """Whether another claim says as much; that it denies some other value is not enough."""
    if claim.negative or other.negative:
        return comparison.verdict == "equivalent"
    return comparison.consistency >= HALF or not comparison.tension


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
    words, _ = side_value(other, claim)
    text = f"The corpus has “{words}” ({other.doc})"
    if not other.stated or not claim.measurand.unit or not claim.unit or claim.unit == other.unit:
        return f"{text}."
    factor, offset = affine(other.unit, claim.unit)
    numbers = [number(float(f"{value * factor + offset:.3g}")) for value in other.stated]
    return f"{text}, that is {with_unit(' to '.join(numbers), claim.unit)} in the draft's unit."
