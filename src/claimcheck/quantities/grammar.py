"""The small words of the grammar, from grammar.toml."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from typing import Any

import msgspec


def table() -> dict[str, dict[str, Any]]:
    """grammar.toml, with its examples."""
    data = files("claimcheck.quantities").joinpath("grammar.toml").read_bytes()
    return msgspec.toml.decode(data, type=dict[str, dict[str, Any]])


_TABLE = table()


def words(construction: str, key: str = "words") -> frozenset[str]:
    """The words of one row of the table."""
    return frozenset(_TABLE[construction][key].split())


def phrases(construction: str, key: str) -> list[str]:
    """The phrases of one row, which are listed one by one."""
    return list(_TABLE[construction][key])


def hedging_prefixes() -> dict[str, str]:
    """Prefixes that hedge a number, with the kind of hedge."""
    return dict(_TABLE["prefix"]["hedging"])


def either(words: Iterable[str]) -> str:
    """A pattern of the words, the longest first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))
