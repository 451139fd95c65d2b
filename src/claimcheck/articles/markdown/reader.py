"""Markdown: the whole file is one article, which its front matter may describe.

Read are headings, paragraphs, lists, quotations and tables; left out is code, images, addresses,
comments, tags and what is struck out. Pieces of HTML are read as a page is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from claimcheck.articles.article import Article
from claimcheck.articles.encoding import decoded
from claimcheck.articles.html.main_text import add_fragment, is_reference
from claimcheck.articles.markdown.front_matter import front_matter
from claimcheck.articles.markdown.inline import Kind, Piece, parser, pieces
from claimcheck.articles.prose import Prose
from claimcheck.articles.reading import Reading
from claimcheck.errors import InputError, Place

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_NOTE = re.compile(r"<(/?)su[bp]\b", re.IGNORECASE)
_BREAK = re.compile(r"<br\b", re.IGNORECASE)


def read(data: bytes, path: str) -> Reading:
    """The one article of `data`; see `encoding.decoded` for the refusals. Where its front matter
    is broken, or nothing is left to be read, it is none."""
    try:
        text = decoded(data, path)
    except InputError as error:
        return Reading(problems=(error,))
    told = front_matter(text, path)
    if told.problems:
        return Reading(problems=told.problems)
    prose, title = _prose(text, told.end)
    words, offsets = prose.read()
    if not words.strip():  # a no-break space is a sign, and no text
        problem = InputError(
            "no text is left in this file without its markup",
            place=Place(path),
            next_step="Put the article's text into it, or leave it out",
        )
        return Reading(problems=(problem,))
    known: dict[str, Any] = {"title": title or None, **told.fields}
    article = Article(id="", text=words, path=path, offsets=offsets, **known)
    return Reading(articles=((Place(path), article),))


@cache
def _parser() -> MarkdownIt:
    return parser()


def _prose(text: str, start: int) -> tuple[Prose, str]:
    """The prose of `text` from `start`, and its first heading of the first level."""
    env: dict[str, Any] = {}
    tokens = _parser().parse(text[start:], env)
    lines = _Lines(text, start)
    prose, title = Prose(text), ""
    in_table = False
    for before, token in pairwise([None, *tokens]):
        assert token is not None
        if token.type in ("tr_open", "tr_close"):
            prose.end_block()
            in_table = token.type == "tr_open"
            lines.begin_row()
        elif token.type in ("th_close", "td_close"):
            prose.end_cell()
        elif token.type == "html_block" and token.map:
            prose.end_block()
            add_fragment(prose, text, *lines.span(*token.map))
            prose.end_block()
        elif token.type == "inline" and token.content:
            at = lines.offsets(token, in_row=in_table)
            heading = _add(prose, list(pieces(token.content, _parser(), env)), at)
            if not in_table:
                prose.end_block()
            if not title and before and before.type == "heading_open" and before.tag == "h1":
                title = heading
    return prose, title


def _add(prose: Prose, line: list[Piece], at: list[int]) -> str:
    """Adds what a line says, whose signs stand `at` these offsets; returns it as one string."""
    said: list[str] = []
    struck = False
    notes = _notes(line)
    for place, piece in enumerate(line):
        if piece.kind is Kind.STRIKE:
            struck = not struck
        elif struck or place in notes:
            continue
        elif piece.kind is Kind.BREAK or (piece.kind is Kind.TAG and _BREAK.match(piece.text)):
            prose.end_line()
            said.append(" ")
        elif piece.kind is Kind.SIGN:
            prose.add_decoded(piece.text, at[piece.start], at[piece.end - 1] + 1)
            said.append(piece.text)
        elif piece.kind is Kind.WORDS:
            for first, last in _stretches(at, piece.start, piece.end):
                prose.add(first, last)
            said.append(piece.text)
    return " ".join("".join(said).split())


def _notes(line: list[Piece]) -> set[int]:
    """The places of pieces that are marks of footnotes: "20<sup>1</sup>"."""
    found: set[int] = set()
    opened: int | None = None
    for place, piece in enumerate(line):
        tag = _NOTE.match(piece.text) if piece.kind is Kind.TAG else None
        if tag and not tag[1]:
            opened = place
        elif tag and opened is not None:
            inside = range(opened + 1, place)
            if is_reference("".join(line[i].text for i in inside)):
                found.update(inside)
            opened = None
    return found


def _stretches(at: list[int], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of the file that hold the signs from `start` to `end`, one after the other."""
    first = start
    for place in range(start + 1, end + 1):
        if place == end or at[place] != at[place - 1] + 1:
            yield at[first], at[place - 1] + 1
            first = place


class _Lines:
    """The lines of a file from an offset on, in which the words of its blocks are found again."""

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._spans = [line.span() for line in _LINE.finditer(text, start)]
        self._behind = 0  # where the last cell of the row ends

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The span of the lines `[first, last)`, counted from 0."""
        return self._spans[first][0], self._spans[last - 1][1]

    def begin_row(self) -> None:
        """The next block is the first cell of a row of a table."""
        self._behind = 0

    def offsets(self, token: Token, *, in_row: bool) -> list[int]:
        """Where each sign of a block's source stands in the file."""
        assert token.map, "markdown-it gives lines to whatever holds words"
        found: list[int] = []
        first, last = token.map
        for number, words in zip(range(first, last), token.content.split("\n"), strict=False):
            start, end = self._spans[number]
            start = max(start, self._behind) if in_row else start
            found += self._found(words, start, end, from_left=in_row)
            found.append(found[-1] + 1 if found else start)  # the line's end
        if in_row:
            self._behind = found[-1]
        return found

    def _found(self, words: str, start: int, end: int, *, from_left: bool) -> list[int]:
        """Where the signs of a line stand: its markup is before them, of a cell behind as well."""
        bare = words.strip()
        look = self._text.find if from_left else self._text.rfind
        begin = look(bare, start, end)
        if begin >= 0:
            indent = len(words) - len(words.lstrip())
            return [max(start, begin - indent + i) for i in range(len(words))]
        # An escaped `|` of a table has lost its sign, and a tab may have become spaces.
        offsets: list[int] = []
        at = start
        for sign in words:
            found = self._text.find(sign, at, end)
            at = found if found >= 0 else at
            offsets.append(min(at, end - 1))
            at += 1 if found >= 0 else 0
        return offsets
