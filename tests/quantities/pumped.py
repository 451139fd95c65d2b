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
from functools import partial
from itertools import product
from time import process_time
from typing import Any

from claimcheck import quantities as room
from claimcheck.quantities.dates import dates
from claimcheck.quantities.numerals import fold
from claimcheck.quantities.quantity import quantities
from claimcheck.quantities.times import week_times

DOUBLING = 2.6  # the most that twice the text may take; linear is 2
DOUBLINGS = 3  # from the first size on that takes a while
NOTICEABLE = 0.02  # seconds; below it the clock tells nothing
LARGEST = {"patterns": 1 << 17, "readers": 1 << 22, "pairs": 1 << 22}
TRIES = 6

Run = Callable[[str], object]

PIECES = [
    "1", "12,", "123,", "1.", "1 ", "\u00a0123", "1-", "1:", "1/", "-", " ", "\n", "a", "A", "a ",
    "and ", "a-", "'", "(", ",", "½", "İ",
]  # fmt: skip
PHRASES = [
    "between 1 and ", "between ", "1 to 2 ", "a hundred and ", "one hundred and two ", "two-",
    "several hundred ", "tens of thousands of ", "half a ", "day-long ", "a full day ", "in 2004 ",
    "in 2000 as", "May 5 ", "may ", "sunday ", "early ", "over ", "up to about ", "or more ",
    "minus ", "1 km (", "1 km-", "$1-", "$ ", "1 p.m. ", "5 June 2018 ", "Boeing 7", "x1", "1x",
    "no one ", "1.,",
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
                yield name, partial(_exhaust, pattern.finditer), piece
    elif kind == "readers":
        for piece in PIECES:
            yield "quantities", quantities, piece
        for piece in ("in 2004 ", "5 June 2018 ", "31 June 2018 "):
            yield "dates", dates, piece.lower()
        for piece in ("sunday ", "early on "):
            yield "week_times", partial(_exhaust, week_times), piece
        for piece in ("İ", "one ", "1 "):
            yield "fold", fold, piece
    else:
        for pair in product(PIECES, PIECES):
            yield "quantities", quantities, "".join(pair)
        for piece in PHRASES:
            yield "quantities", quantities, piece


def _exhaust(find: Callable[[str], Iterator[object]], text: str) -> None:
    for _ in find(text):
        pass


def spent(run: Run, text: str) -> float:
    begun = process_time()
    run(text)
    return process_time() - begun


def excess(run: Run, piece: str, largest: int) -> float:
    """The largest factor that doubling the text costs, of the doublings long enough to measure."""
    text = piece * 256
    took = spent(run, text)
    while took < NOTICEABLE and len(text) < largest:
        text += text
        took = spent(run, text)
    worst = 0.0
    for _ in range(DOUBLINGS):
        if len(text) >= largest:
            break
        half, before = text, took
        text += text
        took = spent(run, text)
        if took > DOUBLING * before:  # or was it a hiccup?
            before = min(before, *(spent(run, half) for _ in range(TRIES)))
            took = min(took, *(spent(run, text) for _ in range(TRIES)))
            worst = max(worst, took / before)
    return worst


def say(**facts: Any) -> None:
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


def main(kind: str) -> None:
    gc.disable()
    for name, run, piece in cases(kind):
        case = f"{name} on {piece!r}"
        say(case=case)
        if (worst := excess(run, piece, LARGEST[kind])) > DOUBLING:
            say(case=case, doubling=round(worst, 1))
    say(case="done")


if __name__ == "__main__":
    main(sys.argv[1])
