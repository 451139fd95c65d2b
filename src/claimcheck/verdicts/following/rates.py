"""Rates: what one of several comes to, where a sentence states the whole, the count and the each.

"Four tickets for $100, or $20 each", "four tickets at $20 each, for a total of $100". The whole
over the count is held against the each.

Refused: any other order or words between the three; a count of none, or of a part ("four of the
ten"); an each that is per something else than what is counted; a whole "with tax"; values of
different currencies or dimensions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from claimcheck.claims.claim import Claim
from claimcheck.claims.extraction import Extraction
from claimcheck.claims.terms import term
from claimcheck.quantities.nouns import singular
from claimcheck.quantities.numerals import fold
from claimcheck.verdicts.comparison import TENSION, agreement
from claimcheck.verdicts.following.implications import EACH, implied, told

_COUNTED = "number "
_FOR = re.compile(r"(?:\s[a-z-]+){0,2}\sfor\s(?:a\stotal\sof\s)?")
_OR_EACH = re.compile(r",\sor\s|\s\(|,\swhich\sis\s|,\sthat\sis\s|\s[–—-]\s")
_AT = re.compile(r"(?:\s[a-z-]+){0,2}\s(?:at|for)\s")
_IN_ALL = re.compile(
    r",?\s(?:(?:for\s)?a\stotal\sof|totall?ing|or|making)\s|,?\s\((?:a\stotal\sof\s)?|,\s"
)
_TOTALLED = re.compile(r"\s(?:in\s(?:all|total)|altogether)\b")
_WITH = re.compile(r"\s(?:with|including|excluding|plus|minus|after|before|and)\b")
_EACH = re.compile(r"\s(?:each|apiece|(?:per|an?)\s([a-z]+))(?![\w-])")


def rates(extraction: Extraction) -> Iterator[Claim]:
    """What each of several comes to in an article, where that is not what it states."""
    folded = fold(extraction.article.text)
    measured = [c for c in extraction.claims if len(c.stated) == 1 and not c.vague and told(c)]
    for _, members in groupby(measured, key=lambda c: c.sentence):
        said = list(members)
        for (count, second), (_, third) in pairwise(pairwise(said)):
            if not count.attribute.startswith(_COUNTED) or count.context.parts:
                continue
            whole, each = _told(folded, count, second, third) or (None, None)
            if whole is None or each is None or whole.attribute != each.attribute:
                continue
            if count.possibility.core_low <= 0:
                continue  # of nothing there is no each
            derived = implied(
                [each], EACH, [whole, count], whole.possibility.over(count.possibility)
            )
            if agreement(derived, each) < TENSION:
                yield derived


def _told(folded: str, count: Claim, second: Claim, third: Claim) -> tuple[Claim, Claim] | None:
    """The whole and the each of a count, by the words between and behind them."""
    first, last = folded[count.end : second.start], folded[second.end : third.start]
    if _FOR.fullmatch(first) and _OR_EACH.fullmatch(last) and _is_each(folded, third, count):
        return second, third
    each = _EACH.match(folded, second.end)
    if _AT.fullmatch(first) and each and _is_each(folded, second, count):
        rest = folded[each.end() : third.start]
        led = _IN_ALL.fullmatch(rest)
        summed = "total" in rest or _TOTALLED.match(folded, third.end)
        if led and summed and not _WITH.match(folded, third.end):
            return third, second
    return None


def _is_each(folded: str, claim: Claim, count: Claim) -> bool:
    found = _EACH.match(folded, claim.end)
    if found is None:
        return False
    return found[1] is None or f"{_COUNTED}{term(singular(found[1]))}" == count.attribute
