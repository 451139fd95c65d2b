"""Metadata: what is known of an article beside its text, and corpus.toml, where it is written.

    [documents."37_1ecb.txt"]
    published = 2009-01-07        # ISO 8601 day or date-time
    source = "Reuters"

A document is named by its path relative to corpus.toml's own folder, with `/` on every system.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from claimcheck.articles.tomlfile import TomlFile, did_you_mean, parse, type_name
from claimcheck.errors import Place, UsageError

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
        elif not is_unicode(value):
            mistakes.append(half_a_character(name))
        elif isinstance(value, str):
            good[name] = value
        else:
            cause = f"`{name}` is {type_name(value)}, not a string"
            mistakes.append(Mistake(name, cause, "Write it in double quotes"))
    return good, mistakes


def is_unicode(value: object) -> bool:
    """Whether a value is no text, or one that can be encoded: JSON and YAML can write a lone
    surrogate, which no encoding of the output could hold."""
    return not isinstance(value, str) or not _SURROGATE.search(value)


def half_a_character(field: str) -> Mistake:
    """The mistake of a text that is not Unicode."""
    return Mistake(field, f"`{field}` holds half of a surrogate pair", "Write the whole character")


_SURROGATE = re.compile("[\ud800-\udfff]")
_WRITE_DATE = "Write an ISO 8601 day such as 2009-01-07 or a date-time such as 2009-01-07T09:30Z"


class Ignored(NamedTuple):
    """That a document is not to be held to a rule, as `[[documents."a.txt".ignore]]` says; where
    `quote` is given, only where the words have it in them."""

    rule: str
    reason: str
    place: Place
    quote: str = ""
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """One corpus.toml: the fields it gives each document, what each is not to be held to, and its
    mistakes."""

    documents: Mapping[str, Mapping[str, str]]
    ignored: Mapping[str, Sequence[Ignored]]
    problems: tuple[UsageError, ...]
    _places: Mapping[str, Place]

    def stale(self, documents: Collection[str]) -> list[UsageError]:
        """A mistake for each entry that is about none of `documents`, those of the folder."""
        return [
            UsageError(
                f'there is no article "{name}" here',
                place=self._places[name],
                next_step=did_you_mean(name, documents) or "Correct the name or remove the entry",
            )
            for name in self.documents
            if name not in documents
        ]


def load(data: bytes, path: str) -> Metadata:
    """The metadata in `data`, the bytes of the corpus.toml at `path`.

    All its mistakes are in `problems`. What is right beside a wrong field is kept, but where
    the file is no TOML nothing is.
    """
    file = parse(
        data, path, flatten=_FLATTEN, syntax="Correct it; the articles were read without it"
    )
    documents: dict[str, dict[str, str]] = {}
    ignored: dict[str, list[Ignored]] = {}
    places: dict[str, Place] = {}
    file.unknown_keys(file.values, ("documents",))
    tables = file.table(file.values.get("documents", {}), "`documents`", _FLATTEN, "documents")
    for name, table in tables.items():
        keys = ("documents", name)
        if not isinstance(table, dict):
            file.table(table, f'the entry "{name}"', _FLATTEN, *keys)
            continue
        file.unknown_keys(table, (*FIELDS, _IGNORE), *keys)
        # "./a.txt" is "a.txt": an entry must not be lost by the way it is written.
        normal = posixpath.normpath(name)
        places[normal] = file.place(*keys)
        documents[normal], mistakes = checked_fields(table)
        for field, cause, next_step in mistakes:
            file.mistake(cause, next_step, *keys, field)
        ignored[normal] = list(_ignored(file, table.get(_IGNORE, []), *keys, _IGNORE))
    return Metadata(documents, ignored, tuple(file.problems), places)


_IGNORE = "ignore"
_IGNORE_FIELDS = ("rule", "reason", "quote", "until")
_IGNORE_FORM = 'Write [[documents."name".ignore]] with a rule and a reason'


def _ignored(file: TomlFile, raw: object, *keys: str) -> Iterator[Ignored]:
    """What a document is not to be held to; what is wrong is added to the file's mistakes."""
    if not isinstance(raw, list):
        file.mistake(f"`ignore` is {type_name(raw)}, not a list of tables", _IGNORE_FORM, *keys)
        return
    # Of tables under headers each has a place of its own, of others in one list the first key has.
    places = file.places(*keys)
    if len(places) != len(raw):
        places = file.places(*keys, "rule")
    for number, table in enumerate(raw):
        place = places[number] if len(places) == len(raw) else file.place(*keys)
        mistakes: list[tuple[str, str]] = []
        fields: dict[str, str] = {}
        for name, value in table.items() if isinstance(table, dict) else ():
            if name not in _IGNORE_FIELDS:
                step = did_you_mean(name, _IGNORE_FIELDS) or _IGNORE_FORM
                mistakes.append((f"unknown key `{name}`", step))
            elif isinstance(value, date) and name == "until":
                fields[name] = value.isoformat()
            elif not isinstance(value, str):
                step = "Write it in double quotes"
                mistakes.append((f"`{name}` is {type_name(value)}, not a string", step))
            elif value.strip():
                fields[name] = value.strip()
        for name in ("rule", "reason"):
            if name not in fields:
                mistakes.append((f"what is ignored has no {name}", _IGNORE_FORM))
        if wrong := until_mistake(fields):
            mistakes.append(wrong)
        file.problems += [UsageError(c, place=place, next_step=step) for c, step in mistakes]
        if not mistakes:
            yield Ignored(**fields, place=place)


def until_mistake(fields: dict[str, str]) -> tuple[str, str] | None:
    """What is wrong with the last day, and the next step; a right one is put in its one form."""
    if "until" in fields:
        try:
            fields["until"] = date.fromisoformat(fields["until"]).isoformat()
        except ValueError:
            return f"`until` is no day: {fields['until']}", "Write it as 2027-01-31"
    return None


_FLATTEN = 'Write [documents."name"] tables of plain values'
