"""The way of the data, every stage in order: articles → claims → facts → findings.

Pure: the same articles and rules give the same result, whatever order they come in.
"""

from __future__ import annotations

import gc
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from typing import Protocol

from claimcheck.articles.article import Article
from claimcheck.articles.revisions import changed_later
from claimcheck.claims.claim import Claim, identified, tolerant
from claimcheck.claims.encounters.claims import completed
from claimcheck.claims.extraction import Extraction, SetAside, Trial
from claimcheck.claims.extraction import extract as extract_claims
from claimcheck.claims.extraction import trials as trials_of
from claimcheck.claims.open_claims import DATE_LINE, SAID_THEN
from claimcheck.claims.passages import traced
from claimcheck.claims.profiles import Vocabulary, vocabularies
from claimcheck.claims.rulepacks import Rules, load_rules
from claimcheck.claims.stories import stories
from claimcheck.quantities.reader import quantities
from claimcheck.quantities.record import Line, line
from claimcheck.verdicts.comparison import Comparison, Verdict
from claimcheck.verdicts.comparison import compare as compare_claims
from claimcheck.verdicts.explanation import relation
from claimcheck.verdicts.facts import Fact, adopted, facts
from claimcheck.verdicts.findings import Finding, findings
from claimcheck.verdicts.following.derived import derived
from claimcheck.verdicts.following.intervals import intervals
from claimcheck.verdicts.pairs.pairing import Pairs, paired
from claimcheck.verdicts.versions import with_versions


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


def trials(sentence: str, rules: Rules | None = None) -> list[Trial]:
    """What every rule makes of the numbers, dates and times of a sentence, and why."""
    return trials_of(Article("sentence", sentence), rules or shipped_rules())


def read_quantities(articles: Iterable[Article]) -> list[Line]:
    """What is read as numbers, dates and times in each article, and what was set aside; spans are
    those of the articles' files."""
    return [line(a.id, a.text, quantities(a.text, a.anchor), a.in_file) for a in articles]


def reconcile(
    extractions: Iterable[Extraction], rules: Rules | None = None
) -> tuple[list[Claim], list[Fact], list[Finding]]:
    """All claims with those derived from them, the facts they form, and where these differ.

    A version of an article that was changed later is held against its last version alone.
    """
    rules = rules or shipped_rules()
    read = {e.article.id: e for e in extractions}
    texts = {id_: e.article.text for id_, e in read.items()}
    later = changed_later(e.article for e in read.values())
    claims = _said([e for id_, e in read.items() if id_ not in later], rules)
    grouped = facts(tolerant(traced(claims, texts), rules.tolerances))
    found = findings(grouped)
    last = set(later.values())
    told: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in (c for fact in grouped for c in fact.claims if c.doc in last):
        told[claim.doc].append(claim)
    pairs = []
    for earlier, final in later.items():
        outdated = [replace(c, outdated=True) for c in _said([read[earlier]], rules)]
        both = traced([*told[final], *outdated], texts)
        pairs.append(facts(tolerant(both, rules.tolerances)))
    grouped, found = with_versions(grouped, found, pairs)
    ordered = sorted(
        (c for fact in grouped for c in fact.claims), key=lambda c: (c.doc, c.start, c.end, c.id)
    )
    return ordered, grouped, found


def _said(read: Sequence[Extraction], rules: Rules) -> list[Claim]:
    """The claims of articles, and those that follow from them."""
    claims = [claim for extraction in read for claim in extraction.claims]
    claims += derived(read, rules)
    return claims + completed([met for extraction in read for met in extraction.encounters])


class Readings(Protocol):
    """Where what is read of articles comes from: a store gives again what it has. What each method
    gives is equal to what reading the articles gives, in their order."""

    def vocabularies(self, articles: Sequence[Article]) -> Sequence[Vocabulary]:
        """What each article says, as terms."""

    def extractions(
        self, articles: Sequence[Article], rules: Rules, stories: Mapping[str, str]
    ) -> Sequence[Extraction]:
        """What each article claims, in its story."""


class _Anew:
    """The readings of whoever keeps nothing."""

    def vocabularies(self, articles: Sequence[Article]) -> Sequence[Vocabulary]:
        return vocabularies(articles)

    def extractions(
        self, articles: Sequence[Article], rules: Rules, stories: Mapping[str, str]
    ) -> Sequence[Extraction]:
        return [extract(a, rules, story=stories[a.id]) for a in articles]


READ_ANEW: Readings = _Anew()
"""Reads every article that it is asked for."""


