"""Tags: an HTML text as a stream of tags and stretches of text, each with its span.

html.parser is not used: it tells lines and columns only, takes quadratic time on some hostile
input in Pythons that are still in use, and reads comments and scripts differently from one patch
release to the next, so that the same page would not give the same bytes. Here every pattern takes
all that it can and gives nothing back, so each character is read once. Groups are not possessive:
before Python 3.11.5 such a group may match wrongly where there are alternatives in it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, TypeAlias


class Text(NamedTuple):
    """Text between tags, as it is spelled; `raw` where it is a script's or a style's."""

    start: int
    end: int
    raw: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag, its name in lower case; attributes have lower-case names and decoded values."""

    name: str
    start: int
    end: int
    attributes: Mapping[str, str]
    is_end: bool
    closes_itself: bool


Token: TypeAlias = Tag | Text

# A value whose quote is never closed ends with the text, as in a browser.
_ATTRIBUTE = re.compile(
    r"[\s/]*+([^\s/>][^\s/>=]*+)"
    r"""(?:\s*+=\s*+(?:"([^"]*+)(?:"|\Z)|'([^']*+)(?:'|\Z)|([^\s>]*+)))?"""
)
_MARKUP = re.compile(r"<(?:!--|[!?]|/?[a-zA-Z]|/)")
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)")
_TAG_END = re.compile(r"[\s/]*+(?:>|\Z)")
_COMMENT = re.compile(r"<!--(?:-?>|.*?(?:--!?>|\Z))", re.DOTALL)
_OTHER = re.compile(r"<[^>]*+(?:>|\Z)")

# What stands in these is no markup, up to their end tag.
_RAW = frozenset("script style textarea title xmp iframe noembed noframes".split())

# Numbers are bounded: nothing has so high a code point, and Python refuses to read longer ones.
_ENTITY = re.compile(
    r"&(?:#[0-9]{1,7}+(?![0-9])|#[xX][0-9a-fA-F]{1,6}+(?![0-9a-fA-F])|[a-zA-Z][a-zA-Z0-9]{1,31}+);?"
)


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The tags and texts of `text[start:end]`, in order; comments and declarations are left out."""
    end = len(text) if end is None else end
    at = start
    while at < end:
        opener = _MARKUP.search(text, at, end)
        until = opener.start() if opener else end
        if until > at:
            yield Text(at, until)
        if opener is None:
            return
        at = until
        if opened := _TAG.match(text, at, end):
            tag = _tag(text, opened, end)
            yield tag
            at = tag.end
            if tag.name in _RAW and not tag.is_end:
                closing = _end_of(tag.name).search(text, at, end)
                until = closing.start() if closing else end
                if until > at:
                    yield Text(at, until, raw=True)
                at = until
        else:
            other = _COMMENT.match(text, at, end) or _OTHER.match(text, at, end)
            assert other, "whatever opens as markup is some"
            at = other.end()


def entities(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Each entity in `text[start:end]` that spells something else, decoded, with its span."""
    for found in _ENTITY.finditer(text, start, end):
        decoded = html.unescape(found[0])
        if decoded != found[0]:
            yield decoded, found.start(), found.end()


def decoded(value: str) -> str:
    """`value` with its entities decoded; "&copy=" of an address is none without its semicolon."""
    return _ENTITY.sub(_spelled, value) if "&" in value else value


def _spelled(entity: re.Match[str]) -> str:
    return html.unescape(entity[0]) if entity[0].endswith(";") else entity[0]


def _tag(text: str, opened: re.Match[str], end: int) -> Tag:
    attributes: dict[str, str] = {}
    at = opened.end()
    while found := _ATTRIBUTE.match(text, at, end):
        if not opened[1]:
            value = found[2] or found[3] or found[4] or ""
            attributes.setdefault(found[1].lower(), decoded(value))
        at = found.end()
    closing = _TAG_END.match(text, at, end)
    assert closing, "what is no attribute ends a tag"
    closes_itself = text.endswith("/>", opened.start(), closing.end())
    span = (opened.start(), closing.end())
    return Tag(opened[2].lower(), *span, attributes, bool(opened[1]), closes_itself)


@cache
def _end_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
