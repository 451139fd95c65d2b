"""The gate: `check`."""

from __future__ import annotations

import sys
from typing import Any

import click

from claimcheck.cli.inputs import configured, findings_of, read_inputs, reported, typed_again
from claimcheck.cli.options import gate_options
from claimcheck.cli.output import report_problems, write, write_text


@click.command(epilog="Example: claimcheck check articles/ --format json --output findings.json")
@click.argument("paths", nargs=-1, metavar="[PATHS…]")
@gate_options
def check(
    paths: tuple[str, ...],
    format_: str,
    output: str | None,
    config_file: str | None,
    folder: str | None,
    **options: Any,
) -> None:
    """Check a corpus and fail on contradictions.

    Exit codes: 0 nothing to fail on, 1 a contradiction at or above --min-grade, 2 a mistake in
    the command, the configuration or a rule pack, 3 an internal error, 5 an input that could not
    be read. --min-grade and --fail-on change the exit code alone, never what is printed. Without
    PATHS those of the configuration are checked, and it says all that no option does.
    """
    from claimcheck.document import encode
    from claimcheck.gate.outcome import exit_code, failing
    from claimcheck.gate.text import text

    config, paths = configured(config_file, paths, rules=folder, **options)
    corpus, rules, problems = read_inputs(paths, config)
    report_problems(problems)
    document = reported(findings_of(corpus, rules), config)
    if format_ == "json":
        write(encode(document), output)
    else:
        texts = {a.id: a.text for a in corpus.articles}
        write_text(text(document, texts, typed_again(paths, folder, config_file)), output)
    failed = failing(document.findings, config.min_grade, config.fail_on, config.min_grades)
    sys.exit(exit_code(failed, problems, allow_incomplete=config.allow_incomplete))
