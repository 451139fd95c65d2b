"""Happenings: what is dated, where a word says it: a birth, a release, an end.

Two days of which one thing happened are one claim, in whatever words; those of two things are
none, even where all else is said alike: "announced on 4 October", "released on 1 December".
"""

from __future__ import annotations

import re

from claimcheck.claims.claim import Claim
from claimcheck.claims.extraction import Extraction
from claimcheck.quantities.numerals import fold

REACH = 60
"""Characters before a date in which the word stands that says what happened."""

_WORDS = {
    "birth": "born birth birthday",
    "death": "died dies death",
    "founding": "founded established formed incorporated",
    "release": "released release",
    "premiere": "premiered premieres debuted aired",
    "opening": "opened opens inaugurated",
    "closing": "closed shut",
    "announcement": "announced revealed",
    "appointment": "appointed hired",
    "leaving": "left resigned retired",
    "marriage": "married wed",
    "signing": "signed",
    "start": "began started",
    "end": "ended finished",
}
_CLASSES = {word: name for name, said in _WORDS.items() for word in said.split()}
_PASSED_AWAY = re.compile(r"\bpassed\saway\b[^.;]*\Z")


def happening(claim: Claim, side: Extraction) -> str:
    """What happened on the day that a claim gives, by the last word for it before the date; ""
    where none stands there, or the claim gives no day."""
    if claim.attribute != "date":
        return ""
    start = max(claim.sentence[0], claim.start - REACH)
    before = fold(side.article.text[start : claim.start])
    if _PASSED_AWAY.search(before):
        return "death"
    last = ""
    for found in re.finditer(r"[a-z]+", before):
        last = _CLASSES.get(found[0], last)
    return last
