"""Places: where a tool points at, and what people read."""

from __future__ import annotations

import os.path
import posixpath
import re
from dataclasses import dataclass

from claimcheck.articles.article import Article
from claimcheck.document import Document
from claimcheck.errors import Place, visible

_NOT_IN_A_LINE = re.compile("[\t\r\n\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Spot:
    """A position in a file: its line, and its column in code points, in units of UTF-16 and in
    bytes of UTF-8, all counted from 1."""

    line: int
    column: int
    utf16: int
    utf8: int


@dataclass(frozen=True, slots=True)
class Where:
    """A place that a tool can point at.

    `shown` is the place for people. `path` is relative to the run's folder, with forward slashes,
    and None for an article from standard input; `name` is never empty. Of a record in a file of
    many only the `line` is known, for its text stands there in the escapes of JSON; else `start`
    and `end` bound the words, half-open.
    """

    name: str
    shown: str
    path: str | None = None
    line: int | None = None
    start: Spot | None = None
    end: Spot | None = None


def file_of(document: Document, folder: str, here: str = "") -> Where:
    """The file of an article, as it leads from `folder`; see `relative`."""
    shown = address(whereabouts(document))
    if document.path is None:
        return Where(shown, shown)
    path = relative(document.path, folder, here)
    return Where(path, shown, path)


def at(place: Place | None, folder: str, here: str = "") -> Where | None:
    """The place of a mistake, of a note or in a baseline; None where there is none."""
    if place is None or not place.path:
        return None
    if place.path == "-":
        return Where("stdin", address(str(place)))
    path = relative(place.path, folder, here)
    return Where(path, address(str(place)), path, place.line)


def relative(path: str, folder: str, here: str = "") -> str:
    """`path` as it leads from `folder`, however the user named it in the folder `here`, which is
    `folder` itself where it is empty."""
    shown, root = visible(path), folder.rstrip("/")
    if folder and here and not os.path.isabs(shown):
        shown = posixpath.normpath(posixpath.join(here, shown))
    if folder and shown.startswith(f"{root}/"):  # C:/… as well, which is no root to posixpath
        return posixpath.normpath(shown.removeprefix(f"{root}/"))
    if folder and posixpath.isabs(shown):
        return posixpath.relpath(shown, root)
    return posixpath.normpath(shown)


def address(text: str) -> str:
    """A path, or a command with paths, in one line. Spaces are part of a name and stay; a tab or a
    line end in one cannot be shown, nor typed again."""
    return _NOT_IN_A_LINE.sub("\N{REPLACEMENT CHARACTER}", visible(text))


def whereabouts(document: Document) -> str:
    """The file of an article; of one of several in a file its id as well, for lines are counted
    in the article's own text."""
    if document.path is None:
        return document.id
    path, name = f"/{document.path}", f"/{document.id}"
    alone = path.endswith(name) or name.endswith(path)
    return document.path if alone else f"{document.path}#{document.id}"


def place(article: Article, offset: int) -> str:
    """line:column of an offset into the article's file, both from 1, columns in code points."""
    found = article.place(offset)
    return f"{found.line}:{found.column}"
