"""Visits: that somebody was in a country on a day, and for which time."""

from __future__ import annotations

import pytest

from .reading import claims


def visits(text: str) -> list[tuple[str, str, str]]:
    read = [c for c in claims(text) if "visit" in c.attribute]
    return [(c.attribute, c.canonical, c.event.when) for c in read]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("In May 2018 Ada Lovelace visited China.", [("visit to china", "visit", "2018-05")]),
        (
            "In May 2018 Ada Lovelace flew to the Chinese city of Dalian.",
            [("visit to china", "visit", "2018-05")],
        ),
        (
            "In May 2018 Ada Lovelace visited China for a fourth time.",
            [
                ("visit to china", "visit", "2018-05"),
                ("rank of visits to china", "exact:4:count", "2018-05"),
            ],
        ),
        (
            "In May 2018 Ada Lovelace made her second visit to Russia.",
            [("rank of visits to russia", "exact:2:count", "2018-05")],
        ),
    ],
)
def test_a_visit_is_read(text: str, read: list[tuple[str, str, str]]) -> None:
    assert visits(text) == read


@pytest.mark.parametrize(
    "text",
    [
        # No day, no place that is known, no visit of hers.
        "Ada Lovelace visited China.",
        "In May 2018 Ada Lovelace visited her mother.",
        "In May 2018 Ada Lovelace visited China’s embassy.",
        "In May 2018 they visited Russia.",
        # A rank that is narrowed.
        "In May 2018 Ada Lovelace made her first visit to China in four years.",
        "In May 2018 Ada Lovelace made her first official visit to China.",
        "In May 2018 Ada Lovelace made her first visit to China as president.",
        # It is only planned.
        "Ada Lovelace will visit China in May 2018.",
    ],
)
def test_no_visit_is_read(text: str) -> None:
    assert visits(text) == []
