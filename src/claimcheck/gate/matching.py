"""Matching: which of the findings of a run are remembered ones.

Two levels (semantics.md 6). A finding is *the same* as an entry where its fact, its verdict and the
values of both sides are, or where each side shares a value with the entry's: values that joined a
camp make it another finding by its fingerprint, not another contradiction. Else it has *moved*
where both sides are told in nearly the same words of the same fact, or in the very same in the same
documents, whatever fact they are read as now. Words that differ in their value have not moved: 20
that becomes 25 is new on purpose.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from rapidfuzz.fuzz import ratio

from claimcheck.gate.entries import Entry, EntrySide, entry, told_by_key
from claimcheck.pipeline import Result
from claimcheck.quantities.hedges import Hedge

ALIKE = 85
"""From how alike on two sides are told in the same words, of 100 (semantics.md 6)."""

State: TypeAlias = Literal["known", "updated"]
_Sides: TypeAlias = tuple[EntrySide, EntrySide]


@dataclass(frozen=True, slots=True)
class Remembered:
    """A finding of a run as an entry, and whether its fact's key names what it is of."""

    entry: Entry
    by_key: bool


def remembered(result: Result) -> dict[str, Remembered]:
    """The findings of a result by id, as they are remembered."""
    texts = {a.id: a.text for a in result.articles}
    said = {c.id: c for c in result.claims}
    return {f.id: Remembered(entry(f, said, texts), told_by_key(f)) for f in result.findings}


@dataclass(frozen=True, slots=True)
class Match:
    """What a finding is to the entry that it matches: known as it is, or with values that joined
    a side since. `moved` where only its words tell that it is the same."""

    entry: Entry
    state: State
    moved: bool = False


def matches(found: Sequence[Remembered], entries: Iterable[Entry]) -> list[Match | None]:
    """For each finding the entry that it matches, None where it is new.

    What is the same is matched before what shares a value, and that before what has moved; of
    several entries the one most like in documents and words. An entry that is taken is there again
    only for another part of its camps, in its own documents.
    """
    index: defaultdict[tuple[object, ...], list[Entry]] = defaultdict(list)
    for one in sorted(entries, key=lambda e: e.id):
        for key in {*_same_keys(one), *_value_keys(one), *_moved_keys(one)}:
            index[key].append(one)
    matched: list[Match | None] = [None] * len(found)
    taken: set[str] = set()
    for keys, rank in ((_same_keys, _same), (_value_keys, _sharing), (_moved_keys, _moved)):
        ranked: list[tuple[tuple[int, int], int, Entry]] = []
        for place, new in enumerate(found):
            if matched[place] is None:
                near = {e.id: e for key in keys(new.entry) for e in index[key]}
                ranked += [(r, place, e) for e in near.values() if (r := rank(new, e)) is not None]
        for (docs, _), place, one in sorted(ranked, key=lambda r: (r[0], r[1], r[2].id)):
            again = rank is _sharing and docs == -2
            if matched[place] is None and (again or one.id not in taken):
                taken.add(one.id)
                known = rank is _moved or _within(found[place].entry.sides, one.sides)
                matched[place] = Match(one, "known" if known else "updated", rank is _moved)
    return matched


def _same_keys(one: Entry) -> Iterator[tuple[object, ...]]:
    yield one.fact, one.verdict, one.basis, tuple(sorted(side.values for side in one.sides))


def _value_keys(one: Entry) -> Iterator[tuple[object, ...]]:
    for side in one.sides:
        for value in side.values:
            yield one.fact, one.verdict, _ground(one), value


def _moved_keys(one: Entry) -> Iterator[tuple[object, ...]]:
    yield from ((one.rule, one.verdict, doc) for doc in sorted(one.docs))
    for side in one.sides:
        yield from ((one.fact, one.verdict, "value", _bare(value)) for value in side.values)
        yield from ((one.fact, one.verdict, "told", told) for told in side.sentences)


def _same(new: Remembered, one: Entry) -> tuple[int, int] | None:
    """How like a finding is to an entry of the same fact, ground and values, the least for the
    most; None where the fact's key tells too little, and neither documents nor words do."""
    if not _in_scope(new.entry, one):
        return None
    docs, words = max(_evidence(way, _told_alike) for way in _ways(new.entry.sides, one.sides))
    return (-docs, -words) if new.by_key or docs + words else None


def _sharing(new: Remembered, one: Entry) -> tuple[int, int] | None:
    """The same where each side shares a value."""
    if _ground(new.entry) != _ground(one) or not _in_scope(new.entry, one):
        return None
    ways = [w for w in _ways(new.entry.sides, one.sides) if all(_meet(*pair) for pair in w)]
    docs, words = max((_evidence(way, _told_alike) for way in ways), default=(0, 0))
    return (-docs, -words) if ways and (new.by_key or docs + words) else None


def _moved(new: Remembered, one: Entry) -> tuple[int, int] | None:
    """The same where each side is told in the same words."""
    if _ground(new.entry) != _ground(one):
        return None
    ways = list(_ways(new.entry.sides, one.sides))
    fits = [e for way in ways if (e := _evidence(way, _told_alike)) == (2, 2)]
    if new.by_key and one.fact == new.entry.fact:
        fits += [e for way in ways if (e := _evidence(way, _alike))[1] == 2]
    return min(((-docs, -words) for docs, words in fits), default=None)


def _in_scope(new: Entry, old: Entry) -> bool:
    """Whether two are of one scope, as far as is told: a newcomer that names none widens a fact to
    the whole."""
    return new.scope == old.scope or not (new.scope and old.scope)


def _ways(new: _Sides, old: _Sides) -> Iterator[tuple[tuple[EntrySide, EntrySide], ...]]:
    """The two ways in which two sides may be two others."""
    yield (new[0], old[0]), (new[1], old[1])
    yield (new[0], old[1]), (new[1], old[0])


def _meet(one: EntrySide, other: EntrySide) -> bool:
    return not set(one.values).isdisjoint(other.values)


def _within(new: _Sides, old: _Sides) -> bool:
    """Whether no value joined either side."""
    return any(
        all(set(one.values) <= set(other.values) for one, other in way) for way in _ways(new, old)
    )


def _evidence(
    way: tuple[tuple[EntrySide, EntrySide], ...], like: Callable[[EntrySide, EntrySide], bool]
) -> tuple[int, int]:
    """On how many sides a document, and on how many the words, are the same; 0 for both where a
    side has neither."""
    docs = [not set(one.docs).isdisjoint(other.docs) for one, other in way]
    words = [like(one, other) for one, other in way]
    if not all(d or w for d, w in zip(docs, words, strict=True)):
        return 0, 0
    return sum(docs), sum(words)


def _told_alike(one: EntrySide, other: EntrySide) -> bool:
    """Whether a sentence of two sides is the same."""
    return not set(one.sentences).isdisjoint(other.sentences)


def _alike(one: EntrySide, other: EntrySide) -> bool:
    """Whether a sentence of two sides is the same, or nearly and of the same value."""
    if _told_alike(one, other):
        return True
    if {_bare(v) for v in one.values}.isdisjoint({_bare(v) for v in other.values}):
        return False
    return any(ratio(a, b) >= ALIKE for a in one.sentences for b in other.sentences)


_HEDGES = frozenset(h.value for h in Hedge)


def _bare(value: str) -> str:
    """A canonical value without its hedge."""
    hedge, _, rest = value.partition(":")
    return rest if hedge in _HEDGES else value


def _ground(one: Entry) -> str:
    """What sets findings of one verdict apart; hard and pragmatic are degrees of one ground."""
    return one.basis.replace("pragmatic", "hard")
