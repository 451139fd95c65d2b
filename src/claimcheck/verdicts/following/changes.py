"""Changes: by how many per cent something rose or fell, against the values before and after.

"Sales rose 20 percent from $50 million to $70 million", "… to $70 million from $50 million",
"from $50 million to $70 million, a rise of 20 percent". Both values and the share may be rounded:
each is as wide as it was written.

Refused: a change that is right the other way round, as that of a currency whose rate is told ("the
yen rose 0.8 percent to 153.50 from 154.73"); percentage points; values of different units, or that
may be years; what is hedged as a bound; a range of shares; a direction that no verb or noun tells;
other words between the three.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from claimcheck.claims.claim import Claim
from claimcheck.claims.extraction import Extraction
from claimcheck.quantities.hedges import Hedge, hedged
from claimcheck.quantities.numerals import fold
from claimcheck.quantities.possibility import Possibility, consistency
from claimcheck.quantities.quantity import Quantity
from claimcheck.quantities.reader import quantities
from claimcheck.quantities.units import affine
from claimcheck.verdicts.comparison import HALF, TENSION
from claimcheck.verdicts.following.implications import CHANGE, implied, spoken, told

_UP = (
    r"rose|rises?|risen|rising|increased?|increases|increasing|grew|grown|grows|climbed|climbing"
    r"|jumped|soared|surged|gained|went\sup|was\sup|were\sup|up|growth|jump|gain|surge|climb"
)
_DOWN = (
    r"fell|falls?|fallen|falling|decreased?|decreases|decreasing|dropped|drops?|dropping|declined?"
    r"|declines|declining|shrank|slumped|plunged|tumbled|lost|went\sdown|was\sdown|were\sdown|down"
    r"|loss|plunge|slump"
)
_MOVED = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\s(?:by\s|of\s)?(?:about\s|some\s)?\Z")
_MOVE_OF = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\sfrom\s")
_MOVE = re.compile(rf"\s(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b")
_WHEN = r"(?:,?\s(?:last|this)\s\w+|\sin\s[a-z]+)?"
_FROM = re.compile(rf"{_WHEN}\sfrom\s")
_TO = re.compile(rf"{_WHEN}\sto\s")
_A_SHARE = re.compile(r"(?:,\s|\s|\s\(|,\sor\s|\sor\s)(?:an?\s)?(?:\w+\sof\s)?")
_POINTS = re.compile(r"\s?(?:percentage\s)?points?\b")
_NEVER_YEARS = (1500, 2100)
_REACH = 110


def changes(extraction: Extraction) -> Iterator[Claim]:
    """What the changes of an article come to in per cent, where that is not what it states."""
    text = extraction.article.text
    if not any(sign in text for sign in ("%", "percent", "per cent", "pct")):
        return
    folded = fold(text)
    for claim in extraction.claims:
        if (
            claim.unit == "percent"
            and len(claim.stated) == 1
            and _plain(claim.hedge)
            and told(claim)
        ):
            yield from _change(extraction, folded, claim)


def _plain(hedge: Hedge) -> bool:
    return hedge in (Hedge.NONE, Hedge.ABOUT, Hedge.EXACTLY)


def _change(extraction: Extraction, folded: str, share: Claim) -> Iterator[Claim]:
    start, until = share.sentence
    low, high = max(start, share.start - _REACH), min(until, share.end + _REACH)
    if _POINTS.match(folded, share.end):
        return
    moved = _MOVED.search(folded, max(start, share.start - 40), share.start)
    values = _behind(extraction.article.text, share.end, high) if moved else None
    if values is None:
        moved = moved or _MOVE.match(folded, share.end, until)
        moved = moved or _MOVE_OF.search(folded, low, share.start)
        values = _before(extraction.article.text, low, share.start) if moved else None
    if values is None or moved is None:
        return
    before, after = values.ends
    up = bool(moved["up"])
    reckoned, reversed_ = (percent_change(before, after, up=way) for way in (up, not up))
    if reckoned is None or reversed_ is None:
        return
    rounded, turned = _rounded(reckoned, share), _rounded(reversed_, share)
    if consistency(turned, share.possibility) >= HALF:
        return
    if consistency(rounded, share.possibility) < TENSION:
        inputs, made = _inputs(extraction, share, values.start, values.end)
        yield from made
        yield implied([share], CHANGE, inputs, rounded)


@dataclass(frozen=True, slots=True)
class _Values:
    """The values before and after a change, said at `[start, end)`."""

    start: int
    end: int
    ends: tuple[Possibility, Possibility]


def _behind(text: str, start: int, until: int) -> _Values | None:
    """The values that stand behind a share: "from 50 to 70", "to 70 from 50"."""
    read = [q for q in quantities(text[start:until]) if isinstance(q, Quantity)]
    tail = fold(text[start:until])
    one = read[0] if read else None
    if one and _FROM.fullmatch(tail[: one.start]) and len(one.stated) == 2:
        return _range(one, start)
    two = read[1] if len(read) > 1 else None
    if one is None or two is None:
        return None
    between = tail[one.end : two.start]
    if _FROM.fullmatch(tail[: one.start]) and _TO.fullmatch(between):
        return _pair(one, two, start)
    if _TO.fullmatch(tail[: one.start]) and _FROM.fullmatch(between):
        found = _pair(two, one, start)
        return found and _Values(start + one.start, start + two.end, found.ends)
    return None


def _before(text: str, low: int, until: int) -> _Values | None:
    """The values that stand before a share: "from 50 to 70, a rise of 20 percent"."""
    read = [q for q in quantities(text[low:until]) if isinstance(q, Quantity)]
    head = fold(text[low:until])
    two = read[-1] if read else None
    if two is None or not _A_SHARE.fullmatch(_unmoved(head[two.end :])):
        return None
    if len(two.stated) == 2:
        return _range(two, low) if head[: two.start].endswith(" from ") else None
    one = read[-2] if len(read) > 1 else None
    if one and head[: one.start].endswith(" from "):
        return _pair(one, two, low) if _TO.fullmatch(head[one.end : two.start]) else None
    return None


def _unmoved(words: str) -> str:
    """Words without the noun of a change: ", a rise of " is as ", a "."""
    return _MOVED.sub("", words) or words


def _range(value: Quantity, offset: int) -> _Values | None:
    if value.kind not in ("quantity", "change") or not _comparable(value, value):
        return None
    first, second = (
        hedged(Hedge.NONE, n, g) for n, g in zip(value.stated, value.grains, strict=True)
    )
    return _Values(offset + value.start, offset + value.end, (first, second))


def _pair(before: Quantity, after: Quantity, offset: int) -> _Values | None:
    if len(before.stated) != 1 or len(after.stated) != 1 or not _comparable(before, after):
        return None
    ends = before.possibility, after.possibility
    return _Values(offset + before.start, offset + after.end, ends)


def _comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two values are of one unit, plain, and no years."""
    bare = not one.name and not other.name
    years = bare and all(_year(n) for n in (*one.stated, *other.stated))
    same = one.name == other.name or not other.name
    plain = _plain(one.hedge) and _plain(other.hedge)
    kinds = {one.kind, other.kind} <= {"quantity", "change"}
    return same and plain and kinds and not years and one.name != "percent"


