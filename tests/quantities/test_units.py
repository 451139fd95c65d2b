"""Units: conversion, quotients, and what must hold of every unit."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.quantities.lexicon import lexicon
from claimcheck.quantities.units import (
    IncompatibleUnits,
    UnknownUnit,
    affine,
    base_unit,
    convert,
    quotient,
    unit,
)

UNITS = [entry.name for entry in lexicon().unit]


def test_money_is_known_as_money() -> None:
    assert unit("GBP").is_money
    assert unit("pence").is_money
    assert not unit("USD/oil_barrel").is_money
    assert not unit("pound").is_money


def test_every_base_unit_is_a_unit_of_its_dimension_with_factor_one() -> None:
    for dimension in {*lexicon().dimensions, *(entry.dimension for entry in lexicon().unit)}:
        base = unit(base_unit(dimension))
        assert (base.dimension, base.factor, base.offset) == (dimension, 1.0, 0.0)


@pytest.mark.parametrize("name", [name for name in UNITS if "/" in name])
def test_a_rate_in_the_table_equals_the_quotient_of_its_parts(name: str) -> None:
    over, _, under = name.rpartition("/")
    whole, parts = unit(name), unit(f"{over}/{under}")
    assert whole == parts
    composed = quotient(name)
    assert composed.dimension == whole.dimension
    assert math.isclose(composed.factor, whole.factor, rel_tol=1e-14)


@pytest.mark.parametrize(
    ("value", "old", "new", "expected"),
    [
        (40, "mile/hour", "kilometer/hour", 64.37376),
        (600, "mile", "kilometer", 965.6064),
        (1, "day", "hour", 24),
        (32, "degree_Fahrenheit", "degree_Celsius", 0),
        (300, "kelvin", "degree_Celsius", 26.85),
        (1, "mile/second", "kilometer/hour", 5793.6384),
        (24, "oil_barrel/day", "oil_barrel/hour", 1),
        (250, "pence", "GBP", 2.5),
        (25, "basis_point", "percentage_point", 0.25),
        (1, "decade", "year", 10),
        (math.inf, "mile", "kilometer", math.inf),
        (-math.inf, "degree_Celsius", "degree_Fahrenheit", -math.inf),
    ],
)
def test_conversion(value: float, old: str, new: str, expected: float) -> None:
    assert convert(value, old, new) == pytest.approx(expected, rel=1e-12, abs=1e-12)


def test_a_difference_of_temperatures_takes_no_offset() -> None:
    assert convert(9, "degree_Fahrenheit", "degree_Celsius", difference=True) == pytest.approx(5)


@pytest.mark.parametrize(
    ("old", "new"),
    [("mile", "hour"), ("USD", "EUR"), ("$", "USD"), ("degree", "degree_Celsius"), ("percent", "percentage_point"),
     ("foot*force_pound", "joule")],
)  # fmt: skip
def test_different_dimensions_do_not_convert(old: str, new: str) -> None:
    with pytest.raises(IncompatibleUnits) as raised:
        convert(1, old, new)
    assert isinstance(raised.value, ValueError)
    assert (raised.value.from_unit.name, raised.value.to_unit.name) == (old, new)


@pytest.mark.parametrize("name", ["carriage", "", "/", "mile/", "mile/carriage", "km", "mile**x"])
def test_an_unknown_unit_is_named(name: str) -> None:
    with pytest.raises(UnknownUnit) as raised:
        unit(name)
    assert isinstance(raised.value, KeyError)
    assert "unknown unit" in str(raised.value)
    with pytest.raises(UnknownUnit):
        base_unit("flavour")


def test_calendar_units_are_marked() -> None:
    calendar = {entry.name for entry in lexicon().unit if unit(entry.name).calendar}
    assert calendar == {
        "day", "week", "fortnight", "month", "year", "decade", "century", "millennium",
    }  # fmt: skip


names = st.sampled_from(UNITS)


@given(names, names, st.floats(-1e15, 1e15))
def test_a_conversion_there_and_back_changes_nothing(old: str, new: str, value: float) -> None:
    if unit(old).dimension != unit(new).dimension:
        return
    back = convert(convert(value, old, new), new, old)
    assert math.isclose(back, value, rel_tol=1e-12, abs_tol=1e-9)


@given(names, st.floats(allow_nan=False))
def test_a_unit_converts_to_itself_exactly(name: str, value: float) -> None:
    assert convert(value, name, name) == value
    assert convert(value, "", "") == value
    assert affine(name, name) == (1.0, 0.0)
