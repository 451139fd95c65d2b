"""`config show` and `doctor`, and what every command takes from a configuration."""

from __future__ import annotations

import json
import os
import re
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.claims.rulepacks import shipped_folder
from claimcheck.cli import main
from claimcheck.cli.setup import toml
from claimcheck.config import Config, Floors, Strictness, load

TWO_DAYS = "Ada Lovelace's journey took two days.\n"
A_DAY = "Ada Lovelace's journey took almost a full day.\n"
SLOW = "Ada Lovelace's train travels at exactly 50 km/h.\n"
FAST = "Ada Lovelace's train travels at exactly 60 km/h.\n"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository: `articles` contradict themselves on a journey, their drafts on a speed."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    names = {"a.txt": TWO_DAYS, "b.txt": A_DAY, "drafts/c.txt": SLOW, "drafts/d.txt": FAST}
    (tmp_path / "articles" / "drafts").mkdir(parents=True)
    for name, text in names.items():
        (tmp_path / "articles" / name).write_text(text, encoding="utf-8")
    stories = "".join(f'[documents."{name}"]\nstory = "s"\n' for name in names)
    (tmp_path / "articles" / "corpus.toml").write_text(stories, encoding="utf-8")
    return tmp_path


def configure(text: str) -> None:
    Path("claimcheck.toml").write_text(text, encoding="utf-8")


def rules(result: Result) -> list[str]:
    """The rules of the findings in a JSON document."""
    return sorted(f["rule"] for f in json.loads(result.stdout)["findings"])


# --- what commands take -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "command",
    [
        ["check"],
        ["report", "-o", "out"],
        ["claims"],
        ["quantities"],
        ["draft", "articles/a.txt"],
    ],
)
def test_paths_are_those_of_the_configuration(command: list[str]) -> None:
    none = run(*command)
    assert (none.exit_code, none.stdout) == (2, "")
    assert none.stderr == (
        "error: no article is named. "
        'Name files or folders, or write paths = ["articles"] in claimcheck.toml\n'
    )
    configure('paths = ["articles"]')
    done = run(*command)
    assert done.exit_code in (0, 1)
    named = command + (["--against", "articles"] if command[0] == "draft" else ["articles"])
    assert done.stdout == run(*named).stdout


def test_explain_finds_an_id_in_the_articles_of_the_configuration() -> None:
    configure('paths = ["articles"]')
    shown = json.loads(run("check", "--format", "json").stdout)["findings"][0]["id"]
    assert run("explain", shown).stdout == run("explain", shown, "articles").stdout
    assert run("explain", "The train has 12 carriages.").exit_code == 0


