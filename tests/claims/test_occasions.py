"""Occasions: how often somebody went by plane, train or ship, and on which days."""

from __future__ import annotations

import pytest

from claimcheck.claims.claim import Claim

from .reading import claims


def occasions(text: str) -> list[Claim]:
    return [c for c in claims(text) if c.attribute.startswith("trip")]


@pytest.mark.parametrize(
    ("text", "attribute", "value", "scope"),
    [
        (
            "The one time Ada Lovelace travelled out of the country by plane, she was ill.",
            *("trips by plane", "exact:1:count", "trips abroad"),
        ),
        (
            "The only time that Ada Lovelace has gone abroad by ship was a disaster.",
            *("trips by ship", "exact:1:count", "trips abroad"),
        ),
        (
            "The only time Ada Lovelace ever flew abroad – to Singapore last June – she was ill.",
            *("trips by plane", "exact:1:count", "trips abroad"),
        ),
        (
            "The one time Ada Lovelace travelled by train, she was ill.",
            *("trips by train", "exact:1:count", ""),
        ),
        (
            "Ada Lovelace has made international trips by plane.",
            *("trips by plane", "plural:2:count", "trips abroad"),
        ),
        (
            "While Charles Babbage feared flying, Ada Lovelace has travelled by plane on several "
            "occasions.",
            *("trips by plane", "plural:2:count", ""),
        ),
        (
            "Ada Lovelace has flown her own plane for many of her trips abroad.",
            *("trips by plane", "plural:2:count", "trips abroad"),
        ),
        (
            "In May 2018 Ada Lovelace flew to Beijing.",
            *("trip by plane", "plane", ""),
        ),
        (
            "In May 2018 Ada Lovelace took a Boeing 747 to Singapore.",
            *("trip by plane", "plane", ""),
        ),
        (
            "In May 2018 Ada Lovelace visited China on her own plane.",
            *("trip by plane", "plane", ""),
        ),
    ],
)
def test_an_occasion_is_read(text: str, attribute: str, value: str, scope: str) -> None:
    [read] = occasions(text)
    assert (read.attribute, read.canonical, read.scope) == (attribute, value, scope)
    assert read.subject == "Ada Lovelace"
    assert text[read.start : read.end] == read.quote


@pytest.mark.parametrize(
    "text",
    [
        # The class is narrower, or no such class.
        "The only time Ada Lovelace flew to Rome, she was ill.",
        "The only time Ada Lovelace travelled by plane with her son, she was ill.",
        "The one time Ada Lovelace spoke of a plane, she was ill.",
        "Ada Lovelace has seen planes on several occasions.",
        # A trip without a day, back, over something, or to no place that is known.
        "Ada Lovelace flew to Beijing.",
        "In May 2018 Ada Lovelace flew home.",
        "In May 2018 Ada Lovelace flew over Russia.",
        "In May 2018 Ada Lovelace flew a kite.",
        # It is not said to have been.
        "In May 2018 Ada Lovelace was to fly to Beijing.",
        "Ada Lovelace may have travelled by plane on several occasions?",
        "Ada Lovelace never travelled by plane on several occasions.",
        # Whoever it was.
        "The only time that they went abroad by ship was a disaster.",
    ],
)
def test_no_occasion_is_read(text: str) -> None:
    assert occasions(text) == []


def test_the_one_time_counts_no_times() -> None:
    from .reading import open_claims

    text = "The one time Ada Lovelace travelled by train, she was ill."
    assert open_claims(text, "number time") == []


def test_a_trip_of_a_list_of_trips_abroad_is_one_of_those() -> None:
    text = "These are Ada Lovelace’s trips abroad.\n\n• May 2018: Ada Lovelace flies to Beijing."
    [read] = occasions(text)
    assert (read.scope, read.event.when) == ("trips abroad", "2018-05")
