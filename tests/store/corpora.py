"""Corpora that the tests of this room keep and read again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from claimcheck.articles.article import Article
from claimcheck.articles.corpus import read

SEEDS = list(read(Path(__file__).parents[2] / "seeds").articles)

NEWS = (
    "A magnitude {0} earthquake struck the town of Oakford on Sunday, killing {1} people and "
    "injuring {2}, some of them seriously. No one was hurt in Lima. It was centred {3} km "
    "(about 20 miles) north of Oakford. Mayor Grace Hopper, {4}, met Ada Lovelace in Geneva on "
    "April 7. The train, which has {5} carriages, left Oakford on Friday and arrived on Sunday.\n"
)

figures = st.lists(st.integers(1, 90), min_size=6, max_size=6)
words = st.text(st.characters(codec="utf-8"), max_size=40)
texts = st.builds(lambda news, more: NEWS.format(*news) + more, figures, words)
days = st.one_of(st.none(), st.dates().map(lambda d: d.isoformat()))


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """An article of invented news, or a seed, with a tail of any characters."""
    text = draw(st.one_of(texts, st.sampled_from(SEEDS).map(lambda a: a.text[:900])))
    return Article(draw(words) or "a", text, published=draw(days), reference=draw(days))


def quake(name: str, *changed: int, **fields: Any) -> Article:
    """News of the quake of Oakford, its first figures changed."""
    figures = (6, 48, 35, 12, 61, 40)
    told = [*changed, *figures[len(changed) :]]
    return Article(name, NEWS.format(*told), published="2024-05-06", **fields)
