"""The words around a number that hedge it: finding the phrases of hedges.toml in text."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claimcheck.quantities.hedges import BOUNDS, Hedge
from claimcheck.quantities.numerals import SMALL

_REACH = 40  # no phrase of the table, with the words that may stand behind it, is longer
# What may stand between a hedge and its number: "almost a day", "just her 20 carriages"; at most
# one line break.
_BETWEEN = re.compile(r"(?P<determiner>\s(?:an?|the|her|his|its|their))?[^\S\n]*(?:\n[^\S\n]*)?\Z")
_OPENING = "(“‘\"'—–-["
_PREVIOUS = re.compile(r"([\w'’]+)[\s,(]*\Z")
_NEXT = re.compile(r"\s?([a-z]*)")
# The phrase goes on and means something else ("or more likely", "plus a tip"), or it belongs to
# the number behind it: "killed 20, at least 5 of them".
_GOES_ON = re.compile(
    r"\s(?:[^\w\s]?\d|(?:likely|than|of|commonly|often|importantly"
    rf"|(?<=plus\s)(?:an?|the|another)|{'|'.join(SMALL)})\b)"
)

# "over two days" in which something goes on is its setting, not a bound on its length: "talks
# were held over two days". It is a bound only behind a verb that takes a length, a word that
# leads one, or nothing.
_TAKES_LENGTH = frozenset(
    "in for after of within take takes taking took taken last lasts lasted lasting is was were be "
    "been being spend spends spent need needs require requires required waited wait by and or "
    "with well than to just have has had".split()
)


# A negation turns a bound round: "no faster than 40 mph" is at most that.
_NEGATION = re.compile(r"\b(?:no|not|never)\s\Z")
_FLIPPED = {Hedge.MORE_THAN: Hedge.AT_MOST, Hedge.LESS_THAN: Hedge.AT_LEAST}


@dataclass(frozen=True, slots=True)
class HedgePhrase:
    """A hedge said at `[start, end)`."""

    hedge: Hedge
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: str
    hedge: Hedge
    preposition: bool


@cache
def _phrases(side: str) -> dict[str, list[_Phrase]]:
    """Phrases of one side by the word that is next to the number, longest first."""
    table = tomllib.loads(
        files("claimcheck.quantities").joinpath("hedges.toml").read_text(encoding="utf-8")
    )
    by_word: dict[str, list[_Phrase]] = {}
    for kind, entry in table.items():
        for words in entry.get(side, []):
            phrase = _Phrase(words, Hedge(kind), words in entry.get("prepositions", []))
            by_word.setdefault(words.split()[-1 if side == "before" else 0], []).append(phrase)
    for phrases in by_word.values():
        phrases.sort(key=lambda phrase: -len(phrase.words))
    return by_word


def hedge_before(
    folded: str, position: int, *, since: int = 0, duration: bool = False
) -> HedgePhrase | None:
    """The longest hedge that ends where a number begins, at `position`.

    Words before `since` belong to another number. Set `duration` for a length of time, whose
    "over" may be no hedge at all.
    """
    window = folded[max(0, position - _REACH) : position]
    offset = position - len(window)
    gap = _BETWEEN.search(window)
    assert gap is not None
    left = re.sub(r"\s", " ", window[: gap.start()])
    end = offset + len(left)
    if left.endswith("~") and end > since:
        return HedgePhrase(Hedge.ABOUT, end - 1, end)
    for phrase in _phrases("before").get(left.rpartition(" ")[2].lstrip(_OPENING), ()):
        start = end - len(phrase.words)
        glued = start > 0 and folded[start - 1].isalnum()
        if start < since or glued or not left.endswith(phrase.words):
            continue
        setting = duration and phrase.words == "over" and not _takes_length(left[:-4])
        if setting or (phrase.preposition and gap["determiner"]):
            return None
        negated = _NEGATION.search(folded, max(since, start - 6), start)
        if negated and phrase.hedge in _FLIPPED:
            return HedgePhrase(_FLIPPED[phrase.hedge], negated.start(), end)
        return HedgePhrase(phrase.hedge, start, end)
    return None


def hedges_before(
    folded: str, position: int, *, since: int = 0, duration: bool = False
) -> list[HedgePhrase]:
    """The hedge before a number, led by the bound that stands before that: "up to about 90"."""
    inner = hedge_before(folded, position, since=since, duration=duration)
    if inner is None:
        return []
    if inner.hedge not in BOUNDS:
        outer = hedge_before(folded, inner.start, since=since, duration=duration)
        if outer and outer.hedge in BOUNDS:
            return [outer, inner]
    return [inner]


def _takes_length(left: str) -> bool:
    previous = _PREVIOUS.search(left)
    return previous is None or previous[1] in _TAKES_LENGTH


def hedge_behind(folded: str, position: int) -> HedgePhrase | None:
    """The hedge that begins behind a number, its unit and noun, at `position`."""
    word = _NEXT.match(folded, position)
    assert word is not None
    start = word.start(1)
    for phrase in _phrases("behind").get(word[1], ()):
        end = start + len(phrase.words)
        said = folded.startswith(phrase.words, start) and not folded[end : end + 1].isalnum()
        if said and not _GOES_ON.match(folded, end):
            return HedgePhrase(phrase.hedge, start, end)
    return None
