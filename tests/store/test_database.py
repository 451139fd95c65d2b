"""The database: rows by key; which are dropped, and files that are no database of ours."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from claimcheck.store import database
from claimcheck.store.database import NAME, RUNS, RUNS_OF_OTHERS, Database


def run(
    folder: Path, *, keep: dict[bytes, bytes] | None = None, use: str = "", version: bytes = b"1"
) -> set[str]:
    """A run that keeps rows and uses some; the keys that are there after it."""
    opened = Database(folder, version)
    opened.rows([key.encode() for key in use])
    if keep:
        opened.keep(keep.items())
    opened.close()
    assert opened.notes == []
    return there(folder)


def there(folder: Path) -> set[str]:
    connection = sqlite3.connect(folder / NAME)
    keys = {key.decode("latin-1") for (key,) in connection.execute("SELECT key FROM rows")}
    uses = {key.decode("latin-1") for (key,) in connection.execute("SELECT key FROM uses")}
    assert keys == uses
    connection.close()
    return keys


def test_rows_come_back(tmp_path: Path) -> None:
    many = {str(n).encode(): bytes([n % 256]) * n for n in range(1200)}
    run(tmp_path, keep=many)
    opened = Database(tmp_path, b"2")
    assert opened.rows([*many, b"none"]) == many
    assert opened.size() == (1200, sum(range(1200)))
    opened.keep([(b"7", b"another")])
    assert opened.rows([b"7", b"8"]) == {b"7": b"another", b"8": many[b"8"]}
    opened.close()


def test_after_it_is_closed_there_is_nothing(tmp_path: Path) -> None:
    opened = Database(tmp_path, b"1")
    opened.keep([(b"a", b"1")])
    opened.close()
    opened.keep([(b"b", b"1")])
    opened.close()
    assert opened.rows([b"a", b"b"]) == {}
    assert opened.size() == (0, 0)
    assert there(tmp_path) == {"a"}


# --- what is dropped ----------------------------------------------------------------------------


def test_what_nobody_uses_is_dropped(tmp_path: Path) -> None:
    run(tmp_path, keep={b"a": b"1", b"b": b"2"})
    for _ in range(RUNS - 1):
        assert run(tmp_path, use="a") == {"a", "b"}
    assert run(tmp_path, use="a") == {"a"}


def test_rows_of_another_version_are_dropped_sooner(tmp_path: Path) -> None:
    run(tmp_path, keep={b"a": b"1"}, version=b"old")
    for _ in range(RUNS_OF_OTHERS - 1):
        assert run(tmp_path, keep={b"b": b"2"}) == {"a", "b"}
    assert run(tmp_path) == {"b"}


def test_two_versions_in_turns_keep_their_rows(tmp_path: Path) -> None:
    run(tmp_path, keep={b"a": b"1"}, version=b"old")
    for _ in range(RUNS_OF_OTHERS):
        run(tmp_path, keep={b"b": b"2"}, version=b"new")
        assert run(tmp_path, use="a", version=b"old") == {"a", "b"}


def test_of_too_many_the_longest_unused_go_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "MOST_BYTES", 1000)
    run(tmp_path, keep={b"a": b"x" * 400})
    run(tmp_path, keep={b"b": b"x" * 400})
    assert run(tmp_path, use="a") == {"a", "b"}
    assert run(tmp_path, keep={b"c": b"x" * 400}, use="a") == {"a", "c"}
    assert run(tmp_path, keep={b"d": b"x" * 2000}) == set()


def test_a_file_grows_smaller(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(tmp_path, keep={bytes([n]): os.urandom(100_000) for n in range(65, 85)})
    before = (tmp_path / NAME).stat().st_size
    monkeypatch.setattr(database, "MOST_BYTES", 500_000)
    assert len(run(tmp_path)) == 5
    assert (tmp_path / NAME).stat().st_size < before / 2


def test_a_row_that_is_too_large_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "LARGEST", 1000)
    assert run(tmp_path, keep={b"a": b"x" * 1000, b"b": b"x" * 1001}) == {"a"}


# --- files that are not ours --------------------------------------------------------------------


def begun_anew(folder: Path) -> None:
    """A run tells that the file is begun anew, and the next finds what it kept."""
    opened = Database(folder, b"1")
    opened.rows([b"a"])
    opened.keep([(b"a", b"1")])
    [note] = opened.notes
    assert "is begun anew" in note
    opened.keep([(b"a", b"1")])
    opened.close()
    assert run(folder) == {"a"}


@pytest.mark.parametrize(
    "content",
    [b"This is no database, whatever its name says. " * 200, b"SQLite format 3\0" + b"\xff" * 5000],
    ids=["text", "a header and no more"],
)
def test_what_is_no_database_is_begun_anew(tmp_path: Path, content: bytes) -> None:
    (tmp_path / NAME).write_bytes(content)
    begun_anew(tmp_path)


@pytest.mark.parametrize(
    "more",
    [
        "CREATE TRIGGER t AFTER INSERT ON rows BEGIN DELETE FROM rows; END",
        "CREATE VIEW v AS SELECT * FROM rows",
        "CREATE TABLE others (a)",
        "DROP TABLE uses",
        "DROP TABLE rows; CREATE VIEW rows AS SELECT x'61' AS key, x'62' AS value",
    ],
)
def test_a_database_with_anything_else_in_it_is_begun_anew(tmp_path: Path, more: str) -> None:
    run(tmp_path, keep={b"b": b"2"})
    connection = sqlite3.connect(tmp_path / NAME)
    connection.executescript(more)
    connection.close()
    begun_anew(tmp_path)


def test_pages_that_are_damaged_are_found_and_the_file_begun_anew(tmp_path: Path) -> None:
    run(tmp_path, keep={b"a" + bytes([n]): os.urandom(3000) for n in range(200)})
    path = tmp_path / NAME
    content = path.read_bytes()
    path.write_bytes(content[:20_000] + b"\xff" * (len(content) - 20_000))
    opened = Database(tmp_path, b"1")
    opened.rows([b"a" + bytes([n]) for n in range(200)])
    opened.close()
    assert any("is begun anew" in note for note in opened.notes)
    assert run(tmp_path, keep={b"a": b"1"}) == {"a"}


def test_an_empty_file_is_a_new_one(tmp_path: Path) -> None:
    (tmp_path / NAME).touch()
    assert run(tmp_path, keep={b"a": b"1"}) == {"a"}


# --- folders that will not do -------------------------------------------------------------------


def noted(folder: Path) -> None:
    opened = Database(folder, b"1")
    opened.keep([(b"a", b"1")])
    assert opened.rows([b"a"]) == {}
    opened.close()
    [note] = opened.notes
    assert note.startswith(str(folder / NAME))
    assert "nothing is kept there" in note


def test_a_folder_in_the_place_of_the_file_is_a_note(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    noted(tmp_path)


def test_a_link_is_a_note_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    (tmp_path / "theirs").write_bytes(b"theirs")
    (tmp_path / NAME).symlink_to(tmp_path / "theirs")
    noted(tmp_path)
    assert (tmp_path / "theirs").read_bytes() == b"theirs"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write")
def test_a_folder_without_leave_is_a_note(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    noted(tmp_path)
    tmp_path.chmod(0o700)


def test_who_cannot_have_the_file_in_time_goes_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(tmp_path, keep={b"a": b"1"})
    monkeypatch.setattr(database, "PATIENCE", 0.05)
    other = sqlite3.connect(tmp_path / NAME, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    noted(tmp_path)
    other.execute("ROLLBACK")
    other.close()
    assert run(tmp_path) == {"a"}
