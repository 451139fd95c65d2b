"""One state: what the box says, the address says and the lists show, whichever was changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from claimcheck.report.folder import write_report
from claimcheck.report.page.index import index_of

from .crowd import crowd, stories

pytestmark = pytest.mark.xdist_group("browser")


def box(page: Page) -> str:
    return page.locator("#filter").input_value()


def shown(page: Page) -> int:
    return page.locator("#finding-rows > .row").count()


def test_what_is_typed_comes_into_the_address_and_survives_a_reload(
    page: Page, crowded: str
) -> None:
    page.goto(crowded)
    page.locator("#filter").press_sequentially('g:major "number 0012"')
    expect(page.locator("#counts")).to_have_text("1 of 250 findings, 0 of 250 facts")
    page.wait_for_url("**#q=g%3Amajor%20%22number%200012%22")
    page.reload()
    assert box(page) == 'g:major "number 0012"'
    expect(page.locator("#finding-rows > .row")).to_have_count(1)


def test_an_address_fills_the_box_the_buttons_and_the_order(page: Page, crowded: str) -> None:
    page.goto(f"{crowded}#q=s%3Anew%20!doc%3Adusk&sort=severity")
    assert box(page) == "s:new !doc:dusk"
    expect(page.locator("#counts")).to_have_text("42 of 250 findings, 42 of 250 facts")
    assert page.locator("#sort").input_value() == "severity"
    assert page.locator(".facet button[aria-pressed=true]").get_attribute("data-value") == "new"


def test_the_way_back_leads_through_what_was_asked(page: Page, crowded: str) -> None:
    page.goto(crowded)
    page.locator(".facets summary").click()
    major = page.locator(".facet button[data-value=major]")
    known = page.locator(".facet button[data-value=known]")
    major.click()
    expect(page.locator("#counts")).to_contain_text("63 of 250 findings")
    known.click()
    assert box(page) == "g:major s:known"
    page.go_back()
    expect(page.locator("#filter")).to_have_value("g:major")
    expect(known).to_have_attribute("aria-pressed", "false")
    expect(page.locator("#counts")).to_contain_text("63 of 250 findings")
    page.go_back()
    expect(page.locator("#filter")).to_have_value("")
    expect(page.locator("#counts")).to_have_text("250 findings, 250 facts")
    page.go_forward()
    expect(page.locator("#filter")).to_have_value("g:major")
    expect(major).to_have_attribute("aria-pressed", "true")


def test_a_changed_address_changes_the_page(page: Page, crowded: str) -> None:
    page.goto(f"{crowded}#q=s%3Anew")
    expect(page.locator("#counts")).to_contain_text("84 of 250 findings")
    page.evaluate("location.hash = '#q=s%3Aknown&sort=subject'")
    expect(page.locator("#filter")).to_have_value("s:known")
    expect(page.locator("#counts")).to_contain_text("83 of 250 findings")
    expect(page.locator("#finding-rows > .row").first).to_have_attribute("data-id", "find-0001")


def test_a_button_takes_back_what_it_wrote(page: Page, crowded: str) -> None:
    page.goto(f"{crowded}#q=bridge")
    page.locator(".facets summary").click()
    button = page.locator(".facet button[data-value='The Noon']")
    button.click()
    assert box(page) == 'bridge source:"The Noon"'
    expect(page.locator("#counts")).to_contain_text("125 of 250 findings")
    button.click()
    assert box(page) == "bridge"


def test_clear_shows_everything_and_empties_the_address(page: Page, crowded: str) -> None:
    page.goto(f"{crowded}#q=s%3Anew")
    page.locator("#clear").click()
    expect(page.locator("#counts")).to_have_text("250 findings, 250 facts")
    assert page.url == crowded
    assert page.evaluate("document.activeElement.id") == "filter"
    assert page.locator("#clear").is_disabled()


def test_what_cannot_be_asked_is_told_below_the_box(page: Page, crowded: str) -> None:
    page.goto(f"{crowded}#q=colour%3Ared")
    expect(page.locator("#problems")).to_contain_text("colour: is no key (there are s: v: g:")
    assert page.locator("#problems").get_attribute("role") == "status"


@pytest.mark.parametrize("address", ["#q=%", "#q=%22", "#q=", "#sort=odd", "#q=s%3Anew&sort=odd"])
def test_no_address_breaks_the_page(page: Page, crowded: str, address: str) -> None:
    page.goto(crowded + address)
    expect(page.locator("#counts")).to_contain_text("250 findings")
    assert page.locator("#sort").input_value() == ""


# --- deep links -----------------------------------------------------------------------------


@pytest.mark.parametrize("id_", ["find-0000", "find-0239", "fact-0007", "fact-0249", "fact-0252"])
def test_a_link_opens_its_row_wherever_it_is(page: Page, crowded: str, id_: str) -> None:
    page.goto(f"{crowded}#{id_}")
    row = page.locator(f".row[data-id='{id_}']")
    expect(row).to_have_attribute("open", "")
    expect(row.locator("article")).to_be_in_viewport()
    expect(page.locator("#said")).to_be_empty()


def test_a_link_within_the_page_opens_its_row(page: Page, crowded: str) -> None:
    page.goto(f"{crowded}#find-0120")
    page.locator(".row[data-id='find-0120'] a[href='#fact-0120']").first.click()
    expect(page.locator(".row[data-id='fact-0120'] article")).to_be_in_viewport()
    page.go_back()
    expect(page.locator(".row[data-id='find-0120'] summary").first).to_be_in_viewport()


def test_a_link_to_what_is_filtered_out_clears_the_filter_and_says_so(
    page: Page, crowded: str
) -> None:
    page.goto(f"{crowded}#q=s%3Aknown")
    page.evaluate("location.hash = '#find-0240'")
    expect(page.locator(".row[data-id='find-0240'] article")).to_be_in_viewport()
    expect(page.locator("#said")).to_have_text(
        "The filter was cleared, since it does not let find-0240 pass"
    )
    assert box(page) == ""
    page.go_back()
    expect(page.locator("#filter")).to_have_value("s:known")


def test_a_filter_that_lets_the_row_pass_stays_and_survives_a_reload(
    page: Page, crowded: str
) -> None:
    page.goto(f"{crowded}#q=s%3Anew")
    page.evaluate("location.hash = '#find-0240'")
    expect(page.locator(".row[data-id='find-0240'] article")).to_be_in_viewport()
    assert box(page) == "s:new"
    page.reload()
    expect(page.locator("#filter")).to_have_value("s:new")
    assert page.url.endswith("#find-0240")


def test_an_unknown_address_is_told_where_it_is_seen(page: Page, crowded: str) -> None:
    page.goto(f"{crowded}#find-9999")
    expect(page.locator("#said")).to_have_text("Nothing on this page has the address #find-9999")
    expect(page.locator("#said")).to_be_in_viewport()


def test_the_beginning_of_an_id_leads_to_its_row(page: Page, report: str) -> None:
    page.goto(f"{report}#b2d90c")
    expect(page.locator(".row[data-id='b2d90c41'] > summary")).to_be_focused()
    page.goto(f"{report}#b2d90")
    expect(page.locator("#said")).to_have_text("Nothing on this page has the address #b2d90")


def test_of_several_ids_that_begin_so_none_is_meant(page: Page, crowded: str) -> None:
    page.goto(f"{crowded}#find-00")
    expect(page.locator("#said")).to_have_text("Nothing on this page has the address #find-00")
    page.locator('nav a[href="#facts"]').click()
    expect(page.locator("#said")).to_have_text("")


# --- the window -----------------------------------------------------------------------------


def test_a_list_shows_a_hundred_rows_and_then_a_hundred_more(page: Page, crowded: str) -> None:
    page.goto(crowded)
    more = page.locator("#finding-rows + .more")
    assert shown(page) == 100
    assert more.inner_text() == "Show 100 more of 150"
    more.click()
    expect(more).to_have_text("Show 50 more of 50")
    assert shown(page) == 200
    expect(page.locator("#finding-rows > .row:nth-child(101) > summary")).to_be_focused()
    more.click()
    expect(more).to_be_hidden()
    assert shown(page) == 250


def test_rows_are_kept_as_they_were_left(page: Page, crowded: str) -> None:
    page.goto(crowded)
    first = page.locator("#finding-rows > .row").first
    id_ = first.get_attribute("data-id")
    first.locator("summary").first.click()
    page.fill("#filter", "g:negligible")
    expect(page.locator(f".row[data-id='{id_}']")).to_have_count(0)
    page.fill("#filter", "")
    expect(page.locator(f".row[data-id='{id_}']")).to_have_attribute("open", "")


def test_packed_rows_follow_in_the_order_of_the_page(page: Page, crowded: str) -> None:
    page.goto(crowded)
    page.locator("#finding-rows + .more").click()
    expect(page.locator("#finding-rows > .row")).to_have_count(200)
    ids = page.evaluate(
        "[...document.querySelectorAll('#finding-rows > .row')].map(row => row.dataset.id)"
    )
    assert ids == list(index_of(crowd()).findings.id[:200])


def test_matrices_have_a_window_of_their_own(page: Page, tmp_path: Path) -> None:
    index, *_ = write_report(stories(25), {}, tmp_path)
    page.goto(index.as_uri())
    rows = page.locator("#matrix-rows > .row")
    more = page.locator("#matrix-rows + .more")
    assert rows.count() == 20
    assert more.inner_text() == "Show 5 more of 5"
    last = page.evaluate("index.matrices.id.at(-1)")
    page.evaluate("id => { location.hash = encodeURIComponent(id) }", last)
    expect(page.locator(f".row[data-id='{last}'] article")).to_be_in_viewport()
    more.click()
    expect(rows).to_have_count(25)


def test_a_filter_keeps_the_matrices_with_a_fact_that_passes(page: Page, tmp_path: Path) -> None:
    index, *_ = write_report(stories(25), {}, tmp_path)
    page.goto(f"{index.as_uri()}#q=subj%3A%22dam%2007%22")
    expect(page.locator("#counts")).to_have_text("0 findings, 1 of 25 facts")
    [kept] = page.evaluate("lists.find(({ name }) => name === 'matrices').order")
    expect(page.locator("#matrix-rows > .row")).to_have_count(1)
    row = page.locator("#matrix-rows > .row")
    assert row.get_attribute("data-id") == page.evaluate(f"index.matrices.id[{kept}]")
    expect(row.locator(".topic").first).to_have_text("story 07")
    page.fill("#filter", "no such words")
    expect(row).to_have_count(0)
    expect(page.locator("#matrix-rows ~ p.about", has_text="Nothing here passes")).to_be_visible()
    page.click("#clear")
    expect(row).to_have_count(20)


def test_a_list_that_nothing_passes_says_so(page: Page, report: str) -> None:
    page.goto(f"{report}#q=nowhere")
    expect(page.locator("#finding-rows ~ p.about", has_text="Nothing here passes")).to_be_visible()
    page.click("#clear")
    expect(page.locator("#finding-rows ~ p.about", has_text="Nothing here passes")).to_be_hidden()
