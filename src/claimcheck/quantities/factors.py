"""Factors of units: what pint says of every unit of units.toml, frozen in factors.json.

`python -m claimcheck.quantities.factors` asks pint again and rewrites factors.json, which is what
the lexicon reads: run it after each change of units.toml. Only here is pint imported, and nowhere
else in claimcheck.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from claimcheck.quantities.lexicon import Factor, source, unfolded

__all__ = ["freeze", "written"]


def freeze() -> dict[str, Factor]:
    """What pint says of every unit of units.toml: exact fractions, made floats at the end."""
    from fractions import Fraction

    import pint

    registry: Any = pint.UnitRegistry(non_int_type=Fraction)
    book = unfolded(source())
    asked = {entry.name: entry.pint or entry.name for entry in book.unit}

    def base(dimension: str) -> str:
        return book.dimensions.get(dimension) or "/".join(map(base, dimension.split("/")))

    factors: dict[str, Factor] = {}
    for entry in book.unit:
        one = registry.Quantity(registry.parse_expression(asked[entry.name]), None)
        basis = base(entry.dimension)
        of_base = registry.parse_expression(asked.get(basis, basis))
        ends = [registry.Quantity(n * one.magnitude, one.units).to(of_base.units) for n in (0, 1)]
        low, high = (Fraction(end.magnitude) / Fraction(of_base.magnitude) for end in ends)
        powers = sorted((name, int(power)) for name, power in one.dimensionality.items())
        factors[entry.name] = Factor(
            dimension=entry.dimension,
            dimensionality=" * ".join(n if p == 1 else f"{n} ** {p}" for n, p in powers),
            factor=float(high - low),
            offset=float(low),
        )
    return factors


def written(factors: dict[str, Factor]) -> str:
    """The text of factors.json: units.toml and `factors`, an entry a line in the order there."""
    lines = [f"{encoded(name)}:{encoded(factor)}" for name, factor in factors.items()]
    book = msgspec.to_builtins(source())
    rows = [
        f"{encoded(key)}:"
        + (
            "[\n" + ",\n".join(map(encoded, part)) + "\n]"
            if isinstance(part, list)
            else encoded(part)
        )
        for key, part in book.items()
    ]
    return (
        '{"lexicon":{\n' + ",\n".join(rows) + '\n},\n"factors":{\n' + ",\n".join(lines) + "\n}}\n"
    )


def encoded(part: Any) -> str:
    return msgspec.json.encode(part).decode()


if __name__ == "__main__":
    Path(__file__).with_name("factors.json").write_text(
        written(freeze()), encoding="utf-8", newline="\n"
    )
