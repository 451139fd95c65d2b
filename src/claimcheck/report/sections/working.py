"""The working of a finding: from the words of both sides to the verdict, step by step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimcheck.claims.claim import UNNAMED
from claimcheck.document import Claim, Fact, Finding
from claimcheck.errors import visible
from claimcheck.quantities.wording import number
from claimcheck.report.corpus import Corpus, title_of
from claimcheck.report.drawings.marks import Mark
from claimcheck.report.naming import attribute_of
from claimcheck.report.sections.statement import number_words
from claimcheck.report.systems import Phrase, Units, reading_in
from claimcheck.report.words import BASES, VERDICTS, capital, clipped, hedge_words, label

# So many different words, rules and readings a side shows; further ones are counted.
_LINES = 3
_WORDS = 160


@dataclass(frozen=True, slots=True)
class Part:
    """What a step is on one side; a line is told once for each system of units."""

    side: str
    mark: Mark
    lines: tuple[tuple[Phrase, ...], ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what it is on either side in `parts`, or for both together in `lines`. What
    `repeats` stands elsewhere in the row as well, and needs not be searched."""

    name: str
    parts: tuple[Part, ...]
    lines: tuple[str, ...]
    repeats: bool = True


def working(
    finding: Finding,
    fact: Fact | None,
    said: Sequence[Sequence[Claim]],
    units: Units | None,
    marks: Sequence[Mark],
    corpus: Corpus,
) -> tuple[Step, ...]:
    """The steps that led to `finding`; `said` are the claims of each side, with their `marks`, told
    in the `units` of the fact.

    Without claims, as of a finding that is no longer there, only the verdict is left to tell.
    """
    last = Step("Verdict", (), tuple(_verdict(finding)))
    if fact is None or units is None or not any(said):
        return (last,)
    each = [
        ("Words", lambda claim: _alike(_words(claim, corpus))),
        ("Rule", lambda claim: _alike(_rule(claim))),
        ("Number", lambda claim: _alike(_number(claim))),
        ("Interval", lambda claim: _interval(claim, units, corpus)),
    ]
    steps = [Step(name, _parts(tell, said, marks), ()) for name, tell in each]
    return (
        *steps,
        Step("Same fact, because", (), tuple(_same(fact, corpus))),
        Step(
            "Consistency",
            (),
            (f"{capital(BASES[finding.basis])}.", visible(finding.explanation)),
            repeats=False,
        ),
        last,
    )


def _parts(
    tell: Callable[[Claim], tuple[Phrase, ...]],
    said: Sequence[Sequence[Claim]],
    marks: Sequence[Mark],
) -> tuple[Part, ...]:
    return tuple(
        Part(side, mark, tuple(_few(tell(claim) for claim in claims)))
        for side, mark, claims in zip("ab", marks, said, strict=True)
    )


def _alike(words: str) -> tuple[Phrase, ...]:
    """A line that tells everybody the same."""
    return (Phrase("", words),)


def _few(lines: Iterable[tuple[Phrase, ...]]) -> Iterator[tuple[Phrase, ...]]:
    """The first of the different lines, and how many more there are."""
    different = list(dict.fromkeys(lines))
    yield from different[:_LINES]
    if len(different) > _LINES:
        yield _alike(f"and {len(different) - _LINES:,} more")


def _words(claim: Claim, corpus: Corpus) -> str:
    sources = corpus.in_reading_order(claim.derived_from or ())
    if sources:
        quotes = [f"“{_quote(source)}”" for source in sources[:_LINES]]
        rest = f" and {len(sources) - _LINES:,} more" if len(sources) > _LINES else ""
        return f"calculated from {', '.join(quotes)}{rest}"
    return f"“{_quote(claim)}”, {title_of(corpus.documents[claim.doc])}"


def _quote(claim: Claim) -> str:
    return clipped(visible(" ".join(claim.quote.split())), _WORDS)


def _rule(claim: Claim) -> str:
    return clipped(visible(claim.rule), _WORDS)


def _number(claim: Claim) -> str:
    hedge = hedge_words(claim)
    named = number_words(claim) or "no number in the words"
    return f"{named}, hedged “{clipped(hedge, _WORDS)}”" if hedge else named


def _interval(claim: Claim, units: Units, corpus: Corpus) -> tuple[Phrase, ...]:
    if claim.value is not None:
        return _alike(f"the category {clipped(label(claim.value), _WORDS)}")
    hard, core = (corpus.in_fact_unit(bounds, claim) for bounds in (claim.hard, claim.core))
    return reading_in(units, hard, core)


def _same(fact: Fact, corpus: Corpus) -> Iterator[str]:
    subject = "none is named" if fact.subject == UNNAMED else label(fact.subject)
    yield f"Subject: {subject}"
    yield f"Attribute: {attribute_of(fact, corpus.claims)}"
    yield f"Event: {label(fact.event) or 'none is named'}"
    yield f"Scope: {label(fact.scope) or 'none is named on one side at least'}"


def _verdict(finding: Finding) -> Iterator[str]:
    if finding.status == "absent":
        # What was kept of it does not say how severe it was.
        yield f"{VERDICTS[finding.verdict]}: {finding.grade}."
    else:
        severity = number(round(finding.severity, 3))
        yield f"{VERDICTS[finding.verdict]}: {finding.grade}, severity {severity} of 1."
