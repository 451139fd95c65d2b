"""The record of a quantity: what `claimcheck quantities` prints of it (design.md 6)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Literal, TypeAlias

import msgspec

from claimcheck.quantities.quantity import Bound, Quantity, Refused
from claimcheck.quantities.reader import Moment, Outcome

End: TypeAlias = float | str | None


class Record(msgspec.Struct, frozen=True):
    """A quantity, date or time said at `[start, end)` of a document's file.

    `value` and `unit` are as stated: words and million spelled out, nothing converted; of a range
    or a change both numbers. `unit` is a pint expression, an ISO 4217 code, "percent", "date", or
    "" for a count, whose noun is `noun`; a dollar whose country is not said counts as USD. A date
    is an ISO day, or the first and the last; a time its minutes; null where the text does not
    tell, as of "a few" or of "last June" without a reference day. `hard` and `core` are in `unit`
    (semantics.md 1), null where open.
    """

    start: int
    end: int
    surface: str
    value: float | str | tuple[float | str, float | str] | None
    unit: str
    bound: Bound
    noun: str
    type: Literal["quantity", "date", "duration", "ordinal", "time"]
    hedge: str
    hard: tuple[End, End]
    core: tuple[End, End]


class Line(msgspec.Struct, frozen=True):
    """One document: its quantities in order, and how many numbers were set aside, by reason."""

    id: str
    quantities: list[Record]
    set_aside: dict[str, int]


Spans: TypeAlias = Callable[[int, int], tuple[int, int]]
"""From a span of the text that was read to the span that is written."""


def _as_read(start: int, end: int) -> tuple[int, int]:
    return start, end


def line(id_: str, text: str, outcomes: Iterable[Outcome], spans: Spans = _as_read) -> Line:
    """The line of the document `id_`, whose prose is `text`."""
    records: list[Record] = []
    aside: Counter[str] = Counter()
    for outcome in outcomes:
        if isinstance(outcome, Refused):
            aside[outcome.reason] += 1
        elif isinstance(outcome, Quantity):
            records.append(_quantity(text, outcome, spans))
        else:
            records.append(_moment(text, outcome, spans))
    return Line(id_, records, dict(sorted(aside.items())))


# Words for a number that name a power of ten stand for an interval, a couple for two; of "a few"
# and "several" no number is said.
_NAMED = frozenset(("tens", "dozens", "scores", "hundreds", "thousands"))


def _quantity(text: str, quantity: Quantity, spans: Spans) -> Record:
    belief = quantity.possibility
    value: float | tuple[float, float] | None
    if quantity.vague:
        interval = (belief.low, belief.high) if quantity.vague in _NAMED else None
        value = belief.core_low if quantity.vague == "couple" else interval
    else:
        first, *rest = quantity.stated
        value = (first, rest[0]) if rest else first
    unit = quantity.name.replace("$", "USD")
    timed = quantity.unit is not None and quantity.unit.dimension == "time"
    return Record(
        *spans(quantity.start, quantity.end),
        text[quantity.start : quantity.end],
        value,
        unit,
        quantity.bound,
        quantity.noun,
        "ordinal" if quantity.kind == "ordinal" else "duration" if timed else "quantity",
        quantity.hedge.value,
        (_end(belief.low), _end(belief.high)),
        (_end(belief.core_low), _end(belief.core_high)),
    )


def _end(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _moment(text: str, moment: Moment, spans: Spans) -> Record:
    ends = _ends(moment)
    value = None if ends is None else ends[0] if ends[0] == ends[1] else ends
    span = ends or (None, None)
    return Record(
        *spans(moment.start, moment.end),
        text[moment.start : moment.end],
        value,
        "date" if moment.kind == "date" else "time",
        "=",
        "",
        moment.kind,
        "eq",
        span,
        span,
    )


def _ends(moment: Moment) -> tuple[str, str] | None:
    if moment.first and moment.last:
        return moment.first.isoformat(), moment.last.isoformat()
    if moment.low is None or moment.high is None:
        return None
    return _clock(moment.low), _clock(moment.high - 1)


def _clock(minute: int) -> str:
    return f"{minute // 60 % 24:02}:{minute % 60:02}"
