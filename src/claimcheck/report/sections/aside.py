"""What was set aside, as the page shows it: why, how often, and some of the words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from claimcheck.document import FindingsDocument, Stats
from claimcheck.errors import visible
from claimcheck.report.corpus import Corpus, title_of
from claimcheck.report.words import capital, clipped, label

# How many examples, of how many characters, show what was set aside. The tables have the rest.
_EXAMPLES = 8
_EXAMPLE = 90


@dataclass(frozen=True, slots=True)
class Example:
    """Words that were set aside, and the title of their article."""

    text: str
    title: str


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason for setting words aside; `more` counts the examples that are not shown."""

    words: str
    count: str
    examples: tuple[Example, ...]
    more: str


def reasons(document: FindingsDocument, corpus: Corpus) -> tuple[Reason, ...]:
    """Why words were set aside, the commonest reason first, each with its first examples."""
    examples: dict[str, list[Example]] = defaultdict(list)
    for aside in document.set_aside:
        title = title_of(corpus.documents[aside.doc])
        examples[aside.reason].append(Example(clipped(visible(aside.text), _EXAMPLE), title))
    return tuple(
        Reason(
            words=capital(label(reason)),
            count=f"{count:,}",
            examples=tuple(examples[reason][:_EXAMPLES]),
            more=f"and {count - _EXAMPLES:,} more" if count > _EXAMPLES else "",
        )
        for reason, count in by_count(document.stats)
    )


def by_count(stats: Stats) -> list[tuple[str, int]]:
    """The reasons, the commonest first."""
    return sorted(stats.set_aside.items(), key=lambda item: (-item[1], item[0]))
