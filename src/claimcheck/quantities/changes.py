"""Changes: whether a number says how far something moved, and which way (changes.toml)."""

from __future__ import annotations

from importlib.resources import files
from typing import Literal

import msgspec


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence with one number, and which way it says that something moved."""

    text: str
    way: Literal["up", "down"] | None = None


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """changes.toml."""

    up: str
    down: str
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

WAYS = dict.fromkeys(_TABLE.up.split(), 1) | dict.fromkeys(_TABLE.down.split(), -1)
"""1 for a word that leads a rise, -1 for one that leads a fall."""

_BETWEEN = frozenset("by a an another further some its".split())
_REACH = 40


def way_before(folded: str, position: int) -> int:
    """Which way the words before `position` say that something moved: 1, -1, or 0 for neither."""
    words = folded[max(0, position - _REACH) : position].split()
    while words and words[-1] in _BETWEEN:
        words.pop()
    return WAYS.get(words[-1], 0) if words else 0


def way_over(folded: str, position: int) -> int:
    """The way of a change "from X to Y" whose "from" stands at `position`: its verb is one of the
    few words before."""
    words = folded[max(0, position - _REACH) : position].split()[-4:]
    return next((WAYS[word] for word in reversed(words) if word in WAYS), 0)
