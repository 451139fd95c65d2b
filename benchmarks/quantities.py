r"""How fast quantities are read: a bare scan for digits, two peer libraries and claimcheck.

    python benchmarks/quantities.py ARTICLES.jsonl [--limit N] [--peer-sample N] [--no-peers]

ARTICLES.jsonl has an article a line, its words in the field "text". All readers take turns, batch
by batch of one run, so that they see the machine in the same state: seconds differ from machine to
machine, ratios hold. The peers are installed on first use, in an environment of their own beside
this file. A Markdown report goes to stdout; docs/benchmarks.md says what its figures mean.
"""

from __future__ import annotations

import argparse
import json
import platform
import re
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, TypeAlias

from claimcheck.quantities.reader import Quantity, quantities

HERE = Path(__file__).resolve().parent
ENVIRONMENT = HERE / ".venv"  # git ignores this name at any depth
# What runs on Python 3.11: Recognizers-Text needs an emoji from before 2.0, and does not say so.
# What the two spend their time in is pinned with them.
PINS = """
quantulum3==0.10.0
inflect==7.6.0
num2words==0.5.14
recognizers-text-suite==1.0.2a2
emoji==1.7.0
grapheme==0.6.0
multipledispatch==1.0.0
datedelta==1.4
regex==2026.11.15
"""
PEERS = {  # as peer.py knows them, and as the report names them
    "quantulum3": "quantulum3 0.10",
    "recognizers": "Recognizers-Text: numbers, units",
    "recognizers-dated": "Recognizers-Text: numbers, units, dates",
}
SCAN = r'`re.finditer(r"\d")`'
READ = "claimcheck"
BELIEVED = "claimcheck, intervals taken"

DENSE_FROM = 5.0  # runs of digits in 1,000 characters
BATCH = 50  # articles a turn
LAPS = 3  # of which the best counts; a peer, hundreds of times slower, runs one

# --- readers ------------------------------------------------------------------------------------


@dataclass(slots=True)
class Score:
    """The seconds that a reader took, what it found, and the articles on which it raised."""

    seconds: float = 0.0
    found: int = 0
    failed: int = 0

    def add(self, other: Score) -> None:
        self.seconds += other.seconds
        self.found += other.found
        self.failed += other.failed


Reader: TypeAlias = Callable[[list[str]], Score]

_DIGIT = re.compile(r"\d")


def timed(read: Callable[[list[str]], int]) -> Reader:
    """A reader in this process; `read` returns how much it found."""

    def reader(texts: list[str]) -> Score:
        start = time.perf_counter()
        found = read(texts)
        return Score(time.perf_counter() - start, found)

    return reader


def scan(texts: list[str]) -> int:
    for text in texts:
        for _ in _DIGIT.finditer(text):
            pass
    return 0  # counting would be more than a bare scan


def read(texts: list[str]) -> int:
    found = 0
    for text in texts:
        found += len(quantities(text))
    return found


def believe(texts: list[str]) -> int:
    found = 0
    for text in texts:
        outcomes = quantities(text)
        found += len(outcomes)
        for outcome in outcomes:
            if isinstance(outcome, Quantity):
                possibility = outcome.possibility
                _hard = possibility.low, possibility.high
                _core = possibility.core_low, possibility.core_high
    return found


OURS: dict[str, Reader] = {SCAN: timed(scan), READ: timed(read), BELIEVED: timed(believe)}


