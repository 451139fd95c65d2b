"""Directives: what the author of an article tells claimcheck in a comment of the article itself.

    <!-- claimcheck: ignore carriage_count reason="of the convoy" until="2027-01-31" -->

It holds for the paragraph that it stands in or, alone on its lines, for the next one that has
words. A rule has to be named, as findings name it, and a reason given: what is not said cannot be
looked at again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from claimcheck.articles.article import Article
from claimcheck.articles.metadata import Mistake, until_mistake
from claimcheck.errors import Place, UsageError

SUFFIXES = frozenset((".md", ".markdown", ".html", ".htm", ".xhtml"))
"""Of files in which a comment is markup, and no words of the article."""


@dataclass(frozen=True, slots=True)
class Directive:
    """That an article is not to be held to `rule`, and why.

    It holds for claims that begin in `[start, end)` of the file text and, where `quote` is
    given, whose words have it in them. `until` is the last ISO day on which it holds. `in_source`
    tells a comment from an entry of corpus.toml.
    """

    doc: str
    rule: str
    reason: str
    place: Place
    start: int
    end: int
    quote: str = ""
    until: str | None = None
    in_source: bool = True


def directives(article: Article) -> tuple[list[Directive], list[UsageError]]:
    """The directives in the comments of an article and in corpus.toml for all of it, and every
    mistake in the comments."""
    found = list(_beside(article))
    text = article.file_text
    has_comments = PurePath(article.path or "").suffix.lower() in SUFFIXES and article.line is None
    if not has_comments or "claimcheck:" not in text.casefold():
        return found, []
    problems: list[UsageError] = []
    shown = _blanked(_CODE, text) if _is_markdown(article) else text
    paragraphs = _paragraphs(_blanked(_COMMENT, shown))
    ends = [end for _, end in paragraphs]
    for comment in _DIRECTIVE.finditer(shown):
        place = article.place(comment.start())
        fields, mistakes = _fields(comment[1])
        problems += [UsageError(m.cause, place=place, next_step=m.next_step) for m in mistakes]
        if not mistakes:
            start, end = paragraphs[bisect_right(ends, comment.start())]
            rule, reason, until = fields["rule"], fields["reason"], fields.get("until")
            found.append(Directive(article.id, rule, reason, place, start, end, until=until))
    return found, problems


def _beside(article: Article) -> Iterator[Directive]:
    for one in article.ignored:
        end = len(article.file_text) + 1
        yield Directive(
            article.id,
            one.rule,
            one.reason,
            one.place,
            0,
            end,
            quote=one.quote,
            until=one.until,
            in_source=False,
        )


# A comment that is never closed ends where the next begins, so that no text is read twice.
_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)
_DIRECTIVE = re.compile(r"<!--\s*claimcheck:((?:(?!<!--).)*?)-->", re.DOTALL | re.IGNORECASE)
_IGNORE = re.compile(r"\s*ignore\b")
_FIELD = re.compile(r"""\s+(\w+)\s*=\s*("[^"]*"|'[^']*'|“[^”]*”)""")
_FORM = 'Write <!-- claimcheck: ignore RULE reason="…" -->, with until="2027-01-31" if it ends'


def _fields(body: str) -> tuple[dict[str, str], list[Mistake]]:
    """Rule, reason and until of a directive, and what is wrong with it."""
    verb = _IGNORE.match(body)
    if verb is None:
        word = body.split(maxsplit=1)[0] if body.strip() else "nothing"
        return {}, [Mistake("", f"a directive says `{word}`, and only `ignore` is known", _FORM)]
    rest = body[verb.end() :]
    first = _FIELD.search(rest)
    fields = {"rule": rest[: first.start() if first else len(rest)].strip().strip("\"'")}
    mistakes: list[Mistake] = []
    if left := _FIELD.sub("", rest[first.start() :]).strip() if first else "":
        mistakes.append(Mistake("", f"a directive says `{left}`, which is no field", _FORM))
    for name, value in _FIELD.findall(rest):
        if name not in ("reason", "until"):
            mistakes.append(Mistake(name, f"a directive has an unknown field `{name}`", _FORM))
        elif value[1:-1].strip():
            fields[name] = value[1:-1].strip()
    for name in ("rule", "reason"):
        if not fields.get(name):
            mistakes.append(Mistake(name, f"a directive has no {name}", _FORM))
    if wrong := until_mistake(fields):
        mistakes.append(Mistake("until", *wrong))
    return fields, mistakes


# Where a paragraph ends: an empty line, a heading or the next item of a list in Markdown, a tag of
# a block in HTML.
_BOUNDARY = re.compile(
    r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+•]|\d{1,3}[.)]|#{1,6})[ \t])"
    r"|</?(?:p|div|li|ul|ol|dl|dt|dd|h[1-6]|section|article|main|header|footer|aside|body|html|head"
    r"|blockquote|figure|figcaption|table|tr|td|th|br|hr)\b[^>]*>",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w")
_TAG = re.compile(r"<[^<>]*>")


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """The spans of the paragraphs that have words, each from the end of the one before it, so that
    what stands alone is in the next one's; and the end of the text, of which nothing is said."""
    spans: list[tuple[int, int]] = []
    start = first = 0
    for last in [*(b.start() for b in _BOUNDARY.finditer(text)), len(text)]:
        if _WORD.search(_TAG.sub("", text[first:last])):
            spans.append((start, last))
            start = last
        first = last
    return [*spans, (len(text), len(text) + 1)]


_CODE = re.compile(r"(?ms)^[ \t]*(`{3,}|~{3,}).*?(?:^[ \t]*\1|\Z)|`[^`\n]*`")


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    """The text with what matches as blanks, but for its line ends."""
    return pattern.sub(lambda found: _CHARACTER.sub(" ", found[0]), text)


_CHARACTER = re.compile(r"[^\n]")


def _is_markdown(article: Article) -> bool:
    return PurePath(article.path or "").suffix.lower() in (".md", ".markdown")
