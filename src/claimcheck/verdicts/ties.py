"""Ties: how strongly two open claims of one measurand belong to one thing, values and all.

What stands around the values says whether they may (claimcheck.claims.identity). Here the values
join in: a figure with many digits is seldom the same by chance, and no two articles differ by more
than so much on one thing. The constants were set on the development events of /docs/accuracy.md.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from claimcheck.claims.claim import Claim
from claimcheck.claims.contexts import Context
from claimcheck.claims.identity import likeness, of_other_heads
from claimcheck.claims.measurands import tie_of
from claimcheck.quantities.calendar.readings import is_relative
from claimcheck.verdicts.comparison import LOOSE, turn
from claimcheck.verdicts.severity import nearest

AGREEING = 0.1
"""Likeness from which two claims that agree on a round figure are of one fact. Of a figure with two
digits half of it is enough, of more an eighth: figures are seldom the same by chance."""

UNLIKE = 0.6
"""The same of two claims that somebody else bears, or that are dated otherwise."""

DIFFERING = 0.55
"""Tie from which two claims that differ are of one fact."""

KNOWN_TO_BE_ONE = 0.1
"""How much less of a tie two claims need that others have already brought into one fact; not two
dates, of which every event has several."""

CERTAIN = 2.0
"""The lead of a value's tie to its conversion in brackets, of a headline's to its article, and of
two weapons' where every article of the story names one alone."""

SIDE_BY_SIDE = 0.1
"""What it takes more where like figures stand side by side."""

SAME_BEARER, SAME_DAYS_BEARER = 0.25, 0.15
"""What it adds to likeness that one person bears both values; less of days, on which one person
did many things."""

GOVERNED = 0.08
"""What each word that governs both values adds to their tie, by its rarity."""

ONLY_ONE = 0.35
"""What it adds that each article counts such a thing but once."""

SAME_HOUR, HOUR = 0.3, 1.0
"""What it adds to the tie of the only hours that two articles tell that they are so near."""

STRANGER = 0.15
"""What it takes from a tie that one of the values is borne by somebody, or that the names near the
two are others."""

TIED = {"event": 1.0, "subject": 1.0, "place": 0.2}
"""The tie of two claims that one event, subject or reference place holds together."""

LOCATED = 0.35
"""What it adds to the tie of two distances from one place that one thing is so far off."""

FARTHEST, FARTHEST_IN_WORDS = 30.0, 10.5
"""How many times the one of two figures may be the other: beyond it two articles speak of two
things. Where words alone tie them, a lost decimal point is the most: a factor of ten."""

MOST_DENIED = 1000.0
"""People: of a larger toll than this nobody says that there was none: it is of another event."""

MONTH = 31.5
"""Days: two dates that are less exact are of two of several such events."""

ROUNDED = 1.06
"""How many times the one of two figures that agree may be the other, rounded."""

NAMED = 0.4
"""Weight from which a name is near enough to say whom a value is of."""

ONE_PART = 0.6
"""The tie of two colours of such a part as each article names once."""

_PART_COLOUR = "category colour "
_WEAPON = "category weapon"
_LISTED = ("rank", "quarter")  # places in a list, of which there are many
_COMMON = ("people", *_LISTED)
_UNTOLD = frozenset(("number", "rank", "measured angle"))  # degrees of what? (ruling 5)


def alike(
    one: Claim, other: Claim, rarity: Mapping[str, float], masses: tuple[float, float]
) -> float:
    """How much the words around two values, of these masses, are alike, and whether one person
    bears both."""
    a, b = one.context, other.context
    same = bool(a.bearer) and a.bearer == b.bearer
    more = SAME_DAYS_BEARER if one.measurand.dimension == "date" else SAME_BEARER
    return likeness(a, b, rarity, masses) + (more if same else 0.0)


def kind(one: Claim, other: Claim) -> str:
    """What may hold two claims to one thing: their words, if one of them has no more."""
    return tie_of(one.measurand, other.measurand)


