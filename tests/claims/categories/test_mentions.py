"""What sentences say in words that is no number."""

from __future__ import annotations

from time import process_time

import pytest

from claimcheck.articles.sentences import sentences
from claimcheck.claims.categories.mentions import category_mentions
from claimcheck.claims.names import names
from claimcheck.quantities.numerals import fold

from .said import mentions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Of several in a sentence the wider word says nothing new.
        ("He had a gun, a pistol.", ["pistol"]),
        ("They seized two rifles and three other assault rifles.", ["assault rifle", "rifle"]),
        ("Ada Lovelace was shot with a shotgun.", ["shotgun"]),
        ("She used neither.", []),
    ],
)
def test_weapons(text: str, expected: list[str]) -> None:
    assert sorted(m.value for m in mentions(text, "weapon")) == expected


def test_a_mention_stands_at_its_words() -> None:
    text = "On Friday a man came in with a loaded shotgun."
    (found,) = mentions(text)
    assert text[found.start : found.end] == "a loaded shotgun"


def test_a_contest_is_told_of_both() -> None:
    found = mentions("Arsenal beat Everton 2-1 on Sunday.", "outcome")
    assert {(m.subject, m.value, m.part) for m in found} == {
        ("arsenal", "won", "everton"),
        ("everton", "lost", "arsenal"),
    }


def test_somebody_else_between_takes_the_subject_away() -> None:
    (found,) = mentions("Ada Lovelace said the man had a gun.", "weapon")
    assert found.subject == ""


def test_where_one_is_from_is_not_who_one_is() -> None:
    found = mentions("Grace Hopper, 47, of Cardiff, was charged with theft.", "outcome")
    assert [m.subject for m in found] == ["grace hopper"]


def test_other_sentences_are_not_read() -> None:
    text = "He had a knife. He had a sword."
    split = sentences(text)
    found = category_mentions(text, fold(text), split[1], names(text, split))
    assert [m.value for m in found] == ["sword"]


PIECES = [
    "with a shotgun ", "a a loaded ", "1 ", "12", "black ", "two miles east of ", "Aden ", "red, ", "and red ", "red-",
    "by ", "left by ", "left in a ", "broken ", "shot in the left ", "Ada Lovelace, ", "Ada Lovelace was ", "was charged ", "sentenced ",
    "sentenced to ", "died ", "died at ", "died at a big ", "living in ", "Ada Lovelace, 63, of Rome, ", "Ada in Rome in ", "12 block of ",
    "12 Elm ", "bridge was not ", "bridge was damaged ", "supplies and ", "beat ", "Rome beat Rome ", "UN helicopter ", ", in ", "south of ",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_long_sentences_take_linear_time(piece: str) -> None:
    def spent(size: int) -> float:
        text = piece * (size // len(piece))
        split = sentences(text)
        found, folded = names(text, split), fold(text)
        begun = process_time()
        for sentence in split:
            category_mentions(text, folded, sentence, found)
        return process_time() - begun

    short = min(spent(10_000) for _ in range(2))
    assert spent(80_000) < 20 * short + 0.2
