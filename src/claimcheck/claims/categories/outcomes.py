"""Outcomes: how a case in court ended, and who won a contest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.claims.categories.reading import CategoryMention, Reading, key_of
from claimcheck.claims.names import NameKind

CASE_WORDS = (
    "pleaded pled found charged convicted acquitted cleared sentenced given received".split()
)
_CASE = re.compile(
    r"\b(?P<plea>ple(?:ade)?d\s(?:not\s)?guilty)\b"
    r"|\b(?P<found>found\s(?:not\sguilty|guilty|innocent))\b"
    r"|\b(?P<verdict>charged(?=\s(?:with|in|over))|convicted|acquitted|cleared(?=\sof))\b"
    r"|\b(?:sentenced\s[^;]{0,60}?\bto|given|received)\s(?P<sentence>death(?=\s?[.,;]|\s\w{2}\s|\sfor|\s?\Z)|die|an?\sdeath\ssentence"
    r"|life(?=\s(?:in|without|behind)|\s?[.,;]|\s?\Z)|prison\sfor\slife|an?\slife\ssentence"
    r"|(?:\d{1,3}|[a-z]{3,9})\s(?:years|months)\s(?:in|behind)\s(?:prison|jail|bars))"
)


def cases(reading: Reading) -> Iterator[CategoryMention]:
    """The pleas, verdicts and sentences that a sentence tells of somebody."""
    for match in reading.every(_CASE):
        start, end = match.span()
        if not reading.real(start):
            continue
        if match["plea"]:
            value, part = ("pleaded not guilty" if "not" in match[0] else "pleaded guilty"), "plea"
        elif match["found"]:
            value, part = ("convicted" if match["found"] == "found guilty" else "acquitted"), "case"
        elif match["verdict"]:
            value, part = match["verdict"].replace("cleared", "acquitted"), "case"
        else:
            words = match["sentence"]
            value, part = "prison term", "case"
            if "death" in words or words == "die":
                value = "death sentence"
            elif "life" in words:
                value = "life sentence"
        behind = reading.at.get(start + len(match[0].split()[0]) + 1)
        name = reading.somebody(start)
        if behind and (match["sentence"] or match["verdict"]):
            name = behind if behind.kind is NameKind.PERSON and not behind.possessive else None
        if name:
            negative = reading.negated(start)
            yield CategoryMention(start, end, "outcome", value, key_of(name), part, negative)


CONTEST_WORDS = ("beat", "defeated", "edged", "routed", "drew", "lost")
_CONTEST = re.compile(
    r"\b(?P<verb>beat|defeated|edged|routed|drew\s(?:\d{1,2}-\d{1,2}\s)?(?:with|against)|lost\s(?:\d{1,3}-\d{1,3}\s)?to)\s(?:the\s)?"
)


def contests(reading: Reading) -> Iterator[CategoryMention]:
    """Who beat whom, told of both."""
    for match in reading.every(_CONTEST):
        one, other = reading.before(match.start()), reading.at.get(match.end())
        if not one or not other or other.possessive or not reading.real(match.start()):
            continue
        verb = match["verb"].split()[0]
        if verb != "drew" and not reading.contested:
            continue
        value, turned = {"drew": ("drew", "drew"), "lost": ("lost", "won")}.get(
            verb, ("won", "lost")
        )
        negative = reading.negated(match.start())
        span = (match.start(), other.end)
        yield CategoryMention(*span, "outcome", value, key_of(one), key_of(other), negative)
        yield CategoryMention(*span, "outcome", turned, key_of(other), key_of(one), negative)
