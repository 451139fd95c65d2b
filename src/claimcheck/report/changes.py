"""Changes: what of a run is new, has changed or is gone since an older run.

A finding of both runs is the same where its fingerprint is. Else it has changed where its fact and
verdict are the same and each side shares a claim with a side of the older one: others joined it or
left. A claim is the same where its key is: it says the same in the same article. What this run
knows by other means (a baseline, a suppression) stays as it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import msgspec

from claimcheck.document import Claim, Fact, Finding, FindingsDocument, Side, Status
from claimcheck.quantities.wording import counted

_GRADES = ("negligible", "minor", "moderate", "major")
_NAMED = 3  # as many as a sentence can name and be read

_Way = tuple[tuple[Side, Side], tuple[Side, Side]]
"""Both sides of a finding, each with the side of the older one that it may be."""


@dataclass(frozen=True, slots=True)
class Changes:
    """A document in which the findings have their states since an older run, those that are gone
    behind the others as "absent"; why, by finding id; and all of it in a few `notes`."""

    document: FindingsDocument
    standings: Mapping[str, str]
    notes: tuple[str, ...]


def changed(now: FindingsDocument, then: FindingsDocument) -> Changes:
    """What changed from the run `then` to the run `now`."""
    new, old = _Run(now), _Run(then)
    matched = _matches(new, old)
    states: dict[str, Status] = {}
    standings: dict[str, str] = {}
    for finding in now.findings:
        if finding.status != "new":
            continue
        earlier = matched.get(finding.id)
        if earlier is None:
            told = _arrival(finding, new, old)
        else:
            same = finding.fingerprint == earlier.fingerprint
            states[finding.id] = "known" if same else "updated"
            told = _development(finding, earlier, new, old)
        if told:
            standings[finding.id] = told
    there = {finding.id for finding in now.findings}
    taken = {finding.id for finding in matched.values()}
    gone = [f for f in old.findings if f.id not in taken]
    untold = [f for f in gone if f.id not in there]
    standings |= {f.id: _departure(f, new, old) for f in untold}
    findings = [
        *(msgspec.structs.replace(f, status=states.get(f.id, f.status)) for f in now.findings),
        *(_absent(f) for f in untold),
    ]
    document = msgspec.structs.replace(now, findings=findings)
    return Changes(document, standings, tuple(_notes(new, old, states, len(gone))))


class _Run:
    """A run, with its records by what they are known by; a finding that is absent is none."""

    def __init__(self, document: FindingsDocument) -> None:
        self.document = document
        self.findings = [f for f in document.findings if f.status != "absent"]
        self.claims: dict[str, Claim] = {claim.id: claim for claim in document.claims}
        self.facts: dict[str, Fact] = {fact.id: fact for fact in document.facts}
        self.docs = {article.id for article in document.documents}
        self.said = Counter(claim.key for claim in document.claims)
        self.topics = Counter(fact.key for fact in document.facts)

    def about(self, finding: Finding) -> tuple[str, str]:
        """What a finding has to share with another to be of the same thing."""
        fact = self.facts.get(finding.fact)
        return fact.key if fact else finding.fact, finding.verdict

    def of(self, side: Side) -> list[Claim]:
        """The claims of a side."""
        return [self.claims[id_] for id_ in side.claims]

    def keys(self, side: Side) -> set[str]:
        """The keys of a side's claims."""
        return {claim.key for claim in self.of(side)}


def _matches(new: _Run, old: _Run) -> dict[str, Finding]:
    """The finding of the older run that each finding is, by id; of several the one that shares the
    most claims with it. What is known by other means takes its older one, too."""
    same = {finding.fingerprint: finding for finding in old.findings}
    present = [f for f in new.findings if f.fingerprint in same]
    matched = {f.id: same[f.fingerprint] for f in present}
    taken = {f.fingerprint for f in present}
    near: defaultdict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in old.findings:
        if finding.fingerprint not in taken:
            near[old.about(finding)].append(finding)
    ranked = [
        (-shared, finding.fingerprint, earlier.fingerprint, finding, earlier)
        for finding in new.findings
        if finding.id not in matched
        for earlier in near[new.about(finding)]
        if (shared := _shared(_way(finding, earlier, new, old), new, old))
    ]
    for _, _, print_, finding, earlier in sorted(ranked, key=lambda r: r[:3]):
        if finding.id not in matched and print_ not in taken:
            matched[finding.id] = earlier
            taken.add(print_)
    return matched


def _way(finding: Finding, earlier: Finding, new: _Run, old: _Run) -> _Way:
    """The sides as they belong together, whichever came first in either run."""
    (a, b), (c, d) = finding.sides, earlier.sides
    straight: _Way = ((a, c), (b, d))
    crossed: _Way = ((a, d), (b, c))
    return max(straight, crossed, key=lambda way: _shared(way, new, old))


