"""The job summary: Markdown for the page of a GitHub run, beside its annotations.

GitHub refuses a summary of more than a mebibyte as a whole. What does not fit is counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimcheck.gate.formats.markdown import escaped
from claimcheck.gate.formats.text import summary
from claimcheck.gate.notices import Notice, by_state, notices
from claimcheck.gate.remarks import Remark, remarks
from claimcheck.gate.run import Run
from claimcheck.quantities.wording import counted

MOST_BYTES = 900_000


def render(run: Run) -> bytes:
    """The summary as Markdown, to be appended to the file that GITHUB_STEP_SUMMARY names."""
    found = notices(run)
    failing = [notice for notice in found if notice.fails]
    others = [notice for notice in found if not notice.fails]
    head = "\n".join(_head(run, found, failing))
    room = MOST_BYTES - _size(head) - 1000  # for the lines that are written around the blocks
    said = _within(map(_remark, remarks(run)), room // 4)
    whole = _within(map(_whole, failing), room - sum(map(_size, said)))
    rest = _within(map(_in_a_line, others), room - sum(map(_size, [*said, *whole])))
    parts = [head, *said, "", *whole]
    if others:
        folded = counted(len(others), "other finding")
        parts += [f"<details><summary>{folded}</summary>\n", *rest, "\n</details>\n"]
    return "\n".join(parts).encode()


def _head(run: Run, found: Sequence[Notice], failing: Sequence[Notice]) -> Iterator[str]:
    said = counted(len(failing), "new contradiction") if failing else "no new contradiction"
    yield f"## claimcheck: {said} of grade moderate or major\n"
    yield "| state | findings | of them such |\n|---|--:|--:|"
    for state, count in by_state(found).items():
        fails = sum(notice.finding.status == state for notice in failing)
        yield f"| {state} | {count:,} | {fails:,} |"
    yield f"\n{escaped(summary(run.document))}\n"


def _within(blocks: Iterable[str], room: int) -> list[str]:
    """The blocks that fit, and how many do not; one that is too long hides none behind it."""
    shown: list[str] = []
    more = 0
    for block in blocks:
        size = _size(block)
        if size > room:
            more += 1
            continue
        room -= size
        shown.append(block)
    return [*shown, f"- {more:,} more\n"] if more else shown


def _size(text: str) -> int:
    """The bytes of a part and of the line end behind it."""
    return len(text.encode()) + 1


def _whole(notice: Notice) -> str:
    finding = notice.finding
    lines = [f"### {escaped(notice.headline)}\n", f"{escaped(finding.explanation)}\n"]
    if notice.standing:
        lines.append(f"{escaped(notice.standing)}\n")
    for mention, again in notice.evidence():
        more = f" (and {counted(again, 'more mention')})" if again else ""
        lines.append(f"- {_code(mention.where.shown)}: {escaped(mention.sentence)}{more}")
    lines += [f"- Possible reconciliation: {escaped(note)}" for note in finding.reconciliations]
    lines += [f"- {_code(command)}" for command in (notice.explain, notice.accept) if command]
    return "\n".join(lines) + "\n"


def _in_a_line(notice: Notice) -> str:
    place = f"{_code(notice.where.shown)}: " if notice.where else ""
    standing = f" {escaped(notice.standing)}" if notice.standing else ""
    return f"- {place}{escaped(notice.headline)}: {escaped(notice.versus)}.{standing}"


def _remark(remark: Remark) -> str:
    place = f"{_code(remark.where.shown)}: " if remark.where else ""
    return f"- {remark.level}: {place}{escaped(remark.text)}"


def _code(text: str) -> str:
    # Not in backticks: within them nothing can be escaped.
    return f"<code>{escaped(text)}</code>"
