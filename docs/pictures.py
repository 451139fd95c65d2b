"""Take the pictures of the sample report beside this file: `make pictures`.

They are of reports/sample as it is committed, in the browser of whoever takes them; fonts differ
from system to system, so that no test holds them against each other.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

FOLDER = Path(__file__).parent
REPORT = FOLDER.parent / "reports" / "sample" / "index.html"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

LAPTOP = ViewportSize(width=1280, height=800)
PHONE = ViewportSize(width=390, height=844)
A4 = ViewportSize(width=794, height=1123)  # in CSS pixels, 96 to the inch
CARRIAGES = "16a6ef3a2aa3"


def take(browser: Browser) -> None:
    """All pictures, one after the other."""
    for name, scheme in (("report", "light"), ("report-dark", "dark")):
        page = opened(browser, LAPTOP, dark=scheme == "dark")
        page.screenshot(path=FOLDER / f"{name}.png")
    opened(browser, PHONE, scale=2).screenshot(path=FOLDER / "report-phone.png")
    page = opened(browser, A4)
    page.emulate_media(media="print")
    # The margins of a sheet, which a printer leaves and a window does not.
    page.evaluate("document.documentElement.style.padding = '15mm'")
    page.screenshot(path=FOLDER / "report-print.png")
    opened(browser, LAPTOP, at=f"#{CARRIAGES}").screenshot(path=FOLDER / "report-finding.png")


def opened(
    browser: Browser, window: ViewportSize, *, dark: bool = False, scale: int = 1, at: str = ""
) -> Page:
    """The report in a window of that size, at a place in it."""
    context = browser.new_context(
        viewport=window,
        device_scale_factor=scale,
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(REPORT.as_uri() + at)
    page.wait_for_timeout(500)  # until the script has gone to the place
    return page


if __name__ == "__main__":
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        sys.exit("The pictures need a browser on the path: install chromium or google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        take(browser)
        browser.close()
