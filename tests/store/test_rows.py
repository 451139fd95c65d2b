"""Rows: an extraction comes back equal, as that of another article with the same content; a row
that is not what was written is damage, and nothing worse."""

from __future__ import annotations

import zlib
from contextlib import suppress
from dataclasses import replace

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.articles.article import Article
from claimcheck.claims.extraction import extract
from claimcheck.claims.profiles import vocabulary
from claimcheck.pipeline import shipped_rules
from claimcheck.store.rows import (
    Damaged,
    extraction_of,
    extraction_row,
    vocabulary_of,
    vocabulary_row,
)

from .corpora import SEEDS, articles, quake, words

RULES = shipped_rules()
ROW = extraction_row(extract(quake("a"), RULES))


# --- laws ---------------------------------------------------------------------------------------


@settings(max_examples=60, deadline=None)
@given(articles(), words, words)
def test_an_extraction_comes_back_as_that_of_another_name_and_story(
    article: Article, name: str, story: str
) -> None:
    row = extraction_row(extract(replace(article, id="", story=None), RULES))
    named = replace(article, id=name or "b")
    story = story or "s"
    assert extraction_of(row, named, story) == extract(named, RULES, story)


@pytest.mark.parametrize("article", SEEDS, ids=lambda a: str(a.id))
def test_the_seeds_come_back(article: Article) -> None:
    read = extract(article, RULES, "s")
    assert read.claims
    found = extraction_of(extraction_row(read), article, "s")
    assert found == read
    assert found.article is article


@settings(max_examples=60, deadline=None)
@given(articles())
def test_a_vocabulary_comes_back(article: Article) -> None:
    read = vocabulary(article.text)
    assert vocabulary_of(vocabulary_row(read)) == read


def test_a_row_holds_no_text_and_no_name() -> None:
    article = quake("the name of the file", story="the name of the story")
    unfolded = zlib.decompress(extraction_row(extract(article, RULES, "the name of the story")))
    for said in (b"the name", b"earthquake struck the town", b"Oakford on Sunday, killing"):
        assert said not in unfolded


# --- damage -------------------------------------------------------------------------------------


def changed(*path: int, value: object) -> bytes:
    """The row with something else at a place in it."""
    content = msgspec.msgpack.decode(zlib.decompress(ROW))
    inner = content
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return zlib.compress(msgspec.msgpack.encode(content))


CLAIM = 1, 0  # the first claim


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\x80\x04K\x01.", id="a pickle"),
        pytest.param(ROW[:-1], id="truncated"),
        pytest.param(ROW + b"x", id="longer"),
        pytest.param(zlib.compress(b""), id="nothing in it"),
        pytest.param(zlib.compress(b"\x93\x01\x02\x03"), id="another shape"),
        pytest.param(zlib.compress(b"\xc1" * 40), id="no msgpack"),
        pytest.param(zlib.compress(b"\x91" * 100_000), id="nested without end"),
        pytest.param(changed(1, value="claims"), id="no list of claims"),
        pytest.param(changed(4, value=None), id="no number of sentences"),
        pytest.param(changed(*CLAIM, value=[]), id="a claim without fields"),
        pytest.param(changed(*CLAIM, 3, value=10**9), id="begins behind the text"),
        pytest.param(changed(*CLAIM, 3, value=-5), id="begins before the text"),
        pytest.param(changed(*CLAIM, 6, value=[9, 10**9]), id="a sentence behind the text"),
        pytest.param(changed(*CLAIM, 0, value=["a", "b", "c", "d", "e", "+"]), id="another key"),
        pytest.param(changed(*CLAIM, 1, value="1"), id="a number as a string"),
        pytest.param(changed(*CLAIM, 1, value=0), id="a claim without an id"),
        pytest.param(changed(0, value=[]), id="no sets"),
        pytest.param(changed(3, value=[[0, 10**9, "why"]]), id="set aside behind the text"),
    ],
)
def test_a_row_that_was_not_written_is_damaged(row: bytes) -> None:
    with pytest.raises(Damaged):
        extraction_of(row, quake("a"), "s")


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(ROW) - 1), st.integers(1, 255))
def test_no_byte_can_be_another(place: int, flip: int) -> None:
    row = bytearray(ROW)
    row[place] ^= flip
    try:
        found = extraction_of(bytes(row), quake("a"), "s")
    except Damaged:
        return
    assert found == extract(quake("a"), RULES, "s")  # a byte of the header that says nothing


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_damage_and_never_worse(content: bytes) -> None:
    for row in (content, zlib.compress(content)):
        with pytest.raises(Damaged):
            extraction_of(row, quake("a"), "s")
        with pytest.raises(Damaged):
            vocabulary_of(row)


junk = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-5, 10**12), st.floats(), st.text(max_size=5)),
    lambda inner: st.lists(inner, max_size=4),
    max_leaves=6,
)


@settings(max_examples=400, deadline=None)
@given(st.integers(0, 60), junk)
def test_a_field_with_another_value_is_damage_or_read(place: int, value: object) -> None:
    try:
        row = changed(*CLAIM, place, value=value)
    except IndexError:
        return
    with suppress(Damaged):
        extraction_of(row, quake("a"), "s")
