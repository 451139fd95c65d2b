"""Selection: what is reported, and what is told of the rest."""

from __future__ import annotations

import pytest

from claimcheck.config import Config
from claimcheck.errors import Place
from claimcheck.gate.selection import exclusion_notes, left_out_notes, selected

from .test_outcome import finding

FOUND = [finding(rule=rule) for rule in ("speed", "carriage_count", "speed", "trips by plane")]


def test_what_is_left_out_is_counted_by_rule() -> None:
    reported, left_out = selected(FOUND, Config(ignore=("speed", "trips *")))
    assert [f.rule for f in reported] == ["carriage_count"]
    assert left_out == {"speed": 2, "trips by plane": 1}


def test_everything_is_reported_unless_something_is_said() -> None:
    assert selected(FOUND, Config()) == (FOUND, {})
    assert left_out_notes({}, Config()) == []


def test_a_note_says_how_many_of_each_rule_are_left_out() -> None:
    config = Config(ignore=("speed",), places={("ignore",): Place("claimcheck.toml", 3, 1)})
    (note,) = left_out_notes({"speed": 2, "trips by plane": 1}, config)
    assert str(note) == (
        "claimcheck.toml:3:1: 3 findings are not shown: 2 of speed, 1 of trips by plane. "
        "Change `select` or `ignore` to see them"
    )


@pytest.mark.parametrize(
    ("pattern", "step"),
    [
        ("drafts", 'Write "drafts/**" for all that a folder holds'),
        ("drafts/", 'Write "drafts/**" for all that a folder holds'),
        ("drafts/*.txt", "Correct or remove it"),
    ],
)
def test_a_pattern_that_excludes_nothing_is_noted(pattern: str, step: str) -> None:
    (note,) = exclusion_notes([pattern], Config())
    assert str(note) == f'the pattern "{pattern}" excludes no article. {step}'
