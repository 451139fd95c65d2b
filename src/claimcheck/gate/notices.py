"""Notices: what every format says of a finding, prepared once, so that no two of them can differ.

A notice is a finding with its level, its places, and in plain words what it is and why it stands
where it does. All text in it is of articles that anybody wrote: it has passed `visible`, and what
is one line to its reader is one line here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

import msgspec

from claimcheck.articles.article import Article
from claimcheck.articles.positions import Lines
from claimcheck.document import Claim, Finding, Status, Verdict
from claimcheck.errors import one_line, visible
from claimcheck.gate.places import Spot, Where, address, at, relative, whereabouts
from claimcheck.gate.run import Acceptance, Run
from claimcheck.quantities.wording import counted

Level = Literal["error", "warning", "note"]

KINDS: dict[Verdict, str] = {
    "contradictory": "contradiction",
    "superseded": "superseded",
    "tension": "tension",
}

# The order in which findings that do not fail the run are told.
STATES: tuple[Status, ...] = ("new", "updated", "known", "suppressed", "absent")

_CONTEXT = 60  # characters of the sentence on either side of the words


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of an article that stand on one side of a finding. `sentence` is what stands around
    them, cut to what is near; `raw` is how the file writes them."""

    article: str
    where: Where
    words: str
    sentence: str
    raw: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A finding, as every format tells it.

    `finding` is that of the document with all its text made fit to show. `title` names verdict,
    grade and basis; `standing` says why it is known, updated, suppressed or gone, and is empty for
    a new finding. `where` is its first mention, or where a finding stood that is gone; None where
    nobody knows. `explain` and `accept` are commands, empty where they would do nothing.
    """

    finding: Finding
    level: Level
    fails: bool
    title: str
    standing: str
    sides: tuple[tuple[Mention, ...], tuple[Mention, ...]]
    where: Where | None
    explain: str
    accept: str

    @property
    def headline(self) -> str:
        """The finding in a line: what it is, its state, its rule and its id."""
        finding = self.finding
        return f"{self.title}, {finding.status}: {finding.rule} [{finding.id}]"

    @property
    def versus(self) -> str:
        """Both values, as they are written."""
        one, other = self.finding.sides
        return f"“{one.value}” against “{other.value}”"

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Those of both sides, the first of which is where the finding is shown."""
        return self.sides[0] + self.sides[1]

    def evidence(self) -> Iterator[tuple[Mention, int]]:
        """Each mention of both sides, and how often more its article says the same words there."""
        for side in self.sides:
            count = Counter((m.article, m.words) for m in side)
            for mention in side:
                if again := count.pop((mention.article, mention.words), 0):
                    yield mention, again - 1

    def account(self) -> Iterator[str]:
        """All of it, in lines of plain text."""
        yield self.finding.explanation
        if self.standing:
            yield self.standing
        for mention, again in self.evidence():
            more = f"  (and {counted(again, 'more mention')})" if again else ""
            yield f"  {mention.where.shown}: {mention.sentence}{more}"
        for note in self.finding.reconciliations:
            yield f"Possible reconciliation: {note}"
        yield from (command for command in (self.explain, self.accept) if command)


def notices(run: Run) -> list[Notice]:
    """The findings of a run: first those that fail it, then the others by state; within these in
    the order of the document, the graver first."""
    made = _Maker(run)
    found = [made.notice(finding) for finding in run.document.findings]
    return sorted(found, key=lambda n: (not n.fails, STATES.index(n.finding.status)))


def standings(run: Run) -> dict[str, str]:
    """Why each finding is in its state, by id; without those of which there is nothing to say."""
    told = {finding.id: _standing(finding, run) for finding in run.document.findings}
    return {id_: why for id_, why in told.items() if why}


def by_state(found: Iterable[Notice]) -> dict[Status, int]:
    """How many findings are in each state, in the order of the states, without those of none."""
    count = Counter(notice.finding.status for notice in found)
    return {state: count[state] for state in STATES if count[state]}


