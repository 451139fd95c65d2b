"""Scales: marks and shares as percentages, so that "3.6/10" and "one in four" meet "36 %"."""

from __future__ import annotations

import re
from dataclasses import replace

import msgspec

from claimcheck.claims.claim import Claim
from claimcheck.claims.extraction import Extraction
from claimcheck.quantities.numerals import fold

PERCENT = 100.0

_LEAD, _FOLLOWING = 12, 24
_OUT_OF = re.compile(r"\s?(?:/|out\sof)\s?(100|10|5|ten|five|a\shundred)(?![\d%]|[.,]\d)")
_WHOLES = {"100": 100, "10": 10, "5": 5, "ten": 10, "five": 5, "a hundred": 100}
_WHOLE_OF = re.compile(r"\d\s?(?:/|out\sof)\s?\Z")


def as_share(claim: Claim, side: Extraction) -> Claim | None:
    """A mark out of ten, or a share in words, as a percentage; None for whatever is neither.
    A score of a game ("won 7 out of 10") counts its games, and is a share all the same."""
    if claim.attribute == "measured share":
        if claim.measurand.dimension == "count":
            return _scaled(claim, PERCENT)
        return claim if claim.unit == "percent" else None
    if claim.attribute != "number":
        return None
    whole = _OUT_OF.match(fold(side.article.text[claim.end : claim.end + _FOLLOWING]))
    return _scaled(claim, PERCENT / _WHOLES[whole[1]]) if whole else None


def figures(side: Extraction) -> list[Claim]:
    """The open claims of a text, without the wholes that its marks are out of: nobody says
    "ten" who says "7/10"."""
    text = side.article.text
    return [
        c
        for c in side.claims
        if c.measurand.open
        and not (
            c.attribute == "number"
            and _WHOLE_OF.search(fold(text[max(0, c.start - _LEAD) : c.start]))
        )
    ]


def _scaled(claim: Claim, factor: float) -> Claim:
    measurand = msgspec.structs.replace(
        claim.measurand, id="measured share", label="share", dimension="ratio", unit="percent"
    )
    assert claim.anchor is not None
    return replace(
        claim,
        measurand=measurand,
        possibility=claim.possibility.scaled(factor),
        reading=claim.possibility.scaled(factor),
        anchor=claim.anchor * factor,
        unit="percent",
    )
