"""Explanation: a verdict in plain words, with both readings and how both may yet hold.

Neutral throughout: two statements differ, and why; never that one of them is false.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from claimcheck.claims.claim import UNNAMED, Claim
from claimcheck.claims.measurands import stability_of
from claimcheck.quantities.calendar.readings import day, iso_ends
from claimcheck.quantities.calendar.times import iso_week_time
from claimcheck.quantities.customary import rounded, unit_together
from claimcheck.quantities.possibility import OPEN, consistency
from claimcheck.quantities.units import convert
from claimcheck.quantities.wording import Bounds, bound_words, number, range_words
from claimcheck.verdicts.comparison import AGE, HALF, Comparison, on_the_clock, turn
from claimcheck.verdicts.facts import Camp, Fact, named_source, origins
from claimcheck.verdicts.severity import nearest

OUTLIER = 2
"""By how many origins a camp must lead every other before it is said that it does."""


def bounds(claim: Claim, *, core: bool, normalised: bool = True) -> Bounds:
    """What a claim allows, hard or typically: in the unit of its attribute or as stated.

    Open ends are None, times ISO 8601 strings, numbers have nine significant digits: what an
    open bound is drawn in by, and the noise of a conversion, are no part of the value.
    """
    p = claim.possibility if normalised else claim.reading
    low, high = (p.core_low, p.core_high) if core else (p.low, p.high)
    if on_the_clock(claim):
        return iso_week_time(low), iso_week_time(high)
    if claim.measurand.dimension in ("date", "clock"):
        return iso_ends(claim.measurand.dimension, low, high)
    if claim.category:
        return None, None
    return _end(low), _end(high)


def consensus(fact: Fact, camp: Camp) -> Bounds | None:
    """What all claims of a camp allow, in the unit of the fact; None where they deny a value."""
    if camp.consensus is None:
        return None
    low, high = camp.consensus
    first = fact.claims[0]
    if on_the_clock(first):
        return iso_week_time(low), iso_week_time(high)
    if first.measurand.dimension in ("date", "clock"):
        return iso_ends(first.measurand.dimension, low, high)
    return _end(low), _end(high)


def _end(value: float) -> float | None:
    return None if math.isinf(value) else float(f"{value:.8g}")


def reading(claim: Claim, *, core: bool, unit: str | None = None, exact: bool = False) -> str:
    """What a claim allows in words, in `unit` or the one that people use for its size; rounded for
    the eye unless `exact`, which is in the unit of its attribute."""
    if claim.category:
        return claim.category
    if claim.measurand.dimension == "date":
        return _days(claim, core=core)
    low, high = bounds(claim, core=core)
    own = claim.measurand.unit
    if exact:
        return range_words((low, high), own)
    unit = unit_of(claim) if unit is None else unit
    return range_words((rounded(low, own, unit), rounded(high, own, unit)), unit)


def unit_of(*claims: Claim) -> str:
    """The one unit in which to tell what the claims, which are of one attribute, allow."""
    measurand = claims[0].measurand
    # Of a temperature it is not known whether it is a difference, which takes no offset.
    if not measurand.proportional:
        return measurand.unit
    return unit_together(measurand.unit, [_range(claim) for claim in claims])


def _range(claim: Claim) -> Bounds:
    """All that a claim allows, or what it is usually read as where it sets no limits."""
    hard = bounds(claim, core=False)
    return bounds(claim, core=True) if hard == (None, None) else hard


def _days(claim: Claim, *, core: bool) -> str:
    """The days that a claim allows, the last one included."""
    p = claim.possibility
    ends = (p.core_low, p.core_high) if core else (p.low, p.high)
    first, last = (day(end).isoformat() for end in ends)
    return range_words((first, last), claim.measurand.unit)


def _readings(one: Claim, other: Claim, *, core: bool) -> tuple[str, str]:
    """What two claims allow; rounding for the eye never makes two values look alike."""
    unit = unit_of(one, other)
    first, second = (reading(claim, core=core, unit=unit) for claim in (one, other))
    if first == second and bounds(one, core=core) != bounds(other, core=core):
        first, second = (reading(claim, core=core, exact=True) for claim in (one, other))
    return first, second


def side_value(speaker: Claim, other: Claim) -> tuple[str, str]:
    """A side as written and as normalised: the words of the claim that speaks for it, and its
    hard and core range, in a unit that suits the `other` side as well."""
    unit = unit_of(speaker, other)
    hard, core = (reading(speaker, core=core, unit=unit) for core in (False, True))
    if speaker.derived_from:
        words = f"{hard}, {speaker.working}"
    else:
        words = " ".join(speaker.quote.split())
    denied = "not " if speaker.negative else ""
    return words, denied + (hard if hard == core else f"{hard}; typically {core}")


def explanation(
    fact: Fact,
    kind: str,
    comparison: Comparison,
    sides: tuple[Sequence[Claim], Sequence[Claim]],
    speakers: tuple[Claim, Claim],
) -> str:
    """Why two sides differ, in a few sentences. The `speakers`, one of each side, are those whose
    comparison this is."""
    one, other = speakers
    (words_1, _), (words_2, _) = side_value(one, other), side_value(other, one)
    opening = (
        f"Two statements about the {topic(fact, one)} differ: "
        f"“{words_1}” ({_who(one, sides[0])}) and “{words_2}” ({_who(other, sides[1])})."
    )
    told = _voices("first", sides[0]) + _voices("second", sides[1]) + _majority(fact, sides)
    return f"{opening}{told} {_grounds(kind, comparison, one, other)}"


def _voices(which: str, side: Sequence[Claim]) -> str:
    """That several articles of a side are one voice, as where both quote one source."""
    articles = len({c.doc for c in side if c.time != "planned" and not c.outdated})
    voices = origins(side)
    if voices == articles:
        return ""
    said = "one origin" if voices == 1 else f"{voices} origins"
    return f" The {which} is in {articles} articles, {said}."


def _majority(fact: Fact, sides: tuple[Sequence[Claim], Sequence[Claim]]) -> str:
    """Which side stands alone, if two more origins than any other camp has speak for the other
    (semantics.md 4); else nothing, for votes that are near each other show nothing."""
    voices = sorted((camp.origins for camp in fact.camps), reverse=True)
    if len(voices) < 2 or voices[0] < voices[1] + OUTLIER:
        return ""
    most = next(camp for camp in fact.camps if camp.origins == voices[0])
    speaking = {c.id for c in most.claims}
    for which, side in zip(("first", "second"), sides, strict=True):
        if any(c.id in speaking for c in side):
            rest = f"with no other value more than {voices[1]}"
            return f" {voices[0]} origins go with the {which}, and {rest}."
    return ""


def topic(fact: Fact, speaker: Claim) -> str:
    """What two statements are about: the attribute, and of whom or what, where that is known."""
    label = speaker.measurand.label
    return label if fact.subject == UNNAMED else f"{label} of {fact.subject}"


def relation(one: Claim, other: Claim, comparison: Comparison) -> str:
    """How two claims stand to each other, in one or two sentences."""
    if comparison.verdict in ("contradictory", "superseded"):
        return _grounds(comparison.verdict, comparison, one, other)
    if comparison.tension:
        return _grounds("tension", comparison, one, other)
    if one.negative or other.negative:
        return "Both fit: a value that is denied leaves every other value."
    means = " and ".join(_readings(one, other, core=False))
    return f"Both fit: they mean {means}; consistency is {comparison.consistency:.2f} of 1."


def _who(speaker: Claim, side: Sequence[Claim]) -> str:
    """The articles of a side, each with its hint of who speaks and how surely; and with its own
    words, where what it says is read otherwise than what the speaker says."""
    shown: dict[str, None] = {}
    own = _read_as(speaker)
    alike = {claim.id for claim in (speaker, *side) if _read_as(claim) == own}
    heard = {claim.doc for claim in side if claim.id in alike}
    for claim in (speaker, *side):
        tone = {"CT": "", "PR": ", reported", "PS": ", as a possibility"}[claim.certainty]
        tone = ", planned" if claim.time == "planned" else tone
        tone = f", according to {claim.holder}" if named_source(claim) and not tone else tone
        if claim.id in alike or claim.derived_from:
            shown[f"{claim.doc}{tone}"] = None
        elif claim.doc not in heard:
            words = " ".join(claim.quote.split())
            shown[f"{claim.doc} with “{words}”{tone}"] = None
    return "; ".join(shown)


def _read_as(claim: Claim) -> tuple[object, ...]:
    return claim.category, bounds(claim, core=False), bounds(claim, core=True)


def _grounds(kind: str, comparison: Comparison, one: Claim, other: Claim) -> str:
    if kind == "superseded":
        return _overtaken(one, other)
    text = _difference(comparison, one, other)
    if kind == "tension" and comparison.consistency >= HALF:
        return f"{text} They agree only with some strain."
    if kind == "tension" and one.measurand.id == AGE and None in (one.as_of, other.as_of):
        return f"{text} Of one side it is not known when that was."
    if kind == "tension":
        return f"{text} {_strain(one, other)}"
    return text


def _strain(one: Claim, other: Claim) -> str:
    """Why two values that differ are held for no contradiction."""
    told = all(c.certainty != "PS" and c.time != "planned" and not c.generic for c in (one, other))
    if told and stability_of(one.measurand, other.measurand) in ("cumulative", "varying"):
        return "It changes with time, and how the two lie in time is not told closely enough."
    if told and {one.vague, other.vague} != {None}:
        return "One side at least is a vague word."
    return "One side at least is a possibility, a plan or about what is usual."


def _overtaken(one: Claim, other: Claim) -> str:
    """What took the place of what: a plan what is told as having happened, a value a later one."""
    if one.outdated or other.outdated:
        return _changed(*((one, other) if one.outdated else (other, one)))
    if one.time == other.time:
        return _replaced(one, other)
    planned, told = (one, other) if one.time == "planned" else (other, one)
    opening = f"{'The first' if planned is one else 'The second'} is a plan or a forecast"
    if one.negative != other.negative:
        return f"{opening}; what is told as having happened is the opposite."
    shown = " against ".join(_readings(told, planned, core=False))
    return f"{opening}; what is told as having happened is another value: {shown}."


def _changed(earlier: Claim, later: Claim) -> str:
    """That an article said one value before it said another."""
    said, says = side_value(earlier, later)[0], side_value(later, earlier)[0]
    return f"The article was changed later: at first it said “{said}”, now it says “{says}”."


def _replaced(one: Claim, other: Claim) -> str:
    """That one value is a later one of what grows, or is said to be revised."""
    shown = " and ".join(_readings(one, other, core=False))
    if one.revised or other.revised:
        return f"One of them is told as preliminary, or as having changed: they mean {shown}."
    first, last = (one, other) if str(one.as_of) <= str(other.as_of) else (other, one)
    shown = " and later ".join(_readings(first, last, core=False))
    return f"It may have grown from one article to the next: first {shown}."


def _difference(comparison: Comparison, one: Claim, other: Claim) -> str:
    if one.negative != other.negative:
        return "One denies what the other says."
    if comparison.consistency == 0:
        readings = " and ".join(_readings(one, other, core=False))
        return f"No value fits both: they mean {readings}.{_gap(one, other)}"
    p, q = one.allowed, nearest(one.allowed, other.allowed, turn(one))
    usual = " and ".join(_readings(one, other, core=True))
    low, high = max(p.low, q.low), min(p.high, q.high)
    own, unit = one.measurand.unit, unit_of(one, other)
    ends: Bounds = (rounded(_end(low), own, unit), rounded(_end(high), own, unit))
    if one.measurand.dimension in ("date", "clock"):
        ends = iso_ends(one.measurand.dimension, low, high)
    overlap = range_words(ends, unit)
    if one.possibility != one.allowed:
        return (
            f"With a tolerance of {one.measurand.tolerance:.3g} the bounds overlap ({overlap}); "
            f"usual readings are {usual}. Consistency is {comparison.consistency:.2f} of 1."
        )
    return (
        f"The bounds overlap ({overlap}), so both can literally be true; usual readings are "
        f"{usual}. Consistency is {comparison.consistency:.2f} of 1."
    )


def _gap(one: Claim, other: Claim) -> str:
    p, q = one.possibility, other.possibility
    if one.category or one.measurand.dimension in ("date", "clock"):
        return ""
    gap = max(p.low - q.high, q.low - p.high)
    # What open ends are drawn in by is no gap: "less than 20" ends where "20 or more" begins.
    if gap <= 10 * OPEN * max(1.0, abs(p.midpoint), abs(q.midpoint)) or on_the_clock(one):
        return ""
    unit = unit_of(one, other)
    told = convert(gap, one.measurand.unit, unit, difference=True)
    return f" Between them is a gap of {bound_words(float(f'{told:.4g}'), unit)}."


def reconciliations(one: Sequence[Claim], other: Sequence[Claim]) -> list[str]:
    """How both sides may hold, as the texts themselves suggest, most telling first."""
    shared: list[str] = []
    found: list[str] = []
    for side, against in ((one, other), (other, one)):
        for claim in side:
            for hint in claim.hints:
                note = hint.note[0].upper() + hint.note[1:]
                if hint.parts:
                    shared.append(f"{note}{_shared_out(claim, hint.parts, against)}.")
                else:
                    found.append(f"{note}.")
    return list(dict.fromkeys([*shared, *found, *_scopes(one, other), *_open_ways(one, other)]))


def _shared_out(claim: Claim, parts: int, against: Iterable[Claim]) -> str:
    """ ": 90 over 3 is 30 each, which agrees with …"."""
    if not claim.stated:
        return ""
    each = claim.possibility.scaled(1 / parts)
    text = f": {number(claim.stated[-1])} over {parts} is {number(claim.stated[-1] / parts)} each"
    agreeing = next((c for c in against if consistency(each, c.possibility) >= HALF), None)
    return f"{text}, which agrees with “{' '.join(agreeing.quote.split())}”" if agreeing else text


def _open_ways(one: Sequence[Claim], other: Sequence[Claim]) -> list[str]:
    """How two sides of open claims may both hold: told on other days, by others, in units that
    have one name, or of others than those already counted."""
    if not all(c.measurand.open for c in (*one, *other)):
        return []
    notes: list[str] = []
    days = [{c.as_of for c in side} for side in (one, other)]
    moves = stability_of(one[0].measurand, other[0].measurand) in ("cumulative", "varying")
    if moves and None not in days[0] | days[1] and days[0].isdisjoint(days[1]):
        notes.append("The two were published on different days, and it may have changed.")
    sources = [{str(c.holder) for c in side if named_source(c)} for side in (one, other)]
    folded = [{name.casefold() for name in names} for names in sources]
    if all(sources) and folded[0].isdisjoint(folded[1]):
        here, there = sorted(min(names) for names in sources)
        notes.append(f"One is according to {here}, the other according to {there}.")
    units = [{(c.stated, c.unit) for c in side} for side in (one, other)]
    if any(a[0] == b[0] != () and a[1] != b[1] for a in units[0] for b in units[1]):
        notes.append("Both give one number, in different units.")
    others = [any("other" in c.quote for c in side) for side in (one, other)]
    if others[0] != others[1]:
        notes.append("One may leave out those already counted: it speaks of others.")
    return notes


def _scopes(one: Sequence[Claim], other: Sequence[Claim]) -> list[str]:
    """What one side says and the other leaves open: a scope, another end of the way."""
    notes: list[str] = []
    first, second = (sorted({c.scope for c in side if c.scope}) for side in (one, other))
    if bool(first) != bool(second):
        notes.append(f"One speaks of the {(first or second)[0]}; the other does not say.")
    for role in ("from", "to"):
        ends = [
            sorted({place for c in side for r, place in c.places if r == role})
            for side in (one, other)
        ]
        if all(ends) and ends[0] != ends[1]:
            here, there = (" and ".join(p.title() for p in places) for places in ends)
            notes.append(f"One goes {role} {here}, the other {role} {there}.")
    return notes
