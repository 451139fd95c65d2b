"""A session of the gate: what `check`, `baseline` and `draft` share, from the files to the run."""

from __future__ import annotations

import os.path
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from claimcheck.cli.inputs import read_noting, readings
from claimcheck.cli.output import report_problems
from claimcheck.errors import ClaimcheckError

if TYPE_CHECKING:
    from claimcheck.articles.corpus import Corpus
    from claimcheck.claims.rulepacks import Rules
    from claimcheck.config import Config
    from claimcheck.document import Stats
    from claimcheck.gate.baseline.entries import Entry
    from claimcheck.gate.baseline.file import Baseline
    from claimcheck.gate.baseline.matching import Remembered
    from claimcheck.gate.run import Note, Run
    from claimcheck.pipeline import Readings


@dataclass(frozen=True, slots=True)
class Session:
    """A run, with what it takes to accept its findings. `found` are these by id, as they would be
    remembered."""

    run: Run
    found: Mapping[str, Remembered]
    baseline: Baseline
    rules_digest: str


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks of a session beside the configuration. `typed` names the paths and
    files again after another command. Where the session `writes_baseline`, that
    need not be there."""

    paths: tuple[str, ...]
    typed: str
    against: str | None = None
    changed_only: bool = False
    new_source_is_new: bool = False
    today: date | None = None
    writes_baseline: bool = False


def session(request: Request, config: Config) -> Session:
    """Reads and checks a corpus, and holds it against all that is remembered."""
    from claimcheck import __version__
    from claimcheck.document import findings_document
    from claimcheck.gate.baseline.matching import remembered
    from claimcheck.gate.git.repository import checkout
    from claimcheck.gate.judgement import Terms, judged
    from claimcheck.gate.selection import left_out_notes, selected
    from claimcheck.gate.states import Memory
    from claimcheck.pipeline import check

    corpus, rules, problems, notes = read_noting(request.paths, config)
    baseline, mistakes = accepted_findings(config, to_be=request.writes_baseline)
    problems += mistakes
    report_problems(problems)
    with readings(config) as read:
        result = check(corpus.articles, rules, extractions=read)
        then = _before(request, config, rules, read)
    aside = [(s.article, s.reason) for s in corpus.set_aside]
    document = findings_document(result, version=__version__, articles_aside=aside)
    findings, left_out = selected(document.findings, config)
    document = msgspec.structs.replace(document, findings=findings)
    memory = Memory(
        today=day_of(request.today),
        rules_digest=rules.digest,
        baseline=baseline,
        directives=corpus.directives,
        before=then.entries,
        revision=request.against or "HEAD",
        paths=then.paths,
        is_run=config.selects,
        # What stands in an article that could not be read is not gone.
        partial=bool(problems) or not _is_whole(request, config),
        lies=_lying(corpus),
        new_source_is_new=request.new_source_is_new,
        typed=request.typed,
    )
    terms = Terms(
        min_grade=config.min_grade,
        fail_on=config.fail_on,
        grades=config.min_grades,
        strict_baseline=config.strict_baseline,
        allow_incomplete=config.allow_incomplete,
        floors=config.floors,
        floors_at=next((p for k, p in config.places.items() if k[0] == "floors"), None),
        changed=then.changed(corpus) if request.changed_only else None,
        then=then.stats,
    )
    found = {i: one for i, one in remembered(result).items() if config.selects(one.entry.rule)}
    run = judged(
        document,
        found,
        [*result.articles, *(s.article for s in corpus.set_aside)],
        memory,
        terms,
        problems=problems,
        notes=[*notes, *left_out_notes(left_out, config), *then.notes],
        paths=request.typed,
        folder=checkout(Path.cwd()).as_posix(),
        here=Path(os.path.realpath(Path.cwd())).as_posix(),
    )
    report_problems(run.problems[len(problems) :])
    return Session(run, found, baseline, rules.digest)


@dataclass(frozen=True, slots=True)
class _Before:
    """The corpus at an earlier revision, as far as the request asks for it."""

    corpus: Corpus | None = None
    entries: Sequence[Entry] = ()
    stats: Stats | None = None
    notes: Sequence[Note] = ()

    @property
    def paths(self) -> dict[str, str]:
        """The path of each of its articles, by id."""
        return {a.id: a.path or a.id for a in self.corpus.articles} if self.corpus else {}

    def changed(self, now: Corpus) -> set[str]:
        """The articles of today's corpus that are not what they were."""
        from claimcheck.gate.git.revision import changed

        assert self.corpus is not None, "what changed is asked for with the corpus of then"
        return changed(now.articles, self.corpus.articles)


def _before(request: Request, config: Config, rules: Rules, read: Readings) -> _Before:
    """What an earlier revision of the corpus had, by the same rules."""
    if request.against is None and not request.changed_only:
        return _Before()
    from claimcheck import __version__
    from claimcheck.articles.corpus import read as read_corpus
    from claimcheck.document import findings_document
    from claimcheck.gate.baseline.matching import remembered
    from claimcheck.gate.git.revision import corpus_at
    from claimcheck.gate.run import Note
    from claimcheck.pipeline import check

    revision = request.against if request.against is not None else "HEAD"
    reading = partial(read_corpus, exclusion=config.exclusion)
    then = corpus_at(revision, request.paths, reading, Path.cwd())
    notes = []
    if then.problems:
        text = f"{len(then.problems)} of the articles could not be read as they were at {revision}"
        notes.append(Note("not-evaluated", text))
    if not then.articles:
        text = f"there was no article under these paths at {revision}"
        step = "See that the revision and the paths are right, and that Git knows the files"
        notes.append(Note("not-evaluated", text, next_step=step))
    if request.against is None:
        return _Before(then, notes=notes)
    result = check(then.articles, rules, extractions=read)
    entries = [m.entry for m in remembered(result).values() if config.selects(m.entry.rule)]
    stats = findings_document(result, version=__version__).stats
    return _Before(then, entries, stats, notes)


def day_of(told: date | None) -> date:
    """The day that ends are held against: the one told, or else today's."""
    return told or datetime.now(tz=UTC).date()


def accepted_findings(
    config: Config, *, to_be: bool = False
) -> tuple[Baseline, Sequence[ClaimcheckError]]:
    """The baseline and every mistake in it; an empty one where there is none, and either nobody
    named it or it is yet `to_be` written."""
    from claimcheck.gate.baseline.file import Baseline, load

    path = config.baseline_file
    named = config.origin("baseline") != "default"
    if path.exists() or (named and not to_be):
        return load(path)
    return Baseline(path.as_posix()), []


def _lying(corpus: Corpus) -> Callable[[str], bool]:
    """Whether an article, by its id, lies beside those that were read: a run that was given some
    files of a folder cannot tell what became of the others."""
    paths = [(a.path, a.id) for a in corpus.articles if a.path and a.line is None]
    beside = {path.removesuffix(name) for path, name in paths if path.endswith(name)}
    return lambda doc: any(os.path.lexists(folder + doc) for folder in beside)


def _is_whole(request: Request, config: Config) -> bool:
    """Whether a run has all articles that the configuration names."""
    here = Path.cwd()
    asked = {(here / path).resolve() for path in request.paths}
    return all((here / path).resolve() in asked for path in config.articles)
