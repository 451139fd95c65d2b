"""The families of categories.toml: their words, which lie under which, and their patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec


class Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An example: a sentence, and what is read in it."""

    text: str
    value: str
    subject: str = ""
    part: str = ""
    negative: bool = False


class Family(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A family of categories.toml, which says what its fields mean."""

    functional: bool
    unrelated: Literal["near", "apart"]
    said: list[Said]
    nothing: list[str]
    words: dict[str, str] = {}
    under: dict[str, str] = {}
    near: list[tuple[str, str]] = []
    opposite: list[tuple[str, str]] = []


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    family: dict[str, Family]
    parts: dict[str, str]
    lists: dict[str, str]
    regions: dict[str, str]
    aliases: dict[str, str]


_TABLE = msgspec.toml.decode(
    files("claimcheck.claims.categories").joinpath("categories.toml").read_bytes(), type=_Table
)
FAMILIES = _TABLE.family
"""The families by name, with their examples."""

LISTS = {name: frozenset(words.split()) for name, words in _TABLE.lists.items()}
"""Words that several readers ask for, by what they are."""

PARTS, REGIONS, ALIASES = _TABLE.parts, _TABLE.regions, _TABLE.aliases
REGION_OF = {p: r for r, places in REGIONS.items() for p in places.split(", ")}


@cache
def is_functional(family: str) -> bool:
    """Whether a thing has one value of a family at a time, so that another contradicts it."""
    return FAMILIES[family].functional


def wider_line(under: dict[str, str], value: str) -> list[str]:
    """A value and the wider ones above it."""
    line = [value]
    while line[-1] in under:
        line.append(under[line[-1]])
    return line


_NO_PLURAL = frozenset("aircraft shorts jeans trousers hair".split())


def plural(word: str) -> str:
    """A noun in the plural."""
    if word.endswith("knife"):
        return f"{word[:-2]}ves"
    if word in _NO_PLURAL:
        return word
    if word.endswith("y") and word[-2] not in "aeou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "ss", "x", "ch", "sh")) else f"{word}s"


def surfaces(words: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """The words of a table with the value of each, in the singular and in the plural."""
    one = {plain(w): v for v, said in words.items() for w in (v, *said.split(", ")) if w}
    return one, {plural(word): value for word, value in one.items()}


def plain(words: str) -> str:
    """Words with single blanks between them, and no hyphens."""
    return re.sub(r"[\s-]+", " ", words)


def any_of(words: Iterable[str]) -> str:
    """The pattern of any of some words, the longest first; a blank may be a hyphen."""
    ordered = sorted(words, key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"[\s-]") for w in ordered) + ")"
