"""The order of the page: which finding comes first, and which fact."""

from __future__ import annotations

from claimcheck.document import Fact, Finding, Grade, Verdict
from claimcheck.report.words import label

_VERDICTS: tuple[Verdict, ...] = ("contradictory", "superseded", "tension")
_GRADES: tuple[Grade, ...] = ("major", "moderate", "minor", "negligible")


def worst_first(finding: Finding) -> tuple[bool, int, int, bool, float, str]:
    """By verdict and grade, then what was said before what was calculated from it, then the more
    severe; what is no longer there comes last."""
    return (
        finding.status == "absent",
        _VERDICTS.index(finding.verdict),
        _GRADES.index(finding.grade),
        finding.basis.startswith("derived"),
        -finding.severity,
        finding.id,
    )


def by_name(fact: Fact) -> tuple[str, ...]:
    """By subject, attribute, event and scope, as they are read."""
    names = (fact.subject, fact.attribute, fact.event, fact.scope)
    return *(label(name).casefold() for name in names), *names, fact.id
