"""Matters that are asserted and denied: what is read, and what two articles then are in dispute of."""

from __future__ import annotations

import pytest

from claimcheck import pipeline
from claimcheck.articles.article import Article

from .said import mentions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Borovia may conclude a secret arms deal.", [("arms deal", False)]),
        ("It will supply grain after an agreement for weapons.", []),
        ("They agreed to a weapons shipment.", [("arms deal", False)]),
        ("The ministry denied reports of an arms sale.", [("arms deal", True)]),
        ("He dismissed the rumours of a merger with Oldby Steel.", [("merger", True)]),
        # The denial ends where another clause begins.
        ("She denied it and signed the arms deal.", [("arms deal", False)]),
        ("The board refuted the takeover.", []),
        ("Nobody denied that.", []),
        ("The board did not announce layoffs.", []),
    ],
)
def test_matters(text: str, expected: list[tuple[str, bool]]) -> None:
    assert [(m.value, m.negative) for m in mentions(text, "matter")] == expected


def disputed(*texts: str) -> list[tuple[str, str, str]]:
    """Kind, ground and grade of each finding of articles of one story."""
    articles = [Article(str(n), text, story="one") for n, text in enumerate(texts)]
    found = pipeline.check(articles).findings
    return [(f.kind, f.basis, f.grade) for f in found]


DENIED = "Kelland denied that the visit was about an arms deal."


@pytest.mark.parametrize(
    "asserted",
    [
        "Kelland and Borovia signed an arms deal.",
        "The premier plans to negotiate weapons supplies.",
        "Both are likely to clinch an arms deal.",
    ],
)
def test_a_denial_is_a_dispute_and_no_mistake(asserted: str) -> None:
    assert disputed(asserted, DENIED) == [("contradictory", "disputed", "negligible")]


@pytest.mark.parametrize(
    "text",
    [
        DENIED,  # two denials
        "Both announced a merger.",  # of something else
        "They did not sign an arms deal.",
        "If they sign an arms deal, prices rise.",
        "The visit was about fish.",
    ],
)
def test_what_is_no_dispute(text: str) -> None:
    assert disputed(text, DENIED) == []


def test_what_only_may_be_is_a_tension() -> None:
    assert disputed("They could discuss an arms deal.", DENIED) == [
        ("tension", "disputed", "negligible")
    ]


def test_an_article_may_tell_both_sides() -> None:
    assert disputed(f"They are likely to sign an arms deal. {DENIED}") == []


def test_other_stories_are_other_matters() -> None:
    articles = [
        Article("a", "They signed an arms deal.", story="a"),
        Article("b", DENIED, story="b"),
    ]
    assert pipeline.check(articles).findings == ()
