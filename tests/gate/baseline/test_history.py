"""The history of a baseline: how many findings stood accepted after each commit."""

from __future__ import annotations

from pathlib import Path

from claimcheck.gate.baseline.history import history, lines
from claimcheck.gate.git.repository import Repository
from gate.baseline.test_file import DAYS, SPEEDS, TRAINS, written
from gate.repositories import Repo


def test_the_counts_go_up_and_down_with_the_commits(tmp_path: Path) -> None:
    repo = Repo(tmp_path)
    path = tmp_path / "claimcheck-baseline.jsonl"
    for message, data in (
        ("Accept two", written(DAYS, TRAINS)),
        ("Accept one, settle one", written(DAYS, SPEEDS)),
        ("A conflict", b"<<<<<<< ours\n" + written(DAYS)),
        ("Settle all", written()),
    ):
        path.write_bytes(data)
        repo.commit(message)
    path.unlink()
    repo.commit("No baseline")
    steps = history(Repository(tmp_path), path)
    assert [(s.standing, s.added, s.removed, s.broken) for s in steps] == [
        (2, 2, 0, False),
        (2, 1, 1, False),
        (1, 0, 1, True),
        (0, 0, 1, False),
        (0, 0, 0, False),
    ]
    shown = list(lines(steps))
    assert [line.split()[1] for line in shown] == ["2", "2", "1", "0", "0"]
    assert "The desk: Accept one, settle one" in shown[1]
    assert shown[2].endswith("(a line could not be read)")


def test_a_file_that_nobody_committed_has_no_history(tmp_path: Path) -> None:
    repo = Repo(tmp_path)
    repo.commit("Nothing")
    assert history(Repository(tmp_path), tmp_path / "no.jsonl") == []
    assert list(lines([])) == []
