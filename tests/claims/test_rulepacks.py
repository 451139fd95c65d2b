"""Rule packs: every mistake of a broken one in one run, with its place and what to do."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import claimcheck
from claimcheck.claims import rulepacks
from claimcheck.claims.rulepacks import Rules, load_rules, shipped_folder
from claimcheck.errors import RuleError

PACK = """\
attribute: height
label: height of the tower
about: tower
stability: standing
dimension: length
unit: meter
cues:
  - {kind: verb, words: [stand, rise]}
vetoes:
  - {near: "model|toy", why: a model is no tower}
examples:
  said:
    - means: "eq:300:meter"
      by: ["The tower rises 300 metres."]
  nothing: ["The toy tower rises 300 metres."]
"""
SUBJECTS = "tower: [tower, mast]\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one pack that has no mistake."""
    write(tmp_path, "subjects.yaml", SUBJECTS)
    write(tmp_path, "towers/height.yaml", PACK)
    return tmp_path


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")


def changed(folder: Path, *changes: tuple[str, str]) -> tuple[Rules, list[RuleError]]:
    """What loading says once parts of the pack are others."""
    text = PACK
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    write(folder, "towers/height.yaml", text)
    return load_rules(folder)


def shown(folder: Path, problems: list[RuleError]) -> list[str]:
    """The problems as people read them, without the folder and the next step."""
    assert [p for p in problems if p.exit_code != 2] == []
    return [
        f"{Path(p.place.path).relative_to(folder).as_posix()}:{p.place.line}:{p.place.column}: {p.cause}"
        for p in problems
        if p.place
    ]


def test_a_pack_without_mistakes(folder: Path) -> None:
    rules, problems = load_rules(folder)
    assert problems == []
    assert [p.attribute for p in rules.packs] == ["height"]
    assert rules.subjects == {"tower": ("tower", "mast")}
    assert rules.pack("height").unit == "meter"
    with pytest.raises(StopIteration):
        rules.pack("width")


