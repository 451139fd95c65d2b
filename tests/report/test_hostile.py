"""Hostile text in a real browser: it is shown, and nothing else comes of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from claimcheck.articles.article import Article
from claimcheck.cli import main
from claimcheck.document import FindingsDocument
from claimcheck.report.folder import write_report
from claimcheck.report.page.html import render
from claimcheck.report.page.index import index_of
from claimcheck.report.view import report_view

from .hostile import HOSTILE, WRITABLE, hostile_corpus

pytestmark = pytest.mark.xdist_group("browser")

PHONE, DESK = 360, 1280
OPEN = "document.querySelectorAll('details').forEach(each => each.open = true)"
# What a payload would leave behind, had it run: a name in the window, or one in all objects.
LEFT = "[window.ran, ({}).ran, Object.keys(Object.prototype).length, document.body.hidden]"
UNTOUCHED = [None, None, 0, False]
# Playwright's own way to wait would ask the page for what its policy forbids.
MEASURED = """async () => {
  const start = performance.now();
  while (!performance.getEntriesByName("filter").length) {
    if (performance.now() - start > 5000) throw new Error("the filter takes more than 5 seconds");
    await new Promise(requestAnimationFrame);
  }
}"""
ROWS = "#finding-rows > .row"


def address(made: tuple[FindingsDocument, dict[str, Article]], folder: Path) -> str:
    index, *_ = write_report(*made, folder)
    return index.as_uri()


def nothing_came_of_it(page: Page, width: int = DESK) -> None:
    """The page is whole, no payload has run, and nothing sticks out on the right."""
    assert page.evaluate(LEFT) == UNTOUCHED
    assert page.locator("footer").count() == 1
    assert page.locator("img, iframe, base, object, embed, [onload], [onerror]").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") == width


def typeable(text: str) -> str:
    """The text as it can be handed to a browser."""
    return text.encode("utf-8", "replace").decode()


def fill(page: Page, typed: str) -> None:
    """Write into the box, and wait until the filter has been measured, which is its end."""
    page.evaluate("performance.clearMeasures('filter')")
    page.get_by_role("searchbox").fill(typed)
    page.evaluate(MEASURED)


@pytest.fixture(scope="module")
def every_text(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page that has each hostile text in a finding of its own."""
    return address(hostile_corpus(), tmp_path_factory.mktemp("every_text"))


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A page with far more findings than it has rows at first."""
    return address(hostile_corpus(count=150), tmp_path_factory.mktemp("many"))


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_every_text_is_text(page: Page, every_text: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(every_text)
    page.evaluate(OPEN)
    assert page.locator(ROWS).count() == len(WRITABLE)
    words = page.locator("#finding-rows").text_content() or ""
    for text in ("</script><script>window.ran = 1</script>", "&lt;script&gt;", "{{ 7*7 }}"):
        assert text in words
    nothing_came_of_it(page, width)


def test_every_text_can_be_printed(page: Page, every_text: str) -> None:
    page.goto(every_text)
    page.emulate_media(media="print")
    assert page.pdf().startswith(b"%PDF")
    nothing_came_of_it(page)


def test_rows_that_come_in_later_are_text_too(page: Page, many: str) -> None:
    document, _ = hostile_corpus(count=150)
    page.goto(many)
    for finding in document.findings:
        page.evaluate("id => { location.hash = '#' + id }", finding.id)
        expect(page.locator(f'[id="{finding.id}"]')).to_be_visible()
    page.evaluate(OPEN)
    nothing_came_of_it(page)


def test_hostile_words_in_the_box_only_filter(page: Page, many: str) -> None:
    page.goto(many)
    for text in HOSTILE:
        fill(page, typeable(text))
        nothing_came_of_it(page)
    fill(page, "")
    expect(page.locator(ROWS)).to_have_count(100)


@pytest.mark.parametrize("written", ["encodeURIComponent", "encodeURI", "String"])
def test_a_hostile_address_only_filters(page: Page, many: str, written: str) -> None:
    page.goto(many)
    for text in HOSTILE:
        for key in ("", "q=", "q=s:new&sort="):
            page.evaluate(
                f"text => {{ location.hash = '#{key}' + {written}(text) }}", typeable(text)
            )
        nothing_came_of_it(page)
        if written == "encodeURIComponent":
            page.reload()
            nothing_came_of_it(page)
    page.evaluate("location.hash = '#q='")
    expect(page.locator(ROWS)).to_have_count(100)


def test_rows_from_files_beside_the_page_are_text_too(browser: Browser, tmp_path: Path) -> None:
    document, articles = hostile_corpus(count=150)
    made = render(report_view(document, articles), index_of(document), limit=0)
    files = {"index.html": made.html.encode(), **made.shards}
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    with browser.new_context() as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", lambda dialog: asked.append(dialog.message))
        page.goto((tmp_path / "index.html").as_uri())
        page.locator("#finding-rows + .more").click()
        expect(page.locator(ROWS)).to_have_count(150)
        fill(page, "<script>window.ran")
        page.evaluate(OPEN)
        nothing_came_of_it(page)
    assert {*asked} <= {(tmp_path / name).as_uri() for name in files}


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_word_of_a_megabyte_wraps(page: Page, tmp_path: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(address(hostile_corpus(["x" * 1_000_000]), tmp_path))
    page.evaluate(OPEN)
    nothing_came_of_it(page, width)


# --- from files to the page -------------------------------------------------------------------


def quoted(text: str) -> str:
    """The text as a string of TOML, and of YAML, in ASCII."""
    return "".join(
        f"\\U{ord(sign):08X}" if sign < " " or sign > "~" or sign in '"\\' else sign
        for sign in text
    ).join('""')


def plain(text: str) -> str:
    return text


def page_of(text: str) -> str:
    return f"<title>{text}</title><article><p>{text}</p></article>"


def markdown(text: str) -> str:
    return f"---\ntitle: {quoted(text)}\n---\n\n{text}\n"


@pytest.mark.parametrize(
    ("suffix", "written"), [(".txt", plain), (".html", page_of), (".md", markdown)]
)
def test_hostile_files_make_a_page_like_any(
    page: Page, tmp_path: Path, suffix: str, written: Callable[[str], str]
) -> None:
    corpus, out = tmp_path / "corpus", tmp_path / "out"
    corpus.mkdir()
    told = []
    for number, text in enumerate(WRITABLE):
        for letter, count in (("a", 20), ("b", 90)):
            words = f"Kim's train consists of {count} carriages. {text} It is {text} long."
            words = words.replace("\x00", "")  # a file with it is no text, and is not read
            name = f"{number:02} {letter} <b onclick='ran=1'>{suffix}"
            (corpus / name).write_text(written(words), "utf-8", newline="")
            told.append(
                f"[documents.{quoted(name)}]\ntitle = {quoted(text)}\nsource = {quoted(text)}\n"
                f"story = {quoted(text)}\n"
            )
    (corpus / "corpus.toml").write_text("\n".join(told), "utf-8")
    done = CliRunner().invoke(main, ["report", str(corpus), "-o", str(out)])
    assert done.exit_code == 0, done.output
    page.goto((out / "index.html").as_uri())
    page.evaluate(OPEN)
    assert page.locator(ROWS).count() > 0
    nothing_came_of_it(page)
