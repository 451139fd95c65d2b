"""Rarity: what sharing a word says, by news at large and by the corpus itself."""

from __future__ import annotations

import pytest

from claimcheck.claims.rarity import in_the_table, rarities
from claimcheck.claims.terms import stem


@pytest.mark.parametrize(
    ("rarer", "commoner"),
    [("zeppelin", "train"), ("carriage", "train"), ("police", "company")],
)
def test_the_rarer_of_two_words_says_more(rarer: str, commoner: str) -> None:
    words = [stem(rarer), stem(commoner)]
    first, second = (rarities(dict.fromkeys(words, 1), 2)[word] for word in words)
    assert first.word > second.word
    assert first.name > second.name


@pytest.mark.parametrize("word", ["the", "said", "was", "from", "with"])
def test_words_of_every_text_say_nothing(word: str) -> None:
    assert rarities({stem(word): 1}, 2)[stem(word)].word == 0


@pytest.mark.parametrize("word", ["", "zeppelin", "20 carr"])
def test_what_the_table_does_not_have_is_rare_within_bounds(word: str) -> None:
    assert not in_the_table(word)
    assert 4 < rarities({word: 1}, 2)[word].word < 5


def test_what_every_article_says_tells_little_as_a_word_and_much_as_a_name() -> None:
    few, many = (rarities({"zeppelin": n}, n)["zeppelin"] for n in (5, 500))
    assert many.word < few.word / 10
    assert many.name > few.name / 4
