"""The record of `claimcheck quantities`: values as stated, beliefs in the stated unit, JSON."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.quantities.reader import quantities
from claimcheck.quantities.record import Line, Record, line

REFERENCE = date(2024, 3, 14)
FIELDS = [
    "start",
    "end",
    "surface",
    "value",
    "unit",
    "bound",
    "noun",
    "type",
    "hedge",
    "hard",
    "core",
]


def told(text: str, reference: date | None = None) -> Line:
    return line("a", text, quantities(text, reference))


def record(text: str, reference: date | None = None) -> Record:
    (only,) = told(text, reference).quantities
    return only


def test_the_whole_of_a_record() -> None:
    assert record("It goes at about 50km/h.") == Record(
        start=11,
        end=23,
        surface="about 50km/h",
        value=50.0,
        unit="kilometer/hour",
        bound="~",
        noun="",
        type="quantity",
        hedge="approx",
        hard=(42.5, 57.5),
        core=(46.25, 53.75),
    )


# A sentence with one number: its value, unit, bound, noun, type.
ROWS: list[tuple[str, object, str, str, str, str]] = [
    ("It has 20 coaches.", 20.0, "", "=", "coach", "quantity"),
    ("It has 20-odd coaches.", 20.0, "", ">", "coach", "quantity"),
    ("It is 20 to 30 km off.", (20.0, 30.0), "kilometer", "=", "", "quantity"),
    ("It took two days.", 2.0, "day", "=", "", "duration"),
    ("It made $1.2 million.", 1.2e6, "USD", "=", "", "quantity"),
    ("It made A$3m.", 3e6, "AUD", "=", "", "quantity"),
    ("It pays $15 an hour.", 15.0, "USD/hour", "=", "", "quantity"),
    ("It took 3 per cent.", 3.0, "percent", "=", "", "quantity"),
    ("Sales rose 3%.", 3.0, "percent", "up", "", "quantity"),
    ("Sales fell by 3%.", 3.0, "percent", "down", "", "quantity"),
    ("It fell from 30 to 20.", (30.0, 20.0), "", "=", "", "quantity"),
    ("They won 2-0.", (2.0, 0.0), "", "=", "", "quantity"),
    ("A 35-year-old man came.", 35.0, "year", "=", "", "duration"),
    ("On the first day it rained.", 1.0, "", "=", "day", "ordinal"),
    ("Two thirds of the crew left.", 2 / 3, "", "=", "crew", "quantity"),
    # A vague word names its power of ten, or no number at all.
    ("Dozens of men came.", (20.0, 120.0), "", "=", "man", "quantity"),
    ("Tens of thousands of men came.", (20_000.0, 100_000.0), "", "=", "man", "quantity"),
    ("It took a couple of days.", 2.0, "day", "=", "", "duration"),
    ("It took several days.", None, "day", "=", "", "duration"),
    ("A few hundred men came.", None, "", "=", "man", "quantity"),
    # dates and times
    ("She left on 5 June 2018.", "2018-06-05", "date", "=", "", "date"),
    ("She left in 2018.", ("2018-01-01", "2018-12-31"), "date", "=", "", "date"),
    ("She left last week.", ("2024-03-04", "2024-03-10"), "date", "=", "", "date"),
    ("She left at 5 p.m. sharp.", "17:00", "time", "=", "", "time"),
    ("She left at 5 o'clock.", None, "time", "=", "", "time"),
]


@pytest.mark.parametrize(("text", "value", "unit", "bound", "noun", "type_"), ROWS)
def test_a_record_says_what_was_stated(
    text: str, value: object, unit: str, bound: str, noun: str, type_: str
) -> None:
    found = record(text, REFERENCE)
    assert found.surface == text[found.start : found.end]
    assert found.value == (pytest.approx(value) if isinstance(value, float) else value)
    assert (found.unit, found.bound, found.noun, found.type) == (unit, bound, noun, type_)


def test_a_date_without_a_reference_has_no_value() -> None:
    found = record("She left last week.")
    assert (found.value, found.hard, found.core) == (None, (None, None), (None, None))
    assert record("She left last week.", REFERENCE).value == ("2024-03-04", "2024-03-10")


@pytest.mark.parametrize(
    ("text", "hard", "core"),
    [
        ("It has more than 20 coaches.", (20, None), (20, 30)),
        ("It has up to 90 coaches.", (0, 100), (60, 90)),
        ("It was below -20°C.", (None, -20), (-30, -20)),
        ("It has exactly 20 coaches.", (20, 20), (20, 20)),
        ("She left on 5 June 2018.", ("2018-06-05", "2018-06-05"), ("2018-06-05", "2018-06-05")),
    ],
)
def test_an_open_end_is_null(text: str, hard: tuple[Any, Any], core: tuple[Any, Any]) -> None:
    found = json.loads(msgspec.json.encode(record(text)))
    assert rounded(found["hard"]) == list(hard)
    assert rounded(found["core"]) == list(core)


def rounded(ends: list[Any]) -> list[Any]:
    """The ends without the little that an open one keeps from its number."""
    return [round(end, 6) if isinstance(end, float) else end for end in ends]


def test_what_is_set_aside_is_counted_by_reason() -> None:
    found = told("The AK-47 and the G7: no one called 555-123-4567.")
    assert found.quantities == []
    assert list(found.set_aside.items()) == [
        ("a pronoun", 1),
        ("a telephone number", 1),
        ("part of a name", 2),
    ]


def test_the_fields_are_in_their_order() -> None:
    found = json.loads(msgspec.json.encode(told("It has 20 coaches.")))
    assert list(found) == ["id", "quantities", "set_aside"]
    assert list(found["quantities"][0]) == FIELDS


# ------------------------------------------------------------------------------------------ laws

PIECES = [
    "20", "1,000", "2004", "0.5", "-", " to ", " and ", "about ", "more than ", "at most ", "up to ", "rose ",
    "fell from ", " km", "°C", "%", "$", " days", " men", "a few ", "dozens of ", "last week ", "5 June 2018 ",
    "5 p.m. ", "first ", "half ", "doubled ", " or more", "AK-", "minus ", " ", ". ", "\n",
]  # fmt: skip
texts = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=10).map("".join))


@settings(max_examples=300)
@given(texts, st.sampled_from([None, REFERENCE]))
def test_the_json_comes_back_as_it_was(text: str, reference: date | None) -> None:
    found = told(text, reference)
    encoded = msgspec.json.encode(found)
    assert msgspec.json.decode(encoded, type=Line) == found
    assert msgspec.json.encode(told(text, reference)) == encoded
    assert b"NaN" not in encoded
    assert b"Infinity" not in encoded


def outside(core: Any, hard: Any, way: int) -> bool:
    return hard is not None and (core is None or (core - hard) * way > 0)


@settings(max_examples=300)
@given(texts)
def test_value_bound_hard_and_core_agree(text: str) -> None:
    for found in told(text).quantities:
        if found.type in ("date", "time"):
            assert found.bound == "="
            assert found.hard == found.core
            continue
        (low, high), (core_low, core_high) = found.hard, found.core
        assert isinstance(core_low, float)
        assert isinstance(core_high, float)
        assert core_low <= core_high
        assert low is None or float(low) <= core_low
        assert high is None or core_high <= float(high)
        value = found.value
        if not isinstance(value, float) or found.hedge in ("odd", "up-to"):
            continue
        play = 1e-6 * max(1.0, abs(value))
        if found.bound == ">":
            assert core_high >= value - play
        elif found.bound == "<":
            assert core_low <= value + play
        elif found.hedge == "eq":
            assert core_low - play <= value <= core_high + play


@given(texts)
def test_each_outcome_is_told_once(text: str) -> None:
    outcomes = quantities(text)
    found = line("a", text, outcomes)
    assert len(found.quantities) + sum(found.set_aside.values()) == len(outcomes)
    assert list(found.set_aside) == sorted(found.set_aside)
