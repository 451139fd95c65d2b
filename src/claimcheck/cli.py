"""The command line. stdout carries the product only; what went wrong goes to stderr.

Every command imports what it needs when it runs, so that `--help` is quick.
"""

from __future__ import annotations

import os
import shlex
import sys
import traceback
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimcheck import __version__
from claimcheck.errors import (
    ClaimcheckError,
    InputError,
    Place,
    RuleError,
    UsageError,
    gravest,
    visible,
)

if TYPE_CHECKING:
    from claimcheck.articles.corpus import Corpus
    from claimcheck.claims.rulepacks import Rules
    from claimcheck.document import FindingsDocument

GRADES = click.Choice(["minor", "moderate", "major"])
FAIL_ON = click.Choice(["new", "all", "never"])
FORMATS = click.Choice(["text", "json"])
OUTPUT = click.Path(dir_okay=False, allow_dash=True)
FOLDER = click.Path(file_okay=False, exists=True)

INTERRUPTED = 130  # what shells expect of a program that control-C ended


rules_option = click.option(
    "--rules", "folder", type=FOLDER, metavar="DIR", help="Other rule packs."
)
GATE_OPTIONS = (
    click.option("--format", "format_", type=FORMATS, default="text", show_default=True),
    click.option("--output", type=OUTPUT, metavar="FILE", help="Write here, not to stdout."),
    click.option("--min-grade", type=GRADES, default="moderate", show_default=True),
    click.option("--fail-on", type=FAIL_ON, default="new", show_default=True),
    click.option("--allow-incomplete", is_flag=True, help="Unreadable inputs do not fail the run."),
    rules_option,
)


def gate_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options of every command that can fail a run."""
    for option in reversed(GATE_OPTIONS):
        command = option(command)
    return command


class Cli(click.Group):
    """The group, with the exit codes of design.md 4: 3 for what nobody foresaw."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (click.exceptions.Exit, click.ClickException, click.Abort):
            raise
        except ClaimcheckError as error:
            _report_problems([error])
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except Exception as error:
            if ctx.params["debug"]:
                traceback.print_exc()
            cause = f"{type(error).__name__}: {error}"
            _say(f"claimcheck: internal error: {cause}")
            _say("Please report it, with the input that led to it and what --debug shows.")
            ctx.exit(ClaimcheckError.exit_code)


@click.group(
    cls=Cli,
    epilog="Example: claimcheck check articles/",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="claimcheck", message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, help="Show the traceback of an internal error.")
def main(debug: bool) -> None:
    """Say which statements in news articles can both be true, and which cannot.

    PATHS are files, folders, globs, .jsonl files of articles, or - for standard input.
    """


@main.command(epilog="Example: claimcheck check articles/ --format json --output findings.json")
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

    corpus, rules, problems = _read(paths, folder)
    _report_problems(problems)
    document = _document(corpus, rules)
    if format_ == "json":
        _write(encode(document), output)
    else:
        articles = {a.id: a for a in corpus.articles}
        _write_text(text(document, articles, _words(paths, folder)), output)
    failed = failing(document.findings, min_grade, fail_on)  # type: ignore[arg-type]
    sys.exit(exit_code(failed, problems, allow_incomplete=allow_incomplete))


@main.command(epilog="Example: claimcheck report articles/ -o report")
@click.argument("paths", nargs=-1, required=True, metavar="PATHS…")
@click.option("-o", "--output", type=click.Path(file_okay=False), required=True, metavar="DIR")
@rules_option
def report(paths: tuple[str, ...], output: str, folder: str | None) -> None:
    """Write the discrepancy report: index.html, the tables as CSV, findings.json."""
    from claimcheck.report.html import write_report

    corpus, rules, problems = _read(paths, folder)
    _report_problems(problems)
    document = _document(corpus, rules)
    written = write_report(document, {a.id: a for a in corpus.articles}, Path(output))
    _write_text("".join(f"{path.as_posix()}\n" for path in written), None)
    sys.exit(gravest(p.exit_code for p in problems))


