"""What a command works on: its configuration, the corpus and the rules, with every mistake."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from claimcheck import __version__
from claimcheck.cli.output import report_notes, report_problems
from claimcheck.errors import ClaimcheckError, Place, RuleError, UsageError, gravest

if TYPE_CHECKING:
    from claimcheck.articles.corpus import Corpus
    from claimcheck.claims.rulepacks import Rules
    from claimcheck.config import Config
    from claimcheck.desk.draft import DraftDocument
    from claimcheck.document import FindingsDocument
    from claimcheck.gate.run import Note
    from claimcheck.pipeline import Readings

_Document = TypeVar("_Document", "FindingsDocument", "DraftDocument")


def configured(
    config_file: str | None, paths: Sequence[str], **options: Any
) -> tuple[Config, tuple[str, ...]]:
    """The configuration, in which `options` that are not None win, and the paths to read: those
    named, or else its own.

    A configuration with mistakes ends the command, for nobody knows what was meant.
    """
    config = mended(config_file, **options)
    named = tuple(paths) or config.articles
    if not named:
        step = 'Name files or folders, or write paths = ["articles"] in claimcheck.toml'
        raise UsageError("no article is named", next_step=step)
    return config, named


def mended(config_file: str | None, **options: Any) -> Config:
    """The configuration, in which `options` that are not None win. One with mistakes ends the
    command: every mistake in it is reported, and those in the names of rules as well."""
    from claimcheck.config import load

    config, mistakes = load(config_file)
    if options.pop("no_cache", False):
        options["cache"] = False
    config = config.commanding(**options)
    if mistakes:
        _, more = read_rules(config)
        problems = [*mistakes, *more]
        report_problems(problems)
        sys.exit(gravest(p.exit_code for p in problems))
    return config


def read_inputs(
    paths: Sequence[str], config: Config
) -> tuple[Corpus, Rules, list[ClaimcheckError]]:
    """The corpus, the rules, and every mistake in either; what is to be noted is on stderr."""
    corpus, rules, problems, notes = read_noting(paths, config)
    report_notes(notes)
    return corpus, rules, problems


def read_noting(
    paths: Sequence[str], config: Config
) -> tuple[Corpus, Rules, list[ClaimcheckError], list[Note]]:
    """The same, with a note for each pattern that excludes no article where all that is configured
    is read."""
    from claimcheck.articles.corpus import read
    from claimcheck.gate.selection import exclusion_notes

    rules, mistakes = read_rules(config)
    corpus = read(*paths, exclusion=config.exclusion)
    unmatched = corpus.unmatched if tuple(paths) == config.articles else ()
    notes = exclusion_notes(unmatched, config)
    return corpus, rules, [*mistakes, *corpus.problems], notes


def read_rules(config: Config) -> tuple[Rules, list[ClaimcheckError]]:
    """The rule packs that are configured, with the tolerances, and every mistake in either."""
    from claimcheck.claims.rulepacks import load_rules

    folder = config.rules_folder
    # A folder that is not there is a mistake of the configuration, and said there.
    rules, mistakes = load_rules(folder if folder and folder.is_dir() else None)
    problems: list[ClaimcheckError] = [*mistakes]
    if not (rules.packs or mistakes):
        cause, step = "there is no rule pack in this folder", "A pack is a file ending in .yaml"
        problems.append(RuleError(cause, place=Place(str(folder or "")), next_step=step))
    # Of a pack that cannot be read nobody knows what it would be called.
    problems += [] if problems else config.misnamed(rules)
    return rules.tolerating(config.tolerances), problems


@contextmanager
def readings(config: Config) -> Iterator[Readings]:
    """Where what is read of articles comes from, and goes to; what keeps it from that is noted on
    stderr."""
    from claimcheck.pipeline import READ_ANEW

    folder = config.cache_folder
    if folder is None:
        yield READ_ANEW
        return
    from claimcheck.store.extractions import open_store

    with open_store(folder) as store:
        yield store
    report_notes(store.notes)


def findings_of(corpus: Corpus, rules: Rules, config: Config) -> FindingsDocument:
    """What checking the corpus says, with the articles that were set aside."""
    from claimcheck.document import findings_document
    from claimcheck.pipeline import check as check_corpus

    aside = [(s.article, s.reason) for s in corpus.set_aside]
    with readings(config) as read:
        result = check_corpus(corpus.articles, rules, extractions=read)
    return findings_document(result, version=__version__, articles_aside=aside)


def reported(document: _Document, config: Config) -> _Document:
    """The document with the findings that the configuration selects; how many it leaves out is
    noted on stderr."""
    import msgspec

    from claimcheck.gate.selection import left_out_notes, selected

    findings, left_out = selected(document.findings, config)
    report_notes(left_out_notes(left_out, config))
    return msgspec.structs.replace(document, findings=findings) if left_out else document


def typed_again(paths: Sequence[str], folder: str | None, config_file: str | None = None) -> str:
    """What the user named, as it is typed again after another command."""
    options = (("--rules", folder), ("--config", config_file))
    return shlex.join([*paths, *(word for o, v in options if v for word in (o, v))])
