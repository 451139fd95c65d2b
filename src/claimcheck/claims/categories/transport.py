"""Transport: in what, or how, somebody travels."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.claims.categories.families import FAMILIES, LISTS, any_of, plain, plural, surfaces
from claimcheck.claims.categories.reading import (
    DETERMINER,
    MODIFIED,
    NUMBER,
    OR_BEHIND,
    CategoryMention,
    Reading,
    key_of,
    keyed,
)
from claimcheck.claims.names import NameKind

_TRANSPORT, _ = surfaces(FAMILIES["transport"].words)
_CRAFT = {w: v for w, v in _TRANSPORT.items() if v not in ("air", "road", "rail", "sea", "foot")}
_CRAFTS = {plural(w): v for w, v in _CRAFT.items() if w in LISTS["crafts"]}
TRANSPORT_WORDS = (*_CRAFT, *_CRAFTS, *_TRANSPORT)
_GOES = (
    r"(?:arriv|travel|travell|journey|transport|evacuat|airlift|escap|depart|return|mov|transferr"
    r"|ferri|cross|commut)(?:ed|es|ing|s|e)?|left|came(?!\sunder)|comes?|goes|go|went|gone|fl(?:y|ies|ew|own)|r[io]de"
    r"|taken|fle[ed]|fled|driven|brought|rushed|trip|trips|journeys?"
)
_BY = re.compile(
    rf"\b(?P<goes>{_GOES})\b(?P<way>[^,;:.]{{0,45}}?)\s(?:(?:by|via)\s|(?:in|on|aboard)\s"
    rf"(?:{DETERMINER}|{NUMBER})\s|on\s(?=foot))"
    rf"(?:own\s)?{MODIFIED}(?P<craft>{any_of(_TRANSPORT)})(?![\w-])"
)
_ALSO_BY = re.compile(
    rf",?\s(?:and|but)\s(?:also\s)?by\s{MODIFIED}(?P<craft>{any_of(_TRANSPORT)})(?![\w-])"
)
_ABOARD = re.compile(
    rf"\b(?:aboard|on\sboard|onboard)\s(?:an?|his|her|their)\s{MODIFIED}(?P<craft>{any_of(_CRAFT)})(?![\w-])"
)
_OWNED = re.compile(
    rf"\.?\s(?:(?:{any_of(LISTS['modifiers'])})\s)?"
    rf"(?P<craft>{any_of({*_CRAFTS, *LISTS['crafts']})})(?![\w-])"
)
_NUMBERED = re.compile(rf"{NUMBER}\s")
_LED = re.compile(rf"(?<![\w-])(?:an?|the|one|{NUMBER})\s\Z")


def transport(reading: Reading) -> Iterator[CategoryMention]:
    """What a sentence says that somebody travels by."""
    taken = -1
    for match in reading.every(_BY):
        also = _ALSO_BY.match(reading.folded, match.end(), reading.end)
        for craft in (match, also):
            if craft is None or not reading.ends(craft.end()):
                continue
            if OR_BEHIND.match(reading.folded, craft.end()) or not reading.real(
                craft.start("craft")
            ):
                continue
            taken = craft.end()
            value = _TRANSPORT[plain(craft["craft"])]
            name = reading.somebody(match.start())
            subject = key_of(name) if name and name.kind is NameKind.PERSON else ""
            negative = reading.negated(match.start()) or " not" in match["way"]
            start = craft.start("craft")
            yield CategoryMention(start, taken, "transport", value, subject, "", negative)
    for match in reading.every(_ABOARD):
        if reading.ends(match.end()) and match.end() != taken:
            value = _CRAFT[plain(match["craft"])]
            yield CategoryMention(match.start(), match.end(), "transport", value)
    for name in reading.names:
        craft = _OWNED.match(reading.folded, name.end, reading.end)
        if craft is None or not reading.ends(craft.end()) or name.possessive:
            continue
        numbered = _NUMBERED.match(reading.folded, name.start)  # "Two U.N. aircraft"
        owner = name.start + (numbered.end() - numbered.start() if numbered else 0)
        body = reading.text[owner : name.end].replace(".", "").isupper()
        if not body and name.kind not in (NameKind.ADJECTIVE, NameKind.PLACE):
            continue
        if numbered or _LED.search(reading.back(name.start, 12)):
            word, key = plain(craft["craft"]), keyed(reading.folded[owner : name.end])
            value = _CRAFT[word] if word in _CRAFT else _CRAFTS[word]
            yield CategoryMention(owner, craft.end(), "transport", value, key, "craft")
