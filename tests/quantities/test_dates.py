"""Dates that name their year: what is read, to which days, and what is not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.quantities.dates import DateSpan, dates
from claimcheck.quantities.numerals import fold


def found(text: str) -> list[tuple[str, str]]:
    return [(text[span.start : span.end], span.iso) for span in dates(fold(text))]


@pytest.mark.parametrize(
    ("text", "surface", "iso"),
    [
        # a day
        ("on April 24, 2019 in", "April 24, 2019", "2019-04-24"),
        ("on April 24 2019", "April 24 2019", "2019-04-24"),
        ("on April 24th, 2019", "April 24th, 2019", "2019-04-24"),
        ("on Sept. 3, 2001,", "Sept. 3, 2001", "2001-09-03"),
        ("on 24 April 2019", "24 April 2019", "2019-04-24"),
        ("on the 3rd of May, 2019", "3rd of May, 2019", "2019-05-03"),
        ("on 2019-04-24", "2019-04-24", "2019-04-24"),
        ("JUNE 30, 2019:", "JUNE 30, 2019", "2019-06-30"),
        # several days
        ("Feb. 26-28, 2019: Kim", "Feb. 26-28, 2019", "2019-02-26/2019-02-28"),
        ("June 10–12, 2018", "June 10–12, 2018", "2018-06-10/2018-06-12"),
        ("26-28 February 2019", "26-28 February 2019", "2019-02-26/2019-02-28"),
        # a month
        ("March 2018: Kim", "March 2018", "2018-03"),
        ("in March of 2018", "March of 2018", "2018-03"),
        ("Dec, 2018", "Dec, 2018", "2018-12"),
        ("February 2020", "February 2020", "2020-02"),
        # a year behind a word of time
        ("in 2004, he", "in 2004", "2004"),
        ("Since 2011 he", "Since 2011", "2011"),
        ("in 2000 was", "in 2000", "2000"),
        ("in 2000 his", "in 2000", "2000"),
        ("until 1999.", "until 1999", "1999"),
    ],
)
def test_a_date_is_read(text: str, surface: str, iso: str) -> None:
    assert found(text) == [(surface, iso)]


@pytest.mark.parametrize(
    "text",
    [
        # no such day
        "April 31, 2019",
        "February 29, 2019",
        "March 0, 2019",
        "2019-13-24",
        "2019-04-31",
        "June 30-2, 2019",
        # no year
        "April 24",
        "may 24 people",
        "2004",
        "April 24, 2019.5",
        "April 24, 20190",
        # numbers of things
        "in 2004 people",
        "of 2000 troops",
        "by 1500 soldiers",
        "in 2000km",
        "of 2000 men",
        "in 2010-11",
        "in 2,004",
        "in 1066",
        # inside a word
        "dismay 24, 2019x",
        "within 2004",
        "x-april 24, 2019x",
    ],
)
def test_no_date_is_read(text: str) -> None:
    assert found(text) == []


def test_the_longest_date_is_read_and_none_twice() -> None:
    assert found("in April 24, 2019, March 2018 and in 2004") == [
        ("April 24, 2019", "2019-04-24"),
        ("March 2018", "2018-03"),
        ("in 2004", "2004"),
    ]


def test_an_impossible_day_leaves_the_month() -> None:
    assert found("31 June 2019") == [("June 2019", "2019-06")]


def test_only_a_part_of_the_text_may_be_read() -> None:
    text = "in 2004, in 2011, in 2018"
    assert [span.iso for span in dates(text, 8, 17)] == ["2011"]


@pytest.mark.parametrize(
    ("first", "last", "iso"),
    [
        (date(2019, 4, 24), date(2019, 4, 24), "2019-04-24"),
        (date(2019, 1, 1), date(2019, 12, 31), "2019"),
        (date(2020, 2, 1), date(2020, 2, 29), "2020-02"),
        (date(2019, 2, 1), date(2019, 2, 27), "2019-02-01/2019-02-27"),
        (date(2019, 12, 30), date(2020, 1, 2), "2019-12-30/2020-01-02"),
        (date(2019, 1, 1), date(2020, 12, 31), "2019-01-01/2020-12-31"),
        (date(2019, 1, 1), date(2020, 1, 31), "2019-01-01/2020-01-31"),
    ],
)
def test_the_shortest_form_says_the_same_days(first: date, last: date, iso: str) -> None:
    assert DateSpan(0, 0, first, last).iso == iso


MONTHS = (
    "January February March April May June July August September October November December".split()
)


@given(st.dates(date(1500, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_in_every_form(day: date) -> None:
    month = MONTHS[day.month - 1]
    forms = [
        f"{month} {day.day}, {day.year}",
        f"{month[:3]}. {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        day.isoformat(),
    ]
    for form in forms:
        assert found(form) == [(form, day.isoformat())]


PIECES = ["april ", "24", ", ", "2019", "in ", "-", "may ", "of ", "x", "30 ", "."]


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join)))
def test_any_text_gives_dates_in_order(text: str) -> None:
    end = 0
    for span in dates(fold(text)):
        assert end <= span.start < span.end <= len(text)
        assert span.first <= span.last
        end = span.end
