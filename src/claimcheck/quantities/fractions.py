"""Fractions: shares of a whole in words, and what stands behind a whole number with "and".

"half a", "a quarter of a million", "two-thirds", "twenty-three fifths", "two and a half", "three
million and a half". Half-times, third quarters and third men are none: which words tell is in
numerals.toml under `shares`.
"""

from __future__ import annotations

import re

from claimcheck.quantities.cardinals import (
    DOZENS,
    MAGNITUDES,
    ORDINALS,
    PARTS,
    SMALL,
    STEP,
    Reading,
    previous,
    worded_share,
)
from claimcheck.quantities.digits import digits, words

SHARES: dict[str, frozenset[str]] = {
    key: frozenset(listed.split()) for key, listed in words()["shares"].items()
}
_AND_DIGITS = re.compile(r"[\s-](?:and|&)[\s-](?=\d{1,2}[/⁄]\d|[½-¾⅐-⅞])")
_ANDS = (" and ", "-and-", " & ", "\nand ")
_OF_A = re.compile(r"\sof\sa\s([a-z]++)")
_ARTICLE = re.compile(r"\san?(?![a-z])")


def divided(
    folded: str, start: int, reading: Reading, step: re.Match[str], *, digits_led: bool = False
) -> Reading | None:
    """ "two thirds", "one-fourth", "twenty-three fifths", "one twenty-fifth": the whole number of
    `reading` by the parts that `step` behind it names."""
    word, end, above = step[3], step.end(), reading.above
    if step[2] or step[1][0] == "," or not above:
        return None
    if SMALL.get(word, 0) >= 20:
        return _compound(folded, reading, step)
    parts = PARTS.get(word, 0)
    if parts == 4:
        counts = above in (1, 3) and _of_quarters(folded, start, step)
    elif word[-1] == "s":
        counts = parts > 2 or not digits_led
    else:
        counts = above == 1 and not _of_persons(folded, end)
    if not parts or not counts:
        return None
    tens = above % 100
    decimal = parts >= 100 and above > 100 and tens and " and " in folded[start : reading.end]
    if decimal:  # "two hundred and five hundredths": "and" is the decimal point
        return Reading(end, (above - tens) * parts + tens, parts, parts=parts, mixed=True)
    thirty = above > 100 and tens >= 20 and not tens % 10 and " and " not in folded[start:end]
    if thirty and parts < 10 and word[-1] == "s":  # "one hundred thirty fifths": thirty-fifths
        above, parts = above - tens, tens + parts
    return Reading(end, above, parts, parts=parts)


def _compound(folded: str, reading: Reading, step: re.Match[str]) -> Reading | None:
    """ "one twenty-fifth", "two twenty-fifths"."""
    unit = STEP.match(folded, step.end())
    word = unit[3].removesuffix("s") if unit and not unit[2] else ""
    if unit is None or not 0 < ORDINALS.get(word, 0) < 10:
        return None
    if (reading.above > 1) != (unit[3][-1] == "s"):
        return None
    parts = SMALL[step[3]] + ORDINALS[word]
    return Reading(unit.end(), reading.above, parts, parts=parts)


def _of_quarters(folded: str, start: int, step: re.Match[str]) -> bool:
    """Whether "three quarters" are a share, and not part of a year."""
    if step[1] != " ":
        return previous(folded, start) not in ("first", "last", "past")
    behind = STEP.match(folded, step.end())
    word = behind[3] if behind else ""
    shares = word in SHARES["before"] or word in MAGNITUDES or not word
    return shares and previous(folded, start) not in SHARES["quarters_after"]


def _of_persons(folded: str, end: int) -> bool:
    """Whether what ends at `end` is an ordinal: "one third man", "one third-party app"."""
    if folded[end : end + 1] == "-":
        return folded[end + 1 : end + 2].isalpha()
    behind = STEP.match(folded, end)
    return behind is not None and not behind[2] and behind[3] in SHARES["persons"]


def and_share(folded: str, reading: Reading, step: re.Match[str] | None) -> Reading:
    """ "… and a half", "3 million and a half", "five and 3/4", "one billion and a quarter million".

    A fraction behind a magnitude is one of it: three million and a half are 3.5 million.
    """
    of = reading.last if reading.last > 2 else 0
    if step is None or step[3] in ("and", "&"):
        if not folded.startswith(_ANDS, reading.end):
            return reading
        if not (written := _AND_DIGITS.match(folded, reading.end)):
            return reading
        read = digits(folded, written.end())
        if read.above and read.parts and not read.mixed:
            return _added(reading, read.end, read.above, read.parts, of)
        return reading
    if not step[2] or not (worded := worded_share(folded, step.start(3))):
        return reading
    above, parts, end, several = worded
    if above >= parts or ((above > 1) != several and parts != 4):
        return reading
    if parts != 2 and above == 1 and _of_persons(folded, end):
        return reading
    behind = STEP.match(folded, end)
    power = MAGNITUDES.get(behind[3], 0) if behind and not behind[2] else 0
    if behind and 2 < power < of:
        return _added(reading, behind.end(), above, parts, power)
    return _added(reading, end, above, parts, of)


def _added(reading: Reading, end: int, above: int, parts: int, power: int) -> Reading:
    """`reading` and `above / parts` of ten to `power`."""
    total = reading.above * parts + reading.below * above * 10**power
    return reading._replace(
        end=end, above=total, below=reading.below * parts, parts=parts, mixed=True, scale=power
    )


def stands_as_share(folded: str, start: int, end: int) -> bool:
    """Whether "a third" is a share by the words around it: "a third of", "by a third"."""
    if behind := STEP.match(folded, end):
        if behind[1] == "-" or behind[2]:
            return False
        if behind[1][0] != ",":
            return behind[3] in SHARES["before"] or behind[3] in MAGNITUDES
    return start == 0 or previous(folded, start) in SHARES["after"]


def share(folded: str, start: int, end: int, word: str) -> Reading | None:
    """ "half", "half a", "half million", "a quarter of": shares of what is counted, or None.

    `word`, "half" or "quarter", ends at `end`; at `start` it or its article begins.
    """
    behind = STEP.match(folded, end)
    word_behind = behind[3] if behind and not behind[2] and behind[1][0] != "," else ""
    hyphened = behind is not None and behind[1] == "-"
    before = previous(folded, start)
    if before in SHARES["never_after"] or before in ORDINALS:
        return None
    if word_behind in MAGNITUDES or word_behind in DOZENS:
        return Reading(end, 1, PARTS[word], parts=PARTS[word])
    if word == "quarter":
        if word_behind not in SHARES["hyphened"] and word_behind != "century":
            article = folded[start] == "a"
            if not article or hyphened or not stands_as_share(folded, start, end):
                return None
        return share_of(folded, end, 4)
    if hyphened and word_behind not in SHARES["hyphened"]:
        return None
    if word_behind in SHARES["never_before"] or (before == "the" and not word_behind):
        return None
    if article_behind := _ARTICLE.match(folded, end):
        return Reading(article_behind.end(), 1, 2, parts=2)
    return share_of(folded, end, 2)


def share_of(folded: str, end: int, parts: int) -> Reading:
    """One of `parts`, and where the magnitude that it is of may stand: "a quarter of a million"."""
    if (of := _OF_A.match(folded, end)) and MAGNITUDES.get(of[1], 0) > 2:
        end = of.start(1) - 1
    return Reading(end, 1, parts, parts=parts)
