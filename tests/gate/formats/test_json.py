"""The JSON format: the findings document."""

from __future__ import annotations

import msgspec

from claimcheck.document import FindingsDocument
from claimcheck.gate.formats.json import render

from .runs import hostile_run, run_of_every_state


def test_it_is_the_whole_document() -> None:
    for made in (run_of_every_state(), hostile_run()):
        assert msgspec.json.decode(render(made), type=FindingsDocument) == made.document
