"""A finding as the page shows it: both sides, the working, and how both may yet hold."""

from __future__ import annotations

from dataclasses import dataclass
from shlex import quote as shell_quote

from claimcheck.document import Fact, Finding, Verdict
from claimcheck.errors import visible
from claimcheck.quantities.wording import number
from claimcheck.report.corpus import Corpus
from claimcheck.report.links import Link, fact_link, finding_link
from claimcheck.report.numberline import NumberLine
from claimcheck.report.sides import SideView, line_of, sides_of
from claimcheck.report.words import BASES, TAGS, VERDICTS, capital, event_words, topic_of


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding. `status` is "" where it would tell nothing, `standing` says why it is in that one,
    and `line` is None without numbers.

    `perhaps` is the first of the reconciliations, for the first screen.
    """

    link: Link
    verdict: Verdict
    tag: str
    verdict_words: str
    grade: str
    severity: str
    status: str
    standing: str
    basis: str
    topic: str
    event: str
    sides: tuple[SideView, SideView]
    line: NumberLine | None
    perhaps: str
    explanation: str
    reconciliations: tuple[str, ...]
    command: str
    fact: Link


def finding_view(
    finding: Finding, fact: Fact, corpus: Corpus, status: str, standing: str
) -> FindingView:
    """`finding`, which is about `fact`, as it is shown; `status` as it is to be told."""
    reconciliations = tuple(map(visible, finding.reconciliations))
    return FindingView(
        link=finding_link(finding),
        verdict=finding.verdict,
        tag=TAGS[finding.verdict],
        verdict_words=VERDICTS[finding.verdict],
        grade=finding.grade,
        severity=number(round(finding.severity, 3)),
        status=status,
        standing=standing,
        basis=capital(BASES[finding.basis]),
        topic=topic_of(fact),
        event=event_words(fact),
        sides=sides_of(finding, corpus),
        line=line_of(finding, fact, corpus),
        perhaps=next(iter(reconciliations), ""),
        explanation=visible(finding.explanation),
        reconciliations=reconciliations,
        command=f"claimcheck explain {shell_quote(visible(finding.id))} PATHS",
        fact=fact_link(fact),
    )
