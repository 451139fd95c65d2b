"""JSON Lines: good lines are read, each bad one is named."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.articles.article import Article
from claimcheck.articles.jsonl import read

GOOD = '{"id": "good", "text": "The train had 20 carriages."}'


def test_every_field_of_a_record_is_on_its_article() -> None:
    line = (
        '{"id": "a", "text": "T\\r\\n", "title": "H", "source": "AP", "url": "u", "story": "s",'
        ' "published": "2019-04-24", "reference": "2019-04-25", "language": "en", "quantities": []}'
    )
    (found,) = read(line.encode(), "x.jsonl").articles
    place, article = found
    assert str(place) == "x.jsonl:1"
    assert article == Article(
        id="a",
        text="T\r\n",
        path="x.jsonl",
        title="H",
        source="AP",
        url="u",
        published="2019-04-24",
        reference="2019-04-25",
        story="s",
        language="en",
        line=1,
    )


def test_null_and_blank_say_nothing() -> None:
    line = b'{"id": "a", "text": "T", "title": null, "source": " "}'
    ((_, article),) = read(line, "x.jsonl").articles
    assert (article.title, article.source) == (None, None)


def test_blank_lines_and_windows_line_ends_are_no_mistakes() -> None:
    reading = read(f"\n{GOOD}\r\n\r\n".encode(), "x.jsonl")
    assert reading.problems == ()
    assert [str(place) for place, _ in reading.articles] == ["x.jsonl:2"]


def test_a_line_separator_inside_a_string_ends_no_line() -> None:
    ((_, article),) = read('{"id": "a", "text": "a\u2028b\x85c"}'.encode(), "x.jsonl").articles
    assert article.text == "a\u2028b\x85c"


@pytest.mark.parametrize(
    ("line", "column", "cause", "next_step"),
    [
        ('{"id": "a", "text": "t"', 24, "this line is no JSON", "Write one JSON object a line"),
        ('{"id": "a" "text": "t"}', 12, "this line is no JSON: expecting ','", "Write one JSON"),
        ("Kim's train", 1, "this line is no JSON: expecting value", "Write one JSON object"),
        ("[" * 100_000, 1, "nests too deeply", "flat"),
        ('{"id": "a", "text": "t", "n": ' + "1" * 5000 + "}", 1, "a number is too long", "flat"),
        ('["a", "t"]', 1, "this line is a list, not an object", '{"id": "…", "text": "…"}'),
        ("null", 1, "this line is null, not an object", "Write {"),
        ('{"text": "t"}', 1, "`id` is missing", 'Add "id"'),
        ('{"id": null, "text": "t"}', 2, "`id` is missing", 'Add "id"'),
        ('{"id": " ", "text": "t"}', 2, "`id` is empty", 'Fill in "id"'),
        ('{"id": 7, "text": "t"}', 2, "`id` is a number, not a string", "in quotes"),
        ('{"id": "a"}', 1, "`text` is missing", 'Add "text"'),
        ('{"id": "a", "text": "\\n "}', 13, "`text` is empty", 'Fill in "text"'),
        ('{"id": "a", "text": ["t"]}', 13, "`text` is a list, not a string", "in quotes"),
        (
            '{"id": "\\"story\\": 1", "text": "t", "story": {}}',
            37,
            "`story` is a table, not a string",
            "in double quotes",
        ),
        (
            '{"id": "a", "text": "t", "reference": "last June"}',
            26,
            "`reference` is no date",
            "Write an ISO 8601 day",
        ),
        (
            '{"id": "a", "text": "t", "published": "2019-02-30"}',
            26,
            "`published` is no date: day is out of range",
            "2009-01-07",
        ),
        (
            '{"id": "a", "text": "t", "published": "26-FEB-1987"}',
            26,
            "`published` is no date: Invalid isoformat string: '26-FEB-1987'",
            "ISO 8601",
        ),
        (
            '{"id": "a", "text": "t", "published": 1987}',
            26,
            "`published` is no date: a number is no date",
            "ISO 8601",
        ),
        (
            '{"id": "a", "text": "\\ud83d"}',
            13,
            "`text` holds half of a surrogate pair",
            "Write the whole character",
        ),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(
    line: str, column: int, cause: str, next_step: str
) -> None:
    reading = read(f"{GOOD}\n{line}\n{GOOD}\n".encode(), "x.jsonl")
    assert [article.id for _, article in reading.articles] == ["good", "good"]
    (problem,) = reading.problems
    assert str(problem.place) == f"x.jsonl:2:{column}"
    assert cause in problem.cause
    assert next_step in problem.next_step
    assert problem.exit_code == 5


def test_all_the_mistakes_of_a_line_are_told_at_once() -> None:
    reading = read(b'{"id": 7, "url": 1, "published": "soon"}', "x.jsonl")
    fields = [problem.cause.split("`")[1] for problem in reading.problems]
    assert sorted(fields) == ["id", "published", "text", "url"]


def test_a_line_in_another_encoding_does_not_spoil_the_rest() -> None:
    data = GOOD.encode() + b'\n{"id": "b", "text": "caf\xe9"}\n' + GOOD.encode()
    reading = read(data, "x.jsonl")
    assert len(reading.articles) == 2
    (problem,) = reading.problems
    assert str(problem.place) == "x.jsonl:2:25"
    assert "byte 0xe9" in problem.cause
    assert "iconv -f " in problem.next_step


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", "the file is empty"),
        (b"\n \n", "the file holds only white space"),
        (b"\x1f\x8b\x08", "gzip"),
        (b'{"id": "a"\0}', "binary"),
    ],
)
def test_what_is_no_text_is_no_jsonl(data: bytes, cause: str) -> None:
    reading = read(data, "x.jsonl")
    (problem,) = reading.problems
    assert reading.articles == ()
    assert cause in problem.cause


def test_marked_utf16_is_read() -> None:
    ((_, article),) = read(GOOD.encode("utf-16"), "x.jsonl").articles
    assert article.id == "good"


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(st.fixed_dictionaries({"id": json_values, "text": json_values}) | json_values)
def test_a_line_is_an_article_or_a_mistake(value: object) -> None:
    reading = read(json.dumps(value).encode(), "x.jsonl")
    assert bool(reading.articles) != bool(reading.problems)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip))
def test_the_text_of_a_record_is_untouched(text: str) -> None:
    ((_, article),) = read(json.dumps({"id": "a", "text": text}).encode(), "x.jsonl").articles
    assert article.text == text
