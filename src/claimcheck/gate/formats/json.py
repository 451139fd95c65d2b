"""The JSON format: the findings document, whole."""

from __future__ import annotations

from claimcheck.document import encode
from claimcheck.gate.run import Run


def render(run: Run) -> bytes:
    """The findings document, as docs/schemas/findings-1.json describes it."""
    return encode(run.document)
