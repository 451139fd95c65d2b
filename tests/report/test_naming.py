"""What facts are called, by their attributes."""

import pytest

from claimcheck.report.naming import attribute_of, topic_of

from .sample import claim, fact


@pytest.mark.parametrize(
    ("attribute", "quote", "called"),
    [
        ("carriage_count", "two days", "carriage count"),
        ("kill", "two days", "people killed"),
        ("measured duration", "two days", "duration"),
        ("category colour seat", "two days", "seat colour"),
        ("number villag", "two villages", "number of villages"),
        ("number villag", "two", "number of villag"),  # its word is nowhere
        ("number #house", "two homes", "number of houses"),
        ("people #rob", "two", "people: rob"),
        ("number", "two", "number"),
    ],
)
def test_an_attribute_is_called_what_people_call_it(
    attribute: str, quote: str, called: str
) -> None:
    said = claim("id", "a.txt", quote, text=quote, attribute=attribute)
    assert attribute_of(fact("f", [said]), {"id": said}) == called


def test_what_nobody_names_is_called_by_its_attribute() -> None:
    said = claim("id", "a.txt", "two", text="two", attribute="kill", subject="unnamed")
    assert topic_of(fact("f", [said]), {"id": said}) == "People killed"
