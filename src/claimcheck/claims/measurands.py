"""Measurands: what a value is a value of, whether a rule pack or the words around it say so."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

Stability: TypeAlias = Literal["standing", "event", "cumulative", "varying"]
Tie: TypeAlias = Literal["key", "named", "event", "subject", "place", "words"]


class Measurand(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An attribute, as claims carry it (VIM: the quantity intended to be measured).

    `id` is the attribute's id and `label` its name for people. Values are compared in `unit`; a
    count has none. `dimension` is that of the unit or, of other kinds of value, `count`, `when` (a
    time of an implied week), `date`, `clock`, `score`, `category` or `money:USD`. `event` is the
    kind of event that a value belongs to. A `cumulative` measurand grows while its event goes on,
    a `varying` one changes as it likes. `tie` is what holds two claims of it to one thing: their
    `key` alone, as a rule pack reads it, or as what they name tells it without a pack; or else the
    event that their articles tell, their subject, the place that they are counted from, or nothing
    but their words (grouping.py). Values that differ by no more than `tolerance`, a share of the
    greater, do not contradict each other.
    """

    id: str
    label: str
    dimension: str = "count"
    unit: str = ""
    event: str = ""
    stability: Stability = "event"
    tie: Tie = "key"
    tolerance: float = 0.0

    @property
    def open(self) -> bool:
        """Whether the words around a value said what it is of, and no key."""
        return self.tie not in ("key", "named")

    @property
    def proportional(self) -> bool:
        """Whether a share of a value means anything: of no day, hour, temperature or category."""
        return self.dimension not in _NO_RATIO


_NO_RATIO = frozenset(("when", "date", "clock", "temperature", "score", "category"))


def tie_of(one: Measurand, other: Measurand) -> Tie:
    """What may hold two claims to one thing: their words, if one of them has no more."""
    return one.tie if one.tie == other.tie else "words"


def stability_of(one: Measurand, other: Measurand) -> Stability:
    """The less steady of two: what changes in one article's words changes in both's."""
    return max(one.stability, other.stability, key=_STEADY.index)


_STEADY: tuple[Stability, ...] = ("standing", "event", "cumulative", "varying")
