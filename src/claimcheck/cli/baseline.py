"""The baseline: `accept`, `prune`, `list`, `diff` and `history`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimcheck import __version__
from claimcheck.cli.inputs import configured, mended, typed_again
from claimcheck.cli.options import (
    baseline_option,
    config_option,
    day,
    file_options,
    today_option,
)
from claimcheck.cli.output import report_notes, report_problems, write_text
from claimcheck.errors import InputError, UsageError, gravest, one_line
from claimcheck.quantities.wording import counted

if TYPE_CHECKING:
    from claimcheck.cli.session import Session
    from claimcheck.gate.baseline.acceptance import Change
    from claimcheck.gate.baseline.file import Baseline

_ID = re.compile(r"[0-9a-f]{4,64}")


@click.group(epilog="Example: claimcheck baseline accept --all --reason known")
def baseline() -> None:
    """The findings that somebody has accepted, and that fail no run."""


@baseline.command(epilog="Example: claimcheck baseline accept 16a6ef --reason another-thing")
@click.argument("names", nargs=-1, metavar="[ID…] [PATHS…]")
@click.option("--all", "every", is_flag=True, help="All findings that are new.")
@click.option("--reason", required=True, metavar="WORD", help="Why: one of the words above.")
@click.option("--note", default="", help="Why, in your own words.")
@click.option("--by", help="Who accepts it. [default: whom Git says]")
@click.option("--until", type=day, metavar="DAY", help="The last day on which it holds.")
@baseline_option
@file_options
def accept(
    names: Sequence[str],
    every: bool,
    reason: str,
    note: str,
    by: str | None,
    until: date | None,
    config_file: str | None,
    folder: str | None,
    **options: Any,
) -> None:
    """Accept findings by the ids that outputs show, or all that are new.

    Reasons: known (they differ, and that is left as it is for now), misread (claimcheck misread
    the words of one side), another-thing or another-time (the two sides speak of two things, or of
    two times), both-hold (both are right, for a reason that only people know), corrected (one of
    the two was corrected where it was published).

    With --all, entries that other rules have come to read otherwise are written anew, as they were
    decided. Nothing is written where the variable CI is set.
    """
    from claimcheck.gate.baseline.acceptance import Decision, accepted, named
    from claimcheck.gate.baseline.file import REASONS

    ids = [n for n in names if _ID.fullmatch(n.lower()) and not Path(n).exists()]
    if bool(ids) == every:
        step = "Name the ids that `claimcheck check` shows, or take --all for all that are new"
        cause = "ids and --all are named" if ids else "no finding is named"
        raise UsageError(cause, next_step=step)
    if reason not in REASONS:
        step = f"Take one of: {', '.join(REASONS)}"
        raise UsageError(f"{reason!r} is no reason for which findings are accepted", next_step=step)
    if until and until < datetime.now(tz=UTC).date():
        raise UsageError(f"--until {until} is over", next_step="Name a day that is to come")
    done = _checked([n for n in names if n not in ids], config_file, folder, options)
    chosen = done.run.findings("new") if every else named(done.run, ids)
    change = accepted(
        done.run,
        {i: one.entry for i, one in done.found.items()},
        done.baseline,
        {f.id for f in chosen},
        Decision(reason, by or _author(), note, until.isoformat() if until else None),
        refresh=every,
    )
    _write(done, change)


@baseline.command(epilog="Example: claimcheck baseline prune")
@click.argument("paths", nargs=-1, metavar="[PATHS…]")
@baseline_option
@file_options
def prune(
    paths: Sequence[str], config_file: str | None, folder: str | None, **options: Any
) -> None:
    """Remove the entries whose findings are no longer there; nothing is added.

    Nothing is written where the variable CI is set.
    """
    from claimcheck.gate.baseline.acceptance import pruned

    done = _checked(paths, config_file, folder, options)
    _write(done, pruned(done.run, done.baseline))


@baseline.command("list", epilog="Example: claimcheck baseline list")
@today_option
@baseline_option
@config_option
def list_(today: date | None, baseline: str | None, config_file: str | None) -> None:
    """Show every accepted finding, why it is accepted, by whom and until when."""
    from claimcheck.gate.baseline.acceptance import listing

    path = mended(config_file, baseline=baseline).baseline_file
    _print(listing(_loaded(path), today or datetime.now(tz=UTC).date()))


@baseline.command(epilog="Example: claimcheck baseline diff main")
@click.argument("old", default="HEAD")
@click.argument("new", required=False)
@baseline_option
@config_option
def diff(old: str, new: str | None, baseline: str | None, config_file: str | None) -> None:
    """Show what was accepted (+), removed (-) and said otherwise (~) between two baselines.

    OLD and NEW are files, or Git revisions of the baseline; by default the last commit and the
    file as it lies there.
    """
    from claimcheck.gate.baseline.acceptance import change_lines, difference

    path = mended(config_file, baseline=baseline).baseline_file
    before = _version(old, path)
    after = _version(new, path) if new is not None else _loaded(path)
    _print(change_lines(difference(before, after)))


@baseline.command(epilog="Example: claimcheck baseline history")
@baseline_option
@config_option
def history(baseline: str | None, config_file: str | None) -> None:
    """Show how many findings stood accepted after each commit of the baseline."""
    from claimcheck.gate.baseline.history import history as steps_of
    from claimcheck.gate.baseline.history import lines
    from claimcheck.gate.git.repository import Repository

    path = mended(config_file, baseline=baseline).baseline_file
    _print(lines(steps_of(Repository(path.parent), path)))


def _checked(
    paths: Sequence[str],
    config_file: str | None,
    folder: str | None,
    options: Mapping[str, Any],
) -> Session:
    """The session on which the baseline is changed. One with mistakes ends the command: what was
    not read could be taken for gone."""
    from claimcheck.cli.session import Request, session

    config, every = configured(config_file, paths, rules=folder, **options)
    typed = typed_again(every, folder, config_file)
    done = session(Request(every, typed, writes_baseline=True), config)
    report_notes(done.run.notes)
    excused = InputError if config.allow_incomplete else ()
    if codes := [p.exit_code for p in done.run.problems if not isinstance(p, excused)]:
        sys.exit(gravest(codes))
    return done


def _write(done: Session, change: Change) -> None:
    """Writes a changed baseline, and says what changed."""
    from claimcheck.gate.baseline.acceptance import change_lines
    from claimcheck.gate.baseline.file import dump, save

    path = Path(done.baseline.path)
    save(path, dump(change.entries, version=__version__, rules_digest=done.rules_digest))
    total = f"{done.baseline.path}: {counted(len(change.entries), 'accepted finding')}"
    _print([*change_lines(change), total])


def _loaded(path: Path) -> Baseline:
    """A baseline, which has to be one without mistakes."""
    from claimcheck.gate.baseline.file import load

    return _right(*load(path))


def _version(name: str, path: Path) -> Baseline:
    """A baseline by the name of its file, or as the one at `path` was in a Git revision."""
    from claimcheck.gate.baseline.file import Baseline, parse
    from claimcheck.gate.git.repository import Repository

    if Path(name).is_file():
        return _loaded(Path(name))
    data = Repository(path.parent).content(name, path)
    shown = f"{name}:{path.as_posix()}"
    return _right(*parse(data, shown)) if data is not None else Baseline(shown)


def _right(baseline: Baseline, mistakes: Sequence[UsageError]) -> Baseline:
    if mistakes:
        report_problems(mistakes)
        sys.exit(gravest(m.exit_code for m in mistakes))
    return baseline


def _author() -> str:
    """Whom Git says that works here. Raises UsageError where it says nobody."""
    from claimcheck.gate.git.repository import author

    if found := author(Path.cwd()):
        return found
    raise UsageError(
        "nobody is known to accept it: Git has no user.name and user.email here",
        next_step='Say it: --by "Your name"',
    )


def _print(lines: Iterable[str]) -> None:
    write_text("".join(f"{one_line(line)}\n" for line in lines), None)
