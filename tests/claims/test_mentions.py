"""Mentions: each kind of cue, what it takes and what it refuses."""

from __future__ import annotations

from typing import Any

import pytest

from claimcheck.claims.clauses import Clauses
from claimcheck.claims.mentions import Mention, Vetoed, match
from claimcheck.claims.rulepacks import Cue, Examples, RulePack, Veto
from claimcheck.quantities.calendar.times import week_times
from claimcheck.quantities.numerals import fold
from claimcheck.quantities.quantity import Quantity
from claimcheck.quantities.reader import quantities


def pack(cue: Cue, dimension: str = "length", vetoes: tuple[Veto, ...] = ()) -> RulePack:
    """A pack with one cue, and no more than reading asks for."""
    return RulePack(
        attribute="measure",
        label="measure",
        about="thing",
        stability="standing",
        dimension=dimension,
        unit={"length": "meter", "time": "hour"}.get(dimension, ""),
        cues=[cue],
        vetoes=list(vetoes),
        examples=Examples(said=[], nothing=[]),
    )


def read(text: str, read_by: RulePack) -> Mention | Vetoed | None:
    """What a pack makes of the last value of its dimension in a sentence."""
    folded = fold(text)
    found: list[Any] = [q for q in quantities(text) if isinstance(q, Quantity)]
    if read_by.dimension == "when":
        found = list(week_times(folded))
    value = found[-1]
    clause = Clauses(folded, 0, len(text)).at(value.start, value.end)
    return match(read_by, value, clause, read_by.vetoes)


def anchor(text: str, read_by: RulePack) -> str | None:
    """The cue's own word in a sentence; None where nothing is read."""
    found = read(text, read_by)
    return found.anchor.text if isinstance(found, Mention) else None


# --- verb ---------------------------------------------------------------------------------------

CLIMBS = pack(Cue(kind="verb", words=["climb", "reach"]))


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("It climbs 300 metres.", "climbs"),
        ("It climbed about 300 metres.", "climbed"),
        ("It reaches, some say, 300 metres.", None),  # the clause of the value has no verb
        ("It climbs or reaches at 300 metres.", "reaches"),
        ("It climbs slowly to well over 300 metres.", "climbs"),
        # Another verb, no verb, a verb behind.
        ("It measures 300 metres.", None),
        ("300 metres it climbs.", None),
        # The same letters as a noun.
        ("It saw the climb 300 metres ahead.", None),
        # Too far away.
        ("It climbs a b c d e f g h i j k l m 300 metres.", None),
        # A value that is put in behind a comma, or describes something else.
        ("It climbs beside the tower, 300 metres of steel.", None),
        ("It climbs above the 300-metre tower.", None),
        ("It climbs above the 300-metre-high tower.", None),
        # Another dimension.
        ("It climbs 300 tons.", None),
        ("It climbs 300 times.", None),
    ],
)
def test_verb(text: str, verb: str | None) -> None:
    assert anchor(text, CLIMBS) == verb


# --- noun ---------------------------------------------------------------------------------------

HEIGHT = pack(Cue(kind="noun", words=["height"], lead=["be", "of"]))


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Its height is 300 metres.", "height"),
        ("Its height is also only about 300 metres.", "height"),
        ("It has a height of 300 metres.", "height"),
        ("Their heights were 300 metres.", "heights"),
        # Something else leads, or the noun is missing.
        ("Its height grew by 300 metres.", None),
        ("Its depth is 300 metres.", None),
        ("It is 300 metres in height.", None),
        ("Its height is a 300-metre secret.", None),
    ],
)
def test_noun(text: str, noun: str | None) -> None:
    assert anchor(text, HEIGHT) == noun


# --- modifies -----------------------------------------------------------------------------------

TOWER = pack(Cue(kind="modifies", words=["tower"]))


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("They saw the 300-metre tower.", "tower"),
        ("They saw a 300 m radio tower.", "tower"),
        ("They saw 300 metre towers.", "towers"),
        # Past a joint, a comma or too many words it is another thing's.
        ("They saw 300 metres of tower.", None),
        ("They saw 300 metres, a tower.", None),
        ("They went 300 metres past old and very tall tower.", None),
        ("They saw the tower of 300 metres.", None),
    ],
)
def test_modifies(text: str, noun: str | None) -> None:
    assert anchor(text, TOWER) == noun


# --- counts -------------------------------------------------------------------------------------

FLOORS = pack(Cue(kind="counts", words=["floor"], verbs=["have"]), "count")
FLATS = pack(Cue(kind="counts", words=["flat"], nouns=["tower"], verbs=["have"], near=1), "count")


