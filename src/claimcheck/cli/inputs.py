"""What a command works on: the corpus and the rules, with every mistake in either."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck import __version__
from claimcheck.errors import ClaimcheckError, Place, RuleError

if TYPE_CHECKING:
    from claimcheck.articles.corpus import Corpus
    from claimcheck.claims.rulepacks import Rules
    from claimcheck.document import FindingsDocument


def read_inputs(
    paths: Iterable[str], folder: str | None
) -> tuple[Corpus, Rules, list[ClaimcheckError]]:
    """The corpus, the rules, and every mistake in either."""
    from claimcheck.articles.corpus import read

    rules, mistakes = read_rules(folder)
    corpus = read(*paths)
    return corpus, rules, [*mistakes, *corpus.problems]


def read_rules(folder: str | None) -> tuple[Rules, list[ClaimcheckError]]:
    """The rule packs of a folder, or those shipped, and every mistake in them."""
    from claimcheck.claims.rulepacks import load_rules

    rules, mistakes = load_rules(Path(folder) if folder else None)
    problems: list[ClaimcheckError] = [*mistakes]
    if not (rules.packs or mistakes):
        cause, step = "there is no rule pack in this folder", "A pack is a file ending in .yaml"
        problems.append(RuleError(cause, place=Place(folder or ""), next_step=step))
    return rules, problems


def findings_of(corpus: Corpus, rules: Rules) -> FindingsDocument:
    """What checking the corpus says, with the articles that were set aside."""
    from claimcheck.document import findings_document
    from claimcheck.pipeline import check as check_corpus

    aside = [(s.article, s.reason) for s in corpus.set_aside]
    return findings_document(
        check_corpus(corpus.articles, rules), version=__version__, articles_aside=aside
    )


def typed_again(paths: Sequence[str], folder: str | None) -> str:
    """What the user named, as it is typed again after another command."""
    return shlex.join([*paths, *(("--rules", folder) if folder else ())])
