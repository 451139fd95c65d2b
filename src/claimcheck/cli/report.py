"""The analyst's command: `report`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimcheck.cli.inputs import configured, typed_again
from claimcheck.cli.options import baseline_option, file_options, today_option
from claimcheck.cli.output import report_notes, say, write_text
from claimcheck.errors import ClaimcheckError, UsageError, gravest

if TYPE_CHECKING:
    from claimcheck.api import Report
    from claimcheck.config import Config
    from claimcheck.gate.run import Run

_HEAVY = 20_000_000  # bytes from which a browser is slow to open a page
_NAMED = 3
_LOOKED_FOR = "Articles are looked for from this folder and from that of the saved run."


@click.command(epilog="Example: claimcheck report articles/ -o report")
@click.argument("paths", nargs=-1, metavar="[PATHS…]")
@click.option("-o", "--output", type=click.Path(file_okay=False), required=True, metavar="DIR")
@click.option("--since", metavar="FILE", help="What is new since an older run: its findings.json.")
@baseline_option
@today_option
@file_options
def report(
    paths: tuple[str, ...],
    output: str,
    since: str | None,
    today: date | None,
    folder: str | None,
    config_file: str | None,
    **options: Any,
) -> None:
    """Write the discrepancy report: index.html, the tables as CSV and Parquet, findings.json.

    What the baseline accepts is shown as known. PATHS may be the findings.json of an earlier run,
    which is then shown as it was saved. --since tells what is new, has changed or is gone since
    such a run. The exit code is 0 whatever is found; a mistake in the command, the configuration,
    the baseline or a rule pack is 2, an input that could not be read 5.
    """
    problems: Sequence[ClaimcheckError] = ()
    config = None
    if saved := _saved(paths):
        from claimcheck.api import Report

        given = {"today": today, "rules": folder, "config": config_file, **options}
        _refuse(saved, [name for name, value in given.items() if value])
        told = Report.load(saved)
        for note in told.notes:
            say(f"note: {note} {_LOOKED_FOR}")
    else:
        config, every = configured(config_file, paths, rules=folder, **options)
        run = _run(every, typed_again(every, folder, config_file), today, config)
        told, problems = _told(run), run.problems
    if since is not None:
        told = told.against(_older(Path(since), config))
    written = told.write(output)
    write_text("".join(f"{path.as_posix()}\n" for path in written), None)
    if (size := written[0].stat().st_size) > _HEAVY:
        say(f"note: {written[0].as_posix()} has {size / 1e6:.0f} MB")
    sys.exit(gravest(problem.exit_code for problem in problems))


def _saved(paths: Sequence[str]) -> Path | None:
    """The saved run that the paths name; None where they name articles."""
    if len(paths) == 1 and paths[0].lower().endswith(".json") and Path(paths[0]).is_file():
        return Path(paths[0])
    return None


def _refuse(saved: Path, options: Sequence[str]) -> None:
    if options:
        names = ", ".join(f"--{name.replace('_', '-')}" for name in options)
        cause = f"{saved.as_posix()} is a saved run and is shown as it is: {names} cannot change it"
        raise UsageError(cause, next_step="Leave it out, or name the articles")


def _run(paths: tuple[str, ...], typed: str, today: date | None, config: Config) -> Run:
    """The run of the gate on these articles, which a report does not fail for being small."""
    from claimcheck.cli.session import Request, session
    from claimcheck.config import Floors
    from claimcheck.pipeline import uncollected

    config = replace(config, floors=Floors(documents=0, claims=0))
    with uncollected():
        run = session(Request(paths, typed, today=today), config).run
    report_notes(run.notes)
    return run


def _told(run: Run) -> Report:
    from claimcheck.api import Report
    from claimcheck.gate.notices import standings

    notes = (*_unread(run), *(f"{note.text[:1].upper()}{note.text[1:]}." for note in run.notes))
    return Report(run.document, run.articles, standings(run), notes)


def _unread(run: Run) -> list[str]:
    """What the reader of the page has to know of inputs that are not in it."""
    places = list(dict.fromkeys(str(p.place.path) for p in run.problems if p.place))
    if not places:
        return []
    rest = len(places) - _NAMED
    names = [*places[:_NAMED], *([f"{rest:,} more"] if rest > 0 else [])]
    return [f"Not all could be read as it should: see {', '.join(names)}."]


def _older(path: Path, config: Config | None) -> Report:
    """The run that another is held against, with the findings that the configuration selects."""
    import msgspec

    from claimcheck.api import Report
    from claimcheck.report.saved import read_document

    document = read_document(path)
    found = [f for f in document.findings if config is None or config.selects(f.rule)]
    return Report(msgspec.structs.replace(document, findings=found))
