"""Bad input: each mistake with its place, its exit code and the next step; the rest is read."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from claimcheck.articles.corpus import read
from claimcheck.errors import ClaimcheckError, InputError, UsageError, gravest

GOOD = "Kim’s train had more than 20 carriages.\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus folder with one good article, in a fresh current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus/good.txt").write_bytes(GOOD.encode())
    return tmp_path


def only_problem(*paths: str) -> ClaimcheckError:
    """The one problem of reading `paths`, beside which the good article is still read."""
    corpus = read(*paths)
    assert [article.text for article in corpus.articles] == [GOOD]
    (problem,) = corpus.problems
    return problem


@pytest.mark.parametrize(
    ("path", "next_step"),
    [
        ("corpuss", "Did you mean corpus?"),
        ("corpus/god.txt", "Did you mean corpus/good.txt?"),
        ("Corpus_/good.txt", "Did you mean corpus/good.txt?"),
        ("corpus/GOOD.TXT.bak", "Did you mean corpus/good.txt?"),
        ("corpus/good.txt/x.txt", "Check its spelling"),
        ("qqq/zzz.txt", "Check its spelling"),
        ("nul\0byte", "Check its spelling"),
    ],
)
def test_a_missing_path(path: str, next_step: str) -> None:
    problem = only_problem("corpus", path)
    assert isinstance(problem, UsageError)
    assert problem.exit_code == 2
    assert str(problem.place) == path
    assert problem.cause == "there is no such file or folder"
    assert problem.next_step == next_step


def test_a_missing_absolute_path(here: Path) -> None:
    problem = only_problem("corpus", str(here / "korpus/good.txt"))
    assert problem.next_step == f"Did you mean {(here / 'corpus/good.txt').as_posix()}?"


def test_an_empty_path_is_not_the_current_folder() -> None:
    problem = only_problem("corpus", "")
    assert problem.exit_code == 2
    assert "`.` is the current folder" in problem.next_step


@pytest.mark.parametrize(
    ("pattern", "next_step"),
    [
        ("korpus/*.txt", "Did you mean corpus?"),
        ("corpus/*.jsonl", "Check its spelling"),
        ("[", "Check its spelling"),
    ],
)
def test_a_glob_that_matches_nothing(pattern: str, next_step: str) -> None:
    problem = only_problem("corpus", pattern)
    assert isinstance(problem, UsageError)
    assert (str(problem.place), problem.cause) == (pattern, "nothing matches")
    assert problem.next_step == next_step


@pytest.mark.parametrize("files", [[], ["README.md", "corpus.toml"]])
def test_an_empty_folder(here: Path, files: list[str]) -> None:
    (here / "empty/sub").mkdir(parents=True)
    for name in files:
        (here / "empty" / name).write_text("", encoding="utf-8")
    problem = only_problem("corpus", "empty")
    assert isinstance(problem, InputError)
    assert problem.exit_code == 5
    assert str(problem.place) == "empty"
    assert problem.cause == "there is no article in this folder"
    assert problem.next_step == (
        "Files ending in .htm, .html, .jsonl, .markdown, .md, .text, .txt, .xhtml are read"
    )


def test_only_a_corpus_toml_is_no_corpus(here: Path) -> None:
    (here / "corpus/corpus.toml").write_text("", encoding="utf-8")
    corpus = read("corpus/corpus.toml")
    (problem,) = corpus.problems
    assert problem.exit_code == 5
    assert str(problem.place) == "corpus/corpus.toml"
    assert problem.next_step == "Name the articles or their folder"


@pytest.mark.parametrize(
    ("content", "place", "cause", "next_step"),
    [
        (b"", "", "empty", "Put the article's text into it, or leave it out"),
        (b" \n", "", "only white space", "Put the article's text into it"),
        (b"\x89PNG\r\n\x1a\n\0\0", "", "a PNG image", "Leave it out"),
        (b"Kim\n\0\0\1", ":2:1", "binary", "Save its text as a UTF-8 .txt file"),
        (
            b"Kim went\nto the caf\xe9 of Khasan.\n",
            ":2:11",
            "byte 0xe9",
            "iconv -f CP1252 -t UTF-8 corpus/bad.txt",
        ),
    ],
)
def test_a_file_that_is_no_text(
    here: Path, content: bytes, place: str, cause: str, next_step: str
) -> None:
    (here / "corpus/bad.txt").write_bytes(content)
    problem = only_problem("corpus")
    assert isinstance(problem, InputError)
    assert problem.exit_code == 5
    assert str(problem.place) == f"corpus/bad.txt{place}"
    assert cause in problem.cause
    assert next_step in problem.next_step


def test_bad_lines_of_jsonl(here: Path) -> None:
    lines = ['{"id": "a", "text": "Kim"}', "{", "[]", '{"id": "b", "text": "Putin"}']
    (here / "corpus/x.jsonl").write_text("\n".join(lines), encoding="utf-8")
    corpus = read("corpus")
    assert [article.id for article in corpus.articles] == ["a", "b", "good.txt"]
    assert [str(problem.place) for problem in corpus.problems] == [
        "corpus/x.jsonl:2:2",
        "corpus/x.jsonl:3:1",
    ]


@pytest.mark.parametrize(
    ("content", "place", "cause"),
    [
        (b'[documents."good.txt"\nsource = "AP"', ":1:22", "this is no TOML"),
        (b'[documents."good.txt"]\npublished = 2023-02-30', ":2:13", "no TOML: invalid date"),
        (b'[documents."good.txt"]\nsorce = "AP"', ":2:1", "unknown key `sorce`"),
        (b'[documents."gone.txt"]\n', ":1:13", 'no article "gone.txt"'),
        (b'[documents."good.txt"]\ntitle = "\xff"', ":2:10", "not UTF-8"),
    ],
)
def test_a_broken_corpus_toml(here: Path, content: bytes, place: str, cause: str) -> None:
    (here / "corpus/corpus.toml").write_bytes(content)
    problem = only_problem("corpus")
    assert isinstance(problem, UsageError)
    assert problem.exit_code == 2
    assert str(problem.place) == f"corpus/corpus.toml{place}"
    assert cause in problem.cause
    assert problem.next_step


def test_what_a_broken_link_was_for_is_not_swallowed(here: Path) -> None:
    if os.name == "nt":
        pytest.skip("Windows asks for a privilege to make links")
    (here / "corpus/link.txt").symlink_to("gone.txt")
    problem = only_problem("corpus")
    assert str(problem.place) == "corpus/link.txt"
    assert problem.exit_code == 5


def test_a_file_one_may_not_read(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Permissions do not stop root, which tests may well run as.
    secret = here / "corpus/secret.txt"
    secret.write_text("Kim", encoding="utf-8")
    read_bytes = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == secret.name:
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    problem = only_problem("corpus")
    assert isinstance(problem, InputError)
    assert problem.exit_code == 5
    assert str(problem.place) == "corpus/secret.txt"
    assert problem.cause == "it cannot be read: Permission denied"
    assert "you may read it" in problem.next_step


def test_a_folder_one_may_not_list(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "corpus/locked").mkdir()
    scandir = os.scandir

    def refuse(path: str) -> object:
        if Path(path).name == "locked":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    problem = only_problem("corpus")
    assert isinstance(problem, InputError)
    assert str(problem.place) == "corpus/locked"


def test_standard_input_that_cannot_be_read() -> None:
    corpus = read("-", stdin=io.BytesIO(b"caf\xe9"))
    (problem,) = corpus.problems
    assert str(problem.place) == "-:1:4"
    assert problem.exit_code == 5


def test_standard_input_that_is_a_folder() -> None:
    class Folder(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise IsADirectoryError(21, "Is a directory")

    (problem,) = read("-", stdin=Folder()).problems
    assert (str(problem.place), problem.exit_code) == ("-", 5)


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode on Windows")
def test_a_name_that_is_no_unicode_can_be_written_out(here: Path) -> None:
    try:
        Path(os.fsdecode(b"corpus/caf\xe9.txt")).write_text("Kim", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes Unicode names alone")
    articles = read("corpus").articles
    assert articles[0].id == "caf\\xe9.txt"
    assert articles[0].path == "corpus/caf\\xe9.txt"


def test_everything_wrong_at_once_hides_nothing(here: Path) -> None:
    (here / "empty").mkdir()
    (here / "corpus/binary.txt").write_bytes(b"\0")
    (here / "corpus/latin.txt").write_bytes(b"caf\xe9")
    (here / "corpus/corpus.toml").write_bytes(b"=")
    corpus = read("corpus", "empty", "missing")
    assert [article.id for article in corpus.articles] == ["good.txt"]
    assert [problem.place and problem.place.path for problem in corpus.problems] == [
        "corpus/binary.txt",
        "corpus/corpus.toml",
        "corpus/latin.txt",
        "empty",
        "missing",
    ]
    assert gravest(problem.exit_code for problem in corpus.problems) == 2
