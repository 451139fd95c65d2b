"""Two claims: how they stand to each other, how far apart they are, and the laws of comparing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import claimcheck
from claimcheck.claims.claim import Claim
from claimcheck.claims.events import Event
from claimcheck.claims.measurands import Measurand
from claimcheck.quantities.hedges import Hedge, hedged
from claimcheck.quantities.possibility import Possibility
from claimcheck.quantities.units import affine
from claimcheck.verdicts.comparison import (
    HALF,
    Comparison,
    agree,
    agreement,
    compare,
    incomparable,
    weigh,
)

from .factories import (
    ARRIVAL,
    CARRIAGES,
    DEPARTURE,
    DURATION,
    HEAT,
    LENGTH,
    SPEED,
    claim,
    degrees,
)

SEEDS = Path(__file__).parents[2] / "seeds"

# --- two texts ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("premise", "hypothesis", "verdict"),
    [
        # No value fits both, or readers take away different ones.
        (
            "Ada Lovelace's journey took almost a full day.",
            "Ada Lovelace's journey took two days.",
            "contradictory hard major",
        ),
        (
            "The train has more than 20 carriages.",
            "The train consists of up to 90 carriages.",
            "contradictory pragmatic major",
        ),
        (
            "The train travels at about 50 km/h.",
            "The train travels at around 40 mph.",
            "contradictory pragmatic minor",
        ),
        (
            "The train has 20 carriages.",
            "The train has 90 carriages.",
            "contradictory hard major",
        ),
        (
            "Ada Lovelace left on Sunday.",
            "Ada Lovelace left on Monday.",
            "contradictory hard moderate",
        ),
        # What follows from two times, against what is said.
        (
            "Ada Lovelace left on Sunday afternoon. She crossed into Russia early on Tuesday.",
            "Ada Lovelace's journey took almost a full day.",
            "contradictory derived-hard major",
        ),
        (
            "Ada Lovelace's journey took two days.",
            "Ada Lovelace left on Sunday afternoon. She crossed into Russia early on Tuesday.",
            "compatible",
        ),
        # The same, in other words and units.
        (
            "Ada Lovelace's journey was over 1000km.",
            "Ada Lovelace's journey was more than 600 miles.",
            "equivalent",
        ),
        (
            "The train has more than 20 carriages.",
            "The train has 25 carriages.",
            "compatible",
        ),
        # A forecast is overtaken, and never contradicted.
        (
            "Ada Lovelace's journey will take nearly a day.",
            "Ada Lovelace's journey took two days.",
            "superseded hard moderate",
        ),
        (
            "Ada Lovelace's journey will take nearly a day.",
            "Ada Lovelace's journey took almost a full day.",
            "equivalent",
        ),
        # A possibility and a word on what is usual contradict nobody.
        (
            "Ada Lovelace's journey took two days.",
            "Ada Lovelace's journey could take five days.",
            "compatible",
        ),
        (
            "The train typically has more than 20 carriages.",
            "The train consists of up to 90 carriages.",
            "compatible",
        ),
        # A denial clashes with what it denies, and with nothing else.
        (
            "Ada Lovelace's journey did not take two days.",
            "Ada Lovelace's journey took two days.",
            "contradictory hard major",
        ),
        (
            "Ada Lovelace's journey did not take two days.",
            "Ada Lovelace's journey took five days.",
            "compatible",
        ),
        # Not about the same thing, or nothing to hold a number against.
        (
            "The train has 20 carriages.",
            "The freight train has 90 carriages.",
            "incomparable",
        ),
        (
            "The train has 20 carriages.",
            "The train has 20 carriages and travels at 50 km/h.",
            "incomparable",
        ),
        ("The train has 20 carriages.", "The train is late.", "incomparable"),
        # A contradiction outweighs a number without a partner.
        (
            "The train has 20 carriages.",
            "The train has 90 carriages and travels at 50 km/h.",
            "contradictory hard major",
        ),
    ],
)
def test_two_texts(premise: str, hypothesis: str, verdict: str) -> None:
    found = claimcheck.compare(premise, hypothesis)
    assert " ".join(filter(None, (found.verdict, found.basis, found.grade))) == verdict
    assert found.explanation


# --- the numbers of the reference model ---------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "of", "verdict", "basis", "severity", "grade"),
    [
        ("almost a day", "two days", DURATION, "contradictory", "hard", 1.0, "major"),
        ("about 50 km/h", "around 40 mph", SPEED, "contradictory", "pragmatic", 0.247, "minor"),
        ("over 1000 km", "more than 600 miles", LENGTH, "equivalent", "", 0.0, "negligible"),
        ("over 1000 km", "hundreds of miles", LENGTH, "compatible", "", 0.0, "negligible"),
        ("more than 20", "up to 90", CARRIAGES, "contradictory", "pragmatic", 0.855, "major"),
        ("more than 20", "up to 30", CARRIAGES, "compatible", "", 0.0, "negligible"),
        ("1000 km", "exactly 965 km", LENGTH, "compatible", "pragmatic", 0.021, "negligible"),
        ("972 km", "exactly 965 km", LENGTH, "contradictory", "hard", 0.25, "minor"),
        ("1000 km", "1012 km", LENGTH, "equivalent", "", 0.0, "negligible"),
        ("two years", "more than two years", DURATION, "compatible", "", 0.0, "negligible"),
        ("over 1000 km", "1900 km", LENGTH, "compatible", "pragmatic", 0.296, "minor"),
        ("over 1000 km", "1200 km", LENGTH, "compatible", "", 0.0, "negligible"),
        ("20", "90", CARRIAGES, "contradictory", "hard", 1.0, "major"),
    ],
)
def test_the_numbers_of_the_reference_model(
    one: str, other: str, of: Measurand, verdict: str, basis: str, severity: float, grade: str
) -> None:
    found = compare(claim(one, of), claim(other, of, doc="b.txt"))
    assert (found.verdict, found.basis, found.grade) == (verdict, basis, grade)
    # The model searches a grid, so its third decimal is not exact.
    assert found.severity == pytest.approx(severity, abs=1e-3)


def test_a_derived_duration_has_the_number_of_the_reference_model() -> None:
    hours = Possibility(30, 30, 44, 44)
    told = replace(
        claim("Sunday afternoon", DEPARTURE),
        measurand=DURATION,
        possibility=hours,
        reading=hours,
        derived_from=("x", "y"),
    )
    found = compare(told, claim("almost a full day", DURATION, doc="b.txt"))
    assert (found.verdict, found.basis, found.grade) == ("contradictory", "derived-hard", "major")
    assert found.severity == pytest.approx(0.708, abs=1e-3)
    assert compare(told, claim("two days", DURATION, doc="b.txt")).verdict == "compatible"


# --- who says it, and how surely ----------------------------------------------------------------


def against(one: Claim, other: Claim) -> str:
    """The verdict with its grade, or as tension."""
    found = compare(one, other)
    return f"{found.verdict}, {'tension' if found.tension else found.grade}"


def test_a_difference_between_two_reports_weighs_nine_tenths() -> None:
    day, days = claim("almost a day", DURATION), claim("two days", DURATION, doc="b.txt")
    assert compare(replace(day, certainty="PR"), days).severity == 1.0
    both = compare(replace(day, certainty="PR"), replace(days, certainty="PR"))
    assert both.severity == pytest.approx(0.9)
    assert both.verdict == "contradictory"


@pytest.mark.parametrize(
    ("changed", "verdict"),
    [
        ({}, "contradictory, major"),
        ({"certainty": "PR"}, "contradictory, major"),
        ({"time": "habitual"}, "contradictory, major"),
        ({"certainty": "PS"}, "compatible, tension"),
        ({"generic": True}, "compatible, tension"),
        ({"time": "planned"}, "superseded, moderate"),
        ({"time": "planned", "certainty": "PS"}, "superseded, moderate"),
    ],
)
def test_how_surely_a_value_is_said_decides_what_it_can_contradict(
    changed: dict[str, Any], verdict: str
) -> None:
    told = claim("more than 20", doc="b.txt")
    said = claim("exactly 3", **changed)
    assert against(said, told) == against(told, said) == verdict


def test_two_plans_are_in_tension() -> None:
    one = claim("20", time="planned")
    assert against(one, claim("90", doc="b.txt", time="planned")) == "compatible, tension"


@pytest.mark.parametrize(
    ("one", "other", "tension"),
    [("over 1000 km", "1900 km", True), ("over 1000 km", "1200 km", False)],
)
def test_a_strained_agreement_is_tension(one: str, other: str, tension: bool) -> None:
    assert compare(claim(one, LENGTH), claim(other, LENGTH, doc="b.txt")).tension is tension


# --- denials ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("denied", "other", "changed", "verdict"),
    [
        ("two days", "two days", {}, "contradictory, major"),
        ("two days", "48 hours", {}, "contradictory, major"),
        ("two days", "five days", {}, "compatible, negligible"),
        # What is denied is the value as it was put.
        ("two days", "about two days", {}, "compatible, negligible"),
        ("two days", "two days", {"negative": True}, "equivalent, negligible"),
        ("two days", "five days", {"negative": True}, "compatible, negligible"),
        ("two days", "two days", {"time": "planned"}, "superseded, moderate"),
        ("two days", "two days", {"certainty": "PS"}, "compatible, tension"),
        ("two days", "two days", {"generic": True}, "compatible, tension"),
    ],
)
def test_a_denial_clashes_with_what_it_denies_alone(
    denied: str, other: str, changed: dict[str, Any], verdict: str
) -> None:
    denial = claim(denied, DURATION, negative=True)
    said = claim(other, DURATION, doc="b.txt", **changed)
    assert against(denial, said) == against(said, denial) == verdict


def test_values_that_only_identity_takes_for_one_are_not_denied() -> None:
    # Identity keeps three significant digits: 1,001 and 1,004 are one to it.
    assert claim("1,001").canonical == claim("1,004").canonical
    assert compare(claim("1,001", negative=True), claim("1,004", doc="b.txt")).tension is False
    assert compare(claim("1,001", negative=True), claim("1,004")).verdict == "compatible"


# --- rounding -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fine", "coarse", "of", "agree"),
    [
        ("247,800", "250,000", CARRIAGES, True),
        ("965 km", "600 miles", LENGTH, True),
        ("97", "100", CARRIAGES, True),
        ("149", "100", CARRIAGES, False),  # nobody writes 149 as 100
        ("60", "100", CARRIAGES, False),
        ("151", "100", CARRIAGES, False),
        ("149", "about 100", CARRIAGES, False),
        # What is said to be exact, and bounds, are not rounded.
        ("149", "exactly 100", CARRIAGES, False),
        ("exactly 149", "100", CARRIAGES, False),
        ("149", "at most 100", CARRIAGES, False),
        # Equally fine: neither is the other's rounding.
        ("104", "101", CARRIAGES, False),
    ],
)
def test_a_value_agrees_with_its_own_rounding(
    fine: str, coarse: str, of: Measurand, agree: bool
) -> None:
    found = compare(claim(fine, of), claim(coarse, of, doc="b.txt"))
    assert (found.verdict in ("compatible", "equivalent")) is agree
    assert compare(claim(coarse, of), claim(fine, of, doc="b.txt")) == found


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("20 to 30", "20 to 30", "equivalent"),
        # A number inside a range says more than the range.
        ("20 to 30", "25", "compatible"),
        ("20 to 30", "24 to 26", "compatible"),
        ("more than 20", "25", "compatible"),
        ("more than 20", "more than 20", "equivalent"),
        ("more than 20", "at least 21", "equivalent"),
        ("a few", "a few", "equivalent"),
        ("a few", "four", "compatible"),
        ("0", "0", "equivalent"),
    ],
)
def test_equivalent_is_one_value_said_twice(one: str, other: str, verdict: str) -> None:
    assert compare(claim(one), claim(other, doc="b.txt")).verdict == verdict


# --- zero, negative and signed values -----------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "severity"),
    [
        # Quarters of the coarser grain: 20 degrees are 5 of them, 2 are half of one.
        (degrees(-10), degrees(10), 1.0),
        (degrees(-1), degrees(1), 0.5),
        (degrees(0), degrees(2), 0.5),
        (degrees(20), degrees(23), 0.75),  # signed, so no ratio, although both are above zero
        (degrees(0), degrees(20, 10.0), 0.5),
        (degrees(0), degrees(0.5, 0.5), 0.25),  # no hard clash weighs less
    ],
)
def test_signed_values_differ_by_their_distance(
    one: dict[str, Any], other: dict[str, Any], severity: float
) -> None:
    cold = replace(claim("5 degrees Celsius", HEAT), **one)
    warm = replace(claim("5 degrees Celsius", HEAT, doc="b.txt"), **other)
    assert compare(cold, warm).severity == pytest.approx(severity)


def test_none_against_some_is_a_distance_too() -> None:
    assert compare(claim("0"), claim("2", doc="b.txt")).severity == pytest.approx(0.5)
    assert compare(claim("0"), claim("12", doc="b.txt")).severity == 1.0


# --- times of a week ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "severity"),
    [
        ("Sunday", "Monday", 0.5),
        ("Monday", "Tuesday", 0.5),
        ("Sunday", "Friday", 0.6),
        ("Tuesday", "Friday", 0.7),
        ("Sunday", "Thursday", 0.7),
        ("Sunday afternoon", "Monday afternoon", 0.5),
    ],
)
def test_a_day_weighs_a_tenth(one: str, other: str, severity: float) -> None:
    found = compare(claim(one, DEPARTURE), claim(other, DEPARTURE, doc="b.txt"))
    assert (found.verdict, found.basis) == ("contradictory", "hard")
    assert found.severity == pytest.approx(severity, abs=1e-6)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Sunday", "Sunday afternoon", "compatible"),
        ("Sunday", "on Sunday", "equivalent"),
        # Midnight belongs to the day that it begins …
        ("Sunday", "Monday", "contradictory"),
        ("Saturday", "Sunday", "contradictory"),
        # … and the night to both: the week is round.
        ("Sunday night", "early on Monday", "compatible"),
        ("early on Monday", "Sunday night", "compatible"),
        ("Saturday night", "early on Sunday", "compatible"),
        ("Sunday morning", "Sunday evening", "contradictory"),
    ],
)
def test_times_of_an_implied_week(one: str, other: str, verdict: str) -> None:
    found = compare(claim(one, ARRIVAL), claim(other, ARRIVAL, doc="b.txt"))
    assert found.verdict == verdict


# --- times of the day ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("at 11:59 p.m.", "at 12:00 a.m.", "compatible"),
        ("at 11:56 p.m.", "at midnight", "compatible"),
        ("at 11:40 p.m.", "around midnight", "compatible"),
        ("at 12:20 a.m.", "around midnight", "compatible"),
        ("at 23:30", "at 12:30 a.m.", "contradictory hard"),
        ("at 11:50 p.m.", "around noon", "contradictory hard"),
    ],
)
def test_the_day_is_round(one: str, other: str, verdict: str) -> None:
    texts = [f"The tower collapsed {hour}." for hour in (one, other)]
    for premise, hypothesis in (texts, texts[::-1]):
        found = claimcheck.compare(premise, hypothesis)
        assert " ".join(filter(None, (found.verdict, found.basis))) == verdict


@pytest.mark.parametrize(
    ("one", "other", "severity"),
    [
        ("at 1:05 a.m.", "at 2:05 a.m.", 0.5),
        ("at 10:05 p.m.", "at 11:05 p.m.", 0.5),
        ("at 11:35 p.m.", "at 12:35 a.m.", 0.5),
        ("at 9:00 a.m.", "at 9:30 a.m.", 0.45),
        ("at 9:00 a.m.", "at 2:00 p.m.", 0.9),
        ("at 9:00 a.m.", "at 9:00 p.m.", 1.0),
    ],
)
def test_an_hour_weighs_a_tenth(one: str, other: str, severity: float) -> None:
    texts = [f"The tower collapsed {hour}." for hour in (one, other)]
    for premise, hypothesis in (texts, texts[::-1]):
        found = claimcheck.compare(premise, hypothesis)
        assert (found.verdict, found.basis) == ("contradictory", "hard")
        assert found.severity == pytest.approx(severity, abs=1e-6)


def test_the_overlap_of_two_times_around_midnight() -> None:
    one, other = (
        "The tower collapsed at about 11:45 p.m.",
        "The tower collapsed at about 12:10 a.m.",
    )
    assert "overlap (23:55 to 00:00)" in claimcheck.compare(one, other).explanation


# --- ages ---------------------------------------------------------------------------------------

AGE = Measurand("age", "age", dimension="time", unit="year", tie="subject")


@pytest.mark.parametrize(
    ("one", "day", "other", "later", "verdict"),
    [
        ("27 years", "2005-06-25", "27 years", "2005-06-26", "equivalent"),
        ("27 years", "2005-06-25", "29 years", "2005-06-26", "contradictory"),
        # A birthday or two lie between, as many as there can be and no more.
        ("27 years", "2005-06-25", "28 years", "2007-03-20", "equivalent"),
        ("27 years", "2005-06-25", "29 years", "2007-05-30", "compatible"),
        ("27 years", "2005-06-25", "30 years", "2007-03-20", "contradictory"),
        # The later article may tell how old somebody was; nobody grows younger.
        ("27 years", "2005-06-25", "27 years", "2007-03-20", "equivalent"),
        ("29 years", "2005-06-25", "27 years", "2007-03-20", "contradictory"),
        # An article without a day does not say when that was.
        ("27 years", None, "29 years", "2007-03-20", "compatible"),
        ("27 years", None, "29 years", None, "contradictory"),
    ],
)
def test_ages_compare_by_the_birthdays_between(
    one: str, day: str | None, other: str, later: str | None, verdict: str
) -> None:
    days = [date.fromisoformat(d) if d else None for d in (day, later)]
    first = claim(one, AGE, as_of=days[0])
    second = claim(other, AGE, as_of=days[1], doc="b.txt")
    assert weigh(first, second).verdict == weigh(second, first).verdict == verdict


# --- what does not compare ----------------------------------------------------------------------

VLADIVOSTOK, KHASAN, RUSSIA = (("to", p) for p in ("vladivostok", "khasan", "russia"))


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({}, ""),
        ({"measurand": SPEED}, "number of carriages"),
        ({"subject": "Charles Babbage’s train"}, "Charles Babbage’s train"),
        ({"subject": "ADA LOVELACE’S TRAIN"}, ""),
        ({"event": Event("journey", "2019-04-24")}, "one event is"),
        ({"event": Event("journey", "unresolved")}, "one event is"),
        ({"story": "another story"}, ""),  # a named train with no event is the same in every story
        ({"scope": "round trip"}, ""),
        ({"places": (VLADIVOSTOK,)}, ""),
    ],
)
def test_what_is_another_thing_does_not_compare(changed: dict[str, Any], why: str) -> None:
    one, other = claim("20"), claim("90", doc="b.txt", **changed)
    assert why in incomparable(one, other)
    assert bool(incomparable(other, one)) == bool(incomparable(one, other)) == bool(why)
    assert (compare(one, other).verdict == "incomparable") == bool(why)


@pytest.mark.parametrize(
    ("one", "other", "comparable"),
    [
        ({}, {"story": "b"}, False),  # an event without a date is its story's
        ({"event": Event("journey", "2019-04-24")}, {"story": "b"}, False),
        (
            {"event": Event("journey", "2019-04-24")},
            {"event": Event("journey", "2019-04-24"), "story": "b"},
            True,
        ),
        (
            {"event": Event("journey", "unresolved")},
            {"event": Event("journey", "unresolved")},
            False,
        ),
        ({"subject": "train"}, {"subject": "train"}, False),  # which train's journey?
        ({"subject": "train"}, {"subject": "train", "story": "b"}, False),
        ({"scope": "round trip"}, {"scope": "one way"}, False),
        ({"scope": "round trip"}, {}, True),
        ({"places": (VLADIVOSTOK,)}, {"places": (KHASAN,)}, False),
        ({"places": (VLADIVOSTOK,)}, {"places": (RUSSIA,)}, True),
        ({"places": (VLADIVOSTOK,)}, {}, True),
        ({"places": (VLADIVOSTOK,)}, {"places": (("from", "khasan"),)}, True),
    ],
)
def test_events_stories_scopes_and_places(
    one: dict[str, Any], other: dict[str, Any], comparable: bool
) -> None:
    a = claim("two days", DURATION, **{"story": "a", **one})
    b = claim("two days", DURATION, doc="b.txt", **{"story": "a", **other})
    assert (not incomparable(a, b)) is (not incomparable(b, a)) is comparable


# --- grades -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("severity", "grade"),
    [
        (0.0, "negligible"),
        (0.0999, "negligible"),
        (0.1, "minor"),
        (0.3999, "minor"),
        (0.4, "moderate"),
        (0.6999, "moderate"),
        (0.7, "major"),
        (1.0, "major"),
    ],
)
def test_a_grade_begins_at_its_floor(severity: float, grade: str) -> None:
    assert Comparison("contradictory", "hard", 0.0, severity).grade == grade


def test_what_is_derived_and_only_usual_is_minor_at_most() -> None:
    assert Comparison("contradictory", "derived-pragmatic", 0.1, 0.9).grade == "minor"
    assert Comparison("contradictory", "derived-pragmatic", 0.1, 0.05).grade == "negligible"
    assert Comparison("contradictory", "derived-hard", 0.0, 0.9).grade == "major"


# --- laws ---------------------------------------------------------------------------------------

# A busy machine is no slow test.
law = settings(deadline=None)

HEDGES = st.sampled_from(list(Hedge))
NUMBERS = st.integers(1, 200).flatmap(lambda n: st.sampled_from([n, 10 * n, 100 * n]))


def place(n: int) -> float:
    """The place value of the last significant digit of `n`."""
    grain = 1
    while n % (10 * grain) == 0:
        grain *= 10
    return float(grain)


def kilometres(hedge: Hedge, n: int, unit: str = "kilometer", of: Measurand = LENGTH) -> Claim:
    """The claim that something measures `n`, hedged, in `unit`."""
    reading = hedged(hedge, float(n), place(n))
    factor, offset = affine(unit, of.unit)
    return replace(
        claim("5 km", LENGTH),
        measurand=of,
        unit=unit,
        hedge=hedge,
        stated=(float(n),),
        anchor=n * factor + offset,
        reading=reading,
        possibility=reading.scaled(factor, offset),
    )


@st.composite
def lengths(draw: st.DrawFn) -> Claim:
    made = kilometres(draw(HEDGES), draw(NUMBERS), draw(st.sampled_from(["kilometer", "mile"])))
    return replace(
        made,
        certainty=draw(st.sampled_from(["CT", "PR", "PS"])),
        time=draw(st.sampled_from(["past", "habitual", "planned"])),
        negative=draw(st.booleans()),
        generic=draw(st.booleans()),
        derived_from=draw(st.sampled_from([(), ("x", "y")])),
    )


@law
@given(lengths(), lengths())
def test_comparing_is_symmetric(one: Claim, other: Claim) -> None:
    assert compare(one, other) == compare(other, one)


@law
@given(lengths())
def test_a_claim_agrees_with_itself(one: Claim) -> None:
    assert compare(one, one) == Comparison("equivalent")


@law
@given(lengths(), lengths())
def test_verdict_basis_consistency_and_severity_go_together(one: Claim, other: Claim) -> None:
    found = compare(one, other)
    assert 0 <= found.consistency <= 1
    assert 0 <= found.severity <= 1
    if found.verdict in ("contradictory", "superseded"):
        assert found.basis
        assert found.consistency < 0.5
        assert found.basis.endswith("hard") == (found.consistency == 0)
    if found.verdict == "equivalent":
        assert found.consistency >= 0.9
    assert not (found.tension and found.verdict != "compatible")
    assert bool(found.basis) == (found.verdict in ("contradictory", "superseded") or found.tension)


@law
@given(HEDGES, NUMBERS, HEDGES, NUMBERS, st.sampled_from(["meter", "mile", "foot"]))
def test_the_unit_of_the_attribute_never_changes_the_verdict(
    hedge: Hedge, n: int, other_hedge: Hedge, m: int, unit: str
) -> None:
    elsewhere = replace_unit(LENGTH, unit)
    here = compare(kilometres(hedge, n), kilometres(other_hedge, m, "mile"))
    there = compare(
        kilometres(hedge, n, of=elsewhere), kilometres(other_hedge, m, "mile", of=elsewhere)
    )
    # Only where a conversion's noise decides may they part: on the very edge of a verdict.
    assume(all(abs(here.consistency - edge) > 1e-6 for edge in (0.5, 0.75, 0.9)))
    assert here.verdict == there.verdict
    assert here.consistency == pytest.approx(there.consistency, abs=1e-6)
    assert here.severity == pytest.approx(there.severity, abs=1e-6)


def replace_unit(of: Measurand, unit: str) -> Measurand:
    """The same attribute, compared in another unit."""
    return msgspec.structs.replace(of, unit=unit)


@law
@given(lengths(), lengths(), *(st.floats(0, 50) for _ in range(4)))
def test_widening_never_creates_a_contradiction(
    one: Claim, other: Claim, low: float, core_low: float, core_high: float, high: float
) -> None:
    p = other.possibility
    wider = msgspec.structs.replace(
        p,
        core_low=max(p.core_low - core_low, 0.0),
        core_high=p.core_high + core_high,
        low=max(min(p.low - low, p.core_low - core_low), 0.0),
        high=max(p.high + high, p.core_high + core_high),
    )
    # A denial of a wider value denies more; the law is of what is asserted.
    assume(not one.negative and not other.negative)
    if compare(one, other).verdict != "contradictory":
        assert compare(one, replace(other, possibility=wider)).verdict != "contradictory"


def test_to_agree_is_to_agree_by_half() -> None:
    claims = claimcheck.check(claimcheck.read(SEEDS)).claims
    pairs = [(a, b) for a, b in combinations(claims, 2) if a.attribute == b.attribute]
    assert len(pairs) > 100
    for one, other in pairs:
        assert agree(one, other) == (agreement(one, other) >= HALF)
