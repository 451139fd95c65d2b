"""Positions in a text: from an offset to the line and column a person looks for."""

from __future__ import annotations

import re
from bisect import bisect_right

from claimcheck.errors import Place

# What editors count as a line's end: U+2028 and form feeds are text to most of them.
_LINE_END = re.compile(r"\r\n?|\n")


class Lines:
    """Where the lines of a text begin, so that many of its offsets can be placed."""

    def __init__(self, path: str, text: str) -> None:
        self._path = path
        self._starts = [0, *(line_end.end() for line_end in _LINE_END.finditer(text))]

    def place(self, offset: int) -> Place:
        """The place of the code point `offset`; line and column are counted from 1."""
        line = bisect_right(self._starts, offset)
        return Place(self._path, line, offset - self._starts[line - 1] + 1)
