"""The way of the data, every stage in order: articles → claims → facts → findings.

Pure: the same articles and rules give the same result, whatever order they come in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from claimcheck.articles.article import Article
from claimcheck.claims.claim import Claim
from claimcheck.claims.extraction import Extraction
from claimcheck.claims.extraction import extract as extract_claims
from claimcheck.claims.rulepacks import Rules, load_rules
from claimcheck.claims.stories import stories
from claimcheck.quantities.reader import quantities
from claimcheck.quantities.record import Line, line
from claimcheck.verdicts.comparison import Comparison, Verdict
from claimcheck.verdicts.comparison import compare as compare_claims
from claimcheck.verdicts.derived import derived
from claimcheck.verdicts.explanation import relation
from claimcheck.verdicts.facts import Fact, adopted, facts
from claimcheck.verdicts.findings import Finding, findings


@dataclass(frozen=True, slots=True)
class Result:
    """Everything that checking a corpus says, in typed records.

    `claims` holds those that were said and those derived from them, each in exactly one fact.
    """

    rules: Rules
    stories: dict[str, str]
    extractions: tuple[Extraction, ...]
    claims: tuple[Claim, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles that were read, by id."""
        return tuple(e.article for e in self.extractions)


@cache
def shipped_rules() -> Rules:
    """The packs that come with claimcheck; RuleError where one of them is broken."""
    rules, problems = load_rules()
    if problems:
        raise problems[0]
    return rules


def extract(article: Article, rules: Rules | None = None, *, story: str = "") -> Extraction:
    """What one article claims, and what was set aside, with its reason."""
    return extract_claims(article, rules or shipped_rules(), story)


def read_quantities(articles: Iterable[Article]) -> list[Line]:
    """What is read as numbers, dates and times in each article, and what was set aside."""
    return [line(a.id, a.text, quantities(a.text, a.anchor)) for a in articles]


def reconcile(
    extractions: Iterable[Extraction], rules: Rules | None = None
) -> tuple[list[Claim], list[Fact], list[Finding]]:
    """All claims with those derived from them, the facts they form, and where these differ."""
    rules = rules or shipped_rules()
    claims: list[Claim] = []
    for extraction in extractions:
        claims += extraction.claims
        claims += derived(extraction.claims, rules)
    grouped = facts(claims)
    ordered = sorted(
        (c for fact in grouped for c in fact.claims), key=lambda c: (c.doc, c.start, c.end, c.id)
    )
    return ordered, grouped, findings(grouped)


def check(articles: Iterable[Article], rules: Rules | None = None) -> Result:
    """The whole way for a corpus; the order of its articles does not matter."""
    rules = rules or shipped_rules()
    ordered: Sequence[Article] = sorted(articles, key=lambda a: a.id)
    told = stories(ordered)
    extractions = tuple(extract(a, rules, story=told[a.id]) for a in ordered)
    claims, grouped, found = reconcile(extractions, rules)
    return Result(rules, told, extractions, tuple(claims), tuple(grouped), tuple(found))


_SUBJECT = "The subject"


@dataclass(frozen=True, slots=True)
class TextComparison:
    """How a hypothesis stands to a premise: the verdict, its ground, and why."""

    verdict: Verdict
    basis: str
    grade: str
    severity: float
    explanation: str


def compare(premise: str, hypothesis: str, rules: Rules | None = None) -> TextComparison:
    """The verdict on two texts that are taken to speak of one event (design.md 6).

    Contradictory if any comparable pair of claims is; else incomparable if a number of the
    hypothesis has no partner; else superseded if any pair is; else equivalent if every claim of
    the hypothesis has an equivalent; else compatible.
    """
    rules = rules or shipped_rules()
    sides = [
        extract_claims(Article(name, text), rules, "the pair", assumed=_SUBJECT)
        for name, text in (("premise", premise), ("hypothesis", hypothesis))
    ]
    one, other = ([*side.claims, *derived(side.claims, rules)] for side in sides)
    named = _one_subject(adopted([*one, *other]))
    one, other = named[: len(one)], named[len(one) :]
    pairs = [(a, b, compare_claims(a, b)) for b in other for a in one]
    met = [(a, b, c) for a, b, c in pairs if c.verdict != "incomparable"]
    partners = _of_each(b for _, b, _ in met)
    differing = [p for p in met if p[2].verdict == "contradictory"]
    if differing:
        return _judged(max(differing, key=lambda p: p[2].severity))
    alone = [c for c in sides[1].claims if c.id not in partners]
    if alone or sides[1].set_aside or not met:
        return TextComparison("incomparable", "", "", 0.0, _why_alone(pairs, sides[1]))
    overtaken = [p for p in met if p[2].verdict == "superseded"]
    if overtaken:
        return _judged(max(overtaken, key=lambda p: p[2].severity))
    alike = _of_each(b for _, b, c in met if c.verdict == "equivalent")
    equivalent = all(c.id in alike for c in sides[1].claims)
    verdict: Verdict = "equivalent" if equivalent else "compatible"
    weakest = min(met, key=lambda p: p[2].consistency)
    return TextComparison(verdict, "", "", 0.0, relation(weakest[0], weakest[1], weakest[2]))


def _one_subject(claims: list[Claim]) -> list[Claim]:
    """Claims that name no subject given the only one that the pair names."""
    named = {c.subject for c in claims if c.subject != _SUBJECT}
    if len(named) != 1:
        return claims
    return [replace(c, subject=min(named)) for c in claims]


def _of_each(claims: Iterable[Claim]) -> set[str]:
    """The ids of claims, and of those that they follow from: what a derived claim meets, its
    sources have met."""
    return {i for c in claims for i in (c.id, *c.derived_from)}


def _judged(pair: tuple[Claim, Claim, Comparison]) -> TextComparison:
    one, other, comparison = pair
    return TextComparison(
        comparison.verdict,
        comparison.basis,
        comparison.grade,
        round(comparison.severity, 3),
        relation(one, other, comparison),
    )


def _why_alone(pairs: list[tuple[Claim, Claim, Comparison]], hypothesis: Extraction) -> str:
    """Why nothing, or not everything, of the hypothesis could be compared."""
    if hypothesis.set_aside:
        aside = hypothesis.set_aside[0]
        return f"“{aside.text}” makes no claim that is read: {aside.reason}."
    reasons = [c.reason for _, _, c in pairs if c.reason]
    return f"Not comparable, because {reasons[0]}." if reasons else "Nothing to compare."
