"""An article: the day from which its "last June" counts."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck.articles.article import Article


@pytest.mark.parametrize(
    ("published", "reference", "anchor"),
    [
        (None, None, None),
        ("2009-01-07", None, date(2009, 1, 7)),
        (None, "2009-01-08", date(2009, 1, 8)),
        # What was told for this very purpose goes before what is known of the article.
        ("2009-01-07", "2009-01-08", date(2009, 1, 8)),
        # The day as it was said, whatever its zone.
        ("2009-01-07T23:30:00+09:00", None, date(2009, 1, 7)),
        ("2009-01-07T00:30:00+00:00", None, date(2009, 1, 7)),
    ],
)
def test_the_day_from_which_relative_dates_count(
    published: str | None, reference: str | None, anchor: date | None
) -> None:
    assert Article("a", "T", published=published, reference=reference).anchor == anchor
