"""The working of a finding: from the words of each side to the verdict."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

import claimcheck
from claimcheck.articles.corpus import Corpus, read
from claimcheck.gate.working import working

ROOT = Path(__file__).parents[2]


@pytest.fixture
def corpus(monkeypatch: pytest.MonkeyPatch) -> Corpus:
    """The seeds, read from the root of the checkout, so that no path of it shows."""
    monkeypatch.chdir(ROOT)
    return read("seeds")


def test_the_working_of_a_finding(corpus: Corpus, snapshot: SnapshotAssertion) -> None:
    result = claimcheck.check(corpus.articles)
    texts = {a.id: a for a in corpus.articles}
    said = {c.id: c for c in result.claims}
    found = {f"{f.kind} {f.basis} {f.fact.attribute}": f for f in result.findings}
    shown = [
        working(found[name], said, texts)
        for name in (
            "contradictory pragmatic carriage_count",
            "contradictory derived-hard journey_duration",
        )
    ]
    assert "\n\n".join(shown) == snapshot


def test_the_working_shows_words_rule_value_and_verdict(corpus: Corpus) -> None:
    result = claimcheck.check(corpus.articles)
    texts = {a.id: a for a in corpus.articles}
    said = {c.id: c for c in result.claims}
    for finding in result.findings:
        shown = working(finding, said, texts)
        assert "unnamed" not in shown
        for word in (finding.id, finding.fingerprint, finding.fact.key, finding.explanation):
            assert word in shown
        for side in finding.sides:
            for i in side.claim_ids:
                source = said[i]
                assert " ".join(source.quote.split()) in shown
                assert source.rule in shown
                assert source.canonical in shown
