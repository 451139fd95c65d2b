"""A real Chromium for the tests of the page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from claimcheck.report.folder import write_report

from .crowd import crowd
from .sample import ARTICLES, sample

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # One for each file and not for the session: its event loop must not be there for other tests.
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        pytest.fail(f"no browser on the path ({', '.join(CHROMIUM)}): `make test` installs one")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def report_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's report: its page and the tables beside it."""
    folder = tmp_path_factory.mktemp("report")
    write_report(sample(), ARTICLES, folder)
    return folder


@pytest.fixture(scope="session")
def report(report_folder: Path) -> str:
    """The address of the sample's page."""
    return (report_folder / "index.html").as_uri()


@pytest.fixture(scope="session")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a page with more rows than it shows at once."""
    index, *_ = write_report(crowd(), {}, tmp_path_factory.mktemp("crowd"))
    return index.as_uri()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails its test on any word in the console, any error and any request."""
    with browser.new_context() as context:
        page = context.new_page()
        heard: list[str] = []
        page.on("console", lambda message: heard.append(message.text))
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on("dialog", lambda dialog: heard.append(dialog.message))
        page.on(
            "request",
            lambda request: None if request.is_navigation_request() else heard.append(request.url),
        )
        yield page
        assert heard == []
