"""Periods as intervals of days: weeks, months, quarters, seasons, years, decades, centuries."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claimcheck.quantities.calendar.anchors import (
    SHIFTS,
    UNTOLD,
    looks_ahead,
    nearest_year,
    word_before,
)
from claimcheck.quantities.calendar.dates import MONTHS, TABLE, Days, Moment, month_days
from claimcheck.quantities.calendar.weekdays import WEEKDAYS
from claimcheck.quantities.calendar.years import YEAR_BEFORE, year_behind

SEASONS: dict[str, int] = TABLE["seasons"]["months"]
PERIODS = frozenset("day week weekend month quarter year decade century".split())
LEADS_END = frozenset("by at until till since from to year the".split())
OF_MONTH = re.compile(r"\s(?:of|in)\s(?:the\s)?([a-z]+)(?:\s(month))?(?![a-z])")
_ON_DAY = re.compile(r",?\s(?:on\s)?([a-z]+)(?![a-z])")
_WINTER = re.compile(r"(?:\s(?:of|in)\s|\s)((?:1[1-9]|20)\d\d)(?:[-/–]\d\d)?(?![\d%a-z])")
_SEASON_LEADS = (" of ", " in ", " last ", " this ", " next ", ", ", "\n")
_QUARTERS = re.compile(r"([qh])([1-4])(?![a-z\d])")


def months_of(year: int, month: int, count: int) -> Days:
    """The days of `count` months from a month on, which may be beyond December."""
    begin, end = 12 * year + month - 1, 12 * year + month + count - 2
    return (
        date(begin // 12, begin % 12 + 1, 1),
        month_days(end // 12, end % 12 + 1)[1],
    )


def period(unit: str, shift: int, anchor: date) -> Days:
    """The day, week … year, century of the anchor, `shift` of them on. Weeks begin on Monday."""
    year = anchor.year
    if unit == "year":
        return date(year + shift, 1, 1), date(year + shift, 12, 31)
    if unit == "month":
        return months_of(year, anchor.month + shift, 1)
    if unit == "week":
        monday = anchor + timedelta(7 * shift - anchor.weekday())
        return monday, monday + timedelta(6)
    if unit == "day":
        return (day := anchor + timedelta(shift)), day
    if unit == "weekend":
        saturday = anchor + timedelta(7 * shift + 5 - anchor.weekday())
        return saturday, saturday + timedelta(1)
    if unit == "quarter":
        return months_of(year, 3 * ((anchor.month - 1) // 3 + shift) + 1, 3)
    if unit == "decade":
        begin = year // 10 * 10 + 10 * shift
        return date(begin, 1, 1), date(begin + 9, 12, 31)
    begin = (year - 1) // 100 * 100 + 100 * shift + 1
    return date(begin, 1, 1), date(begin + 99, 12, 31)


def period_said(
    folded: str, position: int, word: str, what: str, end: int, anchor: date | None
) -> Moment | None:
    if what == "day":
        if word == "last" or (word == "this" and folded.startswith("to ", max(0, position - 3))):
            return None  # "the last day of", "to this day"
        if word == "next" and not looks_ahead(folded, position):
            return Moment(position, end, anchored=True)
    if anchor is None or word in UNTOLD or (what == "decade" and word == "last"):
        return Moment(position, end, anchored=True)
    first, last = period(what, SHIFTS[word], anchor)
    if what == "week" and (match := _ON_DAY.match(folded, end)) and match[1] in WEEKDAYS:
        first = last = first + timedelta(WEEKDAYS[match[1]])
        end = match.end()
    return Moment(position, end, first, last, anchored=True)


def week_of(
    folded: str, position: int, end: int, number: int, anchor: date | None
) -> Moment | None:
    """Seven days of a month, the last seven where `number` is 0: "the second week of May"."""
    match = OF_MONTH.match(folded, end)
    month = MONTHS.get(match[1]) if match else None
    if not match or not month:
        return None
    year, end, leans = year_behind(folded, match.end(1), anchor)
    if year is None and anchor:
        year, leans = nearest_year(folded, position, month, 0, anchor), True
    if not year:
        return Moment(position, end, anchored=True)
    first, last = month_days(year, month)
    first = first + timedelta(7 * number - 7) if number else last - timedelta(6)
    return Moment(position, end, first, first + timedelta(6), anchored=leans)


def share_of_year(
    folded: str, position: int, end: int, number: int, months: int, anchor: date | None
) -> Moment | None:
    """ "third quarter of 1986", "first half of last year"; a half alone may be a game's."""
    year, stop, leans = year_behind(folded, end, anchor)
    if year is None and (match := YEAR_BEFORE.search(folded[max(0, position - 14) : position])):
        leans = match[2] is not None
        shift = SHIFTS[match[2]] if leans else 0
        year = (anchor.year + shift if anchor else 0) if leans else int(match[1])
    if year is None and months == 6:
        return None
    if not year:
        return Moment(position, stop, anchored=True)
    first, last = months_of(year, months * (number - 1) + 1, months)
    return Moment(position, stop, first, last, anchored=leans)


def season(_text: str, folded: str, position: int, word: str, anchor: date | None) -> Moment | None:
    """ "summer of 2019", "winter 1985-86", "spring last year"."""
    end = position + len(word)
    if not folded.startswith(_SEASON_LEADS, end) and not folded[end + 1 : end + 2].isdigit():
        return None
    if word in ("fall", "spring") and not folded.startswith(" of ", end):
        lead = word_before(folded, position)  # "prices fall 2000 points"
        if lead not in LEADS_END and lead != "in":
            return None
    if match := _WINTER.match(folded, end):
        year, end, leans = int(match[1]), match.end(), False
    else:
        said, end, leans = year_behind(folded, end, anchor)
        if not said:
            return None if said is None else Moment(position, end, anchored=True)
        year = said
    first, last = months_of(year, SEASONS[word], 3)
    return Moment(position, end, first, last, anchored=leans)


def quarter(
    _text: str, folded: str, position: int, _word: str, anchor: date | None
) -> Moment | None:
    """ "Q3 2020", "H1"."""
    match = _QUARTERS.match(folded, position)
    if not match or (match[1] == "h" and match[2] in "34"):
        return None
    months = 6 if match[1] == "h" else 3
    year, end, leans = year_behind(folded, match.end(), anchor)
    month = months * (int(match[2]) - 1) + 1
    if year is None and anchor:
        year, leans = nearest_year(folded, position, month, 0, anchor), True
    if not year:
        return Moment(position, end, anchored=True)
    return Moment(position, end, *months_of(year, month, months), anchored=leans)
