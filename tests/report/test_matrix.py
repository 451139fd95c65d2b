"""Matrices: who says what, and where the odd one stands."""

import msgspec

from claimcheck.document import FindingsDocument
from claimcheck.report.matrix import MatrixView
from claimcheck.report.view import report_view

from .sample import ARTICLES, sample


def in_story(*stories: str | None) -> FindingsDocument:
    document = sample()
    documents = [
        msgspec.structs.replace(article, story=story)
        for article, story in zip(document.documents, stories, strict=True)
    ]
    return msgspec.structs.replace(document, documents=documents)


def tables(document: FindingsDocument) -> list[MatrixView]:
    return list(report_view(document, ARTICLES).matrices)


def test_a_matrix_has_a_row_for_each_shared_fact_and_a_column_for_each_article() -> None:
    [table] = tables(in_story(*["journey"] * 4))
    assert table.count == "4 articles, 3 shared facts"
    assert [column.title for column in table.columns][:2] == [
        "Inside Kim Jong Un’s bulletproof train",
        "How Kim Jong Un travels",
    ]
    cells = {
        row.topic: [[says.words for says in cell.says] for cell in row.cells] for row in table.rows
    }
    assert cells["Kim Jong Un's train: carriage count"] == [
        ["up to 90 carriages"],
        ["more than 20 carriages"],
        [],
        ["more than 20 armoured cars"],
    ]


def test_the_odd_one_is_marked_in_words_and_by_its_camp() -> None:
    [table] = tables(in_story(*["journey"] * 4))
    [row] = [row for row in table.rows if row.topic.endswith("carriage count")]
    told = {(says.mark.name, says.odd) for cell in row.cells for says in cell.says}
    assert told == {("circle", ""), ("diamond", "fewer origins")}


def test_articles_without_a_story_stand_alone() -> None:
    assert tables(in_story(None, None, None, None)) == []


def test_facts_that_stories_share_only_with_each_other_are_in_no_matrix() -> None:
    assert [table.story for table in tables(in_story("one", "one", "two", "three"))] == ["one"]


def test_the_address_of_a_story_has_no_spaces() -> None:
    [table] = tables(in_story(*["a story"] * 4))
    assert (table.link.id, table.link.href) == ("matrix-a%20story", "#matrix-a%2520story")
