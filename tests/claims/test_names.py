"""Names: whom and what an article calls by name, short forms, titles and possessives."""

from __future__ import annotations

from itertools import pairwise

import pytest

from claimcheck.articles.sentences import sentences
from claimcheck.claims.names import Name, NameKind, is_organisation, names


def found(text: str) -> list[Name]:
    return names(text, sentences(text))


def said(text: str) -> list[str]:
    """The names as the text spells them."""
    return [text[n.start : n.end] for n in found(text)]


def people(text: str) -> list[str]:
    """The full names of the people, mention by mention."""
    return [n.full for n in found(text) if n.kind is NameKind.PERSON]


def kinds(text: str) -> dict[str, NameKind]:
    return {n.full: n.kind for n in found(text)}


# --- full and short -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ada Lovelace left. Lovelace won.", ["Ada Lovelace", "Ada Lovelace"]),
        ("Ada Lovelace left. Ada won.", ["Ada Lovelace", "Ada Lovelace"]),
        # The short name may come first.
        ("Lovelace won. It was late when Ada Lovelace left.", ["Ada Lovelace", "Ada Lovelace"]),
        # Two who share no part stay two.
        (
            "Ada Lovelace met Grace Hopper. Hopper left and Lovelace stayed.",
            ["Ada Lovelace", "Grace Hopper", "Grace Hopper", "Ada Lovelace"],
        ),
        # A short name alone is nobody whom we know.
        ("Lovelace left.", []),
        # A headline in capitals speaks of the same person.
        ("ADA LOVELACE\n\nAda Lovelace left.", ["Ada Lovelace", "Ada Lovelace"]),
    ],
)
def test_a_short_name_stands_for_the_full_one_that_holds_it(text: str, who: list[str]) -> None:
    assert people(text) == who


def test_people_who_share_a_part_of_their_name_stay_apart() -> None:
    text = "Kim Jong Un, the son of Kim Jong Il, is the brother of Kim Yo Jong. Kim left."
    assert people(text) == ["Kim Jong Un", "Kim Jong Il", "Kim Yo Jong", "Kim Jong Un"]


def test_the_short_name_is_that_of_whom_is_named_first() -> None:
    assert people("Kim Yo Jong left. Kim Jong Un stayed. Kim spoke.")[-1] == "Kim Yo Jong"


@pytest.mark.parametrize("spelling", ["Kim Jong-un", "Kim Jong-Un", "Kim Jong Un", "KIM JONG UN"])
def test_hyphens_and_capitals_make_no_other_person(spelling: str) -> None:
    keys = {n.key for n in found(f"{spelling} left. Kim Jong Un came.")}
    assert keys == {"kim jong un"}


@pytest.mark.parametrize("piece", ["van", "Jr", "II", "F"])
def test_nobody_is_called_by_a_particle_or_a_number(piece: str) -> None:
    text = f"Ludwig van Beethoven, Ada F. Hopper Jr and George Wells II met. {piece.title()} left."
    assert people(text) == ["Ludwig Van Beethoven", "Ada F Hopper Jr", "George Wells II"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Witnesses saw it. The witnesses left.", []),
        ("Rocket Hits Crowded Ferry Aurora\n\nA rocket hits the crowded ship.", ["Ferry Aurora"]),
        ("Quake Kills Dozens In Lima\n\nThe quake kills dozens.", ["Lima"]),
        (
            "Herons Clinch Title with Goal\n\nA goal clinched the Herons their title.",
            ["Herons"] * 2,
        ),
        ("Bush left the bush. George Bush came.", ["George Bush", "George Bush"]),
        ("Turkey eats turkey.", ["Turkey"]),
        ("Ada Hopper-who left-is back. The plan is set for October-the last.", ["Ada Hopper"]),
        ("Ada Hopper of Lima left.", ["Ada Hopper", "Lima"]),
        ("It shut the University of Lima.", ["University Of Lima"]),
        ("His garden is in Hawaiian Gardens.", ["Hawaiian Gardens"]),
    ],
)
def test_what_is_a_name_by_its_capitals(text: str, names: list[str]) -> None:
    assert [n.full for n in found(text)] == names


# --- titles and offices -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("President Joe Biden left.", ["Joe Biden"]),
        ("US President Joe Biden left.", ["Joe Biden"]),
        ("U.S. President Joe Biden left.", ["Joe Biden"]),
        ("North Korean leader Kim Jong Un left.", ["Kim Jong Un"]),
        ("Foreign Trade Minister Rah Woon Bae left.", ["Rah Woon Bae"]),
        ("Moscow Mayor Vera Petrova left.", ["Vera Petrova"]),
        ("Queen Elizabeth II left.", ["Elizabeth II"]),
        ("Dr. Ada Lovelace met Mrs Hopper.", ["Ada Lovelace", "Hopper"]),
        # A title makes a person of one word.
        ("President Biden met the premier Modi.", ["Biden", "Modi"]),
        # A title behind the name, or alone, is nobody's.
        ("The President left.", []),
        ("Corporate Affairs minister Michael Howard left.", ["Michael Howard"]),
    ],
)
def test_titles_are_no_part_of_a_name(text: str, who: list[str]) -> None:
    assert people(text) == who


