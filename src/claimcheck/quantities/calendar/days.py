"""Days of a month and months: "March 12, 1987", "26-28 February", "4/22", "the 15th", "in June"."""

from __future__ import annotations

import re
from datetime import date

from claimcheck.quantities.calendar.anchors import (
    CLOSED,
    century_of,
    looks_ahead,
    nearest_year,
    word_before,
)
from claimcheck.quantities.calendar.dates import MONTHS, PLURAL, TABLE, Moment, month_days
from claimcheck.quantities.calendar.years import COUNTED, YEAR, year_behind

_WORDS = TABLE["months"]
_PLAIN = frozenset(_WORDS["plain"].split())
_VERBS = frozenset(_WORDS["verbs"].split())
_LEADS = frozenset(_WORDS["leads"].split())
_DETERMINERS = _LEADS | frozenset(_WORDS["determiners"].split())
_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
_CARDINALS = "one two three four five six seven eight nine".split()
ORDINALS = {word: number for number, word in enumerate(_UNITS, start=1)} | {
    word: number
    for number, word in enumerate(
        "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
        "nineteenth twentieth".split(),
        start=10,
    )
}
"""Ordinals in one word up to the twentieth."""
ORDINALS["thirtieth"] = 30

TENS = {"twenty": 20, "thirty": 30}
_DAY_BEHIND = re.compile(  # March 12; Jan. 7-10; Oct2; Oct-2; oct . 7; not March 12,000, nor 12:30
    r"\s?\.?(?:\s{1,9}(?:the\s)?|[-/]|)(\d{1,2})(st|nd|rd|th)?"
    r"(?:\s?[-–]\s?(\d{1,2})(?:st|nd|rd|th)?(?![\d%a-z]|[.:/-]\d))?"
    r"(?![\d%a-z]|[.:/]\d|,\d{3}(?!\d))"
)
# The common shape, read in one go. What stands behind it says that it is no other: no second day,
# no year in another form, nothing that is counted.
_MONTH_DAY = re.compile(
    rf"\.?\s([12]\d|3[01]|0?[1-9])(?:,?\s({YEAR})(?![\d%a-z]|[.,:]\d|{COUNTED.pattern})"
    r"|(?![\d%a-z]|[.:/]\d|\s?[-–]|\s{1,9}%|\s?\.?(?:\s?,\s{0,9}|\s{1,9}|/)(?:[\d'’]|(?:of|in|fiscal|last"
    rf"|this|next|two|seventeen|eighteen|nineteen|twenty|to|through|{'|'.join(_WORDS['counted'].split())})"
    r"(?![a-z]))))"
)
_DAY_TO = re.compile(r"\s(?:to|through)\s(?:the\s)?(\d{1,2})(?:st|nd|rd|th)?(?![\d%a-z]|[.,:/-]\d)")
_THINGS = re.compile(PLURAL)
_NEAR = re.compile(r"[\s.,/-]{0,3}(?:of\s)?\d")
_WORD_BEHIND = re.compile(r"\s?\.?\s{1,9}(?:the\s)?([a-z]+)(?:[\s-]([a-z]+))?")
_MONTH_BEHIND = re.compile(r"\.?\s?[-/–]\s?([a-z]{3,9})(?![a-z])")
_MONTH_AHEAD = re.compile(  # 24 April; 26-28 Feb; 26th to 28th Feb; the 3rd of May
    r"(\d{1,2})(st|nd|rd|th)?"
    r"(?:(?:\s?[-–]\s?|\s(?:to|through)\s(?:the\s)?)(\d{1,2})(?:st|nd|rd|th)?)?"
    r"(\s{1,9}of\s|\s{1,9}|-|/)([a-z]{3,9})(?![a-z])"
)
_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})(?:(?:\2|,)(\d{4}|\d\d))?(?![\d%a-z]|[/.,-]\d)")
_FRACTIONS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 16, 32, 64})
_NUMBER_ALONE = re.compile(r"\s{0,9}(?:\Z|[.,;!?)](?!\d))")
_ON_THE = re.compile(r"(?:on|by|until|till|since|for)\sthe\s\Z|(?<![a-z])on\s{1,9}\Z")


