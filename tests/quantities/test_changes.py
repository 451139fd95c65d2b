"""Changes: whether a number says how far something moved; every example of changes.toml."""

from __future__ import annotations

import pytest

from claimcheck.quantities.changes import FACTORS, Example, table

from .reading import Row, check, quantity, read

TABLE = table()
WAY = {"up": 1, "down": -1, None: 0}


def ways(up: str, down: str) -> dict[str, int]:
    return dict.fromkeys(up.split(), 1) | dict.fromkeys(down.split(), -1)


ALWAYS = ways(TABLE.up, TABLE.down)
MEASURED = ways(TABLE.measured["up"], TABLE.measured["down"])
BY = ways(TABLE.by["up"], TABLE.by["down"])


@pytest.mark.parametrize("example", TABLE.reads, ids=lambda example: example.text)
def test_an_example_says_its_way(example: Example) -> None:
    (found,) = read(example.text)[:1]
    assert len(read(example.text)) == 1
    assert found.change == WAY[example.way]


@pytest.mark.parametrize("example", TABLE.refuses, ids=lambda example: example.text)
def test_a_refused_example_says_no_way(example: Example) -> None:
    (found,) = read(example.text)
    assert found.change == 0


def test_the_table_is_in_order() -> None:
    listed = [
        *(TABLE.up.split() + TABLE.down.split()),
        *(TABLE.measured["up"].split() + TABLE.measured["down"].split()),
    ]
    assert sorted(listed) == sorted(set(listed)), "a word has one way"
    assert not set(FACTORS) & {*ALWAYS, *MEASURED, *BY}
    assert all(factor > 0 and factor != 1 for factor in FACTORS.values())
    assert all(example.way for example in TABLE.reads)
    assert {example.way for example in TABLE.refuses} == {None}


@pytest.mark.parametrize(("word", "way"), sorted((ALWAYS | MEASURED).items()))
def test_every_word_says_the_way_of_what_rises_and_falls(word: str, way: int) -> None:
    for sentence in (f"It {word} 3% at once.", f"It {word} by about 3% at once."):
        assert quantity(sentence).change == way
    assert quantity(f"It {word} to 3% at once.").change == 0


@pytest.mark.parametrize(("word", "way"), sorted(BY.items()))
def test_every_word_that_needs_by_says_its_way_with_it(word: str, way: int) -> None:
    assert quantity(f"It {word} by 3% at once.").change == way


@pytest.mark.parametrize(
    ("text", "way"),
    [
        # Only some things rise and fall with these verbs.
        ("It lost five games.", 0),
        ("It lost five points.", -1),
        ("It lost $5 once.", -1),
        ("It gained 3 km at once.", 0),
        ("It shed 200 jobs.", -1),
        ("It added 200 trees.", 0),
        # What is cut and what is cut by.
        ("It cut 3 trees.", 0),
        ("It cut the cost by 3 dollars.", 0),
        ("It was cut by 3 dollars.", -1),
        # "up" and "down" that belong to the verb.
        ("It picked up two bags.", 0),
        ("It is up two points.", 1),
        ("It broke down 3 times.", 0),
    ],
)
def test_a_verb_tells_a_change_of_some_things_alone(text: str, way: int) -> None:
    assert quantity(text).change == way


@pytest.mark.parametrize("word", sorted(FACTORS))
def test_every_factor_is_a_number(word: str) -> None:
    one = quantity(f"It {word} at once.")
    assert (one.stated, one.kind, one.unit, one.noun) == ((FACTORS[word],), "factor", None, "")
    assert one.change == (1 if FACTORS[word] > 1 else -1)


FACTOR_ROWS: list[Row] = [
    ("Sales |more than doubled| at once.", "up above 2, factor"),
    ("Sales |nearly tripled| at once.", "up 3, factor"),
    ("Sales |halved| at once.", "down 0.5, factor"),
    ("It rose |tenfold| at once.", "up 10, factor"),
    ("Sales |doubled| to |20| cars.", "up 2, factor; 20 (car)"),
]


@pytest.mark.parametrize(("row", "expected"), FACTOR_ROWS)
def test_a_factor_may_be_hedged(row: str, expected: str) -> None:
    check(row, expected)


@pytest.mark.parametrize(
    ("before", "way"),
    [
        ("It rose", 1),
        ("It rose by", 1),
        ("It rose by a further", 1),
        ("It is down another", -1),
        ("It rose to", 0),
        ("It rose and", 0),
        ("It is by", 0),
        ("It is", 0),
    ],
)
def test_what_may_stand_between_the_verb_and_its_number(before: str, way: int) -> None:
    assert quantity(f"{before} 3%.").change == way


@pytest.mark.parametrize(
    ("before", "way"), [("It fell", -1), ("It fell once more", -1), ("It rose again", 1)]
)
def test_the_verb_of_a_change_from_one_to_another_is_near(before: str, way: int) -> None:
    one = quantity(f"{before} from 30% to 20%.")
    assert (one.kind, one.change) == ("change", way)
