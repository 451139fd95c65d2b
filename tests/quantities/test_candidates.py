"""Candidates: where a number, a date or a time may begin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.quantities.candidates import FRACTIONS, Leads, digit_pattern
from claimcheck.quantities.numerals import fold

LEADS = Leads({"two", "may", "half"}, {"day", "hour", "inch", "mile"})


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("two of them may come", [0, 12]),
        ("two, two", [0, 5]),
        ("two-day", [0]),
        ("a day, an hour, an inch", [0, 7, 16]),
        ("a hour", [0]),
        ("half a mile", [0, 5]),
        ("2two3", [1]),
        # parts of other words, and units that no article leads
        ("twofold network maybe mayor", []),
        ("étwo twoé", []),
        ("the day, one hour", []),
        ("an day, a inch", []),
        ("aa day", []),
        ("", []),
    ],
)
def test_the_places_of_words_that_lead(text: str, places: list[int]) -> None:
    assert LEADS.places(text) == places


@pytest.mark.parametrize(
    ("text", "place"),
    [("km 20", 3), ("½ mile", 0), ("about ٢٠", 6), ("१२", 0), ("²", None), ("km", None)],
)
def test_the_place_of_the_next_digit(text: str, place: int | None) -> None:
    found = digit_pattern(text).search(text)
    assert (found.start() if found else None) == place


# ------------------------------------------------------------------------------------------ laws

PHRASES = ["two", "may", "half", "a day", "a hour", "an hour", "an inch", "a mile"]
pieces = st.sampled_from(
    [*PHRASES, " ", "-", "\n", "a", "an ", "é", "İ", "2", "\ud800", "s", "day"]
)
texts = st.one_of(st.text(), st.lists(pieces).map("".join))


def begins(text: str, place: int) -> bool:
    """Whether one of the phrases stands at a place, as words of its own."""
    return any(
        text.startswith(phrase, place)
        and not text[max(0, place - 1) : place].isalpha()
        and not text[place + len(phrase) : place + len(phrase) + 1].isalpha()
        for phrase in PHRASES
    )


@given(texts)
def test_the_places_are_all_there_are_in_order(text: str) -> None:
    folded = fold(text)
    assert LEADS.places(folded) == [i for i in range(len(folded)) if begins(folded, i)]


@given(texts)
def test_the_digits_of_any_script_are_found(text: str) -> None:
    folded = fold(text)
    found = [match.start() for match in digit_pattern(folded).finditer(folded)]
    fractions = {"½", "¼", "¾", *map(chr, range(ord("⅐"), ord("⅞") + 1))}
    assert FRACTIONS
    assert found == [i for i, c in enumerate(folded) if c.isdecimal() or c in fractions]