def check(
    articles: Iterable[Article], rules: Rules | None = None, *, extractions: Readings = READ_ANEW
) -> Result:
    """The whole way for a corpus; the order of its articles does not matter, nor does it matter
    where the `extractions` come from."""
    rules = rules or shipped_rules()
    ordered: Sequence[Article] = sorted(articles, key=lambda a: a.id)
    later = changed_later(ordered)
    with uncollected():
        told = stories([a for a in ordered if a.id not in later], extractions.vocabularies)
        told |= {earlier: told[last] for earlier, last in later.items()}
        read = tuple(extractions.extractions(ordered, rules, told))
        claims, grouped, found = reconcile(read, rules)
    return Result(rules, told, read, tuple(claims), tuple(grouped), tuple(found))


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the collector of cycles. A corpus makes millions of objects that all stay, and hardly
    a cycle: the collector would walk through them again and again, for a sixth of the time."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            if not gc.get_freeze_count():
                # What there is now is old. As young it would be walked through at once.
                gc.freeze()
                gc.unfreeze()
            gc.enable()


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
    hypothesis has no partner or does not follow from it, or if its words say more than the premise
    does; else superseded if any pair is; else equivalent if every claim of
    the hypothesis has an equivalent; else compatible.
    """
    rules = rules or shipped_rules()
    day = _assumed_day(f"{premise} {hypothesis}")
    sides = [
        extract_claims(Article(name, text, reference=day), rules, "the pair", assumed=_SUBJECT)
        for name, text in (("premise", premise), ("hypothesis", hypothesis))
    ]
    told = paired(sides[0], sides[1])
    pairs = _by_packs(sides[0], sides[1], rules)
    met = [(a, b, c) for a, b, c in pairs if c.verdict != "incomparable"]
    partners = _of_each(b for _, b, _ in met)
    alone = [c for c in sides[1].claims if not c.measurand.open and c.id not in partners]
    met += told.met
    differing = [p for p in met if p[2].verdict == "contradictory"]
    if differing:
        return _judged(max(differing, key=lambda p: p[2].severity))
    aside = [s for s in sides[1].set_aside if s.reason not in NO_FIGURES]
    aside = [s for s in aside if s.text.casefold() not in premise.casefold()]
    # Rule packs know what they read, in whatever words.
    beyond = not partners and told.added.beyond(len(told.met))
    if alone or told.alone or told.unsaid or aside or beyond:
        return TextComparison("incomparable", "", "", 0.0, _why_alone(pairs, told, aside))
    overtaken = [p for p in met if p[2].verdict == "superseded"]
    if overtaken:
        return _judged(max(overtaken, key=lambda p: p[2].severity))
    if not met:
        names = [s for s in sides[1].set_aside if s.text.casefold() in premise.casefold()]
        if names or told.said_too:
            return TextComparison("compatible", "", "", 0.0, "Both fit: no figure differs.")
        return TextComparison("incomparable", "", "", 0.0, "Nothing to compare: no figure is read.")
    alike = _of_each(b for _, b, c in met if c.verdict == "equivalent")
    equivalent = all(c.id in alike for c in sides[1].claims)
    verdict: Verdict = "equivalent" if equivalent else "compatible"
    weakest = min(met, key=lambda p: p[2].consistency)
    return TextComparison(verdict, "", "", 0.0, relation(weakest[0], weakest[1], weakest[2]))


NO_FIGURES = ("part of a name", "a code", "a pronoun", "a telephone number", SAID_THEN, DATE_LINE)
"""Why numbers are set aside that give no figure which a premise would have to give too."""

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def _assumed_day(text: str) -> str:
    """The day from which "April 7" counts where two texts are of one event: the middle of the
    latest year that either names, or of any year, so long as it is the same for both."""
    return f"{max(_YEAR.findall(text), default='2000')}-07-01"


def _by_packs(
    premise: Extraction, hypothesis: Extraction, rules: Rules
) -> list[tuple[Claim, Claim, Comparison]]:
    """Every pair of claims that rule packs read, or derive, with what they are to each other."""
    read = [[c for c in side.claims if not c.measurand.open] for side in (premise, hypothesis)]
    one, other = ([*claims, *identified(intervals(claims, rules))] for claims in read)
    named = _one_subject(adopted([*one, *other]))
    one, other = named[: len(one)], named[len(one) :]
    return [(a, b, compare_claims(a, b)) for b in other for a in one]


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


def _why_alone(
    pairs: list[tuple[Claim, Claim, Comparison]], told: Pairs, aside: list[SetAside]
) -> str:
    """Why nothing, or not everything, of the hypothesis could be compared."""
    if aside:
        return f"“{aside[0].text}” makes no claim that is read: {aside[0].reason}."
    if told.alone:
        return f"“{told.alone[0].quote}” ({told.alone[0].measurand.label}) has no partner."
    if told.unsaid:
        return f"“{told.unsaid[0].quote}” does not follow from what the premise says."
    reasons = [c.reason for _, _, c in pairs if c.reason]
    if reasons:
        return f"Not comparable, because {reasons[0]}."
    return "The hypothesis says more than its figures, which the premise does not."
