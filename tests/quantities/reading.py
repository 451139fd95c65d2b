"""What the tests of this room ask of a text: what is read in it, in few words.

A row is a sentence with each outcome between bars, and behind it what they say, parted by ";":
("It fell |3%| to |40|.", "down 3 percent; 40"). No outcome may stand outside the bars.
"""

from __future__ import annotations

from datetime import date

from claimcheck.quantities.reader import Moment, Outcome, Quantity, Refused, quantities

Row = tuple[str, str]

SIGNS = {"~": "about ", "<": "below ", ">": "above "}
WAYS = {1: "up ", -1: "down ", 0: ""}


def read(text: str, reference: date | None = None) -> list[Quantity]:
    """The quantities of a text alone."""
    return [one for one in quantities(text, reference) if isinstance(one, Quantity)]


def only(text: str, reference: date | None = None) -> Outcome:
    (outcome,) = quantities(text, reference)
    return outcome


def quantity(text: str) -> Quantity:
    outcome = only(text)
    assert isinstance(outcome, Quantity), outcome
    return outcome


def surfaces(text: str, reference: date | None = None) -> list[str]:
    return [text[one.start : one.end] for one in quantities(text, reference)]


def said(outcome: Outcome) -> str:
    """An outcome in few words: "about 20 (coach)", "35 year, age", "2018-06-05, date"."""
    if isinstance(outcome, Refused):
        return f"no: {outcome.reason}"
    if isinstance(outcome, Moment):
        if outcome.kind == "time":
            return f"{clock(outcome.low)}, time"
        return f"{outcome.iso or '?'}, date"
    words = outcome.vague or " to ".join(number(value) for value in outcome.stated)
    unit = outcome.name and f" {outcome.name}"
    noun = outcome.noun and f" ({outcome.noun})"
    kind = "" if outcome.kind == "quantity" else f", {outcome.kind}"
    again = ", again" if outcome.restates else ""
    return f"{WAYS[outcome.change]}{SIGNS.get(outcome.bound, '')}{words}{unit}{noun}{kind}{again}"


def number(value: float) -> str:
    return f"{value:.0f}" if value == int(value) else f"{value:.4g}"


def clock(minute: int | None) -> str:
    return "?" if minute is None else f"{minute // 60:02}:{minute % 60:02}"


def check(row: str, expected: str, reference: date | None = None) -> None:
    """Assert that a row is read as it says."""
    parts = row.split("|")
    text = "".join(parts)
    assert len(parts) % 2, f"a bar is missing: {row}"
    found = [(text[one.start : one.end], said(one)) for one in quantities(text, reference)]
    told = expected.split("; ") if expected else []
    assert len(told) == len(parts) // 2, f"as many surfaces as sayings: {row}"
    assert found == list(zip(parts[1::2], told, strict=True))
