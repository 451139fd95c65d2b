"""Ages that are said without a unit: every example of ages.toml."""

from __future__ import annotations

import pytest

from claimcheck.quantities.ages import Example, table

from .reading import read

TABLE = table()


@pytest.mark.parametrize("example", TABLE.reads, ids=lambda example: example.text)
def test_an_example_tells_an_age(example: Example) -> None:
    assert example.age is not None
    (found,) = (one for one in read(example.text) if one.kind == "age")
    assert (found.stated, found.name) == ((example.age,), "year")


@pytest.mark.parametrize("example", TABLE.refuses, ids=lambda example: example.text)
def test_a_refused_example_tells_none(example: Example) -> None:
    assert example.age is None
    assert "age" not in [found.kind for found in read(example.text)]
