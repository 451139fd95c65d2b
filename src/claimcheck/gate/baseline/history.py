"""History: how many findings stood accepted over time, by the commits of a baseline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claimcheck.gate.baseline.acceptance import difference
from claimcheck.gate.baseline.file import Baseline, parse
from claimcheck.gate.git.repository import Commit, Repository


@dataclass(frozen=True, slots=True)
class Step:
    """A commit that changed a baseline: how many findings stood after it, and how many it added
    and removed; `broken` where the file was none that can be read."""

    commit: Commit
    standing: int
    added: int
    removed: int
    broken: bool = False


def history(repository: Repository, path: Path) -> list[Step]:
    """The steps of a baseline from its first commit on."""
    steps: list[Step] = []
    before = Baseline(str(path))
    for commit, data in repository.history(path):
        now, problems = parse(data, str(path)) if data is not None else (Baseline(str(path)), [])
        change = difference(before, now)
        steps.append(
            Step(
                commit,
                len(now.entries),
                len(change.added),
                len(change.removed),
                broken=bool(problems),
            )
        )
        before = now
    return steps


def lines(steps: list[Step]) -> Iterator[str]:
    """A line a step: the day, how many stood, what changed, by whom and in which commit."""
    widest = max((step.standing for step in steps), default=0)
    for step in steps:
        bar = "█" * round(_BAR * step.standing / widest) if widest else ""
        changed = f"+{step.added} -{step.removed}"
        broken = " (a line could not be read)" if step.broken else ""
        yield (
            f"{step.commit.day}  {step.standing:>5}  {changed:<10} {bar:<{_BAR}}"
            f" {step.commit.id[:9]} {step.commit.author}: {step.commit.subject}{broken}"
        )


_BAR = 20