def _year(n: float) -> bool:
    low, high = _NEVER_YEARS
    return low <= n <= high and n.is_integer()


def percent_change(before: Possibility, after: Possibility, *, up: bool) -> Possibility | None:
    """By how many per cent something rose, or fell, from a value to another; None where it may
    begin at nothing."""
    if before.low <= 0 or after.low < 0:
        return None
    share = after.over(before)
    if share.high == float("inf"):
        return None
    if up:
        return share.scaled(100, -100)
    return Possibility(
        100 - 100 * share.high,
        100 - 100 * share.core_high,
        100 - 100 * share.core_low,
        100 - 100 * share.low,
    )


def _rounded(reckoned: Possibility, share: Claim) -> Possibility:
    """A change with the play of the share's own rounding, in the share's unit."""
    play = share.reading.grain / 2
    wide = msgspec.structs.replace(
        reckoned,
        low=reckoned.low - play,
        core_low=reckoned.core_low - play,
        core_high=reckoned.core_high + play,
        high=reckoned.high + play,
    )
    return wide.scaled(*affine("percent", share.measurand.unit or "percent"))


def _inputs(
    extraction: Extraction, share: Claim, start: int, end: int
) -> tuple[list[Claim], list[Claim]]:
    """The claims of both values, and those made for it: a change in itself makes none."""
    found = [
        c for c in extraction.claims if c is not share and start <= c.start and c.end <= end + 30
    ]
    found = [c for c in found if c.start < end and c.measurand.dimension != "category"]
    if found:
        return found, []
    made = spoken(share, start, end, extraction.article.text, "values before and after")
    return [made], [made]
