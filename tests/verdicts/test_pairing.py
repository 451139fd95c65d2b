"""Pairing: two texts that are taken to speak of one event."""

from __future__ import annotations

import pytest

import claimcheck


@pytest.mark.parametrize(
    ("premise", "hypothesis", "verdict"),
    [
        # A figure of the hypothesis that the premise gives, or leaves room for.
        ("The film has a rating of 61 % from 129 reviews.", "It has 129 reviews.", "equivalent"),
        (
            "The book came out in 42 languages.",
            "It came out in more than 20 languages.",
            "compatible",
        ),
        ("Ada was born on 30 September 1998.", "Ada was born before 1999.", "compatible"),
        # One that no value fits.
        (
            "The film has a rating of 61 % from 129 reviews.",
            "It has fewer than 90 reviews.",
            "contradictory",
        ),
        ("The film has 37 reviews.", "The film has less than 37 reviews.", "contradictory"),
        ("Ada was born on 30 September 1998.", "Ada was born after 1999.", "contradictory"),
        ("The play opened on April 7.", "The play opened on April 17.", "contradictory"),
        # The part goes with the part and the whole with the whole.
        (
            "It took $142.5 million at home and $115.8 million abroad, $258.3 million in all.",
            "It took more than $258 million in all.",
            "compatible",
        ),
        # What readers take away by habit alone does not contradict.
        ("About 50 people came.", "Up to 90 people came.", "compatible"),
        # A figure without a partner, and nothing to hold a figure against.
        ("The film has 37 reviews.", "The film cost $90 million.", "incomparable"),
        ("The film has 37 reviews.", "The film is long.", "incomparable"),
        ("It rained.", "It snowed.", "incomparable"),
        ("It rained on 30 tents.", "The council sold 30 chairs.", "incomparable"),
    ],
)
def test_two_sentences(premise: str, hypothesis: str, verdict: str) -> None:
    found = claimcheck.compare(premise, hypothesis)
    assert found.verdict == verdict, found.explanation
    assert found.explanation


def test_a_sentence_says_the_same_as_itself() -> None:
    text = "The quake killed 14 people and destroyed seven bridges in Oakford."
    assert claimcheck.compare(text, text).verdict == "equivalent"
