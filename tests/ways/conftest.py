"""What the ways share: an installation by the action's own step, and the project as a commit."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gate.repositories import Repo
from ways.installing import outside, require_installed
from ways.workflow import Runner

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Runner:
    """A runner on which the action has installed claimcheck."""
    # Such a name may stand in the paths of anybody's runner.
    temp = tmp_path_factory.mktemp("runner") / "its temp"
    temp.mkdir()
    environment = outside()
    environment["PATH"] = f"{_python(temp)}:{environment['PATH']}"
    made = Runner(ROOT / "action.yml", temp, environment)
    job = made.run(temp, installing=True)
    done = subprocess.CompletedProcess[str]([], job.exit_code, job.printed, "")
    require_installed(done, temp)
    return made


def _python(temp: Path) -> Path:
    """A folder with a command `python`, as setup-python leaves one; systems may have none."""
    folder = temp / "python"
    folder.mkdir()
    command = folder / "python"
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} "$@"\n', "utf-8")
    command.chmod(0o755)
    return folder


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Repo:
    """This project as it lies here, what is not committed with it, as one commit of a repository
    of its own."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    made = Repo(tmp_path_factory.mktemp("project") / "claimcheck")
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (made.folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, made.folder / name)
    made.commit("As it lies there")
    return made
