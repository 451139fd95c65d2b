"""An article against itself: told again in other words it differs from nothing, and with one
number changed by half it does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.articles.article import Article
from claimcheck.articles.corpus import read
from claimcheck.pipeline import check
from claimcheck.verdicts.findings import Finding

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))

NEWS = """A magnitude {magnitude} earthquake struck the town of Oakford on Sunday, killing {dead} people and injuring {hurt}.
The quake was centred {km} km north of Oakford at a depth of {depth} km, the geological survey said.
It destroyed {bridges} bridges and damaged {homes} homes.
Oakford is home to {inhabitants} people.
Mayor Grace Hopper, {age}, said the town hall had stood for {years} years before it fell.
The shaking lasted {seconds} seconds and was felt by {villages} villages along the coast.
Rescuers pulled {children} children from the school after searching for {hours} hours.
"""
FIGURES: dict[str, Any] = {
    "magnitude": 6.2,
    "dead": 48,
    "hurt": 310,
    "km": 35,
    "depth": 12,
    "bridges": 7,
    "homes": 640,
    "inhabitants": 23000,
    "age": 61,
    "years": 84,
    "seconds": 40,
    "villages": 26,
    "children": 14,
    "hours": 22,
}


def article(name: str, text: str) -> Article:
    return Article(name, text, published="2024-05-06", story="the quake")


def news(name: str, **changed: Any) -> Article:
    return article(name, NEWS.format(**(FIGURES | changed)))


def differing(*articles: Article) -> list[Finding]:
    return [f for f in check(articles).findings if f.kind == "contradictory"]


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem)
def test_a_seed_beside_its_copy_says_nothing_new(path: Path) -> None:
    [seed] = read(path).articles
    alone = {f.explanation for f in check([seed]).findings}
    copy = Article("copy", seed.text, published=seed.published, story="s")
    original = Article(seed.id, seed.text, published=seed.published, story="s")
    assert len(check([original, copy]).findings) == len(alone)


@given(st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_the_order_of_the_sentences_makes_no_difference(random: Any) -> None:
    lines = news("a").text.splitlines()
    random.shuffle(lines)
    assert differing(news("a"), article("b", "\n".join(lines) + "\n")) == []


@pytest.mark.parametrize(
    ("said", "again"),
    [
        ("{km} km north", "about 22 miles north"),
        ("a depth of {depth} km", "a depth of 7.5 miles"),
        ("killing {dead} people", "killing at least {dead} people"),
        ("killing {dead} people", "killing some 50 people"),
        ("{inhabitants} people", "about {inhabitants} residents"),
        ("{homes} homes", "more than 600 homes"),
        ("lasted {seconds} seconds", "lasted some {seconds} seconds"),
        ("for {hours} hours", "for almost a day"),
    ],
)
def test_other_units_and_hedges_make_no_difference(said: str, again: str) -> None:
    assert said in NEWS
    other = NEWS.replace(said, again).format(**FIGURES)
    assert differing(news("a"), article("b", other)) == []


@pytest.mark.parametrize("figure", FIGURES)
def test_a_number_changed_by_half_is_found(figure: str) -> None:
    value = FIGURES[figure]
    changed = round(value * 1.5, 1) if isinstance(value, float) else int(value * 1.5)
    found = differing(news("a"), news("b", **{figure: changed}))
    assert len(found) == 1
    sides = " against ".join(side.value.replace(",", "") for side in found[0].sides)
    assert str(value) in sides
    assert str(changed) in sides


@given(
    st.fixed_dictionaries(
        {name: st.integers(2, 900) for name in ("dead", "hurt", "bridges", "homes", "villages")}
    )
)
@settings(max_examples=25, deadline=None)
def test_whatever_its_figures_are_it_agrees_with_itself(figures: dict[str, int]) -> None:
    assert differing(news("a", **figures), news("b", **figures)) == []


@given(st.permutations(["a", "b", "c"]))
@settings(max_examples=6, deadline=None)
def test_the_order_of_the_articles_makes_no_difference(names: list[str]) -> None:
    corpus = {"a": news("a"), "b": news("b", dead=72), "c": news("c", bridges=11)}
    found = [f.fingerprint for f in check([corpus[n] for n in names]).findings]
    assert found == [f.fingerprint for f in check(corpus.values()).findings]
    assert len(found) == len(set(found)) >= 2
