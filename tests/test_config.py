"""The configuration: where it is found, what it says, and every mistake in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.claims.rulepacks import Rules, Shared
from claimcheck.config import Config, Floors, Strictness, load
from claimcheck.errors import UsageError
from claimcheck.pipeline import shipped_rules

FULL = """\
paths = ["articles", "more/*.txt"]
exclude = ["articles/drafts/**"]
baseline = "accepted.jsonl"
select = ["*"]
ignore = ["trips by *"]
fail_on = "all"
min_grade = "minor"
strict_baseline = true
allow_incomplete = true
cache = ".cache"

[floors]
documents = 1
claims = 20
largest_drop = "20%"

[attributes.carriage_count]
min_grade = "major"
tolerance = "5%"

[attributes."number horse"]
tolerance = 0.1
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, which is a repository: nothing above it is looked at."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def mistakes(text: str) -> list[UsageError]:
    """Every mistake of a claimcheck.toml, with those in the names of rules."""
    write("claimcheck.toml", text)
    config, problems = load()
    return [*problems, *config.misnamed(shipped_rules())]


# --- where it is found --------------------------------------------------------------------------


def test_without_a_file_every_value_is_the_default() -> None:
    config, problems = load()
    assert (config, problems) == (Config(), [])
    assert config.origin("paths") == "default"


def test_a_file_says_it_all() -> None:
    write("claimcheck.toml", FULL)
    config, problems = load()
    assert problems == []
    assert config.misnamed(shipped_rules()) == []
    assert config.paths == ("articles", "more/*.txt")
    assert config.exclude == ("articles/drafts/**",)
    assert config.fail_on == "all"
    assert config.min_grade == "minor"
    assert config.strict_baseline
    assert config.allow_incomplete
    assert config.floors == Floors(1, 20, 0.2)
    assert config.attributes == {
        "carriage_count": Strictness("major", 0.05),
        "number horse": Strictness(None, 0.1),
    }
    assert config.min_grades == {"carriage_count": "major"}
    assert config.tolerances == {"carriage_count": 0.05, "number horse": 0.1}
    assert config.baseline_file == Path("accepted.jsonl")
    assert config.cache_folder == Path(".cache")


def test_pyproject_says_the_same_in_its_table() -> None:
    write("claimcheck.toml", FULL)
    own, _ = load()
    table = FULL.replace("[floors]", "[tool.claimcheck.floors]")
    table = table.replace("[attributes.", "[tool.claimcheck.attributes.")
    Path("claimcheck.toml").unlink()
    write("pyproject.toml", f"[project]\nname = 'x'\n[tool.claimcheck]\n{table}")
    theirs, problems = load()
    assert problems == []
    assert [*theirs.values()] == [*own.values()]
    assert theirs.origin("floors", "claims") == "pyproject.toml:17:1"


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({"claimcheck.toml": 1, "pyproject.toml": 2}, "a/b/claimcheck.toml"),
        ({"pyproject.toml": 2}, "a/b/pyproject.toml"),
        ({"../claimcheck.toml": 1}, "a/claimcheck.toml"),
        ({"pyproject.toml": 2, "../claimcheck.toml": 1}, "a/b/pyproject.toml"),
        # A pyproject.toml that says nothing of claimcheck is passed over, even a broken one.
        ({"pyproject.toml": 0, "../../claimcheck.toml": 1}, "claimcheck.toml"),
        ({"pyproject.toml": 3, "../../claimcheck.toml": 1}, "claimcheck.toml"),
        ({"pyproject.toml": 0}, None),
        # The folder of the repository is the last that is looked at.
        ({".git/x": 0, "../claimcheck.toml": 1}, None),
        ({"../.git": 0, "../claimcheck.toml": 1}, "a/claimcheck.toml"),
    ],
)
def test_the_nearest_file_is_the_configuration(
    here: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, int], found: str | None
) -> None:
    texts = ["[tool.other]\n", "min_grade = 'minor'", "[tool.claimcheck]\n", "[tool.other\n"]
    (here / "a" / "b").mkdir(parents=True)
    monkeypatch.chdir(here / "a" / "b")
    for name, which in files.items():
        write(name, texts[which])
    config, problems = load()
    assert problems == []
    assert (config.file and (Path.cwd() / config.file).resolve()) == (found and here / found)


