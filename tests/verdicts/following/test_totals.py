"""Totals: the parts that a sentence itemises against the total that it states."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .told import differences, following

RULE = "sum of parts"
HARD = "derived-hard"


@pytest.mark.parametrize(
    "text",
    [
        # Behind a colon, between dashes, in brackets.
        "Twelve people were killed: seven men and four women.",
        "Twelve people were killed: seven men and four women, police said.",
        "Twelve people were killed: two pilots, five passengers and four farmers.",
        "Twelve people – seven men and four women – were killed.",
        "Twelve people (seven men and four women) were killed.",
        "Twelve people, seven men and four women, were killed.",
        "There were 14 cars on the lot: five red ones and eight blue ones.",
        "There were 14 cars on the lot: five red cars and eight blue cars.",
        "A total of twelve people were killed: seven men and four women.",
        "Twelve hostages were freed: two men and three women.",
        "Twelve were injured: two brothers and three nurses.",
        # Summed up behind.
        "He saw five cars and three trucks, a total of 9 vehicles.",
        "He saw five cars, two vans and three trucks, for a total of 12 vehicles.",
        # A bound that the parts stay below.
        "At least twelve people were killed: seven men and four women.",
    ],
)
def test_parts_that_come_to_something_else(text: str) -> None:
    [found] = differences(text)
    assert found[:2] == ("contradictory", HARD)


@pytest.mark.parametrize(
    "text",
    [
        # They come to it, or to what it is about.
        "Eleven people were killed: seven men and four women.",
        "Twelve people were killed: five men, three women and four children.",
        "About 20 people were killed: twelve men and seven women.",
        "Some 120 people were hurt: 81 men and 42 women.",
        # The parts are of something else than is counted in front.
        "The party won in three provinces: 10 seats in Oslo and 12 seats in Bergen.",
        "Police searched two houses: five guns and three knives were found.",
        "The cup is played at two venues: six games in Oslo and four games in Bergen.",
        "He owns three farms: 40 cows and 12 horses.",
        "Three coaches chose the team: ten boys and twelve girls.",
        "Two people run the home: ten boys and twelve girls live there.",
        "Twelve pilots were trained: two cooks and three nurses.",
        # Only some of a whole are told of.
        "Of the 12 people, two men and three women were freed.",
        "Of 12 people, two men and three women were freed.",
        "Of all the 12 hostages, two men and three women were freed.",
        "Of a total of 12 people, two men and three women were freed.",
        "Twelve of the 20 people: two men and three women.",
        # The words leave the list open, or it leaves somebody out.
        "Twelve people, including seven men and four women, were killed.",
        "Twelve people were killed, among them seven men and four women.",
        "Twelve people (three women and two children) were killed.",
        "Twelve people – three teachers and two doctors – were killed.",
        "Twelve people were killed: seven men, four women and others.",
        # A row of counts has no total.
        "Three teachers, five boys and four girls, were killed.",
        "Five men, three women and four children were killed.",
        "Five men, three women and four children, all of Smallville, were killed.",
        "Ten people were killed and four women were hurt.",
        "Ten people were killed. Four women and two men were hurt.",
        # A single part, a vague one, things of people.
        "Twelve people were killed: seven men.",
        "Twelve people were killed: several men and four women.",
        "Twelve people were hurt: two cars and four trucks collided.",
        # What is counted is not said: a game may have been on neutral ground.
        "They won 12 games: seven at home and four away.",
        "Twelve of them voted: seven yes and four no.",
        # Each of several.
        "Two teams (five men and six women each) played.",
    ],
)
def test_nothing_differs(text: str) -> None:
    assert differences(text) == []


@given(men=st.integers(1, 40), women=st.integers(1, 40))
def test_a_total_that_is_the_sum_never_differs(men: int, women: int) -> None:
    text = f"{men + women} people were killed: {men} men and {women} women."
    assert following(text, RULE) == []
