"""Every example of every rule pack, run; and no cue and no veto without an example that needs it."""

from collections.abc import Iterator
from dataclasses import replace

import msgspec
import pytest

import claimcheck
from claimcheck.articles.article import Article
from claimcheck.claims.claim import Claim
from claimcheck.claims.extraction import Extraction
from claimcheck.claims.rulepacks import RulePack, Scope, Veto, load_rules

RULES, PROBLEMS = load_rules()


def extraction(text: str) -> Extraction:
    return claimcheck.extract(Article("example", text), RULES)


def claims(pack: RulePack, text: str) -> list[Claim]:
    return [c for c in extraction(text).claims if c.attribute == pack.attribute]


def said() -> Iterator[tuple[RulePack, str, str]]:
    return ((p, s.means, text) for p in RULES.packs for s in p.examples.said for text in s.by)


def nothing() -> Iterator[tuple[RulePack, str]]:
    return ((p, text) for p in RULES.packs for text in p.examples.nothing)


def test_the_shipped_packs_load_without_a_mistake() -> None:
    assert PROBLEMS == []
    assert len(RULES.packs) >= 6


@pytest.mark.parametrize(
    ("pack", "means", "text"),
    [pytest.param(*row, id=f"{row[0].attribute}: {row[2]}") for row in said()],
)
def test_what_is_said_is_read(pack: RulePack, means: str, text: str) -> None:
    assert [c.canonical for c in claims(pack, text)] == [means]


@pytest.mark.parametrize(
    ("pack", "text"), [pytest.param(*row, id=f"{row[0].attribute}: {row[1]}") for row in nothing()]
)
def test_what_says_nothing_is_not_read(pack: RulePack, text: str) -> None:
    assert claims(pack, text) == []


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        pytest.param(x.a, x.b, x.verdict, id=f"{p.attribute}: {x.a} | {x.b}")
        for p in RULES.packs
        for x in p.examples.pairs
    ],
)
def test_pairs_compare_as_they_must_and_either_way_round(a: str, b: str, verdict: str) -> None:
    assert claimcheck.compare(a, b, RULES).verdict == verdict
    if verdict != "incomparable":
        assert claimcheck.compare(b, a, RULES).verdict == verdict


@pytest.mark.parametrize("pack", RULES.packs, ids=lambda p: p.attribute)
def test_every_cue_is_used_by_an_example(pack: RulePack) -> None:
    texts = [text for s in pack.examples.said for text in s.by]
    used = {c.rule for text in texts for c in claims(pack, text)}
    assert {f"{pack.attribute}/{cue.kind}" for cue in pack.cues} <= used


@pytest.mark.parametrize("veto", RULES.shared.vetoes, ids=lambda v: v.why)
def test_without_a_shared_veto_something_would_be_read(veto: Veto) -> None:
    others = [v for v in RULES.shared.vetoes if v != veto]
    shared = msgspec.structs.replace(RULES.shared, vetoes=others)
    rules = replace(RULES, shared=shared)
    texts = [text for pack in RULES.packs for text in pack.examples.nothing]
    assert [t for t in texts if claimcheck.extract(Article("example", t), rules).claims] != []


@pytest.mark.parametrize("scope", RULES.shared.scopes, ids=lambda s: s.name)
def test_a_shared_scope_narrows_an_example(scope: Scope) -> None:
    pairs = [text for pack in RULES.packs for p in pack.examples.pairs for text in (p.a, p.b)]
    narrowed = [c.scope for text in pairs for c in extraction(text).claims]
    assert any(scope.name in name for name in narrowed)


@pytest.mark.parametrize(
    ("pack", "veto"),
    [pytest.param(p, v, id=f"{p.attribute}: {v.why}") for p in RULES.packs for v in p.vetoes],
)
def test_without_a_veto_something_would_be_read(pack: RulePack, veto: Veto) -> None:
    others = [v for v in pack.vetoes if v != veto]
    lax = msgspec.structs.replace(pack, vetoes=others)
    rules = replace(RULES, packs=(lax,))
    read = [
        text
        for text in pack.examples.nothing
        if claimcheck.extract(Article("example", text), rules).claims
    ]
    assert read != []
