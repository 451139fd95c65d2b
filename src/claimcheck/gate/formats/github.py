"""The format of GitHub's workflow commands: annotations beside the lines of a change.

A step shows ten annotations a level and drops the others without a word. What does not fit is
therefore counted in a notice of our own, which takes a place among the notices only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.gate.notices import Level, Notice, notices
from claimcheck.gate.places import Where
from claimcheck.gate.remarks import Remark, remarks
from claimcheck.gate.run import Run
from claimcheck.quantities.wording import counted

_MOST = 10
_COMMANDS: dict[Level, str] = {"error": "error", "warning": "warning", "note": "notice"}


@dataclass(frozen=True, slots=True)
class _Annotation:
    level: Level
    where: Where | None
    title: str
    message: str


def render(run: Run) -> bytes:
    """A command a line, the failing findings first."""
    found = [_finding(notice) for notice in notices(run)]
    said = [_remark(remark) for remark in remarks(run)]
    # What is wrong with a run matters more than what is known, and less than what fails it.
    errors = [a for a in [*found, *said] if a.level == "error"]
    others = [a for a in [*said, *found] if a.level != "error"]
    return "".join(f"{_command(one)}\n" for one in _within([*errors, *others])).encode()


def _within(told: list[_Annotation]) -> Iterator[_Annotation]:
    """The first of each level, and one in place of all others."""
    levels = {level: [one for one in told if one.level == level] for level in _COMMANDS}
    over = any(len(ones) > _MOST for ones in levels.values())
    left = []
    for level, ones in levels.items():
        most = _MOST - (over and level == "note")
        yield from ones[:most]
        if more := len(ones) - len(ones[:most]):
            left.append(counted(more, _COMMANDS[level]))
    if over:
        message = f"GitHub shows {_MOST} annotations a level; not shown here: {', '.join(left)}"
        yield _Annotation("note", None, "claimcheck", f"{message}. The job summary has all")


def _finding(notice: Notice) -> _Annotation:
    return _Annotation(notice.level, notice.where, notice.headline, "\n".join(notice.account()))


def _remark(remark: Remark) -> _Annotation:
    return _Annotation(remark.level, remark.where, f"claimcheck: {remark.kind}", remark.text)


def _command(one: _Annotation) -> str:
    properties = ",".join(f"{name}={_property(value)}" for name, value in _properties(one))
    return f"::{_COMMANDS[one.level]} {properties}::{_data(one.message)}"


def _properties(one: _Annotation) -> Iterator[tuple[str, str]]:
    where = one.where
    if where and where.path:
        yield "file", where.path
        if where.line:
            yield "line", str(where.line)
        if where.start and where.end:
            yield "endLine", str(where.end.line)
            if where.start.line == where.end.line:  # GitHub takes columns within a line alone
                yield "col", str(where.start.column)
                yield "endColumn", str(where.end.column)
    yield "title", one.title


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
