"""Nouns: what a number counts, and every example of nouns.toml."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck.quantities.nouns import counted_noun, is_plural, singular, table
from claimcheck.quantities.numerals import fold

from .reading import read

TABLE = table()


@pytest.mark.parametrize(("text", "noun"), TABLE.reads)
def test_an_example_counts_its_noun(text: str, noun: str) -> None:
    (found,) = read(text)
    assert found.noun == noun


@pytest.mark.parametrize("text", TABLE.refuses)
def test_a_refused_example_counts_nothing(text: str) -> None:
    (found,) = read(text)
    assert found.noun == ""


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("20 cars", "car"),
        ("20 new cars", "car"),
        ("20 large red cars left", "car"),
        ("20\ncars", "car"),
        ("a 12-carriage train", "carriage"),
        ("20 members of parliament", "member"),
        ("three life sentences", "sentence"),
        ("20 commercial fishermen", "fisherman"),
        ("20 of the cars", "car"),
        ("20 of Kim’s cars", "car"),
        ("20 Kim’s cars", "car"),
        ("20 cars' drivers", "driver"),
        ("one of the best films", "film"),
        ("one of his men", "man"),
        ("20 fish", "fish"),
        ("20 new or used vans", "van"),
        ("20 boys or more", "boy"),
        ("a 12 page report", "page"),
        ("20 sports cars", "car"),
        ("20 aircraft carriers", "carrier"),
        ("20 crew members", "member"),
        ("a five speed gearbox", "speed"),
        ("one of six cars", "car"),
        ("one police car", "car"),
        ("one car", "car"),
        ("one American", "american"),
        ("one Republican political aide", "aide"),
        ("a 20-run lead", "run"),
        # A name is no noun, but may stand before one.
        ("20 U.S. soldiers", "soldier"),
        ("20 U.S. Navy ships", "ship"),
        ("20\nU.S. ships", "ship"),
        ("20 US ships", "ship"),
        ("20 Hamas fighters", "fighter"),
        ("20 Rangers fans", "fan"),
        ("20 Rangers won", "ranger"),
        ("20 Democrats won", "democrat"),
        ("20 Kurds won", "kurd"),
        ("20 Bills were there", ""),
        ("20 Bills Lost Today", "bill"),
        ("20 BILLS LOST", "bill"),
        ("20 AK-47 rifles", "rifle"),
        ("20 H100 GPUs", "gpu"),
        ("20 F-35s", ""),
        ("20\n  Kim said", ""),
        ("20\n  Oil prices rose", ""),
        ("20\nThe cars", ""),
        ("20 in the U.S. Cars rose", ""),
        # A comma between two adjectives does not end the phrase.
        ("20 big, old cars", "car"),
        ("20 big, cars", ""),
        ("20 big, police officers said", ""),
        ("20 big, two old cars", ""),
        ("20 big, rusty", ""),
        ("20 big, Old cars", ""),
        # A verb, an adjective, an adverb head no phrase.
        ("20 fell ill", ""),
        ("20 hit homes", "home"),
        ("20 dead", ""),
        ("20 hurt and cars burned", ""),
        ("20 hurt, old cars burned", ""),
        ("20 tall", ""),
        ("20 tall trees", "tree"),
        ("20 last year", ""),
        ("20 straight", ""),
        ("20 straight games", "game"),
        ("20-all", ""),
        ("20-sided", ""),
        ("20-a-day", ""),
        ("one close to it", ""),
        ("one hit a car", ""),
        ("one man dead", "man"),
        ("one man driving cars", "man"),
        ("one man John Smith", "man"),
        # The noun phrase ends before it comes.
        ("20 was enough", ""),
        ("20 were hurt", ""),
        ("20, cars", ""),
        ("20. Cars", ""),
        ("20\n\ncars", ""),
        ("20 seriously hurt", ""),
        ("20 each year", ""),
        ("five of them", ""),
        ("20 a b c d e f", ""),
        ("20", ""),
    ],
)
def test_the_noun_behind_a_number(text: str, noun: str) -> None:
    assert read(text)[0].noun == noun


@pytest.mark.parametrize(
    ("text", "end"), [(" red cars left", 9), ("-car train", 4), (" of the cars", 12), (" was", 0)]
)
def test_where_its_words_end(text: str, end: int) -> None:
    assert counted_noun(text, fold(text), 0).end == end


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("cars", "car"),
        ("boxes", "box"),
        ("classes", "class"),
        ("churches", "church"),
        ("bushes", "bush"),
        ("heroes", "hero"),
        ("shoes", "shoe"),
        ("houses", "house"),
        ("factories", "factory"),
        ("days", "day"),
        ("ties", "tie"),
        ("movies", "movie"),
        ("women", "woman"),
        ("policemen", "policeman"),
        ("children", "child"),
        ("people", "people"),
        ("lives", "life"),
        ("aircraft", "aircraft"),
        ("series", "series"),
        ("crises", "crisis"),
        ("lenses", "lens"),
        ("statuses", "status"),
        ("campuses", "campus"),
        ("causes", "cause"),
        ("uses", "use"),
        ("menus", "menu"),
        ("quizzes", "quiz"),
        ("dwarves", "dwarf"),
        ("clothes", "clothes"),
        ("grandchildren", "grandchild"),
        ("congresswomen", "congresswoman"),
        ("salespeople", "salesperson"),
        # what is no plural
        ("bus", "bus"),
        ("gas", "gas"),
        ("lens", "lens"),
        ("news", "news"),
        ("physics", "physics"),
        ("overseas", "overseas"),
        ("yemen", "yemen"),
        ("glass", "glass"),
        ("crisis", "crisis"),
        ("specimen", "specimen"),
        ("man", "man"),
        ("car", "car"),
    ],
)
def test_the_singular_of_a_noun(many: str, one: str) -> None:
    assert singular(many) == one


# ------------------------------------------------------------------------------------------ laws


def test_the_table_says_a_thing_once() -> None:
    stops = TABLE.stops.split()
    assert sorted(stops) == sorted(set(stops))
    assert set(TABLE.of.split()) <= set(stops) | {"that", "all"}
    assert not set(TABLE.modifiers.split()) & set(stops)


@pytest.mark.parametrize("pair", TABLE.irregular.split())
def test_an_irregular_noun_stays_singular(pair: str) -> None:
    many, one = pair.split("=")
    assert is_plural(many)
    assert singular(many) == one
    if not is_plural(one):
        assert singular(one) == one


@given(st.from_regex(r"[bcdfglmnprt][aeiou][bdglmnprt]", fullmatch=True))
def test_a_regular_plural_comes_back(noun: str) -> None:
    assume(not is_plural(noun) and is_plural(f"{noun}s"))  # "men", "lens"
    irregular = {form for pair in TABLE.irregular.split() for form in pair.split("=")}
    assume(not irregular & {noun, f"{noun}s"} and not noun.endswith("men"))
    assert singular(f"{noun}s") == noun
    assert singular(noun) == noun


@given(st.text(), st.data(), st.booleans())
def test_any_text_gives_a_noun_inside_it(text: str, data: st.DataObject, one: bool) -> None:
    folded = fold(text)
    position = data.draw(st.integers(0, len(folded)))
    found = counted_noun(text, folded, position, one=one)
    assert position <= found.end <= len(folded)
    assert bool(found.text) is (found.end > position)
