"""Categories: values that are words, and what two of them are to each other."""

from __future__ import annotations

from time import process_time
from typing import get_args

import pytest

from claimcheck.articles.sentences import sentences
from claimcheck.claims.categories import (
    FAMILIES,
    CategoryMention,
    Family,
    Relation,
    Said,
    category_mentions,
    relation,
)
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


EXAMPLES = [(name, said) for name, family in FAMILIES.items() for said in family.said]
NOTHING = [(name, text) for name, family in FAMILIES.items() for text in family.nothing]


# --- the table ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("family", "said"), [pytest.param(f, s, id=f"{f}: {s.text}") for f, s in EXAMPLES]
)
def test_every_family_reads_what_it_says(family: str, said: Said) -> None:
    found = mentions(said.text, family)
    (own,) = {m.value for m in found if (m.subject, m.part) == (said.subject, said.part)}
    assert own == said.value
    assert said.negative in {m.negative for m in found}


@pytest.mark.parametrize(
    ("family", "text"), [pytest.param(f, t, id=f"{f}: {t}") for f, t in NOTHING]
)
def test_every_family_leaves_alone_what_it_says(family: str, text: str) -> None:
    assert mentions(text, family) == []


@pytest.mark.parametrize("family", FAMILIES.values(), ids=FAMILIES)
def test_every_family_has_examples_of_both_kinds(family: Family) -> None:
    assert family.said
    assert family.nothing


@pytest.mark.parametrize("family", FAMILIES.values(), ids=FAMILIES)
def test_tables_speak_of_values_that_there_are(family: Family) -> None:
    pairs = [*family.under.items(), *family.near, *family.opposite]
    assert {value for pair in pairs for value in pair} - set(family.words) == set()


@pytest.mark.parametrize("family", FAMILIES.values(), ids=FAMILIES)
def test_no_word_has_two_values(family: Family) -> None:
    words = [w for v, said in family.words.items() for w in {v, *said.split(", ")} if w]
    assert sorted(words) == sorted(set(words))


# --- relations ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("family", "one", "other", "expected"),
    [
        ("weapon", "rifle", "rifle", "same"),
        ("weapon", "assault rifle", "rifle", "refines"),
        ("weapon", "ak-47", "firearm", "refines"),
        ("weapon", "revolver", "handgun", "refines"),
        ("weapon", "shotgun", "rifle", "apart"),
        ("weapon", "pump-action shotgun", "assault rifle", "apart"),
        ("weapon", "assault rifle", "machine gun", "near"),
        ("weapon", "knife", "pistol", "apart"),
        # One more of several refines; another than all of them does not.
        ("weapon", "knife, pistol", "knife", "refines"),
        ("weapon", "knife, pistol", "firearm", "refines"),
        ("weapon", "knife, pistol", "shotgun", "apart"),
        ("weapon", "knife, pistol", "knife, shotgun", "near"),
        ("direction", "west", "southwest", "near"),
        ("direction", "north", "northwest", "near"),
        ("direction", "southeast", "east-southeast", "near"),
        ("direction", "west", "east", "apart"),
        ("direction", "west", "south", "apart"),
        ("colour", "pink", "red", "near"),
        ("colour", "olive green", "green", "refines"),
        ("colour", "olive green", "dark green", "near"),
        ("colour", "green", "red", "apart"),
        ("colour", "red, white", "white", "refines"),
        ("transport", "helicopter", "plane", "apart"),
        ("transport", "helicopter", "aircraft", "refines"),
        ("transport", "private jet", "plane", "refines"),
        ("transport", "armoured train", "train", "refines"),
        ("transport", "armoured train", "plane", "apart"),
        ("injury", "fibula", "tibia", "apart"),
        ("injury", "fibula", "leg", "refines"),
        ("injury", "acl", "knee", "refines"),
        ("injury", "tibia", "ankle", "near"),
        ("outcome", "convicted", "charged", "refines"),
        ("outcome", "convicted", "acquitted", "apart"),
        ("outcome", "death sentence", "convicted", "refines"),
        ("outcome", "death sentence", "life sentence", "apart"),
        ("outcome", "death sentence", "acquitted", "apart"),
        ("outcome", "pleaded guilty", "pleaded not guilty", "apart"),
        ("outcome", "won", "lost", "apart"),
        ("place_of_death", "at the scene", "on the way to hospital", "apart"),
        ("state", "damaged", "undamaged", "apart"),
        ("state", "destroyed", "damaged", "refines"),
        ("state", "destroyed", "undamaged", "apart"),
        ("state", "cut", "unaffected", "apart"),
        ("address", "12000 block", "12500 block", "apart"),
        ("address", "12016", "12000 block", "refines"),
        ("address", "12016", "12018", "apart"),
        ("residence", "cardiff", "wales", "refines"),
        ("residence", "cardiff", "united kingdom", "refines"),
        ("residence", "cardiff", "merthyr tydfil", "apart"),
        ("residence", "merthyr tydfil", "paris", "apart"),
        ("residence", "khasan", "russia", "refines"),
        ("residence", "leeds", "england", "refines"),
        ("residence", "ohio", "texas", "apart"),
        # What nobody knows is not known to be apart.
        ("residence", "kelm", "cardiff", "near"),
        ("residence", "kelm", "oldby", "near"),
        ("place", "ivory coast", "horn of africa", "near"),
        ("place", "central iran", "iran", "refines"),
        ("place", "central iran", "southeast iran", "near"),
        ("place", "northwest iran", "southeast", "apart"),
        ("place", "south wales", "wales", "refines"),
        ("place", "south korea", "north korea", "apart"),
    ],
)
def test_relations(family: str, one: str, other: str, expected: Relation) -> None:
    assert relation(family, one, other) == expected
    assert relation(family, other, one) == expected


@pytest.mark.parametrize("family", FAMILIES)
def test_every_two_values_have_a_relation(family: str) -> None:
    values = list(FAMILIES[family].words)
    for one in values:
        for other in values:
            assert relation(family, one, other) in get_args(Relation)
            assert (relation(family, one, other) == "same") == (one == other)


# --- reading ------------------------------------------------------------------------------------


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