class Peer:
    """A peer library in a process of its own, which waits for texts."""

    def __init__(self, name: str, python: Path) -> None:
        self.name = name
        self.process = subprocess.Popen(
            [str(python), "-P", "-W", "ignore", str(HERE / "peer.py"), name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Peer:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()

    def __call__(self, texts: list[str]) -> Score:
        asked, told = self.process.stdin, self.process.stdout
        assert asked
        assert told
        with suppress(BrokenPipeError):  # its end is seen when no answer comes
            asked.write(json.dumps(texts) + "\n")
            asked.flush()
        if not (line := told.readline()):
            give_up(
                f"{self.name} ended without an answer, with exit code {self.process.wait()}",
                f"Read its message above; remove {ENVIRONMENT} to have the peers installed again",
            )
        return Score(**json.loads(line))


def environment() -> Path:
    """The Python that has the peers, installed there unless they are already."""
    python = ENVIRONMENT / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    stamp = ENVIRONMENT / "pins.txt"  # written last: a set-up that was stopped begins anew
    if stamp.is_file() and stamp.read_text("utf-8") == PINS:
        return python
    sys.stderr.write(f"Installing the peers in {ENVIRONMENT}\n")
    try:
        venv.create(ENVIRONMENT, clear=True, with_pip=True)
        pip = [str(python), "-m", "pip", "--quiet", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "install", *PINS.split()], check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        reason = error if isinstance(error, OSError) else f"exit code {error.returncode}"
        give_up(
            f"The peers could not be installed: {reason}",
            "Check that venv is there and that pip reaches a package index, "
            "or measure without them: --no-peers",
        )
    stamp.write_text(PINS, "utf-8")
    return python


# --- articles -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Kind:
    """The articles that are sparse in numbers, or those that are dense."""

    name: str
    texts: list[str]

    def __str__(self) -> str:
        return f"{len(self.texts):,} {self.name} articles ({self.size / 1e6:.2f} M characters)"

    @property
    def size(self) -> int:
        return sum(map(len, self.texts))

    def sample(self, count: int) -> Kind:
        """At most `count` articles, at even distances from the first on."""
        return Kind(self.name, self.texts[:: max(1, len(self.texts) // count)][:count])


def kinds(texts: Iterable[str]) -> list[Kind]:
    """The texts by kind, without a kind of which there is none."""
    sparse: list[str] = []
    dense: list[str] = []
    for text in filter(None, texts):
        runs = len(re.findall(r"\d+", text))
        (dense if 1000 * runs / len(text) >= DENSE_FROM else sparse).append(text)
    return [Kind(name, found) for name, found in (("sparse", sparse), ("dense", dense)) if found]


def articles(path: Path, limit: int | None) -> Iterator[str]:
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                if limit is not None and number > limit:
                    return
                try:
                    text = json.loads(line)["text"]
                except (ValueError, KeyError, TypeError):
                    text = None
                if not isinstance(text, str):
                    give_up(
                        f'{path}:{number}: not a JSON object with a "text"',
                        "Write one article a line",
                    )
                yield text
    except (OSError, UnicodeDecodeError) as error:
        give_up(f"{path} could not be read: {error}", "Name a file of articles in JSON lines")


# --- the run ------------------------------------------------------------------------------------


def race(readers: dict[str, Reader], texts: list[str]) -> dict[str, Score]:
    """What each reader took for all texts, of every batch its best lap."""
    totals = {name: Score() for name in readers}
    for first in range(0, len(texts), BATCH):
        batch = texts[first : first + BATCH]
        laps: dict[str, list[Score]] = {name: [] for name in readers}
        for lap in range(LAPS):
            for name, reader in readers.items():
                if lap == 0 or not isinstance(reader, Peer):
                    laps[name].append(reader(batch))
        for name, scores in laps.items():
            totals[name].add(min(scores, key=lambda score: score.seconds))
    return totals


Races: TypeAlias = list[tuple[Kind, dict[str, Score]]]


def with_peers(groups: list[Kind], python: Path) -> Races:
    with ExitStack() as stack:
        peers = {name: stack.enter_context(Peer(key, python)) for key, name in PEERS.items()}
        return [(kind, race({**OURS, **peers}, kind.texts)) for kind in groups]


# --- the report ---------------------------------------------------------------------------------


def table(*rows: Iterable[object]) -> str:
    """A Markdown table whose first row is its head; all columns but the first two are numbers."""
    head, *body = [[str(cell) for cell in row] for row in rows]
    rule = ["---", "---", *["---:"] * (len(head) - 2)]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in (head, rule, *body))


def round_off(number: float) -> str:
    """Three digits, as far as they are whole or before the point: 0.0331, 9.61, 1,240."""
    return f"{number:,.0f}" if number >= 100 else f"{number:#.3g}"


def speeds(races: Races) -> str:
    rows = [
        (
            kind.name,
            name,
            round_off(kind.size / score.seconds / 1e6),
            round_off(score.seconds / scores[SCAN].seconds),
            round_off(score.seconds / scores[READ].seconds),
            "" if name == SCAN else f"{score.found:,}",
        )
        for kind, scores in races
        for name, score in scores.items()
    ]
    head = ("text", "reader", "M characters/s", "× bare scan", "× claimcheck", "found")
    return table(head, *rows)


def failures(races: Races) -> str:
    return "".join(
        f"\n{name} raised on {score.failed} of the {kind.name} articles.\n"
        for kind, scores in races
        for name, score in scores.items()
        if score.failed
    )


def goals(full: Races, sampled: Races) -> str:
    """Each goal, what was seen, and whether target and aim are met."""
    quantulum3, rows = PEERS["quantulum3"], []
    for kind, scores in full:
        target, aim = (15, 9) if kind.name == "sparse" else (20, 12)
        for name in (READ, BELIEVED):
            seen = scores[name].seconds / scores[SCAN].seconds
            wanted = [f"≤ {n}: {'met' if seen <= n else '**not met**'}" for n in (target, aim)]
            rows.append((kind.name, f"{name}, × bare scan", round_off(seen), *wanted))
    for kind, scores in sampled:
        for name in (READ, BELIEVED):
            seen = scores[quantulum3].seconds / scores[name].seconds
            wanted = [f"≥ {n}: {'met' if seen >= n else '**not met**'}" for n in (200, 300)]
            rows.append((kind.name, f"{name}, × speed of quantulum3", round_off(seen), *wanted))
    return table(("text", "goal", "seen", "target", "aim"), *rows)


def report(full: Races, sampled: Races) -> Iterator[str]:
    """The report in Markdown, a block at a time."""
    machine = f"{platform.python_implementation()} {platform.python_version()}"
    yield f"{machine} on {platform.machine()}; dense from {DENSE_FROM:g} runs of digits in 1,000.\n"
    yield f"All articles: {' and '.join(str(kind) for kind, _ in full)}.\n"
    yield speeds(full) + failures(full)
    if sampled:
        yield f"Beside the peers: {' and '.join(str(kind) for kind, _ in sampled)}.\n"
        yield speeds(sampled) + failures(sampled)
    yield "Goals:\n"
    yield goals(full, sampled)


def give_up(cause: str, next_step: str) -> NoReturn:
    sys.exit(f"{cause}. {next_step}.")


def positive(written: str) -> int:
    number = int(written)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{number} is not at least 1")
    return number


def main() -> None:
    assert __doc__
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("articles", type=Path, help='JSON lines with a "text" each')
    parser.add_argument("--limit", type=positive, metavar="N", help="read only the first N lines")
    parser.add_argument(
        "--peer-sample", type=positive, default=200, metavar="N",
        help="articles of each kind that the peers read (200)",
    )  # fmt: skip
    parser.add_argument("--no-peers", action="store_true", help="install and run no peers")
    options = parser.parse_args()

    groups = kinds(articles(options.articles, options.limit))
    if not groups:
        give_up(f"{options.articles} has no text", "Name a file with at least one article")
    quantities(groups[0].texts[0])  # tables are read on first use, which is not reading text
    sampled: Races = []
    if not options.no_peers:
        python = environment()
        sampled = with_peers([kind.sample(options.peer_sample) for kind in groups], python)
    full = [(kind, race(OURS, kind.texts)) for kind in groups]
    sys.stdout.write("\n".join(report(full, sampled)))


if __name__ == "__main__":
    main()
