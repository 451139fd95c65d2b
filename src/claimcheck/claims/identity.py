"""Identity: whether two open claims may speak of one thing, by what stands around their values.

Nothing here looks at the values. `apart` gives the reason why two are never of one thing, in words
for people; `likeness` how much their words are alike. Unsure is apart (semantics.md 3).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from claimcheck.claims.claim import Claim
from claimcheck.claims.contexts import Context
from claimcheck.claims.measurands import tie_of
from claimcheck.claims.places import is_place

BACKGROUND = 40
"""Days before its article from which what a clause dates is no news but the background of it."""

SEASON = 183
"""The same of an injury: who is out for half a season is told of all the while."""

_INJURY = "category injury"
_UNDATED = ("age", "population")  # whatever else happened on the day that a clause names
_DAYS_APART = 1  # a day is another day's evening elsewhere
_SMOOTH = 5


def weights(contexts: Iterable[Context]) -> dict[str, float]:
    """What a term says of a statement among these: the rarer, the more (its inverse frequency)."""
    count: Counter[str] = Counter()
    total = 0
    for context in contexts:
        count.update(context.terms.keys())
        total += 1
    return {t: math.log((total + _SMOOTH) / (n + 0.5)) for t, n in count.items()}


def mass(context: Context, rarity: Mapping[str, float]) -> float:
    """What the words around a value weigh together."""
    return math.fsum([rarity[t] * w for t, w in context.terms.items()])


def likeness(
    one: Context,
    other: Context,
    rarity: Mapping[str, float],
    masses: tuple[float, float] | None = None,
) -> float:
    """How much the words around two values are alike, from 0 to 1. Whoever asks for many pairs
    knows the masses of both."""
    a, b = one.terms, other.terms
    shared = math.fsum([rarity[t] * min(a[t], b[t]) for t in a.keys() & b.keys()])
    if not shared:
        return 0.0
    first, second = masses or (mass(one, rarity), mass(other, rarity))
    return shared / math.sqrt(first * second)


def apart(one: Claim, other: Claim) -> str:
    """Why two claims of one measurand are not of one thing; "" where nothing says so."""
    return unlike(one, other) or narrowed(one, other)


def unlike(one: Claim, other: Claim) -> str:
    """Why two claims cannot be of one thing, though their values be the same; else ""."""
    a, b = one.context, other.context
    tie = tie_of(one.measurand, other.measurand)
    borne = (a.person and b.person) or one.measurand.dimension == "score"
    others = a.bearer and b.bearer and a.bearer != b.bearer and tie != "event"
    alias = tie == "subject" and one.subjects & other.subjects
    if borne and others and not alias:
        return f"one is of {_shown(a.bearer)}, the other of {_shown(b.bearer)}"
    if one.measurand.dimension == "date" or one.measurand.id in _UNDATED:
        return ""
    for here, there in ((one, other), (other, one)):
        when = here.context.when
        if when and there.as_of and when[0] > there.as_of.toordinal() + _DAYS_APART:
            return "one is dated to a day after the other was published"
    if a.when and b.when:
        if a.when[0] > b.when[1] + _DAYS_APART or b.when[0] > a.when[1] + _DAYS_APART:
            return "they are dated to different days"
    elif a.when or b.when:
        dated, undated = (one, other) if a.when else (other, one)
        day = undated.as_of or dated.as_of
        told = a.when or b.when
        assert told is not None
        back = SEASON if one.attribute.startswith(_INJURY) else BACKGROUND
        if day and told[1] < day.toordinal() - back:
            return "one is dated to the past, the other speaks of the news"
    return ""


def narrowed(one: Claim, other: Claim) -> str:
    """Why two claims speak of different parts, places or subjects of what they measure."""
    a, b = one.context, other.context
    tie = tie_of(one.measurand, other.measurand)
    if tie == "subject":
        if not one.subjects or not other.subjects:
            return "of whom or what it is said cannot be told"
        if not _one_subject(one.subjects, other.subjects):
            return f"one is of {_listed(one.subjects)}, the other of {_listed(other.subjects)}"
        return ""
    if one.category:
        return ""
    aside = _OTHERS if tie == "event" else _NONE
    aside = _THEN if one.measurand.dimension in ("date", "clock") else aside
    aside = _WHOLE if one.measurand.id == "measured share" else aside
    if a.parts - aside != b.parts - aside:
        words = ", ".join(sorted((a.parts ^ b.parts) - aside))
        return f"one is of a part, or of another (“{words}”)"
    if tie == "words" and a.attributive != b.attributive:
        return "one measures a single thing, the other what was done"
    if tie == "words" and a.complement != b.complement:
        said = (a.complement and b.complement) or (a.person and b.person)
        said = said or any(c.complement.split(" ")[0] in _NARROWING for c in (a, b))
        if said and one.measurand.dimension not in ("date", "clock"):
            return f"one is of “{a.complement}”, the other of “{b.complement}”"
    ratio = "ratio" in (one.measurand.dimension, other.measurand.dimension)
    if ratio and bool(a.qualifiers) != bool(b.qualifiers):
        return "one is a share of a part that it names, the other is not"
    if a.qualifiers and b.qualifiers and a.qualifiers != b.qualifiers:
        return f"one is for {_listed(a.qualifiers)}, the other for {_listed(b.qualifiers)}"
    for here, there in ((a, b), (b, a)):
        places = here.qualifiers | here.places if tie == "event" else here.qualifiers
        if not places:
            continue
        foreign = {p for p in places if p not in there.known and there.known.isdisjoint(_words(p))}
        if foreign:
            return f"one is placed at {_listed(foreign)}, which the other article does not name"
    if tie == "event":
        if _elsewhere(a.places - b.places, b.places - a.places):
            return f"one is placed at {_listed(a.places)}, the other at {_listed(b.places)}"
        if _shock(a) != _shock(b):
            return "one is of an aftershock or a foreshock, the other is not"
    return ""


_NARROWING = ("as", "against", "during")  # "four seasons as a coach", "against Lima"
_NONE: frozenset[str] = frozenset()
_WHOLE = frozenset(("of", "of the", "of its", "of their"))  # any share is one of something
_THEN = frozenset(("ago", "earlier", "later", "before", "after"))
# "250 others injured" are others than the killed, and all of the injured.
_OTHERS = frozenset(("other", "others"))
_SHOCKS = ("#quake", "aftershock", "foreshock")


def of_other_heads(one: Context, other: Context) -> bool:
    """Whether each of two articles opens with somebody or something that the other never names:
    two companies' dividends, told in the same words."""
    return all(
        any(not _named_by(head, there) for head in here.heads)
        for here, there in ((one, other), (other, one))
    )


