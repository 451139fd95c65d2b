"""Blocks: the paragraphs, headlines and list items of a text.

In the news we read, a line is a paragraph. Wire copy and mail are wrapped by hand instead: there
a line is a piece of a paragraph, and only its shape tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

# Nobody wraps by hand at more; and a line of less is a label, a list's item or a table's cell.
_WIDEST, _NARROWEST = 90, 20

# "-5 degrees" and "*note" open no list item, so these signs need a space behind them; the others
# mean nothing else.
_BULLET = re.compile(r"(?:[•◦▪‣●·]|(?:[-*–—]|\d{1,2}[.)])(?=\s))\s*")
_CLOSERS = "\"'”’»)]"
_TERMINALS = (".", "!", "?", "…", ":", ";")


class _Line(NamedTuple):
    """A line that is not blank: where it begins, and the span of its words."""

    begin: int
    start: int
    end: int

    @property
    def length(self) -> int:
        return self.end - self.begin


def blocks(text: str) -> list[tuple[int, int]]:
    """The spans of the blocks of `text`, in order, trimmed; together they hold all its words.

    A blank line or a bullet always begins a block, another line end does unless the text is
    wrapped there.
    """
    runs = list(_runs(text))
    flowing = [[_flows(text, *pair) for pair in pairwise(run)] for run in runs]
    whole = max((_width(run) for run in runs), default=0)
    # Wrapped text is wrapped throughout, also where a paragraph happens to break before capitals
    # alone; but a long line elsewhere, such as an address, takes nothing from a run that flows.
    is_whole_wrapped = whole <= _WIDEST and any(map(any, flowing))

    spans: list[tuple[int, int]] = []
    for run, flows in zip(runs, flowing, strict=True):
        width = whole if is_whole_wrapped else _width(run)
        is_wrapped = is_whole_wrapped or (width <= _WIDEST and any(flows))
        has_indents = is_wrapped and any(line.start > line.begin for line in run)
        start = run[0].start
        for (line, following), goes_on in zip(pairwise(run), flows, strict=True):
            if goes_on or (is_wrapped and _is_wrap(text, line, following, width, has_indents)):
                continue
            spans.append((start, line.end))
            start = following.start
        spans.append((start, run[-1].end))
    return spans


def words_start(text: str, start: int, end: int) -> int:
    """Where the words of a block begin: behind its bullet, if it has one."""
    bullet = _BULLET.match(text, start, end)
    return bullet.end() if bullet else start


def _runs(text: str) -> Iterator[list[_Line]]:
    """The lines that stand together, without blank ones between them."""
    run: list[_Line] = []
    begin = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            start = begin + len(line) - len(line.lstrip())
            run.append(_Line(begin, start, start + len(words)))
        elif run:
            yield run
            run = []
        begin += len(line)
    if run:
        yield run


def _width(run: list[_Line]) -> int:
    return max(line.length for line in run)


def _flows(text: str, line: _Line, following: _Line) -> bool:
    """Whether a sentence plainly runs on: nothing ends it, and the next line begins in lower case.

    "iPhone" begins in no lower case: a capital follows.
    """
    start = following.start
    return (
        text[start].islower()
        and not text[start + 1 : start + 2].isupper()
        and line.end - line.start >= _NARROWEST
        and line.length <= _WIDEST
        and following.length <= _WIDEST
        and not _is_ended(text, line)
    )


def _is_wrap(text: str, line: _Line, following: _Line, width: int, has_indents: bool) -> bool:
    """Whether a line end of a text wrapped at `width` is one of wrapping.

    It is where the next word had no room on the line, unless the next line is indented as a new
    paragraph is. Where paragraphs have indents, any line that has none continues one.
    """
    if _BULLET.match(text, following.start, following.end):
        return False
    indent = following.start - following.begin
    if indent > words_start(text, line.start, line.end) - line.begin:
        return False
    word = text[following.start : following.end].split(maxsplit=1)[0]
    full = line.length + 1 + len(word) > width
    return full or (has_indents and indent == 0 and not _is_ended(text, line))


def _is_ended(text: str, line: _Line) -> bool:
    return text[line.start : line.end].rstrip(_CLOSERS).endswith(_TERMINALS)
