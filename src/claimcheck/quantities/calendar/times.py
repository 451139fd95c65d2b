"""Weekdays and parts of the day: "Sunday afternoon", "early on Tuesday", "0737 GMT".

Without a date to anchor it a weekday stays symbolic: hours since Monday 00:00 of an implied week.
Such times compare with others of the same story, and give durations; they are no dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from claimcheck.quantities.possibility import OPEN, Possibility

WEEK = 168.0
"""Hours in a week."""

_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_ABBREVIATED = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3}
_ABBREVIATED |= {"fri": 4, "sat": 5, "sun": 6}

# Hours [from, to) of each part of the day, as news writes them: a clock is seldom near.
# "night" runs into the next day; "early" is before working hours, "early morning" before them
# and after the small hours.
PARTS: dict[str, tuple[float, float]] = {
    "early in the morning": (4, 8),
    "early morning": (4, 8),
    "late in the evening": (20, 24),
    "late in the afternoon": (15, 19),
    "late afternoon": (15, 19),
    "late evening": (20, 24),
    "early evening": (17, 20),
    "late at night": (21, 27),
    "late night": (21, 27),
    "afternoon": (12, 18),
    "morning": (5, 12),
    "evening": (17, 23),
    "night": (19, 28),
    "midday": (11, 13),
    "noon": (11.5, 12.5),
    "dawn": (4, 8),
    "early": (0, 8),
    "late": (17, 24),
}
_DAY = rf"(?P<day>{'|'.join(_DAYS)}|(?:{'|'.join(_ABBREVIATED)})\.)"
_PART = "|".join(sorted(PARTS, key=len, reverse=True))
_TIME = re.compile(
    rf"(?<![\w-])(?:(?:on\s)?(?:(?P<lead>{_PART})\s(?:on\s|of\s)?)?(?:on\s)?{_DAY}"
    rf"(?!['’]s\b)(?:,?\s(?:in\sthe\s|at\s)?(?P<tail>{_PART}))?(?:\slocal\stime)?)(?![\w-])"
)


@dataclass(frozen=True, slots=True)
class WeekTime:
    """A time of an implied week, said at `[start, end)`: hours since Monday 00:00."""

    start: int
    end: int
    low: float
    high: float

    @property
    def possibility(self) -> Possibility:
        """The hours it may be, all of them equally; midnight belongs to the day it begins."""
        high = self.high - OPEN * WEEK
        return Possibility(self.low, self.low, high, high, grain=self.high - self.low)


def week_times(folded: str, start: int = 0, end: int | None = None) -> Iterator[WeekTime]:
    """The weekdays in `folded[start:end]`, each with its part of the day where one is said."""
    for match in _TIME.finditer(folded, start, len(folded) if end is None else end):
        name = match["day"].rstrip(".")
        day = _DAYS.index(name) if name in _DAYS else _ABBREVIATED[name]
        low, high = PARTS.get(match["lead"] or match["tail"] or "", (0.0, 24.0))
        yield WeekTime(match.start(), match.end(), 24 * day + low, 24 * day + high)


def iso_week_time(hours: float) -> str:
    """A time of an implied week in the truncated form of ISO 8601:2000: -W-7T12:00."""
    day, minute = divmod(round(hours * 60) % (7 * 24 * 60), 24 * 60)
    return f"-W-{day + 1}T{minute // 60:02}:{minute % 60:02}"


def elapsed(start: Possibility, end: Possibility) -> Possibility:
    """Hours from one time of an implied week to the next occurrence of another; never negative."""
    if end.high <= start.low:
        end = end.scaled(1, WEEK)
    hours = end.minus(start)
    return msgspec.structs.replace(
        hours,
        low=max(0.0, hours.low),
        core_low=max(0.0, hours.core_low),
        core_high=max(0.0, hours.core_high),
    )
