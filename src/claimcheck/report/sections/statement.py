"""A statement: one claim as the report shows it, its sentence with the words marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claimcheck.articles.article import Article
from claimcheck.document import Bounds, Claim
from claimcheck.errors import visible
from claimcheck.quantities.wording import moment, number, range_words, with_unit
from claimcheck.report.corpus import Corpus, origin_of, title_of
from claimcheck.report.dates import told
from claimcheck.report.systems import Phrase, Units, beside
from claimcheck.report.words import (
    certainty_words,
    clipped,
    hedge_words,
    holder_words,
    label,
    time_words,
)

# What is shown of a sentence on either side of the words, and of the words. Both are far shorter;
# a text without full stops must not fill the page once for each of its claims.
_CONTEXT = 600
_QUOTE = 300
_NEIGHBOUR = 300
_ADDRESS = 300


@dataclass(frozen=True, slots=True)
class Detail:
    """A term and what is to be said of it, once for each system of units."""

    term: str
    phrases: tuple[Phrase, ...]

    @classmethod
    def of(cls, term: str, words: str) -> Detail:
        """What is said in the same words to everybody."""
        return cls(term, (Phrase("", words),))


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim. `before`, `marked` and `after` are the sentence, cut at the claim's words;
    `earlier` and `later` are the sentences around it. `address` is where the article was
    published, to be read: no text of a corpus becomes a link.

    A calculated claim has no words of its own: `inputs` are the statements it follows from.
    """

    title: str
    origin: tuple[str, ...]
    address: str
    earlier: str
    before: str
    marked: str
    after: str
    later: str
    details: tuple[Detail, ...]
    inputs: tuple[Statement, ...]


def statement(claim: Claim, units: Units | None, corpus: Corpus) -> Statement:
    """`claim` as shown, with its ranges also in the `units` of what it stands with; in its own,
    where it is of another fact than that."""
    if units is None or units.own != corpus.unit_of(claim):
        units = _own_units(claim, corpus)
    kept: Statement | None = corpus.statements.get((claim.id, units))
    if kept is None:
        kept = corpus.statements[claim.id, units] = _statement(claim, units, corpus)
    return kept


def _own_units(claim: Claim, corpus: Corpus) -> Units:
    return Units.of(corpus.unit_of(claim), label(claim.attribute), [corpus.range_of(claim)])


def _statement(claim: Claim, units: Units, corpus: Corpus) -> Statement:
    article, known = corpus.documents[claim.doc], corpus.articles.get(claim.doc)
    before, marked, after = _sentence(claim, known)
    earlier, later = corpus.neighbours(claim)
    if len(earlier) > _NEIGHBOUR:
        earlier = "…" + earlier[-_NEIGHBOUR:]
    inputs = corpus.in_reading_order(claim.derived_from or ())
    return Statement(
        title=title_of(article),
        origin=origin_of(article),
        address=clipped(visible(known.url or ""), _ADDRESS) if known else "",
        earlier=visible(earlier),
        before=before,
        marked=marked,
        after=after,
        later=visible(clipped(later, _NEIGHBOUR)),
        details=tuple(_details(claim, units, corpus)),
        inputs=tuple(statement(source, None, corpus) for source in inputs),
    )


def number_words(claim: Claim) -> str:
    """The number that is stated, with its unit, or the category; "" where neither is."""
    if claim.value is not None:
        return label(claim.value)
    numbers = " to ".join(map(number, claim.stated))
    return with_unit(numbers, claim.unit, several=claim.stated[-1] != 1) if numbers else ""


def _sentence(claim: Claim, article: Article | None) -> tuple[str, str, str]:
    """The sentence before, at and after the words; the quote alone where there is no article."""
    if article is None:
        return "", visible(claim.quote), ""
    first, last = min(claim.sentence[0], claim.start), max(claim.sentence[1], claim.end)
    before = article.words(first, claim.start).lstrip()
    marked = article.words(claim.start, claim.end)
    after = article.words(claim.end, last).rstrip()
    if len(before) > _CONTEXT:
        before = "…" + before[-_CONTEXT:]
    if len(marked) > _QUOTE:
        marked = marked[:_QUOTE] + "…"
    if len(after) > _CONTEXT:
        after = after[:_CONTEXT] + "…"
    return visible(before), visible(marked), visible(after)


def _details(claim: Claim, units: Units, corpus: Corpus) -> Iterable[Detail]:
    if named := number_words(claim):
        yield Detail.of("Number" if claim.value is None else "Category", named)
    if hedge := hedge_words(claim):
        yield Detail.of("Hedge", hedge)
    if claim.value is None:
        yield Detail("Can be", _range(claim.hard, claim, units, corpus))
        yield Detail("Usually read", _range(claim.core, claim, units, corpus))
    yield Detail.of("Said by", holder_words(claim) or "the article itself")
    yield Detail.of("Certainty", certainty_words(claim))
    if claim.polarity == "-":
        yield Detail.of("Polarity", "denied: said not to be so")
    yield Detail.of("Speaks of", time_words(claim))
    if claim.as_of is not None:
        yield Detail.of("As of", moment(claim.as_of))
    if claim.scope:
        yield Detail.of("Scope", label(claim.scope))


def _range(bounds: Bounds, claim: Claim, units: Units, corpus: Corpus) -> tuple[Phrase, ...]:
    words = range_words(told(bounds, claim.unit), claim.unit)
    return beside(units, corpus.in_fact_unit(bounds, claim), words, claim.unit)
