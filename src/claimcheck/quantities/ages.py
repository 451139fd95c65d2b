"""Ages that are said without a unit: "Ada Brown, 35, left", "children under 16"."""

from __future__ import annotations

import re
from importlib.resources import files

import msgspec


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence, and the age that it tells; None where its number is none."""

    text: str
    age: float | None = None


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """ages.toml."""

    persons: str
    bounds: str
    leads: str
    reads: list[Example]
    refuses: list[Example]


def table() -> Table:
    """ages.toml, with its examples."""
    data = files("claimcheck.quantities").joinpath("ages.toml").read_bytes()
    return msgspec.toml.decode(data, type=Table)


_TABLE = table()
_LEADS = frozenset(_TABLE.leads.split())
_PERSONS = frozenset(_TABLE.persons.split())
_BOUNDS = frozenset(_TABLE.bounds.split())
_APPOSING = frozenset((",", "(", "now", "then", "both", "only", "just"))
WORDS = _LEADS | _PERSONS | _APPOSING | {"of", "between"}
"""The words and signs directly before an age and its hedge."""

_OLDEST = 120
_REACH = 40
_NAMED = re.compile(r"[A-Z][\w'’-]+(?:,\s|\s\()(?:(?:now|then|both|only|just)\s)?\Z")
_CLOSED = re.compile(r"(?:,(?!\s?\d)|\)|\.(?=\s|\Z)|\sand\s(?!\d)|\Z)")
_OF_AGE = re.compile(r"\bages?\sof\s\Z")
_AGED_BETWEEN = re.compile(r"\baged?\sbetween\s\Z")


def is_age(text: str, folded: str, start: int, end: int, word: str, hedge: str) -> bool:
    """Whether the number without a unit at `[start, end)` is an age in years. Before it stands
    `word`, one of WORDS, and between them the words of `hedge`, which `start` takes in."""
    if word in _LEADS:
        return True
    low = max(0, start - _REACH)
    if word == "of":
        return _OF_AGE.search(folded, low, start) is not None
    if word == "between":
        return _AGED_BETWEEN.search(folded, low, start) is not None
    if word in _PERSONS:
        return hedge in _BOUNDS
    if _CLOSED.match(folded, end) is None or hedge:
        return False
    return _NAMED.search(text, low, start) is not None


def may_be_age(value: float) -> bool:
    """Whether a person may be so old."""
    return 0 < value <= _OLDEST and value == int(value)
