"""Lookalikes: what is written with a number and is no quantity, each with the reason.

Names ("Russia-24"), clock times, ordinals, fractions, scores, codes, years, days of a month. What
is refused here is counted, and makes no claim (semantics.md 7, last paragraph).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.quantities.dates import MONTH_NAMES, PLURAL
from claimcheck.quantities.hedging import hedge_before
from claimcheck.quantities.numerals import Numeral
from claimcheck.quantities.units import UnitMatch, match_unit, money_sign


@dataclass(frozen=True, slots=True)
class Refused:
    """A number at `[start, end)` that is no quantity, and why."""

    start: int
    end: int
    reason: str


_LEFT = 30  # how far the words before a number can tell what it is
_NAME = "part of a name"
NOT_A_NUMBER = "not written as a number"

# What begins with the number and tells by its shape; the name of the group tells the reason.
_REASONS = {
    "clock": "a clock time",
    "ordinal": "an ordinal",
    "year": "a year",
    "fraction": "a fraction, a date or a code",
    "code": "a score or a code",
}
_SHAPE = re.compile(
    r"(?<!\d)(?:"
    r"(?P<clock>\d{1,2}(?::\d\d){1,2}(?![\d:])(?:\s?[ap](?:\.m\.|m\b))?"
    r"|\d{1,2}(?:\.\d\d)?\s?(?:[ap](?:\.m\.|m\b)|o['’]clock\b)|[0-2]\d[0-5]\d\s(?:gmt|utc)\b)"
    r"|(?P<ordinal>\d{1,6}(?:,\d{3})?(?:st|nd|rd|th)\b)"
    rf"|(?P<year>(?:1[5-9]|20)\d\d[-–/](?:\d\d)?\d\d(?!\d)(?!{PLURAL}))"
    r"|(?P<fraction>\d++(?:[\s-]\d{1,2})?(?:/\d++){1,3}|\d++\s?[¼-¾⅐-⅞])"
    r"|(?P<code>\d++(?::\d++){1,9}|\d++(?:[-–]\d++){2,9}))"
)
_PAIR = re.compile(r"(\d{1,3})[-–](\d{1,3})(?![.,]?\d)")
_PLAYED = re.compile(
    r"\b(?:won|win|wins|lost|loss|beat|beaten|defeat|defeated|drew|victory|score|scored|record)"
    r"(?:\s(?:a|by|of))*\s\Z"
)

_GLUED_BEFORE = re.compile(r"([^\W\d_]++)(-?)\Z")
_GLUED_BEHIND = re.compile(r"[^\W\d_]{1,3}(?![^\W\d_])\w*+")
_REST_OF_CODE = re.compile(r"(?:[-–]?\w++)*")
_NAME_BEFORE = re.compile(r"[^.!?\s]\s[A-Z][a-z]+\s\Z")
_PLACE_BEFORE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]n|[Ff]rom|[Tt]o)\s[A-Z][a-z]+\s\Z")
_DESIGNATOR_BEFORE = re.compile(
    r"\b(?:Flight|Route|Highway|Interstate|Section|Article|Chapter|Page|Room|Gate|Channel|Boeing"
    r"|Airbus|Apollo|Nos?\.?|nos?\.)\s\Z"
)

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_TO_ANOTHER = re.compile(r"(?:\s(?:to|and|or)\s|\s?[-–]\s?)\d{4}(?![\d,])")
_COUNTED = re.compile(PLURAL)
_PERSONS = re.compile(r"\s(?:people|men|women|children)\b")
_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:[-–]\d{1,2})?(?![.,]?\d)")
_MONTH_BEFORE = re.compile(rf"\b({MONTH_NAMES})\.?\s\Z")
_MONTH_BEHIND = re.compile(rf"\s(?:of\s)?({MONTH_NAMES})\b")

_TENTHS = "third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_SHARE_BEHIND = re.compile(
    rf"[-\s](?:halves|(?:{_TENTHS})s)\b|-quarters\b|\squarters(?=\sof\b)"
    rf"|(?<=one)[-\s](?:half|quarter|{_TENTHS})(?![\w-])"
)
_ORDINAL_BEHIND = re.compile(rf"-(?:first|{_TENTHS})\b")
_NOBODY = re.compile(r"\b(?:no|any|every|some)\s\Z")


def lookalike(
    text: str, folded: str, item: Numeral, since: int, *, joined: bool = False
) -> Refused | None:
    """Why a numeral is no quantity, by what it is glued to or part of; None where it may be one.

    What is refused with it begins at `since` at the earliest. What is `joined` to a number before
    it is glued to nothing else.
    """
    start, end = item.start, item.end
    if folded[start].isalpha():
        return _of_words(folded, start, end)
    if item.value is None:
        return Refused(start, end, NOT_A_NUMBER)
    if not joined and (name := _glued_before(text, folded, start, end)):
        return Refused(max(since, name[0]), name[1], _NAME)
    shape = _SHAPE.match(folded, start)
    if shape and not (shape["year"] and _measured(text, shape.end())):
        assert shape.lastgroup
        return Refused(start, shape.end(), _REASONS[shape.lastgroup])
    if (score := _PAIR.match(folded, start)) and not _measured(text, score.end()):
        falling = int(score[1]) >= int(score[2])
        if falling or _PLAYED.search(folded, max(0, start - _LEFT), start):
            return Refused(start, score.end(), _REASONS["code"])
    if (rest := _GLUED_BEHIND.match(text, end)) and match_unit(text, end) is None:
        return Refused(start, rest.end(), _NAME)  # 3D, 4x4
    if _YEAR.fullmatch(folded, start, end) and not _counted(text, folded, item):
        return Refused(start, end, "a year")
    if (day := _day_end(text, folded, start)) and not _measured(text, day):
        return Refused(start, day, "a day of a month")
    return Refused(start, end, _NAME) if _called(text, folded, start, end) else None


def _of_words(folded: str, start: int, end: int) -> Refused | None:
    if share := _SHARE_BEHIND.match(folded, end):
        return Refused(start, share.end(), "a share of something")
    if ordinal := _ORDINAL_BEHIND.match(folded, end):
        return Refused(start, ordinal.end(), "an ordinal")
    if folded[start:end] == "one" and (
        _NOBODY.search(folded, max(0, start - 6), start) or folded.startswith(" another", end)
    ):
        return Refused(start, end, "a pronoun")
    return None


def _measured(text: str, position: int) -> bool:
    return isinstance(match_unit(text, position), UnitMatch)


def _glued_before(text: str, folded: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the word begins and ends that leads up to the number: AK-47, A320-200."""
    word = _GLUED_BEFORE.search(text, max(0, start - _LEFT), start)
    if word is None or money_sign(text, start):
        return None
    if not word[2] and hedge_before(folded, start):
        return None  # "than100" has lost a space, no more
    rest = _REST_OF_CODE.match(text, end)
    return word.start(), rest.end() if rest else end


