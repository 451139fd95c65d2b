"""The gate: `check`."""

from __future__ import annotations

import os
import sys
from datetime import date
from typing import Any

import click

from claimcheck.cli.inputs import configured, typed_again
from claimcheck.cli.options import OUTPUT, baseline_option, run_options, today_option
from claimcheck.cli.output import append, report_notes, report_problems, write
from claimcheck.cli.outputs import WithOutputs, outputs
from claimcheck.errors import ClaimcheckError, gravest

FORMATS = click.Choice(["text", "json", "sarif", "junit", "github", "gitlab", "rdjson"])


@click.command(
    cls=WithOutputs,
    epilog="Example: claimcheck check articles/ --format text --format sarif --output a.sarif",
)
@click.argument("paths", nargs=-1, metavar="[PATHS…]")
@click.option("--format", "formats", multiple=True, type=FORMATS, help="[default: text]")
@click.option(
    "--output",
    "outputs",
    multiple=True,
    type=OUTPUT,
    metavar="FILE",
    help="Where the format before it goes.",
)
@baseline_option
@click.option(
    "--strict-baseline/--no-strict-baseline",
    default=None,
    help="Whether lines of the baseline that are no longer needed fail the run.",
)
@click.option("--against", metavar="REVISION", help="What the corpus had at a Git revision.")
@click.option("--changed-only", is_flag=True, help="Findings with a changed article on one side.")
@click.option("--new-source-is-new", is_flag=True, help="So is what one more article holds.")
@today_option
@run_options
@click.pass_context
def check(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    against: str | None,
    changed_only: bool,
    new_source_is_new: bool,
    today: date | None,
    config_file: str | None,
    folder: str | None,
    **options: Any,
) -> None:
    """Check a corpus and fail on contradictions that are new.

    What stands in the baseline is known; with --against, so is what the corpus had at a Git
    revision. --changed-only shows only findings with an article on one side that is not what it
    was there (or, without --against, in the last commit). The whole corpus is checked all the same.

    Exit codes: 0 nothing to fail on, 1 a new contradiction at or above --min-grade, 2 a mistake in
    the command, the configuration, the baseline or a rule pack, 3 an internal error, 4 a baseline
    with lines to remove under --strict-baseline, 5 an input that could not be read or less than the
    configured floors. --min-grade and --fail-on change the exit code alone, never what is printed.
    Without PATHS those of the configuration are checked, and it says all that no option does.
    """
    from claimcheck.cli.session import Request, session
    from claimcheck.gate.formats import FORMATS as WRITERS
    from claimcheck.gate.formats import job_summary
    from claimcheck.gate.formats.text import show
    from claimcheck.pipeline import uncollected

    targets = outputs(ctx)
    named = {k: v for k, v in options.items() if k not in ("formats", "outputs")}
    config, every = configured(config_file, paths, rules=folder, **named)
    typed = typed_again(every, folder, config_file)
    request = Request(every, typed, against, changed_only, new_source_is_new, today)
    with uncollected():
        run = session(request, config).run
    failed: list[ClaimcheckError] = []
    for format_, target in targets:
        try:
            if format_ == "text" and target is None and sys.stdout and sys.stdout.isatty():
                show(run, sys.stdout)
            else:
                write(WRITERS[format_](run), target)
            if format_ == "github" and (page := os.environ.get("GITHUB_STEP_SUMMARY")):
                append(job_summary.render(run), page)
        except ClaimcheckError as error:  # one place that takes nothing keeps nothing from others
            failed.append(error)
    report_problems(failed)
    if ("text", None) not in targets:
        report_notes(run.notes)
    sys.exit(gravest([run.exit_code, *(error.exit_code for error in failed)]))
