"""Colours of the parts of a thing, and of makes of cars."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.claims.categories.families import FAMILIES, LISTS, PARTS, any_of, plain, surfaces
from claimcheck.claims.categories.reading import OR_BEFORE, CategoryMention, Reading, key_of

_COLOUR, _ = surfaces(FAMILIES["colour"].words)
COLOUR_WORDS = tuple(_COLOUR)
_PART = {w: p for words in surfaces(PARTS) for w, p in words.items()}
_SHADE = any_of(_COLOUR)
_PAINTED = re.compile(
    rf"(?<![\w-])(?P<colours>{_SHADE}(?:,\s{_SHADE}){{0,2}}(?:,?\s(?:and|or)\s{_SHADE})?"
    rf"|{_SHADE}[-/]{_SHADE})\s"
    rf"(?:(?:{any_of(LISTS['materials'])}|\d{{4}})[\s-]){{0,3}}"
    rf"(?P<noun>{any_of({*_PART, *LISTS['makes']})})(?![\w-])"
)
_IS_PAINTED = re.compile(
    rf"(?<![\w-])(?P<noun>{any_of(_PART)})\s(?:is|are|was|were)\s(?:painted\s)?"
    rf"(?P<colours>{_SHADE}(?:\sand\s{_SHADE})?)(?=\s?[,.;]|\s(?:and|with|but)\b|\s?\Z)"
)
_EACH_SHADE = re.compile(_SHADE)


def colours(reading: Reading) -> Iterator[CategoryMention]:
    """The colours that a sentence gives to parts of things and to cars."""
    for match in [*reading.every(_PAINTED), *reading.every(_IS_PAINTED)]:
        colours = match["colours"]
        if " or " in colours or OR_BEFORE.search(reading.back(match.start(), 6)):
            continue
        if reading.named(match.start("colours")) or (
            reading.text[match.start("colours")].isupper() and match.start() > reading.start
        ):
            continue
        start, end = match.span()
        noun, subject = plain(match["noun"]), ""
        if (made := reading.at.get(match.start("noun"))) and noun in LISTS["makes"]:
            words = re.match(r"[\w-]+(?:\s[\w-]+)?", reading.folded[made.start : made.end])
            subject = words[0] if words else noun
            end, part = made.start + len(subject), "car"
        elif noun in _PART and (match.re is _IS_PAINTED or reading.ends(end)):
            part = _PART[noun]
            owner = next((n for n in reading.names if n.end < start <= n.end + 3), None)
            subject = key_of(owner) if owner and owner.possessive else ""
        else:
            continue
        found = {_COLOUR[plain(c)] for c in _EACH_SHADE.findall(colours)}
        value = ", ".join(sorted(found))
        negative = reading.negated(match.start("colours"))
        yield CategoryMention(start, end, "colour", value, subject, part, negative)
