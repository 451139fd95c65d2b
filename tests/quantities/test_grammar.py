"""The small words of the grammar: every example of grammar.toml."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from _pytest.mark import ParameterSet

from claimcheck.quantities.grammar import either, hedging_prefixes, table, words
from claimcheck.quantities.hedges import Hedge
from claimcheck.quantities.reader import Quantity, quantities

from .reading import number, read, said

TABLE = table()
LISTS = {"reads", "refuses", "hedging"}

# Examples of the table that are not true today.
GAPS: set[str] = set()

KINDS = {"odds": "share"}


def examples(kind: str) -> Iterator[ParameterSet]:
    for name, row in TABLE.items():
        for text in row[kind]:
            marks = [pytest.mark.xfail] if text in GAPS else []
            facts = (text,) if kind == "reads" else (name, text)
            yield pytest.param(*facts, marks=marks, id=f"{name}: {text}")


def stated(outcome: Quantity) -> str:
    return " ".join([*map(number, outcome.stated), outcome.name]).strip()


@pytest.mark.parametrize("example", list(examples("reads")))
def test_an_example_is_read_as_behind_its_arrow(example: str) -> None:
    text, _, expected = example.partition(" → ")
    outcomes = quantities(text)
    assert [stated(one) for one in outcomes if isinstance(one, Quantity)] == expected.split(", ")
    assert len(outcomes) == len(read(text))


@pytest.mark.parametrize(("name", "text"), list(examples("refuses")))
def test_a_refused_example_holds_no_such_quantity(name: str, text: str) -> None:
    """What a row refuses is any quantity, unless it makes those of one kind."""
    kind = KINDS.get(name)
    assert [said(one) for one in read(text) if kind in (None, one.kind)] == []


@pytest.mark.parametrize("name", TABLE)
def test_every_row_has_words_and_examples(name: str) -> None:
    row = TABLE[name]
    assert row["reads"]
    assert LISTS - {"hedging"} <= set(row)
    for key in set(row) - LISTS:
        if isinstance(row[key], list):  # of phrases
            continue
        found = row[key].split()
        assert words(name, key) == set(found), key
        assert len(found) == len(set(found)), f"a word twice in {name}.{key}"


def test_a_prefix_that_hedges_has_a_kind() -> None:
    for prefix, kind in hedging_prefixes().items():
        (one,) = quantities(f"a {prefix}-500 road")
        assert isinstance(one, Quantity)
        assert one.hedge is Hedge(kind)


def test_the_longest_of_several_words_is_tried_first() -> None:
    assert either({"a", "an", "and"}) == "and|an|a"
    assert either(["b", "a"]) == "a|b"
