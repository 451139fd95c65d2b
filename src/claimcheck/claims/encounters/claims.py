"""Claims of encounters: the days of a meeting, or on which talks broke down, and where two met.

The names of the two and what they did are the key of a day, so that articles of other stories meet;
where they meet is told by the story, or by the date that the text gives. A month without a year is
known where another article dates the same event within weeks of it, and else makes no claim.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date

from claimcheck.articles.article import Article
from claimcheck.claims.attribution import attribution
from claimcheck.claims.claim import Claim, identified, places_apart
from claimcheck.claims.clauses import Clause
from claimcheck.claims.encounters.mentions import Encounter, Kind
from claimcheck.claims.events import STANDING, Event
from claimcheck.claims.measurands import Measurand
from claimcheck.quantities.calendar import readings
from claimcheck.quantities.hedges import Hedge
from claimcheck.quantities.possibility import OPEN, Possibility

DAYS_ON = 2.0
"""Days that a meeting may go on, before and after the one day on which it is said to be."""

WITHIN = 31.0
"""Days between a month without a year and the dated event that tells the year, at most."""

_MEASURANDS: dict[Kind, Measurand] = {
    "meeting": Measurand("date of meeting", "date of the meeting", "date", tie="named"),
    "breakdown": Measurand("date of breakdown", "date of the failed talks", "date", tie="named"),
    "venue": Measurand(
        "category place of meeting",
        "place of the meeting",
        "category",
        event="meeting",
        tie="named",
    ),
}
_UNKNOWN = Possibility(0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class EncounterClaim:
    """A claim of an encounter. Where the text names a `month` and no year the value is still to be
    found; `month` is 0 where it is there."""

    claim: Claim
    month: int = 0


def encounter_claim(
    article: Article,
    folded: str,
    encounter: Encounter,
    clause: Clause,
    event: Event,
    story: str,
    cast: frozenset[str],
) -> EncounterClaim | None:
    """The claim of an encounter, None where it asserts nothing; `event` is that of its clause."""
    start, end = encounter.start, encounter.end
    said = attribution(article.text, clause, start, end)
    if said.certainty == "U" or said.negative or (encounter.planned and said.time != "planned"):
        return None
    venue = encounter.kind == "venue"
    days = _UNKNOWN if venue else _days(encounter, folded)
    at = (("at", encounter.place),) if encounter.place and not venue else ()
    claim = Claim(
        key="",
        id="",
        doc=article.id,
        start=start,
        end=end,
        quote=article.text[start:end],
        sentence=(clause.sentence.start, clause.sentence.end),
        measurand=_MEASURANDS[encounter.kind],
        subject=" and ".join(encounter.parties),
        event=event if venue else STANDING,
        scope="",
        alone=False,
        stated=(),
        unit="" if venue else "date",
        hedge=Hedge.NONE,
        hedge_words="",
        vague=None,
        reading=days,
        possibility=days,
        anchor=None,
        places=at,
        holder=said.holder,
        certainty=said.certainty,
        negative=False,
        time=said.time or "past",
        generic=said.generic,
        denied=said.denied,
        story=story,
        cast=cast,
        rule=f"encounter/{encounter.kind}",
        index=encounter.index,
        category=encounter.place if venue else "",
        as_of=article.anchor,
    )
    return EncounterClaim(claim, encounter.month)


def _days(encounter: Encounter, folded: str) -> Possibility:
    """The days of an encounter. A single day of a meeting may be one of several."""
    moment = encounter.moment
    found = readings.days(moment, folded) if moment else None
    if found is None:
        return _UNKNOWN
    if encounter.kind == "meeting" and moment and moment.first == moment.last:
        low, high = found.low - DAYS_ON, found.high + DAYS_ON
        return Possibility(low, found.core_low, found.core_high, high, grain=found.grain)
    return found


def completed(encounters: Iterable[EncounterClaim]) -> list[Claim]:
    """The claims of the encounters of all articles, months without a year given theirs."""
    ordered = list(encounters)
    dated = [e.claim for e in ordered if not e.month]
    whole = [e.claim if not e.month else _in_its_year(e, dated) for e in ordered]
    of_doc: dict[str, list[Claim]] = {}
    for claim in whole:
        if claim is not None:
            of_doc.setdefault(claim.doc, []).append(claim)
    return [claim for claims in of_doc.values() for claim in identified(claims)]


def _in_its_year(encounter: EncounterClaim, dated: Iterable[Claim]) -> Claim | None:
    """The claim with the days of its month in the one year in which it is near a dated encounter of
    the same two people; None where that is none, or more than one."""
    claim = encounter.claim
    found: set[Possibility] = set()
    for other in dated:
        if (other.attribute, other.subject) != (claim.attribute, claim.subject):
            continue
        if other.doc == claim.doc or places_apart(claim, other):
            continue
        middle = readings.day(round(other.possibility.midpoint)).year
        for year in range(max(MINYEAR, middle - 1), min(MAXYEAR, middle + 1) + 1):
            days = _month(year, encounter.month)
            gap = max(days.low - other.possibility.high, other.possibility.low - days.high)
            if gap <= WITHIN:
                found.add(days)
    if len(found) != 1:
        return None
    days = found.pop()
    return replace(claim, reading=days, possibility=days)


def _month(year: int, month: int) -> Possibility:
    first = float(date(year, month, 1).toordinal())
    last = first + monthrange(year, month)[1] * (1 - OPEN)
    return Possibility(first, first, last, last, grain=last - first)
