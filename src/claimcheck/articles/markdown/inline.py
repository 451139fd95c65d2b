"""What stands in a line of Markdown: its words, each with its span, and what is no words.

markdown-it tells of blocks which lines they are, but of what is in them no columns. Its rules are
tried here one by one as it tries them itself, and each that reads something is noted with its span.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_inline import (
    StateInline,
    autolink,
    backtick,
    emphasis,
    entity,
    escape,
    html_inline,
    image,
    link,
    newline,
    strikethrough,
    text,
)
from markdown_it.token import Token


class Kind(Enum):
    """What a piece of a line is."""

    WORDS = "words"
    SIGN = "sign"  # an escaped or encoded one
    BREAK = "break"
    TAG = "tag"
    STRIKE = "strike"  # where what is struck out begins or ends


class Piece(NamedTuple):
    """A piece `[start, end)` of a line; `text` is what it says."""

    kind: Kind
    start: int
    end: int
    text: str


class _Note(NamedTuple):
    """A rule that read `[start, end)`, and the tokens that it made."""

    rule: str
    start: int
    end: int
    tokens: tuple[Token, ...]


class _Noted(StateInline):
    """A line that is being read, with what each rule read of it."""

    def __init__(self, source: str, parser: MarkdownIt, env: dict[str, Any]) -> None:
        super().__init__(source, parser, env, [])
        self.notes: list[_Note] = []


_Rule = Callable[[StateInline, bool], bool]

_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,60}\]:?")


def _footnote(state: StateInline, _silent: bool) -> bool:
    """The mark of a footnote, and before its text."""
    mark = _FOOTNOTE.match(state.src, state.pos, state.posMax)
    if mark is None:
        return False
    state.pos = mark.end()
    return True


def _sign(state: StateInline, silent: bool) -> bool:
    """A sign that no other rule reads, as the last of them: it stands for itself."""
    if not silent:
        state.append_pending(state.src[state.pos])
    state.pos += 1
    return True


# In markdown-it's own order.
_RULES: dict[str, _Rule] = {
    "text": text,
    "newline": newline,
    "escape": escape,
    "backticks": backtick,
    "strikethrough": strikethrough.tokenize,
    "emphasis": emphasis.tokenize,
    "footnote": _footnote,
    "link": link,
    "image": image,
    "autolink": autolink,
    "html_inline": html_inline,
    "entity": entity,
    "sign": _sign,
}
# A link's words are noted by the rules that read them; the link itself has no more to say.
_HOLDING = ("link",)


def parser() -> MarkdownIt:
    """CommonMark with tables and strikethrough, whose rules note what they read in a line."""
    made = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    ruler = made.inline.ruler
    ruler.before("link", "footnote", _noting("footnote", _footnote))
    ruler.push("sign", _noting("sign", _sign))
    for name, rule in _RULES.items():
        if name not in ("footnote", "sign"):
            ruler.at(name, _noting(name, rule))
    made.enable([*_RULES])
    made.inline.ruler2.disable("fragments_join")  # it would move signs from one token to another
    made.core.ruler.disable(["inline", "text_join"])  # lines are read by `pieces`
    return made


def _noting(name: str, rule: _Rule) -> _Rule:
    def noted(state: StateInline, silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        read = rule(state, silent)
        if read and not silent and isinstance(state, _Noted) and name not in _HOLDING:
            made = tuple(state.tokens[before:])
            state.notes.append(_Note(name, start, state.pos, made))
        return read

    return noted


def pieces(source: str, made: MarkdownIt, env: dict[str, Any]) -> Iterator[Piece]:
    """What the line or lines `source` of one block say, in order; code, images, addresses and
    marks of emphasis and of footnotes are none of it."""
    state = _Noted(source, made, env)
    made.inline.tokenize(state)
    for finish in made.inline.ruler2.getRules(""):
        finish(state)
    for note in state.notes:
        yield from _pieces(note, source)


def _pieces(note: _Note, source: str) -> Iterator[Piece]:
    rule, start, end, tokens = note
    whole = source[start:end]
    if rule in ("text", "sign"):
        yield Piece(Kind.WORDS, start, end, whole)
    elif rule == "html_inline":
        yield Piece(Kind.TAG, start, end, whole)
    elif rule == "newline" or (rule == "escape" and any(t.type == "hardbreak" for t in tokens)):
        hard = any(t.type == "hardbreak" for t in tokens)
        yield Piece(Kind.BREAK if hard else Kind.WORDS, start, end, "\n" if hard else whole)
    elif rule in ("escape", "entity"):
        said = next(t.content for t in tokens if t.type == "text_special")
        yield Piece(Kind.SIGN, start, end, said)
    elif rule == "backticks":
        if not any(t.type == "code_inline" for t in tokens):
            yield Piece(Kind.WORDS, start, end, whole)
    elif rule in ("emphasis", "strikethrough"):
        yield from _marks(tokens, start, whole)


def _marks(tokens: tuple[Token, ...], start: int, whole: str) -> Iterator[Piece]:
    """Of a run of marks those that stand for themselves, and where something is struck out."""
    # The rule ends the text before its marks with a token of its own.
    width = 1 if whole[0] != "~" else 2
    at = start
    made = tokens[-_count(whole, width) :]
    for token in made:
        size = 1 if whole[0] == "~" and len(whole) % 2 and at == start else width
        if token.type in ("s_open", "s_close"):
            yield Piece(Kind.STRIKE, at, at + size, "")
        elif token.type == "text" and token.content:
            yield Piece(Kind.WORDS, at, at + size, token.content)
        at += size


def _count(whole: str, width: int) -> int:
    """How many tokens a run of marks was made: one a mark, of tildes one a pair."""
    return len(whole) if width == 1 else len(whole) // 2 + len(whole) % 2
