"""A draft's judgements as text: what an editor reads before publishing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from claimcheck.articles.article import Article
from claimcheck.desk.draft import DraftDocument, Word
from claimcheck.gate.places import place, whereabouts

_WORDS: dict[Word, str] = {
    "contradicted": "differs from the corpus",
    "superseded": "a forecast and a report differ",
    "supported": "supported",
    "only-here": "said only here",
    "not-comparable": "not comparable",
}


def draft_text(document: DraftDocument, articles: Mapping[str, Article]) -> str:
    """Each claim of the draft with its place and what the corpus says to it, then a summary.
    `articles` are the draft and the corpus by id."""
    return "\n".join(_lines(document, articles)) + "\n"


def _lines(document: DraftDocument, articles: Mapping[str, Article]) -> Iterator[str]:
    claims = {c.id: c for c in document.claims}
    where = {d.id: whereabouts(d) for d in document.documents}
    for judgement in document.judgements:
        claim = claims[judgement.claim]
        words = " ".join(claim.quote.split())
        at = f"{where[claim.doc]}:{place(articles[claim.doc], claim.start)}"
        yield f"{at}: “{words}”: {_WORDS[judgement.judgement]} ({_voices(judgement.origins)})"
        yield f"  why: {judgement.why}"
        if judgement.suggestion:
            yield f"  {judgement.suggestion}"
        for other in (claims[i] for i in judgement.against):
            sentence = " ".join(articles[other.doc].words(*other.sentence).split())
            yield f"    {where[other.doc]}:{place(articles[other.doc], other.start)}: {sentence}"
        yield ""
    for finding in document.findings:
        if finding.basis.startswith("derived"):
            yield f"{finding.explanation}  [{finding.id}]"
            yield ""
    counts = Counter(j.judgement for j in document.judgements)
    told = ", ".join(f"{shown} {counts[word]}" for word, shown in _WORDS.items() if counts[word])
    yield f"Claims in the draft: {len(document.judgements)}{told and f'; {told}'}."
    yield f"Numbers of the draft that were not checked: {len(document.set_aside)}."
    for aside in document.set_aside:
        at = place(articles[aside.doc], aside.start)
        yield f"  {where[aside.doc]}:{at}: “{aside.text}”: {aside.reason}"


def _voices(count: int) -> str:
    return f"{count} independent origin{'' if count == 1 else 's'} in the corpus"
