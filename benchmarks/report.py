"""How the report grows: its files, the memory and time to write it, and how it is in a browser.

    python benchmarks/report.py [SIZE …] [--repeats N]

For each size (100, 1,000, 5,000 and 20,000 findings) a process of its own makes invented news with
so many findings and writes their report. Then the page is opened so often (3 times) in a fresh
Chromium: the time to the first content, the memory of its scripts, and what a filter takes, from
the word in the box to the second frame after it. Figures are medians; only the ratios hold from
machine to machine. Two Markdown tables go to stdout.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

from playwright.sync_api import Page, sync_playwright

from claimcheck.articles.article import Article
from claimcheck.document import (
    Camp,
    Claim,
    Document,
    Fact,
    Finding,
    FindingsDocument,
    SetAside,
    Side,
    Stats,
    Tool,
)
from claimcheck.report.folder import write_report

SIZES = (100, 1_000, 5_000, 20_000)
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# What is typed into the box, one after the other, and what the table calls it. For the first word
# the page unpacks what it looks for words in, of large reports from files beside it.
FILTERS = {"first word": "Oakford", "clear": "", "word": "Elmsby", "grade": "g:major"}

# --- invented news ------------------------------------------------------------------------------

# Of each attribute: what is measured, its unit, the sentence, and the values that are about usual.
ATTRIBUTES = (
    ("deaths", "", "The {event} in {town} killed {value} people, {source} said on {day}.", 12, 90),
    ("injured", "", "At least {value} people were injured in {town}, officials said.", 40, 400),
    ("homes_destroyed", "", "It destroyed {value} homes and left streets under rubble.", 100, 900),
    ("evacuated", "", "More than {value} people left {town} for shelters on {day}.", 1000, 9000),
    ("duration", "hour", "The rescue took {value} hours, according to {source}.", 5, 60),
    ("distance", "kilometer", "The village lies {value} km north of the capital.", 20, 300),
)
EVENTS = ("earthquake", "flood", "wildfire", "landslide", "explosion", "storm")
TOWNS = "Oakford Elmsby Ashcombe Thornwick Wexley Harrowgate Millbrook Stanmere Duncastle Fenbury"
SOURCES = "the fire brigade,the mayor’s office,a spokesperson,the interior ministry,local radio"
OUTLETS = ("The Courier", "Daily Post", "The Observer of the North", "Agence Centrale")
DAYS = ("Sunday", "Monday", "Tuesday", "Wednesday")
BETWEEN = (
    "Rain made the work of the rescuers harder through the night.",
    "Schools stay closed until the end of the week.",
    "“We have never seen anything like it,” a resident told reporters in front of her house.",
    "Neighbouring regions have sent teams with dogs and heavy equipment.",
)
VOICES = 4  # articles on each fact: two on either side
PER_STORY = 5  # findings of one story, each of a fact of its own


@dataclass(slots=True)
class News:
    """What is made so far of a document."""

    chance: Random
    claims: list[Claim]
    facts: list[Fact]
    findings: list[Finding]
    documents: list[Document]
    set_aside: list[SetAside]
    articles: dict[str, Article]


def news(findings: int, seed: int = 6) -> tuple[FindingsDocument, dict[str, Article]]:
    """A document with so many findings, and its articles; equal for equal arguments."""
    made = News(Random(seed), [], [], [], [], [], {})
    for story in range(-(-findings // PER_STORY)):
        _story(made, story, min(PER_STORY, findings - story * PER_STORY))
    aside = len(made.set_aside)
    document = FindingsDocument(
        tool=Tool(name="claimcheck", version="0"),
        rules_digest="0" * 16,
        documents=made.documents,
        claims=made.claims,
        facts=made.facts,
        findings=sorted(made.findings, key=lambda one: one.id),
        set_aside=made.set_aside,
        stats=Stats(
            documents=len(made.documents),
            sentences=2 * len(made.claims),
            numbers_seen=len(made.claims) + aside,
            numbers_read=len(made.claims),
            claims=len(made.claims),
            compared=len(made.claims),
            set_aside={"a_name": aside},
        ),
    )
    return document, made.articles


def _story(made: News, number: int, findings: int) -> None:
    """One story, of which four articles tell: they differ on so many facts, and agree on one."""
    chance = made.chance
    town = f"{chance.choice(TOWNS.split())} {chance.choice(TOWNS.split())}"
    event = chance.choice(EVENTS)
    subject = f"{event.capitalize()} in {town}"
    texts = [f"{subject}. " for _ in range(VOICES)]
    docs = [f"{number // 100:03}/{number:05}-{voice}.txt" for voice in range(VOICES)]
    for nth in range(findings + 1):
        attribute, unit, sentence, low, high = ATTRIBUTES[nth % len(ATTRIBUTES)]
        one = chance.randrange(low, high)
        other = one if nth == findings else one + chance.randrange(low // 2, high)
        claims = []
        for voice, doc in enumerate(docs):
            value = one if voice < VOICES // 2 else other
            filled = sentence.format(
                event=event,
                town=town,
                value=f"{value:,}",
                source=chance.choice(SOURCES.split(",")),
                day=chance.choice(DAYS),
            )
            first = len(texts[voice])
            start = first + filled.index(f"{value:,}")
            texts[voice] += f"{filled} {chance.choice(BETWEEN)} "
            claims.append(
                _claim(
                    *(doc, first, filled, start, value, unit),
                    attribute=attribute,
                    subject=subject,
                    event=f"{subject}, May 2024",
                )
            )
        _judge(made, claims, one, other)
    for voice, doc in enumerate(docs):
        title = f"{subject}: what is known so far ({voice + 1})"
        outlet, day = OUTLETS[voice], f"2024-05-{1 + number % 28:02}"
        made.articles[doc] = Article(doc, texts[voice], title=title, source=outlet, published=day)
        made.documents.append(
            Document(
                id=doc,
                path=doc,
                title=title,
                source=outlet,
                published=day,
                story=f"story {number}",
                language="en",
            )
        )
    made.set_aside.append(SetAside(doc=docs[0], start=0, end=8, text="Route 66", reason="a_name"))


def _claim(
    doc: str, first: int, sentence: str, start: int, value: int, unit: str, **told: str
) -> Claim:
    id_ = _digest(doc, start)
    bounds = (float(value), float(value))
    return Claim(
        id=id_,
        key=id_,
        doc=doc,
        start=start,
        end=start + len(f"{value:,}"),
        quote=f"{value:,}",
        sentence=(first, first + len(sentence)),
        scope="",
        as_of=None,
        stated=[float(value)],
        unit=unit,
        hard=bounds,
        core=bounds,
        hedge="",
        value=None,
        holder=None,
        certainty="CT",
        polarity="+",
        time="past",
        rule=f"disaster/{told['attribute']}",
        derived_from=None,
        **told,
    )


def _judge(made: News, claims: list[Claim], one: int, other: int) -> None:
    """The fact of these claims, and the finding where its two halves differ."""
    head = claims[0]
    id_ = _digest("fact", head.id)
    half = VOICES // 2
    sides = [(one, claims[:half]), (other, claims[half:])] if one != other else [(one, claims)]
    camps = [
        Camp(
            claims=[claim.id for claim in said],
            consensus=(float(value), float(value)),
            origins=len(said),
        )
        for value, said in sides
    ]
    made.claims += claims
    made.facts.append(
        Fact(
            id=id_[:16],
            key=id_,
            subject=head.subject,
            attribute=head.attribute,
            event=head.event,
            scope="",
            unit=head.unit,
            camps=camps,
            claims=[claim.id for claim in claims],
        )
    )
    if one == other:
        return
    first, second = (
        Side(
            value=f"{value:,}",
            normalised=f"{value:,}",
            claims=[claim.id for claim in said],
            origins=len(said),
        )
        for value, said in sides
    )
    grade = made.chance.choices(("minor", "moderate", "major"), (5, 3, 2))[0]
    made.findings.append(
        Finding(
            id=_digest("finding", id_),
            fingerprint=id_,
            fact=id_[:16],
            rule=head.attribute,
            verdict="contradictory",
            basis="hard",
            grade=grade,
            severity=round(made.chance.random(), 3),
            status="new",
            explanation=f"Two statements about the {head.attribute} of {head.subject} differ: "
            f"“{one:,}” ({claims[0].doc}) and “{other:,}” ({claims[-1].doc}). No value fits both: "
            f"they mean {one:,} and {other:,}. Between them is a gap of {other - one:,}.",
            reconciliations=["The later statement may count more days."],
            sides=(first, second),
        )
    )


def _digest(*parts: object) -> str:
    return sha256(repr(parts).encode()).hexdigest()[:12]


# --- writing ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Written:
    """Seconds to write the report, the process's peak memory before and after in MB, and the size
    of the page, of the parts beside it and of the tables, in MB."""

    seconds: float
    before: float
    after: float
    page: float
    parts: float
    tables: float


TABLES = (".csv", ".json", ".parquet")


def write(findings: int, folder: Path) -> Written:
    """Write the report of so much news into the folder."""
    document, articles = news(findings)
    before = peak()
    start = time.perf_counter()
    paths = write_report(document, articles, folder)
    seconds = time.perf_counter() - start
    page = folder / "index.html"
    tables = [path for path in paths if path.suffix in TABLES]
    parts = [path for path in paths if path not in (page, *tables)]
    return Written(seconds, before, peak(), *map(megabytes, ([page], parts, tables)))


def peak() -> float:
    """The most memory that this process has had, in MB."""
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def megabytes(paths: Iterable[Path]) -> float:
    return sum(path.stat().st_size for path in paths) / 1e6


def written(findings: int, folder: Path) -> Written:
    """The same, in a process of its own."""
    command = [sys.executable, __file__, str(findings), "--write", str(folder)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return Written(**json.loads(done.stdout))


# --- reading ------------------------------------------------------------------------------------

# The time until the second frame after the word, which is when a reader can have seen its effect;
# or until the rows are there, which the page's script tells by a measure, if that is later.
FILTER = """async text => {
  performance.clearMeasures("filter");
  const box = document.querySelector("input[type=search]");
  if (!box) return null;
  // Nobody types into a box without going there, and no sooner than a moment later.
  box.focus();
  await new Promise(done => setTimeout(done, 500));
  const start = performance.now();
  box.value = text;
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  const frame = () => new Promise(requestAnimationFrame);
  await frame();
  await frame();
  const seen = performance.now() - start;
  const measures = () => performance.getEntriesByName("filter", "measure");
  while (!measures().length) await frame();
  return Math.max(seen, ...measures().map(each => each.startTime + each.duration - start));
}"""
FIRST_CONTENT = """() => new Promise(done => new PerformanceObserver(list => {
  const entry = list.getEntriesByName("first-contentful-paint")[0];
  if (entry) done(entry.startTime);
}).observe({ type: "paint", buffered: true }))"""


@dataclass(frozen=True, slots=True)
class Seen:
    """Milliseconds to the first content and of each filter, and the memory of scripts in MB. A page
    without scripts has no filter."""

    first: float
    filters: dict[str, float | None]
    heap: float


def seen(page: Path, repeats: int) -> Seen:
    """The medians of what a reader sees who opens the page so often, each time anew."""
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        sys.exit("a browser is needed on the path: install chromium or google-chrome")
    with sync_playwright() as playwright:
        looks = []
        for _ in range(repeats):
            flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
            browser = playwright.chromium.launch(executable_path=path, args=flags)
            looks.append(look(browser.new_page(viewport={"width": 1280, "height": 800}), page))
            browser.close()
    return Seen(
        median(one.first for one in looks),
        {name: middle([one.filters[name] for one in looks]) for name in FILTERS},
        median(one.heap for one in looks),
    )


def look(tab: Page, page: Path) -> Seen:
    tab.goto(page.as_uri())
    first = tab.evaluate(FIRST_CONTENT)
    filters = {name: tab.evaluate(FILTER, text) for name, text in FILTERS.items()}
    session = tab.context.new_cdp_session(tab)
    session.send("Performance.enable")
    told: list[dict[str, Any]] = session.send("Performance.getMetrics")["metrics"]
    heap = next(one["value"] for one in told if one["name"] == "JSHeapUsedSize")
    return Seen(first, filters, heap / 1e6)


def middle(times: Sequence[float | None]) -> float | None:
    known = [one for one in times if one is not None]
    return median(known) if known else None


# --- the report ---------------------------------------------------------------------------------

FILES = (
    *("findings", "page MB", "parts beside it MB", "tables MB", "seconds to write"),
    *("peak memory MB", "of it before writing MB"),
)
BROWSER = (
    *("findings", "first content ms", "× the first"),
    *(f"filter: {name}, ms" for name in FILTERS),
    "memory of scripts MB",
)


def table(*rows: Iterable[object]) -> str:
    """A Markdown table of numbers whose first row is its head."""
    head, *body = [[str(cell) for cell in row] for row in rows]
    lines = (head, ["---:"] * len(head), *body)
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def files_of(size: int, made: Written) -> list[str]:
    return [
        f"{size:,}",
        *(f"{mb:.1f}" for mb in (made.page, made.parts, made.tables)),
        *(f"{made.seconds:.1f}", f"{made.after:.0f}", f"{made.before:.0f}"),
    ]


def browser_of(size: int, shown: Seen, first: Seen) -> list[str]:
    return [
        *(f"{size:,}", f"{shown.first:.0f}", f"{shown.first / first.first:.1f}"),
        *("–" if ms is None else f"{ms:.0f}" for ms in shown.filters.values()),
        f"{shown.heap:.1f}",
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, metavar="SIZE")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--write", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.write:
        print(json.dumps(asdict(write(options.sizes[0], options.write))))
        return
    made, shown = [], []
    for size in options.sizes:
        print(f"{size:,} findings", file=sys.stderr)
        with tempfile.TemporaryDirectory() as name:
            made.append(written(size, Path(name)))
            shown.append(seen(Path(name) / "index.html", options.repeats))
    print(table(FILES, *map(files_of, options.sizes, made)))
    print(
        table(
            BROWSER, *(browser_of(*of, shown[0]) for of in zip(options.sizes, shown, strict=True))
        )
    )


if __name__ == "__main__":
    main()
