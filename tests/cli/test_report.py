"""`report`: its files, the states of its findings, saved runs, and what is new since an older one."""

from __future__ import annotations

import json
import re
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimcheck.cli import main

TWO_DAYS = "Ada Lovelace's journey took two days.\n"
A_DAY = "Ada Lovelace's journey took almost a full day.\n"
A_WEEK = "Ada Lovelace's journey took a week.\n"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with two articles that differ."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CI", raising=False)  # where it is set, nothing is accepted
    (tmp_path / ".git").mkdir()
    (tmp_path / "articles").mkdir()
    write("a.txt", TWO_DAYS)
    write("b.txt", A_DAY)
    return tmp_path


def write(name: str, text: str) -> None:
    Path("articles", name).write_text(text, encoding="utf-8")
    every = sorted(path.name for path in Path("articles").glob("*.txt"))
    stories = "".join(f'[documents."{one}"]\nstory = "s"\n' for one in every)
    Path("articles", "corpus.toml").write_text(stories, encoding="utf-8")


def findings(folder: str = "out") -> dict[str, str]:
    """The state of each finding in a report's JSON, by the values that differ."""
    document = json.loads(Path(folder, "findings.json").read_text("utf-8"))
    return {" / ".join(s["value"] for s in f["sides"]): f["status"] for f in document["findings"]}


def page(folder: str = "out") -> str:
    return Path(folder, "index.html").read_text("utf-8")


THE_DIFFERENCE = "almost a full day / two days"


# --- states -------------------------------------------------------------------------------------


def test_what_the_baseline_accepts_is_known_and_says_why() -> None:
    assert run("report", "articles", "-o", "out").exit_code == 0
    assert findings() == {THE_DIFFERENCE: "new"}
    accept = (
        "baseline",
        "accept",
        "--all",
        "--by",
        "An Editor",
        "--reason",
        "misread",
        "--note",
        "An old one",
    )
    assert run(*accept, "articles").exit_code == 0
    assert run("report", "articles", "-o", "out").exit_code == 0
    assert findings() == {THE_DIFFERENCE: "known"}
    assert run("check", "articles", "--format", "json").stdout == Path(
        "out", "findings.json"
    ).read_text("utf-8")


def test_another_baseline_may_be_named() -> None:
    accept = (
        "baseline",
        "accept",
        "--all",
        "--by",
        "An Editor",
        "--reason",
        "known",
        "--baseline",
        "b.jsonl",
    )
    assert run(*accept, "articles").exit_code == 0
    run("report", "articles", "-o", "out")
    assert findings() == {THE_DIFFERENCE: "new"}
    run("report", "articles", "-o", "out", "--baseline", "b.jsonl")
    assert findings() == {THE_DIFFERENCE: "known"}
    assert run("report", "articles", "-o", "out", "--baseline", "nowhere.jsonl").exit_code == 2


def test_what_an_article_asks_not_to_be_held_to_is_suppressed() -> None:
    ignored = '[[documents."a.txt".ignore]]\nrule = "journey_duration"\nreason = "quoted"\n'
    toml = Path("articles", "corpus.toml")
    toml.write_text(toml.read_text("utf-8") + ignored, encoding="utf-8")
    done = run("report", "articles", "-o", "out")
    assert (done.exit_code, done.stderr) == (0, "")
    assert findings() == {THE_DIFFERENCE: "suppressed"}


def test_a_report_does_not_fail_for_being_small() -> None:
    Path("articles", "c.txt").write_text("Nothing to see.\n", encoding="utf-8")
    done = run("report", "articles/c.txt", "-o", "out")
    assert (done.exit_code, done.stderr) == (0, "")
    assert findings() == {}


def test_what_could_not_be_read_fails_it_and_the_rest_is_shown() -> None:
    write("c.txt", "")
    done = run("report", "articles", "-o", "out")
    assert done.exit_code == 5
    assert done.stderr.count("articles/c.txt") == 1
    assert findings() == {THE_DIFFERENCE: "new"}


def test_the_size_is_told_where_the_page_is_heavy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("claimcheck.cli.report"), "_HEAVY", 10)
    done = run("report", "articles", "-o", "out")
    assert done.exit_code == 0
    assert re.fullmatch(r"note: out/index\.html has \d+ MB\n", done.stderr)


def test_a_report_among_its_articles_is_not_read_by_the_next_run() -> None:
    run("report", "articles", "-o", "out")
    assert run("report", "articles", "-o", "articles/report").exit_code == 0
    assert run("report", "articles", "-o", "articles/report").exit_code == 0
    for path in Path("out").iterdir():
        assert path.read_bytes() == Path("articles/report", path.name).read_bytes(), path.name


