"""The outcome of a run: which findings fail it, and the exit code (design.md 4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claimcheck.document import Finding, Grade
from claimcheck.errors import ClaimcheckError, InputError, gravest

GRADES: tuple[Grade, ...] = ("negligible", "minor", "moderate", "major")
CONTRADICTION, STALE_BASELINE = 1, 4


def failing(
    findings: Iterable[Finding],
    min_grade: Grade = "moderate",
    fail_on: str = "new",
    by_rule: Mapping[str, Grade] | None = None,
) -> list[Finding]:
    """The findings that fail a run: contradictory, undisputed, grave enough, and not known.

    `by_rule` holds the least grade of rules that have one of their own. A finding that is absent
    or suppressed never fails, whatever `fail_on` is.
    """
    if fail_on == "never":
        return []
    states = ("new", "updated", "known") if fail_on == "all" else ("new",)
    least = by_rule or {}
    return [
        f
        for f in findings
        if f.verdict == "contradictory"
        and f.basis != "disputed"
        and GRADES.index(f.grade) >= GRADES.index(least.get(f.rule, min_grade))
        and f.status in states
    ]


def exit_code(
    failed: Iterable[Finding],
    problems: Iterable[ClaimcheckError],
    *,
    allow_incomplete: bool = False,
    stale: bool = False,
) -> int:
    """The code a run ends with; with `allow_incomplete` unreadable inputs do not count. `stale`
    tells that the baseline has lines to remove, and that this is to fail."""
    codes = [p.exit_code for p in problems if not (allow_incomplete and isinstance(p, InputError))]
    return gravest([*codes, *(CONTRADICTION for _ in failed), *([STALE_BASELINE] if stale else [])])
