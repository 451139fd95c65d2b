"""What two values of a family are to each other: the same, closer, neighbours, apart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from claimcheck.claims.categories.families import FAMILIES, REGION_OF, REGIONS, wider_line
from claimcheck.claims.places import apart, is_place, nested

Relation = Literal["same", "refines", "near", "apart"]


def relation(family: str, one: str, other: str) -> Relation:
    """What two values of a family are to each other, whichever comes first.

    One refines the other where it is the closer word for it, or one more of several. What is not
    known to be apart is near."""
    if one == other:
        return "same"
    ones, others = one.split(", "), other.split(", ")
    if len(ones) > len(others):
        ones, others = others, ones
    best = [_closest(_single(family, a, b) for b in others) for a in ones]
    if len(others) == 1:
        return best[0]
    if all(found in ("same", "refines") for found in best):
        return "refines"
    return "apart" if set(best) == {"apart"} else "near"


def _closest(found: Iterable[Relation]) -> Relation:
    order: tuple[Relation, ...] = ("same", "refines", "near", "apart")
    return min(found, key=order.index)


def _single(family: str, one: str, other: str) -> Relation:
    if one == other:
        return "same"
    if family == "direction":
        return _turned(one, other)
    if family in ("residence", "place"):
        return _placed(one, other)
    if family == "address":
        blocks = sorted((one, other), key=len)
        whole = blocks[1].removesuffix(" block") == f"{blocks[0][:-2]}00"
        return "refines" if whole and blocks[0].isdecimal() else "apart"
    table = FAMILIES[family]
    ones, others = wider_line(table.under, one), wider_line(table.under, other)
    if one in others or other in ones:
        return "refines"
    pairs = {pair for a in ones for b in others for pair in ((a, b), (b, a))}
    if not pairs.isdisjoint(table.opposite):
        return "apart"
    shades = family == "colour" and not set(ones).isdisjoint(others)
    if shades or not pairs.isdisjoint(table.near):
        return "near"
    return table.unrelated


POINTS = (
    "north north-northeast northeast east-northeast east east-southeast southeast south-southeast "
    "south south-southwest southwest west-southwest west west-northwest northwest north-northwest"
).split()


def _turned(one: str, other: str) -> Relation:
    """Two directions by the angle between them: half a right angle is near."""
    turn = abs(POINTS.index(one) - POINTS.index(other)) % 16
    return "near" if min(turn, 16 - turn) <= 2 else "apart"


def _placed(one: str, other: str) -> Relation:
    """Two places, or parts of them: "central iran" lies in Iran, and not in its southeast."""
    (side, base), (other_side, other_base) = sided(one), sided(other)
    if base and other_base and base != other_base:
        return _lying(base, other_base)
    if not side or not other_side or side == other_side:
        return "refines"
    if "central" in (side, other_side):
        return "near"
    return _turned(side, other_side)


def sided(value: str) -> tuple[str, str]:
    if is_place(value) or value in REGION_OF or value in REGIONS:
        return "", value
    side, _, base = value.partition(" ")
    return (side, base) if side in POINTS or side == "central" else ("", value)


def _lying(one: str, other: str) -> Relation:
    ones, others = wider_line(REGION_OF, one), wider_line(REGION_OF, other)
    if one in others or other in ones:
        return "refines"
    if one not in REGION_OF and other not in REGION_OF and nested(one, other):
        return "refines"
    known = len(ones) > 1 and len(others) > 1
    return "apart" if known or apart(one, other) or apart(ones[-1], others[-1]) else "near"