# --- saved runs ---------------------------------------------------------------------------------


def test_a_saved_run_gives_the_same_report() -> None:
    run("report", "articles", "-o", "one")
    done = run("report", "one/findings.json", "-o", "two")
    assert (done.exit_code, done.stderr) == (0, "")
    for path in map(Path, done.stdout.splitlines()):
        assert path.read_bytes() == Path("one", path.name).read_bytes()


def test_a_saved_run_may_come_from_check() -> None:
    run("check", "articles", "--format", "json", "--output", "run.JSON")
    assert run("report", "run.JSON", "-o", "out").exit_code == 0
    assert findings() == {THE_DIFFERENCE: "new"}
    assert "journey took" in page()


def test_without_its_articles_a_saved_run_shows_the_quotes() -> None:
    run("report", "articles", "-o", "one")
    write("a.txt", f"Corrected. {TWO_DAYS}")
    done = run("report", "one/findings.json", "-o", "two")
    assert done.exit_code == 0
    assert done.stderr == (
        "note: The sentences of 1 of 2 articles are not shown: 1 has changed. Articles are looked "
        "for from this folder and from that of the saved run.\n"
    )
    assert "Corrected" not in page("two")
    assert "two days" in page("two")


@pytest.mark.parametrize(
    ("content", "code", "told"),
    [
        ('{"schema": "claimcheck.findings/9"}', 2, "its schema is claimcheck.findings/9"),
        ('{"schema": }', 5, "error: run.json:1:12: this is no JSON"),
    ],
)
def test_what_is_no_saved_run_is_told(content: str, code: int, told: str) -> None:
    Path("run.json").write_text(content, encoding="utf-8")
    done = run("report", "run.json", "-o", "out")
    assert (done.exit_code, done.stdout) == (code, "")
    assert told in done.stderr
    assert not Path("out").exists()


@pytest.mark.parametrize(
    "option",
    [
        ("--baseline", "b.jsonl"),
        ("--today", "2027-01-31"),
        ("--no-cache",),
        ("--rules", "articles"),
    ],
)
def test_options_that_cannot_change_a_saved_run_are_refused(option: tuple[str, ...]) -> None:
    run("report", "articles", "-o", "one")
    done = run("report", "one/findings.json", "-o", "two", *option)
    assert done.exit_code == 2
    assert f"{option[0]} cannot change it" in done.stderr


def test_a_saved_run_is_no_article_beside_others() -> None:
    run("report", "articles", "-o", "one")
    done = run("report", "articles", "one/findings.json", "-o", "two")
    assert done.exit_code == 5
    assert "error: one/findings.json: " in done.stderr
    assert "it looks like a saved run of claimcheck. Show it alone" in done.stderr
    assert findings("two") == findings("one")


# --- since --------------------------------------------------------------------------------------


def test_since_an_older_run() -> None:
    run("report", "articles", "-o", "older")
    write("c.txt", A_WEEK)
    assert run("report", "articles", "-o", "out", "--since", "older/findings.json").exit_code == 0
    assert findings() == {
        THE_DIFFERENCE: "known",
        "almost a full day / a week": "new",
        "two days / a week": "new",
    }


def test_since_an_older_run_of_a_saved_run() -> None:
    run("report", "articles", "-o", "older")
    write("c.txt", A_WEEK)
    run("report", "articles", "-o", "newer")
    run("report", "newer/findings.json", "-o", "out", "--since", "older/findings.json")
    assert findings()[THE_DIFFERENCE] == "known"


def test_what_is_gone_since_is_shown() -> None:
    run("report", "articles", "-o", "older")
    write("b.txt", TWO_DAYS)
    assert run("report", "articles", "-o", "out", "--since", "older/findings.json").exit_code == 0
    assert findings() == {THE_DIFFERENCE: "absent"}


def test_what_the_configuration_leaves_out_is_not_gone() -> None:
    run("report", "articles", "-o", "older")
    Path("claimcheck.toml").write_text('ignore = ["journey_*"]\n', encoding="utf-8")
    done = run("report", "articles", "-o", "out", "--since", "older/findings.json")
    assert done.stderr.startswith("note: ")
    assert findings() == {}


def test_an_older_run_that_is_none() -> None:
    done = run("report", "articles", "-o", "out", "--since", "nowhere.json")
    assert done.exit_code == 2
    assert done.stderr.startswith("error: nowhere.json: there is no such file.")
