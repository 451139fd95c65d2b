"""Numerals: how numbers are written, and the place value of the last digit that counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.quantities import numerals as module
from claimcheck.quantities.numerals import (
    AFTER_ARTICLE,
    STARTS,
    Numeral,
    fold,
    numeral,
    numerals,
    signed,
)


def found(text: str) -> list[Numeral]:
    folded = fold(text)
    return [signed(folded, one) for one in numerals(folded)]


def only(text: str) -> Numeral:
    (one,) = found(text)
    return one


def surface(text: str, one: Numeral) -> str:
    return text[one.start : one.end]


# ---------------------------------------------------------------------------------- what is read

# The text up to "|" is the numeral.
DIGITS = [
    ("7| cars", 7, 1),
    ("1012| cars", 1012, 1),
    ("1,012| cars", 1012, 1),
    ("12,345,678| cars", 12345678, 1),
    ("1,234.56| km", 1234.56, 0.01),
    (".5| per cent", 0.5, 0.1),
    (".75000|", 0.75, 1e-5),
    ("007|", 7, 1),
    ("50|km", 50, 10),
    ("20|. Then", 20, 10),
    ("20|, they said", 20, 10),
    ("20| (twenty)", 20, 10),
    ("192|.", 192, 1),
    ("٢٠| km", 20, 10),
    # place value: zeros at the end of a whole number do not count, zeros behind a point do
    ("1000|", 1000, 1000),
    ("2.0|", 2, 0.1),
    ("20.00|", 20, 0.01),
    ("0|", 0, 1),
    ("0.0|", 0, 0.1),
    # Indian grouping
    ("12,34,567.89| rupees", 1234567.89, 0.01),
    ("1,00,000| rupees", 100000, 1e5),
    # groups of three with any blank, or an apostrophe
    ("1\u00a0012| cars", 1012, 1),
    ("1\u202f000\u202f000| cars", 1e6, 1e6),
    ("12\u2009345.5| km", 12345.5, 0.1),
    ("1 012| cars", 1012, 1),
    ("40 000| men", 40000, 1e4),
    ("2 000| in May 2 000 men", 2000, 1000),
    ("1 414 021 100|.", 1414021100, 100),
    ("10 000|m", 10000, 1e4),
    ("1'250'000| francs", 1250000, 1e4),
    # The number's own shape shows the European convention.
    ("1.012,5| km", 1012.5, 0.1),
    ("1.250.000| euros", 1250000, 1e4),
    ("5,00| euros", 5, 0.01),
    ("1,5 million| euros", 1500000, 1e5),
    ("1.012| km", 1.012, 1e-3),
    # as tokenisers leave it
    ("46 . 8 million| dollars", 46800000, 1e5),
    ("50 . 9375|", 50.9375, 1e-4),
    ("10, 000| men", 10000, 1e4),
    ("1 , 000| men", 1000, 1000),
    # powers
    ("1e10|", 1e10, 1e10),
    ("1.3e6|", 1.3e6, 1e5),
    ("1e-3|", 1e-3, 1e-3),
    ("1.99×10⁻²⁹|", 1.99e-29, 1e-31),
    ("5.5x10-3| kg", 0.0055, 1e-4),
    ("10^6|", 1e6, 1e6),
    ("10⁶| cells", 1e6, 1e6),
    ("2^10|", 1024, 1),
    ("4^-1|", 0.25, 1),
]

MAGNITUDES = [
    ("1.2 million| men", 1200000, 1e5),
    ("2 million| men", 2000000, 1e6),
    ("20-million|-year", 20000000, 1e7),
    ("5 hundred| men", 500, 100),
    ("5bn|", 5e9, 1e9),
    ("4.4 mln|", 4400000, 1e5),
    ("2mil| kronor", 2e6, 1e6),
    ("3 trn|", 3e12, 1e12),
    ("10k|", 10000, 1e4),
    ("2.3 k|", 2300, 100),
    ("13 lakh| men", 1300000, 1e5),
    ("12 lkhs|", 1200000, 1e5),
    ("3 crores|", 3e7, 1e7),
    ("three lakh crore| rupees", 3e12, 1e12),
    ("2.5 lakh crore| rupees", 2.5e12, 1e11),
    ("five thousand million|", 5e9, 1e9),
    ("2\nmillion|", 2e6, 1e6),
    ("3 hundred and 21| men", 321, 1),
    ("4 thousand 3 hundred| men", 4300, 100),
    ("12 million 500 thousand|", 12500000, 1e5),
    ("6 crore and two hundred|", 60000200, 100),
    ("2 dozen| eggs", 24, 12),
    ("2 dozens|", 24, 12),
    ("3 dzs|", 36, 12),
    ("two hundred dozens|", 2400, 1200),
    ("half a dozen| eggs", 6, 6),
    ("a dozen| cars", 12, 12),
    ("a score| of cars", 20, 20),
    ("four score| years", 80, 20),
]

WORDS = [
    ("zero|", 0, 1),
    ("Two| cars", 2, 1),
    ("twenty-three|", 23, 1),
    ("twenty three| men", 23, 1),
    ("twenty\u2011three|", 23, 1),
    ("twenty - three|", 23, 1),
    ("twenty\nthree|", 23, 1),
    ("fifty   two|", 52, 1),
    ("a hundred|", 100, 100),
    ("nineteen hundred|", 1900, 100),
    ("one hundred and five|", 105, 1),
    ("one hundred five|", 105, 1),
    ("a hundred and twenty-three thousand| men", 123000, 1000),
    ("two thousand five hundred| men", 2500, 100),
    ("two million three hundred thousand|", 2300000, 1e5),
    ("three million, two hundred & forty| men", 3000240, 10),
    ("one twenty two|", 122, 1),
    ("two thousand and twelve|", 2012, 1),
    ("three point five| km", 3.5, 0.1),
    ("three point one four|", 3.14, 0.01),
    ("two point five million|", 2.5e6, 1e5),
    ("point 77|", 0.77, 0.01),
]

SHARES = [
    ("½| a cup", 0.5, 0.5),
    ("2½| cups", 2.5, 0.5),
    ("2 ½| cups", 2.5, 0.5),
    ("3/4| of", 0.75, 0.25),
    ("1 4/5| miles", 1.8, 0.2),
    ("10 1/2| miles", 10.5, 0.5),
    ("5-1/4| percent", 5.25, 0.25),
    ("1⁄32| inch", 1 / 32, 1 / 32),
    ("3/4ths| of", 0.75, 0.25),
    ("two-thirds| of", 2 / 3, 1 / 3),
    ("two thirds| of", 2 / 3, 1 / 3),
    ("one eighth|", 0.125, 0.125),
    ("one - fourth| of", 0.25, 0.25),
    ("twenty-three fifths|", 4.6, 0.2),
    ("one hundred and thirty fifths|", 26, 0.2),
    ("one hundred thirty fifths|", 100 / 35, 1 / 35),
    ("one twenty-fifth|", 0.04, 0.04),
    ("a fifth| of", 0.2, 0.2),
    ("an eighth| of", 0.125, 0.125),
    ("a trillionth|", 1e-12, 1e-12),
    ("a hundred trillionths|", 1e-10, 1e-12),
    ("one-hundredth|", 0.01, 0.01),
    ("three-quarters| full", 0.75, 0.25),
    ("three quarters| of", 0.75, 0.25),
    ("a quarter| of", 0.25, 0.25),
    ("a quarter| mile", 0.25, 0.25),
    ("half| of them", 0.5, 0.5),
    ("half| the men", 0.5, 0.5),
    ("half| people", 0.5, 0.5),
    ("half a| day", 0.5, 0.5),
    ("half an| hour", 0.5, 0.5),
    ("half|-hour", 0.5, 0.5),
    ("half a million| men", 500000, 5e5),
    ("half million| men", 500000, 5e5),
    ("a half million| men", 500000, 5e5),
    ("a quarter million| men", 250000, 250000),
    ("a quarter of a million| men", 250000, 250000),
    ("one and a half| days", 1.5, 0.5),
    ("two-and-a-half|-year term", 2.5, 0.5),
    ("2 and a half| days", 2.5, 0.5),
    ("two and 3/4| inches", 2.75, 0.25),
    ("two and a quarter| days", 2.25, 0.25),
    ("one and three quarters|", 1.75, 0.25),
    ("six and three-quarter| hours", 6.75, 0.25),
    ("three and two twenty-fifths|", 3.08, 0.04),
    ("forty two and a third|", 127 / 3, 1 / 3),
    ("one hundred and three and two thirds|", 311 / 3, 1 / 3),
    ("two and a half million|", 2500000, 5e5),
    ("3 million and a half|", 3500000, 5e5),
    ("five billion and three quarters|", 5.75e9, 2.5e8),
    ("one billion and a quarter million|", 1000250000, 250000),
    ("one over three|", 1 / 3, 1 / 3),
    ("1 over 20|", 0.05, 0.05),
]

ORDINALS = [
    ("21st| century", 21, 1),
    ("1,000th| visitor", 1000, 1),
    ("first| of", 1, 1),
    ("twenty-first| century", 21, 1),
    ("one hundred and fifth| day", 105, 1),
    ("two hundredth| day", 200, 1),
    ("hundredth| day", 100, 1),
]


@pytest.mark.parametrize(
    ("text", "value", "grain"), [*DIGITS, *MAGNITUDES, *WORDS, *SHARES, *ORDINALS]
)
def test_a_number_is_read(text: str, value: float, grain: float) -> None:
    written, behind = text.split("|")
    one = only_first(written + behind)
    assert surface(written + behind, one) == written
    assert one.value == pytest.approx(value, rel=1e-12)
    assert one.grain == pytest.approx(grain, rel=1e-12)
    assert not one.vague


def only_first(text: str) -> Numeral:
    return found(text)[0]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("20", "cardinal"),
        ("2½", "cardinal"),
        ("half a million", "cardinal"),
        ("two and a half", "cardinal"),
        ("half of them", "fraction"),
        ("3/4", "fraction"),
        ("two thirds", "fraction"),
        ("third", "ordinal"),
        ("3rd", "ordinal"),
        ("several", "vague"),
    ],
)
def test_a_number_is_of_a_kind(text: str, kind: str) -> None:
    assert only(text).kind == kind


@pytest.mark.parametrize(
    ("text", "word", "shift"),
    [
        ("several| cars", "several", 0),
        ("few| cars", "few", 0),
        ("a few| cars", "few", 0),
        ("a couple of| cars", "couple", 0),
        ("couple of| cars", "couple", 0),
        ("a couple| weeks", "couple", 0),
        ("a handful of| cars", "handful", 0),
        ("tens of| cars", "tens", 0),
        ("dozens of| cars", "dozens", 0),
        ("scores of| cars", "scores", 0),
        ("hundreds of| cars", "hundreds", 0),
        ("thousands of| cars", "thousands", 0),
        ("millions of| cars", "thousands", 3),
        ("tens of thousands of| cars", "tens", 3),
        ("hundreds of thousands|", "hundreds", 3),
        ("hundreds of millions|", "hundreds", 6),
        ("a few hundred| cars", "few", 2),
        ("several hundred thousand| cars", "several", 5),
        ("a couple of hundred|", "couple", 2),
        ("several dozen| cars", "dozens", 0),
    ],
)
def test_a_word_stands_for_several(text: str, word: str, shift: int) -> None:
    written, behind = text.split("|")
    one = only(written + behind)
    assert surface(written + behind, one) == written
    assert (one.value, one.vague, one.exponent) == (None, word, shift)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("two three", [2, 3]),
        ("twenty twenty", [20, 20]),
        ("twenty and five hundred", [20, 500]),
        ("one hundred and two hundred", [100, 200]),
        ("two thousand and three thousand", [2000, 3000]),
        ("two million two million", [2e6, 2e6]),
        ("4 thousand 3 thousand", [4000, 3000]),
        ("three million, twenty of them", [3e6, 20]),
        ("3 million and 21 people", [3e6, 21]),
        ("2.5 and 3.5", [2.5, 3.5]),
        ("23000 one", [23000, 1]),
        ("two twenty-foot boxes", [2, 20]),
        ("two twenty-two-year-olds", [2, 22]),
        ("won 1 over 3 years", [1, 3]),
        # A plain blank groups nothing where a number of its own stands before it.
        ("10 20", [10, 20]),
        ("007 20 30", [7, 20, 30]),
        # A stroke divides by what parts are made of, and by more than is divided.
        ("24/7", [24, 7]),
        ("17/35", [17, 35]),
        ("1/16 and 3⁄9 and 1/50th", [1 / 16, 1 / 3, 1 / 50]),
        ("in 2003 200 people", [2003, 200]),
        ("on March 12 300 people", [12, 300]),
        ("page 12 300 people", [12, 300]),
        ("12 300 45", [12, 300, 45]),
        ("1\u00a00123", [1, 123]),
        ("5 000-5 500", [5000, 5500]),
        # Digits with commas that group nothing are a list.
        ("22,24,26,31.", [22, 24, 26, 31]),
        # A blank line is the end of a number.
        ("two\n\nthousand", [2]),
        ("2\n\nmillion", [2]),
        # A magnitude alone counts nothing.
        ("hundred and five", [5]),
        # A form, and no ten thousands.
        ("10-K filing", [10]),
        ("5 mm", [5]),
        ("in three quarters", [3]),
        ("two hundred first-time voters", [200, 1]),
        ("a thirty-second silence", [30, 2]),
    ],
)
def test_numbers_that_stand_together(text: str, values: list[float]) -> None:
    assert [one.value for one in found(text)] == values


@pytest.mark.parametrize(
    "text",
    ["a third man", "the third quarter", "wounded a third", "one third-party app"],
)
def test_an_ordinal_is_no_share(text: str) -> None:
    assert {one.kind for one in found(text)} <= {"ordinal", "cardinal"}


@pytest.mark.parametrize(
    "text",
    ["", "a car", "an hour", "often", "someone", "stone", "thousand people", "millions", "dozens",
     "the scores", "a score", "a couple met", "half-time", "half time", "half-brother", "half past", "a quarter",
     "quarterfinal", "a quarter said", "as few as", "oneself", "²", "Ⅻ", "at point five"],
)  # fmt: skip
def test_no_number_is_read(text: str) -> None:
    folded = fold(f"x {text}")
    assert [one for one in numerals(folded) if surface(folded, one) != "five"] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [("a score of 22", 22), ("a score of more than 58", 58), ("a score of seven", 7)],
)
def test_a_score_of_so_many_points_is_no_twenty(text: str, value: float) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    "text",
    ["1.2.3", "10,000,00", "1,0000", "12.5.2019", "1,5", "192.168.1.2", "192.168.100.200",
     "1/3/2004", "9" * 40, "0^-1", "1e999", "0845 496 0123", "0800 496011"],
)  # fmt: skip
def test_digits_that_are_no_number_are_kept_whole(text: str) -> None:
    one = only(text)
    assert (one.start, one.end, one.value, one.vague) == (0, len(text), None, "")


# ------------------------------------------------------------------------------ signs, conventions


@pytest.mark.parametrize(
    ("text", "sign", "value"),
    [
        ("-5", "-", -5),
        ("at −5 degrees", "−", -5),
        ("(-5)", "-", -5),
        ("+5", "+", 5),
        ("±5", "±", 5),
        ("- 1,200,000", "- ", -1200000),
        ("- 1 4/5", "- ", -1.8),
        ("-1.2 million", "-", -1200000),
        ("minus five", "minus ", -5),
        ("minus-5 yards", "minus-", -5),
        ("negative five hundred and four", "negative ", -504),
        ("minus five point five", "minus ", -5.5),
        ("it was - 5", "", 5),
        ("x-5", "", 5),
        ("tested negative two days later", "", 2),
    ],
)
def test_a_sign_belongs_to_the_number_it_is_glued_to(text: str, sign: str, value: float) -> None:
    one = only(text)
    assert one.value == value
    assert surface(text, one).startswith(sign)


def test_a_hyphen_between_numbers_is_no_sign() -> None:
    assert [one.value for one in found("5-10 and 3–1 and 5%-6%")] == [5, 10, 3, 1, 5, 6]


@pytest.mark.parametrize(
    ("text", "value"),
    [("1.012", 1012), ("1,5", 1.5), ("1.012,75", 1012.75), ("12,345", 12.345), ("7", 7)],
)
def test_a_text_may_write_decimals_with_a_comma(text: str, value: float) -> None:
    one = numeral(text, 0, comma_decimal=True)
    assert one
    assert (one.value, one.end) == (value, len(text))


def test_a_magnitude_is_remembered_for_the_other_end_of_a_range() -> None:
    texts = ("5", "5 million", "five hundred", "two hundred thousand", "two million five", "5bn")
    assert [only(text).scale for text in texts] == [0, 6, 2, 5, 0, 9]


@pytest.mark.parametrize("text", ["five", "x five", "5", "half a day", "a third of", "minus two"])
def test_a_numeral_is_read_where_it_begins(text: str) -> None:
    (one,) = numerals(text)
    assert numeral(text, one.start) == one
    assert numeral(text, len(text)) is None


def test_only_a_part_of_the_text_may_be_read() -> None:
    text = "one two three"
    assert [one.value for one in numerals(text, 4, 7)] == [2]
    assert [one.value for one in numerals(text, 4)] == [2, 3]


@pytest.mark.parametrize("word", sorted(AFTER_ARTICLE))
def test_an_article_may_begin_the_number_of_these_words(word: str) -> None:
    one = numeral(f"a {word} of them", 0)
    assert one
    assert one.start == 0


@pytest.mark.parametrize("word", sorted(STARTS))
def test_a_number_may_begin_with_these_words(word: str) -> None:
    assert any(numeral(f"{word} {behind}", 0) for behind in ("of them", "five", "million"))


# --------------------------------------------------------------------------------------------- laws


@given(st.integers(0, 10**15))
def test_whole_numbers_are_read_however_they_are_grouped(n: int) -> None:
    readings = {
        (one.value, one.exponent)
        for one in (only(str(n)), *(only(f"{n:,}".replace(",", mark)) for mark in ",\u00a0\u202f "))
    }
    assert readings == {(n, only(str(n)).exponent)}


@given(st.integers(0, 10**9), st.sampled_from([("million", 6), ("bn", 9), ("lakh", 5), ("k", 3)]))
def test_a_magnitude_moves_the_value_and_the_place(n: int, magnitude: tuple[str, int]) -> None:
    word, power = magnitude
    plain, scaled = only(str(n)), only(f"{n} {word}")
    assert scaled.value == n * 10**power
    assert scaled.exponent == plain.exponent + (power if n else 0)
    assert scaled.scale == power


ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
LARGE = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))


def spelled(n: int) -> str:
    """How English writes a number out."""
    for power, word in LARGE:
        if n >= power:
            head, tail = divmod(n, power)
            joint = " and " if 0 < tail < 100 else " "
            return f"{spelled(head)} {word}" + (joint + spelled(tail) if tail else "")
    if n >= 100:
        return f"{spelled(n // 100)} hundred" + (f" and {spelled(n % 100)}" if n % 100 else "")
    if n >= 20:
        return TENS[n // 10] + (f"-{spelled(n % 10)}" if n % 10 else "")
    return ONES[n]


@given(st.one_of(st.integers(0, 2000), st.integers(0, 10**15 - 1)))
def test_whole_numbers_are_read_when_spelled_out(n: int) -> None:
    one = only(spelled(n))
    assert one.value == n
    assert one.end == len(spelled(n))
    assert one.exponent == only(str(n)).exponent


@given(st.decimals(0, 10**6, places=3))
def test_decimals_keep_their_places(value: object) -> None:
    one = only(f"{value:f}")
    assert one.value == float(f"{value:f}")
    assert one.exponent == -3


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


PIECES = ["1", "23", "000", ",", ".", " ", "\u00a0", "-", "a ", "half ", "hundred ", "thousand", "two ",
          "twenty", "few ", "of ", "and ", "dozen", "million ", "½", "/", "third", "fifths ", "point ",
          "over ", "e", "^", "k", "x"]  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join))


@given(TEXTS)
def test_any_text_gives_numerals_in_order_and_all_its_digits(text: str) -> None:
    folded, end = fold(text), 0
    covered: set[int] = set()
    for one in numerals(folded):
        assert end <= one.start < one.end <= len(text)
        end = one.end
        covered |= set(range(one.start, one.end))
    assert {i for i, char in enumerate(folded) if char.isdecimal()} <= covered


@given(TEXTS)
def test_the_fast_way_reads_what_the_long_way_reads(text: str) -> None:
    folded = fold(text)
    for one in numerals(folded):
        assert module._numeral(folded, one.start, False) == one
