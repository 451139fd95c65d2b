"""The page's source: what it is made of, what it can never do, and the files beside it."""

import re
from base64 import b64encode
from hashlib import sha256
from itertools import count, pairwise
from urllib.parse import unquote

import msgspec
import pytest
from syrupy.assertion import SnapshotAssertion

from claimcheck.articles.article import Article
from claimcheck.document import FindingsDocument, encode
from claimcheck.report.page.download import Download
from claimcheck.report.page.html import render
from claimcheck.report.page.index import index_of
from claimcheck.report.view import report_view
from report.hostile import HOSTILE, hostile
from report.page_source import Page
from report.sample import ARTICLES, sample

STYLE = re.compile("<style>(.*?)</style>", re.DOTALL)
SCRIPT = re.compile("<script>(.*?)</script>", re.DOTALL)
PACK = re.compile('(<script type="text/plain"[^>]*>)[^<]*')

# The files beside the page, which it links to.
TABLES = {"claims.csv", "facts.csv", "findings.json"}


@pytest.fixture(scope="module")
def source() -> str:
    return page_of(sample(), ARTICLES)


def page_of(document: FindingsDocument, articles: dict[str, Article]) -> str:
    downloads = [Download(name, b"", "text/plain", "a table") for name in sorted(TABLES)]
    return render(report_view(document, articles), index_of(document), downloads).html


# --- the page -------------------------------------------------------------------------------


def test_the_page_of_the_sample(source: str, snapshot: SnapshotAssertion) -> None:
    # What is packed and what is code is tested for itself.
    bare = PACK.sub(r"\1…", SCRIPT.sub("<script></script>", STYLE.sub("<style></style>", source)))
    assert re.sub("'sha256-[^']+'", "'sha256-…'", bare) == snapshot


def test_equal_documents_make_equal_pages(source: str) -> None:
    articles = dict(reversed(ARTICLES.items()))
    again = msgspec.json.decode(encode(sample()), type=FindingsDocument)
    assert page_of(again, articles) == source


def test_the_policy_names_the_hashes_of_the_only_style_and_scripts(source: str) -> None:
    [style] = map(digest, STYLE.findall(source))
    scripts = " ".join(map(digest, SCRIPT.findall(source)))
    [policy] = (
        attributes["content"]
        for tag, attributes in Page(source).elements
        if attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy == (
        f"default-src 'none'; script-src {scripts}; style-src {style}; "
        "base-uri 'none'; form-action 'none'"
    )


def digest(code: str) -> str:
    return f"'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'"


def test_nothing_is_fetched(source: str) -> None:
    page = Page(source)
    assert page.tags.isdisjoint({"link", "img", "iframe", "object", "embed", "base", "form"})
    names = {name for _, attributes in page.elements for name in attributes}
    assert names.isdisjoint({"style", "src"})
    assert not {name for name in names if name.startswith("on")}
    assert {href for href in page.values("href") if not href.startswith("#")} == TABLES
    assert "@import" not in source
    drawn = re.findall(r"url\(([^)]*)\)", STYLE.findall(source)[0])
    assert [address for address in drawn if not address.startswith("#")] == []


def test_every_link_within_the_page_leads_somewhere(source: str) -> None:
    page = Page(source)
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    targets = {unquote(href[1:]) for href in page.values("href") if href.startswith("#")}
    assert targets <= set(ids)


def test_headings_go_down_one_level_at_a_time(source: str) -> None:
    levels = [int(tag[1]) for tag, _ in Page(source).elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(level <= last + 1 for last, level in pairwise(levels))


def test_landmarks(source: str) -> None:
    tags = [tag for tag, _ in Page(source).elements]
    assert [tags.count(landmark) for landmark in ("main", "footer", "nav")] == [1, 1, 1]


def test_words_are_neutral(source: str) -> None:
    text = Page(SCRIPT.sub("", STYLE.sub("", source))).text.casefold()
    for word in ("false", "wrong", "incorrect", "error", "mistake"):
        assert not re.search(rf"\b{word}\b", text)


# --- hostile text ---------------------------------------------------------------------------


@pytest.mark.parametrize("text", HOSTILE, ids=count())
def test_hostile_text_is_text(text: str, source: str) -> None:
    page = Page(page_of(*hostile(text)))
    assert page.tags <= Page(source).tags
    assert SCRIPT.findall(page.source) == SCRIPT.findall(source)
    acting = [attrs for tag, attrs in page.elements if tag == "script" and "type" not in attrs]
    assert len(acting) == len(SCRIPT.findall(source))
    names = {name for _, attributes in page.elements for name in attributes}
    assert not {name for name in names if name.startswith("on") or name in {"src", "style"}}
    assert all(href.startswith("#") or href in TABLES for href in page.values("href"))


@pytest.mark.parametrize("text", HOSTILE, ids=count())
def test_hostile_text_can_be_written_and_read(text: str) -> None:
    source = page_of(*hostile(text))
    assert source.encode().decode() == source
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", source)
