"""The outcome of a run: which findings fail it, and the exit code (design.md 4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claimcheck.document import Finding, Grade
from claimcheck.errors import ClaimcheckError, gravest

GRADES: tuple[Grade, ...] = ("negligible", "minor", "moderate", "major")
CONTRADICTION = 1


def failing(
    findings: Iterable[Finding],
    min_grade: Grade,
    fail_on: str,
    by_rule: Mapping[str, Grade] | None = None,
) -> list[Finding]:
    """The findings that fail a run: contradictory, undisputed, grave enough, and not known.

    `by_rule` has the least grade of rules that are held to another one than `min_grade`.
    """
    least = by_rule or {}
    if fail_on == "never":
        return []
    return [
        f
        for f in findings
        if f.verdict == "contradictory"
        and f.basis != "disputed"
        and GRADES.index(f.grade) >= GRADES.index(least.get(f.rule, min_grade))
        and (fail_on == "all" or f.status == "new")
    ]


def exit_code(
    failed: Iterable[Finding],
    problems: Iterable[ClaimcheckError],
    *,
    allow_incomplete: bool = False,
) -> int:
    """The code a run ends with; with `allow_incomplete` unreadable inputs do not count."""
    codes = [p.exit_code for p in problems if not (allow_incomplete and p.exit_code == 5)]
    return gravest([*codes, *(CONTRADICTION for _ in failed)])
