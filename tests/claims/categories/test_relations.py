"""What two values of a family are to each other."""

from __future__ import annotations

from typing import get_args

import pytest

from claimcheck.claims.categories.families import FAMILIES
from claimcheck.claims.categories.relations import Relation, relation


@pytest.mark.parametrize(
    ("family", "one", "other", "expected"),
    [
        ("weapon", "rifle", "rifle", "same"),
        ("weapon", "assault rifle", "rifle", "refines"),
        ("weapon", "ak-47", "firearm", "refines"),
        ("weapon", "revolver", "handgun", "refines"),
        ("weapon", "shotgun", "rifle", "apart"),
        ("weapon", "pump-action shotgun", "assault rifle", "apart"),
        ("weapon", "assault rifle", "machine gun", "near"),
        ("weapon", "knife", "pistol", "apart"),
        # One more of several refines; another than all of them does not.
        ("weapon", "knife, pistol", "knife", "refines"),
        ("weapon", "knife, pistol", "firearm", "refines"),
        ("weapon", "knife, pistol", "shotgun", "apart"),
        ("weapon", "knife, pistol", "knife, shotgun", "near"),
        ("direction", "west", "southwest", "near"),
        ("direction", "north", "northwest", "near"),
        ("direction", "southeast", "east-southeast", "near"),
        ("direction", "west", "east", "apart"),
        ("direction", "west", "south", "apart"),
        ("colour", "pink", "red", "near"),
        ("colour", "olive green", "green", "refines"),
        ("colour", "olive green", "dark green", "near"),
        ("colour", "green", "red", "apart"),
        ("colour", "red, white", "white", "refines"),
        ("transport", "helicopter", "plane", "apart"),
        ("transport", "helicopter", "aircraft", "refines"),
        ("transport", "private jet", "plane", "refines"),
        ("transport", "armoured train", "train", "refines"),
        ("transport", "armoured train", "plane", "apart"),
        ("injury", "fibula", "tibia", "apart"),
        ("injury", "fibula", "leg", "refines"),
        ("injury", "acl", "knee", "refines"),
        ("injury", "tibia", "ankle", "near"),
        ("outcome", "convicted", "charged", "refines"),
        ("outcome", "convicted", "acquitted", "apart"),
        ("outcome", "death sentence", "convicted", "refines"),
        ("outcome", "death sentence", "life sentence", "apart"),
        ("outcome", "death sentence", "acquitted", "apart"),
        ("outcome", "pleaded guilty", "pleaded not guilty", "apart"),
        ("outcome", "won", "lost", "apart"),
        ("place_of_death", "at the scene", "on the way to hospital", "apart"),
        ("state", "damaged", "undamaged", "apart"),
        ("state", "destroyed", "damaged", "refines"),
        ("state", "destroyed", "undamaged", "apart"),
        ("state", "cut", "unaffected", "apart"),
        ("address", "4100 block", "4300 block", "apart"),
        ("address", "4116", "4100 block", "refines"),
        ("address", "12016", "12018", "apart"),
        ("residence", "cardiff", "wales", "refines"),
        ("residence", "cardiff", "united kingdom", "refines"),
        ("residence", "cardiff", "merthyr tydfil", "apart"),
        ("residence", "merthyr tydfil", "paris", "apart"),
        ("residence", "khasan", "russia", "refines"),
        ("residence", "leeds", "england", "refines"),
        ("residence", "ohio", "texas", "apart"),
        # What nobody knows is not known to be apart.
        ("residence", "kelm", "cardiff", "near"),
        ("residence", "kelm", "oldby", "near"),
        ("place", "ivory coast", "horn of africa", "apart"),
        ("place", "mogadishu", "horn of africa", "near"),
        ("place", "central iran", "iran", "refines"),
        ("place", "central iran", "southeast iran", "near"),
        ("place", "northwest iran", "southeast", "apart"),
        ("place", "south wales", "wales", "refines"),
        ("place", "south korea", "north korea", "apart"),
    ],
)
def test_relations(family: str, one: str, other: str, expected: Relation) -> None:
    assert relation(family, one, other) == expected
    assert relation(family, other, one) == expected


@pytest.mark.parametrize("family", FAMILIES)
def test_every_two_values_have_a_relation(family: str) -> None:
    values = list(FAMILIES[family].words)
    for one in values:
        for other in values:
            assert relation(family, one, other) in get_args(Relation)
            assert (relation(family, one, other) == "same") == (one == other)
