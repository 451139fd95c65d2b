"""Affairs: the crime and its trial are one story, and what recurs is not."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from claimcheck.articles.article import Article
from claimcheck.claims.stories import stories

CRIME = [
    "The baker Ines Valdorf was shot dead in her shop in Lisse on Friday. Police look for Rutger"
    " Halvink, a former apprentice. Valdorf had dismissed Halvink, who lives near the shop.",
    "Police arrested Rutger Halvink in Lisse after the baker Ines Valdorf was shot in her shop."
    " Halvink had been her apprentice, and neighbours said that Valdorf feared him.",
]
TRIAL = [
    "A jury found Rutger Halvink guilty of the murder of the baker Ines Valdorf in her shop in"
    " Lisse. Judge Maarten Ooster will sentence Halvink, her former apprentice, in May. Valdorf's"
    " sister wept at the verdict.",
    "Rutger Halvink shot the baker Ines Valdorf in her shop in Lisse, the jury said, and was found"
    " guilty. Valdorf had dismissed Halvink, her apprentice. Judge Maarten Ooster thanked the jury.",
]
OTHER_TRIAL = [
    "A jury found Wessel Brandsma guilty of the murder of the baker Joke Terpstra in her shop in"
    " Lisse. Judge Maarten Ooster will sentence Brandsma, her former apprentice, in June. His lawyer"
    " Floris Kempen announced an appeal against the verdict.",
    "Wessel Brandsma shot the baker Joke Terpstra in her shop in Lisse, the jury said, and was found"
    " guilty. Floris Kempen, his lawyer, was silent. Judge Maarten Ooster thanked the jury.",
]


def told(texts: list[str], published: str) -> list[Article]:
    """Articles with these texts, published on one day after another."""
    first = date.fromisoformat(published)
    days = [(first + timedelta(days=n)).isoformat() for n in range(len(texts))]
    return [
        Article(f"{day} {n}", text, published=day)
        for n, (text, day) in enumerate(zip(texts, days, strict=True))
    ]


def count(*articles: list[Article]) -> int:
    """How many stories there are."""
    return len(set(stories(a for some in articles for a in some).values()))


def test_a_crime_and_its_trial_are_one_story() -> None:
    assert count(told(CRIME, "2019-03-02"), told(TRIAL, "2021-02-10")) == 1


def test_so_are_a_verdict_and_the_sentence_that_follows_weeks_later() -> None:
    sentence = ["Rutger Halvink was sentenced to life for the murder of the baker Ines Valdorf in"
                " her shop in Lisse, of which a jury had found him guilty. Valdorf had dismissed"
                " Halvink, her apprentice."]  # fmt: skip
    found = count(
        told(CRIME, "2019-03-02"), told(TRIAL, "2021-02-10"), told(sentence, "2021-05-02")
    )
    assert found == 1


def test_another_trial_before_one_judge_is_another_story() -> None:
    assert count(told(TRIAL, "2021-02-10"), told(OTHER_TRIAL, "2022-02-10")) == 2


def test_one_man_tried_twice_is_in_two_stories() -> None:
    again = [text.replace("Ines Valdorf", "Joke Terpstra").replace("Valdorf", "Terpstra")
             for text in TRIAL]  # fmt: skip
    assert count(told(TRIAL, "2021-02-10"), told(again, "2024-02-10")) == 2


def yearly(first: str, second: str) -> list[str]:
    """Reports of a meeting of two, as they come every year."""
    return [
        f"{first} received {second} in the castle of Lisse. The talks of {first} and {second} were"
        " about fish, and both smiled for the photographers at the gate.",
        f"In Lisse {second} met {first} for talks about fish. {second} gave {first} a painted boat"
        " before both walked through the gate of the castle.",
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("President Ruben Halvink", "Chancellor Ines Valdorf"),
        ("Ruben Halvink", "Ines Valdorf"),
        ("the poet Ruben Halvink", "the painter Ines Valdorf"),
    ],
)
def test_who_meet_every_year_are_in_a_story_each_year(first: str, second: str) -> None:
    years = [told(yearly(first, second), f"{year}-06-01") for year in (2017, 2018, 2019)]
    assert count(*years) == 3


def test_nor_does_a_trial_that_they_talk_about_make_it_one() -> None:
    trial = " Both spoke of a trial, of its jury and of a guilty neighbour."
    meetings = [text + trial for text in yearly("President Ruben Halvink", "Premier Ines Valdorf")]
    assert count(told(meetings, "2017-06-01"), told(meetings, "2018-06-01")) == 2


def test_one_club_s_two_seasons_are_two_stories() -> None:
    season = [
        "Coach Tore Lindahl of the Otters dropped the keeper Ole Dahlgren before the final against"
        " Odda. Lindahl said Dahlgren was tired; Dahlgren said nothing.",
        "The Otters of Tore Lindahl play the final against Odda without the keeper Ole Dahlgren."
        " Coach Lindahl called Dahlgren tired.",
    ]
    assert count(told(season, "2017-06-01"), told(season, "2018-06-01")) == 2
