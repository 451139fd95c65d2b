"""A report that is too large for one page: its rows lie beside it, and it says so."""

from __future__ import annotations

import random
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from claimcheck.report.page.download import Download
from claimcheck.report.page.html import Page, render
from claimcheck.report.page.index import index_of
from claimcheck.report.view import report_view

from .crowd import crowd

pytestmark = pytest.mark.xdist_group("browser")

TABLE = Download("claims.csv", b"id\n", "text/csv", "every claim")


@pytest.fixture(scope="module")
def parted() -> Page:
    document = crowd()
    return render(report_view(document, {}), index_of(document), [TABLE], limit=10_000)


@pytest.fixture(scope="module")
def folder(parted: Page, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("parted")
    (folder / "index.html").write_text(parted.html, "utf-8")
    (folder / "index-files").mkdir()
    for name, content in parted.shards.items():
        (folder / name).write_bytes(content)
    return folder


def test_a_small_report_is_one_page() -> None:
    document = crowd(3)
    page = render(report_view(document, {}), index_of(document), [TABLE])
    assert page.shards == {}
    assert "index-files/" not in page.html.split("</style>")[1].split("<script")[0]
    assert "strict-dynamic" not in page.html


def test_shards_are_named_by_their_number(parted: Page) -> None:
    assert list(parted.shards) == [f"index-files/{n}.js" for n in range(len(parted.shards))]
    assert "data-pack" not in parted.html.split("<script")[-5]
    assert "'strict-dynamic'" in parted.html


def test_a_download_for_which_there_is_no_room_lies_beside_the_page_alone() -> None:
    document = crowd(3)
    index = index_of(document)
    rows = len(render(report_view(document, {}), index).html)
    large = Download("large.csv", bytes(range(256)) * 500, "text/csv", "noise")
    noise = Download("noise.csv", random.Random(1).randbytes(rows), "text/csv", "noise")
    page = render(report_view(document, {}), index, [TABLE, noise, large], limit=rows)
    assert page.shards == {}
    assert 'data-pack="download-claims.csv"' in page.html
    assert 'data-pack="download-noise.csv"' not in page.html
    assert 'data-pack="download-large.csv"' in page.html
    assert page.html.count(" download>") == 3


def test_equal_documents_make_equal_shards(parted: Page) -> None:
    document = crowd()
    again = render(report_view(document, {}), index_of(document), [TABLE], limit=10_000)
    assert again == parted


def test_the_page_asks_for_its_shards_and_for_nothing_else(browser: Browser, folder: Path) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        heard: list[str] = []
        asked: list[str] = []
        page.on("console", lambda message: heard.append(message.text))
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on("request", lambda request: asked.append(Path(urlsplit(request.url).path).name))
        page.goto((folder / "index.html").as_uri())
        expect(page.locator(".beside")).to_have_text(
            "Rows beyond the first 100 are in index-files/; keep the folder with the page."
        )
        page.locator("#finding-rows + .more").click()
        expect(page.locator("#finding-rows > .row")).to_have_count(200)
        page.fill("#filter", '"number 0249"')
        expect(page.locator("#finding-rows > .row")).to_have_count(1)
        page.evaluate("location.hash = '#fact-0252'")
        expect(page.locator(".row[data-id='fact-0252'] article")).to_be_in_viewport()
        assert asked[0] == "index.html"
        assert set(asked[1:]) <= {f"{n}.js" for n in range(10)}
        assert heard == []


def test_a_page_that_lost_its_folder_says_so(
    browser: Browser, parted: Page, tmp_path: Path
) -> None:
    (tmp_path / "index.html").write_text(parted.html, "utf-8")
    with browser.new_context() as context:
        page = context.new_page()
        page.goto((tmp_path / "index.html").as_uri())
        page.locator("#finding-rows + .more").click()
        expect(page.locator("#said")).to_have_text(
            "Rows beyond the first 100 are in index-files, which is not beside this page"
        )
        assert page.locator("#finding-rows > .row").count() == 100
