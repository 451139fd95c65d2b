"""The format of reviewdog, `rdjsonl`: a Diagnostic of the Reviewdog Diagnostic Format a line.

Columns are counted in bytes of UTF-8, from 1, and an end is exclusive.
"""

from __future__ import annotations

from typing import Any

import msgspec

from claimcheck.gate.notices import Level, Notice, notices
from claimcheck.gate.places import Spot, Where
from claimcheck.gate.remarks import Remark, remarks
from claimcheck.gate.run import Run

_SEVERITIES: dict[Level, str] = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}
_SOURCE = {"name": "claimcheck"}


def render(run: Run) -> bytes:
    """A line a finding, then a line for whatever is to be said of the run itself."""
    told = [*map(_finding, notices(run)), *map(_remark, remarks(run))]
    return b"".join(msgspec.json.encode(diagnostic) + b"\n" for diagnostic in told)


def _finding(notice: Notice) -> dict[str, Any]:
    return {
        "message": "\n".join([notice.headline, *notice.account()]),
        "location": _location(notice.where),
        "severity": _SEVERITIES[notice.level],
        "source": _SOURCE,
        "code": {"value": notice.finding.rule},
        "related_locations": [
            {"message": mention.sentence, "location": _location(mention.where)}
            for mention in notice.mentions[1:]
        ],
    }


def _remark(remark: Remark) -> dict[str, Any]:
    return {
        "message": remark.text,
        "location": _location(remark.where),
        "severity": _SEVERITIES[remark.level],
        "source": _SOURCE,
        "code": {"value": remark.kind},
    }


def _location(where: Where | None) -> dict[str, Any]:
    """Where the words are. A location must have a path: what stands in no file has its name."""
    if where is None:
        return {"path": ""}
    if where.start and where.end:
        return {
            "path": where.name,
            "range": {"start": _position(where.start), "end": _position(where.end)},
        }
    return {
        "path": where.name,
        **({"range": {"start": {"line": where.line}}} if where.line else {}),
    }


def _position(spot: Spot) -> dict[str, int]:
    return {"line": spot.line, "column": spot.utf8}