@pytest.mark.parametrize(
    "text",
    [
        "On Tuesday Ada Lovelace left.",
        "But Ada Lovelace left.",
        "Did Ada Lovelace leave?",
        "According to her, Russian Ada Lovelace left.",
        "Meanwhile Ada Lovelace left.",
    ],
)
def test_a_capital_at_the_start_of_a_sentence_is_no_name(text: str) -> None:
    assert people(text) == ["Ada Lovelace"]


# --- spelling -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Joseph P. Kennedy left.", ["Joseph P Kennedy"]),
        ("J. K. Rowling left.", ["J K Rowling"]),
        ("They met J.K. Rowling.", ["J.K Rowling"]),
        ("Mary-Jane Watson left.", ["Mary Jane Watson"]),
        ("Conan O’Brien left, and O'Brien won.", ["Conan O’Brien"]),
        ("Osama bin Laden, Charles de Gaulle.", ["Osama Bin Laden", "Charles De Gaulle"]),
        ("Émile Zola met Øystein Ådland.", ["Émile Zola", "Øystein Ådland"]),
        # A no-break space is a space, a line end is none.
        ("Ada\u00a0Lovelace left.", ["Ada Lovelace"]),
        ("Ada\nLovelace", []),
    ],
)
def test_spellings(text: str, who: list[str]) -> None:
    assert people(text) == who


@pytest.mark.parametrize(
    "text",
    [
        "They fought in World War II. Ada Lovelace left.",
        "He met Hopper! Ada Lovelace left.",
        "He came from Paris\nAda Lovelace left.",
    ],
)
def test_no_name_goes_over_the_end_of_a_sentence(text: str) -> None:
    assert "Ada Lovelace" in said(text)


@pytest.mark.parametrize(
    ("text", "name", "possessive"),
    [
        ("Ada Lovelace’s train", "Ada Lovelace", True),
        ("Ada Lovelace's train", "Ada Lovelace", True),
        ("Grace Jones’ train", "Grace Jones", True),
        ("Grace Jones' train", "Grace Jones", True),
        ("Grace Jones’s train", "Grace Jones", True),
        ("Ada Lovelace left", "Ada Lovelace", False),
        ("‘Ada Lovelace’ is her name", "Ada Lovelace", False),
    ],
)
def test_possessives(text: str, name: str, possessive: bool) -> None:
    [only] = found(text)
    assert (text[only.start : only.end], only.possessive) == (name, possessive)


# --- kinds --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Vladivostok", NameKind.PLACE),
        ("North Korea", NameKind.PLACE),
        ("St. Petersburg", NameKind.PLACE),
        ("Ho Chi Minh City", NameKind.PLACE),
        ("Russian", NameKind.ADJECTIVE),
        ("North Koreans", NameKind.ADJECTIVE),
        ("BBC News", NameKind.OTHER),
        ("New York Times", NameKind.OTHER),
        ("Bank of England", NameKind.OTHER),
        ("Ada Lovelace", NameKind.PERSON),
        ("Lovelace", NameKind.OTHER),
    ],
)
def test_kinds(name: str, kind: NameKind) -> None:
    assert [n.kind for n in found(f"they saw {name} there")] == [kind]


@pytest.mark.parametrize("name", ["the U.S.", "the US"])
def test_the_united_states_are_a_place_unless_a_name_follows(name: str) -> None:
    assert kinds(f"She went to {name} by ship.") == {"United States": NameKind.PLACE}
    assert kinds(f"{name} President Ada Lovelace") == {"Ada Lovelace": NameKind.PERSON}


def test_a_country_before_a_name_is_no_part_of_it() -> None:
    assert kinds("they met Russian Ada Lovelace") == {"Ada Lovelace": NameKind.PERSON}


@pytest.mark.parametrize(
    ("name", "is_one"), [("NATO", True), ("Acme Company", True), ("Rex", False)]
)
def test_organisations(name: str, is_one: bool) -> None:
    [only] = found(f"they saw {name} there")
    assert is_organisation(only) is is_one


def test_names_are_in_order_and_never_overlap() -> None:
    text = "U.S. President Joe P. Biden’s aide Ada Lovelace met Kim Jong-un in New York City."
    spans = [(n.start, n.end) for n in found(text)]
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
