"""The whole way on the five seed articles: what must be found, and that nothing else is.

seeds/expected.toml says it in a readable form; the laws below it hold for any corpus.
"""

from __future__ import annotations

import gc
import json
import os
import random
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping, Sequence
from itertools import combinations, permutations
from pathlib import Path
from typing import Any

import pytest

import claimcheck
from claimcheck.articles.article import Article
from claimcheck.articles.corpus import read
from claimcheck.claims.claim import Claim
from claimcheck.claims.extraction import Extraction
from claimcheck.claims.profiles import Vocabulary
from claimcheck.claims.rulepacks import Rules
from claimcheck.document import findings_document
from claimcheck.pipeline import READ_ANEW, Result
from claimcheck.pipeline import check as pipeline_check
from claimcheck.verdicts.comparison import compare, incomparable
from claimcheck.verdicts.findings import Finding, Side

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
EXPECTED = tomllib.loads((SEEDS / "expected.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def result() -> Result:
    return claimcheck.check(claimcheck.read(SEEDS))


def words(claim: Claim) -> str:
    return " ".join(claim.quote.split())


def by_article(claims: list[Claim]) -> dict[str, list[str]]:
    """The words of claims by article, in order of place."""
    shown: dict[str, list[str]] = {}
    for claim in sorted(claims, key=lambda c: (c.doc, c.start)):
        shown.setdefault(claim.doc, []).append(words(claim))
    return shown


def quotes(expected: Mapping[str, Any]) -> dict[str, list[str]]:
    """Of a table of expected.toml what is the words of an article."""
    return {name: value for name, value in expected.items() if name.endswith(".txt")}


def shown(side: Side, result: Result) -> tuple[dict[str, list[str]], int]:
    said = {c.id: c for c in result.claims}
    return by_article([said[i] for i in side.claim_ids]), side.origins


def name(expected: Mapping[str, Any]) -> str:
    sides = (" + ".join(w for v in quotes(s).values() for w in v) for s in expected["side"])
    return f"{expected['verdict']}: {' against '.join(sides)}"


# --- what must be found -------------------------------------------------------------------------


@pytest.mark.parametrize("expected", EXPECTED["finding"], ids=name)
def test_an_expected_finding_is_there(expected: dict[str, Any], result: Result) -> None:
    found = matching(expected, result)
    assert found, [[shown(s, result) for s in f.sides] for f in result.findings]
    assert (found.kind, found.basis, found.grade) == (
        *(expected["verdict"], expected["basis"]),
        expected["grade"],
    )
    assert found.comparison.severity == pytest.approx(expected["severity"], abs=1e-3)
    for said in expected["says"]:
        assert said in found.explanation
    for said in expected.get("reconciles", ()):
        assert any(said in note for note in found.reconciliations), found.reconciliations


def matching(expected: dict[str, Any], result: Result) -> Finding | None:
    """The finding with the expected sides, in either order, and verdict."""
    sides = [(quotes(side), side["origins"]) for side in expected["side"]]
    for finding in result.findings:
        if finding.kind == expected["verdict"]:
            there = [shown(side, result) for side in finding.sides]
            if sides in (there, there[::-1]):
                return finding
    return None


def test_nothing_else_is_found(result: Result) -> None:
    found = [matching(expected, result) for expected in EXPECTED["finding"]]
    surplus = [f.explanation for f in result.findings if not any(f is g for g in found)]
    assert surplus == []


@pytest.mark.parametrize("expected", EXPECTED["alike"], ids=lambda e: str(e["attribute"]))
def test_what_is_told_alike_is_one_camp(expected: dict[str, Any], result: Result) -> None:
    [fact] = [f for f in result.facts if by_article(list(f.claims)) == quotes(expected)]
    [camp] = fact.camps
    assert fact.attribute == expected["attribute"]
    assert camp.origins == expected["origins"]
    [told] = [f for f in findings_document(result, version="0").facts if f.id == fact.id]
    assert told.camps[0].consensus == tuple(expected["consensus"])
    verdicts = {compare(a, b).verdict for a, b in combinations(fact.claims, 2)}
    assert verdicts == {expected["verdict"]}


def test_three_mentions_in_one_article_are_one_origin(result: Result) -> None:
    for fact in result.facts:
        for camp in fact.camps:
            if len({c.doc for c in camp.claims}) == 1:
                assert camp.origins <= 1
    [camp] = [
        camp
        for fact in result.facts
        for camp in fact.camps
        if sum(words(c) == "almost a full day" for c in camp.claims) == 3
    ]
    assert camp.origins == 1


def test_nothing_of_2019_is_in_a_fact_of_2023(result: Result) -> None:
    [past] = EXPECTED["past"]
    for fact in result.facts:
        if fact.attribute.startswith("trips by "):
            continue  # how often somebody went so far: of no event, and of every year
        of_2019 = [
            c
            for c in fact.claims
            if c.doc == "2-first-putin-meeting.txt"
            or "2018" in c.event.label
            or "2019" in c.event.label
            or "2019" in c.canonical
        ]
        assert len(of_2019) in (0, len(fact.claims)), by_article(list(fact.claims))
    # … although much of 2019 is read.
    said = by_article([c for c in result.claims if not c.derived_from])
    for article, told in quotes(past).items():
        assert set(told) <= set(said[article])


# --- laws of every result -----------------------------------------------------------------------


def test_offsets_give_every_quote_again(result: Result) -> None:
    texts = {a.id: a.text for a in result.articles}
    assert result.claims
    for claim in result.claims:
        text = texts[claim.doc]
        assert text[claim.start : claim.end] == claim.quote
        assert 0 < len(claim.quote) <= 300
        start, end = claim.sentence
        assert start <= claim.start < claim.end <= end
        assert text[start:end].strip() == text[start:end]
    for extraction in result.extractions:
        for aside in extraction.set_aside:
            assert texts[aside.doc][aside.start : aside.end] == aside.text


def test_every_claim_has_its_own_id_and_one_fact_and_camp(result: Result) -> None:
    ids = sorted(c.id for c in result.claims)
    assert len(set(ids)) == len(ids)
    assert sorted(c.id for f in result.facts for c in f.claims) == ids
    assert sorted(c.id for f in result.facts for k in f.camps for c in k.claims) == ids
    for claim in result.claims:
        assert set(claim.derived_from) < set(ids)
        number = claim.id.removeprefix(f"{claim.key}-")
        assert number.isdigit()


def test_a_fact_holds_what_compares(result: Result) -> None:
    for fact in result.facts:
        read = [c for c in fact.claims if not c.measurand.open]
        assert not any(incomparable(a, b) for a, b in combinations(read, 2))
    assert len({f.id for f in result.facts}) == len(result.facts)
    assert len({f.id for f in result.findings}) == len(result.findings)


def test_every_number_ends_as_a_claim_or_set_aside(result: Result) -> None:
    for extraction in result.extractions:
        assert len(extraction.set_aside) <= extraction.numbers_seen
        assert extraction.numbers_read <= extraction.numbers_seen


# --- order does not matter ----------------------------------------------------------------------


def test_the_order_of_articles_does_not_matter(result: Result) -> None:
    articles = list(claimcheck.read(SEEDS))
    document = findings_document(result, version="0")
    for order in list(permutations(articles))[::17]:
        assert findings_document(claimcheck.check(order), version="0") == document


def test_reconciling_in_parts_is_checking(result: Result) -> None:
    extractions = list(result.extractions)
    random.Random(7).shuffle(extractions)
    claims, facts, findings = claimcheck.reconcile(extractions)
    assert (tuple(claims), tuple(facts), tuple(findings)) == (
        *(result.claims, result.facts),
        result.findings,
    )


def printed(paths: list[str], folder: Path, seed: int = 0) -> bytes:
    """What `claimcheck check` prints as JSON, in a process with its own hash seed."""
    done = subprocess.run(
        [sys.executable, "-m", "claimcheck", "check", *paths, "--format", "json"],
        cwd=folder,
        env={**os.environ, "PYTHONHASHSEED": str(seed)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr.decode()
    return done.stdout


def test_the_same_bytes_for_any_order_of_files_and_any_hash_seed(tmp_path: Path) -> None:
    shutil.copytree(SEEDS, tmp_path / "seeds")
    files = sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.glob("seeds/*.txt"))
    first = printed(files, tmp_path)
    assert json.loads(first)["findings"]
    for seed in range(1, 5):
        random.Random(seed).shuffle(files)
        assert printed(files, tmp_path, seed) == first
    # Written in another order, they are the same folder.
    again = tmp_path / "again"
    again.mkdir()
    for file in files:
        shutil.copy(tmp_path / file, again)
    shutil.copy(SEEDS / "corpus.toml", again)
    renamed = printed(["again"], tmp_path).replace(b'"path": "again/', b'"path": "seeds/')
    assert renamed == first


def test_the_name_of_the_folder_is_only_in_the_path(tmp_path: Path) -> None:
    here = findings_document(claimcheck.check(claimcheck.read(SEEDS)), version="0")
    shutil.copytree(SEEDS, tmp_path / "elsewhere")
    there = findings_document(
        claimcheck.check(claimcheck.read(tmp_path / "elsewhere")), version="0"
    )
    assert there.claims == here.claims
    assert there.facts == here.facts
    assert there.findings == here.findings
    assert [d.id for d in there.documents] == [d.id for d in here.documents]


# --- a corpus that says nothing -----------------------------------------------------------------


def test_no_articles_make_an_empty_result() -> None:
    empty = claimcheck.check([])
    assert (empty.claims, empty.facts, empty.findings, empty.articles) == ((), (), (), ())


def test_the_corpus_reads_without_a_mistake() -> None:
    corpus = read(SEEDS)
    assert not corpus.problems
    assert len(corpus.articles) == 5


# --- the collector ------------------------------------------------------------------------------


@pytest.mark.parametrize("collects", [True, False])
def test_the_collector_rests_while_a_corpus_is_checked_and_is_then_as_it_was(
    collects: bool,
) -> None:
    seen: list[bool] = []

    class Watching:
        def vocabularies(self, articles: Sequence[Article]) -> Sequence[Vocabulary]:
            seen.append(gc.isenabled())
            return READ_ANEW.vocabularies(articles)

        def extractions(
            self, articles: Sequence[Article], rules: Rules, stories: Mapping[str, str]
        ) -> Sequence[Extraction]:
            raise KeyboardInterrupt

    before = gc.isenabled()
    try:
        (gc.enable if collects else gc.disable)()
        with pytest.raises(KeyboardInterrupt):
            pipeline_check([Article("a", "Nothing.")], extractions=Watching())
        assert seen == [False]
        assert gc.isenabled() == collects
    finally:
        (gc.enable if before else gc.disable)()