def tie(
    one: Claim, other: Claim, likeness: float, rarity: Mapping[str, float], *, once: bool
) -> float:
    """How strongly two claims that need not agree are tied to one thing; `once` says that each
    article counts such a thing but once."""
    holds = kind(one, other)
    if holds in TIED:
        located = holds == "place" and one.subjects & other.subjects
        return TIED[holds] + likeness + (LOCATED if located else 0.0)
    if once and only_one(one):
        return CERTAIN
    if once and one.measurand.id.startswith(_PART_COLOUR):
        return ONE_PART  # the seats of the one train that a story tells of have one colour
    shared = governing(one) & governing(other)
    if not _told_apart(one, other, len(shared), once=once):
        return 0.0
    strength = likeness + GOVERNED * math.fsum(rarity[t] for t in shared)
    strength += ONLY_ONE if once else 0.0
    strength += SAME_HOUR if once and one.measurand.dimension == "clock" else 0.0
    strength -= 0.0 if _share_names(one.context, other.context) else STRANGER
    return strength - (STRANGER if one.context.person != other.context.person else 0.0)


def untied(one: Claim, other: Claim) -> bool:
    """Whether words alone could tie two claims that govern nothing in common: the tie is then 0,
    however alike they are, unless each article counts such a thing but once."""
    return kind(one, other) == "words" and not counts_things(one)


def counts_things(claim: Claim) -> bool:
    """Whether a claim counts things of one kind, tells an hour, or gives the colour of one part or
    the weapon of its story, of which an article may have a single value."""
    name = claim.measurand.id
    counts = claim.measurand.dimension == "count" and not name.startswith(_COMMON)
    clock = claim.measurand.dimension == "clock"
    return counts or clock or name.startswith(_PART_COLOUR) or only_one(claim)


def only_one(claim: Claim) -> bool:
    """Whether a claim is of such a thing that stories have one of: another in any article of it
    means that there are several."""
    return claim.measurand.id == _WEAPON


def needed(one: Claim, other: Claim) -> float:
    """The tie that two differing claims need: more where many like figures stand side by side, in
    what one person did, or on which days. Two such events are seldom a day apart."""
    if kind(one, other) != "words" or _day_after(one, other):
        return DIFFERING
    dimension = one.measurand.dimension
    borne = one.context.person and other.context.person and dimension not in ("date", "clock")
    return DIFFERING + (SIDE_BY_SIDE if borne or dimension == "date" else 0.0)


def lead(one: Claim, other: Claim, tie: float) -> float:
    """By how much a tie is stronger than two differing claims need; below 0 where it is weaker,
    and minus infinity where nothing could make one fact of them."""
    if tie == CERTAIN:
        return CERTAIN
    over = tie - needed(one, other)
    least = 0.0 if one.measurand.dimension == "date" else -KNOWN_TO_BE_ONE
    return over if over >= least else -math.inf


def _day_after(one: Claim, other: Claim) -> bool:
    """Whether two single days follow on each other."""
    p, q = one.possibility, other.possibility
    single = max(p.grain, q.grain) < 2 and one.measurand.dimension == "date"
    return single and -0.5 < max(p.low - q.high, q.low - p.high) < 0.5


def implausible(one: Claim, other: Claim) -> bool:
    """Whether two figures are too far apart to be of one thing, or two dates of other grain."""
    p, q = one.possibility, other.possibility
    if one.vague or other.vague:
        return not _fewer_than_said(one, other)
    if one.measurand.dimension.startswith("money") and (one.restates or other.restates):
        return True  # the same sum in another currency, which a bare dollar does not name
    if kind(one, other) == "words" and (_mere_one(one) or _mere_one(other)):
        return True
    if one.measurand.dimension == "date":
        fine, coarse = sorted((p.grain, q.grain))
        if all(is_relative(c.quote.lower(), 0, len(c.quote)) for c in (one, other)):
            return True  # "today" in two articles is of their own days, whichever these are
        if any(
            a.as_of and b.possibility.core_low > a.as_of.toordinal() + 1
            for a, b in ((one, other), (other, one))
        ):
            return True  # told before the day that the other names
        same_weekday = coarse < 2 and (p.core_low - q.core_low) % 7 == 0
        return coarse > MONTH or (fine < 2 < coarse < 28) or same_weekday
    if one.measurand.id == "record":  # of one season, a game later at most
        return abs(sum(one.stated) - sum(other.stated)) > 1
    if one.measurand.dimension in ("clock", "score", "category"):
        return False
    low, high = sorted((abs(p.midpoint), abs(q.midpoint)))
    if low == 0:
        return high > MOST_DENIED
    most = FARTHEST_IN_WORDS if kind(one, other) == "words" else FARTHEST
    return high > most * low


