"""The gate: `check`."""

from __future__ import annotations

import sys

import click

from claimcheck.cli.inputs import findings_of, read_inputs, typed_again
from claimcheck.cli.options import gate_options
from claimcheck.cli.output import report_problems, write, write_text


@click.command(epilog="Example: claimcheck check articles/ --format json --output findings.json")
@click.argument("paths", nargs=-1, required=True, metavar="PATHS…")
@gate_options
def check(
    paths: tuple[str, ...],
    format_: str,
    output: str | None,
    min_grade: str,
    fail_on: str,
    allow_incomplete: bool,
    folder: str | None,
) -> None:
    """Check a corpus and fail on contradictions.

    Exit codes: 0 nothing to fail on, 1 a contradiction at or above --min-grade, 2 a mistake in
    the command, the configuration or a rule pack, 3 an internal error, 5 an input that could not
    be read. --min-grade and --fail-on change the exit code alone, never what is printed.
    """
    from claimcheck.document import encode
    from claimcheck.gate.outcome import exit_code, failing
    from claimcheck.gate.text import text

    corpus, rules, problems = read_inputs(paths, folder)
    report_problems(problems)
    document = findings_of(corpus, rules)
    if format_ == "json":
        write(encode(document), output)
    else:
        texts = {a.id: a.text for a in corpus.articles}
        write_text(text(document, texts, typed_again(paths, folder)), output)
    failed = failing(document.findings, min_grade, fail_on)  # type: ignore[arg-type]
    sys.exit(exit_code(failed, problems, allow_incomplete=allow_incomplete))
