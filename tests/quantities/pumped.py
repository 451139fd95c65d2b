"""Reads pumped text at growing sizes, and says what takes more than its share of time.

A script and no test: test_linear_time.py runs it in a process of its own, which it can kill. Every
case is printed before it runs, so that the one that never ends is known.
"""

from __future__ import annotations

import gc
import importlib
import json
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator
from time import process_time
from typing import Any

from claimcheck import quantities as room
from claimcheck.quantities.dates import dates
from claimcheck.quantities.numerals import fold
from claimcheck.quantities.quantity import quantities
from claimcheck.quantities.times import week_times

DOUBLING = 2.6  # the most that twice the text may take; linear is 2
NOTICEABLE = 0.02  # seconds; below it the clock tells nothing
TRIES = 6
SIZES = {"patterns": 1 << 16, "readers": 1 << 11}
DOUBLINGS = {"patterns": 3, "readers": 9}

Run = Callable[[str], object]

PIECES = [
    "1", "12,", "123,", "1.", "1 ", "\u00a0123", "1-", "1:", "1/", "-", " ", "\n", "a", "A", "a ",
    "and ", "a-", "'", "(", ",", "½", "İ",
]  # fmt: skip
SENTENCES = [
    "between 1 and ", "between ", "1 to 2 ", "a hundred and ", "one hundred and two ", "two-",
    "several hundred ", "tens of thousands of ", "half a ", "day-long ", "a full day ", "in 2004 ",
    "in 2000 as", "May 5 ", "may ", "sunday ", "early ", "over ", "up to about ", "or more ", "minus ",
    "1 km (", "1 km-", "$1-", "$ ", "1 p.m. ", "5 June 2018 ", "Boeing 7", "x1", "1x", "no one ", "1.,",
]  # fmt: skip


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern that a module of the room holds, alone or in a table."""
    for info in pkgutil.iter_modules(room.__path__):
        module = importlib.import_module(f"{room.__name__}.{info.name}")
        for name, value in vars(module).items():
            for index, pattern in enumerate(_within(value)):
                yield f"{info.name}.{name}[{index}]", pattern


def _within(value: Any) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict | list | tuple):
        for part in value:
            yield from _within(part)


def cases(kind: str) -> Iterator[tuple[str, Run, str]]:
    """What is run, how, and on which piece."""
    if kind == "patterns":
        for name, pattern in patterns():
            for piece in PIECES:
                yield name, lambda text, p=pattern: all(p.finditer(text)), piece
    else:
        readers: dict[str, Run] = {
            "quantities": quantities,
            "dates": lambda text: dates(fold(text)),
            "week_times": lambda text: list(week_times(fold(text))),
        }
        for name, run in readers.items():
            for piece in [*PIECES, *SENTENCES]:
                yield name, run, piece


def spent(run: Run, text: str) -> float:
    begun = process_time()
    run(text)
    return process_time() - begun


def excess(run: Run, text: str, doublings: int) -> float:
    """The largest factor that doubling the text costs, of the doublings long enough to measure."""
    took, worst = spent(run, text), 0.0
    for _ in range(doublings):
        if took >= NOTICEABLE * 8:
            break
        text += text
        before, took = took, spent(run, text)
        if before >= NOTICEABLE and took > DOUBLING * before:
            half = text[: len(text) // 2]
            before = min(before, *(spent(run, half) for _ in range(TRIES)))
            took = min(took, *(spent(run, text) for _ in range(TRIES)))
            worst = max(worst, took / before)
    return worst


def main(kind: str) -> None:
    gc.disable()
    for name, run, piece in cases(kind):
        text = piece * (SIZES[kind] // len(piece) + 1)
        print(json.dumps({"case": f"{name} on {piece!r}"}), flush=True)
        if (worst := excess(run, text, DOUBLINGS[kind])) > DOUBLING:
            print(json.dumps({"case": f"{name} on {piece!r}", "doubling": worst}), flush=True)
    print(json.dumps({"case": "done"}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
