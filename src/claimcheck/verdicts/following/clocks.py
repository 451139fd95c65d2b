"""Clocks: local time beside GMT, against what the clocks differ by elsewhere in the article.

"0710 local time (0340 GMT)" says that the clocks of a place are 3 hours 30 minutes ahead. Another
pair of the article that says otherwise is held against it, and so is a pair that no zone of the
earth can have: clocks differ by whole quarters of an hour, by at most fourteen hours.

Refused: times without minutes, or hedged; pairs in sentences that name different places; a pair
that names its zone; three differences in one article. What a place's zone is, nobody guesses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import msgspec

from claimcheck.claims.claim import Claim
from claimcheck.claims.extraction import Extraction
from claimcheck.claims.places import is_place
from claimcheck.quantities.numerals import fold
from claimcheck.quantities.possibility import Possibility
from claimcheck.verdicts.following.implications import CLOCK, implied, told

_BESIDE = re.compile(r"\s?\(|,\s(?:or\s)?|\s/\s?|\s(?:or|which\sis)\s")
_MINUTES = re.compile(r"\d{1,2}[:.]?\d\d")
_GREENWICH = "+0"
_DAY = 24.0
_FARTHEST_BEHIND = -12.0
_QUARTER = 0.25
_PLAY = 0.05
"""Hours by which a difference may miss a quarter: three minutes, as both may be rounded."""

_SAME = 0.2
"""Hours by which two differences may differ and be one."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """A local time and the same moment in Greenwich."""

    local: Claim
    greenwich: Claim

    @property
    def ahead(self) -> float:
        """Hours by which the local clock is ahead, from -12 up to 12."""
        hours = self.local.possibility.midpoint - self.greenwich.possibility.midpoint
        return (hours - _FARTHEST_BEHIND) % _DAY + _FARTHEST_BEHIND

    @property
    def places(self) -> frozenset[str]:
        return frozenset(n for n in self.local.context.names if is_place(n[1:]))


def clocks(extraction: Extraction) -> Iterator[Claim]:
    """What the other times of an article say of its local times."""
    folded = fold(extraction.article.text)
    times = [c for c in extraction.claims if c.measurand.dimension == "clock" and told(c)]
    pairs = [p for one, other in pairwise(times) if (p := _pair(folded, one, other))]
    for pair in pairs:
        off = pair.ahead - round(pair.ahead / _QUARTER) * _QUARTER
        if abs(off) > _PLAY:
            nearest = _shifted(pair.greenwich, round(pair.ahead / _QUARTER) * _QUARTER)
            yield implied([pair.local], CLOCK, [pair.greenwich], nearest)
            return
    yield from _against(pairs)


def _against(pairs: Sequence[_Pair]) -> Iterator[Claim]:
    """The local time of the pair whose difference is not that of the others."""
    if len(pairs) < 2:
        return
    first = pairs[0]
    odd = [p for p in pairs[1:] if not _same(p, first)]
    if len(odd) == len(pairs) - 1 and len(odd) > 1:
        odd, first = [first], pairs[1]
    if len(odd) != 1 or any(not _same(p, first) for p in pairs if p is not odd[0]):
        return
    [pair] = odd
    if pair.places and first.places and not pair.places & first.places:
        return
    inputs = [pair.greenwich, first.local, first.greenwich]
    yield implied([pair.local], CLOCK, inputs, _shifted(pair.greenwich, first.ahead))


def _same(one: _Pair, other: _Pair) -> bool:
    apart = abs(one.ahead - other.ahead)
    return min(apart, _DAY - apart) <= _SAME


def _pair(folded: str, one: Claim, other: Claim) -> _Pair | None:
    """Two times beside each other, of which one alone is in Greenwich time."""
    if one.sentence != other.sentence or not _BESIDE.fullmatch(folded, one.end, other.start):
        return None
    local, greenwich = (other, one) if one.zone == _GREENWICH else (one, other)
    if greenwich.zone != _GREENWICH or local.zone:
        return None
    exact = all(_MINUTES.search(c.quote) and _plays(c) for c in (local, greenwich))
    return _Pair(local, greenwich) if exact else None


def _plays(claim: Claim) -> bool:
    """Whether a clock time is exact to the minute."""
    return claim.possibility.high - claim.possibility.low <= 2 / 60 + 1e-9


def _shifted(claim: Claim, hours: float) -> Possibility:
    """A time of the day so many hours on."""
    p = claim.possibility
    turned = (p.midpoint + hours) % _DAY - p.midpoint
    return msgspec.structs.replace(p.scaled(1.0, turned), grain=p.grain)
