"""The working of a finding: from the words of each side to the verdict, step by step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from claimcheck.articles.article import Article
from claimcheck.claims.claim import UNNAMED, Claim
from claimcheck.claims.extraction import Trial
from claimcheck.gate.notices import KINDS
from claimcheck.gate.places import place
from claimcheck.verdicts.explanation import reading, unit_of
from claimcheck.verdicts.facts import named_source
from claimcheck.verdicts.findings import Finding

_CERTAINTY = {
    "CT": "stated outright",
    "PR": "reported or called probable",
    "PS": "called possible",
    "U": "left open",
}


def working(finding: Finding, said: Mapping[str, Claim], articles: Mapping[str, Article]) -> str:
    """All that led to a finding, as text. `said` are all claims and `articles` all
    articles by id."""
    return "\n".join(_lines(finding, said, articles)) + "\n"


def trial_lines(trials: Iterable[Trial], text: str) -> str:
    """Every rule that was tried on every number of a text, matched or refused, and why."""
    lines: list[str] = []
    for trial in trials:
        lines.append(f"“{' '.join(text[trial.start : trial.end].split())}”")
        lines += [f"  {rule}: {said}" for rule, said in trial.tried]
        if isinstance(trial.read, str):
            lines.append(f"  no claim: {trial.read}")
            continue
        claim = trial.read
        lines.append(f"  claim      {claim.measurand.label} of {claim.subject} ({claim.rule})")
        lines.append(f"  value      {claim.canonical}")
        lines.append(f"  hard       {reading(claim, core=False)}")
        lines.append(f"  typically  {reading(claim, core=True)}")
        lines.append(f"  standing   {_CERTAINTY[claim.certainty]}; {claim.time}")
        lines += [f"  {line}" for line in _known_by(claim)]
    return "".join(f"{line}\n" for line in lines) or "No number, date or time is read here.\n"


def _known_by(claim: Claim) -> Iterator[str]:
    """By what an open claim would be known in another article."""
    context = claim.context
    if not claim.measurand.open:
        return
    yield f"known by   {', '.join(sorted(context.governors)) or 'no word beside it'}"
    for name, keys in (
        ("names", context.names),
        ("places", context.places | context.qualifiers),
        ("part", context.parts),
    ):
        if keys:
            yield f"{name:10} {', '.join(sorted(k.removeprefix('@') for k in keys))}"


def _lines(
    finding: Finding, said: Mapping[str, Claim], articles: Mapping[str, Article]
) -> Iterator[str]:
    fact, comparison = finding.fact, finding.comparison
    unit = unit_of(*(claim for side in finding.sides for claim in side.claims))
    yield f"{KINDS[finding.kind]} {finding.id} ({finding.grade}, {finding.basis})"
    yield finding.explanation
    for name, side in zip(("one side", "the other side"), finding.sides, strict=True):
        yield ""
        yield f"{name}: {side.value}; independent origins: {side.origins}"
        for claim in side.claims:
            yield from _claim(claim, unit, said, articles)
    one, other = (side.claims[0] for side in finding.sides)
    yield ""
    yield "same fact, because:"
    yield f"  subject    {'none is named' if fact.subject == UNNAMED else fact.subject}"
    yield f"  attribute  {fact.attribute} ({one.measurand.label})"
    yield f"  event      {fact.event or 'none is named'}"
    yield f"  scope      {fact.scope or 'none is named on one side at least'}"
    yield f"  places     {_places(one, other)}"
    yield ""
    yield f"consistency  {comparison.consistency:.3f} of 1 (below 0.5: other values)"
    yield f"severity     {comparison.severity:.3f} ({finding.grade})"
    yield f"fact key     {fact.key}"
    yield f"fingerprint  {finding.fingerprint}"
    for note in finding.reconciliations:
        yield f"possible reconciliation: {note}"


def _claim(
    claim: Claim, unit: str | None, said: Mapping[str, Claim], articles: Mapping[str, Article]
) -> Iterator[str]:
    """One claim in a unit, or in its own; and what it follows from, which is of another kind."""
    if claim.derived_from:
        yield f"  derived by {claim.rule}: {reading(claim, core=False, unit=unit)}, from"
        for source in claim.derived_from:
            yield from _claim(said[source], None, said, articles)
        return
    article = articles[claim.doc]
    sentence = " ".join(article.text[slice(*claim.sentence)].split())
    start, _ = article.in_file(claim.start, claim.end)
    yield f"  {claim.doc}:{place(article, start)}: {sentence}"
    hedge = f", hedge “{claim.hedge_words}”" if claim.hedge_words else ""
    yield f"    words      “{' '.join(claim.quote.split())}”{hedge}"
    yield f"    rule       {claim.rule}"
    yield f"    value      {claim.canonical}"
    yield f"    hard       {reading(claim, core=False, unit=unit)}"
    yield f"    typically  {reading(claim, core=True, unit=unit)}"
    holder = f", according to {claim.holder}" if named_source(claim) else ""
    usual = ", about what is usual" if claim.generic else ""
    yield f"    standing   {_CERTAINTY[claim.certainty]}{holder}; {claim.time}{usual}"


def _places(one: Claim, other: Claim) -> str:
    ways = [" ".join(f"{role} {place}" for role, place in c.places) for c in (one, other)]
    return " / ".join(way or "none named" for way in ways)
