"""Sides: claims that stand together against others, in a finding or as a camp of a fact."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from claimcheck.document import Bounds, Camp, Claim, Fact, Finding, Side
from claimcheck.errors import visible
from claimcheck.quantities.wording import counted, range_words
from claimcheck.report.corpus import Corpus, title_of
from claimcheck.report.numberline import Ends, NumberLine, Reading, number_line
from claimcheck.report.statement import Statement, statement
from claimcheck.report.words import clipped, label

# A side shows one statement an article, of at most so many articles, and folds the others.
_STATEMENTS = 6
_LABEL = 90
# A calculated value names what it was calculated from; one line has room for its beginning.
_BRIEF = 72


@dataclass(frozen=True, slots=True)
class SideView:
    """What one side says and who says so.

    `side` is "a" or "b" in a finding, where it chooses colour and shape, and "camp" in a fact.
    `brief` is the value as one line has room for it.
    `statements` has the first mention in each of the `articles`, `mentions` all others.
    """

    side: str
    value: str
    brief: str
    normalised: str
    origins: str
    articles: tuple[str, ...]
    statements: tuple[Statement, ...]
    mentions: tuple[Statement, ...]
    mentions_title: str


def sides_of(finding: Finding, corpus: Corpus) -> tuple[SideView, SideView]:
    """The two sides of `finding`, in the order of the document."""
    first, second = (
        _side(name, visible(side.value), visible(side.normalised), side, corpus)
        for name, side in zip("ab", finding.sides, strict=True)
    )
    return first, second


def camp_of(camp: Camp, fact: Fact, corpus: Corpus) -> SideView:
    """A camp of `fact`; its value is what all its claims allow, or the category they name."""
    if camp.consensus is not None:
        value = range_words(camp.consensus, fact.unit)
    else:
        values = {corpus.claims[id_].value for id_ in camp.claims}
        value = ", ".join(sorted(label(value) for value in values if value))
    return _side("camp", value, "", camp, corpus)


def line_of(finding: Finding, fact: Fact, corpus: Corpus) -> NumberLine | None:
    """Both sides on one number line, in the fact's unit; None where a side has no numbers."""
    first, second = (
        _readings(name, side, fact, corpus) for name, side in zip("ab", finding.sides, strict=True)
    )
    if not first or not second:
        return None
    return number_line([*first, *second], fact.unit, label(fact.attribute))


def _side(name: str, value: str, normalised: str, said: Side | Camp, corpus: Corpus) -> SideView:
    claims = corpus.in_reading_order(said.claims)
    # What a calculated claim follows from is shown within it, not beside it.
    inputs = {id_ for claim in claims for id_ in claim.derived_from or ()}
    claims = [claim for claim in claims if claim.id not in inputs]
    firsts = [next(mentions) for _, mentions in groupby(claims, key=lambda claim: claim.doc)]
    leading = firsts[:_STATEMENTS]
    others = [claim for claim in claims if claim not in leading]
    return SideView(
        side=name,
        value=value,
        brief=clipped(value, _BRIEF),
        normalised=normalised,
        origins=counted(said.origins, "independent origin"),
        articles=tuple(title_of(corpus.documents[claim.doc]) for claim in firsts),
        statements=tuple(statement(claim, corpus) for claim in leading),
        mentions=tuple(statement(claim, corpus) for claim in others),
        mentions_title=counted(len(others), "further mention"),
    )


def _readings(name: str, side: Side, fact: Fact, corpus: Corpus) -> list[Reading]:
    """The different readings of a side, each once, with all the words that are read so."""
    quotes: dict[tuple[Ends, Ends, Ends], dict[str, None]] = {}
    for claim in _members(side, fact, corpus):
        stated = (claim.stated[0], claim.stated[-1]) if claim.stated else (None, None)
        hard, core, named = (
            _ends(corpus.in_fact_unit(bounds, claim)) for bounds in (claim.hard, claim.core, stated)
        )
        quote = side.value if claim.derived_from else claim.quote
        quotes.setdefault((hard, core, named), {})[visible(quote)] = None
    return [
        Reading(
            side=name,
            label=clipped(" · ".join(words), _LABEL),
            words=f"can be {range_words(hard, fact.unit)}, "
            f"usually read {range_words(core, fact.unit)}",
            hard=hard,
            core=core,
            stated=tuple(sorted({value for value in named if value is not None})),
        )
        for (hard, core, named), words in quotes.items()
        if set(hard + core) != {None}
    ]


def _ends(bounds: Bounds) -> Ends:
    """The numbers of `bounds`; the moments of a time or a date are none."""
    low, high = (bound if isinstance(bound, float | int) else None for bound in bounds)
    return low, high


def _members(side: Side, fact: Fact, corpus: Corpus) -> list[Claim]:
    """The claims of the fact itself that the side holds.

    A calculated side may list only what it was calculated from, claims of other facts; then its
    members are the claims of this fact that follow from them.
    """
    listed = set(side.claims)
    claims = corpus.in_reading_order(fact.claims)
    return [claim for claim in claims if claim.id in listed] or [
        claim for claim in claims if claim.derived_from and listed >= set(claim.derived_from)
    ]
