"""Kinematics: the way over the speed against how long the journey is said to have taken."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.claims.claim import Claim, identified
from claimcheck.claims.events import Event
from claimcheck.quantities.possibility import consistency
from claimcheck.verdicts.comparison import compare
from claimcheck.verdicts.following.kinematics import journey_times, way_over_speed
from verdicts.factories import DURATION, SPEED, claim, pack

from .told import checked, differences

WAY = pack(
    "journey_distance",
    "length of the journey",
    event="journey",
    dimension="length",
    unit="kilometer",
)
ADA = "Ada Lovelace"


def speed(words: str, **changed: Any) -> Claim:
    return claim(words, SPEED, **({"time": "habitual", "event": Event("")} | changed))


def way(words: str, **changed: Any) -> Claim:
    return claim(words, WAY, **({"subject": ADA, "doc": "b.txt"} | changed))


def time(words: str, **changed: Any) -> Claim:
    return claim(words, DURATION, **({"subject": ADA, "doc": "c.txt"} | changed))


def following(*claims: Claim) -> list[Claim]:
    return identified(journey_times(claims))


@pytest.mark.parametrize(
    ("fast", "far", "long", "verdict", "consistency"),
    [
        # The least that a way takes: nobody is faster, and everybody may stop.
        ("50 km/h", "900 km", "6 hours", "contradictory", 0.0),
        ("50 km/h", "900 km", "18 hours", "compatible", 1.0),
        ("50 km/h", "900 km", "four days", "contradictory", 0.1),
        ("about 50 km/h", "more than 1,000 km", "almost a day", "compatible", 1.0),
        ("about 50 km/h", "more than 1,000 km", "two days", "compatible", 0.533),
        ("around 40 mph", "more than 1,000 km", "two days", "contradictory", 0.1),
        ("around 40 mph", "more than 1,000 km", "almost a day", "compatible", 1.0),
        # Whatever the units.
        ("31 mph", "560 miles", "360 minutes", "contradictory", 0.0),
    ],
)
def test_a_time_against_the_way_over_the_speed(
    fast: str, far: str, long: str, verdict: str, consistency: float
) -> None:
    told = time(long)
    [reckoned] = following(speed(fast), way(far), told)
    found = compare(reckoned, told)
    assert found.verdict == verdict
    assert found.consistency == pytest.approx(consistency, abs=2e-3)
    assert found.grade in ("negligible", "minor") or found.consistency == 0


def test_every_input_is_listed() -> None:
    claims = speed("50 km/h"), way("900 km"), way("900 km", doc="d.txt"), time("6 hours")
    [reckoned] = following(*claims)
    assert reckoned.derived_from == tuple(c.id for c in claims[:3])
    assert reckoned.against == (claims[3].id,)
    assert (reckoned.subject, reckoned.attribute) == (ADA, "journey_duration")


@pytest.mark.parametrize(
    ("fast", "far", "long"),
    [
        # A top speed, one of a moment, a usual one; another story, another traveller.
        ({"scope": "top speed", "alone": True}, {}, {}),
        ({"event": Event("occasion")}, {}, {}),
        ({"generic": True}, {}, {}),
        ({"certainty": "PS"}, {}, {}),
        ({"story": "another"}, {}, {}),
        ({"subject": "Grace Hopper’s train"}, {}, {}),
        # A way back, a way that is denied, of another journey, or of one that cannot be told.
        ({}, {"scope": "round trip"}, {}),
        ({}, {"negative": True}, {}),
        ({}, {"event": Event("journey", "2019-04-24")}, {}),
        ({}, {"event": Event("journey", "unresolved")}, {"event": Event("journey", "unresolved")}),
        # A time that is only planned.
        ({}, {}, {"time": "planned"}),
        # Ways to different places.
        ({}, {"places": (("to", "vladivostok"),)}, {"places": (("to", "beijing"),)}),
    ],
)
def test_nothing_follows(fast: dict[str, Any], far: dict[str, Any], long: dict[str, Any]) -> None:
    assert following(speed("50 km/h", **fast), way("900 km", **far), time("6 h", **long)) == []


def test_nothing_follows_from_two_of_the_three() -> None:
    assert following(speed("50 km/h"), way("900 km")) == []
    assert following(speed("50 km/h"), time("6 hours")) == []
    assert following(way("900 km"), time("6 hours")) == []


def test_nothing_follows_from_ways_that_differ_or_from_two_vehicles() -> None:
    told = speed("50 km/h"), time("6 hours")
    assert following(*told, way("900 km"), way("400 km", doc="d.txt")) == []
    ship = speed("20 km/h", subject=f"{ADA}’s ship", doc="d.txt")
    assert following(*told, way("900 km"), ship) == []


def test_two_speeds_are_two_reckonings_that_meet_the_time_alone() -> None:
    told = speed("50 km/h"), speed("70 km/h", doc="d.txt"), way("900 km"), time("6 hours")
    one, other = following(*told)
    assert one.against == other.against == (told[3].id,)


ARTICLES = (
    "Ada Lovelace went to Warsaw by train. Her train travels at 50 km/h.",
    "Ada Lovelace went to Warsaw by train. Ada Lovelace travelled 900 km to Warsaw.",
    "Ada Lovelace went to Warsaw by train. Ada Lovelace’s journey to Warsaw took 6 hours.",
)


def test_the_three_may_stand_in_three_articles_of_a_story() -> None:
    assert differences(*ARTICLES) == [("contradictory", "derived-hard", "major")]
    [finding] = checked(*ARTICLES).findings
    assert "by distance over speed, from ‘50 km/h’ and ‘900 km’" in finding.explanation
    assert any("stops" in note for note in finding.reconciliations)


FACTORS = {"kilometer/hour": "km/h", "mile/hour": "mph", "meter/second": "m/s"}


@given(
    fast=st.integers(5, 900),
    far=st.integers(10, 9000),
    unit=st.sampled_from(["mile/hour", "meter/second"]),
    length=st.sampled_from(["meter", "mile"]),
)
def test_converting_an_input_changes_nothing(fast: int, far: int, unit: str, length: str) -> None:
    v, d = speed(f"{fast} km/h"), way(f"{far} km")
    plain = way_over_speed([d], v, "hour")
    converted = way_over_speed([_in(d, length)], _in(v, unit), "hour")
    assert plain is not None
    assert converted is not None
    assert (plain.low, plain.core_low, plain.core_high) == pytest.approx(
        (converted.low, converted.core_low, converted.core_high)
    )
    assert consistency(plain, converted) == 1.0


def _in(told: Claim, unit: str) -> Claim:
    from claimcheck.quantities.units import affine

    factor, offset = affine(told.measurand.unit, unit)
    measurand = type(told.measurand)(
        told.measurand.id, told.measurand.label, told.measurand.dimension, unit
    )
    return replace(told, measurand=measurand, possibility=told.possibility.scaled(factor, offset))
