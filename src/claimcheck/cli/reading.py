"""What is understood, step by step: `quantities`, `claims`, `compare` and `explain`."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import click

from claimcheck.cli.inputs import configured, mended, read_inputs, read_rules, readings
from claimcheck.cli.options import config_option, file_options, rules_option
from claimcheck.cli.output import report_problems, write, write_text
from claimcheck.errors import UsageError, gravest

_AN_ID = re.compile(r"[0-9a-fA-F]{6,64}")


@click.command(epilog="Example: claimcheck explain 3f2a91 articles/")
@click.argument("finding_id", metavar='ID|"A SENTENCE"')
@click.argument("paths", nargs=-1, metavar="[PATHS…]")
@file_options
def explain(
    finding_id: str,
    paths: tuple[str, ...],
    folder: str | None,
    config_file: str | None,
    **options: Any,
) -> None:
    """Show how a finding came about, or what every rule makes of a sentence.

    ID is a finding's id as every output shows it, or the first digits of it, and the way from the
    words to the verdict is shown; without PATHS, at least six digits, and the configuration names
    the articles. Of a sentence every rule is shown that is tried on its numbers, matched or
    refused, and why.
    """
    from claimcheck.gate.working import trial_lines, working
    from claimcheck.pipeline import check as check_corpus
    from claimcheck.pipeline import trials

    config = mended(config_file, rules=folder, **options)
    if not paths and _AN_ID.fullmatch(finding_id):
        paths = config.articles
    if not paths:
        rules, problems_of_rules = read_rules(config)
        report_problems(problems_of_rules)
        write_text(trial_lines(trials(finding_id, rules), finding_id), None)
        sys.exit(gravest(p.exit_code for p in problems_of_rules))
    corpus, rules, problems = read_inputs(paths, config)
    report_problems(problems)
    with readings(config) as read:
        result = check_corpus(corpus.articles, rules, extractions=read)
    found = [f for f in result.findings if f.fingerprint.startswith(finding_id.lower())]
    if len(found) != 1:
        ids = ", ".join(f.id for f in found or result.findings) or "none"
        raise UsageError(
            f"{len(found)} findings have the id {finding_id!r}",
            next_step=f"{'These begin so' if found else 'These are there'}: {ids}",
        )
    articles = {a.id: a for a in corpus.articles}
    write_text(working(found[0], {c.id: c for c in result.claims}, articles), None)
    sys.exit(gravest(p.exit_code for p in problems))


@click.command(epilog="Example: claimcheck quantities articles/ --format jsonl")
@click.argument("paths", nargs=-1, metavar="[PATHS…]")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="What to print: a line a quantity, or a JSON object a document.",
)
@click.option("--output", metavar="FILE", help="Where to write; standard output by default.")
@config_option
def quantities(
    paths: tuple[str, ...], format_: str, output: str | None, config_file: str | None
) -> None:
    """Show what is read as numbers, dates and times, and what was set aside."""
    import msgspec

    from claimcheck.articles.corpus import read
    from claimcheck.gate.listing import listing
    from claimcheck.pipeline import read_quantities

    config, paths = configured(config_file, paths)
    corpus = read(*paths, exclusion=config.exclusion)
    report_problems(corpus.problems)
    lines = read_quantities(corpus.articles)
    if format_ == "jsonl":
        encode = msgspec.json.Encoder().encode
        write(b"".join(encode(line) + b"\n" for line in lines), output)
    else:
        write_text(listing(corpus.articles, lines), output)
    sys.exit(gravest(p.exit_code for p in corpus.problems))


@click.command(epilog="Example: claimcheck claims article.txt --format jsonl")
@click.argument("paths", nargs=-1, metavar="[PATHS…]")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="What to print: a line a claim, or a JSON object a document.",
)
@click.option("--output", metavar="FILE", help="Where to write; standard output by default.")
@rules_option
@config_option
def claims(
    paths: tuple[str, ...],
    format_: str,
    output: str | None,
    folder: str | None,
    config_file: str | None,
) -> None:
    """Show what each article claims, and what was set aside."""
    import msgspec

    from claimcheck.document import claims_line
    from claimcheck.gate.listing import claim_listing
    from claimcheck.pipeline import extract

    config, paths = configured(config_file, paths, rules=folder)
    corpus, rules, problems = read_inputs(paths, config)
    report_problems(problems)
    read = [extract(article, rules) for article in corpus.articles]
    if format_ == "jsonl":
        encode = msgspec.json.Encoder().encode
        write(b"".join(encode(claims_line(e)) + b"\n" for e in read), output)
    else:
        write_text(claim_listing(read), output)
    sys.exit(gravest(p.exit_code for p in problems))


@click.command(epilog="Example: claimcheck compare pairs.jsonl")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), metavar="PAIRS.jsonl")
@click.option("--output", metavar="FILE", help="Where to write; standard output by default.")
@rules_option
@config_option
def compare(file: Path, output: str | None, folder: str | None, config_file: str | None) -> None:
    """Judge pairs of articles that are taken to speak of one event.

    A line of PAIRS.jsonl is {"id", "premise", "hypothesis"}; a line of the output is {"id",
    "verdict", "basis", "grade", "severity", "explanation"}. Of the configuration it takes the
    rules; tolerances are for articles.
    """
    import msgspec

    from claimcheck.gate.pairs import judged, read_pairs

    rules, problems = read_rules(mended(config_file, rules=folder))
    pairs, mistakes = read_pairs(file)
    problems = [*problems, *mistakes]
    report_problems(problems)
    encode = msgspec.json.Encoder().encode
    write(b"".join(encode(line) + b"\n" for line in judged(pairs, rules)), output)
    sys.exit(gravest(p.exit_code for p in problems))
