"""The report as a folder: the page, and the tables that lie beside it and can be taken from it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from claimcheck.articles.article import Article
from claimcheck.document import FindingsDocument, encode
from claimcheck.errors import Place, UsageError
from claimcheck.report.page.download import Download
from claimcheck.report.page.html import render
from claimcheck.report.page.index import index_of
from claimcheck.report.page.packing import FOLDER
from claimcheck.report.tables.csv import csv_text
from claimcheck.report.tables.parquet import parquet_bytes
from claimcheck.report.tables.table import TABLES
from claimcheck.report.view import report_view

# As `packing` names them, and their drafts where a run was killed.
_SHARD = re.compile(r"\d+\.js|\.\d+\.js\.\d+")

_WORDS = {
    "claims": "what each article says",
    "facts": "what the claims are about",
    "findings": "where they differ",
    "set_aside": "what became no claim, and why",
    "documents": "the articles",
}


def write_report(
    document: FindingsDocument,
    articles: Mapping[str, Article],
    folder: Path,
    *,
    standings: Mapping[str, str] | None = None,
    notes: Iterable[str] = (),
) -> list[Path]:
    """Write the page and its tables into `folder`, and return their paths, the page first.

    `standings` and `notes` are those of `report_view`. Each file is replaced in one step, and the
    page last: a report that is being read never shows half a page, nor a page without its files.
    What an older page had beside it and this one has not is removed; whatever else lies in the
    folder stays. Raises UsageError where the folder cannot be written to.
    """
    view = report_view(document, articles, standings=standings, notes=notes)
    tables = list(downloads(document))
    page = render(view, index_of(document), tables)
    beside = {**{one.name: one.content for one in tables}, **page.shards}
    try:
        written = [_replace(folder / name, content) for name, content in beside.items()]
        first = _replace(folder / "index.html", page.html.encode())
        _remove_others(folder / FOLDER, {folder / name for name in beside})
    except OSError as error:
        # Of what stands in a file's place, the second name is the file's; the first is its draft's.
        raise UsageError(
            f"the report cannot be written: {error.strerror}",
            place=Place(str(error.filename2 or folder)),
            next_step="Name a folder that can be written to, with no other things of these names",
        ) from error
    return [first, *written]


def downloads(document: FindingsDocument) -> Iterator[Download]:
    """The tables as CSV and as Parquet, then the whole as JSON."""
    for name, table_of in TABLES.items():
        table, words = table_of(document), _WORDS[name]
        yield Download(f"{name}.csv", csv_text(table).encode(), "text/csv", words)
        parquet = parquet_bytes(table)
        yield Download(f"{name}.parquet", parquet, "application/vnd.apache.parquet", words)
    yield Download("findings.json", encode(document), "application/json", "the whole run")


def _replace(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_bytes(content)
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    return path


def _remove_others(folder: Path, kept: set[Path]) -> None:
    """Removes the shards in `folder` that are not `kept`, and the folder where nothing is left."""
    if folder.is_symlink() or not folder.is_dir():
        return  # a link leads to what is somebody else's
    for path in sorted(folder.iterdir()):
        if path not in kept and _SHARD.fullmatch(path.name) and path.is_file():
            path.unlink()
    if not any(folder.iterdir()):
        folder.rmdir()
