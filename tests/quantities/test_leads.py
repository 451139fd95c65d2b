"""Leads: what stands before a number and belongs to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.quantities.hedges import Hedge
from claimcheck.quantities.leads import word_before
from claimcheck.quantities.numerals import fold

from .reading import Row, check, quantity, read

SIGNS: list[Row] = [
    ("It was |-5°C| there.", "-5 degree_Celsius"),
    ("It was |−5°C| there.", "-5 degree_Celsius"),
    ("It was |minus 5°C| there.", "-5 degree_Celsius"),
    ("It was |below -20°C| there.", "below -20 degree_Celsius"),
    ("It was |3 degrees below zero| there.", "-3 degree"),
    ("It was |20 below zero| there.", "-20 degree"),
    ("It stood at |-5| then.", "-5"),
    ("It stood at |minus five| then.", "-5"),
    ("(|-5|)", "-5"),
    ("It paid |$-99| then.", "-99 $"),
    ("It paid |-$99| then.", "-99 $"),
    ("It paid |- $99| then.", "-99 $"),
    ("It closed |-1.3%| then.", "down -1.3 percent"),
    ("It closed |+2%| then.", "up 2 percent"),
    # The dash of a list is no minus.
    ("Packed:\n- |20| coins", "20 (coin)"),
]


@pytest.mark.parametrize(("row", "expected"), SIGNS)
def test_a_sign_belongs_to_its_number(row: str, expected: str) -> None:
    check(row, expected)


HEDGES: list[Row] = [
    ("It has |about 20| coaches.", "about 20 (coach)"),
    ("It has |some 20| coaches.", "about 20 (coach)"),
    ("It has |an estimated 20| coaches.", "about 20 (coach)"),
    ("It has |~20| coaches.", "about 20 (coach)"),
    ("|Nearly 20| came.", "about 20"),
    ("It has |more than 20| coaches.", "above 20 (coach)"),
    ("It has |more than\u00a020| coaches.", "above 20 (coach)"),
    ("It has |more than20| coaches.", "above 20 (coach)"),
    ("It has |>20| coaches.", "above 20 (coach)"),
    ("It has |≥ 20| coaches.", "above 20 (coach)"),
    ("|Well over 20| came.", "above 20"),
    ("|No fewer than 20| came.", "above 20"),
    ("|Fewer than 20| came.", "below 20"),
    ("|Not more than 20| came.", "below 20"),
    ("|As many as 20| came.", "below 20"),
    ("|Up to 20| came.", "below 20"),
    ("It has |up to about 90| coaches.", "below 90 (coach)"),
    ("A |sub-500 km| road.", "below 500 kilometer"),
    ("It is |more than a dozen| now.", "above 12"),
    ("It cost |about $5m| then.", "about 5000000 $"),
    # Not the number's: the preposition of a place or a time, or a word of another number.
    ("Under the |20| trees it slept.", "20 (tree)"),
    ("Talks went on over the past |two years|.", "2 year"),
    ("|20|, about as many as before, came.", "20"),
]


@pytest.mark.parametrize(("row", "expected"), HEDGES)
def test_a_hedge_stands_in_front(row: str, expected: str) -> None:
    check(row, expected)


@pytest.mark.parametrize(
    ("text", "hedges", "words"),
    [
        ("up to about 90 cars", (Hedge.UP_TO, Hedge.ABOUT), "up to about"),
        ("about 20 or more cars", (Hedge.ABOUT, Hedge.AT_LEAST), "about … or more"),
        ("about 20 cars", (Hedge.ABOUT,), "about"),
        ("20-odd cars", (Hedge.ODD,), "odd"),
        ("20 cars", (), ""),
    ],
)
def test_the_outermost_hedge_stands_first(text: str, hedges: tuple[Hedge, ...], words: str) -> None:
    one = quantity(text)
    assert (one.hedges, one.hedge_words) == (hedges, words)


CHANGES: list[Row] = [
    ("Sales rose |3%| at once.", "up 3 percent"),
    ("Sales rose by |3%| at once.", "up 3 percent"),
    ("It fell by |more than 20| points.", "down above 20 (point)"),
    ("It grew |about 2 percent| then.", "up 2 percent"),
    ("It is down another |5 cents| now.", "down 5 cent"),
    ("It fell a further |5 cents| then.", "down 5 cent"),
    ("It fell |1.5 percentage points| then.", "down 1.5 percentage_point"),
    ("It rose |25 basis points| then.", "up 25 basis_point"),
    ("It lost |100| points, or |0.6%|, then.", "down 100 (point); down 0.6 percent"),
    # Where it stands now is no change.
    ("Sales rose to |30| units.", "30 (unit)"),
    ("It rose |3%| to |40 million| units.", "up 3 percent; 40000000 (unit)"),
    ("It is |up to 40 percent| now.", "below 40 percent"),
    ("It fell to |20| from |30| then.", "20; 30"),
]


@pytest.mark.parametrize(("row", "expected"), CHANGES)
def test_a_verb_of_change_in_front_says_the_way(row: str, expected: str) -> None:
    check(row, expected)


# ----------------------------------------------------------------------------- the word in front


@pytest.mark.parametrize(
    ("before", "word"),
    [
        ("about ", "about"),
        ("more  than ", "than"),
        ("it is\n", "is"),
        ("ca. ", "ca."),
        ("a (", "("),
        ("a -", "-"),
        ("cost: ", ":"),
        ("", ""),
        (" ", ""),
    ],
)
def test_the_word_before_a_number(before: str, word: str) -> None:
    assert word_before(f"{before}20", len(before), 0) == word


def test_no_word_is_taken_from_another_number() -> None:
    text = "20 about 30"
    assert word_before(text, 9, 0) == "about"
    assert word_before(text, 9, 9) == ""
    assert [one.hedge for one in read(text)] == [Hedge.NONE, Hedge.ABOUT]


@given(st.text(), st.data())
def test_the_word_before_any_place_is_there(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    position = data.draw(st.integers(0, len(folded)))
    since = data.draw(st.integers(0, position))
    assert word_before(folded, position, since) in folded[since:position]
