"""Extraction: from an article to its claims, and to the numbers that nobody could place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from claimcheck.articles.article import Article
from claimcheck.claims.extraction import MAX_QUOTE, Extraction, extract
from claimcheck.claims.open_claims import CHANGE, DATE_LINE, NO_DAY, NOT_SAID
from claimcheck.quantities.reader import Moment, Quantity, quantities

from .reading import RULES, claims, extraction, open_claims, reasons, said

SEEDS = {
    p.name[0]: p.read_text("utf-8")
    for p in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
}


def holds_together(found: Extraction) -> None:
    """What is true of every extraction, whatever the text."""
    text, doc = found.article.text, found.article.id
    for claim in found.claims:
        assert 0 <= claim.start < claim.end <= len(text)
        assert claim.quote == text[claim.start : claim.end]
        assert len(claim.quote) <= MAX_QUOTE
        assert claim.sentence[0] <= claim.start < claim.sentence[1] <= len(text)
        assert claim.doc == doc
        assert claim.subject
        assert claim.possibility.low <= claim.possibility.core_low
        assert claim.possibility.core_high <= claim.possibility.high
    for put in found.set_aside:
        assert 0 <= put.start < put.end <= len(text)
        assert put.text == text[put.start : put.end]
        assert put.reason
        assert put.doc == doc
    # Every number is a claim or is set aside, and none is both.
    outcomes = [
        o.start
        for o in quantities(text)
        if not (isinstance(o, Moment) or (isinstance(o, Quantity) and o.kind == "ordinal"))
        or re.search(r"\d", text[o.start : o.end])
    ]
    assert found.numbers_seen == len(outcomes)
    said = {o for o in outcomes if any(c.start <= o < c.end for c in found.claims)}
    aside = [a.start for a in found.set_aside]
    assert set(outcomes) <= said | set(aside)
    assert len(set(aside)) == len(aside)
    assert set(aside) <= set(outcomes)
    assert [c.start for c in found.claims] == sorted(c.start for c in found.claims)
    assert [a.start for a in found.set_aside] == sorted(a.start for a in found.set_aside)
    assert len({c.id for c in found.claims}) == len(found.claims)
    assert len({(c.start, c.end, c.attribute) for c in found.claims}) == len(found.claims)


# --- the seeds ----------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", SEEDS)
def test_an_extraction_of_the_seeds_holds_together(seed: str) -> None:
    holds_together(extraction(SEEDS[seed], seed))


@pytest.mark.parametrize(
    ("seed", "attribute", "quotes"),
    [
        ("0", "journey_duration", ["almost a full day"] * 3),
        ("0", "speed", ["about 50km/h"]),
        ("0", "journey_distance", ["over 1000km"]),
        ("0", "arrival_time", ["On Tuesday"]),
        ("1", "journey_duration", ["two days"]),
        ("1", "speed", ["around 40 mph"]),
        ("1", "carriage_count", ["up to 90 carriages"]),
        ("2", "journey_distance", ["hundreds of miles"]),
        ("2", "arrival_time", ["on Wednesday"]),
        ("2", "journey_duration", []),
        ("3", "departure_time", ["on Sunday afternoon local time"]),
        ("3", "arrival_time", ["early on Tuesday"]),
        ("3", "carriage_count", ["more than 20 carriages"]),
        ("4", "journey_distance", ["more than 1,000 km", "600 miles"]),
        ("4", "carriage_count", ["more than 20 armoured cars"]),
        ("4", "journey_duration", ["nearly an entire day", "three days", "almost day-long"]),
    ],
)
def test_what_the_seeds_say(seed: str, attribute: str, quotes: list[str]) -> None:
    found = claims(SEEDS[seed], attribute)
    assert [" ".join(c.quote.split()) for c in found] == quotes
    owner = "Kim Jong Un’s train" if attribute in ("speed", "carriage_count") else "Kim Jong Un"
    assert {c.subject for c in found} <= {owner, "Vladimir Putin"}


def test_the_journeys_of_2019_are_events_of_their_own() -> None:
    found = claims(SEEDS["4"], "journey_duration")
    assert [c.event.when for c in found] == ["", "2019-02-26/2019-02-28", "2019-04-24"]
    assert [c.time for c in found] == ["planned", "habitual", "past"]


def test_what_the_seeds_say_of_other_things_is_known_by_its_words() -> None:
    words = {c.quote for text in SEEDS.values() for c in open_claims(text)}
    assert {"18 months", "seven years", "two days", "over four years"} <= words
    aside = {s.text for text in SEEDS.values() for s in extraction(text).set_aside}
    assert "Russia-24" in aside


# --- what becomes of a number -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Ada Lovelace left. Did the journey take 20 hours?", NOT_SAID),
        ("Updated at 20:30 on 5 May 2019", DATE_LINE),
        ("Prices rose from 20 to 30 dollars.", CHANGE),
        ("Ada Lovelace left on 5 May.", NO_DAY),
    ],
)
def test_a_number_without_a_claim_has_a_reason(text: str, reason: str) -> None:
    assert said(text) == []
    assert reasons(text)
    assert all(found.startswith(reason) for _, found in reasons(text))


@pytest.mark.parametrize("text", ["She died in 1972.", "The inn opened in 1764."])
def test_a_short_sentence_is_no_line_of_the_page(text: str) -> None:
    assert [c.attribute for c in open_claims(text)] == ["date"]


def test_a_weekday_that_is_no_claim_is_no_number_either() -> None:
    found = extraction("Ada Lovelace slept on Sunday.")
    assert (found.claims, found.set_aside, found.numbers_seen) == ((), (), 0)


def test_several_claims_of_one_sentence() -> None:
    assert said(
        "Ada Lovelace’s train, which has 20 carriages, travels at about 50 km/h, and her journey of 900 km took two days."
    ) == [
        "carriage_count eq:20:count",
        "speed approx:50:kilometer/hour",
        "journey_distance eq:900:kilometer",
        "journey_duration eq:48:hour",
    ]


def test_a_conversion_is_the_quantity_said_again() -> None:
    first, again = claims("Ada Lovelace will travel more than 1,000 km (600 miles) to Warsaw.")
    assert (first.restates, again.restates) == (False, True)
    assert first.hedge == again.hedge


def test_scopes_and_hints() -> None:
    [top] = claims("The train’s top speed is 50 km/h.")
    assert (top.scope, top.alone) == ("top speed", True)
    [count] = claims("The train consists of 90 carriages and is part of a three-train convoy.")
    assert [(h.parts, bool(h.note)) for h in count.hints] == [(3, True)]


def test_counts_of_sentences_and_numbers() -> None:
    found = extraction("Ada Lovelace left in 2019. The train has 20 carriages. It had ten doors.")
    assert (found.sentences, found.numbers_seen, found.numbers_read) == (3, 3, 3)


def test_the_story_is_told_or_the_article_s_own() -> None:
    article = Article("a", "The train has 20 carriages.")
    assert extract(article, RULES).claims[0].story == "a"
    assert extract(article, RULES, "s").claims[0].story == "s"


def test_a_quote_has_at_most_300_code_points() -> None:
    [found] = claims(f"The train has 20 {'very' * 100} long carriages.")
    assert found.quote.startswith("20 very")
    assert len(found.quote) == MAX_QUOTE == 300


# --- any text at all ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n", "x", "Ada", "20", "20 km", "a", "Sunday", "the", "train", "’s", "?", "•", "\ufeff", "İ 20 km", "ﬀ", "\x00", "2019:", "Kim’s", "his"],
)  # fmt: skip
def test_the_shortest_texts(text: str) -> None:
    holds_together(extraction(text))


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", "\n", "\r\n", "  ", "\t"])
def test_odd_spaces(space: str) -> None:
    text = "Ada Lovelace’s train has more than 20 armoured carriages. It travels at about 50 km/h."
    holds_together(extraction(text.replace(" ", space)))


@settings(max_examples=200)
@given(st.text(max_size=200))
def test_any_text_holds_together(text: str) -> None:
    holds_together(extraction(text))


PIECES = (
    "Ada Lovelace", "Kim’s", "he", "his", "the train", "The ferry Aurora", "journey", "travels at",
    "took", "left", "arrived in", "Paris", "on Sunday", "early", "2019", "In 2019", "April 2, 2019",
    "20", "two days", "about 50 km/h", "more than 1,000 km (600 miles)", "up to 90 carriages", "$5",
    "almost a full day", "day-long", "said that", "according to", "would have", "if", "not", "and the",
    "which", "?", ".", ". ", ",", ";", ":", "–", "“", "”", "\n", "\n\n• ", " ", " ", " ", " ", "İ", "1.",
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_any_order_of_the_words_we_know_holds_together(text: str) -> None:
    holds_together(extraction(text))


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=20).map(" ".join))
def test_the_same_text_says_the_same(text: str) -> None:
    assert extraction(text) == extraction(text)


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=15).map(" ".join),
    st.sampled_from(["A fine day.\n\n", "\n\n", "It rained – on and on.\n\n"]),
)
def test_a_paragraph_in_front_only_moves_what_is_said(text: str, front: str) -> None:
    """Unless it gives the text an owner, which these do not. A dash and a blank that open a text
    are a minus, as in a cell of a table; behind a paragraph they open an item of a list."""
    assume(not text.startswith("– "))
    before, after = extraction(text), extraction(front + text)
    assert [(c.quote, c.attribute, c.start + len(front)) for c in before.claims] == [
        (c.quote, c.attribute, c.start) for c in after.claims
    ]
