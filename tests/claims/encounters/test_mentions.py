"""Who meets whom, where and when: what is read, and what is not."""

from __future__ import annotations

from time import process_time

import pytest

from claimcheck.articles.sentences import sentences
from claimcheck.claims.encounters.mentions import Encounter, encounters
from claimcheck.claims.names import names
from claimcheck.quantities.numerals import fold
from claimcheck.quantities.reader import Moment, quantities


def met(text: str) -> list[Encounter]:
    split = sentences(text)
    found = sorted(names(text, split), key=lambda n: n.start)
    moments = [m for m in quantities(text) if isinstance(m, Moment)]
    return encounters(fold(text), split, found, moments)


@pytest.mark.parametrize(
    ("text", "kind", "place", "when"),
    [
        ("Ada Lovelace met Charles Babbage in Paris on May 3, 1843.", "meeting", "paris", "1843-05-03"),
        ("Ada Lovelace's talks with Charles Babbage broke down on May 3, 1843.", "breakdown", "", "1843-05-03"),
        ("The talks between Ada Lovelace and Charles Babbage collapsed in May.", "breakdown", "", 5),
        ("After her June summit with Charles Babbage in Paris, Ada Lovelace rested.", "meeting", "paris", 6),
        ("May 3-4, 1843: Ada Lovelace visits Paris, briefly meeting President Charles Babbage.", "meeting", "paris", "1843-05-03/1843-05-04"),
    ],
)  # fmt: skip
def test_days(text: str, kind: str, place: str, when: str | int) -> None:
    (found,) = [e for e in met(text) if e.kind != "venue"]
    assert (found.kind, found.place) == (kind, place)
    assert found.parties == ("Ada Lovelace", "Charles Babbage")
    assert found.moment is not None
    assert when in (found.moment.iso, found.month)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Lovelace met Charles Babbage in Paris.", [("paris", False)]),
        ("Ada Lovelace and Charles Babbage met at Geneva.", [("geneva", False)]),
        ("Ada Lovelace will travel to Paris to meet President Charles Babbage.", [("paris", True)]),
        ("Ada Lovelace is to visit Geneva for talks with Charles Babbage.", [("geneva", True)]),
        ("Ada Lovelace left for Paris, where she is due to meet Charles Babbage.", [("paris", True)]),
        # "The leaders" are the two of whom alone the article tells that they meet.
        ("Ada Lovelace will meet Charles Babbage. Flags flew in Geneva, where the two leaders shook hands.", [("geneva", False)]),
    ],
)  # fmt: skip
def test_venues(text: str, expected: list[tuple[str, bool]]) -> None:
    assert [(e.place, e.planned) for e in met(text) if e.kind == "venue"] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lovelace met officials in Paris on May 3, 1843.",  # nobody by name
        "Lovelace met Babbage in Paris on May 3, 1843.",  # whom other articles may call otherwise
        "Ada Lovelace, Mary Somerville and Charles Babbage met in Paris on May 3, 1843.",  # three
        "Ada Lovelace met Charles Babbage on May 3, 1843.",  # which of their meetings
        "Ada Lovelace met Charles Babbage's aides in Paris on May 3, 1843.",
        "May 1843: amid hopes for Ada Lovelace's meeting with Charles Babbage in Paris.",
        "Ada Lovelace arrived in Paris. Charles Babbage stayed in Geneva, where the leaders met.",
        "Ada Lovelace's letters to Charles Babbage broke off in May.",
    ],
)
def test_what_is_not_read(text: str) -> None:
    assert met(text) == []


PIECES = [
    "Ada Lovelace met ", "Charles Babbage and ", "talks with Charles Babbage ", "talks between Ada Lovelace and ",
    "Paris, where the ", "visit Paris to meet ", "in May ", "president ",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_long_sentences_take_linear_time(piece: str) -> None:
    def spent(size: int) -> float:
        text = "Ada Lovelace met Charles Babbage. " + piece * (size // len(piece))
        split = sentences(text)
        found = sorted(names(text, split), key=lambda n: n.start)
        moments = [m for m in quantities(text) if isinstance(m, Moment)]
        folded, begun = fold(text), process_time()
        encounters(folded, split, found, moments)
        return process_time() - begun

    short = min(spent(10_000) for _ in range(2))
    assert spent(40_000) < 8 * short + 0.2
