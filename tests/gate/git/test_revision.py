"""A revision: the corpus as it was, under the ids and paths that it has now."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.articles.article import Article
from claimcheck.articles.corpus import Corpus, read
from claimcheck.gate.git.revision import changed, corpus_at
from gate.repositories import Repo


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    made = Repo(tmp_path / "news")
    made.put("articles/a.txt", "The train has 20 carriages.\n")
    made.put("articles/sub/b.txt", "The train has 90 carriages.\n")
    made.put("articles/corpus.toml", '[documents."a.txt"]\nsource = "Then"\n')
    made.put("other/c.txt", "Not asked for.\n")
    made.put("more.jsonl", '{"id": "r", "text": "A record."}\n')
    made.commit("First")
    monkeypatch.chdir(made.folder)
    return made


def at(*paths: str, revision: str = "HEAD") -> Corpus:
    return corpus_at(revision, paths, read, Path.cwd())


@pytest.mark.parametrize(
    "paths",
    [
        ("articles",),
        ("articles/",),
        ("./articles",),
        (".",),
        ("articles/a.txt",),
        ("articles/*.txt",),
        ("articles/**/*.txt",),
        ("articles", "more.jsonl"),
    ],
)
def test_what_did_not_change_is_read_as_it_is_now(repo: Repo, paths: tuple[str, ...]) -> None:
    now = read(*paths)
    assert now.articles
    assert at(*paths) == now


def test_it_is_read_from_a_folder_below_the_root_as_well(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repo.folder / "articles")
    assert at("sub", "../more.jsonl") == read("sub", "../more.jsonl")


def test_it_is_what_it_was_and_not_what_lies_there_now(repo: Repo) -> None:
    (repo.folder / "articles" / "a.txt").write_text("The train has 30 carriages.\n")
    (repo.folder / "articles" / "sub" / "b.txt").unlink()
    repo.put("articles/new.txt", "New.\n")
    then = {a.id: a for a in at("articles").articles}
    assert set(then) == {"a.txt", "sub/b.txt"}
    assert then["a.txt"].text == "The train has 20 carriages.\n"
    assert then["a.txt"].source == "Then"


def test_what_was_not_there_is_left_out(repo: Repo) -> None:
    repo.put("late/d.txt", "Late.\n")
    assert at("late").articles == ()
    assert at("late", "-", "articles/*.md").problems == ()


def test_mistakes_of_then_are_placed_where_the_file_lies_now(repo: Repo) -> None:
    repo.put("articles/a.txt", "   ")
    repo.commit("Emptied")
    [problem] = at("articles").problems
    assert problem.place
    assert problem.place.path == "articles/a.txt"


OLD = Article("a.txt", "One.\n", path="a.txt")


@pytest.mark.parametrize(
    ("now", "ids"),
    [
        (OLD, set()),
        (Article("a.txt", "One.\r\n", path="a.txt"), set()),  # line ends are no change
        (Article("b.txt", "One.\n", path="b.txt"), set()),  # and neither is a name
        (Article("a.txt", "Two.\n", path="a.txt"), {"a.txt"}),
        (Article("b.txt", "Two.\n", path="b.txt"), {"b.txt"}),
        (Article("a.txt", "One.\n", path="a.txt", published="2026-01-01"), {"a.txt"}),
    ],
)
def test_an_article_changed_where_it_says_something_else(now: Article, ids: set[str]) -> None:
    assert changed([now], [OLD]) == ids
