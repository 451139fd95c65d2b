"""Matrices: of each story, or of several that share facts, which article says what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from claimcheck.document import Claim, Document, Fact
from claimcheck.errors import visible
from claimcheck.quantities.wording import counted
from claimcheck.report.corpus import Corpus, origin_of, title_of
from claimcheck.report.drawings.marks import Mark, mark_of
from claimcheck.report.links import Link, fact_link, matrix_link
from claimcheck.report.naming import topic_of
from claimcheck.report.sections.rows import Rows
from claimcheck.report.words import clipped, event_words
from claimcheck.verdicts.unions import Unions

# A table to be read by eye; the tables beside the page have all of it.
MATRICES = 20
_FACTS = 40
_ARTICLES = 30
_SAYS = 3
# Stories that share a fact come into one table while it has no more columns than this.
_WIDEST = 12
_WORDS = 48
_TITLE = 60


@dataclass(frozen=True, slots=True)
class Says:
    """What an article says; `odd` tells that fewer origins stand here than elsewhere."""

    mark: Mark
    words: str
    odd: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What an article says of a fact, "" where it is silent; `more` counts what is left out."""

    says: tuple[Says, ...]
    more: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A fact, and the cell of each article."""

    fact: Link
    topic: str
    event: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """An article, and by whom and when it was published as far as that is known."""

    title: str
    origin: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatrixView:
    """The facts that articles share, all of which `facts` link to; `more` says what the table
    leaves out."""

    link: Link
    facts: tuple[Link, ...]
    story: str
    count: str
    columns: tuple[Column, ...]
    rows: tuple[MatrixRow, ...]
    more: str


def matrices(facts: Sequence[Fact], corpus: Corpus) -> Rows[MatrixView]:
    """A matrix for each story, or for stories that share facts, of which two articles speak of one
    of `facts`; the fullest first. A fact that several matrices could hold is in that with most of
    its articles."""
    table_of = _united(facts, corpus)
    tables: dict[str, list[tuple[Fact, Mapping[str, list[Claim]]]]] = defaultdict(list)
    for fact in facts:
        by_table: dict[str, dict[str, list[Claim]]] = defaultdict(dict)
        for claim in corpus.in_reading_order(fact.claims):
            by_table[table_of[claim.doc]].setdefault(claim.doc, []).append(claim)
        table, by_article = max(by_table.items(), key=lambda held: len(held[1]))
        if len(by_article) > 1:
            tables[table].append((fact, by_article))
    ordered = sorted(tables, key=lambda name: (-len(tables[name]), name))
    return Rows(len(ordered), lambda place: _matrix(ordered[place], tables[ordered[place]], corpus))


def _united(facts: Iterable[Fact], corpus: Corpus) -> dict[str, str]:
    """The story under whose name each article stands in a table: stories that share a fact come
    together, named by the largest of them, while they can still be looked at."""
    story = {doc: article.story or doc for doc, article in corpus.documents.items()}
    shared = [list(dict.fromkeys(corpus.claims[id_].doc for id_ in f.claims)) for f in facts]
    members: dict[str, set[str]] = defaultdict(set)
    for article in chain.from_iterable(shared):
        members[story[article]].add(article)
    tables: Unions[str] = Unions()
    for docs in shared:
        for article in docs[1:]:
            pair = (tables.root(story[docs[0]]), tables.root(story[article]))
            one, other = sorted(pair, key=lambda name: (-len(members[name]), name))
            if one != other and len(members[one]) + len(members[other]) <= _WIDEST:
                tables.join(other, one)
                members[one] |= members[other]
    return {article: tables.root(name) for article, name in story.items()}


def _matrix(
    story: str, shared: Sequence[tuple[Fact, Mapping[str, list[Claim]]]], corpus: Corpus
) -> MatrixView:
    ids = sorted(
        {doc for _, by_article in shared for doc in by_article}, key=corpus.places.__getitem__
    )
    articles = [corpus.documents[id_] for id_ in ids]
    left = (
        (len(articles) - _ARTICLES, "further article"),
        (len(shared) - _FACTS, "further fact"),
    )
    more = " and ".join(counted(count, noun) for count, noun in left if count > 0)
    return MatrixView(
        link=matrix_link(story),
        facts=tuple(fact_link(fact) for fact, _ in shared),
        story=clipped(visible(story), _TITLE),
        count=f"{counted(len(articles), 'article')}, {counted(len(shared), 'shared fact')}",
        columns=tuple(_column(article) for article in articles[:_ARTICLES]),
        rows=tuple(
            MatrixRow(
                fact=fact_link(fact),
                topic=topic_of(fact, corpus.claims),
                event=event_words(fact),
                cells=tuple(
                    _cell(by_article.get(article.id, []), fact, corpus)
                    for article in articles[:_ARTICLES]
                ),
            )
            for fact, by_article in shared[:_FACTS]
        ),
        more=f"{more} not shown here; the tables have them" if more else "",
    )


def _calculated(claim: Claim) -> str:
    """What stands before words that are not the value itself, but what it was calculated from."""
    return "calculated: " if claim.derived_from else ""


def _column(article: Document) -> Column:
    return Column(clipped(title_of(article), _TITLE), origin_of(article))


def _cell(claims: Sequence[Claim], fact: Fact, corpus: Corpus) -> Cell:
    most = max((camp.origins for camp in fact.camps), default=0)
    said: dict[tuple[int, str], None] = {}
    for claim in claims:
        if claim.id in corpus.stands:
            words = clipped(f"{_calculated(claim)}{visible(' '.join(claim.quote.split()))}", _WORDS)
            said[corpus.stands[claim.id][1], words] = None
    shown = list(said)[:_SAYS]
    rest = len(said) - len(shown)
    return Cell(
        tuple(
            Says(mark_of(camp), words, "fewer origins" if fact.camps[camp].origins < most else "")
            for camp, words in shown
        ),
        f"and {rest:,} more" if rest else "",
    )
