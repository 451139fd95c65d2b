"""Revisions: which articles are versions of one, and which of them is the last."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.articles.article import Article
from claimcheck.articles.revisions import canonical, changed_later, is_before, latest


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://x.org/a", "http://x.org/a"),
        ("https://x.org/a", "https://www.x.org/a/"),
        ("https://x.org/a", "HTTPS://X.org/a#top"),
        ("https://x.org/a", "https://x.org/a?utm_source=x&UTM_medium=y&fbclid=z"),
        ("https://x.org/a?id=5", "https://x.org/a?utm_source=x&id=5"),
    ],
)
def test_addresses_of_one_article(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://x.org/a", "https://x.org/b"),
        ("https://x.org/a", "https://x.org/A"),
        ("https://x.org/a", "https://y.org/a"),
        ("https://x.org/a?id=5", "https://x.org/a?id=6"),
        ("https://x.org/a", "https://news.x.org/a"),
        ("http://[x", "http://[y"),
    ],
)
def test_addresses_of_two_articles(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


def article(id_: str, published: str | None, url: str | None = None) -> Article:
    return Article(id_, "Text.", published=published, url=url)


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2009-01-07", "2009-01-08", True),
        ("2009-01-08", "2009-01-07", False),
        ("2009-01-07T09:00:00", "2009-01-07T10:00:00", True),
        ("2009-01-07T09:00:00+00:00", "2009-01-07T09:30:00+01:00", False),
        ("2009-01-07T23:00:00-05:00", "2009-01-08T05:00:00+00:00", True),
        # Of a day and an hour of it nobody knows.
        ("2009-01-07", "2009-01-07T10:00:00", False),
        ("2009-01-07T10:00:00", "2009-01-07", False),
        ("2009-01-07T10:00:00", "2009-01-08", True),
        ("2009-01-07", "2009-01-07", False),
        (None, "2009-01-07", False),
        ("2009-01-07", None, False),
        ("0001-01-01T00:00:00+14:00", "9999-12-31T23:00:00-12:00", True),
    ],
)
def test_what_was_published_before(one: str | None, other: str | None, before: bool) -> None:
    assert is_before(article("a", one), article("b", other)) is before


@pytest.mark.parametrize(
    ("articles", "later"),
    [
        ([("a", "2009-01-07", "https://x.org/1"), ("b", "2009-01-08", "x.org/1")], {}),
        ([("a", "2009-01-07", "https://x.org/1"), ("b", "2009-01-08", "http://www.x.org/1/")],
         {"a": "b"}),
        ([("a", "2009-01-09", "https://x.org/1"), ("b", "2009-01-08", "https://x.org/1"),
          ("c", "2009-01-07", "https://x.org/1")], {"b": "a", "c": "a"}),
        ([("a", "2009-01-07", "https://x.org/1"), ("b", "2009-01-07", "https://x.org/1")], {}),
        ([("a", None, "https://x.org/1"), ("b", "2009-01-07", "https://x.org/1")], {}),
        ([("a", "2009-01-07", None), ("b", "2009-01-08", None)], {}),
        # A record that had the id of a later one; any other sign of that kind is a name.
        ([("a", "2009-01-08", None), ("a@2009-01-07", "2009-01-07", None)], {"a@2009-01-07": "a"}),
        ([("a", "2009-01-08", None), ("a@home", "2009-01-07", None)], {}),
        ([("a@2009-01-07", "2009-01-07", None)], {}),
        # A version of a version is one of the last.
        ([("a", "2009-01-08", "https://x.org/1"), ("a@2009-01-07", "2009-01-07", None),
          ("b", "2009-01-09", "https://x.org/1")], {"a": "b", "a@2009-01-07": "b"}),
    ],
)  # fmt: skip
def test_what_was_changed_later(
    articles: list[tuple[str, str | None, str | None]], later: dict[str, str]
) -> None:
    for order in permutations(articles):
        known = [
            article(id_, day, url if url is None or "//" in url else f"{url}/other")
            for id_, day, url in order
        ]
        assert changed_later(known) == later


DAYS = st.sampled_from(
    ["2009-01-07", "2009-01-07T10:00:00", "2009-01-07T10:00:00-09:00", "2009-01-08", None]
)
URLS = st.sampled_from(["https://x.org/1", "https://x.org/2", None])


@given(
    st.lists(st.tuples(st.sampled_from("ab"), DAYS, URLS), max_size=6, unique_by=lambda r: r[:2]),
    st.randoms(),
)
def test_order_has_no_influence_and_the_last_version_was_never_changed(
    rows: list[tuple[str, str | None, str | None]], random: object
) -> None:
    known = [article(f"{id_}@{day}" if day else id_, day, url) for id_, day, url in rows]
    later = changed_later(known)
    assert changed_later(known[::-1]) == later
    assert not set(later.values()) & later.keys()
    if known:
        assert latest(known) == latest(known[::-1])
