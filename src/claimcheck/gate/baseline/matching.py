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
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from rapidfuzz.fuzz import ratio

from claimcheck.gate.baseline.entries import Entry, EntrySide, entry, told_by_key
from claimcheck.pipeline import Result
from claimcheck.quantities.hedges import Hedge

ALIKE = 85
"""From how alike on two sides are told in the same words, of 100 (semantics.md 6)."""

State: TypeAlias = Literal["known", "updated"]
_Key: TypeAlias = tuple[object, ...]
_Pairs: TypeAlias = tuple[tuple[EntrySide, EntrySide], tuple[EntrySide, EntrySide]]
"""Both sides of a finding, each with the side of the entry that it may be."""


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
    index: defaultdict[_Key, list[Entry]] = defaultdict(list)
    for one in sorted(entries, key=lambda e: e.id):
        for key in {*_same_keys(one), *_value_keys(one), *_moved_keys(one)}:
            index[key].append(one)
    matched: list[Match | None] = [None] * len(found)
    taken: set[str] = set()
    for keys, level in ((_same_keys, _same), (_value_keys, _sharing), (_moved_keys, _moved)):
        ranked: list[tuple[_Evidence, int, Entry]] = []
        for place, new in enumerate(found):
            if matched[place] is None:
                near = {e.id: e for key in keys(new.entry) for e in index[key]}
                ranked += [(why, place, e) for e in near.values() if (why := level(new, e))]
        for why, place, one in sorted(ranked, key=lambda r: (r[0].order, r[1], r[2].id)):
            again = level is _sharing and why.docs == 2
            if matched[place] is None and (again or one.id not in taken):
                taken.add(one.id)
                known = level is _moved or _within(found[place].entry, one)
                matched[place] = Match(one, "known" if known else "updated", level is _moved)
    return matched


@dataclass(frozen=True, slots=True)
class _Evidence:
    """One way in which the sides of a finding may be those of an entry: on how many they share a
    document (`docs`) or a sentence (`told`), and on how many one or the other (`tied`)."""

    way: _Pairs
    docs: int
    told: int
    tied: int

    @property
    def order(self) -> tuple[int, int]:
        """The strongest first."""
        return -self.docs, -self.told

    @property
    def of_one_event(self) -> bool:
        """Whether it tells two findings to be of one event where nothing else does: both sides are
        tied, and not by their documents alone, for a page may be written anew."""
        return self.tied == 2 and (self.told > 0 or any(_alike(*pair) for pair in self.way))


def _same(new: Remembered, one: Entry) -> _Evidence | None:
    """The same fact, ground and values, as far as the fact's key tells of what."""
    why = _strongest(_ways(new.entry, one))
    return why if _in_scope(new.entry, one) and (new.by_key or why.of_one_event) else None


def _sharing(new: Remembered, one: Entry) -> _Evidence | None:
    """The same fact and ground, and a value in common on each side."""
    ways = [way for way in _ways(new.entry, one) if all(_meet(*pair) for pair in way)]
    if not ways or not _in_scope(new.entry, one):
        return None
    why = _strongest(ways)
    return why if new.by_key or why.of_one_event else None


def _moved(new: Remembered, one: Entry) -> _Evidence | None:
    """The same words on both sides: in the same documents, or nearly so and of the same fact."""
    derived = "derived" in one.basis
    every = [_evidence(way, derived=derived) for way in _ways(new.entry, one)]
    fits = [e for e in every if (e.docs, e.told) == (2, 2)]
    if not (fits or derived) and new.by_key and one.fact == new.entry.fact:
        fits = [e for e in every if all(_alike(*pair) for pair in e.way)]
    return min(fits, key=lambda e: e.order, default=None)


def _same_keys(one: Entry) -> Iterator[_Key]:
    yield one.fact, one.verdict, one.basis, tuple(sorted(side.values for side in one.sides))


def _value_keys(one: Entry) -> Iterator[_Key]:
    for side in one.sides:
        yield from ((one.fact, one.verdict, _ground(one), value) for value in side.values)


def _moved_keys(one: Entry) -> Iterator[_Key]:
    about = (one.rule, one.verdict, _ground(one))
    for side in one.sides:
        yield from ((*about, "told", told) for told in side.sentences)
        yield from ((*about, one.fact, _bare(value)) for value in side.values)


def _strongest(ways: Iterable[_Pairs]) -> _Evidence:
    return min((_evidence(way) for way in ways), key=lambda e: e.order)


def _evidence(way: _Pairs, *, derived: bool = False) -> _Evidence:
    """What ties two sides to two others. What is `derived` follows from all of its sentences, and
    one that it shares says nothing of the others."""
    docs = [not set(a.docs).isdisjoint(b.docs) for a, b in way]
    told = [
        a.sentences == b.sentences if derived else not set(a.sentences).isdisjoint(b.sentences)
        for a, b in way
    ]
    tied = sum(d or t for d, t in zip(docs, told, strict=True))
    return _Evidence(way, sum(docs), sum(told), tied)


def _alike(one: EntrySide, other: EntrySide) -> bool:
    """Whether two sides are told in nearly the same words, and of the same value."""
    if not set(one.sentences).isdisjoint(other.sentences):
        return True
    if {_bare(v) for v in one.values}.isdisjoint(_bare(v) for v in other.values):
        return False
    return any(ratio(a, b) >= ALIKE for a in one.sentences for b in other.sentences)


def _ways(new: Entry, old: Entry) -> tuple[_Pairs, _Pairs]:
    """The two ways in which two sides may be two others."""
    (a, b), (c, d) = new.sides, old.sides
    return ((a, c), (b, d)), ((a, d), (b, c))


def _meet(one: EntrySide, other: EntrySide) -> bool:
    return not set(one.values).isdisjoint(other.values)


def _within(new: Entry, old: Entry) -> bool:
    """Whether no value joined either side."""
    return any(all(set(a.values) <= set(b.values) for a, b in way) for way in _ways(new, old))


def _in_scope(new: Entry, old: Entry) -> bool:
    """Whether two are of one scope, as far as is told: a newcomer that names none widens a fact to
    the whole."""
    return new.scope == old.scope or not (new.scope and old.scope)


_HEDGES = frozenset(h.value for h in Hedge)


def _bare(value: str) -> str:
    """A canonical value without its hedge."""
    hedge, _, rest = value.partition(":")
    return rest if hedge in _HEDGES else value


def _ground(one: Entry) -> str:
    """What sets findings of one verdict apart; hard and pragmatic are degrees of one ground."""
    return one.basis.replace("pragmatic", "hard")
