"""Directives: what a comment of an article asks for, of which words, and what is wrong with it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.articles.article import Article
from claimcheck.articles.directives import Directive, directives
from claimcheck.errors import Place

IGNORE = '<!-- claimcheck: ignore speed reason="of the convoy" -->'


def read(text: str, path: str = "a.md") -> list[Directive]:
    found, problems = directives(Article("a", text, path=path))
    assert not problems
    return found


def mistakes(text: str) -> list[str]:
    found, problems = directives(Article("a", text, path="a.md"))
    assert not found
    return [str(problem) for problem in problems]


def test_a_directive_names_a_rule_and_a_reason() -> None:
    text = 'One.\n\nTwo <!-- claimcheck: ignore speed reason="no, \'why\'" until="2027-01-31" -->'
    [one] = read(text)
    assert (one.doc, one.rule, one.reason, one.until) == ("a", "speed", "no, 'why'", "2027-01-31")
    assert one.place == Place("a.md", 3, 5)
    assert one.in_source


@pytest.mark.parametrize(
    ("comment", "rule"),
    [
        ('<!-- claimcheck: ignore trips by plane reason="x" -->', "trips by plane"),
        ('<!--claimcheck:ignore "trips by plane" reason="x"-->', "trips by plane"),
        ("<!--\n  claimcheck: ignore speed\n  reason='x'\n-->", "speed"),
    ],
)
def test_a_rule_is_named_as_findings_name_it(comment: str, rule: str) -> None:
    assert [one.rule for one in read(f"{comment}\n\nThe train is fast.")] == [rule]


@pytest.mark.parametrize(
    ("path", "text", "words"),
    [
        # In a paragraph, of that paragraph, wherever in it.
        ("a.md", f"One.\n\nTwo\nis wrapped. {IGNORE}\n\nThree.", "Two\nis wrapped."),
        ("a.md", f"One.\n\n{IGNORE} Two.\n\nThree.", "Two."),
        # Alone, of the next paragraph that has words.
        ("a.md", f"One.\n\n{IGNORE}\n\nTwo.\n\nThree.", "Two."),
        ("a.md", f"One.\n\n{IGNORE}\n\n***\n\n<!-- two -->\n\nTwo.", "***\n\n<!-- two -->\n\nTwo."),
        ("a.md", f"- One.\n- Two. {IGNORE}\n- Three.", "- Two."),
        ("a.md", f"# One.\n{IGNORE}\nTwo.\n\nThree.", "Two."),
        ("a.html", f"<p>One.</p><p>Two. {IGNORE}</p><p>Three.</p>", "<p>Two."),
        (
            "a.html",
            f"<p>One.</p>{IGNORE}<p>Two <b>it</b> is.</p><p>Three.</p>",
            "Two <b>it</b> is.",
        ),
        ("a.html", f"<ul><li>One.<li>{IGNORE}Two.<li>Three.</ul>", "<li>"),
        # At the end, of nothing.
        ("a.md", f"One.\n\n{IGNORE}\n", ""),
    ],
)
def test_a_directive_holds_for(path: str, text: str, words: str) -> None:
    [one] = read(text, path)
    span = text[one.start : one.end]
    assert words in span
    assert not {"One.", "Three."} & set(re.split(r"[\s<>]+", span))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.txt", f"One. {IGNORE}"),  # in plain text a comment is words
        ("a.md", f"```\n{IGNORE}\n```\n\nOne."),  # in code it is an example
        ("a.md", f"Write `{IGNORE}` there."),
        ("a.md", "One. <!-- claimcheck is run on this -->"),
        ("a.md", f"One. {IGNORE[:-3]}"),  # never closed
    ],
)
def test_no_directive_is(path: str, text: str) -> None:
    assert read(text, path) == []


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("ignore", ["a directive has no rule", "a directive has no reason"]),
        ("ignore speed", ["a directive has no reason"]),
        ('ignore reason="x"', ["a directive has no rule"]),
        ('ignore speed reason=" "', ["a directive has no reason"]),
        ('disable speed reason="x"', ["a directive says `disable`, and only `ignore` is known"]),
        ("", ["a directive says `nothing`, and only `ignore` is known"]),
        ('ignore speed reason="x" for="y"', ["a directive has an unknown field `for`"]),
        ('ignore speed reason="x" and more', ["a directive says `and more`, which is no field"]),
        ('ignore speed reason="x" until="soon"', ["`until` is no day: soon"]),
    ],
)
def test_a_broken_directive_is_named_with_its_place(comment: str, said: list[str]) -> None:
    told = mistakes(f"One.\n\n  <!-- claimcheck: {comment} -->")
    assert [line.partition(". ")[0] for line in told] == [f"a.md:3:3: {cause}" for cause in said]


def test_every_mistake_of_an_article_is_named() -> None:
    assert len(mistakes("<!-- claimcheck: ignore -->\n\n<!-- claimcheck: off -->")) == 3


@given(st.text(alphabet='<!->claimcheck: ignore r="`\n ', max_size=200))
def test_no_text_is_too_odd(text: str) -> None:
    directives(Article("a", f"claimcheck:{text}", path="a.md"))
    directives(Article("a", f"claimcheck:{text}", path="a.html"))
