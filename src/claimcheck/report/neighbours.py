"""Neighbours: the sentences before and after the one that a claim is made in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from claimcheck.articles.article import Article
from claimcheck.articles.sentences import sentences


@dataclass(frozen=True, slots=True)
class Sentences:
    """Where an article's sentences begin and end, in its prose."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, article: Article) -> Sentences:
        """The sentences of `article`, as they were read from it."""
        found = sentences(article.text)
        return cls(tuple(each.start for each in found), tuple(each.end for each in found))

    def around(self, start: int, end: int, text: str) -> tuple[str, str]:
        """The sentence before `start` and that after `end`, offsets into the prose `text`; "" at
        either end of the text."""
        first = bisect_right(self.starts, start) - 1
        after = bisect_left(self.starts, end)
        before = text[self.starts[first - 1] : self.ends[first - 1]] if first > 0 else ""
        behind = text[self.starts[after] : self.ends[after]] if after < len(self.starts) else ""
        return before, behind
