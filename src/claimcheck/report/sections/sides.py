"""Sides: claims that stand together against others, in a finding or as a camp of a fact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from claimcheck.document import Camp, Claim, Finding, Side
from claimcheck.errors import visible
from claimcheck.quantities.wording import counted
from claimcheck.report.corpus import Corpus, origin_of, title_of
from claimcheck.report.drawings.marks import Mark, mark_of
from claimcheck.report.sections.statement import Statement, statement
from claimcheck.report.systems import Phrase, Units, normalised_in, range_in
from claimcheck.report.words import clipped, holder_words, label

# A side shows one statement an article, of at most so many articles, and folds the others; what
# a camp of thousands says after these is told by the tables.
_STATEMENTS = 6
_MENTIONS = 30
_VOICES = 2
# A calculated value names what it was calculated from; one line has room for its beginning.
_BRIEF = 72
_LINE = 100


@dataclass(frozen=True, slots=True)
class Voice:
    """An article, by whom and when it was published as far as that is known; its `words`, "" where
    they are read as those of the side are; and whom it has them from, "" where from nobody."""

    title: str
    origin: tuple[str, ...]
    words: str
    holder: str


@dataclass(frozen=True, slots=True)
class SideView:
    """What one side says and who says so; `origins` is "" where nobody does any more.

    `side` is "a" or "b" in a finding, and "camp" in a fact; `mark` is its colour and shape.
    `brief` is the value as one line has room for it, and `normalised` how the side of a finding is
    read, once for each system of units. `voices` are who says so, for the first
    screen, of which `more_voices` counts the rest. `statements` has the first mention
    in each of the `articles`, `mentions` the others, of which `more` counts those that are not
    shown.
    """

    side: str
    mark: Mark
    value: str
    brief: str
    normalised: tuple[Phrase, ...]
    origins: str
    count: str
    articles: tuple[str, ...]
    voices: tuple[Voice, ...]
    more_voices: str
    statements: tuple[Statement, ...]
    mentions: tuple[Statement, ...]
    mentions_title: str
    more: str


def sides_of(
    finding: Finding,
    said: Sequence[Sequence[Claim]],
    units: Units | None,
    marks: Iterable[Mark],
    corpus: Corpus,
) -> tuple[SideView, SideView]:
    """The two sides of `finding`, in the order of the document; `said` are their claims, told in
    the `units` of the fact where there is one."""
    first, second = (
        _side(name, mark, value, _normalised(side, units, claims, corpus), side, units, corpus)
        for name, mark, side, claims in zip("ab", marks, finding.sides, said, strict=True)
        for value in (visible(side.value),)
    )
    return first, second


def _normalised(
    side: Side, units: Units | None, claims: Sequence[Claim], corpus: Corpus
) -> tuple[Phrase, ...]:
    """How the side is read: by the claim whose words speak for it, in the units that people use;
    as the document has it where no claim's words do."""
    speaker = next((c for c in claims if " ".join(c.quote.split()) == side.value), None)
    if units is None or speaker is None or speaker.value is not None or speaker.polarity == "-":
        return (Phrase("", visible(side.normalised)),)
    hard, core = (corpus.in_fact_unit(bounds, speaker) for bounds in (speaker.hard, speaker.core))
    return normalised_in(units, hard, core)


def camp_of(place: int, camp: Camp, units: Units, corpus: Corpus) -> SideView:
    """A camp of a fact whose values are told in `units`; its value is what categories it names, or
    how most of its articles put it, the first of them."""
    claims = corpus.in_reading_order(camp.claims)
    named = sorted({word for claim in claims for word in _categories(claim)})
    said = dict.fromkeys((c.doc, _denied(c) + _quote(c)) for c in claims if not c.derived_from)
    if named:
        value = ", ".join(named)
    elif said:
        value = Counter(words for _, words in said).most_common(1)[0][0]
    else:
        value = f"calculated: {range_in(units, camp.consensus or (None, None))[0].words}"
    return _side("camp", mark_of(place), value, (), camp, units, corpus)


def _side(
    name: str,
    mark: Mark,
    value: str,
    reading: tuple[Phrase, ...],
    said: Side | Camp,
    units: Units | None,
    corpus: Corpus,
) -> SideView:
    claims = corpus.in_reading_order(said.claims)
    # What a calculated claim follows from is shown within it, not beside it.
    inputs = {id_ for claim in claims for id_ in claim.derived_from or ()}
    claims = [claim for claim in claims if claim.id not in inputs]
    firsts = _first_of_each_article(claims)
    leading = firsts[:_STATEMENTS]
    shown = {claim.id for claim in leading}
    others = [claim for claim in claims if claim.id not in shown]
    rest = len(others) - _MENTIONS
    unheard = len(firsts) - _VOICES
    speaker = next((c for c in claims if _quote(c) == value), None)
    return SideView(
        side=name,
        mark=mark,
        value=value,
        brief=clipped(value, _BRIEF),
        normalised=reading,
        origins=counted(said.origins, "independent origin") if said.origins else "",
        count=f"{said.origins:,}",
        articles=tuple(title_of(corpus.documents[claim.doc]) for claim in firsts),
        voices=tuple(_voice(claim, speaker, corpus) for claim in firsts[:_VOICES]),
        more_voices=f"and {counted(unheard, 'further article')}" if unheard > 0 else "",
        statements=tuple(statement(claim, units, corpus) for claim in leading),
        mentions=tuple(statement(claim, units, corpus) for claim in others[:_MENTIONS]),
        mentions_title=counted(len(others), "further mention"),
        more=f"and {rest:,} more, which the tables name" if rest > 0 else "",
    )


def _categories(claim: Claim) -> Iterator[str]:
    """The categories that `claim` names or denies; one may name several, as "plane, train"."""
    for value in (claim.value or "").split(","):
        if named := label(value):
            yield f"{_denied(claim)}{named}"


def _denied(claim: Claim) -> str:
    return "not " if claim.polarity == "-" else ""


def _voice(claim: Claim, speaker: Claim | None, corpus: Corpus) -> Voice:
    article = corpus.documents[claim.doc]
    holder = holder_words(claim)
    told = f"according to {clipped(holder, _BRIEF)}" if holder else ""
    own = speaker is not None and _read_as(claim) != _read_as(speaker)
    words = f"“{clipped(_quote(claim), _BRIEF)}”" if own else ""
    return Voice(clipped(title_of(article), _LINE), origin_of(article), words, told)


def _quote(claim: Claim) -> str:
    return visible(" ".join(claim.quote.split()))


def _read_as(claim: Claim) -> tuple[object, ...]:
    return claim.unit, claim.hard, claim.core, claim.value


def _first_of_each_article(claims: list[Claim]) -> list[Claim]:
    return [next(mentions) for _, mentions in groupby(claims, key=lambda claim: claim.doc)]
