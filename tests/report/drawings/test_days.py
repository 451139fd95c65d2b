"""Dates on a line."""

from datetime import date

import pytest

from claimcheck.report.drawings.days import day_ticks, ordinals
from claimcheck.report.drawings.marks import Mark
from claimcheck.report.drawings.numberline import Reading, number_line
from claimcheck.report.drawings.scale import Scale
from claimcheck.report.systems import Units


def test_what_is_no_date_stands_nowhere() -> None:
    assert ordinals(("2019-02-26", "someday")) == (date(2019, 2, 26).toordinal(), None)


@pytest.mark.parametrize(
    ("first", "last", "labels", "name"),
    [
        ("2019-02-26", "2019-03-01", ["26 Feb", "27 Feb", "28 Feb", "1 Mar"], "days of 2019"),
        ("2019-02-26", "2019-03-20", ["26 Feb", "5 Mar", "12 Mar", "19 Mar"], "days of 2019"),
        ("2018-12-25", "2019-03-20", ["Jan 2019", "Feb 2019", "Mar 2019"], "days"),
        ("2018-06-01", "2020-01-01", ["Jul 2018", "Jan 2019", "Jul 2019", "Jan 2020"], "days"),
        ("1950-06-01", "2023-01-01", ["1969", "1988", "2007"], "days"),
    ],
)
def test_an_axis_of_days_is_divided_as_a_calendar_is(
    first: str, last: str, labels: list[str], name: str
) -> None:
    low, high = (float(date.fromisoformat(day).toordinal()) for day in (first, last))
    ticks, axis = day_ticks(Scale(low, high))
    assert ([tick.label for tick in ticks], axis) == (labels, name)


def test_one_open_date_is_drawn_among_its_neighbours() -> None:
    day = float(date(2019, 2, 26).toordinal())
    reading = Reading(Mark("circle"), "", (), (day, None), (day, None), ())
    [axis] = number_line([reading], Units.of("date", "date", []), "date").axes
    assert axis.words == "days of 2019"
    assert "26 Feb" in [tick.label for tick in axis.ticks]
