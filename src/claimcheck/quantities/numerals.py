"""Numerals: a number as it is written, with the place value of its last significant digit.

Digits ("1,012", "2.5", "1 012" with a no-break space), words ("two", "a hundred and twenty",
"half a"), digits and words together ("1.2 million"), and words that stand for a number without
naming one ("several", "hundreds of"). All reading is done on `folded` text, lower case and as
long as the original, so that offsets hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SMALL = {word: value for value, word in enumerate(_UNITS)} | {
    word: 10 * (place + 2) for place, word in enumerate(_TENS)
}
SCALES = {
    "hundred": 2,
    "thousand": 3,
    "million": 6,
    "billion": 9,
    "trillion": 12,
    # written short, directly behind digits: "$5m", "£3.2bn"
    "mn": 6,
    "mln": 6,
    "bn": 9,
    "tn": 12,
}
VAGUE_WORDS = {
    "couple": "couple",
    "few": "few",
    "several": "several",
    "handful": "handful",
    "tens": "tens",
    "dozens": "dozens",
    "scores": "scores",
    "hundreds": "hundreds",
    "thousands": "thousands",
}
_DOZEN = {"dozen": 12, "score": 20}

# A digit run: groups of three behind commas or no-break spaces, or plain digits; decimals.
# It does not start inside another number or a word that ends in a digit ("3.5", "1,5", "B2").
_DIGITS = re.compile(
    r"(?:\d{1,3}(?:,\d{3})++(?!\d)|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})++(?!\d)|\d++)(?:\.\d++)?"
)
_WORD = re.compile(r"[a-z]++")
_GAP = re.compile(r"\s+and\s+|-|\s")
_AND_A_HALF = re.compile(r"\s+and\s+a\s+half(?![a-z-])")
_STARTS = sorted({*SMALL, *VAGUE_WORDS, *_DOZEN, "hundred", "thousand", "million", "a", "half"})
_CANDIDATE = re.compile(r"\d|(?<![a-z\d])(?:" + "|".join(_STARTS) + r")(?![a-z])")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written: the span `[start, end)`, its value and its grain's power of ten.

    `exponent` is the power of ten of the last significant digit: 1000 has 3, 1,012 has 0, 90
    has 1, 2.5 and 2.0 have -1. A vague word has no value but a name, `vague`, and an
    `exponent` that shifts it ("tens of thousands" is tens, 3 powers on).
    """

    start: int
    end: int
    value: Decimal | None
    exponent: int
    vague: str | None = None
    halved: bool = False


def fold(text: str) -> str:
    """`text` in lower case, of the same length: what lengthens when lowered stays as it is."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def exponent(value: Decimal, *, scale: int = 0) -> int:
    """The power of ten of the last significant digit of `value` as written, moved by `scale`.

    Zeros at the end of a whole number are not significant, zeros behind a decimal point are.
    """
    written = value.as_tuple().exponent
    assert isinstance(written, int)
    if written < 0:
        return written + scale
    whole = int(value)
    zeros = 0
    while whole and whole % 10 == 0:
        whole //= 10
        zeros += 1
    return zeros + scale


def numerals(folded: str, start: int = 0, end: int | None = None) -> Iterator[Numeral]:
    """The numerals that begin in `folded[start:end]`, in order, none inside another."""
    end = len(folded) if end is None else end
    position = start
    while match := _CANDIDATE.search(folded, position, end):
        found = numeral(folded, match.start())
        if found:
            yield found
        position = found.end if found else match.end()


def numeral(folded: str, position: int) -> Numeral | None:
    """The numeral that begins at `position` of folded text, or None."""
    if folded[position].isdigit():
        return _digits(folded, position)
    return _words(folded, position)


def _digits(folded: str, position: int) -> Numeral | None:
    match = _DIGITS.match(folded, position)
    if match is None:
        return None
    value = Decimal(re.sub(r"[,\s]", "", match[0]))
    end, scale = match.end(), 0
    word = _next_word(folded, end)
    if word and SCALES.get(word[0], 0) > 2:
        end, scale = word[1], SCALES[word[0]]
    shifted = value.scaleb(scale)
    return Numeral(position, end, shifted, exponent(value, scale=scale))


def _next_word(folded: str, position: int) -> tuple[str, int] | None:
    gap = _GAP.match(folded, position)
    word = _WORD.match(folded, gap.end() if gap else position)
    return (word[0], word.end()) if word else None


def _words(folded: str, position: int) -> Numeral | None:
    first = _WORD.match(folded, position)
    if first is None:
        return None
    word, end = first[0], first.end()
    if word == "half":
        return _half(folded, position, end)
    if word in VAGUE_WORDS:
        return _vague(folded, position, word, end)
    if word in ("a", "an"):
        following = _next_word(folded, end)
        if following is None:
            return None
        if following[0] in VAGUE_WORDS and following[0] in ("couple", "few", "handful"):
            return _vague(folded, position, *following)
        if following[0] == "half" or following[0] not in (*SCALES, *_DOZEN):
            return None
        return _spelled(folded, position, position, article=True)
    return _spelled(folded, position, position)


def _half(folded: str, position: int, end: int) -> Numeral | None:
    """ "half a day", "half an hour", "half of"; not "half-time", "the second half"."""
    following = _next_word(folded, end)
    if following is None or following[0] not in ("a", "an"):
        return None
    return Numeral(position, following[1], Decimal("0.5"), -1)


def _vague(folded: str, position: int, word: str, end: int) -> Numeral | None:
    """ "several", "a few", "hundreds of", "tens of thousands of"."""
    shift = 0
    following = _next_word(folded, end)
    if following and following[0] == "of":
        further = _next_word(folded, following[1])
        if further and further[0] in ("thousands", "millions", "billions"):
            shift = SCALES[further[0][:-1]]
            end = further[1]
            following = _next_word(folded, end)
        if following and following[0] == "of":
            end = following[1]
    elif word.endswith("s") and word != "several":
        return None  # "the scores", "dozens" alone: no number of anything
    elif word in ("couple", "handful"):
        return None
    return Numeral(position, end, None, shift, vague=VAGUE_WORDS[word])


def _spelled(folded: str, start: int, position: int, *, article: bool = False) -> Numeral | None:
    """ "twenty-three", "a hundred and twenty thousand", "two dozen", "four and a half"."""
    total, group = 0, 0
    read, end = 0, position
    step = _WORD.match(folded, position)
    while step:
        word = step[0]
        if word in ("a", "an") and article and not read:
            group = 1
        elif word in SMALL and (not read or _fits(group, SMALL[word])):
            group += SMALL[word]
        elif word in _DOZEN and group:
            group *= _DOZEN[word]
        elif word == "hundred" and 0 < group < 100:
            group *= 100
        elif word in ("thousand", "million", "billion", "trillion") and group:
            total, group = total + group * 10 ** SCALES[word], 0
        else:
            break
        read, end = read + 1, step.end()
        gap = _GAP.match(folded, end)
        step = _WORD.match(folded, gap.end()) if gap else None
    if not read or (article and read == 1):
        return None
    value = Decimal(total + group)
    half = _AND_A_HALF.match(folded, end)
    if half:
        return Numeral(start, half.end(), value + Decimal("0.5"), -1, halved=True)
    return Numeral(start, end, value, exponent(value))


def _fits(group: int, value: int) -> bool:
    """Whether a small number may follow: "twenty three", "a hundred and five"; not "two three"."""
    if group % 100 == 0 and group:
        return True
    return group % 10 == 0 and group % 100 >= 20 and value < 10