def test_a_configuration_may_be_named_and_holds_in_any_folder(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("strict.toml").write_text('paths = ["articles/drafts"]', encoding="utf-8")
    assert rules(run("check", "--config", "strict.toml", "--format", "json")) == ["speed"]
    monkeypatch.chdir(here / "articles" / "drafts")
    assert rules(run("check", "--config", "../../strict.toml", "--format", "json")) == ["speed"]


def test_what_to_type_again_names_the_configuration() -> None:
    Path("strict.toml").write_text('paths = ["articles"]', encoding="utf-8")
    shown = run("check", "--config", "strict.toml").stdout
    (again, *_) = re.findall(r"(?m)^  claimcheck (explain .*)$", shown)
    assert again.endswith("articles --config strict.toml")
    assert run(*again.split()).exit_code == 0


@pytest.mark.parametrize(
    ("text", "arguments", "code"),
    [
        ("", [], 1),
        ("fail_on = 'never'", [], 0),
        ("fail_on = 'never'", ["--fail-on", "new"], 1),
        ("[attributes.journey_duration]\nmin_grade = 'major'\n", [], 1),
        ("[attributes.journey_duration]\ntolerance = '60%'\n", [], 0),
        ("[attributes.journey_duration]\ntolerance = '5%'\n", [], 1),
        ("ignore = ['journey_*']", [], 0),
        ("select = ['speed']", [], 0),
    ],
)
def test_a_configuration_moves_the_exit_code_and_options_win(
    text: str, arguments: list[str], code: int
) -> None:
    configure(f'paths = ["articles"]\nexclude = ["articles/drafts/**"]\n{text}')
    assert run("check", *arguments).exit_code == code


def test_an_incomplete_corpus_may_be_allowed_in_the_configuration() -> None:
    Path("articles/e.txt").write_bytes(b"\x00\x01")
    configure('paths = ["articles"]\nfail_on = "never"\nallow_incomplete = true\n')
    assert run("check").exit_code == 0
    assert run("check", "--no-allow-incomplete").exit_code == 5


def test_other_rules_may_be_configured(here: Path) -> None:
    folder = here / "packs"
    folder.mkdir()
    for name in ("subjects.yaml", "scopes.yaml", "travel/speed.yaml"):
        text = (shipped_folder() / name).read_text(encoding="utf-8")
        (folder / Path(name).name).write_text(text, encoding="utf-8")
    configure('paths = ["articles"]\nrules = "packs"\n')
    found = run("check", "--format", "json")
    shipped = run("check", "--rules", str(shipped_folder()), "--format", "json")
    assert "speed" in rules(found)
    assert "journey_duration" not in rules(found)
    assert "journey_duration" in rules(shipped)


def test_what_is_ignored_is_counted_and_what_is_excluded_is_not_read() -> None:
    configure('paths = ["articles"]\nignore = ["journey_duration"]\nexclude = ["x/*.txt"]')
    done = run("check", "--format", "json")
    assert rules(done) == ["speed"]
    assert done.stderr == (
        'note: claimcheck.toml:3:1: the pattern "x/*.txt" excludes no article. '
        "Correct or remove it\n"
        "note: claimcheck.toml:2:1: 1 finding is not shown: 1 of journey_duration. "
        "Change `select` or `ignore` to see them\n"
    )
    # Of a part of the corpus nobody expects that every pattern says something.
    assert "excludes" not in run("check", "articles/a.txt").stderr
    configure('paths = ["articles"]\nexclude = ["articles/drafts/**"]')
    assert rules(run("check", "--format", "json")) == ["journey_duration"]


def test_a_draft_is_read_where_drafts_are_excluded() -> None:
    configure('paths = ["articles"]\nexclude = ["articles/drafts/**"]')
    done = run("draft", "articles/drafts/c.txt", "--format", "json")
    assert json.loads(done.stdout)["draft"] == "c.txt"


def test_a_broken_configuration_ends_a_command_with_all_its_mistakes() -> None:
    configure('paths = ["articles"]\nmin_grade = 1\nignore = ["spede"]\nfoo = 1\n')
    done = run("check")
    assert (done.exit_code, done.stdout) == (2, "")
    assert [line.split(": ")[1] for line in done.stderr.splitlines()] == [
        "claimcheck.toml:2:1",
        "claimcheck.toml:4:1",
        "claimcheck.toml:3:1",
    ]


# --- config show --------------------------------------------------------------------------------


def test_the_whole_configuration_is_shown() -> None:
    configure('min_grade = "minor"\n[attributes."number horse"]\ntolerance = "5%"\n')
    shown = run("config", "show")
    assert shown.exit_code == 0
    values = tomllib.loads(shown.stdout)
    assert values["min_grade"] == "minor"
    assert values["select"] == ["*"]
    assert values["attributes"] == {"number horse": {"tolerance": 0.05}}
    assert "# rules: those that come with claimcheck" in shown.stdout


def test_the_origin_of_every_value_is_shown() -> None:
    configure('min_grade = "minor"\n[attributes.speed]\ntolerance = "5%"\n')
    shown = run("config", "show", "--origin").stdout
    assert 'min_grade = "minor"  # claimcheck.toml:1:1\n' in shown
    assert "tolerance = 0.05  # claimcheck.toml:3:1\n" in shown
    assert "paths = []  # default\n" in shown
    assert tomllib.loads(shown) == tomllib.loads(run("config", "show").stdout)
    told = [line for line in shown.splitlines() if line and not line.startswith("[")]
    assert all(re.search(r"# (default|claimcheck\.toml:\d+:\d+)$", line) for line in told)


def test_a_wrong_configuration_is_not_shown() -> None:
    configure("min_grade = 1\nfoo = 1\n")
    shown = run("config", "show")
    assert (shown.exit_code, shown.stdout, shown.stderr.count("error: ")) == (2, "", 2)


WORDS = st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip)
LISTS = st.lists(WORDS, max_size=3).map(tuple)


