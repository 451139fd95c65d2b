"""Clauses: the stretch of a sentence that one verb governs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.claims.clauses import REACH, Clauses, words, words_behind
from claimcheck.quantities.numerals import fold


def clause(text: str, value: str) -> str:
    """The clause of a sentence that holds the first `value`, without space around it."""
    folded = fold(text)
    start = folded.index(value)
    found = Clauses(folded, 0, len(folded)).at(start, start + len(value))
    return text[found.start : found.end].strip()


# --- words --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the slow train left", ["the", "slow", "train", "left"]),
        # Numbers and signs are no words.
        ("about 50km/h, 20 carriages!", ["about", "km", "h", "carriages"]),
        # A possessive ending is none, and no part of its word; a contraction is one word.
        ("kim’s train, kim's trains’", ["kim", "train", "kim", "trains"]),
        ("it didn’t, he can't", ["it", "didn’t", "he", "can't"]),
        ("a three-train convoy", ["a", "three-train", "convoy"]),
        ("the u.s. in são paulo", ["the", "u.s", "in", "são", "paulo"]),
        ("", []),
    ],
)
def test_words(text: str, said: list[str]) -> None:
    found = words(text, 0, len(text))
    assert [w.text for w in found] == said
    assert [text[w.start : w.end] for w in found] == said


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("20| armoured train carriages.", "armoured train carriages"),
        ("20| cars, and more", "cars"),
        ("one| of the most secretive leaders", "of the most secretive leaders"),
        ("20|-carriage train", "carriage train"),
        ("20|\ncars", "cars"),
        ("20|", ""),
        ("20| of Ada’s cars", "of ada’s cars"),
        ("20| a b c d e f", "a b c d e"),
    ],
)
def test_the_words_behind_a_number(text: str, behind: str) -> None:
    position, folded = text.index("|"), fold(text.replace("|", ""))
    found = words_behind(folded, position)
    assert " ".join(word.text for word in found) == behind
    assert all(folded[word.start : word.end] == word.text for word in found)


# --- where a clause ends ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value", "said"),
    [
        # One clause: nothing ends it.
        ("The train has 20 carriages.", "20", "The train has 20 carriages."),
        ("It has 20 carriages and 12 cars.", "12", "It has 20 carriages and 12 cars."),
        # A conjunction with a subject of its own behind it.
        ("It goes at 50 km/h, and the trip is 900 km.", "50", "It goes at 50 km/h"),
        ("It goes at 50 km/h, and the trip is 900 km.", "900", "the trip is 900 km."),
        ("He left at 5, but she left at 6.", "6", "she left at 6."),
        ("They had 5 or they had 6.", "6", "they had 6."),
        # A subordinate clause.
        ("It has 20 cars, which took 3 days.", "20", "It has 20 cars"),
        ("It has 20 cars, which took 3 days.", "3", "which took 3 days."),
        ("It had 20 while another had 30.", "30", "while another had 30."),
        ("He took 2 days because the way is 900 km.", "2", "He took 2 days"),
        # Signs.
        ("It has 20 cars; it took 2 days.", "2 days", "it took 2 days."),
        ("The train – it has 20 cars – took 2 days.", "20", "it has 20 cars"),
        ("The train - it has 20 cars - left.", "20", "it has 20 cars"),
        ("April 24: the trip took 2 days.", "2 days", "the trip took 2 days."),
        # What is reported.
        ("They said that it took 2 days.", "2", "it took 2 days."),
        ("He left on Friday, as they said at 5.", "friday", "He left on Friday"),
        # Nothing ends inside a value.
        ("It took 2 days and the rest.", "2 days and the", "It took 2 days and the rest."),
        # A colon or a dash inside a number ends nothing, nor does a hyphen inside a word.
        ("It left at 10:30 with 20 cars.", "20", "It left at 10:30 with 20 cars."),
        ("In 2018–2019 it took 2 days.", "2 days", "In 2018–2019 it took 2 days."),
        ("A three-train convoy has 90 cars.", "90", "A three-train convoy has 90 cars."),
    ],
)
def test_the_clause_of_a_value(text: str, value: str, said: str) -> None:
    assert clause(text, value) == said


def test_a_clause_knows_its_words_and_those_of_its_sentence() -> None:
    text = "the journey, which took 2 days, was long"
    sentence = Clauses(text, 0, len(text))
    start = text.index("2")
    found = sentence.at(start, start + 1)
    assert [w.text for w in found.own(end=start)] == ["which", "took"]
    assert [w.text for w in found.own(start=start)] == ["days", "was", "long"]
    assert [w.text for w in found.back(start)] == ["the", "journey", "which", "took"]
    assert found.text == "which took 2 days, was long"


def test_vetoes_see_a_mark_where_the_value_stands() -> None:
    text = "the trip took 2 days at least"
    found = Clauses(text, 0, len(text)).at(14, 20)
    assert found.around(14, 20) == "the trip took N at least"


def test_the_rest_of_the_article_is_no_part_of_a_sentence() -> None:
    text = "he left. it took 2 days. she stayed."
    found = Clauses(text, 9, 24).at(17, 18)
    assert (found.start, found.end) == (9, 24)
    assert [w.text for w in found.own()] == ["it", "took", "days"]


def test_nothing_further_than_its_reach_speaks_of_a_value() -> None:
    text = "word " * 1000 + "20 " + "word " * 1000
    start = text.index("20")
    found = Clauses(text, 0, len(text)).at(start, start + 2)
    assert start - REACH <= found.start
    assert found.end <= start + 2 + REACH
    # It begins and ends with whole words.
    assert found.text.split()[0] == found.text.split()[-1] == "word"


@given(
    st.text(alphabet="ab ,;-’'.:andthewhich0123456789", max_size=300).map(fold),
    st.integers(0, 300),
    st.integers(0, 10),
)
def test_a_clause_holds_its_value_and_lies_in_its_sentence(
    text: str, start: int, length: int
) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    found = Clauses(text, 0, len(text)).at(start, end)
    assert 0 <= found.start <= start <= end <= found.end <= len(text)
    assert all(found.start <= w.start < w.end <= found.end for w in found.own())
