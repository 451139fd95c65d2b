"""Numerals: a number as it is written, with the place value of its last significant digit.

Digits ("1,012", "2.5", "3/4"; see digits.py), words ("two", "a hundred and twenty", "two-thirds",
"half a"), digits and words together ("1.2 million", "3 hundred and 21"), ordinals, and words that
stand for a number without naming one ("several", "hundreds of"). All reading is done on `folded`
text, lower case and as long as the original, so that offsets hold: half-open, in code points.

What digits and words say together follows English as news writes it, and the specifications of
Microsoft's Recognizers-Text and of duckling where these agree. The words are in numerals.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import floor, log10

import msgspec

from claimcheck.quantities.cardinals import (
    DOZENS,
    GAP,
    MAGNITUDES,
    ORDINALS,
    PARTS,
    POWERTHS,
    SMALL,
    STEP,
    SUFFIXES,
    Reading,
    cardinal,
    following,
    magnified,
    powers,
    previous,
)
from claimcheck.quantities.digits import MOST_DIGITS, VULGAR, digits, trailing, words
from claimcheck.quantities.fractions import (
    SHARES,
    and_share,
    divided,
    share,
    share_of,
    stands_as_share,
)

_TABLE = words()
MAGNITUDE_LETTERS = powers(_TABLE["letters"])
"""Short for a magnitude where the caller knows it: behind "$", or "M" in capitals behind digits."""
_COUNTING = {word: tuple(row) for word, row in _TABLE["vague"]["counting"].items()}
VAGUE_WORDS: dict[str, tuple[str, int]] = {
    word: tuple(row) for word, row in _TABLE["vague"]["free"].items()
} | _COUNTING
_WITH_ARTICLE = frozenset(_TABLE["vague"]["article"])
_COUPLE_BEFORE = frozenset(_TABLE["couple"]["before"].split())
_NEVER_NEGATIVE = frozenset(_TABLE["negative"]["never_after"].split())
_MANY = MAGNITUDES | {"hundreds": 2}

STARTS = frozenset(
    {*SMALL, *VAGUE_WORDS, *ORDINALS, *POWERTHS, "half", "quarter", "negative", "minus", "point"}
)
"""The words at which a numeral may begin."""
AFTER_ARTICLE = (
    _WITH_ARTICLE
    | {"dozen", "score"}
    | {word for word in PARTS if word[-1] != "s"}
    | {word for word in MAGNITUDES if len(word) > 3 and word[-1] != "s"}
)
"""The words to which "a" or "an" before them may belong: read from the article on."""

_WORD = re.compile(r"[a-z]++")
# What most numerals are, in one match: digits with two words behind them, or what ends them …
_PLAIN = re.compile(
    r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]++)(\.[0-9]+)?"
    r"(?:(?:[ -]|\n {0,8})?([a-z]++)(?![0-9])(?:(?:[ -]|\n {0,8})([a-z]++|[0-9]))?"
    r"|(?=[%)\]\"”]|[.,;:?!](?![0-9]| [0-9])| ?[(\[–—+&]| [\"“%$€£]|-[0-9]++(?![/⁄])|\n\n|\Z))"
)
# … and a word with the two words behind it.
_WORDS = re.compile(
    r"([a-z]++)(?:(?:[ -]|\n {0,8})([a-z]++)(?:(?:[ -]|\n {0,8})([a-z]++))?"
    r"|(?![-\s\u2010\u2011&a-z0-9]))"
)
_BEHIND: dict[str, int] = (  # the power of ten of a word behind digits; 0 where more is to be read
    MAGNITUDES
    | SUFFIXES
    | dict.fromkeys([*DOZENS, *PARTS, "and", "over", "point", "x", "e", "st", "nd", "rd", "th"], 0)
)
_AFTER = frozenset({*_BEHIND, *SMALL, *ORDINALS, *POWERTHS, *"0123456789"})
_BLANKS = frozenset(" -\n\u00a0\u2010\u2011")
_OPEN = " -\n,\u00a0\u2010\u2011&"
_READ: dict[str, tuple[float, int, str]] = {
    word: (float(n), trailing(n), "cardinal") for word, n in SMALL.items()
} | {word: (float(n), 0, "ordinal") for word, n in ORDINALS.items()}
_READ_TWO: dict[tuple[str, str], tuple[float, int, str, str, int]] = {
    (ten, one): (float(tens + ones), 0, "cardinal", "", 0)
    for ten, tens in SMALL.items()
    for one, ones in SMALL.items()
    if tens >= 20 and 0 < ones < 10
} | {
    (word, big): (float(n * 10**power), trailing(n) + power, "cardinal", "", power)
    for word, n in SMALL.items()
    for big, power in MAGNITUDES.items()
    if n
}

_POINT = re.compile(
    r"[ \n-]point[ \n-]"
    r"((?:(?:zero|one|two|three|four|five|six|seven|eight|nine)(?![a-z])\s?){1,12}|\d{1,12})"
)
_OVER = re.compile(r"[ \n]over[ \n](?=[a-z\d])")
_ORDINAL_SUFFIX = re.compile(r"(?:st|nd|rd|th)(?![a-z])")
_SIGN = re.compile(
    r"(?:(?<![\w)\]%-])[-−+±]|(?:\A|(?<=\n))\s?-\s|(?<![a-z-])(minus|negative)[\s-])\Z"
)
_LONGEST_SIGN = len("x-negative ")
_SIGN_GAP = re.compile(r"[\s-](?=\.?\d|[a-z])")
_CANDIDATE = re.compile(
    rf"(?:(?<![\w.,])\.)?\d|[{''.join(VULGAR)}]"
    rf"|(?<![a-z\d])(?:an?{GAP}(?=(?:{'|'.join(sorted(AFTER_ARTICLE))})(?![a-z]))"
    rf"|(?:{'|'.join(sorted(STARTS))})(?![a-z]))"
)


class _Grains(dict[int, float]):
    """Powers of ten, which end where floats do: a zero may be written "0e901"."""

    def __missing__(self, exponent: int) -> float:
        return 5e-324 if exponent < 0 else 1e308


_GRAINS = _Grains({exponent: float(f"1e{exponent}") for exponent in range(-323, 309)})


class Numeral(msgspec.Struct, frozen=True, gc=False):
    """A number as written: the span `[start, end)`, its value and its grain's power of ten.

    `exponent` is the power of ten of the last significant digit: 1000 has 3, 1,012 has 0, 90
    has 1, 2.5 and 2.0 have -1, 1.2 million has 5. `scale` is that of the magnitude word (million
    has 6). `step` is the grain where it is no power of ten: a half of what ends in "and a half", a
    quarter of 3/4, 12 of dozens; the exponent is then that of its first digit. `kind` is
    "cardinal", also of "2½" and "half a million"; "fraction" of a number below a whole with
    nothing more; "ordinal"; or "vague", which has no value but a name, `vague`, and an
    `exponent` that shifts it ("tens of thousands" is tens, 3 powers on). Digits that are no
    number ("1.2.3") have neither value nor name.
    """

    start: int
    end: int
    value: float | None
    exponent: int
    kind: str = "cardinal"
    vague: str = ""
    scale: int = 0
    step: float | None = None

    @property
    def grain(self) -> float:
        """The place value of the last significant digit, or the step."""
        return _GRAINS[self.exponent] if self.step is None else self.step


def fold(text: str) -> str:
    """`text` in lower case, of the same length: what lengthens when lowered stays as it is."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def numerals(folded: str, start: int = 0, end: int | None = None) -> Iterator[Numeral]:
    """The numerals that begin in `folded[start:end]`, in order, none inside another."""
    end = len(folded) if end is None else end
    position = start
    while match := _CANDIDATE.search(folded, position, end):
        found = numeral(folded, match.start())
        if found:
            yield found
        position = found.end if found else match.end()


