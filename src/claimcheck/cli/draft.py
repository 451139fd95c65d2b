"""The editor's command: `draft`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from claimcheck import __version__
from claimcheck.cli.inputs import configured, read_inputs, readings, reported
from claimcheck.cli.options import gate_options
from claimcheck.cli.output import report_problems, write, write_text
from claimcheck.errors import ClaimcheckError, InputError, Place, UsageError, gravest

if TYPE_CHECKING:
    from claimcheck.articles.corpus import Corpus


@click.command(epilog="Example: claimcheck draft draft.txt --against articles/")
@click.argument("file", metavar="FILE|-")
@click.option("--against", multiple=True, metavar="PATH", help="The corpus; as configured without.")
@gate_options
def draft(
    file: str,
    against: tuple[str, ...],
    format_: str,
    output: str | None,
    config_file: str | None,
    folder: str | None,
    **options: Any,
) -> None:
    """Hold one article that is not yet published against the corpus."""
    from claimcheck.articles.corpus import read as read_corpus
    from claimcheck.desk.draft import check_draft
    from claimcheck.desk.draft_text import draft_text
    from claimcheck.document import encode
    from claimcheck.gate.outcome import exit_code, failing

    config, against = configured(config_file, against, rules=folder, **options)
    own = read_corpus(
        file
    )  # where drafts are excluded from the corpus, this one is still asked for
    corpus, rules, problems = read_inputs(against, config)
    problems = [*_not_one(own, file), *own.problems, *problems]
    report_problems(problems)
    if len(own.articles) != 1:
        sys.exit(gravest(p.exit_code for p in problems))
    with readings(config) as read:
        document, result = check_draft(
            own.articles[0], corpus.articles, rules, version=__version__, extractions=read
        )
    document = reported(document, config)
    if format_ == "json":
        write(encode(document), output)
    else:
        articles = {a.id: a for a in result.articles}
        write_text(draft_text(document, articles), output)
    failed = failing(document.findings, config.min_grade, config.fail_on, config.min_grades)
    sys.exit(exit_code(failed, problems, allow_incomplete=config.allow_incomplete))


def _not_one(own: Corpus, file: str) -> list[ClaimcheckError]:
    """That the file of a draft holds no article to check, or several."""
    if len(own.articles) > 1:
        step = "Name a file with one article, or take `claimcheck check` for many"
        return [
            UsageError(f"{len(own.articles)} drafts in one file", place=Place(file), next_step=step)
        ]
    step = "Name a draft in English"
    return [InputError(s.reason, place=Place(file), next_step=step) for s in own.set_aside]
