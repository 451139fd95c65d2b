"""What an ordinal begins: "the 15th", "third quarter of 1986", "the first Friday of next month"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claimcheck.quantities.calendar.anchors import CLOSED, SHIFTS, nearest_year
from claimcheck.quantities.calendar.dates import MONTHS, Moment, month_days
from claimcheck.quantities.calendar.days import ORDINALS, TENS, day_alone, day_led
from claimcheck.quantities.calendar.periods import OF_MONTH, period, share_of_year, week_of
from claimcheck.quantities.calendar.weekdays import WEEKDAYS
from claimcheck.quantities.calendar.years import year_behind

_JOINED = re.compile(r"(?:\s{1,9}|-)([a-z]+)(?![a-z])")
COUNTABLE = frozenset({*WEEKDAYS, "quarter", "qtr", "half", "week", "century", "of"})
_BC = re.compile(r"\s(?:b\.?c|before\schrist)")
_DAYS_ALONE = re.compile(r"\s{0,9}(?:\Z|[.,;:!?)](?!\d)|(?:at|in|when|after|before|but)(?![a-z]))")


def ordinal(
    text: str,
    folded: str,
    position: int,
    number: int,
    end: int,
    anchor: date | None,
) -> Moment | None:
    """What an ordinal that ends at `end` begins: a day, a quarter, a half, a century, a weekday."""
    match = _JOINED.match(folded, end)
    word = match[1] if match else ""
    if match and word in WEEKDAYS and number < 6:
        return weekday_of(folded, position, match.end(), number, WEEKDAYS[word], anchor)
    if match and word == "week" and number < 5:
        return week_of(folded, position, match.end(), number, anchor)
    if match and word in ("quarter", "qtr", "half"):
        months = 6 if word == "half" else 3
        if number * months > 12:
            return None
        return share_of_year(folded, position, match.end(), number, months, anchor)
    if match and word == "century" and 0 < number < 30:
        if _BC.match(folded, match.end()):
            return None
        first = date(100 * number - 99, 1, 1)
        return Moment(position, match.end(), first, date(100 * number, 12, 31))
    digits = folded[position].isdigit()
    if (
        digits
        and (not match or word in ("of", "to", "through") or word in MONTHS)
        and (found := day_led(text, folded, position, anchor))
    ):
        return found
    if word == "of" and (match := OF_MONTH.match(folded, end)):
        if (shift := SHIFTS.get(match[1])) is not None and match[2]:
            if anchor is None:
                return Moment(position, match.end(), anchored=True)
            first, _ = period("month", shift, anchor)
            day = first.replace(day=number)
            return Moment(position, match.end(), day, day, anchored=True)
        month = MONTHS.get(match[1])
        if month and 0 < number < 32:
            return _of_month(folded, position, match.end(1), month, number, anchor)
        return None
    if (digits or number > 10) and _DAYS_ALONE.match(folded, end):
        return day_alone(folded, position, end, number, anchor)
    return None


def _of_month(
    folded: str, position: int, end: int, month: int, number: int, anchor: date | None
) -> Moment | None:
    year, end, leans = year_behind(folded, end, anchor)
    date(2000, month, number)
    if year is None and anchor:
        year, leans = nearest_year(folded, position, month, number, anchor), True
    if not year:
        return Moment(position, end, anchored=True)
    day = date(year, month, number)
    return Moment(position, end, day, day, anchored=leans)


def ordinal_word(
    text: str, folded: str, position: int, word: str, anchor: date | None
) -> Moment | None:
    end = position + len(word)
    if word in TENS:
        match = _JOINED.match(folded, end)
        number = ORDINALS.get(match[1], 0) if match else 0
        if not match or not 0 < number < 10:
            return None
        return ordinal(text, folded, position, TENS[word] + number, match.end(), anchor)
    if ORDINALS[word] < 11:
        match = _JOINED.match(folded, end)
        if not match or match[1] not in COUNTABLE:
            return None
    return ordinal(text, folded, position, ORDINALS[word], end, anchor)


def weekday_of(
    folded: str, position: int, end: int, number: int, weekday: int, anchor: date | None
) -> Moment | None:
    """ "the first Friday of next month", "first Sunday"; `number` 0 is the last one."""
    match = OF_MONTH.match(folded, end)
    leans = True
    year = month = None
    if match and match[1] in MONTHS:
        month = MONTHS[match[1]]
        year, end, leans = year_behind(folded, match.end(1), anchor)
        if year is None and anchor:
            year, leans = nearest_year(folded, position, month, 0, anchor), True
    elif match and match[2] and (shift := SHIFTS.get(match[1])) is not None:
        end = match.end()
        if anchor:
            first, _ = period("month", shift, anchor)
            year, month = first.year, first.month
    elif not match and anchor and CLOSED.match(folded, end) and number:
        year, month = anchor.year, anchor.month
    if not year or not month:
        return Moment(position, end, anchored=True)
    first, last = month_days(year, month)
    if number:
        day = first + timedelta((weekday - first.weekday()) % 7 + 7 * (number - 1))
        if day > last:
            return None
    else:
        day = last - timedelta((last.weekday() - weekday) % 7)
    return Moment(position, end, day, day, anchored=leans)
