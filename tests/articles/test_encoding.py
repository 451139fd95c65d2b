"""From bytes to text: what is kept, what is refused, and what the refusal says."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.articles.encoding import decoded
from claimcheck.articles.plain import read
from claimcheck.errors import InputError

ARTICLE = "Kim’s train – a “fortress” – reached Khasan.\r\nIt had more than 20 carriages.\r"

# Text that is an article: not blank, and without the characters that only binary files have.
prose = st.text(
    st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff"), min_size=1
).filter(lambda text: text.strip() and not text.lstrip().lower().startswith(("<html", "<!doc")))
line_ends = st.sampled_from(["\n", "\r\n", "\r", "\u2028", "\f", "\x85", "\t"])


@given(st.lists(st.tuples(prose, line_ends), min_size=1))
def test_the_text_is_the_bytes_decoded_and_nothing_else(lines: list[tuple[str, str]]) -> None:
    text = "".join(line + end for line, end in lines)
    assert decoded(text.encode(), "a.txt").encode() == text.encode()


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_tells_the_encoding_and_is_no_text(mark: bytes, codec: str) -> None:
    assert decoded(mark + ARTICLE.encode(codec), "a.txt") == ARTICLE


def refusal(data: bytes, path: str = "a.txt") -> InputError:
    reading = read(data, path)
    assert reading.articles == ()
    (problem,) = reading.problems
    assert isinstance(problem, InputError)
    assert problem.exit_code == 5
    return problem


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", "the file is empty"),
        (codecs.BOM_UTF8, "the file is empty"),
        (b" \r\n\t\xc2\xa0\n", "the file holds only white space"),
    ],
)
def test_a_file_without_words_is_no_article(data: bytes, cause: str) -> None:
    problem = refusal(data)
    assert (str(problem.place), problem.cause) == ("a.txt", cause)
    assert "Put the article's text into it" in problem.next_step


@pytest.mark.parametrize(
    ("data", "looks_like", "next_step"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF document", "Save its text"),
        (b"PK\x03\x04\x14\x00", "a ZIP archive or an Office document such as .docx", "Save its"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Office document", "Save its text"),
        (b"{\\rtf1\\ansi Kim}", "an RTF document", "Save its text"),
        (b"\n<!DOCTYPE html><p>Kim", "an HTML page", "Save it under a name that ends in .html"),
        (b"<HTML><p>Kim", "an HTML page", "Save it under a name that ends in .html"),
        (b"\xef\xbb\xbf<html><p>Kim", "an HTML page", "Save it under a name that ends in .html"),
        (b"\x1f\x8b\x08\x00", "a gzip archive", "Unpack it first"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image", "Leave it out"),
        (b"\xff\xd8\xff\xe0", "a JPEG image", "Leave it out"),
        (b"PAR1\x15\x04", "a Parquet file", ".jsonl"),
        (b'{\n "schema": "claimcheck.findings/1",', "a saved run", "claimcheck report FILE"),
        (b'{"schema":"claimcheck.draft/1",', "a saved run", "claimcheck report FILE"),
    ],
)
def test_a_known_format_is_called_by_its_name(data: bytes, looks_like: str, next_step: str) -> None:
    problem = refusal(data)
    assert f"it looks like {looks_like}" in problem.cause
    assert next_step in problem.next_step
    assert str(problem.place) == "a.txt"


def test_a_nul_byte_makes_a_file_binary_and_is_placed() -> None:
    problem = refusal("Kim’s train\nhad \0 carriages".encode())
    assert "binary" in problem.cause
    assert str(problem.place) == "a.txt:2:5"


def test_many_control_bytes_make_a_file_binary() -> None:
    problem = refusal(b"\x01\x02Kim\x03")
    assert problem.cause == "the file is binary: 3 of its 6 bytes are control characters"


def test_a_stray_control_byte_of_wire_copy_is_text() -> None:
    assert decoded(b"The train had more than 20 carriages. REUTER\x03", "a.txt").endswith("\x03")


@pytest.mark.parametrize(("codec", "name"), [("utf-16-le", "UTF-16LE"), ("utf-16-be", "UTF-16BE")])
def test_utf16_without_a_mark_is_told_from_binary(codec: str, name: str) -> None:
    problem = refusal(ARTICLE.encode(codec))
    assert problem.cause == f"the file looks like {name} without a byte order mark"
    assert problem.next_step == f"Convert it: iconv -f {name} -t UTF-8 a.txt"


def test_the_first_byte_that_is_not_utf8_is_placed_and_named() -> None:
    # The column counts characters, not bytes: ’ is one of the former and three of the latter.
    data = "Kim’s train\r\nKim’s caf".encode() + b"\xe9 of 1970"
    problem = refusal(data)
    assert str(problem.place) == "a.txt:2:10"
    assert problem.cause == "the file is not UTF-8: byte 0xe9"


def test_a_broken_byte_among_good_utf8_is_not_for_conversion() -> None:
    problem = refusal("Kim’s caf".encode() + b"\xe9 of 1970")
    assert problem.next_step == "It is UTF-8 up to there: correct the byte in an editor"


def test_the_command_that_converts_the_file_is_ready_to_run() -> None:
    problem = refusal(b"Kim went to the caf\xe9 of Khasan.\n", "folder/a b.txt")
    assert problem.next_step == "Convert it: iconv -f CP1252 -t UTF-8 'folder/a b.txt'"


def test_columns_do_not_count_the_byte_order_mark() -> None:
    assert str(refusal(codecs.BOM_UTF8 + b"caf\xe9").place) == "a.txt:1:4"


def test_curly_quotes_of_windows_are_recognised() -> None:
    quoted = "Kim’s visit will be a “full-scale visit”, Mr Peskov said in a video – posted online."
    problem = refusal(quoted.encode("cp1252"))
    assert "byte 0x92; it may be CP1252" in problem.cause


def test_where_nothing_can_be_guessed_the_command_says_what_to_fill_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("claimcheck.articles.encoding._guess", lambda data, offset: "")
    assert "iconv -f X -t UTF-8 a.txt, where X is" in refusal(b"caf\xe9").next_step


def test_half_a_character_at_the_end_of_utf16_is_refused() -> None:
    problem = refusal(codecs.BOM_UTF16_LE + "Kim".encode("utf-16-le") + b"x")
    assert problem.cause.startswith("the file is marked as UTF-16-LE, but byte 9 ")


@given(st.binary())
def test_bytes_are_read_or_refused_and_never_raise(data: bytes) -> None:
    reading = read(data, "a.txt")
    assert len(reading.articles) + len(reading.problems) == 1
