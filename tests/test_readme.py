"""The README tells the truth: its output is what the command prints, its Python runs."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimcheck.cli import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.S)


def test_the_shown_output_is_the_real_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    shown = next(b for b in blocks("console") if b.startswith("$ claimcheck check seeds\n"))
    printed = CliRunner().invoke(main, ["check", "seeds"]).stdout
    assert shown == f"$ claimcheck check seeds\n{printed}"


def test_the_python_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    (code,) = blocks("python")
    exec(compile(code, "README.md", "exec"), {})
    assert "major" in capsys.readouterr().out


def test_the_configuration_it_shows_has_no_mistake(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    (shown,) = (block for block in blocks("toml") if "paths =" in block)
    Path("claimcheck.toml").write_text(shown, encoding="utf-8")
    done = CliRunner().invoke(main, ["config", "show", "--origin"])
    assert done.exit_code == 0, done.stderr
    unsaid = [line for line in done.stdout.splitlines() if line.endswith("# default")]
    assert unsaid == ["# rules: those that come with claimcheck  # default"]


def test_the_commands_and_files_it_names_are_there() -> None:
    named = set(re.findall(r"^\$ claimcheck (\w+)", README, re.M))
    assert named == set(main.commands)
    for path in re.findall(r"\]\(([^)]+)\)", README):
        assert (ROOT / path).exists(), path
