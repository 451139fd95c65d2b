"""Remarks: what is said of the run, and how grave it is."""

from __future__ import annotations

import pytest

from claimcheck.errors import ClaimcheckError, InputError, Place, RuleError, UsageError
from claimcheck.gate.remarks import remarks
from claimcheck.gate.run import Note

from .formats.runs import run, run_of_every_state, seeds


@pytest.mark.parametrize(
    ("problem", "kind"),
    [
        (InputError("it is empty"), "input"),
        (UsageError("unknown key"), "usage"),
        (RuleError("unknown cue"), "rules"),
        (ClaimcheckError("it broke"), "internal"),
    ],
)
def test_a_mistake_is_an_error_of_its_kind(problem: ClaimcheckError, kind: str) -> None:
    [told] = remarks(run(*seeds(), problems=(problem,)))
    assert (told.level, told.kind, told.mistake) == ("error", kind, True)


@pytest.mark.parametrize(
    ("kind", "level"),
    [
        ("expired-suppression", "warning"),
        ("expired-acceptance", "warning"),
        ("risen", "warning"),
        ("unused-suppression", "note"),
        ("other-rules", "note"),
        ("not-evaluated", "note"),
        ("not-shown", "note"),
    ],
)
def test_a_note_warns_where_somebody_has_to_decide_again(kind: str, level: str) -> None:
    [told] = remarks(run(*seeds(), notes=(Note(kind, "so it is"),)))
    assert (told.level, told.kind, told.mistake) == (level, kind, False)


def test_each_has_its_place_and_the_next_step() -> None:
    first = remarks(run_of_every_state())[0]
    assert first.text == "it is empty. Remove it"
    assert first.where is not None
    assert first.where.path == "seeds/5-empty.txt"


def test_a_mistake_is_told_once() -> None:
    problem = InputError("it is empty", place=Place("a.txt"))
    again = InputError("it is empty", place=Place("a.txt"))
    assert len(remarks(run(*seeds(), problems=(problem, again)))) == 1
