"""Readings: what a date or a clock time lets a reader believe (semantics.md 7, rulings 7 and 8).

Days are counted by `date.toordinal()`, a day being the interval from it up to the next; clock times
are hours after midnight.
"""

from __future__ import annotations

import re
from datetime import date

from claimcheck.quantities.calendar.dates import Moment
from claimcheck.quantities.possibility import OPEN, Possibility, Tail

DAY = 1.0
MINUTE = 1 / 60

EXACT, ABOUT, ON_THE_DOT = 1 * MINUTE, 15 * MINUTE, 10 * MINUTE
AROUND_MIDNIGHT = 30 * MINUTE
"""Play on each side of "7:48 a.m.", of "about" it, of an hour without minutes and of "around
midnight" (ruling 7)."""

THIRD = 5 * DAY
"""Play of "early", "mid" and "late" in a month (ruling 8)."""

NEXT_DAY = 3 * DAY
"""Play of "today" and its like: an article is often published, or printed again, days after."""

_TODAY = re.compile(
    r"\b(?:today|yesterday|tonight|tomorrow|this\s(?:morning|afternoon|evening)|last\snight)\b"
)
LIFETIME, YEAR = 36525 * DAY, 366 * DAY
"""How far "before 1999" and "after 1999" reach, hard and typically."""

_LEAD = 24
_EARLIER = re.compile(r"\b(?:before|prior\sto|earlier\sthan)\s(?:the\s)?\Z")
_NO_LATER = re.compile(r"\b(?:by|until|till|up\sto|no\slater\sthan)\s(?:the\s)?\Z")
_LATER = re.compile(r"\b(?:after|later\sthan)\s(?:the\s)?\Z")
AGO = {"week": 3 * DAY, "month": 15 * DAY, "year": 183 * DAY}
"""Play of "two weeks ago", "six months ago", "four years ago": half of what is counted."""

_AGO = re.compile(r"\b(week|month|year)s?\s(?:ago|earlier|before|later|after)\b")
_MORNING = re.compile(r"\bmorning\b")
_ABOUT = re.compile(r"\b(?:about|around|approximately|roughly|circa|some)\s(?:at\s)?\Z|~\s?\Z")
_MIDNIGHT = re.compile(r"\bmidnight\b")
_MINUTES = re.compile(r"[:.]\d\d|\d{4}")
_ROUGHLY = re.compile(r"\b(?:about|around|approximately|roughly|circa|some)\s|~")
_THIRD = re.compile(r"\b(?:early|late|mid)[\s-]")


def days(moment: Moment, folded: str) -> Possibility | None:
    """A date in days; None where the text does not tell which. `folded` is the whole text in
    lower case."""
    if moment.first is None or moment.last is None:
        return None
    low, high = float(moment.first.toordinal()), moment.last.toordinal() + DAY * (1 - OPEN)
    play = THIRD if _THIRD.search(folded, moment.start, moment.end) else 0.0
    if is_relative(folded, moment.start, moment.end):
        play = NEXT_DAY
    elif ago := _AGO.search(folded, moment.start, moment.end):
        play = AGO[ago[1]]
    grain = high - low
    before = folded[max(0, moment.start - _LEAD) : moment.start]
    if _EARLIER.search(before):
        return Possibility(low - LIFETIME, low - YEAR, low, low, left=Tail.SPAN, grain=grain)
    if _NO_LATER.search(before):
        return Possibility(high - LIFETIME, high - YEAR, high, high, left=Tail.SPAN, grain=grain)
    if _LATER.search(before):
        return Possibility(high, high, high + YEAR, high + LIFETIME, right=Tail.SPAN, grain=grain)
    return Possibility(low - play, low, high, high + play, grain=grain)


def is_relative(folded: str, start: int, end: int) -> bool:
    """Whether a day is told from the day of the article alone: "today", "this morning"."""
    return _TODAY.search(folded, start, end) is not None


def hours(moment: Moment, folded: str) -> Possibility | None:
    """A clock time or a part of the day in hours; None where the half of the day is not told."""
    if moment.low is None or moment.high is None:
        return None
    low, high = moment.low / 60, moment.high / 60
    if moment.high - moment.low > 1:  # "Sunday afternoon", "shortly before nine"
        if _MORNING.search(folded, moment.start, moment.end):
            low = 0.0  # "early on Sunday morning" begins at midnight
        return Possibility(low, low, high, high, grain=high - low)
    said = folded[moment.start : moment.end]
    before = folded[max(0, moment.start - 20) : moment.start]
    play = EXACT if _MINUTES.search(said) else ON_THE_DOT
    if _ABOUT.search(before) or _ROUGHLY.search(said):
        play = AROUND_MIDNIGHT if _MIDNIGHT.search(said) else ABOUT
    core = play / 2
    return Possibility(low - play, low - core, low + core, low + play, grain=play)


def day(ordinal: float) -> date:
    """The day of a point in time; the first or the last that there is where it lies beyond."""
    return date.fromordinal(min(max(int(ordinal), date.min.toordinal()), date.max.toordinal()))


def iso_ends(dimension: str, low: float, high: float) -> tuple[str, str]:
    """Both ends of a date or a clock time as ISO 8601: days, or hours and minutes."""
    if dimension == "date":
        return day(low + 1e-6).isoformat(), day(high + 1e-6).isoformat()
    return _clock(low), _clock(high)


def _clock(hours: float) -> str:
    minutes = round(hours * 60) % (24 * 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
