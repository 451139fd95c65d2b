"""The format of GitLab's Code Quality report: a JSON array, an object a finding.

GitLab knows no states; it tells what is new by comparing the reports of two branches. The state
of a finding is said in its description, with the other side's place.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from claimcheck.gate.notices import Notice, notices
from claimcheck.gate.run import Run


def render(run: Run) -> bytes:
    """The array, as docs/schemas/gitlab-codequality.json describes it."""
    issues = [_issue(notice) for notice in notices(run)]
    return msgspec.json.format(msgspec.json.encode(issues), indent=1) + b"\n"


def _issue(notice: Notice) -> dict[str, Any]:
    where = notice.where
    return {
        "description": " ".join(_description(notice)),
        "check_name": notice.finding.rule,
        "fingerprint": notice.finding.fingerprint,
        "severity": _severity(notice),
        # GitLab asks for both. Of what has no file it can show no line, and takes any.
        "location": {
            "path": where.name if where else notice.finding.id,
            "lines": {"begin": (where and where.line) or 1},
        },
    }


def _severity(notice: Notice) -> str:
    if notice.level == "error":
        return "critical" if notice.finding.grade == "major" else "major"
    return "minor" if notice.level == "warning" else "info"


def _description(notice: Notice) -> Iterator[str]:
    yield f"{notice.headline}:"
    yield notice.finding.explanation
    if notice.standing:
        yield notice.standing
    yield from (f"Possible reconciliation: {note}" for note in notice.finding.reconciliations)
    places = dict.fromkeys(mention.where.shown for mention in notice.mentions)
    if places:
        yield f"Told in {', '.join(places)}."
