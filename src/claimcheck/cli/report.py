"""The analyst's command: `report`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from claimcheck.cli.inputs import findings_of, read_inputs
from claimcheck.cli.options import rules_option
from claimcheck.cli.output import report_problems, write_text
from claimcheck.errors import gravest


@click.command(epilog="Example: claimcheck report articles/ -o report")
@click.argument("paths", nargs=-1, required=True, metavar="PATHS…")
@click.option("-o", "--output", type=click.Path(file_okay=False), required=True, metavar="DIR")
@rules_option
def report(paths: tuple[str, ...], output: str, folder: str | None) -> None:
    """Write the discrepancy report: index.html, the tables as CSV, findings.json."""
    from claimcheck.report.html import write_report

    corpus, rules, problems = read_inputs(paths, folder)
    report_problems(problems)
    document = findings_of(corpus, rules)
    written = write_report(document, {a.id: a.text for a in corpus.articles}, Path(output))
    write_text("".join(f"{path.as_posix()}\n" for path in written), None)
    sys.exit(gravest(p.exit_code for p in problems))
