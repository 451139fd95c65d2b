"""Clock times: "0737 GMT", "7:37 a.m. local time", "7-8 p.m.", "at 8 in the morning", "noon"."""

from __future__ import annotations

import re
from typing import overload

from claimcheck.quantities.calendar.anchors import CLOSED, word_before
from claimcheck.quantities.calendar.dates import TABLE, Moment

_CLOCK_WORDS = TABLE["clock"]
ZONES: dict[str, int] = _CLOCK_WORDS["zones"]
_PLACES = frozenset(_CLOCK_WORDS["places"].split())
_LEADS = frozenset(_CLOCK_WORDS["leads"].split())
_SURE_LEADS = frozenset(_CLOCK_WORDS["sure_leads"].split())
NOONS = {"noon": 12 * 60, "midday": 12 * 60, "midnight": 0}
_CLOCK = re.compile(
    r"(\d{1,2})(?:([:.])(\d\d)(:\d\d)?)?(?![\d:]|[.,]\d)"
    r"(?:\s{0,3}(?:([ap])(?:\.\s?m\b\.?|\s?m\b)|(o['’]clock)|(noon|midnight)\b))?"
)
_MILITARY = re.compile(
    rf"([01]\d|2[0-4])([0-5]\d)(?=\s{{0,3}}(?:{'|'.join(ZONES)}|hours|hrs|local)(?![a-z]))"
)
_HOURS = re.compile(r"\s(?:hours|hrs)(?![a-z])")
_ZONE = re.compile(r"\s{0,3}\(?([a-z]{1,8})(?![a-z])(?:\s?([+-])\s?(\d\d?)(?::?(\d\d))?(?!\d))?")
_TIME_WORD = re.compile(r"\s(?:(?:standard|daylight|summer)\s)?time(?![a-z])")
_PART_BEHIND = re.compile(
    r"\s(?:(?:in\sthe|this|yesterday|tomorrow)\s(morning|afternoon|evening)"
    r"|at\s(night)|(tonight))(?![a-z])"
)
_NAMED = re.compile(r"\s(?:this|yesterday|to)")  # a moment of its own follows: "at 10 tonight"
_BETWEEN = re.compile(
    r"(\d{1,2})(?::(\d\d))?(?:\s?[-–]\s?|\s(?:to|till|until)\s)(\d{1,2})(?::(\d\d))?"
    r"\s{0,3}([ap])(?:\.\s?m\b\.?|\s?m\b)"
)
# Behind "8 in the morning", where no noun follows that the morning belongs to: "session".
_NO_NOUN = re.compile(
    rf"{CLOSED.pattern}|\s(?:local|today|yesterday|tomorrow|he|she|it|they|we|the|"
    rf"{'|'.join(name for forms in TABLE['weekdays']['forms'] for name in forms.split())})(?![a-z])"
)
_LATER_HALF = frozenset({"afternoon", "evening"})


def clock(folded: str, position: int) -> Moment | None:
    """The clock time that begins with digits at `position`: "7:37 a.m. local time", "0737 GMT"."""
    if match := _MILITARY.match(folded, position):
        if match[1] == "24" and match[2] != "00":
            return None
        end = match.end()
        if hours := _HOURS.match(folded, end):
            end = hours.end()
        return _zoned(folded, position, end, 60 * int(match[1]) + int(match[2]))
    match = _CLOCK.match(folded, position)
    if not match:
        return None
    hour, minute, end = int(match[1]), int(match[3] or 0), match.end()
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    if match[5]:  # a.m., p.m.
        if not 0 < hour < 13:
            return None
        return _zoned(folded, position, end, 60 * (hour % 12 + 12 * (match[5] == "p")) + minute)
    if match[7]:  # 12 noon
        return _zoned(folded, position, end, NOONS[match[7]]) if hour == 12 else None
    part = _PART_BEHIND.match(folded, end)
    if not (match[6] or match[2]) and not (
        part and 0 < hour < 13 and _led_hour(folded, position, part)
    ):
        return None
    if part:
        if 0 < hour < 13:
            late = part[1] in _LATER_HALF or (part[1] is None and 4 < hour < 12)
            low = 60 * (hour % 12 + 12 * late) + minute
            stop = end if _NAMED.match(folded, end) else part.end()
            return Moment(position, stop, kind="time", low=low, high=low + 1)
    elif found := _zoned(folded, position, end, 60 * hour + minute, must=True):
        return found
    if match[6]:
        return Moment(position, end, kind="time") if 0 < hour < 13 else None
    if match[2] == "." or match[4]:
        return None  # a decimal, a race
    if hour > 12 or match[1][0] == "0":
        if hour == 24:
            return None
        return Moment(
            position, end, kind="time", low=60 * hour + minute, high=60 * hour + minute + 1
        )
    if word_before(folded, position) in _LEADS:
        return Moment(position, end, kind="time")
    return None


def _led_hour(folded: str, position: int, part: re.Match[str]) -> bool:
    """Whether the number before a part of the day is its hour: "at 8 in the morning".

    Not of "killed 8 in the morning", nor of "at 8 in the morning session".
    """
    lead = word_before(folded, position)
    if _NAMED.match(folded, part.start()):
        return lead in _SURE_LEADS
    begins = position == 0 or folded[position - 1] in '\n("“'
    return (begins or lead in _SURE_LEADS) and _NO_NOUN.match(folded, part.end()) is not None


def clocks_between(folded: str, position: int) -> Moment | None:
    """ "7-8 p.m.", "11:30 to 1 p.m.": from the first minute to the last, both included."""
    match = _BETWEEN.match(folded, position)
    if not match:
        return None
    hours, minutes = (int(match[1]), int(match[3])), (int(match[2] or 0), int(match[4] or 0))
    if not all(0 < hour < 13 for hour in hours) or max(minutes) > 59:
        return None
    low, high = (
        60 * (hour % 12 + 12 * (match[5] == "p")) + minute
        for hour, minute in zip(hours, minutes, strict=True)
    )
    if low >= high:  # "11-1 p.m." begins in the other half of the day
        low -= 12 * 60
    if low < 0:  # "11-2 a.m." the evening before
        low, high = low + 24 * 60, high + 24 * 60
    last = _zoned(folded, position, match.end(), high)
    return Moment(
        position,
        last.end,
        kind="time",
        low=low,
        high=high + 1,
        zone=last.zone,
        offset=last.offset,
    )


def noon(folded: str, position: int, word: str) -> Moment:
    """Noon or midnight, the minute with which the day begins."""
    return _zoned(folded, position, position + len(word), NOONS[word])


@overload
def _zoned(folded: str, position: int, end: int, low: int) -> Moment: ...
@overload
def _zoned(folded: str, position: int, end: int, low: int, *, must: bool) -> Moment | None: ...
def _zoned(folded: str, position: int, end: int, low: int, *, must: bool = False) -> Moment | None:
    """The minute `low` with the zone that is said at `end`; with `must`, only where one is."""
    zone, offset = None, None
    if (match := _ZONE.match(folded, end)) and (match[1] in ZONES or match[1] in _PLACES):
        stop = match.end(1)
        offset = ZONES.get(match[1])
        if match[2] and match[1] in ("gmt", "utc"):
            offset = (60 * int(match[3]) + int(match[4] or 0)) * (1 if match[2] == "+" else -1)
            stop = match.end()
        word = _TIME_WORD.match(folded, stop)
        stop = word.end() if word else stop
        if word or len(match[1]) < 5:
            zone, end = folded[match.start(1) : stop], stop
    if must and zone is None:
        return None
    return Moment(position, end, kind="time", low=low, high=low + 1, zone=zone, offset=offset)
