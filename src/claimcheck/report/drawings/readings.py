"""Readings: what claims allow, suggest and name, each different one once, ready to be drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimcheck.document import Bounds, Camp, Claim, Fact, Finding, Side
from claimcheck.errors import visible
from claimcheck.quantities.wording import counted
from claimcheck.report.corpus import Corpus
from claimcheck.report.dates import UNIT
from claimcheck.report.drawings.days import ordinals
from claimcheck.report.drawings.marks import Mark, mark_of
from claimcheck.report.drawings.numberline import Ends, NumberLine, Reading, number_line
from claimcheck.report.naming import attribute_of
from claimcheck.report.systems import Phrase, Units, reading_in
from claimcheck.report.words import clipped

_LABEL = 90
# More lanes than a screen is high would be no drawing to take in at once.
_LANES = 24


@dataclass(frozen=True, slots=True)
class FactLine:
    """The number line of a fact; `more` counts the readings that are not drawn."""

    line: NumberLine
    more: str


def line_of_sides(
    finding: Finding,
    said: Sequence[Sequence[Claim]],
    fact: Fact,
    units: Units,
    marks: Iterable[Mark],
    corpus: Corpus,
) -> NumberLine | None:
    """Both sides on one number line, in the fact's unit; None where a side has no numbers.

    `said` are the sides' claims of the fact, and `marks` their marks.
    """
    first, second = (
        _readings(claims, mark, fact, units, corpus, side.value)
        for side, claims, mark in zip(finding.sides, said, marks, strict=True)
    )
    if not first or not second:
        return None
    return number_line([*first, *second], units, attribute_of(fact, corpus.claims))


def line_of_fact(fact: Fact, units: Units, corpus: Corpus) -> FactLine | None:
    """All camps of `fact` on one number line; None where none has numbers."""
    found = [
        reading
        for place, camp in enumerate(fact.camps)
        for reading in _readings(claims_of(camp, corpus), mark_of(place), fact, units, corpus)
    ]
    if not found:
        return None
    rest = len(found) - _LANES
    more = f"{counted(rest, 'further reading')} not drawn" if rest > 0 else ""
    return FactLine(number_line(found[:_LANES], units, attribute_of(fact, corpus.claims)), more)


def units_of(claims: Iterable[Claim], fact: Fact, corpus: Corpus) -> Units:
    """The units in which to tell what these claims of `fact` allow, all of them together."""
    ranges = [corpus.range_of(claim) for claim in claims if corpus.unit_of(claim) == fact.unit]
    return Units.of(fact.unit, attribute_of(fact, corpus.claims), ranges)


def claims_of(camp: Camp, corpus: Corpus) -> list[Claim]:
    """The claims of `camp`, in reading order."""
    return corpus.in_reading_order(camp.claims)


def members(side: Side, fact: Fact, corpus: Corpus) -> list[Claim]:
    """The claims of the fact itself that the side holds.

    A calculated side may list only what it was calculated from, claims of other facts; then its
    members are the claims of this fact that follow from them.
    """
    listed = set(side.claims)
    claims = [id_ for id_ in listed if corpus.stands.get(id_, ("", 0))[0] == fact.id]
    if claims:
        return corpus.in_reading_order(claims)
    calculated = corpus.in_reading_order(corpus.calculated.get(fact.id, ()))
    return [claim for claim in calculated if listed >= set(claim.derived_from or ())]


def ends_of(bounds: Bounds) -> Ends:
    """The numbers of `bounds`; the moments of a time or a date are none."""
    low, high = (bound if isinstance(bound, float | int) else None for bound in bounds)
    return low, high


def _readings(
    claims: Iterable[Claim],
    mark: Mark,
    fact: Fact,
    units: Units,
    corpus: Corpus,
    value: str = "",
) -> list[Reading]:
    """The different readings of `claims`, each once, with all the words that are read so; `value`
    stands for the words of what was calculated."""
    quotes: dict[tuple[Ends, Ends, Ends], dict[str, None]] = {}
    words: dict[tuple[Ends, Ends], tuple[Phrase, ...]] = {}
    dated = fact.unit == UNIT
    for claim in claims:
        if not dated and corpus.unit_of(claim) != fact.unit:
            continue  # its numbers have no place on this line
        stated = (claim.stated[0], claim.stated[-1]) if claim.stated else (None, None)
        hard, core, named = (
            ordinals(bounds) if dated else ends_of(corpus.in_fact_unit(bounds, claim))
            for bounds in (claim.hard, claim.core, stated)
        )
        words[hard, core] = reading_in(
            units, corpus.in_fact_unit(claim.hard, claim), corpus.in_fact_unit(claim.core, claim)
        )
        quote = (value or f"calculated: {claim.quote}") if claim.derived_from else claim.quote
        quotes.setdefault((hard, core, named), {})[visible(quote)] = None
    return [
        Reading(
            mark=mark,
            label=clipped(" · ".join(said), _LABEL),
            words=words[hard, core],
            hard=hard,
            core=core,
            stated=tuple(sorted({value for value in named if value is not None})),
        )
        for (hard, core, named), said in quotes.items()
        if set(hard + core) != {None}
    ]