@given(
    st.builds(
        Config,
        exclude=LISTS,
        ignore=LISTS,
        baseline=WORDS,
        cache=WORDS | st.booleans(),
        strict_baseline=st.booleans(),
        floors=st.builds(Floors, st.integers(0), st.integers(0), st.none() | st.floats(0, 1)),
        attributes=st.dictionaries(
            WORDS,
            st.builds(
                Strictness,
                st.sampled_from(["minor", "major", None]),
                st.floats(0, 1, exclude_max=True),
            ),
            max_size=2,
        ),
    ),
    st.booleans(),
)
def test_what_is_shown_is_read_as_the_same_configuration(config: Config, origin: bool) -> None:
    Path("shown.toml").write_bytes("\n".join(toml(config, origin=origin)).encode())
    again, problems = load("shown.toml")
    assert problems == []
    assert [*again.values()] == [*config.values()]


# --- doctor -------------------------------------------------------------------------------------


def doctored(*arguments: str) -> tuple[int, str]:
    done = run("doctor", *arguments)
    lines = done.stdout.splitlines()
    assert all(re.match(r"(ok|note|problem) +\S", line) for line in lines)
    return done.exit_code, re.sub(r" {2,}", " ", done.stdout)


def test_doctor_says_what_is_there() -> None:
    configure('paths = ["articles"]\nexclude = ["articles/drafts/*.txt"]\ncache = ".cache"\n')
    Path("articles/e.txt").write_text("Le train a 12 voitures.\n", encoding="utf-8")
    with Path("articles/corpus.toml").open("a", encoding="utf-8") as file:
        file.write('[documents."e.txt"]\nlanguage = "fr"\n')
    code, shown = doctored()
    assert code == 0
    for line in (
        "ok configuration: claimcheck.toml\n",
        "ok articles: 2 (2 .txt)\n",
        "note articles: 1 set aside, as its language is fr, not English\n",
        "ok articles: 2 files excluded\n",
        "note baseline: there is no claimcheck-baseline.jsonl, so every finding is new\n",
        "ok cache: .cache is empty\n",
    ):
        assert line in shown
    assert re.search(r"ok rules: \d+ packs \(shipped\), digest [0-9a-f]{16}\n", shown)
    assert shown.startswith("ok Python 3.")
    for extra in ("docx", "html", "lsp", "pdf", "scale", "serve", "spark"):
        assert re.search(rf"(ok|note) extra {extra}: (not )?installed", shown)
    assert not re.search(r"extra (all|dev)\b", shown)
    assert doctored() == (code, shown)


def test_doctor_names_the_next_step_where_nothing_is_configured() -> None:
    code, shown = doctored()
    assert code == 0
    assert 'defaults hold. Write paths = ["articles"] in claimcheck.toml' in shown
    assert "note articles: no path is named. Name files or folders" in shown
    assert "ok articles: 4 (4 .txt)\n" in doctored("articles")[1]


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ("xyz = 1", 2, "problem claimcheck.toml:1:1: unknown key `xyz`. Known here: paths"),
        ('ignore = ["spede"]', 2, 'problem claimcheck.toml:1:1: there is no rule "spede". Did'),
        ('paths = ["artikles"]', 2, "problem artikles: there is no such file or folder. Did you"),
        ('paths = ["broken"]', 5, "problem broken/a.txt"),
        ('cache = "articles/a.txt/cache"', 2, "problem cache: articles/a.txt/cache cannot be wr"),
    ],
)
def test_doctor_names_a_problem_and_ends_with_its_code(text: str, code: int, told: str) -> None:
    Path("broken").mkdir()
    Path("broken/a.txt").write_bytes(b"\x00\x01")
    configure(text)
    ended, shown = doctored()
    assert ended == code
    assert told in shown


def test_doctor_ends_with_the_gravest_code() -> None:
    Path("articles/e.txt").write_bytes(b"\x00\x01")
    configure('paths = ["articles"]\nfoo = 1\n')
    assert doctored()[0] == 2


def test_doctor_says_where_git_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "PATH", "")
    assert "note git: not found. Install it" in doctored()[1]
