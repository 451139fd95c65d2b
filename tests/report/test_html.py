"""The page's source: what it is made of, what it can never do, and the files beside it."""

import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import msgspec
import pytest
from syrupy.assertion import SnapshotAssertion

from claimcheck.articles.article import Article
from claimcheck.document import FindingsDocument, SetAside, Tool, encode
from claimcheck.errors import UsageError
from claimcheck.report.html import render, write_report
from claimcheck.report.view import report_view

from .page import Page
from .sample import (
    ARTICLES,
    camp,
    claim,
    document_record,
    fact,
    finding,
    findings_document,
    sample,
    side,
)

STYLE = re.compile("<style>(.*?)</style>", re.DOTALL)

# The files beside the page, which it links to.
TABLES = {"claims.csv", "facts.csv", "findings.json"}

HOSTILE = [
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    "</style><style>body{display:none}</style>",
    "{{ 7*7 }}{% raw %}<b>",
    "javascript:alert(1)",
    "<!--",
    "]]><iframe src=//example.org>",
    "&lt;b&gt; &amp;",
    "nul\x00 and bell\x07",
    "\u202eover\u2066ride\u2069",
    "שלושים וחמש",
    "lone \ud800 surrogate",
    "=HYPERLINK(1)",
    "line\nbreak\r\nand\u2028separator",
]


@pytest.fixture(scope="module")
def source() -> str:
    return render(report_view(sample(), ARTICLES))


def hostile(text: str) -> tuple[FindingsDocument, dict[str, Article]]:
    """A findings document in which `text` stands everywhere that text can stand."""
    first = claim(
        *(f"claim {text}", text, text, (1.0, 2.0), (1.0, 2.0)),
        text=text,
        subject=text,
        attribute=text,
        event=text,
        scope=text,
        as_of=text,
        unit=text,
        hedge=text,
        holder=text,
        rule=text,
    )
    second = msgspec.structs.replace(first, id="other", value=text)
    document = findings_document(
        documents=[document_record(text, title=text, source=text, published=text)],
        claims=[first, second],
        facts=[fact(text, [first, second], camp(first.id, origins=2), camp("other"))],
        findings=[
            finding(
                *(text, text),
                *(side(text, text, first.id), side(text, text, "other")),
                explanation=text,
                reconciliations=[text],
            )
        ],
        set_aside=[SetAside(doc=text, start=0, end=1, text=text, reason=text)],
        stats=msgspec.structs.replace(sample().stats, set_aside={text: 1}),
        tool=Tool(name=text, version=text),
        rules_digest=text,
    )
    return document, {text: Article(text, text)}


# --- the page -------------------------------------------------------------------------------


def test_the_page_of_the_sample(source: str, snapshot: SnapshotAssertion) -> None:
    without_style = STYLE.sub("<style></style>", source)
    assert re.sub("'sha256-[^']+'", "'sha256-…'", without_style) == snapshot


def test_equal_documents_make_equal_pages(source: str) -> None:
    articles = dict(reversed(ARTICLES.items()))
    again = msgspec.json.decode(encode(sample()), type=FindingsDocument)
    assert render(report_view(again, articles)) == source


def test_the_policy_names_the_hash_of_the_only_style(source: str) -> None:
    [style] = STYLE.findall(source)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    [policy] = (
        attributes["content"]
        for tag, attributes in Page(source).elements
        if attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def test_nothing_is_fetched_and_nothing_runs(source: str) -> None:
    page = Page(source)
    assert page.tags.isdisjoint({"script", "link", "img", "iframe", "object", "embed", "base"})
    assert "style" not in {name for _, attributes in page.elements for name in attributes}
    assert {href for href in page.values("href") if not href.startswith("#")} == TABLES
    assert "@import" not in source
    assert set(re.findall(r"url\(([^)]*)\)", source)) == {"#hatch"}


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
    text = Page(STYLE.sub("", source)).text.casefold()
    for word in ("false", "wrong", "incorrect", "error", "mistake"):
        assert not re.search(rf"\b{word}\b", text)


# --- hostile text ---------------------------------------------------------------------------


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(text: str, source: str) -> None:
    page = Page(render(report_view(*hostile(text))))
    assert page.tags <= Page(source).tags
    names = {name for _, attributes in page.elements for name in attributes}
    assert not {name for name in names if name.startswith("on") or name in {"src", "style"}}
    assert all(href.startswith("#") or href in TABLES for href in page.values("href"))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_can_be_written_and_read(text: str) -> None:
    source = render(report_view(*hostile(text)))
    assert source.encode().decode() == source
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", source)


# --- the files ------------------------------------------------------------------------------


def test_the_files(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "report"
    paths = write_report(sample(), ARTICLES, folder)
    assert [path.name for path in paths] == [
        *("index.html", "claims.csv", "facts.csv", "findings.json")
    ]
    assert sorted(path.name for path in folder.iterdir()) == sorted(path.name for path in paths)
    assert (folder / "findings.json").read_bytes() == encode(sample())
    for path in paths:
        content = path.read_bytes()
        assert content.decode().encode() == content
        assert b"\r" not in content


def test_writing_again_gives_the_same_bytes(tmp_path: Path) -> None:
    first = [path.read_bytes() for path in write_report(sample(), ARTICLES, tmp_path)]
    assert [path.read_bytes() for path in write_report(sample(), ARTICLES, tmp_path)] == first


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    occupied = tmp_path / "report"
    occupied.write_text("a file")
    with pytest.raises(UsageError, match="cannot be written") as caught:
        write_report(sample(), ARTICLES, occupied)
    assert caught.value.place is not None
    assert caught.value.place.path == str(occupied)


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "index.html").write_text("old")

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(UsageError, match="No space left"):
        write_report(sample(), ARTICLES, tmp_path)
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]
