"""What a findings document speaks of, by id, and what its articles are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from claimcheck.articles.article import Article
from claimcheck.document import Bounds, Claim, Document, FindingsDocument
from claimcheck.errors import visible
from claimcheck.quantities.units import IncompatibleUnits, UnknownUnit, affine, convert
from claimcheck.quantities.wording import moment
from claimcheck.report.neighbours import Sentences
from claimcheck.report.words import clipped

# Titles are far shorter; one without end must not fill the page once for each of its claims.
_NAME = 200


@dataclass(frozen=True, slots=True)
class Corpus:
    """What a findings document speaks of, by id; `units` are the facts' units by claim.

    `stands` are by claim the fact it belongs to and the place of its camp there, and `calculated`
    by fact those of its claims that follow from others.

    `statements` (of `sections/statement`, which knows this module) and `sentences` are what has
    been made already: one claim stands in many rows.
    """

    documents: Mapping[str, Document]
    articles: Mapping[str, Article]
    claims: Mapping[str, Claim]
    units: Mapping[str, str]
    places: Mapping[str, int]
    stands: Mapping[str, tuple[str, int]]
    calculated: Mapping[str, Sequence[str]]
    statements: dict[tuple[str, object], Any] = field(
        default_factory=dict, repr=False, compare=False
    )
    sentences: dict[str, Sentences] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, document: FindingsDocument, articles: Mapping[str, Article]) -> Corpus:
        """What `document` speaks of, with the articles by id."""
        calculated = {claim.id for claim in document.claims if claim.derived_from}
        said = {claim.id: claim for claim in document.claims}
        return cls(
            documents={article.id: article for article in document.documents},
            articles=articles,
            claims=said,
            units={
                claim: fact.unit
                for fact in document.facts
                for claim in fact.claims
                if _converts(said[claim].unit, fact.unit)
            },
            stands={
                claim: (fact.id, place)
                for fact in document.facts
                for place, camp in enumerate(fact.camps)
                for claim in camp.claims
            },
            calculated={
                fact.id: [id_ for id_ in fact.claims if id_ in calculated]
                for fact in document.facts
            },
            places={article.id: place for place, article in enumerate(document.documents)},
        )

    def in_reading_order(self, claims: Iterable[str]) -> list[Claim]:
        """The claims of these ids, article by article as listed, down each text."""
        found = (self.claims[id_] for id_ in set(claims) if id_ in self.claims)
        return sorted(found, key=lambda claim: (self.places[claim.doc], claim.start, claim.id))

    def neighbours(self, claim: Claim) -> tuple[str, str]:
        """The sentences before and after that of `claim`, "" where there is none."""
        article = self.articles.get(claim.doc)
        if article is None:
            return "", ""
        if claim.doc not in self.sentences:
            self.sentences[claim.doc] = Sentences.of(article)
        start, end = claim.sentence
        if article.offsets:
            start, end = article.offsets.in_prose(start), article.offsets.in_prose(end)
        return self.sentences[claim.doc].around(start, end, article.text)

    def unit_of(self, claim: Claim) -> str:
        """The unit of the fact that `claim` belongs to; its own where it belongs to none."""
        return self.units.get(claim.id, claim.unit)

    def range_of(self, claim: Claim) -> Bounds:
        """All that `claim` allows, or what it is usually read as where it sets no limits, in the
        unit of its fact."""
        return self.in_fact_unit(claim.core if claim.hard == (None, None) else claim.hard, claim)

    def in_fact_unit(self, bounds: Bounds, claim: Claim) -> Bounds:
        """`bounds` of `claim` in the unit of its fact; those of times and dates as they are."""
        unit = self.unit_of(claim)
        low, high = (
            convert(bound, claim.unit, unit) if isinstance(bound, float | int) else bound
            for bound in bounds
        )
        return low, high


@cache
def _converts(unit: str, other: str) -> bool:
    """Whether values of one unit can be told in the other; in runs of older versions, which put
    shares and bare fractions into one fact, some cannot."""
    try:
        return unit == other or bool(affine(unit, other))
    except (UnknownUnit, IncompatibleUnits):
        return False


def title_of(article: Document) -> str:
    """What an article is called: its title, or else its id."""
    return clipped(visible(article.title or article.id), _NAME)


def origin_of(article: Document) -> tuple[str, ...]:
    """Who published the article and when, as far as that is known; apart, because a name that is
    written from right to left must not turn the date round."""
    published = moment(article.published) if article.published else ""
    source = clipped(visible(article.source or ""), _NAME)
    return tuple(part for part in (source, published) if part)
