"""Factors: the frozen table is what pint says, and conversion agrees with it."""

from __future__ import annotations

import math
from importlib.resources import files
from typing import Any

import pint
import pytest

from claimcheck.quantities import factors
from claimcheck.quantities.lexicon import Entry, lexicon
from claimcheck.quantities.units import (
    base_unit,
    convert,
)

UNITS = [entry.name for entry in lexicon().unit]


@pytest.fixture(scope="module")
def registry() -> pint.UnitRegistry[float]:
    return pint.UnitRegistry()


def asked(registry: pint.UnitRegistry[float], entry: Entry, value: float) -> Any:
    said: Any = registry.Quantity(registry.parse_expression(entry.pint or entry.name), None)
    return registry.Quantity(value * said.magnitude, said.units)


@pytest.mark.parametrize("entry", lexicon().unit, ids=lambda entry: entry.name)
def test_conversion_agrees_with_pint(registry: pint.UnitRegistry[float], entry: Entry) -> None:
    base = base_unit(entry.dimension)
    basis = asked(registry, next(row for row in lexicon().unit if row.name == base), 1.0) if (
        base in UNITS
    ) else registry.Quantity(1.0, base)  # fmt: skip
    for value in (1.0, 40.0, 1234.5, -17.0):
        expected = asked(registry, entry, value).to(basis.units).magnitude / (
            1.0 if entry.dimension == "temperature" else basis.magnitude
        )
        assert math.isclose(
            convert(value, entry.name, base), expected, rel_tol=1e-12, abs_tol=1e-12
        )


def test_the_frozen_table_is_what_pint_says() -> None:
    committed = files("claimcheck.quantities").joinpath("factors.json").read_text("utf-8")
    assert factors.written(factors.freeze()) == committed, (
        "run python -m claimcheck.quantities.factors and commit factors.json"
    )


def test_a_dimension_of_ours_lies_in_one_of_pint() -> None:
    of_pint: dict[str, set[str]] = {}
    for factor in factors.freeze().values():
        of_pint.setdefault(factor.dimension, set()).add(factor.dimensionality)
    assert [name for name, several in of_pint.items() if len(several) > 1] == []
