"""Findings: the relations between two camps of a fact that a reader would want to see."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations, product
from typing import Literal, TypeAlias

from claimcheck.claims.claim import Claim
from claimcheck.verdicts.comparison import HALF, Basis, Comparison, Grade, compare
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
    return sorted(found, key=lambda f: (_ORDER[f.kind], -f.comparison.severity, f.id))


def _of_fact(fact: Fact) -> Iterator[Finding]:
    """One finding for each pair of camps, kind and ground that says them apart."""
    for one, other in combinations(fact.camps, 2):
        differing: defaultdict[tuple[Kind, str], list[_Pair]] = defaultdict(list)
        for a, b in product(one.claims, other.claims):
            if not _meet(fact, a, b):
                continue
            comparison = compare(a, b)
            kind = _kind(comparison)
            if kind:
                differing[kind, _ground(a, b, comparison)].append((a, b, comparison))
        if any(_is_update(p) for p in differing.get(("superseded", "said"), ())):
            # Whoever tells that the one value replaced the other tells it of both camps.
            told = differing.pop(("contradictory", "said"), [])
            differing["superseded", "said"] += [
                (a, b, replace(c, verdict="superseded")) for a, b, c in told
            ]
        gravest = [p for (kind, _), ps in differing.items() if kind == "contradictory" for p in ps]
        shown = set(_said(gravest))
        for (kind, ground), pairs in sorted(differing.items(), key=lambda item: item[0]):
            if kind == "tension" and ("contradictory", ground) in differing:
                continue  # said by the contradiction, which takes in what is usual
            if kind != "contradictory" and shown.issuperset(_said(pairs)):
                continue  # what follows from the two has shown it already
            usual = [p for p in differing.get(("tension", ground), ()) if _only_usual(p)]
            yield _finding(fact, kind, one, other, pairs, usual if kind == "contradictory" else [])


def _ids(one: Claim, other: Claim) -> tuple[str, str]:
    return (one.id, other.id) if one.id < other.id else (other.id, one.id)


def _meet(fact: Fact, one: Claim, other: Claim) -> bool:
    """Whether two claims of a fact may be held against each other."""
    if one.against or other.against:
        return other.id in one.against or one.id in other.against
    return fact.differing is None or _ids(one, other) in fact.differing


def _said(pairs: Iterable[_Pair]) -> Iterator[tuple[str, str]]:
    """The claims that were said, by id, of which the pairs are, or from which they follow."""
    for one, other, _ in pairs:
        for a, b in product(one.derived_from or (one.id,), other.derived_from or (other.id,)):
            yield min(a, b), max(a, b)


def _ground(one: Claim, other: Claim, comparison: Comparison) -> str:
    """What sets findings of one kind apart: what was said, what follows and how, what is in
    dispute."""
    ground = comparison.basis.partition("-")[0]
    if ground == "derived":
        ways = {c.rule for c in (one, other) if c.derived_from}
        return " ".join([ground, *sorted(ways)])
    return ground if ground == "disputed" else "said"


def _is_update(pair: _Pair) -> bool:
    one, other, _ = pair
    return one.time == other.time and (one.revised or other.revised)


def _only_usual(pair: _Pair) -> bool:
    """Whether a pair is no contradiction only because a claim is about what is usual: alone such
    a claim contradicts nobody, beside one that does it says the same."""
    one, other, comparison = pair
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
    first, second, comparison = min(hard or pairs, key=_gravest)
    if not comparison.basis.startswith("derived"):
        gravest = max(c.severity for _, _, c in pairs)
        comparison = replace(comparison, severity=gravest)
    told = [*pairs, *joining]
    sides = (
        _side([c for c in one.claims if any(c is a for a, _, _ in told)], first),
        _side([c for c in other.claims if any(c is b for _, b, _ in told)], second),
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
    one, other, comparison = pair
    places = [(c.doc, c.start, c.end, c.id) for c in (one, other)]
    return -comparison.severity, one.restates + other.restates, places


def _side(claims: list[Claim], speaker: Claim) -> Side:
    value, normalised = side_value(speaker)
    ordered = sorted(claims, key=lambda c: (c.doc, c.start, c.end, c.id))
    return Side(tuple(ordered), value, normalised, origins(ordered))
