"""Attribution: whose statement it is, how sure, of what time, and whether it denies."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import Any

import pytest

from claimcheck.claims.attribution import Attribution, attribution
from claimcheck.claims.clauses import Clauses
from claimcheck.claims.mentions import Value
from claimcheck.quantities.calendar.times import week_times
from claimcheck.quantities.numerals import fold
from claimcheck.quantities.quantity import Quantity
from claimcheck.quantities.reader import quantities

from .reading import claim, claims, reasons

TABLE: dict[str, Any] = tomllib.loads(
    files("claimcheck.claims").joinpath("attribution.toml").read_text("utf-8")
)


def attributed(text: str) -> Attribution:
    """The attribution of the first quantity, or else the first weekday, of a sentence."""
    folded = fold(text)
    found: list[Value] = [q for q in quantities(text) if isinstance(q, Quantity)]
    found += list(week_times(folded))
    value = found[0]
    clause = Clauses(folded, 0, len(text)).at(value.start, value.end)
    return attribution(text, clause, value.start, value.end)


# --- the table ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("marker", "text"),
    [pytest.param(m, t, id=f"{m['name']}: {t}") for m in TABLE["marker"] for t in m["reads"]],
)
def test_every_marker_does_what_it_says(marker: dict[str, Any], text: str) -> None:
    found = attributed(text)
    assert found.certainty == marker["certainty"]
    assert found.time == marker.get("time", found.time)
    assert found.holder == marker.get("holder", found.holder)


def test_every_marker_has_an_example() -> None:
    entries = [
        *TABLE["marker"],
        *(v for v in TABLE.values() if isinstance(v, dict) and "near" in v),
    ]
    assert [e for e in entries if not e.get("reads")] == []


@pytest.mark.parametrize("text", TABLE["generic"]["reads"])
def test_generic_statements(text: str) -> None:
    assert attributed(text).generic


@pytest.mark.parametrize("text", TABLE["negation"]["reads"])
def test_negations(text: str) -> None:
    assert claim(f"Ada Lovelace left Paris. {text}").negative


@pytest.mark.parametrize("text", TABLE["denial"]["reads"])
def test_denials(text: str) -> None:
    found = attributed(text)
    assert (found.denied, found.negative) == (True, True)


@pytest.mark.parametrize("text", TABLE["fiction"]["reads"])
def test_fiction_claims_nothing(text: str) -> None:
    assert attributed(text).certainty == "U"


def test_the_patterns_are_in_lower_case_like_the_text_they_search() -> None:
    patterns = re.findall(
        r'near = "([^"]*)"',
        files("claimcheck.claims").joinpath("attribution.toml").read_text("utf-8"),
    )
    assert patterns
    assert [p for p in patterns if p != p.lower()] == []


# --- certainty and time -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "certainty", "time"),
    [
        # Said outright.
        ("The journey took two days.", "CT", "past"),
        ("The train travels at 50 km/h.", "CT", "habitual"),
        ("The train was travelling at 50 km/h.", "CT", "past"),
        # Reported, or inferred.
        ("The train reportedly travels at 50 km/h.", "PR", "habitual"),
        ("The train is said to travel at 50 km/h.", "PR", "habitual"),
        ("The train is also said to travel at 50 km/h.", "PR", "habitual"),
        ("The journey is believed to have taken two days.", "PR", "past"),
        ("The journey was likely 900 km.", "PR", "past"),
        ("The journey probably took two days.", "PR", "past"),
        ("The journey would have taken two days.", "PR", "past"),
        # Planned.
        ("The journey will take two days.", "PR", "planned"),
        ("The journey is likely to take two days.", "PR", "planned"),
        ("The journey is expected to take two days.", "PR", "planned"),
        ("The journey is due to take two days.", "PR", "planned"),
        ("The journey is probably going to take two days.", "PR", "planned"),
        ("The train leaves on Friday.", "CT", "planned"),
        ("The train is set to leave on Friday.", "PR", "planned"),
        # Possible.
        ("The journey could take two days.", "PS", "habitual"),
        ("The journey may take two days.", "PS", "habitual"),
        ("The train allegedly has 20 carriages.", "PS", "habitual"),
        ("The train is rumored to have 20 carriages.", "PS", "habitual"),
        # The perfect says no more of the future than the past does.
        ("The train had left on Friday.", "CT", "past"),
        ("The train did not leave on Friday.", "CT", "past"),
    ],
)  # fmt: skip
def test_how_sure_and_of_what_time(text: str, certainty: str, time: str) -> None:
    found = claim(f"Ada Lovelace’s train came. {text}")
    assert (found.certainty, found.time) == (certainty, time)


@pytest.mark.parametrize(
    "text",
    [
        "Did the journey take two days?",
        "“Did the journey take two days?”",
        "If the journey took two days, she was late.",
        "They asked whether the journey took two days.",
        "Ada Lovelace refused to leave on Friday.",
    ],
)
def test_what_asserts_nothing_is_set_aside(text: str) -> None:
    assert claims(f"Ada Lovelace came. {text}") == []
    assert all("asserts nothing" in reason for _, reason in reasons(f"Ada Lovelace came. {text}"))


# --- scope --------------------------------------------------------------------------------------


def test_a_marker_holds_for_its_clause_and_not_for_the_next() -> None:
    speed, length = claims(
        "Ada Lovelace’s train reportedly travels at about 50km/h, and the journey from Paris to"
        " Warsaw is over 1000km."
    )
    assert (speed.certainty, length.certainty) == ("PR", "CT")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lovelace arrived on Saturday and will have talks.",
        "Expected to win, Ada Lovelace arrived on Saturday.",
        "Ada Lovelace arrived on Saturday, and her aides could follow.",
    ],
)
def test_a_marker_of_something_else_says_nothing(text: str) -> None:
    found = claim(text)
    assert (found.certainty, found.time) == ("CT", "past")


def test_a_hedge_denies_nothing() -> None:
    assert not claim("The train has not more than 20 carriages.").negative
    assert not claim("The train has no more than 20 carriages.").negative


@pytest.mark.parametrize(
    ("text", "negative"),
    [
        ("Ada Lovelace did not leave on Wednesday.", True),
        ("Ada Lovelace didn’t leave on Wednesday.", True),
        ("Ada Lovelace never left on Wednesday.", True),
        # The time is questioned, and the day granted.
        ("It is not clear what time Ada Lovelace left on Wednesday.", False),
        ("It’s not clear where Ada Lovelace left from on Wednesday.", False),
        ("Ada Lovelace did not fly but travelled 900 km.", False),
    ],
)
def test_what_is_denied(text: str, negative: bool) -> None:
    assert claim(text).negative is negative


@pytest.mark.parametrize(
    ("text", "generic"),
    [
        ("Ada Lovelace typically travels with more than 20 carriages.", True),
        ("Ada Lovelace usually travels with more than 20 carriages.", True),
        ("Ada Lovelace travels with more than 20 carriages.", False),
    ],
)
def test_what_is_usual(text: str, generic: bool) -> None:
    assert claim(text).generic is generic


# --- who says it --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("The journey took two days.", None),
        # A source that leads.
        ("According to the ministry, the journey took two days.", "the ministry"),
        ("The ministry said that the journey took two days.", "The ministry"),
        ("The ministry said the journey took two days.", "The ministry"),
        ("Local papers have reported that the journey took two days.", "Local papers"),
        ("Citing two aides, it reported the journey took two days.", "two aides"),
        # A source that follows.
        ("The journey took two days, according to the ministry.", "the ministry"),
        ("The journey took two days, as confirmed by the ministry.", "the ministry"),
        ("The journey took two days, as per the ministry.", "the ministry"),
        ("The journey took two days, the ministry said.", "the ministry"),
        ("The journey took two days, the ministry said on Monday.", "the ministry"),
        ("The journey took two days, said the ministry.", "the ministry"),
        # A word that opens the sentence is no part of it.
        ("While the ministry said the journey took two days, nobody knows.", "the ministry"),
        # Nobody in particular.
        ("The journey reportedly took two days.", "unnamed"),
        ("The journey is believed to have taken two days.", "unnamed"),
        # Two statements, and nobody knows whose the source is.
        ("The journey took two days; it was long, the ministry said.", None),
    ],
)
def test_holders(text: str, holder: str | None) -> None:
    [found, *_] = claims(f"Ada Lovelace came. {text}", "journey_duration")
    assert found.holder == holder


def test_a_blank_that_does_not_break_is_a_blank() -> None:
    found = attributed("Ada Lovelace is likely\xa0to need two days.")
    assert (found.certainty, found.time) == ("PR", "planned")


def test_a_holder_keeps_its_spelling_and_loses_its_marks() -> None:
    found = claim("Ada Lovelace came. The journey took two days, according to  “The  Times”.")
    assert found.holder == "The Times"
