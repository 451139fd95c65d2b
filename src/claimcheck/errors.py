"""What can go wrong, said so that a person can act: the place, the cause, the next step.

Functions that read many things return their mistakes beside their results, so that one bad
file never hides the others; the command line prints them all and turns the gravest into the
exit code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mistake is: a path, and where known the line and column, both counted from 1."""

    path: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        parts = [self.path, self.line, self.column]
        return ":".join(str(part) for part in parts if part is not None)


class ClaimcheckError(Exception):
    """A mistake with its place, cause and next step; `exit_code` is what `check` ends with."""

    exit_code = 3

    def __init__(self, cause: str, *, place: Place | None = None, next_step: str = "") -> None:
        super().__init__(cause)
        self.cause = cause
        self.place = place
        self.next_step = next_step

    def __str__(self) -> str:
        place = f"{self.place}: " if self.place else ""
        return f"{place}{self.cause}" + (f". {self.next_step}" if self.next_step else "")


class UsageError(ClaimcheckError):
    """The command, a configuration file or a path is not what it should be."""

    exit_code = 2


class RuleError(ClaimcheckError):
    """A rule pack is broken."""

    exit_code = 2


class InputError(ClaimcheckError):
    """An input exists but could not be read as an article."""

    exit_code = 5


class ShortfallError(ClaimcheckError):
    """A run had less to check than it must have to mean anything."""

    exit_code = 5


# design.md 4: of several exit codes the one that stands first here wins.
EXIT_PRECEDENCE = (3, 2, 5, 1, 4, 0)


def gravest(codes: Iterable[int]) -> int:
    """The exit code that wins among `codes`; 0 when there are none."""
    return min(codes, key=EXIT_PRECEDENCE.index, default=0)


# Control characters, lone surrogates and noncharacters cannot be written or are not allowed in
# HTML. Explicit bidirectional embeddings, overrides and isolates could show "90" as "09", or
# leak out of a quotation; right-to-left letters and marks need none of them.
_UNSHOWABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def visible(text: str) -> str:
    """`text` with every character that must not reach a page shown as U+FFFD."""
    return _UNSHOWABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def one_line(text: str) -> str:
    """`text` as one line in which every character can be shown."""
    return " ".join(visible(text).split())
