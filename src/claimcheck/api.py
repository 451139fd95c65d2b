"""What `import claimcheck` offers: the verbs of the pipeline, and the report, for a program."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck import __version__
from claimcheck.articles import corpus
from claimcheck.articles.article import Article
from claimcheck.claims.rulepacks import Rules, load_rules
from claimcheck.document import FindingsDocument, findings_document
from claimcheck.errors import Place, RuleError
from claimcheck.pipeline import READ_ANEW, Readings, Result, check, compare, extract, reconcile
from claimcheck.quantities.wording import counted
from claimcheck.store.extractions import open_store

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Article", "Report", "check", "compare", "extract", "open_store", "read", "reconcile"]


def read(*paths: str | Path) -> tuple[Article, ...]:
    """The articles that files, folders and globs name, sorted by id.

    Raises the first mistake (UsageError, InputError) if anything could not be read; use
    `claimcheck.articles.corpus.read` to have the rest all the same.
    """
    found = corpus.read(*paths)
    if found.problems:
        raise found.problems[0]
    return found.articles


@dataclass(frozen=True)
class Report:
    """What was found in a set of articles, as tables and as a page.

    `claims`, `facts`, `findings`, `set_aside` and `documents` are pandas frames, made when they are
    first asked for; `claims.fact`, `findings.fact` and `facts.id` join them, and so do `claims.doc`
    and `documents.id`. What each column means, and its unit, says `columns("claims")`.
    `document` has the same as plain records, `articles` are its texts by id; `standings` and
    `notes` are what the page says of single findings, and of the whole.
    """

    document: FindingsDocument
    articles: Mapping[str, Article] = field(default_factory=dict)
    standings: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        *paths: str | Path,
        rules: Rules | str | Path | None = None,
        extractions: Readings = READ_ANEW,
    ) -> Report:
        """The report on the articles that files, folders and globs name, by the rules that come
        with claimcheck or those of another folder. `extractions` are as in `check`.

        Raises the first mistake, if any article or rule could not be read.
        """
        if isinstance(rules, str | Path):
            rules = _rules(Path(rules))
        read = corpus.read(*paths)
        if read.problems:
            raise read.problems[0]
        result = check(read.articles, rules, extractions=extractions)
        return cls.on(result, articles_aside=[(s.article, s.reason) for s in read.set_aside])

    @classmethod
    def on(cls, result: Result, *, articles_aside: Iterable[tuple[Article, str]] = ()) -> Report:
        """The report on what `claimcheck.check` gave."""
        aside = list(articles_aside)
        document = findings_document(result, version=__version__, articles_aside=aside)
        return cls(document, {a.id: a for a in result.articles})

    @classmethod
    def load(cls, path: str | Path) -> Report:
        """The report of a saved run, the `findings.json` beside every page.

        Its articles are read again, and their sentences shown where they have not changed. Raises
        UsageError for another file or schema, InputError for one that is broken.
        """
        from claimcheck.report.saved import load

        run = load(Path(path))
        return cls(run.document, run.articles, notes=run.notes)

    def against(self, earlier: Report) -> Report:
        """This report with its findings new, updated or known since an earlier one, and with those
        that are gone as "absent"."""
        from claimcheck.report.changes import changed

        told = changed(self.document, earlier.document)
        return Report(
            told.document,
            self.articles,
            {**self.standings, **told.standings},
            (*self.notes, *told.notes),
        )

    def write(self, folder: str | Path) -> list[Path]:
        """Write index.html into a folder, and the tables beside it; their paths, the page first.

        Raises UsageError where the folder cannot be written to.
        """
        from claimcheck.report.folder import write_report

        return write_report(
            self.document, self.articles, Path(folder), standings=self.standings, notes=self.notes
        )

    @cached_property
    def claims(self) -> pd.DataFrame:
        """A row for each claim, with its document, fact and camp."""
        return self._frame("claims")

    @cached_property
    def facts(self) -> pd.DataFrame:
        """A row for each fact: what claims speak of."""
        return self._frame("facts")

    @cached_property
    def findings(self) -> pd.DataFrame:
        """A row for each finding, its two sides beside each other."""
        return self._frame("findings")

    @cached_property
    def set_aside(self) -> pd.DataFrame:
        """A row for each stretch of words that became no claim, with the reason."""
        return self._frame("set_aside")

    @cached_property
    def documents(self) -> pd.DataFrame:
        """A row for each document, with how much of it there is in the other tables."""
        return self._frame("documents")

    def columns(self, name: str) -> pd.DataFrame:
        """The kind, unit and meaning of each column of the frame `name`; KeyError for no frame."""
        from claimcheck.report.tables.columns import COLUMNS
        from claimcheck.report.tables.frames import meanings

        return meanings(COLUMNS[name])

    def _frame(self, name: str) -> pd.DataFrame:
        from claimcheck.report.tables.frames import frame
        from claimcheck.report.tables.table import TABLES

        return frame(TABLES[name](self.document))

    def __repr__(self) -> str:
        of = self.document
        present = [f for f in of.findings if f.status != "absent"]
        contradictions = sum(f.verdict == "contradictory" for f in present)
        parts = (
            counted(len(of.documents), "article"),
            counted(len(of.claims), "claim"),
            counted(len(of.facts), "fact"),
            counted(len(present), "finding"),
        )
        return f"<Report: {', '.join(parts)}, {contradictions:,} of them contradictory>"


def _rules(folder: Path) -> Rules:
    """The rule packs of a folder; raises the first mistake in them, or that there is none."""
    rules, mistakes = load_rules(folder)
    if mistakes:
        raise mistakes[0]
    if not rules.packs:
        cause, step = "there is no rule pack in this folder", "A pack is a file ending in .yaml"
        raise RuleError(cause, place=Place(folder.as_posix()), next_step=step)
    return rules
