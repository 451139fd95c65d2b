"""TOML files that people write: their values, where each key stands, and every mistake in them.

tomllib keeps no positions, so a second pass over the text finds those of the keys.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from difflib import get_close_matches
from functools import cached_property

from claimcheck.articles.encoding import decoded
from claimcheck.articles.positions import Lines
from claimcheck.errors import InputError, Place, UsageError


@dataclass
class TomlFile:
    """A TOML file: its `values`, and a list of `problems` to which whoever checks them adds.

    Where the file is no TOML it has one problem and no values.
    """

    path: str
    text: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    problems: list[UsageError] = field(default_factory=list)

    def place(self, *keys: str) -> Place:
        """Where the last of `keys`, each a key in the table of the one before it, is written; of
        one that is not there, where the table is that lacks it."""
        while keys and keys not in self._places:
            keys = keys[:-1]
        return self._lines.place(self._places[keys][0] if keys else 0)

    def places(self, *keys: str) -> list[Place]:
        """Every place where a key is written: of tables in a list, one each."""
        return [self._lines.place(offset) for offset in self._places.get(keys, ())]

    def mistake(self, cause: str, next_step: str, *keys: str) -> None:
        """Adds the mistake that the value of a key is."""
        self.problems.append(UsageError(cause, place=self.place(*keys), next_step=next_step))

    def unknown_keys(self, table: Mapping[str, object], known: Collection[str], *keys: str) -> None:
        """Adds a mistake for each key of a table, the one of `keys`, that is none of `known`."""
        for key in table:
            if key not in known:
                next_step = did_you_mean(key, known) or f"Known here: {', '.join(known)}"
                self.mistake(f"unknown key `{key}`", next_step, *keys, key)

    def table(self, value: object, what: str, next_step: str, *keys: str) -> Mapping[str, object]:
        """A value that must be a table; an empty one, and a mistake, where it is none."""
        if isinstance(value, dict):
            return value
        self.mistake(f"{what} is {type_name(value)}, not a table", next_step, *keys)
        return {}

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.path, self.text)

    @cached_property
    def _places(self) -> dict[tuple[str, ...], list[int]]:
        places: dict[tuple[str, ...], list[int]] = {}
        for keys, offset in _keys(self.text):
            places.setdefault(keys, []).append(offset)
        return places


def parse(data: bytes, path: str, *, flatten: str, syntax: str) -> TomlFile:
    """The TOML file with the bytes `data` at `path`.

    `flatten` is the next step where its values are nested too deeply, `syntax` where it is no TOML.
    """
    text = ""
    try:
        if data.strip():  # an empty file says nothing, and that is no mistake
            text = decoded(data, path)
        return TomlFile(path, text, tomllib.loads(text))
    except InputError as error:
        problem = UsageError(error.cause, place=error.place, next_step=error.next_step)
    except tomllib.TOMLDecodeError as error:
        cause, place = toml_mistake(error, text, path)
        problem = UsageError(f"this is no TOML: {cause}", place=place, next_step=syntax)
    except RecursionError:
        cause = "its values are nested too deeply"
        problem = UsageError(cause, place=Place(path), next_step=flatten)
    return TomlFile(path, text, problems=[problem])


def type_name(value: object) -> str:
    """The type of a TOML or JSON value in words: "a number", "a list"."""
    for types, name in _TYPE_NAMES:
        if isinstance(value, types):
            return name
    return "null"


_TYPE_NAMES: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (bool, "a boolean"),
    ((int, float), "a number"),
    (str, "a string"),
    (list, "a list"),
    (dict, "a table"),
    ((date, time), "a date or time"),
)


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The question whether the most similar of `known` names was meant; "" where none is."""
    close = get_close_matches(name, sorted(known), n=1)
    return f'Did you mean "{close[0]}"?' if close else ""


def toml_mistake(error: tomllib.TOMLDecodeError, text: str, path: str) -> tuple[str, Place]:
    """What is wrong with a TOML text, and where: tomllib says it in its message alone."""
    cause, _, position = str(error).rpartition(" (at ")
    numbers = re.fullmatch(r"line (\d+), column (\d+)\)", position)
    end = Lines(path, text).place(len(text.rstrip()))
    place = Place(path, int(numbers[1]), int(numbers[2])) if numbers else end
    return f"{cause[:1].lower()}{cause[1:]}", place


_TOKEN = re.compile(
    r'''
    (?P<comment> \#[^\n]* )
  | (?P<text> """(?:[^\\]|\\.)*?"{3,5} | \'\'\'.*?\'{3,5} )
  | (?P<name> "(?:[^"\\\n]|\\.)*" | '[^'\n]*' | [\w+-]+ )
  | (?P<sign> [\[\]{}=,\n] )
    ''',
    re.DOTALL | re.VERBOSE,
)


def _keys(text: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """Every key of a TOML text that tomllib reads, as the way to it, and the offset of its last
    part. Elements of a list have no keys of their own: `a` is the way to all of them."""
    header: tuple[str, ...] = ()
    # What is open around a value: the way to it, and whether it is a table or a list.
    inside: list[tuple[tuple[str, ...], bool]] = []
    way: tuple[str, ...] = ()  # to the value that is read
    parts: list[tuple[str, int]] = []  # of the key that is read
    reads_key = True
    for token in _TOKEN.finditer(text):
        sign = token["sign"]
        if token["name"] and reads_key:
            quoted = token["name"][0] in "\"'"
            parts.append((_name(token["name"]), token.start() + quoted))
        elif (sign == "=" and reads_key) or (sign == "]" and reads_key and parts):
            base = (inside[-1][0] if inside else header) if sign == "=" else ()
            for name, offset in parts:
                base = (*base, name)
                yield base, offset
            parts = []
            if sign == "=":
                way, reads_key = base, False
            else:
                header = base
        elif sign in ("{", "[") and not reads_key:
            inside.append((way, sign == "{"))
            reads_key = sign == "{"
        elif sign in ("}", "]") and inside:
            way, _ = inside.pop()
            reads_key, parts = False, []
        elif sign == "," and inside:
            way, reads_key = inside[-1]
        elif sign == "\n" and not inside:
            reads_key, parts = True, []


def _name(token: str) -> str:
    """A key without its quotes and escapes."""
    if "\\" in token and token[0] == '"':
        return str(tomllib.loads(f"key = {token}")["key"])
    return token[1:-1] if token[0] in "\"'" else token
