"""Numerals: how numbers are written, and the place value of the last digit that counts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.quantities.numerals import Numeral, exponent, fold, numeral, numerals


def found(text: str) -> list[Numeral]:
    return list(numerals(fold(text)))


def only(text: str) -> Numeral:
    (one,) = found(text)
    return one


# ---------------------------------------------------------------------------------- what is read


@pytest.mark.parametrize(
    ("text", "surface", "value", "grain"),
    [
        # digits
        ("7 cars", "7", "7", 1),
        ("1012 cars", "1012", "1012", 1),
        ("1,012 cars", "1,012", "1012", 1),
        ("12,345,678 cars", "12,345,678", "12345678", 1),
        ("1\u00a0012 cars", "1\u00a0012", "1012", 1),
        ("1\u202f000\u202f000 cars", "1\u202f000\u202f000", "1000000", 1e6),
        ("12\u2009345.5 km", "12\u2009345.5", "12345.5", 0.1),
        ("2.5 km", "2.5", "2.5", 0.1),
        ("1,234.56 km", "1,234.56", "1234.56", 0.01),
        (" .5 per cent", ".5", "0.5", 0.1),
        ("007", "007", "7", 1),
        ("than100 people", "100", "100", 100),
        ("50km", "50", "50", 10),
        ("It was 20. Then", "20", "20", 10),
        ("20, they said", "20", "20", 10),
        ("٢٠ km", "٢٠", "20", 10),
        # place value: zeros at the end of a whole number do not count, zeros behind a point do
        ("1000", "1000", "1000", 1000),
        ("90", "90", "90", 10),
        ("2", "2", "2", 1),
        ("2.0", "2.0", "2.0", 0.1),
        ("20.00", "20.00", "20.00", 0.01),
        ("0", "0", "0", 1),
        ("0.0", "0.0", "0.0", 0.1),
        # words
        ("zero", "zero", "0", 1),
        ("Two cars", "Two", "2", 1),
        ("twenty-three", "twenty-three", "23", 1),
        ("twenty three", "twenty three", "23", 1),
        ("twenty\u2011three", "twenty\u2011three", "23", 1),
        ("a hundred", "a hundred", "100", 100),
        ("nineteen hundred", "nineteen hundred", "1900", 100),
        ("one hundred and five", "one hundred and five", "105", 1),
        ("one hundred five", "one hundred five", "105", 1),
        (
            "a hundred and twenty-three thousand people",
            "a hundred and twenty-three thousand",
            "123000",
            1000,
        ),
        ("two thousand five hundred men", "two thousand five hundred", "2500", 100),
        ("one thousand two hundred and five", "one thousand two hundred and five", "1205", 1),
        (
            "two million three hundred thousand",
            "two million three hundred thousand",
            "2300000",
            1e5,
        ),
        ("five thousand million", "five thousand million", "5000000000", 1e9),
        ("twenty\nthree", "twenty\nthree", "23", 1),
        # dozens and scores
        ("a dozen cars", "a dozen", "12", 1),
        ("two dozen cars", "two dozen", "24", 1),
        ("3 dozen cars", "3 dozen", "36", 1),
        ("half a dozen cars", "half a dozen", "6", 1),
        ("five dozen", "five dozen", "60", 10),
        ("a score of cars", "a score", "20", 10),
        ("three score", "three score", "60", 10),
        # halves
        ("half a day", "half a", "0.5", 0.1),
        ("half an hour", "half an", "0.5", 0.1),
        ("half a million people", "half a million", "500000", 1e5),
        ("one and a half days", "one and a half", "1.5", 0.5),
        ("two-and-a-half-year term", "two-and-a-half", "2.5", 0.5),
        ("2 and a half days", "2 and a half", "2.5", 0.5),
        ("two and a half million", "two and a half million", "2500000", 5e5),
        ("twenty and a half", "twenty and a half", "20.5", 0.5),
        # magnitudes
        ("1.2 million", "1.2 million", "1200000", 1e5),
        ("2.0 million", "2.0 million", "2000000", 1e5),
        ("2 million", "2 million", "2000000", 1e6),
        ("20-million-year", "20-million", "20000000", 1e7),
        ("50 thousand", "50 thousand", "50000", 1e4),
        ("5 hundred", "5 hundred", "500", 100),
        ("3 trillion", "3 trillion", "3000000000000", 1e12),
        ("5bn", "5bn", "5000000000", 1e9),
        ("4.4 mln", "4.4 mln", "4400000", 1e5),
        ("four mln", "four mln", "4000000", 1e6),
        ("a million", "a million", "1000000", 1e6),
    ],
)
def test_a_number_is_read(text: str, surface: str, value: str, grain: float) -> None:
    one = only(text)
    assert fold(text)[one.start : one.end] == fold(surface)
    assert one.value == Decimal(value)
    assert one.grain == pytest.approx(grain)
    assert one.vague is None


@pytest.mark.parametrize(
    ("text", "surface", "word", "shift"),
    [
        ("several cars", "several", "several", 0),
        ("few cars", "few", "few", 0),
        ("a few cars", "a few", "few", 0),
        ("a couple of cars", "a couple of", "couple", 0),
        ("couple of cars", "couple of", "couple", 0),
        ("a handful of cars", "a handful of", "handful", 0),
        ("tens of cars", "tens of", "tens", 0),
        ("dozens of cars", "dozens of", "dozens", 0),
        ("scores of cars", "scores of", "scores", 0),
        ("hundreds of cars", "hundreds of", "hundreds", 0),
        ("thousands of cars", "thousands of", "thousands", 0),
        ("tens of thousands of cars", "tens of thousands of", "tens", 3),
        ("hundreds of millions", "hundreds of millions", "hundreds", 6),
        ("a few hundred cars", "a few hundred", "few", 2),
        ("several thousand cars", "several thousand", "several", 3),
        ("several hundred thousand cars", "several hundred thousand", "several", 5),
        ("a couple of hundred", "a couple of hundred", "couple", 2),
        ("a couple hundred", "a couple hundred", "couple", 2),
        ("several dozen cars", "several dozen", "dozens", 0),
    ],
)
def test_a_word_stands_for_several(text: str, surface: str, word: str, shift: int) -> None:
    one = only(text)
    assert text[one.start : one.end] == surface
    assert (one.value, one.vague, one.exponent) == (None, word, shift)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # Two numbers stay two.
        ("two three", "2 3"),
        ("twenty twenty", "20 20"),
        ("twenty and five hundred", "20 500"),
        ("one hundred and two hundred", "100 200"),
        ("two thousand and three thousand", "2000 3000"),
        ("10 20", "10 20"),
        ("two million two million", "2000000 2000000"),
        ("1\u00a00123", "1 123"),
        # A blank line is the end of a number.
        ("two\n\nthousand", "2"),
        ("2\n\nmillion", "2"),
        # A magnitude alone counts nothing.
        ("hundred and five", "5"),
    ],
)
def test_numbers_that_stand_together(text: str, values: str) -> None:
    assert [one.value for one in found(text)] == [Decimal(value) for value in values.split()]


def test_a_magnitude_is_remembered_for_the_other_end_of_a_range() -> None:
    assert [only(text).scale for text in ("5", "5 million", "five hundred", "two hundred thousand")] == [
        0, 6, 2, 5,
    ]  # fmt: skip
    assert only("two million five").scale == 0


# -------------------------------------------------------------------------------- what is not read


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a car",
        "an hour",
        "often",
        "someone",
        "tenth",
        "stone",
        "thousand people",
        "millions",
        "dozens",
        "the scores",
        "a score",
        "a couple met",
        "half-time",
        "the second half",
        "half of them",
        "as few as",
        "oneself",
        "anyone",
        "²",
        "Ⅻ",
    ],
)
def test_no_number_is_read(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text", ["1,2,3", "1.2.3", "10,000,00", "1,0000", "12.5.2019", "1.000.000", "1,5", "9" * 40]
)
def test_digits_that_are_no_number_are_kept_whole(text: str) -> None:
    one = only(text)
    assert (one.start, one.end, one.value, one.vague) == (0, len(text), None, None)


@pytest.mark.parametrize("text", ["five", "x five", "5", "half a day"])
def test_a_numeral_is_read_where_it_begins(text: str) -> None:
    (one,) = found(text)
    assert numeral(text, one.start) == one
    assert numeral(text, len(text)) is None


def test_only_a_part_of_the_text_may_be_read() -> None:
    text = "one two three"
    assert [one.value for one in numerals(text, 4, 7)] == [2]
    assert [one.value for one in numerals(text, 4)] == [2, 3]


# --------------------------------------------------------------------------------------------- laws


@given(st.integers(0, 10**15))
def test_whole_numbers_are_read_however_they_are_written(n: int) -> None:
    assert only(str(n)).value == n
    assert only(f"{n:,}").value == n
    assert only(f"{n:,}".replace(",", "\u00a0")).value == n


UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelled(n: int) -> str:
    """How English writes a number out."""
    for power, word in (
        (10**12, "trillion"),
        (10**9, "billion"),
        (10**6, "million"),
        (1000, "thousand"),
    ):
        if n >= power:
            head, tail = divmod(n, power)
            joint = " and " if 0 < tail < 100 else " "
            return f"{spelled(head)} {word}" + (joint + spelled(tail) if tail else "")
    if n >= 100:
        return f"{spelled(n // 100)} hundred" + (f" and {spelled(n % 100)}" if n % 100 else "")
    if n >= 20:
        return TENS[n // 10] + (f"-{spelled(n % 10)}" if n % 10 else "")
    return UNITS[n]


@given(st.one_of(st.integers(0, 2000), st.integers(0, 10**15 - 1)))
def test_whole_numbers_are_read_when_spelled_out(n: int) -> None:
    one = only(spelled(n))
    assert one.value == n
    assert one.end == len(spelled(n))
    assert one.exponent == exponent(Decimal(n))


@given(st.decimals(0, 10**6, places=3))
def test_decimals_keep_their_places(value: Decimal) -> None:
    one = only(f"{value:f}")
    assert one.value == value
    assert one.exponent == -3


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


PIECES = ["1", "23", ",", ".", " ", "\u00a0", "-", "a ", "half ", "hundred ", "thousand", "two ", "few ",
          "of ", "and ", "dozen", "million ", "½", "x"]  # fmt: skip


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join)))
def test_any_text_gives_numerals_in_order_and_all_its_digits(text: str) -> None:
    folded, end = fold(text), 0
    covered: set[int] = set()
    for one in numerals(folded):
        assert end <= one.start < one.end <= len(text)
        end = one.end
        covered |= set(range(one.start, one.end))
    assert {i for i, char in enumerate(folded) if char.isdecimal()} <= covered
