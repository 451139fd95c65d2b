"""How the cost of grouping and judging grows with the number of claims.

    python benchmarks/scale.py [MOST]

Claims of invented news are grouped into facts and judged, in two series. Many stories: a story of
six articles is multiplied to 10,000, 100,000 and so on up to MOST claims (default 1,000,000); 10
times the claims should cost at most 15 times the time. One story: 200, 400 and 800 articles tell of
one event; twice the articles should cost at most 2.6 times the time. Only ratios are printed as
results; seconds are those of the processor, on this machine.
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace

from claimcheck.articles.article import Article
from claimcheck.claims.claim import Claim
from claimcheck.pipeline import extract
from claimcheck.verdicts.facts import facts
from claimcheck.verdicts.findings import findings

NEWS = (
    "A magnitude {0} earthquake struck the town of Oakford on Sunday, killing {1} people. It was "
    "centred {2} km north of Oakford at a depth of {3} km. It destroyed {4} bridges and {5} homes. "
    "Oakford is home to {6} people. Mayor Grace Hopper, {7}, said the shaking lasted {8} seconds."
)
FIGURES = (
    (6.2, 48, 35, 12, 7, 640, 23000, 61, 40),
    (6.2, 48, 35, 12, 7, 640, 23000, 61, 40),
    (6.2, 51, 35, 12, 8, 640, 23000, 61, 40),
    (6.4, 48, 35, 12, 7, 700, 23000, 61, 40),
    (6.2, 48, 30, 12, 7, 640, 26000, 62, 40),
    (6.2, 48, 35, 15, 7, 640, 23000, 61, 30),
)


ARTICLES = (200, 400, 800)
"""How many articles the one story has."""

TRIES = 2
"""How often each of its sizes is judged; the best counts."""


def story(articles: int = len(FIGURES)) -> list[Claim]:
    """The claims of one story of so many articles."""
    texts = [NEWS.format(*FIGURES[n % len(FIGURES)]) for n in range(articles)]
    articles = [
        Article(f"{n:04}", text, published="2024-05-06", story="s") for n, text in enumerate(texts)
    ]
    return [c for a in articles for c in extract(a, story="s").claims]


def claims(count: int) -> list[Claim]:
    """At least so many claims, of as many stories as that takes."""
    one = story()
    return [
        replace(c, story=f"s{n}", doc=f"{n}/{c.doc}", id=f"{n}/{c.id}")
        for n in range(-(-count // len(one)))
        for c in one
    ]


def spent(made: list[Claim]) -> float:
    """Seconds for grouping and judging claims."""
    start = time.process_time()
    found = findings(facts(made))
    took = time.process_time() - start
    print(f"{len(made):9,} claims {len(found):8,} findings {took:8.1f} s")
    return took


def many_stories(most: int) -> None:
    before, count = 0.0, 10_000
    while count <= most:
        took = spent(claims(count))
        if before:
            print(f"  10 times the claims: {took / before:.1f} times the time")
        before, count = took, count * 10


def one_story() -> None:
    before = 0.0
    for articles in ARTICLES:
        made = story(articles)
        took = min(spent(made) for _ in range(TRIES))
        if before:
            print(f"  {articles} articles, twice as many: {took / before:.1f} times the time")
        before = took


def main() -> None:
    print("one story")
    one_story()
    print("many stories")
    many_stories(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)


if __name__ == "__main__":
    main()
