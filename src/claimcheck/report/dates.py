"""Dates: as the bounds of a document have them, and as a reader is told them.

The document ends a stretch of days with the midnight after it; a reader is told its last day.
"""

from __future__ import annotations

from datetime import date, timedelta

from claimcheck.document import Bound, Bounds

UNIT = "date"


def day_of(bound: Bound) -> date | None:
    """The day that a bound names, None for what is open or no date."""
    try:
        return date.fromisoformat(bound) if isinstance(bound, str) else None
    except ValueError:
        return None


def told(bounds: Bounds, unit: str) -> Bounds:
    """`bounds` as a reader is told them: of dates, with the last day in place of the day after."""
    low, high = bounds
    day = day_of(high) if unit == UNIT else None
    return (low, (day - timedelta(1)).isoformat()) if day and day > date.min else bounds
