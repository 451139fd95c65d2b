"""Runs of the gate, as the tests of the formats need them: a real check of the seeds, with states
that somebody might have given its findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

import claimcheck
from claimcheck.articles.article import Article
from claimcheck.document import Finding, FindingsDocument, Side, Status, findings_document
from claimcheck.errors import InputError, Place, UsageError
from claimcheck.gate.outcome import exit_code, failing
from claimcheck.gate.run import Acceptance, Gone, Note, Run, Suppression

ROOT = Path(__file__).parents[3]

BASELINE = "claimcheck-baseline.jsonl"

# One finding of the seeds for each state that is not new.
KNOWN, UPDATED, SUPPRESSED, ABSENT = (
    "16a6ef3a2aa3",
    "282c80289509",
    "9429eceb656b",
    "fe66e8b1eea1",
)


@cache
def seeds() -> tuple[FindingsDocument, Mapping[str, Article]]:
    """The document of the seeds, and their articles with paths as seen from the checkout."""
    articles = [
        replace(article, path=f"seeds/{article.id}") for article in claimcheck.read(ROOT / "seeds")
    ]
    return checked(*articles)


def checked(*articles: Article) -> tuple[FindingsDocument, Mapping[str, Article]]:
    """A document of these articles, and the articles by id."""
    document = findings_document(claimcheck.check(articles), version="0")
    return document, {article.id: article for article in articles}


def run(
    document: FindingsDocument, articles: Mapping[str, Article], fail_on: str = "new", **more: Any
) -> Run:
    """The run that ends with this document."""
    failed = failing(document.findings, "moderate", fail_on)
    fields: dict[str, Any] = {
        "failing": frozenset(finding.id for finding in failed),
        "paths": "seeds",
        "exit_code": exit_code(failed, more.get("problems", ())),
    }
    return Run(document, articles, **(fields | more))


def first_run() -> Run:
    """The seeds where there is no baseline: everything is new."""
    return run(*seeds())


def run_of_every_state(**more: Any) -> Run:
    """The seeds with a finding in each state, notes, and an input that could not be read."""
    document, articles = seeds()
    states: dict[str, Status] = {
        KNOWN: "known",
        UPDATED: "updated",
        SUPPRESSED: "suppressed",
        ABSENT: "absent",
    }
    found = [with_status(finding, states.get(finding.id, "new")) for finding in document.findings]
    fields: dict[str, Any] = {
        "accepted": {KNOWN: acceptance(3), UPDATED: acceptance(4, note="asked the desk")},
        "suppressed": {SUPPRESSED: suppression()},
        "gone": {ABSENT: gone(9)},
        "notes": (
            Note(
                "unused-suppression",
                "this suppression of speed suppresses nothing",
                Place("seeds/corpus.toml", 4),
                "Remove it, or correct the rule's name",
            ),
            Note(
                "expired-acceptance",
                "the acceptance of 0123456789ab ended on 2020-01-01",
                Place(BASELINE, 2),
                "Settle what differs, or accept it again",
            ),
            Note("not-shown", "2 findings between articles that did not change: not shown"),
        ),
        "problems": (
            InputError("it is empty", place=Place("seeds/5-empty.txt"), next_step="Remove it"),
            UsageError("unknown key `sorce`", place=Place("seeds/corpus.toml", 9, 1)),
        ),
    }
    return run(msgspec.structs.replace(document, findings=found), articles, **(fields | more))


def with_status(finding: Finding, status: Status) -> Finding:
    """The finding in that state; one that is absent has no claims any more."""
    if status != "absent":
        return msgspec.structs.replace(finding, status=status)
    one, other = (
        Side(value=side.value, normalised=side.normalised, claims=[], origins=0)
        for side in finding.sides
    )
    return msgspec.structs.replace(finding, status=status, severity=0.0, sides=(one, other))


def acceptance(line: int, **changed: Any) -> Acceptance:
    fields: dict[str, Any] = {
        "place": Place(BASELINE, line),
        "reason": "another-thing",
        "note": "",
        "by": "Ada Brown",
        "until": "2031-01-31",
    }
    return Acceptance(**(fields | changed))


def suppression(**changed: Any) -> Suppression:
    fields: dict[str, Any] = {
        "place": Place("seeds/0-key-points.txt", 15),
        "rule": "category colour seat",
        "reason": "colours of a photograph",
        "until": None,
        "in_source": True,
    }
    return Suppression(**(fields | changed))


def gone(line: int, **changed: Any) -> Gone:
    fields: dict[str, Any] = {
        "place": Place(BASELINE, line),
        "sentence": "The difference in the date of meeting between “Feb. 26-28, 2019: Kim visits the "
        "Vietnamese capital of Hanoi briefly meeting Trump” and “his March summit with Trump” "
        "(a.txt) is no longer there. Run `claimcheck baseline prune`",
        "docs": frozenset({"a.txt"}),
        "stale": True,
    }
    return Gone(**(fields | changed))


def repeated(times: int, **changed: Any) -> Run:
    """The first run with its first finding so many times, each with an id of its own."""
    document, articles = seeds()
    first = msgspec.structs.replace(document.findings[0], **changed)
    found = [
        msgspec.structs.replace(first, id=f"{n:012x}", fingerprint=f"{n:064x}")
        for n in range(times)
    ]
    return run(msgspec.structs.replace(document, findings=found), articles)


TRAINS = ("has more than 20 carriages", "has up to 90 carriages")


def two_trains(lead: str = "", **of_article: Any) -> Run:
    """Two articles that differ about a train's carriages, each with `lead` before its words."""
    articles = [
        Article(
            name,
            f"{lead}Kim Jong Un’s train {words}, they say.\r\n",
            **({"path": f"trains/{name}"} | of_article),
        )
        for name, words in zip(("a.txt", "b.txt"), TRAINS, strict=True)
    ]
    made = run(*checked(*articles))
    assert len(made.failing) == 1, "two trains differ"
    return made


