"""What stands next to the article's day: "last year", "this morning", "next June", "next week"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claimcheck.quantities.calendar.anchors import SHIFTS, UNTOLD
from claimcheck.quantities.calendar.dates import MONTHS, Moment, month_days
from claimcheck.quantities.calendar.days import month_led
from claimcheck.quantities.calendar.ordinals import weekday_of
from claimcheck.quantities.calendar.periods import (
    OF_MONTH,
    PERIODS,
    SEASONS,
    months_of,
    period_said,
    share_of_year,
    week_of,
)
from claimcheck.quantities.calendar.weekdays import MINUTES, WEEKDAYS, weekday_said

_NEXT = re.compile(r"\s{1,9}([a-z]+)")
FOLLOWERS = frozenset(
    [*PERIODS, *SEASONS, *WEEKDAYS, *MONTHS, "morning", "afternoon", "evening", "night"]
)


def relative(
    text: str, folded: str, position: int, word: str, anchor: date | None
) -> Moment | None:
    """ "last year", "this morning", "next week on Friday", "last June", "this Friday"."""
    match = _NEXT.match(folded, position + len(word))
    if match is None:
        return None
    what, end = match[1], match.end()
    if what not in FOLLOWERS or folded[end : end + 1].isalnum():
        return None
    shift = SHIFTS.get(word, 1)
    if what in PERIODS:
        if word == "last" and folded.startswith(" of ", end):
            return last_of(folded, position, end, what, anchor)
        return period_said(folded, position, word, what, end, anchor)
    if what in SEASONS:
        return relative_season(position, end, what, shift, anchor)
    if what in WEEKDAYS:
        if (
            word == "last"
            and (found := OF_MONTH.match(folded, end))
            and (found[1] in MONTHS or found[2])
        ):
            return weekday_of(folded, position, end, 0, WEEKDAYS[what], anchor)
        return weekday_said(folded, position, word, what, end, anchor)
    if what in MONTHS:
        return relative_month(text, folded, position, word, match.start(1), what, anchor)
    if word not in ("last", "this") or (word == "last") != (what in ("night", "evening")):
        return None  # "this morning", "last night"
    low, high = MINUTES[what]
    if anchor is None:
        return Moment(position, end, low=low, high=high, anchored=True)
    day = anchor + timedelta(shift)
    return Moment(position, end, day, day, low=low, high=high, anchored=True)


def last_of(folded: str, position: int, end: int, what: str, anchor: date | None) -> Moment | None:
    """ "the last quarter of 1986", "the last week of May"; not "the last year of his life"."""
    if what == "quarter":
        found = share_of_year(folded, position, end, 4, 3, anchor)
        return found if found and found.end > end else None
    return week_of(folded, position, end, 0, anchor) if what == "week" else None


def relative_month(
    text: str,
    folded: str,
    position: int,
    word: str,
    at: int,
    what: str,
    anchor: date | None,
) -> Moment | None:
    """ "last June" is before this month, "this June" of this year, "next June" behind it."""
    inner = month_led(
        text,
        folded,
        at,
        what,
        anchor,
        led=text[at].isupper() or what not in ("may", "march", "mar", "sep", "dec"),
    )
    if inner is None:
        return None
    if not inner.anchored:  # "last June 1986"
        return inner.starting(position)
    if anchor is None or inner.first is None or inner.last is None or word in UNTOLD:
        return Moment(position, inner.end, anchored=True)
    first, last = inner.first, inner.last
    if word in ("this", "current"):
        year = anchor.year
    elif word == "last":
        year = anchor.year - (last.replace(year=2000) >= anchor.replace(year=2000))
    else:
        year = anchor.year + (first.replace(year=2000) <= anchor.replace(year=2000))
    if first.day == 1 and last != first and last.month == first.month:
        first, last = month_days(year, first.month)
    elif first == last:
        first = last = first.replace(year=year)
    return Moment(position, inner.end, first, last, anchored=True)


def relative_season(position: int, end: int, what: str, shift: int, anchor: date | None) -> Moment:
    """ "last spring" is the latest that is over, "next spring" the first that has not begun."""
    if anchor is None:
        return Moment(position, end, anchored=True)
    first, last = months_of(anchor.year, SEASONS[what], 3)
    if shift < 0 and last >= anchor:
        first, last = months_of(anchor.year - 1, SEASONS[what], 3)
    elif shift > 0 and first <= anchor:
        first, last = months_of(anchor.year + 1, SEASONS[what], 3)
    elif not shift and what == "winter" and anchor.month < 6:
        first, last = months_of(anchor.year - 1, 12, 3)
    if shift < 0 and what == "winter":
        before = months_of(anchor.year - 1, 12, 3)
        first, last = before if before[1] < anchor else months_of(anchor.year - 2, 12, 3)
    return Moment(position, end, first, last, anchored=True)
