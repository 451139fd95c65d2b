"""The text format: for people, in a terminal and in a log.

Each side with its place as path:line:column and its sentence, why they differ, how both may
hold, and how to see more. Nothing in it depends on the width of a terminal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from claimcheck.articles.article import Article
from claimcheck.document import Claim, Document, FindingsDocument

_CONTEXT = 60  # code points of the sentence on either side of the claim's words

KINDS = {
    "contradictory": "contradiction",
    "superseded": "superseded",
    "tension": "tension",
}


def text(document: FindingsDocument, articles: Mapping[str, Article], paths: str) -> str:
    """The document as text. `articles` are those read by id, `paths` what the user named, for
    the command that explains a finding."""
    lines = [*_findings(document, articles, paths), summary(document)]
    return "\n".join(lines) + "\n"


def summary(document: FindingsDocument) -> str:
    """One line: what was read, and what was found in it."""
    stats = document.stats
    counts = Counter(f.verdict for f in document.findings)
    agreeing = sum(len(f.camps) == 1 and len(f.claims) > 1 for f in document.facts)
    found = (
        f"{_counted(counts['contradictory'], 'contradiction')}, "
        f"{_counted(counts['superseded'], 'forecast')} overtaken"
    )
    tension = f", {_counted(counts['tension'], 'tension')}" if counts["tension"] else ""
    return (
        f"{_counted(stats.documents, 'article')}, {_counted(stats.claims, 'claim')}: {found}"
        f"{tension}, {_counted(agreeing, 'fact')} told alike. {stats.numbers_seen} numbers seen, "
        f"{sum(stats.set_aside.values())} set aside."
    )


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _findings(
    document: FindingsDocument, articles: Mapping[str, Article], paths: str
) -> Iterator[str]:
    claims = {c.id: c for c in document.claims}
    where = {d.id: whereabouts(d) for d in document.documents}
    for finding in document.findings:
        basis = finding.basis.replace("-", ", ")
        yield f"{KINDS[finding.verdict]} ({finding.grade}; {basis})  [{finding.id}]"
        yield f"  {finding.explanation}"
        for side in finding.sides:
            for shown in _evidence([claims[i] for i in side.claims], where, articles):
                yield f"    {shown}"
        for note in finding.reconciliations:
            yield f"  Possible reconciliation: {note}"
        yield f"  claimcheck explain {finding.id} {paths}"
        yield ""


def _evidence(
    claims: Sequence[Claim], where: Mapping[str, str], articles: Mapping[str, Article]
) -> Iterator[str]:
    """The place and the words of a side's claims; an article that repeats itself is shown once."""
    mentions = Counter((c.doc, " ".join(c.quote.split())) for c in claims)
    for claim in claims:
        count = mentions.pop((claim.doc, " ".join(claim.quote.split())), 0)
        if count:
            again = f"  (and {_counted(count - 1, 'more mention')})" if count > 1 else ""
            at = place(articles[claim.doc], claim.start)
            yield f"{where[claim.doc]}:{at}: {_around(claim, articles[claim.doc])}{again}"


def _around(claim: Claim, article: Article) -> str:
    """The claim's words in their sentence, which is cut to what stands near them."""
    start, end = claim.sentence
    text = article.file_text
    first, last = max(start, claim.start - _CONTEXT), min(end, claim.end + _CONTEXT)
    while start < first < claim.start and not text[first - 1].isspace():
        first += 1
    while claim.end < last < end and not text[last].isspace():
        last -= 1
    words = " ".join(article.words(first, last).split())
    return f"{'… ' if first > start else ''}{words}{' …' if last < end else ''}"


def whereabouts(document: Document) -> str:
    """The file of an article; of one of several in a file its id as well, for lines are counted
    in the article's own text."""
    if document.path is None:
        return document.id
    path, name = f"/{document.path}", f"/{document.id}"
    alone = path.endswith(name) or name.endswith(path)
    return document.path if alone else f"{document.path}#{document.id}"


def place(article: Article, offset: int) -> str:
    """line:column of an offset into the article's file, both from 1, columns in code points."""
    found = article.place(offset)
    return f"{found.line}:{found.column}"
