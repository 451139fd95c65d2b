"""What `import claimcheck` offers: the verbs of the pipeline, for a program."""

from __future__ import annotations

from pathlib import Path

from claimcheck import __version__
from claimcheck.articles import corpus
from claimcheck.articles.article import Article
from claimcheck.document import findings_document
from claimcheck.pipeline import Result, check, compare, extract, reconcile
from claimcheck.report.frames import Frames
from claimcheck.report.frames import frames as frames_of_document
from claimcheck.store.extractions import open_store

__all__ = ["Article", "check", "compare", "extract", "frames", "open_store", "read", "reconcile"]


def read(*paths: str | Path) -> tuple[Article, ...]:
    """The articles that files, folders and globs name, sorted by id.

    Raises the first mistake (UsageError, InputError) if anything could not be read; use
    `claimcheck.articles.corpus.read` to have the rest all the same.
    """
    found = corpus.read(*paths)
    if found.problems:
        raise found.problems[0]
    return found.articles


def frames(result: Result) -> Frames:
    """A result as pandas tables: `claims`, `facts`, `findings`, `set_aside`.

    Columns and their units are described in docs/design.md and in `Frames`.
    """
    return frames_of_document(findings_document(result, version=__version__))
