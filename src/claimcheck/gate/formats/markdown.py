"""Markdown: how text of others stays text in it."""

from __future__ import annotations

import re

# Whatever Markdown as GitHub reads it, its tables, formulas, mentions, emoji or HTML give a sense,
# and what would make a list or a heading of a paragraph that begins with it. As the number of a
# character none of them has any.
_SIGNS = re.compile(r"[\\`*_\[\]<>#|~$&@:]|^[-+=\d]|(?<=www)\.", re.IGNORECASE)


def escaped(text: str) -> str:
    """A line of text that stays text in Markdown, in a table and in HTML."""
    return _SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", text)
