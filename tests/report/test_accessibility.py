"""The page by axe-core's rules, in every state that a reader can bring it to."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.xdist_group("browser")

WINDOWS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "phone": {"viewport": {"width": 360, "height": 740}},
    "forced colours": {"forced_colors": "active"},
}
OPEN = "document.querySelectorAll('details').forEach(each => each.open = true)"


def as_it_is(page: Page) -> None:
    assert page.locator("summary").count() > 0


def with_all_rows_open(page: Page) -> None:
    page.evaluate(OPEN)


def with_the_help_open(page: Page) -> None:
    page.keyboard.press("?")
    assert page.locator("dialog[open]").count() == 1


def with_rows_filtered(page: Page) -> None:
    page.goto(f"{page.url}#q=g:major")
    expect(page.locator("#counts")).to_contain_text(" of ")


def held_against(page: Page) -> list[str]:
    """What axe-core finds, the gravest first: how grave, which rule, and where."""
    found = Axe().run(page).response["violations"]
    return [
        f"{rule['impact']}: {rule['id']}: {node['target']} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize(
    "state", [as_it_is, with_all_rows_open, with_the_help_open, with_rows_filtered]
)
@pytest.mark.parametrize("window", WINDOWS)
def test_axe_finds_nothing(browser: Browser, report: str, window: str, state: Any) -> None:
    with browser.new_context(**WINDOWS[window]) as context:
        page = context.new_page()
        page.goto(report)
        state(page)
        assert held_against(page) == []


def test_axe_sees_what_is_amiss(browser: Browser, report: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(report)
        page.evaluate("document.querySelector('h1').style.color = '#eee'")
        page.evaluate("document.documentElement.removeAttribute('lang')")
        rules = {told.split(": ")[1] for told in held_against(page)}
    assert rules >= {"color-contrast", "html-has-lang"}
