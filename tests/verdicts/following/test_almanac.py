"""Almanac: weekdays against their dates, ages against the births that are told."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .told import differences, following

DAY = "2019-04-10"


@pytest.mark.parametrize(
    "text",
    [
        "The ship sank on Monday, March 5, 2019.",
        "The ship sank on Friday, 5 March 2019.",
        "The ship sank on Monday, April 2.",  # of the article's own year
    ],
)
def test_a_weekday_of_another_date(text: str) -> None:
    [found] = differences(text, published=DAY)
    assert found[:2] == ("contradictory", "derived-hard")


@pytest.mark.parametrize(
    "text",
    [
        "The ship sank on Tuesday, March 5, 2019.",
        "The ship sank on Tuesday, April 2.",
        # Which year is meant is not told, or lies far back.
        "The ship sank on Monday, November 6.",
        # A date of several days, a day without a date.
        "The fair is open Monday, March 4-8, 2019.",
        "The ship sank on Monday. March 5, 2019 was a sad day.",
    ],
)
def test_a_weekday_of_its_date(text: str) -> None:
    assert differences(text, published=DAY) == []


def test_without_a_day_of_the_article_a_date_needs_its_year() -> None:
    assert differences("The ship sank on Monday, April 2.") == []
    assert len(differences("The ship sank on Monday, March 5, 2019.")) == 1


def test_the_weekday_is_an_input_of_its_own() -> None:
    text = "The ship sank on Monday, March 5, 2019."
    [monday] = following(text, "weekday")
    assert monday.quote == "Monday"
    assert monday.canonical == "2019-03-04/2019-03-05"


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2049, 12, 31)))
def test_a_date_with_its_own_weekday_never_differs(day: date) -> None:
    text = f"The ship sank on {day:%A, %B} {day.day}, {day.year}."
    assert following(text, "weekday") == []


BORN = "Ada Lovelace was born in 1950. "


@pytest.mark.parametrize(
    "text",
    [
        f"{BORN}She sings. Lovelace, 80, lives there.",
        "Ada Lovelace, who was born on May 3, 1984, sings. Lovelace, 45, lives there.",
        f"{BORN}The 42-year-old Ada Lovelace sings.",
        # Her name is the subject, short or with a title, in a clause of its own.
        "Ada Hill, 36, lives there. Hill was born in 1950 to Bob Cole.",
        "Ada Hill, 36, lives there. President Hill was born in 1950.",
        "Ada Hill, 36, lives there. The paper said Hill was born in 1950.",
        "Ada Hill (born 1950) sings. Hill, 36, lives there.",
        "Ada Hill, born on May 3, 1950, sings. Hill, 36, lives there.",
        "Ada Hill, 36, lives there. Hill said she was born in 1950.",
    ],
)
def test_an_age_of_another_birth(text: str) -> None:
    [found] = differences(text, published=DAY)
    assert found[:2] == ("contradictory", "derived-hard")


@pytest.mark.parametrize(
    "text",
    [
        # The age, the year before the birthday, and one year of play.
        f"{BORN}She sings. Lovelace, 69, lives there.",
        f"{BORN}She sings. Lovelace, 68, lives there.",
        f"{BORN}She sings. Lovelace, 70, lives there.",
        # Of another time.
        f"{BORN}She sings. Lovelace, then 35, lived there.",
        f"{BORN}She sings. In 1990 Lovelace, 40, lived there.",
        f"{BORN}She sings. Lovelace was 12 when she left.",
        # Of somebody else, or of one of two.
        f"{BORN}She sings. Grace Hopper, 30, lives there.",
        "Ada Lovelace sang for Grace Hopper, who was born in 1950. Lovelace, 30, lives there.",
        f"{BORN}Ada Lovelace was born in 1980. Lovelace, 80, lives there.",
        # Of somebody whom her name is near.
        "Ada Hill, 36, lives in Oslo. Hill's daughter was born in 2010.",
        "Ada Hill, 36, lives in Oslo. Hill said her son was born in 2014.",
        "Ada Hill, 36, lives in Oslo. Hill met her husband, who was born in 1950.",
        "Ada Hill, 36, lives in Oslo. The mother of Ada Hill was born in 1950.",
        "Ada Hill, 36, lives in Oslo. The daughter of Ada Hill, born in 2010, sings.",
        "Ada Hill, 36, lives in Oslo. Hill and her brother, born in 1950, sing.",
        "Ada Hill, 36, lives in Oslo. Hill has a girl, she was born in 2010.",
        "Ada Hill, 36, has a daughter. She was born in 2010.",
        "Ada Hill, 36, has a daughter. Hill said she was born in 2010.",
        # Of one of two who share a name.
        "Ada Hill, 36, lives in Oslo. Bob Hill was born in 1950.",
        "Ada Hill, 36, lives in Oslo. Bob Hill sings. Hill was born in 1950.",
        "Bob Hill, 68, met Ada Hill, 36. Hill was born in 1950.",
    ],
)
def test_an_age_of_its_birth(text: str) -> None:
    assert differences(text, published=DAY) == []


def test_without_a_day_of_the_article_no_age_is_reckoned() -> None:
    assert differences(f"{BORN}She sings. Lovelace, 80, lives there.") == []
