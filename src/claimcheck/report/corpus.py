"""What a findings document speaks of, by id, and what its articles are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimcheck.articles.article import Article
from claimcheck.document import Bounds, Claim, Document, FindingsDocument
from claimcheck.errors import visible
from claimcheck.quantities.units import convert
from claimcheck.quantities.wording import moment
from claimcheck.report.words import clipped

# Titles are far shorter; one without end must not fill the page once for each of its claims.
_NAME = 200


@dataclass(frozen=True, slots=True)
class Corpus:
    """What a findings document speaks of, by id; `units` are the facts' units by claim."""

    documents: Mapping[str, Document]
    articles: Mapping[str, Article]
    claims: Mapping[str, Claim]
    units: Mapping[str, str]
    places: Mapping[str, int]

    @classmethod
    def of(cls, document: FindingsDocument, articles: Mapping[str, Article]) -> Corpus:
        """What `document` speaks of, with the articles by id."""
        return cls(
            documents={article.id: article for article in document.documents},
            articles=articles,
            claims={claim.id: claim for claim in document.claims},
            units={claim: fact.unit for fact in document.facts for claim in fact.claims},
            places={article.id: place for place, article in enumerate(document.documents)},
        )

    def in_reading_order(self, claims: Iterable[str]) -> list[Claim]:
        """The claims of these ids, article by article as listed, down each text."""
        found = (self.claims[id_] for id_ in set(claims))
        return sorted(found, key=lambda claim: (self.places[claim.doc], claim.start, claim.id))

    def unit_of(self, claim: Claim) -> str:
        """The unit of the fact that `claim` belongs to; its own where it belongs to none."""
        return self.units.get(claim.id, claim.unit)

    def in_fact_unit(self, bounds: Bounds, claim: Claim) -> Bounds:
        """`bounds` of `claim` in the unit of its fact; those of times and dates as they are."""
        unit = self.unit_of(claim)
        if unit == claim.unit:
            return bounds
        low, high = (
            convert(bound, claim.unit, unit) if isinstance(bound, float | int) else bound
            for bound in bounds
        )
        return low, high


def title_of(article: Document) -> str:
    """What an article is called: its title, or else its id."""
    return clipped(visible(article.title or article.id), _NAME)


def origin_of(article: Document) -> str:
    """Who published the article and when, as far as that is known."""
    published = moment(article.published) if article.published else ""
    source = clipped(visible(article.source or ""), _NAME)
    return ", ".join(part for part in (source, published) if part)
