"""Places: what an editor and a tool find there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import claimcheck
from claimcheck.articles.article import Article
from claimcheck.document import Document, findings_document
from claimcheck.errors import Place
from claimcheck.gate.places import address, at, file_of, place, relative, whereabouts


def document(name: str, path: str | None) -> Document:
    """How the findings document names an article."""
    result = claimcheck.check([Article(name, "Text.", path=path)])
    [one] = findings_document(result, version="0").documents
    return one


@pytest.mark.parametrize(
    ("path", "name", "shown"),
    [
        (None, "stdin", "stdin"),
        ("corpus/a.txt", "a.txt", "corpus/a.txt"),
        ("corpus/x/a.txt", "x/a.txt", "corpus/x/a.txt"),
        ("a.txt", "here/a.txt", "a.txt"),
        # Of an article in a file of many a line is one of its text, and not of the file.
        ("corpus/all.jsonl", "37", "corpus/all.jsonl#37"),
        ("corpus/all.jsonl", "l", "corpus/all.jsonl#l"),
    ],
)
def test_whereabouts_lead_to_the_text(path: str | None, name: str, shown: str) -> None:
    assert whereabouts(document(name, path)) == shown


# --- paths --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "folder", "shown"),
    [
        ("seeds/a.txt", "/home/ada/news", "seeds/a.txt"),
        ("./seeds/../seeds/a.txt", "/home/ada/news", "seeds/a.txt"),
        ("/home/ada/news/seeds/a.txt", "/home/ada/news", "seeds/a.txt"),
        ("/home/ada/news/seeds/a.txt", "/home/ada/news/", "seeds/a.txt"),
        ("/home/ada/newspaper/a.txt", "/home/ada/news", "../newspaper/a.txt"),
        ("/srv/a.txt", "/", "srv/a.txt"),
        ("C:/news/seeds/a.txt", "C:/news", "seeds/a.txt"),
        ("../a.txt", "/home/ada/news", "../a.txt"),
        # Two spaces are another name than one.
        ("two  spaces.txt", "", "two  spaces.txt"),
        ("/srv/a.txt", "", "/srv/a.txt"),
    ],
)
def test_a_path_leads_from_the_folder_of_the_run(path: str, folder: str, shown: str) -> None:
    assert relative(path, folder) == shown


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("seeds/a.txt", "desk/seeds/a.txt"),
        ("./seeds/a.txt", "desk/seeds/a.txt"),
        ("../a.txt", "a.txt"),
        ("../../elsewhere/a.txt", "../elsewhere/a.txt"),
        ("/home/ada/news/a.txt", "a.txt"),
        ("/home/ada/news/desk/a.txt", "desk/a.txt"),
    ],
)
def test_a_path_that_was_typed_in_a_folder_below_leads_through_it(path: str, shown: str) -> None:
    assert relative(path, "/home/ada/news", "/home/ada/news/desk") == shown


def test_an_article_from_standard_input_has_a_name_and_no_path() -> None:
    where = file_of(document("stdin", None), "/home/ada")
    assert (where.name, where.path) == ("stdin", None)


@pytest.mark.parametrize(
    ("told", "path", "line", "shown"),
    [
        (Place("/home/ada/a.toml", 3, 7), "a.toml", 3, "/home/ada/a.toml:3:7"),
        (Place("a.toml"), "a.toml", None, "a.toml"),
        (Place("-", 3), None, None, "-:3"),
    ],
)
def test_the_place_of_a_mistake(told: Place, path: str, line: int, shown: str) -> None:
    where = at(told, "/home/ada")
    assert where is not None
    assert (where.path, where.line, where.shown) == (path, line, shown)


@pytest.mark.parametrize("nowhere", [None, Place("")])
def test_of_no_place_none_is_told(nowhere: Place | None) -> None:
    assert at(nowhere, "") is None


def test_an_address_is_one_line() -> None:
    assert address("a  b\nc\u2028d\t\x00\u202e") == "a  b\ufffdc\ufffdd\ufffd\ufffd\ufffd"


# --- lines and columns --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text_", "word", "expected"),
    [
        ("word", "word", "1:1"),
        ("a word", "word", "1:3"),
        ("one\ntwo word", "word", "2:5"),
        ("one\n\nword", "word", "3:1"),
        # Line ends of every system are one line end.
        ("one\r\ntwo word", "word", "2:5"),
        ("one\rtwo word", "word", "2:5"),
        ("one\r\n\r\nword", "word", "3:1"),
        ("one\n\rword", "word", "3:1"),
        # Columns count code points: an emoji is one, an accent of its own another.
        ("🚂🚂 word", "word", "1:4"),
        ("e\u0301 word", "word", "1:4"),
        ("é word", "word", "1:3"),
        ("\tword", "word", "1:2"),
        ("\ufeffword", "word", "1:2"),
        # What only Unicode takes for a line end is none in an editor.
        ("one\u2028two word", "word", "1:9"),
        ("one\x0cword", "word", "1:5"),
    ],
)
def test_a_place_is_the_line_and_column_of_an_editor(text_: str, word: str, expected: str) -> None:
    assert place(Article("a", text_), text_.index(word)) == expected


@given(
    st.text(alphabet=st.sampled_from("ab \n🚂é"), max_size=40),
    st.sampled_from("\n \r \r\n".split(" ")),
)
def test_a_place_leads_back_to_its_word(article: str, line_end: str) -> None:
    raw = article.replace("\n", line_end)
    lines = raw.split(line_end)
    for offset, sign in enumerate(raw):
        if sign not in "\r\n":
            line, column = map(int, place(Article("a", raw), offset).split(":"))
            assert lines[line - 1][column - 1] == sign