def month_led(
    text: str, folded: str, position: int, word: str, anchor: date | None, *, led: bool = False
) -> Moment | None:
    """The date that begins with a month: "March 12, 1987", "Jan-Mar", "May twenty-first", "June".

    `led` says that a word which was read already leads it: "last June".
    """
    end, upper = position + len(word), text[position].isupper()
    sure = upper or word not in _VERBS
    if not sure and not led and not _NEAR.match(folded, end):
        return None
    month = MONTHS[word]
    if upper and (match := _MONTH_DAY.match(folded, end)):
        day = int(match[1])
        if match[2]:
            first = date(int(match[2]), month, day)
            return Moment(position, match.end(), first, first)
        if anchor:
            date(2000, month, day)  # is there such a day at all?
            first = date(nearest_year(folded, position, month, day, anchor), month, day)
            return Moment(position, match.end(), first, first, anchored=True)
    match = _DAY_BEHIND.match(folded, end)
    until = _until(folded, match, anchor) if match else None
    if match and until and 0 < int(match[1]) < 32 and not COUNTED.match(folded, until[1]):
        day, last = int(match[1]), until[0]
        year, stop, leans = year_behind(folded, until[1], anchor)
        if sure or year or match[2] or word_before(folded, position) in _LEADS | {"on"}:
            days = None if year == 0 else (month, day, last)
            return _named(folded, position, stop, days, year, anchor, leans=leans)
        return None
    behind = _WORD_BEHIND.match(folded, end)
    if behind and (upper or word in _PLAIN or word not in _VERBS):
        day, both, ordinal = spelled_day(behind[1], behind[2])
        stop = behind.end() if both else behind.end(1)
        if day:
            year, ends, leans = year_behind(folded, stop, anchor)
            if year or (CLOSED.match(folded, stop) and (ordinal or both)):
                return _named(folded, position, ends, (month, day, day), year, anchor, leans=leans)
    if not (led or upper or word in _PLAIN):
        year, stop, leans = year_behind(folded, end, anchor)
        if year and (sure or word_before(folded, position) in _LEADS):
            return _named(folded, position, stop, (month, 0, 0), year, anchor, leans=leans)
        return None
    return _month_alone(text, folded, position, word, anchor, led=led)


def _until(folded: str, match: re.Match[str], anchor: date | None) -> tuple[int, int] | None:
    """The last day of those that begin with one of _DAY_BEHIND, and where it ends.

    "March 8-12", "March 8 to 12"; None where the numbers are counts: "March 8 to 12 people".
    """
    day, end = int(match[1]), match.end()
    if match[3]:
        return int(match[3]), end
    further = _DAY_TO.match(folded, end)
    if further:
        stop = further.end()
        if COUNTED.match(folded, stop) or _THINGS.match(folded, stop):
            return None
        if day < int(further[1]) < 32 and (
            CLOSED.match(folded, stop) or year_behind(folded, stop, anchor)[0] is not None
        ):
            return int(further[1]), stop
    return day, end


def spelled_day(first: str, second: str | None) -> tuple[int, bool, bool]:
    """The day of "twenty" "first": its number, whether it takes both words, and is an ordinal."""
    if first in TENS:
        if second in _UNITS:
            return TENS[first] + _UNITS.index(second) + 1, True, True
        if second in _CARDINALS:
            return TENS[first] + _CARDINALS.index(second) + 1, True, False
        return 0, False, False
    return ORDINALS.get(first, 0), False, True


def _month_alone(
    text: str, folded: str, position: int, word: str, anchor: date | None, *, led: bool
) -> Moment | None:
    month, end = MONTHS[word], position + len(word)
    until = 0
    if match := _MONTH_BEHIND.match(folded, end):  # Jan-Mar
        until = MONTHS.get(match[1], 0)
        end = match.end() if until else end
    year, stop, leans = year_behind(folded, end, anchor)
    if year is None and not led and not until and word not in _PLAIN:
        before = word_before(folded, position)
        if word == "may" or not text[position].isupper():
            if before not in _LEADS:
                return None
        elif before not in _DETERMINERS or (
            before not in _LEADS and word == "march" and folded.startswith(" on", end)
        ):
            return None
    if until and year != 0:
        if year is None:
            if anchor is None:
                return Moment(position, stop, anchored=True)
            year, leans = nearest_year(folded, position, until, 0, anchor), True
        begun = year - (month > until)
        first, last = date(begun, month, 1), month_days(year, until)[1]
        return Moment(position, stop, first, last, anchored=leans)
    return _named(folded, position, stop, (month, 0, 0), year, anchor, leans=leans)


