"""The listings of `claimcheck quantities` and `claimcheck claims`: a line each, for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from claimcheck.articles.article import Article
from claimcheck.articles.positions import Lines
from claimcheck.claims.extraction import Extraction
from claimcheck.quantities.record import Line, Record
from claimcheck.quantities.wording import number


def listing(articles: Iterable[Article], lines: Iterable[Line]) -> str:
    """Each quantity with its place and what it was read as, and what was set aside at the end."""
    rows: list[str] = []
    aside: Counter[str] = Counter()
    for article, line in zip(articles, lines, strict=True):
        places = Lines(article.path or article.id, article.file_text)
        for record in line.quantities:
            words = " ".join(record.surface.split())
            rows.append(f"{places.place(record.start)}: {words} → {_reading(record)}")
        aside.update(line.set_aside)
    return "".join(f"{row}\n" for row in [*rows, *_counted(aside)])


def claim_listing(extractions: Iterable[Extraction]) -> str:
    """Each claim with its place, what it is of and its value, and what was set aside at the end."""
    rows: list[str] = []
    aside: Counter[str] = Counter()
    for extraction in extractions:
        article = extraction.article
        places = Lines(article.path or article.id, article.file_text)
        for claim in extraction.claims:
            words = " ".join(claim.quote.split())
            topic = f"{claim.measurand.label} of {claim.subject}"
            start, _ = article.in_file(claim.start, claim.end)
            rows.append(f"{places.place(start)}: {words} → {topic}: {claim.canonical}")
        aside.update(s.reason for s in extraction.set_aside)
    return "".join(f"{row}\n" for row in [*rows, *_counted(aside)])


def _counted(aside: Counter[str]) -> list[str]:
    ordered = sorted(aside.items(), key=lambda item: (-item[1], item[0]))
    return [f"set aside: {count} × {reason}" for reason, count in ordered]


def _reading(record: Record) -> str:
    value = record.value
    ends = value if isinstance(value, tuple) else (value,)
    said = " to ".join(_end(end) for end in ends)
    signs = {"=": "", "~": "about ", "<": "below ", ">": "above ", "up": "up ", "down": "down "}
    noun = record.noun and f" ({record.noun})"
    unit = "" if record.unit in ("date", "time") else record.unit and f" {record.unit}"
    kind = "" if record.type == "quantity" else f", {record.type}"
    return f"{signs[record.bound]}{said}{unit}{noun}{kind}"


def _end(value: float | str | None) -> str:
    if value is None:
        return "not told"
    return value if isinstance(value, str) else number(value)
