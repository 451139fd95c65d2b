"""The text format: what a person reads of the seeds, and where each word of it stands."""

from __future__ import annotations

import io
import re

import pytest
from syrupy.assertion import SnapshotAssertion

import claimcheck
from claimcheck.articles.article import Article
from claimcheck.document import findings_document
from claimcheck.gate.formats.text import render, show, summary
from claimcheck.gate.run import Run

from .runs import (
    ABSENT,
    KNOWN,
    first_run,
    gone,
    hostile_run,
    repeated,
    run,
    run_of_every_state,
    seeds,
    two_trains,
)


def printed(made: Run) -> str:
    return render(made).decode()


def test_the_seeds(snapshot: SnapshotAssertion) -> None:
    assert printed(first_run()) == snapshot


def test_every_state(snapshot: SnapshotAssertion) -> None:
    assert printed(run_of_every_state()) == snapshot


def test_every_new_finding_has_its_id_its_sides_and_the_next_step() -> None:
    made = first_run()
    for finding in made.document.findings:
        assert f"[{finding.id}]" in printed(made)
        assert f"claimcheck explain {finding.id} seeds\n" in printed(made)
        for side in finding.sides:
            assert side.value in printed(made)


def test_how_to_accept_is_said_of_what_fails() -> None:
    made = first_run()
    shown = re.findall(r"claimcheck baseline accept (\w+) --reason … seeds", printed(made))
    assert sorted(shown) == sorted(made.failing)


def test_every_place_is_that_of_the_words() -> None:
    made = first_run()
    texts = {a.path: a.text for a in made.articles.values()}
    quotes = {c.quote for c in made.document.claims}
    places = re.findall(r"(?m)^    (seeds/[^:]+):(\d+):(\d+): ", printed(made))
    assert len(places) >= 12
    for path, line, column in places:
        rest = texts[path].split("\n")[int(line) - 1][int(column) - 1 :]
        assert any(rest.startswith(quote) for quote in quotes), (path, line, column)


def test_a_record_of_a_file_of_many_is_told_by_its_id() -> None:
    shown = printed(two_trains(path="all.jsonl", line=7))
    assert "    all.jsonl#a.txt:1:25: Kim Jong Un’s train has more than 20 carriages" in shown


def test_standard_input_is_told_by_its_name() -> None:
    assert "\n    a.txt:1:25: " in printed(two_trains(path=None))


def test_what_is_known_is_one_line_with_reason_and_author() -> None:
    [line] = [row for row in printed(run_of_every_state()).splitlines() if KNOWN in row]
    for word in ("more than 20", "up to 90", "another-thing", "Ada Brown", "2031-01-31"):
        assert word in line


@pytest.mark.parametrize(
    ("stale", "heading"),
    [(True, "Stale, for they are accepted and no longer there:"), (False, "No longer there:")],
)
def test_what_is_gone_is_told_apart_from_what_is_stale(stale: bool, heading: str) -> None:
    shown = printed(run_of_every_state(gone={ABSENT: gone(9, stale=stale)}))
    section = shown.split(f"\n{heading}\n")[1].split("\n\n")[0]
    assert f"[{ABSENT}]  The difference in the date of meeting" in section


def test_what_is_known_and_fails_is_shown_in_full() -> None:
    document = run_of_every_state().document
    shown = printed(run(document, seeds()[1], fail_on="all", accepted={}))
    assert f"contradiction (major; pragmatic), known  carriage_count  [{KNOWN}]\n" in shown
    assert "Known:" not in shown


def test_nothing_found_is_said() -> None:
    nothing = findings_document(claimcheck.check([]), version="0")
    assert printed(run(nothing, {})) == (
        "0 articles, 0 claims: 0 contradictions, 0 superseded, 0 facts told alike. "
        "0 numbers seen, 0 set aside.\n"
    )


def test_one_is_singular() -> None:
    one = claimcheck.check([Article("a", "The train has 20 carriages.")])
    shown = summary(findings_document(one, version="0"))
    assert shown.startswith("1 article, 1 claim: 0 contradictions,")
    assert printed(repeated(1)).endswith(
        "1 finding: 1 new; 1 new contradiction of grade moderate or major.\n"
    )


def test_hostile_text_begins_no_line_and_moves_no_cursor() -> None:
    shown = printed(hostile_run())
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u2028\u202a-\u202e]", shown)
    assert not re.search("(?m)^::", shown)
    assert len(shown.splitlines()) < 200


# --- on a terminal ------------------------------------------------------------------------------


class Terminal(io.StringIO):
    """A terminal of 40 columns that shows colours."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "40")
    return Terminal()


def plain(shown: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", shown)


@pytest.mark.parametrize("made", [run_of_every_state(), hostile_run()])
def test_a_terminal_shows_the_same_in_colours(made: Run, terminal: Terminal) -> None:
    show(made, terminal)
    assert "\x1b[1;31mcontradiction" in terminal.getvalue()
    assert plain(terminal.getvalue()) == printed(made)


def test_no_color_is_kept(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    show(run_of_every_state(), terminal)
    assert not re.search(r"\x1b\[[0-9;]*3\d", terminal.getvalue())


def test_what_is_no_terminal_gets_plain_text() -> None:
    out = io.StringIO()
    show(first_run(), out)
    assert out.getvalue() == printed(first_run())
