"""Days and places of encounters, held against each other."""

from __future__ import annotations

import pytest

from claimcheck import pipeline
from claimcheck.articles.article import Article


def findings(*texts: str, story: bool = False) -> list[tuple[str, str, str]]:
    """Kind, ground and grade of each finding on encounters, of articles of one story or of none."""
    articles = [Article(str(n), t, story="one" if story else str(n)) for n, t in enumerate(texts)]
    found = pipeline.check(articles).findings
    return [(f.kind, f.basis, f.grade) for f in found if f.fact.claims[0].measurand.tie == "named"]


JUNE = "Ada Lovelace's talks with Charles Babbage broke down in June."
MAY = "May 28-30, 1843: The talks between Ada Lovelace and Charles Babbage collapsed."


def test_a_month_without_a_year_is_that_of_the_dated_event() -> None:
    assert findings(JUNE, MAY) == [("contradictory", "hard", "moderate")]


@pytest.mark.parametrize(
    "text",
    [
        "June 3, 1843: The talks between Ada Lovelace and Charles Babbage collapsed.",  # it agrees
        "January 1843: The talks between Ada Lovelace and Charles Babbage collapsed.",  # others
        "May 28-30, 1843: The talks between Ada Lovelace and Mary Somerville collapsed.",
        "May 28-30, 1843: The talks between Ada Lovelace and Charles Babbage began.",
        "If Ada Lovelace's talks with Charles Babbage broke down in April 1843, nobody said so.",
    ],
)
def test_other_events_and_agreeing_days(text: str) -> None:
    assert findings(JUNE, text) == []


def test_a_month_near_two_dated_events_is_of_neither() -> None:
    later = "July 3, 1844: The talks between Ada Lovelace and Charles Babbage collapsed."
    assert findings(JUNE, MAY, later) == []


def test_without_a_date_anywhere_there_is_no_claim() -> None:
    result = pipeline.check([Article("a", JUNE)])
    assert [c for c in result.claims if c.measurand.tie == "named"] == []


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("Hanoi", [("contradictory", "hard", "moderate")]),
        ("Vietnam", [("contradictory", "hard", "moderate")]),  # where Hanoi lies
        ("Singapore", []),  # another meeting
    ],
)
def test_a_meeting_is_known_by_its_place(place: str, expected: list[tuple[str, str, str]]) -> None:
    summit = f"After her June summit with Charles Babbage in {place}, Ada Lovelace rested."
    dated = "May 28-30, 1843: Ada Lovelace visits Hanoi, meeting Charles Babbage."
    assert findings(summit, dated) == expected


def test_a_day_may_be_one_of_several() -> None:
    one = "Ada Lovelace met Charles Babbage in Paris on May 3, 1843."
    assert findings(one, one.replace("3", "4", 1)) == []


PLANNED = "Ada Lovelace will travel to {} to meet Charles Babbage."
TOLD = "Ada Lovelace met Charles Babbage in {}."


def test_a_planned_venue_is_overtaken() -> None:
    texts = PLANNED.format("Lyon"), TOLD.format("Paris")
    assert findings(*texts, story=True) == [("superseded", "categorical", "minor")]
    assert findings(*texts) == []  # of two stories


@pytest.mark.parametrize(
    ("planned", "place"),
    [("Paris", "Paris"), ("France", "Paris"), ("Oldby", "Paris"), ("Paris", "Oldby")],
)
def test_venues_that_fit_or_are_known_to_nobody(planned: str, place: str) -> None:
    assert findings(PLANNED.format(planned), TOLD.format(place), story=True) == []


def test_venues_of_other_dates_are_apart() -> None:
    texts = PLANNED.format("Lyon"), f"May 3, 1843: {TOLD.format('Paris')}"
    assert findings(*texts, story=True) == []
