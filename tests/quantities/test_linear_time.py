"""Time grows with the text and no faster, whatever the text: every pattern, and reading as a whole.

Measured in a process of its own, so that a pattern that never ends can be killed and named.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest

from .pumped import BAD, Pump, held, pumps

# Seconds for all cases together, many times what they take: only what never ends is stopped.
CAP = {"gauge": 120, "patterns": 400, "readers": 400, "pairs": 1800}


def measured(kind: str) -> list[dict[str, Any]]:
    """What pumped.py printed of all its cases, the last of them the one that was running."""
    script = Path(__file__).with_name("pumped.py")
    # -P: the folder of the script is not searched, or its `calendar` would be the library's.
    with subprocess.Popen(
        [sys.executable, "-P", str(script), kind], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            lines, _ = process.communicate(timeout=CAP[kind])
        except subprocess.TimeoutExpired:
            process.kill()
            lines, _ = process.communicate()
    return [json.loads(line) for line in lines.splitlines()]


@pytest.mark.parametrize(
    "kind", ["patterns", "readers", pytest.param("pairs", marks=pytest.mark.slow)]
)
def test_twice_the_text_takes_about_twice_the_time(kind: str) -> None:
    cases = measured(kind)
    assert [case for case in cases if "doubling" in case] == []
    assert cases[-1] == {"case": "done"}, "no end was seen"
    assert len(cases) > 100, "nothing was measured"


# ------------------------------------------------------------------------------------- the measure


def test_what_takes_more_is_seen() -> None:
    assert len([case for case in measured("gauge") if "doubling" in case]) == len(BAD)


class Table:
    """One of the package's, by its module below."""

    __slots__ = ("pattern",)
    shared = re.compile("of a class")

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern


def test_a_pattern_is_found_wherever_it_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def keeps(text: str, match: Any = re.compile("a default").match) -> object:
        return match(text) or enclosed.search(text)

    def made() -> list[re.Pattern[str]]:
        return [re.compile("made once")]

    enclosed = re.compile("enclosed")
    ours = "claimcheck.quantities.somewhere"
    once = cache(made)
    for thing in (Table, keeps, once):
        monkeypatch.setattr(thing, "__module__", ours)
    hidden = [
        re.compile("plain"),
        {"key": [re.compile("in a table")], re.compile("a key"): 1},
        (frozenset({re.compile("in a set")}), re.compile("bound").fullmatch),
        Table(re.compile("in a slot")),
        Table,
        partial(print, re.compile("partly")),
        keeps,
        once,
    ]
    assert sorted((pattern.pattern, *(method or ())) for pattern, method in held(hidden)) == [
        ("a default", "match"),
        ("a key",),
        ("bound", "fullmatch"),
        ("enclosed",),
        ("in a set",),
        ("in a slot",),
        ("in a table",),
        ("made once",),
        ("of a class",),
        ("partly",),
        ("plain",),
    ]


@pytest.mark.parametrize(
    ("pattern", "pump"),
    [
        (r"\d+x", Pump("1")),
        (r"\d+x", Pump("1x")),
        (r"(?:between|from)\s(?:\d{1,3},?)+x", Pump("1,", "between ")),
        (r"(?:between|from)\s(?:\d{1,3},?)+x", Pump("0", "from\n")),
        (r"[^\W\d_]++(?:-[a-z]{2,9})*(?=\s+y)", Pump("-aa", "a", "\0")),
        (r"[^\W\d_]++(?:-[a-z]{2,9})*(?=\s+y)", Pump(" ", "a-aa", "\0")),
    ],
)
def test_a_pattern_is_pumped_with_what_it_repeats(pattern: str, pump: Pump) -> None:
    assert pump in pumps(re.compile(pattern)), pumps(re.compile(pattern))
