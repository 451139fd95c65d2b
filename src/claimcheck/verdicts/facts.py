"""Facts: groups of claims that speak of the same thing, and the camps that agree within them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from claimcheck.claims.claim import Claim, digest, places_apart
from claimcheck.verdicts.comparison import HALF, scoped_to_story


@dataclass(frozen=True, slots=True)
class Camp:
    """Claims that agree pairwise; `consensus` are the values that all of them allow, in the
    unit of the attribute; `origins` how many independent voices they are."""

    claims: tuple[Claim, ...]
    consensus: tuple[float, float] | None
    origins: int


@dataclass(frozen=True, slots=True)
class Fact:
    """Comparable claims, split into camps. `key` is what the fact is; `id` tells two facts with
    one key apart, which only their stories do."""

    id: str
    key: str
    subject: str
    attribute: str
    event: str
    scope: str
    unit: str
    claims: tuple[Claim, ...]
    camps: tuple[Camp, ...]


def facts(claims: Iterable[Claim]) -> list[Fact]:
    """Every claim in exactly one fact, in order of the facts' keys."""
    groups: defaultdict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in adopted(sorted(claims, key=lambda c: c.id)):
        groups[_group(claim)].append(claim)
    found: list[Fact] = []
    seen: dict[str, int] = {}
    for _, members in sorted(groups.items()):
        for scope, part in _by_scope(members):
            first = part[0]
            key = digest(first.subject.casefold(), first.attribute, first.event.label, scope)
            seen[key] = seen.get(key, 0) + 1
            found.append(
                Fact(
                    f"{key}-{seen[key]}",
                    key,
                    first.subject,
                    first.attribute,
                    first.event.label,
                    scope,
                    first.pack.unit,
                    tuple(part),
                    tuple(camps(part)),
                )
            )
    return sorted(found, key=lambda f: f.id)


def adopted(claims: list[Claim]) -> list[Claim]:
    """Claims about "the train" given the one named train that their story has, if it has one."""
    named: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for claim in claims:
        _owner, mark, noun = claim.subject.rpartition("’s ")
        if mark:
            named[claim.story, noun].add(claim.subject)
    return [
        replace(claim, subject=next(iter(owners)))
        if len(owners := named.get((claim.story, claim.subject), set())) == 1
        else claim
        for claim in claims
    ]


def _group(claim: Claim) -> tuple[str, ...]:
    """What claims must share to be of one fact, but for scope and places."""
    alone = "" if claim.event.comparable else claim.id
    story = claim.story if scoped_to_story(claim) else ""
    return (claim.subject.casefold(), claim.attribute, claim.event.label, story, alone)


def _by_scope(claims: list[Claim]) -> list[tuple[str, list[Claim]]]:
    """Claims split by scope and by places that are apart.

    Claims that name no scope, or no place, stand for the whole and compare with the one scope
    that is named; where several are, nobody knows which is meant, and they stay by themselves.
    """
    by_scope: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_scope[claim.scope].append(claim)
    if len(by_scope) == 2 and "" in by_scope:
        by_scope = defaultdict(list, {"": claims})
    parts: list[tuple[str, list[Claim]]] = []
    for scope, members in sorted(by_scope.items()):
        clusters: list[list[Claim]] = []
        placed = [c for c in members if c.places]
        for claim in placed:
            near = [k for k in clusters if not any(places_apart(claim, other) for other in k)]
            if len(near) == 1:
                near[0].append(claim)
            else:
                clusters.append([claim])
        unplaced = [c for c in members if not c.places]
        if len(clusters) <= 1:
            parts.append((scope, sorted(members, key=lambda c: c.id)))
            continue
        for cluster in clusters:
            way = " ".join(f"{role} {place}" for role, place in cluster[0].places)
            parts.append((f"{scope} {way}".strip(), cluster))
        if unplaced:
            parts.append((scope, unplaced))
    return parts


def camps(claims: Iterable[Claim]) -> list[Camp]:
    """The fewest groups of pairwise agreeing claims, by one sweep over their 0.5-cuts.

    In order of low, then high, then key, a claim joins the camp while it meets what all of the
    camp allow, else it opens the next (greedy stabbing; by Helly's theorem intervals that meet
    pairwise have a common point).
    """
    found: list[list[Claim]] = []
    low = high = 0.0
    denied = [c for c in claims if c.negative]
    asserted = sorted(
        ((*c.possibility.cut(HALF), c.id, c) for c in claims if not c.negative),
        key=lambda item: item[:3],
    )
    for cut_low, cut_high, _, claim in asserted:
        if found and cut_low <= high:
            found[-1].append(claim)
            low, high = max(low, cut_low), min(high, cut_high)
        else:
            found.append([claim])
            low, high = cut_low, cut_high
    found += [[claim] for claim in denied]
    return [Camp(tuple(members), _consensus(members), origins(members)) for members in found]


def _consensus(claims: list[Claim]) -> tuple[float, float] | None:
    if any(c.negative for c in claims):
        return None
    cuts = [c.possibility.cut(HALF) for c in claims]
    return max(low for low, _ in cuts), min(high for _, high in cuts)


def origins(claims: Iterable[Claim]) -> int:
    """How many independent voices claims are: an article is one however often it repeats itself,
    articles that quote one source are one, and a forecast is none."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            name = parent[name]
        return name

    docs: set[str] = set()
    for claim in claims:
        if claim.time == "planned":
            continue
        docs.add(f"doc {claim.doc}")
        root(f"doc {claim.doc}")
        if claim.holder and claim.holder != "unnamed":
            parent[root(f"doc {claim.doc}")] = root(f"holder {claim.holder.casefold()}")
    return len({root(doc) for doc in docs})