def _called(text: str, folded: str, start: int, end: int) -> bool:
    """Whether the number belongs to the name before it: "Flight 93", "flew a Boeing 747"."""
    left = max(0, start - _LEFT)
    if _NAME_BEFORE.search(text, left, start):
        # but "in Baghdad 20 people died"
        place = _PLACE_BEFORE.search(text, left, start)
        named = not (place and _COUNTED.match(folded, end))
    else:
        named = _DESIGNATOR_BEFORE.search(text, left, start) is not None
    return named and not _measured(text, end)


def _counted(text: str, folded: str, item: Numeral) -> bool:
    """Whether what looks like a year counts something: "$2000", "2000 troops", "2010 people"."""
    assert item.value is not None
    if money_sign(text, item.start):
        return True
    range_ = _TO_ANOTHER.match(folded, item.end)
    end = range_.end() if range_ else item.end
    if _measured(text, end) or _PERSONS.match(folded, end):
        return True
    several, rounded = _COUNTED.match(folded, end), item.value % 100 == 0
    if hedge_before(folded, item.start):
        return rounded or several is not None
    the = folded.startswith("the ", max(0, item.start - 4))  # "the 2000 elections"
    return rounded and several is not None and not the


def _day_end(text: str, folded: str, start: int) -> int | None:
    """Where the day of a month that begins at `start` ends: "April 24", "26-28 February"."""
    day = _DAY.match(folded, start)
    if day is None:
        return None
    if (month := _MONTH_BEFORE.search(folded, max(0, start - _LEFT), start)) is None:
        month = _MONTH_BEHIND.match(folded, day.end())
    return day.end() if month and text[month.start(1)].isupper() else None
