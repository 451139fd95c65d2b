"""The category mentions of a text, for tests."""

from __future__ import annotations

from claimcheck.articles.sentences import sentences
from claimcheck.claims.categories.mentions import category_mentions
from claimcheck.claims.categories.reading import CategoryMention
from claimcheck.claims.names import names
from claimcheck.quantities.numerals import fold


def mentions(text: str, family: str = "") -> list[CategoryMention]:
    split = sentences(text)
    found = names(text, split)
    return [
        m
        for sentence in split
        for m in category_mentions(text, fold(text), sentence, found)
        if family in ("", m.family)
    ]
