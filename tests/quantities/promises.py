"""What `quantities` promises of any text at all, for the tests and for the fuzzer in fuzz/."""

from __future__ import annotations

import math
import re
from datetime import date
from typing import Any

import msgspec

from claimcheck.quantities.reader import Moment, Outcome, Quantity, Refused, quantities
from claimcheck.quantities.record import line

# What the grammar knows, and what it might trip over.
FRAGMENTS = [
    # digits and what joins them
    "0", "1", "7", "12", "20", "99", "100", "123", "1,000", "12,34", "1.5", ".5", "0.0", "1.2.3", "1,2,3",
    "007", "1e9", "10^6", "2004", "1999-2000", "1987/88", "2000s", "'87", "9" * 31, "0" * 40, "1,", "1.", ",5",
    "1 000", "1\u00a0000", "1\u202f234\u2009567", "3 1/2", "1/4", "3-1", "10-12-14", "5:30", "1:2:3", "15:4", "1st",
    "22nd", "½", "3½", "¼", "⅞", "²", "m³", "①", "Ⅷ", "٣", "१२", "１２", "𝟗", "零", "5G", "3D", "4x4", "x2",
    # numbers in words
    "zero", "one", "two ", "nine", "twelve", "twenty-", "twenty three", "ninety", "hundred", " hundred and ",
    " thousand", " million", "billion", "trillion", "mln", "bn", "k", "m", "dozen", "score of ", "half a ", "half",
    " and a half", "a quarter of ", "two-thirds", "one half", "a couple of ", "a few ", "several ", "a handful of",
    "tens of thousands of ", "hundreds of ", "dozens of", "no one", "first", "third", "-fold", "twice ", "double",
    # units, signs, money
    " km", "km/h", " miles per hour", " m", " cm", "kg", " tonnes", " barrels a day", "ft", "'", "\"", "″", "°C", "°",
    " degrees Fahrenheit", "%", " percent", " pct", " percentage points", "pc", "mW", "MW", " in", " a ", "per ",
    "/", " hours", " minutes", "day", "days", "-day-old", "-year-old", "-long", "weeks", " months", "years ",
    "$", "US$", "£", "€", "¥", "USD ", " dlrs", " cents", "cts", "euros", "vs ", "+", "-", "−", "–", "—", "‐", "‑",
    "±", "~", "×", "<", ">", "=", "#", "No. ", "°F", "µ", "Å", "&",
    # ranges and hedges
    " to ", " or ", " and ", "between ", "from ", "about ", "around ", "nearly ", "almost ", "more than ",
    "less than ", "at least ", "at most ", "up to ", "over ", "no fewer than ", "not more than ", "exactly ",
    " or more", " or so", "-odd", "plus", "minus ", "an estimated ", "under ", "as many as ", "as few as ",
    "rose ", "fell ", "by ", "a full ", "an ", "a ", "the ", "took a", "straight ",
    # dates and times
    "January", "Feb. ", "march ", "May ", " June ", "Sept", "Dec. 31, ", "31 June ", "in ", "since ", "of ",
    "Monday", "on sunday ", "early ", "late ", " a.m.", "p.m.", "o'clock", " GMT", "2019-02-30", "2019-02-28",
    # names, punctuation, gaps
    "Boeing ", "Flight ", "Route ", "AK-", "Mr. ", "people", "carriages ", "won ", "(", ")", " (", "[", "]", "{",
    ".", ",", ";", ":", "!", "?", "…", "...", "“", "”", "‘", "’", "`", "|", "_", "\\", "*", "@",
    " ", "  ", "\n", "\r\n", "\n\n", "\t", "\v", "\f", "\x00", "\x1c", "\x85", "\u00a0", "\u2007", "\u2028", "\u3000",
    # what changes its length in lower case, combines, joins, turns round or cannot be seen
    "İ", "ı", "ß", "ẞ", "Σ", "ς", "ﬁ", "K", "Ω", "ǆ", "e\u0301", "\u0301", "\u20dd", "\u0338", "\u200b", "\u200c",
    "\u200d", "\u2060", "\ufeff", "\u00ad", "\u200e", "\u200f", "\u202a", "\u202e", "\u202c", "\u2066", "\u2069",
    "\ufe0f", "\u20e3", "1\ufe0f\u20e3", "🏳️‍🌈", "👍🏽", "א", "ع", "京", "\ufffd", "\ufffe", "\uffff", "\U0010ffff",
]  # fmt: skip


REFERENCES = [None, date(2024, 2, 29)]


def check(text: str) -> None:
    """Raise an AssertionError, or whatever `quantities` raises, where a promise is broken."""
    for reference in REFERENCES:
        outcomes = quantities(text, reference)
        covered = bytearray(len(text))
        end = 0
        for outcome in outcomes:
            where = f"{outcome} in {text!r}"
            assert end <= outcome.start < outcome.end <= len(text), f"empty or astray: {where}"
            end = outcome.end
            covered[outcome.start : end] = b"\1" * (end - outcome.start)
            if isinstance(outcome, Quantity):
                check_quantity(outcome, where)
            elif isinstance(outcome, Refused):
                assert outcome.reason, f"refused without a reason: {where}"
            else:
                check_moment(outcome, where)
        lost = [m.start() for m in re.finditer(r"\d", text) if not covered[m.start()]]
        assert not lost, f"digits in no outcome, at {lost} of {text!r}: {outcomes}"
        check_record(text, outcomes)
        assert quantities(text, reference) == outcomes, f"otherwise the second time: {text!r}"


def check_quantity(quantity: Quantity, where: str) -> None:
    """The numbers are numbers, and there is something to believe."""
    assert bool(quantity.stated) is not bool(quantity.vague), f"neither stated nor vague: {where}"
    assert all(map(math.isfinite, quantity.stated)), f"not finite: {where}"
    assert all(0 < grain < math.inf for grain in quantity.grains), f"no grain: {where}"
    assert len(quantity.grains) == max(1, len(quantity.stated)), f"a grain astray: {where}"
    p = quantity.possibility
    assert p.low <= p.core_low <= p.core_high <= p.high, f"ends out of order: {where}"
    assert math.isfinite(p.core_low), f"no finite core: {where}"
    assert math.isfinite(p.core_high), f"no finite core: {where}"
    assert p(p.midpoint) == 1, f"its middle is not believed: {where}"


def check_moment(moment: Moment, where: str) -> None:
    """Days and minutes run forward, and both ends are known or neither is."""
    assert (moment.first is None) is (moment.last is None), f"half a date: {where}"
    assert (moment.low is None) is (moment.high is None), f"half a time: {where}"
    if moment.first and moment.last:
        assert moment.first <= moment.last, f"days that run backwards: {where}"
    if moment.low is not None and moment.high is not None:
        assert 0 <= moment.low < moment.high, f"minutes that run backwards: {where}"


def check_record(text: str, outcomes: list[Outcome]) -> None:
    """What is told of the outcomes has their surface, counts each, and can be written as JSON."""
    told = line("", text, outcomes)
    for record in told.quantities:
        shown = text[record.start : record.end]
        assert record.surface == shown, f"{record} shows {shown!r} in {text!r}"
    counted = len(told.quantities) + sum(told.set_aside.values())
    assert counted == len(outcomes), f"{len(outcomes)} outcomes, {counted} told, of {text!r}"
    again = msgspec.json.decode(msgspec.json.encode(told), type=dict[str, Any])
    assert len(again["quantities"]) == len(told.quantities), f"lost in JSON: {text!r}"
