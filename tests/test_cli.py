"""The command line: help, exit codes, what goes to stdout, and bad input of every kind."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

import claimcheck
from claimcheck.claims.rulepacks import shipped_folder
from claimcheck.cli import main

ROOT = Path(__file__).parents[1]

TWO_DAYS = "Ada Lovelace's journey took two days.\n"
A_DAY = "Ada Lovelace's journey took almost a full day.\n"
SLOW = "Ada Lovelace's train travels at about 50 km/h.\n"
FAST = "Ada Lovelace's train travels at around 40 mph.\n"


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=stdin)


def process(
    *arguments: str, stdin: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """The same in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "claimcheck", *arguments],
        input=stdin,
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: `corpus` contradicts itself gravely, `minor` a little, `calm` not."""
    monkeypatch.chdir(tmp_path)
    articles = {
        "corpus": {"a.txt": TWO_DAYS, "b.txt": A_DAY},
        "minor": {"a.txt": SLOW, "b.txt": FAST},
        "calm": {"a.txt": TWO_DAYS, "b.txt": TWO_DAYS},
        "empty": {},
    }
    for folder, files in articles.items():
        Path(folder).mkdir()
        for name, text in files.items():
            Path(folder, name).write_text(text, encoding="utf-8")
        if files:
            stories = "".join(f'[documents."{name}"]\nstory = "s"\n' for name in files)
            Path(folder, "corpus.toml").write_text(stories, encoding="utf-8")
    return tmp_path


def findings(result: Result) -> int:
    """How many findings the text on stdout shows."""
    return len(re.findall(r"(?m)^  claimcheck explain [0-9a-f]{12} ", result.stdout))


# --- help and version ---------------------------------------------------------------------------


def test_every_command_has_help_with_an_example() -> None:
    assert set(main.commands) >= {"check", "report", "draft", "explain", "quantities"}
    for name in main.commands:
        shown = run(name, "--help")
        assert shown.exit_code == 0
        assert f"Example: claimcheck {name} " in shown.stdout
        assert shown.stdout == run(name, "-h").stdout


@pytest.mark.parametrize("name", sorted(main.commands))
def test_an_example_is_a_command_that_parses(name: str) -> None:
    example = (main.commands[name].epilog or "").removeprefix("Example: claimcheck ").split()
    context = main.make_context("claimcheck", example, resilient_parsing=False)
    command = main.commands[name]
    with context:
        parsed = command.make_context(name, example[1:], parent=context)
    assert parsed.params or isinstance(command, click.Group)


def test_the_group_lists_its_commands() -> None:
    shown = run("--help").stdout
    for name in main.commands:
        assert re.search(rf"(?m)^  {name}  ", shown)


def test_the_version() -> None:
    shown = run("--version")
    assert (shown.exit_code, shown.stdout) == (0, f"claimcheck {claimcheck.__version__}\n")
    assert process("--version").stdout.decode().split() == shown.stdout.split()


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["chek"],
        ["check", "corpus", "--format", "xml"],
        ["check", "corpus", "--min-grade", "negligible"],
        ["check", "corpus", "--fail-on", "sometimes"],
        ["check", "corpus", "--unknown"],
        ["check", "corpus", "--rules", "nowhere"],
        ["check", "corpus", "--output", "empty"],
        ["report", "corpus"],
    ],
)
def test_a_command_that_is_not_understood(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert "Usage: claimcheck" in done.stderr or "Usage: main" in done.stderr


# --- check --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "code", "found"),
    [
        (["corpus"], 1, 1),
        (["calm"], 0, 0),
        (["minor"], 0, 1),
        # --min-grade and --fail-on move the exit code alone.
        (["minor", "--min-grade", "minor"], 1, 1),
        (["corpus", "--min-grade", "major"], 1, 1),
        (["corpus", "--fail-on", "never"], 0, 1),
        (["corpus", "--fail-on", "all"], 1, 1),
        (["minor", "--fail-on", "all"], 0, 1),
        (["corpus/a.txt", "corpus/b.txt"], 1, 1),
        (["corpus/a.txt"], 0, 0),
        (["corpus/*.txt"], 1, 1),
        # 5 before 1, unless it is allowed.
        (["empty"], 5, 0),
        (["corpus", "empty"], 5, 1),
        (["corpus", "empty", "--allow-incomplete"], 1, 1),
        (["calm", "empty", "--allow-incomplete"], 0, 0),
        # 2 before 5 before 1.
        (["nowhere"], 2, 0),
        (["corpus", "nowhere"], 2, 1),
        (["corpus", "nowhere", "empty"], 2, 1),
        (["corpus", "nowhere", "empty", "--allow-incomplete"], 2, 1),
    ],
)
def test_the_exit_code_of_check(arguments: list[str], code: int, found: int) -> None:
    done = run("check", *arguments)
    assert (done.exit_code, findings(done)) == (code, found)
    assert bool(done.stderr) == (code in (2, 5) or "empty" in arguments)


@pytest.mark.parametrize(
    "option", [["--min-grade", "major"], ["--min-grade", "minor"], ["--fail-on", "never"], []]
)
@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit", "github", "gitlab", "rdjson"])
def test_what_fails_a_run_is_no_part_of_what_is_printed(form: str, option: list[str]) -> None:
    plain = run("check", "corpus", "minor", "--format", form)
    assert run("check", "corpus", "minor", "--format", form, *option).stdout == plain.stdout


def test_json_alone_is_on_stdout() -> None:
    Path("corpus", "bad.txt").write_bytes(b"caf\xe9")
    done = process("check", "corpus", "nowhere", "--format", "json")
    assert done.returncode == 2
    document = json.loads(done.stdout)
    assert len(document["findings"]) == 1
    lines = done.stderr.decode().splitlines()
    assert len(lines) == 2
    assert all(line.startswith("error: ") for line in lines)


@pytest.mark.parametrize("form", ["text", "json"])
def test_output_goes_to_a_file_instead(form: str) -> None:
    plain = run("check", "corpus", "--format", form)
    done = run("check", "corpus", "--format", form, "--output", "out")
    assert (done.exit_code, done.stdout, done.stderr) == (1, "", "")
    assert Path("out").read_bytes() == plain.stdout_bytes
    assert run("check", "corpus", "--format", form, "--output", "-").stdout == plain.stdout


def test_output_that_cannot_be_written_is_said_and_so_is_all_else() -> None:
    done = run("check", "corpus", "empty", "--output", "nowhere/out.txt")
    assert done.exit_code == 2
    assert "error: empty: there is no article in this folder" in done.stderr
    assert "error: nowhere/out.txt: it cannot be written: No such file" in done.stderr
    assert "Name a file that may be written, in a folder that exists" in done.stderr


def test_standard_input() -> None:
    done = run("check", "-", "--format", "json", stdin=TWO_DAYS)
    assert done.exit_code == 0
    document = json.loads(done.stdout)
    assert [(d["id"], d["path"]) for d in document["documents"]] == [("stdin", None)]
    assert [c["quote"] for c in document["claims"]] == ["two days"]
    real = process("check", "-", "--format", "json", stdin=TWO_DAYS.encode())
    assert json.loads(real.stdout) == document


def test_jsonl_and_text_in_one_run() -> None:
    line = json.dumps({"id": "x", "text": A_DAY, "story": "s"})
    Path("more.jsonl").write_text(line + "\n", encoding="utf-8")
    done = run("check", "calm", "more.jsonl", "--format", "json")
    [finding] = json.loads(done.stdout)["findings"]
    assert done.exit_code == 1
    assert [side["origins"] for side in finding["sides"]] == [1, 2]


def test_the_order_of_paths_does_not_matter() -> None:
    paths = ["corpus", "minor", "calm"]
    assert (
        run("check", *paths, "--format", "json").stdout
        == run("check", *reversed(paths), "--format", "json").stdout
    )


def test_the_command_that_explains_can_be_typed_as_it_is_shown(here: Path) -> None:
    shutil.copytree("corpus", "the corpus")
    shutil.copytree(shipped_folder(), "my rules")
    shown = run("check", "the corpus", "--rules", "my rules").stdout
    [command] = re.findall(r"(?m)^  (claimcheck explain .*)$", shown)
    assert command.endswith(" 'the corpus' --rules 'my rules'")
    if os.name != "nt":
        typed = command.replace("claimcheck", f"'{sys.executable}' -m claimcheck", 1)
        assert subprocess.run(typed, shell=True, check=False, capture_output=True).returncode == 0


def test_no_control_character_of_an_article_reaches_the_terminal() -> None:
    hostile = "Ada Lovelace's journey took two days, \x1b[31m\x07they say\u202e.\n"
    Path("corpus", "a.txt").write_text(hostile, encoding="utf-8")
    done = run("check", "corpus")
    assert findings(done) == 1
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e]", done.stdout)
    assert "\ufffd" in done.stdout


def test_a_reader_who_leaves_does_not_change_the_exit_code() -> None:
    if os.name == "nt":
        pytest.skip("pipes close otherwise on Windows")
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        done = subprocess.run(
            [sys.executable, "-m", "claimcheck", "check", "corpus"],
            stdout=closed,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr) == (1, b"")


# --- bad input: the place, the cause, the next step, and all else is checked --------------------


def missing() -> list[str]:
    return ["nowhere.txt"]


def an_empty_folder() -> list[str]:
    return ["empty"]


def an_empty_file() -> list[str]:
    Path("corpus", "bad.txt").write_bytes(b"")
    return []


def a_binary_file() -> list[str]:
    Path("corpus", "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    return []


def a_file_of_another_encoding() -> list[str]:
    Path("corpus", "bad.txt").write_bytes(b"Kim went\nto the caf\xe9.\n")
    return []


def broken_toml() -> list[str]:
    text = Path("corpus", "corpus.toml").read_text("utf-8")
    Path("corpus", "corpus.toml").write_text(text + 'sorce = "AP"\n', encoding="utf-8")
    return []


def a_bad_line_of_jsonl() -> list[str]:
    Path("more.jsonl").write_text('{"id": "x"}\n', encoding="utf-8")
    return ["more.jsonl"]


@pytest.mark.parametrize(
    ("mistake", "code", "place", "cause", "next_step"),
    [
        (missing, 2, "nowhere.txt", "there is no such file or folder", "Check its spelling"),
        (an_empty_folder, 5, "empty", "no article in this folder", "are read"),
        (an_empty_file, 5, "corpus/bad.txt", "empty", "leave it out"),
        (a_binary_file, 5, "corpus/bad.txt", "PNG image", "Leave it out"),
        (a_file_of_another_encoding, 5, "corpus/bad.txt:2:11", "byte 0xe9", "iconv"),
        (broken_toml, 2, "corpus/corpus.toml:5:1", "unknown key `sorce`", "source"),
        (a_bad_line_of_jsonl, 5, "more.jsonl:1:1", "`text` is missing", 'Add "text"'),
    ],
)
@pytest.mark.parametrize("form", ["text", "json"])
def test_bad_input(
    mistake: Callable[[], list[str]], code: int, place: str, cause: str, next_step: str, form: str
) -> None:
    done = run("check", "corpus", *mistake(), "--format", form)
    assert done.exit_code == code
    [line] = done.stderr.splitlines()
    assert line.startswith(f"error: {place}: ")
    assert cause in line
    assert next_step in line
    # Everything else is still checked.
    if form == "json":
        assert len(json.loads(done.stdout)["findings"]) == 1
    else:
        assert findings(done) == 1


def test_every_mistake_is_named_once() -> None:
    Path("corpus", "bad.txt").write_bytes(b"")
    Path("corpus", "worse.txt").write_bytes(b"\0\0")
    done = run("check", "corpus", "corpus", "nowhere", "nowhere")
    assert len(done.stderr.splitlines()) == 3
    assert (done.exit_code, findings(done)) == (2, 1)


def test_a_mistake_in_the_corpus_does_not_keep_a_draft_from_being_checked() -> None:
    Path("corpus", "bad.txt").write_bytes(b"")
    done = run("draft", "calm/a.txt", "--against", "corpus", "--format", "json")
    assert done.exit_code == 5
    assert len(json.loads(done.stdout)["judgements"]) == 1
    assert run("report", "corpus", "-o", "out").exit_code == 5
    assert Path("out", "index.html").stat().st_size


# --- rule packs ---------------------------------------------------------------------------------

SPEED = Path("rules", "travel", "speed.yaml")


@pytest.fixture
def rules() -> str:
    """A copy of the shipped packs to break; the corpus needs only that of durations."""
    shutil.copytree(shipped_folder(), "rules")
    return "rules"


def lines_of(part: str) -> list[int]:
    text = SPEED.read_text("utf-8")
    return [n for n, line in enumerate(text.splitlines(), 1) if part in line]


def change(old: str, new: str) -> None:
    text = SPEED.read_text("utf-8")
    assert old in text
    SPEED.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "cause", "next_step"),
    [
        ("label: ", "lable: ", "lable", 1, "unknown key 'lable'", "Did you mean 'label'?"),
        ("label: travelling speed\n", "", "attribute: ", 1, "the key 'label' is missing", ""),
        ("label: travelling speed", "label: [1]", "label: ", 8, "Expected `str`", ""),
        ("stability: standing", "stability: solid", "stability: ", 12, "solid", ""),
        ("  - {kind: verb,", "  - {kind: adverb,", "adverb", 12, "adverb", ""),
        ('near: "winds?', 'near: "(winds?', "(winds?", 12, "RE2", ""),
        ('near: "winds?', 'near: "(?=winds?)', "(?=winds?", 12, "RE2", ""),
        ("label: ", "attribute: speed\nlabel: ", "attribute: speed", 1, "attribute", ""),
        ("unit: kilometer/hour", "unit: furlong/blink", "unit: ", 7, "furlong/blink", ""),
    ],
)
def test_a_broken_pack(
    rules: str, old: str, new: str, line: str, column: int, cause: str, next_step: str
) -> None:
    change(old, new)
    done = run("check", "corpus", "--rules", rules)
    assert done.exit_code == 2
    place = f"error: {SPEED}:{lines_of(line)[-1]}:{column}: "
    [message] = [one for one in done.stderr.splitlines() if one.startswith(place) and cause in one]
    assert next_step in message
    # The other packs stand, and what they read is checked.
    assert findings(done) == 1


def test_two_mistakes_in_one_pack_are_both_named(rules: str) -> None:
    change("label: ", "lable: ")
    change("stability: standing", "stability: solid")
    done = run("check", "corpus", "--rules", rules)
    named = [line for line in done.stderr.splitlines() if re.search(r"speed\.yaml:\d+:\d+: ", line)]
    assert any("'lable'" in line for line in named)
    assert any("solid" in line for line in named)
    assert (done.exit_code, findings(done)) == (2, 1)


def test_a_pack_that_is_no_yaml(rules: str) -> None:
    SPEED.write_text("attribute: [speed\nlabel: x\n", encoding="utf-8")
    done = run("check", "corpus", "--rules", rules)
    assert re.search(r"speed\.yaml:\d+:\d+: ", done.stderr)
    assert (done.exit_code, findings(done)) == (2, 1)


def test_a_pack_that_is_no_utf_8(rules: str) -> None:
    SPEED.write_bytes(b"attribute: sp\xe9ed\n")
    done = run("check", "corpus", "--rules", rules)
    assert "speed.yaml" in done.stderr
    assert "UTF-8" in done.stderr
    assert (done.exit_code, findings(done)) == (2, 1)


def test_a_pack_without_examples(rules: str) -> None:
    text = SPEED.read_text("utf-8")
    SPEED.write_text(text[: text.index("examples:")], encoding="utf-8")
    done = run("check", "corpus", "--rules", rules)
    assert "examples" in done.stderr
    assert (done.exit_code, findings(done)) == (2, 1)


def test_a_folder_without_packs() -> None:
    done = run("check", "corpus", "--rules", "empty")
    assert done.exit_code == 2
    assert "error: empty: there is no rule pack in this folder." in done.stderr
    assert "A pack is a file ending in .yaml" in done.stderr


# --- report -------------------------------------------------------------------------------------


def test_report_writes_and_names_its_files() -> None:
    done = run("report", "corpus", "-o", "out")
    assert done.exit_code == 0  # whatever it found
    lines = done.stdout.splitlines()
    assert (lines[0], lines[-1]) == ("out/index.html", "out/findings.json")
    assert {f"out/{name}" for name in ("claims.csv", "claims.parquet", "facts.csv")} <= set(lines)
    assert sorted(lines) == sorted(path.as_posix() for path in Path("out").iterdir())
    assert done.stderr == ""
    assert all(Path(line).stat().st_size for line in done.stdout.splitlines())
    checked = run("check", "corpus", "--format", "json")
    assert Path("out", "findings.json").read_bytes() == checked.stdout_bytes


def test_a_report_that_cannot_be_written() -> None:
    Path("file").write_text("", encoding="utf-8")
    done = run("report", "corpus", "-o", "file/out")
    assert done.exit_code == 2
    assert "error: file/out: the report cannot be written" in done.stderr


# --- draft --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("draft", "options", "code"),
    [
        (A_DAY, [], 1),
        (TWO_DAYS, [], 0),
        ("Nothing to see.\n", [], 0),
        (A_DAY, ["--fail-on", "never"], 0),
        (A_DAY, ["--min-grade", "major"], 1),
        ("Ada Lovelace's journey will take almost a full day.\n", ["--min-grade", "minor"], 0),
    ],
)
def test_the_exit_code_of_draft(draft: str, options: list[str], code: int) -> None:
    line = {"id": "draft", "text": draft, "story": "s"}
    Path("draft.jsonl").write_text(json.dumps(line), encoding="utf-8")
    done = run("draft", "draft.jsonl", "--against", "calm", *options)
    assert (done.exit_code, done.stderr) == (code, "")
    machine = run("draft", "draft.jsonl", "--against", "calm", *options, "--format", "json")
    assert machine.exit_code == code
    assert json.loads(machine.stdout)["schema"] == "claimcheck.draft/1"


def test_a_draft_from_standard_input() -> None:
    Path("calm", "corpus.toml").unlink()
    draft = f"{A_DAY} She left Paris by train for Warsaw."
    done = run("draft", "-", "--against", "calm", "--format", "json", stdin=draft)
    document = json.loads(done.stdout)
    assert document["draft"] == "stdin"
    assert [j["claim"] for j in document["judgements"]]


@pytest.mark.parametrize(
    ("name", "text", "code", "says"),
    [
        ("gone.txt", None, 2, "gone.txt: there is no such file or folder"),
        ("draft.txt", "", 5, "draft.txt: "),
        ("draft.jsonl", '{"id":"a","text":"x"}\n{"id":"b","text":"y"}\n', 2, "2 drafts in one"),
        ("draft.jsonl", '{"id":"a","text":"x","language":"de"}\n', 5, "language is de"),
    ],
)
def test_a_draft_that_is_none(name: str, text: str | None, code: int, says: str) -> None:
    if text is not None:
        Path(name).write_text(text, encoding="utf-8")
    done = run("draft", name, "--against", "corpus")
    assert (done.exit_code, done.stdout) == (code, "")
    assert says in done.stderr


def test_a_draft_and_its_corpus_make_one_message_of_one_mistake() -> None:
    Path("corpus", "bad.txt").write_bytes(b"")
    done = run("draft", "corpus/bad.txt", "--against", "corpus")
    assert done.exit_code == 5
    assert len(done.stderr.splitlines()) == 1


# --- explain ------------------------------------------------------------------------------------


@pytest.fixture
def ids() -> list[str]:
    document = json.loads(run("check", "corpus", "minor", "--format", "json").stdout)
    return [f["id"] for f in document["findings"]]


def test_explain_takes_an_id_or_its_first_digits(ids: list[str]) -> None:
    assert len(ids) == 2
    for given in (ids[0], ids[0][:6], ids[0].upper()):
        done = run("explain", given, "corpus", "minor")
        assert (done.exit_code, done.stderr) == (0, "")
        assert done.stdout.startswith(f"contradiction {ids[0]} (")
    assert "fingerprint" in done.stdout


def test_explain_of_several_and_of_none(ids: list[str]) -> None:
    several = run("explain", "", "corpus", "minor")
    assert several.exit_code == 2
    assert several.stdout == ""
    assert "2 findings have the id ''" in several.stderr
    assert all(one in several.stderr for one in ids)
    none = run("explain", "xyz", "corpus", "minor")
    assert none.exit_code == 2
    assert "0 findings have the id 'xyz'" in none.stderr
    assert f"These are there: {', '.join(ids)}" in none.stderr
    nothing = run("explain", "xyz", "calm")
    assert "These are there: none" in nothing.stderr


def test_explain_of_first_digits_that_are_not_enough() -> None:
    # Of seventeen ids two begin with the same of sixteen digits.
    Path("years").mkdir()
    for name, days in (("a.txt", "two"), ("b.txt", "five")):
        said = (f"In {year} Ada Lovelace's journey took {days} days." for year in range(1901, 1918))
        Path("years", name).write_text("\n\n".join(said), encoding="utf-8")
    document = json.loads(run("check", "years", "--format", "json").stdout)
    begun = [f["id"][0] for f in document["findings"]]
    assert len(begun) == 17
    digit = max(begun, key=begun.count)
    done = run("explain", digit, "years")
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"{begun.count(digit)} findings have the id '{digit}'. These begin so: " in done.stderr
    assert done.stderr.count(f" {digit}") == begun.count(digit)


def test_explain_reports_bad_input_and_explains_all_the_same(ids: list[str]) -> None:
    done = run("explain", ids[0], "corpus", "minor", "empty")
    assert done.exit_code == 5
    assert "no article in this folder" in done.stderr
    assert ids[0] in done.stdout


# --- quantities ---------------------------------------------------------------------------------

WALK = "Ada walked about 20 km\non 5 June 2018; Flight 93 left.\n"


@pytest.fixture
def walk() -> str:
    Path("walk.txt").write_text(WALK, encoding="utf-8")
    return "walk.txt"


def lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_quantities_of_a_file(walk: str) -> None:
    shown = run("quantities", walk)
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert shown.stdout == (
        "walk.txt:1:12: about 20 km → about 20 kilometer\n"
        "walk.txt:2:4: 5 June 2018 → 2018-06-05, date\n"
        "set aside: 1 × part of a name\n"
    )


def test_quantities_as_json_lines(walk: str) -> None:
    shown = run("quantities", walk, "corpus", "--format", "jsonl")
    assert (shown.exit_code, shown.stderr) == (0, "")
    found = {line["id"]: line for line in lines(shown)}
    assert set(found) == {"walk.txt", "a.txt", "b.txt"}
    assert found["walk.txt"]["set_aside"] == {"part of a name": 1}
    first, second = found["walk.txt"]["quantities"]
    assert (first["surface"], first["value"], first["unit"]) == ("about 20 km", 20, "kilometer")
    assert (first["bound"], first["hard"], first["core"]) == ("~", [17, 23], [18.5, 21.5])
    assert WALK[first["start"] : first["end"]] == first["surface"]
    assert (second["value"], second["unit"], second["type"]) == ("2018-06-05", "date", "date")


@pytest.mark.parametrize(
    ("day", "value"),
    [
        ('"reference": "2024-03-14"', ["2023-06-01", "2023-06-30"]),
        ('"published": "2020-01-02T09:30:00Z"', ["2019-06-01", "2019-06-30"]),
        ('"published": "2020-01-02", "reference": "2024-03-14"', ["2023-06-01", "2023-06-30"]),
        ('"source": "nobody told us"', None),
    ],
)
def test_quantities_count_from_the_reference(day: str, value: list[str] | None) -> None:
    record = f'{{"id": "a", "text": "Ada left last June.", {day}}}\n'
    Path("a.jsonl").write_text(record, encoding="utf-8")
    shown = run("quantities", "a.jsonl", "--format", "jsonl")
    assert shown.exit_code == 0
    ((found,),) = (line["quantities"] for line in lines(shown))
    assert (found["value"], found["hard"] != [None, None]) == (value, value is not None)


def test_quantities_of_standard_input() -> None:
    shown = run("quantities", "-", stdin="Ada has 20 coaches.")
    assert (shown.exit_code, shown.stdout.split(" → ")[1]) == (0, "20 (coach)\n")


@pytest.mark.parametrize("form", ["text", "jsonl"])
def test_quantities_go_to_a_file_instead(walk: str, form: str) -> None:
    expected = run("quantities", walk, "--format", form).stdout_bytes
    shown = run("quantities", walk, "--format", form, "--output", "out")
    assert (shown.exit_code, shown.stdout) == (0, "")
    assert Path("out").read_bytes() == expected


def test_quantities_that_cannot_be_written(walk: str) -> None:
    shown = run("quantities", walk, "--output", "nowhere/out")
    assert shown.exit_code == 2
    assert "nowhere/out" in shown.stderr
    assert "internal error" not in shown.stderr


def test_quantities_of_an_input_that_cannot_be_read(walk: str) -> None:
    Path("broken.txt").write_bytes(b"\x00\x01\x02\xff" * 50)
    shown = run("quantities", walk, "broken.txt")
    assert shown.exit_code == 5
    assert "broken.txt" in shown.stderr
    assert shown.stdout == run("quantities", walk).stdout


def test_quantities_of_a_path_that_is_not_there(walk: str) -> None:
    shown = run("quantities", walk, "nowhere.txt")
    assert shown.exit_code == 2
    assert "nowhere.txt" in shown.stderr


def test_no_control_character_of_a_quantity_reaches_the_terminal() -> None:
    Path("a.jsonl").write_text('{"id": "a", "text": "20\\u001b[31m km or 30\\u009b km"}\n', "utf-8")
    shown = run("quantities", "a.jsonl")
    assert shown.exit_code == 0
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", shown.stdout)


# --- what nobody foresaw ------------------------------------------------------------------------


def break_the_pipeline(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def broken(*_: object, **__: object) -> object:
        raise error

    # Where it is imported first, so that no module comes to hold the broken one for good.
    for module in ("claimcheck.cli.desk", "claimcheck.desk.draft", "claimcheck.pipeline"):
        monkeypatch.setattr(f"{module}.check", broken)


def test_an_internal_error_is_no_contradiction(monkeypatch: pytest.MonkeyPatch) -> None:
    break_the_pipeline(monkeypatch, ZeroDivisionError("by \x1b[31mzero"))
    done = run("check", "corpus", "empty")
    assert (done.exit_code, done.stdout) == (3, "")
    assert "internal error: ZeroDivisionError: by \ufffd[31mzero" in done.stderr
    assert "Please report it" in done.stderr
    assert "Traceback" not in done.stderr
    # What was already wrong is said.
    assert "no article in this folder" in done.stderr


def test_its_traceback_is_shown_on_request(monkeypatch: pytest.MonkeyPatch) -> None:
    break_the_pipeline(monkeypatch, ZeroDivisionError("by zero"))
    done = run("--debug", "check", "corpus")
    assert done.exit_code == 3
    assert "Traceback" in done.stderr


def test_an_interruption_is_no_contradiction(monkeypatch: pytest.MonkeyPatch) -> None:
    break_the_pipeline(monkeypatch, KeyboardInterrupt())
    assert run("check", "corpus").exit_code == 130


@pytest.mark.parametrize("command", ["report", "draft", "explain"])
def test_every_command_ends_so(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = {
        "report": ["corpus", "-o", "out"],
        "draft": ["corpus/a.txt", "--against", "corpus"],
        "explain": ["0", "corpus"],
    }
    break_the_pipeline(monkeypatch, RuntimeError("no"))
    assert run(command, *arguments[command]).exit_code == 3


# --- the real program ---------------------------------------------------------------------------


def test_the_program_on_the_seeds() -> None:
    done = process("check", str(ROOT / "seeds"), "--format", "json", PYTHONUTF8="0", LC_ALL="C")
    assert (done.returncode, done.stderr) == (1, b"")
    assert json.loads(done.stdout)["stats"]["documents"] == 5


def test_text_is_utf_8_whatever_the_locale() -> None:
    plain = process("check", "corpus", PYTHONUTF8="0", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert plain.returncode == 1
    assert "“two days”" in plain.stdout.decode("utf-8")
    broken = process("check", "nöwhere", PYTHONUTF8="0", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert broken.returncode == 2
    assert b"there is no such file" in broken.stderr


def test_the_script_is_the_module() -> None:
    assert isinstance(main, click.Group)
    script = Path(sys.executable).with_name("claimcheck.exe" if os.name == "nt" else "claimcheck")
    if not script.exists():
        pytest.skip("not installed as a program")
    done = subprocess.run([script, "check", "corpus"], capture_output=True, check=False)
    assert done.returncode == 1
    assert done.stdout == process("check", "corpus").stdout