def _shared(way: _Way, new: _Run, old: _Run) -> int:
    """How many values the sides share; none where one of them shares none."""
    counts = [len(new.keys(here) & old.keys(there)) for here, there in way]
    return sum(counts) if all(counts) else 0


def _development(finding: Finding, earlier: Finding, new: _Run, old: _Run) -> str:
    """What became of a finding that was there before: who joined, who left, and its grade."""
    joined: list[Claim] = []
    left: list[Claim] = []
    for here, there in _way(finding, earlier, new, old):
        joined += [c for c in new.of(here) if c.key not in old.keys(there)]
        left += [c for c in old.of(there) if c.key not in new.keys(here)]
    told = [
        *([f"{_quoted(joined)} joined it"] if joined else []),
        *([f"{_quoted(left)} left it"] if left else []),
    ]
    before, after = earlier.grade, finding.grade
    if before != after:
        rose = _GRADES.index(after) > _GRADES.index(before)
        told.append(f"it {'rose' if rose else 'fell'} from {before} to {after}")
    since = f"; since then {', and '.join(told)}" if told else ""
    return f"It stood in the older run{since}."


def _arrival(finding: Finding, new: _Run, old: _Run) -> str:
    """Why a finding is there that was not, as far as can be told."""
    claims = [claim for side in finding.sides for claim in new.of(side)]
    if added := sorted({claim.doc for claim in claims} - old.docs):
        return f"Not in the older run, which had not read {_listed(added, 'or')}."
    if said := [claim for claim in claims if not old.said[claim.key]]:
        return f"Not in the older run: {_quoted(said)} is new."
    return "Not in the older run, though both sides were."


def _departure(finding: Finding, new: _Run, old: _Run) -> str:
    """What became of a finding that is gone, as far as can be told."""
    claims = [claim for side in finding.sides for claim in old.of(side)]
    told = []
    if removed := sorted({claim.doc for claim in claims} - new.docs):
        told.append(f"{_listed(removed)} {'is' if len(removed) == 1 else 'are'} no longer read")
    unsaid = [c for c in claims if c.doc in new.docs and not new.said[c.key]]
    if unsaid:
        told.append(f"{_quoted(unsaid)} is no longer said")
    why = ", and ".join(told) or "both sides are still said, and are not held to differ any more"
    return f"It stood in the older run: {why}."


def _absent(finding: Finding) -> Finding:
    """A finding that is gone: its claims are those of another document, and so it has none."""
    one, other = (msgspec.structs.replace(s, claims=[], origins=0) for s in finding.sides)
    text = f"These differed, and do so no longer: “{one.value}” and “{other.value}”."
    return msgspec.structs.replace(
        finding,
        status="absent",
        severity=0.0,
        explanation=text,
        reconciliations=[],
        sides=(one, other),
    )


def _notes(new: _Run, old: _Run, states: Mapping[str, Status], gone: int) -> Iterator[str]:
    fresh = sum(f.status == "new" and f.id not in states for f in new.findings)
    findings = [
        *_some(fresh, "finding is new", "findings are new"),
        *_some(list(states.values()).count("updated"), "changed", "changed"),
        *_some(gone, "is gone", "are gone"),
    ]
    articles = [
        *_some(len(new.docs - old.docs), "article was added", "articles were added"),
        *_some(len(old.docs - new.docs), "article was removed", "articles were removed"),
    ]
    records = [
        *_some((new.said - old.said).total(), "claim is new", "claims are new"),
        *_some((old.said - new.said).total(), "claim is gone", "claims are gone"),
        *_some((new.topics - old.topics).total(), "fact is new", "facts are new"),
        *_some((old.topics - new.topics).total(), "fact is gone", "facts are gone"),
    ]
    parts = [", ".join(part) for part in (findings, articles, records) if part]
    told = "; ".join(parts) or "nothing changed"
    yield f"Since the run of {counted(len(old.docs), 'article')}: {told}."
    if new.document.rules_digest != old.document.rules_digest:
        yield (
            "The older run was made with other rules: what changed may be the reading and not the "
            "articles."
        )


def _some(count: int, one: str, several: str) -> Iterator[str]:
    if count:
        yield f"{count:,} {one if count == 1 else several}"


def _quoted(claims: Iterable[Claim]) -> str:
    return _listed(dict.fromkeys(f"“{claim.quote}” ({claim.doc})" for claim in claims))


def _listed(names: Iterable[str], link: str = "and") -> str:
    every = list(names)
    rest = len(every) - _NAMED
    shown = every[:_NAMED] + ([f"{rest:,} more"] if rest > 0 else [])
    return f" {link} ".join(part for part in (", ".join(shown[:-1]), shown[-1]) if part)