# --- one mistake --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "place", "cause", "next_step"),
    [
        # Keys.
        ("label:", "lable:", "2:1", "unknown key 'lable'", "Did you mean 'label'?"),
        ("why:", "wy:", "10:25", "unknown key 'wy'", "Did you mean 'why'?"),
        ("vetoes:", "xyz: 1\nvetoes:", "9:1", "unknown key 'xyz'", "Known keys: attribute,"),
        ("label: height of the tower\n", "", "1:1", "the key 'label' is missing", "Add label:"),
        (", why: a model is no tower", "", "10:5", "the key 'why' is missing", "Add why:"),
        ("    - means: \"eq:300:meter\"\n      by", "    - by", "13:7", "the key 'means' is missing", "Add means:"),
        ("label:", "attribute: width\nlabel:", "2:1", "the key 'attribute' is given twice", "Keep one"),
        ("kind: verb,", "kind: verb, kind: noun,", "8:18", "the key 'kind' is given twice", "Keep one"),
        # Types.
        ("height of the tower", "3", "2:8", "label: Expected `str`, got `int`", "put it in quotes"),
        ("height of the tower", "[a]", "2:8", "label: Expected `str`, got `array`", "text"),
        ("label: height of the tower", "label:", "2:1", "label: Expected `str`, got `null`", "text"),
        ("[stand, rise]", "stand", "8:25", "words: Expected `array`, got `str`", "Give a list"),
        ("[stand, rise]", "[stand, 3]", "8:33", "entry 2: Expected `str`, got `int`", "text"),
        ("stability: standing", "stability: solid", "4:12", "stability: Invalid enum value 'solid'", "One of: standing, event"),
        ("stability: standing", "stability: event", "4:12", "an event is named", "event: journey"),
        ("stability: standing", "stability: standing\nevent: fall", "4:12", "an event is named", "event: journey"),
        ("kind: verb", "kind: verbs", "8:12", "kind: Invalid enum value 'verbs'", "Did you mean 'verb'?"),
        ("[stand, rise]", "[stand], place: maybe", "8:41", "place: Expected `bool`", "true or false"),
        ("[stand, rise]", "[stand], near: far", "8:40", "near: Expected `int | null`", "a whole number"),
        ("cues:", "interval: 3\ncues:", "7:11", "interval: Expected `object | null`", "a mapping"),
        # Patterns.
        ("model|toy", "(model", "10:12", "not an RE2 pattern: missing )", "RE2 has no look-around"),
        ("model|toy", "(?=model)", "10:12", "not an RE2 pattern: invalid perl operator", "RE2 has no"),
        ("why: a", "unless: 'a**', why: a", "10:33", "not an RE2 pattern: bad repetition", "RE2"),
        # Units.
        ("unit: meter", "unit: smoot", "6:7", "unknown unit 'smoot'", "kilometer/hour"),
        ("unit: meter\n", "", "5:12", "no unit for the dimension 'length'", "Name a unit"),
        ("unit: meter", "unit: hour", "5:12", "'hour' measures time, not length", "dimension: time"),
        ("dimension: length", "dimension: lenght", "5:12", "'meter' measures length, not lenght", "length"),
        # What must not be empty.
        ('["The toy tower rises 300 metres."]', "[]", "15:3", "no examples under 'nothing'", "at least one"),
        ('["The tower rises 300 metres."]', "[]", "14:7", "no examples under 'by'", "at least one"),
        ("[stand, rise]", "[]", "8:18", "no entries under 'words'", "at least one word"),
        ("\n  - {kind: verb, words: [stand, rise]}", " []", "7:1", "no entries under 'cues'", "a cue"),
        # Other files.
        ("about: tower", "about: towers", "3:8", "about: subjects.yaml lists no 'towers'", "Did you mean 'tower'?"),
        ("about: tower", "about: x", "3:8", "about: subjects.yaml lists no 'x'", "It lists: tower"),
        ("cues:", "interval: {start: height, end: hight}\ncues:", "7:32", "end: no pack reads the attribute 'hight'", "Did you mean 'height'?"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_place_and_the_next_step(
    folder: Path, old: str, new: str, place: str, cause: str, next_step: str
) -> None:
    rules, problems = changed(folder, (old, new))
    lines = shown(folder, problems)
    [at] = [
        n for n, line in enumerate(lines) if line.startswith(f"towers/height.yaml:{place}: {cause}")
    ]
    assert next_step in problems[at].next_step
    # A key with a slip in it is also missing; else nothing else is wrong.
    assert all("is missing" in line for line in lines[:at] + lines[at + 1 :])
    assert rules.packs == ()


def test_every_mistake_of_a_pack_is_named_in_one_run(folder: Path) -> None:
    _, problems = changed(
        folder,
        ("label:", "lable:"),
        ("stability: standing", "stability: solid"),
        ("unit: meter", "unit: hour"),
        ("kind: verb", "kind: verb, kind: noun"),
        ("[stand, rise]", "[]"),
        ("model|toy", "(model"),
        (", why: a model is no tower", ""),
        ("means: \"eq:300:meter\"", "means: 300"),
        ('["The toy tower rises 300 metres."]', "[]"),
    )  # fmt: skip
    assert [line.removeprefix("towers/height.yaml:") for line in shown(folder, problems)] == [
        "1:1: the key 'label' is missing",
        "2:1: unknown key 'lable'",
        "4:12: stability: Invalid enum value 'solid'",
        "5:12: 'hour' measures time, not length",
        "8:18: the key 'kind' is given twice",
        "8:30: no entries under 'words'",
        "10:5: the key 'why' is missing",
        "10:12: not an RE2 pattern: missing ): (model",
        "13:14: means: Expected `str`, got `int`",
        "15:3: no examples under 'nothing'",
    ]
    assert all(p.next_step for p in problems)


# --- files that are no packs --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "line", "column", "cause"),
    [
        (b"attribute: [height\nlabel: x\n", 2, 6, "not valid YAML"),
        (b"attribute: height\n\tlabel: x\n", 2, 1, "not valid YAML"),
        (b"attribute: height\n---\nattribute: width\n", 2, 1, "not valid YAML"),
        (b"attribute: \x00\n", None, None, "not valid YAML"),
        (b"label: 2024-13-45\n", None, None, "not valid YAML"),
        (b"[" * 1000, None, None, "not valid YAML"),
        (b"label: a\nattribute: h\xf6he\n", 2, 13, "not UTF-8"),
        (b"", 1, 1, "a rule file is a mapping of keys"),
        (b"- attribute: height\n", 1, 1, "a rule file is a mapping of keys"),
        (b"height\n", 1, 1, "a rule file is a mapping of keys"),
    ],
)
def test_a_file_that_is_no_pack(
    folder: Path, content: bytes, line: int | None, column: int | None, cause: str
) -> None:
    (folder / "towers" / "width.yaml").write_bytes(content)
    rules, problems = load_rules(folder)
    [problem] = problems
    assert problem.place
    assert (problem.place.line, problem.place.column) == (line, column)
    assert problem.cause.startswith(cause)
    assert problem.next_step
    # The other pack stands.
    assert [p.attribute for p in rules.packs] == ["height"]


def test_a_mark_at_the_front_and_windows_line_ends_are_no_mistake(folder: Path) -> None:
    write(folder, "towers/height.yaml", "\ufeff" + PACK.replace("\n", "\r\n"))
    rules, problems = load_rules(folder)
    assert (len(rules.packs), problems) == (1, [])


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("tower: tower\n", 1, 8), ("tower:\n", 1, 1), ("tower: [tower, 3]\n", 1, 16)],
)
def test_a_broken_list_of_subjects(folder: Path, text: str, line: int, column: int) -> None:
    write(folder, "subjects.yaml", text)
    _, problems = load_rules(folder)
    assert f"subjects.yaml:{line}:{column}: " in shown(folder, problems)[0]


