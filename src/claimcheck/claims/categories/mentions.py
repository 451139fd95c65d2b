"""What a sentence says in words, family by family."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from claimcheck.articles.sentences import Sentence
from claimcheck.claims.categories.addresses import STREET_WORDS, addresses, residences
from claimcheck.claims.categories.colours import COLOUR_WORDS, colours
from claimcheck.claims.categories.families import FAMILIES, wider_line
from claimcheck.claims.categories.harms import HARM_WORDS, deaths, injuries
from claimcheck.claims.categories.locations import directions, lying
from claimcheck.claims.categories.matters import MATTER_WORDS, matters
from claimcheck.claims.categories.outcomes import CASE_WORDS, CONTEST_WORDS, cases, contests
from claimcheck.claims.categories.reading import CategoryMention, Reading
from claimcheck.claims.categories.states import STATE_WORDS, states
from claimcheck.claims.categories.transport import TRANSPORT_WORDS, transport
from claimcheck.claims.categories.weapons import WEAPON_WORDS, weapons
from claimcheck.claims.names import Name


def category_mentions(
    text: str, folded: str, sentence: Sentence, names: list[Name]
) -> list[CategoryMention]:
    """The values that a sentence says in words, in order of place; `names` are those of the whole
    text. Takes linear time."""
    reading = Reading(text, folded, sentence, names)
    found: list[CategoryMention] = []
    words = frozenset(_LETTERS.findall(folded, sentence.start, sentence.end))
    for read, joined, triggers in _READERS:
        if triggers and triggers.isdisjoint(words):
            continue
        mentions = list(read(reading))
        found += _joined(mentions) if joined and len(mentions) > 1 else mentions
    return sorted(found, key=lambda m: (m.start, m.end, m.family, m.value))


def _joined(mentions: list[CategoryMention]) -> list[CategoryMention]:
    """Values that a sentence says of one thing, as one; a wider word for another goes."""
    together: dict[tuple[str, str, str, bool], list[CategoryMention]] = {}
    for mention in mentions:
        key = (mention.family, mention.subject, mention.part, mention.negative)
        together.setdefault(key, []).append(mention)
    found = []
    for same in together.values():
        values = {v for m in same for v in m.value.split(", ")}
        under = FAMILIES[same[0].family].under
        wider = {w for v in values for w in wider_line(under, v)[1:]}
        value = ", ".join(sorted(values - wider))
        last = max(m.end for m in same if m is same[0] or m.value != same[0].value)
        found.append(replace(same[0], end=last, value=value))
    return found


def _letters(words: Iterable[str]) -> frozenset[str]:
    """The runs of letters of some words: without one of them their reader finds nothing."""
    return frozenset(_LETTERS.findall(" ".join(words)))


_LETTERS = re.compile(r"[a-z]+")
_Reader = Callable[[Reading], Iterator[CategoryMention]]
# What reads a family, whether several values of a sentence hold of the thing at once, and the
# words one of which has to be there; an empty list asks for none.
_READERS: tuple[tuple[_Reader, bool, frozenset[str]], ...] = (
    (weapons, True, _letters(WEAPON_WORDS)),
    (directions, False, _letters(["of", "from"])),
    (colours, True, _letters(COLOUR_WORDS)),
    (transport, True, _letters(TRANSPORT_WORDS)),
    (injuries, True, _letters(HARM_WORDS)),
    (cases, True, _letters(CASE_WORDS)),
    (contests, False, _letters(CONTEST_WORDS)),
    (deaths, False, _letters(["died", "dead"])),
    (residences, False, frozenset()),
    (lying, False, frozenset()),
    (addresses, False, _letters(STREET_WORDS)),
    (matters, False, _letters(MATTER_WORDS)),
    (states, False, _letters(STATE_WORDS)),
)
