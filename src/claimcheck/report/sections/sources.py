"""Sources: how often an outlet's claims can be compared, and stand with the fewer origins.

A count, and no judgement: who stands alone may be the first to know.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from claimcheck.document import Fact, FindingsDocument
from claimcheck.errors import visible
from claimcheck.report.words import clipped

# The standard normal distribution's quantile for 95% between two tails.
_Z = 1.959964
# Of fewer claims a share would say nothing.
_FEWEST = 10
_NAME = 120


@dataclass(frozen=True, slots=True)
class SourceView:
    """An outlet's row; `share` and `interval` are "" where there are too few claims."""

    name: str
    articles: str
    comparable: str
    minority: str
    share: str
    interval: str


@dataclass(frozen=True, slots=True)
class SourcesView:
    """The table of outlets, and what is to be said of it."""

    rows: tuple[SourceView, ...]
    notes: tuple[str, ...]


def sources_view(document: FindingsDocument) -> SourcesView:
    """The outlets of `document` in alphabetical order; articles of none are last."""
    outlet = {article.id: article.source or "" for article in document.documents}
    articles = Counter(outlet.values())
    doc_of = {claim.id: claim.doc for claim in document.claims}
    comparable: Counter[str] = Counter()
    minority: Counter[str] = Counter()
    for claim, smaller in _comparable(document.facts):
        name = outlet[doc_of[claim]]
        comparable[name] += 1
        minority[name] += smaller
    ordered = sorted(articles, key=lambda name: (not name, name.casefold(), name))
    return SourcesView(
        tuple(_row(name, articles[name], comparable[name], minority[name]) for name in ordered),
        (
            "A claim can be compared where the fact it belongs to has at least two independent "
            "origins. It stands with the fewer where another camp of that fact has more origins.",
            "To stand with the fewer says nothing of who is right: the first to report a thing "
            "stands alone with it.",
            f"Share and interval (95%, Wilson 1927) are left blank under {_FEWEST} claims that "
            "can be compared, and of articles whose source is not told, which may be many sources.",
        ),
    )


def wilson(count: int, of: int) -> tuple[float, float]:
    """The 95% score interval of a share of `count` in `of`, which is above 0.

    E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal
    of the American Statistical Association 22 (1927), 209–212.
    """
    share = count / of
    square = _Z * _Z
    middle = share + square / (2 * of)
    reach = _Z * math.sqrt(share * (1 - share) / of + square / (4 * of * of))
    low, high = ((middle + side * reach) / (1 + square / of) for side in (-1, 1))
    return max(0.0, low), min(1.0, high)


def _comparable(facts: Iterable[Fact]) -> Iterable[tuple[str, bool]]:
    """The claims that others can be held against, and whether fewer origins stand with them."""
    for fact in facts:
        origins = [camp.origins for camp in fact.camps]
        if sum(origins) >= 2:
            for camp in fact.camps:
                for claim in camp.claims:
                    yield claim, camp.origins < max(origins)


def _row(name: str, articles: int, comparable: int, minority: int) -> SourceView:
    share = interval = ""
    if name and comparable >= _FEWEST:
        low, high = wilson(minority, comparable)
        share = f"{100 * minority / comparable:.0f}%"
        interval = f"{100 * low:.1f}% to {100 * high:.1f}%"
    return SourceView(
        name=clipped(visible(name), _NAME) or "no source told",
        articles=f"{articles:,}",
        comparable=f"{comparable:,}",
        minority=f"{minority:,}",
        share=share,
        interval=interval,
    )
