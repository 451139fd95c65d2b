"""The words around a number that hedge it: finding the phrases of hedges.toml in text."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claimcheck.quantities.hedges import Hedge

_REACH = 40  # no phrase of the table, with the words that may stand behind it, is longer
# What may stand between a hedge and its number: "almost a day", "about the same 20 km".
_BETWEEN = re.compile(r"(?:\s(?:an?|the|her|his|its|their))?\s*\Z")
_PREVIOUS = re.compile(r"([\w'’]+)[\s,(]*\Z")

# "over two days" in which something goes on is its setting, not a bound on its length: "talks
# were held over two days". It is a bound only behind a verb that takes a length, a word that
# leads one, or nothing.
_TAKES_LENGTH = frozenset(
    "in for after of within take takes taking took taken last lasts lasted lasting is was were be "
    "been being spend spends spent need needs require requires required waited wait by and or "
    "with well than to just have has had".split()
)


@dataclass(frozen=True, slots=True)
class HedgePhrase:
    """A hedge said at `[start, end)`."""

    hedge: Hedge
    start: int
    end: int


@cache
def _phrases(side: str) -> dict[str, list[tuple[str, Hedge]]]:
    """Phrases of one side by the word that is next to the number, longest first."""
    table = tomllib.loads(
        files("claimcheck.quantities").joinpath("hedges.toml").read_text(encoding="utf-8")
    )
    by_word: dict[str, list[tuple[str, Hedge]]] = {}
    for kind, entry in table.items():
        for phrase in entry.get(side, []):
            word = phrase.split()[-1 if side == "before" else 0]
            by_word.setdefault(word, []).append((phrase, Hedge(kind)))
    for phrases in by_word.values():
        phrases.sort(key=lambda item: -len(item[0]))
    return by_word


def hedge_before(folded: str, position: int, *, duration: bool = False) -> HedgePhrase | None:
    """The longest hedge that ends where a number begins, at `position`.

    Set `duration` for a length of time, whose "over" may be no hedge at all.
    """
    window = folded[max(0, position - _REACH) : position]
    gap = _BETWEEN.search(window)
    assert gap is not None
    left = re.sub(r"\s", " ", window[: gap.start()])
    offset = position - len(window)
    if left.endswith("~"):
        return HedgePhrase(Hedge.ABOUT, offset + len(left) - 1, offset + len(left))
    for phrase, hedge in _phrases("before").get(left.rpartition(" ")[2].lstrip("(“‘\"'—–-"), ()):
        start = len(left) - len(phrase)
        if left.endswith(phrase) and (start == 0 or not left[start - 1].isalnum()):
            if duration and phrase == "over" and not _takes_length(left[:start]):
                return None
            return HedgePhrase(hedge, offset + start, offset + len(left))
    return None


def _takes_length(left: str) -> bool:
    previous = _PREVIOUS.search(left)
    return previous is None or previous[1] in _TAKES_LENGTH


def hedge_behind(folded: str, position: int) -> HedgePhrase | None:
    """The hedge that begins behind a number, its unit and noun, at `position`."""
    space = re.compile(r"\s?").match(folded, position)
    assert space is not None
    start = space.end()
    word = re.compile(r"[a-z]*").match(folded, start)
    assert word is not None
    for phrase, hedge in _phrases("behind").get(word[0], ()):
        end = start + len(phrase)
        if folded.startswith(phrase, start) and not folded[end : end + 1].isalnum():
            # "or more likely", "or more than": the phrase goes on and means something else.
            if re.compile(r"\s(?:likely|than|of|commonly|often|importantly)\b").match(folded, end):
                continue
            return HedgePhrase(hedge, start, end)
    return None
