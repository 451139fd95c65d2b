"""The page in a real Chromium: what a reader sees, and that nothing leaves the page."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from playwright.sync_api import Browser, Page, expect

from claimcheck.articles.article import Article
from claimcheck.report.folder import write_report

from .crowd import crowd
from .sample import ARTICLES, TEXTS, sample

# Browsers are heavy: one after the other, in one process.
pytestmark = pytest.mark.xdist_group("browser")

PHONE = 360

# The contrast, by WCAG 2, of every element that has text of its own against what lies behind it.
CONTRASTS = """() => {
  const channels = colour => colour.match(/[\\d.]+/g).map(Number);
  const linear = value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const luminance = colour => {
    const [red, green, blue] = channels(colour).map(value => linear(value / 255));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = element => {
    for (let node = element; node; node = node.parentElement) {
      const colour = getComputedStyle(node).backgroundColor;
      if (channels(colour)[3] !== 0) return colour;
    }
  };
  const hasText = element => [...element.childNodes].some(
    node => node.nodeType === Node.TEXT_NODE && node.data.trim());
  return [...document.body.querySelectorAll("*")].filter(hasText).map(element => {
    const style = getComputedStyle(element);
    const colour = element instanceof SVGElement ? style.fill : style.color;
    const [low, high] = [luminance(colour), luminance(behind(element))].sort((a, b) => a - b);
    return [(high + 0.05) / (low + 0.05), `${element.tagName} ${element.className}`];
  });
}"""


def test_both_sides_and_their_words_are_seen(page: Page, report: str) -> None:
    # Findings outside the window are not laid out, and have no visible text until they are.
    page.goto(f"{report}#b2d90c41")
    finding = page.locator("#b2d90c41")
    for side, value, marked in (
        ("a", "more than 20 carriages", "more than 20 carriages"),
        ("b", "up to 90 carriages", "up to 90 carriages"),
    ):
        card = finding.locator(f".side.side-{side}")
        assert card.locator("h4").inner_text().strip() == value
        assert card.locator("mark").first.inner_text() == marked
        assert card.locator("mark").first.is_visible()


def test_sides_stand_side_by_side_and_on_a_phone_below_each_other(page: Page, report: str) -> None:
    for width, beside in ((1280, True), (PHONE, False)):
        page.set_viewport_size({"width": width, "height": 740})
        page.goto(f"{report}#b2d90c41")
        # Both at once: what the page draws above them may yet move them.
        first, second = page.locator("#b2d90c41 .side").evaluate_all(
            "sides => sides.map(side => side.getBoundingClientRect().toJSON())"
        )
        assert (first["y"] == second["y"]) is beside
        assert (first["x"] == second["x"]) is not beside


def test_the_first_screen_tells_who_differs_on_the_carriages(page: Page, report: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(report)
    for words in (
        "4 articles, 3 facts compared, 2 differ",
        "more than 20 carriages",
        "up to 90 carriages",
        "Inside Kim Jong Un’s bulletproof train",
        "90 carriages spread over the three-train convoy",
    ):
        box = page.get_by_text(words).first.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 800, words


def test_a_deep_link_leads_to_its_finding(page: Page, report: str) -> None:
    page.goto(f"{report}#d4d4d4d4")
    box = page.locator("#d4d4d4d4").bounding_box()
    height = page.evaluate("innerHeight")
    assert box is not None
    assert page.evaluate("scrollY") > 0
    assert -1 <= box["y"] < height


def test_the_keyboard_reaches_the_findings(page: Page, report: str) -> None:
    page.goto(report)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the findings"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#findings"


def test_a_fact_opens_and_shows_its_claims(page: Page, report: str) -> None:
    page.goto(report)
    fact = page.locator(".row[data-id='fact-fact-kind']")
    assert not fact.locator("mark").first.is_visible()
    fact.locator("summary").first.click()
    assert fact.locator("mark").all_inner_texts() == [
        "heavily armored train",
        "luxury armoured train",
    ]


@pytest.mark.parametrize("width", [PHONE, 768, 1280])
def test_nothing_is_wider_than_the_window(page: Page, report: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(report)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_word_without_end_wraps(page: Page, tmp_path: Path) -> None:
    endless = "x" * 100_000
    document = sample()
    documents = [
        msgspec.structs.replace(article, title=endless, source=endless)
        for article in document.documents
    ]
    articles = {n: Article(n, text.replace(". ", endless)) for n, text in TEXTS.items()}
    index, *_ = write_report(
        msgspec.structs.replace(document, documents=documents), articles, tmp_path
    )
    page.set_viewport_size({"width": PHONE, "height": 740})
    page.goto(index.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE


def test_hostile_text_runs_nothing(page: Page, tmp_path: Path) -> None:
    attack = "</style></script><img src=x onerror=alert(1)><script>alert(1)</script>\x00\u202e"
    document = sample()
    documents = [
        msgspec.structs.replace(article, title=attack, source=attack)
        for article in document.documents
    ]
    articles = {n: Article(n, text.replace(" ", attack, 3)) for n, text in TEXTS.items()}
    index, *_ = write_report(
        msgspec.structs.replace(document, documents=documents), articles, tmp_path
    )
    page.goto(f"{index.as_uri()}#b2d90c41")
    assert "onerror" in page.locator("#b2d90c41 .source").first.inner_text()
    assert page.locator("img").count() == 0
    acting = "[...document.scripts].filter(script => !script.type).map(script => script.text)"
    assert not [code for code in page.evaluate(acting) if "alert(" in code]


def test_hostile_text_in_packed_rows_runs_nothing(page: Page, tmp_path: Path) -> None:
    attack = "</script><img src=x onerror=alert(1)><script>alert(1)</script>"
    document = crowd(130)
    claims = [
        msgspec.structs.replace(claim, quote=claim.quote + attack) for claim in document.claims
    ]
    findings = [
        msgspec.structs.replace(finding, explanation=attack) for finding in document.findings
    ]
    index, *_ = write_report(
        msgspec.structs.replace(document, claims=claims, findings=findings), {}, tmp_path
    )
    page.goto(index.as_uri())
    page.fill("#filter", "onerror=alert(1)")
    expect(page.locator("#counts")).to_contain_text("130 findings")
    page.locator("#finding-rows + .more").click()
    expect(page.locator("#finding-rows > .row")).to_have_count(130)
    last = page.locator("#finding-rows > .row").last
    last.locator("summary").first.click()
    assert "<img src=x onerror=alert(1)>" in last.inner_text()
    assert page.locator("img").count() == 0


def test_the_policy_stops_what_escaping_would_let_through(browser: Browser, tmp_path: Path) -> None:
    index, *_ = write_report(sample(), ARTICLES, tmp_path)
    injected = "<img src=x onerror='document.title = 1'><script>document.title = 2</script>"
    source = index.read_text("utf-8").replace("<main>", f"<main>{injected}")
    index.write_text(source, "utf-8")
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(index.as_uri())
        assert page.title() == "4 articles, 3 facts compared, 2 differ · claimcheck"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(browser: Browser, report: str, scheme: str) -> None:
    with browser.new_context(color_scheme="dark" if scheme == "dark" else "light") as context:
        page = context.new_page()
        page.goto(report)
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        contrasts = page.evaluate(CONTRASTS)
    assert len(contrasts) > 100
    assert [(ratio, what) for ratio, what in contrasts if ratio < 4.5] == []


def test_dark_is_dark(browser: Browser, report: str) -> None:
    grounds = []
    for scheme in ("light", "dark"):
        with browser.new_context(color_scheme="dark" if scheme == "dark" else "light") as context:
            page = context.new_page()
            page.goto(report)
            grounds.append(
                page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
            )
    assert grounds == ["rgb(251, 250, 247)", "rgb(20, 22, 25)"]


def test_forced_colours_keep_words_and_shapes(browser: Browser, report: str) -> None:
    with browser.new_context(forced_colors="active") as context:
        page = context.new_page()
        page.goto(report)
        tag = "getComputedStyle(document.querySelector('.finding .tag'))"
        assert page.evaluate(f"{tag}.color != {tag}.backgroundColor")
        assert page.locator("#b2d90c41 .core").count() == 2


def test_print_shows_what_is_folded(page: Page, report: str) -> None:
    page.goto(report)
    page.emulate_media(media="print")
    folded = page.locator("#a1c07f3e .mentions blockquote")
    assert folded.inner_text() == "His trip is believed to have taken almost a full day."
    assert folded.is_visible()
    assert not page.locator("nav").is_visible()
    assert page.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("width", [1280, PHONE])
def test_a_wide_table_scrolls_in_its_place(page: Page, report: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(report)
    page.locator(".matrix > summary").first.click()
    expect(page.locator(".matrix table").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_landmarks_and_names_reach_a_screen_reader(page: Page, report: str) -> None:
    page.goto(f"{report}#b2d90c41")
    for role in ("banner", "main", "contentinfo", "navigation"):
        assert page.get_by_role(role).count() == 1
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.get_by_role("heading", name="Kim Jong Un's train: carriage count").count() == 1
    drawing = "can be from 20 upwards, usually read 20 to 30"
    assert page.locator("#b2d90c41").get_by_text(drawing).first.is_visible()