@pytest.mark.parametrize(
    ("text", "read_by", "noun"),
    [
        ("It has 80 floors.", FLOORS, "floors"),
        ("It has more than 80 well lit floors.", FLOORS, "floors"),
        ("It had one floor.", FLOORS, "floor"),
        ("It sold 80 floors.", FLOORS, None),
        ("It has 80 rooms on two floors.", FLOORS, "floors"),
        ("It has 80 of the floors.", FLOORS, None),
        ("It has 80 metres.", FLOORS, None),
        ("It has $80 floors.", FLOORS, None),
        # The clause must hold the noun that has them, and the verb stand near.
        ("The tower has 80 flats.", FLATS, "flats"),
        ("The tower, which has 80 flats, fell.", FLATS, "flats"),
        ("It has 80 flats.", FLATS, None),
        ("The tower has so very many or 80 flats.", FLATS, None),
    ],
)
def test_counts(text: str, read_by: RulePack, noun: str | None) -> None:
    assert anchor(text, read_by) == noun


def test_a_counted_noun_belongs_to_the_claim() -> None:
    text = "It has 80 well lit floors."
    found = read(text, FLOORS)
    assert isinstance(found, Mention)
    assert text[found.value.start : found.end] == "80 well lit floors"


# --- when ---------------------------------------------------------------------------------------

OPENS = pack(Cue(kind="when", words=["open"]), "when")
BEGINS = pack(Cue(kind="when", words=["begin"], nouns=["work"]), "when")


@pytest.mark.parametrize(
    ("text", "read_by", "verb"),
    [
        ("It opened on Sunday.", OPENS, "opened"),
        ("It opened quietly and late on Sunday.", OPENS, None),  # joined on
        ("On Sunday it opened.", OPENS, "opened"),
        ("• On Sunday it opened.", OPENS, "opened"),
        ("They wept, and on Sunday it opened.", OPENS, None),
        # Somebody else's time.
        ("After opening on Sunday, it closed.", OPENS, None),
        ("It opened, its owner said on Sunday.", OPENS, None),
        ("It was opened on Sunday.", OPENS, None),
        ("It was officially opened on Sunday.", OPENS, None),
        ("The last open on Sunday.", OPENS, None),
        # With a noun that it begins.
        ("She began her work on Sunday.", BEGINS, "began"),
        ("She began the hard work on Sunday.", BEGINS, "began"),
        ("The work began on Sunday.", BEGINS, "began"),
        ("She began on Sunday.", BEGINS, None),
        ("She began a song at work on Sunday.", BEGINS, None),
        ("She began songs about her work on Sunday.", BEGINS, None),
    ],
)
def test_when(text: str, read_by: RulePack, verb: str | None) -> None:
    assert anchor(text, read_by) == verb


# --- what narrows -------------------------------------------------------------------------------

THEN = pack(Cue(kind="verb", words=["take"], then=["build", "raise"]), "time")


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("It took two years to build.", "took"),
        ("It took two years to raise it.", "took"),
        ("It took two years to sell.", None),
        ("It took two years.", None),
        ("It took two years before they build.", None),
    ],
)
def test_an_infinitive_behind_the_value(text: str, verb: str | None) -> None:
    assert anchor(text, THEN) == verb


@pytest.mark.parametrize(
    ("veto", "text", "is_read"),
    [
        (Veto(near="toy", why="x"), "It climbs 300 metres.", True),
        (Veto(near="toy", why="x"), "The toy climbs 300 metres.", False),
        (Veto(near="toy", why="x"), "The TOY climbs 300 metres.", False),
        # On whole words, and in the clause alone.
        (Veto(near="toy", why="x"), "Toyland’s climbs 300 metres.", True),
        (Veto(near="toy", why="x"), "There was a toy; it climbs 300 metres.", True),
        # N stands for the value.
        (Veto(near="N (?:more|less)", why="x"), "It climbs 300 metres more.", False),
        (Veto(near="N (?:more|less)", why="x"), "It climbs 300 metres or more than that.", True),
        (Veto(near="toy", unless="real", why="x"), "The real toy climbs 300 metres.", True),
        # The value's own words.
        (Veto(value="yards?", why="x"), "It climbs 300 yards.", False),
        (Veto(value="yards?", why="x"), "It climbs 300 metres.", True),
        (Veto(near="toy", value="yards?", why="x"), "It climbs 300 yards.", True),
        (Veto(near="toy", value="yards?", why="x"), "The toy climbs 300 yards.", False),
    ],
)
def test_vetoes(veto: Veto, text: str, is_read: bool) -> None:
    found = read(text, pack(CLIMBS.cues[0], vetoes=(veto,)))
    assert isinstance(found, Mention if is_read else Vetoed)


def test_a_veto_gives_its_reason() -> None:
    found = read(
        "The toy climbs 300 metres.",
        pack(CLIMBS.cues[0], vetoes=(Veto(near="toy", why="it is a toy"),)),
    )
    assert isinstance(found, Vetoed)
    assert found.reason == "it is a toy"


def test_the_first_cue_that_fits_is_taken() -> None:
    both = pack(CLIMBS.cues[0])
    both = RulePack(
        **{f: getattr(both, f) for f in both.__struct_fields__}
        | {"cues": [*TOWER.cues, *CLIMBS.cues]}
    )
    found = read("It climbs 300 metres.", both)
    assert isinstance(found, Mention)
    assert found.cue is both.cues[1]
