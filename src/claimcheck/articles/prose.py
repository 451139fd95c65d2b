"""Prose: what is read of a marked-up file, put together piece by piece with its offsets."""

from __future__ import annotations

import re
from enum import IntEnum

from claimcheck.articles.offsets import Offsets, Run

# White space as markup has it; a no-break space is a sign of its own, and may stand in a number.
SPACE = " \t\n\r\f"
_WORDS = re.compile(r"[^ \t\n\r\f]+(?: [^ \t\n\r\f]+)*")


class _Gap(IntEnum):
    """What stands between two pieces; of several the widest."""

    NONE = 0
    SPACE = 1
    CELL = 2
    LINE = 3
    BLOCK = 4


# A clause ends with a cell of a table, so that no number takes its noun from the next.
_SIGNS = {_Gap.NONE: "", _Gap.SPACE: " ", _Gap.CELL: "; ", _Gap.LINE: "\n", _Gap.BLOCK: "\n\n"}


class Prose:
    """The prose of `file_text` as it grows, in the order of the file."""

    def __init__(self, file_text: str) -> None:
        self._file_text = file_text
        self._pieces: list[str] = []
        self._runs: list[Run] = []
        self._length = 0
        self._gap = _Gap.NONE

    def add(self, start: int, end: int) -> None:
        """The span `[start, end)` of the file as it stands, but for white space: of any, one space
        is left between words."""
        behind = start
        for words in _WORDS.finditer(self._file_text, start, end):
            if words.start() > behind:
                self._widen(_Gap.SPACE)
            self._piece(words[0], words.start(), words.end())
            behind = words.end()
        if behind < end:
            self._widen(_Gap.SPACE)

    def add_decoded(self, text: str, start: int, end: int) -> None:
        """`text`, which the span `[start, end)` of the file spells: an entity, an escaped sign."""
        if not text.strip(SPACE):
            if text:
                self._widen(_Gap.SPACE)
        else:
            self._piece(text, start, end)

    def end_cell(self) -> None:
        """What follows is of another cell of the row."""
        self._widen(_Gap.CELL)

    def end_line(self) -> None:
        """What follows is on a line of its own; two ends of lines are one of a block."""
        self._widen(_Gap.BLOCK if self._gap is _Gap.LINE else _Gap.LINE)

    def end_block(self) -> None:
        """What follows is a paragraph of its own."""
        self._widen(_Gap.BLOCK)

    def last_words(self, most: int) -> str:
        """The end of what there is so far: `most` code points at most, none across a gap."""
        if self._gap is not _Gap.NONE or not self._pieces:
            return ""
        return self._pieces[-1][-most:]

    def read(self) -> tuple[str, Offsets]:
        """The prose, and its offsets in the file."""
        return "".join(self._pieces), Offsets(self._file_text, tuple(self._runs))

    def _widen(self, gap: _Gap) -> None:
        self._gap = max(self._gap, gap)

    def _piece(self, text: str, start: int, end: int) -> None:
        if self._pieces and self._gap:
            sign = _SIGNS[self._gap]
            self._pieces.append(sign)
            self._length += len(sign)
        self._gap = _Gap.NONE
        self._pieces.append(text)
        self._runs.append(Run(self._length, len(text), start, end - start))
        self._length += len(text)
