"""Places: which lies in which, and what is only an adjective."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from itertools import product

import pytest

from claimcheck.claims.places import apart, is_adjective, is_place

TABLE = tomllib.loads(files("claimcheck.claims").joinpath("places.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", ["russia", "khasan", "st petersburg", "united states", "seoul"])
def test_countries_and_their_towns_are_places(name: str) -> None:
    assert is_place(name)


@pytest.mark.parametrize("name", ["", "Russia", "atlantis", "russian", "the"])
def test_what_the_table_does_not_hold_is_no_place(name: str) -> None:
    assert not is_place(name)


@pytest.mark.parametrize("name", ["russian", "north korean", "british"])
def test_adjectives_of_countries(name: str) -> None:
    assert is_adjective(name)
    assert not is_place(name)


@pytest.mark.parametrize(
    ("one", "other", "are_apart"),
    [
        ("vladivostok", "beijing", True),
        ("vladivostok", "khasan", True),  # two towns of one country
        ("russia", "china", True),
        ("vladivostok", "china", True),
        # A country holds its towns, and itself.
        ("vladivostok", "russia", False),
        ("russia", "russia", False),
        ("khasan", "khasan", False),
        # What nobody knows is apart from nothing.
        ("atlantis", "russia", False),
        ("atlantis", "lemuria", False),
    ],
)
def test_what_is_apart(one: str, other: str, are_apart: bool) -> None:
    assert apart(one, other) is are_apart
    assert apart(other, one) is are_apart


def test_no_two_countries_share_a_town() -> None:
    towns = [town for towns in TABLE["within"].values() for town in towns]
    assert sorted(set(towns)) == sorted(towns)
    assert set(towns).isdisjoint(TABLE["within"])


def test_the_table_is_in_lower_case_and_in_order() -> None:
    names = [*TABLE["within"], *(t for towns in TABLE["within"].values() for t in towns)]
    adjectives = TABLE["people"]["adjectives"]
    assert [n for n in (*names, *adjectives) if n != n.lower() or n != n.strip()] == []
    assert list(TABLE["within"]) == sorted(TABLE["within"])
    assert adjectives == sorted(adjectives)
    assert not any(is_place(adjective) for adjective in adjectives)


def test_no_place_is_apart_from_itself_or_its_country() -> None:
    for country, towns in TABLE["within"].items():
        assert not any(apart(a, b) for a, b in product([country], [country, *towns]))
