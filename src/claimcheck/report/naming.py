"""Naming: what a fact is called.

An attribute of a rule pack has an id of its own. One without a pack has an id made of the stems by
which it is known in other articles, `number villag`, and a reader is owed the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from claimcheck.claims.claim import UNNAMED
from claimcheck.claims.terms import stem
from claimcheck.document import Claim, Fact
from claimcheck.quantities.nouns import plural
from claimcheck.report.words import capital, label

# What became of people, as `claims/terms.toml` lists it, is told with them.
_BEFALLEN = {
    "kill": "people killed",
    "injure": "people injured",
    "miss": "people missing",
    "arrest": "people arrested",
    "displace": "people displaced",
    "rescue": "people rescued",
    "infect": "people infected",
}
_WORD = re.compile(r"[^\W\d_]+")


def topic_of(fact: Fact, claims: Mapping[str, Claim]) -> str:
    """What a fact is about: "Kim Jong Un's train: carriage count"; the attribute alone where
    nothing is named. `claims` are all claims by id."""
    attribute = attribute_of(fact, claims)
    if fact.subject == UNNAMED:
        return capital(attribute)
    return f"{capital(label(fact.subject))}: {attribute}"


def attribute_of(fact: Fact, claims: Mapping[str, Claim]) -> str:
    """The attribute for people: `category colour seat` is the seat colour, `measured duration` a
    duration, and `number villag` a number of villages where that is the word of the claims."""
    marked = label(fact.attribute).split() or [""]
    kind, *rest = (word.removeprefix("#") for word in marked)
    words = " ".join((kind, *rest))
    if words in _BEFALLEN:
        return _BEFALLEN[words]
    if kind == "measured" and rest:
        return " ".join(rest)
    if kind == "money" and rest:
        return f"amount in {rest[0]}"
    if kind == "category" and rest:
        family, *thing = rest
        return f"{thing[0]} {family}" if len(thing) == 1 else " ".join(rest)
    if kind in ("number", "people", "rank") and rest:
        quotes = [claims[claim].quote for claim in fact.claims if claim in claims]
        if kind == "number":
            # A word that stands for others too, `#house`, may be in no quote.
            rest = [plural(word[1:]) if word.startswith("#") else word for word in marked[1:]]
        said = _words_of(rest, quotes)
        return f"{'number of ' if kind == 'number' else kind + ': '}{said}"
    return words


def _words_of(stems: Iterable[str], quotes: Iterable[str]) -> str:
    """The stems as the words of the quotes that have them, or else as they are."""
    written = {stem(word): word for quote in quotes for word in _WORD.findall(quote.lower())}
    return " ".join(written.get(each, each) for each in stems)
