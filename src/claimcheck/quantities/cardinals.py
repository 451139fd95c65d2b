"""Cardinals: whole numbers in words, or begun in digits and ended in words.

"twenty-three", "a hundred and twenty thousand", "3 hundred and 21", "three lakh crore", and the
ordinals that they end in, "twenty-first". Every function reads folded text from an offset on, and
looks at one step at a time: a gap, perhaps an "and", a word. The words are in numerals.toml.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcheck.quantities.digits import trailing, words

_TABLE = words()


def powers(table: dict[str, str]) -> dict[str, int]:
    """The number under which a table lists each of its words."""
    return {word: int(power) for power, listed in table.items() for word in listed.split()}


TENS = frozenset(_TABLE["tens"].split())
SMALL = {word: value for value, word in enumerate(_TABLE["ones"].split())} | {
    word: 10 * value for value, word in enumerate(_TABLE["tens"].split(), 2)
}
MAGNITUDES = powers(_TABLE["magnitudes"])
SUFFIXES = powers(_TABLE["suffixes"])
DOZENS = powers(_TABLE["dozens"])
ORDINALS = {word: value for value, word in enumerate(_TABLE["ordinals"].split(), 1)} | {
    word: 10 * value for value, word in enumerate(_TABLE["tenths"].split(), 2)
}
POWERTHS = {  # hundredth, thousandth …
    f"{word}th": power
    for word, power in MAGNITUDES.items()
    if word == "lakh" or (word[-1] in "dn" and len(word) > 5)
}
PARTS: dict[str, int] = (  # what a fraction divides into, by its last word
    {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
    | {word + s: n for word, n in ORDINALS.items() if n > 2 for s in ("", "s")}
    | {word + s: 10**power for word, power in POWERTHS.items() for s in ("", "s")}
)

GAP = r"(?:[-\u2010\u2011]|[^\S\n]{1,4}(?:[-\u2010\u2011][^\S\n])?|\n[^\S\n]{0,8})"
STEP = re.compile(rf"({GAP}|,\s)((?:and|&)[\s-]{{1,2}})?([a-z]++)")
"""A gap, perhaps "and", and a word: three groups."""
_AMOUNT = re.compile(rf"({GAP}?)([a-z]++)(?![0-9])")
_LATER_DIGITS = re.compile(r"\s(\d{1,3})(?=\s(?:hundred|thousand|lakh|million)\b)")
_TWO_DIGITS = re.compile(r"\sand\s([1-9]\d?)(?![\w%-]|[.,/:]\d)")
_UNIT_BEHIND = re.compile(r"[ -](?:one|two|three|four|five|six|seven|eight|nine)(?![a-z]|-[a-z])")
_PREVIOUS = re.compile(r"(?<![a-z])([a-z]++)[\s-]\Z")
_LONGEST_PREVIOUS = 16
_NUMERATORS = SMALL | {"a": 1, "an": 1}
_SHARE = re.compile(rf"((?<![a-z])[a-z]++|\d{{1,2}}(?!\d)){GAP}([a-z]++)(?:[\s-]([a-z]++))?")


class Reading(NamedTuple):
    """A number being read up to the offset `end`: `above / below`, both whole.

    `exponent` and `scale` are those of Numeral. `parts` is what a fraction divides into, which is
    `mixed` where there is a whole number or a magnitude to it. `last` is the power that a following
    fraction is of: "3 million and a half". Of dozens `dozens` is 12.
    """

    end: int
    above: int
    below: int = 1
    exponent: int = 0
    parts: int = 0
    mixed: bool = False
    scale: int = 0
    last: int = 0
    dozens: int = 1


def cardinal(
    folded: str, start: int, first: Reading, *, digits_led: bool = False
) -> tuple[Reading, bool, re.Match[str] | None]:
    """The whole number that goes on behind `first`, which `start` begins; whether it ends as an
    ordinal; and the step behind it that is no part of it.
    """
    total, limit, group, end = 0, 99, first.above, first.end
    scale = last = 0
    # What to return to if no magnitude follows, behind a comma; and if one does, behind "and".
    needed: tuple[int, int, int, int, int] | None = None
    before: tuple[int, int, int, int, int] | None = None
    worded = not digits_led  # may "three" follow "twenty"
    alone = False  # is there one magnitude alone
    while step := STEP.match(folded, end):
        gap, joint, word = step.groups()
        comma = gap[0] == ","
        value, power = SMALL.get(word), MAGNITUDES.get(word, 0)
        if comma and (digits_led or needed or not total or group or not value):
            break
        if joint and word in _NUMERATORS and _leads_to_share(folded, step, group):
            break
        if value is not None:
            so_far = total, group, scale, last, end
            if group % 100 == 0 and value and (total or group) and (worded or last):
                needed, before = (so_far if comma else needed), so_far
                group += value
            elif worded and not joint and 0 < value < 10 and group % 100 >= 20 and not group % 10:
                group += value
            elif worded and not total and _hundreds_left_out(folded, start, step, group, value):
                group = group * 100 + value
            else:
                break
            scale, last, worded = 0, 0, True
        elif power == 2 and 0 < group < 100 and len(gap) < 3:
            group, scale, last, needed = group * 100, scale + 2, 2, None
        elif power > 2 and group and (not total or power < limit) and not joint:
            alone = not total
            total, limit, group = total + group * 10**power, power, 0
            scale, last, needed, before = scale + power, power, None, None
        elif power > 2 and last > 2 and alone and not joint and last + power <= 15:
            # "three thousand millions", "three lakh crore"
            total, limit, scale, last = total * 10**power, power, scale + power, last + power
        elif (nth := _ordinal(folded, start, step, total + group, worded)) is not None:
            return Reading(step.end(), nth), True, None
        else:
            if power and before:  # "one hundred and two hundred" are two numbers
                total, group, scale, last, end = before
                needed = None
            break
        end = step.end()
        if digits_led and last > 2 and (more := _LATER_DIGITS.match(folded, end)):
            if int(more[1]):
                before = total, group, scale, last, end
                group, end, scale, last, worded = int(more[1]), more.end(), 0, 0, False
        elif digits_led and last in (2, 3) and (more := _TWO_DIGITS.match(folded, end)):
            group, end, scale, last = group + int(more[1]), more.end(), 0, 0
    if needed:
        total, group, scale, last, end = needed
    if step and step.start() != end:
        step = STEP.match(folded, end)
    above = total + group
    return Reading(end, above, exponent=trailing(above), scale=scale, last=last), False, step


def _hundreds_left_out(
    folded: str, start: int, step: re.Match[str], group: int, value: int
) -> bool:
    """Whether "one twenty two" is 122: not "two twenty-two-year-olds", nor the hour of a day."""
    return (
        value >= 20
        and 0 < group < 10
        and step[1] == " "
        and not step[2]
        and _UNIT_BEHIND.match(folded, step.end()) is not None
        and previous(folded, start) != "at"
    )


def _ordinal(folded: str, start: int, step: re.Match[str], so_far: int, worded: bool) -> int | None:
    """The ordinal that the word of `step` ends: "twenty-first", "one hundred and fifth"."""
    gap, joint, word = step.groups()
    nth, power = ORDINALS.get(word), POWERTHS.get(word)
    if nth == 2 and (gap != "-" or previous(folded, start) in ("a", "an", "every")):
        return None  # "a thirty-second silence"
    if nth and nth < 10 and not joint and worded and so_far % 100 >= 20 and so_far % 10 == 0:
        return so_far + nth
    if nth and joint and so_far >= 100 and so_far % 100 == 0:
        return so_far + nth
    if power and not joint and worded and so_far:
        # "one-hundredth", "one hundredth of a second" are parts
        part = so_far == 1 and (gap != " " or folded.startswith(" of", step.end()))
        return None if part else so_far * 10**power
    return None


def _leads_to_share(folded: str, step: re.Match[str], group: int) -> bool:
    """Whether "and" leads to a fraction: "two and a half", "one million and two fifths"; not
    "one hundred and thirty fifths", where thirty belongs to the hundred."""
    article = step[3] in ("a", "an")
    if not article and group and not group % 100:
        return False
    return worded_share(folded, step.start(3)) is not None


def worded_share(folded: str, position: int) -> tuple[int, int, int, bool] | None:
    """A fraction in words at `position`, "a half", "two twenty-fifths": what is above, the parts,
    where it ends, and whether it is said of several."""
    if not (match := _SHARE.match(folded, position)):
        return None
    first, word, behind = match.groups()
    above = int(first) if first[0].isdecimal() else _NUMERATORS.get(first, 0)
    if above and (parts := PARTS.get(word)):
        return above, parts, match.end(2), word[-1] == "s"
    if above and SMALL.get(word, 0) >= 20 and behind and 2 < PARTS.get(behind, 0) < 10:
        several = behind[-1] == "s"
        return above, SMALL[word] + PARTS[behind], match.end(3), several
    return None


def magnified(folded: str, start: int, reading: Reading) -> Reading:
    """`reading` with the magnitudes and dozens behind it that are not read yet."""
    while step := _AMOUNT.match(folded, reading.end):
        gap, word = step.groups()
        power = MAGNITUDES.get(word) or (SUFFIXES.get(word, 0) if gap != "-" else 0)
        if word in DOZENS and reading.dozens == 1:
            if word == "score" and (folded[start].isdecimal() or gap == "-"):
                break
            above = reading.above * DOZENS[word]
            exact = trailing(above) if above % reading.below == 0 else 0
            return reading._replace(
                end=step.end(), above=above, exponent=exact, dozens=DOZENS[word]
            )
        if not power or (reading.scale and (reading.mixed or power == 2)) or reading.scale > 5:
            break
        if not gap and not folded[reading.end - 1].isdecimal():
            break
        reading = reading._replace(
            end=step.end(),
            above=reading.above * 10**power,
            exponent=reading.exponent + power if reading.above else reading.exponent,
            scale=reading.scale + power,
            mixed=reading.mixed or bool(reading.parts),
        )
    return reading


def following(folded: str, end: int) -> tuple[str, int]:
    """The word behind at most one gap, and where it ends; "" where there is none."""
    step = STEP.match(folded, end)
    return (step[3], step.end()) if step and not step[2] and step[1][0] != "," else ("", end)


def previous(folded: str, start: int) -> str:
    """The word directly before `start`, "" where there is none."""
    before = _PREVIOUS.search(folded, max(0, start - _LONGEST_PREVIOUS), start)
    return before[1] if before else ""
