"""Counts of zero: nobody, no casualties, and what only seems so."""

from __future__ import annotations

from time import process_time

import pytest

from claimcheck.claims.nobody import ZeroCount, zero_counts
from claimcheck.quantities.numerals import fold


def zeros(text: str) -> list[ZeroCount]:
    return zero_counts(fold(text), 0, len(text))


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("No one was killed or injured.", ("killed", "injured")),
        ("No one was killed, injured or arrested.", ("killed", "injured", "arrested")),
        ("Nobody was hurt when the roof fell.", ("hurt",)),
        ("No-one has been arrested.", ("arrested",)),
        ("Nobody died in the flood.", ("died",)),
        ("No one is thought to have been injured.", ("injured",)),
        ("No one is believed to be missing.", ("missing",)),
        ("No people were hurt.", ("hurt",)),
        ("The fire killed no one.", ("killed",)),
        ("The roof fell, injuring nobody.", ("injured",)),
        ("Not a single person was hurt.", ("hurt",)),
        ("There were no casualties.", ("casualty",)),
        ("They found no dead or wounded.", ("dead", "wounded")),
        ("The bombs fell in a field and caused no casualties.", ("casualty",)),
        ("The ferry sank without casualties.", ("casualty",)),
        ("The ferry sank without loss of life.", ("death",)),
        ("No deaths were reported.", ("death",)),
        ("No damage or injuries were reported.", ("injury",)),
        ("No deaths or serious damage were reported.", ("death",)),
        ("There were no deaths, injuries or damage.", ("death", "injury")),
        ("The blast did not cause any injuries.", ("injury",)),
    ],
)
def test_zero(text: str, nouns: tuple[str, ...]) -> None:
    (found,) = zeros(text)
    assert found.nouns == nouns
    assert not found.unreported
    assert not found.part


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("There were no immediate reports of casualties.", ("casualty",)),
        ("There are no reports of injuries or damage.", ("injury",)),
        ("There was no word on casualties.", ("casualty",)),
        ("There was no immediate word of any injuries.", ("injury",)),
        ("There are no known deaths.", ("death",)),
        ("No injuries were immediately reported.", ("injury",)),
    ],
)
def test_nothing_reported_is_no_zero(text: str, nouns: tuple[str, ...]) -> None:
    (found,) = zeros(text)
    assert found.nouns == nouns
    assert found.unreported


@pytest.mark.parametrize(
    "text",
    [
        "Nobody else was hurt.",
        "No one else was killed or injured.",
        "No other people were hurt.",
        "No passengers were injured.",
        "No crew members were hurt.",
        "None were killed.",
        "None of the guests was hurt.",
        "No one in the building was hurt.",
        "There were no further casualties.",
        "There were no civilian casualties.",
        "Nobody was hurt except the driver.",
    ],
)
def test_zero_of_some(text: str) -> None:
    (found,) = zeros(text)
    assert found.part
    assert not found.unreported


@pytest.mark.parametrize(
    "text",
    [
        "No one knows how it began.",
        "No more than 5 people were hurt.",
        "No fewer than 12 were killed.",
        "No fewer than 12 casualties were counted.",
        "The raid was not without casualties.",
        "There were no serious injuries.",
        "No one was seriously hurt.",
        "It was no dead end.",
        "He faces no death penalty.",
        "There was no injury list.",
        "No doubt many were killed.",
        "Nobody saw who was killed.",
        "No. 5 was hurt.",
        "It did no damage.",
        "No one said that he was hurt.",
        "No casualty figures were given.",
    ],
)
def test_what_counts_nothing(text: str) -> None:
    assert zeros(text) == []


def test_a_zero_stands_at_its_words() -> None:
    text = "Luckily no one was hurt. No deaths were reported."
    assert [text[z.start : z.end] for z in zeros(text)] == ["no one was hurt", "No deaths"]


def test_only_what_is_asked_for_is_read() -> None:
    text = "no one was hurt. no one was hurt."
    assert [z.start for z in zero_counts(text, 16, len(text))] == [17]


@pytest.mark.parametrize(
    "piece",
    ["no ", "no one ", "no one was killed or ", "no one in a ", "without ", "no immediate ", "no deaths or ", "none of the ", "nobody has been ", "no reports of ", "no a", "killed, "],
)  # fmt: skip
def test_long_texts_take_linear_time(piece: str) -> None:
    def spent(size: int) -> float:
        text = piece * (size // len(piece))
        begun = process_time()
        zero_counts(text, 0, len(text))
        return process_time() - begun

    short = min(spent(20_000) for _ in range(2))
    assert spent(160_000) < 20 * short + 0.2
