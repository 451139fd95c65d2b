"""Routes: where a journey goes to and comes from, and what is no journey at all."""

from __future__ import annotations

import pytest

from .reading import claim, claims


def places(text: str, attribute: str = "") -> list[tuple[str, str]]:
    return list(claim(text, attribute).places)


def goes(text: str) -> bool:
    """Whether somebody leaves or arrives in a sentence."""
    return bool(claims(text, "departure_time") or claims(text, "arrival_time"))


# --- from where to where ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("Ada Lovelace’s journey took two days.", []),
        ("Ada Lovelace’s journey to Russia took two days.", [("to", "russia")]),
        ("Ada Lovelace’s journey to eastern Russia took two days.", [("to", "russia")]),
        ("Ada Lovelace’s journey from Paris took two days.", [("from", "paris")]),
        (
            "Ada Lovelace’s journey from Paris to the Netherlands took two days.",
            [("from", "paris"), ("to", "netherlands")],
        ),
        ("Ada Lovelace’s journey to the U.S. took two days.", [("to", "united states")]),
        # What is only near a place, or a place's, is not on the way.
        ("Ada Lovelace’s journey to Russia’s border took two days.", []),
        ("Ada Lovelace’s journey past Russia took two days.", []),
        # A name that is no place, as far as anybody knows.
        ("Ada Lovelace’s journey to Grace Hopper took two days.", []),
    ],
)
def test_the_way_of_a_journey(text: str, way: list[tuple[str, str]]) -> None:
    assert places(text) == way


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("Ada Lovelace left Paris on Sunday.", [("from", "paris")]),
        ("Ada Lovelace arrived in Rome on Sunday.", [("to", "rome")]),
        ("Ada Lovelace reached Rome on Sunday.", [("to", "rome")]),
        ("Ada Lovelace entered Russia on Sunday.", [("to", "russia")]),
        ("Ada Lovelace crossed into Russia on Sunday.", [("to", "russia")]),
        ("Ada Lovelace arrived from Paris on Sunday.", [("from", "paris")]),
        ("Ada Lovelace left on Sunday.", []),
        # A place that no table holds is one by what leads to it.
        ("Ada Lovelace left Smallville on Sunday.", [("from", "smallville")]),
    ],
)
def test_the_ends_of_a_journey(text: str, way: list[tuple[str, str]]) -> None:
    assert places(text) == way


def test_a_vehicle_has_no_way() -> None:
    assert places("The train to Rome travels at 50 km/h.") == []


# --- a journey, or not --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "left on Sunday",
        "left Paris on Sunday",
        "left Paris late on Sunday",
        "left North Korea by train on Sunday",
        "left the Netherlands on Sunday",
        "left eastern Russia on Sunday",
        "left the country on Sunday",
        "left the eastern port of Nakhodka on Sunday",
        "left Smallville on Sunday",
        "left for Paris on Sunday",
        "left for talks in Paris on Sunday",
        "left by train on Sunday",
        "left early on Sunday",
        "left at dawn on Sunday",
        "left at 10:30 on Sunday",
        "left in the morning on Sunday",
        "left home on Sunday",
        "left quietly on Sunday",
        "left with her husband on Sunday",
        "left on Sunday for the summit",
        "arrived on Sunday",
        "arrived in Paris on Sunday",
        "arrived on Sunday in Paris",
        "arrived in a train on Sunday",
        "arrived in San Lorenzo on Sunday",
        "arrived here on Sunday",
        "arrived in the capital on Sunday",
        "arrived at the border on Sunday",
        "crossed into Russia on Sunday",
    ],
)
def test_who_goes_to_a_place_or_says_nothing_of_it_travels(text: str) -> None:
    assert goes(f"Ada Lovelace {text}.")


@pytest.mark.parametrize(
    "text",
    [
        # Other things are left, reached and entered.
        "left the company on Sunday",
        "left her husband on Sunday",
        "left hospital on Sunday",
        "left office on Sunday",
        "left a message on Sunday",
        "left three people dead on Sunday",
        "left fans waiting on Sunday",
        "left the stage in tears on Sunday",
        "left Manchester United on Sunday",
        "left Grace Hopper on Sunday",
        "left the White House on Sunday",
        "left NATO on Sunday",
        "left Russia’s army on Sunday",
        "entered the race in Texas on Sunday",
        "entered a plea in Boston on Sunday",
        "entered Paris politics on Sunday",
        "reached a deal in Geneva on Sunday",
        "reached the final in Paris on Sunday",
        "reached 50 percent in Texas on Sunday",
        "crossed the line first in Tokyo on Sunday",
        "crossed the floor in London on Sunday",
        # Nobody arrives from afar in a court.
        "arrived in court on Sunday",
        "arrived at court on Sunday",
        "arrived at the ballot box in Berlin on Sunday",
        "arrived on Sunday at the polls",
        "arrived at a decision on Sunday",
        "arrived at Acme Company on Sunday",
        # It was not she who left.
        "was left out on Sunday",
        "was left in Paris on Sunday",
    ],
)
def test_who_leaves_or_reaches_something_else_does_not(text: str) -> None:
    assert not goes(f"Ada Lovelace {text}.")


@pytest.mark.parametrize(
    ("text", "is_journey"),
    [
        ("took two days to reach Paris", True),
        ("took two days to reach the capital", True),
        ("took two days to cross the desert", True),
        ("took two days to travel there", True),
        ("took two days to arrive in Paris", True),
        ("took two days to reach a decision", False),
        ("took two days to arrive at a decision", False),
        ("took two days to cross the finish line", False),
        ("took two days to reach the top", False),
    ],
)
def test_what_takes_time(text: str, is_journey: bool) -> None:
    assert bool(claims(f"Ada Lovelace {text}.", "journey_duration")) is is_journey
