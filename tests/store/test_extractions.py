"""The store: what is read again and what is not, and that nobody can tell from a result."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimcheck
from claimcheck.articles.article import Article
from claimcheck.claims.rulepacks import load_rules, shipped_folder
from claimcheck.desk.draft import check_draft
from claimcheck.document import encode, findings_document
from claimcheck.pipeline import Result, check, shipped_rules
from claimcheck.store import extractions
from claimcheck.store.database import NAME
from claimcheck.store.extractions import open_store

from .corpora import SEEDS, articles, quake

CORPUS = [quake(f"{n}.txt", n, 40 + n) for n in range(1, 6)]
N = len(CORPUS)


def shown(result: Result) -> bytes:
    """All that is printed of a result."""
    return encode(findings_document(result, version="0"))


def kept(folder: Path, corpus: Sequence[Article], **asked: object) -> tuple[int, int, int, int]:
    """A check of a corpus with the store in a folder: how many articles were read, how many were
    not, whose vocabulary was, and how many rows were damaged. The result is that without a store."""
    rules = asked.get("rules") or shipped_rules()
    with open_store(folder) as store:
        found = check(corpus, rules, extractions=store)  # type: ignore[arg-type]
        assert store.notes == asked.get("notes", [])
        counts = store.read, store.reused, store.profiled, store.damaged
    assert shown(found) == shown(check(corpus, rules))  # type: ignore[arg-type]
    return counts


# --- what is read again -------------------------------------------------------------------------


def test_a_second_run_reads_no_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert kept(tmp_path, CORPUS) == (N, 0, N, 0)
    assert kept(tmp_path, CORPUS) == (0, N, 0, 0)

    def read(*_: object) -> None:
        raise AssertionError("an article is read")

    monkeypatch.setattr(extractions, "extract", read)
    monkeypatch.setattr(extractions, "vocabulary", read)
    with open_store(tmp_path) as store:
        assert check(CORPUS, extractions=store).findings


Change = Callable[[Article], Article]


@pytest.mark.parametrize(
    ("change", "read"),
    [
        pytest.param(lambda a: replace(a, text=a.text + "It cost $5."), 1, id="text"),
        pytest.param(lambda a: replace(a, published="2024-05-07"), 1, id="published"),
        pytest.param(lambda a: replace(a, reference="2024-05-07"), 1, id="reference"),
        pytest.param(lambda a: replace(a, published="2024-05-06T11:00:00"), 0, id="hour"),
        pytest.param(lambda a: replace(a, id="renamed.txt"), 0, id="id"),
        pytest.param(lambda a: replace(a, story="another"), 0, id="story"),
        pytest.param(lambda a: replace(a, title="T", path="p", line=3), 0, id="the rest"),
    ],
)
def test_a_changed_article_is_read_alone(tmp_path: Path, change: Change, read: int) -> None:
    kept(tmp_path, CORPUS)
    corpus = [change(CORPUS[0]), *CORPUS[1:]]
    assert kept(tmp_path, corpus) == (read, N - read, read, 0)


def test_an_article_that_comes_or_goes_changes_the_stories_of_others(tmp_path: Path) -> None:
    kept(tmp_path, CORPUS[:2])
    assert kept(tmp_path, CORPUS) == (N - 2, 2, N - 2, 0)
    assert kept(tmp_path, CORPUS[3:]) == (0, 2, 0, 0)


def test_other_rules_read_all(tmp_path: Path) -> None:
    kept(tmp_path, CORPUS)
    folder = tmp_path / "rules"
    for path in shipped_folder().rglob("*.yaml"):
        copy = folder / path.relative_to(shipped_folder())
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes() + b"\n# another\n")
    rules, problems = load_rules(folder)
    assert not problems
    assert kept(tmp_path, CORPUS, rules=rules) == (N, 0, 0, 0)
    assert kept(tmp_path, CORPUS) == (0, N, 0, 0)


def test_another_claimcheck_reads_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(tmp_path, CORPUS)
    with monkeypatch.context() as patched:
        patched.setattr(extractions, "extractor_version", lambda: b"another")
        assert kept(tmp_path, CORPUS) == (N, 0, N, 0)
    assert kept(tmp_path, CORPUS) == (0, N, 0, 0)


# --- the same result ----------------------------------------------------------------------------


def test_the_seeds_say_the_same(tmp_path: Path) -> None:
    assert kept(tmp_path, SEEDS)[0] == len(SEEDS)
    assert kept(tmp_path, SEEDS)[0] == 0


@settings(max_examples=15, deadline=None)
@given(st.lists(articles(), max_size=4, unique_by=lambda a: a.id))
def test_any_corpus_says_the_same(
    tmp_path_factory: pytest.TempPathFactory, corpus: list[Article]
) -> None:
    folder = tmp_path_factory.mktemp("store")
    first, again = kept(folder, corpus), kept(folder, corpus)
    assert first[0] + first[1] == again[1] == len(corpus)


def test_a_draft_reads_itself_alone(tmp_path: Path) -> None:
    kept(tmp_path, CORPUS)
    draft, rules = quake("draft.txt", 7, 90), shipped_rules()
    with open_store(tmp_path) as store:
        found, _ = check_draft(draft, CORPUS, rules, version="0", extractions=store)
        assert (store.read, store.reused) == (1, N)
    assert found == check_draft(draft, CORPUS, rules, version="0")[0]


def test_what_is_no_unicode_is_read_every_time(tmp_path: Path) -> None:
    corpus = [quake("a"), Article("b", "Nothing is counted here: \ud800.")]
    with open_store(tmp_path) as store:
        first = check(corpus, extractions=store)
    with open_store(tmp_path) as store:
        assert check(corpus, extractions=store) == first
        assert (store.read, store.reused) == (1, 1)


# --- what may happen to the file ----------------------------------------------------------------


def test_damaged_rows_are_read_again_and_replaced(tmp_path: Path) -> None:
    kept(tmp_path, CORPUS)
    with sqlite3.connect(tmp_path / NAME) as connection:
        connection.execute("UPDATE rows SET value = substr(value, 1, length(value) / 2)")
        connection.execute("UPDATE rows SET value = 'words' WHERE rowid = 1")
        connection.execute("UPDATE rows SET value = 5 WHERE rowid = 2")
    connection.close()
    assert kept(tmp_path, CORPUS) == (N, 0, N, 2 * N)
    assert kept(tmp_path, CORPUS) == (0, N, 0, 0)


def test_a_folder_that_cannot_be_made_is_a_note(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file")
    with open_store(tmp_path / "file" / "folder") as store:
        found = check(CORPUS, extractions=store)
        assert store.read == N
        assert store.info().rows == 0
        [note] = store.notes
    assert "nothing is kept there" in note
    assert shown(found) == shown(check(CORPUS))


def test_the_store_of_the_user_is_the_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extractions, "user_cache_dir", lambda *_, **__: str(tmp_path / "cache"))
    with claimcheck.open_store() as store:
        claimcheck.check(CORPUS[:1], extractions=store)
        told = store.info()
    assert told.path == tmp_path / "cache" / NAME
    assert told.rows == 2
    assert 0 < told.bytes < told.path.stat().st_size


# --- several at once, and one that is killed ----------------------------------------------------

CHILD = """
import sys
from claimcheck.articles.article import Article
from claimcheck.pipeline import check
from claimcheck.store import extractions
extractions.AT_ONCE = 2
corpus = [
    Article(f"{n}", f"The train has {n} carriages. It took {n} hours, Ada Lovelace said.")
    for n in range(int(sys.argv[2]))
]
print("reads", flush=True)
with extractions.open_store(sys.argv[1]) as store:
    check(corpus, extractions=store)
    print(store.read, store.reused, *store.notes, flush=True)
