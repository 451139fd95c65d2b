"""Derived claims: the duration that a time of departure and one of arrival imply."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import msgspec
import pytest

import claimcheck
from claimcheck.articles.article import Article
from claimcheck.claims.claim import Claim, identified
from claimcheck.claims.events import Event
from claimcheck.pipeline import shipped_rules
from claimcheck.verdicts.comparison import compare
from claimcheck.verdicts.facts import facts
from claimcheck.verdicts.following.intervals import intervals
from verdicts.factories import ARRIVAL, DEPARTURE, claim, measure

# A departure and an arrival with the pack that derives from them.
RULES = shipped_rules()


def left(words: str, **changed: Any) -> Claim:
    return claim(words, DEPARTURE, **changed)


def arrived(words: str, **changed: Any) -> Claim:
    return claim(words, ARRIVAL, **{"start": 100, "end": 100 + len(words), **changed})


def implied(*claims: Claim) -> list[Claim]:
    return identified(intervals(claims, RULES))


@pytest.mark.parametrize(
    ("departure", "arrival", "hours"),
    [
        ("Sunday afternoon", "early on Tuesday", (30, 44)),
        ("Monday", "Wednesday", (24, 72)),
        # The next one: from Saturday to Monday are two days, not five back.
        ("Saturday", "Monday", (24, 72)),
        ("Sunday night", "early on Monday", (0, 13)),
        # No time is negative.
        ("Sunday", "Sunday", (0, 24)),
        ("Sunday morning", "Sunday evening", (5, 18)),
    ],
)
def test_the_time_from_one_to_the_next_other(
    departure: str, arrival: str, hours: tuple[float, float]
) -> None:
    [duration] = implied(left(departure), arrived(arrival))
    assert duration.attribute == "journey_duration"
    assert duration.unit == "hour"
    p = duration.possibility
    assert (p.low, p.high) == pytest.approx(hours, abs=1e-6)
    assert (p.core_low, p.core_high) == pytest.approx(hours, abs=1e-6)


def test_a_derived_claim_names_its_sources_and_is_none_of_them() -> None:
    departure, arrival = left("Sunday afternoon"), arrived("early on Tuesday")
    [duration] = implied(departure, arrival)
    assert duration.derived_from == (departure.id, arrival.id)
    assert duration.id not in duration.derived_from
    assert len({duration.key, departure.key, arrival.key}) == 3
    assert duration.id == f"{duration.key}-1"
    # It stands at the words of the departure, so that its quote is in the article.
    assert (duration.start, duration.end, duration.quote) == (
        *(departure.start, departure.end),
        departure.quote,
    )
    assert duration.stated == ()
    assert duration.anchor is None


def test_its_id_is_the_same_in_every_run_and_its_own_in_every_article() -> None:
    here = implied(left("Sunday"), arrived("Tuesday"))
    assert here == implied(left("Sunday"), arrived("Tuesday"))
    there = implied(left("Sunday", doc="b.txt"), arrived("Tuesday", doc="b.txt"))
    assert here[0].canonical == there[0].canonical
    assert here[0].key != there[0].key


@pytest.mark.parametrize(
    ("departure", "arrival"),
    [
        # Who has not left yet, may have left, usually leaves or did not leave, implies nothing.
        ({"time": "planned"}, {}),
        ({}, {"time": "planned"}),
        ({"certainty": "PS"}, {}),
        ({"generic": True}, {}),
        ({"negative": True}, {}),
        # Two who travel, two journeys, two ways.
        ({"subject": "Charles Babbage"}, {}),
        ({"event": Event("journey", "2019-04-24")}, {}),
        ({"event": Event("journey", "unresolved")}, {"event": Event("journey", "unresolved")}),
        ({"places": (("to", "vladivostok"),)}, {"places": (("to", "beijing"),)}),
        ({"scope": "one way"}, {"scope": "round trip"}),
    ],
)
def test_nothing_follows(departure: dict[str, Any], arrival: dict[str, Any]) -> None:
    assert implied(left("Sunday", **departure), arrived("Tuesday", **arrival)) == []


def test_nothing_follows_from_one_end_or_from_two_different_starts() -> None:
    assert implied(left("Sunday")) == []
    assert implied(arrived("Tuesday")) == []
    assert implied(left("Sunday"), left("Monday", start=50), arrived("Tuesday")) == []


def test_a_start_said_twice_is_one() -> None:
    twice = [left("Sunday"), replace(left("Sunday"), id="again", start=50)]
    assert len(implied(*twice, arrived("Tuesday"))) == 1


@pytest.mark.parametrize(
    ("departure", "arrival", "certainty"),
    [("CT", "CT", "CT"), ("PR", "CT", "PR"), ("CT", "PR", "PR"), ("PR", "PR", "PR")],
)
def test_it_is_as_sure_as_the_less_sure_of_its_sources(
    departure: str, arrival: str, certainty: str
) -> None:
    [duration] = implied(left("Sunday", certainty=departure), arrived("Tuesday", certainty=arrival))
    assert duration.certainty == certainty


def test_who_said_both_says_what_follows() -> None:
    [one] = implied(left("Sunday", holder="Yonhap"), arrived("Tuesday", holder="Yonhap"))
    [two] = implied(left("Sunday", holder="Yonhap"), arrived("Tuesday", holder="KCNA"))
    assert (one.holder, two.holder) == ("Yonhap", None)


def test_it_goes_where_the_journey_goes() -> None:
    [duration] = implied(
        left("Sunday", places=(("from", "pyongyang"),)),
        arrived("Tuesday", places=(("to", "russia"),)),
    )
    assert duration.places == (("from", "pyongyang"), ("to", "russia"))


@pytest.mark.parametrize("end", ["departure", "arrival"])
def test_how_one_end_of_the_journey_was_gone_is_how_both_were(end: str) -> None:
    air: dict[str, Any] = {"scope": "by air", "alone": True}
    departure = left("Sunday", **(air if end == "departure" else {}))
    arrival = arrived("Tuesday", **(air if end == "arrival" else {}))
    [duration] = implied(departure, arrival)
    assert (duration.scope, duration.alone) == ("by air", True)


def test_who_arrives_before_he_leaves_makes_no_journey_of_it() -> None:
    assert implied(left("Sunday", start=200), arrived("Tuesday")) == []


def test_who_comes_back_to_where_he_left_was_away_and_not_under_way() -> None:
    home = {"places": (("from", "pyongyang"),)}, {"places": (("to", "north korea"),)}
    assert implied(left("Sunday", **home[0]), arrived("Tuesday", **home[1])) == []


def test_beyond_five_days_nobody_knows_which_week_is_meant() -> None:
    assert implied(left("Monday"), arrived("Sunday")) == []
    [duration] = implied(left("Sunday"), arrived("Tuesday"))
    week = claim("ten days", duration.measurand, doc="b.txt", subject=duration.subject)
    assert compare(duration, week).verdict == "incomparable"
    assert compare(duration, replace(week, **measure("five days", duration.measurand))).verdict != (
        "incomparable"
    )
    # In whatever unit the pack compares.
    days = msgspec.structs.replace(duration.measurand, unit="day")
    in_days = replace(duration, measurand=days, possibility=duration.possibility.scaled(1 / 24))
    ten = replace(week, measurand=days, possibility=week.possibility.scaled(1 / 24))
    assert compare(in_days, ten).verdict == "incomparable"


def test_within_one_article_alone() -> None:
    articles = [
        Article("a", "Ada Lovelace left on Sunday afternoon.", story="s"),
        Article("b", "Ada Lovelace crossed into Russia early on Tuesday.", story="s"),
    ]
    assert not [c for c in claimcheck.check(articles).claims if c.derived_from]


def test_every_claim_of_a_result_has_an_id_of_its_own_and_stands_in_one_fact() -> None:
    text = (
        "Ada Lovelace left on Sunday afternoon. She crossed into Russia early on Tuesday. "
        "She crossed into Russia early on Tuesday. Her journey took two days."
    )
    result = claimcheck.check([Article("a", text), Article("b", text)])
    ids = [c.id for c in result.claims]
    assert len(set(ids)) == len(ids)
    assert sorted(c.id for f in result.facts for c in f.claims) == sorted(ids)
    [one, other] = [c for c in result.claims if c.derived_from]
    assert {*one.derived_from, *other.derived_from} < set(ids)
    [fact] = [f for f in result.facts if one in f.claims]
    assert {c.doc for c in fact.claims} == {"a", "b"}
    assert facts(result.claims) == list(result.facts)
    assert all(a.doc <= b.doc for a, b in pairwise(result.claims))
