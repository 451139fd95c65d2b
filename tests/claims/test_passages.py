"""Passages: what several articles print nearly word for word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimcheck.articles.article import Article
from claimcheck.pipeline import check
from claimcheck.verdicts.facts import origins

SAID = "The ferry Aurora carried 340 passengers when it left the port of Bergen on Sunday morning."


def voices(*texts: str) -> int:
    """Of how many origins the figure is that all of these articles give."""
    found = check(Article(f"{n}.txt", text, story="s") for n, text in enumerate(texts))
    said = [c for c in found.claims if c.stated == (340.0,)]
    assert len({c.doc for c in said}) == len(texts)
    return origins(said)


@pytest.mark.parametrize(
    ("again", "count"),
    [
        # The same words; other spacing and capitals; a word changed, left out, put in.
        (SAID, 1),
        (SAID.replace("the port", "the  Port"), 1),
        (SAID.replace("morning", "night"), 1),
        (SAID.replace("when", "as"), 1),
        (SAID.replace(" on Sunday morning", " on Sunday"), 1),
        # The same thing, said anew.
        ("On Sunday morning 340 passengers left Bergen aboard the ferry Aurora.", 2),
        ("Aurora, a ferry, had 340 passengers aboard, the harbour master of Bergen wrote.", 2),
    ],
)
def test_a_copied_sentence_is_no_second_voice(again: str, count: int) -> None:
    assert voices(SAID, again) == voices(again, SAID) == count


def test_short_sentences_are_the_same_by_chance() -> None:
    assert voices("It had 340 passengers.", "It had 340 passengers.") == 2


def test_what_one_article_prints_twice_is_no_passage() -> None:
    found = check([Article("a.txt", f"{SAID}\n\n{SAID}")])
    assert {c.passage for c in found.claims} == {""}


def test_copies_are_one_however_many_and_others_are_counted() -> None:
    anew = "On Sunday morning 340 passengers left Bergen aboard the ferry Aurora."
    assert voices(SAID, SAID, anew, SAID) == 2


def test_the_passage_is_no_part_of_what_a_claim_is() -> None:
    [first, *_] = check([Article("a.txt", SAID), Article("b.txt", SAID)]).claims
    assert first.passage
    assert replace(first, passage="").id == first.id


def test_an_explanation_says_that_articles_are_of_one_origin() -> None:
    train = "On Sunday Ada Lovelace’s train, which has {} carriages, left the old port of Bergen."
    texts = [train.format(20), train.format(20), train.format(90)]
    found = check(Article(f"{n}.txt", text, story="s") for n, text in enumerate(texts))
    [finding] = found.findings
    assert "2 articles, one origin." in finding.explanation
    assert [side.origins for side in finding.sides] == [1, 1]
