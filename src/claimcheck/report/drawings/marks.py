"""Marks: by which colour and shape those who stand together are known from those who do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.document import Claim
from claimcheck.report.corpus import Corpus

# Circle, diamond, triangle and square, each with a colour and a filling of its own.
_SHAPES = ("circle", "diamond", "triangle", "square")


@dataclass(frozen=True, slots=True)
class Mark:
    """`name` chooses colour, shape and filling; the `numeral` beside it tells the fifth camp from
    the first, whose shape it has, and is "" up to the fourth."""

    name: str
    numeral: str = ""


def mark_of(place: int) -> Mark:
    """The mark of the camp at `place`, counted from 0."""
    numeral = str(place + 1) if place >= len(_SHAPES) else ""
    return Mark(_SHAPES[place % len(_SHAPES)], numeral)


def marks_of_sides(sides: Sequence[Sequence[Claim]], corpus: Corpus) -> tuple[Mark, ...]:
    """The marks that the camps of each side's claims have in their fact; the first two where that
    cannot be told."""
    places = []
    for claims in sides:
        camps = Counter(corpus.stands[claim.id][1] for claim in claims if claim.id in corpus.stands)
        places += [place for place, _ in camps.most_common(1)]
    if len(set(places)) < len(sides):
        places = list(range(len(sides)))
    return tuple(map(mark_of, places))