def _named(
    folded: str,
    position: int,
    end: int,
    days: tuple[int, int, int] | None,
    year: int | None,
    anchor: date | None,
    *,
    leans: bool,
) -> Moment:
    """The moment of (month, first day, last day), day 0 for the whole month."""
    if days is None or year == 0:
        return Moment(position, end, anchored=True)
    month, day, until = days
    if year is None:
        date(2000, month, day or 1), date(2000, month, until or 1)  # is there such a day at all?
        if anchor is None:
            return Moment(position, end, anchored=True)
        year, leans = nearest_year(folded, position, month, day, anchor), True
    if not day:
        first, last = month_days(year, month)
    else:
        first = last = date(year, month, day)
        if until != day:
            last = date(year, month, until)
            if last < first:
                raise ValueError("the last day before the first")
    return Moment(position, end, first, last, anchored=leans)


def day_led(text: str, folded: str, position: int, anchor: date | None) -> Moment | None:
    """The date that begins with a day in digits and has a month: "26-28 February 2019"."""
    match = _MONTH_AHEAD.match(folded, position)
    if not match or match[5] not in MONTHS:
        return None
    day, until = int(match[1]), int(match[3] or match[1])
    if not 0 < day < 32:
        return None
    year, end, leans = year_behind(folded, match.end(), anchor)
    at = match.start(5)
    # "5 may die", "10 MARCH IN PROTEST"
    verb = match[5] in _VERBS and not (text[at].isupper() and text[at + 1].islower())
    if verb and year is None and not match[2] and match[4].isspace():
        return None
    return _named(folded, position, end, (MONTHS[match[5]], day, until), year, anchor, leans=leans)


def numeric(folded: str, position: int, anchor: date | None) -> Moment | None:
    """A date in numbers alone that begins with a day or a month: "02/22/2016", "13.5.2015"."""
    match = _NUMERIC.match(folded, position)
    if not match:
        return None
    one, mark, two, written = int(match[1]), match[2], int(match[3]), match[4]
    month, day = (one, two) if one <= 12 else (two, one)
    if mark == "." and written and two <= 12:  # 3.7.2017 is continental
        month, day = two, one
    if not written:
        return _unwritten(folded, match, month, day, anchor)
    if len(written) == 2 and (mark == "." or (mark == "-" and (anchor is None or one > 12))):
        return None  # a version, a record of games
    year = int(written) if len(written) == 4 else century_of(int(written), anchor)
    if not 1100 <= year < 2100:
        return None
    return Moment(position, match.end(), day_ := date(year, month, day), day_)


def _unwritten(
    folded: str, match: re.Match[str], month: int, day: int, anchor: date | None
) -> Moment | None:
    """ "4/22", where nothing speaks for a fraction, a score or a decimal."""
    mark, position, end = match[2], match.start(), match.end()
    if anchor is None or mark == "-" or not CLOSED.match(folded, end):
        return None
    before = word_before(folded, position)
    dated = before in ("on", "dated", "until", "since")
    if mark == "." and not (before in ("on", "in") and len(match[3]) == 2):
        return None
    if mark == "/" and not dated and match[3][0] != "0" and int(match[3]) in _FRACTIONS:
        return None
    if mark == "/" and (match[0] in ("9/11", "24/7") or not (0 < month < 13 and 0 < day < 32)):
        return None
    date(2000, month, day)
    found = date(nearest_year(folded, position, month, day, anchor), month, day)
    return Moment(position, end, found, found, anchored=True)


def number_alone(folded: str, position: int, end: int, anchor: date | None) -> Moment | None:
    """ "on 15", "for the 27.": the day of a month in digits alone, where the article has a day."""
    if anchor is None or not folded.startswith(("on ", "he ", "n  "), max(0, position - 3)):
        return None
    if not _NUMBER_ALONE.match(folded, end):
        return None
    return day_alone(folded, position, end, int(folded[position:end]), anchor)


def day_alone(
    folded: str, position: int, end: int, number: int, anchor: date | None
) -> Moment | None:
    if not 0 < number < 32 or not _ON_THE.search(folded[max(0, position - 10) : position]):
        return None
    if anchor is None:
        return Moment(position, end, anchored=True)
    step = 1 if looks_ahead(folded, position) else -1
    months = 12 * anchor.year + anchor.month - 1
    if (number - anchor.day) * step < 0:
        months += step
    while True:
        year, month = divmod(months, 12)
        if number <= month_days(year, month + 1)[1].day:
            day = date(year, month + 1, number)
            return Moment(position, end, day, day, anchored=True)
        months += step
