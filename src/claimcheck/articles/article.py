"""An article: a document's prose and where it stands in its file, and what is known beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from claimcheck.articles.metadata import Ignored
from claimcheck.articles.offsets import Offsets
from claimcheck.articles.positions import Lines
from claimcheck.errors import Place


@dataclass(frozen=True, slots=True)
class Article:
    """One document.

    Spans are half-open and count code points. The stages up to the findings count in `text`, the
    prose that is read; of plain text and of a record in a file of many that is exactly what was
    read, line ends, odd spaces and all. Where a file has markup, `offsets` say where the prose
    stands in it, and whatever is shown or written counts in `file_text`. `published` is an ISO 8601
    day or date-time; `story` names the news event the article belongs to where somebody has told
    us. `line` is where a record stands in a file of many, counted from 1; None where the file is
    the article. `ignored` is what corpus.toml says that it is not to be held to.
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
    offsets: Offsets | None = None
    ignored: tuple[Ignored, ...] = ()

    @property
    def file_text(self) -> str:
        """The text that offsets in outputs count in: of a file, all of it as it lies on the disk;
        of a record in a file of many, its text."""
        return self.offsets.file_text if self.offsets else self.text

    def in_file(self, start: int, end: int) -> tuple[int, int]:
        """The span of `file_text` that a span of `text` is read from."""
        return self.offsets.in_file(start, end) if self.offsets else (start, end)

    def words(self, start: int, end: int) -> str:
        """What is read between two offsets into `file_text`, without markup. Of neighbouring spans
        the words are those of the whole, put together."""
        if self.offsets:
            start, end = self.offsets.in_prose(start), self.offsets.in_prose(end)
        return self.text[start:end]

    def place(self, offset: int) -> Place:
        """The line and column of an offset into `file_text`."""
        return Lines(self.path or self.id, self.file_text).place(offset)

    @property
    def anchor(self) -> date | None:
        """The day from which "last June" counts; None where nobody has told us."""
        told = self.reference or self.published
        return datetime.fromisoformat(told).date() if told else None
