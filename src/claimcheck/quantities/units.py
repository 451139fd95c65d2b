"""Units: how one turns into another, by the frozen factors of the lexicon."""

from __future__ import annotations

from functools import cache, lru_cache

from claimcheck.errors import ClaimcheckError
from claimcheck.quantities.lexicon import Unit, catalogue

__all__ = [
    "Unit",
    "UnknownUnit",
    "IncompatibleUnits",
    "unit",
    "base_unit",
    "quotient",
    "affine",
    "convert",
]


class UnknownUnit(ClaimcheckError, KeyError):
    """No unit, or no dimension, has this `name`."""

    def __init__(self, name: str) -> None:
        super().__init__(f"unknown unit {name!r}", next_step="Add it to quantities/units.toml")
        self.name = name


class IncompatibleUnits(ClaimcheckError, ValueError):
    """The two units measure different things, or are different countries' money."""

    def __init__(self, from_unit: Unit, to_unit: Unit) -> None:
        said = (f"{unit.name} ({unit.dimension})" for unit in (from_unit, to_unit))
        super().__init__("cannot convert " + " to ".join(said))
        self.from_unit, self.to_unit = from_unit, to_unit


@lru_cache(4096)
def unit(name: str) -> Unit:
    """The unit of this name, a quotient such as "oil_barrel/day", or a power such as "second**2".

    Raises UnknownUnit.
    """
    return catalogue().units.get(name) or quotient(name)


def quotient(name: str) -> Unit:
    """The unit "A/B" made from A and B: a mile/second is a speed, a ton/week just "mass/time".

    A product below the line is in brackets, as pint wants it: "EUR/(kilowatt*hour)".
    """
    above, slash, below = name.rpartition("/")
    if not slash:
        return power(name)
    over, under = unit(above), unit(below.removeprefix("(").removesuffix(")"))
    parts = f"{over.dimension}/{under.dimension}"
    dimension = catalogue().quotients.get(parts, parts)
    base_over, _, base_under = base_unit(dimension).rpartition("/")
    base = unit(base_over).factor / unit(base_under).factor
    return Unit(name, dimension, over.factor / under.factor / base)


def power(name: str) -> Unit:
    """The unit "A**n" where the table has none: "second**2" measures "time**2"."""
    one, stars, exponent = name.rpartition("**")
    if not stars or not exponent.isdigit():
        raise UnknownUnit(name)
    root = unit(one)
    return Unit(name, f"{root.dimension}**{exponent}", root.factor ** int(exponent))


def base_unit(dimension: str) -> str:
    """The name of the unit that a dimension's values are compared in. Raises UnknownUnit."""
    if (base := catalogue().bases.get(dimension)) is not None:
        return base
    over, slash, under = dimension.rpartition("/")
    if slash:
        return f"{base_unit(over)}/{base_unit(under)}"
    root, stars, exponent = dimension.rpartition("**")
    if not stars:
        raise UnknownUnit(dimension)
    return f"{base_unit(root)}**{exponent}"


@cache
def affine(from_unit: str, to_unit: str) -> tuple[float, float]:
    """(factor, offset): `value * factor + offset` turns `from_unit` into `to_unit`, also in bulk.

    Raises UnknownUnit, or IncompatibleUnits where the dimensions differ.
    """
    old, new = unit(from_unit), unit(to_unit)
    if old.dimension != new.dimension:
        raise IncompatibleUnits(old, new)
    return old.factor / new.factor, (old.offset - new.offset) / new.factor


def convert(value: float, from_unit: str, to_unit: str, *, difference: bool = False) -> float:
    """`value` of `from_unit` in `to_unit`; infinities stay what they are, and so does what is in
    its unit already, be that "", of a bare count.

    A `difference` of temperatures ("2 degrees Celsius warmer") takes no offset. Raises as `affine`.
    """
    if from_unit == to_unit:
        return value
    factor, offset = affine(from_unit, to_unit)
    return value * factor if difference else value * factor + offset
