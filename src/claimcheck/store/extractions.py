"""The store of extractions: an article is read again only if its content, the rules or claimcheck
itself has changed.

A row is found by all that it depends on, and by nothing else: an article that is renamed, or that
comes to be of another story, is not read again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from platformdirs import user_cache_dir

from claimcheck.articles.article import Article
from claimcheck.claims.content import content_digest
from claimcheck.claims.extraction import Extraction, extract
from claimcheck.claims.profiles import Vocabulary, vocabulary
from claimcheck.claims.rulepacks import Rules
from claimcheck.store.database import Database
from claimcheck.store.rows import (
    Damaged,
    extraction_of,
    extraction_row,
    vocabulary_of,
    vocabulary_row,
)
from claimcheck.store.version import extractor_version

AT_ONCE = 250
"""Articles that are read before what was read of them is written: no more is lost to whoever is
killed."""

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class Info:
    """Where a store is, and how much it holds: rows, two for most articles, and their bytes."""

    path: Path
    rows: int
    bytes: int


class ExtractionStore:
    """Gives the extractions and vocabularies of articles, those that it has without reading.

    `read` and `reused` count articles whose claims were read anew, or not; `profiled` those whose
    vocabulary was; `damaged` the rows that were no longer what was written, and were made anew.
    """

    def __init__(self, database: Database, version: bytes) -> None:
        self.read = self.reused = self.profiled = self.damaged = 0
        self._database = database
        self._version = version

    @property
    def notes(self) -> list[str]:
        """What kept the store from being one, for people: a folder that cannot be written."""
        return list(self._database.notes)

    def info(self) -> Info:
        """Where the store is, and how much it holds."""
        return Info(self._database.path, *self._database.size())

    def vocabularies(self, articles: Sequence[Article]) -> list[Vocabulary]:
        """What each article says, as terms, in their order."""

        def made(article: Article) -> Vocabulary:
            self.profiled += 1
            return vocabulary(article.text)

        def again(row: bytes, _: Article) -> Vocabulary:
            return vocabulary_of(row)

        return self._given(articles, b"vocabulary", again, made, vocabulary_row)

    def extractions(
        self, articles: Sequence[Article], rules: Rules, stories: Mapping[str, str]
    ) -> list[Extraction]:
        """What each article claims, in its story, in their order."""

        def again(row: bytes, article: Article) -> Extraction:
            found = extraction_of(row, article, stories[article.id])
            self.reused += 1
            return found

        def made(article: Article) -> Extraction:
            self.read += 1
            return extract(article, rules, stories[article.id])

        kind = b"extraction " + rules.digest.encode()
        return self._given(articles, kind, again, made, extraction_row)

    def _given(
        self,
        articles: Sequence[Article],
        kind: bytes,
        again: Callable[[bytes, Article], Read],
        made: Callable[[Article], Read],
        row_of: Callable[[Read], bytes],
    ) -> list[Read]:
        """What is kept of each article, or else made of it and then kept."""
        given: list[Read] = []
        for first in range(0, len(articles), AT_ONCE):
            some = articles[first : first + AT_ONCE]
            keys = [self._key(article, kind) for article in some]
            rows = self._database.rows([key for key in keys if key])
            new: list[tuple[bytes, bytes]] = []
            for article, key in zip(some, keys, strict=True):
                row = rows.get(key) if key else None
                try:
                    given.append(again(row, article) if row else made(article))
                except Damaged:
                    self.damaged += 1
                    row = None
                    given.append(made(article))
                if key and not row:
                    new.append((key, row_of(given[-1])))
            if new:
                self._database.keep(new)
        return given

    def _key(self, article: Article, kind: bytes) -> bytes | None:
        """The key of what depends on the content of an article; None where that is no Unicode."""
        try:
            content = content_digest(article)
        except UnicodeEncodeError:
            return None
        return hashlib.sha256(self._version + content + kind).digest()


@contextmanager
def open_store(folder: str | Path | None = None) -> Iterator[ExtractionStore]:
    """The store in a folder, by default in the user's folder of caches.

    Where the folder cannot be written, the store keeps nothing and has a note. Several processes
    may have one open.
    """
    version = extractor_version()
    database = Database(Path(folder or user_cache_dir("claimcheck", appauthor=False)), version)
    try:
        yield ExtractionStore(database, version)
    finally:
        database.close()
