"""How fast articles are read, beside a bare scan for digits in the same run.

    python benchmarks/reading.py ARTICLES.jsonl [--limit N]

Seconds differ from machine to machine; the ratios hold. Each figure is the best of three.
"""

import argparse
import json
import re
import time
from collections.abc import Callable

from claimcheck.articles.article import Article
from claimcheck.pipeline import extract, shipped_rules
from claimcheck.quantities.reader import quantities


def best_of_three(work: Callable[[], object]) -> float:
    """The shortest of three runs, in seconds."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles")
    parser.add_argument("--limit", type=int, default=2000)
    options = parser.parse_args()
    with open(options.articles, encoding="utf-8") as lines:
        rows = [json.loads(line) for _, line in zip(range(options.limit), lines, strict=False)]
    articles = [Article(str(row["id"]), row["text"]) for row in rows]
    size = sum(len(a.text) for a in articles)
    rules = shipped_rules()
    digit = re.compile(r"\d")
    steps: dict[str, Callable[[], object]] = {
        r"re.finditer(\d)": lambda: [sum(1 for _ in digit.finditer(a.text)) for a in articles],
        "quantities": lambda: [quantities(a.text) for a in articles],
        "claims": lambda: [extract(a, rules) for a in articles],
    }
    bare = 0.0
    print(f"{len(articles)} articles, {size / 1e6:.1f} million characters")
    for name, work in steps.items():
        seconds = best_of_three(work)
        bare = bare or seconds
        print(f"{name:20s}{size / seconds / 1e6:8.2f} M/s{seconds / bare:8.1f} × the bare scan")


if __name__ == "__main__":
    main()
