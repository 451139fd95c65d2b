"""TOML files: where every key stands, however it is nested, and what is wrong with the text."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.articles.tomlfile import TomlFile, did_you_mean, parse, type_name


def toml(text: str) -> TomlFile:
    return parse(text.encode(), "c.toml", flatten="Flatten it", syntax="Correct it")


@pytest.mark.parametrize(
    ("text", "keys", "place"),
    [
        ("a = 1\n", ("a",), "1:1"),
        ("a = 1\nb = 2\n", ("b",), "2:1"),
        ("[a]\nb = 1\n", ("a", "b"), "2:1"),
        ("[a.b]\nc = 1\n", ("a", "b", "c"), "2:1"),
        ("[a.b]\nc = 1\n", ("a", "b"), "1:4"),
        ("[ a . 'b c' ]\nd = 1\n", ("a", "b c"), "1:8"),
        ("a.b.c = 1\n", ("a", "b", "c"), "1:5"),
        ("[t]\na.b = 1\n", ("t", "a", "b"), "2:3"),
        ("a = {b = 1, c = {d = 2}}\n", ("a", "c", "d"), "1:18"),
        ("a = {b = 1}\nc = 1\n", ("c",), "2:1"),
        ("a = {}\nc = 1\n", ("c",), "2:1"),
        ("[[a]]\nb = 1\n[c]\nb = 1\n", ("c", "b"), "4:1"),
        # What looks like a key and is none.
        ("# b = 1\na = 1 # b = 1\nb = 1\n", ("b",), "3:1"),
        ("a = 'b = 1'\nb = 1\n", ("b",), "2:1"),
        ('a = """\nb = 1\n\\""" b = 2"""\nb = 1\n', ("b",), "4:1"),
        ("a = '''\nb = 1\n'''\nb = 1\n", ("b",), "4:1"),
        ("a = [\n  'b', # b = 1\n  {b = 1},\n]\nb = 1\n", ("b",), "5:1"),
        ("[b.a]\n[a]\nb = 1\n", ("a", "b"), "3:1"),
        ("a = 1979-05-27 07:32:00\nb = -1.5e+3\nc = nan\n", ("c",), "3:1"),
        # Keys in quotes and with escapes: the place is that of the key itself.
        ('"a.b" = 1\n', ("a.b",), "1:2"),
        ('x = 1\n"\\u0061" = 1\n', ("a",), "2:2"),
        ("a = 1\r\nb = 1\r\n", ("b",), "2:1"),
        # What is not there is placed where it is missed.
        ("x = 1\n[a]\nb = 1\n", ("a", "c"), "2:2"),
        ("x = 1\n", ("a",), "1:1"),
    ],
)
def test_a_key_has_its_place(text: str, keys: tuple[str, ...], place: str) -> None:
    assert str(toml(text).place(*keys)) == f"c.toml:{place}"


def ways(table: Mapping[str, object], *above: str) -> Iterator[tuple[str, ...]]:
    for key, value in table.items():
        yield (*above, key)
        if isinstance(value, dict):
            yield from ways(value, *above, key)


NAMES = st.text("ab.-\"'\\ é=#[]{}", max_size=3)
TABLES = st.recursive(
    st.dictionaries(NAMES, st.integers(), max_size=3),
    lambda below: st.dictionaries(NAMES, below | st.text("a=\"'#{}", max_size=4), max_size=3),
    max_leaves=6,
)


def quoted(name: str) -> str:
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def inline(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{quoted(k)} = {inline(v)}" for k, v in value.items()) + "}"
    return quoted(value) if isinstance(value, str) else str(value)


def headed(table: Mapping[str, object], *above: str) -> str:
    plain = {k: v for k, v in table.items() if not isinstance(v, dict)}
    lines = [f"[{'.'.join(map(quoted, above))}]\n"] if above else []
    lines += [f"{quoted(k)} = {inline(v)}\n" for k, v in plain.items()]
    lines += [headed(v, *above, k) for k, v in table.items() if isinstance(v, dict)]
    return "".join(lines)


@given(TABLES)
def test_every_key_of_any_table_is_found_where_it_is_written(table: dict[str, object]) -> None:
    for text in (headed(table), "".join(f"{quoted(k)} = {inline(v)}\n" for k, v in table.items())):
        file = toml(text)
        assert file.values == tomllib.loads(text) == table
        lines = text.split("\n")
        for way in ways(table):
            place = file.place(*way)
            assert place.line
            assert place.column
            written = lines[place.line - 1][place.column - 2 :]
            assert written.startswith(quoted(way[-1]))


def test_what_is_no_toml_has_one_problem_and_no_values() -> None:
    file = toml("a = \n")
    assert file.values == {}
    (problem,) = file.problems
    assert str(problem).startswith("c.toml:1:5: this is no TOML: ")
    assert problem.next_step == "Correct it"


@pytest.mark.parametrize(
    ("value", "name"),
    [(True, "a boolean"), (1, "a number"), ("", "a string"), ([], "a list"), (None, "null")],
)
def test_a_type_has_a_name_in_words(value: object, name: str) -> None:
    assert type_name(value) == name


def test_the_most_similar_name_is_asked_for() -> None:
    assert did_you_mean("pahts", ["paths", "rules"]) == 'Did you mean "paths"?'
    assert did_you_mean("xyz", ["paths", "rules"]) == ""
