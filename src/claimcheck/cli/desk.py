"""The desk: the corpus that drafts are held against, with what is remembered of its findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import msgspec

from claimcheck import __version__
from claimcheck.articles.article import Article
from claimcheck.articles.corpus import Corpus
from claimcheck.articles.directives import Directive
from claimcheck.claims.rulepacks import Rules
from claimcheck.cli.inputs import reported
from claimcheck.config import Config
from claimcheck.desk.draft import DraftDocument, drafted, placed
from claimcheck.document import findings_document
from claimcheck.gate.baseline.file import Baseline
from claimcheck.gate.baseline.matching import remembered
from claimcheck.gate.judgement import Terms, judged
from claimcheck.gate.notices import Notice, notices
from claimcheck.gate.run import Note, Run
from claimcheck.gate.states import Memory
from claimcheck.pipeline import Readings, Result, check

# Of the run's notes, those on acceptances that hold no longer. What the corpus is not held to, and
# what a draft alone could not show, is the business of `check`.
_NOTES = frozenset({"other-rules", "risen", "expired-acceptance"})


@dataclass(frozen=True, slots=True)
class Held:
    """A draft that was held against the corpus: its document, and the run that this is part of."""

    document: DraftDocument
    run: Run
    is_in_corpus: bool

    def notices(self, paths: str) -> list[Notice]:
        """What is to be told of the draft's findings; `paths` are for commands to be typed."""
        own = msgspec.structs.replace(self.run.document, findings=self.document.findings)
        return notices(replace(self.run, document=own, paths=paths))


class Desk:
    """Holds drafts against one corpus, each by itself, with the states that the gate gives."""

    def __init__(
        self,
        corpus: Corpus,
        rules: Rules,
        config: Config,
        baseline: Baseline,
        today: date,
        extractions: Readings,
    ) -> None:
        self._corpus, self._rules, self._config = corpus, rules, config
        self._baseline, self._today, self._extractions = baseline, today, extractions
        # Drafts that are articles of the corpus have one run together.
        self._of_corpus: tuple[Result, Run] | None = None
        self._notes: dict[Note, None] = {}

    @property
    def notes(self) -> list[Note]:
        """What is to be noted of all drafts, each once."""
        return list(self._notes)

    def held(self, own: Corpus) -> Held:
        """The one article of `own` against the corpus."""
        [article] = own.articles
        article, articles = placed(article, self._corpus.articles)
        is_in_corpus = articles is self._corpus.articles
        if not is_in_corpus:
            directives = [replace(d, doc=article.id) for d in own.directives]
            result, run = self._run(articles, [*self._corpus.directives, *directives])
        else:
            if self._of_corpus is None:
                self._of_corpus = self._run(articles, self._corpus.directives)
            result, run = self._of_corpus
        self._notes |= dict.fromkeys(note for note in run.notes if note.kind in _NOTES)
        document = reported(drafted(article.id, run.document, result), self._config)
        return Held(document, run, is_in_corpus)

    def _run(
        self, articles: Sequence[Article], directives: Sequence[Directive]
    ) -> tuple[Result, Run]:
        result = check(articles, self._rules, extractions=self._extractions)
        memory = Memory(
            today=self._today,
            rules_digest=self._rules.digest,
            baseline=self._baseline,
            directives=directives,
            partial=True,  # what a draft replaces is not gone
        )
        document = findings_document(result, version=__version__)
        found = remembered(result)
        return result, judged(document, found, result.articles, memory, Terms())