@main.command(epilog="Example: claimcheck draft draft.txt --against articles/")
@click.argument("file", metavar="FILE|-")
@click.option("--against", multiple=True, required=True, metavar="PATH", help="The corpus.")
@gate_options
def draft(
    file: str,
    against: tuple[str, ...],
    format_: str,
    output: str | None,
    min_grade: str,
    fail_on: str,
    allow_incomplete: bool,
    folder: str | None,
) -> None:
    """Hold one article that is not yet published against the corpus."""
    from claimcheck.articles.corpus import read
    from claimcheck.desk.draft import check_draft
    from claimcheck.desk.draft_text import draft_text
    from claimcheck.document import encode
    from claimcheck.gate.outcome import exit_code, failing

    own = read(file)
    corpus, rules, problems = _read(against, folder)
    problems = [*_not_one(own, file), *own.problems, *problems]
    _report_problems(problems)
    if len(own.articles) != 1:
        sys.exit(gravest(p.exit_code for p in problems))
    document, result = check_draft(own.articles[0], corpus.articles, rules, version=__version__)
    if format_ == "json":
        _write(encode(document), output)
    else:
        articles = {a.id: a for a in result.articles}
        _write_text(draft_text(document, articles), output)
    failed = failing(document.findings, min_grade, fail_on)  # type: ignore[arg-type]
    sys.exit(exit_code(failed, problems, allow_incomplete=allow_incomplete))


@main.command(epilog="Example: claimcheck explain 3f2a91 articles/")
@click.argument("finding_id", metavar='ID|"A SENTENCE"')
@click.argument("paths", nargs=-1, metavar="PATHS…")
@rules_option
def explain(finding_id: str, paths: tuple[str, ...], folder: str | None) -> None:
    """Show how a finding came about, or what every rule makes of a sentence.

    With PATHS, ID is a finding's id as every output shows it, or the first digits of it, and the
    way from the words to the verdict is shown. Without, every rule that is tried on the numbers
    of a sentence is, matched or refused, and why.
    """
    from claimcheck.gate.working import trial_lines, working
    from claimcheck.pipeline import check as check_corpus
    from claimcheck.pipeline import trials

    if not paths:
        rules, problems_of_rules = _rules(folder)
        _report_problems(problems_of_rules)
        _write_text(trial_lines(trials(finding_id, rules), finding_id), None)
        sys.exit(gravest(p.exit_code for p in problems_of_rules))
    corpus, rules, problems = _read(paths, folder)
    _report_problems(problems)
    result = check_corpus(corpus.articles, rules)
    found = [f for f in result.findings if f.fingerprint.startswith(finding_id.lower())]
    if len(found) != 1:
        ids = ", ".join(f.id for f in found or result.findings) or "none"
        raise UsageError(
            f"{len(found)} findings have the id {finding_id!r}",
            next_step=f"{'These begin so' if found else 'These are there'}: {ids}",
        )
    articles = {a.id: a for a in corpus.articles}
    _write_text(working(found[0], {c.id: c for c in result.claims}, articles), None)
    sys.exit(gravest(p.exit_code for p in problems))


@main.command(epilog="Example: claimcheck quantities articles/ --format jsonl")
@click.argument("paths", nargs=-1, required=True, metavar="PATHS…")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="What to print: a line a quantity, or a JSON object a document.",
)
@click.option("--output", metavar="FILE", help="Where to write; standard output by default.")
def quantities(paths: tuple[str, ...], format_: str, output: str | None) -> None:
    """Show what is read as numbers, dates and times, and what was set aside."""
    import msgspec

    from claimcheck.articles.corpus import read
    from claimcheck.gate.listing import listing
    from claimcheck.pipeline import read_quantities

    corpus = read(*paths)
    _report_problems(corpus.problems)
    lines = read_quantities(corpus.articles)
    if format_ == "jsonl":
        encode = msgspec.json.Encoder().encode
        _write(b"".join(encode(line) + b"\n" for line in lines), output)
    else:
        _write_text(listing(corpus.articles, lines), output)
    sys.exit(gravest(p.exit_code for p in corpus.problems))


@main.command(epilog="Example: claimcheck claims article.txt --format jsonl")
@click.argument("paths", nargs=-1, required=True, metavar="PATHS…")
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
def claims(paths: tuple[str, ...], format_: str, output: str | None, folder: str | None) -> None:
    """Show what each article claims, and what was set aside."""
    import msgspec

    from claimcheck.document import claims_line
    from claimcheck.gate.listing import claim_listing
    from claimcheck.pipeline import extract

    corpus, rules, problems = _read(paths, folder)
    _report_problems(problems)
    read = [extract(article, rules) for article in corpus.articles]
    if format_ == "jsonl":
        encode = msgspec.json.Encoder().encode
        _write(b"".join(encode(claims_line(e)) + b"\n" for e in read), output)
    else:
        _write_text(claim_listing(read), output)
    sys.exit(gravest(p.exit_code for p in problems))


