"""The repository: what Git tells of a folder, and what is said where it can tell nothing."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from claimcheck.errors import UsageError
from claimcheck.gate.git.repository import Repository, author, checkout, git
from gate.repositories import AUTHOR, Repo


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    made = Repo(tmp_path / "news")
    made.put("articles/a.txt", "One.\n")
    made.commit("First")
    return made


def test_a_file_is_what_it_was_in_a_revision(repo: Repo) -> None:
    repo.put("articles/a.txt", "Two.\n")
    repo.commit("Second")
    repository = Repository(repo.folder / "articles")
    path = repo.folder / "articles" / "a.txt"
    assert repository.content("HEAD~1", path) == b"One.\n"
    assert repository.content("HEAD", path) == b"Two.\n"
    assert repository.content("HEAD", path.with_name("b.txt")) is None
    assert repository.content("HEAD", repo.folder.parent / "elsewhere.txt") is None


def test_paths_are_told_from_the_root(repo: Repo) -> None:
    repository = Repository(repo.folder / "articles")
    below = repository.relative(repo.folder / "articles" / "a.txt")
    assert below == PurePosixPath("articles/a.txt")
    assert repository.relative(repo.folder.parent) is None


def test_the_history_of_a_file_begins_with_its_first_commit(repo: Repo) -> None:
    repo.put("articles/b.txt", "Other.\n")
    repo.commit("Of another file")
    repo.put("articles/a.txt", "Two.\n")
    repo.commit("Second | of it\twith signs")
    told = Repository(repo.folder).history(repo.folder / "articles" / "a.txt")
    assert [c.subject for c, _ in told] == ["First", "Second | of it\twith signs"]
    assert {c.author for c, _ in told} == {AUTHOR}
    assert all(len(c.day) == 10 for c, _ in told)
    assert [data for _, data in told] == [b"One.\n", b"Two.\n"]
    assert Repository(repo.folder).history(repo.folder / "articles" / "no.txt") == []


def test_the_history_goes_on_under_another_name(repo: Repo) -> None:
    repo.git("mv", "articles/a.txt", "articles/\u00fc b.txt")
    repo.commit("Renamed")
    told = Repository(repo.folder).history(repo.folder / "articles" / "\u00fc b.txt")
    assert [(c.subject, data) for c, data in told] == [("First", b"One.\n"), ("Renamed", b"One.\n")]


def test_what_was_renamed_since_is_exported_under_its_new_name(repo: Repo, tmp_path: Path) -> None:
    repo.git("mv", "articles", "stories")
    Repository(repo.folder).export("HEAD", tmp_path / "out", (), ("stories",))
    assert (tmp_path / "out" / "stories" / "a.txt").read_text() == "One.\n"


def test_what_lies_in_the_roots_is_exported_byte_for_byte(repo: Repo, tmp_path: Path) -> None:
    odd = "articles/\u00e4 b\n[c].txt"
    repo.put(odd, "Odd.\r\n")
    repo.put("corpus.toml", "")
    repo.put("other/c.txt", "Not asked for.\n")
    (repo.folder / "articles" / "link.txt").symlink_to("a.txt")
    repo.commit("More")
    out = tmp_path / "out"
    Repository(repo.folder).export("HEAD", out, ("corpus.toml",), ("articles",))
    files = {p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*") if p.is_file()}
    assert files == {"articles/a.txt": b"One.\n", odd: b"Odd.\r\n", "corpus.toml": b""}


@pytest.mark.parametrize("revision", ["nowhere", "", "--help", "HEAD~9", "HEAD:articles/a.txt"])
def test_a_revision_that_is_none_is_a_mistake(repo: Repo, revision: str) -> None:
    with pytest.raises(UsageError, match="there is no Git revision") as mistake:
        Repository(repo.folder).commit(revision)
    assert "git fetch" in mistake.value.next_step


def test_a_folder_without_a_repository_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not a git repository") as mistake:
        Repository(tmp_path)
    assert "Run claimcheck in a Git repository" in mistake.value.next_step


def test_a_repository_without_a_commit_has_no_history(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "new")
    assert Repository(repo.folder).history(repo.folder / "a.txt") == []


def test_without_git_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match="git cannot be run"):
        git(tmp_path, "status")


def test_the_author_is_who_git_says_works_here(repo: Repo) -> None:
    assert author(repo.folder) == f"{AUTHOR} <desk@example.org>"


def test_nobody_is_named_where_git_names_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    assert author(tmp_path) == ""


@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_a_build_says_what_its_checkout_is(
    repo: Repo, variable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    monkeypatch.delenv("CI_PROJECT_DIR", raising=False)
    real, below = repo.folder.resolve(), repo.folder / "articles"
    assert checkout(below) == real
    assert checkout(repo.folder.parent) == real.parent
    monkeypatch.setenv(variable, str(repo.folder.parent))
    assert checkout(below) == real.parent
    # A checkout that the command does not run in is another one's.
    monkeypatch.setenv(variable, str(below))
    assert checkout(repo.folder) == real
