"""Tags: how a text falls into tags and stretches of text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.articles.html.tags import Tag, entities, tokens


def shown(text: str) -> list[str]:
    """Each token as it is spelled, tags with their names and attributes."""
    rows = []
    for token in tokens(text):
        if isinstance(token, Tag):
            said = "".join(f" {name}={value!r}" for name, value in token.attributes.items())
            rows.append(f"<{'/' * token.is_end}{token.name}{said}>")
        else:
            rows.append(text[token.start : token.end])
    return rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Five <b>men</b>", ["Five ", "<b>", "men", "</b>"]),
        # A sign of less is one where no name follows.
        ("5 < 6, a<5", ["5 < 6, a<5"]),
        ("<P CLASS=x>", ["<p class='x'>"]),
        ('<a href="/x?a=1&amp;b=2" hidden>', ["<a href='/x?a=1&b=2' hidden=''>"]),
        ("<a href='?a&copy=2'>", ["<a href='?a&copy=2'>"]),
        ("<a title='5 > 4'>", ["<a title='5 > 4'>"]),
        # Quotes count at the head of a value alone.
        ("<p it's>x", ["<p it's=''>", "x"]),
        ("<a href=it's>x", ['<a href="it\'s">', "x"]),
        ("<br/>x<hr />", ["<br>", "x", "<hr>"]),
        ("a<!-- <b> -->c", ["a", "c"]),
        ("a<!--> b -->", ["a", " b -->"]),
        ("a<!-- never closed", ["a"]),
        ("<!DOCTYPE html>a<?xml x?>b</>c", ["a", "b", "c"]),
        ("<script>if (a<b) '</p>'</script>c", ["<script>", "if (a<b) '</p>'", "</script>", "c"]),
        ("<style>x{}", ["<style>", "x{}"]),
        # A quote that is never closed takes the rest of the page, as in a browser.
        ('<a title="x>y', ["<a title='x>y'>"]),
    ],
)
def test_the_tokens_of_a_text(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("R&amp;D", [("&", "&amp;")]),
        ("&pound;5&#8211;&#x36;", [("£", "&pound;"), ("–", "&#8211;"), ("6", "&#x36;")]),
        ("AT&T & co; &unknown;", []),
        # No sign has so high a number, and a part of it is none.
        (f"&#{'9' * 5000};", []),
    ],
)
def test_the_entities_of_a_text(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(said, text[start:end]) for said, start, end in entities(text, 0, len(text))]
    assert found == expected


@given(st.text(alphabet="<>/!-='\" abscript&;", max_size=60))
def test_tokens_come_in_order_and_do_not_overlap(text: str) -> None:
    behind = 0
    for token in tokens(text):
        assert behind <= token.start < token.end <= len(text)
        behind = token.end
