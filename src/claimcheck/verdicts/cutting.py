"""Cutting: the claims of one measurand in a large story, in shares small enough to hold every two
claims of a share against each other.

All shares have a spine in common, articles that together give every value, and so what two shares
say of one fact is joined by what they share. Claims are put in order by what they say and never by
the names of their articles: a file that is renamed changes no share.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from claimcheck.claims.claim import Claim

_Thing: TypeAlias = tuple[tuple[str, ...], str, str, bool]
"""Of what a claim gives which value."""


def shares(claims: Sequence[Claim], most: int) -> list[list[Claim]]:
    """Claims, in order of their articles, in shares of so many at most, each with the spine; an
    article is cut only where it alone has more than half of that many."""
    if len(claims) <= most:
        return [list(claims)]
    pieces = sorted(_pieces(claims, most // 2), key=_content)
    spine, told = _spine(pieces, most // 2)
    bones = {id(piece) for piece in spine}
    common = [claim for piece in spine for claim in piece]
    found: list[list[Claim]] = []
    for piece in _mixed([p for p in pieces if id(p) not in bones], told):
        if not found or len(found[-1]) + len(piece) > most:
            found.append([*common])
        found[-1] += piece
    return found


def _mixed(pieces: Sequence[list[Claim]], told: set[_Thing]) -> list[list[Claim]]:
    """Pieces in an order in which every value that the spine has comes as often in each part as in
    the whole, in like words; before them the others, each value by itself."""
    often = Counter(_thing(piece[0]) for piece in pieces)
    seen: Counter[_Thing] = Counter()
    places: list[float] = []
    for piece in pieces:
        thing = _thing(piece[0])
        seen[thing] += 1
        places.append(seen[thing] / often[thing] if thing in told else 0.0)
    return [pieces[n] for n in sorted(range(len(pieces)), key=places.__getitem__)]


def _pieces(claims: Iterable[Claim], most: int) -> Iterator[list[Claim]]:
    for _, said in groupby(claims, key=lambda c: c.doc):
        of_one = list(said)
        for first in range(0, len(of_one), most):
            yield of_one[first : first + most]


def _spine(pieces: Sequence[list[Claim]], most: int) -> tuple[list[list[Claim]], set[_Thing]]:
    """The shortest piece for each value, what is said most often first, while there is room; and
    the values that they give."""
    things = [{_thing(claim) for claim in piece} for piece in pieces]
    often = Counter(thing for said in things for thing in said)
    shortest: dict[_Thing, int] = {}
    for place in sorted(range(len(pieces)), key=lambda p: len(pieces[p])):
        for thing in things[place]:
            shortest.setdefault(thing, place)
    told: set[_Thing] = set()
    found: list[list[Claim]] = []
    room = most
    for thing in sorted(often, key=lambda t: (-often[t], t)):
        piece = pieces[shortest[thing]]
        if thing not in told and len(piece) <= room:
            found.append(piece)
            told |= things[shortest[thing]]
            room -= len(piece)
    return found, told


def _thing(claim: Claim) -> _Thing:
    return tuple(sorted(claim.subjects)), claim.context.bearer, claim.canonical, claim.negative


def _content(piece: Sequence[Claim]) -> tuple[object, ...]:
    """All that a piece says, as far as it has a part in what its claims are held against."""
    context = piece[0].context
    return [_said(claim) for claim in piece], sorted(context.known), sorted(context.heads)


def _said(claim: Claim) -> tuple[object, ...]:
    context = claim.context
    return (
        *(_thing(claim), str(claim.as_of), claim.zone, claim.quote, claim.sentence, claim.start),
        *(claim.index, claim.headline, claim.restates, claim.revised, claim.holder or ""),
        *(claim.certainty, claim.time, claim.generic, claim.denied, claim.end),
        *(sorted(context.terms.items()), sorted(context.governors), context.predicate),
        *(context.person, sorted(context.qualifiers), sorted(context.places)),
        *(sorted(context.parts), context.when or (), context.attributive, context.complement),
    )
