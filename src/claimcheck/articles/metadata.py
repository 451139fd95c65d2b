"""Metadata: what is known of an article beside its text, and corpus.toml, where it is written.

    [documents."37_1ecb.txt"]
    published = 2009-01-07        # ISO 8601 day or date-time
    source = "Reuters"

A document is named by its path relative to corpus.toml's own folder, with `/` on every system.
"""

from __future__ import annotations

import posixpath
import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from difflib import get_close_matches
from typing import NamedTuple

from claimcheck.articles.encoding import decoded
from claimcheck.articles.positions import Lines
from claimcheck.errors import InputError, Place, UsageError

FILE_NAME = "corpus.toml"
FIELDS = ("published", "reference", "source", "url", "title", "story", "language")
_DAYS = ("published", "reference")


class Mistake(NamedTuple):
    """What is wrong with one field, for the caller to place."""

    field: str
    cause: str
    next_step: str


def iso_day_or_time(value: object) -> str:
    """An ISO 8601 day or date-time in its one normal form, `2009-01-07` or `2009-01-07T09:30:00Z`
    with the offset spelled `+00:00`. Raises ValueError for anything else.
    """
    if isinstance(value, date):  # TOML has dates of its own; a datetime is a date, too
        return value.isoformat()
    if not isinstance(value, str):
        raise ValueError(f"{type_name(value)} is no date")
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        return datetime.fromisoformat(value).isoformat()


def checked_fields(raw: Mapping[str, object]) -> tuple[dict[str, str], list[Mistake]]:
    """The good ones of an article's FIELDS as normalised strings, and what is wrong with the rest.

    Null and blank say nothing and are left out; keys that are no FIELDS are not looked at.
    """
    good: dict[str, str] = {}
    mistakes: list[Mistake] = []
    for name in FIELDS:
        value = raw.get(name)
        if value is None or (isinstance(value, str) and not value.strip()):
            continue
        if name in _DAYS:
            try:
                good[name] = iso_day_or_time(value)
            except ValueError as error:
                mistakes.append(Mistake(name, f"`{name}` is no date: {error}", _WRITE_DATE))
        elif isinstance(value, str):
            good[name] = value
        else:
            cause = f"`{name}` is {type_name(value)}, not a string"
            mistakes.append(Mistake(name, cause, "Write it in double quotes"))
    return good, mistakes


_WRITE_DATE = "Write an ISO 8601 day such as 2009-01-07 or a date-time such as 2009-01-07T09:30Z"


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


@dataclass(frozen=True, slots=True)
class Metadata:
    """One corpus.toml: the fields it gives each document, and its mistakes."""

    documents: Mapping[str, Mapping[str, str]]
    problems: tuple[UsageError, ...]
    _keys: _Keys

    def stale(self, documents: Collection[str]) -> list[UsageError]:
        """A mistake for each entry that is about none of `documents`, those of the folder."""
        return [
            UsageError(
                f'there is no article "{name}" here',
                place=self._keys.place("documents", name),
                next_step=_did_you_mean(name, documents) or "Correct the name or remove the entry",
            )
            for name in self.documents
            if name not in documents
        ]


def load(data: bytes, path: str) -> Metadata:
    """The metadata in `data`, the bytes of the corpus.toml at `path`.

    All its mistakes are in `problems`. What is right beside a wrong field is kept, but where
    the file is no TOML nothing is.
    """
    text = ""
    try:
        if data.strip():  # an empty corpus.toml says nothing, and that is no mistake
            text = decoded(data, path)
        raw = tomllib.loads(text)
    except InputError as error:
        problem = UsageError(error.cause, place=error.place, next_step=error.next_step)
    except tomllib.TOMLDecodeError as error:
        problem = _syntax_error(error, text, path)
    except RecursionError:
        cause = "its values are nested too deeply"
        problem = UsageError(cause, place=Place(path), next_step=_FLATTEN)
    else:
        return _checked(raw, _Keys(path, text))
    return Metadata({}, (problem,), _Keys(path, text))


