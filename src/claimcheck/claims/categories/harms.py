"""Harms: which part of somebody is hurt, and where somebody died."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.claims.categories.families import FAMILIES, any_of, plain, surfaces
from claimcheck.claims.categories.reading import CategoryMention, Reading, key_of

_INJURY, _ = surfaces(FAMILIES["injury"].words)
_HARMS = {
    "broken": "broke|broken|breaking|breaks|fractured|fracturing|fractures",
    "torn": "tore|torn|tearing|tears|ruptured|rupturing",
    "sprained": "sprained|spraining|sprains|twisted|twisting",
    "dislocated": "dislocated|dislocating",
    "hurt": "injured|injuring|hurt|bruised|bruising|strained|straining",
    "shot": "shot",
    "stabbed": "stabbed",
}
_HARM = {word: harm for harm, words in _HARMS.items() for word in words.split("|")}
HARM_WORDS = tuple(_HARM)
_HURT = re.compile(
    rf"\b(?P<harm>{any_of(_HARM)})\s"
    r"(?P<in>(?:(?:him|her|them|once|twice|[a-z]{3,5}\stimes)\s)?in\s)?(?:(?:the|his|her|a|an|my)\s)?(?:back\sof\s(?:the|his|her)\s)?"
    rf"(?:(?:left|right|upper|lower)\s){{0,2}}(?P<body>{any_of(_INJURY)})(?![\w-])(?:\s(?:bone|ligament|tendon|muscle)\b)?"
)


def injuries(reading: Reading) -> Iterator[CategoryMention]:
    """The parts of the body that a sentence says are hurt."""
    for match in reading.every(_HURT):
        harm = _HARM[match["harm"]]
        if (harm in ("shot", "stabbed")) != bool(match["in"]) or not reading.ends(match.end()):
            continue
        value, subject = _INJURY[plain(match["body"])], ""
        if not match["in"]:
            subject = reading.nearest(match.start())
        elif name := reading.somebody(match.start()):
            subject = key_of(name) if match["in"].startswith("in") else ""
        negative = reading.negated(match.start())
        yield CategoryMention(*match.span(), "injury", value, subject, harm, negative)


_WHEN = (
    r"(?:\w{3,6}day|yesterday|today|early|late|later|shortly|soon|after|afterwards?|on|in|the|of|her"
    r"|his|their|from|injuries|wounds|that|this|last|same|morning|evening|night|afternoon|an?|few|hours?"
    r"|days?|weeks?|peacefully|instantly|\d{1,4}(?:st|nd|rd|th)?|january|february|march|april|may|june"
    r"|july|august|september|october|november|december|(?:jan|feb|aug|sept|oct|nov|dec)\.)"
)
_DIED = re.compile(
    rf"\b(?:died|(?:was\s|were\s)?(?:pronounced|declared)\sdead)\s(?:{_WHEN},?\s){{0,6}}?(?:"
    r"(?P<scene>(?:at|on)\s(?:the\s|a\s)?(?:scene|spot)\b)"
    r"|(?P<way>(?:on\s(?:the|his|her|their)\sway|en\sroute)\sto\s"
    r"(?:(?:the|a)\s)?(?:\w{1,16}\s)?hospital\b)"
    r"|(?P<hospital>(?:in|at)\s(?:(?:an?|the)\s)?(?:(?!where\b|near\b|outside\b)\w{1,16}\s){0,3}"
    r"(?:hospital|medical\scenter)\b)"
    r"|(?P<home>at\s(?:(?:his|her|their)\s)?home\b)"
    r"|(?P<custody>in\s(?:prison|custody|jail|detention)\b))"
)
_DEATHS = {
    "scene": "at the scene",
    "way": "on the way to hospital",
    "hospital": "in hospital",
    "home": "at home",
    "custody": "in custody",
}


def deaths(reading: Reading) -> Iterator[CategoryMention]:
    """The kinds of places at which a sentence says that somebody died."""
    for match in reading.every(_DIED):
        if reading.real(match.start()):
            name = reading.somebody(match.start())
            subject = key_of(name) if name else ""
            value = _DEATHS[str(match.lastgroup)]
            negative = reading.negated(match.start())
            yield CategoryMention(*match.span(), "place_of_death", value, subject, "", negative)
