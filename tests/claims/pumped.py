"""Reads pumped text at growing sizes, and says what takes more than its share of time.

A script and no test: test_linear_time.py runs it in a process of its own, which it can kill. Every
case is printed before it runs, so that the one that never ends is known.
"""

from __future__ import annotations

import gc
import json
import re
import string
import sys
from collections.abc import Callable
from time import process_time

from claimcheck.articles.article import Article
from claimcheck.claims.extraction import extract
from claimcheck.claims.rulepacks import load_rules
from claimcheck.claims.stories import stories

DOUBLING = 2.6  # the most that twice the text may take; linear is 2
# Seconds; below it the clock tells nothing, and much above it texts outgrow the caches, where time
# makes a step that is no growth of work.
NOTICEABLE = 0.005
TRIES = 5
LONGEST = 1 << 19  # code points, or articles

Run = Callable[[int], object]

RULES, _ = load_rules()

# Each is repeated into one long sentence, paragraph or text.
PIECES = [
    # Names: runs of capitals, initials, titles, adjectives, hyphens, possessives.
    "Ada Lovelace ", "Ada ", "A", "A. ", "U.S.", "U.S. ", "Jong-", "Kim’s ", "Kims’ ", "President ",
    "North Korean ", "President Ada Lovelace of ", "de la ", "St. ", "Ada of ", "Ada\n", "O’", "Éé",
    # Clauses and their words.
    ", ", "; ", ": ", " - ", "– ", "and the ", ", and he ", "which ", "said that ", "said the ", "as ",
    "the train, ", "x", "x.", "x-", "’", "“", "( ", "while ", "said on Sunday that ",
    # Subjects.
    "his ", "his train ", "his father’s ", "he ", "the a an ", "by train ", "of with for ", "train ",
    "of Ada Lovelace and ", "of Ada Lovelace train ", "Ada Lovelace said ", "told Ada that he ",
    "the ferry Aurora ", "a second train ", "train operator ", "After meeting ", "meeting ",
    # Attribution and events.
    "would have ", "is said to ", "according to ", "according to him, ", ", he said", "if ", "not ",
    "denied ", "last big ", "years ago ", "Sunday’s ", "in May ", "typically ", "in the film ",
    # Values, many of them in one sentence.
    "20 km ", "20 carriages ", "the train has 20 carriages and ", "travels at 50 km/h, ",
    "the journey took two days, ", "the journey of 20 km ", "the 900-km journey ", "which took two days ",
    "it took two days ", "he left on Sunday ", "on Sunday ", "left ", "left Paris for Rome on Sunday ",
    "arrived at the ", "20 km to Paris from Berlin ", "if 20 km, ", "not 20 km ", "20 carriages derailed ",
    "according to him 20 carriages ", "Ada Lovelace left and travels 20 km ", "took two days to reach ",
    "was travelling at 50 km/h when ", "1,000 km (600 miles) ", "20 of the ",
    # Dates, many of them in one sentence, and values beside them.
    "in 2019 ", "in 2019 the journey took two days ", "April 2, 2019, ",
    # Many sentences and paragraphs.
    "Ada Lovelace left. ", "He left on Sunday. ", "In 2019 the journey took two days. ",
    "Ada Lovelace’s train has 20 carriages. It travels at 50 km/h. The journey took two days. ",
    "Ada Lovelace’s train left.\n", "April 2019: the journey took two days.\n", "Is it 20 km? ",
    "Ada {}a Lovelace left. ", "The ferry {}a left. ",
    # What is known by names: distances, records, ages, populations, visits.
    "20 miles west of Aden ", "20 miles west of {}a. ", "the Otters (5-3) ", "Ada Hopper, 35, ",
    "{}a Otters (5-3) beat the Owls. ", "Police on the island, 20 miles from Oakford, ",
    "the island of 2,000 people ", "visited China, ", "flew to Rome in May 2018, ",
]  # fmt: skip

# What looks at the names of the whole text shows only where there are many of them.
LONG_PIECES = [
    "The ship sank 20 miles west of Aden. ",
    "The Otters (5-3) beat the Owls. ",
    "The island of Skerry has 2,000 residents. ",
    "Ada Hopper, 35, visited China in May 2018. ",
]
SHORT, LONG = 1 << 11, 1 << 15  # code points to begin with


def of_text(piece: str) -> Run:
    def run(size: int) -> object:
        count = size // len(piece) + 1
        words = (_word(n) for n in range(count)) if "{}" in piece else ()
        text = "".join(piece.format(w) for w in words) or piece * count
        return extract(Article("pumped", f"Grace Hopper and {text}"), RULES)

    return run


def _word(number: int) -> str:
    """A name of its own for every number: names are made of letters."""
    letters = string.ascii_lowercase
    return (
        f"{letters[number % 26].upper()}{letters[number // 26 % 26]}{letters[number // 676 % 26]}"
    )


def of_articles(text: str) -> Run:
    """Stories of as many articles as a sixty-fourth of the size."""

    def run(size: int) -> object:
        count = size // 64
        return stories(
            Article(str(n), re.sub("{}", _word(n // 40), text) + f" {_word(n)}x")
            for n in range(count)
        )

    return run


# Nobody shares a word, forty share one, all share all, and all share all but stand apart in time.
STORIES = [
    "",
    "{}topic",
    "The ferry Aurora left Bergen late",
    "{}topic ferry Aurora left Bergen, captain Solheim said on Sunday",
]


def cases() -> dict[str, tuple[Run, int]]:
    """What is run, each with the size to begin with."""
    found = {repr(piece): (of_text(piece), SHORT) for piece in PIECES}
    found |= {repr(piece): (of_text(piece), LONG) for piece in LONG_PIECES}
    return found | {f"stories of {text!r}": (of_articles(text), SHORT) for text in STORIES}


def spent(run: Run, size: int) -> float:
    begun = process_time()
    run(size)
    return process_time() - begun


def excess(run: Run, size: int) -> float:
    """By how much twice the size takes longer, once it takes long enough to be measured."""
    took = spent(run, size)
    while took < NOTICEABLE and size < LONGEST:
        size *= 2
        took = spent(run, size)
    worst = 0.0
    for _ in range(2):  # n, 2n, 4n
        before, took, size = took, spent(run, size * 2), size * 2
        if took > DOUBLING * before:
            before = min(before, *(spent(run, size // 2) for _ in range(TRIES)))
            took = min(took, *(spent(run, size) for _ in range(TRIES)))
            worst = max(worst, took / before)
    return worst


def say(**facts: object) -> None:
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


def main() -> None:
    gc.disable()
    for name, (run, size) in cases().items():
        say(case=name)
        if (worst := excess(run, size)) > DOUBLING:
            say(case=name, doubling=worst)
    say(case="done")


if __name__ == "__main__":
    main()
