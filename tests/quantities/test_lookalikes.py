"""Lookalikes: what is written with a number and is no quantity, each with its reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.quantities.lookalikes import (
    CODE,
    NAME,
    NOT_A_NUMBER,
    PRONOUN,
    RATIO,
    TELEPHONE,
)
from claimcheck.quantities.surfaces import money_sign

from .reading import Row, check, only, said

NAMES: list[str] = [
    # joined to letters
    "He fired an |AK-47| twice.",
    "The |AK-47s| jammed.",
    "|Russia-24| said so.",
    "The |G7| met.",
    "The |G20| summit failed.",
    "A |MiG-29| jet left.",
    "An |F16| jet left.",
    "The |B-52H| bomber left.",
    "The |A320-200| left.",
    "The |COVID-19| ward closed.",
    "The |H5N1| flu spread.",
    "The |CO2| level rose.",
    "The |M25| closed.",
    "It lies on |I-95| there.",
    "The |3D| film flopped.",
    "A |4x4| stopped.",
    "The |5G| mast fell.",
    "The |49ers| lost.",
    "She is in the |under-20| team.",
    # behind a name
    "She flew a Boeing |747| to Oslo.",
    "Boeing |747| landed.",
    "The Boeing |787| Dreamliners landed.",
    "She listens to Radio |4| there.",
    "World War |2| ended.",
    "The S&P |500| slept.",
    # behind a word for what has numbers
    "Flight |93| fell.",
    "Route |66| is long.",
    "Highway |101| is long.",
    "Section |20| of the act fell.",
    "Article |5| of the pact holds.",
    "It is on page |20| there.",
    "Room |101| is empty.",
    "A category |4| storm hit.",
    "Phase |3| began.",
    "Formula |One| drivers met.",
    "The No |5| seed lost.",
    "The |#5| seed lost.",
    "The No. |5| seed lost.",
    "It stands on p. |20| there.",
    "Flight |1549| fell.",
    "Case number |1234| fell.",
    "Proposition |8| passes there.",
    "The stage |4| cancer spread.",
    "On day |3| it rained.",
    "The number |20| bus left.",
    "A |7-Eleven| shop closed.",
    "The |scp2-173m| strain spread.",
    "The |E12c| road closed.",
    "A |T-46A| jet left.",
    "The |technetium-99m| leaked.",
]

CODES: list[str] = [
    "Call |555-0199-12| now.",
    "It runs |24/7| there.",
    "The |9/11| plot failed.",
    "A |50/50| chance.",
    "They won |17/35| there.",
    "At |10/1| it lost.",
    "At |130/80| it fell.",
    "The ISBN |978-3-16-148410-0| is free.",
    "The ratio is |3:1| there.",
    "It took |2:05:31| in all.",
]


TELEPHONES: list[str] = [
    "Call |555-123-4567| now.",
    "Call |1-800-555-0199| now.",
    "Call |877-HELP-24-7| now.",
    "Call |800-FLOWERS| now.",
    "Ring |(703) 555-0134| now.",
    "Ring |+44 20 7946 0123| now.",
    "Ring |0845-496-0123| now.",
]

RATIOS: list[str] = [
    "They made |29-of-34| passes.",
    "He went |3-for-4| there.",
    "A |two-for-one| split.",
    "They are |5-to-1| odds.",
    "They are |1-to-5| odds.",
    "A |1-in-5| chance.",
]


@pytest.mark.parametrize("row", NAMES)
def test_a_name_is_no_quantity(row: str) -> None:
    check(row, f"no: {NAME}")


@pytest.mark.parametrize("row", CODES)
def test_a_code_is_no_quantity(row: str) -> None:
    check(row, f"no: {CODE}")


@pytest.mark.parametrize("row", TELEPHONES)
def test_a_telephone_number_is_no_quantity(row: str) -> None:
    check(row, f"no: {TELEPHONE}")


@pytest.mark.parametrize("row", RATIOS)
def test_a_ratio_in_one_word_is_set_aside(row: str) -> None:
    check(row, f"no: {RATIO}")


REFUSED: list[Row] = [
    ("That |one| fell.", f"no: {PRONOUN}"),
    ("This |one| works.", f"no: {PRONOUN}"),
    ("He is the |one|.", f"no: {PRONOUN}"),
    ("The |one| of his dreams.", f"no: {PRONOUN}"),
    ("Another |one| is free.", f"no: {PRONOUN}"),
    ("No |one| came.", f"no: {PRONOUN}"),
    ("They hit |one| another.", f"no: {PRONOUN}"),
    ("It is the |one| they want.", f"no: {PRONOUN}"),
    ("It is a |one|-off.", f"no: {PRONOUN}"),
    ("|1|) Eat. |2|) Sleep.", "no: a list number; no: a list number"),
    ("She lives at |9| Elm Street now.", "no: an address"),
    ("She lives at |10| Downing St now.", "no: an address"),
    ("The |1.2.3| release is out.", f"no: {NOT_A_NUMBER}"),
    ("She reached |192.168.0.1| there.", f"no: {NOT_A_NUMBER}"),
]


@pytest.mark.parametrize(("row", "expected"), REFUSED)
def test_a_number_is_refused_with_its_reason(row: str, expected: str) -> None:
    check(row, expected)


@pytest.mark.parametrize("text", ["She is in her 20s.", "He is in his 30s."])
def test_a_plural_of_a_number_is_refused(text: str) -> None:
    assert said(only(text)).startswith("no: ")


READ: list[Row] = [
    # A name or a designator stands before it, and yet it counts.
    ("She said in Baghdad |20| people died.", "20 (people)"),
    ("She drove near Minsk |20 km| more.", "20 kilometer"),
    ("She told Kim |20| cars left.", "20 (car)"),
    ("Kim saw |20| cars.", "20 (car)"),
    ("|Only one| road is free.", "1 (road)"),
    ("|One| said so.", "1"),
    ("It killed |more than100| people.", "above 100 (people)"),
    ("It is a |sub-500| road.", "below 500"),
    ("It was a magnitude-|6.1| quake.", "6.1"),
    ("The |12|-carriage train left.", "12 (carriage)"),
    ("|5M| swans came.", "5000000 (swan)"),
    ("He called |200| witnesses.", "200 (witness)"),
    ("That day |20| people died.", "20 (people)"),
    ("He won that game. |20| people left.", "20 (people)"),
    ("It drew a crowd of |2000|.", "2000"),
    ("It has |1950| workers.", "1950 (worker)"),
    ("A |10-to-15-minute| walk.", "10 to 15 minute"),
    ("The |one-year| deal ended.", "1 year"),
    ("Another |one percent| fall.", "1 percent"),
    ("That |one| bomb fell.", "1 (bomb)"),
    ("It is |7 1/4 miles| there.", "7.25 mile"),
    ("It is |1/16 inch| there.", "0.0625 inch"),
]


@pytest.mark.parametrize(
    ("row", "expected"),
    READ,
)
def test_what_looks_like_a_name_and_counts(row: str, expected: str) -> None:
    check(row, expected)


SCORES: list[Row] = [
    ("They won |2-0| there.", "2 to 0, score"),
    ("They lost |2-7| there.", "2 to 7, score"),
    ("They drew |1-1| there.", "1 to 1, score"),
    ("They won |5–3| there.", "5 to 3, score"),
    ("It is a |14-0| record.", "14 to 0, score"),
    ("It is a |50-50| chance.", "50 to 50, score"),
    ("They passed it by |9-1| there.", "9 to 1, score"),
    ("They won |6-4|, |7-5| there.", "6 to 4, score; 7 to 5, score"),
    ("They lead |2-3| there.", "2 to 3, score"),
    ("A |2-4| defeat hurt.", "2 to 4, score"),
    # a range
    ("It takes |2-4| bricks.", "2 to 4 (brick)"),
    ("It takes |65-70| bricks.", "65 to 70 (brick)"),
    ("It weighs |2-4 kg|.", "2 to 4 kilogram"),
]


@pytest.mark.parametrize(("row", "expected"), SCORES)
def test_a_score_against_a_range(row: str, expected: str) -> None:
    check(row, expected)


# ------------------------------------------------------------------------------------------ laws


@given(st.integers(1, 999), st.from_regex(r"[A-Z]{2,4}-", fullmatch=True))
def test_letters_in_front_make_a_name_of_any_number(n: int, letters: str) -> None:
    hedging = ("SUB-", "TO-", "AN-", "THE-", "OF-", "NOW-", "THEN-")
    money = money_sign(letters[:-1], len(letters) - 1) is not None  # "PTE-1" is an escudo owed
    if letters not in hedging and not money and said(only(f"{letters}{n}")) != f"no: {NAME}":
        pytest.fail(f"{letters}{n} is read as {said(only(f'{letters}{n}'))}")


@given(st.integers(0, 99), st.integers(0, 99))
def test_what_was_won_is_never_a_range(one: int, other: int) -> None:
    assert said(only(f"They won {one}-{other} there.")) == f"{one} to {other}, score"
