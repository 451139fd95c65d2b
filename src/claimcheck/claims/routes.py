"""Routes: where the journey of a clause goes to and comes from, and whether it is one at all.

"Reached a deal in Geneva", "left the company" and "arrived in court" have the verbs of a journey
and no place that anybody travels to. What such a verb leads to must be a place, as far as names
and a list of nouns tell.
"""

from __future__ import annotations

import re

from claimcheck.claims.clauses import REACH, Clause
from claimcheck.claims.names import Name, NameKind, is_organisation
from claimcheck.claims.rulepacks import RulePack
from claimcheck.claims.subjects import Subjects

Places = tuple[tuple[str, str], ...]

_SIDE = (
    r"(?:the\s)?(?:[a-z-]*(?:eastern|western|northern|southern)\s|central\s|far-east\s|mainland\s)?"
)
_FROM = ("from", "left", "leave", "leaves", "departed")
_ROUTE = re.compile(rf"\b(to|into|towards?|from)\s{_SIDE}\Z")
_AT_AN_END = re.compile(
    rf"\b(to|into|towards?|from|in|at|reach\w*|enter\w*|left|leaves?|departed)\s{_SIDE}\Z"
)
_ENDS = (NameKind.PLACE, NameKind.OTHER)  # a place that no table holds is of no known kind
_LEAD = 32  # code points: the longest of these
# "arrived at the airport", which is not the end of every journey; "left the city"
_COMMON_PLACE = re.compile(
    r"\b(arrived?|arrives|left|leaves?|departed)\s(?:(?:at|in)\s)?"
    r"(?:the|an?|his|her|their)\s([a-z]+)"
)

# What stands behind a verb of going and says how, when or with whom.
_ASIDE = re.compile(
    r"(?:\s(?:[a-z]+ly|again|early|late|earlier|later|today|yesterday|overnight|together|alone"
    r"|home|abroad|there|here|back|off|out|shortly|just))*(?!\w)"
)
_WAY = re.compile(r"\s(?:at|into|in|to|from|inside)(?=\s)")
_NO_OBJECT = re.compile(
    r"\s(?:for|by|on|via|aboard|with|without|through|after|before|because|amid|during|under"
    r"|and|but|or|while|when|where|having|around|about|nearly|local\stime|this)\b|\s?[^\w\s]"
)
# "in the morning", "at 5 p.m.", "in time"
_TIME = re.compile(
    r"\s(?:the\s(?:early\s|late\s|small\s)?(?:morning|afternoon|evening|night|hours|day)"
    r"|noon|midday|midnight|night|dawn|dusk|time|secret|style|private|person|convoy|least|last"
    r"|first|about|around|nearly|\d+)\b"
)
_LED_IN = re.compile(rf"\s(?:(?:an?|his|her|its|their|this|that|another|our|my)\s)?{_SIDE}")
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

    def places(self, pack: RulePack, clause: Clause) -> Places:
        """Where the event of the clause goes to and comes from, as (role, place)."""
        if not pack.event:
            return ()
        timed = pack.dimension == "when"
        found: list[tuple[str, str]] = []
        for name in self._subjects.names_between(clause.start, clause.end):
            lead = (_AT_AN_END if timed else _ROUTE).search(
                self._folded, max(0, name.start - _LEAD), name.start
            )
            if lead and not name.possessive and (timed or name.kind in _ENDS):
                found.append(("from" if lead[1] in _FROM else "to", name.key))
        if timed and not found:
            found += [
                ("from" if m[1] in _FROM else "to", m[2])
                for m in _COMMON_PLACE.finditer(clause.text)
            ]
        return tuple(sorted(set(found)))

    def leads_to_place(self, start: int, end: int, *, verb: bool) -> bool:
        """Whether the words from `start` on, up to `end` at most, lead to a place, or nowhere.

        Directly behind the `verb` an object may stand without a preposition: "left Paris".
        """
        aside = _ASIDE.match(self._folded, start, end)
        position = aside.end() if aside else start
        way = _WAY.match(self._folded, position, end)
        if way is None and not verb:
            return True
        position = way.end() if way else position  # before the blank behind it
        if way and _TIME.match(self._folded, position, end):
            return True
        if way is None and _NO_OBJECT.match(self._folded, position, end):
            return True
        led_in = _LED_IN.match(self._folded, position, end)
        position = led_in.end() if led_in else position
        if not self._folded[position:end].strip():
            return True  # "in the" of "in the morning on Sunday"
        name = next(iter(self._subjects.names_between(position, position + 1)), None)
        if name and not name.possessive:
            whole = self._subjects.is_head(name.end)  # not "entered Paris politics"
            return whole and _may_be_place(name, direct=way is None)
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
