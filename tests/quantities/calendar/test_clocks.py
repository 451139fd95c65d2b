"""Clock times: the minute, the zone, and what is none. More examples stand in dates.toml."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.quantities.calendar.clocks import ZONES, clock, clocks_between


@pytest.mark.parametrize(
    ("text", "surface", "minute", "zone", "offset"),
    [
        ("7:37 a.m. local time", "7:37 a.m. local time", 457, "local time", None),
        ("7:37 a.m., he", "7:37 a.m.", 457, None, None),
        ("0737 gmt on", "0737 gmt", 457, "gmt", 0),
        ("0900 hours", "0900 hours", 540, None, None),
        ("6pm.", "6pm", 1080, None, None),
        ("6 p.m. est", "6 p.m. est", 1080, "est", -300),
        ("11.30 p.m.", "11.30 p.m.", 1410, None, None),
        ("19:45 and", "19:45", 1185, None, None),
        ("09:15", "09:15", 555, None, None),
        ("9:15 gmt", "9:15 gmt", 555, "gmt", 0),
        ("10:00 utc-3:30", "10:00 utc-3:30", 600, "utc-3:30", -210),
        ("12 a.m.", "12 a.m.", 0, None, None),
        ("12 p.m.", "12 p.m.", 720, None, None),
        ("12 midnight", "12 midnight", 0, None, None),
        ("8 p.m. eastern time", "8 p.m. eastern time", 1200, "eastern time", None),
        ("3 o'clock in the morning", "3 o'clock in the morning", 180, None, None),
    ],
)
def test_a_clock_time_is_a_minute_of_the_day(
    text: str, surface: str, minute: int, zone: str | None, offset: int | None
) -> None:
    read = clock(text, 0)
    assert read
    assert text[: read.end] == surface
    assert (read.low, read.high, read.zone, read.offset) == (minute, minute + 1, zone, offset)


@pytest.mark.parametrize("text", ["at 9:15", "at 5 o'clock", "by 12:30"])
def test_a_time_of_either_half_of_the_day_has_no_minute(text: str) -> None:
    read = clock(text, 3)
    assert read
    assert (read.kind, read.low, read.high) == ("time", None, None)


@pytest.mark.parametrize(
    "text",
    ["3:1", "9:15", "4:32.5", "12:60", "25:00", "13 p.m.", "0 a.m.", "5 people", "5.93", "5 pm2",
     "2460 gmt", "0737", "5 amps", "11.30 feet", "2:03:15"],
)  # fmt: skip
def test_no_clock_time_is_read(text: str) -> None:
    assert clock(text, 0) is None


@given(st.integers(0, 23), st.integers(0, 59), st.sampled_from(sorted(ZONES)))
def test_one_time_in_every_form(hour: int, minute: int, zone: str) -> None:
    half = "pm" if hour > 11 else "am"
    forms = [
        f"{hour:02}{minute:02} {zone}",
        f"{hour}:{minute:02} {zone}",
        f"{(hour - 1) % 12 + 1}:{minute:02} {half} {zone}",
        f"{(hour - 1) % 12 + 1}.{minute:02}{half[0]}.m. {zone}",
    ]
    for form in forms:
        read = clock(form, 0)
        assert read
        assert (read.low, read.zone, read.end) == (60 * hour + minute, zone, len(form))
        assert read.offset == ZONES[zone]


@pytest.mark.parametrize(
    ("text", "surface", "low", "high"),
    [
        ("7-8 p.m. on", "7-8 p.m.", 1140, 1200),
        ("7 to 8pm,", "7 to 8pm", 1140, 1200),
        ("9:30–10:15 am", "9:30–10:15 am", 570, 615),
        ("11-1 p.m.", "11-1 p.m.", 660, 780),  # begins in the other half of the day
        ("9 until 12 p.m.", "9 until 12 p.m.", 540, 720),
        ("10-2 a.m. GMT".lower(), "10-2 a.m. gmt", 1320, 1560),  # runs into the next day
    ],
)
def test_the_time_between_two_clock_times_holds_both(
    text: str, surface: str, low: int, high: int
) -> None:
    read = clocks_between(text, 0)
    assert read
    assert text[: read.end] == surface
    assert (read.low, read.high) == (low, high + 1)


@pytest.mark.parametrize(
    "text", ["7-8", "7-8 pmol", "13-14 pm", "0-1 am", "7:60-8 pm", "7 or 8 pm", "7-8-9 pm"]
)
def test_nothing_lies_between_what_are_no_clock_times(text: str) -> None:
    assert clocks_between(text, 0) is None


@pytest.mark.parametrize(
    ("text", "place", "minute", "surface"),
    [
        ("at 8 in the morning", 3, 480, "8 in the morning"),
        ("8 in the morning on Monday".lower(), 0, 480, "8 in the morning"),
        ("since 2 in the afternoon, he", 6, 840, "2 in the afternoon"),
        ("until 11 at night.", 6, 1380, "11 at night"),
        ("at 10 tonight", 3, 1320, "10"),  # "tonight" is a moment of its own
        ("by 9 this morning", 3, 540, "9"),
    ],
)
def test_an_hour_in_digits_alone_is_told_by_its_part_of_the_day(
    text: str, place: int, minute: int, surface: str
) -> None:
    read = clock(text, place)
    assert read
    assert (read.low, text[read.start : read.end]) == (minute, surface)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("killed 8 in the morning", 7),
        ("at 8 in the morning session", 3),
        ("the top 10 tonight", 8),
        ("at 15 in the morning", 3),
        ("at least 8 in the morning", 9),
        ("at 8 in the city", 3),
    ],
)
def test_what_is_counted_in_a_part_of_the_day_is_no_hour(text: str, place: int) -> None:
    assert clock(text, place) is None
