"""Offsets: from the prose to the file and back, on pieces of every kind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.articles.article import Article
from claimcheck.articles.prose import Prose

FILE = "<p>Kim &amp; Moon</p>\n<p>met  <b>twice</b>.</p>"


def article() -> Article:
    prose = Prose(FILE)
    prose.add(FILE.index("Kim"), FILE.index("&"))
    prose.add_decoded("&", FILE.index("&"), FILE.index("&") + 5)
    prose.add(FILE.index(" Moon"), FILE.index("</p>"))
    prose.end_block()
    prose.add(FILE.index("met"), FILE.index("<b>"))
    prose.add(FILE.index("twice"), FILE.index("</b>"))
    prose.add(FILE.index(".</p>"), FILE.index(".</p>") + 1)
    text, offsets = prose.read()
    return Article("a.html", text, offsets=offsets)


def test_the_prose_has_a_line_a_paragraph_and_single_spaces() -> None:
    assert article().text == "Kim & Moon\n\nmet twice."


@pytest.mark.parametrize(
    ("words", "in_file"),
    [
        ("Kim", "Kim"),
        ("Kim & Moon", "Kim &amp; Moon"),
        ("&", "&amp;"),
        ("met twice", "met  <b>twice"),
        ("twice.", "twice</b>."),
        ("Moon\n\nmet", "Moon</p>\n<p>met"),
        # A gap that only the prose has is nowhere in the file, and takes nothing from it.
        ("\n\nmet", "met"),
        ("Moon\n\n", "Moon"),
        ("\n", ""),
    ],
)
def test_a_span_of_the_prose_is_that_of_its_words_in_the_file(words: str, in_file: str) -> None:
    one = article()
    start = one.text.index(words)
    first, last = one.in_file(start, start + len(words))
    assert FILE[first:last] == in_file


@pytest.mark.parametrize(
    ("in_file", "words"),
    [
        (FILE, "Kim & Moon\n\nmet twice."),
        ("<p>Kim", "Kim"),
        ("  <b>twice</b>", " twice"),
        ("</p>\n<p>", "\n\n"),
        # A sign that is spelled by several is read whole or not at all.
        ("mp; Moon", " Moon"),
    ],
)
def test_the_words_of_a_span_of_the_file_are_without_markup(in_file: str, words: str) -> None:
    start = FILE.index(in_file)
    assert article().words(start, start + len(in_file)) == words


def test_plain_text_is_its_own_file() -> None:
    plain = Article("a.txt", "Kim  left.\r\n")
    assert plain.file_text == plain.text
    assert plain.in_file(3, 8) == (3, 8)
    assert plain.words(3, 8) == plain.text[3:8]


def test_a_place_is_one_in_the_file() -> None:
    place = article().place(FILE.index("twice"))
    assert str(place) == "a.html:2:12"


PIECES = st.lists(
    st.one_of(
        st.tuples(st.just("text"), st.text("ab \n5", max_size=6)),
        st.tuples(st.just("entity"), st.sampled_from(["&", "–", " ", "é5"])),
        st.tuples(st.just("markup"), st.sampled_from(["<b>", "<br>", "  ", "</td><td>"])),
    ),
    max_size=12,
)


def built(pieces: list[tuple[str, str]]) -> Article:
    file_text = "".join("&some;" if kind == "entity" else text for kind, text in pieces)
    prose, at = Prose(file_text), 0
    for kind, text in pieces:
        if kind == "text":
            prose.add(at, at + len(text))
        elif kind == "entity":
            prose.add_decoded(text, at, at + len("&some;"))
        elif text == "<br>":
            prose.end_line()
        elif text == "</td><td>":
            prose.end_cell()
        at += len("&some;" if kind == "entity" else text)
    text, offsets = prose.read()
    return Article("a", text, offsets=offsets)


@given(PIECES, st.data())
def test_words_of_the_file_span_are_those_of_the_prose(
    pieces: list[tuple[str, str]], data: st.DataObject
) -> None:
    one = built(pieces)
    start = data.draw(st.integers(0, len(one.text)))
    end = data.draw(st.integers(start, len(one.text)))
    first, last = one.in_file(start, end)
    assert 0 <= first <= last <= len(one.file_text)
    # Where the span cuts no decoded sign, and holds no cut gap but white space, nothing is added.
    whole = all(
        not (run.prose < cut < run.prose + run.length) or run.length == run.width
        for run in (one.offsets.runs if one.offsets else ())
        for cut in (start, end)
    )
    if whole:
        assert one.words(first, last).split() == one.text[start:end].strip("; ").split()


@given(PIECES, st.data())
def test_words_of_neighbouring_spans_are_the_words_of_both(
    pieces: list[tuple[str, str]], data: st.DataObject
) -> None:
    one = built(pieces)
    whole = len(one.file_text)
    cut = data.draw(st.integers(0, whole))
    assert one.words(0, cut) + one.words(cut, whole) == one.text
