"""Blocks: where paragraphs, headlines and list items begin and end."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.articles.blocks import blocks


def read(text: str) -> list[str]:
    return [" ".join(text[start:end].split()) for start, end in blocks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\r\n", []),
        ("Kim left.", ["Kim left."]),
        ("Kim left\r\nPutin waits\rXi stays\n", ["Kim left", "Putin waits", "Xi stays"]),
        ("Kim left.\n\n\n  Putin waits.", ["Kim left.", "Putin waits."]),
        # A headline is short and ends without a full stop; what follows is no part of it.
        (
            "Train crosses border\nKim Jong Un’s train crossed into Russia early on Tuesday.",
            ["Train crosses border", "Kim Jong Un’s train crossed into Russia early on Tuesday."],
        ),
        # A lower-case brand begins a paragraph as a capital does.
        (
            "The company’s shares rose in New York\niPhone sales were better than expected",
            ["The company’s shares rose in New York", "iPhone sales were better than expected"],
        ),
        # Lists: with bullets, without, and behind a colon.
        ("• Kim left\n• he went by train", ["• Kim left", "• he went by train"]),
        ("- Kim left\n- Putin waits", ["- Kim left", "- Putin waits"]),
        (
            "* one of the carriages\n– another of them",
            ["* one of the carriages", "– another of them"],
        ),
        ("apples\npears\nplums", ["apples", "pears", "plums"]),
        ("The train carried these things:\napples", ["The train carried these things:", "apples"]),
        # A line that is longer than anybody wraps is a paragraph, whatever follows.
        ("x" * 95 + "\nand the rest", ["x" * 95, "and the rest"]),
    ],
)
def test_a_line_is_a_block(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Lower case after no full stop runs on, and so do the capitals of a text that does.
        (
            "The train had left Pyongyang on Sunday and it\n"
            "crossed into Russia early on the next day, on\n"
            "Tuesday. It had more than 20 carriages, said\n"
            "20 people. Some of them were on the platform.",
            [
                "The train had left Pyongyang on Sunday and it crossed into Russia early on the"
                " next day, on Tuesday. It had more than 20 carriages, said 20 people. Some of"
                " them were on the platform."
            ],
        ),
        # Paragraphs that are indented, as in wire copy; a short first line where a dateline was.
        (
            "Standard Oil Co and BP North America\n"
            "Inc said they plan to form a venture to manage the money market\n"
            "borrowing and investment activities of both companies.\n"
            "    BP North America is a subsidiary of British Petroleum Co\n"
            "Plc, which also owns a 55 pct interest in Standard Oil.\n\n"
            " Reuter",
            [
                "Standard Oil Co and BP North America Inc said they plan to form a venture to"
                " manage the money market borrowing and investment activities of both companies.",
                "BP North America is a subsidiary of British Petroleum Co Plc, which also owns a"
                " 55 pct interest in Standard Oil.",
                "Reuter",
            ],
        ),
        # The next word had room on the line, so the line was ended on purpose.
        (
            "The train left Pyongyang on Sunday and crossed into\n"
            "Russia on Tuesday.\n"
            "It is painted olive green, and its roof is painted\n"
            "white.",
            [
                "The train left Pyongyang on Sunday and crossed into Russia on Tuesday.",
                "It is painted olive green, and its roof is painted white.",
            ],
        ),
        # A bullet begins a block in wrapped text, too, and its lines hang below it.
        (
            "  • March 2018: Kim visits China, the political ally\n"
            "    and monetary supporter of the North, by train to\n"
            "    Beijing.\n"
            "  • April 2018: Kim walks across the border.",
            [
                "• March 2018: Kim visits China, the political ally and monetary supporter of the"
                " North, by train to Beijing.",
                "• April 2018: Kim walks across the border.",
            ],
        ),
    ],
)
def test_a_line_of_wrapped_text_is_a_piece_of_a_block(text: str, expected: list[str]) -> None:
    assert read(text) == expected


PARAGRAPHS = [
    "Kim Jong Un’s armoured train crossed into Russia early on Tuesday, as confirmed by South"
    " Korea’s Defense Ministry, and it went on to Vladivostok without a stop in Khasan.",
    "The train is painted olive green with a white roof, while its windows are darkened, and Kim"
    " typically travels with more than 20 carriages in which security personnel are on duty.",
]


@pytest.mark.parametrize("width", range(45, 90, 3))
@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_wrapping_changes_no_block(width: int, gap: str) -> None:
    wrapped = gap.join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS)
    if gap == "\n" and len(read(wrapped)) == 1:
        # Only where the last line happens to be full can two paragraphs look like one.
        last = textwrap.wrap(PARAGRAPHS[0], width)[-1]
        assert len(last) + len(" The") > max(map(len, wrapped.splitlines()))
    else:
        assert read(wrapped) == PARAGRAPHS


@given(st.text(st.sampled_from("aB .\n\r\t•-1\u2028\x85")))
def test_blocks_hold_all_but_white_space_in_order(text: str) -> None:
    at = 0
    for start, end in blocks(text):
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()
