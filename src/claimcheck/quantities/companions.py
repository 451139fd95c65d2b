"""Companions: quantities that stand together and say one thing.

A conversion in brackets says the one before it again; "more than 10 and less than 20" is a range;
"lost 190 points, or 0.6%" is a loss said twice; "20 fires, compared with 12" counts fires twice.
"""

from __future__ import annotations

import re

import msgspec

from claimcheck.quantities.ages import may_be_age
from claimcheck.quantities.grammar import phrases, words
from claimcheck.quantities.hedges import DIRECTION
from claimcheck.quantities.lexicon import Unit
from claimcheck.quantities.quantity import Quantity

PARALLEL = frozenset(phrase.split()[-1] for phrase in phrases("again", "before"))
"""Words before a count of what the one before counts: "compared with 12"."""

AGAIN = words("again", "behind")
"""Words behind such a count: "900 of them"."""

NEAR = 30
"""How far apart two quantities may stand that are one statement."""

_COMPARED = tuple(f"{phrase} " for phrase in phrases("again", "before"))
_SENTENCE = 90  # how far a noun may reach
_SENTENCE_ENDS = re.compile(r"[.!?;](?=\s)|\n\s*\n")
_OF_THEM = re.compile(r"\s(?:of\s(?:them|those|these|whom)|more|others)\b")
_OPENING = re.compile(r"\s?[(\[]")
_OR_AGAIN = re.compile(r"(?: [a-z]++)?,?[ \n]or[ \n]")
_AND = re.compile(r",?[ \n](?:and|or)[ \n]")
_BOTH = re.compile(r"(?: [a-z]++){0,2} ?,?[ \n](?:and|but)[ \n](?:is )?")

_with = msgspec.structs.replace


def converts(folded: str, previous: Quantity, start: int, unit: Unit | None) -> bool:
    """Whether the quantity of this `unit` that begins at `start` says `previous` again in brackets:
    "1,000 km (600 miles)"."""
    if previous.unit is None or unit is None or unit == previous.unit:
        return False
    same = unit.dimension == previous.unit.dimension
    return same and _OPENING.fullmatch(folded, previous.end, start) is not None


def noun_again(folded: str, previous: Quantity, start: int, end: int, word: str) -> str:
    """The noun of `previous`, where the bare number at `[start, end)` behind `word` counts the
    same in its sentence: "20 fires, compared with 12", "3,400 people, 900 of them"; else ""."""
    if not previous.noun or start - previous.end > _SENTENCE:
        return ""
    again = (
        word in PARALLEL and folded.endswith(_COMPARED, previous.end, start)
    ) or _OF_THEM.match(folded, end)
    ended = _SENTENCE_ENDS.search(folded, previous.end, start)
    return previous.noun if again and not ended else ""


def joined(folded: str, first: Quantity, this: Quantity) -> tuple[Quantity, bool]:
    """`this`, joined with the quantity before it where both are one statement; and whether it now
    holds both."""
    if (
        first.kind == "age"
        and not (this.name or this.noun)
        and this.stated
        and may_be_age(this.stated[0])
        and _AND.fullmatch(folded, first.end, this.start)
    ):
        return _with(this, kind="age", unit=first.unit), False  # "aged 19 and 22"
    if first.change and not this.change and _OR_AGAIN.fullmatch(folded, first.end, this.start):
        return _with(this, change=first.change), False
    if not (first.hedges and this.hedges and _BOTH.fullmatch(folded, first.end, this.start)):
        return this, False
    ways = DIRECTION.get(first.hedge, 0), DIRECTION.get(this.hedge, 0)
    above, below = (first, this) if ways[0] > 0 else (this, first)
    single = len(first.stated) == len(this.stated) == 1
    if ways[0] * ways[1] >= 0 or not single or above.stated[0] >= below.stated[0]:
        return this, False
    if first.name != this.name and first.name and this.name:
        return this, False
    range_ = _with(
        this,
        start=first.start,
        stated=(above.stated[0], below.stated[0]),
        grains=(above.grains[0], below.grains[0]),
        unit=first.unit or this.unit,
        money=first.money or this.money,
        hedges=(),
        hedge_words=f"{first.hedge_words} … {this.hedge_words}",
    )
    return range_, True
