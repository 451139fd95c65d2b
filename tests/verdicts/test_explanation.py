"""Explanations: both readings, why they differ, how both may hold; and never who is right."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.claims.claim import Claim, Hint
from claimcheck.claims.measurands import Measurand
from claimcheck.quantities.possibility import Possibility
from claimcheck.verdicts.comparison import compare
from claimcheck.verdicts.explanation import reading, reconciliations, relation
from claimcheck.verdicts.facts import facts
from claimcheck.verdicts.findings import Finding, findings

from .factories import CARRIAGES, DEPARTURE, DURATION, HEAT, LENGTH, SPEED, WEIGHT, claim

# What would take a side.
JUDGING = re.compile(
    r"\b(?:false|wrong\w*|err(?:or|s)?\w*|mistak\w*|lie[sd]?|lying|liar\w*|untrue|incorrect\w*|true"
    r"|inaccura\w*|misle\w*|fake|claims? to|actually|really|fails?)\b"
)


def finding(*claims: Claim) -> Finding:
    [one] = findings(facts(claims))
    return one


def test_both_readings_and_the_gap_are_said() -> None:
    told = finding(claim("almost a day", DURATION), claim("two days", DURATION, doc="b.txt"))
    assert told.explanation == (
        "Two statements about the duration of the journey of Ada Lovelace’s train differ: "
        "“almost a day” (a.txt) and “two days” (b.txt). No value fits both: they mean 18.6 to 24 "
        "hours and 36 to 60 hours. Between them is a gap of 12 hours."
    )
    assert [side.value for side in told.sides] == ["almost a day", "two days"]
    assert [side.normalised for side in told.sides] == [
        "18.6 to 24 hours; typically 21.3 to 24 hours",
        "36 to 60 hours; typically 42 to 54 hours",
    ]


@pytest.mark.parametrize(
    ("of", "one", "other", "why"),
    [
        (DURATION, "12 years", "15 years", "11.5 to 12.5 years and 14.5 to 15.5 years"),
        (DURATION, "5 days", "20 days", "4.5 to 5.5 days and 19.5 to 20.5 days"),
        (DURATION, "40 minutes", "90 minutes", "38 to 42 minutes and 85.5 to 94.5 minutes"),
        (LENGTH, "300 metres", "344 metres", "285 to 315 m and 343 to 345 m"),
        (LENGTH, "900 metres", "2 km", "0.855 to 0.945 km and 1.9 to 2.1 km"),
        (
            HEAT,
            "30 degrees Celsius",
            "100 degrees Fahrenheit",
            "28.5 to 31.5 °C and 35 to 40.56 °C",
        ),
    ],
)
def test_both_are_told_in_the_unit_that_people_use_for_the_larger(
    of: Measurand, one: str, other: str, why: str
) -> None:
    assert f"they mean {why}." in finding(claim(one, of), claim(other, of, doc="b.txt")).explanation


@pytest.mark.parametrize(
    ("of", "one", "other", "gap"),
    [
        (DURATION, "12 years", "15 years", "2 years"),
        (DURATION, "exactly 12 years", "exactly 13 years", "1 year"),
        (DURATION, "exactly 100,000 hours", "exactly 100,002 hours", "2 hours"),
        (WEIGHT, "exactly 1,234,567 kg", "exactly 1,234,568 kg", "1 kg"),
        (HEAT, "exactly 30 degrees Celsius", "exactly 40 degrees Celsius", "10 °C"),
    ],
)
def test_the_gap_is_told_in_the_same_unit(of: Measurand, one: str, other: str, gap: str) -> None:
    told = finding(claim(one, of), claim(other, of, doc="b.txt"))
    assert told.explanation.endswith(f"Between them is a gap of {gap}.")


@given(
    of=st.sampled_from([(WEIGHT, "kg"), (DURATION, "hours"), (LENGTH, "km")]),
    numbers=st.lists(st.integers(1, 10**7), min_size=2, max_size=2, unique=True),
)
def test_no_unit_makes_two_values_look_alike(of: tuple[Measurand, str], numbers: list[int]) -> None:
    measurand, unit = of
    one, other = (claim(f"exactly {number:,} {unit}", measurand) for number in numbers)
    told = relation(one, other, compare(one, other))
    found = re.search("they mean (.+?) and (.+?)[.;]", told.replace("and below", ""))
    assert found, told
    assert found[1] != found[2]


def test_two_equal_values_are_told_alike() -> None:
    one, other = claim("12 years", DURATION), claim("12 years", DURATION, doc="b.txt")
    told = relation(one, other, compare(one, other))
    assert "they mean 11.5 to 12.5 years and 11.5 to 12.5 years;" in told


def test_both_sides_are_normalised_to_one_unit() -> None:
    told = finding(claim("4 days", DURATION), claim("20 days", DURATION, doc="b.txt"))
    assert [side.normalised.partition(";")[0] for side in told.sides] == [
        "3.5 to 4.5 days",
        "19.5 to 20.5 days",
    ]


def test_that_both_can_literally_hold_is_said() -> None:
    told = finding(claim("more than 20"), claim("up to 90", doc="b.txt"))
    assert told.explanation.endswith(
        "The bounds overlap (21 to 100), so both can literally be true; usual readings are 21 to "
        "30 and 60 to 90. Consistency is 0.15 of 1."
    )


@pytest.mark.parametrize(
    ("changed", "who"),
    [
        ({}, "(a.txt)"),
        ({"certainty": "PR"}, "(a.txt, reported)"),
        ({"time": "planned"}, "(a.txt, planned)"),
        ({"certainty": "PS"}, "(a.txt, as a possibility)"),
        ({"holder": "Yonhap"}, "(a.txt, according to Yonhap)"),
        ({"holder": "unnamed"}, "(a.txt)"),
        ({"holder": "he"}, "(a.txt)"),
    ],
)
def test_who_says_it_and_how_surely(changed: dict[str, Any], who: str) -> None:
    assert who in finding(claim("20", **changed), claim("90", doc="b.txt")).explanation


def test_who_says_it_in_words_that_are_read_otherwise_is_told_with_them() -> None:
    one = [claim("about 20"), claim("20 to 22", doc="c.txt"), claim("about 20", doc="d.txt")]
    told = finding(*one, claim("exactly 90", doc="b.txt")).explanation
    assert "“about 20” (a.txt; c.txt with “20 to 22”; d.txt)" in told
    thousands = [claim("about 1,000"), claim("about 1,004", doc="c.txt")]
    told = finding(*thousands, claim("300", doc="b.txt")).explanation
    assert "“about 1,000” (a.txt; c.txt with “about 1,004”)" in told


def test_an_article_that_repeats_itself_is_named_once() -> None:
    said = [claim("20"), replace(claim("20"), id="again", start=50)]
    assert finding(*said, claim("90", doc="b.txt")).explanation.count("a.txt") == 1


@pytest.mark.parametrize("first", [True, False])
def test_a_forecast_is_said_to_be_one(first: bool) -> None:
    planned = claim("20" if first else "90", time="planned")
    told = claim("90" if first else "20", doc="b.txt")
    which = "The first" if first else "The second"
    text = finding(planned, told).explanation
    assert f"{which} is a plan or a forecast" in text
    assert "what is told as having happened is another value" in text
    assert f"{reading(told, core=False)} against {reading(planned, core=False)}." in text


def test_a_denial_is_said_to_be_one() -> None:
    told = finding(claim("20", negative=True), claim("20", doc="b.txt"))
    assert "One denies what the other says." in told.explanation
    assert sorted(side.normalised.startswith("not ") for side in told.sides) == [False, True]


def test_a_denied_forecast() -> None:
    told = finding(claim("20", negative=True, time="planned"), claim("20", doc="b.txt"))
    assert told.kind == "superseded"
    assert "what is told as having happened is the opposite" in told.explanation


@pytest.mark.parametrize(
    "mild", [{"certainty": "PS"}, {"generic": True}, {"certainty": "PS", "generic": True}]
)
@pytest.mark.parametrize("value", ["20", "more than 20"])
def test_what_keeps_a_difference_from_being_a_contradiction(
    value: str, mild: dict[str, Any]
) -> None:
    told = finding(claim(value, **mild), claim("up to 90" if " " in value else "90", doc="b.txt"))
    assert told.kind == "tension"
    assert told.explanation.endswith(
        "One side at least is a possibility, a plan or about what is usual."
    )


def test_rounding_for_the_eye_never_hides_a_difference() -> None:
    text = relation(
        *(one := claim("exactly 1000.2 km", LENGTH), other := claim("exactly 1000.4 km", LENGTH)),
        compare(one, other),
    )
    assert "1,000.2 km and 1,000.4 km" in text
    # What a conversion leaves behind the comma is noise to a reader.
    miles = claim("more than 600 miles", LENGTH)
    assert reading(miles, core=False) == "from 965.6 km upwards"


def test_what_an_open_end_is_drawn_in_by_is_no_gap() -> None:
    one, other = claim("less than 20 km", LENGTH), claim("at least 20 km", LENGTH)
    assert "gap" not in relation(one, other, compare(one, other))


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        (claim("over 1000 km", LENGTH), claim("1200 km", LENGTH), "Both fit"),
        (claim("over 1000 km", LENGTH), claim("1900 km", LENGTH), "agree only with some strain"),
        (claim("20"), claim("90"), "No value fits both"),
        (claim("20", negative=True), claim("90"), "Both fit"),
        (claim("20", time="planned"), claim("90"), "is a plan or a forecast"),
        (claim("Sunday", DEPARTURE), claim("Tuesday", DEPARTURE), "Sunday 00:00 to Monday 00:00"),
    ],
)
def test_how_two_claims_stand_to_each_other(one: Claim, other: Claim, says: str) -> None:
    assert says in relation(one, other, compare(one, other))


def test_a_derived_side_says_what_it_follows_from() -> None:
    hours = Possibility(30, 30, 44, 44)
    implied = replace(
        claim("Sunday afternoon", DEPARTURE, doc="b.txt", id="b-1"),
        measurand=DURATION,
        possibility=hours,
        reading=hours,
        derived_from=("left", "arrived"),
        working="from the times that are told",
    )
    told = finding(claim("almost a day", DURATION), implied)
    assert told.sides[1].value == "30 to 44 hours, from the times that are told"
    assert told.sides[1].value in told.explanation


# --- reconciliations ----------------------------------------------------------------------------

CONVOY = Hint("the number may count all the trains of the convoy", 3)


@pytest.mark.parametrize(
    ("convoy", "against", "note"),
    [
        (
            claim("up to 90", hints=(CONVOY,)),
            claim("more than 20"),
            "The number may count all the trains of the convoy: 90 over 3 is 30 each, which "
            "agrees with “more than 20”.",
        ),
        (
            claim("up to 90", hints=(CONVOY,)),
            claim("exactly 5"),
            "The number may count all the trains of the convoy: 90 over 3 is 30 each.",
        ),
        (
            claim("100", hints=(CONVOY,)),
            claim("20"),
            "The number may count all the trains of the convoy: 100 over 3 is 33.3333 each.",
        ),
        (
            claim("60 to 90", hints=(CONVOY,)),
            claim("exactly 25"),
            "The number may count all the trains of the convoy: 90 over 3 is 30 each, which "
            "agrees with “exactly 25”.",
        ),
        (
            claim("dozens of carriages", hints=(CONVOY,)),
            claim("5"),
            "The number may count all the trains of the convoy.",
        ),
        (claim("20", hints=(Hint("one is a top speed"),)), claim("90"), "One is a top speed."),
    ],
)
def test_how_both_may_hold(convoy: Claim, against: Claim, note: str) -> None:
    assert reconciliations([convoy], [against]) == [note]
    assert reconciliations([against], [convoy]) == [note]


def test_a_reconciliation_is_offered_once_and_what_divides_comes_first() -> None:
    usual = Hint("one is about what is usual")
    side = [claim("20", hints=(usual,)), claim("20", hints=(usual,))]
    notes = reconciliations(side, [claim("up to 90", hints=(usual, CONVOY))])
    assert [n.split(":")[0] for n in notes] == [
        "The number may count all the trains of the convoy",
        "One is about what is usual.",
    ]


@pytest.mark.parametrize(
    ("one", "other", "notes"),
    [
        ([""], [""], []),
        (["round trip"], [""], ["One speaks of the round trip; the other does not say."]),
        ([""], ["round trip"], ["One speaks of the round trip; the other does not say."]),
        (["round trip"], ["round trip"], []),
        # Said on both sides, it tells nothing apart.
        (["round trip", ""], ["round trip"], []),
        (["", "round trip"], [""], ["One speaks of the round trip; the other does not say."]),
    ],
)
def test_a_scope_that_one_side_names(one: list[str], other: list[str], notes: list[str]) -> None:
    sides = [[claim("two days", DURATION, scope=s) for s in side] for side in (one, other)]
    assert reconciliations(*sides) == notes


@pytest.mark.parametrize(
    ("one", "other", "notes"),
    [
        ([], [], []),
        ([("to", "russia")], [], []),
        ([("to", "russia")], [("to", "russia")], []),
        (
            [("to", "russia")],
            [("to", "vladivostok")],
            ["One goes to Russia, the other to Vladivostok."],
        ),
        (
            [("from", "north korea"), ("to", "russia")],
            [("from", "pyongyang"), ("to", "russia")],
            ["One goes from North Korea, the other from Pyongyang."],
        ),
        ([("to", "russia")], [("from", "russia")], []),
    ],
)
def test_ways_that_need_not_be_one(
    one: list[tuple[str, str]], other: list[tuple[str, str]], notes: list[str]
) -> None:
    sides = [[claim("two days", DURATION, places=tuple(places))] for places in (one, other)]
    assert reconciliations(*sides) == notes


# --- neutral words ------------------------------------------------------------------------------

VALUES = [
    *(claim(w, doc=f"{n}.txt") for n, w in enumerate(("20", "more than 20", "up to 90", "0"))),
    claim("about 50 km/h", SPEED),
    claim("around 40 mph", SPEED),
    claim("two days", DURATION),
    claim("five days", DURATION),
    claim("Sunday", DEPARTURE),
    claim("Tuesday", DEPARTURE),
]


@settings(deadline=None)
@given(st.data())
def test_the_words_are_neutral_and_hold_both_sides(data: st.DataObject) -> None:
    one, other = (
        replace(
            data.draw(st.sampled_from(VALUES)),
            id=name,
            doc=name,
            certainty=data.draw(st.sampled_from(["CT", "PR", "PS"])),
            time=data.draw(st.sampled_from(["past", "planned"])),
            negative=data.draw(st.booleans()),
            generic=data.draw(st.booleans()),
        )
        for name in ("one", "other")
    )
    for found in findings(facts([one, other])):
        assert one.quote in found.explanation
        assert other.quote in found.explanation
        told = found.explanation.replace("so both can literally be true", "")
        assert not JUDGING.search(told), told
    comparison = compare(one, other)
    if comparison.verdict != "incomparable":
        told = relation(one, other, comparison).replace("so both can literally be true", "")
        assert not JUDGING.search(told), told


def test_a_label_names_what_is_compared() -> None:
    told = finding(claim("20"), claim("90", doc="b.txt"))
    assert f"the {CARRIAGES.label} of" in told.explanation