@pytest.mark.parametrize(
    ("text", "place", "cause"),
    [
        ("scopes: [{name: x, near: '(x'}]\n", "1:26", "not an RE2 pattern"),
        ("scope: []\n", "1:1", "unknown key 'scope'"),
        ("vetoes: [{near: x}]\n", "1:10", "the key 'why' is missing"),
    ],
)
def test_broken_shared_scopes(folder: Path, text: str, place: str, cause: str) -> None:
    write(folder, "scopes.yaml", text)
    rules, problems = load_rules(folder)
    assert shown(folder, problems)[0].startswith(f"scopes.yaml:{place}: {cause}")
    assert len(rules.packs) == 1


# --- between packs ------------------------------------------------------------------------------


def test_two_packs_for_one_attribute(folder: Path) -> None:
    write(folder, "towers/taller.yaml", PACK.replace("height of the tower", "how tall it is"))
    rules, problems = load_rules(folder)
    assert shown(folder, problems) == [
        "towers/taller.yaml:1:12: two packs for the attribute 'height'"
    ]
    assert "height.yaml has it" in problems[0].next_step
    # The first one stands.
    assert [p.label for p in rules.packs] == ["height of the tower"]


def test_a_broken_pack_leaves_the_others_and_their_mistakes(folder: Path) -> None:
    write(folder, "a.yaml", PACK.replace("height", "width").replace("label", "lable"))
    write(folder, "b.yaml", PACK.replace("height", "depth"))
    write(folder, "c.yaml", PACK.replace("height", "weight").replace("unit: meter", "unit: x"))
    rules, problems = load_rules(folder)
    assert [p.attribute for p in rules.packs] == ["depth", "height"]
    assert {Path(p.place.path).name for p in problems if p.place} == {"a.yaml", "c.yaml"}


def test_packs_come_in_order_of_path(folder: Path) -> None:
    for name in ("z/b", "a/z", "m"):
        write(folder, f"{name}.yaml", PACK.replace("height", name.replace("/", "_")))
    rules, _ = load_rules(folder)
    assert [p.attribute for p in rules.packs] == ["a_z", "m", "height", "z_b"]


# --- the digest ---------------------------------------------------------------------------------


def test_the_digest_does_not_depend_on_where_the_packs_lie(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "copy"
    shutil.copytree(folder, elsewhere)
    assert load_rules(elsewhere)[0].digest == load_rules(folder)[0].digest


def test_the_digest_changes_with_what_the_packs_say(folder: Path) -> None:
    digests = {load_rules(folder)[0].digest}
    for change in [("rise]", "climb]"), ("a model", "A model"), ("examples:", "# more\nexamples:")]:
        digests.add(changed(folder, change)[0].digest)
    write(folder, "subjects.yaml", "tower: [tower]\n")
    digests.add(load_rules(folder)[0].digest)
    (folder / "towers" / "height.yaml").rename(folder / "height.yaml")
    digests.add(load_rules(folder)[0].digest)
    assert len(digests) == 6


def test_other_files_say_nothing(folder: Path) -> None:
    before = load_rules(folder)
    write(folder, "towers/README.md", "how to measure towers")
    write(folder, "towers/height.yaml.orig", "lable: x")
    (folder / "folder.yaml").mkdir()
    assert load_rules(folder) == before


# --- where the shipped packs are ----------------------------------------------------------------


def test_the_shipped_packs_are_those_of_the_checkout() -> None:
    assert shipped_folder() == Path(claimcheck.__file__).parents[2] / "rules"
    assert load_rules()[0].digest == load_rules(shipped_folder())[0].digest


def test_in_a_wheel_they_lie_inside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(shipped_folder(), tmp_path / "rules")
    monkeypatch.setattr(rulepacks, "files", lambda package: tmp_path)
    assert shipped_folder() == tmp_path / "rules"
    rules, problems = load_rules()
    assert problems == []
    assert len(rules.packs) >= 6
