"""The controls above the lists: the buttons that write a filter, and what each would find."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from claimcheck.document import Grade
from claimcheck.quantities.wording import counted
from claimcheck.report.page.index import Column, Index, state_names
from claimcheck.report.words import STATUSES, TAGS, capital, clipped

# Buttons are for what is often asked; what is rare can be typed.
_MOST = 8
# A button is a word or three.
_LABEL = 40

_GRADES: tuple[Grade, ...] = ("major", "moderate", "minor", "negligible")


@dataclass(frozen=True, slots=True)
class Option:
    """A button: it asks for `value`, and finds `count` rows."""

    value: str
    words: str
    count: str


@dataclass(frozen=True, slots=True)
class Facet:
    """Buttons for one `key` of the filter language."""

    key: str
    title: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Controls:
    """What stands above the lists: facets that tell rows apart, and what is counted."""

    facets: tuple[Facet, ...]
    findings: str
    facts: str


def controls(index: Index) -> Controls:
    """The controls for the rows of `index`."""
    rows = index.findings
    facets = (
        Facet("s", "Status", _fixed(STATUSES.items(), rows.status)),
        Facet("v", "Verdict", _fixed(TAGS.items(), rows.verdict)),
        Facet("g", "Grade", _fixed(zip(_GRADES, _GRADES, strict=True), rows.grade)),
        Facet("a", "Attribute", _commonest(_values(rows.attribute))),
        Facet("source", "Source", _commonest(_sources(index))),
        Facet("f", "Facts", _fixed(state_names(), index.facts.state)),
    )
    compared = sum(index.facts.state.names[row] != "once" for row in index.facts.state.rows)
    return Controls(
        # One button tells no rows apart; but facts said once are shown by theirs alone.
        facets=tuple(
            facet
            for facet in facets
            if len(facet.options) > 1 or any(option.value == "once" for option in facet.options)
        ),
        findings=counted(len(rows.id), "finding"),
        facts=counted(compared, "fact"),
    )


def _fixed(words: Iterable[tuple[str, str]], column: Column) -> tuple[Option, ...]:
    counts = Counter(_values(column))
    return tuple(
        Option(value, capital(word), f"{counts[value]:,}") for value, word in words if counts[value]
    )


def _commonest(values: Iterable[str]) -> tuple[Option, ...]:
    counts = Counter(value for value in values if value)
    order = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return tuple(
        Option(value, capital(clipped(value, _LABEL)), f"{count:,}")
        for value, count in order[:_MOST]
    )


def _values(column: Column) -> Iterable[str]:
    return (column.names[row] for row in column.rows)


def _sources(index: Index) -> Iterable[str]:
    """The sources of each finding, each once."""
    for docs in index.findings.docs:
        yield from {index.documents.source[doc] for doc in docs}