def test_a_broken_file_that_is_the_configuration_is_a_mistake() -> None:
    write("pyproject.toml", "[tool.claimcheck]\npaths = [\n")
    config, (problem,) = load()
    assert str(problem).startswith("pyproject.toml:2:10: this is no TOML: ")
    assert config.paths == ()


def test_a_file_may_be_named() -> None:
    write("claimcheck.toml", "min_grade = 'minor'")
    write("other/strict.toml", "min_grade = 'major'\npaths = ['articles']")
    config, problems = load("other/strict.toml")
    assert (config.min_grade, problems) == ("major", [])
    assert config.articles == ("other/articles",)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("nowhere.toml", None, "nowhere.toml: it cannot be read: "),
        ("x/pyproject.toml", "[tool.other]\n", "x/pyproject.toml:1:1: it has no table [tool.c"),
        ("x/pyproject.toml", "[tool.other\n", "x/pyproject.toml:1:12: this is no TOML: "),
        ("x.toml", "paths = 1\n", "x.toml:1:1: `paths` is a number, not a list"),
    ],
)
def test_a_named_file_must_be_a_configuration(name: str, text: str | None, told: str) -> None:
    if text is not None:
        write(name, text)
    _, (problem,) = load(name)
    assert str(problem).startswith(told)


def test_paths_are_relative_to_the_folder_of_the_file(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("claimcheck.toml", FULL + '[attributes.speed]\nmin_grade = "minor"\n')
    write("rules/a.yaml", "")
    (here / "below").mkdir()
    monkeypatch.chdir(here / "below")
    config, _ = load()
    assert config.articles == ("../articles", "../more/*.txt")
    assert config.baseline_file == Path("../accepted.jsonl")
    assert config.exclusion.matching("../articles/drafts/a.txt")
    assert config.origin("paths") == "../claimcheck.toml:1:1"
    # What an option names is named from here.
    assert config.commanding(rules="rules").rules_folder == Path("rules")


# --- what is wrong with it ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("pahts = []", '1:1: unknown key `pahts`. Did you mean "paths"?'),
        ("[floor]\n", '1:2: unknown key `floor`. Did you mean "floors"?'),
        ("[floors]\nclaim = 1", '2:1: unknown key `claim`. Did you mean "claims"?'),
        ("[attributes.speed]\ntol = 1", "2:1: unknown key `tol`. Known here: min_grade, tolerance"),
        ('paths = "articles"', '1:1: `paths` is a string, not a list. Write ["articles"]'),
        ("paths = 1", "1:1: `paths` is a number, not a list. Write a list of strings"),
        ('paths = ["a", 1]', "1:1: `paths` has an item, number 2, that is a number, not a string"),
        ('paths = ["a", " "]', "1:1: `paths` has an item, number 2, that is empty"),
        ('paths = ["-"]', "1:1: `paths` names standard input. Name `-` on the command line"),
        ("rules = 1", "1:1: `rules` is a number, not a string. Write it in double quotes"),
        ('rules = "nowhere"', '1:1: there is no folder "nowhere". Name a folder of rule packs'),
        ("cache = 1", "1:1: `cache` is a number, not a folder, true or false"),
        ('baseline = ""', "1:1: `baseline` is empty. Write a name, or leave the key out"),
        ('strict_baseline = "yes"', "1:1: `strict_baseline` is a string, not a boolean. Write tr"),
        ("allow_incomplete = 1", "1:1: `allow_incomplete` is a number, not a boolean"),
        ('min_grade = "mayor"', '1:1: `min_grade` is "mayor", not "minor", "moderate" or "major"'),
        ('min_grade = "negligible"', '1:1: `min_grade` is "negligible", not'),
        ("fail_on = []", '1:1: `fail_on` is a list, not "new", "all" or "never". Write'),
        ("floors = 1", "1:1: `floors` is a number, not a table"),
        ("[floors]\ndocuments = -1", "2:1: `documents` is -1, less than nothing. Write 0"),
        ("[floors]\nclaims = 1.5", "2:1: `claims` is 1.5, not a whole number"),
        ("[floors]\nclaims = true", "2:1: `claims` is a boolean, not a whole number"),
        ("[floors]\nlargest_drop = '120%'", '2:1: `largest_drop` is "120%", not between 0 and 1'),
        ("[floors]\nlargest_drop = 20", "2:1: `largest_drop` is 20, not between 0 and 1. Write"),
        ("attributes = 1", "1:1: `attributes` is a number, not a table"),
        ("attributes.speed = 1", '1:12: the entry "speed" is a number, not a table'),
        ("[attributes.speed]\ntolerance = 1", "2:1: `tolerance` is 1, not at least 0 and less th"),
        ("[attributes.speed]\ntolerance = -0.1", "2:1: `tolerance` is -0.1, not at least 0"),
        ("[attributes.speed]\ntolerance = nan", "2:1: `tolerance` is nan, not at least 0"),
        ("[attributes.speed]\ntolerance = '5'", '2:1: `tolerance` is "5", not a share. Write a s'),
        ("[attributes.speed]\ntolerance = false", "2:1: `tolerance` is a boolean, not a share"),
        # Rules that there cannot be, and tolerances that mean nothing.
        ('ignore = ["spede"]', '1:1: there is no rule "spede". Did you mean "speed"?'),
        ('select = ["trips by camel"]', '1:1: there is no rule "trips by camel". Did you mean "tr'),
        ("[attributes.xyzxyz]\ntolerance = 0.1", '1:13: there is no rule "xyzxyz". `claimcheck'),
        (
            "[attributes.departure_time]\ntolerance = 0.1",
            "2:1: a share of a value of 'departure_time' means nothing, so it has no tolerance",
        ),
    ],
)
def test_a_mistake_has_its_place_and_its_next_step(text: str, told: str) -> None:
    (problem,) = mistakes(text)
    assert str(problem).startswith(f"claimcheck.toml:{told}")
    assert problem.next_step


