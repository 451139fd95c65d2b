"""Clocks: local time beside GMT, against what the clocks differ by elsewhere."""

from __future__ import annotations

import pytest

from .told import differences, following

FIRST = "The quake struck at 0710 local time (0340 GMT). "


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST}A second one followed at 0830 local time (0330 GMT).",
        f"{FIRST}A second one followed at 0330 GMT (0830 local time).",
        f"{FIRST}A second one followed at 0815 local time (0445 GMT). "
        "A third one followed at 1015 local time (0545 GMT).",
        # No clocks differ by 4 hours 40 minutes.
        "The quake struck the town of Smallville at 7:40 a.m. (0300 GMT).",
    ],
)
def test_clocks_that_differ_otherwise(text: str) -> None:
    [found] = differences(text)
    assert found[:2] == ("contradictory", "derived-hard")


@pytest.mark.parametrize(
    "text",
    [
        FIRST,
        f"{FIRST}A second one followed at 0815 local time (0445 GMT).",
        # Around midnight, the other way round, and another day.
        "It struck at 2310 local time (1940 GMT). A second one at 0110 local time (2140 GMT).",
        "It struck at 0110 local time (2140 GMT Monday).",
        # Other places.
        "It struck Paris at 0810 local time (0710 GMT). "
        "A second one struck Moscow at 1010 local time (0710 GMT).",
        # Times that are not exact, zones that are named, times that stand apart.
        "It struck at about 7:40 a.m. (0300 GMT).",
        "It struck at 8 a.m. local time (0340 GMT).",
        "It struck at 7:40 p.m. PST (0341 GMT).",
        "It struck at 7:40 a.m., and again at 0300 GMT.",
        # Three places by their clocks: which of them is odd nobody knows.
        f"{FIRST}A second at 0830 local time (0330 GMT). A third at 1015 local time (0345 GMT).",
    ],
)
def test_nothing_differs(text: str) -> None:
    assert differences(text) == []


def test_all_three_other_times_are_inputs() -> None:
    text = f"{FIRST}A second one followed at 0830 local time (0330 GMT)."
    [local] = following(text, "clock")
    assert local.working.endswith("from ‘0330 GMT’, ‘0710 local time’ and ‘0340 GMT’")
