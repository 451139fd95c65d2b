"""JSON Lines: an article a line, `{"id", "text", "title"?, "source"?, "url"?, "published"?, …}`."""

from __future__ import annotations

import json
import re
from typing import Any

from claimcheck.articles.article import Article
from claimcheck.articles.encoding import decoded_lines
from claimcheck.articles.metadata import Mistake, checked_fields, half_a_character, is_unicode
from claimcheck.articles.reading import Reading
from claimcheck.articles.tomlfile import type_name
from claimcheck.errors import InputError, Place


def read(data: bytes, path: str) -> Reading:
    """The articles of `data`, and a mistake for everything that keeps a line from being one.

    Blank lines are passed over, and so are fields that no article has: archives carry many.
    """
    try:
        lines = decoded_lines(data, path)
    except InputError as error:
        return Reading(problems=(error,))
    articles: list[tuple[Place, Article]] = []
    problems: list[InputError] = []
    for number, line in enumerate(lines, 1):
        if isinstance(line, InputError):
            problems.append(line)
        elif line.strip():
            article = _record(line, Place(path, number, 1))
            if isinstance(article, Article):
                articles.append((Place(path, number), article))
            else:
                problems += article
    return Reading(tuple(articles), tuple(problems))


def _record(line: str, place: Place) -> Article | list[InputError]:
    try:
        raw = json.loads(line)
    except json.JSONDecodeError as error:
        where = Place(place.path, place.line, error.colno)
        cause = f"this line is no JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        return [InputError(cause, place=where, next_step="Write one JSON object a line")]
    except (RecursionError, ValueError):  # nested without end; a number of thousands of digits
        cause = "this line is no JSON that can be read: it nests too deeply or a number is too long"
        return [InputError(cause, place=place, next_step="Write one flat JSON object a line")]
    if not isinstance(raw, dict):
        cause = f"this line is {type_name(raw)}, not an object"
        return [InputError(cause, place=place, next_step='Write {"id": "…", "text": "…"}')]
    fields, mistakes = checked_fields(raw)
    for name in ("text", "id"):
        if mistake := _required(name, raw.get(name)):
            mistakes.insert(0, mistake)
    mistakes += [half_a_character(n) for n in ("id", "text") if not is_unicode(raw.get(n))]
    if mistakes:
        return [
            InputError(m.cause, place=_field_place(line, m.field, place), next_step=m.next_step)
            for m in mistakes
        ]
    known: dict[str, Any] = {**fields}
    return Article(id=raw["id"], text=raw["text"], path=place.path, line=place.line, **known)


def _required(name: str, value: object) -> Mistake | None:
    if value is None:
        return Mistake(name, f"`{name}` is missing", f'Add "{name}": "…"')
    if not isinstance(value, str):
        return Mistake(name, f"`{name}` is {type_name(value)}, not a string", "Write it in quotes")
    if not value.strip():
        return Mistake(name, f"`{name}` is empty", f'Fill in "{name}", or remove the line')
    return None


def _field_place(line: str, name: str, place: Place) -> Place:
    # Within a JSON string quotes are escaped, so this is found at a key alone.
    found = re.search(rf'(?<!\\)"{name}"\s*:', line)
    return Place(place.path, place.line, found.start() + 1) if found else place
