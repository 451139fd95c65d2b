"""States: what a thing is in, as damaged, closed or cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.claims.categories.families import FAMILIES, LISTS, any_of, plain, surfaces
from claimcheck.claims.categories.reading import GOVERNED, CategoryMention, Reading, key_of
from claimcheck.claims.names import Name, NameKind
from claimcheck.quantities.nouns import singular

_STATE, _ = surfaces(FAMILIES["state"].words)
STATE_WORDS = (*_STATE, "toppled")
_STATED = re.compile(
    r"(?<=[\w,])\s(?P<verb>(?:(?:has|have|had)\s(?:also\s)?(?:not\s)?been|was|were|is|are|remains?|remained)"
    r"(?:n['’]t)?)\s(?P<how>(?:(?:not|also|so|either|badly|severely|heavily|completely|almost|nearly|totally"
    r"|partly|partially|slightly|seriously|extensively|still|again|only|being)\s){0,3})"
    rf"(?P<state>{any_of(_STATE)})(?![\w-])(?!\s(?:by\sabout|by\shalf|into|to|short|down|from|off|on))"
)
_RUINED = re.compile(
    r"\b(?:buildings|houses|homes)\s(?:(?:and|or)\s[a-z]+\s)?(?:were|have\sbeen)\s(?:[a-z]+ly\s)?"
    r"(?:toppled|damaged|destroyed|flattened|level?led|razed)\sin\s(?:the\s[^,.;]{2,40},\s)?"
)
_NONE = re.compile(r"\b(?:no|not|few|without)\s(?:[a-z]+\s){0,2}\Z")
_NOUNS = re.compile(r"(?:([a-z][\w’'-]*)\s)?(?:([a-z][\w’'-]*)\s)?([a-z][\w’'-]*)\Z")
_ALIAS = re.compile(r",\s(?:which|also|known|called)\b[^,;]{0,40}(?:,|\Z)\Z")
_OPPOSITE = {"damaged": "undamaged", "affected": "unaffected", "open": "closed", "closed": "open"}
_GOVERNING = frozenset("of in on at to from with for by near between around".split())
_DETERMINED = frozenset("the a an its his her their our this that these those".split())


def states(reading: Reading) -> Iterator[CategoryMention]:
    """The states that a sentence says things are in."""
    yield from _ruined(reading)
    for match in reading.every(_STATED):
        if not reading.real(match.start()):
            continue
        value, how = _STATE[plain(match["state"])], match["how"].split()
        if "being" in how:
            continue
        negative = "not" in match["verb"].split() or "not" in how or match["verb"][-1] == "t"
        if value == "destroyed" and not {"almost", "nearly", "partly", "partially"}.isdisjoint(how):
            value = "damaged"
        if negative and value in _OPPOSITE:
            value, negative = _OPPOSITE[value], False
        for subject in _stated(reading, match.start()):
            yield CategoryMention(
                match.start("verb"), match.end(), "state", value, subject, "", negative
            )


def _ruined(reading: Reading) -> Iterator[CategoryMention]:
    """The places in which buildings fell: they are not undamaged."""
    for match in reading.every(_RUINED):
        name = reading.at.get(match.end())
        none = _NONE.search(reading.back(match.start(), 30)) or not reading.real(match.start())
        if name and not name.possessive and name.kind is not NameKind.ADJECTIVE and not none:
            yield CategoryMention(match.start(), name.end, "state", "damaged", _place(name))


def _place(name: Name) -> str:
    """The key of a name, of a town without the word for it: "Kelm City"."""
    return re.sub(r"\s(?:city|town|village)\Z", "", key_of(name))


def _stated(reading: Reading, position: int) -> Iterator[str]:
    """The keys of the noun that ends before a verb: a name, or the thing and the word before it."""
    lead = reading.back(position)
    if aside := _ALIAS.search(lead):
        called = next(
            (n for n in reading.names if position - len(aside[0]) < n.start < position), None
        )
        if called:
            yield _place(called)
            return
        lead = lead[: aside.start()]
        position -= len(aside[0])
    name = next((n for n in reversed(reading.names) if n.end == position), None)
    if name:
        if reading.opening(name):
            return
        joined = re.search(r"\band\s(?:the\s)?\Z|,\s\Z", reading.back(name.start, 10))
        if (
            not joined
            and name.kind is not NameKind.ADJECTIVE
            and not GOVERNED.search(reading.back(name.start, 30))
        ):
            yield key_of(name)
        return
    nouns = _NOUNS.search(lead)
    if nouns is None or singular(nouns[3]) not in LISTS["things"]:
        return
    head = singular(nouns[3])
    words = lead.split()
    before = words[-2] if len(words) > 1 else ""
    determined = (
        not _DETERMINED.isdisjoint(words[-4:-1]) or "’s" in lead[-40:] or "'s" in lead[-40:]
    )
    if head != nouns[3] and head not in LISTS["systems"] and not determined:
        return  # "buildings were damaged", and others were not
    if any(w in LISTS["quantifiers"] or w[0].isdecimal() for w in words[-6:]):
        return
    phrase = re.split(r"[,;:]\s", lead)[-1].split()
    if not _GOVERNING.isdisjoint(phrase[-6:-1]):
        return
    if "and" in words[-3:-1]:
        pair = words[-4:]  # "power and water supplies"
        if len(pair) == 4 and pair[1] == "and" and pair[0] in LISTS["things"] and pair[2].isalpha():
            yield f"{pair[0]} {head}"
            yield f"{pair[2]} {head}"
        return
    if before in _DETERMINED or not before.isalpha() or before not in LISTS["things"]:
        yield head
    else:
        yield f"{before} {head}"
