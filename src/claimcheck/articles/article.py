"""An article: a document with its text untouched, and what is known of it beside the text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from claimcheck.articles.positions import Lines
from claimcheck.errors import Place


@dataclass(frozen=True, slots=True)
class Article:
    """One document.

    Every offset in claimcheck is a half-open span of code points of `text`, which is exactly
    what was read: line ends, odd spaces and all. `published` is an ISO 8601 day or date-time;
    `story` names the news event the article belongs to where somebody has told us. `line` is where
    a record stands in a file of many, counted from 1; None where the file is the article.
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
    line: int | None = None

    @property
    def file_text(self) -> str:
        """The text that offsets in outputs count in: of a file, all of it as it lies on the disk;
        of a record in a file of many, its text."""
        return self.text

    def words(self, start: int, end: int) -> str:
        """What is read between two offsets into `file_text`, without markup."""
        return self.text[start:end]

    def place(self, offset: int) -> Place:
        """The line and column of an offset into `file_text`."""
        return Lines(self.path or self.id, self.file_text).place(offset)

    @property
    def anchor(self) -> date | None:
        """The day from which "last June" counts; None where nobody has told us."""
        told = self.reference or self.published
        return datetime.fromisoformat(told).date() if told else None
