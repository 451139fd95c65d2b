"""Whoever opens the seeds' report sees at once who differs on the carriages, and why it may be none.

All of it is on the first screen of a small laptop, before anybody scrolls, with scripts or without.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Locator, ViewportSize

from claimcheck.cli import main

SEEDS = Path(__file__).parents[2] / "seeds"
WINDOW = ViewportSize(width=1280, height=800)
CARRIAGES = "16a6ef3a2aa3"

pytestmark = pytest.mark.xdist_group("browser")

# What is to be read of the finding: its topic, each article's name, each value, and how both may
# hold. An article that has no title goes by the name of its file.
TOLD = (
    "carriage",
    "3-sunday-departure",
    "1-train-convoy",
    "more than 20",
    "up to 90 carriages",
    "may count all the trains of the convoy",
)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the seeds' page."""
    folder = tmp_path_factory.mktemp("seeds")
    done = CliRunner().invoke(main, ["report", str(SEEDS), "-o", str(folder)])
    assert done.exit_code == 0, done.output
    return (folder / "index.html").as_uri()


@pytest.mark.parametrize("scripts", [False, True])
def test_the_carriages_are_on_the_first_screen(
    browser: Browser, report: str, scripts: bool
) -> None:
    with browser.new_context(viewport=WINDOW, java_script_enabled=scripts) as context:
        page = context.new_page()
        page.goto(report)
        # The innermost item that leads to the finding is the first screen's word on it.
        link = page.locator(f'a[href="#{CARRIAGES}"]')
        item = page.locator("main li").filter(has=link).first
        assert [words for words in TOLD if not is_on_the_first_screen(item, words)] == []


def is_on_the_first_screen(item: Locator, words: str) -> bool:
    """Whether an element of the item with these words lies within the window, whole."""
    for element in item.get_by_text(words).all():
        box = element.bounding_box()
        if box and element.is_visible():
            down, right = box["y"] + box["height"], box["x"] + box["width"]
            if box["y"] >= 0 and down <= WINDOW["height"] and right <= WINDOW["width"]:
                return True
    return False
