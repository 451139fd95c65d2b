"""Claims: what one article says of one attribute of one subject, and its identity."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

import msgspec

from claimcheck.claims.attribution import Certainty, TimeStatus
from claimcheck.claims.contexts import NOTHING, Context
from claimcheck.claims.events import Event
from claimcheck.claims.measurands import Measurand
from claimcheck.claims.places import apart, unknown
from claimcheck.quantities.calendar.readings import iso_ends
from claimcheck.quantities.calendar.times import iso_week_time
from claimcheck.quantities.hedges import Hedge
from claimcheck.quantities.possibility import Possibility

TIME_UNIT = "time"

UNNAMED = "unnamed"
"""The subject of an open claim that no name bears: the event its article tells, or what its words
say."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A way in which this claim may agree with one it seems to contradict. With `parts`, its
    value may be of a whole of so many, and holds for each of them divided."""

    note: str
    parts: int | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A normalised statement with its evidence.

    `[start, end)` are the words of the claim in the article `doc`, `sentence` the span of their
    sentence. `reading` is the possibility in the unit as stated, `possibility` the same in the
    unit of the attribute; `anchor` is the stated number there (the middle of a range), None for
    a vague word and a time. `rule` is what read it: "speed/verb" of a pack, "open/words" of an open
    attribute. `places` are where its event goes to and comes from. A derived claim names the
    claims it follows from and stands at the first one's words; `working` says in words how it
    follows, and `against` are the only claims that it may be held against, all where it is empty.

    `category` is the value of a claim that is no number, or a score, and `zone` that of a clock
    time, "" for the place's own. `as_of` is the day of its article; a `revised` value is said to
    replace an earlier one. An open claim has the `context` by which it is known, and the keys of
    its `subjects` where its measurand is tied by them; a `headline` is a line without a full stop.
    `passage` is the same for all articles that print the sentence nearly word for word, "" where
    no other does. An `outdated` claim is of a version of its article that was changed later.
    """

    key: str
    id: str
    doc: str
    start: int
    end: int
    quote: str
    sentence: tuple[int, int]
    measurand: Measurand
    subject: str
    event: Event
    scope: str
    alone: bool
    stated: tuple[float, ...]
    unit: str
    hedge: Hedge
    hedge_words: str
    vague: str | None
    reading: Possibility
    possibility: Possibility
    anchor: float | None
    places: tuple[tuple[str, str], ...]
    holder: str | None
    certainty: Certainty
    negative: bool
    time: TimeStatus
    generic: bool
    denied: bool
    story: str
    cast: frozenset[str]
    rule: str
    hints: tuple[Hint, ...] = ()
    restates: bool = False
    derived_from: tuple[str, ...] = ()
    working: str = ""
    against: tuple[str, ...] = ()
    index: int = 0
    category: str = ""
    zone: str = ""
    as_of: date | None = None
    revised: bool = False
    context: Context = NOTHING
    subjects: frozenset[str] = frozenset()
    headline: bool = False
    passage: str = ""
    outdated: bool = False

    @property
    def attribute(self) -> str:
        """The attribute's id."""
        return self.measurand.id

    @property
    def canonical(self) -> str:
        """The value as identity sees it: hedge, anchor to three significant digits, unit.

        Wording, offsets and the exact interval are left out on purpose, so that an edit, or a
        finer calibration, makes no new claim (semantics.md 6).
        """
        if self.category:
            return self.category
        unit = self.measurand.unit or self.unit or "count"
        if self.measurand.dimension == "when":
            return f"{iso_week_time(self.reading.low)}/{iso_week_time(self.reading.high)}"
        if self.measurand.dimension in ("date", "clock"):
            ends = iso_ends(self.measurand.dimension, self.reading.low, self.reading.high)
            return "/".join(dict.fromkeys(ends)) + self.zone
        if self.derived_from:
            return f"derived:{self.possibility.low:.3g}..{self.possibility.high:.3g}:{unit}"
        if self.vague:
            return f"{self.vague}:{self.possibility.core_low:.3g}:{unit}"
        if len(self.stated) == 2:
            low, high = self.possibility.core_low, self.possibility.core_high
            return f"range:{low:.3g}..{high:.3g}:{unit}"
        assert self.anchor is not None
        return f"{self.hedge.value}:{self.anchor:.3g}:{unit}"

    @property
    def allowed(self) -> Possibility:
        """The value, widened by the tolerance where a share of it means anything.

        It decides what contradicts, and nothing else: which claims are of one thing, what follows
        from them and what denies them is told by what was said.
        """
        of = self.measurand
        widens = of.tolerance and of.proportional
        return self.possibility.widened(of.tolerance) if widens else self.possibility


def digest(*parts: str) -> str:
    """The first 16 hexadecimal digits of a SHA-256 over the parts, version 1 of the recipe."""
    return hashlib.sha256("\x1f".join(("v1", *parts)).encode()).hexdigest()[:16]


def statement(claim: Claim) -> tuple[str, ...]:
    """All that a claim's key holds but its article: what it says, whoever says it."""
    return (
        claim.subject.casefold(),
        claim.attribute,
        claim.event.label,
        claim.scope,
        claim.canonical,
        "-" if claim.negative else "+",
    )


def identified(claims: list[Claim]) -> list[Claim]:
    """The claims of one article with key and id; a claim said again has the next number."""
    counts: dict[str, int] = {}
    named: list[Claim] = []
    for claim in claims:
        key = digest(*statement(claim), claim.doc)
        counts[key] = counts.get(key, 0) + 1
        named.append(replace(claim, key=key, id=f"{key}-{counts[key]}"))
    return named


def tolerant(claims: Iterable[Claim], tolerances: Mapping[str, float]) -> list[Claim]:
    """Claims with the tolerance of their attribute."""
    if not tolerances:
        return list(claims)
    return [
        replace(c, measurand=msgspec.structs.replace(c.measurand, tolerance=share))
        if (share := tolerances.get(c.attribute))
        else c
        for c in claims
    ]


def places_apart(one: Claim, other: Claim) -> bool:
    """Whether the two events go to, or come from, places of which neither holds the other.

    Two names that nobody knows are two places. A time belongs to its place alone: who is in the
    country on Tuesday may reach the city on Wednesday, and who "left on Monday" may leave Paris
    on Friday.
    """
    if one.measurand.dimension == "when" and one.attribute == other.attribute:
        return one.places != other.places
    roles = {role for role, _ in one.places} & {role for role, _ in other.places}
    return any(
        all(
            apart(place, place_2) or (place != place_2 and unknown(place, place_2))
            for role, place in one.places
            for role_2, place_2 in other.places
            if role == role_2 == way
        )
        for way in roles
    ) or _reversed(one, other)


def _reversed(one: Claim, other: Claim) -> bool:
    """Whether one goes to where the other comes from, and nothing else ties them."""
    ends = [
        ({p for r, p in c.places if r == "to"}, {p for r, p in c.places if r == "from"})
        for c in (one, other)
    ]
    (to, of), (to_2, of_2) = ends
    return bool(to & of_2 and not to_2) or bool(to_2 & of and not to)
