"""Readings of dates and clock times: rulings 7 and 8 of the semantics."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck.quantities.calendar import readings
from claimcheck.quantities.numerals import fold
from claimcheck.quantities.possibility import Possibility, consistency
from claimcheck.quantities.reader import Moment, quantities

DAY = date(2024, 5, 6)


def said(words: str) -> Possibility:
    """What the only date or time of these words lets a reader believe."""
    [moment] = [o for o in quantities(words, DAY) if isinstance(o, Moment)]
    read = readings.hours if moment.kind == "time" else readings.days
    found = read(moment, fold(words))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("at 7:48 a.m.", 7 + 47 / 60, 7 + 49 / 60),
        ("at about 7:45 a.m.", 7.5, 8),
        ("around 7:45 a.m.", 7.5, 8),
        ("at 8 a.m.", 8 - 1 / 6, 8 + 1 / 6),
        ("around midnight", -0.5, 0.5),
        ("at about 12 midnight", -0.5, 0.5),
        ("at midnight", -1 / 6, 1 / 6),
        ("around noon", 11.75, 12.25),
    ],
)
def test_the_play_of_a_clock_time_in_hours(words: str, low: float, high: float) -> None:
    found = said(words)
    assert (found.low, found.high) == pytest.approx((low, high))


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("on 19 November 2008", "on 18 November 2008", False),
        ("on 19 November 2008", "in November 2008", True),
        ("in March 2019", "on 28 February 2019", False),
        ("before 1999", "in 1998", True),
        ("before 1999", "in 2001", False),
        ("after 1999", "in 2001", True),
        ("after 1999", "in 1998", False),
        ("by 31 December 2008", "on 25 December 2008", True),
        ("six months ago", "in early November 2023", True),
        ("six months ago", "in July 2023", False),
        ("at 3 p.m.", "at 3:05 p.m.", True),
        ("at 3 p.m.", "at 3:20 p.m.", False),
        ("at about 3 p.m.", "at 3:10 p.m.", True),
    ],
)
def test_which_may_be_one(one: str, other: str, agree: bool) -> None:
    c = consistency(said(one), said(other))
    assert (c >= 0.5) is agree


@pytest.mark.parametrize(
    ("dimension", "ends", "iso"),
    [
        ("date", (737000.0, 737000.999), ("2018-11-02", "2018-11-02")),
        # There are no days before the first year and behind the last.
        ("date", (-3.0, 3652062.0), ("0001-01-01", "9999-12-31")),
        ("clock", (15.333, 15.367), ("15:20", "15:22")),
    ],
)
def test_ends_in_iso_8601(dimension: str, ends: tuple[float, float], iso: tuple[str, str]) -> None:
    assert readings.iso_ends(dimension, *ends) == iso
