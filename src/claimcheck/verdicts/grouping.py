"""Grouping: which open claims of one story and one measurand are of one fact.

Claims that agree are joined on little: that two articles give the same figure in like words is
itself a sign that they speak of one thing. Claims that differ are joined only where something ties
them to one thing (ties.py), and where neither article gives the other's figure somewhere else: an
article that says both knows two things.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TypeAlias

from claimcheck.claims.claim import Claim
from claimcheck.claims.identity import mass, narrowed, unlike, weights
from claimcheck.verdicts import ties
from claimcheck.verdicts.comparison import agree
from claimcheck.verdicts.cutting import shares
from claimcheck.verdicts.unions import Unions

ALIGNED = 0.6
"""Share of the likeness of two differing claims from which a claim that agrees with the one, in the
article of the other, takes its place."""

ROW = 2
"""How many more kinds of figures two lists must share, and differ in all, to be of two things."""

LEAD = 2
"""Sentences of an article that tell its news: what is said there goes before what is said later."""

MOST = 150
"""Claims of one measurand in one story that are held against each other, at most: more are cut into
shares (cutting.py), and the work does not grow with the square of a story."""

_BRACKET = " ("  # from a value to its conversion

_Rows: TypeAlias = defaultdict[tuple[str, tuple[int, int]], defaultdict[str, list[Claim]]]
"""The claims of each sentence, by what they measure."""


@dataclass(frozen=True, slots=True)
class Group:
    """Claims of one fact, and the pairs of ids of those that differ and may be held against each
    other."""

    claims: tuple[Claim, ...]
    differing: frozenset[tuple[str, str]]


def groups(claims: Iterable[Claim]) -> list[Group]:
    """The open claims of one story in groups of one fact each, every claim in exactly one."""
    ordered = sorted(claims, key=lambda c: (c.doc, c.start, c.end, c.id))
    rarity = weights(c.context for c in ordered)
    # Half of something and half a per cent are both shares, and their numbers are not alike.
    blocks: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    rows: _Rows = defaultdict(lambda: defaultdict(list))
    for claim in ordered:
        blocks[claim.measurand.id, claim.measurand.unit].append(claim)
        rows[claim.doc, claim.sentence][claim.measurand.id].append(claim)
    found: list[Group] = []
    for _, block in sorted(blocks.items()):
        found += _of_block(block, rarity, rows)
    return found


def _of_block(block: Sequence[Claim], rarity: Mapping[str, float], rows: _Rows) -> list[Group]:
    """The groups of the claims of one measurand."""
    if len(block) == 1:
        return [Group(tuple(block), frozenset())]
    of_shares = [_Block(share, rarity, rows).groups() for share in shares(block, MOST)]
    if len(of_shares) == 1:
        return of_shares[0]
    return _joined([group for of_share in of_shares for group in of_share])


def _joined(parts: Sequence[Group]) -> list[Group]:
    """Groups that share a claim, as one."""
    facts: Unions[str] = Unions()
    for part in parts:
        for claim in part.claims:
            facts.join(claim.id, part.claims[0].id)
    wholes: defaultdict[str, list[Group]] = defaultdict(list)
    for part in parts:
        wholes[facts.root(part.claims[0].id)].append(part)
    return [
        Group(
            tuple({c.id: c for part in whole for c in part.claims}.values()),
            frozenset(pair for part in whole for pair in part.differing),
        )
        for whole in wholes.values()
    ]


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two claims by their places in a block, whether they agree, and whether anything sets them
    apart: `unlike` does so whatever their values are."""

    one: int
    other: int
    agree: bool
    apart: bool
    unlike: bool


