"""Locations: in which direction of a place another lies, and in what it lies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.claims.categories.families import REGION_OF, REGIONS, plain
from claimcheck.claims.categories.reading import CategoryMention, Reading, key_of
from claimcheck.claims.categories.relations import sided
from claimcheck.claims.names import Name, NameKind, is_organisation
from claimcheck.claims.places import is_place, nested
from claimcheck.quantities.numerals import numeral

_COMPASS = (
    r"(?:(?:north|south|east|west)[\s-]{1,3})?(?:north|south)[\s-]?(?:east|west)"
    r"|north|south|east|west"
)
KINDS = (
    r"(?:city|town|village|port|island|suburb|state|province|capital|district|region|county|camp"
    r"|resort|settlement)"
)
_DIRECTED = re.compile(
    r"(?:(?<![\w.,-])(?P<number>\d{1,4}(?:[.,]\d{1,3})?|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"[\s-]?(?P<unit>nautical\smiles?|miles?|kms?|kilomet(?:er|re)s?)\s(?:\([^)]{1,40}\)\s)?)?"
    rf"(?<![\w-])(?P<the>(?:to\s)?the\s)?(?:just\s|due\s)?(?P<point>{_COMPASS})\s"
    rf"(?P<of>of|from)\s(?:the\s)?(?:{KINDS}\s(?:city\s)?of\s)?"
)


def directions(reading: Reading) -> Iterator[CategoryMention]:
    """The directions from named places that a sentence tells."""
    for match in reading.every(_DIRECTED):
        name = reading.at.get(match.end())
        article = (match["the"] or "").startswith("the")
        if name is None or name.kind is NameKind.ADJECTIVE or name.possessive or article:
            continue
        if (match["of"] == "from" and not match["number"]) or reading.named(match.start("point")):
            continue
        part = ""
        if match["number"] and (count := numeral(reading.folded, match.start("number"))):
            unit = plain(match["unit"]).rstrip("s")
            unit = "km" if unit.startswith("k") else unit
            part = f"{count.value:g} {unit}" if count.value else ""
        yield CategoryMention(
            match.start("point"),
            name.end,
            "direction",
            compass_point(match["point"]),
            reading.place(name),
            part,
        )


def compass_point(words: str) -> str:
    """A point of the compass in one spelling: "south west", "east southeast"."""
    letters = re.findall("north|south|east|west", words)
    if len(letters) == 3:
        return f"{letters[0]}-{letters[1]}{letters[2]}"
    return "".join(letters)


_SIDE = (
    r"(?:(?P<side>central|(?:north|south)[\s-]?(?:east|west)(?:ern)?"
    r"|(?:north|south|east|west)(?:ern)?)\s)"
)
_WITHIN = re.compile(
    rf",?\s(?:in|on(?=\sthe\shorn\b))\s(?:the\s)?{_SIDE}?(?:the\s)?"
    r"(?:(?:province|state|region|county|district|island)\sof\s|(?P<horn>horn\sof\s))?"
)
_SIDED = re.compile(rf"\bthe\s{_SIDE}{KINDS}\sof\s")
_KIND_OF = re.compile(rf"\b{KINDS}\s(?:city\s)?(?:of\s)?\Z")
_AT = re.compile(
    r"\b(?:in|at|near|to|outside|from|(?:head|heads|headed|bound|left|leaves?)\sfor)\s\Z"
)


def lying(reading: Reading) -> Iterator[CategoryMention]:
    """What named places lie in, as a sentence tells it."""
    for match in reading.every(_SIDED):
        name = reading.at.get(match.end())
        if name and not name.possessive:
            side = compass_point(match["side"]) or "central"
            yield CategoryMention(match.start(), name.end, "place", side, reading.place(name))
    for name, other in zip(reading.names, reading.names[1:], strict=False):
        lead = reading.back(name.start, 30)
        kind = _KIND_OF.search(lead) is not None
        at = _AT.search(lead) is not None
        if name.possessive or other.possessive or NameKind.ADJECTIVE in (name.kind, other.kind):
            continue
        if is_organisation(name) or is_organisation(other):
            continue
        if lead.endswith("and ") or other.key.endswith((" sea", " ocean")):
            continue
        between = reading.folded[name.end : other.start]
        inside = _WITHIN.fullmatch(between)
        place = name.kind is NameKind.PLACE
        if inside and (kind or place or (at and _known(key_of(other)))):
            if name.kind is NameKind.PERSON and not kind:
                continue
            side = (compass_point(inside["side"]) or "central") if inside["side"] else ""
            value = f"{inside['horn'] or side} {reading.place(other)}".strip().replace("  ", " ")
        elif (
            between == ", "
            and (kind or at)
            and not is_region(name)
            and (is_region(other) or nested(key_of(name), key_of(other)))
        ):
            if re.match(
                r",?\s(?:and|or)\b|,\s[^,]{2,30},?\sand\b", reading.folded[other.end :][:40]
            ):
                continue
            value = reading.place(other)
        else:
            continue
        if sided(value)[1] != reading.place(name):
            yield CategoryMention(name.start, other.end, "place", value, reading.place(name))


def _known(key: str) -> bool:
    return is_place(key) or key in REGIONS or key in REGION_OF


def is_region(name: Name) -> bool:
    """Whether a name is of a part of a country and not of a town."""
    key = key_of(name)
    return key in REGIONS or REGION_OF.get(key) == "united states"
