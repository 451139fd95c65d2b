"""One corpus in three formats: what is found does not depend on how an article is written down."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.articles.corpus import read
from claimcheck.document import findings_document
from claimcheck.gate.listing import claim_listing, listing
from claimcheck.pipeline import Result, check, extract, read_quantities

SEEDS = Path(__file__).parents[1] / "seeds"


def markdown(text: str) -> str:
    escaped = re.sub(r"([\\`*_{}\[\]()#+.!|<>~&-])", r"\\\1", text)
    return "\n\n".join(line.strip() for line in escaped.splitlines())


def page(text: str) -> str:
    paragraphs = (f"<p>{html.escape(line)}</p>" for line in text.splitlines() if line.strip())
    return f"<nav>9 links</nav><article>{''.join(paragraphs)}</article><footer>1999</footer>"


@pytest.fixture(scope="module")
def plain() -> Result:
    return check(read(SEEDS).articles)


@pytest.mark.parametrize(("suffix", "written"), [(".md", markdown), (".html", page)])
def test_the_seeds_give_the_same_findings_in_every_format(
    plain: Result, tmp_path: Path, suffix: str, written: Callable[[str], str]
) -> None:
    for path in SEEDS.glob("*.txt"):
        (tmp_path / path.stem).with_suffix(suffix).write_text(
            written(path.read_text("utf-8")), "utf-8"
        )
    told = (SEEDS / "corpus.toml").read_text("utf-8").replace('.txt"', f'{suffix}"')
    (tmp_path / "corpus.toml").write_text(told, "utf-8")
    corpus = read(tmp_path)
    assert corpus.problems == ()
    result = check(corpus.articles)
    assert [f.fingerprint for f in result.findings] == [f.fingerprint for f in plain.findings]
    assert [c.quote for c in result.claims] == [c.quote for c in plain.claims]

    # What is written counts in the file, and leads to the words there.
    files = {article.id: article for article in corpus.articles}
    document = findings_document(result, version="0")
    for record in document.claims:
        article = files[record.doc]
        assert article.file_text == (tmp_path / record.doc).read_text("utf-8")
        assert article.words(record.start, record.end).split() == record.quote.split()
        first, last = record.sentence
        assert first <= record.start < record.end <= last <= len(article.file_text)
    for aside in document.set_aside:
        assert files[aside.doc].words(aside.start, aside.end).split() == aside.text.split()


def test_places_and_listings_count_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: Quake\n---\n\nThe **quake** killed almost *20* people.\n", "utf-8")
    articles = read(path).articles
    [line] = read_quantities(articles)
    [record] = line.quantities
    assert path.read_text("utf-8")[record.start : record.end] == "almost *20"
    assert record.surface == "almost 20"
    place = f"{path.as_posix()}:5:22: almost 20"
    assert listing(articles, [line]).startswith(place)
    assert claim_listing(map(extract, articles)).startswith(place)
