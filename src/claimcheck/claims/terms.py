"""Terms: words made comparable, so that "killed" in one article meets "deaths" in another.

A term is the class of a word (terms.toml), `#kill`, or else its stem: the word without the endings
of plurals, of the past and of -ing. Stems are for holding statements against each other, never for
showing.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

import msgspec

from claimcheck.claims.places import is_adjective
from claimcheck.quantities.nouns import singular


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    classes: dict[str, str]
    irregular: dict[str, str]
    predicates: dict[str, str]
    people: dict[str, str]
    stop: dict[str, str]


def _table() -> _Table:
    data = files("claimcheck.claims").joinpath("terms.toml").read_bytes()
    return msgspec.toml.decode(data, type=_Table)


_TABLE = _table()
STOP = frozenset(_TABLE.stop["words"].split())
"""Words that say nothing of what a statement is about."""

PREDICATES = frozenset(f"#{name}" for name in _TABLE.predicates["exclusive"].split())
"""Terms of which a number of people has one at most: the killed, the injured, the missing."""

_PEOPLE = frozenset(_TABLE.people["nouns"].split())
_IRREGULAR = dict(pair.split("=") for pair in _TABLE.irregular["stems"].split())
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("ings", ""), ("ing", ""), ("ed", ""), ("s", ""))
_SHORTEST = 3  # letters that an ending leaves


def stem(word: str) -> str:
    """A word without its ending: "stopped", "stopping" and "stops" are "stop"."""
    word = _IRREGULAR.get(word, word)
    for ending, instead in _ENDINGS:
        whole = word.endswith(("ss", "us", "is")) or len(word) - len(ending) < _SHORTEST
        if word.endswith(ending) and not whole:
            word = word[: -len(ending)] + instead
            break
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    return word[:-1] if len(word) > _SHORTEST + 1 and word.endswith("e") else word


_CLASSES = {word: f"#{name}" for name, said in _TABLE.classes.items() for word in said.split()}
_STEMS = {stem(word): name for word, name in reversed(_CLASSES.items())}


@lru_cache(maxsize=16384)
def term(word: str) -> str:
    """The class of a lower-case word, else its stem."""
    word = word.removesuffix("'s").removesuffix("’s")
    return _CLASSES.get(word) or _STEMS.get(stem(word)) or stem(word)


@lru_cache(maxsize=4096)
def is_person(noun: str) -> bool:
    """Whether a noun is of people, as far as the tables tell: "bystander", "Palestinians"."""
    one = singular(noun)
    return one in _PEOPLE or noun in _PEOPLE or one.endswith(("man", "woman")) or is_adjective(one)
