"""Surface forms: every example of units.toml, and what must hold of any text."""

from __future__ import annotations

import math
import re
import subprocess
import sys
import time
import timeit
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.quantities.lexicon import Entry, Veto, catalogue, expanded, lexicon
from claimcheck.quantities.surfaces import Refusal, UnitMatch, match_rate, match_unit, money_sign
from claimcheck.quantities.units import (
    unit,
)

ENTRIES = (*lexicon().currency, *lexicon().unit)
UNITS = [entry.name for entry in lexicon().unit]
# Where an example does not mark the place, it is behind the first number in digits, with its
# "million", or behind the first word.
NUMBER = re.compile(
    r"[^\W\d]+(?=\D*\Z)"
    r"|\D*?\d(?:[\d.,]*\d)?[½¼¾]?(?:\s?(?:hundred|thousand|lakh|million|billion|trillion|bn)\b)?"
)


def place(example: str) -> tuple[str, int]:
    """An example without its mark, and where its unit is looked for."""
    text, mark, rest = example.partition("|")
    if mark:
        return text + rest, len(text)
    number = NUMBER.match(example)
    assert number, f"no number in {example!r}"
    return example, number.end()


def read(example: str) -> UnitMatch | Refusal | None:
    return match_unit(*place(example))


def ids(case: tuple[Any, ...]) -> str:
    return " · ".join(str(part) for part in case if isinstance(part, str))


# ------------------------------------------------------------------------ the examples of the table

READS = [(entry.name, example) for entry in ENTRIES for example in entry.reads]
VETOES = [
    (entry, veto, example) for entry in ENTRIES for veto in entry.veto for example in veto.refuses
]


@pytest.mark.parametrize(("name", "example"), READS, ids=map(ids, READS))
def test_an_example_reads_as_its_unit(name: str, example: str) -> None:
    found = read(example)
    assert isinstance(found, UnitMatch), found
    assert found.unit.name == name
    assert place(example)[0][found.start : found.end] == found.surface


@pytest.mark.parametrize(("example", "name"), lexicon().rate.reads.items())
def test_a_rate_reads_as_its_quotient(example: str, name: str) -> None:
    found = read(example)
    assert isinstance(found, UnitMatch)
    assert found.unit == unit(name)


@pytest.mark.parametrize(
    ("entry", "veto", "example"), VETOES, ids=[f"{e.name} · {x}" for e, _, x in VETOES]
)
def test_a_veto_cancels_its_example(entry: Entry, veto: Veto, example: str) -> None:
    found = read(example)
    if isinstance(found, UnitMatch):  # Another reading of the form stands in.
        assert found.unit.name != entry.name
        assert veto.cancels(place(example)[0], found.start, found.end)
    else:
        assert found is not None, "no form was seen, so the veto was not asked"
        assert (found.reason, found.spoils) == (veto.why, veto.spoils)


@pytest.mark.parametrize("veto", lexicon().rate.veto, ids=lambda veto: veto.why)
def test_a_veto_keeps_a_rate_apart(veto: Veto) -> None:
    for example in veto.refuses:
        found = read(example)
        assert isinstance(found, UnitMatch)
        assert "/" not in found.unit.name


@pytest.mark.parametrize(
    "example", [*lexicon().nothing, *(example for entry in ENTRIES for example in entry.refuses)]
)
def test_what_is_no_unit_is_not_read(example: str) -> None:
    assert not isinstance(read(example), UnitMatch)


def test_every_entry_and_every_veto_has_an_example() -> None:
    assert [entry.name for entry in ENTRIES if not entry.reads] == []
    assert [veto.why for entry in ENTRIES for veto in entry.veto if not veto.refuses] == []


def test_every_form_that_a_veto_or_a_doubt_names_is_a_form_of_its_entry() -> None:
    for entry in ENTRIES:
        spelled = set(expanded((*entry.forms, *entry.symbols)))
        for veto in entry.veto:
            assert set(expanded(veto.on)) <= spelled, entry.name
        assert set(expanded(entry.unsure)) <= spelled, entry.name


