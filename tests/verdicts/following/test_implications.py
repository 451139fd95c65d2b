"""What holds of every template: its dimensions, what a derived claim says of itself."""

from __future__ import annotations

import re

import pint
import pytest

from claimcheck.verdicts.following.implications import TEMPLATES, Template, listed

from .told import checked, following

REGISTRY: pint.UnitRegistry[float] = pint.UnitRegistry()
UNITS = {
    "length": "meter",
    "time": "second",
    "count": "dimensionless",
    "ratio": "dimensionless",
}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda t: t.name)
def test_the_dimensions_of_a_template_agree(template: Template) -> None:
    formula = re.sub(r"[a-z]+", lambda m: f"(2 * unit.{UNITS[m[0]]})", template.formula)
    reckoned = eval(formula, {"unit": REGISTRY})  # nothing but what the module writes
    assert (reckoned * REGISTRY.dimensionless).check(
        (1 * getattr(REGISTRY, UNITS[template.gives])).dimensionality
    )


def test_no_two_templates_have_one_name() -> None:
    assert len({t.name for t in TEMPLATES}) == len(TEMPLATES)


TEXT = "Twelve people were killed: seven men and four women."


def test_what_follows_says_from_what_and_how() -> None:
    [eleven] = following(TEXT, "sum of parts")
    assert eleven.working == "by the sum of the parts, from ‘seven’ and ‘four’"
    assert eleven.stated == ()
    assert eleven.anchor is None
    [finding] = checked(TEXT).findings
    assert "11, by the sum of the parts, from ‘seven’ and ‘four’" in finding.explanation


def test_every_input_is_listed_and_is_a_claim_of_the_result() -> None:
    result = checked(TEXT)
    said = {c.id: c for c in result.claims}
    [eleven] = [c for c in result.claims if c.derived_from]
    assert [said[i].quote for i in eleven.derived_from] == ["seven", "four"]
    assert [said[i].quote for i in eleven.against] == ["Twelve people"]


def test_what_follows_is_of_the_fact_of_what_it_is_held_against() -> None:
    result = checked(TEXT, "Twelve people were killed in Smallville.")
    [fact] = [f for f in result.facts if any(c.derived_from for c in f.claims)]
    assert {c.doc for c in fact.claims} >= {"a"}
    assert sorted(c.id for f in result.facts for c in f.claims) == sorted(
        c.id for c in result.claims
    )
    [finding] = result.findings
    sides = [{c.doc for c in side.claims} for side in finding.sides]
    assert sides == [{"a"}, {"a"}]  # the sentence differs from itself, not from the other article


def test_what_follows_adds_no_voice_to_a_camp() -> None:
    result = checked(TEXT, "Eleven people were killed.")
    camps = [camp for f in result.facts for camp in f.camps if any(c.against for c in camp.claims)]
    assert [camp.origins for camp in camps] == [1]


@pytest.mark.parametrize(
    ("quotes", "shown"),
    [
        (["50 km/h"], "‘50 km/h’"),
        (["50 km/h", "900 km"], "‘50 km/h’ and ‘900 km’"),
        (["a", "b", "a", "c"], "‘a’, ‘b’ and ‘c’"),
    ],
)
def test_words_as_a_list(quotes: list[str], shown: str) -> None:
    assert listed(quotes) == shown
