"""Front matter: what a Markdown file says of its article, in YAML between `---` or in TOML
between `+++`.

    ---
    title: Two quakes hit West Papua
    date: 2009-01-07
    outlet: Reuters
    ---
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Any, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from claimcheck.articles.metadata import checked_fields
from claimcheck.articles.positions import Lines
from claimcheck.articles.tomlfile import toml_mistake
from claimcheck.errors import InputError, Place

# The names that generators of sites give to the fields of an article; the first that is there
# tells. All other keys are their own business.
_NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("title",),
    "published": ("published", "date"),
    "reference": ("reference",),
    "source": ("source", "outlet", "author"),
    "url": ("url", "canonical"),
    "story": ("story",),
    "language": ("language", "lang"),
}

_OPENER = re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n?|\n)")
_CLOSER = {
    "---": re.compile(r"(?m)^(?:---|\.\.\.)[ \t]*(?:$|\r)"),
    "+++": re.compile(r"(?m)^\+\+\+[ \t]*(?:$|\r)"),
}

# "2009-01-07 09:30:00 +0900" is how generators write it; ISO 8601 has no space there.
_OFFSET = re.compile(r"(?<=\d)[ \t]+(?=[+-]\d\d:?\d\d$|Z$)")


class FrontMatter(NamedTuple):
    """The fields of an article that are told, where the front matter ends, and its mistakes."""

    fields: Mapping[str, str]
    end: int
    problems: tuple[InputError, ...] = ()


class _Told(NamedTuple):
    """What a key says, and where it stands."""

    value: object
    place: Place


def front_matter(text: str, path: str) -> FrontMatter:
    """The front matter that `text` opens with; none where it opens with something else, as with
    a line across the page."""
    opener = _OPENER.match(text)
    closer = _CLOSER[opener[1]].search(text, opener.end()) if opener else None
    if opener is None or closer is None:
        return FrontMatter({}, 0)
    # The line of the fence stays, empty, so that lines are counted as in the file.
    inside = "\n" + text[opener.end() : closer.start()]
    try:
        told = _yaml(inside, path) if opener[1] == "---" else _toml(inside, path)
    except InputError as error:
        return FrontMatter({}, closer.end(), (error,))
    if told is None:
        return FrontMatter({}, 0)
    raw: dict[str, object] = {}
    places: dict[str, Place] = {}
    for field, names in _NAMES.items():
        found = next((told[n] for n in names if n in told and told[n].value is not None), None)
        if found:
            raw[field], places[field] = found
    fields, mistakes = checked_fields(raw)
    return FrontMatter(
        fields,
        closer.end(),
        tuple(InputError(m.cause, place=places[m.field], next_step=m.next_step) for m in mistakes),
    )


def _yaml(text: str, path: str) -> dict[str, _Told] | None:
    """The keys of YAML; None of what is no table of keys, which is no front matter."""
    try:
        root = YAML(typ="safe", pure=True).compose(text)
    except RecursionError:
        cause, place = "its values are nested too deeply", Place(path, 1)
        raise InputError(f"the front matter is no YAML: {cause}", place=place) from None
    except YAMLError as error:
        mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
        place = Place(path, mark.line + 1, mark.column + 1) if mark else Place(path, 1)
        cause = (error.problem if isinstance(error, MarkedYAMLError) else "") or "it cannot be read"
        raise InputError(
            f"the front matter is no YAML: {cause}",
            place=place,
            next_step="Correct it, or put a blank line before the first `---`",
        ) from None
    if root is None:
        return {}
    if not isinstance(root, MappingNode):
        return None
    told: dict[str, _Told] = {}
    for key, value in root.value:
        place = Place(path, key.start_mark.line + 1, key.start_mark.column + 1)
        name = str(key.value).casefold()
        if name in told:
            step = "Remove one of the two"
            raise InputError(f"the key `{name}` is written twice", place=place, next_step=step)
        told[name] = _Told(_value(name, value), place)
    return told


def _value(name: str, node: Node) -> object:
    """What a node says: a scalar as it is written, for a title may be a number; of several
    authors all; else what it is not."""
    if isinstance(node, ScalarNode):
        if (node.tag or "").endswith(":null"):
            return None
        if name in ("date", "published"):
            return _OFFSET.sub("", node.value)
        # JSON, which is YAML too, writes a character beyond U+FFFF as two halves.
        return node.value.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    if isinstance(node, SequenceNode):
        return _listed(name, [_value(name, item) for item in node.value])
    return {}


def _listed(name: str, values: list[Any]) -> object:
    words = [value for value in values if isinstance(value, str)]
    if name == "author":
        return ", ".join(words) or None
    return values


def _toml(text: str, path: str) -> dict[str, _Told]:
    try:
        raw = tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        cause, place = toml_mistake(error, text, path)
        step = "Correct it, or put a blank line before the first `+++`"
        raise InputError(
            f"the front matter is no TOML: {cause}", place=place, next_step=step
        ) from None
    except RecursionError:
        cause = "the front matter is no TOML: its values are nested too deeply"
        raise InputError(cause, place=Place(path, 1)) from None
    lines = Lines(path, text)
    told: dict[str, _Told] = {}
    for key, value in raw.items():
        written = re.search(rf"""(?m)^[ \t]*["']?({re.escape(key)})["']?[ \t]*[.=]""", text)
        place = lines.place(written.start(1)) if written else Place(path, 1)
        shown = _listed(key, value) if isinstance(value, list) else value
        told[key.casefold()] = _Told(shown, place)
    return told
