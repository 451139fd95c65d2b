"""Weekdays with parts of the day, the hours between two of them, and clock times."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.quantities.calendar.times import (
    PARTS,
    WEEK,
    elapsed,
    iso_week_time,
    week_times,
)
from claimcheck.quantities.numerals import fold
from claimcheck.quantities.possibility import Possibility

DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def found(text: str) -> list[tuple[str, str, str]]:
    return [
        (text[time.start : time.end], iso_week_time(time.low), iso_week_time(time.high))
        for time in week_times(fold(text))
    ]


def hours(text: str) -> Possibility:
    (time,) = week_times(fold(text))
    return time.possibility


# -------------------------------------------------------------------------------------- what is read


@pytest.mark.parametrize(
    ("text", "surface", "first", "last"),
    [
        ("left Sunday.", "Sunday", "-W-7T00:00", "-W-1T00:00"),
        ("left on Tuesday", "on Tuesday", "-W-2T00:00", "-W-3T00:00"),
        ("left on Sunday afternoon", "on Sunday afternoon", "-W-7T12:00", "-W-7T18:00"),
        ("Sunday afternoon local time", "Sunday afternoon local time", "-W-7T12:00", "-W-7T18:00"),
        ("SUNDAY AFTERNOON", "SUNDAY AFTERNOON", "-W-7T12:00", "-W-7T18:00"),
        ("early on Tuesday", "early on Tuesday", "-W-2T00:00", "-W-2T08:00"),
        ("early Tuesday", "early Tuesday", "-W-2T00:00", "-W-2T08:00"),
        ("late on Monday", "late on Monday", "-W-1T17:00", "-W-2T00:00"),
        ("on early Friday", "on early Friday", "-W-5T00:00", "-W-5T08:00"),
        ("the morning of Friday", "morning of Friday", "-W-5T05:00", "-W-5T12:00"),
        ("Friday, in the morning", "Friday, in the morning", "-W-5T05:00", "-W-5T12:00"),
        ("Friday early morning", "Friday early morning", "-W-5T04:00", "-W-5T08:00"),
        ("Friday at dawn", "Friday at dawn", "-W-5T04:00", "-W-5T08:00"),
        ("Monday at noon", "Monday at noon", "-W-1T11:30", "-W-1T12:30"),
        # A night runs into the next day, and out of the week.
        ("Monday night", "Monday night", "-W-1T19:00", "-W-2T04:00"),
        ("late at night on Sunday", "late at night on Sunday", "-W-7T21:00", "-W-1T03:00"),
        # Abbreviations need their stop.
        ("on Sun. afternoon", "on Sun. afternoon", "-W-7T12:00", "-W-7T18:00"),
        ("Tues. night", "Tues. night", "-W-2T19:00", "-W-3T04:00"),
        ("(Thurs.)", "Thurs.", "-W-4T00:00", "-W-5T00:00"),
    ],
)
def test_a_time_of_the_week_is_read(text: str, surface: str, first: str, last: str) -> None:
    assert found(text) == [(surface, first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "Sunday's meeting",
        "Sunday’s meeting",
        "the Sun rose",
        "a wed couple",
        "Sundays",
        "Black-Friday",
        "Friday-night lights",
        "in the morning",
        "Mondayish",
    ],
)
def test_no_time_of_the_week_is_read(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("day", DAYS)
def test_every_day_has_its_place_in_the_week(day: str) -> None:
    begins = 24 * DAYS.index(day)
    p = hours(day)
    assert p.low == p.core_low == begins
    assert p.high == p.core_high == pytest.approx(begins + 24)
    assert p.grain == 24
    # Midnight belongs to the day that it begins.
    assert [p(hour) for hour in (begins - 1e-6, begins, begins + 23.999, begins + 24)] == [
        0,
        1,
        1,
        0,
    ]
    for abbreviation in {day[:3], {"Tuesday": "Tues", "Thursday": "Thurs"}.get(day, day[:3])}:
        assert hours(f"{abbreviation}.") == hours(day)


@pytest.mark.parametrize("part", PARTS)
def test_every_part_of_the_day_is_read(part: str) -> None:
    for text in (f"{part} on Monday", f"Monday {part}"):
        p = hours(text)
        assert (p.low, p.high) == pytest.approx(PARTS[part])
        assert p.cut(0.5) == (p.low, p.high)  # all of its hours equally


def test_times_stand_in_order_and_a_part_of_the_text_may_be_read() -> None:
    text = "on monday, early on tuesday and sunday night"
    assert [int(time.low // 24) for time in week_times(text)] == [0, 1, 6]
    assert [int(time.low // 24) for time in week_times(text, 11, 28)] == [1]


# ------------------------------------------------------------------------------------ ISO 8601


@pytest.mark.parametrize(
    ("hour", "iso"),
    [
        (0, "-W-1T00:00"),
        (12.5, "-W-1T12:30"),
        (167.75, "-W-7T23:45"),
        (168, "-W-1T00:00"),
        (180, "-W-1T12:00"),
        (-1, "-W-7T23:00"),
        # Rounded to the minute as a whole: there is no minute 60, no hour 24, no day 8.
        (11.9999, "-W-1T12:00"),
        (23.9999, "-W-2T00:00"),
        (167.9999, "-W-1T00:00"),
        (0.4 / 60, "-W-1T00:00"),
    ],
)
def test_an_hour_of_the_week_in_iso(hour: float, iso: str) -> None:
    assert iso_week_time(hour) == iso


@given(st.floats(-1000, 1000))
def test_every_hour_has_a_day_an_hour_and_a_minute(hour: float) -> None:
    text = iso_week_time(hour)
    day, clock, minute = int(text[3]), int(text[5:7]), int(text[8:10])
    assert 1 <= day <= 7
    assert 0 <= clock <= 23
    assert 0 <= minute <= 59
    told = (day - 1) * 24 + clock + minute / 60
    apart = abs(told - hour % WEEK)
    assert min(apart, WEEK - apart) <= 0.5 / 60 + 1e-9


# ------------------------------------------------------------------------------------ elapsed


@pytest.mark.parametrize(
    ("start", "end", "least", "most"),
    [
        ("Sunday afternoon", "early on Tuesday", 30, 44),  # over the end of the week
        ("Monday morning", "Tuesday morning", 17, 31),
        ("Friday night", "Monday morning", 49, 65),
        ("Saturday", "Sunday", 0, 48),
        ("Tuesday", "Monday", 120, 168),
        ("late at night on Sunday", "Monday morning", 2, 15),
        # On one day: the first can be after the second by the clock, never in fact.
        ("Tuesday afternoon", "Tuesday", 0, 12),
        ("Monday", "Monday night", 0, 28),
    ],
)
def test_the_hours_from_one_time_to_another(
    start: str, end: str, least: float, most: float
) -> None:
    between = elapsed(hours(start), hours(end))
    assert (between.low, between.high) == pytest.approx((least, most), abs=1e-5)


times = st.builds(
    lambda day, part: hours(f"{part} on {day}"),
    st.sampled_from(DAYS),
    st.sampled_from(sorted(PARTS)),
)


@given(times, times)
def test_no_time_runs_backward_nor_for_two_weeks(start: Possibility, end: Possibility) -> None:
    between = elapsed(start, end)
    assert 0 <= between.low <= between.high < 2 * WEEK
    assert between.high > 0


@given(st.text())
def test_any_text_gives_times_in_order(text: str) -> None:
    end = 0
    for time in week_times(fold(text)):
        assert end <= time.start < time.end <= len(text)
        end = time.end
