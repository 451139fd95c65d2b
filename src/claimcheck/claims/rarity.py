"""Rarity: how rare words are in news at large, so that five articles are judged as five
thousand are.

Words stand as their stems (claims/terms.py). The table (rarity.toml) was counted over the
frequencies of words in Reuters-21578, of 1987, with everyday words of other desks added by hand.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import msgspec

BACKGROUND = 20_000
"""Articles of news at large that a corpus is taken to be a part of: about those of the table. The
corpus' own articles count beside them, so that what a large corpus always says is common."""

UNKNOWN = 10
"""In how many of those a word stands that the table does not have. It leaves out words of fewer
than 18; and to take a word for rarer still would let one odd spelling outweigh all else."""

COMMON = 0.1
"""The share of articles from which on a word says nothing of what an article is about: "bank" and
"week" in the table, and the grammar of the language."""

UNSEEN = 100
"""Among how many other articles a small corpus is taken to lie where words are counted in itself:
five retellings of one event say its words, and fifty that do have them from their genre. On the
development set 50 and 200 do as well."""

EVERYDAY = 0.5**6
"""The share of articles in which an everyday word stands, as far as the table's writer can tell."""


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    everyday: str
    shares: dict[str, str]


@lru_cache(maxsize=1)
def _shares() -> dict[str, float]:
    """In what share of all news a stem stands."""
    data = files("claimcheck.claims").joinpath("rarity.toml").read_bytes()
    table = msgspec.toml.decode(data, type=_Table)
    found = dict.fromkeys(table.everyday.split(), EVERYDAY)
    for octave, stems in table.shares.items():
        for stem in stems.split():
            found[stem] = max(found.get(stem, 0.0), 0.5 ** int(octave))
    return found


@dataclass(frozen=True, slots=True)
class Rarity:
    """What it says that two articles share a term: nothing if that is common, and the more the
    rarer it is, up to about five. `word` takes what many of these articles say for common, and
    `name` does not: all the articles of one event say whom it is about."""

    word: float
    name: float


def in_the_table(term: str) -> bool:
    """Whether news at large says a term often enough to be counted."""
    return term in _shares()


def rarities(counts: Mapping[str, int], articles: int) -> dict[str, Rarity]:
    """The rarity of each term, from how many of so many articles have it."""
    shares, whole = _shares(), BACKGROUND + articles
    found: dict[str, Rarity] = {}
    for term, n in counts.items():
        elsewhere = shares.get(term, 0.0) * BACKGROUND + UNKNOWN
        rare = max(0.0, math.log(COMMON * whole / (elsewhere + n)))
        found[term] = Rarity(min(rare, math.log((UNSEEN + articles) / n)), rare)
    return found