# What some format, or something that shows it, would take for a command, for markup or for an end.
HOSTILE = (
    "]]> ::error::x | `code` </script><img src=x onerror=alert(1)> [l](http://e.example) {0} \\ "
    "**b** \x00 \u202e09 \n::error file=x::y\r- item \x1b[31m 🚂 %0A , : \u2028 # h &amp; $x$ &#35;"
)


def hostile_run() -> Run:
    """The run of every state with hostile text wherever text of others goes."""
    made = run_of_every_state()
    document = made.document
    text = f"🚂 first line\n{HOSTILE} end"
    start, end = text.index("]]>"), len(text) - len(" end")
    name = "a]]>|`%,: \n\u202e[x](y)🚂.txt"
    articles = {name: Article(name, text, path=f"d<b>/{name}", title=HOSTILE)}
    return replace(
        made,
        document=msgspec.structs.replace(
            document,
            documents=[
                msgspec.structs.replace(
                    document.documents[0], id=name, path=f"d<b>/{name}", title=HOSTILE
                )
            ],
            claims=[
                msgspec.structs.replace(
                    claim, doc=name, start=start, end=end, sentence=(0, len(text)), quote=HOSTILE
                )
                for claim in document.claims
            ],
            findings=[_hostile(finding) for finding in document.findings],
            set_aside=[],
        ),
        articles=articles,
        accepted={KNOWN: acceptance(3, note=HOSTILE, by=HOSTILE)},
        suppressed={SUPPRESSED: suppression(place=Place(name, 2), reason=HOSTILE)},
        gone={ABSENT: gone(9, sentence=HOSTILE)},
        notes=(Note("not-shown", HOSTILE, Place(name, 1), HOSTILE),),
        problems=(InputError(HOSTILE, place=Place(name, 3), next_step=HOSTILE),),
        paths=f"'{name}'",
    )


def _hostile(finding: Finding) -> Finding:
    one, other = (
        msgspec.structs.replace(side, value=f"{side.value} {HOSTILE}") for side in finding.sides
    )
    return msgspec.structs.replace(
        finding,
        rule=f"number {HOSTILE}",
        explanation=f"“{one.value}” and “{other.value}” differ: {HOSTILE}",
        reconciliations=[HOSTILE],
        sides=(one, other),
    )
