"""Acceptance: what becomes of a baseline when findings are accepted, or gone ones removed.

Pure: baselines are read and written by whoever calls.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import msgspec

from claimcheck.document import Finding
from claimcheck.errors import UsageError
from claimcheck.gate.baseline.entries import Entry
from claimcheck.gate.baseline.file import Baseline
from claimcheck.gate.run import Run
from claimcheck.quantities.wording import counted


@dataclass(frozen=True, slots=True)
class Decision:
    """Why findings are accepted, by whom and until when; see `Entry`."""

    reason: str
    by: str
    note: str = ""
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A baseline's entries after a change: those added, those that were written anew because a
    side has other values or words now, and those removed."""

    entries: tuple[Entry, ...]
    added: tuple[Entry, ...] = ()
    refreshed: tuple[Entry, ...] = ()
    removed: tuple[Entry, ...] = ()


def named(run: Run, ids: Iterable[str]) -> list[Finding]:
    """The findings of a run that ids, or the first digits of them, name.

    Raises UsageError where an id names none, several, or one that nobody can accept.
    """
    found: dict[str, Finding] = {}
    for given in ids:
        fits = [f for f in run.document.findings if f.fingerprint.startswith(given.lower())]
        if len(fits) != 1:
            ids_there = ", ".join(f.id for f in fits or run.findings("new", "updated")) or "none"
            step = f"{'These begin so' if fits else 'These are new'}: {ids_there}"
            raise UsageError(f"{len(fits)} findings have the id {given!r}", next_step=step)
        (finding,) = fits
        if finding.status == "absent":
            step = "`claimcheck baseline prune` removes it"
            raise UsageError(f"the finding {finding.id} is no longer there", next_step=step)
        found[finding.id] = finding
    return list(found.values())


def accepted(
    run: Run,
    found: Mapping[str, Entry],
    baseline: Baseline,
    chosen: Collection[str],
    decision: Decision,
    *,
    refresh: bool = False,
) -> Change:
    """A baseline with the findings whose ids are `chosen` accepted by a decision. `found` are the
    findings of the run by id, as entries.

    With `refresh`, entries whose finding has moved are written anew, as they were decided. All
    others stay as they are: what somebody accepted is not to grow value by value into another.
    """
    kept = {e.id: e for e in baseline.entries}
    there = {one.id for one in found.values()}
    added: list[Entry] = []
    refreshed: list[Entry] = []
    for short, one in sorted(found.items()):
        told = run.accepted.get(short)
        has_moved = told is not None and told.moved
        if short not in chosen and not (refresh and has_moved):
            continue
        old = kept.get(told.entry) if told else kept.get(one.id)
        on = decision if short in chosen or old is None else _decided(old)
        new = msgspec.structs.replace(one, reason=on.reason, note=on.note, by=on.by, until=on.until)
        if old == new:
            continue
        if told and told.entry not in there:
            kept.pop(told.entry, None)
        kept[new.id] = new
        (refreshed if told else added).append(new)
    return Change(_ordered(kept.values()), tuple(added), tuple(refreshed))


def pruned(run: Run, baseline: Baseline) -> Change:
    """A baseline without the entries whose findings are no longer there, and nothing else."""
    stale = {f.fingerprint for f in run.findings("absent") if run.gone[f.id].stale}
    removed = tuple(e for e in baseline.entries if e.id in stale)
    return Change(tuple(e for e in baseline.entries if e.id not in stale), removed=removed)


def difference(old: Baseline, new: Baseline) -> Change:
    """What one baseline has that the other does not; `refreshed` are those that say otherwise."""
    before = {e.id: e for e in old.entries}
    after = {e.id: e for e in new.entries}
    return Change(
        new.entries,
        added=tuple(e for i, e in after.items() if i not in before),
        refreshed=tuple(e for i, e in after.items() if i in before and before[i] != e),
        removed=tuple(e for i, e in before.items() if i not in after),
    )


def change_lines(change: Change) -> Iterator[str]:
    """A change as lines for people, a sign before each entry."""
    for sign, entries in (
        ("+", change.added),
        ("~", change.refreshed),
        ("-", change.removed),
    ):
        for one in entries:
            yield f"{sign} {entry_line(one)}"


def entry_line(one: Entry) -> str:
    """An entry in one line: what differs, how gravely, and why that is accepted."""
    values = " / ".join(f"“{side.value}”" for side in one.sides)
    note = f": {one.note}" if one.note else ""
    until = f", until {one.until}" if one.until else ""
    why = f"{one.reason}{note}, by {one.by}{until}"
    return f"{one.short_id} {one.about}: {values} ({one.verdict}, {one.grade}) [{why}]"


def listing(baseline: Baseline, today: date) -> Iterator[str]:
    """Every entry of a baseline as a line, and how many there are for which reason."""
    for one in baseline.entries:
        over = " ENDED" if one.until and date.fromisoformat(one.until) < today else ""
        yield f"{entry_line(one)}{over}"
    count = len(baseline.entries)
    reasons = sorted({e.reason for e in baseline.entries})
    each = ", ".join(f"{sum(e.reason == r for e in baseline.entries)} {r}" for r in reasons)
    yield f"{counted(count, 'accepted finding')}{f': {each}' if each else ''}."


def _decided(one: Entry) -> Decision:
    return Decision(one.reason, one.by, one.note, one.until)


def _ordered(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    ordered: Sequence[Entry] = sorted(entries, key=lambda e: e.id)
    return tuple(ordered)
