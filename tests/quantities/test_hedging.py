"""The words that hedge: every example of hedges.toml, and where a hedge begins and ends."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.quantities.hedges import Hedge
from claimcheck.quantities.hedging import hedge_before, hedge_behind, hedges_before
from claimcheck.quantities.numerals import fold
from claimcheck.quantities.quantity import Quantity
from claimcheck.quantities.reader import quantities

TABLE = tomllib.loads(
    files("claimcheck.quantities").joinpath("hedges.toml").read_text(encoding="utf-8")
)


def examples(kind: str) -> list[tuple[str, str]]:
    return [(hedge, sentence) for hedge, entry in TABLE.items() for sentence in entry[kind]]


def read(sentence: str) -> list[Quantity]:
    return [found for found in quantities(sentence) if isinstance(found, Quantity)]


# ------------------------------------------------------------------------ the examples of the table


@pytest.mark.parametrize(("hedge", "sentence"), examples("reads"))
def test_an_example_is_read_with_its_hedge(hedge: str, sentence: str) -> None:
    (found,) = read(sentence)
    assert found.hedge is Hedge(hedge)
    assert found.hedge_words


@pytest.mark.parametrize(("hedge", "sentence"), examples("refuses"))
def test_a_refused_example_has_another_hedge_or_none(hedge: str, sentence: str) -> None:
    found = read(sentence)
    assert found, "no number was read, so no hedge was looked for"
    assert Hedge(hedge) not in [quantity.hedge for quantity in found]


@pytest.mark.parametrize(
    ("hedge", "phrase"),
    [(hedge, phrase) for hedge, entry in TABLE.items() for phrase in entry.get("before", [])],
)
def test_every_phrase_before_a_number_is_read(hedge: str, phrase: str) -> None:
    (found,) = read(f"{phrase.capitalize()} 400 coaches were seen.")
    assert found.hedge is Hedge(hedge)
    assert found.hedge_words == phrase


@pytest.mark.parametrize(
    ("hedge", "phrase"),
    [(hedge, phrase) for hedge, entry in TABLE.items() for phrase in entry.get("behind", [])],
)
@pytest.mark.parametrize("measured", ["400 coaches", "400 km", "400"])
def test_every_phrase_behind_a_number_is_read(hedge: str, phrase: str, measured: str) -> None:
    (found,) = read(f"They saw {measured} {phrase}.")
    assert found.hedge is Hedge(hedge)


def test_the_table_is_in_order() -> None:
    assert set(TABLE) == {hedge.value for hedge in Hedge} - {Hedge.NONE.value}
    phrases = [p for entry in TABLE.values() for p in entry.get("before", [])]
    assert sorted(phrases) == sorted(set(phrases)), "a phrase has one meaning"
    for hedge, entry in TABLE.items():
        assert entry["reads"], hedge
        assert entry["refuses"], hedge
        assert set(entry.get("prepositions", [])) <= set(entry.get("before", [])), hedge


# ------------------------------------------------------------------------- where a hedge may stand


@pytest.mark.parametrize(
    ("sentence", "surface"),
    [
        ("It took about two days in all.", "about two days"),
        ("It has about 20 or more coaches.", "about 20 or more"),
        ("It has 20 or so coaches.", "20 or so"),
        ("It is 40 km or so off.", "40 km or so"),
        ("It is 20 km at least.", "20 km at least"),
        ("It has 20 coaches or so.", "20"),  # the noun is no part of its number
        ("It has almost a full day left.", "almost a full day"),
        ("It killed more than100 people.", "more than100"),
        ("It has no fewer than 20 coaches.", "no fewer than 20"),
    ],
)
def test_a_hedge_belongs_to_the_words_of_its_quantity(sentence: str, surface: str) -> None:
    (found,) = read(sentence)
    assert sentence[found.start : found.end] == surface


@pytest.mark.parametrize(
    ("sentence", "hedges"),
    [
        ("more than 1,000 km (600 miles)", [Hedge.MORE_THAN, Hedge.MORE_THAN]),
        ("about 1,000 km (over 600 miles)", [Hedge.ABOUT, Hedge.MORE_THAN]),
        ("1,000 km (about 600 miles)", [Hedge.NONE, Hedge.ABOUT]),
        ("more than 1,000 km, or 600 miles", [Hedge.MORE_THAN, Hedge.NONE]),
    ],
)
def test_a_hedge_reaches_over_a_conversion_in_brackets(sentence: str, hedges: list[Hedge]) -> None:
    assert [found.hedge for found in read(sentence)] == hedges


@pytest.mark.parametrize(
    ("sentence", "hedge", "words"),
    [
        # What may stand between a hedge and its number.
        ("almost a 20 km walk", Hedge.ALMOST, "almost"),
        ("nearly  20 km", Hedge.ALMOST, "nearly"),
        ("about\n20 km", Hedge.ABOUT, "about"),
        ("about\n    20 km", Hedge.ABOUT, "about"),
        ("more than\u00a020 km", Hedge.MORE_THAN, "more than"),
        ("more\nthan 20 km", Hedge.MORE_THAN, "more than"),
        ("(about 20 km)", Hedge.ABOUT, "about"),
        ("“about 20 km”", Hedge.ABOUT, "about"),
        ("cost about $20", Hedge.ABOUT, "about"),
        ("More Than 20 km", Hedge.MORE_THAN, "more than"),
        # The longest phrase wins.
        ("just over 20 km", Hedge.JUST_OVER, "just over"),
        ("not more than 20 km", Hedge.AT_MOST, "not more than"),
        ("no fewer than 20 km", Hedge.AT_LEAST, "no fewer than"),
        ("well over 20 km", Hedge.WELL_OVER, "well over"),
        # A negation turns a bound round.
        ("no faster than 40 mph", Hedge.AT_MOST, "no faster than"),
        # A bound stands around a hedge.
        ("up to about 90 km", Hedge.UP_TO, "up to about"),
        ("at least some 20 km", Hedge.AT_LEAST, "at least some"),
        ("about 20 km or more", Hedge.AT_LEAST, "about … or more"),
        ("roughly 20 or more coaches", Hedge.AT_LEAST, "roughly … or more"),
        ("almost 20 or more coaches", Hedge.AT_LEAST, "almost … or more"),
        # Behind the number, its unit or its noun.
        ("20 or so coaches", Hedge.ABOUT, "or so"),
        ("20 coaches or so", Hedge.ABOUT, "or so"),
        ("20 km at least", Hedge.AT_LEAST, "at least"),
        ("20 or fewer coaches", Hedge.AT_MOST, "or fewer"),
        ("20-plus coaches", Hedge.AT_LEAST, "plus"),
        ("20-odd coaches", Hedge.ODD, "odd"),
        # "over" and a time is a bound where something takes the time.
        ("it took over two days", Hedge.MORE_THAN, "over"),
        ("he was away for over two days", Hedge.MORE_THAN, "over"),
        ("in well over two days", Hedge.WELL_OVER, "well over"),
        ("Over two days have passed", Hedge.MORE_THAN, "over"),
        ("it goes over 20 km", Hedge.MORE_THAN, "over"),
    ],
)
def test_a_hedge_is_read(sentence: str, hedge: Hedge, words: str) -> None:
    (found,) = read(sentence)
    assert (found.hedge, found.hedge_words) == (hedge, words)


@pytest.mark.parametrize(
    "sentence",
    [
        # A preposition with an article: where, when or what about.
        "a bridge over the 20 km strait",
        "under a 20-year agreement",
        "up to the 20 km mark",
        "talks about a 20 km tunnel",
        # A time in which something went on.
        "met over two days",
        "talks were held over two days",
        "fell over the past two years",
        # Not next to the number.
        "about, as they say, 20 km",
        "about\n\n20 km",
        # Inside a word, or another word.
        "moreover 20 km",
        "a roundabout 20 km away",
        "20 km or somewhere",
        "20 km or more likely 5 miles",
        "20 km plus a bit",
    ],
)
def test_no_hedge_is_read(sentence: str) -> None:
    assert read(sentence)[0].hedge is Hedge.NONE


@pytest.mark.parametrize(
    ("sentence", "hedges"),
    [
        ("5 at most 6", [Hedge.NONE, Hedge.AT_MOST]),
        ("killed 20, at least 5 of them women", [Hedge.NONE, Hedge.AT_LEAST]),
        ("20 people at least one of them a child", [Hedge.NONE, Hedge.AT_LEAST]),
        ("20 or more than 20 km", [Hedge.NONE, Hedge.MORE_THAN]),
    ],
)
def test_a_hedge_between_two_numbers_belongs_to_one(sentence: str, hedges: list[Hedge]) -> None:
    assert [found.hedge for found in read(sentence)] == hedges


def test_words_of_another_number_are_left_to_it() -> None:
    text = "5 at most 6"
    assert hedge_before(text, 10) is not None
    assert hedge_before(text, 10, since=2) is not None
    assert hedge_before(text, 10, since=3) is None


@given(st.text(), st.data())
def test_any_text_gives_a_phrase_inside_it(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    position = data.draw(st.integers(0, len(folded)))
    for found in hedges_before(folded, position):
        assert 0 <= found.start < found.end <= position
    behind = hedge_behind(folded, position)
    assert behind is None or position <= behind.start < behind.end <= len(folded)
