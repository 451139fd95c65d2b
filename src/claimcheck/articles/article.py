"""An article: a document with its text untouched, and what is known of it beside the text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Article:
    """One document.

    Every offset in claimcheck is a half-open span of code points of `text`, which is exactly
    what was read: line ends, odd spaces and all. `published` is an ISO 8601 day or date-time;
    `story` names the news event the article belongs to where somebody has told us.
    """

    id: str
    text: str
    path: str | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: str | None = None
    reference: str | None = None
    story: str | None = None
    language: str | None = None

    @property
    def anchor(self) -> date | None:
        """The day from which "last June" counts; None where nobody has told us."""
        told = self.reference or self.published
        return datetime.fromisoformat(told).date() if told else None
