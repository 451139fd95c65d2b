"""The editor's command: `draft`."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from claimcheck.cli.inputs import configured, read_inputs, readings, typed_again
from claimcheck.cli.options import baseline_option, gate_options, today_option
from claimcheck.cli.output import report_notes, report_problems, write, write_text
from claimcheck.errors import ClaimcheckError, InputError, Place, UsageError, gravest

if TYPE_CHECKING:
    from claimcheck.articles.corpus import Corpus


@click.command(epilog="Example: claimcheck draft draft.txt --against articles/")
@click.argument("files", nargs=-1, required=True, metavar="FILE…|-")
@click.option("--against", multiple=True, metavar="PATH", help="The corpus; as configured without.")
@baseline_option
@today_option
@gate_options
def draft(
    files: tuple[str, ...],
    against: tuple[str, ...],
    today: date | None,
    format_: str,
    output: str | None,
    config_file: str | None,
    folder: str | None,
    **options: Any,
) -> None:
    """Hold articles that are not yet published against the corpus, each by itself.

    What stands in the baseline is known, and what an article asks not to be held to is suppressed:
    a line says so, and only what is new fails. Exit codes are those of `check`, the gravest of all
    drafts. A JSON document is of one draft.
    """
    from claimcheck.articles.corpus import read as read_corpus
    from claimcheck.cli.desk import Desk
    from claimcheck.cli.session import accepted_findings, day_of
    from claimcheck.desk.draft_text import draft_text
    from claimcheck.document import encode
    from claimcheck.gate.outcome import exit_code, failing

    if format_ == "json" and len(files) > 1:
        step = "Name one draft at a time, or take --format text"
        raise UsageError(f"{len(files)} drafts make no one JSON document", next_step=step)
    config, against = configured(config_file, against, rules=folder, **options)
    # Where drafts are excluded from the corpus, those that are named are still asked for.
    drafts = {file: read_corpus(file) for file in files}
    unread = {file: wrong for file, own in drafts.items() if (wrong := _not_one(own, file))}
    corpus, rules, problems = read_inputs(against, config)
    baseline, mistakes = accepted_findings(config)
    problems = [*problems, *mistakes]
    every = [p for file, own in drafts.items() for p in (*unread.get(file, ()), *own.problems)]
    report_problems([*every, *problems])
    codes = [p.exit_code for wrong in unread.values() for p in wrong]
    texts: list[str] = []
    with readings(config) as read:
        desk = Desk(corpus, rules, config, baseline, day_of(today), read)
        for file in (file for file in drafts if file not in unread):
            held = desk.held(drafts[file])
            found = held.document.findings
            failed = failing(found, config.min_grade, config.fail_on, config.min_grades)
            wrong = [*problems, *drafts[file].problems]
            codes.append(exit_code(failed, wrong, allow_incomplete=config.allow_incomplete))
            if format_ == "json":
                write(encode(held.document), output)
                continue
            # Who accepts a finding names every article that it is between.
            paths = against if held.is_in_corpus else (*against, file)
            told = held.notices(typed_again(paths, folder, config_file))
            text = draft_text(held.document, held.run.articles, told)
            texts.append(f"{file}:\n{text}" if len(drafts) > 1 else text)
    report_notes(desk.notes)
    if texts:
        write_text("\n".join(texts), output)
    sys.exit(gravest(codes))


def _not_one(own: Corpus, file: str) -> list[ClaimcheckError]:
    """Why the file of a draft is not one article to check; nothing where it is."""
    if len(own.articles) == 1:
        return []
    if own.articles:
        step = "Name a file with one article, or take `claimcheck check` for many"
        cause = f"{len(own.articles)} drafts in one file"
        return [UsageError(cause, place=Place(file), next_step=step)]
    step = "Name a draft in English"
    aside = [InputError(s.reason, place=Place(file), next_step=step) for s in own.set_aside]
    return [*aside, *own.problems]
