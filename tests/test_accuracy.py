"""A ratchet on real news: the scores of docs/accuracy.md, as floors and ceilings.

The development data lie beside the project and may be absent elsewhere; then nothing is tested
here. To lower a floor, say so in CHANGELOG.md.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SCORE = Path(__file__).parents[2] / "shared" / "eval" / "score.py"

EVENTS = {
    "claims": 91.0,
    "grouped": 78.0,
    "precision": 95.0,
    "recall_numbers": 52.0,
    "recall_other": 44.0,
}
CEILINGS = {"alarms": 1.0, "traps": 7.0}
PAIRS = {
    "vitaminc_real_quant_hinge": {"precision": 91.0, "recall": 55.0, "accuracy": 79.0},
    "equate_newsnli": {"accuracy": 70.0},
    "equate_rte_quant": {"accuracy": 74.0},
    "wikicontradict_num": {"recall": 34.0},
}

beside = pytest.mark.skipif(
    not SCORE.exists(), reason="the development data are not beside this checkout"
)


def scored(table: Path, *how: str) -> dict[str, Any]:
    run = [sys.executable, str(SCORE), "--json", str(table), *how]
    claimcheck = f"{sys.executable} -m claimcheck"
    subprocess.run([*run, "--claimcheck", claimcheck], check=True, capture_output=True)
    scores: dict[str, Any] = json.loads(table.read_text("utf-8"))
    return scores


def below(scores: dict[str, float], floors: dict[str, float]) -> dict[str, float]:
    return {name: scores[name] for name, least in floors.items() if scores[name] < least}


@beside
@pytest.mark.parametrize("how", [[], ["--together"]], ids=["apart", "together"])
def test_the_development_events(how: list[str], tmp_path: Path) -> None:
    scores = scored(tmp_path / "scores.json", "--only", "clusters", *how)["clusters"]
    assert below(scores, EVENTS) == {}
    assert {k: scores[k] for k in CEILINGS if scores[k] > CEILINGS[k]} == {}


@beside
def test_the_development_pairs(tmp_path: Path) -> None:
    scores = scored(tmp_path / "scores.json", "--only", "pairs")
    assert {name: found for name in PAIRS if (found := below(scores[name], PAIRS[name]))} == {}


@beside
def test_every_verdict_of_the_seeds(tmp_path: Path) -> None:
    scores = scored(tmp_path / "scores.json", "--only", "seeds")["seeds"]
    assert (scores["recall"], scores["superseded"]) == (100, 100)
    assert (scores["precision"], scores["basis"], scores["grade"]) == (100, 100, 100)
    assert (scores["alarms"], scores["traps"]) == (0, 0)
