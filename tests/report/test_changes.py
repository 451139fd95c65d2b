"""Changes: what is new, has changed or is gone since an older run, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec
import pytest

from claimcheck.document import Claim, FindingsDocument, Status
from claimcheck.report.changes import Changes, changed

from .sample import camp, claim, document_record, fact, finding, findings_document, sample, side


@dataclass(frozen=True)
class Told:
    """What an article says: its words, whose number is of the first side or of the second."""

    doc: str
    words: str
    first: bool


TWO, THREE, WEEK = (
    Told("a.txt", "two days", True),
    Told("c.txt", "three days", True),
    Told("b.txt", "a week", False),
)
MONTH = Told("b.txt", "a month", False)


def run(
    *told: Told, print_: str = "print", turned: bool = False, **changed: Any
) -> FindingsDocument:
    """A run in which the articles say so of one journey, with the finding where both sides do."""
    claims = [_claim(one) for one in told]
    first = [c.id for c, one in zip(claims, told, strict=True) if one.first]
    second = [c.id for c, one in zip(claims, told, strict=True) if not one.first]
    sides = (side("days", "2 to 3 days", *first), side("longer", "more", *second))
    found = [
        finding(
            "found", "fact", *(reversed(sides) if turned else sides), **changed, fingerprint=print_
        )
    ]
    return findings_document(
        documents=[document_record(doc) for doc in sorted({one.doc for one in told})],
        claims=claims,
        facts=[fact("fact", claims, camp(*first), camp(*second), key="journey")],
        findings=found if first and second else [],
    )


def _claim(told: Told) -> Claim:
    id_ = f"{told.doc} {told.words}"
    return claim(id_, told.doc, told.words, text=told.words, key=id_)


BOTH = run(TWO, WEEK)

CASES: dict[str, tuple[FindingsDocument, FindingsDocument, Status, str]] = {
    "nothing changed": (BOTH, BOTH, "known", "It stood in the older run."),
    "the sides are told in another order": (
        *(BOTH, run(TWO, WEEK, turned=True)),
        *("known", "It stood in the older run."),
    ),
    "a value joined": (
        *(BOTH, run(TWO, THREE, WEEK, print_="other")),
        *("updated", "It stood in the older run; since then “three days” (c.txt) joined it."),
    ),
    "a value joined, and the sides are in another order": (
        *(BOTH, run(TWO, THREE, WEEK, print_="other", turned=True)),
        *("updated", "It stood in the older run; since then “three days” (c.txt) joined it."),
    ),
    "a value left": (
        *(run(TWO, THREE, WEEK), run(TWO, WEEK, print_="other")),
        *("updated", "It stood in the older run; since then “three days” (c.txt) left it."),
    ),
    "the grade rose": (
        *(run(TWO, WEEK, grade="minor"), BOTH),
        *("known", "It stood in the older run; since then it rose from minor to major."),
    ),
    "the grade fell": (
        *(BOTH, run(TWO, WEEK, grade="moderate")),
        *("known", "It stood in the older run; since then it fell from major to moderate."),
    ),
    "a value joined and the grade rose": (
        *(run(TWO, WEEK, grade="moderate"), run(TWO, THREE, WEEK, print_="other")),
        "updated",
        "It stood in the older run; since then “three days” (c.txt) joined it, and it rose from "
        "moderate to major.",
    ),
    "an article was added": (
        *(run(TWO), BOTH),
        *("new", "Not in the older run, which had not read b.txt."),
    ),
    "an article says something else": (
        *(run(TWO, Told("b.txt", "two days", True)), BOTH),
        *("new", "Not in the older run: “a week” (b.txt) is new."),
    ),
    "one side has nothing left of what it had": (
        *(run(TWO, MONTH), run(TWO, WEEK, print_="other")),
        *("new", "Not in the older run: “a week” (b.txt) is new."),
    ),
    "the same values are another verdict": (
        *(run(TWO, WEEK, verdict="tension"), run(TWO, WEEK, print_="other")),
        *("new", "Not in the older run, though both sides were."),
    ),
    "what was absent then is new": (
        *(run(TWO, WEEK, status="absent"), BOTH),
        *("new", "Not in the older run, though both sides were."),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_finding_has_its_state_and_the_reason(case: str) -> None:
    then, now, status, why = CASES[case]
    told = changed(now, then)
    [first, *_] = told.document.findings
    assert (first.id, first.status, told.standings["found"]) == ("found", status, why)


def gone(now: FindingsDocument, then: FindingsDocument) -> tuple[Changes, str]:
    told = changed(now, then)
    [finding] = [f for f in told.document.findings if f.status == "absent"]
    return told, told.standings[finding.id]


DEPARTURES: dict[str, tuple[FindingsDocument, str]] = {
    "an article was removed": (run(TWO), "b.txt is no longer read"),
    "both were": (findings_document(), "a.txt and b.txt are no longer read"),
    "an article says something else": (
        *(run(TWO, Told("b.txt", "two days", True)), "“a week” (b.txt) is no longer said"),
    ),
    "one was removed, the other changed": (
        run(THREE, Told("a.txt", "ten days", True)),
        "b.txt is no longer read, and “two days” (a.txt) is no longer said",
    ),
    "both are still said": (
        msgspec.structs.replace(BOTH, findings=[]),
        "both sides are still said, and are not held to differ any more",
    ),
}


@pytest.mark.parametrize("case", DEPARTURES)
def test_what_is_gone_is_shown_with_what_became_of_it(case: str) -> None:
    now, why = DEPARTURES[case]
    told, standing = gone(now, BOTH)
    assert standing == f"It stood in the older run: {why}."
    absent = told.document.findings[-1]
    assert (absent.id, absent.severity, absent.reconciliations) == ("found", 0.0, [])
    assert [(one.value, one.claims, one.origins) for one in absent.sides] == [
        ("days", [], 0),
        ("longer", [], 0),
    ]
    assert absent.explanation == "These differed, and do so no longer: “days” and “longer”."


@pytest.mark.parametrize("status", ["known", "updated", "suppressed"])
def test_what_is_known_by_other_means_stays_so(status: Status) -> None:
    told = changed(run(TWO, WEEK, status=status), BOTH)
    assert [f.status for f in told.document.findings] == [status]
    assert told.standings == {}


def test_what_the_baseline_tells_to_be_gone_is_told_once() -> None:
    told = changed(run(TWO, WEEK, status="absent"), BOTH)
    assert [f.status for f in told.document.findings] == ["absent"]


def test_of_several_it_is_the_one_that_shares_most() -> None:
    then = run(TWO, THREE, WEEK, print_="then")
    near = then.findings[0]
    far = msgspec.structs.replace(
        near, id="far", fingerprint="far", sides=(side("x", "x", "c.txt three days"), near.sides[1])
    )
    then = msgspec.structs.replace(then, findings=[far, near])
    now = run(TWO, THREE, WEEK, print_="now")
    now = msgspec.structs.replace(
        now, findings=[msgspec.structs.replace(now.findings[0], id="now")]
    )
    told = changed(now, then)
    assert [(f.id, f.status) for f in told.document.findings] == [
        ("now", "updated"),
        ("far", "absent"),
    ]


def test_many_who_joined_are_counted() -> None:
    many = [Told(f"{i}.txt", "three days", True) for i in range(5)]
    told = changed(run(TWO, WEEK, *many, print_="other"), BOTH)
    assert told.standings["found"] == (
        "It stood in the older run; since then “three days” (0.txt), “three days” (1.txt), "
        "“three days” (2.txt) and 2 more joined it."
    )


TWICE = msgspec.structs.replace(
    BOTH, facts=[*BOTH.facts, *(msgspec.structs.replace(f, id="again") for f in BOTH.facts)]
)

NOTES = {
    "a fact of the same key": (
        *(TWICE, BOTH),
        "Since the run of 2 articles: 1 fact is new.",
    ),
    "nothing": (BOTH, BOTH, "Since the run of 2 articles: nothing changed."),
    "a value joined": (
        *(run(TWO, THREE, WEEK, print_="other"), BOTH),
        "Since the run of 2 articles: 1 changed; 1 article was added; 1 claim is new.",
    ),
    "a value left": (
        *(BOTH, run(TWO, THREE, WEEK, print_="other")),
        "Since the run of 3 articles: 1 changed; 1 article was removed; 1 claim is gone.",
    ),
    "all is new": (
        *(BOTH, findings_document()),
        "Since the run of 0 articles: 1 finding is new; 2 articles were added; 2 claims are new, "
        "1 fact is new.",
    ),
    "a repetition left": (
        *(BOTH, msgspec.structs.replace(BOTH, claims=[*BOTH.claims, BOTH.claims[0]])),
        "Since the run of 2 articles: 1 claim is gone.",
    ),
    "what the baseline tells to be gone": (
        *(run(TWO, WEEK, status="absent"), BOTH),
        "Since the run of 2 articles: 1 is gone.",
    ),
    "all is gone": (
        *(findings_document(), BOTH),
        "Since the run of 2 articles: 1 is gone; 2 articles were removed; 2 claims are gone, "
        "1 fact is gone.",
    ),
}


@pytest.mark.parametrize("case", NOTES)
def test_a_note_tells_all_of_it(case: str) -> None:
    now, then, note = NOTES[case]
    assert changed(now, then).notes == (note,)


def test_other_rules_are_told() -> None:
    note = changed(msgspec.structs.replace(BOTH, rules_digest="other"), BOTH).notes[1]
    assert note.startswith("The older run was made with other rules")


def test_a_run_has_changed_in_nothing_since_itself() -> None:
    told = changed(sample(), sample())
    assert {f.status for f in told.document.findings} == {"known"}
    known = [msgspec.structs.replace(f, status="known") for f in sample().findings]
    assert told.document == msgspec.structs.replace(sample(), findings=known)