def _fewer_than_said(one: Claim, other: Claim) -> bool:
    """Whether a figure is below all that "dozens" may be: above it the word is but a looser one,
    and "a few" is no count at all."""
    vague, told = (one, other) if one.vague else (other, one)
    if told.vague or vague.vague in LOOSE or kind(one, other) != "event":
        return False
    return 0 < told.possibility.high < vague.possibility.low


def _mere_one(claim: Claim) -> bool:
    """Whether a claim's figure is a "one" in words, which more often points than counts."""
    return claim.stated == (1.0,) and not any(c.isdigit() for c in claim.quote)


def same_figure(one: Claim, other: Claim) -> bool:
    """Whether two claims that agree give the same figure, and not only room for each other's."""
    if one.anchor is None or other.anchor is None:
        return one.canonical == other.canonical or not one.stated
    low, high = sorted((abs(one.anchor), abs(other.anchor)))
    if one.doc == other.doc and one.unit == other.unit and one.hedge == other.hedge:
        return math.isclose(low, high)  # an article that tells 67 from 68 means both
    return high <= low * ROUNDED


def distinctive(claim: Claim) -> float:
    """How much less likeness a figure needs: one with more digits is seldom the same by chance."""
    digits = max((len(f"{abs(v):g}".replace(".", "").strip("0")) for v in claim.stated), default=2)
    return (1.0, 1.0, 2.0)[digits] if digits < 3 else 8.0


def far_hours(one: Claim, other: Claim) -> bool:
    """Whether two hours are so far apart that they may be of two things of one day."""
    if one.measurand.dimension != "clock":
        return False
    p, q = one.possibility, other.possibility
    return abs(p.midpoint - nearest(p, q, turn(one)).midpoint) > HOUR


def governing(claim: Claim) -> frozenset[str]:
    """The terms that may say what a value is of. A day or an hour often stands at the end of its
    clause, and so the whole of it does."""
    if claim.measurand.dimension not in ("date", "clock"):
        return claim.context.governors
    return frozenset(t for t, w in claim.context.terms.items() if w >= NAMED and t[0] != "@")


def _told_apart(one: Claim, other: Claim, shared: int, *, once: bool) -> bool:
    """Whether enough governs both of two values to tell what they are of."""
    name, dimension = one.measurand.id, one.measurand.dimension
    if name in _UNTOLD or not (shared or once):
        return False
    if dimension not in ("count", "clock") and of_other_heads(one.context, other.context):
        return False
    if dimension.startswith("money") and not _named_alike(one.context, other.context):
        return False  # whose money? A thousand companies report in the same words
    if name.startswith(_LISTED):
        return shared > 1
    return dimension != "date" or shared > 1 or _named_alike(one.context, other.context)


def _share_names(a: Context, b: Context) -> bool:
    near = [{n for n in c.names if c.terms[n] >= NAMED} for c in (a, b)]
    return not near[0] or not near[1] or _named_alike(a, b)


def _named_alike(a: Context, b: Context) -> bool:
    """Whether two values have a name near them in common, or a part of one: "HMS Kestrel"."""
    one, other = ({p for n in c.names for p in n[1:].split() if len(p) > 2} for c in (a, b))
    return bool(one & other)
