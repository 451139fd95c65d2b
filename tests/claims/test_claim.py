"""A claim's identity: what its value is called, and what its key leaves out."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from claimcheck.claims.claim import Claim, digest, identified, places_apart

from .reading import claim, claims, extraction

# --- canonical values ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The train travels at 50 km/h.", "eq:50:kilometer/hour"),
        ("The train travels at exactly 50 km/h.", "exact:50:kilometer/hour"),
        ("The train travels at about 50 km/h.", "approx:50:kilometer/hour"),
        ("The train travels at around fifty kilometres an hour.", "approx:50:kilometer/hour"),
        # In the unit of the attribute, to three digits.
        ("The train travels at 40 mph.", "eq:64.4:kilometer/hour"),
        ("The train travels at 1,234.5 km/h.", "eq:1.23e+03:kilometer/hour"),
        # A range.
        ("The train travels at 50 to 60 km/h.", "range:50..60:kilometer/hour"),
        ("The train travels at between 50 and 60 km/h.", "range:50..60:kilometer/hour"),
        # A count.
        ("The train has more than 20 carriages.", "gt:20:count"),
        ("The train has over twenty carriages.", "gt:20:count"),
        ("The train has up to 90 carriages.", "up-to:90:count"),
        ("The train has no more than 90 carriages.", "le:90:count"),
        # A vague word.
        ("The train has several carriages.", "several:3:count"),
        ("The train has dozens of carriages.", "dozens:24:count"),
        # A time of the week.
        ("Ada Lovelace left on Sunday.", "-W-7T00:00/-W-1T00:00"),
        ("Ada Lovelace left on Sunday afternoon.", "-W-7T12:00/-W-7T18:00"),
    ],
)
def test_canonical_values(text: str, value: str) -> None:
    assert claim(text).canonical == value


# --- the key ------------------------------------------------------------------------------------

SAID = "Ada Lovelace’s train travels at about 50 km/h."


@pytest.mark.parametrize(
    "text",
    [
        SAID,
        # Where it stands, in which words, in which spelling, and how sure.
        f"It was late. {SAID}",
        "The train of all trains. Ada Lovelace's armoured train is said to go at around 50km/h.",
        "Ada Lovelace’s train came. The train moves at roughly 50 kilometres per hour, she said.",
        "Ada-Lovelace left. Her train reportedly travels at approximately fifty km/h.",
    ],
)
def test_the_key_leaves_out_place_and_wording(text: str) -> None:
    assert claim(text).key == claim(SAID).key


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lovelace’s train travels at about 60 km/h.",
        "Ada Lovelace’s train travels at 50 km/h.",
        "Ada Lovelace’s train travels at up to 50 km/h.",
        "Ada Lovelace’s train travels at an average of about 50 km/h.",
        "Ada Lovelace’s train was travelling at about 50 km/h.",
        "Ada Lovelace’s train does not travel at about 50 km/h.",
        "Ada Lovelace’s ferry travels at about 50 km/h.",
        "Grace Hopper’s train travels at about 50 km/h.",
    ],
)
def test_the_key_holds_what_is_said(text: str) -> None:
    assert claim(text).key != claim(SAID).key


def test_the_key_holds_the_document() -> None:
    [one], [other] = extraction(SAID, "one").claims, extraction(SAID, "other").claims
    assert one.key != other.key
    assert one.canonical == other.canonical


# --- ids ----------------------------------------------------------------------------------------


def test_a_claim_said_again_has_the_next_number() -> None:
    found = claims(f"{SAID} The train has 20 carriages. {SAID} Then {SAID}")
    speeds = [c for c in found if c.attribute == "speed"]
    assert len({c.key for c in speeds}) == 1
    assert [c.id for c in speeds] == [f"{speeds[0].key}-{n}" for n in (1, 2, 3)]
    assert len({c.id for c in found}) == len(found)


def test_every_id_begins_with_its_key() -> None:
    found = claims(f"{SAID} The train has 20 carriages, and the train has 20 carriages.")
    assert all(c.id.rpartition("-")[0] == c.key and len(c.key) == 16 for c in found)


def test_naming_again_changes_nothing() -> None:
    found = claims(f"{SAID} {SAID} The train has 20 carriages.")
    assert identified(found) == found
    assert identified([replace(c, key="", id="") for c in found]) == found


def test_names_depend_on_the_order_of_equals_alone() -> None:
    found = claims(f"{SAID} The train has 20 carriages. Ada Lovelace left on Sunday.")
    names = {(c.key, c.id) for c in found}
    for order in permutations(found):
        assert {(c.key, c.id) for c in identified(list(order))} == names


def test_the_recipe_of_a_key_is_a_promise() -> None:
    """Baselines are made of keys: another recipe would forget every accepted finding."""
    assert digest() == "3bfc269594ef6492"
    assert digest("a", "b") != digest("ab") != digest("b", "a")


# --- the rule -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (SAID, "speed/verb"),
        ("The train’s speed is 50 km/h.", "speed/noun"),
        ("The train has 20 carriages.", "carriage_count/counts"),
        ("Ada Lovelace left on Sunday.", "departure_time/when"),
        ("Ada Lovelace set out on the 900-km journey.", "journey_distance/modifies"),
    ],
)
def test_a_claim_names_what_read_it(text: str, rule: str) -> None:
    assert claim(text).rule == rule


# --- places -------------------------------------------------------------------------------------


def placed(*places: tuple[str, str]) -> Claim:
    return replace(claim(SAID), places=places)


@pytest.mark.parametrize(
    ("one", "other", "are_apart"),
    [
        ([("to", "russia")], [("to", "china")], True),
        ([("to", "vladivostok")], [("to", "khasan")], True),
        ([("from", "paris")], [("from", "rome")], True),
        ([("from", "paris"), ("to", "china")], [("to", "russia")], True),
        # One lies in the other, or nobody knows it.
        ([("to", "vladivostok")], [("to", "russia")], False),
        ([("to", "atlantis")], [("to", "russia")], False),
        # Another end of the way, or none.
        ([("to", "russia")], [("from", "china")], False),
        ([("to", "russia")], [], False),
        # By way of a place that both name.
        ([("to", "china"), ("to", "russia")], [("to", "russia")], False),
    ],
)
def test_events_of_other_places(
    one: list[tuple[str, str]], other: list[tuple[str, str]], are_apart: bool
) -> None:
    assert places_apart(placed(*one), placed(*other)) is are_apart
    assert places_apart(placed(*other), placed(*one)) is are_apart