def numeral(folded: str, position: int, *, comma_decimal: bool = False) -> Numeral | None:
    """The numeral that begins at `position` of folded text, or None.

    Its start is a digit, a point before one, a fraction sign, a word of STARTS, or the article
    before a word of AFTER_ARTICLE. `comma_decimal` tells of a text that writes 1.012 for a
    thousand and twelve. What stands before `position` is read where it decides, save the sign.
    """
    if plain := _PLAIN.match(folded, position):
        whole, decimals, word, after = plain.groups()
        power = _BEHIND.get(word)
        if not comma_decimal and (power is None or (power and after not in _AFTER)):
            if "," in whole:
                whole = whole.replace(",", "")
            if decimals:
                exponent, whole = 1 - len(decimals), whole + decimals
            elif whole[-1] == "0":
                exponent = len(whole) - len(whole.rstrip("0"))
                exponent = exponent if exponent < len(whole) else 0
            else:
                exponent = 0
            if len(whole) <= MOST_DIGITS:
                if not power or (word == "k" and folded[plain.start(3) - 1] == "-"):
                    end = plain.end(2 if decimals else 1)
                    return Numeral(position, end, float(whole), exponent)
                end = plain.end(3)
                if after is not None or folded[end : end + 1] not in _BLANKS:
                    value = float(f"{whole}e{power}")
                    exponent = exponent + power if value else exponent
                    return Numeral(position, end, value, exponent, "cardinal", "", power)
    elif several := _WORDS.match(folded, position):
        word, second, third = several.groups()
        if second not in _AFTER:
            if (one := _READ.get(word)) is not None:
                return Numeral(position, several.end(1), *one)
        elif third not in _AFTER and (two := _READ_TWO.get((word, second))) is not None:
            end = several.end(2)
            if third is not None or end == len(folded) or folded[end] not in _OPEN:
                return Numeral(position, end, *two)
    return _numeral(folded, position, comma_decimal)


