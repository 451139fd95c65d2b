"""No score on the project's own examples falls below its floor."""

import pytest

from floors import floors, measured


@pytest.mark.parametrize("name", sorted(floors()))
def test_a_score_is_at_least_its_floor(name: str) -> None:
    assert measured()[name] >= floors()[name]
