"""The text format: for people, in a terminal and in a log.

Each side with its place as path:line:column and its sentence, why they differ, how both may
hold, and how to see more. Nothing in it depends on the width of a terminal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from claimcheck.document import Claim, Finding, FindingsDocument

KINDS = {
    "contradictory": "contradiction",
    "superseded": "superseded",
    "tension": "tension",
}


def text(document: FindingsDocument, texts: Mapping[str, str], paths: str) -> str:
    """The document as text. `texts` are the articles by id, `paths` what the user named, for
    the command that explains a finding."""
    lines = [*_findings(document, texts, paths), summary(document)]
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


def _findings(document: FindingsDocument, texts: Mapping[str, str], paths: str) -> Iterator[str]:
    claims = {c.id: c for c in document.claims}
    where = {d.id: d.path or d.id for d in document.documents}
    subjects = {f.id: f for f in document.facts}
    for finding in document.findings:
        fact = subjects[finding.fact]
        about = f"{fact.attribute.replace('_', ' ')} of {fact.subject}"
        basis = finding.basis.replace("-", ", ")
        yield f"{KINDS[finding.verdict]} ({finding.grade}, {basis}): {about}  [{finding.id}]"
        yield from _sides(finding, claims, where, texts)
        yield f"  why: {finding.explanation}"
        for note in finding.reconciliations:
            yield f"  possible reconciliation: {note}"
        yield f"  more: claimcheck explain {finding.id} {paths}"
        yield ""


def _sides(
    finding: Finding,
    claims: Mapping[str, Claim],
    where: Mapping[str, str],
    texts: Mapping[str, str],
) -> Iterator[str]:
    for side in finding.sides:
        yield f"  “{side.value}” ({side.normalised})"
        for claim in (claims[i] for i in side.claims):
            article = texts[claim.doc]
            sentence = " ".join(article[slice(*claim.sentence)].split())
            yield f"    {where[claim.doc]}:{place(article, claim.start)}: {sentence}"


def place(text: str, offset: int) -> str:
    """line:column of an offset, both from 1, columns in code points; lines end as in Python's
    universal newlines."""
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    line_start = before.rfind("\n") + 1
    return f"{before.count(chr(10)) + 1}:{len(before) - line_start + 1}"
