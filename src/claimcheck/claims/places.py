"""Places: which lies in which, so that a closer word is told from another place."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _table() -> tuple[dict[str, str], frozenset[str]]:
    text = files("claimcheck.claims").joinpath("places.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    country_of = {country: country for country in table["within"]}
    for country, places in table["within"].items():
        country_of |= dict.fromkeys(places, country)
    return country_of, frozenset(table["people"]["adjectives"])


def is_place(name: str) -> bool:
    """Whether a name, in lower case, is a place of the table."""
    return name in _table()[0]


def country(name: str) -> str:
    """The country that a place, in lower case, is or lies in; "" of what is not in the table."""
    return _table()[0].get(name, "")


def is_adjective(name: str) -> bool:
    """Whether a name, in lower case, is made of a country's: "russian", "north korean"."""
    return name in _table()[1]


def nested(one: str, other: str) -> bool:
    """Whether two places are one, or known to lie one in the other."""
    country_of = _table()[0]
    if one == other:
        return True
    return country_of.get(one) == other or country_of.get(other) == one


def adjectives() -> frozenset[str]:
    """The adjectives made of countries, in lower case."""
    return _table()[1]


def unknown(one: str, other: str) -> bool:
    """Whether neither of two places is in the table."""
    return not is_place(one) and not is_place(other)


def apart(one: str, other: str) -> bool:
    """Whether two places are known and neither can lie in the other.

    A country holds its cities; two cities are apart. An unknown place is apart from none: what
    is not known separates nothing, and is said in the reconciliations instead.
    """
    country_of = _table()[0]
    if one == other or one not in country_of or other not in country_of:
        return False
    if country_of[one] != country_of[other]:
        return True
    return country_of[one] not in (one, other)
