"""A ratchet on real news: the scores of docs/accuracy.md, as floors.

The development events lie beside the project and may be absent elsewhere; then nothing is tested
here. To lower a floor, say so in CHANGELOG.md.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCORE = Path(__file__).parents[2] / "shared" / "eval" / "score.py"
FLOORS = {
    "claims": 90.0,
    "grouped": 62.0,
    "precision": 90.0,
    "recall_numbers": 29.0,
    "recall_other": 11.0,
}
CEILINGS = {"alarms": 1.0, "traps": 8.0}


@pytest.mark.skipif(not SCORE.exists(), reason="the development events are not on this machine")
@pytest.mark.parametrize("how", [[], ["--together"]], ids=["apart", "together"])
def test_the_development_events(how: list[str], tmp_path: Path) -> None:
    table = tmp_path / "scores.json"
    run = [sys.executable, str(SCORE), "--only", "clusters", "--json", str(table), *how]
    claimcheck = f"{sys.executable} -m claimcheck"
    subprocess.run([*run, "--claimcheck", claimcheck], check=True, capture_output=True)
    scores = json.loads(table.read_text("utf-8"))["clusters"]
    assert {k: scores[k] for k in FLOORS if scores[k] < FLOORS[k]} == {}
    assert {k: scores[k] for k in CEILINGS if scores[k] > CEILINGS[k]} == {}
