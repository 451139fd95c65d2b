"""News of other things: what must not be read as a journey, a speed or a train's carriages.

Every sentence is invented. Each stands for a way in which words of travelling are used of
something else; none of them may say a thing of Ada Lovelace, who is on a journey.
"""

from __future__ import annotations

import pytest

from .reading import claims, said

JOURNEY = "Ada Lovelace left Paris."

SPORT = [
    "Ada Lovelace ran 100 km a week and won the race.",
    "The stage covered 189 km.",
    "The match lasted five hours.",
    "Ada Lovelace drove the ball 300 yards.",
    "Ada Lovelace drove Leeds to the 7-yard line on Sunday.",
    "Ada Lovelace won the 20 km race on her trip.",
    "Ada Lovelace crossed the line first in Tokyo on Sunday.",
    "Ada Lovelace reached the final in Paris on Sunday.",
    "Ada Lovelace left Manchester United on Friday.",
    "Ada Lovelace set a record on her trip on Sunday.",
    "Ada Lovelace hurt her left knee on Sunday.",
    "Ada Lovelace bowled at 90 mph.",
    "The side took three hours to win the ride of their lives.",
    "With two minutes left on Sunday, Ada Lovelace scored.",
]
MARKETS = [
    "The index crossed 20,000 points in London on Monday.",
    "The dollar reached 1.10 euros in London on Tuesday.",
    "Shares of the train maker fell 20 percent on Monday.",
    "The train maker left its forecast unchanged on Monday.",
    "The train operator has 90 carriages in its fleet.",
    "The railway ordered 90 carriages for its new train.",
    "Profits travelled at a pace of 20 percent a year.",
    "Ada Lovelace left the company on Friday after ten years.",
    "Talks between the two banks took two days.",
]
WEATHER = [
    "The storm moved at 20 km/h across Florida.",
    "Winds of 120 km/h drove the ferry back.",
    "The storm took two days to cross the country.",
    "The wildfire travelled 20 km in two days.",
    "The fire covers 300 km of coast.",
    "The river covers a distance from hills to sea; it rained for two days.",
    "Ash travelled 500 km.",
    "Spring arrived in Paris on Monday.",
]
COURTS = [
    "Ada Lovelace arrived at court on Monday to hear the verdict.",
    "Ada Lovelace entered a plea in Boston on Thursday.",
    "The jury took two days to reach a verdict.",
    "The trial took three weeks, and the jury's journey was long.",
    "Ada Lovelace needs two days to reach a decision.",
    "Ada Lovelace took the stand for two hours.",
    "Ada Lovelace left prison on Monday.",
    "The thief left three people injured on Monday.",
]
ELECTIONS = [
    "Ada Lovelace entered the race in Texas on Tuesday.",
    "Ada Lovelace reached 50 percent in Texas on Tuesday.",
    "Ada Lovelace crossed the floor in London on Wednesday and joined the opposition.",
    "Ada Lovelace arrived at the ballot box in Berlin on Sunday.",
    "Ada Lovelace reached a deal in Geneva on Tuesday.",
    "Ada Lovelace took the lead for two days.",
    "The campaign trail covers 12 states and 900 km of road.",
    "Ada Lovelace’s campaign trip lasted three days.",
    "Turnout reached 60 percent in Paris on Sunday.",
]
SHIPS_AND_PLANES = [
    "The ship is 300 metres long and sails from Oslo.",
    "The liner crosses a strait 24 miles wide.",
    "The liner crossed the 24-mile-wide strait.",
    "The ferry carries 300 people and 20 cars.",
    "The plane seats 300 and costs $90 million.",
    "Flights left on Monday.",
    "The black box was left in Paris on Monday.",
    "Ada Lovelace wrote about a plane 900 km away.",
    "The captain’s watch lasted two days.",
    "More than 20 cars were parked beside the train.",
    "The horse show had 20 carriages.",
    "Ada Lovelace’s train station has 20 cars.",
    "A train driver was travelling at 50 km/h by bicycle.",
]
OTHERS = [
    "The road covers 300 km.",
    "The tunnel took nine years to build and covers 12 km.",
    "The bridge spans 2 km.",
    "The beach is a 20-minute ride from the hotel.",
    "Ada Lovelace lives a 30 km drive from work.",
    "The average commuter travels 20 km a day.",
    "A journey by bus takes 40 minutes.",
    "Commuters’ journeys take 40 minutes.",
    "Light travels at 300,000 km per second.",
    "The queue moved at 2 km/h.",
    "The bill crossed into law on Monday in France.",
    "The letter from Ada Lovelace arrived on Monday.",
    "Ada Lovelace’s order left the factory on Monday.",
    "Ada Lovelace covers 20 km of coast for her paper.",
    "Ada Lovelace took two years to reach the top.",
    "It has been seven years since Ada Lovelace took the helm.",
    "Ada Lovelace made ten trips in two years.",
]


@pytest.mark.parametrize(
    "text", [*SPORT, *MARKETS, *WEATHER, *COURTS, *ELECTIONS, *SHIPS_AND_PLANES, *OTHERS]
)
def test_news_of_other_things_says_nothing_of_a_journey(text: str) -> None:
    assert said(text) == []
    assert [c.quote for c in claims(f"{JOURNEY} {text}")] == []


@pytest.mark.parametrize(
    "text",
    [
        "Police said the car was travelling at 120 km/h when it hit the tree.",
        "The plane was flying at 900 km/h when it vanished.",
        "The ship sailed 300 nautical miles from Bergen to Hull.",
        "The ferry left the port on Monday with 20 cars on board.",
        "A truck was hit by a train travelling at 90 km/h.",
    ],
)
def test_what_is_said_of_other_vehicles_is_not_hers(text: str) -> None:
    [found] = claims(f"{JOURNEY} {text}")
    assert "Ada" not in found.subject