class _Block:
    """The claims of one measurand in one story."""

    def __init__(self, claims: Sequence[Claim], rarity: Mapping[str, float], rows: _Rows) -> None:
        self._claims = claims
        self._rarity = rarity
        self._rows = rows
        self._of_doc: defaultdict[str, list[int]] = defaultdict(list)
        for place, claim in enumerate(claims):
            self._of_doc[claim.doc].append(place)
        self._masses = [mass(c.context, rarity) for c in claims]
        self._governing = [ties.governing(c) for c in claims]
        self._pairs = {(p.one, p.other): p for p in self._together()}
        self._alike: dict[tuple[int, int], float] = {}
        self._facts: Unions[int] = Unions()
        self._told_once: dict[tuple[str, bool, str], bool] = {}

    def groups(self) -> list[Group]:
        """The claims of each fact, with the pairs that differ."""
        self._join_agreeing()
        links = sorted(self._links(), reverse=True)
        for lead, one, other in links:
            if lead >= 0:
                self._join_differing(one, other, certain=lead == ties.CERTAIN)
        members: defaultdict[int, list[Claim]] = defaultdict(list)
        for place, claim in enumerate(self._claims):
            members[self._facts.root(place)].append(claim)
        differing: defaultdict[int, set[tuple[str, str]]] = defaultdict(set)
        for _, one, other in links:
            if self._facts.root(one) == self._facts.root(other):
                first, second = sorted((self._claims[one].id, self._claims[other].id))
                differing[self._facts.root(one)].add((first, second))
        return [Group(tuple(m), frozenset(differing[root])) for root, m in members.items()]

    def _together(self) -> Iterator[_Pair]:
        """The pairs of which anything may come: of two articles only what agrees, or what nothing
        keeps from being one thing."""
        for (i, one), (j, other) in combinations(enumerate(self._claims), 2):
            alike = agree(one, other)
            opposed = not alike and one.doc != other.doc
            strange = opposed and self._governing[i].isdisjoint(self._governing[j])
            if strange and ties.untied(one, other):
                continue
            if opposed and ties.implausible(one, other):
                continue
            stranger = bool(unlike(one, other))
            if stranger and not (alike and ties.distinctive(one) > 1):
                continue
            apart = stranger or bool(narrowed(one, other))
            if not (opposed and apart):
                yield _Pair(i, j, alike, apart, stranger)

    def _likeness(self, pair: _Pair) -> float:
        """How alike the words of a pair are, which is found once."""
        places = pair.one, pair.other
        if places not in self._alike:
            one, other = (self._claims[place] for place in places)
            masses = self._masses[pair.one], self._masses[pair.other]
            self._alike[places] = ties.alike(one, other, self._rarity, masses)
        return self._alike[places]

    def _pair(self, one: int, other: int) -> _Pair | None:
        return self._pairs.get((min(one, other), max(one, other)))

    # --- claims that agree ------------------------------------------------------------------------

    def _join_agreeing(self) -> None:
        for pair in self._pairs.values():
            one, other = self._claims[pair.one], self._claims[pair.other]
            if pair.agree and ties.same_figure(one, other) and self._of_one(pair):
                self._facts.join(pair.one, pair.other)

    def _of_one(self, pair: _Pair) -> bool:
        """Whether two claims that give one figure are of one thing."""
        one, other = self._claims[pair.one], self._claims[pair.other]
        seldom = ties.distinctive(one)
        if pair.unlike:
            return self._likeness(pair) >= ties.UNLIKE / seldom
        holds = ties.kind(one, other)
        if holds == "subject" and not one.subjects and not other.subjects:
            return self._likeness(pair) >= ties.UNLIKE / seldom
        if holds == "subject" and pair.apart:
            if one.subjects and other.subjects:
                # One family name with two first names may be one person's: Kate, Katherine.
                return one.context.bearer == other.context.bearer
            # "A 38-year-old man" is whom another article calls so, if it tells of none else.
            if seldom > 1 and one.doc != other.doc and self._once(one) and self._once(other):
                return True
        if holds != "words" and not pair.apart:
            return True
        return self._likeness(pair) >= ties.AGREEING / seldom

    # --- claims that differ -----------------------------------------------------------------------

    def _links(self) -> Iterator[tuple[float, int, int]]:
        """Pairs that need not agree and are tied to one thing, with how much stronger their tie is
        than it has to be; a little weaker will do where others have made one fact of theirs."""
        several = frozenset(self._ambiguous())
        for pair in self._pairs.values():
            one, other = self._claims[pair.one], self._claims[pair.other]
            if one.doc == other.doc:
                if not pair.agree and (converted(one, other) or self._headlined(pair)):
                    yield ties.CERTAIN, pair.one, pair.other
                continue
            if pair.apart or not several.isdisjoint((pair.one, pair.other)):
                continue
            if not pair.agree and (
                self._other_rows(one, other) or self._denies_one_of_several(one, other)
            ):
                continue
            once = ties.counts_things(one) and self._once(one) and self._once(other)
            once = once and (not ties.only_one(one) or self._each_once)
            once = once and not ties.far_hours(one, other)
            tie = ties.tie(one, other, self._likeness(pair), self._rarity, once=once)
            lead = ties.lead(one, other, tie)
            if lead == ties.CERTAIN or (lead > -math.inf and not self._aligned(pair)):
                yield lead, pair.one, pair.other

    def _headlined(self, pair: _Pair) -> bool:
        """Whether a headline gives one figure and all of its body another (ruling 16)."""
        head, body = self._claims[pair.one], self._claims[pair.other]
        if head.index or not body.index or not head.headline or pair.apart:
            return False
        if ties.kind(head, body) not in ("event", "subject") or not _same_voice(head, body):
            return False
        places = [p for p in self._of_doc[head.doc] if self._claims[p].index]
        found = [self._pair(pair.one, p) for p in places]
        return not any(p and (p.agree or p.apart) for p in found)

    def _ambiguous(self) -> Iterator[int]:
        """Claims of which their article holds another one that differs: it tells of two things,
        or of one in two ways; what is said first, in the headline or the lead, is the news."""
        for places in self._of_doc.values():
            for i, j in combinations(places, 2):
                one, other = self._claims[i], self._claims[j]
                if ties.kind(one, other) not in ("event", "place") or not _same_voice(one, other):
                    continue
                pair = self._pair(i, j)
                if pair is None or pair.apart or pair.agree or one.revised != other.revised:
                    continue
                yield j
                if one.index == other.index or one.index > LEAD:
                    yield i

    def _once(self, claim: Claim) -> bool:
        """Whether an article gives one value alone for what a claim is of."""
        clock = claim.measurand.dimension == "clock"
        asked = (claim.doc, bool(claim.category), claim.zone if clock else "")
        if asked not in self._told_once:
            self._told_once[asked] = self._says_once(claim)
        return self._told_once[asked]

    def _says_once(self, claim: Claim) -> bool:
        said = [self._claims[p] for p in self._of_doc[claim.doc]]
        if claim.category:  # "a shotgun" and "a pump-action shotgun" are one
            distinct = {(c.category, c.negative, c.possibility): c for c in said}
            return all(agree(a, b) for a, b in combinations(distinct.values(), 2))
        if claim.measurand.dimension == "clock":
            return len({c.canonical for c in said if c.zone == claim.zone}) == 1
        return len({c.stated for c in said}) == 1

    @cached_property
    def _each_once(self) -> bool:
        """Whether every article gives one value alone, and counts none: "three rifles"."""
        counted = f"{self._claims[0].measurand.id} "
        if any(kind.startswith(counted) for kinds in self._rows.values() for kind in kinds):
            return False
        if any(", " in c.category for c in self._claims):  # "a rifle and a shotgun"
            return False
        return all(self._once(self._claims[places[0]]) for places in self._of_doc.values())

    def _other_rows(self, one: Claim, other: Claim) -> bool:
        """Whether two sentences give figures of several other kinds and agree in few: rows of two
        tables, as a season's and a career's, are no two readings of one. In a list of things one
        or two more may differ; what one person did at one time is the same in all."""
        if ties.kind(one, other) != "words":
            return False
        here, there = self._rows[one.doc, one.sentence], self._rows[other.doc, other.sentence]
        alike = [
            any(agree(a, b) for a in here[kind] for b in there[kind])
            for kind in here.keys() & there.keys()
            if kind != one.measurand.id
        ]
        if one.context.person or other.context.person:
            return bool(alike) and sum(alike) * 2 <= len(alike)
        return len(alike) >= ROW and not any(alike)

    def _denies_one_of_several(self, one: Claim, other: Claim) -> bool:
        """Whether it is said that something befell nobody, and another article gives several
        numbers of people whom it befell: which of them is denied cannot be told."""
        if (one.anchor == 0) == (other.anchor == 0):
            return False
        some = other if one.anchor == 0 else one
        told = {self._claims[p].anchor for p in self._of_doc[some.doc]} - {0.0}
        return len(told) > 1

    def _aligned(self, pair: _Pair) -> bool:
        """Whether either claim finds its like, in figure and words, elsewhere in the other's
        article."""
        return any(
            self._stands_for(here, there, place, self._likeness(pair))
            for here, there in ((pair.one, pair.other), (pair.other, pair.one))
            for place in self._of_doc[self._claims[there].doc]
            if place != there
        )

    def _stands_for(self, here: int, there: int, place: int, likeness: float) -> bool:
        """Whether a claim of an article is to another article's what `there` seems to be."""
        found = self._pair(here, place)
        one, other = self._claims[here], self._claims[place]
        if found is None or not found.agree:
            return False
        needed = ALIGNED * likeness / (ties.distinctive(other) if other.stated else 1.0)
        if self._likeness(found) < needed:
            return False
        if found.apart and ties.kind(one, other) != "words":
            return False
        return ties.same_figure(one, other) and _same_voice(self._claims[there], other)

    def _join_differing(self, one: int, other: int, *, certain: bool) -> None:
        """One fact of two, unless as many articles are in both as make up half of either."""
        roots = self._facts.root(one), self._facts.root(other)
        if roots[0] == roots[1]:
            return
        sides: list[defaultdict[str, list[Claim]]] = [defaultdict(list), defaultdict(list)]
        for place, claim in enumerate(self._claims):
            if (root := self._facts.root(place)) in roots:
                sides[roots.index(root)][claim.doc].append(claim)
        here, there = sides
        both = [d for d in here if d in there and not _of_one_event(here[d], there[d])]
        if certain or len(both) * 2 < min(map(len, sides)):
            self._facts.join(one, other)


def converted(one: Claim, other: Claim) -> bool:
    """Whether one claim is the other's value again in brackets, in another unit."""
    first, second = sorted((one, other), key=lambda c: c.start)
    bracket = first.sentence == second.sentence and second.start - first.end == len(_BRACKET)
    return bracket and second.restates and first.unit != second.unit


def _of_one_event(ones: Sequence[Claim], others: Sequence[Claim]) -> bool:
    """Whether an article that gives two values still tells of one event: it has it from one source
    that something befell nobody, and from another that it befell some; or one value is the old."""
    if any(c.revised for c in ones) != any(c.revised for c in others):
        return True
    nobody = any(all(c.anchor == 0 for c in side) for side in (ones, others))
    return nobody and not any(_same_voice(a, b) for a in ones for b in others)


def _same_voice(one: Claim, other: Claim) -> bool:
    """Whether two claims of one article have it from one source; of two sources an article tells
    what each says of one thing."""
    return one.holder == other.holder
