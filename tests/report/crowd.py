"""A findings document with more rows than a page shows at once, made by rule."""

from __future__ import annotations

from typing import Any

from claimcheck.document import Claim, FindingsDocument

from .sample import camp, claim, document_record, fact, finding, findings_document, side

DOCUMENTS = [
    document_record("dawn.txt", title="Dawn report", source="The Dawn", published="2023-09-01"),
    document_record("noon.txt", title="Noon report", source="The Noon", published="2023-09-13"),
    document_record(
        "dusk.txt", title="Dusk report", source="The Dusk", published="2024-01-02", story="night"
    ),
]
STATUSES = ("new", "known", "updated")
VERDICTS = ("contradictory", "tension", "superseded")
GRADES = ("major", "moderate", "minor", "negligible")
ATTRIBUTES = ("speed", "top_speed", "carriage_count")


def crowd(findings: int = 250, once: int = 5) -> FindingsDocument:
    """So many findings, each about a fact of its own, and facts said `once` after them.

    The subjects are numbered; the finding "find-0007" is about "bridge 0007". Dawn speaks of all,
    Noon opposes the even ones and Dusk the odd ones.
    """
    claims, facts, found = [], [], []
    for number in range(findings + once):
        id_ = f"{number:04}"
        kind: dict[str, Any] = {
            "subject": f"bridge {id_}",
            "attribute": ATTRIBUTES[number % 3],
            "unit": "meter",
            "event": "",
        }
        first = _claim(f"low-{id_}", "dawn.txt", f"{number} metres high", number, kind)
        second = _claim(
            f"high-{id_}",
            ("noon.txt", "dusk.txt")[number % 2],
            f"{number + 9} metres tall",
            number + 9,
            kind,
        )
        if number >= findings:
            claims.append(first)
            facts.append(fact(id_, [first], camp(first.id), unit="meter"))
            continue
        claims += [first, second]
        facts.append(fact(id_, [first, second], camp(first.id), camp(second.id), unit="meter"))
        found.append(
            finding(
                *(f"find-{id_}", id_),
                side(first.quote, first.quote, first.id),
                side(second.quote, second.quote, second.id),
                status=STATUSES[number % 3],
                verdict=VERDICTS[number % 3],
                grade=GRADES[number % 4],
                severity=round((number * 7 % 100) / 100, 2),
                explanation=f"The words of number {id_} leave nine metres between them.",
            )
        )
    return findings_document(documents=DOCUMENTS, claims=claims, facts=facts, findings=found)


def _claim(id_: str, doc: str, quote: str, metres: float, kind: dict[str, Any]) -> Claim:
    value = float(metres)
    exactly = (value, value)
    return claim(id_, doc, quote, exactly, exactly, text=quote, stated=[value], **kind)


def stories(count: int) -> FindingsDocument:
    """So many stories of two articles each, which agree on one figure: a matrix for each."""
    documents, claims, facts = [], [], []
    for number in range(count):
        kind: dict[str, Any] = {
            "subject": f"dam {number:02}",
            "attribute": "height",
            "unit": "meter",
            "event": "",
        }
        pair = [
            _claim(f"{doc}-{number:02}", f"{doc}-{number:02}.txt", f"{number} metres", number, kind)
            for doc in ("first", "second")
        ]
        documents += [document_record(c.doc, story=f"story {number:02}") for c in pair]
        claims += pair
        facts.append(fact(f"{number:02}", pair, camp(*(c.id for c in pair), origins=2)))
    return findings_document(documents=documents, claims=claims, facts=facts)
