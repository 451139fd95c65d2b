"""A finding as the page shows it: both sides, the working, and how both may yet hold."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from shlex import quote as shell_quote

from claimcheck.document import Fact, Finding, Verdict
from claimcheck.errors import visible
from claimcheck.report.corpus import Corpus
from claimcheck.report.drawings.marks import marks_of_sides
from claimcheck.report.drawings.numberline import NumberLine
from claimcheck.report.drawings.readings import line_of_sides, members, units_of
from claimcheck.report.links import Link, fact_link, finding_link
from claimcheck.report.naming import topic_of
from claimcheck.report.sections.sides import SideView, sides_of
from claimcheck.report.sections.working import Step, working
from claimcheck.report.words import BASES, TAGS, VERDICTS, capital, event_words, label


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding. `status` is "" where it would tell nothing, `standing` says why it is in that one,
    `gone` that it is no longer there, as the document has it, and `line` is None without numbers.

    `perhaps` is the first of the reconciliations and `strain` why statements in tension are held
    for no more, "" of all others, both for the first screen. `command` shows every step,
    "" where there is none any more; `fact` is None where the document has it no more.
    """

    link: Link
    verdict: Verdict
    tag: str
    verdict_words: str
    grade: str
    status: str
    standing: str
    gone: str
    basis: str
    topic: str
    event: str
    sides: tuple[SideView, SideView]
    line: NumberLine | None
    perhaps: str
    strain: str
    reconciliations: tuple[str, ...]
    steps: tuple[Step, ...]
    command: str
    fact: Link | None


def finding_view(
    finding: Finding, fact: Fact | None, corpus: Corpus, status: str, standing: str
) -> FindingView:
    """`finding`, which is about `fact`, as it is shown; `status` as it is to be told.

    A finding that is no longer there may be about a fact that is not, either.
    """
    reconciliations = tuple(map(visible, finding.reconciliations))
    said = [
        (members(side, fact, corpus) if fact else []) or corpus.in_reading_order(side.claims)
        for side in finding.sides
    ]
    marks = marks_of_sides(said, corpus)
    units = units_of(chain(*said), fact, corpus) if fact else None
    return FindingView(
        link=finding_link(finding),
        verdict=finding.verdict,
        tag=TAGS[finding.verdict],
        verdict_words=VERDICTS[finding.verdict],
        grade=finding.grade,
        status=status,
        standing=standing,
        gone=visible(finding.explanation) if finding.status == "absent" else "",
        basis=capital(BASES[finding.basis]),
        topic=topic_of(fact, corpus.claims) if fact else capital(label(finding.rule)),
        event=event_words(fact) if fact else "",
        sides=sides_of(finding, said, units, marks, corpus),
        line=line_of_sides(finding, said, fact, units, marks, corpus) if fact and units else None,
        perhaps=next(iter(reconciliations), ""),
        strain=_strain(finding),
        reconciliations=reconciliations,
        steps=working(finding, fact, said, units, marks, corpus),
        command="" if finding.status == "absent" else _command(finding),
        fact=fact_link(fact) if fact else None,
    )


def _strain(finding: Finding) -> str:
    """The last sentence of the explanation, which says it."""
    return visible(finding.explanation).rpartition(". ")[2] if finding.verdict == "tension" else ""


def _command(finding: Finding) -> str:
    return f"claimcheck explain {shell_quote(visible(finding.id))} PATHS"
