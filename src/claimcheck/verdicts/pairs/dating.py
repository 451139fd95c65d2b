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
from claimcheck.quantities.possibility import Tail

_LEAD = 32  # characters before a date in which a preposition leads it
_FOLLOWING = 24

# "As of 22 April", "by the end of 2019". A date that nothing leads says when of nothing else.
_LED = re.compile(
    r"\b(?:as\sof|in|on|by|before|after|until|till|since|during|at|from|to|between|and|for)\s"
    r"(?:(?:the|early|mid|late)[\s-])*"
    r"(?:(?:end|start|beginning|middle|summer|spring|autumn|fall|winter)\sof\s)?(?:the\s)?\Z"
)
_ESTIMATE = re.compile(r"\s(?:[a-z]+\s)?(?:estimated?|census)\b")  # "a 2014 estimated population"

# "The 1958 film", and not "the year 1958 was", "his 2010 and 2012".
_DETERMINED = re.compile(r"(?:\b(?:the|an?|its|his|her|their|this|that)|['’]s?)\s(?:[a-z-]+\s)?\Z")
_NAMED_BY = re.compile(
    r"\s(?!(?:the|an?|and|or|but|of|to|in|on|at|by|for|from|with|as|is|was|were|are|had|has|have"
    r"|he|she|it|they|when|where|after|before|until)\b)[^\W\d_]"
)
_YEAR = re.compile(
    r"\d{4}|\d\d(?:th|st)\scentury|\b(?:ago|last|this|next|earlier|later|today|yesterday)\b"
)
_DAYS_OF_A_YEAR = 365.2425


def other_time(
    one: Claim, other: Claim, premise: Extraction, hypothesis: Extraction
) -> Claim | None:
    """The date for which the hypothesis gives a differing figure, where it is another than the
    premise's and the figure may well have been so then; else None."""
    then, now = dated(one, premise), dated(other, hypothesis)
    if then is None or now is None:
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
    if claim.attribute == "date":
        return None
    dates = [c for c in side.claims if c.attribute == "date" and _says_when(c, side)]
    own = [c for c in dates if c.index == claim.index] or (dates if len(dates) == 1 else [])
    return min(own, key=lambda c: abs(c.start - claim.start), default=None)


def _says_when(date: Claim, side: Extraction) -> bool:
    before, behind = _around(date, side)
    return bool(_LED.search(before) or _ESTIMATE.match(behind))


def names_a_thing(claim: Claim, side: Extraction) -> bool:
    """Whether a date belongs to the name of something: "the 2005-06 Premier League season", "the
    1958 film". Such a thing is another one in another year."""
    if claim.attribute != "date":
        return False
    before, behind = _around(claim, side)
    return bool(_NAMED_BY.match(behind) and _DETERMINED.search(before))


def _around(claim: Claim, side: Extraction) -> tuple[str, str]:
    """What stands before a claim and behind it, in lower case."""
    text = side.article.text
    before = text[max(0, claim.start - _LEAD) : claim.start]
    return fold(before), fold(text[claim.end : claim.end + _FOLLOWING])


def in_one_year(one: Claim, other: Claim) -> Claim:
    """A day of which no year is said, in that year in which it is nearest to the other's."""
    if one.attribute != "date" or other.attribute != "date":
        return other
    said = [_YEAR.search(c.quote.lower()) is not None for c in (one, other)]
    if said[0] == said[1]:
        return other
    years = round((_day(one) - _day(other)) / _DAYS_OF_A_YEAR)
    return replace(other, possibility=other.possibility.scaled(1.0, years * _DAYS_OF_A_YEAR))


def _day(claim: Claim) -> float:
    """The day that is written: of "after 20 July" the end that is no limit of a lifetime."""
    p = claim.possibility
    if p.left is Tail.SPAN:
        return p.core_high
    return p.core_low if p.right is Tail.SPAN else p.midpoint