def test_all_mistakes_are_told_in_one_run_and_what_is_right_stands() -> None:
    write(
        "claimcheck.toml",
        "pahts = 1\nmin_grade = 'minor'\nfail_on = 1\n[floors]\nclaims = -1\ndocuments = 3\n"
        "[attributes.speed]\ntolerance = 2\nmin_grade = 'major'\n",
    )
    config, problems = load()
    assert [p.place and p.place.line for p in problems] == [1, 3, 5, 8]
    assert (config.min_grade, config.fail_on) == ("minor", "new")
    assert config.floors == Floors(documents=3)
    assert config.attributes == {"speed": Strictness("major", 0.0)}


@pytest.mark.parametrize(
    ("written", "share"),
    [('"5%"', 0.05), ("0.05", 0.05), ('"2.5 %"', 0.025), ("0", 0.0), ('"0%"', 0.0)],
)
def test_a_share_is_written_as_a_percentage_or_a_number(written: str, share: float) -> None:
    write("claimcheck.toml", f"[attributes.speed]\ntolerance = {written}\n")
    config, problems = load()
    assert problems == []
    assert config.attributes["speed"].tolerance == pytest.approx(share)


def test_what_cannot_be_known_of_other_packs_is_told_by_those_packs() -> None:
    write("claimcheck.toml", 'ignore = ["carriage_count"]')
    config, _ = load()
    assert config.misnamed(shipped_rules()) == []
    (problem,) = config.misnamed(Rules((), {}, Shared(), ""))
    assert problem.cause == 'there is no rule "carriage_count"'


# --- what it decides ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("select", "ignore", "rule", "reported"),
    [
        (("*",), (), "speed", True),
        (("speed",), (), "speed", True),
        (("speed",), (), "carriage_count", False),
        (("trips by *",), (), "trips by plane", True),
        (("*",), ("trips by *",), "trips by plane", False),
        (("speed",), ("sp*",), "speed", False),
        ((), (), "speed", False),
        (("SPEED",), (), "speed", False),
    ],
)
def test_a_rule_is_reported_if_it_is_selected_and_not_ignored(
    select: tuple[str, ...], ignore: tuple[str, ...], rule: str, reported: bool
) -> None:
    assert Config(select=select, ignore=ignore).selects(rule) == reported


def test_options_of_the_command_line_win() -> None:
    write("claimcheck.toml", "min_grade = 'minor'\nfail_on = 'all'\n")
    config = load()[0].commanding(min_grade="major", fail_on=None, allow_incomplete=False)
    assert (config.min_grade, config.fail_on) == ("major", "all")
    assert config.origin("min_grade") == "command line"
    assert config.origin("fail_on") == "claimcheck.toml:2:1"
    assert config.origin("allow_incomplete") == "command line"
