"""The baseline: what a file of accepted findings holds, what merges make of it, and what is wrong
with a broken one."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import Place, UsageError
from claimcheck.gate.baseline.entries import Entry
from claimcheck.gate.baseline.file import REASONS, Baseline, dump, load, parse, save
from gate.corpora import A_DAY, FAST, NINETY, SLOW, TWENTY, TWO_DAYS, entries

PATH = "claimcheck-baseline.jsonl"


def accepted(texts: dict[str, str], **terms: str | None) -> Entry:
    [one] = entries(texts)
    told = {"reason": "known", "by": "The desk", **terms}
    return msgspec.structs.replace(one, **told)


DAYS = accepted({"a.txt": A_DAY, "b.txt": TWO_DAYS})
TRAINS = accepted({"a.txt": TWENTY, "b.txt": NINETY}, note="of the convoy")
SPEEDS = accepted({"a.txt": SLOW, "b.txt": FAST}, until="2027-01-31")


def written(*entries: Entry, version: str = "1", rules: str = "r") -> bytes:
    return dump(entries, version=version, rules_digest=rules)


def read(data: bytes) -> Baseline:
    baseline, problems = parse(data, PATH)
    assert not problems
    return baseline


def test_a_file_is_a_header_and_a_line_an_entry_sorted_by_id() -> None:
    lines = written(SPEEDS, DAYS, TRAINS).decode().splitlines()
    assert json.loads(lines[0]) == {
        "schema": "claimcheck.baseline/1",
        "version": "1",
        "rules_digest": "r",
    }
    ids = [json.loads(line)["id"] for line in lines[1:]]
    assert ids == sorted(e.id for e in (DAYS, TRAINS, SPEEDS))


def test_a_line_says_what_differs_where_and_why_that_is_accepted() -> None:
    line = json.loads(written(TRAINS).decode().splitlines()[1])
    assert line["about"] == "number of carriages of Ada Lovelace’s train"
    assert [s["docs"] for s in line["sides"]] in ([["a.txt"], ["b.txt"]], [["b.txt"], ["a.txt"]])
    assert {s for side in line["sides"] for s in side["sentences"]} == {TWENTY, NINETY}
    assert (line["reason"], line["note"], line["by"]) == ("known", "of the convoy", "The desk")


def test_a_line_has_no_time_no_offset_no_score_and_no_total() -> None:
    line = json.loads(written(TRAINS).decode().splitlines()[1])
    assert not {"start", "end", "line", "severity", "created", "count"} & set(line)


def test_what_is_written_is_read_again() -> None:
    baseline = read(written(DAYS, TRAINS, SPEEDS))
    assert set(baseline.entries) == {DAYS, TRAINS, SPEEDS}
    assert baseline.rules_digests == {"r"}


def test_an_entry_knows_its_line() -> None:
    baseline = read(written(DAYS, TRAINS))
    numbers = sorted(baseline.place(e).line or 0 for e in baseline.entries)
    assert numbers == [2, 3]


@given(st.permutations([DAYS, TRAINS, SPEEDS]))
def test_the_order_of_entries_does_not_change_a_byte(order: list[Entry]) -> None:
    assert written(*order) == written(DAYS, TRAINS, SPEEDS)


@given(st.data())
def test_a_union_merge_of_two_branches_loads(data: st.DataObject) -> None:
    """Git takes the lines of both sides, in any order, and those of both twice."""
    ours, theirs = written(DAYS, TRAINS), written(DAYS, SPEEDS)
    merged = data.draw(st.permutations(ours.splitlines() + theirs.splitlines()))
    assert set(read(b"\n".join(merged) + b"\n").entries) == {DAYS, TRAINS, SPEEDS}


def test_a_merge_of_baselines_of_two_rule_sets_knows_both() -> None:
    merged = written(DAYS, rules="old") + written(TRAINS, rules="new")
    assert read(merged).rules_digests == {"old", "new"}


@pytest.mark.parametrize(
    ("one", "other", "until"),
    [
        # Of two acceptances of one finding that which holds longer counts.
        ("2027-01-31", "2026-12-31", "2027-01-31"),
        ("2027-01-31", None, None),
        (None, None, None),
    ],
)
def test_twice_the_same_finding_is_accepted_once(
    one: str | None, other: str | None, until: str | None
) -> None:
    first = msgspec.structs.replace(DAYS, until=one)
    second = msgspec.structs.replace(DAYS, until=other, note="twice")
    for pair in ((first, second), (second, first)):
        [held] = read(written(pair[0]) + written(pair[1])).entries
        assert held.until == until


def test_a_merged_entry_knows_the_documents_of_both_branches() -> None:
    [more] = entries({"a.txt": A_DAY, "b.txt": TWO_DAYS, "c.txt": TWO_DAYS})
    more = msgspec.structs.replace(more, reason="known", by="The desk")
    assert more.id == DAYS.id
    [held] = read(written(DAYS) + written(more)).entries
    assert held.docs == {"a.txt", "b.txt", "c.txt"}


BROKEN = {
    "<<<<<<< ours": "a conflict of a merge is left here",
    "=======": "a conflict of a merge is left here",
    "not JSON": "this line is no JSON object",
    '{"id": "0"}': "this line is no entry: Object missing required field",
    '{"schema":"claimcheck.baseline/9","version":"1","rules_digest":"r"}': (
        "this header is of another claimcheck"
    ),
    written(DAYS).decode().splitlines()[1].replace('"known"', '"because"'): (
        "this line is no entry: `reason` is 'because', and none of known, misread"
    ),
    written(SPEEDS).decode().splitlines()[1].replace("2027-01-31", "soon"): (
        "this line is no entry: `until` is 'soon', and no day such as 2027-01-31"
    ),
    written(DAYS).decode().splitlines()[1].replace(DAYS.id, "abc"): (
        "this line is no entry: `id` is no fingerprint"
    ),
    written(DAYS).decode().splitlines()[1].replace('"rule"', '"rulle"'): (
        "this line is no entry: Object contains unknown field `rulle`"
    ),
}


@pytest.mark.parametrize(("line", "cause"), BROKEN.items(), ids=list(BROKEN.values()))
def test_a_broken_line_is_named_with_its_place(line: str, cause: str) -> None:
    baseline, problems = parse(written(TRAINS) + line.encode() + b"\n", PATH)
    assert baseline.entries == (TRAINS,)
    [problem] = problems
    assert problem.place == Place(PATH, 3)
    assert problem.cause.startswith(cause)
    assert problem.next_step
    assert problem.exit_code == 2


def test_all_mistakes_of_a_file_are_named_in_one_run() -> None:
    _, problems = parse(written() + "\n".join(BROKEN).encode(), PATH)
    assert len(problems) == len(BROKEN)


@pytest.mark.parametrize("data", [b"", b"\n\n", written(DAYS).splitlines(keepends=True)[1]])
def test_a_file_without_a_header_is_no_baseline(data: bytes) -> None:
    _, [problem] = parse(data, PATH)
    assert "the header, is missing" in str(problem)


def test_bytes_that_are_no_text_are_a_mistake_and_no_crash() -> None:
    _, problems = parse(written() + b"\xff\xfe{\x00}\n{\xff", PATH)
    assert len(problems) == 2


def test_a_missing_file_says_how_it_comes_to_be(tmp_path: Path) -> None:
    _, [problem] = load(tmp_path / PATH)
    assert "No such file" in problem.cause
    assert "claimcheck baseline accept" in problem.next_step


@pytest.fixture
def at_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)


@pytest.mark.usefixtures("at_work")
def test_a_baseline_is_written_whole_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / PATH
    save(path, written(DAYS))
    path.chmod(0o640)
    save(path, written(DAYS, TRAINS))
    assert load(path)[0].entries == read(written(DAYS, TRAINS)).entries
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert os.listdir(tmp_path) == [PATH]


@pytest.mark.usefixtures("at_work")
def test_a_folder_that_is_not_there_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        save(tmp_path / "no" / PATH, written())


@pytest.mark.parametrize("value", ["true", "1", "woodpecker"])
def test_nothing_is_written_in_ci(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("CI", value)
    with pytest.raises(UsageError, match="not written in CI"):
        save(tmp_path / PATH, written())
    assert not os.listdir(tmp_path)


def test_every_reason_says_what_it_means() -> None:
    assert all(REASONS.values())