class _Maker:
    """Makes the notices of one run; the lines of an article are looked for once."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._claims = {claim.id: claim for claim in run.document.claims}
        self._shown = {d.id: address(whereabouts(d)) for d in run.document.documents}
        self._lines: dict[str, Lines] = {}

    def notice(self, finding: Finding) -> Notice:
        run = self._run
        one, other = (tuple(map(self._mention, side.claims)) for side in finding.sides)
        fails = finding.id in run.failing
        gone = run.gone.get(finding.id)
        first = next((mention.where for mention in one + other), None)
        basis = finding.basis.replace("-", ", ")
        told = finding.status in ("new", "updated")
        paths = address(run.paths)
        return Notice(
            finding=_showable(finding),
            level=_level(finding, fails),
            fails=fails,
            title=f"{KINDS[finding.verdict]} ({finding.grade}; {basis})",
            standing=_standing(finding, run),
            sides=(one, other),
            where=at(gone.place, run.folder, run.here) if gone else first,
            explain=f"claimcheck explain {finding.id} {paths}" if first else "",
            accept=f"claimcheck baseline accept {finding.id} --reason … {paths}" if told else "",
        )

    def _mention(self, claim_id: str) -> Mention:
        claim = self._claims[claim_id]
        article = self._run.articles[claim.doc]
        return Mention(
            article=claim.doc,
            where=self._where(claim, article),
            words=one_line(article.words(claim.start, claim.end)),
            sentence=_around(claim, article),
            raw=visible(article.file_text[claim.start : claim.end]),
        )

    def _where(self, claim: Claim, article: Article) -> Where:
        start, end = (self._spot(article, offset) for offset in (claim.start, claim.end))
        run = self._run
        path = relative(article.path, run.folder, run.here) if article.path else None
        shown = f"{self._shown[article.id]}:{start.line}:{start.column}"
        name = path or address(article.id)
        if article.line is not None:
            return Where(name, shown, path, article.line)
        return Where(name, shown, path, start.line, start, end)

    def _spot(self, article: Article, offset: int) -> Spot:
        if article.id not in self._lines:
            self._lines[article.id] = Lines(article.path or article.id, article.file_text)
        found = self._lines[article.id].place(offset)
        assert found.line, "a place in a text has a line"
        assert found.column, "a place in a text has a column"
        lead = article.file_text[offset - found.column + 1 : offset]
        if lead.isascii():
            return Spot(found.line, found.column, found.column, found.column)
        utf16 = len(lead.encode("utf-16-le", "surrogatepass")) // 2
        utf8 = len(lead.encode("utf-8", "surrogatepass"))
        return Spot(found.line, found.column, utf16 + 1, utf8 + 1)


def _showable(finding: Finding) -> Finding:
    """The finding with all its text in lines that can be shown."""
    one, other = (
        msgspec.structs.replace(
            side, value=one_line(side.value), normalised=one_line(side.normalised)
        )
        for side in finding.sides
    )
    return msgspec.structs.replace(
        finding,
        rule=one_line(finding.rule),
        explanation=one_line(finding.explanation),
        reconciliations=[one_line(note) for note in finding.reconciliations],
        sides=(one, other),
    )


def _level(finding: Finding, fails: bool) -> Level:
    if fails:
        return "error"
    told = finding.status in ("new", "updated")
    return "warning" if told and finding.verdict == "contradictory" else "note"


def _standing(finding: Finding, run: Run) -> str:
    """Why a finding is in its state, as a sentence; of a new one there is nothing to say."""
    accepted, suppressed = run.accepted.get(finding.id), run.suppressed.get(finding.id)
    before = _acceptance(accepted) if accepted else "It stood there before"
    if gone := run.gone.get(finding.id):
        told = gone.sentence
    elif suppressed:
        until = f" until {suppressed.until}" if suppressed.until else ""
        told = f"Suppressed{until} by {suppressed.place}: {suppressed.reason}"
    elif finding.status == "updated":
        told = f"{before}; what is said has changed since"
    elif finding.status == "known":
        told = before
    else:
        return ""
    told = one_line(told)
    return told if told.endswith((".", "!", "?")) else f"{told}."


def _acceptance(accepted: Acceptance) -> str:
    by = f" by {accepted.by}" if accepted.by else ""
    until = f" until {accepted.until}" if accepted.until else ""
    note = f" ({accepted.note})" if accepted.note else ""
    return f"Accepted as {accepted.reason}{by}{until}{note} in {accepted.place}"


def _around(claim: Claim, article: Article) -> str:
    """The claim's words in their sentence, which is cut to what stands near them."""
    first, last = min(claim.sentence[0], claim.start), max(claim.sentence[1], claim.end)
    before = article.words(first, claim.start)
    words = article.words(claim.start, claim.end)
    after = article.words(claim.end, last)
    start, end = max(0, len(before) - _CONTEXT), min(len(after), _CONTEXT)
    while 0 < start < len(before) and not before[start - 1].isspace():
        start += 1
    while 0 < end < len(after) and not after[end].isspace():
        end -= 1
    shown = one_line(before[start:] + words + after[:end])
    return f"{'… ' if start else ''}{shown}{' …' if end < len(after) else ''}"
