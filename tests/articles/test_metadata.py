"""corpus.toml: what it gives, and every mistake in it with its line and column."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.articles.metadata import Ignored, iso_day_or_time, load
from claimcheck.errors import Place, UsageError


def problems(text: str | bytes) -> list[UsageError]:
    data = text if isinstance(text, bytes) else text.encode()
    return list(load(data, "corpus.toml").problems)


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("2009-01-07", "2009-01-07"),
        ("20090107", "2009-01-07"),
        ("2009-W02-3", "2009-01-07"),
        ("2009-01-07T09:30", "2009-01-07T09:30:00"),
        ("2009-01-07 09:30", "2009-01-07T09:30:00"),
        ("2009-01-07T09:30:00Z", "2009-01-07T09:30:00+00:00"),
        ("2009-01-07T09:30:00+09:00", "2009-01-07T09:30:00+09:00"),
        (date(2009, 1, 7), "2009-01-07"),
        (
            datetime(2009, 1, 7, 9, 30, tzinfo=timezone(timedelta(hours=9))),
            "2009-01-07T09:30:00+09:00",
        ),
    ],
)
def test_a_date_has_one_normal_form(written: object, normal: str) -> None:
    assert iso_day_or_time(written) == normal


@given(st.dates() | st.datetimes())
def test_the_normal_form_is_its_own(day: date) -> None:
    assert iso_day_or_time(iso_day_or_time(day)) == iso_day_or_time(day)


@pytest.mark.parametrize(
    "written", ["2009-13-07", "2009-02-29", "2009-01", "7 January 2009", "", "yesterday", 2009]
)
def test_what_is_no_iso_day_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match=r".+"):
        iso_day_or_time(written)


@pytest.mark.parametrize(
    "text",
    [
        '[documents."a.txt"]\npublished = 2009-01-07\nsource = "Reuters"\n',
        '[documents."a.txt"]\npublished = "2009-01-07"\nsource = \'Reuters\'\n',
        "[documents.'a.txt']\r\npublished = 2009-01-07\r\nsource = \"Reuters\"\r\n",
        'documents."a.txt".published = 2009-01-07\ndocuments."a.txt".source = "Reuters"',
        '[documents]\n"./a.txt" = {published = 2009-01-07, source = "Reuters", title = " "}',
        '\ufeff[documents."a.txt"]\npublished = 2009-01-07\nsource = "Reuters"\n',
    ],
)
def test_the_fields_of_a_document_are_read_however_toml_writes_them(text: str) -> None:
    metadata = load(text.encode(), "corpus.toml")
    assert metadata.problems == ()
    assert metadata.documents == {"a.txt": {"published": "2009-01-07", "source": "Reuters"}}


def test_a_reference_is_a_day_of_its_own() -> None:
    metadata = load(
        b'[documents."a.txt"]\nreference = 2009-01-08\npublished = 2009-01-07\n', "c.toml"
    )
    assert metadata.problems == ()
    assert metadata.documents["a.txt"] == {"reference": "2009-01-08", "published": "2009-01-07"}


def test_a_reference_that_is_no_day_is_a_mistake() -> None:
    (problem,) = problems('[documents."a.txt"]\nreference = "last June"\n')
    assert "`reference` is no date" in problem.cause
    assert str(problem.place) == "corpus.toml:2:1"


@pytest.mark.parametrize("text", ["", "\n \n", "# nothing known yet\n", "[documents]\n"])
def test_saying_nothing_is_no_mistake(text: str) -> None:
    metadata = load(text.encode(), "corpus.toml")
    assert (metadata.documents, metadata.problems) == ({}, ())


@pytest.mark.parametrize(
    ("text", "place", "cause", "next_step"),
    [
        # Not TOML: one mistake, for the parser goes no further.
        ('[documents."a.txt"\n', "1:19", "this is no TOML: ", "Correct it"),
        ('\n\n[documents."a.txt"]\nsource = Reuters', "4:10", "no TOML: invalid value", "Correct"),
        ('[documents."a.txt"]\npublished = 2023-02-30\n', "2:13", "invalid date", "Correct it"),
        ('[documents."a.txt"]\nsource = "Reut', "2:15", "no TOML: unterminated", "Correct it"),
        ("a = " + "[" * 20_000, None, "nested too deeply", "plain values"),
        # Unknown keys.
        ('[document."a.txt"]\n', "1:2", "unknown key `document`", 'Did you mean "documents"?'),
        (
            '[documents."a.txt"]\nsource = "AP"\npublishd = 2009-01-07\n',
            "3:1",
            "unknown key `publishd`",
            'Did you mean "published"?',
        ),
        (
            '[documents."a.txt"]\n# colour = 1\n  colour = "red"\n',
            "3:3",
            "unknown key `colour`",
            "Known here: published, reference, source, url, title, story, language",
        ),
        # Wrong types.
        (
            'documents = "a.txt"\n',
            "1:1",
            "`documents` is a string, not a table",
            '[documents."name"]',
        ),
        (
            "[documents]\n'a.txt' = 3\n",
            "2:2",
            '"a.txt" is a number, not a table',
            "tables of plain",
        ),
        (
            '[documents."a.txt"]\ntitle = ["Kim"]\n',
            "2:1",
            "`title` is a list, not a string",
            "double quotes",
        ),
        (
            '[documents."a.txt"]\ntitle = "t"\n[documents."b.txt"]\ntitle = 1984\n',
            "4:1",
            "`title` is a number, not a string",
            "double quotes",
        ),
        (
            '[documents]\n"a.txt" = {title = "t", story = true}\n',
            "2:25",
            "`story` is a boolean, not a string",
            "double quotes",
        ),
        # Impossible dates.
        (
            '[documents."a.txt"]\npublished = "2023-02-30"\n',
            "2:1",
            "`published` is no date: day is out of range for month",
            "Write an ISO 8601 day such as 2009-01-07",
        ),
        (
            '[documents."a.txt"]\npublished = 09:30:00\n',
            "2:1",
            "`published` is no date: a date or time is no date",
            "ISO 8601",
        ),
    ],
)
def test_a_mistake_has_its_line_column_and_next_step(
    text: str, place: str | None, cause: str, next_step: str
) -> None:
    (problem,) = problems(text)
    assert str(problem.place) == ("corpus.toml" if place is None else f"corpus.toml:{place}")
    assert cause in problem.cause
    assert next_step in problem.next_step
    assert problem.exit_code == 2


def test_all_the_mistakes_are_told_in_one_run_and_the_rest_is_kept() -> None:
    text = "\n".join(
        [
            'colour = "red"',
            '[documents."a.txt"]',
            "source = 7",
            'published = "soon"',
            '[documents."b.txt"]',
            'source = "AP"',
            'sauce = "AP"',
        ]
    )
    metadata = load(text.encode(), "corpus.toml")
    assert [str(problem.place) for problem in metadata.problems] == [
        "corpus.toml:1:1",
        "corpus.toml:4:1",
        "corpus.toml:3:1",
        "corpus.toml:7:1",
    ]
    assert metadata.documents == {"a.txt": {}, "b.txt": {"source": "AP"}}


def test_another_encoding_is_a_mistake_of_configuration() -> None:
    (problem,) = problems(b'[documents."a.txt"]\ntitle = "caf\xe9"\n')
    assert str(problem.place) == "corpus.toml:2:13"
    assert "not UTF-8" in problem.cause
    assert problem.exit_code == 2


def test_an_entry_for_a_document_that_is_not_there_is_stale() -> None:
    text = '[documents."0-key-point.txt"]\n\n[documents."a.txt"]\n[documents."xyz"]\n'
    metadata = load(text.encode(), "corpus.toml")
    stale = metadata.stale({"0-key-points.txt", "a.txt"})
    assert [str(problem.place) for problem in stale] == ["corpus.toml:1:13", "corpus.toml:4:13"]
    assert stale[0].cause == 'there is no article "0-key-point.txt" here'
    assert stale[0].next_step == 'Did you mean "0-key-points.txt"?'
    assert stale[1].next_step == "Correct the name or remove the entry"


@given(st.text())
def test_no_text_makes_the_reader_raise(text: str) -> None:
    load(text.encode(errors="replace"), "corpus.toml")


# --- what a document is not to be held to ---------------------------------------------------------


def ignored(text: str) -> list[Ignored]:
    read = load(text.encode(), "corpus.toml")
    assert not read.problems
    return list(read.ignored["a.txt"])


def test_a_document_may_be_kept_from_rules_each_with_its_reason_and_place() -> None:
    told = ignored(
        '[[documents."a.txt".ignore]]\nrule = "speed"\nreason = "of the convoy"\n\n'
        '[[documents."a.txt".ignore]]\nrule = "trips by plane"\nreason = "of 2019"\n'
        'quote = "one trip"\nuntil = 2027-01-31\n'
    )
    assert told == [
        Ignored("speed", "of the convoy", Place("corpus.toml", 1, 21)),
        Ignored("trips by plane", "of 2019", Place("corpus.toml", 5, 21), "one trip", "2027-01-31"),
    ]


def test_they_may_stand_in_one_line() -> None:
    told = ignored(
        "[documents]\n"
        '"a.txt" = { ignore = [{ rule = "x", reason = "y" }, { rule = "z", reason = "y" }] }'
    )
    assert [(one.rule, one.place.line) for one in told] == [("x", 2), ("z", 2)]
    assert told[0].place != told[1].place


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('ignore = "speed"', ["2:1: `ignore` is a string, not a list of tables"]),
        ('ignore = [{ rule = "x" }]', ["2:1: what is ignored has no reason"]),
        ('ignore = [{ reason = "x" }]', ["2:1: what is ignored has no rule"]),
        ('ignore = [{ rule = "x", reason = " " }]', ["2:1: what is ignored has no reason"]),
        (
            'ignore = [{ rule = "x", reason = 1 }]',
            ["2:1: `reason` is a number, not a string", "2:1: what is ignored has no reason"],
        ),
        (
            'ignore = [{ rule = "x", reason = "y", untill = 2027-01-31 }]',
            ["2:1: unknown key `untill`"],
        ),
        (
            'ignore = [{ rule = "x", reason = "y", until = "soon" }]',
            ["2:1: `until` is no day: soon"],
        ),
        (
            "ignore = [1]",
            ["2:1: what is ignored has no rule", "2:1: what is ignored has no reason"],
        ),
    ],
)
def test_what_is_wrong_with_it_is_named(written: str, said: list[str]) -> None:
    told = [str(p) for p in problems(f'[documents."a.txt"]\n{written}\n')]
    assert [line.partition(". ")[0] for line in told] == [f"corpus.toml:{one}" for one in said]
