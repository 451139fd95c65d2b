"""Markdown: what is read of a file, what is left out, and where it stands."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.articles.article import Article
from claimcheck.articles.markdown.reader import read
from claimcheck.pipeline import extract


def article(markdown: str) -> Article:
    reading = read(markdown.encode(), "a.md")
    assert reading.problems == ()
    ((_, found),) = reading.articles
    return found


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("Five men\ndied.\n\nTwo live.", "Five men died.\n\nTwo live."),
        ("Five men  \ndied.\\\nSo.", "Five men\ndied.\nSo."),
        ("# Five *men* #\ndied", "Five men\n\ndied"),
        ("Five\n====\nmen", "Five\n\nmen"),
        ("**Five** _men_ di***e***d", "Five men died"),
        # Marks that mark nothing are signs.
        ("2 * 3 and a_b and 5*", "2 * 3 and a_b and 5*"),
        ("\\*Five\\* \\$20 &amp; &pound;5 &#53;", "*Five* $20 & £5 5"),
        ('[Five](http://x.org/9 "9") [men][r] [died]\n\n[r]: /9\n[died]: /9', "Five men died"),
        ("Five (men) [died] x", "Five (men) [died] x"),
        ("> Five\n> men\n\n> died", "Five men\n\ndied"),
        # The number of an item counts nothing.
        ("- Five\n- men\n  died\n\n1. So\n2. it\n   - is", "Five\n\nmen died\n\nSo\n\nit\n\nis"),
        ("Five ~~six~~ men, ~7~ 8", "Five men, ~7~ 8"),
        # A cell ends a clause, so that no number takes the noun of the next one.
        ("| A | B |\n|---|---|\n| Peru | 5 |\n| a\\|b | |", "A; B\n\nPeru; 5\n\na|b"),
        ("Five<br>men <b>died</b><!-- 9 -->", "Five\nmen died"),
        ("<div>\n<p>Five &amp; six</p><script>9</script>\n</div>\n\nmen", "Five & six\n\nmen"),
        ("20<sup>1</sup> men, 5<sup>th</sup>", "20 men, 5th"),
        ("Five\r\nmen\r\n\r\ndied", "Five men\n\ndied"),
        ("---\ntitle: Nine\n---\nFive", "Five"),
        ("Five\n\n---\n\nmen", "Five\n\nmen"),
    ],
)
def test_what_is_read(markdown: str, text: str) -> None:
    assert article(markdown).text == text


@pytest.mark.parametrize(
    "left_out",
    [
        *("```\n9 men\n```", "~~~ sh\n9\n~~~", "    9 men", "<!-- 9\n\n9 -->", "`9`", "``9 ` 9``"),
        *("![9 men](9.png)", "![9 *men*][r]\n\n[r]: 9.png", "<http://x.org/9>", "[^9]"),
        *("<style>9</style>", "<script>\n9\n\n9\n</script>", "<img alt='9'>", "~~9 men~~"),
    ],
)
def test_what_is_left_out(left_out: str) -> None:
    assert article(f"Five died.\n\n{left_out}\n\nSo.").text == "Five died.\n\nSo."


def test_the_text_of_a_footnote_is_read_and_its_mark_is_not() -> None:
    assert article("Five[^1] men.\n\n[^1]: Or six men.").text == "Five men.\n\nOr six men."


@pytest.mark.parametrize(
    ("markdown", "title"),
    [
        ("---\ntitle: Two\n---\n# One", "Two"),
        ("## Zero\n\n# One *big* &amp; \\*\n\n# Two", "One big & *"),
        ("One\n===", "One"),
        ("## Zero", None),
    ],
)
def test_the_title(markdown: str, title: str | None) -> None:
    assert article(markdown).title == title


@pytest.mark.parametrize("markdown", ["```\n9\n```", "![9](x)", "---\ntitle: a\n---\n"])
def test_a_file_of_markup_alone_is_no_article(markdown: str) -> None:
    reading = read(markdown.encode(), "a.md")
    assert reading.articles == ()
    (problem,) = reading.problems
    assert problem.cause == "no text is left in this file without its markup"


def test_a_file_with_a_broken_front_matter_is_no_article() -> None:
    reading = read(b"---\ntitle: [\n---\nFive", "a.md")
    assert (reading.articles, len(reading.problems)) == ((), 1)


def test_a_number_takes_no_noun_of_the_next_cell() -> None:
    found = article("| A | B | C |\n|---|---|---|\n| Peru | 20 | people died |")
    assert [(c.quote, c.attribute) for c in extract(found).claims] == [("20", "number")]


# --- offsets ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("markdown", "words", "there"),
    [
        ("Five **men**", "Five men", "Five **men"),
        ("[5](http://x/5) 5 men", "5 men", "5 men"),
        ("1. 1 man", "1 man", "1 man"),
        ("> > 1 > man", "1 > man", "1 > man"),
        ("| 5 | 5 |\n|---|---|\n| 6 | 5\\|7 men |", "5|7 men", "5\\|7 men"),
        ("R\\&D &amp; 5", "& 5", "&amp; 5"),
        ("## 2 ##\n\n5 5", "5 5", "5 5"),
        ("---\ntitle: Five\n---\n\nFive", "Five", "Five"),
    ],
)
def test_words_are_found_where_they_stand(markdown: str, words: str, there: str) -> None:
    found = article(markdown)
    start = found.text.rindex(words)
    first, last = found.in_file(start, start + len(words))
    assert (first, last) == (markdown.rindex(there), markdown.rindex(there) + len(there))


PARTS = st.sampled_from(
    [
        *("Five ", "men", "&amp;", "\\*", "*", "**", "_", "~~", "`", "[", "](x)", "![", "<b>"),
        *("\n", "\n\n", "  \n", "> ", "- ", "1. ", "# ", "    ", "\t", "|", "\n|-|-|\n", "20"),
        *("<div>", "</div>", "<!-- ", "-->", "```", "[^1]", "---", "\r\n", "<sup>1</sup>", "\\|"),
    ]
)


@given(st.lists(PARTS, max_size=25))
def test_every_word_stands_in_the_file(parts: list[str]) -> None:
    markdown = f"x {''.join(parts)}"
    for _, found in read(markdown.encode(), "a.md").articles:
        assert found.file_text == markdown
        assert found.words(0, len(markdown)) == found.text
        assert found.offsets
        behind = 0
        for run in found.offsets.runs:
            assert behind <= run.file
            behind = run.file + run.width
            if run.length == run.width:
                there = markdown[run.file : run.file + run.width]
                assert found.text[run.prose : run.prose + run.length] == there


SAID = st.sampled_from(
    ["The **train** has 20 carriages.", "It killed *five* people &amp; 3 dogs.", "> 5\n> men died.",
     "- He is 5 feet tall\n- and 20", "| Peru | 5 |\n|---|---|\n| died | 20 |", "Up\\-to 7 [men](x) fled."]
)  # fmt: skip


@given(st.lists(SAID, min_size=1, max_size=4))
def test_the_words_of_a_claims_span_in_the_file_are_its_quote(said: list[str]) -> None:
    found = article("\n\n".join(said))
    for claim in extract(found).claims:
        span = found.in_file(claim.start, claim.end)
        assert found.words(*span).split() == claim.quote.split()
        assert "<" not in found.words(*found.in_file(*claim.sentence))


@pytest.mark.parametrize(
    "markdown",
    [
        *("*a " * 20_000, "*" * 50_000, "[" * 20_000, "> " * 10_000, "- " * 3_000, "[a](" * 10_000),
        *("`a``" * 10_000, "<a " * 20_000, "&amp;" * 20_000, "![" * 10_000, "~~a" * 20_000),
        "|a|b|\n|-|-|\n" + "|5|men|\n" * 10_000,
        "|a|\n|-|\n|" + "x\\|" * 20_000,
        "---\na: &a [x]\n" + "".join(f"b{n}: [*a, *a]\n" for n in range(500)) + "---\n",
    ],
)
def test_a_hostile_file_takes_no_longer_than_another(markdown: str) -> None:
    begin = time.perf_counter()
    read(f"{markdown}x".encode(), "a.md")
    assert time.perf_counter() - begin < 5
