"""Events: which happening a statement speaks of, and when nobody can tell."""

from __future__ import annotations

import pytest

from claimcheck.claims.events import Event

from .reading import claim, claims


def when(text: str) -> list[str]:
    """The event of every duration in a text: a date, "" for the current one, or unresolved."""
    return [c.event.when for c in claims(text, "journey_duration")]


TOOK = "Ada Lovelace’s journey took two days"


# --- dates --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (f"{TOOK}.", ""),
        # A date in the clause.
        (f"{TOOK} in 2019.", "2019"),
        (f"{TOOK} in March 2018.", "2018-03"),
        (f"{TOOK} on April 24, 2019.", "2019-04-24"),
        (f"{TOOK} on 24 April 2019.", "2019-04-24"),
        # A date that opens the sentence holds for all of its clauses.
        (f"In 2019 {TOOK}.", "2019"),
        (f"In 2019, it rained, and {TOOK}, which was long.", "2019"),
        (f"On April 24, 2019 she left, and the journey took two days. {TOOK}.", "2019-04-24"),
        # A date in another clause dates this one nowhere else.
        (f"{TOOK}, although she was born in 1985.", "unresolved"),
        (f"{TOOK}; the last one was in 2019.", "unresolved"),
        # Two dates are none.
        (f"{TOOK} in 2018 and in 2019.", "unresolved"),
        # The same date twice is one.
        (f"{TOOK} in 2019, in 2019.", "2019"),
    ],
)
def test_a_date_in_the_sentence(text: str, event: str) -> None:
    assert when(text)[0] == event


def test_a_date_is_carried_through_its_paragraph() -> None:
    text = (
        f"In 2019 Ada Lovelace went to Rome. {TOOK}. It was hot. {TOOK}.\n"
        "Ada Lovelace wrote a letter about it to her aunt, as she always had.\n"
        f"{TOOK}."
    )
    assert when(text) == ["2019", "2019", ""]


def test_a_later_date_takes_over() -> None:
    assert when(f"In 2018 she was ill. In 2019 she was well. {TOOK}.") == ["2019"]


def test_two_dates_in_one_sentence_leave_what_follows_unresolved() -> None:
    assert when(f"She went in 2018 and in 2019. {TOOK}.") == ["unresolved"]


# --- headings -----------------------------------------------------------------------------------


def test_the_date_at_the_head_of_a_section_holds_for_all_of_it() -> None:
    text = (
        "Her journeys\n"
        f"• March 2018: Ada Lovelace went to Rome. {TOOK}.\n"
        f"• Feb. 26-28, 2019: {TOOK}. It was cold.\n"
        f"• April 24, 2019: {TOOK}, as in 2018.\n"
    )
    assert when(text) == ["2018-03", "2019-02-26/2019-02-28", "2019-04-24"]


def test_a_label_without_a_date_dates_nothing() -> None:
    assert when(f"Rome: {TOOK}.") == [""]


# --- what points elsewhere ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "On her last visit Ada Lovelace’s journey took two days.",
        "On an earlier trip Ada Lovelace’s journey took two days.",
        f"Two years ago {TOOK}.",
        f"Years earlier {TOOK}.",
        f"Last year {TOOK}.",
        f"Back then {TOOK}.",
        f"In the past {TOOK}.",
        f"Next month {TOOK}.",
        f"In May {TOOK}.",
        "On her 2019 visit the journey of Ada Lovelace took two days.",
    ],
)
def test_an_event_that_nobody_can_tell_is_unresolved(text: str) -> None:
    assert when(text) == ["unresolved"]
    assert not claim(text, "journey_duration").event.comparable


@pytest.mark.parametrize("text", [f"At last {TOOK}.", f"{TOOK} at first.", f"First, {TOOK}."])
def test_words_that_only_look_like_it_point_nowhere(text: str) -> None:
    assert when(text) == [""]


# --- what is usual ------------------------------------------------------------------------------


def test_what_is_usual_is_an_event_of_its_own() -> None:
    assert when("Ada Lovelace’s journey usually takes two days.") == ["habitual"]
    assert when("In 2019 Ada Lovelace’s journey usually took two days.") == ["2019"]


def test_what_holds_at_any_time_has_no_event() -> None:
    assert claim("The train travels at 50 km/h.").event == Event("")
    assert claim("The train has 20 carriages, as it had in 2019.").event.kind == ""


def test_a_speed_of_the_past_is_an_occasion() -> None:
    assert claim("The train was travelling at 50 km/h.").event == Event("occasion")
    assert claim("In 1938 the train travelled at 126 mph.").event == Event("occasion", "1938")


@pytest.mark.parametrize(
    ("event", "label", "comparable", "in_story"),
    [
        (Event("journey"), "journey", True, True),
        (Event("journey", "2019-04-24"), "journey 2019-04-24", True, False),
        (Event("journey", "habitual"), "journey habitual", True, True),
        (Event("journey", "unresolved"), "journey unresolved", False, False),
        (Event(""), "", True, False),
    ],
)
def test_events(event: Event, label: str, comparable: bool, in_story: bool) -> None:
    assert (event.label, event.comparable, event.in_story) == (label, comparable, in_story)
