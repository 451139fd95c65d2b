"""The hooks of pre-commit, installed and run by pre-commit itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from gate.repositories import Repo
from ways.conftest import ROOT
from ways.installing import outside, require_installed

# One environment of the hooks for the whole file: all of it runs in one process.
pytestmark = pytest.mark.xdist_group("pre-commit")

TWENTY = "Ada Lovelace’s train has 20 carriages.\n"
NINETY = "Ada Lovelace’s train has 90 carriages.\n"
FORTY = "Ada Lovelace’s train has 40 carriages.\n"
CONFIGURATION = """
repos:
  - repo: {project}
    rev: {revision}
    hooks:
      - id: claimcheck
      - id: claimcheck-draft
        files: ^drafts/
"""


class Hooked(Repo):
    """A newsroom whose commits pre-commit looks at."""

    def __init__(self, folder: Path, home: Path, project: Repo) -> None:
        super().__init__(folder)
        self._environment = {**outside(), "PRE_COMMIT_HOME": str(home), "NO_COLOR": "1"}
        revision = project.git("rev-parse", "HEAD").strip()
        configuration = CONFIGURATION.format(project=project.folder, revision=revision)
        self.put(".pre-commit-config.yaml", configuration)
        self.put("claimcheck.toml", 'paths = ["articles"]\nexclude = ["drafts/**"]\n')
        self.put("articles/a.txt", TWENTY)
        self.put("articles/b.txt", NINETY)
        self.git("add", "--all")

    def pre_commit(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", *arguments],
            cwd=self.folder,
            env=self._environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def run(self, *arguments: str, exits: int) -> str:
        """What the hooks print on everything that is staged."""
        self.git("add", "--all")
        done = self.pre_commit("run", "--color=never", *(arguments or ("--all-files",)))
        assert done.returncode == exits, done.stdout + done.stderr
        return done.stdout

    def accept(self, home: Path) -> None:
        """What an editor does, with the claimcheck that pre-commit has installed."""
        [program] = home.glob("repo*/py_env-*/bin/claimcheck")
        done = subprocess.run(
            [program, "baseline", "accept", "--all", "--reason=known", "--by=Ada"],
            cwd=self.folder,
            env=self._environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, project: Repo) -> Path:
    """Where pre-commit keeps the environment of the hooks, installed once."""
    folder = tmp_path_factory.mktemp("pre-commit")
    made = Hooked(tmp_path_factory.mktemp("first"), folder, project)
    require_installed(made.pre_commit("install-hooks"), folder)
    return folder


@pytest.fixture
def newsroom(tmp_path: Path, home: Path, project: Repo) -> Hooked:
    """A newsroom in which what its articles differ in is accepted and committed."""
    made = Hooked(tmp_path / "news room", home, project)
    made.accept(home)
    made.commit("Two articles")
    return made


def test_what_is_accepted_passes_and_a_new_contradiction_fails(newsroom: Hooked) -> None:
    told = newsroom.run(exits=0)
    assert [line.split(".")[0] for line in told.splitlines()] == ["claimcheck", "claimcheck draft"]
    newsroom.put("articles/c.txt", FORTY)
    told = newsroom.run(exits=1)
    assert "articles/a.txt:1:26: Ada Lovelace’s train has 20 carriages." in told
    assert "articles/c.txt:1:26: Ada Lovelace’s train has 40 carriages." in told
    assert "claimcheck baseline accept " in told
    assert "--reason … articles" in told


def test_without_a_baseline_everything_is_new(newsroom: Hooked) -> None:
    (newsroom.folder / "claimcheck-baseline.jsonl").unlink()
    assert "- exit code: 1" in newsroom.run("claimcheck", "--all-files", exits=1)


def test_an_article_that_changes_is_held_against_those_that_do_not(newsroom: Hooked) -> None:
    """Only its name is in the commit, and it is not passed: the corpus is what is checked."""
    newsroom.put("articles/a.txt", FORTY)
    assert "articles/b.txt:1:26" in newsroom.run("claimcheck", exits=1)
    newsroom.git("restore", "--staged", "--worktree", ".")
    newsroom.put("notes.csv", "nothing,of,news\n")
    assert "Skipped" in newsroom.run("claimcheck", exits=0)


def test_each_draft_is_told_under_its_name(newsroom: Hooked) -> None:
    newsroom.put("drafts/it's new.md", FORTY)
    newsroom.put("drafts/calm.md", "Nothing is counted here.\n")
    told = newsroom.run("claimcheck-draft", exits=1)
    assert "drafts/it's new.md:\ndrafts/it's new.md:1:26: “40 carriages”: differs" in told
    assert "drafts/calm.md:\nClaims in the draft: 0." in told
    assert "    articles/b.txt:1:26: Ada Lovelace’s train has 90 carriages." in told
    # Every article is named, and none of them is a draft.
    newsroom.git("rm", "--quiet", "--cached", "-r", "drafts")
    newsroom.run("claimcheck-draft", "--files", "articles/a.txt", exits=0)


def test_the_hooks_are_those_of_the_file() -> None:
    hooks = YAML(typ="safe").load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert [hook["id"] for hook in hooks] == ["claimcheck", "claimcheck-draft"]
    assert [hook.get("pass_filenames", True) for hook in hooks] == [False, True]