def test_no_reading_is_hidden_behind_one_that_is_never_vetoed() -> None:
    for table in (catalogue().words, catalogue().symbols):
        hidden = [key for key, rows in table.items() if any(not row.vetoes for row in rows[:-1])]
        assert hidden == []


def test_names_are_given_once() -> None:
    names = [entry.name for entry in ENTRIES]
    assert sorted(names) == sorted(set(names))


# ------------------------------------------------------------------------------------- boundaries


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("5 minutes", "minutes"),  # not "min"
        ("5 mins later", "mins"),
        ("5 min/km", "min/km"),
        ("50 kms", "kms"),
        ("50\u00a0km", "km"),
        ("50\u202fkm", "km"),
        ("50-km", "km"),
        ("50\u2011mile", "mile"),
        ("50 km.", "km"),
        ("50 kilometres\n    an hour", "kilometres\n    an hour"),
        ("50 miles-per-hour winds", "miles-per-hour"),
        ("5 m² plot", "m²"),
        ("5 square-foot", "square-foot"),
        ("5%of", "%"),
        ("4 US dollars", "US dollars"),
    ],
)
def test_the_longest_form_is_read_and_no_word_is_cut(text: str, surface: str) -> None:
    found = read(text)
    assert isinstance(found, UnitMatch)
    assert found.surface == surface


@pytest.mark.parametrize(
    "text", ["5 mixed", "5 kmx", "5 m212", "5\n\nkm", "5--km", "5   km", "5", "5 ", "5 km\u00b2x"]
)
def test_nothing_is_read_across_a_wider_gap_or_inside_a_word(text: str) -> None:
    assert read(text) is None


def test_nothing_is_read_beyond_the_end() -> None:
    text = "50 kilometres per hour"
    found = match_unit(text, 2, len("50 kilometres"))
    assert isinstance(found, UnitMatch)
    assert found.surface == "kilometres"
    assert match_unit(text, 2, len("50 kilo")) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [("5 mW", "milliwatt"), ("5 MW", "megawatt"), ("5 Mb", "megabit"), ("5 MB", "megabyte")],
)
def test_symbols_keep_their_case(text: str, name: str) -> None:
    found = read(text)
    assert isinstance(found, UnitMatch)
    assert found.unit.name == name


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [("5 tons", True), ("5 tonnes", False), ("40 degrees", True), ("40°C", False),
     ("5 pounds", True), ("5 lb", False), ("5 dollars", True), ("5 US dollars", False)],
)  # fmt: skip
def test_an_ambiguous_form_says_what_else_it_may_be(text: str, doubtful: bool) -> None:
    found = read(text)
    assert isinstance(found, UnitMatch)
    assert bool(found.unsure) is doubtful


# ------------------------------------------------------------------------------------------ money