@main.command(epilog="Example: claimcheck compare pairs.jsonl")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), metavar="PAIRS.jsonl")
@click.option("--output", metavar="FILE", help="Where to write; standard output by default.")
@rules_option
def compare(file: Path, output: str | None, folder: str | None) -> None:
    """Judge pairs of texts that are taken to speak of one event.

    A line of PAIRS.jsonl is {"id", "premise", "hypothesis"}; a line of the output is {"id",
    "verdict", "basis", "grade", "severity", "explanation"}.
    """
    import msgspec

    from claimcheck.gate.pairs import judged, read_pairs

    rules, problems = _rules(folder)
    pairs, mistakes = read_pairs(file)
    problems = [*problems, *mistakes]
    _report_problems(problems)
    encode = msgspec.json.Encoder().encode
    _write(b"".join(encode(line) + b"\n" for line in judged(pairs, rules)), output)
    sys.exit(gravest(p.exit_code for p in problems))


def _read(paths: Iterable[str], folder: str | None) -> tuple[Corpus, Rules, list[ClaimcheckError]]:
    """The corpus, the rules, and every mistake in either."""
    from claimcheck.articles.corpus import read

    rules, mistakes = _rules(folder)
    corpus = read(*paths)
    return corpus, rules, [*mistakes, *corpus.problems]


def _rules(folder: str | None) -> tuple[Rules, list[ClaimcheckError]]:
    """The rule packs of a folder, or those shipped, and every mistake in them."""
    from claimcheck.claims.rulepacks import load_rules

    rules, mistakes = load_rules(Path(folder) if folder else None)
    problems: list[ClaimcheckError] = [*mistakes]
    if not (rules.packs or mistakes):
        cause, step = "there is no rule pack in this folder", "A pack is a file ending in .yaml"
        problems.append(RuleError(cause, place=Place(folder or ""), next_step=step))
    return rules, problems


def _not_one(own: Corpus, file: str) -> list[ClaimcheckError]:
    """That the file of a draft holds no article to check, or several."""
    if len(own.articles) > 1:
        step = "Name a file with one article, or take `claimcheck check` for many"
        return [
            UsageError(f"{len(own.articles)} drafts in one file", place=Place(file), next_step=step)
        ]
    step = "Name a draft in English"
    return [InputError(s.reason, place=Place(file), next_step=step) for s in own.set_aside]


def _document(corpus: Corpus, rules: Rules) -> FindingsDocument:
    from claimcheck.document import findings_document
    from claimcheck.pipeline import check as check_corpus

    aside = [(s.article, s.reason) for s in corpus.set_aside]
    return findings_document(
        check_corpus(corpus.articles, rules), version=__version__, articles_aside=aside
    )


def _words(paths: Sequence[str], folder: str | None) -> str:
    """What the user named, as it is typed again after another command."""
    return shlex.join([*paths, *(("--rules", folder) if folder else ())])


def _write_text(content: str, output: str | None) -> None:
    """Text for a terminal, in which no character of an article may act as a command to it."""
    _write(visible(content).encode(), output)


def _write(content: bytes, output: str | None) -> None:
    if output is None or output == "-":
        try:
            sys.stdout.buffer.write(content)
            sys.stdout.flush()
        except BrokenPipeError:
            # Who read our output has gone, which is their right: the exit code still tells. What
            # Python would flush at its end goes nowhere.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return
    try:
        Path(output).write_bytes(content)
    except OSError as error:
        raise UsageError(
            f"it cannot be written: {error.strerror or error}",
            place=Place(output),
            next_step="Name a file that may be written, in a folder that exists",
        ) from error


def _report_problems(problems: Iterable[ClaimcheckError]) -> None:
    """Each mistake once, to stderr."""
    for line in dict.fromkeys(f"error: {problem}" for problem in problems):
        _say(line)


def _say(line: str) -> None:
    """A line to stderr, where paths and packs are hostile text as well."""
    click.echo(visible(line), err=True)
