"""Subjects and bearers: whom or what is meant, and when nobody can tell."""

from __future__ import annotations

import pytest

from .reading import claims, subjects

VEHICLE = ("carriage_count", "speed")
TWO_DAYS = "took two days"


def traveller(text: str) -> list[str]:
    """Whose journey every duration of a text is."""
    return subjects(text, "journey_duration")


def vehicle(text: str) -> list[str]:
    """Whose or which the carriages and speeds of a text are."""
    return [c.subject for c in claims(text) if c.attribute in VEHICLE]


def leaver(text: str) -> list[str]:
    """Who leaves, every time in a text."""
    return subjects(text, "departure_time")


# --- whose journey ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # Somebody's.
        ("Ada Lovelace’s journey took two days.", ["Ada Lovelace"]),
        ("Ada Lovelace’s long and dangerous journey took two days.", ["Ada Lovelace"]),
        ("Ada Lovelace left, and her journey took two days.", ["Ada Lovelace"]),
        ("The journey of Ada Lovelace took two days.", ["Ada Lovelace"]),
        ("The voyage of the chemist Ada Lovelace took two days.", ["Ada Lovelace"]),
        ("Ada Lovelace made a two-day journey.", ["Ada Lovelace"]),
        # Whom the sentence before was about.
        ("Ada Lovelace left Paris. The journey took two days.", ["Ada Lovelace"]),
        ("Ada Lovelace left Paris. It took two days to reach Warsaw.", ["Ada Lovelace"]),
        ("Ada Lovelace left Paris. On the way, the journey took two days.", ["Ada Lovelace"]),
        ("Ada Lovelace left Paris. The journey, which took two days, ended.", ["Ada Lovelace"]),
        # Not his whose father it is.
        ("Ada Lovelace’s father’s journey took two days.", []),
        ("Ada Lovelace left. Her father’s journey took two days.", []),
        ("Ada Lovelace left. Their journey took two days.", []),
        ("Ada Lovelace left. The minister’s journey took two days.", []),
        ("Ada Lovelace left Paris. The voyage of the Titanic took two days.", []),
        ("Ada Lovelace left Paris. The voyage of Grace Hopper took two days.", ["Grace Hopper"]),
        # Nobody's in particular.
        ("The journey took two days.", []),
        ("Ada Lovelace left Paris. A journey takes two days.", []),
        ("Ada Lovelace left Paris. Similar journeys take two days.", []),
        ("Ada Lovelace left Paris. The average journey takes two days.", []),
        ("Ada Lovelace left Paris. The beach is a two-hour ride from here.", []),
        ("Ada Lovelace left Paris. The hotel offers a two-hour ride.", []),
        ("Ada Lovelace left Paris. The war took two days.", []),
    ],
)
def test_whose_journey_it_is(text: str, who: list[str]) -> None:
    assert traveller(text) == who


def test_who_only_tells_does_not_travel() -> None:
    left = "Ada Lovelace left Paris. "
    assert traveller("Dmitry Peskov said the journey took two days.") == []
    for text in (
        "Dmitry Peskov said the journey took two days.",
        "Dmitry Peskov, a spokesman, said the journey took two days.",
        "The journey took two days, Dmitry Peskov said.",
        "“The journey took two days,” said the spokesman Dmitry Peskov.",
        "According to Dmitry Peskov, the journey took two days.",
        "Dmitry Peskov spoke of it. He said the journey took two days.",
    ):
        assert traveller(left + text) in (["Ada Lovelace"], []), text
    assert traveller(f"{left}The journey took two days, Dmitry Peskov said.") == ["Ada Lovelace"]


