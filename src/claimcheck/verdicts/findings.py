"""Findings: the relations between two camps of a fact that a reader would want to see."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from itertools import combinations, product
from operator import attrgetter
from typing import Literal, TypeAlias

from claimcheck.claims.claim import Claim
from claimcheck.verdicts.comparison import HALF, Basis, Comparison, Grade, compare, unnamed
from claimcheck.verdicts.explanation import explanation, reconciliations, side_value
from claimcheck.verdicts.facts import Camp, Fact, origins

Kind = Literal["contradictory", "superseded", "tension"]
_Alike: TypeAlias = Sequence[Claim]
_Pair: TypeAlias = tuple[_Alike, _Alike, Comparison]
"""Two claims and how they stand to each other, with all that stand so too."""


@dataclass(frozen=True, slots=True)
class Side:
    """The claims of one camp that take part in a finding, as a reader meets them."""

    claims: tuple[Claim, ...]
    value: str
    normalised: str
    origins: int

    @property
    def camp_key(self) -> str:
        """The side's values and nothing else: a newcomer who agrees changes no key."""
        return ",".join(sorted({c.canonical for c in self.claims}))

    @property
    def claim_ids(self) -> list[str]:
        """The claims that show the side's words; of a derived one, those it follows from."""
        ids = [i for c in self.claims for i in (c.derived_from or (c.id,))]
        return list(dict.fromkeys(ids))


@dataclass(frozen=True, slots=True)
class Finding:
    """Two camps of a fact that differ, with the verdict, its ground, and both sides."""

    fact: Fact
    kind: Kind
    comparison: Comparison
    sides: tuple[Side, Side]
    explanation: str
    reconciliations: tuple[str, ...]
    occurrence: int = 1

    @property
    def basis(self) -> Basis:
        """What the verdict rests on."""
        return self.comparison.basis

    @property
    def grade(self) -> Grade:
        """How much it matters."""
        return self.comparison.grade

    @property
    def fingerprint(self) -> str:
        """What the finding is: its kind, its fact and both sides' values; SHA-256, hexadecimal.

        Documents, offsets, wording and scores are left out, so that an edited paragraph or an
        agreeing article does not make an accepted finding new (semantics.md 6). A second finding
        of which all that is the same, of another story, has its number in it too.
        """
        kind = f"{self.kind}:{self.basis}"
        keys = sorted(side.camp_key for side in self.sides)
        parts = ["v1", kind, self.fact.key, *keys]
        parts += [str(self.occurrence)] if self.occurrence > 1 else []
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()

    @property
    def id(self) -> str:
        """The fingerprint's first twelve digits: short enough to type."""
        return self.fingerprint[:12]


_ORDER: dict[str, int] = {"contradictory": 0, "superseded": 1, "tension": 2}


def findings(facts: Iterable[Fact]) -> list[Finding]:
    """Every finding of the facts: the gravest kind first, then by severity, then by id."""
    found: list[Finding] = []
    seen: Counter[str] = Counter()
    for fact in sorted(facts, key=lambda f: f.id):
        for finding in _of_fact(fact):
            seen[finding.fingerprint] += 1
            found.append(replace(finding, occurrence=seen[finding.fingerprint]))
    return ranked(found)


def ranked(found: Iterable[Finding]) -> list[Finding]:
    """Findings in order: the gravest kind first, then by severity, then by id."""
    return sorted(found, key=lambda f: (_ORDER[f.kind], -f.comparison.severity, f.id))


def _of_fact(fact: Fact) -> Iterator[Finding]:
    """One finding for each pair of camps, kind and ground that says them apart."""
    for (one, other), met in _meeting(fact):
        differing: defaultdict[tuple[Kind, str], list[_Pair]] = defaultdict(list)
        for ones, others in met:
            comparison = compare(ones[0], others[0])
            kind = _kind(comparison)
            if kind:
                ground = _ground(ones[0], others[0], comparison)
                differing[kind, ground].append((ones, others, comparison))
        if any(_is_update(p) for p in differing.get(("superseded", "said"), ())):
            # Whoever tells that the one value replaced the other tells it of both camps.
            told = differing.pop(("contradictory", "said"), [])
            differing["superseded", "said"] += [
                (a, b, replace(c, verdict="superseded")) for a, b, c in told
            ]
        gravest = [p for (kind, _), ps in differing.items() if kind == "contradictory" for p in ps]
        shown = set(_said(gravest)) if any(kind != "contradictory" for kind, _ in differing) else ()
        for (kind, ground), pairs in sorted(differing.items(), key=lambda item: item[0]):
            if kind == "tension" and ("contradictory", ground) in differing:
                continue  # said by the contradiction, which takes in what is usual
            if kind != "contradictory" and all(pair in shown for pair in _said(pairs)):
                continue  # what follows from the two has shown it already
            usual = [p for p in differing.get(("tension", ground), ()) if _only_usual(p)]
            yield _finding(fact, kind, one, other, pairs, usual if kind == "contradictory" else [])


