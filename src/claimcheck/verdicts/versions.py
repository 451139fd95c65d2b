"""Versions: what an article said before it was changed, beside the facts of what articles say.

Facts and findings are those of the last versions alone: what is outdated cannot move them. Then
each earlier version is held against the last one of the same article, and its claims join the facts
of those that they are of.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimcheck.claims.claim import Claim
from claimcheck.verdicts.facts import Camp, Fact
from claimcheck.verdicts.findings import Finding, findings, ranked


def with_versions(
    current: Sequence[Fact], found: Sequence[Finding], pairs: Iterable[Iterable[Fact]]
) -> tuple[list[Fact], list[Finding]]:
    """The facts and findings, with those of earlier versions.

    Each of `pairs` are the facts of the outdated claims of one version and of what the last version
    says. What the two say differently are findings of their own; all that was found before keeps
    its fingerprint.
    """
    facts = {fact.id: fact for fact in current}
    home = {c.id: fact.id for fact in current for c in fact.claims}
    count = Counter(fact.key for fact in current)
    seen = Counter(replace(f, occurrence=1).fingerprint for f in found)
    added: list[Finding] = []
    for fact in (f for pair in pairs for f in sorted(pair, key=lambda f: f.id)):
        if not any(c.outdated for c in fact.claims):
            continue
        place = min((home[c.id] for c in fact.claims if c.id in home), default="")
        if place:
            facts[place] = _joined(facts[place], fact)
        else:
            count[fact.key] += 1
            place = f"{fact.key}-{count[fact.key]}"
            facts[place] = replace(fact, id=place)
        for finding in findings([fact]):
            if not _is_change(finding):
                continue
            moved = replace(finding, fact=facts[place], occurrence=1)
            seen[moved.fingerprint] += 1
            added.append(replace(moved, occurrence=seen[moved.fingerprint]))
    every = [replace(f, fact=facts[f.fact.id]) for f in [*found, *added]]
    return sorted(facts.values(), key=lambda f: f.id), ranked(every)


def _joined(fact: Fact, pair: Fact) -> Fact:
    """A fact with the outdated claims of `pair`, each in the camp of those of the last version that
    it agrees with, or in one of their own."""
    camp_of = {c.id: place for place, camp in enumerate(fact.camps) for c in camp.claims}
    joining: defaultdict[int, list[Claim]] = defaultdict(list)
    alone: list[Camp] = []
    for camp in pair.camps:
        old = [c for c in camp.claims if c.outdated]
        place = min((camp_of[c.id] for c in camp.claims if c.id in camp_of), default=None)
        if old and place is None:
            alone.append(Camp(tuple(old), camp.consensus, 0))
        elif place is not None:
            joining[place] += old
    camps = [
        replace(camp, claims=(*camp.claims, *joining[place]))
        for place, camp in enumerate(fact.camps)
    ]
    every = [*camps, *alone]
    claims = sorted((c for camp in every for c in camp.claims), key=lambda c: c.id)
    return replace(fact, claims=tuple(claims), camps=tuple(every))


def _is_change(finding: Finding) -> bool:
    """Whether one side is what an article no longer says, and the other what it says now."""
    if finding.kind != "superseded":
        return False
    old = [{c.outdated for c in side.claims} for side in finding.sides]
    return sorted(map(sorted, old)) == [[False], [True]]
