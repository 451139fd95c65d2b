"""Routes: where the journey of a clause goes to and comes from, and whether it is one at all.

"Reached a deal in Geneva", "left the company" and "arrived in court" name the verbs of a journey
and no place that anybody travels to. What a verb of going leads to must be a place, as far as
names and a list of nouns tell.
"""

from __future__ import annotations

import re

from claimcheck.claims.clauses import REACH, Clause
from claimcheck.claims.names import Name, NameKind, is_organisation
from claimcheck.claims.subjects import Subjects

Places = tuple[tuple[str, str], ...]

_PART = r"(?:the\s|[a-z-]*(?:eastern|western|northern|southern)\s|central\s|far-east\s|mainland\s)?"
_SIDE = rf"{_PART}\Z"
_ROUTE = re.compile(rf"\b(?:(?P<from>from)|to|into|towards?)\s{_SIDE}")
_DEPARTURE = re.compile(
    rf"\b(?:(?P<from>from|le(?:ft|aves?|aving)|depart(?:s|ed|ing)?)|to|into|towards?|for)\s{_SIDE}"
)
_ARRIVAL = re.compile(
    rf"\b(?:(?P<from>from)|to|into|towards?|in|at|reach\w*|enter\w*|cross\w*)\s{_SIDE}"
)
_LEAD = 24  # the longest word of a route, with what may stand behind it

# Words that say how, when or with whom, and after which nothing need be a place.
_ASIDE = re.compile(
    r"(?:\s(?:[a-z]+ly|again|early|late|earlier|later|today|yesterday|overnight|together|alone"
    r"|safely|home|abroad|there|here|back|off|out))*"
)
_WAY = re.compile(r"\s(?:at|into|in|to|from|inside)(?=\s)")
_NO_OBJECT = re.compile(
    r"\s(?:for|by|on|via|aboard|with|without|through|after|before|as|because|amid|during|under"
    r"|and|but|or|while|when|where|having|around|about|nearly|shortly|just)\b|\s?[^\w\s]|\s\d"
)
_TIME = re.compile(
    r"\s(?:the\s(?:early\s|late\s|small\s)?(?:morning|afternoon|evening|night|hours|day)"
    r"|(?:noon|midday|midnight|night|dawn|dusk|time|secret|style|private|person|convoy"
    r"|least|last|first|about|around|nearly|\d+))\b"
)
_DETERMINER = re.compile(rf"\s(?:(?:an?|the|his|her|its|their|this|that|another|our|my)\s)?{_PART}")
_NOUN_PHRASE = re.compile(r"[\w’'-]+(?:\s[\w’'-]+){0,4}")


class Routes:
    """Answers about the ways of one article. `places` and `vehicles` are nouns of such."""

    def __init__(
        self,
        folded: str,
        subjects: Subjects,
        places: tuple[str, ...],
        vehicles: tuple[str, ...],
    ) -> None:
        self._folded = folded
        self._subjects = subjects
        self._places = frozenset(places)
        self._vehicles = frozenset(vehicles)

    def places(self, clause: Clause, *, leaving: bool = False, arriving: bool = False) -> Places:
        """Where the clause goes to and comes from, as (role, place) in order."""
        route = _DEPARTURE if leaving else _ARRIVAL if arriving else _ROUTE
        found: set[tuple[str, str]] = set()
        for name in self._subjects.names_between(clause.start, clause.end):
            lead = route.search(self._folded, max(0, name.start - _LEAD), name.start)
            if lead and name.kind is NameKind.PLACE and not name.possessive:
                found.add(("from" if lead["from"] else "to", name.key))
        return tuple(sorted(found))

    def leads(self, start: int, end: int, *, behind_verb: bool) -> bool:
        """Whether the words from `start` on, up to `end` at most, lead to a place, or nowhere.

        Directly `behind_verb` an object may stand without a preposition: "left Paris".
        """
        aside = _ASIDE.match(self._folded, start, end)
        position = aside.end() if aside else start
        way = _WAY.match(self._folded, position, end)  # the blank behind it is left
        if way is None and not behind_verb:
            return True
        position = way.end() if way else position
        if position >= end or _TIME.match(self._folded, position, end):
            return True
        if way is None and _NO_OBJECT.match(self._folded, position, end):
            return True
        determiner = _DETERMINER.match(self._folded, position, end)
        position = determiner.end() if determiner else position
        name = next(iter(self._subjects.names_between(position, position + 1)), None)
        if name and not name.possessive:
            return _may_be_place(name, direct=way is None)
        phrase = _NOUN_PHRASE.match(self._folded, position, min(end, position + REACH))
        nouns = self._places if way is None else self._places | self._vehicles
        return phrase is not None and not nouns.isdisjoint(re.split(r"[\s-]", phrase[0]))


def _may_be_place(name: Name, *, direct: bool) -> bool:
    """Whether a name can be of a place that no table holds: nobody travels "in" a person."""
    if name.kind is NameKind.PLACE:
        return True
    if is_organisation(name):
        return False
    return name.kind is NameKind.OTHER or (name.kind is NameKind.PERSON and not direct)
