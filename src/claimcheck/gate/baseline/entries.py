"""Entries: findings as they are remembered, by what they are and not by where they stand.

An entry has no offsets, lines or scores, and its identity is the fact and the values of both sides
(semantics.md 6). The words and the documents stand in it for people, and to find a finding again
where rules have come to read it otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from claimcheck.claims.claim import Claim
from claimcheck.claims.extraction import MAX_QUOTE
from claimcheck.document import Basis, Grade, Verdict
from claimcheck.verdicts import findings
from claimcheck.verdicts.comparison import unnamed
from claimcheck.verdicts.explanation import topic


class EntrySide(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One side: its canonical `values`, the sentences that say it, of a long one 300 characters
    around the claim, and the documents that hold it, each sorted; `value` and `normalised` are how
    a finding shows it."""

    value: str
    normalised: str
    values: tuple[str, ...]
    sentences: tuple[str, ...]
    docs: tuple[str, ...]


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A finding as it is remembered.

    `id` is its whole fingerprint, `about` what it is of, in words. `fact` is the fact's key without
    the scope, and `scope` that, empty for the whole. In a baseline `reason` is one of
    `baseline.REASONS`, `note` free text, `by` who accepted it, and `until` the last ISO day on
    which that holds, None for good.
    """

    id: str
    rule: str
    about: str
    verdict: Verdict
    basis: Basis
    grade: Grade
    fact: str
    scope: str
    sides: tuple[EntrySide, EntrySide]
    reason: str = ""
    note: str = ""
    by: str = ""
    until: str | None = None

    @property
    def short_id(self) -> str:
        """The id as outputs show it."""
        return self.id[:12]

    @property
    def docs(self) -> set[str]:
        """The documents of both sides."""
        return {doc for side in self.sides for doc in side.docs}


def entry(finding: findings.Finding, said: Mapping[str, Claim], texts: Mapping[str, str]) -> Entry:
    """A finding as it is remembered, accepted by nobody. `said` are all claims by id, `texts` the
    articles'."""
    assert finding.basis, "what two camps differ in has a ground"
    sides = (_side(side, said, texts) for side in finding.sides)
    one, other = sorted(sides, key=lambda s: (s.values, s.sentences))
    return Entry(
        id=finding.fingerprint,
        rule=finding.fact.attribute,
        about=topic(finding.fact, finding.sides[0].claims[0]),
        verdict=finding.kind,
        basis=finding.basis,
        grade=finding.grade,
        fact=finding.fact.thing,
        scope=_scope(finding),
        sides=(one, other),
    )


def told_by_key(finding: findings.Finding) -> bool:
    """Whether the key of a finding's fact names what it is of. The toll of an event does not say
    of which, for the story that would tell is no part of identity."""
    claim = finding.fact.claims[0]
    tied = claim.measurand.tie in ("key", "named", "subject", "place")
    return tied and not unnamed(claim)


def _scope(finding: findings.Finding) -> str:
    """The scope in a fact's key; where its events go to and come from is no part of that."""
    scopes = {c.scope for c in finding.fact.claims if not c.against}
    return scopes.pop() if len(scopes) == 1 else ""


def _side(side: findings.Side, said: Mapping[str, Claim], texts: Mapping[str, str]) -> EntrySide:
    shown = [said[i] for i in side.claim_ids]
    return EntrySide(
        value=side.value,
        normalised=side.normalised,
        values=tuple(sorted({c.canonical for c in side.claims})),
        sentences=tuple(sorted({_sentence(texts[c.doc], c) for c in shown})),
        docs=tuple(sorted({c.doc for c in shown})),
    )


def _sentence(text: str, claim: Claim) -> str:
    start, end = claim.sentence
    if end - start > MAX_QUOTE:
        start = max(start, min(claim.start - MAX_QUOTE // 2, end - MAX_QUOTE))
        end = min(end, start + MAX_QUOTE)
    return " ".join(text[start:end].split())
