"""Content: whatever an extraction depends on changes the digest of its article's content."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from claimcheck.articles.article import Article
from claimcheck.articles.metadata import Ignored
from claimcheck.articles.offsets import Offsets, Run
from claimcheck.claims.content import content, content_digest
from claimcheck.claims.extraction import Extraction, extract
from claimcheck.errors import Place
from claimcheck.pipeline import shipped_rules

ARTICLE = Article(
    "a.txt",
    "By Ada Lovelace\n\nOn Sunday Grace Hopper, 41, left Bergen by train; on April 7 she met Ada "
    "Lovelace in Geneva. The train has 20 carriages. It was 12 km off, and no one was hurt.\n",
)

# Another value of every field of an article. A new field needs one here.
OTHERS: dict[str, Any] = {
    "id": "b.txt",
    "text": ARTICLE.text.replace("20", "90"),
    "path": "elsewhere/a.txt",
    "title": "On Sunday Grace Hopper left",
    "source": "The Bergen Post",
    "url": "https://example.org/2019/04/24/a",
    "published": "2019-04-24",
    "reference": "2019-04-24",
    "story": "the journey",
    "language": "en",
    "line": 7,
    "offsets": Offsets(f"<p>{ARTICLE.text}", (Run(0, len(ARTICLE.text), 3, len(ARTICLE.text)),)),
    "ignored": (Ignored("speed", "of the convoy", Place("corpus.toml", 1)),),
}


def said(extraction: Extraction) -> object:
    """All that an extraction says, but of whom: by id and story a store names it anew."""
    claims = [*extraction.claims, *(e.claim for e in extraction.encounters)]
    return (
        [replace(c, key="", id="", doc="", story="") for c in claims],
        [e.month for e in extraction.encounters],
        [replace(s, doc="") for s in extraction.set_aside],
        (extraction.sentences, extraction.numbers_seen, extraction.numbers_read),
    )


def test_every_field_of_an_article_is_tried() -> None:
    assert set(OTHERS) == {f.name for f in fields(Article)}


@pytest.mark.parametrize("field", OTHERS)
def test_what_changes_an_extraction_changes_the_digest(field: str) -> None:
    changed = replace(ARTICLE, **{field: OTHERS[field]})
    rules = shipped_rules()
    same = content_digest(changed) == content_digest(ARTICLE)
    assert same == (said(extract(changed, rules)) == said(extract(ARTICLE, rules)))


def test_the_content_of_content_is_the_same() -> None:
    dated = replace(ARTICLE, published="2019-04-24T12:00:00+02:00")
    assert content(content(dated)) == content(dated)
    assert content_digest(content(dated)) == content_digest(dated)
    assert content(dated).anchor == dated.anchor
