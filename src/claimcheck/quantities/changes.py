"""Changes: whether a number says how far something moved, and which way (changes.toml)."""

from __future__ import annotations

from importlib.resources import files
from typing import Literal

import msgspec

from claimcheck.quantities.lexicon import Unit


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence with one number, and which way it says that something moved."""

    text: str
    way: Literal["up", "down"] | None = None


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """changes.toml."""

    up: str
    down: str
    measured: dict[str, str]
    by: dict[str, str]
    phrasal: dict[str, str]
    factor: dict[str, float]
    reads: list[Example]
    refuses: list[Example]


def table() -> Table:
    """changes.toml, with its examples."""
    data = files("claimcheck.quantities").joinpath("changes.toml").read_bytes()
    return msgspec.toml.decode(data, type=Table)


_TABLE = table()
FACTORS = _TABLE.factor
"""Verbs that multiply what was there before, and by how much."""

_ALWAYS = dict.fromkeys(_TABLE.up.split(), 1) | dict.fromkeys(_TABLE.down.split(), -1)
_MEASURED = dict.fromkeys(_TABLE.measured["up"].split(), 1) | dict.fromkeys(
    _TABLE.measured["down"].split(), -1
)
_BY = dict.fromkeys(_TABLE.by["up"].split(), 1) | dict.fromkeys(_TABLE.by["down"].split(), -1)
_PHRASAL = frozenset(_TABLE.phrasal["verbs"].split())
_PARTICLES = frozenset(("up", "down", "off"))
_NOUNS = tuple(
    f" {noun}" for noun in (*_TABLE.measured["nouns"].split(), *_TABLE.measured["jobs"].split())
)
_EXTENTS = frozenset(("length", "time", "area", "angle"))  # "sank 40 miles off"
_BETWEEN = frozenset("by a an another further some its".split())
_REACH = 40

WORDS = frozenset((*_ALWAYS, *_MEASURED, "by", "a", "an", "another", "further", "some", "its"))
"""The words directly before a number that may say how something moved."""


def way_before(folded: str, position: int, unit: Unit | None, end: int, *, money: bool) -> int:
    """Which way the words before `position` say that something moved: 1, -1, or 0 for neither.

    What moved has this `unit`, or is `money`, or is what stands at `end`.
    """
    words = folded[max(0, position - _REACH) : position].rpartition("\n\n")[2].split()
    by = False
    while words and words[-1] in _BETWEEN:
        by = words.pop() == "by" or by
    if not words:
        return 0
    word = words[-1]
    if word in _PARTICLES and len(words) > 1 and words[-2] in _PHRASAL:
        return 0
    if word in _ALWAYS:
        return _ALWAYS[word]
    if by and word in _BY:
        return _BY[word]
    if word in _MEASURED and (
        money
        or (unit is not None and unit.dimension not in _EXTENTS)
        or (unit is None and folded.startswith(_NOUNS, end))
    ):
        return _MEASURED[word]
    return 0


def way_over(folded: str, position: int) -> int:
    """The way of a change "from X to Y" whose "from" stands at `position`: its verb is one of the
    few words before."""
    words = folded[max(0, position - _REACH) : position].split()[-4:]
    ways = _ALWAYS | _MEASURED | _BY
    return next((ways[word] for word in reversed(words) if word in ways), 0)