"""


def child(folder: Path, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", CHILD, str(folder), str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize("rows", [10, 60])
def test_a_killed_writer_leaves_a_file_that_serves(tmp_path: Path, rows: int) -> None:
    writer = child(tmp_path, 4000)
    until = time.monotonic() + 60
    while written(tmp_path) < rows and time.monotonic() < until:
        time.sleep(0.01)
    writer.kill()
    writer.communicate()
    assert writer.returncode
    there = written(tmp_path)
    assert there >= rows
    assert kept(tmp_path, CORPUS) == (N, 0, N, 0)
    assert kept(tmp_path, CORPUS) == (0, N, 0, 0)
    assert written(tmp_path) == there + 2 * N


def written(folder: Path) -> int:
    """How many whole rows there are, seen from beside the writer."""
    if not (folder / NAME).exists():
        return 0
    connection = sqlite3.connect(folder / NAME)
    try:
        return int(connection.execute("SELECT count(*) FROM rows").fetchone()[0])
    except sqlite3.Error:  # its tables are not yet there
        return 0
    finally:
        connection.close()


def test_several_write_at_once(tmp_path: Path) -> None:
    writers = [child(tmp_path, 40) for _ in range(3)]
    said = [writer.communicate()[0].splitlines()[-1] for writer in writers]
    for told in said:
        read, reused, *notes = told.split(maxsplit=2)
        assert int(read) + int(reused) == 40
        assert not notes
    last = child(tmp_path, 40).communicate()[0].splitlines()[-1]
    assert last == "0 40"
