"""The job summary: Markdown that says what it says, whatever the articles say."""

from __future__ import annotations

import html
import re

from markdown_it.token import Token
from syrupy.assertion import SnapshotAssertion

from claimcheck.gate.formats.job_summary import MOST_BYTES, render
from claimcheck.gate.run import Note, Run

from .runs import first_run, hostile_run, repeated, run, run_of_every_state
from .test_markdown import tokens


def markdown(made: Run) -> str:
    return render(made).decode()


def test_every_state(snapshot: SnapshotAssertion) -> None:
    assert markdown(run_of_every_state()) == snapshot


def test_a_row_for_each_state() -> None:
    rows = [token for token in tokens(markdown(run_of_every_state())) if token.type == "tr_open"]
    assert len(rows) == 1 + 5


def test_the_failing_findings_have_both_sentences() -> None:
    shown = html.unescape(markdown(first_run()))
    assert "… private train, and the journey is believed to have taken almost a full day." in shown
    assert "Kim Jong Un’s journey to Russia took two days" in shown
    assert shown.count("\n### ") == len(first_run().failing)


def test_the_others_are_folded() -> None:
    shown = markdown(first_run())
    assert "<details><summary>7 other findings</summary>" in shown
    assert "<details>" not in markdown(repeated(3))


def test_nothing_that_fails_is_said() -> None:
    assert markdown(repeated(1, grade="minor")).startswith(
        "## claimcheck: no new contradiction of grade moderate or major"
    )
    assert markdown(repeated(1)).startswith(
        "## claimcheck: 1 new contradiction of grade moderate or major"
    )


# --- the budget ---------------------------------------------------------------------------------


def test_what_is_too_much_is_counted() -> None:
    shown = markdown(repeated(2000, explanation="It “differs”. " * 60))
    assert len(shown.encode()) <= MOST_BYTES
    told = shown.count("\n### ")
    assert told > 500
    assert f"\n- {2000 - told:,} more\n" in shown


def test_one_finding_that_is_too_long_hides_no_other() -> None:
    made = run_of_every_state()
    long = repeated(1, explanation="é" * MOST_BYTES)
    assert "- 1 more" in markdown(long)
    assert len(render(long)) < 2000
    assert "more\n" not in markdown(made)


def test_notes_leave_room_for_the_findings() -> None:
    made = repeated(3)
    notes = tuple(Note("not-shown", f"{n} " + "so " * 1000) for n in range(900))
    shown = markdown(run(made.document, made.articles, notes=notes))
    assert len(shown.encode()) <= MOST_BYTES
    assert shown.count("\n### ") == 3
    assert re.search(r"(?m)^- \d+ more$", shown)


# --- escaping -----------------------------------------------------------------------------------

HTML = re.compile(r"</?(?:code|details)>|<summary>\d+ other findings?</summary>|\s")


def injected(shown: str) -> list[Token]:
    """What is in the page, and was not written by us."""
    ours = {"heading", "paragraph", "table", "thead", "tbody", "tr", "th", "td", "inline", "text"}
    ours |= {"bullet_list", "list_item", "softbreak"}
    return [
        token
        for token in tokens(shown)
        if re.sub("_(open|close)$", "", token.type) not in ours
        and not (token.type.startswith("html") and not HTML.sub("", token.content))
    ]


def test_hostile_text_is_text() -> None:
    shown = markdown(hostile_run())
    assert injected(shown) == []
    assert len([t for t in tokens(shown) if t.type == "tr_open"]) == 1 + 5