def _numeral(folded: str, position: int, comma_decimal: bool) -> Numeral | None:
    """numeral() of what is more than plain digits or one or two words."""
    lead = folded[position : position + 2]
    if not lead:
        return None
    if lead[0].isdecimal() or lead[0] in VULGAR or (lead[0] == "." and lead[1:].isdecimal()):
        return _of_digits(folded, position, comma_decimal)
    if not (match := _WORD.match(folded, position)):
        return None
    word, end = match[0], match.end()
    if word in SMALL:
        return _continued(folded, position, Reading(end, SMALL[word]))
    if word in VAGUE_WORDS:
        return _vague(folded, position, word, end)
    if word in ("a", "an"):
        return _with_article(folded, position, end)
    if word in ORDINALS:
        return Numeral(position, end, *_READ[word])
    if word in POWERTHS:
        return Numeral(position, end, float(10 ** POWERTHS[word]), 0, "ordinal")
    if word in ("half", "quarter"):
        part = share(folded, position, end, word)
        return _made(position, magnified(folded, position, part)) if part else None
    if word == "point":
        return _pointed(folded, position)
    if word in ("minus", "negative") and (gap := _SIGN_GAP.match(folded, end)):
        begin = gap.end()
        if folded[begin : begin + 3] in ("neg", "min"):
            return None
        inner = numeral(folded, begin, comma_decimal=comma_decimal)
        number = signed(folded, inner) if inner else None
        return number if number and number.start == position else None
    return None


def signed(folded: str, number: Numeral) -> Numeral:
    """`number` with the sign before it, if it has one: "-4", "−4", "minus four", "negative 4".

    A hyphen is a sign where it is glued to the number and to nothing before it, and with a blank
    behind it at the start of a line only. "±" and "+" belong to the number and leave its value.
    """
    start = number.start
    sign = _SIGN.search(folded, max(0, start - _LONGEST_SIGN), start)
    if sign is None or number.value is None:
        return number
    if sign[1] == "negative" and previous(folded, sign.start()) in _NEVER_NEGATIVE:
        return number
    value = number.value if sign[0] in "+±" else -number.value
    begin = sign.end() - len(sign[0].lstrip())
    return msgspec.structs.replace(number, start=begin, value=value)


def _of_digits(folded: str, start: int, comma_decimal: bool) -> Numeral:
    read = digits(folded, start, comma_decimal=comma_decimal)
    if read.above is None:
        return Numeral(start, read.end, None, 0)
    reading = Reading(read.end, read.above, read.below, read.exponent, read.parts, read.mixed)
    if read.parts:
        return _made(start, magnified(folded, start, reading))
    if read.below > 1:
        return _tailed(folded, start, reading, STEP.match(folded, read.end))
    if suffix := _ORDINAL_SUFFIX.match(folded, read.end):
        return Numeral(start, suffix.end(), float(read.above), 0, "ordinal")
    return _continued(folded, start, reading, digits_led=True)


def _continued(folded: str, start: int, first: Reading, *, digits_led: bool = False) -> Numeral:
    """The numeral of a whole number with the words and the fraction behind it."""
    reading, ordinal, step = cardinal(folded, start, first, digits_led=digits_led)
    if ordinal:
        return _made(start, reading, "ordinal")
    if reading.end == first.end:  # "1.3e6": the exponent is that of the digits
        reading = reading._replace(exponent=first.exponent if digits_led else reading.exponent)
    if step and (step[3] in PARTS or step[3] in SMALL) and not step[2]:
        if part := divided(folded, start, reading, step, digits_led=digits_led):
            return _made(start, magnified(folded, start, part))
    elif step and step[3] == "over" and (below := _over(folded, start, reading)):
        return below
    return _tailed(folded, start, reading, step)


def _tailed(folded: str, start: int, reading: Reading, step: re.Match[str] | None) -> Numeral:
    """The numeral with the decimals, the fraction, the magnitude or the dozen behind it."""
    if step is None or step[2] or step[3] == "and":
        reading = and_share(folded, reading, step)
    elif step[3] == "point" and (point := _POINT.match(folded, reading.end)):
        reading = _with_decimals(reading, point) if reading.below == 1 else reading
    return _made(start, magnified(folded, start, reading))