@pytest.mark.parametrize(
    ("text", "code", "sign"),
    [
        ("$5", "$", "$"),
        ("for $ 5", "$", "$"),
        ("US$5", "USD", "US$"),
        ("US $58.24", "USD", "US $"),
        ("U.S.$5", "USD", "U.S.$"),
        ("$US1", "USD", "$US"),
        ("A$5", "AUD", "A$"),
        ("C$5", "CAD", "C$"),
        ("HK$5", "HKD", "HK$"),
        ("NZ$5", "NZD", "NZ$"),
        ("£2", "GBP", "£"),
        ("€\u00a02", "EUR", "€"),
        ("¥2", "JPY", "¥"),
        ("₩2", "KRW", "₩"),
        ("Rs.2", "INR", "Rs."),
        ("GBP 350", "GBP", "GBP"),
        ("USD115.5", "USD", "USD"),
        ("us $5", "$", "$"),  # "us" is no country here
        ("u.s $ 5", "USD", "u.s $"),
        ("usd$ 5", "USD", "usd$"),
        ("aud$5", "AUD", "aud$"),
        ("hk $ 5", "HKD", "hk $"),
        ("c $ 5", "CAD", "c $"),
        ("C $5", "CAD", "C $"),
        ("NT$5", "TWD", "NT$"),
        ("R$5", "BRL", "R$"),
        ("Mex$ 5", "MXN", "Mex$"),
        ("RM 35", "MYR", "RM"),
        ("malaysian ringgit 35", "MYR", "malaysian ringgit"),
        ("Rs. 20", "INR", "Rs."),
        ("rupees 5,000", "INR", "rupees"),
        ("₡100", "CRC", "₡"),
        ("₿3,000,000", "BTC", "₿"),
        ("₭500", "LAK", "₭"),
        ("₾500", "GEL", "₾"),
        ("eur20", "EUR", "eur"),
        ("usd115", "USD", "usd"),
        ("PS2.5m", "GBP", "PS"),
        ("(PS31,500)", "GBP", "PS"),
        ("Y=6,400", "JPY", "Y="),
        ("Y31,250", "JPY", "Y"),
        ("R1.2bn", "ZAR", "R"),
        ("KSh500", "KES", "KSh"),
        ("DM 3 million", "DEM", "DM"),
        ("PHP 1,500", "PHP", "PHP"),
        ("A $5 note", "$", "$"),
        ("(-$99.99", "$", "$"),
    ],
)
def test_a_sign_before_the_number_is_money(text: str, code: str, sign: str) -> None:
    digit = re.search(r"\d", text)
    assert digit
    found = money_sign(text, digit.start())
    assert found is not None
    assert found[0] == code
    assert text[found[1] :].startswith(sign)


@pytest.mark.parametrize(
    "text",
    ["5", "in 5", "FARM5", "cUSD5", "$  5", "No. 5", "plus$a 5", "ALL 5 tests", "PS5", "PHP 5.6",
     "a DM 5 times", "TRY 5 times", "S & P 500", "R5", "Y5", "COP 50", "COULD TOP 50 MLN"],
)  # fmt: skip
def test_no_sign_no_money(text: str) -> None:
    assert money_sign(text, text.index("5")) is None


@pytest.mark.parametrize(
    ("text", "code", "scale"),
    [("MUSD 30", "USD", 6), ("MAUD 45", "AUD", 6), ("TSEK 30", "SEK", 3), ("USD 30", "USD", 0)],
)
def test_a_code_before_a_number_can_count_millions(text: str, code: str, scale: int) -> None:
    assert money_sign(text, text.index(" ") + 1) == (code, 0, scale)


@pytest.mark.parametrize(
    ("text", "name", "scale"),
    [("30 MUSD", "USD", 6), ("30 EURm", "EUR", 6), ("3 bcf", "foot**3", 9), ("3 km", "kilometer", 0),
     ("2 mbpd", "oil_barrel/day", 6), ("3 bcf a day", "foot**3/day", 9)],
)  # fmt: skip
def test_a_form_can_count_powers_of_ten(text: str, name: str, scale: int) -> None:
    found = read(text)
    assert isinstance(found, UnitMatch)
    assert (found.unit.name, found.scale) == (name, scale)


