"""Contexts: what stands around a value."""

from __future__ import annotations

import pytest

from claimcheck.claims.contexts import Context

from .reading import open_claims


def context(text: str, nth: int = 0) -> Context:
    return open_claims(text)[nth].context


@pytest.mark.parametrize(
    ("text", "bearer"),
    [
        ("Grace Hopper ran for 140 yards.", "@hopper"),
        ("Grace Hopper won. She ran for 140 yards.", "@hopper"),
        ("Grace Hopper's 140 yards were a record.", "@hopper"),
        ("Grace Hopper III ran for 140 yards.", "@hopper"),
        ("With Grace Hopper away, the team ran for 140 yards.", ""),
        ("The team ran for 140 yards.", ""),
    ],
)
def test_who_bears_a_value(text: str, bearer: str) -> None:
    assert context(text).bearer == bearer


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Another 20 people were hurt.", {"another"}),
        ("Two of the bridges fell.", {"of the"}),
        ("One of the quakes had a magnitude of 7.3.", {"one of"}),
        ("There were 20 bridges.", set()),
        # How badly people were hurt tells some of them; how badly a house was, does not.
        ("20 people were seriously injured.", {"badly"}),
        ("20 people suffered minor injuries.", {"slightly"}),
        ("20 homes were badly damaged.", set()),
    ],
)
def test_what_makes_a_value_a_part(text: str, parts: set[str]) -> None:
    assert set(open_claims(text)[-1].context.parts) == parts


@pytest.mark.parametrize(
    ("text", "complement"),
    [
        ("Grace Hopper spent four seasons as a coach.", "as coach"),
        ("Grace Hopper had nine carries against Oakford.", "against oakford"),
        ("Grace Hopper had nine carries.", ""),
    ],
)
def test_what_a_preposition_adds(text: str, complement: str) -> None:
    assert context(text).complement == complement


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The raids in Oakford went on. Seven people died in those raids.", {"@oakford"}),
        ("The raids in Oakford went on. Seven people died in those floods.", set()),
    ],
)
def test_where_what_the_sentence_before_told_was(text: str, places: set[str]) -> None:
    assert set(open_claims(text)[-1].context.places) == places


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("It cut 52 percent of traffic in Egypt.", {"@egypt"}),
        ("It cut 52 percent, Egypt said.", set()),
    ],
)
def test_what_narrows_a_value(text: str, qualifiers: set[str]) -> None:
    assert set(context(text).qualifiers) == qualifiers


def test_the_nearest_words_weigh_most_and_names_are_marked() -> None:
    terms = context("A market in Oakford, where 20 stalls burned down slowly, was closed.").terms
    assert terms["burn"] > terms["slowly"] > terms["clos"]
    assert "@oakford" in terms


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("On 5 May 2019 the quake killed 20 people.", True),
        ("The quake killed 20 people, she said on 5 May 2019.", False),
        ("The quake killed 20 people.", False),
    ],
)
def test_the_day_of_a_clause_is_not_that_on_which_somebody_spoke(text: str, dated: bool) -> None:
    [kill] = open_claims(text, "kill")
    assert (kill.context.when is not None) is dated


def test_an_attributive_value_is_that_of_a_noun() -> None:
    assert context("It was an 86-yard run.").attributive
    assert not context("He ran for 86 yards.").attributive
