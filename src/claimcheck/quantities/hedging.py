"""The words around a number that hedge it: finding the phrases of hedges.toml in text."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from importlib.resources import files

from claimcheck.quantities.cardinals import SMALL
from claimcheck.quantities.hedges import BOUNDS, Hedge

_REACH = 40  # no phrase of the table, with the words that may stand behind it, is longer
# Between a hedge and its number a determiner may stand ("almost a day", "just her 20 carriages"),
# and one line break.
_BLANKS = str.maketrans(dict.fromkeys("\n\r\t\xa0\u2007\u2009\u202f", " "))
_OPENING = "(“‘\"'—–-["
_PREVIOUS = re.compile(r"([\w'’]+)[\s,(]*\Z")
_NEXT = re.compile(r"\s?([a-z]*)")
# The phrase goes on and means something else ("or more likely", "plus a tip"), or it belongs to
# the number behind it: "killed 20, at least 5 of them".
_GOES_ON = re.compile(
    r"\s(?:[^\w\s]?\d|(?:likely|than|of|commonly|often|importantly"
    rf"|(?<=and\sup\s)to|(?<=plus\s)(?:an?|the|another)|{'|'.join(SMALL)})\b)"
)

# "over two days" in which something goes on is its setting, not a bound on its length: "talks
# were held over two days". It is a bound only behind a verb that takes a length, a word that
# leads one, or nothing.
_TAKES_LENGTH = frozenset(
    "in for after of within take takes taking took taken last lasts lasted lasting is was were be "
    "been being spend spends spent need needs require requires required waited wait by and or "
    "with well than to just have has had".split()
)

# "Averaged over 12 reviewers", "spread over 20 counties": so many, not more.
_SPREADS = frozenset(
    "averaged average averages averaging spread divided split shared distributed stretched".split()
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


DETERMINERS = frozenset("a an the her his its their".split())

# Signs that hedge, directly before the number: "~20", "> 20".
_SIGNS = {
    "~": Hedge.ABOUT,
    "≈": Hedge.ABOUT,
    ">": Hedge.MORE_THAN,
    "<": Hedge.LESS_THAN,
    "≥": Hedge.AT_LEAST,
    "≤": Hedge.AT_MOST,
    "=": Hedge.NONE,
}
_OR_EQUAL = {Hedge.MORE_THAN: Hedge.AT_LEAST, Hedge.LESS_THAN: Hedge.AT_MOST}


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
    left = folded[position - _REACH if position - _REACH > since else since : position]
    if not left.isascii() or "\n" in left:
        left = left.translate(_BLANKS)
    left = left.rstrip(" ")
    word = left[left.rfind(" ") + 1 :].lstrip(_OPENING)
    determined = word in DETERMINERS and len(left) > len(word)
    compared = determined and word == "the"
    if determined:
        left = left[: -len(word)].rstrip(" ")
        word = left[left.rfind(" ") + 1 :].lstrip(_OPENING)
    gap = folded[max(since, position - _REACH) + len(left) : position]
    if gap.count("\n") > 1:
        return None  # another paragraph
    end = position - len(gap)
    if word[-1:] in _SIGNS:
        return _signed(left, end, since)
    for phrase in _BEFORE.get(word, ()):
        start = end - len(phrase.words)
        if not left.endswith(phrase.words) or start < since:
            continue
        if start > 0 and folded[start - 1].isalnum():
            continue
        # "Done within two weeks" tells when, "held over two days" how long it went on.
        setting = duration and (
            phrase.words == "within"
            or (phrase.words == "over" and not _takes_length(left[:-4], since))
        )
        if setting or (phrase.preposition and determined):
            return None
        if phrase.words == "over" and (left[:-4].split() or [""])[-1] in _SPREADS:
            return None
        if compared and phrase.hedge in BOUNDS:
            return None  # "more than the 3 percent expected" compares with it
        if phrase.hedge in _FLIPPED:
            negated = _NEGATION.search(folded, max(since, start - 6), start)
            if negated:
                return HedgePhrase(_FLIPPED[phrase.hedge], negated.start(), end)
        return HedgePhrase(phrase.hedge, start, end)
    return None


def _signed(left: str, end: int, since: int) -> HedgePhrase | None:
    """The hedge of a sign: ">", ">=", "< ="."""
    hedge, start = _SIGNS[left[-1]], end - 1
    before = left[:-1].rstrip(" ")
    equal = hedge is Hedge.NONE or before[-1:] == "="
    other = _SIGNS.get(before[-1:], Hedge.NONE) if hedge is Hedge.NONE else hedge
    if equal and other in _OR_EQUAL and end - (len(left) - len(before)) > since:
        return HedgePhrase(
            _OR_EQUAL[other], end - (len(left) - len(before)) - (before[-1:] != ""), end
        )
    return None if hedge is Hedge.NONE else HedgePhrase(hedge, start, end)


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


def _takes_length(left: str, since: int) -> bool:
    if not left.strip():
        return since == 0  # "$3 million over two years": what was spent stands right before
    previous = _PREVIOUS.search(left)
    return previous is None or previous[1] in _TAKES_LENGTH


def hedge_behind(folded: str, position: int) -> HedgePhrase | None:
    """The hedge that begins behind a number, its unit and noun, at `position`."""
    word = _NEXT.match(folded, position)
    assert word is not None
    start = word.start(1)
    for phrase in _BEHIND.get(word[1], ()):
        end = start + len(phrase.words)
        said = folded.startswith(phrase.words, start) and not folded[end : end + 1].isalnum()
        if said and not _GOES_ON.match(folded, end):
            return HedgePhrase(phrase.hedge, start, end)
    return None


_BEFORE, _BEHIND = _phrases("before"), _phrases("behind")

LEADING_WORDS = frozenset(_BEFORE) | DETERMINERS | frozenset(_SIGNS)
"""What stands directly before a number where a hedge may lead it."""

TRAILING_WORDS = frozenset(_BEHIND)
"""What stands directly behind a number, its unit or its noun where a hedge may begin."""

LED_BY = {
    word: frozenset((" " + phrase.words).split(" ")[-2] for phrase in phrases)
    for word, phrases in _BEFORE.items()
}
"""For each word that ends a phrase before a number, the words before it; "" for a whole phrase."""


def both_sides(
    folded: str, start: int, before: tuple[HedgePhrase, ...], behind: HedgePhrase | None
) -> tuple[tuple[Hedge, ...], str]:
    """The hedges on both sides of a number that begins with them at `start`, and their words."""
    hedges = [phrase.hedge for phrase in before]
    said = [folded[start : before[-1].end]] if before else []
    if behind is not None:
        hedges.append(behind.hedge)
        said.append(folded[behind.start : behind.end])
    return tuple(hedges), " ".join(" … ".join(said).split())
