"""What of an article or of the rules is put on a page, and in which words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import visible
from claimcheck.quantities.wording import counted
from claimcheck.report.words import clipped, label


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two days", "two days"),
        ("שלושים קרונות", "שלושים קרונות"),
        ("line\nbreak\tand tab", "line\nbreak\tand tab"),
        ("nul\x00", "nul\ufffd"),
        ("esc\x1b[31m", "esc\ufffd[31m"),
        ("\u202e09\u202c", "\ufffd09\ufffd"),
        ("\u206690\u2069", "\ufffd90\ufffd"),
        ("lone \ud800", "lone \ufffd"),
    ],
)
def test_only_what_can_be_shown_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_shown_text_is_as_long_and_can_be_written(text: str) -> None:
    assert len(visible(text)) == len(text)
    visible(text).encode()


def test_small_words() -> None:
    assert label("carriage_count") == "carriage count"
    assert counted(1, "article") == "1 article"
    assert counted(2300, "article") == "2,300 articles"
    assert clipped("carriages", 9) == "carriages"
    assert clipped("carriages", 5) == "carr…"
