"""Matrices: who says what, and where the odd one stands."""

import msgspec

from claimcheck.document import FindingsDocument
from claimcheck.report.sections.matrix import MatrixView
from claimcheck.report.view import report_view
from report.sample import (
    ARTICLES,
    camp,
    claim,
    document_record,
    fact,
    findings_document,
    sample,
)


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


def test_articles_of_no_story_come_together_by_the_facts_they_share() -> None:
    [table] = tables(in_story(None, None, None, None))
    assert len(table.columns) == 4


def test_stories_that_share_a_fact_come_into_one_table_named_by_the_largest() -> None:
    assert [table.story for table in tables(in_story("two", "one", "two", "three"))] == ["two"]


def sharing(*facts: tuple[str, ...]) -> list[tuple[int, int]]:
    """How many columns and rows each matrix has, where articles `a0` to `a19` are of five to a
    story and share these facts."""
    docs = sorted({doc for fact in facts for doc in fact})
    documents = [document_record(doc, story=f"s{int(doc[1:]) // 5}") for doc in docs]
    claims, rows = [], []
    for number, said_by in enumerate(facts):
        said = [claim(f"{doc}-{number}", doc, "a", text="a") for doc in said_by]
        claims += said
        agreed = camp(*(one.id for one in said), origins=len(said))
        rows.append(fact(f"f{number}", said, agreed))
    document = findings_document(documents=documents, claims=claims, facts=rows)
    return [(len(table.columns), len(table.rows)) for table in tables(document)]


def test_a_table_does_not_grow_beyond_what_can_be_looked_at() -> None:
    chained = [(f"a{n}", f"a{n + 1}") for n in range(19)]
    # Four stories of five articles: two and two come together, and the fact between is in neither.
    assert sharing(*chained) == [(10, 9), (10, 9)]


def test_a_fact_is_in_the_table_with_most_of_its_articles() -> None:
    chained = [(f"a{n}", f"a{n + 1}") for n in range(19)]
    assert sharing(*chained, ("a9", "a10", "a11")) == [(10, 10), (10, 9)]


def test_what_one_article_alone_says_is_in_no_table() -> None:
    assert sharing(("a0",), ("a1",)) == []


def test_the_address_of_a_story_has_no_spaces() -> None:
    [table] = tables(in_story(*["a story"] * 4))
    assert (table.link.id, table.link.href) == ("matrix-a%20story", "#matrix-a%2520story")
