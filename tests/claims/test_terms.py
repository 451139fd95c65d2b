"""Terms: words of one thing are one term."""

from __future__ import annotations

import pytest

from claimcheck.claims.terms import PREDICATES, is_person, stem, term


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("killed", "deaths"),
        ("died", "toll"),
        ("wounded", "injuries"),
        ("quake", "earthquakes"),
        ("stopped", "stopping"),
        ("cities", "city"),
        ("bombings", "bombing"),
        ("sank", "sink"),
        ("bought", "acquisition"),
    ],
)
def test_words_of_one_thing_are_one_term(one: str, other: str) -> None:
    assert term(one) == term(other)


@pytest.mark.parametrize(
    ("one", "other"), [("killed", "injured"), ("bus", "bu"), ("depth", "height"), ("sing", "s")]
)
def test_words_of_two_things_are_two(one: str, other: str) -> None:
    assert term(one) != term(other)


@pytest.mark.parametrize(
    ("word", "is_stem"), [("miss", "miss"), ("gas", "gas"), ("running", "run"), ("passed", "pass")]
)
def test_stems(word: str, is_stem: str) -> None:
    assert stem(word) == is_stem


def test_what_befalls_people_excludes_the_rest() -> None:
    assert {"#kill", "#injure", "#miss", "#arrest"} <= PREDICATES


@pytest.mark.parametrize(
    ("noun", "person"),
    [
        ("refugee", True),
        ("palestinians", True),
        ("people", True),
        ("policewoman", True),
        ("bridge", False),
        ("car", False),
    ],
)
def test_people(noun: str, person: bool) -> None:
    assert is_person(noun) is person
