"""Nouns: what a number counts, as the singular of the noun that heads the words behind it.

No part of speech is known, so the noun phrase is read by its edges: it ends before a word of
`stops` (nouns.toml), at any punctuation, or at its first plural.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import msgspec


class Noun(NamedTuple):
    """A counted noun in the singular, and where its words end; "" where nothing is counted."""

    text: str
    end: int


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    stops: str
    of: str
    modifiers: str
    irregular: str
    reads: list[tuple[str, str]]
    refuses: list[str]


def table() -> _Table:
    """nouns.toml, with its examples."""
    data = files("claimcheck.quantities").joinpath("nouns.toml").read_bytes()
    return msgspec.toml.decode(data, type=_Table)


_TABLE = table()
_STOPS = frozenset(_TABLE.stops.split())
_LEADS_TO_WHOLE = frozenset(_TABLE.of.split())
_JOINS = frozenset(("and", "or"))
_GRADES = frozenset(("most", "more", "least", "many", "few", "ever"))
_MODIFIERS = frozenset(_TABLE.modifiers.split())
_IRREGULAR = dict(pair.split("=") for pair in _TABLE.irregular.split())

_WORD = re.compile(r"(?:[^\S\n]{1,2}|\n[^\S\n]{0,8})([a-z][a-z'’]*+(?:-[a-z]++)*)")
_HYPHENED = re.compile(r"[-\u2010\u2011]([a-z]++)")
_MEASURED = re.compile(r"\s\d[\d.,]*[- ]?[a-z]++")
_NO_NOUNS = ("ly", "ed", "ing")
_AHEAD = 6  # words of a noun phrase at most: "56 newly built armoured train carriages"


@lru_cache(maxsize=4096)
def singular(word: str) -> str:
    """The singular of an English noun; what is no plural stays as it is."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if not is_plural(word):
        return word
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=4096)
def is_plural(word: str) -> bool:
    """Whether a word has the form of a plural noun."""
    if word in _IRREGULAR:
        return True
    if word.endswith("men") and len(word) > 4:
        return word not in ("specimen", "regimen", "abdomen", "omen")
    return len(word) > 2 and word[-1] == "s" and word[-2:] not in ("ss", "us", "is", "'s", "’s")


def counted_noun(folded: str, position: int, *, one: bool = False) -> Noun:
    """The noun that a number ending at `position` counts; `one` where the number is a one.

    It is the first plural of the words behind, or where there is none the first word: a noun in
    the singular that a number leads is a measure, as in "a 12 page report".
    """
    if joined := _HYPHENED.match(folded, position):
        return Noun(singular(joined[1]), joined.end())
    first, first_end, end, whole = "", position, position, False
    for _ in range(_AHEAD):
        step = _WORD.match(folded, end)
        if step is None:
            inner = _MEASURED.match(folded, end)
            if inner is None or whole:
                break
            end = inner.end()  # "2 million 9-litre cases"
            continue
        word = step[1]
        if word in _STOPS:
            if word in _LEADS_TO_WHOLE and not first and (whole or word == "of"):
                whole, end = True, step.end()
                continue
            if not (word in _JOINS and first and (whole or not one)) and not (
                whole and word in _GRADES
            ):
                break
            end = step.end()
            continue
        if is_plural(word):
            if word in _MODIFIERS:
                following = _WORD.match(folded, step.end())
                if following and following[1] not in _STOPS and is_plural(following[1]):
                    word, step = following[1], following  # "20 sports cars"
            return Noun(singular(word), step.end())
        end = step.end()
        if one and not whole:
            first, first_end = word, end  # "one particular demand": the last of them
        elif not first:
            first, first_end = word, end
    if not first or whole or first.endswith(_NO_NOUNS):
        return Noun("", position)
    return Noun(first, first_end)
