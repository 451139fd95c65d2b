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

from claimcheck.quantities.hedges import place_value

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
VAGUE_WORDS = frozenset("couple few several handful tens dozens scores hundreds thousands".split())
_LARGE = frozenset({"thousand", "million", "billion", "trillion"})
_DOZEN = {"dozen": 12, "score": 20}
_WITH_ARTICLE = frozenset({"couple", "few", "handful"})
_NEEDS_OF = VAGUE_WORDS - {"few", "several"}

# A run of digits with what joins them: commas, points, and no-break spaces before groups of three.
# Groups are never possessive here: in Python 3.11.0 to 3.11.4 such a group loses its place.
_RUN = re.compile(r"\.?\d++(?:[.,]\d++)*")
_SPACED = re.compile(r"\d{1,3}(?:[\u00a0\u202f\u2009]\d{3}(?!\d))+(?:\.\d++)?")
_WRITTEN = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d*+)(?:\.\d++)?")
_MOST_DIGITS = 30  # Beyond it digits are a key or a drawing, and no float tells them apart.

_WORD = re.compile(r"[a-z]++")
_GAP = re.compile(r"[-\u2010\u2011]|(?:[^\S\n]{1,2}|\n)(and\s)?")
_AND_A_HALF = re.compile(r"[\s-]and[\s-]a[\s-]half(?![a-z])")
_STARTS = sorted({*SMALL, *VAGUE_WORDS, "a", "half"})
_CANDIDATE = re.compile(rf"(?:(?<![\w.,])\.)?\d|(?<![a-z\d])(?:{'|'.join(_STARTS)})(?![a-z])")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written: the span `[start, end)`, its value and its grain's power of ten.

    `exponent` is the power of ten of the last significant digit: 1000 has 3, 1,012 has 0, 90
    has 1, 2.5 and 2.0 have -1. `scale` is that of the magnitude word ("million" has 6). `halved`
    numbers end in "and a half", and their grain is half of what the exponent says; a `step` is
    the grain of a number said in two units ("2 hours 30 minutes" has a sixtieth). A vague word
    has no value but a name, `vague`, and an `exponent` that shifts it ("tens of thousands" is
    tens, 3 powers on). Digits that are no number ("1.2.3") have neither.
    """

    start: int
    end: int
    value: Decimal | None
    exponent: int
    vague: str | None = None
    halved: bool = False
    scale: int = 0
    step: float | None = None

    @property
    def grain(self) -> float:
        """The place value of the last significant digit; a half where the number ends in one."""
        if self.step is not None:
            return self.step
        return place_value(self.exponent) / (2 if self.halved else 1)


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
    _, digits, written = value.as_tuple()
    assert isinstance(written, int)
    if written < 0 or not value:
        return written + scale
    zeros = next(i for i, digit in enumerate(reversed(digits)) if digit)
    return written + zeros + scale


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
    if run := _RUN.match(folded, position):
        return _digits(folded, run)
    if first := _WORD.match(folded, position):
        return _words(folded, position, first[0], first.end())
    return None


def _digits(folded: str, run: re.Match[str]) -> Numeral:
    match = _SPACED.match(folded, run.start()) or run
    written = re.sub(r"\s", ",", match[0])
    if len(written) > _MOST_DIGITS or not _WRITTEN.fullmatch(written):
        return Numeral(match.start(), match.end(), None, 0)
    return _multiplied(folded, match.start(), match.end(), Decimal(written.replace(",", "")))


def _multiplied(folded: str, start: int, end: int, value: Decimal, scale: int = 0) -> Numeral:
    """The numeral of `value` with what follows at `end`: a half, a magnitude, a dozen."""
    half = _AND_A_HALF.match(folded, end)
    place = 0 if half else exponent(value)
    if half:
        value, end = value + Decimal("0.5"), half.end()
    word, stop = _next_word(folded, end)
    if word in SCALES:
        end, scale = stop, SCALES[word]
        value, place = value.scaleb(scale), place + scale
    elif word in _DOZEN:
        end, value = stop, (value * _DOZEN[word]).normalize()
        place = exponent(value)
    return Numeral(start, end, value, place, halved=half is not None, scale=scale)


def _next_word(folded: str, position: int) -> tuple[str, int]:
    """The word behind at most one gap, and where it ends; "" where there is none."""
    gap = _GAP.match(folded, position)
    word = _WORD.match(folded, gap.end() if gap else position)
    return (word[0], word.end()) if word else ("", position)


def _words(folded: str, start: int, word: str, end: int) -> Numeral | None:
    if word in VAGUE_WORDS:
        return _vague(folded, start, word, end)
    if word in SMALL:
        return _spelled(folded, start, start)
    following, stop = _next_word(folded, end)
    if word == "half" and following in ("a", "an"):
        # "half a day", "half an hour"; not "half-time", "the second half".
        return _multiplied(folded, start, stop, Decimal("0.5"))
    if word == "a" and following in _WITH_ARTICLE:
        return _vague(folded, start, following, stop)
    if word == "a" and following in _DOZEN:
        counts = following == "dozen" or _next_word(folded, stop)[0] == "of"
        return _multiplied(folded, start, end, Decimal(1)) if counts else None
    if word == "a" and following in SCALES:
        return _spelled(folded, start, stop - len(following), group=1)
    return None


def _vague(folded: str, start: int, word: str, end: int) -> Numeral | None:
    """ "several", "a few", "a few hundred", "hundreds of", "tens of thousands of"."""
    following, stop = _next_word(folded, end)
    if following == "as":
        return None  # "as few as 20"
    if following == "of":
        end = stop
    elif word in _NEEDS_OF and following.removesuffix("s") not in SCALES:
        return None  # "the scores", "dozens", "a couple" alone: no number of anything
    shift = largest = 0
    following, stop = _next_word(folded, end)
    while (scale := SCALES.get(following.removesuffix("s"), 0)) > largest:
        shift, largest, end = shift + scale, scale, stop
        following, stop = _next_word(folded, end)
    if following == "dozen":
        word, end = "dozens", stop
        following, stop = _next_word(folded, end)
    if following == "of":
        end = stop
    return Numeral(start, end, None, shift, vague=word)


def _spelled(folded: str, start: int, position: int, group: int = 0) -> Numeral:
    """ "twenty-three", "a hundred and twenty thousand", "two thousand five hundred".

    `group` is what was read before `position`: the one of "a hundred".
    """
    total = limit = 0  # of the groups that ended in "thousand", "million" …: sum and smallest
    scale, end = 0, position
    before = None  # what stood before the last small number that a magnitude led
    gap, step = None, _WORD.match(folded, position)
    while step:
        word, joined = step[0], bool(gap and gap[1])
        power = SCALES.get(word, 0)
        if word in SMALL and (gap is None or _fits(total, group, SMALL[word], joined)):
            if gap and group % 100 == 0:
                before = total, group, scale, end
            group, scale = group + SMALL[word], 0
        elif word == "hundred" and 0 < group < 100:
            group, scale = group * 100, scale + power
        elif word in _LARGE and group and (not total or power < limit):
            total, limit, group, scale = total + group * 10**power, power, 0, scale + power
        else:
            if power and before:  # "one hundred and two hundred" are two numbers
                total, group, scale, end = before
            break
        end = step.end()
        gap = _GAP.match(folded, end)
        step = _WORD.match(folded, gap.end()) if gap else None
    return _multiplied(folded, start, end, Decimal(total + group), scale)


def _fits(total: int, group: int, value: int, joined: bool) -> bool:
    """Whether a small number may follow: "twenty three", "a hundred and five"; not "two three"."""
    if group % 100 == 0:
        return value > 0 and total + group > 0
    return group % 10 == 0 and group % 100 >= 20 and 0 < value < 10 and not joined
