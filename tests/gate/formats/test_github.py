"""GitHub's workflow commands: ten a level, and what is left out is counted."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import NamedTuple

import msgspec
import pytest

from claimcheck.gate.formats.github import render
from claimcheck.gate.run import Note, Run

from .runs import (
    ABSENT,
    BASELINE,
    first_run,
    hostile_run,
    repeated,
    run,
    run_of_every_state,
    two_trains,
    with_status,
)


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    message: str


def commands(made: Run) -> list[Command]:
    """As GitHub's runner reads them: a line is a command, and `%0A` is a line end."""
    return [_command(line) for line in re.split(r"\r\n?|\n", render(made).decode())[:-1]]


def _command(line: str) -> Command:
    found = re.fullmatch(r"::(\w+)(?: ([^:]*))?::(.*)", line)
    assert found, line
    pairs = (pair.split("=", 1) for pair in (found[2] or "").split(",") if pair)
    return Command(found[1], {k: _plain(v) for k, v in pairs}, _plain(found[3]))


def _plain(text: str) -> str:
    signs = {"%3A": ":", "%2C": ",", "%0D": "\r", "%0A": "\n"}
    for code, sign in signs.items():
        text = text.replace(code, sign)
    return text.replace("%25", "%")


def test_a_finding_is_annotated_where_it_stands() -> None:
    [told] = commands(two_trains("🚂 "))
    title = told.properties.pop("title")
    assert told.properties == {
        "file": "trains/a.txt",
        "line": "1",
        "endLine": "1",
        "col": "27",
        "endColumn": "49",
    }
    assert re.fullmatch(
        r"contradiction \(major; pragmatic\), new: carriage_count \[[0-9a-f]{12}\]", title
    )
    assert "trains/b.txt:1:27: " in told.message


def test_levels() -> None:
    told = Counter(command.name for command in commands(run_of_every_state()))
    assert told == {"error": 4 + 2, "warning": 4 + 1, "notice": 6 + 2}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_words_over_several_lines_have_no_column(line_end: str) -> None:
    made = two_trains()
    document = made.document
    wide = [msgspec.structs.replace(c, start=0, end=30) for c in document.claims]
    articles = {
        name: replace(article, text=f"One{line_end}two three four five six seven.")
        for name, article in made.articles.items()
    }
    [told] = commands(run(msgspec.structs.replace(document, claims=wide), articles))
    assert (told.properties["line"], told.properties["endLine"]) == ("1", "2")
    assert not {"col", "endColumn"} & set(told.properties)


def test_a_record_has_a_line_and_no_column() -> None:
    [told] = commands(two_trains(path="all.jsonl", line=7))
    assert (told.properties["file"], told.properties["line"]) == ("all.jsonl", "7")
    assert not {"col", "endLine"} & set(told.properties)


def test_standard_input_is_no_file() -> None:
    [told] = commands(two_trains(path=None))
    assert set(told.properties) == {"title"}
    assert "  a.txt:1:25: " in told.message


def test_what_is_gone_points_into_the_baseline() -> None:
    [told] = [c for c in commands(run_of_every_state()) if ABSENT in c.properties["title"]]
    assert (told.properties["file"], told.properties["line"]) == (BASELINE, "9")


# --- the limit ----------------------------------------------------------------------------------


def of_levels(errors: int, warnings: int, notices: int) -> Run:
    """A run with so many findings of each level."""
    made = repeated(errors + warnings + notices)
    found = made.document.findings
    known = {f.id for f in found[errors + warnings :]}
    document = msgspec.structs.replace(
        made.document, findings=[with_status(f, "known") if f.id in known else f for f in found]
    )
    return run(document, made.articles, failing=frozenset(f.id for f in found[:errors]))


@pytest.mark.parametrize(
    ("there", "shown", "rest"),
    [
        ((10, 10, 10), (10, 10, 10), ""),
        ((11, 0, 0), (10, 0, 1), "1 error"),
        ((25, 12, 0), (10, 10, 1), "15 errors, 2 warnings"),
        # The notice that counts takes a place among the notices.
        ((11, 0, 9), (10, 0, 10), "1 error"),
        ((11, 0, 10), (10, 0, 10), "1 error, 1 notice"),
        ((0, 0, 11), (0, 0, 10), "2 notices"),
        ((1200, 0, 0), (10, 0, 1), "1,190 errors"),
    ],
)
def test_ten_a_level_and_the_rest_is_counted(
    there: tuple[int, int, int], shown: tuple[int, int, int], rest: str
) -> None:
    told = commands(of_levels(*there))
    count = Counter(command.name for command in told)
    assert (count["error"], count["warning"], count["notice"]) == shown
    last = told[-1].message
    assert (f"not shown here: {rest}. The job summary has all" in last) == bool(rest)


def test_the_failing_findings_come_before_all_else() -> None:
    made = of_levels(12, 0, 0)
    crowded = run(
        made.document,
        made.articles,
        problems=run_of_every_state().problems,
        notes=tuple(Note("not-shown", f"note {n}") for n in range(20)),
    )
    told = commands(crowded)
    assert all("[" in c.properties["title"] for c in told if c.name == "error")
    assert "4 errors, 11 notices" in told[-1].message


# --- escaping -----------------------------------------------------------------------------------


def test_hostile_text_is_no_command() -> None:
    made = hostile_run()
    told = commands(made)
    count = len(made.document.findings) + len(made.notes) + len(made.problems)
    assert len(told) == count
    assert all(set(c.properties) <= {"file", "line", "endLine", "title"} for c in told)


def test_what_github_escapes_is_what_was_meant() -> None:
    [first, *_] = commands(hostile_run())
    assert "%0A , :" in first.properties["title"]
    assert first.properties["file"] == "d<b>/a]]>|`%,: \n\ufffd[x](y)🚂.txt"


def test_equal_runs_give_equal_commands() -> None:
    assert render(first_run()) == render(first_run())
