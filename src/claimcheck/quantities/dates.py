"""Calendar dates as they stand in news: "April 24, 2019", "Feb. 26-28, 2019", "March 2018", "2004".

A date is an interval of days at the precision that was said. Only dates that name their year are
read here: they fix an event in time by themselves.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
MONTH_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
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
        first, last = self.first, self.last
        if first == last:
            return first.isoformat()
        year, month = first.year, first.month
        if (first, last) == (date(year, 1, 1), date(year, 12, 31)):
            return str(year)
        if (first, last) == (date(year, month, 1), date(year, month, _month_length(year, month))):
            return f"{first:%Y-%m}"
        return f"{first.isoformat()}/{last.isoformat()}"


def _month_length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


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
    month = _MONTHS[found["month"]]
    if "day" not in found:
        return date(year, month, 1), date(year, month, _month_length(year, month))
    first = int(found["day"])
    return date(year, month, first), date(year, month, int(found.get("last", first)))
