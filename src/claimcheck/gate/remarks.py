"""Remarks: what every format says of the run itself, its notes and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.errors import (
    ClaimcheckError,
    InputError,
    RuleError,
    ShortfallError,
    UsageError,
    one_line,
)
from claimcheck.gate.notices import Level
from claimcheck.gate.places import Where, at
from claimcheck.gate.run import Run

# Of these somebody decided otherwise before, and has to decide again.
_WARNINGS = frozenset({"expired-suppression", "expired-acceptance", "risen"})

_MISTAKES: tuple[tuple[type[ClaimcheckError], str], ...] = (
    (RuleError, "rules"),
    (UsageError, "usage"),
    (InputError, "input"),
    (ShortfallError, "floor"),
)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about the run itself: a note of it, or a mistake that something was not read for.

    `mistake` tells the two apart, and `kind` is the note's, or whose mistake it is: "usage",
    "rules", "input", "floor" or "internal".
    """

    level: Level
    kind: str
    text: str
    where: Where | None
    mistake: bool


def remarks(run: Run) -> list[Remark]:
    """What is to be said of the run: the mistakes, each once, then the notes."""
    mistakes = [
        Remark(
            "error",
            _mistake(p),
            _sentence(p.cause, p.next_step),
            at(p.place, run.folder, run.here),
            True,
        )
        for p in run.problems
    ]
    notes = [
        Remark(
            "warning" if note.kind in _WARNINGS else "note",
            note.kind,
            _sentence(note.text, note.next_step),
            at(note.place, run.folder, run.here),
            False,
        )
        for note in run.notes
    ]
    return list(dict.fromkeys([*mistakes, *notes]))


def _mistake(problem: ClaimcheckError) -> str:
    return next((name for kind, name in _MISTAKES if isinstance(problem, kind)), "internal")


def _sentence(text: str, next_step: str) -> str:
    return one_line(f"{text}. {next_step}" if next_step else text)
