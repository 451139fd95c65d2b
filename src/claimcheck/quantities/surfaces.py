"""Surface forms of units: the unit that stands behind a number, and the money before it.

claimcheck.quantities.lexicon knows the forms. Counted nouns (carriages, people) are no units and
are read elsewhere. Spans are half-open and count code points of the text as given.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from claimcheck.quantities.lexicon import (
    BRACKETS,
    GAP,
    HEAD,
    RATE_AHEAD,
    TOKEN,
    WINDOW,
    Unit,
    catalogue,
    keys,
)
from claimcheck.quantities.units import unit

__all__ = ["UnitMatch", "MoneySign", "Refusal", "match_unit", "match_rate", "money_sign"]


class UnitMatch(NamedTuple):
    """A unit as written: `text[start:end] == surface`. `unsure` says what else it may be, or "".

    The number counts 10 ** `scale` of the unit: 6 in "30 MUSD" and "2 mbpd", 9 in "3 bcf".
    """

    unit: Unit
    start: int
    end: int
    surface: str
    unsure: str = ""
    scale: int = 0


class MoneySign(NamedTuple):
    """The currency before a number, where its sign starts, and the power of ten it counts in."""

    code: str
    start: int
    scale: int = 0


class Refusal(NamedTuple):
    """A surface form at `[start, end)` that its context cancels, and why.

    The number before it stands, as in "5 in Baghdad", unless the refusal `spoils` that as well: "8
    p.m." is a clock time. It counts 10 ** `scale` where the form is short for that: "5m people".
    """

    reason: str
    start: int
    end: int
    spoils: bool
    scale: int = 0


_head = HEAD.match
_new = tuple.__new__
_BLANKS = frozenset(" \xa0\u202f\u2009")
_SPACED_HYPHEN = " - "
# "(kg)", "[kg]", "<kg>" right behind a number; a lone letter in brackets is mostly no unit.
_BRACKETED = re.compile(r"[(\[{<]\s?([^\W\d_][^()\[\]{}<>\n]{1,14}|[mglWKV%$£€¥°])\s?[)\]}>]")
_POWERS = {mark: n for n, marks in enumerate(("1¹", "2²", "3³", "4⁴"), 1) for mark in marks}
# What may follow a symbol: "s-1", "cm⁻³", "m^2". A hyphen is a minus only in the few that are said
# so, for "5 m-2" is half a range.
_POWER = re.compile(r"(?:\^|\*\*)?([-−–⁻]?)([1-4¹²³⁴])(?!\w)")
_HYPHEN_IS_MINUS = frozenset({"s", "cm", "fb"})
_FACTOR = re.compile(r"[ \xa0\u2009\u202f·⋅*]?([A-Za-zµμ]{1,3})\^?[-−–⁻]([1-4¹²³⁴])(?!\w)")
_MARKS = frozenset("'\"’”′″")  # 'per "A" share' is per no inch
_ANNUM = re.compile(r"\s?p\.\s?a\b\.?|\s?p/a\b|\spa(?=[.,;)]|\s?\Z)")
_per = re.compile(GAP + r"(?:[/⁄]|(?:per|an?|each|every|pa|p)\b)", re.IGNORECASE).match


def match_unit(text: str, position: int, end: int | None = None) -> UnitMatch | Refusal | None:
    """The longest unit at `position`, just behind a number (and its "million"); rates included.

    One hyphen, a blank or a line break may come first: "50km/h", "26-mile", "50 miles an hour".
    Nothing is read beyond `end`, though vetoes look further. `text` must keep its case: MW is not
    mW. None: no unit's form stands here. Refusal: one does, and its context cancels it.
    """
    step = _head(text, position) if end is None else _head(text, position, end)
    if step is None:
        return None
    book, token = catalogue(), step[1]
    plain = book.plain.get(token)
    if plain is None:
        if token.lower() not in book.reach:
            return None
        plain = book.learn(token)
    if plain is not None and end is None:
        # The short way, for the many forms that mean one thing whatever stands around them.
        start, stop = step.span(1)
        ahead = text[stop : stop + 2]
        joined = ahead[:1]
        longer = (
            joined in plain.near
            or ahead in plain.next
            or (start - position > 2 and text.startswith(_SPACED_HYPHEN, position))
            or (plain.raised and joined in _BLANKS and _FACTOR.match(text, stop))
        )
        if not longer:
            found: UnitMatch = _new(
                UnitMatch, (plain.unit, start, stop, token, plain.unsure, plain.scale)
            )
            rated = (joined == "/" or ahead in RATE_AHEAD) and _per(text, stop)
            return _with_rate(text, found, None) if rated else found
    read = _read(text, position, end, trusted=False)
    return _with_rate(text, read, end) if isinstance(read, UnitMatch) else read


def _with_rate(text: str, found: UnitMatch, end: int | None) -> UnitMatch:
    rate = match_rate(text, found.end, found.unit, end)
    if rate is None:
        return found
    surface = text[found.start : rate.end]
    unsure = found.unsure or rate.unsure
    return UnitMatch(rate.unit, found.start, rate.end, surface, unsure, found.scale)


def match_rate(
    text: str, position: int, numerator: Unit, end: int | None = None
) -> UnitMatch | None:
    """What `numerator` is per, at `position`: "per barrel" behind "$58.24" makes USD/oil_barrel.

    The span begins at the connective. A second one is followed: "per hectare per year".
    """
    ahead = text[position : position + 2]
    if (ahead not in RATE_AHEAD and ahead[:1] != "/") or not _per(text, position):
        return None
    book, rate = catalogue(), None
    for _ in range(2):
        limit = _limit(text, position, end)
        if annum := _ANNUM.match(text, position, limit):
            start, stop, below = annum.end() - len(annum[0].lstrip()), annum.end(), unit("year")
            unsure = ""
        else:
            step = TOKEN.match(text, position, limit)
            trusted = book.per.get(step[1].lower()) if step else None
            if step is None or trusted is None:
                break
            under = _read(text, step.end(), end, trusted=trusted)
            if not isinstance(under, UnitMatch) or under.scale or under.surface in _MARKS:
                break
            start, stop = step.start(1), under.end
            if not trusted and any(veto.cancels(text, start, stop) for veto in book.rate_vetoes):
                break
            below, unsure = under.unit, under.unsure
        position = stop
        numerator = _quotient(numerator.name, below.name)
        start, unsure = (rate.start, rate.unsure or unsure) if rate else (start, unsure)
        rate = UnitMatch(numerator, start, position, text[start:position], unsure)
    return rate


@lru_cache(4096)  # a hostile text can write rates without end
def _quotient(over: str, under: str) -> Unit:
    product = under.replace("**", "").count("*")
    return unit(f"{over}/({under})" if product else f"{over}/{under}")


def _limit(text: str, position: int, end: int | None) -> int:
    return min(position + WINDOW, len(text) if end is None else end)


def _read(
    text: str, position: int, end: int | None, *, trusted: bool
) -> UnitMatch | Refusal | None:
    """The longest unit without its rate; `trusted`, its plainest reading and no veto."""
    book, limit = catalogue(), _limit(text, position, end)
    step = TOKEN.match(text, position, limit)
    reach = book.reach.get(step[1].lower()) if step else None
    if step is None or reach is None:
        return None
    start, refusal = step.start(1), None
    if step[1] in BRACKETS and not trusted:
        return _in_brackets(text, start, limit)
    if text.startswith(_SPACED_HYPHEN, position) and step[1].endswith("s"):
        return None  # a dash: only an adjective is joined so, and that is singular
    found = [(step[1], step.end())] if reach == 1 else keys(text, start, limit, reach)
    for key, stop in reversed(found):
        root = book.raised.get(key)
        if root and (raised := _raised(text, key, root, start, stop, limit, trusted=trusted)):
            return raised
        ahead = text[stop : stop + 1]
        if ahead == "^" or (key[-1].isalnum() and ahead.isalnum()):
            continue  # the word goes on, as in "m212", or `end` cut it
        readings = (*book.symbols.get(key, ()), *book.words.get(key.lower(), ()))
        for reading in readings[-1:] if trusted else readings:
            vetoes = () if trusted else reading.vetoes
            veto = next((v for v in vetoes if v.cancels(text, start, stop)), None)
            if veto is None:
                surface = text[start:stop]
                return UnitMatch(reading.unit, start, stop, surface, reading.unsure, reading.scale)
            refusal = refusal or Refusal(veto.why, start, stop, veto.spoils, veto.scale)
    return refusal


def _in_brackets(text: str, start: int, limit: int) -> UnitMatch | None:
    """A unit in brackets of its own: "20 (kg)". Its span takes the brackets in."""
    inside = _BRACKETED.match(text, start, limit)
    if inside is None:
        return None
    found = match_unit(text, inside.start(1), inside.end(1))
    if not isinstance(found, UnitMatch) or found.end != inside.end(1):
        return None
    return found._replace(start=start, end=inside.end(), surface=inside[0])


def _raised(
    text: str, key: str, root: Unit, start: int, stop: int, limit: int, *, trusted: bool
) -> UnitMatch | None:
    """A symbol with its power, and symbols of negative power behind it: "s-1", "kg m−3", "J/m^2".

    A bare digit makes a power of lengths and times alone, and only where a rate is certain: a "V8"
    is an engine.
    """
    name, position = root.name, stop
    if own := _POWER.match(text, stop, limit):
        exponent = _POWERS[own[2]]
        bare = own[0] == "1234"[exponent - 1]
        hyphen = own[1] in ("-", "–") and "^" not in own[0]
        if (not bare or (trusted and root.dimension in ("length", "time"))) and (
            not hyphen or key in _HYPHEN_IS_MINUS
        ):
            name = name if exponent == 1 else f"{name}**{exponent}"
            name = f"1/{name}" if own[1] else name
            position = own.end()
    while (other := _FACTOR.match(text, position, limit)) and not trusted:
        below = catalogue().raised.get(other[1])
        if below is None:
            break
        exponent = _POWERS[other[2]]
        name += "/" + (below.name if exponent == 1 else f"{below.name}**{exponent}")
        position = other.end()
    if position == stop:
        return None
    return UnitMatch(unit(name), start, position, text[start:position])


def money_sign(text: str, number_start: int) -> MoneySign | None:
    """The currency whose sign or code ends just before a number, and where the sign starts.

    One blank may lie between: "US$ 5", "EUR 5". Of a bare dollar the code is "$": whose it is, the
    article must tell (semantics.md 7.4).
    """
    if number_start < 1:
        return None
    book, stop, last = catalogue(), number_start, text[number_start - 1]
    if last in _BLANKS:
        stop -= 1
        last = text[stop - 1 : stop] if stop else ""
        signs, ends = book.spaced, book.spaced_lengths
    else:
        signs, ends = book.glued, book.glued_lengths
    several = (ends.get(text[stop - 2 : stop]) if stop > 1 else None) or ends.get(last)
    if several is None:
        return None
    for length in several:
        start = stop - length
        sign = signs.get(text[start:stop]) if start >= 0 else None
        if sign is None:
            continue
        if text[start].isalnum() and start and text[start - 1].isalnum():
            continue  # inside a word
        if sign.careful:
            headline = start > 1 and text[start - 2].isupper()  # "COULD TOP 30 MLN"
            if headline or not book.sum.match(text, number_start, number_start + WINDOW):
                continue
        return MoneySign(sign.code, start, sign.scale)
    return None
