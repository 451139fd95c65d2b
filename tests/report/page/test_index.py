"""What filters ask of each row, in the order of the page."""

from __future__ import annotations

import msgspec

from claimcheck.report.page.index import Column, index_of
from claimcheck.report.view import report_view
from report.crowd import crowd
from report.sample import ARTICLES, finding, findings_document, sample, side


def names(column: Column) -> list[str]:
    return [column.names[row] for row in column.rows]


def test_the_rows_stand_in_the_order_of_the_page() -> None:
    for document, articles in ((sample(), ARTICLES), (crowd(20), {})):
        view, index = report_view(document, articles), index_of(document)
        assert list(index.findings.id) == [found.link.id for found in view.findings]
        assert list(index.facts.id) == [f.link.id for f in (*view.facts, *view.single)]


def test_a_finding_knows_its_articles_and_its_fact() -> None:
    index = index_of(sample())
    place = index.findings.id.index("b2d90c41")
    docs = [index.documents.id[doc] for doc in index.findings.docs[place]]
    assert docs == ["convoy.txt", "departure.txt", "forecast.txt"]
    assert names(index.findings.attribute)[place] == "carriage count"
    assert names(index.findings.subject)[place] == "Kim Jong Un's train"
    fact = index.findings.fact[place]
    assert index.facts.id[fact] == "fact-fact-cars"
    assert index.facts.findings[fact] == (place,)


def test_a_fact_is_in_the_state_of_its_worst_finding_and_those_said_once_are_last() -> None:
    index = index_of(sample())
    assert names(index.facts.state) == ["differ", "agree", "differ", "once", "once", "once"]


def test_a_finding_that_is_no_longer_there_has_no_fact_and_no_articles() -> None:
    gone = finding(
        "gone", "a fact of then", side("1", "1"), side("2", "2", "a claim"), status="absent"
    )
    index = index_of(findings_document(findings=[gone]))
    assert index.findings.fact == (-1,)
    assert index.findings.docs == ((),)
    assert names(index.findings.attribute) == [""]


def test_names_without_end_are_clipped_and_hostile_ones_shown() -> None:
    document = sample()
    first, *rest = document.documents
    articles = [msgspec.structs.replace(first, title="x" * 1000, source="\u202eno"), *rest]
    index = index_of(msgspec.structs.replace(document, documents=articles))
    assert len(index.documents.title[0]) == 200
    assert index.documents.source[0] == "\N{REPLACEMENT CHARACTER}no"
