"""Findings: the relations between two camps of a fact that a reader would want to see."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product
from typing import Literal, TypeAlias

from claimcheck.claims.claim import Claim
from claimcheck.verdicts.comparison import Basis, Comparison, Grade, compare
from claimcheck.verdicts.explanation import explanation, reconciliations, side_value
from claimcheck.verdicts.facts import Camp, Fact, origins

Kind = Literal["contradictory", "superseded", "tension"]
_Pair: TypeAlias = tuple[Claim, Claim, Comparison]


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
        agreeing article does not make an accepted finding new (semantics.md 6).
        """
        kind = f"{self.kind}:{self.basis}"
        keys = sorted(side.camp_key for side in self.sides)
        parts = ("v1", kind, self.fact.key, *keys)
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()

    @property
    def id(self) -> str:
        """The fingerprint's first twelve digits: short enough to type."""
        return self.fingerprint[:12]


_ORDER: dict[str, int] = {"contradictory": 0, "superseded": 1, "tension": 2}


def findings(facts: Iterable[Fact]) -> list[Finding]:
    """Every finding of the facts: the gravest kind first, then by severity, then by id."""
    found = [finding for fact in facts for finding in _of_fact(fact)]
    return sorted(found, key=lambda f: (_ORDER[f.kind], -f.comparison.severity, f.id))


def _of_fact(fact: Fact) -> Iterator[Finding]:
    """One finding for each pair of camps, kind and ground that says them apart."""
    for one, other in combinations(fact.camps, 2):
        differing: defaultdict[tuple[Kind, bool], list[_Pair]] = defaultdict(list)
        for a, b in product(one.claims, other.claims):
            comparison = compare(a, b)
            kind = _kind(comparison)
            if kind:
                derived = comparison.basis.startswith("derived")
                differing[kind, derived].append((a, b, comparison))
        for (kind, derived), pairs in sorted(differing.items()):
            if kind == "tension" and ("contradictory", derived) in differing:
                continue  # said by the contradiction, which takes in what is usual
            usual = [p for p in differing.get(("tension", derived), ()) if _only_usual(p)]
            yield _finding(fact, kind, one, other, pairs, usual if kind == "contradictory" else [])


def _only_usual(pair: _Pair) -> bool:
    """Whether a pair is no contradiction only because a claim is about what is usual: alone such
    a claim contradicts nobody, beside one that does it says the same."""
    return all(c.time != "planned" and c.certainty != "PS" for c in pair[:2])


def _kind(comparison: Comparison) -> Kind | None:
    if comparison.verdict in ("contradictory", "superseded"):
        return "contradictory" if comparison.verdict == "contradictory" else "superseded"
    return "tension" if comparison.tension else None


def _finding(
    fact: Fact, kind: Kind, one: Camp, other: Camp, pairs: list[_Pair], joining: list[_Pair]
) -> Finding:
    """One finding for all pairs of two camps that differ in one way; its gravest pair speaks."""
    comparison = max((c for *_, c in pairs), key=lambda c: (c.severity, c.basis))
    told = [*pairs, *joining]
    sides = (
        _side([c for c in one.claims if any(c is a for a, _, _ in told)]),
        _side([c for c in other.claims if any(c is b for _, b, _ in told)]),
    )
    return Finding(
        fact,
        kind,
        comparison,
        sides,
        explanation(fact, kind, comparison, sides[0].claims, sides[1].claims),
        tuple(reconciliations(sides[0].claims, sides[1].claims)),
    )


def _side(claims: list[Claim]) -> Side:
    value, normalised = side_value(claims)
    return Side(tuple(claims), value, normalised, origins(claims))
