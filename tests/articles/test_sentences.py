"""Sentences: what ends one, what does not, and the date or label they stand under."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.articles.sentences import Sentence, sentences

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def cut(text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in sentences(text)]


# Each row is a block, with | where a sentence ends.
@pytest.mark.parametrize(
    "marked",
    [
        "Kim left on Sunday. |He arrived on Tuesday.",
        "Why is Kim in Russia? |Nobody knows! |Not yet… |We asked.",
        "It is painted green.  |\tIts roof is white.",
        # What closes a sentence belongs to it.
        "He spoke of a “great love for Russia.” |A photo was displayed.",
        "“It is rare.” |“We know.” |(So do they.) |[They said.] |‘Yes.’ |No.",
        '"It is rare." |"We know," he said.',
        # A new one begins with a capital, a digit, or a quotation.
        "The train was slow. |20 carriages were seen. |$5 million was paid.",
        "The train was slow. |– Additional reporting by AAP",
        "The company gained. |iPhone sales rose. |eBay fell.",
        # Lower case goes on, even behind a question.
        "“Why now?” he asked. |“Because!” they said. |He waited … and left.",
        "He rode on Yahoo! and others.",
        # Titles and names.
        "Mr. Kim met Dr. No and Mrs. May, Gen. Pak, Sen. Smith and Gov. Palin. |Lt. Gov. Lee left.",
        "John F. Kennedy met J. K. Rowling and J. A. Smith. |A photo was taken.",
        "George W. Bush saw St. Louis, Mt. Paektu and Ft. Worth. |MR. KIM LEFT. |HE RODE.",
        # Companies and places, inside and at the end.
        "Reuters Inc. Chairman Lee joined Acme Co. President Ono. |They left.",
        "He works for Acme Corp. |The company is small.",
        "U.S. President Trump flew from the U.S. |The train did not.",
        "He flew to the U.S. |However, Kim stayed in the D.P.R.K. |It is far.",
        "She came from Reno, Nev., and Calif. Gov. Lee met her.",
        # Months, days and hours.
        "They met on Feb. 26-28, 2019 in Hanoi and on Jan. 7. |The talks collapsed.",
        "It left at 5 p.m. Tuesday, at 3 p.m. (1200 GMT), at 6 a.m. EST or 7 a.m. |Kim slept.",
        "He arrived at 5 p.m. |Putin waited. |It was 6 p.m. 20 minutes later.",
        # Numbers.
        "It is 3.5 miles long and costs No. 5. |In 2011. |He said no. |Kim left.",
        "It broke in 2011. |20 people died.",
        "He was the No. 1 and No. 2. |The train was in Sec. 4 of Art. 9 then.",
        # Abbreviations that introduce.
        "It is slow, e.g. Kim’s, i.e. Pyongyang’s, vs. Russia’s, approx. 50 km/h.",
        # Initials and letters at the end of a sentence.
        "He fought in World War I. |The war was long. |Vitamin C. |It helps.",
        # Three stops are one sign, with or without spaces.
        "He left ... |Then he came back. . . |And left.",
        "1. Kim left. |He came back.",
    ],
)
def test_where_sentences_end(marked: str) -> None:
    text = marked.replace("|", "")
    assert cut(text) == [sentence.strip() for sentence in marked.split("|")]


def test_blocks_are_counted_and_end_sentences() -> None:
    text = "Train crosses\nKim left. He rode\n\n  • It is slow.\r\n"
    assert sentences(text) == [
        Sentence(0, 13, 0, None),
        Sentence(14, 23, 1, None),
        Sentence(24, 31, 1, None),
        Sentence(35, 48, 2, None),
    ]


def test_a_sentence_may_be_wrapped() -> None:
    text = "The train had left Pyongyang and\ncrossed into Russia. It was slow."
    assert cut(text) == ["The train had left Pyongyang and\ncrossed into Russia.", "It was slow."]


@pytest.mark.parametrize(
    ("block", "heading"),
    [
        ("  • March 2018: Making his first visit, Kim goes. He stays.", "March 2018"),
        ("April 24, 2019: Kim visits Vladivostok. He returns.", "April 24, 2019"),
        ("• Feb. 26-28, 2019: Kim visits Hanoi.", "Feb. 26-28, 2019"),
        ("- June 10–12, 2018: Kim flies.", "June 10–12, 2018"),
        ("Jan 7-10, 2019: Kim visits China.", "Jan 7-10, 2019"),
        ("24 April 2019: Kim visits.", "24 April 2019"),
        ("Late 2018 to early 2019: Nothing happens.", "Late 2018 to early 2019"),
        ("Wednesday, 24th of April: Kim visits.", "Wednesday, 24th of April"),
        ("2018-2019: Talks go on.", "2018-2019"),
        ("Tuesday, 10:30: Kim arrives.", None),  # a time of day is no date
        ("Read more: Inside the train.", "Read more"),
        ("MOSCOW: Kim has arrived. He is late.", "MOSCOW"),
        # No entry of a list but speech, a clock, a long way to a colon, or a later sentence.
        ("He added: “It’s been seven years.”", None),
        ("Kim said: the train is slow.", None),
        ("It left at 10:30 on Tuesday.", None),
        ("The one thing that is known: it is slow.", None),
        ("He left. Note: it was late.", None),
        ("the result: it was late.", None),
        ("Read more:", None),
        ("Read more:Inside the train", None),
        ("Kim left on Sunday.", None),
    ],
)
def test_the_heading_of_a_block_is_that_of_its_sentences(block: str, heading: str | None) -> None:
    text = f"Before.\n\n{block}\n"
    first, *under = sentences(text)
    assert first.heading is None
    assert {s.heading and text[slice(*s.heading)] for s in under} == {heading}


def holds_all_but_white_space(text: str) -> None:
    at = block = 0
    for sentence in sentences(text):
        assert at <= sentence.start < sentence.end <= len(text)
        assert not text[at : sentence.start].strip()
        words = text[sentence.start : sentence.end]
        assert words == words.strip()
        assert block <= sentence.block <= block + 1
        if sentence.heading:
            start, end = sentence.heading
            assert text[start:end].strip() == text[start:end] != ""
            assert text[end] == ":"
        at, block = sentence.end, sentence.block
    assert not text[at:].strip()


@pytest.mark.parametrize("path", SEEDS, ids=[path.name for path in SEEDS])
def test_the_sentences_of_a_seed_hold_all_its_words(path: Path) -> None:
    holds_all_but_white_space(path.read_bytes().decode())


def test_there_are_seeds() -> None:
    assert len(SEEDS) == 5


def test_every_entry_of_the_timeline_stands_under_its_date() -> None:
    (path,) = (path for path in SEEDS if "visits" in path.name)
    text = path.read_bytes().decode()
    found = sentences(text)
    headings = dict.fromkeys(text[slice(*s.heading)] for s in found if s.heading)
    assert list(headings) == [
        "March 2018",
        "April 2018",
        "May 2018",
        "June 10-12, 2018",
        "June 19-20, 2018",
        "Jan 7-10, 2019",
        "Feb. 26-28, 2019",
        "April 24, 2019",
        "June 30, 2019",
        "September 2023",
    ]
    (outing,) = (s for s in found if "almost day-long outing" in text[s.start : s.end])
    assert outing.heading
    assert text[slice(*outing.heading)] == "April 24, 2019"


@given(st.text() | st.text(st.sampled_from("aA1 .…?!\"“”)('’•-:\n\r\u2028,USp.m")))
def test_the_sentences_of_any_text_hold_all_but_white_space(text: str) -> None:
    holds_all_but_white_space(text)


PIECES = [
    ".", ". ", ".\"", "\"", ". \"", "“", " ", "\n", "\r\n", " \n", "a", "A", "A. ", "A.", "Mr. ",
    "U.S. ", "5 p.m. ", "No. ", "… ", "?! ", "• ", "•", "- ", "1. ", "a\n", "A:\n", ": ", "x: ",
    "Jan. 5, ", "A.\n", "(", ". (", "-", ". -", ". \u2028", "lower case line of prose\n",
    "Capital line of prose it is\nand so on\n", "Read more: ", "\xa0", "1",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_pumped_text_takes_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        text = "x" + piece * (size // len(piece))
        took = []
        for _ in range(3):
            start = time.process_time()
            sentences(text)
            took.append(time.process_time() - start)
        return min(took)

    small, large = seconds(20_000), seconds(160_000)
    # Eight times the text takes eight times as long, or 64 times where it is quadratic; the
    # allowance is for the clock and a busy machine.
    assert large < 24 * small + 0.05
