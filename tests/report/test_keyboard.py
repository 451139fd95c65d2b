"""The page by the keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.xdist_group("browser")

# The row that has the focus.
FOCUSED = "document.activeElement.closest('.rows > .row')?.dataset.id"


def rows(page: Page, list_: str) -> list[str]:
    ids: list[str] = page.evaluate(
        "list => [...document.querySelectorAll(`#${list} > .row`)].map(row => row.dataset.id)",
        list_,
    )
    return ids


def test_j_and_k_walk_the_rows_and_o_opens_them(page: Page, report: str) -> None:
    page.goto(report)
    lists = ("finding-rows", "fact-rows", "matrix-rows")
    every = [row for name in lists for row in rows(page, name)]
    walked = []
    for _ in every:
        page.keyboard.press("j")
        walked.append(page.evaluate(FOCUSED))
    assert walked == every
    page.keyboard.press("j")
    assert page.evaluate(FOCUSED) == every[-1]
    page.keyboard.press("k")
    assert page.evaluate(FOCUSED) == every[-2]
    row = page.locator(f".row[data-id='{every[-2]}']")
    page.keyboard.press("o")
    expect(row).to_have_attribute("open", "")
    row.locator("article a").first.focus()
    page.keyboard.press("o")
    expect(row).not_to_have_attribute("open", "")
    expect(row.locator("summary").first).to_be_focused()


def test_j_opens_the_window_at_its_end(page: Page, crowded: str) -> None:
    page.goto(crowded)
    page.locator("#finding-rows > .row:last-child > summary").focus()
    page.keyboard.press("j")
    expect(page.locator("#finding-rows > .row")).to_have_count(200)
    expect(page.locator("#finding-rows > .row:nth-child(101) > summary")).to_be_focused()


def test_f_leads_to_the_filter_and_escape_leaves_it_as_it_is(page: Page, report: str) -> None:
    page.goto(report)
    page.keyboard.press("f")
    expect(page.locator("#filter")).to_be_focused()
    page.keyboard.type("jkof? carriages")
    assert page.locator("#filter").input_value() == "jkof? carriages"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement === document.body")
    assert page.locator("#filter").input_value() == "jkof? carriages"


def test_the_help_is_opened_and_closed(page: Page, report: str) -> None:
    page.goto(report)
    page.keyboard.press("?")
    help_ = page.get_by_role("dialog", name="Keys and filters")
    expect(help_).to_be_visible()
    page.keyboard.press("f")
    assert page.evaluate("document.activeElement.id") != "filter"
    page.keyboard.press("Escape")
    expect(help_).to_be_hidden()
    page.get_by_role("button", name="Help").click()
    expect(help_).to_be_visible()
    page.get_by_role("button", name="Close").click()
    expect(help_).to_be_hidden()


@pytest.mark.parametrize("held", ["Control", "Alt", "Meta"])
def test_keys_of_the_browser_stay_its_own(page: Page, report: str, held: str) -> None:
    page.goto(report)
    page.evaluate(
        "document.addEventListener('keydown', event => { document.title = event.defaultPrevented })"
    )
    page.evaluate(
        "held => document.body.dispatchEvent(new KeyboardEvent('keydown',"
        "{ key: 'f', [held]: true, bubbles: true, cancelable: true }))",
        {"Control": "ctrlKey", "Alt": "altKey", "Meta": "metaKey"}[held],
    )
    assert page.title() == "false"
    assert page.evaluate("document.activeElement === document.body")


def test_tab_goes_through_the_whole_page_and_is_caught_nowhere(page: Page, report: str) -> None:
    page.goto(report)
    seen = []
    for _ in range(80):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.outerHTML.slice(0, 120)"))
    assert any('id="filter"' in element for element in seen)
    assert any("claims.csv" in element for element in seen)
