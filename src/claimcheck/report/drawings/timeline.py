"""A timeline: what several articles say of a quantity that moves with time, day by day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from claimcheck.document import Claim, Fact
from claimcheck.errors import visible
from claimcheck.quantities.wording import counted, moment
from claimcheck.report.corpus import Corpus, title_of
from claimcheck.report.drawings.marks import Mark, mark_of
from claimcheck.report.drawings.numberline import Ends, axes
from claimcheck.report.drawings.readings import claims_of, ends_of
from claimcheck.report.drawings.scale import Scale, Tick, percent, scale_of
from claimcheck.report.naming import attribute_of
from claimcheck.report.systems import Phrase, System, Units, range_in
from claimcheck.report.words import clipped

# Points beyond these would cover one another.
_POINTS = 60
# Days that are named below the axis, at most.
_DAYS = 5
_QUOTE = 90
# The axis of values runs upwards beside the drawing, that of days below it.
_LEFT, _RIGHT = 12.0, 96.0
_TOP, _BOTTOM = 4.0, 96.0


@dataclass(frozen=True, slots=True)
class Point:
    """A statement at its day: a line from `low` to `high`, and marks at `ys`.

    `words` say what `quote` is read as, `day` the day and `title` the article.
    """

    mark: Mark
    x: str
    low: str
    high: str
    ys: tuple[str, ...]
    day: str
    quote: str
    words: tuple[Phrase, ...]
    title: str


@dataclass(frozen=True, slots=True)
class Rise:
    """The axis of values in one system of units."""

    system: System
    ticks: tuple[Tick, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Points in the order of their days; `days` are the ticks below, `more` counts the rest."""

    points: tuple[Point, ...]
    days: tuple[Tick, ...]
    rises: tuple[Rise, ...]
    more: str


def timeline(fact: Fact, units: Units, corpus: Corpus) -> Timeline | None:
    """The statements of `fact` by the day they are of; None where fewer than two days are told."""
    dated = sorted(_dated(fact, corpus), key=lambda each: (each[0], each[1].doc, each[1].start))
    if len({day for day, _, _ in dated}) < 2:
        return None
    shown = dated[:_POINTS]
    hard = {claim.id: ends_of(corpus.in_fact_unit(claim.hard, claim)) for _, claim, _ in shown}
    core = {claim.id: ends_of(corpus.in_fact_unit(claim.core, claim)) for _, claim, _ in shown}
    values = [v for ends in (*hard.values(), *core.values()) for v in ends if v is not None]
    if not values:
        return None
    upwards = scale_of(values)
    onwards = Scale(float(shown[0][0].toordinal()), float(shown[-1][0].toordinal()))
    points = tuple(
        _point(day, claim, mark, hard[claim.id], core[claim.id], onwards, upwards, units, corpus)
        for day, claim, mark in shown
    )
    rest = len(dated) - len(shown)
    return Timeline(
        points,
        tuple(_days([day for day, _, _ in shown], onwards)),
        tuple(
            Rise(axis.system, tuple(Tick(_turned(t.x), t.label) for t in axis.ticks), axis.words)
            for axis in axes(upwards, units, attribute_of(fact, corpus.claims))
        ),
        f"{counted(rest, 'further statement')} not drawn" if rest > 0 else "",
    )


def _dated(fact: Fact, corpus: Corpus) -> Iterator[tuple[date, Claim, Mark]]:
    """The numbers of `fact` that are of a day, each with the mark of its camp."""
    for place, camp in enumerate(fact.camps):
        for claim in claims_of(camp, corpus):
            day = _day(claim.as_of)
            if day and set(ends_of(claim.hard) + ends_of(claim.core)) != {None}:
                yield day, claim, mark_of(place)


def _day(told: str | None) -> date | None:
    try:
        return date.fromisoformat((told or "")[:10])
    except ValueError:
        return None


def _point(
    day: date,
    claim: Claim,
    mark: Mark,
    hard: Ends,
    core: Ends,
    onwards: Scale,
    upwards: Scale,
    units: Units,
    corpus: Corpus,
) -> Point:
    low, high = hard
    stated = [float(value) for value in claim.stated] or [v for v in core if v is not None][:1]
    named = ends_of(corpus.in_fact_unit((stated[0], stated[-1]), claim)) if claim.stated else core
    return Point(
        mark=mark,
        x=_across(onwards(day.toordinal())),
        low=percent(_BOTTOM) if low is None else _up(upwards(low)),
        high=percent(_TOP) if high is None else _up(upwards(high)),
        ys=tuple(_up(upwards(v)) for v in dict.fromkeys(named) if v is not None),
        day=moment(day.isoformat()),
        quote=clipped(visible(claim.quote), _QUOTE),
        words=range_in(units, hard),
        title=title_of(corpus.documents[claim.doc]),
    )


def _days(days: Iterable[date], onwards: Scale) -> Iterator[Tick]:
    """The first and the last day, and some between them that are not too near to one another."""
    different = sorted(set(days))
    apart = (different[-1] - different[0]) / _DAYS
    kept = [different[0]]
    for day in different[1:-1]:
        if day - kept[-1] >= apart and different[-1] - day >= apart:
            kept.append(day)
    for day in (*kept, different[-1]):
        yield Tick(_across(onwards(day.toordinal())), moment(day.isoformat()))


def _across(share: float) -> str:
    return percent(_LEFT + share / 100 * (_RIGHT - _LEFT))


def _up(share: float) -> str:
    """SVG counts downwards."""
    return percent(100 - share)


def _turned(place: str) -> str:
    return percent(100 - float(place.removesuffix("%")))
