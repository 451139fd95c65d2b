"""Ones without a numeral: "almost a full day", "another hour", "day-long", "a pound"."""

from __future__ import annotations

import re

from claimcheck.quantities.grammar import either, words
from claimcheck.quantities.hedging import hedges_before
from claimcheck.quantities.lexicon import Unit
from claimcheck.quantities.numerals import Numeral
from claimcheck.quantities.ranges import ALONE
from claimcheck.quantities.surfaces import UnitMatch, match_unit

LEADS = words("one", "leads")
"""Words that may say a one before a unit: "another", "full"."""

LENGTHS = words("one", "lengths")
LENGTH_BEFORE = re.compile(rf"(?<![\w-])(?:{either(LENGTHS)})[- ]\Z")
"""What stands before "long" where a length begins with it: "day-long"."""

_LONG = re.compile(rf"(?:{either(LENGTHS)})[- ]?long(?![\w-])")
_WHOLE = re.compile(
    rf"(an?)\s(?:(?:{either(words('one', 'wholes'))})\s)?|another\s"
    rf"|(?:{either(LEADS - {'another'})})[\s-]"
)
_BOTH = re.compile(rf"both(?=(?:\sof)?\s(?:{either(words('one', 'owners'))})\s)")
_VERB_BEFORE = re.compile(rf"\b(?:{either(words('one', 'verbs'))})\s\Z")
_HALF_OR_REST = re.compile(r"\sand\s(?:a\s)?half(?![\w-])|,?\s(?:and\s)?(?=\d)")
_AWAY = re.compile(r"\s(?:ago|earlier|later|before|after)\b")


def one(text: str, folded: str, start: int, since: int) -> tuple[Numeral, Unit | None, int] | None:
    """The one (or, of "both his summits", the two) that begins at `start`, its unit, and where its
    words end; None where none is said. The last outcome ended at `since`."""
    if both := _BOTH.match(folded, start):
        return Numeral(start, both.end(), 2.0, 0, "exact"), None, both.end()
    lead = _WHOLE.match(folded, start)
    position = lead.end() - 1 if lead else start
    long = None if lead else _LONG.match(folded, start)
    unit = match_unit(text, position) if lead or long else None
    if not isinstance(unit, UnitMatch) or not unit.surface[0].isalpha():
        return None
    if long is not None:
        return Numeral(start, start, 1.0, 0), unit.unit, long.end()
    if lead is None or len(unit.surface) < 2 or unit.surface[-1] == "s":
        return None
    if lead[0].strip() == lead[1] and not _article_counts(folded, start, unit, since):
        return None
    return Numeral(start, position, 1.0, 0), unit.unit, unit.end


def _article_counts(folded: str, start: int, unit: UnitMatch, since: int) -> bool:
    """Whether "a" is a one: "almost a day", "took a day", "a minute and 30 seconds", "a day
    earlier", and "a kilogram" that is nobody's price; not "by a day", nor "$5 a pound"."""
    timed = unit.unit.dimension == "time"
    away = unit.unit.calendar and _AWAY.match(folded, unit.end) is not None
    if hedges := hedges_before(folded, start, since=since):
        # "5 percent fewer than a year ago" compares with that time.
        return not (away and since and hedges[0].start - since <= 1)
    if away or _VERB_BEFORE.search(folded, max(0, start - 12), start):
        return True
    if _HALF_OR_REST.match(folded, unit.end):
        return True
    if timed or (unit.unsure and not unit.unit.is_money):
        return False
    priced = since and start - since <= 1
    return not priced and (
        ALONE.match(folded, unit.end) is not None or folded.startswith(" of ", unit.end)
    )
