"""A run of the gate: the findings with their states, and all that a format may say of them.

Formats decide nothing: what fails, what is known and why is settled here, once, so that no two of
them can differ.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from claimcheck.articles.article import Article
from claimcheck.document import Finding, FindingsDocument
from claimcheck.errors import ClaimcheckError, Place


@dataclass(frozen=True, slots=True)
class Acceptance:
    """That somebody accepted a finding: the line of the baseline and what it says.

    `reason` is of a closed list (`baseline.REASONS`), `note` free text, `until` an ISO day, and
    `entry` the id under which it was accepted, which the finding may not have any more: it has
    `moved` where only its words tell that it is the same.
    """

    place: Place
    reason: str
    note: str
    by: str
    until: str | None
    entry: str = ""
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Suppression:
    """That an article, or corpus.toml for it, asks not to be held to a rule: where, and why.

    `in_source` tells a directive in the article's own text from one in corpus.toml.
    """

    place: Place
    rule: str
    reason: str
    until: str | None
    in_source: bool


@dataclass(frozen=True, slots=True)
class Gone:
    """A finding that is no longer there: where it was accepted, and a plain sentence on what became
    of it. `place` is the line of the baseline, or an article of it where a Git revision had it;
    `stale` tells the one from the other."""

    place: Place
    sentence: str
    docs: frozenset[str]
    stale: bool


@dataclass(frozen=True, slots=True)
class Note:
    """Something about the run itself that its reader has to know: where, what, and the next step.

    `kind` is one of: "unused-suppression", "expired-suppression", "expired-acceptance",
    "other-rules", "risen", "not-evaluated", "not-shown", "unused-exclusion".
    """

    kind: str
    text: str
    place: Place | None = None
    next_step: str = ""

    def __str__(self) -> str:
        place = f"{self.place}: " if self.place else ""
        return f"{place}{self.text}" + (f". {self.next_step}" if self.next_step else "")


@dataclass(frozen=True, slots=True)
class Run:
    """Everything that a format shows.

    `document` holds all findings with their status, those that are gone ("absent") with sides that
    have no claims. `articles` are those of the document by id. `failing` are the ids of the
    findings that fail a run unless its options say otherwise, for these move the exit code alone
    and never what is printed; `accepted` what the baseline says of those that are known or
    updated, `suppressed` of those that are suppressed, `gone` of those that are absent, each by
    finding id. `paths` is what the user named, as it is typed again after another command.
    `folder` is the absolute path of the folder from which formats for machines give the paths of
    files, with forward slashes: the checkout of a build, or where the command runs. `here` is that
    of the latter, from which relative paths lead; empty where the two are one.
    """

    document: FindingsDocument
    articles: Mapping[str, Article]
    failing: frozenset[str] = frozenset()
    accepted: Mapping[str, Acceptance] = field(default_factory=dict)
    suppressed: Mapping[str, Suppression] = field(default_factory=dict)
    gone: Mapping[str, Gone] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    problems: tuple[ClaimcheckError, ...] = ()
    paths: str = ""
    folder: str = ""
    here: str = ""
    exit_code: int = 0

    def findings(self, *statuses: str) -> list[Finding]:
        """The findings that have one of these states, in the order of the document."""
        return [f for f in self.document.findings if f.status in statuses]
