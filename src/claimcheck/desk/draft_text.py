"""A draft's judgements as text: what an editor reads before publishing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from claimcheck.articles.article import Article
from claimcheck.desk.draft import DraftDocument, Judgement, Word
from claimcheck.gate.notices import Notice
from claimcheck.gate.places import place, whereabouts
from claimcheck.quantities.wording import counted

_WORDS: dict[Word, str] = {
    "contradicted": "differs from the corpus",
    "superseded": "a forecast and a report differ",
    "supported": "supported",
    "only-here": "said only here",
    "not-comparable": "not comparable",
}
_DIFFERING = ("contradicted", "superseded")


def draft_text(
    document: DraftDocument, articles: Mapping[str, Article], told: Iterable[Notice] = ()
) -> str:
    """Each claim of the draft with its place and what the corpus says to it, then what else differs
    and a summary. `articles` are the draft and the corpus by id, `told` the draft's findings.

    Of what somebody has accepted, or an article asks not to be held to, there is a line with the
    reason.
    """
    return "\n".join(_lines(document, articles, list(told))) + "\n"


def _lines(
    document: DraftDocument, articles: Mapping[str, Article], told: Sequence[Notice]
) -> Iterator[str]:
    claims = {c.id: c for c in document.claims}
    where = {d.id: whereabouts(d) for d in document.documents}
    of = {j.claim: _findings(j, told) for j in document.judgements}
    settled = {i for i, found in of.items() if found and all(_is_settled(n) for n in found)}
    for judgement in document.judgements:
        claim, found = claims[judgement.claim], of[judgement.claim]
        words = " ".join(claim.quote.split())
        at = f"{where[claim.doc]}:{place(articles[claim.doc], claim.start)}"
        said = f"{at}: “{words}”: {_WORDS[judgement.judgement]}"
        if claim.id in settled:
            yield f"{said}. {' '.join(dict.fromkeys(n.standing for n in found))}  {_ids(found)}"
            yield ""
            continue
        yield f"{said} ({_voices(judgement.origins)})"
        yield f"  why: {judgement.why}"
        if judgement.suggestion:
            yield f"  {judgement.suggestion}"
        for other in (claims[i] for i in judgement.against):
            sentence = " ".join(articles[other.doc].words(*other.sentence).split())
            yield f"    {where[other.doc]}:{place(articles[other.doc], other.start)}: {sentence}"
        yield from _open(found)
        yield ""
    shown = {n.finding.id for found in of.values() for n in found}
    for notice in told:
        if notice.finding.id not in shown:
            yield from _alone(notice)
            yield ""
    yield _summary(document.judgements, settled)
    yield f"Numbers of the draft that were not checked: {len(document.set_aside)}."
    for aside in document.set_aside:
        at = place(articles[aside.doc], aside.start)
        yield f"  {where[aside.doc]}:{at}: “{aside.text}”: {aside.reason}"


def _findings(judgement: Judgement, told: Iterable[Notice]) -> list[Notice]:
    """The findings in which a claim that differs stands against those that it differs from."""
    if judgement.judgement not in _DIFFERING:
        return []
    found = []
    for notice in told:
        one, other = (set(side.claims) for side in notice.finding.sides)
        for own, theirs in ((one, other), (other, one)):
            if judgement.claim in own and not theirs.isdisjoint(judgement.against):
                found.append(notice)
                break
    return found


def _is_settled(notice: Notice) -> bool:
    return notice.finding.status in ("known", "suppressed")


def _open(found: Iterable[Notice]) -> Iterator[str]:
    """Of the findings that nobody has settled: what is known of each, and how to accept it."""
    for notice in found:
        if not _is_settled(notice):
            standing = f"  {notice.standing}" if notice.standing else ""
            yield f"  {notice.title}, {notice.finding.status}  [{notice.finding.id}]{standing}"
            if notice.fails and notice.accept:
                yield f"  {notice.accept}"


def _alone(notice: Notice) -> Iterator[str]:
    """A finding that is of no one claim: of two of the draft's own, or of what follows."""
    if _is_settled(notice):
        at = f"{notice.where.shown}: " if notice.where else ""
        yield f"{at}{notice.versus}. {notice.standing}  {_ids([notice])}"
        return
    yield notice.finding.explanation
    for mention, again in notice.evidence():
        more = f"  (and {counted(again, 'more mention')})" if again else ""
        yield f"    {mention.where.shown}: {mention.sentence}{more}"
    yield from (f"  Possible reconciliation: {note}" for note in notice.finding.reconciliations)
    yield from _open([notice])


def _ids(found: Iterable[Notice]) -> str:
    return f"[{', '.join(n.finding.id for n in found)}]"


def _summary(judgements: Sequence[Judgement], settled: set[str]) -> str:
    counts = Counter(j.judgement for j in judgements)
    known = Counter(j.judgement for j in judgements if j.claim in settled)
    parts = [
        f"{shown} {counts[word]}" + (f" ({known[word]} known)" if known[word] else "")
        for word, shown in _WORDS.items()
        if counts[word]
    ]
    return f"Claims in the draft: {len(judgements)}{'; ' if parts else ''}{', '.join(parts)}."


def _voices(count: int) -> str:
    return f"{count} independent origin{'' if count == 1 else 's'} in the corpus"
