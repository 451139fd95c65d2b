"""The text format: for people, in a terminal and in a log.

What fails the run comes first, with both sides, why they differ, how both may hold and what to do;
then the other findings by state, those that somebody has dealt with in one line each. Nothing in it
depends on the width of a terminal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import IO, TypeAlias

from claimcheck.document import FindingsDocument
from claimcheck.gate.notices import Level, Notice, by_state, notices
from claimcheck.gate.remarks import remarks
from claimcheck.gate.run import Run
from claimcheck.quantities.wording import counted

# Words and the style in which a terminal shows them; "" is plain.
_Piece: TypeAlias = tuple[str, str]
_Line: TypeAlias = tuple[_Piece, ...]

_STYLES: dict[Level, str] = {"error": "bold red", "warning": "yellow", "note": "bold"}
_PLACE, _COMMAND, _HEADING = "cyan", "dim", "bold underline"

_KNOWN, _SUPPRESSED = "Known:", "Suppressed:"
_GONE, _STALE = "No longer there:", "Stale, for they are accepted and no longer there:"


def render(run: Run) -> bytes:
    """The run as plain text, the same wherever it goes."""
    lines = ("".join(words for words, _ in line) for line in _lines(run))
    return "".join(f"{line}\n" for line in lines).encode()


def show(run: Run, terminal: IO[str]) -> None:
    """Writes the run to a terminal, in colours unless NO_COLOR or the terminal forbids them."""
    from rich.console import Console
    from rich.text import Text

    # Lines are the terminal's to wrap, so that an address stays whole when it is copied.
    console = Console(file=terminal, soft_wrap=True, highlight=False, markup=False, emoji=False)
    for line in _lines(run):
        console.print(Text.assemble(*line))


def summary(document: FindingsDocument) -> str:
    """One line: what was read, and what was found in it."""
    stats = document.stats
    counts = Counter(f.verdict for f in document.findings if f.status != "absent")
    # As the report counts them: who says a thing twice agrees with nobody.
    agreeing = sum(len(f.camps) == 1 and f.camps[0].origins > 1 for f in document.facts)
    found = (
        f"{counted(counts['contradictory'], 'contradiction')}, {counts['superseded']:,} superseded"
    )
    tension = f", {counted(counts['tension'], 'tension')}" if counts["tension"] else ""
    return (
        f"{counted(stats.documents, 'article')}, {counted(stats.claims, 'claim')}: {found}"
        f"{tension}, {counted(agreeing, 'fact')} told alike. {stats.numbers_seen} numbers seen, "
        f"{sum(stats.set_aside.values())} set aside."
    )


def _lines(run: Run) -> Iterator[_Line]:
    found = notices(run)
    for notice in found:
        if not _heading(notice, run):
            yield from _whole(notice)
    for heading in (_KNOWN, _SUPPRESSED, _GONE, _STALE):
        lines = [_in_a_line(notice) for notice in found if _heading(notice, run) == heading]
        yield from _section(heading, lines)
    notes = [note for note in remarks(run) if not note.mistake]
    yield from _section(
        "Notes:",
        [
            ((f"{note.where.shown}: " if note.where else "", _PLACE), (note.text, ""))
            for note in notes
        ],
    )
    yield ((summary(run.document), ""),)
    if found:
        states = ", ".join(f"{count:,} {state}" for state, count in by_state(found).items())
        failing = sum(notice.fails for notice in found)
        grave = f"; {counted(failing, 'new contradiction')} of grade moderate or major"
        yield ((f"{counted(len(found), 'finding')}: {states}{grave if failing else ''}.", ""),)


def _heading(notice: Notice, run: Run) -> str:
    """The section in which a finding is told in a line; empty where it is told in full."""
    finding = notice.finding
    if notice.fails or finding.status in ("new", "updated"):
        return ""
    if finding.status == "absent":
        return _STALE if finding.id in run.gone and run.gone[finding.id].stale else _GONE
    return _KNOWN if finding.status == "known" else _SUPPRESSED


def _section(heading: str, lines: Sequence[_Line]) -> Iterator[_Line]:
    if lines:
        yield ((heading, _HEADING),)
        yield from ((("  ", ""), *line) for line in lines)
        yield ()


def _whole(notice: Notice) -> Iterator[_Line]:
    finding = notice.finding
    yield (*_head(notice), (f"  [{finding.id}]", _COMMAND))
    yield ((f"  {finding.explanation}", ""),)
    if notice.standing:
        yield ((f"  {notice.standing}", ""),)
    for mention, again in notice.evidence():
        more = f"  (and {counted(again, 'more mention')})" if again else ""
        yield ((f"    {mention.where.shown}", _PLACE), (f": {mention.sentence}{more}", ""))
    for note in finding.reconciliations:
        yield ((f"  Possible reconciliation: {note}", ""),)
    if notice.explain:
        yield ((f"  {notice.explain}", _COMMAND),)
    if notice.fails and notice.accept:
        yield ((f"  {notice.accept}", _COMMAND),)
    yield ()


def _in_a_line(notice: Notice) -> _Line:
    place = f"{notice.where.shown}: " if notice.where else ""
    # What became of a finding that is gone names both values.
    values = "" if notice.finding.status == "absent" else f"{notice.versus}. "
    said = f"  [{notice.finding.id}]  {values}{notice.standing}"
    return ((place, _PLACE), *_head(notice), (said, ""))


def _head(notice: Notice) -> tuple[_Piece, ...]:
    state = "" if notice.finding.status == "new" else f", {notice.finding.status}"
    return ((f"{notice.title}{state}", _STYLES[notice.level]), (f"  {notice.finding.rule}", ""))
