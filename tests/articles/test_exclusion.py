"""Exclusion: which paths a pattern matches, and what a corpus is without them."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from claimcheck.articles.corpus import read
from claimcheck.articles.exclusion import Exclusion

TEXT = "Ada Lovelace's journey took two days.\n"


@pytest.mark.parametrize(
    ("pattern", "path", "excluded"),
    [
        ("articles/drafts/**", "articles/drafts/a.txt", True),
        ("articles/drafts/**", "articles/drafts/below/a.txt", True),
        ("articles/drafts/**", "articles/a.txt", False),
        ("articles/*.txt", "articles/a.txt", True),
        # A star stays in its folder, two cross it.
        ("articles/*.txt", "articles/drafts/a.txt", False),
        ("*", "articles/a.txt", False),
        ("**", "articles/a.txt", True),
        ("**/a.txt", "a.txt", True),
        ("**/a.txt", "articles/drafts/a.txt", True),
        ("**/a.txt", "articles/drafts/aa.txt", False),
        ("articles/**/a.txt", "articles/a.txt", True),
        ("articles/**/a.txt", "articles/x/y/a.txt", True),
        ("articles/?.txt", "articles/a.txt", True),
        ("articles/?.txt", "articles/ab.txt", False),
        ("articles?a.txt", "articles/a.txt", False),
        # A pattern is of the whole path, and every other character is itself.
        ("articles", "articles/a.txt", False),
        ("a.txt", "articles/a.txt", False),
        ("a.txt", "a+txt", False),
        ("[ab].txt", "a.txt", False),
        ("(a|b)\\.txt", "(a|b)\\.txt", True),
        ("é *.txt", "é b.txt", True),
        ("../other/*.txt", "../other/a.txt", True),
    ],
)
def test_a_pattern_matches_a_path(pattern: str, path: str, excluded: bool) -> None:
    assert Exclusion(patterns=(pattern,)).matching(path) == ([pattern] if excluded else [])


def test_a_pattern_is_relative_to_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    exclusion = Exclusion("..", ("below/*.txt",))
    assert exclusion.matching("a.txt")
    assert exclusion.matching(str(tmp_path / "below" / "a.txt"))
    assert not exclusion.matching("../a.txt")


def test_many_stars_take_linear_time() -> None:
    start = time.perf_counter()
    Exclusion(patterns=("*a" * 30 + "b",)).matching("a" * 50_000)
    assert time.perf_counter() - start < 2


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("articles/a.txt", "articles/drafts/b.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    (tmp_path / "articles" / "corpus.toml").write_text(
        '[documents."drafts/b.txt"]\nsource = "AP"\n', encoding="utf-8"
    )
    return tmp_path


def test_an_excluded_article_is_not_read_and_still_no_stale_entry(folder: Path) -> None:
    corpus = read("articles", exclusion=Exclusion(patterns=("articles/drafts/**", "nothing/*")))
    assert [a.id for a in corpus.articles] == ["a.txt"]
    assert corpus.problems == ()
    assert corpus.excluded == ("articles/drafts/b.txt",)
    assert corpus.unmatched == ("nothing/*",)


def test_an_article_that_is_named_is_excluded_as_well(folder: Path) -> None:
    corpus = read(
        "articles/a.txt", "articles/drafts/b.txt", exclusion=Exclusion(patterns=("**/b.txt",))
    )
    assert [a.id for a in corpus.articles] == ["a.txt"]


def test_a_corpus_of_which_all_is_excluded_is_a_mistake(folder: Path) -> None:
    corpus = read("articles", exclusion=Exclusion(patterns=("**",)))
    (problem,) = corpus.problems
    assert (problem.exit_code, problem.cause) == (5, "every article is excluded")


def test_without_patterns_nothing_is_excluded(folder: Path) -> None:
    assert read("articles", exclusion=Exclusion()) == read("articles")
