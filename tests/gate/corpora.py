"""Small corpora that are really checked: an article is a sentence or two, said in a test."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from claimcheck.articles.article import Article
from claimcheck.document import FindingsDocument, findings_document
from claimcheck.gate.baseline.entries import Entry
from claimcheck.gate.baseline.matching import Remembered, remembered
from claimcheck.gate.judgement import Terms, judged
from claimcheck.gate.run import Run
from claimcheck.gate.states import Memory
from claimcheck.pipeline import Result, check

TODAY = date(2026, 11, 21)

A_DAY = "Ada Lovelace's journey took almost a full day."
TWO_DAYS = "Ada Lovelace's journey took two days."
THREE_DAYS = "Ada Lovelace's journey took three days."
TWENTY = "Ada Lovelace's train has more than 20 carriages."
TWENTY_ONE = "Ada Lovelace's train has at least 21 carriages."
NINETY = "Ada Lovelace's train has 90 carriages."
SLOW = "Ada Lovelace's train travels at about 50 km/h."
FAST = "Ada Lovelace's train travels at about 90 km/h."


def articles(texts: Mapping[str, str]) -> list[Article]:
    """Articles by id; the id is the path as well."""
    return [Article(name, text, path=name) for name, text in texts.items()]


def checked(texts: Mapping[str, str]) -> Result:
    return check(articles(texts))


def document(result: Result) -> FindingsDocument:
    return findings_document(result, version="0")


def entries(texts: Mapping[str, str]) -> list[Entry]:
    """The findings between some texts, as they are remembered."""
    return [one.entry for one in found(texts)]


def found(texts: Mapping[str, str]) -> list[Remembered]:
    return list(remembered(checked(texts)).values())


def run(texts: Mapping[str, str], terms: Terms | None = None, **memory: Any) -> Run:
    """The run of a corpus, held against what is remembered."""
    result = checked(texts)
    held = Memory(TODAY, result.rules.digest, **memory)
    return judged(document(result), remembered(result), result.articles, held, terms or Terms())
