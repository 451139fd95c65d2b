"""Cutting: a large story is judged the same however its articles are named."""

from __future__ import annotations

import random

import pytest

from claimcheck.articles.article import Article
from claimcheck.claims.claim import Claim
from claimcheck.pipeline import check
from claimcheck.verdicts.comparison import Comparison
from claimcheck.verdicts.cutting import shares

from .factories import claim

WORDS = (
    "The fire killed {} people.",
    "{} people were killed in the fire.",
    "A fire in Oakford killed {} people, the mayor said.",
    "The blaze in the port of Oakford killed {} people on Monday.",
    "Mayor Grace Hopper said that the fire had killed {} people.",
)
TEXTS = [WORDS[n % 5].format((48, 12, 77)[n % 3]) for n in range(320)]


def judged(texts: list[str]) -> list[tuple[str, str, Comparison, list[int]]]:
    """Every finding of articles that are named in this order, but for their names."""
    articles = [
        Article(f"{n:03}", text, published="2024-05-06", story="s") for n, text in enumerate(texts)
    ]
    return [
        (f.fingerprint, f.kind, f.comparison, [len(side.claims) for side in f.sides])
        for f in check(articles).findings
    ]


def test_one_fact_of_many_articles_stays_one() -> None:
    found = judged(TEXTS)
    assert [kind for _, kind, _, _ in found] == ["contradictory"] * 3
    assert sorted(n for *_, sides in found for n in sides) == [106, 106, 107, 107, 107, 107]


@pytest.mark.parametrize("seed", range(4))
def test_names_of_articles_have_no_part_in_what_is_found(seed: int) -> None:
    shuffled = random.Random(seed).sample(TEXTS, len(TEXTS))
    assert judged(shuffled) == judged(TEXTS)


def said(doc: int, *numbers: int) -> list[Claim]:
    """The claims of an article that gives these numbers."""
    return [claim(f"{n} people", doc=f"{doc:03}", start=at) for at, n in enumerate(numbers)]


def test_every_share_has_every_value_and_no_article_is_cut() -> None:
    claims = [c for doc in range(100) for c in said(doc, 10 + doc % 4, 90)]
    found = shares(claims, 20)
    assert {c.id for share in found for c in share} == {c.id for c in claims}
    for share in found:
        assert len(share) <= 20
        assert {c.stated[0] for c in share} == {10, 11, 12, 13, 90}
        docs = [c.doc for c in share]
        assert all(docs.count(doc) == 2 for doc in docs)


def test_what_fits_is_one_share() -> None:
    claims = [c for doc in range(10) for c in said(doc, 10, 90)]
    assert shares(claims, 20) == [claims]


def test_an_article_with_too_much_is_cut() -> None:
    claims = said(0, *range(1, 101))
    found = shares(claims, 20)
    assert {c.id for share in found for c in share} == {c.id for c in claims}
    assert max(map(len, found)) <= 20
