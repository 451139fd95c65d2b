"""Profiles: the words that say what an article is about."""

from __future__ import annotations

from typing import Any

import pytest

from claimcheck.articles.article import Article
from claimcheck.claims.profiles import TERMS, Profile, profiles

FERRY = (
    "The ferry Aurora left Bergen on Sunday with 340 passengers. The captain was Ingrid Solheim."
)


def profile(text: str, **told: Any) -> Profile:
    [made] = profiles([Article("a", text, **told)])
    return made


def test_names_and_rare_words_come_first() -> None:
    terms = list(profile(FERRY).terms)
    assert set(terms[:4]) == {"aurora", "bergen", "ingrid", "solheim"}
    assert terms.index("ferry") < terms.index("passenger")


@pytest.mark.parametrize("word", ["the", "with", "sunday", "on"])
def test_grammar_and_weekdays_are_no_terms(word: str) -> None:
    assert word not in profile(FERRY).terms


def test_a_figure_is_a_term_with_the_noun_behind_it() -> None:
    assert "340 pass" in profile(FERRY).terms


def test_endings_do_not_matter() -> None:
    assert profile("Ferries collided.").terms == profile("Ferry collides.").terms


def test_the_heroes_are_the_names_of_the_lead() -> None:
    late = " It rained all day, and nobody was on deck." * 12 + " The cook was Per Aasen."
    assert profile(FERRY + late).heroes == {"aurora", "bergen", "ingrid", "solheim"}


def test_a_dated_section_is_of_another_event() -> None:
    assert "iceberg" not in profile(f"{FERRY}\nMarch 2018: An iceberg sank it.").terms


def test_time_is_known_by_the_date_or_by_weekdays() -> None:
    found = profile(FERRY, published="2023-09-12T23:00")
    assert str(found.published) == "2023-09-12"
    assert found.weekdays == {6}


def test_terms_are_so_many_at_most_and_of_length_one_at_most() -> None:
    text = " ".join(f"Topic{'abcdefghij'[n % 10]}{'klmnopqrst'[n // 10]}x" for n in range(99))
    terms = profile(f"They said {text}.").terms
    assert len(terms) == TERMS
    assert sum(w * w for w in terms.values()) < 1


def test_nothing_has_an_empty_profile() -> None:
    assert profile("").terms == {}
    assert profiles([]) == []
