"""Dates as a reader is told them."""

import pytest

from claimcheck.document import Bounds
from claimcheck.report.dates import told


@pytest.mark.parametrize(
    ("bounds", "unit", "as_told"),
    [
        (("2019-02-26", "2019-03-01"), "date", ("2019-02-26", "2019-02-28")),
        (("2019-02-26", None), "date", ("2019-02-26", None)),
        ((None, "2020-01-01"), "date", (None, "2019-12-31")),
        (("2019-02-26", "0001-01-01"), "date", ("2019-02-26", "0001-01-01")),
        (("2019-02-26", "someday"), "date", ("2019-02-26", "someday")),
        (("-W-2T00:00", "-W-2T08:00"), "time", ("-W-2T00:00", "-W-2T08:00")),
        ((20.0, 30.0), "", (20.0, 30.0)),
    ],
)
def test_a_stretch_of_days_is_told_by_its_last_day(
    bounds: Bounds, unit: str, as_told: Bounds
) -> None:
    assert told(bounds, unit) == as_told
