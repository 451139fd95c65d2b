"""The hand-read gold of the seed articles, where it lies beside the checkout."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCORE = Path(__file__).parents[2] / "shared" / "eval" / "score.py"


@pytest.mark.skipif(not SCORE.exists(), reason="the evaluation data are not beside this checkout")
def test_the_seeds_raise_no_alarm_and_fall_for_no_trap(tmp_path: Path) -> None:
    table = tmp_path / "table.json"
    run = [sys.executable, str(SCORE), "--only", "seeds", "--json", str(table)]
    run += ["--claimcheck", f"{sys.executable} -m claimcheck"]
    subprocess.run(run, check=True, capture_output=True)
    scores = json.loads(table.read_text("utf-8"))["seeds"]
    assert (scores["alarms"], scores["traps"], scores["precision"]) == (0, 0, 100)
    assert scores["counts"]["contra_hit"] >= 4
    assert scores["counts"]["superseded"] >= 2
    assert (scores["basis"], scores["grade"]) == (100, 100)
