"""Claims made by hand: only what a test is about is said, all else has a default.

The words of a value are read by claimcheck's own reader, so that a row of a table reads as a
sentence: `claim("more than 20")` against `claim("up to 90", doc="b.txt")`.
"""

from __future__ import annotations

from typing import Any

from claimcheck.claims.claim import Claim, identified
from claimcheck.claims.events import Event
from claimcheck.claims.measurands import Measurand
from claimcheck.quantities.calendar.times import week_times
from claimcheck.quantities.hedges import Hedge
from claimcheck.quantities.numerals import fold
from claimcheck.quantities.possibility import Possibility
from claimcheck.quantities.quantity import Quantity
from claimcheck.quantities.reader import quantities
from claimcheck.quantities.units import affine

TRAIN = "Ada Lovelace’s train"


def pack(attribute: str, label: str, **changed: Any) -> Measurand:
    """The measurand of a rule pack: the attribute that a claim is of."""
    return Measurand(attribute, label, **({"stability": "standing"} | changed))


CARRIAGES = pack("carriage_count", "number of carriages")
SPEED = pack("speed", "speed", dimension="speed", unit="kilometer/hour")
LENGTH = pack("length", "length", dimension="length", unit="kilometer")
HEAT = pack("temperature", "temperature", dimension="temperature", unit="degree_Celsius")
WEIGHT = pack("weight", "weight", dimension="mass", unit="kilogram")
DURATION = pack(
    "journey_duration", "duration of the journey", event="journey", dimension="time", unit="hour"
)
DEPARTURE = pack("departure_time", "time of departure", event="journey", dimension="when")
ARRIVAL = pack("arrival_time", "time of arrival", event="journey", dimension="when")


def claim(words: str, of: Measurand = CARRIAGES, **changed: Any) -> Claim:
    """The claim that an article makes with these words, in all else a plain statement."""
    value = times(words) if of.dimension == "when" else measure(words, of)
    fields: dict[str, Any] = {
        "key": "",
        "id": "",
        "doc": "a.txt",
        "start": 0,
        "end": len(words),
        "quote": words,
        "sentence": (0, len(words)),
        "measurand": of,
        "subject": TRAIN,
        "event": Event(of.event),
        "scope": "",
        "alone": False,
        "vague": None,
        "places": (),
        "holder": None,
        "certainty": "CT",
        "negative": False,
        "time": "past",
        "generic": False,
        "denied": False,
        "story": "the story",
        "cast": frozenset(),
        "rule": f"{of.id}/counts",
    }
    [made] = identified([Claim(**(fields | value | changed))])
    return made


def measure(words: str, of: Measurand) -> dict[str, Any]:
    """The fields of a claim that a number with its hedge and unit fills."""
    [read] = [q for q in quantities(words) if isinstance(q, Quantity)]
    reading = read.possibility
    factor, offset = affine(read.name, of.unit) if read.unit else (1.0, 0.0)
    if not read.unit and all(n.is_integer() for n in read.stated):
        reading = reading.snapped()
    middle = sum(read.stated) / len(read.stated) if read.stated else None
    return {
        "stated": read.stated,
        "unit": read.name,
        "hedge": read.hedge,
        "hedge_words": read.hedge_words,
        "vague": read.vague,
        "reading": reading,
        "possibility": reading.scaled(factor, offset),
        "anchor": None if middle is None else middle * factor + offset,
    }


def times(words: str) -> dict[str, Any]:
    """The fields of a claim that a weekday fills."""
    [time] = week_times(fold(words))
    return {
        "stated": (),
        "unit": "time",
        "hedge": Hedge.NONE,
        "hedge_words": "",
        "reading": time.possibility,
        "possibility": time.possibility,
        "anchor": None,
    }


def degrees(n: float, grain: float = 1.0, *, play: float = 0.0) -> dict[str, Any]:
    """The fields of a claim that a temperature fills: `n` give or take `play`."""
    value = Possibility(n - 2 * play, n - play, n + play, n + 2 * play, grain=grain)
    return {"stated": (n,), "anchor": n, "reading": value, "possibility": value}
