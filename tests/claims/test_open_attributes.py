"""Open attributes: what a value measures where no rule pack says so."""

from __future__ import annotations

import pytest

from .reading import open_claims


def measured(text: str) -> list[str]:
    return [c.attribute for c in open_claims(text) if c.measurand.dimension != "category"]


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        # What befell people goes before what they are.
        ("Ten people were killed.", ["kill"]),
        ("The blast killed at least 10 and wounded 20.", ["kill", "injure"]),
        ("10 dead, 50 hurt in a blast", ["kill", "injure"]),
        ("The death toll rose to 10.", ["kill"]),
        ("The death toll of the storm on the coast rose to 17.", ["kill"]),
        ("The toll road reached 10 towns.", ["number town"]),
        ("He opened fire, killing one, and fled.", ["kill"]),
        ("Eight people suffered serious injury.", ["injure"]),
        ("Two victims died.", ["kill"]),
        ("A woman died and two men were treated.", ["people "]),
        ("She is missing 10 of 16 games.", ["number", "number game"]),
        ("Police arrested 14 people.", ["arrest"]),
        ("Some 300 people fled.", ["displace"]),
        ("No one was killed or injured.", ["injure", "kill"]),
        ("Seven refugees walked home.", ["people refuge"]),
        ("The union has a membership of 30,000.", ["people "]),
        ("The union has 30,000 members.", ["people "]),
        ("The union has a stock of 30,000.", ["number"]),
        # A place's inhabitants, not those who happen to be there.
        ("Oakford is a city of 23,000 people.", ["population"]),
        ("Oakford, home to about 23,000 people, was hit.", ["population"]),
        ("About 23,000 people came to Oakford.", ["people "]),
        # Things by their noun, and by their name where the noun is one.
        ("Seven bridges were closed.", ["number bridg"]),
        ("They found seven AK-47s.", ["number ak47"]),
        ("They found seven AK-47 rifles.", ["number ak47"]),
        # Measures by the word that says what they are of.
        ("The quake had a depth of 12 km.", ["depth"]),
        ("It was a 12-km-deep quake.", ["depth"]),
        ("The tower is 90 metres high.", ["height"]),
        ("It struck 35 km north of Oakford.", ["distance from oakford"]),
        ("It struck 35 miles (56 km) from Oakford.", ["distance from oakford"] * 2),
        ("It struck 35 miles from Peru's main city of Oakford.", ["distance from oakford"]),
        ("It lies 35 miles south of the border with Sudan.", ["distance from the border"]),
        ("The ditch is three metres (10 feet) wide.", ["width", "width"]),
        ("She ran for 35 yards.", ["measured length"]),
        ("The quake had a force of 6.2 on the Richter scale.", ["magnitude"]),
        (
            "Two quakes, measuring 5.2 and 4.8, followed.",
            ["number #quake", "magnitude", "magnitude"],
        ),
        ("A magnitude 6.2 earthquake struck.", ["magnitude"]),
        ("A 6.2-magnitude quake struck.", ["magnitude"]),
        # Of one person.
        ("Ada Lovelace, 36, wrote it.", ["age"]),
        # A record is not the score of a game.
        ("The Owls (10-5) won.", ["record"]),
        ("The Owls (2-13) lost.", ["record"]),
        ("The Owls had a 2-13 season.", ["record"]),
        ("The Owls won 20-13.", ["score"]),
        # "First in four years" is no duration of anything that lasted.
        (
            "It was the first visit abroad in four years.",
            ["rank visit", "time since the last, first"],
        ),
        ("It lasted four years.", ["measured duration"]),
        ("The film cost $40 million.", ["money $"]),
        ("It will cost 40 million euros.", ["money EUR"]),
    ],
)
def test_what_a_value_measures(text: str, attributes: list[str]) -> None:
    assert measured(text) == attributes


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Ada Lovelace, 36, wrote it.", {"@lovelace", "@ada lovelace"}),
        ("The 36-year-old Ada Lovelace wrote it.", {"@lovelace", "@ada lovelace"}),
        ("A 36-year-old woman wrote it.", set()),
        ("Oakford, a city of 23,000 people, was hit.", {"@oakford"}),
        ("The Oakford Owls lost. The Owls (10-5) won.", {"@owls", "@oakford"}),
    ],
)
def test_of_whom_or_what(text: str, subjects: set[str]) -> None:
    tied = [c for c in open_claims(text) if c.measurand.tie == "subject"]
    assert [set(c.subjects) for c in tied] == [subjects]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The captain, Ada Brown, 52, was arrested.", "Ada Brown"),
        ("Brown, 52, was arrested. Ada Brown is a captain.", "Ada Brown"),
        ("The driver, Mohammed Hassan, 44, died.", "Mohammed Hassan"),
        ("The sailor, Bo Bowen, 44, died.", "Bo Bowen"),
        ("The sailor, aged 44, died.", "unnamed"),
    ],
)
def test_whom_an_age_is_said_of_is_named_once(text: str, subject: str) -> None:
    assert {claim.subject for claim in open_claims(text, "age")} == {subject}