@pytest.mark.parametrize(
    "text", [*lexicon().money.refuses, "5 (see", "5 (kg of it)", "5 [sic]", "5 (a)"]
)
def test_what_only_begins_like_a_form_is_not_read(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(("example", "name"), lexicon().money.reads.items())
def test_an_example_of_money_in_powers_is_read(example: str, name: str) -> None:
    found = read(example)
    assert isinstance(found, UnitMatch)
    assert found.unit.name == name
    assert found.scale in (3, 6, 9)


def test_brackets_belong_to_the_unit_within() -> None:
    for text in ("15 (kg)", "15 [kg]", "15 {kg}", "15 <kg> a day"):
        found = read(text)
        assert isinstance(found, UnitMatch)
        assert text[found.start : found.end] == found.surface
        assert found.unit.name.startswith("kilogram")


def test_an_adjective_is_joined_with_a_spaced_hyphen_and_a_dash_joins_nothing() -> None:
    found = read("a 30 - year bond")
    assert isinstance(found, UnitMatch)
    assert found.surface == "year"
    assert read("the 30 - years later -") is None


def test_money_per_unit_is_read_behind_the_number() -> None:
    text = "US$58.24 per barrel"
    found = match_rate(text, text.index(" per"), unit("USD"))
    assert found is not None
    assert (found.unit.name, found.surface) == ("USD/oil_barrel", "per barrel")
    assert match_rate("$5 per share", 2, unit("$")) is None
    assert match_rate("$5 a year ago", 2, unit("$")) is None


# -------------------------------------------------------------------------------------- any text

forms = st.sampled_from(
    [form for entry in ENTRIES for form in expanded((*entry.forms, *entry.symbols))]
)
prose = st.lists(
    st.one_of(
        forms,
        st.sampled_from(["5", " ", " per ", " a ", "$", "US$", "-", "\n", "²", "."]),
        st.text(max_size=5),
    )
).map("".join)


@settings(max_examples=500)
@given(st.one_of(st.text(), prose), st.data())
def test_any_text_is_read_without_error_and_inside_its_bounds(
    text: str, data: st.DataObject
) -> None:
    position = data.draw(st.integers(0, len(text)))
    end = data.draw(st.one_of(st.none(), st.integers(position, len(text))))
    found = match_unit(text, position, end)
    if isinstance(found, UnitMatch):
        assert text[found.start : found.end] == found.surface
    if found is not None:
        assert position <= found.start < found.end <= (len(text) if end is None else end)
    sign = money_sign(text, position)
    if sign is not None:
        assert 0 <= sign[1] < position


@pytest.mark.parametrize(
    "piece", ["km ", "per ", "a day ", "5 ", "- ", "in", '"', "°", "sq. ", "cubic ", "\n"]
)
def test_time_does_not_grow_with_the_text(piece: str) -> None:
    def spent(text: str) -> float:
        best = math.inf
        for _ in range(5):
            begun = time.perf_counter()
            for _ in range(20):
                match_unit(text, len(text) // 2)
                money_sign(text, len(text) // 2)
            best = min(best, time.perf_counter() - begun)
        return best

    small, large = piece * 200, piece * 100_000
    spent(small)
    assert spent(large) < 5 * spent(small) + 0.002


@pytest.mark.parametrize("veto", [v for e in ENTRIES for v in e.veto], ids=lambda veto: veto.why)
def test_a_veto_answers_quickly_on_pumped_text(veto: Veto) -> None:
    begun = time.perf_counter()
    for pump in ("a", " ", "1", ".", '"', "(", "a ", "1 ", "1.", "won ", "ft 1", "'1", "- ", "s"):
        text = pump * 200
        veto.cancels(text, len(text) // 2, len(text) // 2 + 1)
    assert time.perf_counter() - begun < 0.25


def test_reading_is_cheap() -> None:
    """Held against a bare look-up by pattern and table on the same machine: no slow path by
    accident for what nearly every number in news has behind it."""
    token, table = re.compile(r"[ -]?([^\W\d_]+|[^\w\s])"), {"percent": 1}

    def bare(text: str) -> None:
        step = token.match(text, 1)
        if step:
            table.get(step[1].lower())

    def spent(read_it: Callable[[str], object], text: str) -> float:
        return min(timeit.repeat(lambda: read_it(text), number=2_000, repeat=7))

    def behind(text: str) -> object:
        return match_unit(text, 1)

    for text, times in [
        ("5 people were", 3.5),
        ("5% of", 7),
        ("5 percent in", 7),
        ("5 km from", 7),
    ]:
        behind(text)
        assert spent(behind, text) < times * spent(bare, text), text
    assert spent(lambda text: money_sign(text, 6), "about 5") < 3.5 * spent(bare, "5 people")


def test_importing_it_imports_neither_pint_nor_the_tables() -> None:
    script = (
        "import sys, claimcheck.quantities.surfaces as s, claimcheck.quantities.units as u;"
        "assert 'pint' not in sys.modules and 'tomllib' not in sys.modules;"
        "u.convert(1, 'mile', 'kilometer'); s.match_unit('50 km', 2);"
        "assert 'pint' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