def _over(folded: str, start: int, reading: Reading) -> Numeral | None:
    """ "1 over 20", "one over three", with nothing before it nor counted behind it."""
    joint = _OVER.match(folded, reading.end)
    if joint is None or reading.above != 1 or folded[max(0, start - 2) : start].strip():
        return None
    below = numeral(folded, joint.end())
    if below is None or below.kind != "cardinal" or not below.value or below.value % 1:
        return None
    behind = folded[below.end : below.end + 2]
    if behind[:1] in ("-", "%") or behind[1:].isalnum():
        return None
    parts = int(below.value)
    return _made(start, Reading(below.end, 1, parts, parts=parts))


def _with_decimals(reading: Reading, point: re.Match[str]) -> Reading:
    """ "three point five": the digits behind the point, said one by one or written."""
    said = point[1].rstrip()
    places = "".join(str(SMALL.get(digit, digit)) for digit in said.split())
    below = 10 ** len(places)
    end = point.start(1) + len(said)
    return Reading(end, reading.above * below + int(places), below, -len(places))


def _made(start: int, reading: Reading, kind: str = "") -> Numeral:
    """The numeral of a reading, whose value is the float nearest to it."""
    end, above, below, exponent, parts, mixed, scale, _, dozens = reading
    if kind == "ordinal":
        return Numeral(start, end, float(above), 0, kind)
    try:
        value = above / below
    except OverflowError:
        return Numeral(start, end, None, 0)
    step = None
    if parts or dozens > 1:
        step = 10**scale / max(parts, 1) * dozens
        exponent = floor(log10(step)) if parts else exponent
        kind = "fraction" if parts and not mixed and dozens == 1 else "cardinal"
    return Numeral(start, end, value, exponent, kind or "cardinal", "", scale, step)


# "A score of villages" is twenty of them; "a score of 22", "a score of more than 58 %" is none.
_OF_SO_MANY = re.compile(
    r"\sof\s(?!\d|(?:more|less|fewer|greater|higher|lower|better|over|under|above|below|about"
    r"|around|at|up|only|just|nearly|almost|exactly|between"
    rf"|{'|'.join(SMALL)})\b)"
)


def _with_article(folded: str, start: int, end: int) -> Numeral | None:
    """ "a dozen", "a few", "a hundred thousand", "a third", "a half million"."""
    step = STEP.match(folded, end)
    if step is None or step[2] or step[1][0] == ",":
        return None
    word, stop = step[3], step.end()
    if word in _WITH_ARTICLE:
        return _vague(folded, start, word, stop)
    part = None
    if word in DOZENS:
        if word != "score" or _OF_SO_MANY.match(folded, stop):
            part = Reading(end, 1)
    elif word in MAGNITUDES:
        return _continued(folded, start, Reading(end, 1)) if word in AFTER_ARTICLE else None
    elif word in ("half", "quarter"):
        part = share(folded, start, stop, word)
    elif word in AFTER_ARTICLE:
        part = share_of(folded, stop, PARTS[word]) if stands_as_share(folded, start, stop) else None
    elif word in SMALL:
        part = divided(folded, start, Reading(end, 1), step)
        part = part if part and stands_as_share(folded, start, part.end) else None
    return _made(start, magnified(folded, start, part)) if part else None


def _pointed(folded: str, start: int) -> Numeral | None:
    """ "point 77", "point five": at the start of a text, or behind a word that hedges a number."""
    if start and previous(folded, start) not in SHARES["after"] | {"minus", "negative"}:
        return None
    point = _POINT.match(f" {folded[start : start + 60]}")
    if point is None or (point[1].isdecimal() and len(point[1]) < 2):
        return None
    reading = _with_decimals(Reading(0, 0), point)
    return _made(start, magnified(folded, start, reading._replace(end=start + reading.end - 1)))


def _vague(folded: str, start: int, word: str, end: int) -> Numeral | None:
    """ "several", "a few", "a few hundred", "hundreds of", "tens of thousands of"."""
    name, shift = VAGUE_WORDS[word]
    after, stop = following(folded, end)
    if after == "as":
        return None  # "as few as 20"
    if after == "of":
        end = stop
    elif word in _COUNTING and after not in MAGNITUDES:
        counted = word == "couple" and folded[start] == "a" and after in _COUPLE_BEFORE
        if not counted:
            return None  # "the scores", "dozens", "a couple" alone: no number of anything
    largest = 0
    after, stop = following(folded, end)
    while (scale := _MANY.get(after, 0)) > largest:
        shift, largest, end = shift + scale, scale, stop
        after, stop = following(folded, end)
    if after in DOZENS and after != "score":
        name, end = "dozens", stop
        after, stop = following(folded, end)
    if after == "of":
        end = stop
    return Numeral(start, end, None, shift, "vague", name)
