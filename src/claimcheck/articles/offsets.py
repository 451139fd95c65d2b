"""Offsets: where the prose of a marked-up file stands in the file.

The prose is what is read: markup gone, entities decoded. Everything up to the findings counts in
it; whatever is shown or written counts in the file.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple


class Run(NamedTuple):
    """A stretch of prose, and where it comes from.

    Code points `[prose, prose + length)` of the prose are `[file, file + width)` of the file, one
    for one where the two are as long, else decoded from them as a whole.
    """

    prose: int
    length: int
    file: int
    width: int


@dataclass(frozen=True, slots=True)
class Offsets:
    """A file's text, and the runs of its prose, in order of both; spans are half-open.

    Between two runs the prose may have signs that the file does not: the gap of two words, the
    blank line of two paragraphs, what keeps the cells of a table apart.
    """

    file_text: str
    runs: tuple[Run, ...]
    _files: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _proses: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_files", tuple(run.file for run in self.runs))
        object.__setattr__(self, "_proses", tuple(run.prose for run in self.runs))

    def in_file(self, start: int, end: int) -> tuple[int, int]:
        """The span of the file from the first to the last word of a span of the prose; an empty
        one where the span holds nothing that is in the file."""
        first = self._run(self._proses, start)
        if first < 0 or start >= self.runs[first].prose + self.runs[first].length:
            first += 1  # in the gap before the next run
        if first == len(self.runs):
            return len(self.file_text), len(self.file_text)
        begin = self._point(self.runs[first], max(start, self.runs[first].prose), past=False)
        last = self._run(self._proses, end - 1)
        if last < first:
            return begin, begin
        return begin, max(begin, self._point(self.runs[last], end, past=True))

    def in_prose(self, offset: int) -> int:
        """The offset into the prose of one into the file: of markup, the next word's. A run that
        was decoded is not cut."""
        place = self._run(self._files, offset)
        if place < 0:
            return 0
        run = self.runs[place]
        into = offset - run.file
        if into <= 0:
            return run.prose
        if into > run.width:
            following = self.runs[place + 1 : place + 2]
            return following[0].prose if following else run.prose + run.length
        return run.prose + (into if run.length == run.width else run.length)

    @staticmethod
    def _run(starts: tuple[int, ...], offset: int) -> int:
        """The place of the last run that begins at `offset` or before; -1 where none does."""
        return bisect_right(starts, offset) - 1

    @staticmethod
    def _point(run: Run, offset: int, *, past: bool) -> int:
        """Where an offset into the prose of a run is in the file; `past` of the end of a span."""
        into = offset - run.prose
        if run.length == run.width:
            return run.file + min(into, run.width)
        return run.file + (run.width if past else 0)