def _meeting(fact: Fact) -> Iterator[tuple[tuple[Camp, Camp], list[tuple[_Alike, _Alike]]]]:
    """The pairs of camps of a fact, each with the claims that may be held against each other:
    those that compare alike together, so that the work grows with what is said, not how often."""
    camp_of = {c.id: place for place, camp in enumerate(fact.camps) for c in camp.claims}
    claims = {c.id: c for camp in fact.camps for c in camp.claims}
    listed = {_ids(c.id, i) for c in claims.values() for i in c.against if i in claims}
    listed |= {
        (i, j)
        for i, j in fact.differing or ()
        if i in claims and j in claims and not (claims[i].against or claims[j].against)
    }
    met: defaultdict[tuple[int, int], list[tuple[_Alike, _Alike]]] = defaultdict(list)
    for pair in listed:
        (first, one), (second, other) = sorted((camp_of[i], i) for i in pair)
        if first != second:
            met[first, second].append(([claims[one]], [claims[other]]))
    if fact.differing is None:
        alike = [_alike(c for c in camp.claims if not c.against) for camp in fact.camps]
        for first, second in combinations(range(len(alike)), 2):
            met[first, second] += product(alike[first], alike[second])
    for (first, second), pairs in sorted(met.items(), key=lambda item: item[0]):
        yield (fact.camps[first], fact.camps[second]), pairs


_BY_ITSELF = frozenset(
    "key id doc start end quote sentence hedge_words cast hints restates working index context "
    "headline passage".split()
)
"""What is a claim's own, and has no part in how it compares with another that a rule pack reads."""

_compared = attrgetter(*(f.name for f in fields(Claim) if f.name not in _BY_ITSELF))


def _alike(claims: Iterable[Claim]) -> list[_Alike]:
    """Claims that rule packs read, those together that compare alike with any other."""
    found: defaultdict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        of_one = claim.category or (claim.measurand.event and unnamed(claim))
        found[_compared(claim), claim.doc if of_one else ""].append(claim)
    return list(found.values())


def _ids(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _said(pairs: Iterable[_Pair]) -> Iterator[tuple[str, str]]:
    """The claims that were said, by id, of which the pairs are, or from which they follow."""
    for ones, others, _ in pairs:
        for one, other in product(ones, others):
            for a, b in product(one.derived_from or (one.id,), other.derived_from or (other.id,)):
                yield _ids(a, b)


def _ground(one: Claim, other: Claim, comparison: Comparison) -> str:
    """What sets findings of one kind apart: what was said, what follows and how, what is in
    dispute."""
    ground = comparison.basis.partition("-")[0]
    if ground == "derived":
        ways = {c.rule for c in (one, other) if c.derived_from}
        return " ".join([ground, *sorted(ways)])
    return ground if ground == "disputed" else "said"


def _is_update(pair: _Pair) -> bool:
    (one, *_), (other, *_), _ = pair
    return one.time == other.time and (one.revised or other.revised)


def _only_usual(pair: _Pair) -> bool:
    """Whether a pair is no contradiction only because a claim is about what is usual: alone such
    a claim contradicts nobody, beside one that does it says the same."""
    (one, *_), (other, *_), comparison = pair
    told = all(c.time != "planned" and c.certainty != "PS" for c in (one, other))
    return told and comparison.consistency < HALF


def _kind(comparison: Comparison) -> Kind | None:
    if comparison.verdict in ("contradictory", "superseded"):
        return "contradictory" if comparison.verdict == "contradictory" else "superseded"
    return "tension" if comparison.tension else None


def _finding(
    fact: Fact, kind: Kind, one: Camp, other: Camp, pairs: list[_Pair], joining: list[_Pair]
) -> Finding:
    """One finding for all pairs of two camps that differ in one way.

    Where no value fits some pair, the finding is hard and such a pair speaks for it, whatever
    pair is the gravest: who says it how surely has no part in what the finding is.
    """
    hard = [p for p in pairs if p[2].consistency == 0]
    firsts, seconds, comparison = min(hard or pairs, key=_gravest)
    first, second = min(firsts, key=_place), min(seconds, key=_place)
    if not comparison.basis.startswith("derived"):
        gravest = max(c.severity for _, _, c in pairs)
        comparison = replace(comparison, severity=gravest)
    told = [*pairs, *joining]
    ones = {c.id for claims, _, _ in told for c in claims}
    others = {c.id for _, claims, _ in told for c in claims}
    sides = (
        _side([c for c in one.claims if c.id in ones], first, second),
        _side([c for c in other.claims if c.id in others], second, first),
    )
    claims = (sides[0].claims, sides[1].claims)
    return Finding(
        fact,
        kind,
        comparison,
        sides,
        explanation(fact, kind, comparison, claims, (first, second)),
        tuple(reconciliations(*claims)),
    )


def _gravest(pair: _Pair) -> tuple[object, ...]:
    """The order of pairs, that which speaks for all of them first: the gravest; of those as grave
    the one said outright, not in parentheses, and in the first place."""
    ones, others, comparison = pair
    (outright, *first), (too, *second) = (min(map(_place, claims)) for claims in (ones, others))
    return -comparison.severity, outright + too, first, second


def _place(claim: Claim) -> tuple[bool, str, int, int, str]:
    """Where a claim stands: what is said outright before what is said in parentheses."""
    return claim.restates, claim.doc, claim.start, claim.end, claim.id


def _side(claims: list[Claim], speaker: Claim, against: Claim) -> Side:
    value, normalised = side_value(speaker, against)
    ordered = sorted(claims, key=lambda c: (c.doc, c.start, c.end, c.id))
    return Side(tuple(ordered), value, normalised, origins(ordered))