def _named_by(head: str, context: Context) -> bool:
    """Whether an article has a name, or all of its words."""
    return head in context.known or context.known.issuperset(_words(head))


def _shock(context: Context) -> str:
    """Which of a main shock, an aftershock and a foreshock is named nearest; "" of none."""
    said = [(context.terms[word], word) for word in _SHOCKS if word in context.terms]
    nearest = max(said, default=(0.0, ""))[1]
    return "" if nearest == "#quake" else nearest


def _one_subject(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of names may name one: they share one, and no two of them are of people
    with one family name and two first names."""
    if not one & other:
        return False
    firsts = [{n.split()[0] for n in names if " " in n} for names in (one, other)]
    return not firsts[0] or not firsts[1] or bool(firsts[0] & firsts[1])


def _elsewhere(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether each of two values has a place that the other has not, and neither may lie in the
    other: a single country may hold any place."""
    if not one or not other:
        return False
    return not any(len(s) == 1 and is_place(min(s)[1:]) for s in (one, other))


def _words(key: str) -> list[str]:
    return [f"@{part}" for part in key.removeprefix("@").split()]


def _shown(key: str) -> str:
    return key.removeprefix("@").title()


def _listed(keys: Iterable[str]) -> str:
    return " and ".join(sorted(map(_shown, keys)))
