"""Dating: the days for which two texts give their figures, and whether these are the same.

"Before 22 April fewer than 12,300 cases" says nothing against "12,494 as of 22 April": what only
grows was less earlier. It speaks against it to have been more before, or to be less after.
"""

from __future__ import annotations

import re
from dataclasses import replace

from claimcheck.claims.claim import Claim
from claimcheck.claims.extraction import Extraction
from claimcheck.quantities.numerals import fold

_LED = re.compile(
    r"\b(?:as\sof|in|on|by|before|after|until|till|since|during|at|from|to|between|and|for)\s"
    r"(?:(?:the|early|mid|late)[\s-])*"
    r"(?:(?:end|start|beginning|middle|summer|spring|autumn|fall|winter)\sof\s)?(?:the\s)?\Z"
)
_ESTIMATE = re.compile(r"\s(?:[a-z]+\s)?(?:estimated?|census)\b")
_LEAD = 32
_DETERMINED = re.compile(r"(?:\b(?:the|an?|its|his|her|their|this|that)|['’]s?)\s(?:[a-z-]+\s)?\Z")
_NAMED_BY = re.compile(r"\s(?!(?:the|an?|and|or|but|of|to|in|on|at|by|for|from|with|as|is|was|were|are|had|has|have|he|she|it|they|when|where|after|before|until|to)\b)[^\W\d_]")
_YEAR = re.compile(r"\d{4}|\d\d(?:th|st)\scentury|\b(?:ago|last|this|next|earlier|later|today|yesterday)\b")
_DAYS_OF_A_YEAR = 365.2425


def other_time(
    one: Claim, other: Claim, premise: Extraction, hypothesis: Extraction
) -> Claim | None:
    """The date for which the hypothesis gives a differing figure, where it is another than the
    premise's and the figure may well have been so then; else None."""
    then, now = dated(one, premise), dated(other, hypothesis)
    if then is None or now is None or now.id == other.id:
        return None
    p, q = then.possibility, in_one_year(then, now).possibility
    if p.high > q.low and q.high > p.low:
        return None
    less = other.possibility.midpoint < one.possibility.midpoint
    later = q.high > p.high
    grows = one.measurand.dimension != "ratio"
    return None if grows and less == later else now


def dated(claim: Claim, side: Extraction) -> Claim | None:
    """The date for which a text gives a figure: the nearest of its sentence that a preposition
    leads, else the only one of the text; None where that tells none."""
    folded = fold(side.article.text)
    dates = [
        c
        for c in side.claims
        if c.attribute == "date"
        and c.id != claim.id
        and (_LED.search(folded[max(0, c.start - _LEAD) : c.start]) or _ESTIMATE.match(folded, c.end))
    ]
    own = [c for c in dates if c.index == claim.index] or (dates if len(dates) == 1 else [])
    return min(own, key=lambda c: abs(c.start - claim.start), default=None)


def names_a_thing(claim: Claim, side: Extraction) -> bool:
    """Whether a date belongs to the name of something: "the 2005-06 Premier League season", "the
    1958 film". Such a thing is another one in another year."""
    if claim.attribute != "date":
        return False
    folded = fold(side.article.text)
    before = folded[max(0, claim.start - _LEAD) : claim.start]
    return bool(_NAMED_BY.match(folded, claim.end) and _DETERMINED.search(before))


def in_one_year(one: Claim, other: Claim) -> Claim:
    """A day of which no year is said in that year in which the other's is."""
    if one.attribute != "date" or other.attribute != "date":
        return other
    said = [_YEAR.search(c.quote.lower()) is not None for c in (one, other)]
    if said[0] == said[1]:
        return other
    years = round((one.possibility.midpoint - other.possibility.midpoint) / _DAYS_OF_A_YEAR)
    return replace(other, possibility=other.possibility.scaled(1.0, years * _DAYS_OF_A_YEAR))
