"""Days that a duration leads to from the article's: "two days ago", "in three business days"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from claimcheck.quantities.calendar.anchors import looks_ahead
from claimcheck.quantities.calendar.dates import Moment, month_days
from claimcheck.quantities.calendar.weekdays import OFFSETS, WEEKDAYS

_TAIL = re.compile(
    r"\s{1,9}(?:(ago|hence)|from\s(now|today|yesterday|tomorrow)"
    r"|(after|before)\s(today|yesterday|tomorrow)"
    r"|(later|earlier|before|after|afterwards|previously))(?![a-z])"
)
_IN = re.compile(r"(?:sometime\s|\A|\s)in\s{1,9}\Z")
_MONTHS_IN = {
    "month": 1,
    "quarter": 3,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "centurie": 1200,
}
_DAYS_IN = {"day": 1, "night": 1, "week": 7, "fortnight": 14}


def shifted(
    folded: str,
    unit_name: str,
    count: float,
    end: int,
    anchor: date | None,
    *,
    start: int = -1,
    also: Sequence[tuple[float, str]] = (),
) -> Moment | None:
    """The day that a duration which ends at `end` leads to from the anchor, or None.

    "Two days ago", "two weeks from now", "four days from yesterday", "two days before yesterday".
    The unit is a calendar unit, "business day" or a weekday, singular or plural. `also` are the
    parts said before: ((2, "year"),) of "2 years 21 days later". With the `start` of the duration
    "in four business days" and "we'll meet in two weeks" are read too, and the moment begins there
    (else at `end`). "A year earlier" is said from a day of the story, so None; "later" likewise,
    unless a word before says the future.
    """
    if anchor is None:
        return None
    unit = unit_name.removesuffix("s").replace("_", " ")
    match = _TAIL.match(folded, end)
    step = 1
    if match is None:
        if start < 0 or not _IN.search(folded[max(0, start - 13) : start]):
            return None
        if "business" not in unit and "working" not in unit and not looks_ahead(folded, start):
            return None
    else:
        if match[1] == "ago":
            step = -1
        elif match[5] == "later":
            if unit not in WEEKDAYS and not looks_ahead(folded, end if start < 0 else start):
                return None
        elif match[5]:
            return None
        elif match[3] == "before":
            step = -1
        anchor += timedelta(OFFSETS.get(match[2] or match[4] or "", 0))
    try:
        for number, name in (*also, (count, unit)):
            anchor = _moved(anchor, name.removesuffix("s"), step * number)
            if anchor is None:
                return None
    except (ValueError, OverflowError):
        return None
    return Moment(
        end if start < 0 else start, match.end() if match else end, anchor, anchor, anchored=True
    )


def _moved(day: date, unit: str, count: float) -> date | None:
    """`day` moved by a number of units; None where the unit measures no days."""
    if unit in _MONTHS_IN:
        months = 12 * day.year + day.month - 1 + round(count * _MONTHS_IN[unit])
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, month_days(year, month + 1)[1].day))
    if unit in _DAYS_IN:
        return day + timedelta(round(count * _DAYS_IN[unit]))
    if unit in ("business day", "working day", "trading day"):
        return _business_days(day, round(count))
    if unit in WEEKDAYS:
        weekday, number = WEEKDAYS[unit], round(count)
        if number > 0:
            return day + timedelta((weekday - day.weekday() - 1) % 7 + 1 + 7 * (number - 1))
        return day - timedelta((day.weekday() - weekday - 1) % 7 + 1 - 7 * (number + 1))
    return None


def _business_days(day: date, count: int) -> date:
    """Monday to Friday; no holidays."""
    step = 1 if count > 0 else -1
    if day.weekday() > 4:  # count from the working day next to the weekend
        day += timedelta(4 - day.weekday() if step > 0 else 7 - day.weekday())
    weeks, rest = divmod(abs(count), 5)
    day += timedelta(7 * weeks * step)
    while rest:
        day += timedelta(step)
        rest -= day.weekday() < 5
    return day
