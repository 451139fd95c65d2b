"""Floors: a run that had too little to check is not green."""

from __future__ import annotations

import msgspec
import pytest

from claimcheck.config import Floors
from claimcheck.document import Stats
from claimcheck.errors import Place
from claimcheck.gate.floors import shortfalls
from claimcheck.gate.judgement import Terms
from gate.corpora import NINETY, TWENTY, checked, document, run

NONE = document(checked({})).stats


def stats(documents: int, claims: int) -> Stats:
    return msgspec.structs.replace(NONE, documents=documents, claims=claims)


@pytest.mark.parametrize(
    ("now", "floors", "then", "said"),
    [
        (stats(1, 1), Floors(), None, []),
        (
            stats(0, 0),
            Floors(),
            None,
            [
                "0 documents checked, where at least 1 have to be",
                "0 claims checked, where at least 1 have to be",
            ],
        ),
        (stats(3, 0), Floors(claims=0), None, []),
        (
            stats(9, 50),
            Floors(10, 50),
            None,
            ["9 documents checked, where at least 10 have to be"],
        ),
        # A drop is told from what was there before, and only where both are known.
        (stats(8, 80), Floors(largest_drop=0.2), stats(10, 100), []),
        (
            stats(10, 79),
            Floors(largest_drop=0.2),
            stats(10, 100),
            ["79 claims checked, where 100 were before: 21% fewer, where at most 20% may be lost"],
        ),
        (stats(1, 1), Floors(largest_drop=0.2), None, []),
        (stats(10, 1), Floors(), stats(10, 100), []),
        (stats(1, 1), Floors(largest_drop=0.0), stats(0, 0), []),
        (stats(20, 200), Floors(largest_drop=0.0), stats(10, 100), []),
    ],
)
def test_what_is_missing_is_said(
    now: Stats, floors: Floors, then: Stats | None, said: list[str]
) -> None:
    told = list(shortfalls(now, floors, then, Place("claimcheck.toml", 3)))
    assert [problem.cause for problem in told] == said
    assert all(p.exit_code == 5 and p.next_step and p.place for p in told)


def test_a_shortfall_is_graver_than_a_contradiction_and_never_excused() -> None:
    trains = {"a.txt": TWENTY, "b.txt": NINETY}
    many = Terms(floors=Floors(documents=3), allow_incomplete=True)
    assert run(trains, many).exit_code == 5
    assert run(trains).exit_code == 1


def test_a_corpus_without_a_claim_is_not_green() -> None:
    assert run({"a.txt": "Nothing is counted here."}).exit_code == 5
