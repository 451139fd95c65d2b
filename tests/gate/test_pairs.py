"""The pairs of `claimcheck compare`."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from claimcheck.cli import main
from claimcheck.gate.pairs import read_pairs

PAIR = '{"id": 7, "premise": "It has 37 rooms.", "hypothesis": "It has 90 rooms.", "label": "x"}'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "pairs.jsonl"


def test_a_line_in_is_a_line_out(file: Path) -> None:
    file.write_text(f"{PAIR}\n\n{PAIR.replace('90', '37')}\n", "utf-8")
    done = CliRunner().invoke(main, ["compare", str(file)])
    assert done.exit_code == 0
    lines = [msgspec.json.decode(line) for line in done.stdout.splitlines()]
    assert [line["verdict"] for line in lines] == ["contradictory", "equivalent"]
    assert list(lines[0]) == ["id", "verdict", "basis", "grade", "severity", "explanation"]
    assert (lines[0]["id"], lines[0]["basis"]) == (7, "hard")


def test_every_line_that_is_no_pair_is_named(file: Path) -> None:
    file.write_text(f'{{"id": 1}}\n{PAIR}\nnothing\n', "utf-8")
    pairs, problems = read_pairs(file)
    assert [p.id for p in pairs] == [7]
    assert [str(p.place).rpartition(":")[2] for p in problems] == ["1", "3"]
    done = CliRunner().invoke(main, ["compare", str(file)])
    assert done.exit_code == 5
    assert len(done.stdout.splitlines()) == 1


def test_a_file_that_is_not_there(file: Path) -> None:
    done = CliRunner().invoke(main, ["compare", str(file)])
    assert done.exit_code == 5
    assert "pairs.jsonl" in done.stderr


def test_claims_are_listed_or_written_as_json(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Ten people were killed. Call 555 0100.", "utf-8")
    listed = CliRunner().invoke(main, ["claims", str(article)])
    assert "Ten people → number of people killed" in listed.stdout
    written = CliRunner().invoke(main, ["claims", str(article), "--format", "jsonl"])
    [line] = [msgspec.json.decode(text) for text in written.stdout.splitlines()]
    assert list(line) == ["id", "claims", "set_aside"]
    assert [c["attribute"] for c in line["claims"]][:1] == ["kill"]


def test_a_sentence_is_explained_rule_by_rule() -> None:
    done = CliRunner().invoke(main, ["explain", "The train has up to 90 carriages in 2019?"])
    assert done.exit_code == 0
    assert "carriage_count: a question" in done.stdout
    assert "speed: no cue" in done.stdout
    told = CliRunner().invoke(main, ["explain", "Ten people were killed in Oakford."])
    assert "claim      number of people killed" in told.stdout
    assert "known by" in told.stdout
