"""Calendar dates as they stand in news: "April 24, 2019", "Feb. 26-28, 2019", "2019-04-24".

A date is an interval of days at the precision that was said. `dates` finds those that name their
year: they fix an event in time by themselves. A `Moment` is a date or a time in any form, read
at a known place by moments.py. The words are data, with examples: dates.toml beside this module.
"""

from __future__ import annotations

import calendar
import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Literal, TypeAlias

import msgspec

Days: TypeAlias = tuple[date, date]

TABLE: dict[str, Any] = tomllib.loads(
    files("claimcheck.quantities.calendar").joinpath("dates.toml").read_text(encoding="utf-8")
)
"""dates.toml: the words of dates and times, and examples of each."""

MONTHS = {
    name: number
    for number, names in enumerate(TABLE["months"]["forms"], start=1)
    for name in names.split()
}
MONTH_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_MONTH = rf"(?P<month>{MONTH_NAMES})\b\.?"
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)(?!\d|[,.]\d)"
_ORDINAL = r"(?:st|nd|rd|th)?"
_DAY = rf"(?P<day>[0-3]?\d){_ORDINAL}"
_LAST = rf"(?:\s?[-–]\s?(?P<last>[0-3]?\d){_ORDINAL})?"
_BEFORE_YEAR = "in since during until of by from before after".split()

# What only things that are counted have behind them: "2000 troops", not "2000 was".
PLURAL = r"\s(?!(?:was|is|as|has|his|its|this|us)\b)[a-z-]*(?:s|people|men|women|children)\b"

# Where two begin at one place the first of them is read: the longest form of a date.
_FORMS = [
    re.compile(r"(?<![\w-])" + form)
    for form in (
        rf"{_MONTH}\s{_DAY}{_LAST},?\s{_YEAR}",  # April 24, 2019; Feb. 26-28, 2019
        rf"{_DAY}{_LAST}\s(?:of\s)?{_MONTH},?\s{_YEAR}",  # 24 April 2019
        rf"{_MONTH},?\s(?:of\s)?{_YEAR}",  # March 2018
        r"(?P<iso>(?:1[5-9]|20)\d\d-[01]\d-[0-3]\d)(?!\d)",
        # A year alone is one only behind a word of time: "in 2004", not "2004 people" or, since
        # round numbers are counts rather than years, "of 2000 troops".
        rf"(?:{'|'.join(_BEFORE_YEAR)})\s{_YEAR}"
        rf"(?!-|\s?(?:people|km|miles|%)|(?<=00){PLURAL})",
    )
]


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date in the text at `[start, end)`: every day from `first` to `last`, both included."""

    start: int
    end: int
    first: date
    last: date

    @property
    def iso(self) -> str:
        """The shortest ISO 8601 form of the interval: 2004, 2018-03, 2019-02-26/2019-02-28."""
        return _iso(self.first, self.last)


class Moment(msgspec.Struct, frozen=True, gc=False):
    """A date or a time said at `[start, end)`, half-open offsets in code points.

    A date is every day from `first` to `last`, both included; they are None where the text alone
    does not tell, and the anchor neither: "last June" without an anchor, "the next day" of a story.
    `anchored` says that the day of the article was needed.

    A time of the day is from minute `low` up to, and without, minute `high` after midnight: a
    minute of a clock time, a few hours of "Sunday afternoon", past 1440 where a night runs into
    the next day. Both are None of a clock time that may be either half of the day ("5 o'clock").
    `zone` is how the zone was said and `offset` its minutes east of Greenwich, where that is one.
    A `bare` one is a number that may as well be a count: "1987", "1914-18"; the caller decides.
    """

    start: int
    end: int
    first: date | None = None
    last: date | None = None
    kind: Literal["date", "time"] = "date"
    low: int | None = None
    high: int | None = None
    zone: str | None = None
    offset: int | None = None
    bare: bool = False
    anchored: bool = False

    @property
    def iso(self) -> str | None:
        """The days in the shortest ISO 8601 form; None where they are not known."""
        return _iso(self.first, self.last) if self.first and self.last else None

    def starting(self, start: int) -> Moment:
        """The same days, said with words before them: "Friday, " and "March 6"."""
        return Moment(start, self.end, self.first, self.last, anchored=self.anchored)


def _iso(first: date, last: date) -> str:
    if first == last:
        return first.isoformat()
    year, month = first.year, first.month
    if (first, last) == (date(year, 1, 1), date(year, 12, 31)):
        return f"{year:04}"
    if (first, last) == (date(year, month, 1), date(year, month, _month_length(year, month))):
        return f"{year:04}-{month:02}"
    return f"{first.isoformat()}/{last.isoformat()}"


_LENGTHS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def _month_length(year: int, month: int) -> int:
    return 29 if month == 2 and calendar.isleap(year) else _LENGTHS[month]


@cache
def year_days(year: int) -> Days:
    """The first and the last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def month_days(year: int, month: int) -> Days:
    """The first and the last day of a month."""
    return date(year, month, 1), date(year, month, _month_length(year, month))


def dates(folded: str, start: int = 0, end: int | None = None) -> list[DateSpan]:
    """The dates with a year in `folded[start:end]`, in order; impossible ones are left out."""
    end = len(folded) if end is None else end
    read = [_read(match) for form in _FORMS for match in form.finditer(folded, start, end)]
    found: list[DateSpan] = []
    for span in sorted(filter(None, read), key=lambda d: d.start):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return found


def _read(match: re.Match[str]) -> DateSpan | None:
    try:
        first, last = _interval({k: v for k, v in match.groupdict().items() if v})
    except ValueError:  # 31 June
        return None
    return DateSpan(match.start(), match.end(), first, last) if first <= last else None


def _interval(found: dict[str, str]) -> tuple[date, date]:
    if "iso" in found:
        day = date.fromisoformat(found["iso"])
        return day, day
    year = int(found["year"])
    if "month" not in found:
        return date(year, 1, 1), date(year, 12, 31)
    month = MONTHS[found["month"]]
    if "day" not in found:
        return date(year, month, 1), date(year, month, _month_length(year, month))
    first = int(found["day"])
    return date(year, month, first), date(year, month, int(found.get("last", first)))
