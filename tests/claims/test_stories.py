"""Stories: which articles tell of one event, by their words and their time."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.articles.article import Article
from claimcheck.claims.stories import SPAN_DAYS, stories

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))

# Two retellings of one voyage, and two other things.
FERRY = (
    "The ferry Aurora left Bergen with 340 passengers and reached Lerwick after a storm in the"
    " North Sea. Its captain Ingrid Solheim said the engines failed twice off Shetland."
)
FERRY_AGAIN = (
    "Passengers of the Aurora spoke of waves as high as houses. The ferry from Bergen was late in"
    " Lerwick, where captain Ingrid Solheim blamed its engines and the storm off Shetland."
)
# Alike enough to be of one story, and no more: then the weekdays decide.
FERRY_LATER = (
    "Passengers of the Aurora spoke of waves as high as houses. Hundreds slept in the corridors,"
    " and the owner of the ferry promised everybody a new ticket to Lerwick."
)
TRIAL = (
    "A jury in Toledo found the banker Oscar Whitfield guilty of fraud. Prosecutors had asked for"
    " nine years, and his lawyer announced an appeal against the verdict."
)
HARVEST = (
    "Farmers in Moravia expect the smallest barley harvest since the drought. Prices of malt rose,"
    " and brewers in Brno warned of dearer beer."
)


def article(name: str, text: str, **told: Any) -> Article:
    return Article(name, text, **told)


def together(*articles: Article) -> bool:
    """Whether all of them are of one story."""
    return len(set(stories(articles).values())) == 1


# --- what is told -------------------------------------------------------------------------------


def test_a_told_story_stands() -> None:
    found = stories([article("a", FERRY, story="x"), article("b", FERRY_AGAIN, story="y")])
    assert found == {"a": "x", "b": "y"}


def test_a_told_story_takes_nobody_in_and_its_name_is_taken() -> None:
    inferred = stories([article("b", FERRY), article("c", FERRY_AGAIN)])["b"]
    found = stories(
        [article("a", FERRY, story=inferred), article("b", FERRY), article("c", FERRY_AGAIN)]
    )
    assert found["a"] == inferred
    assert found["b"] == found["c"] != inferred


def test_a_story_that_is_told_is_no_article_s_own() -> None:
    found = stories([article("a", TRIAL, story="b"), article("b", HARVEST)])
    assert found["a"] != found["b"]


# --- what is inferred ---------------------------------------------------------------------------


def test_two_retellings_are_one_story() -> None:
    assert together(article("a", FERRY), article("b", FERRY_AGAIN))


@pytest.mark.parametrize(("one", "other"), [(FERRY, TRIAL), (TRIAL, HARVEST), (FERRY, HARVEST)])
def test_two_unrelated_articles_are_two(one: str, other: str) -> None:
    assert not together(article("a", one), article("b", other))


def test_stories_are_found_in_a_mixed_corpus() -> None:
    found = stories(
        [
            article("a", TRIAL),
            article("b", FERRY),
            article("c", HARVEST),
            article("d", FERRY_AGAIN),
        ]
    )
    assert found["b"] == found["d"]
    assert len(set(found.values())) == 3


def test_the_seeds_are_one_story_but_for_the_visit_of_2019() -> None:
    found = stories(Article(p.name, p.read_text("utf-8")) for p in SEEDS)
    of_2019 = found.pop("2-first-putin-meeting.txt")
    assert len(found) == 4
    assert set(found.values()) != {of_2019}
    assert of_2019 not in found.values()


@pytest.mark.parametrize("text", ["", " \n ", "x", "1 2 3", "!?", "the of and"])
def test_every_article_has_a_story(text: str) -> None:
    found = stories([article("a", text), article("b", text)])
    assert set(found) == {"a", "b"}
    assert all(found.values())


def test_nothing_has_no_stories() -> None:
    assert stories([]) == {}


def test_an_iterator_is_read_once() -> None:
    assert set(stories(iter([article("a", FERRY, story="x"), article("b", TRIAL)]))) == {"a", "b"}


def test_a_story_of_one_is_named_after_its_article_and_others_by_shared_words() -> None:
    found = stories([article("a", TRIAL), article("b", FERRY), article("c", FERRY_AGAIN)])
    assert found["a"] == "a"
    assert set(found["b"].split("-")) <= set(re.findall("[a-z]+", FERRY.lower()))


def test_figures_alone_make_a_story_with_a_name() -> None:
    found = stories([article("a", "17 km, 29 kg, 41 nm"), article("b", "41 nm, 29 kg, 17 km")])
    assert found["a"] == found["b"] == "a"


# --- time ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second", "are_one"),
    [
        ("2023-09-10", "2023-09-12", True),
        ("2023-09-10", "2023-09-20", True),
        ("2023-09-10", "2023-09-21", False),
        ("2023-09-12T23:00", "2023-09-10", True),
        ("2023-09-10", "2019-09-10", False),
    ],
)
def test_far_dates_of_publication_set_articles_apart(
    first: str, second: str, are_one: bool
) -> None:
    assert SPAN_DAYS == 10
    one, other = article("a", FERRY, published=first), article("b", FERRY_AGAIN, published=second)
    assert together(one, other) is are_one


@pytest.mark.parametrize(
    ("first", "second", "are_one"),
    [
        ("It left on Sunday.", "It came on Sunday.", True),
        ("It left on Sunday and came on Tuesday.", "It came on Tuesday.", True),
        ("It left on Sunday.", "It was late.", True),
        ("It left on Sunday.", "It came on Thursday.", False),
    ],
)
def test_undated_articles_of_other_weekdays_stay_apart(
    first: str, second: str, are_one: bool
) -> None:
    one, other = article("a", f"{FERRY} {first}"), article("b", f"{FERRY_LATER} {second}")
    assert together(one, other) is are_one


def test_weekdays_do_not_set_apart_what_is_nearly_the_same_text() -> None:
    one, other = article("a", f"{FERRY} It left on Sunday."), article("b", f"{FERRY} On Thursday.")
    assert together(one, other)


def test_weekdays_do_not_set_apart_what_was_published_together() -> None:
    one = article("a", f"{FERRY} It left on Sunday.", published="2023-09-12")
    other = article("b", f"{FERRY_LATER} It came on Thursday.", published="2023-09-14")
    assert together(one, other)


def test_a_story_takes_in_nobody_who_is_apart_from_one_of_its_articles() -> None:
    days = ["2023-09-01", "2023-09-08", "2023-09-15"]
    texts = [FERRY, f"{FERRY} {FERRY_AGAIN}", FERRY_AGAIN]
    found = stories(
        article(name, text, published=day)
        for name, text, day in zip("abc", texts, days, strict=True)
    )
    assert found["a"] != found["c"]


def test_a_dated_section_tells_of_another_time() -> None:
    listed = f"{FERRY_AGAIN}\nMarch 2018: It sank on Thursday."
    assert together(article("a", f"{FERRY} It left on Sunday."), article("b", listed))


def test_what_may_be_of_any_time_joins_when_the_others_have_found_together() -> None:
    """Two voyages of one ferry: who does not say when is counted among the many."""
    first = [f"{FERRY} It left on Sunday.", f"{FERRY} It came on Sunday, too late for the fair."]
    second = f"{FERRY} On Tuesday it waited, on Wednesday and on Thursday it sailed."
    texts = [*first, f"{FERRY_AGAIN} All that on Sunday.", second, FERRY_AGAIN]
    found = stories(article(str(n), text) for n, text in enumerate(texts))
    assert found["0"] == found["1"] == found["2"] == found["4"] != found["3"]


# --- whom they tell of --------------------------------------------------------------------------


def arrests(player: str, town: str, *, days: int = 3) -> list[Article]:
    """Reports of the arrest of a player of the Bergen Otters."""
    texts = [
        f"Police in {town} arrested {player} of the Bergen Otters on suspicion of drunken driving.",
        f"The Bergen Otters said they know of the arrest of {player}, who was drunk, in {town}.",
        f"Suspicion of drunken driving: {player} of the Bergen Otters arrested by police in {town}.",
    ]
    rest = " The Otters' coach Tore Lind spoke of a bad season for the team and its defenders."
    return [article(f"{player} {n}", text + rest) for n, text in enumerate(texts[:days])]


def test_two_arrests_of_one_team_s_players_are_two_stories() -> None:
    found = stories([*arrests("Ole Dahlgren", "Voss"), *arrests("Nils Ferdinand", "Odda")])
    assert len(set(found.values())) == 2


def test_one_arrest_in_many_reports_is_one_story() -> None:
    again = [replace(a, id=f"again {a.id}") for a in arrests("Ole Dahlgren", "Voss")]
    assert together(*arrests("Ole Dahlgren", "Voss"), *again)


# --- order --------------------------------------------------------------------------------------


def test_the_order_of_articles_does_not_matter() -> None:
    articles = [
        article("a", FERRY),
        article("b", f"{FERRY_AGAIN} On Sunday."),
        article("c", TRIAL),
        article("d", f"{FERRY} On Thursday."),
        article("e", HARVEST, story="x"),
    ]
    first = stories(articles)
    assert all(stories(order) == first for order in permutations(articles))


WORDS = ["ferry", "captain", "Bergen", "engines", "jury", "fraud", "barley", "20 cars", "on Sunday"]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)


@settings(max_examples=50)
@given(st.lists(TEXTS, max_size=6), st.randoms())
def test_whatever_they_say_the_order_does_not_matter(
    texts: list[str], chance: random.Random
) -> None:
    articles = [article(str(n), text) for n, text in enumerate(texts)]
    shuffled = [replace(a) for a in articles]
    chance.shuffle(shuffled)
    assert stories(shuffled) == stories(articles)


def test_what_everybody_says_makes_no_story() -> None:
    """Nor does it take the time of every pair."""
    articles = [
        article(
            str(n), f"The weather stays fine. Topic{chr(97 + n % 26) * (4 + n // 26)} went well."
        )
        for n in range(51)
    ]
    assert len(set(stories(articles).values())) == len(articles)
