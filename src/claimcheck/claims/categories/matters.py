"""Matters: deals, plans and acts of which somebody says that they are, and somebody denies it.

A matter is asserted where a verb of making, agreeing or planning governs it, and denied where it
stands behind "denied", or behind reports, claims and rumours that are dismissed. Who "rejected a
takeover bid" denies nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.claims.categories.families import FAMILIES, any_of, plain, surfaces
from claimcheck.claims.categories.reading import CategoryMention, Reading

_SINGULAR, _PLURAL = surfaces(FAMILIES["matter"].words)
_MATTER = {**_SINGULAR, **_PLURAL}
MATTER_WORDS = ("denied", "denies", "deny", "denying", *_MATTER)

_ARMS = r"(?:arms|weapons?|weaponry|munitions|ammunition)"
_SOLD = r"(?:sales?|suppl(?:y|ies)|transfers?|shipments?|deliver(?:y|ies))"
_SAID = (
    rf"(?P<words>{any_of(_MATTER)}"
    rf"|(?P<arms>{_SOLD}\sof\s(?:[\w’'-]+\s){{0,2}}?{_ARMS}|(?:deal|agreement)\sfor\s{_ARMS}))(?![\w-])"
)
_BETWEEN = (
    r"(?:(?:an?|the|any|its|his|her|their|possible|potential|planned|new|secret|major)\s){0,3}"
)
_ASSERTED = re.compile(
    r"\b(?:(?:discuss|negotiat|clinch|sign|reach|strik|struck|broker|seal|announc|finali[sz]|complet"
    r"|plan|conclud|secur|approv|mak|made|pay|paid|offer)(?:e|es|s|ed|ing|ned|ning)?"
    r"|agree[ds]?\s(?:on|to)|le(?:ad|ads|d)\sto)"
    rf"\s{_BETWEEN}{_SAID}"
)
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|(?:dismiss|reject|refut)(?:es|ed|s|ing)?\s(?:[a-z]+\s){0,2}"
    r"(?:reports?|claims?|rumou?rs?|allegations?|suggestions?|speculation|accusations?))\s"
    rf"(?:(?!(?:but|and|or|while|after|because)\b)[\w’'-]+\s){{0,9}}?{_SAID}"
)


def matters(reading: Reading) -> Iterator[CategoryMention]:
    """The matters that a sentence asserts, or says that somebody denies."""
    denied = [m for m in reading.every(_DENIED) if not reading.negated(m.start())]
    for match in denied:
        yield _mention(match, negative=True)
    for match in reading.every(_ASSERTED):
        inside = any(d.start() < match.end() and match.start() < d.end() for d in denied)
        if not inside and not reading.negated(match.start()):
            yield _mention(match, negative=False)


def _mention(match: re.Match[str], *, negative: bool) -> CategoryMention:
    value = "arms deal" if match["arms"] else _MATTER[plain(match["words"])]
    return CategoryMention(*match.span(), "matter", value, value, "", negative)
