"""The template of GitLab, its script lines run as GitLab's runner runs them: one shell each part."""

from __future__ import annotations

import json
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from gate.repositories import Repo
from ways.conftest import ROOT
from ways.installing import outside
from ways.workflow import Runner

pytestmark = pytest.mark.xdist_group("ways")

TEMPLATE = ROOT / "templates" / "claimcheck.gitlab-ci.yml"


class Job:
    """The job of the template in a checkout, on a machine that has Git and Python."""

    def __init__(self, runner: Runner, folder: Path, **variables: str) -> None:
        self.told: dict[str, Any] = YAML(typ="safe").load(TEMPLATE.read_text("utf-8"))["claimcheck"]
        self._folder = folder
        assert set(variables) <= set(self.told["variables"])
        self._environment = {
            **outside(),
            "PATH": runner.path,
            "CI": "true",
            "CI_PROJECT_DIR": str(folder),
            **self.told["variables"],
            "CLAIMCHECK_PACKAGE": str(ROOT),
            **variables,
        }

    def run(self) -> tuple[int, str]:
        """What the job ends with, and all that it prints."""
        code, printed = self._part("before_script", "script")
        return code, printed + self._part("after_script")[1]

    def _part(self, *names: str) -> tuple[int, str]:
        lines = ["set -eo pipefail", *(line for name in names for line in self.told[name])]
        done = subprocess.run(
            ["bash", "-c", "\n".join(lines)],
            cwd=self._folder,
            env=self._environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return done.returncode, done.stdout + done.stderr


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    made = Repo(tmp_path / "news")
    made.put("claimcheck.toml", 'paths = ["articles"]\n')
    made.put("articles/a.txt", "Ada Lovelace’s train has 20 carriages.\n")
    made.put("articles/b.txt", "Ada Lovelace’s train has 90 carriages.\n")
    made.commit("Two articles")
    return made


def test_a_new_contradiction_fails_and_every_artifact_is_what_it_is_declared_as(
    runner: Runner, repo: Repo
) -> None:
    job = Job(runner, repo.folder)
    code, printed = job.run()
    assert code == 1, printed
    assert "articles/a.txt:1:26: Ada Lovelace’s train has 20 carriages." in printed
    assert job.told["artifacts"]["when"] == "always"
    reports = job.told["artifacts"]["reports"]
    assert set(reports) == {"codequality", "junit"}
    quality = json.loads((repo.folder / reports["codequality"]).read_text("utf-8"))
    schema = json.loads((ROOT / "docs/schemas/gitlab-codequality.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(quality)
    assert quality[0]["location"]["path"] == "articles/a.txt"
    suites = ET.fromstring((repo.folder / reports["junit"]).read_text("utf-8"))
    assert len(suites.findall(".//failure")) == 1
    for path in [*job.told["artifacts"]["paths"], *job.told["cache"]["paths"]]:
        assert (repo.folder / path).exists(), path
    assert (repo.folder / "claimcheck-report" / "index.html").is_file()


def test_variables_name_the_articles_and_the_options(runner: Runner, repo: Repo) -> None:
    code, printed = Job(runner, repo.folder, CLAIMCHECK_PATHS="articles/a.txt").run()
    assert code == 0, printed
    options = "--against HEAD --changed-only"
    code, printed = Job(runner, repo.folder, CLAIMCHECK_OPTIONS=options).run()
    assert code == 0, printed
    (repo.folder / "articles/c.txt").write_bytes(b"\xff\xfe\x00")
    assert Job(runner, repo.folder).run()[0] == 5
