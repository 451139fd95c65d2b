"""The hand-read gold of the seed articles, where it lies beside the checkout."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from _pytest.mark.structures import ParameterSet

from claimcheck.quantities.hedges import Hedge
from claimcheck.quantities.reader import Moment, Outcome, Quantity, quantities

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"


GOLD = SEEDS / "gold" / "claims.jsonl"
UNITS = {"count": "", "ordinal": ""}
# The gold's hedge words, by the kind of hedge that they are.
HEDGES = {
    "": Hedge.NONE,
    "about": Hedge.ABOUT,
    "around": Hedge.ABOUT,
    "almost": Hedge.ALMOST,
    "nearly": Hedge.ALMOST,
    "over": Hedge.MORE_THAN,
    "more than": Hedge.MORE_THAN,
    "up to": Hedge.UP_TO,
    "only": Hedge.EXACTLY,
    "the one": Hedge.EXACTLY,
    "both": Hedge.EXACTLY,
}


def gold(*, anchored: bool) -> Iterator[ParameterSet]:
    """The claims with a number, or those with a date or a time in their own words."""
    if not GOLD.exists():
        return
    for line in GOLD.read_text("utf-8").splitlines():
        row = json.loads(line)
        dated = row["low"] is not None and isinstance(row["low"], str)
        # A date that a claim takes over from the head of its section is not in its words.
        told = dated and "inherited" not in row["note"]
        if told if not anchored else row["anchor"] is not None:
            yield pytest.param(row, id=f"{row['line']}: {row['quote'][:50]}")


def outcomes(row: dict[str, Any]) -> list[Outcome]:
    text = (GOLD.parents[1] / row["doc"]).read_text("utf-8")
    return [o for o in quantities(text) if o.start < row["end"] and o.end > row["start"]]


@pytest.mark.skipif(not GOLD.exists(), reason="the gold data are not beside this checkout")
@pytest.mark.parametrize("row", list(gold(anchored=True)))
def test_a_number_of_the_seeds_is_found_with_anchor_unit_and_hedge(row: dict[str, Any]) -> None:
    found = [o for o in outcomes(row) if isinstance(o, Quantity)]
    said = [(sum(q.stated) / len(q.stated), q.name, q.hedge) for q in found if q.stated]
    assert (row["anchor"], UNITS.get(row["unit"], row["unit"]), HEDGES[row["hedge"]]) in said


@pytest.mark.skipif(not GOLD.exists(), reason="the gold data are not beside this checkout")
@pytest.mark.parametrize("row", list(gold(anchored=False)))
def test_a_date_or_time_of_the_seeds_is_found(row: dict[str, Any]) -> None:
    found = [o for o in outcomes(row) if isinstance(o, Moment)]
    assert found
    if row["unit"] == "date" and found[0].first and found[0].last:
        days = found[0].first.isoformat(), found[0].last.isoformat()
        assert days == (row["low"], row["high"])
