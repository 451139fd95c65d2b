"""Addresses: where somebody lives, and the number in a street."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from claimcheck.claims.categories.families import any_of, plain
from claimcheck.claims.categories.locations import KINDS
from claimcheck.claims.categories.reading import CategoryMention, Reading, key_of
from claimcheck.claims.names import NameKind, is_organisation

_TO_PLACE = rf"(?:the\s)?(?:(?:\w{{3,12}}\s)?{KINDS}\s(?:city\s)?of\s)?"
_LIVES = re.compile(
    rf"\b(?:liv(?:es|ed|ing)|resid(?:es|ed|ing)|relocated|moved)\s(?:back\s)?(?:in|to)\s{_TO_PLACE}"
)
_OF = re.compile(r",\s(?:aged?\s)?\d{1,3}(?:-years?-old)?,\sof\s(?:the\s)?")
_STREET = re.compile(r"(?:street|avenue|road|drive|lane|place|court|close|terrace|gardens)\Z")


def residences(reading: Reading) -> Iterator[CategoryMention]:
    """Where a sentence says that somebody lives."""
    for match in [*reading.every(_LIVES), *reading.every(_OF)]:
        value = reading.at.get(match.end())
        if value and _STREET.search(value.key):
            value = reading.at.get(value.end + 2)
        if value is None or value.kind is NameKind.ADJECTIVE or value.possessive:
            continue
        start = match.start()
        if match.re is _OF:
            index = bisect_right(reading.names, start, key=lambda n: n.end) - 1
            name = (
                reading.names[index] if index >= 0 and reading.names[index].end == start else None
            )
            if name is None or name.possessive:
                continue
        else:
            name = reading.somebody(start)
            alone = re.search(r"\b(?:he|she|who)\s(?:\w{2,10}\s){0,2}\Z", reading.back(start, 30))
            if (name is None and not alone) or not reading.real(start):
                continue
        if is_organisation(value):
            continue
        subject = key_of(name) if name else ""
        negative = reading.negated(start)
        yield CategoryMention(
            start, value.end, "residence", reading.place(value), subject, "", negative
        )


_STREETS = {
    "street": "street|st",
    "avenue": "avenue|ave",
    "road": "road|rd",
    "boulevard": "boulevard|blvd",
    "drive": "drive|dr",
    "lane": "lane|ln",
    "court": "court|ct",
    "highway": "highway|hwy",
    "terrace": "terrace",
    "place": "place",
    "way": "way",
}
_STREET_OF = {word: street for street, words in _STREETS.items() for word in words.split("|")}
STREET_WORDS = tuple(_STREET_OF)
_ADDRESS = re.compile(
    r"(?<![\w.,$£€-])(?P<number>\d{1,5})\s(?P<block>block\sof\s)?"
    r"(?:(?:east|west|north|south|[ewns])\.?\s)?"
    r"(?P<street>(?:\d{1,3}(?:st|nd|rd|th)|[^\W\d_][\w’']{1,20}(?:\s[^\W\d_][\w’']{1,20}){0,2}?))"
    rf"\s(?P<kind>{any_of(_STREET_OF)})\b"
)


def addresses(reading: Reading) -> Iterator[CategoryMention]:
    """The numbers and blocks in streets that a sentence names."""
    for match in reading.every(_ADDRESS):
        words = reading.text[match.start("street") : match.end("kind")].split()
        if not all(w[0].isupper() or w[0].isdecimal() for w in words):
            continue
        number = match["number"]
        if not match["block"] and len(number) == 4 and number[:2] in ("19", "20"):
            continue  # "in 2004 Abbey Road was closed"
        value = f"{number} block" if match["block"] else number
        subject = f"{plain(match['street'])} {_STREET_OF[match['kind']]}"
        yield CategoryMention(*match.span(), "address", value, subject)
