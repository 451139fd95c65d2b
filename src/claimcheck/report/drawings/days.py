"""Days: where dates stand on a line, and by what its axis is divided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import MAXYEAR, date, timedelta

from claimcheck.document import Bounds
from claimcheck.quantities.wording import moment
from claimcheck.report.dates import day_of
from claimcheck.report.drawings.scale import Scale, Tick, percent

# Names of days are longer than numbers, and a phone is narrow.
_TICKS = 4
# Letters of a month.
_SHORT = 3
_STEPS = (1, 2, 7, 14)
_MONTHS = (1, 2, 3, 6)
# The Gregorian years of an average month.
_MONTH = 365.2425 / 12


def ordinals(bounds: Bounds) -> tuple[float | None, float | None]:
    """`bounds` of dates as numbers of days; None for what is open or no date."""
    low, high = (day_of(bound) for bound in bounds)
    return float(low.toordinal()) if low else None, float(high.toordinal()) if high else None


def day_scale(values: Iterable[float]) -> Scale:
    """The scale that numbers of days are drawn on; a single one has a fortnight around it."""
    days = list(values)
    low, high = min(days), max(days)
    return Scale(low, high) if low < high else Scale(low - 7, high + 7)


def day_ticks(scale: Scale) -> tuple[tuple[Tick, ...], str]:
    """The ticks of an axis of days, and what the axis is called."""
    first, last = _date(scale.low), _date(scale.high)
    found = next(_divisions(first, last))
    year = f"days of {first.year}" if first.year == last.year else "days"
    ticks = tuple(
        Tick(percent(scale(day.toordinal())), label)
        for day, label in found
        if scale.low <= day.toordinal() <= scale.high
    )
    return ticks, year


def _divisions(first: date, last: date) -> Iterator[list[tuple[date, str]]]:
    """Divisions that are not too many, the finest first."""
    span = (last - first).days
    for step in _STEPS:
        if span <= step * _TICKS:
            days = (first + timedelta(n) for n in range(0, span + 1, step))
            yield [(day, f"{day.day} {_month(day)}") for day in days]
    for months in _MONTHS:
        if span <= months * _MONTH * _TICKS:
            yield [
                (day, f"{_month(day)} {day.year}")
                for day in _firsts(first, last)
                if (day.month - 1) % months == 0
            ]
    step = (last.year - first.year) // _TICKS + 1
    years = range(first.year, last.year + 1, step)
    yield [(date(year, 1, 1), str(year)) for year in years]


def _month(day: date) -> str:
    return moment(day.isoformat()[:7])[:_SHORT]


def _firsts(first: date, last: date) -> Iterator[date]:
    """The first days of the months from that of `first` to that of `last`."""
    for year in range(first.year, last.year + 1):
        for month in range(1, 13):
            if first <= date(year, month, 1) <= last:
                yield date(year, month, 1)


def _date(ordinal: float) -> date:
    return date.fromordinal(min(max(1, round(ordinal)), date(MAXYEAR, 12, 31).toordinal()))
