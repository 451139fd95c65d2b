"""The listing of `claimcheck quantities`: a line a quantity, for people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.articles.article import Article
from claimcheck.gate.listing import listing
from claimcheck.pipeline import read_quantities


def listed(*texts: str, reference: str | None = None) -> str:
    articles = [
        Article(f"a{i}", text, path=f"a{i}.txt", reference=reference)
        for i, text in enumerate(texts)
    ]
    return listing(articles, read_quantities(articles))


def test_a_listing() -> None:
    text = "About 20 coaches\nleft for at least\ntwo days; the AK-47 and Flight 93 stayed.\n"
    assert listed(text) == (
        "a0.txt:1:1: About 20 → about 20 (coach)\n"
        "a0.txt:2:10: at least two days → above 2 day, duration\n"
        "set aside: 2 × part of a name\n"
    )


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("It is 20 km off.", "20 kilometer"),
        ("It is 20 to 30 km off.", "20 to 30 kilometer"),
        ("It made $1,234,567 once.", "1,234,567 USD"),
        ("It is at most 0.5 km off.", "below 0.5 kilometer"),
        ("Sales rose 3% once.", "up 3 percent"),
        ("Sales fell 3% once.", "down 3 percent"),
        ("It took several days.", "not told day, duration"),
        ("She left on 5 June 2018.", "2018-06-05, date"),
        ("She left in May 2018.", "2018-05-01 to 2018-05-31, date"),
        ("She left at 5 p.m. sharp.", "17:00, time"),
        ("She left last June.", "2023-06-01 to 2023-06-30, date"),
        ("The first day was wet.", "1 (day), ordinal"),
    ],
)
def test_a_line_says_what_was_read(text: str, reading: str) -> None:
    assert listed(text, reference="2024-03-14").split(" → ")[1] == f"{reading}\n"


def test_an_article_without_a_path_goes_by_its_id() -> None:
    article = Article("a", "20 coaches")
    assert listing([article], read_quantities([article])) == "a:1:1: 20 → 20 (coach)\n"


def test_what_is_set_aside_is_summed_up_the_most_frequent_first() -> None:
    found = listed("The AK-47 left. No one came. Call 555-123-4567.", "The G7 met 20 coaches.")
    assert found.splitlines()[-3:] == [
        "set aside: 2 × part of a name",
        "set aside: 1 × a pronoun",
        "set aside: 1 × a telephone number",
    ]


def test_nothing_read_is_nothing_said() -> None:
    assert listed("") == ""
    assert listed("Nothing here.") == ""
    assert listing([], []) == ""


def test_an_article_and_its_line_belong_together() -> None:
    articles = [Article("a", "20 coaches")]
    with pytest.raises(ValueError, match="zip"):
        listing(articles, [])


@given(st.lists(st.text()))
def test_a_line_a_quantity_and_none_for_the_break_in_a_surface(texts: list[str]) -> None:
    articles = [Article(f"a{i}", text) for i, text in enumerate(texts)]
    lines = read_quantities(articles)
    reasons = {reason for line in lines for reason in line.set_aside}
    count = sum(len(line.quantities) for line in lines) + len(reasons)
    assert listing(articles, lines).count("\n") == count