_FLATTEN = 'Write [documents."name"] tables of plain values'


def toml_mistake(error: tomllib.TOMLDecodeError, text: str, path: str) -> tuple[str, Place]:
    """What is wrong with a TOML text, and where: tomllib says it in its message alone."""
    cause, _, position = str(error).rpartition(" (at ")
    numbers = re.fullmatch(r"line (\d+), column (\d+)\)", position)
    end = Lines(path, text).place(len(text.rstrip()))
    place = Place(path, int(numbers[1]), int(numbers[2])) if numbers else end
    return f"{cause[:1].lower()}{cause[1:]}", place


def _syntax_error(error: tomllib.TOMLDecodeError, text: str, path: str) -> UsageError:
    cause, place = toml_mistake(error, text, path)
    return UsageError(
        f"this is no TOML: {cause}",
        place=place,
        next_step="Correct it; the articles were read without it",
    )


def _checked(raw: Mapping[str, object], keys: _Keys) -> Metadata:
    """The entries of a parsed corpus.toml, and everything that is wrong with them."""
    documents: dict[str, dict[str, str]] = {}
    problems: list[UsageError] = []

    def mistake(cause: str, next_step: str, *path: str) -> None:
        problems.append(UsageError(cause, place=keys.place(*path), next_step=next_step))

    def unknown(table: Mapping[str, object], known: tuple[str, ...], *path: str) -> None:
        for key in table:
            if key not in known:
                next_step = _did_you_mean(key, known) or f"Known here: {', '.join(known)}"
                mistake(f"unknown key `{key}`", next_step, *path, key)

    unknown(raw, ("documents",))
    tables = raw.get("documents", {})
    if not isinstance(tables, dict):
        mistake(f"`documents` is {type_name(tables)}, not a table", _FLATTEN, "documents")
        tables = {}
    for name, table in tables.items():
        path = ("documents", name)
        if not isinstance(table, dict):
            mistake(f'the entry "{name}" is {type_name(table)}, not a table', _FLATTEN, *path)
            continue
        unknown(table, FIELDS, *path)
        # "./a.txt" is "a.txt": an entry must not be lost by the way it is written.
        documents[posixpath.normpath(name)], mistakes = checked_fields(table)
        for field, cause, next_step in mistakes:
            mistake(cause, next_step, *path, field)
    return Metadata(documents, tuple(problems), keys)


class _Keys:
    """Where the keys of a TOML text are written; tomllib keeps no positions."""

    _HEADER = re.compile(
        r"""(?m)^[ \t]*\[[ \t]*["']?documents["']?[ \t]*\.[ \t]*"""
        r"""(?:"([^"\n]*)"|'([^'\n]*)'|([\w-]+))[ \t]*\]"""
    )

    def __init__(self, path: str, text: str) -> None:
        # Keys in comments are none, so comments are blanked; offsets stay.
        self._text = re.sub(r"(?m)^[ \t]*#.*$", lambda comment: " " * len(comment[0]), text)
        self._lines = Lines(path, text)
        # Most entries have a header of their own, which saves a search through a long file.
        self._headers = {
            posixpath.normpath(header[header.lastindex or 0]): header.start(header.lastindex or 0)
            for header in self._HEADER.finditer(self._text)
        }

    def place(self, *keys: str) -> Place:
        """The place of the last of `keys`, each looked for behind the one before it.

        A key spelled with escapes is not found; the place is then that of the key before it.
        """
        offset = 0
        if len(keys) > 1 and (header := self._headers.get(posixpath.normpath(keys[1]))):
            offset, keys = header, keys[2:]
        for key in keys:
            pattern = rf"""(?m)(?:^|[\s.\[{{,])["']?({re.escape(key)})["']?[ \t]*[].=]"""
            if found := re.compile(pattern).search(self._text, offset):
                offset = found.start(1)
        return self._lines.place(offset)


def _did_you_mean(name: str, known: Iterable[str]) -> str:
    close = get_close_matches(name, sorted(known), n=1)
    return f'Did you mean "{close[0]}"?' if close else ""
