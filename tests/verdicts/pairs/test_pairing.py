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
        # A bare figure is held to a bound as it is written, and so is a day.
        (
            "The bridge cost $320 million.",
            "The bridge cost more than $320 million.",
            "contradictory",
        ),
        ("The bridge cost $320 million.", "The bridge cost less than $321 million.", "compatible"),
        (
            "The inn is rated 6.2 by guests.",
            "The inn is rated below 6.2 by guests.",
            "contradictory",
        ),
        ("The inn opened in 1764.", "The inn opened after 1764.", "contradictory"),
        ("The inn opened in 1764.", "The inn opened before 1800.", "compatible"),
        (
            "The reception was mostly kind: 35 critics wrote generally good reviews.",
            "The reception was kind: more than 40 critics wrote good reviews.",
            "contradictory",
        ),
        # A day without its year is that day of any.
        ("The play opened on 7 April 1996.", "The play opened on April 7.", "equivalent"),
        ("The play opened on 7 April 1996.", "The play opened after April 20.", "contradictory"),
        ("The play opened on 7 April 1996.", "The play opened after April 2.", "compatible"),
        # What a figure is given for: what grows may have been less before, and not more.
        (
            "As of 22 April 2011 the fund had 12,494 members.",
            "Before 15 April 2011 the fund had fewer than 12,300 members.",
            "incomparable",
        ),
        (
            "As of 22 April 2011 the fund had 12,494 members.",
            "Before 15 April 2011 the fund had more than 12,600 members.",
            "contradictory",
        ),
        (
            "As of 22 April 2011 the fund had 12,494 members.",
            "On 22 April 2011 the fund had fewer than 12,300 members.",
            "contradictory",
        ),
        (
            "As of 22 April 2011 the fund had 12,494 members.",
            "After 29 April 2011 the fund had more than 13,000 members.",
            "incomparable",
        ),
        # A year in a name, and days of two happenings, differ from nothing.
        ("He left after the 2005-06 season.", "He left after the 2008-09 season.", "incomparable"),
        (
            "A sequel was announced on 4 October 2011.",
            "The sequel was released on 1 December 2011.",
            "incomparable",
        ),
        (
            "Ada (born 21 August 1868), a painter of the north, lived in Oakford.",
            "Ada was born on 27 August 1868.",
            "contradictory",
        ),
        # One figure is retold once: what it agrees with is not what another differs from.
        (
            "The party won 30 seats and its allies won seven seats.",
            "The party won 30 seats and its allies won seven seats.",
            "equivalent",
        ),
        (
            "Some 29 people died in the flood and 600 others are missing.",
            "29 people died in the flood and 600 are missing.",
            "equivalent",
        ),
        # Sums of parts; not of the killed and the injured.
        (
            "Eleven rebels and six soldiers were killed in the battle.",
            "The battle killed 17 people.",
            "equivalent",
        ),
        (
            "Two workers and two police officers were injured.",
            "Four people were injured.",
            "equivalent",
        ),
        (
            "The blast killed 11 people and injured six people.",
            "The blast killed 17 people.",
            "contradictory",
        ),
        # Further things are not all of them, and "one of" counts nothing.
        ("The boat sank two more times.", "The boat sank three times.", "incomparable"),
        (
            "The fair has two leading houses, Ash and Oak.",
            "Oak is one of the leading houses of the fair.",
            "incomparable",
        ),
        # Marks and shares on two scales.
        (
            "The inn has a rating of 7.1/10.",
            "The inn has a rating of more than 70 %.",
            "compatible",
        ),
        ("The inn has a rating of 7.1/10.", "The inn has a rating below 60 %.", "contradictory"),
        (
            "28 % of people carry the germ.",
            "More than 1 in 4 people carry the germ.",
            "compatible",
        ),
        # One thing by its noun and by its verb.
        ("There were 85 recoveries in Oakford.", "85 people recovered in Oakford.", "equivalent"),
        (
            "There were at least 21 deaths in Oakford.",
            "At least 21 people died in Oakford.",
            "equivalent",
        ),
        # What agrees and does not follow.
        ("At least seven miners died.", "At least 10 miners died.", "incomparable"),
        ("At least 10 miners died.", "At least seven miners died.", "compatible"),
        ("More than 30 albums were sold.", "More than 40 albums were sold.", "incomparable"),
        # Words of its own.
        (
            "The town has 57 inns, and they may be full.",
            "The town has 57 inns despite heavy taxes and dwindling trade.",
            "incomparable",
        ),
        ("The town has 57 inns.", "The town has the first 57 inns.", "incomparable"),
        ("The town has 57 inns.", "In the town of Oakford there are 57 inns.", "equivalent"),
        (
            "Last year exports of the land rose steeply, while what it bought rose by 10.5 %.",
            "Ten per cent of clerks eat fish: 10.5 %.",
            "incomparable",
        ),
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