# --- who leaves ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ada Lovelace left on Sunday.", ["Ada Lovelace"]),
        ("Prime Minister Ada Lovelace left on Sunday.", ["Ada Lovelace"]),
        ("Ada Lovelace, the mathematician, left on Sunday.", ["Ada Lovelace"]),
        ("Ada Lovelace, accompanied by Grace Hopper, left on Sunday.", ["Ada Lovelace"]),
        ("Ada Lovelace met Grace Hopper and left on Sunday.", ["Ada Lovelace"]),
        ("On Sunday, Ada Lovelace left.", ["Ada Lovelace"]),
        ("It is not clear what time Ada Lovelace left on Sunday.", ["Ada Lovelace"]),
        # Another one is spoken of.
        ("Grace Hopper said Ada Lovelace left on Sunday.", ["Ada Lovelace"]),
        ("Grace Hopper said that Ada Lovelace left on Sunday.", ["Ada Lovelace"]),
        ("Grace Hopper believes President Ada Lovelace left on Sunday.", ["Ada Lovelace"]),
        ("Grace Hopper said she left on Sunday.", ["Grace Hopper"]),
        ("Grace Hopper told Ada Lovelace that she left on Sunday.", []),
        # What stands in front, and what hangs on a preposition, is no subject.
        ("After meeting Grace Hopper, Ada Lovelace left on Sunday.", ["Ada Lovelace"]),
        ("As Grace Hopper watched, Ada Lovelace left on Sunday.", ["Ada Lovelace"]),
        ("After talks with Russian Foreign Minister Joan Clarke, Ada Lovelace left on Sunday.", ["Ada Lovelace"]),
        ("Photos of Ada Lovelace left on Sunday.", []),
        ("Photos of President Ada Lovelace and Grace Hopper left on Sunday.", []),
        ("The aide with Russia’s former Prime Minister Ada Lovelace left on Sunday.", []),
        # Somebody else left.
        ("Ada Lovelace’s lawyer left on Sunday.", []),
        ("Police left on Sunday.", []),
        ("Ada Lovelace slept. The guests left on Sunday.", []),
        # Of two who share the deed the first is named.
        ("Ada Lovelace and Grace Hopper left on Sunday.", ["Ada Lovelace"]),
    ],
)  # fmt: skip
def test_who_leaves(text: str, who: list[str]) -> None:
    assert leaver(text) == who


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("Ada Lovelace slept.", ["Ada Lovelace"]),
        # Over sentences that name nobody.
        ("Ada Lovelace slept. It rained. The sun came out.", ["Ada Lovelace"]),
        # The one whom the sentence before was about, not the one it named last.
        ("Ada Lovelace met Grace Hopper.", ["Ada Lovelace"]),
        ("Grace Hopper slept. Ada Lovelace woke up.", ["Ada Lovelace"]),
        ("Ada Lovelace slept. She dreamed of Grace Hopper.", ["Ada Lovelace"]),
        # Into a new paragraph.
        ("Ada Lovelace slept.\n", ["Ada Lovelace"]),
        # Nobody.
        ("It rained.", []),
        ("Photos of Ada Lovelace were shown.", []),
    ],
)
def test_she_is_whom_the_sentence_before_was_about(before: str, who: list[str]) -> None:
    assert leaver(f"{before} She left on Sunday.") == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Grace Hopper slept. As Ada Lovelace woke up, she left on Sunday.", ["Ada Lovelace"]),
        ("Ada Lovelace slept. After meeting Grace Hopper, she left on Sunday.", ["Ada Lovelace"]),
        ("Ada Lovelace slept. After talks with Grace Hopper, she left on Sunday.", ["Ada Lovelace"]),
        ("Ada Lovelace slept. Photos of Grace Hopper show that she left on Sunday.", ["Ada Lovelace"]),
    ],
)  # fmt: skip
def test_she_in_the_middle_of_a_sentence(text: str, who: list[str]) -> None:
    assert leaver(text) == who


# --- which vehicle ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "which"),
    [
        # Its owner's.
        ("Ada Lovelace’s train has 20 carriages.", ["Ada Lovelace’s train"]),
        ("Ada Lovelace’s green armoured train has 20 carriages.", ["Ada Lovelace’s train"]),
        ("Ada Lovelace left. Her train has 20 carriages.", ["Ada Lovelace’s train"]),
        ("Ada Lovelace travels with 20 carriages.", ["Ada Lovelace’s train"]),
        # Owners are remembered, and so is who uses it.
        ("Ada Lovelace’s train left. The train has 20 carriages.", ["Ada Lovelace’s train"]),
        ("Ada Lovelace goes to Rome by train. The train has 20 carriages.", ["Ada Lovelace’s train"]),
        ("Ada Lovelace goes to Rome by a special train. The train has 20 carriages.", ["Ada Lovelace’s train"]),
        ("Ada Lovelace boarded the train. The train has 20 carriages.", ["Ada Lovelace’s train"]),
        # Its own name.
        ("The ferry Aurora sails at 12 knots.", ["Aurora"]),
        ("The ferry Aurora left. The ferry sails at 12 knots.", ["Aurora"]),
        # What sets it apart.
        ("The freight train has 20 carriages.", ["freight train"]),
        ("The high-speed train travels at 300 km/h.", ["high-speed train"]),
        ("Ada Lovelace’s train left. The freight train has 20 carriages.", ["freight train"]),
        # Of nobody in particular.
        ("The train has 20 carriages.", ["train"]),
        # One of several, and what nobody can tell.
        ("Another train has 20 carriages.", []),
        ("A second train has 20 carriages.", []),
        ("Ada Lovelace’s father’s train has 20 carriages.", []),
        ("Their train has 20 carriages.", []),
        ("The trains travel at 50 km/h.", []),
        # No vehicle at all.
        ("The train operator has 20 carriages.", []),
        ("The bus driver was driving at 50 km/h.", []),
        ("The train’s driver was travelling at 50 km/h.", []),
        ("A man was driving at 50 km/h.", []),
        # The nearest, where the verb only describes it.
        ("A truck was hit by a train travelling at 90 km/h.", ["train"]),
        ("A car hit a train that was travelling at 90 km/h.", ["train"]),
        ("The car, which hit a train, was travelling at 90 km/h.", ["car"]),
        # The first, where it is what the clause is about.
        ("The train that hit the car was travelling at 90 km/h.", ["train"]),
        ("The train passed a car at 90 km/h.", ["train"]),
        ("The train’s speed is 50 km/h.", ["train"]),
    ],
)  # fmt: skip
def test_which_vehicle_it_is(text: str, which: list[str]) -> None:
    assert vehicle(text) == which


def test_a_vehicle_travels_for_its_owner() -> None:
    assert leaver("Ada Lovelace’s train left Paris on Sunday.") == ["Ada Lovelace"]
    assert leaver("Ada Lovelace took the ferry. The ferry left Oslo on Sunday.") == ["Ada Lovelace"]
    assert leaver("The ferry Aurora left Oslo on Sunday.") == ["Aurora"]
    assert leaver("The ferry left Oslo on Sunday.") == ["ferry"]


def test_it_is_what_the_sentence_before_was_about() -> None:
    assert leaver("Ada Lovelace’s train came. It left on Sunday.") == ["Ada Lovelace"]
    assert leaver("Ada Lovelace came. The war broke out. It left on Sunday.") != ["war"]
