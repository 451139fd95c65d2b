"""Statements that look as if they spoke of one thing, and do not; and some that do.

Each pair is told as one story, which is when a careless checker says most.
"""

import pytest

import claimcheck
from claimcheck.articles.article import Article


def contradictions(*texts: str) -> list[str]:
    articles = [Article(f"{i}.txt", text, story="one") for i, text in enumerate(texts)]
    found = claimcheck.check(articles).findings
    return [f.explanation for f in found if f.kind == "contradictory"]


APART = {
    "another moment": [
        (
            "The train was travelling at 40 mph when it left.",
            "The train was travelling at 106 mph when it derailed.",
        ),
        (
            "The plane was flying at 900 km/h as it crossed the sea.",
            "The plane was flying at 250 km/h when it landed.",
        ),
        (
            "In 1938 the train reached a speed of 126 mph.",
            "In 2013 the train reached a speed of 60 mph.",
        ),
    ],
    "a rating, a limit, a difference": [
        ("The ship has a top speed of 30 knots.", "The ship sails at 12 knots."),
        ("The train is designed to travel at 186 mph.", "The train travels at 100 mph."),
        ("The train is capable of a speed of 200 km/h.", "The train travels at 90 km/h."),
        ("The train is restricted to a speed of 50 mph.", "The train travelled at 82 mph."),
        ("The train should have travelled at 40 mph.", "The train travelled at 82 mph."),
        ("The car was travelling at 80 mph in a 40 mph zone.", "The car was travelling at 80 mph."),
        ("The car was going 30 mph over the limit.", "The car was going at 80 mph."),
        ("The ship was sailing into a 60 mph gale.", "The ship was sailing at 12 mph."),
    ],
    "a stay": [
        (
            "Grace Hopper arrived in Rome on Monday for talks. Grace Hopper left Rome on Friday.",
            "Grace Hopper's journey took three hours.",
        ),
        (
            "Grace Hopper left Paris on Friday and arrived in Rome on Sunday.",
            "Grace Hopper's journey took nine days.",
        ),
    ],
    "somebody else": [
        (
            "Grace Hopper's trip took two days.",
            "Grace Hopper had company. Her father's trip to Moscow took ten days.",
        ),
        (
            "Grace Hopper's train has 20 carriages.",
            "Grace Hopper waved. Her father's train has six carriages.",
        ),
        ("Grace Hopper left Paris on Monday.", "Grace Hopper's wife left Paris on Friday."),
        (
            "Pavel Orlov arrived in Rome on Monday, a day after Ivan Petrov arrived in Rome on Sunday.",
            "Pavel Orlov arrived in Rome on Monday.",
        ),
    ],
    "another journey": [
        (
            "The 2018 journey of Grace Hopper took two days.",
            "The 2019 journey of Grace Hopper took five days.",
        ),
        (
            "Grace Hopper's journey in May took two days.",
            "Grace Hopper's journey in September took five days.",
        ),
        (
            "Last month Grace Hopper's journey took two days.",
            "This week Grace Hopper's journey took five days.",
        ),
        (
            "Last year's journey of Grace Hopper took two days.",
            "Grace Hopper's journey took five days.",
        ),
        (
            "Grace Hopper's journey took two days, compared with five days in 2019.",
            "Grace Hopper's journey took two days.",
        ),
        (
            "Grace Hopper's journey took nine hours.",
            "Grace Hopper's return journey took two hours.",
        ),
        ("Grace Hopper's journey took nine hours.", "Grace Hopper's journey home took two hours."),
        (
            "Grace Hopper's journey took nine hours each way.",
            "Grace Hopper's journey took 18 hours in all.",
        ),
        (
            "Grace Hopper's journey to Leeds took three hours.",
            "Grace Hopper's journey from Leeds took five hours.",
        ),
        (
            "Grace Hopper's journey by plane took two hours.",
            "Grace Hopper's journey by train took nine hours.",
        ),
    ],
    "a part": [
        (
            "Grace Hopper's journey took nine hours.",
            "The first leg of Grace Hopper's journey took two hours.",
        ),
        (
            "Grace Hopper's journey took nine hours.",
            "Two hours into the journey Grace Hopper fell ill.",
        ),
        (
            "Grace Hopper's journey took nine hours.",
            "Grace Hopper travelled for two hours before her train broke down.",
        ),
        (
            "Grace Hopper's journey took nine hours.",
            "Grace Hopper's journey was two hours shorter than planned.",
        ),
        ("Grace Hopper travelled 400 km.", "Grace Hopper travelled 30 km on the first day."),
        ("Grace Hopper travelled 400 km.", "Grace Hopper travelled another 20 km."),
        ("Grace Hopper travelled 400 km.", "Grace Hopper travelled the last 20 km on foot."),
        (
            "Grace Hopper travelled 65 miles.",
            "Grace Hopper travelled 40 miles on Tuesday and 25 on Wednesday.",
        ),
    ],
    "some of the carriages": [
        ("The train has 12 carriages.", "The train had lost four of its carriages."),
        ("The train has 12 carriages.", "The train was missing two carriages."),
        ("The train has 12 carriages.", "The train ran into two parked carriages."),
        ("The train has 12 carriages.", "The train was two carriages longer than usual."),
        ("The train has 12 carriages.", "The train has two units of four carriages."),
        (
            "The train has 12 carriages.",
            "The train has six sleeping carriages and two dining carriages.",
        ),
        ("The train has 12 carriages.", "The ferry train travels with 30 cars on board."),
    ],
    "another vehicle": [
        ("The Glasgow train has 12 carriages.", "The London train has six carriages."),
        ("The 10:15 train has 12 carriages.", "The 11:15 train has six carriages."),
        ("The new train has 12 carriages.", "The old train has six carriages."),
        (
            "Grace Hopper's train has 20 carriages.",
            "A freight service was halted. The train has 41 wagons.",
        ),
        (
            "Grace Hopper's train has 20 carriages.",
            "Grace Hopper's second train has six carriages.",
        ),
    ],
    "no departure": [
        ("Grace Hopper left the company on Friday.", "Grace Hopper left Paris on Monday."),
        ("Grace Hopper left hospital on Sunday.", "Grace Hopper left Paris on Monday."),
        ("Grace Hopper left London on Sunday.", "Grace Hopper left Berlin on Tuesday."),
        (
            "Grace Hopper arrived at the airport on Monday.",
            "Grace Hopper arrived in Rome on Tuesday.",
        ),
        (
            "Grace Hopper arrived in Smallville on Monday.",
            "Grace Hopper arrived in Springtown on Thursday.",
        ),
        (
            "Grace Hopper left Paris on Sunday, May 3.",
            "Grace Hopper left Paris on Friday, June 12.",
        ),
        ("Grace Hopper left Paris last Sunday.", "Grace Hopper left Paris on Monday."),
    ],
    "nothing denied, or only disputed": [
        (
            "Grace Hopper did not fly but travelled 900 km by train.",
            "Grace Hopper travelled 900 km by train.",
        ),
        ("Grace Hopper, who never flies, travelled 900 km.", "Grace Hopper travelled 900 km."),
        ("The train goes no faster than 37 mph.", "The train goes at 30 mph."),
    ],
    "one number said in two parts": [
        (
            "Grace Hopper's journey took an hour and a half.",
            "Grace Hopper's journey took 90 minutes.",
        ),
        (
            "Grace Hopper's journey took 2 hours 30 minutes.",
            "Grace Hopper's journey took two and a half hours.",
        ),
        (
            "Grace Hopper's journey took one hour and 50 minutes.",
            "Grace Hopper's journey took 110 minutes.",
        ),
        (
            "Grace Hopper's journey took two days and three hours.",
            "Grace Hopper's journey took 51 hours.",
        ),
        ("The train has two or three carriages.", "The train has three carriages."),
    ],
    "fiction and jokes": [
        ("In the film, the train travels at 200 mph.", "The train travels at 60 mph."),
        (
            "Had the train been going at 40 mph, nobody would have died.",
            "The train was going at 106 mph.",
        ),
    ],
}


@pytest.mark.parametrize(
    ("a", "b"),
    [pytest.param(a, b, id=f"{why}: {a} | {b}") for why, pairs in APART.items() for a, b in pairs],
)
def test_look_alikes_are_not_held_against_each_other(a: str, b: str) -> None:
    assert contradictions(a, b) == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Grace Hopper's journey took two days.",
            "Grace Hopper went by train. Her journey took five days.",
        ),
        ("Grace Hopper's trip took two days.", "Hopper's trip took five days."),
        ("The train has 12 carriages.", "The train consists of 30 carriages."),
        (
            "The train was going at 80 mph when it derailed.",
            "The train was travelling at 106 mph when it derailed.",
        ),
        ("Grace Hopper left Paris on Sunday.", "Grace Hopper left Paris on Tuesday."),
        (
            "Grace Hopper travelled 400 km from Paris to Lyon.",
            "Grace Hopper travelled 900 km from Paris to Lyon.",
        ),
        ("The ferry Aurora travels at 12 knots.", "The ferry Aurora travels at 30 knots."),
    ],
)
def test_what_speaks_of_one_thing_is(a: str, b: str) -> None:
    assert len(contradictions(a, b)) == 1
