"""The documents tell the truth: what they show can be typed, copied and found."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner
from ruamel.yaml import YAML

from claimcheck.cli import main
from claimcheck.config import BASELINE
from claimcheck.errors import EXIT_PRECEDENCE
from claimcheck.gate.baseline.file import REASONS
from gate.repositories import Repo

ROOT = Path(__file__).parents[1]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
CI = (ROOT / "docs" / "ci.md").read_text("utf-8")
YAMLS = YAML(typ="safe")


def blocks(page: Path, *languages: str) -> list[str]:
    """The code of some languages in a page."""
    return re.findall(
        rf"^```(?:{'|'.join(languages)})\n(.*?)^```", page.read_text("utf-8"), re.S | re.M
    )


def commands(page: Path) -> Iterator[str]:
    """Each claimcheck command that a page shows."""
    for code in blocks(page, "console"):
        yield from re.findall(r"(?m)^\$ (claimcheck .*)$", code)
    for code in blocks(page, "sh", "groovy"):
        yield from re.findall(r"claimcheck (?=check)[^|'\n]*", code)


@pytest.mark.parametrize(
    ("page", "command"), [(page.name, command) for page in PAGES for command in commands(page)]
)
def test_a_command_that_is_shown_is_understood(
    page: str, command: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    words = shlex.split(command.replace("…", "x"), comments=True)[1:]
    group: click.Command = main
    context = main.make_context("claimcheck", words[:1])
    while isinstance(group, click.Group):
        found = group.get_command(context, words[0])
        assert found, f"{page}: {command}"
        group, words = found, words[1:]
    with context:
        group.make_context(group.name, list(words), parent=context)


@pytest.mark.parametrize(
    ("page", "code"), [(page.name, code) for page in PAGES for code in blocks(page, "yaml")]
)
def test_yaml_that_is_shown_is_yaml(page: str, code: str) -> None:
    assert isinstance(YAMLS.load(code), dict)


@pytest.mark.parametrize(
    ("page", "code"), [(page.name, code) for page in PAGES for code in blocks(page, "sh")]
)
def test_a_script_that_is_shown_is_one(page: str, code: str) -> None:
    subprocess.run(["bash", "-n", "-c", code], check=True)


def test_links_lead_somewhere() -> None:
    for page in PAGES:
        for path in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
            assert (page.parent / path).exists(), f"{page.name}: {path}"


# --- the ways into CI ---------------------------------------------------------------------------


def documents() -> list[Any]:
    return [YAMLS.load(code) for code in blocks(ROOT / "docs" / "ci.md", "yaml")]


def test_workflows_give_the_action_inputs_that_it_has_and_take_outputs_that_it_has() -> None:
    action = YAMLS.load((ROOT / "action.yml").read_text("utf-8"))
    workflows = [d for d in documents() if "jobs" in d]
    uses = [
        step
        for workflow in workflows
        for job in workflow["jobs"].values()
        for step in job["steps"]
        if "/claimcheck@" in step.get("uses", "")
    ]
    assert len(uses) == len(workflows) == 2
    assert {name for step in uses for name in step.get("with", {})} <= set(action["inputs"])
    assert set(re.findall(r"steps\.claimcheck\.outputs\.([\w-]+)", CI)) <= set(action["outputs"])
    assert workflows[0]["permissions"]["security-events"] == "write"


def test_the_page_names_every_input_with_its_default_and_every_output() -> None:
    action = YAMLS.load((ROOT / "action.yml").read_text("utf-8"))
    rows = re.findall(r"(?m)^\| ((?:`[\w-]+`(?:, )?)+) \| (.*?) \|", CI.partition("| input |")[2])
    shown = {name: told for names, told in rows for name in re.findall(r"`([\w-]+)`", names)}
    assert shown.keys() == action["inputs"].keys()
    for name, told in shown.items():
        default = action["inputs"][name]["default"]
        assert (f"`{default}`" == told) if default else "`" not in told, name
    [outputs] = re.findall(r"(?s)^Outputs are (.*?)\. ", CI, re.M)
    assert set(re.findall(r"`([\w-]+)`", outputs)) == set(action["outputs"])


def test_hooks_and_the_template_are_named_as_they_are() -> None:
    hooks = {h["id"] for h in YAMLS.load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    [taken] = [d["repos"][0]["hooks"] for d in documents() if "repos" in d]
    assert {hook["id"] for hook in taken} == hooks
    [included] = [d for d in documents() if "include" in d]
    template = YAMLS.load((ROOT / included["include"][0]["file"]).read_text("utf-8"))
    variables = template["claimcheck"]["variables"]
    assert set(included["claimcheck"]["variables"]) <= set(variables)
    assert set(re.findall(r"`(CLAIMCHECK_\w+)`", CI)) <= set(variables)


def test_the_page_has_every_exit_code_reason_and_the_name_of_the_baseline() -> None:
    codes = [int(code) for code in re.findall(r"(?m)^\| (\d) \|", CI)]
    assert codes == sorted(EXIT_PRECEDENCE)
    assert ", ".join(map(str, EXIT_PRECEDENCE[:-1])) in CI
    assert all(f"`{reason}`" in CI for reason in REASONS)
    assert f"{BASELINE} merge=union" in CI


def test_the_floors_that_are_shown_are_configured_so() -> None:
    [code] = blocks(ROOT / "docs" / "ci.md", "toml")
    assert list(tomllib.loads(code)) == ["floors"]


def test_an_old_corpus_begins_as_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The steps of the first block, in order, on the seeds."""
    monkeypatch.delenv("CI", raising=False)
    repo = Repo(tmp_path / "news")
    monkeypatch.chdir(repo.folder)
    shutil.copytree(ROOT / "seeds", "articles")
    code = blocks(ROOT / "docs" / "ci.md", "console")[0]
    ends = []
    for step in re.split(r"(?m)^\$ ", code)[1:]:
        command, _, shown = step.partition("\n")
        program, *words = shlex.split(command)
        if program == "cat":  # what the file has to hold
            repo.put(words[0], shown)
        elif program == "git":
            repo.git(*words)
        else:
            ends.append(CliRunner().invoke(main, words).exit_code)
    assert ends == [1, 0, 0]
    assert len(repo.git("diff", "--cached", "--name-only").splitlines()) == 3
