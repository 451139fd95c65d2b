"""Judgement: from what checking a corpus says to a run, with the exit code it ends with."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from claimcheck.articles.article import Article
from claimcheck.config import Floors
from claimcheck.document import FindingsDocument, Grade, Stats
from claimcheck.errors import ClaimcheckError, Place
from claimcheck.gate.baseline.matching import Remembered
from claimcheck.gate.floors import shortfalls
from claimcheck.gate.outcome import exit_code, failing
from claimcheck.gate.run import Note, Run
from claimcheck.gate.states import Memory, of_changed, settled


@dataclass(frozen=True, slots=True)
class Terms:
    """What a run may not fall short of, and what fails it; see the options of `check`.

    `grades` are the least grades of single rules. `changed` are the ids of the changed articles
    where only these are asked for. `then` are the numbers at the revision it is held against.
    """

    min_grade: Grade = "moderate"
    fail_on: str = "new"
    grades: Mapping[str, Grade] = field(default_factory=dict)
    strict_baseline: bool = False
    allow_incomplete: bool = False
    floors: Floors = field(default_factory=Floors)
    floors_at: Place | None = None
    changed: Collection[str] | None = None
    then: Stats | None = None


def judged(
    document: FindingsDocument,
    found: Mapping[str, Remembered],
    articles: Sequence[Article],
    memory: Memory,
    terms: Terms,
    *,
    problems: Sequence[ClaimcheckError] = (),
    notes: Sequence[Note] = (),
    paths: str = "",
    folder: str = "",
    here: str = "",
) -> Run:
    """The run of a document: states, what fails, what is missing, and the exit code. `found` are
    its findings by id, as they would be remembered."""
    told = settled(document, found, memory)
    if terms.changed is not None:
        told = of_changed(told, terms.changed, {d.id for d in document.documents})
    failed = failing(told.document.findings, terms.min_grade, terms.fail_on, terms.grades)
    # Where nothing could be read, the mistakes have said why.
    is_told = problems and not document.stats.documents
    floors = shortfalls(document.stats, terms.floors, terms.then, terms.floors_at)
    missing = [] if is_told else list(floors)
    stale = terms.strict_baseline and any(gone.stale for gone in told.gone.values())
    every = [*problems, *missing]
    return Run(
        document=told.document,
        articles={a.id: a for a in articles},
        failing=frozenset(f.id for f in failing(told.document.findings)),
        accepted=told.accepted,
        suppressed=told.suppressed,
        gone=told.gone,
        notes=(*notes, *told.notes),
        problems=tuple(every),
        paths=paths,
        folder=folder,
        here=here,
        exit_code=exit_code(failed, every, allow_incomplete=terms.allow_incomplete, stale=stale),
    )
