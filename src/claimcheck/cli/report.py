"""The analyst's command: `report`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from claimcheck.cli.inputs import configured, findings_of, read_inputs, reported
from claimcheck.cli.options import file_options
from claimcheck.cli.output import report_problems, write_text
from claimcheck.errors import gravest


@click.command(epilog="Example: claimcheck report articles/ -o report")
@click.argument("paths", nargs=-1, metavar="[PATHS…]")
@click.option("-o", "--output", type=click.Path(file_okay=False), required=True, metavar="DIR")
@file_options
def report(
    paths: tuple[str, ...],
    output: str,
    folder: str | None,
    config_file: str | None,
    **options: Any,
) -> None:
    """Write the discrepancy report: index.html, the tables as CSV, findings.json."""
    from claimcheck.report.html import write_report

    config, paths = configured(config_file, paths, rules=folder, **options)
    corpus, rules, problems = read_inputs(paths, config)
    report_problems(problems)
    document = reported(findings_of(corpus, rules, config), config)
    written = write_report(document, {a.id: a for a in corpus.articles}, Path(output))
    write_text("".join(f"{path.as_posix()}\n" for path in written), None)
    sys.exit(gravest(p.exit_code for p in problems))
