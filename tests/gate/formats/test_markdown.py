"""Markdown: what is escaped reads as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from claimcheck.gate.formats.markdown import escaped


def tokens(markdown: str) -> list[Token]:
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return [part for token in reader.parse(markdown) for part in (token, *(token.children or ()))]


@pytest.mark.parametrize("lead", ["", "- so ", "### so ", "| a |\n|---|\n| so "])
@given(st.text(alphabet=st.sampled_from("ab \\`*_{}[]()<>#|~!$&@:;\"'-+=.1\N{STEAM LOCOMOTIVE}")))
def test_what_is_escaped_reads_as_it_was(lead: str, text: str) -> None:
    line = " ".join(f"{text}.".split())
    shown = "".join(t.content for t in tokens(f"{lead}{escaped(line)}") if t.type == "text")
    assert shown == ("so " * ("so" in lead) + line if "|" not in lead else f"aso {line}")
