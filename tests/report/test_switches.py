"""What a reader sets and takes: theme, units, links, downloads; and the page without scripts."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from claimcheck.report.folder import write_report

from .sample import findings_document

pytestmark = pytest.mark.xdist_group("browser")


def comes_back(page: Page, name: str, value: str) -> bool:
    """Whether a page opened again is as the reader set it. A busy Chromium may open it before what
    the last page stored has arrived, so that one try is not enough."""
    for _ in range(5):
        page.reload()
        if page.evaluate(f"document.documentElement.dataset.{name}") == value:
            return True
    return False


def test_a_theme_colours_the_page(page: Page, report: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(report)
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(ground)
    page.get_by_role("radio", name="Dark").check()
    dark = page.evaluate(ground)
    page.emulate_media(color_scheme="dark")
    page.get_by_role("radio", name="Light").check()
    assert page.evaluate(ground) == light != dark


def test_the_theme_is_set_and_remembered(page: Page, report: str) -> None:
    page.goto(report)
    assert page.evaluate("document.documentElement.dataset.theme") == "auto"
    for theme in ("Dark", "Light", "Auto"):
        page.get_by_role("radio", name=theme).check()
        assert page.evaluate("document.documentElement.dataset.theme") == theme.lower()
        assert comes_back(page, "theme", theme.lower())
        expect(page.get_by_role("radio", name=theme)).to_be_checked()


def test_units_can_be_chosen_where_there_are_two(page: Page, crowded: str) -> None:
    page.goto(f"{crowded}#find-0003")
    row = page.locator(".row[data-id='find-0003']")
    metric, us = row.locator(".in-metric").first, row.locator(".in-us").first
    expect(metric).to_be_visible()
    expect(us).to_be_hidden()
    page.get_by_role("radio", name="US").check()
    expect(metric).to_be_hidden()
    expect(us).to_be_visible()
    assert comes_back(page, "units", "us")
    expect(us).to_be_visible()


def test_units_are_no_choice_where_there_is_one_system(page: Page, tmp_path: Path) -> None:
    index, *_ = write_report(findings_document(), {}, tmp_path)
    page.goto(index.as_uri())
    expect(page.get_by_role("group", name="Theme")).to_be_visible()
    expect(page.get_by_role("group", name="Units")).to_be_hidden()


def test_a_page_without_storage_works(browser: Browser, report: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.add_init_script(
            "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })"
        )
        page.goto(report)
        page.get_by_role("radio", name="Dark").check()
        assert page.evaluate("document.documentElement.dataset.theme") == "dark"
        assert errors == []


@pytest.mark.parametrize("name", ["claims.csv", "facts.csv", "findings.json"])
def test_a_download_is_the_file_and_the_page_alone_has_it(
    page: Page, report_folder: Path, tmp_path: Path, name: str
) -> None:
    alone = tmp_path / "index.html"
    alone.write_bytes((report_folder / "index.html").read_bytes())
    page.goto(alone.as_uri())
    with page.expect_download() as caught:
        page.locator(f".downloads a[href='{name}']").click()
    assert caught.value.suggested_filename == name
    assert caught.value.path().read_bytes() == (report_folder / name).read_bytes()


def test_a_link_is_copied_and_told(browser: Browser, crowded: str) -> None:
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.goto(f"{crowded}#find-0003")
        page.locator("button.copy[data-copy='find-0003']").click()
        expect(page.locator("#said")).to_have_text("The link is in the clipboard")
        assert page.evaluate("navigator.clipboard.readText()") == f"{crowded}#find-0003"


def test_a_link_is_selected_where_the_clipboard_is_closed(page: Page, crowded: str) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(f"{crowded}#find-0003")
    # The page goes to the row that its address names; only then is the focus the reader's.
    expect(page.locator(".row[data-id='find-0003'] > summary")).to_be_focused()
    page.locator("button.copy[data-copy='find-0003']").click()
    expect(page.locator("#said")).to_have_text("The link is selected, to be copied")
    field = page.locator("input.address")
    expect(field).to_be_focused()
    assert field.input_value() == f"{crowded}#find-0003"
    span = "field => field.value.slice(field.selectionStart, field.selectionEnd)"
    assert field.evaluate(span) == f"{crowded}#find-0003"
    page.keyboard.press("Tab")
    expect(page.locator("button.copy[data-copy='find-0003']")).to_be_visible()


def test_without_scripts_the_first_rows_are_read_and_nothing_idle_is_seen(
    browser: Browser, crowded: str
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(crowded)
        assert page.locator("#finding-rows > .row").count() == 100
        for idle in ("#filter", ".switches", "button.copy", "#help"):
            assert not page.locator(idle).first.is_visible()
        expect(page.get_by_text("Scripts are off")).to_have_text(
            "Scripts are off: 150 further findings and 150 further facts and 5 facts said once "
            "cannot be shown here. The tables at the foot of the page have them all."
        )
        page.locator("#finding-rows > .row > summary").first.click()
        expect(page.locator("#finding-rows > .row article").first).to_be_visible()
        assert page.locator(".downloads a").first.get_attribute("href") == "claims.csv"
