"""A composite action of GitHub, run as a runner runs it, but for the actions that it uses.

Expressions are evaluated as far as the action has any; one of another form fails the test.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

# What GitHub says that `shell: bash` is.
_BASH = ("bash", "--noprofile", "--norc", "-eo", "pipefail")

_EXPRESSION = re.compile(r"\$\{\{ ([^{}]*) \}\}")
_NAME = re.compile(r"(inputs|runner|github)\.([\w-]+)|steps\.([\w-]+)\.outputs\.([\w-]+)")
_TEST = re.compile(r"(\S+) (==|!=) '([^']*)'")


@dataclass(frozen=True)
class Used:
    """An action that a step would have used, with its inputs."""

    action: str
    given: Mapping[str, str]


@dataclass
class Job:
    """What became of a job: the outputs of the action, what it printed and used, its exit code."""

    outputs: dict[str, str] = field(default_factory=dict)
    printed: str = ""
    summary: str = ""
    used: list[Used] = field(default_factory=list)
    exit_code: int = 0


class Runner:
    """A runner with one folder for what is temporary, on which actions run one after another."""

    def __init__(self, action: Path, temp: Path, environment: Mapping[str, str]) -> None:
        self.action: dict[str, Any] = YAML(typ="safe").load(action.read_text("utf-8"))
        self._home, self._temp, self._environment = action.parent, temp, environment
        self._path: list[str] = []

    def steps(self, *, installing: bool) -> list[dict[str, Any]]:
        """The steps up to the one that installs, or those behind it."""
        steps: list[dict[str, Any]] = self.action["runs"]["steps"]
        [at] = [i for i, step in enumerate(steps) if step.get("name") == "Install claimcheck"]
        return steps[: at + 1] if installing else steps[at + 1 :]

    def run(
        self, workspace: Path, given: Mapping[str, str] | None = None, *, installing: bool = False
    ) -> Job:
        """The job in a checkout, with these inputs; the one that installs comes first, once."""
        inputs = {name: told["default"] for name, told in self.action["inputs"].items()}
        assert set(given or {}) <= set(inputs)
        known = {"inputs": {**inputs, **(given or {})}}
        known["runner"] = {"temp": str(self._temp), "os": "Linux"}
        known["github"] = {"sha": "0" * 40}
        job = Job()
        with_ids = [step["id"] for step in self.action["runs"]["steps"] if "id" in step]
        steps: dict[str, dict[str, str]] = {name: {} for name in with_ids}
        files = {n: self._temp / n.lower() for n in ("GITHUB_OUTPUT", "GITHUB_PATH")}
        files["GITHUB_STEP_SUMMARY"] = self._temp / "summary.md"
        for step in self.steps(installing=installing):
            if not self._is_met(step.get("if", "success()"), known, steps, job):
                continue
            if "uses" in step:
                told = {k: _told(str(v), known, steps) for k, v in step.get("with", {}).items()}
                job.used.append(Used(step["uses"], told))
                continue
            for file in files.values():
                file.write_text("")
            done = self._script(step, workspace, known, steps, files)
            job.printed += done.stdout + done.stderr
            job.summary += files["GITHUB_STEP_SUMMARY"].read_text("utf-8")
            self._path += files["GITHUB_PATH"].read_text("utf-8").splitlines()
            if "id" in step:
                lines = files["GITHUB_OUTPUT"].read_text("utf-8").splitlines()
                steps[step["id"]] = dict(line.split("=", 1) for line in lines)
            job.exit_code = job.exit_code or done.returncode
        for name, output in self.action["outputs"].items():
            job.outputs[name] = _told(output["value"], known, steps)
        return job

    def program(self, *arguments: str, folder: Path) -> str:
        """What the claimcheck that is installed here prints, outside of any build."""
        done = subprocess.run(
            ["claimcheck", *arguments],
            cwd=folder,
            env={**self._environment, "PATH": self.path},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    @property
    def path(self) -> str:
        """Where programs are looked for: what steps have added goes first."""
        return ":".join([*reversed(self._path), self._environment["PATH"]])

    def _script(
        self,
        step: Mapping[str, Any],
        workspace: Path,
        known: Mapping[str, Mapping[str, str]],
        steps: Mapping[str, Mapping[str, str]],
        files: Mapping[str, Path],
    ) -> subprocess.CompletedProcess[str]:
        assert step["shell"] == "bash"
        assert "${{" not in step["run"], "an expression in a script would be run as one"
        script = self._temp / "script.sh"
        script.write_text(step["run"], "utf-8")
        environment = {
            **self._environment,
            "PATH": self.path,
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(self._home),
            "GITHUB_WORKSPACE": str(workspace),
            "RUNNER_TEMP": str(self._temp),
            **{name: str(file) for name, file in files.items()},
            **{k: _told(v, known, steps) for k, v in step.get("env", {}).items()},
        }
        folder = _told(step.get("working-directory", "."), known, steps)
        return subprocess.run(
            [*_BASH, str(script)],
            cwd=workspace / folder,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def _is_met(
        self,
        condition: str,
        known: Mapping[str, Mapping[str, str]],
        steps: Mapping[str, Mapping[str, str]],
        job: Job,
    ) -> bool:
        parts = condition.split(" && ")
        # GitHub reads a condition that says nothing of the state of the job so.
        if not {"always()", "success()"} & set(parts):
            parts.append("success()")
        return all(self._holds(part, known, steps, job) for part in parts)

    def _holds(
        self,
        part: str,
        known: Mapping[str, Mapping[str, str]],
        steps: Mapping[str, Mapping[str, str]],
        job: Job,
    ) -> bool:
        if part in ("always()", "success()"):
            return part == "always()" or job.exit_code == 0
        test = _TEST.fullmatch(part)
        assert test, f"no condition that is known here: {part}"
        return (_value(test[1], known, steps) == test[3]) == (test[2] == "==")


def _told(
    text: str,
    known: Mapping[str, Mapping[str, str]],
    steps: Mapping[str, Mapping[str, str]],
) -> str:
    """A text with its expressions evaluated."""
    told = _EXPRESSION.sub(lambda found: _value(found[1], known, steps), text)
    assert _EXPRESSION.sub("", text).count("${{") == 0, f"no expression that is known here: {text}"
    return told


def _value(
    name: str,
    known: Mapping[str, Mapping[str, str]],
    steps: Mapping[str, Mapping[str, str]],
) -> str:
    found = _NAME.fullmatch(name)
    assert found, f"no name that is known here: {name}"
    # GitHub takes a name that nobody declared for empty; here it is a mistake, but for an output
    # that a step did not come to.
    return steps[found[3]].get(found[4], "") if found[3] else known[found[1]][found[2]]
