"""Dates and moments: what is read, to which days, and what is not.

The examples of dates.toml are run here, each against the anchor that the table names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.quantities.calendar.dates import TABLE, DateSpan, Moment, dates
from claimcheck.quantities.calendar.moments import LEADS, moment, shifted
from claimcheck.quantities.numerals import fold


def found(text: str) -> list[tuple[str, str]]:
    return [(text[span.start : span.end], span.iso) for span in dates(fold(text))]


@pytest.mark.parametrize(
    ("text", "surface", "iso"),
    [
        # a day
        ("on April 24, 2019 in", "April 24, 2019", "2019-04-24"),
        ("on April 24 2019", "April 24 2019", "2019-04-24"),
        ("on April 24th, 2019", "April 24th, 2019", "2019-04-24"),
        ("on Sept. 3, 2001,", "Sept. 3, 2001", "2001-09-03"),
        ("on 24 April 2019", "24 April 2019", "2019-04-24"),
        ("on the 3rd of May, 2019", "3rd of May, 2019", "2019-05-03"),
        ("on 2019-04-24", "2019-04-24", "2019-04-24"),
        ("JUNE 30, 2019:", "JUNE 30, 2019", "2019-06-30"),
        # several days
        ("Feb. 26-28, 2019: Kim", "Feb. 26-28, 2019", "2019-02-26/2019-02-28"),
        ("June 10–12, 2018", "June 10–12, 2018", "2018-06-10/2018-06-12"),
        ("26-28 February 2019", "26-28 February 2019", "2019-02-26/2019-02-28"),
        # a month
        ("March 2018: Kim", "March 2018", "2018-03"),
        ("in March of 2018", "March of 2018", "2018-03"),
        ("Dec, 2018", "Dec, 2018", "2018-12"),
        ("February 2020", "February 2020", "2020-02"),
        # a year behind a word of time
        ("in 2004, he", "in 2004", "2004"),
        ("Since 2011 he", "Since 2011", "2011"),
        ("in 2000 was", "in 2000", "2000"),
        ("in 2000 his", "in 2000", "2000"),
        ("until 1999.", "until 1999", "1999"),
    ],
)
def test_a_date_is_read(text: str, surface: str, iso: str) -> None:
    assert found(text) == [(surface, iso)]


@pytest.mark.parametrize(
    "text",
    [
        # a count, as nothing is more or less than a year
        "fewer than 1381 cases",
        "more than 1999 people",
        # no such day
        "April 31, 2019",
        "February 29, 2019",
        "March 0, 2019",
        "2019-13-24",
        "2019-04-31",
        "June 30-2, 2019",
        # no year
        "April 24",
        "may 24 people",
        "2004",
        "April 24, 2019.5",
        "April 24, 20190",
        # numbers of things
        "in 2004 people",
        "of 2000 troops",
        "by 1500 soldiers",
        "in 2000km",
        "of 2000 men",
        "in 2010-11",
        "in 2,004",
        "in 1066",
        # inside a word
        "dismay 24, 2019x",
        "within 2004",
        "x-april 24, 2019x",
    ],
)
def test_no_date_is_read(text: str) -> None:
    assert found(text) == []


def test_the_longest_date_is_read_and_none_twice() -> None:
    assert found("in April 24, 2019, March 2018 and in 2004") == [
        ("April 24, 2019", "2019-04-24"),
        ("March 2018", "2018-03"),
        ("in 2004", "2004"),
    ]


def test_an_impossible_day_leaves_the_month() -> None:
    assert found("31 June 2019") == [("June 2019", "2019-06")]


def test_only_a_part_of_the_text_may_be_read() -> None:
    text = "in 2004, in 2011, in 2018"
    assert [span.iso for span in dates(text, 8, 17)] == ["2011"]


@pytest.mark.parametrize(
    ("first", "last", "iso"),
    [
        (date(2019, 4, 24), date(2019, 4, 24), "2019-04-24"),
        (date(2019, 1, 1), date(2019, 12, 31), "2019"),
        (date(2020, 2, 1), date(2020, 2, 29), "2020-02"),
        (date(2019, 2, 1), date(2019, 2, 27), "2019-02-01/2019-02-27"),
        (date(2019, 12, 30), date(2020, 1, 2), "2019-12-30/2020-01-02"),
        (date(2019, 1, 1), date(2020, 12, 31), "2019-01-01/2020-12-31"),
        (date(2019, 1, 1), date(2020, 1, 31), "2019-01-01/2020-01-31"),
    ],
)
def test_the_shortest_form_says_the_same_days(first: date, last: date, iso: str) -> None:
    assert DateSpan(0, 0, first, last).iso == iso


MONTHS = (
    "January February March April May June July August September October November December".split()
)


@given(st.dates(date(1500, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_in_every_form(day: date) -> None:
    month = MONTHS[day.month - 1]
    forms = [
        f"{month} {day.day}, {day.year}",
        f"{month[:3]}. {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        day.isoformat(),
    ]
    for form in forms:
        assert found(form) == [(form, day.isoformat())]


PIECES = ["april ", "24", ", ", "2019", "in ", "-", "may ", "of ", "x", "30 ", "."]


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join)))
def test_any_text_gives_dates_in_order(text: str) -> None:
    end = 0
    for span in dates(fold(text)):
        assert end <= span.start < span.end <= len(text)
        assert span.first <= span.last
        end = span.end


# ---------------------------------------------------------------------- moments at their place

ANCHOR: date = TABLE["anchor"]
PLACE = re.compile(r"\d+|[^\W\d_]+")
SECTIONS = [name for name, section in TABLE.items() if isinstance(section, dict)]


def moments(text: str, anchor: date | None = ANCHOR) -> Iterator[Moment]:
    """What a reader finds that tries every digit run and every word that may lead."""
    folded = fold(text)
    taken = 0
    for place in PLACE.finditer(folded):
        begins = place.start()
        if begins < taken or (begins and folded[begins - 1].isalnum()):
            continue
        if folded[begins] in "0123456789" or place[0] in LEADS:
            read = moment(text, folded, begins, anchor)
            if read:
                yield read
                taken = read.end


def shown(read: Moment) -> str:
    """A moment as the table writes it: 1987-03-18, 12:00 gmt, "?" where nobody knows."""
    if read.kind == "time":
        until = (
            f"/{_hour(read.high - 1)}"
            if read.low and read.high and read.high > read.low + 1
            else ""
        )
        return f"{_hour(read.low)}{until} {read.zone or ''}".strip()
    return (read.iso or "?") + (
        f"T{_hour(read.low)}/{_hour(read.high)}" if read.low is not None else ""
    )


def _hour(minute: int | None) -> str:
    return "?" if minute is None else f"{minute // 60:02}:{minute % 60:02}"


def examples(kind: str) -> list[Any]:
    return [example for name in SECTIONS for example in TABLE[name].get(kind, [])]


@pytest.mark.parametrize(("text", "said"), [(text, said) for text, *said in examples("reads")])
def test_an_example_of_the_table_reads_as_it_says(text: str, said: list[str]) -> None:
    assert [shown(read) for read in moments(text)] == said


@pytest.mark.parametrize("text", examples("refuses"))
def test_an_example_that_the_table_refuses_is_not_read(text: str) -> None:
    assert list(moments(text)) == []


def test_every_table_of_words_has_examples_of_both() -> None:
    for name in SECTIONS:
        assert TABLE[name]["reads"], name
        # What says the future turns a date and makes none: its refusals are dates that look back.
        assert name == "ahead" or TABLE[name]["refuses"], name


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The vote on March 12, 1987, was", "March 12, 1987"),
        ("on Sept. 3, he", "Sept. 3"),
        ("in September.", "September"),
        ("from 1986/87 to", "1986/87"),
        ("in last year's profit", "last year"),
        ("It was the day after tomorrow, then", "the day after tomorrow"),
        ("in the '60s.", "'60s"),
        ("on Friday, March 6, it", "Friday, March 6"),
        ("left Sunday afternoon for", "Sunday afternoon"),
        ("as late as early next month", "early next month"),
        ("at 7:37 a.m. local time, she", "7:37 a.m. local time"),
        ("at 5 p.m. EST on", "5 p.m. EST"),
        ("in the third quarter of last year, as", "third quarter of last year"),
    ],
)
def test_a_moment_covers_the_words_that_say_it(text: str, surface: str) -> None:
    assert [text[read.start : read.end] for read in moments(text)] == [surface]


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("1987", True),
        ("1987-1990", True),
        ("1987-03", True),
        ("1986/87", False),
        ("mid-1987", False),
        ("June 1987", False),
        ("the 1980s", False),
        ("fiscal 1987", False),
    ],
)
def test_only_a_number_that_could_count_is_bare(text: str, bare: bool) -> None:
    (read,) = moments(text)
    assert read.bare is bare


@pytest.mark.parametrize(
    ("text", "anchored"),
    [("on Friday", True), ("in June", True), ("last year", True), ("today", True),
     ("June 1986", False), ("the 1980s", False), ("1987-03-12", False)],
)  # fmt: skip
def test_what_leans_on_the_anchor_says_so_and_is_open_without_one(
    text: str, anchored: bool
) -> None:
    (read,) = moments(text)
    (alone,) = moments(text, anchor=None)
    assert read.anchored is alone.anchored is anchored
    assert (alone.iso is None) is anchored
    assert (alone.start, alone.end) == (read.start, read.end)


@pytest.mark.parametrize(
    ("text", "anchor", "iso"),
    [
        # The latest, up to and including the day of the article …
        ("Wednesday", date(2019, 4, 24), "2019-04-24"),
        ("Thursday", date(2019, 4, 24), "2019-04-18"),
        ("April 24", date(2019, 4, 24), "2019-04-24"),
        ("in April", date(2019, 4, 2), "2019-04"),
        ("in September", date(2019, 4, 24), "2018-09"),
        ("October 2", date(2019, 4, 24), "2018-10-02"),
        # … the next where the text says the future …
        ("to be set for Thursday", date(2019, 4, 24), "2019-04-25"),
        ("will close in September", date(2019, 4, 24), "2019-09"),
        ("they\u2019ll return on October 2", date(2019, 4, 24), "2019-10-02"),
        # … unless a sentence ends between, or it is as good as a year away …
        ("He will. In September it", date(2019, 4, 24), "2018-09"),
        ("a revision is expected in March", date(2019, 4, 24), "2019-03"),
        # … however near the next one is.
        ("June 5", date(2019, 4, 24), "2018-06-05"),
        ("May 5 to 8", date(2019, 4, 24), "2018-05-05/2018-05-08"),
        ("April 25", date(2019, 4, 24), "2018-04-25"),
        ("January 2", date(2018, 12, 28), "2018-01-02"),
        ("we must leave on January 2", date(2018, 12, 28), "2019-01-02"),
        # Leap days, ends of months and of years.
        ("February 29", date(2019, 6, 1), "2016-02-29"),
        ("by the 31st", date(2019, 3, 1), "2019-01-31"),
        ("last month", date(2019, 1, 31), "2018-12"),
        ("last quarter", date(2019, 2, 1), "2018-10-01/2018-12-31"),
        ("next week", date(2018, 12, 31), "2019-01-07/2019-01-13"),
        ("last winter", date(2019, 4, 1), "2018-12-01/2019-02-28"),
        ("Nov-Feb", date(2019, 4, 1), "2018-11-01/2019-02-28"),
        ("last Friday", date(2019, 4, 26), "2019-04-19"),
    ],
)
def test_what_leans_on_the_anchor_looks_back_from_it(text: str, anchor: date, iso: str) -> None:
    assert [read.iso for read in moments(text, anchor)] == [iso]


@pytest.mark.parametrize(
    "text",
    [
        "call 1-800-555-1234", "at 192.168.1.1", "a 3-2 win", "a 16:9 screen", "up 10-1/2 points",
        "a 24-year-old", "the next 5 days", "from 9 to 5", "the 22nd Amendment", "the Second World War",
        "the 1st Battalion", "Mr. March", "María", "a 5km run", "12,345", "June-bug 5000",
        "Monday-Friday", "the last of them", "early on", "mid-week", "fy", "q5", "31/31/2019",
    ],
)  # fmt: skip
def test_no_moment_begins_where_none_is_meant(text: str) -> None:
    assert [read for read in moments(text) if text[read.start : read.end] != "June"] == []


@pytest.mark.parametrize(
    "text", ["31 June", "2/29/2019", "2019-02-30", "the 32nd", "25:00", "9:75"]
)
def test_an_impossible_one_is_not_read(text: str) -> None:
    assert moment(text, fold(text), 0, ANCHOR) is None


@pytest.mark.parametrize(
    ("said", "unit", "count", "iso"),
    [
        ("two days ago", "day", 2, "1987-03-16"),
        ("a year ago", "year", 1, "1986-03-18"),
        ("two weeks from now", "week", 2, "1987-04-01"),
        ("four days from yesterday", "day", 4, "1987-03-21"),
        ("three weeks from tomorrow", "weeks", 3, "1987-04-09"),
        ("two days after today", "day", 2, "1987-03-20"),
        ("two days before yesterday", "days", 2, "1987-03-15"),
        ("two sundays from now", "sunday", 2, "1987-03-29"),
        ("two mondays later", "monday", 2, "1987-03-30"),
        ("a fortnight ago", "fortnight", 1, "1987-03-04"),
        ("half a year ago", "year", 0.5, "1986-09-18"),
        ("five business days ago", "business day", 5, "1987-03-11"),
        # of a day that the story tells
        ("a year earlier", "year", 1, None),
        ("two days later", "day", 2, None),
        ("two days before the vote", "day", 2, None),
        # no days
        ("two hours ago", "hour", 2, None),
        ("two miles from now", "mile", 2, None),
        ("two days of talks", "day", 2, None),
        # beyond the calendar
        ("9000 years ago", "year", 9000, None),
    ],
)
def test_a_duration_leads_from_the_anchor_to_a_day(
    said: str, unit: str, count: float, iso: str | None
) -> None:
    match = re.compile(r"(?:day|year|week|sunday|monday|fortnight|hour|mile)s?").search(said)
    assert match
    read = shifted(said, unit, count, match.end(), ANCHOR, start=0)
    assert (read and read.iso) == iso
    if read:
        assert said[read.start : read.end] == said
    assert shifted(said, unit, count, match.end(), None, start=0) is None


def test_a_duration_of_several_units_leads_to_a_day() -> None:
    said = "he will leave 1 year 10 days later"
    read = shifted(said, "day", 10, said.index(" later"), ANCHOR, also=[(1, "year")])
    assert read
    assert read.iso == "1988-03-28"


@pytest.mark.parametrize(
    ("said", "unit", "iso"),
    [
        ("settled in three business days", "business day", "1987-03-23"),
        ("we'll meet in three weeks", "week", "1987-04-08"),
        ("the first rise in three weeks", "week", None),
        ("within three weeks", "week", None),
    ],
)
def test_a_duration_led_by_in_is_a_day_where_it_says_the_future(
    said: str, unit: str, iso: str | None
) -> None:
    read = shifted(said, unit, 3, len(said), ANCHOR, start=said.index("three"))
    assert (read and read.iso) == iso


@pytest.mark.parametrize("count", range(1, 13))
@pytest.mark.parametrize("weekday", range(5))
def test_business_days_forth_and_back_end_where_they_began(weekday: int, count: int) -> None:
    begun = date(1987, 3, 16) + timedelta(weekday)
    forth = shifted("", "business day", count, 0, begun, start=-1)
    assert forth is None  # nothing says where to
    there = shifted(" from now", "business day", count, 0, begun)
    assert there
    assert there.first
    back = shifted(" ago", "business day", count, 0, there.first)
    assert back
    assert back.first == begun


# ------------------------------------------------------------------------------------- laws

anchors = st.dates(date(1200, 1, 1), date(2098, 12, 31))
WHOLES = ["year", "month", "week", "quarter", "weekend", *MONTHS, "spring", "Monday", "Friday"]


@given(anchors, st.sampled_from(WHOLES))
def test_the_last_one_is_never_after_the_anchor(anchor: date, what: str) -> None:
    (read,) = moments(f"last {what}", anchor)
    assert read.last
    assert read.last < anchor


@given(anchors, st.sampled_from(WHOLES))
def test_the_next_one_is_never_before_the_anchor(anchor: date, what: str) -> None:
    (read,) = moments(f"next {what}", anchor)
    assert read.first
    assert read.first > anchor


@given(anchors, st.sampled_from(["year", "month", "week", "quarter"]))
def test_this_one_holds_the_anchor_and_its_neighbours_touch_it(anchor: date, what: str) -> None:
    last, this, coming = (
        next(moments(f"{word} {what}", anchor)) for word in ("last", "this", "next")
    )
    assert last.last
    assert this.first
    assert this.last
    assert coming.first
    assert this.first <= anchor <= this.last
    assert last.last + timedelta(1) == this.first
    assert this.last + timedelta(1) == coming.first


@given(anchors, st.sampled_from(["Monday", "Sunday", *MONTHS, "5 May", "Dec. 31", "Feb 29"]))
def test_what_names_no_year_is_within_one_of_the_anchor(anchor: date, said: str) -> None:
    (read,) = moments(f"in {said}", anchor)
    assert read.first
    assert abs((read.first - anchor).days) <= (8 * 366 if said == "Feb 29" else 366)


@given(anchors, st.sampled_from(["Monday", "5 May", "Dec. 31", "March 8", "10/31", *MONTHS]))
def test_what_names_no_year_is_never_ahead_unless_the_text_says_so(anchor: date, said: str) -> None:
    (read,) = moments(f"it was open since {said}", anchor)
    (coming,) = moments(f"it will open since {said}", anchor)
    assert read.first
    assert coming.first
    assert read.first <= anchor
    assert coming.first >= read.first


@given(st.dates(date(1100, 1, 1), date(2099, 12, 31)), st.one_of(st.none(), anchors))
def test_a_day_with_its_year_needs_no_anchor(day: date, anchor: date | None) -> None:
    month = MONTHS[day.month - 1]
    forms = [
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"{month[:3].lower()} . {day.day} , {day.year}",
        f"{day.month:02}/{day.day:02}/{day.year}",
        day.isoformat(),
    ]
    for form in forms:
        assert [(r.iso, r.anchored) for r in moments(form, anchor)] == [(day.isoformat(), False)]


WORDS = [
    *sorted(LEADS), "of ", " ", " ", ", ", "-", "/", ".", ":", "'", "the ", "on ", "in ", "will ",
    "1", "15", "31", "1987", "2019", "2120", "to ", "by ", "eighties", "tonight", "in the morning", "st", "th", "s", "pm", "p.m.", " gmt", "week", "month",
    "quarter", "century", "\n", "é", "½",
]  # fmt: skip


@given(
    st.one_of(st.text(), st.lists(st.sampled_from(WORDS), max_size=12).map("".join)),
    st.one_of(st.none(), st.dates()),
)
def test_any_text_gives_moments_inside_it(text: str, anchor: date | None) -> None:
    for read in moments(text, anchor):
        assert 0 <= read.start < read.end <= len(text)
        assert (read.first is None) == (read.last is None)
        assert read.first is None or read.last is None or read.first <= read.last
        assert (read.low is None) == (read.high is None)
        assert read.low is None or read.high is None or 0 <= read.low < read.high
        assert read.kind == "time" or anchor or not read.anchored or read.first is None


@given(
    st.sampled_from([" ago", " from now", " later", " before yesterday", " hence"]),
    st.sampled_from(["day", "weeks", "month", "years", "century", "friday", "business day", "x"]),
    st.floats(0, 1e7),
    st.dates(),
)
def test_any_duration_leads_to_a_day_or_nowhere(
    tail: str, unit: str, count: float, anchor: date
) -> None:
    read = shifted(tail, unit, count, 0, anchor)
    assert read is None or read.first == read.last
