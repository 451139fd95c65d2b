"""The table of categories: every family reads its examples, and nothing else."""

from __future__ import annotations

import pytest

from claimcheck.claims.categories.families import FAMILIES, Family, Said

from .said import mentions

EXAMPLES = [(name, said) for name, family in FAMILIES.items() for said in family.said]
NOTHING = [(name, text) for name, family in FAMILIES.items() for text in family.nothing]


@pytest.mark.parametrize(
    ("family", "said"), [pytest.param(f, s, id=f"{f}: {s.text}") for f, s in EXAMPLES]
)
def test_every_family_reads_what_it_says(family: str, said: Said) -> None:
    found = mentions(said.text, family)
    (own,) = {m.value for m in found if (m.subject, m.part) == (said.subject, said.part)}
    assert own == said.value
    assert said.negative in {m.negative for m in found}


@pytest.mark.parametrize(
    ("family", "text"), [pytest.param(f, t, id=f"{f}: {t}") for f, t in NOTHING]
)
def test_every_family_leaves_alone_what_it_says(family: str, text: str) -> None:
    assert mentions(text, family) == []


@pytest.mark.parametrize("family", FAMILIES.values(), ids=FAMILIES)
def test_every_family_has_examples_of_both_kinds(family: Family) -> None:
    assert family.said
    assert family.nothing


@pytest.mark.parametrize("family", FAMILIES.values(), ids=FAMILIES)
def test_tables_speak_of_values_that_there_are(family: Family) -> None:
    pairs = [*family.under.items(), *family.near, *family.opposite]
    assert {value for pair in pairs for value in pair} - set(family.words) == set()


@pytest.mark.parametrize("family", FAMILIES.values(), ids=FAMILIES)
def test_no_word_has_two_values(family: Family) -> None:
    words = [w for v, said in family.words.items() for w in {v, *said.split(", ")} if w]
    assert sorted(words) == sorted(set(words))
