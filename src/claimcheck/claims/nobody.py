"""Counts of zero in words: "no one was hurt", "there were no casualties".

"No reports of casualties" counts nothing; it says that nobody has counted. "No one else was hurt"
counts some of those who may be, and so does "no children were hurt".
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ZeroCount:
    """What `[start, end)` says that there is none of: participles as they stand, "killed", and
    nouns in the singular, "casualty".

    `unreported` is a zero of reports and not of people; `part` one that holds for some of those
    who were there alone."""

    start: int
    end: int
    nouns: tuple[str, ...]
    unreported: bool = False
    part: bool = False


_STATES = (
    "killed|injured|hurt|wounded|harmed|dead|died|missing|trapped|arrested|detained|displaced"
    "|hospitali[sz]ed|infected|evacuated|kidnapped|rescued|drowned|perished"
)
_NOUNS = {
    "casualties": "casualty",
    "casualty": "casualty",
    "deaths": "death",
    "death": "death",
    "fatalities": "fatality",
    "fatality": "fatality",
    "injuries": "injury",
    "injury": "injury",
    "victims": "victim",
    "arrests": "arrest",
    "survivors": "survivor",
    "loss of life": "death",
    "dead": "dead",
    "wounded": "wounded",
    "injured": "injured",
}
# What is no count of people, and may stand in a list with what is.
_THINGS = "damage|destruction|losses|disruption|tsunami|property damage|material damage"
_ADVERBS = "actually|also|believed|thought|reported|known|said|yet|so far|ever|immediately|either"
_JOIN = r"(?:,\s(?:and\s|or\s)?|\s(?:or|and|nor)\s(?:was\s|were\s)?)"
_NOUN = rf"(?:human\s)?(?:{'|'.join(_NOUNS)}|{_THINGS})(?![\w-])"
_KEPT = re.compile(rf"\b(?:{_STATES})\b")
_COUNTED = re.compile(rf"\b(?:{'|'.join(_NOUNS)})\b")

_PREDICATE = (
    r"(?:\s(?:was|were|is|are|has\sbeen|have\sbeen|had\sbeen|has|had|have|got|being|be))?"
    rf"(?:\s(?:{_ADVERBS})){{0,2}}(?:\sto\s(?:be|have\sbeen|have))?"
    rf"\s(?P<states>(?:{_STATES})(?:{_JOIN}(?:{_STATES})){{0,3}})(?![\w-])"
)
_NOBODY = re.compile(
    r"\b(?P<who>no[\s-]one|nobody|not\sa\s(?:single\s)?(?:person|soul)|none|neither)(?P<else>\selse)?"
    r"(?P<where>\s(?:in|at|on|inside|aboard|from|of|on\sboard)\s(?:[\w’'-]{1,20}\s){0,4}?[\w’'-]{1,20})?"
    + _PREDICATE
)
# "The blast killed no one": what stands before it may not take it back, nor what stands behind.
_DONE_TO_NOBODY = re.compile(
    r"(?<!not\s)(?<!never\s)\b(?P<state>kill|injur|hurt|wound|harm)(?:ed|ing|es|s)?\s(?:no[\s-]one|nobody)\b"
    r"(?!\s(?:else|but|other|except)\b)"
)
_DONE = {"kill": "killed", "injur": "injured", "hurt": "hurt", "wound": "wounded", "harm": "harmed"}
_NO_PEOPLE = re.compile(
    r"\bno\s(?P<further>other\s|more\s)?(?P<people>people|persons?|(?:[a-z]{2,14}\s)?(?:passengers?"
    r"|civilians?|soldiers?|children|students?|pupils|residents?|workers?|employees?|staff|officers?"
    r"|crew(?:\smembers?)?|firefighters?|bystanders?|hostages?|members?|patients?|tourists?"
    r"|police|troops|women|men))" + _PREDICATE
)
_NO_NOUN = re.compile(
    r"\b(?P<none>no|without|zero|without\sany|(?:not|n['’]t)\s(?:cause|claim|suffer|leave|report"
    r"|result\sin|lead\sto)\sany)\s"
    r"(?P<reports>(?:immediate\s|initial\s|early\s|confirmed\s|official\s|further\s){0,2}"
    r"(?:reports?|word|news|indications?|information|details|signs?|record)\s(?:of|on|about)\s(?:any\s)?)?"
    r"(?P<grade>(?:[a-z][a-z-]{1,16}\s){0,2}?)"
    rf"(?P<nouns>{_NOUN}(?:{_JOIN}(?:any\s)?(?:{_NOUN})){{0,3}})"
)
_PLAIN = frozenset("human other further more additional such".split())
_PARTS = frozenset("other further more additional civilian military new allied".split())
_UNKNOWN = frozenset("known confirmed reported immediate apparent".split())
_IMMEDIATELY = re.compile(r"\s(?:were|was|have\sbeen)\s(?:immediately|initially)\s")
_EXCEPT = re.compile(r"\s(?:except|other\sthan|but\s(?:the|a|for)\b|apart\sfrom|besides)\b")
# Behind "no dead" or "no death" stands no noun that it belongs to: "no dead end".
_FREE = re.compile(
    r"\s?(?:[.,;:!?)\]\"”“…—–]|\Z)|\s[-–]|\s(?:and|or|but|at|in|on|to|from|for|of|among|were|was|have|has"
    r"|had|are|is|so|because|when|while|as|after|during|before|by|since|with|yesterday|today|only"
    r"|reported|there|here|though|although|yet|either|despite|it|he|she|they|the|resulted|occurred"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
)
_AGAIN = re.compile(r"(?:\bnot|n['’]t|\bif)\s\Z")


def zero_counts(folded: str, start: int, end: int) -> list[ZeroCount]:
    """The counts of zero that the words of `folded[start:end]` say, in order of place; the text is
    in lower case. Takes linear time."""
    found = [*_of_people(folded, start, end), *_of_nouns(folded, start, end)]
    return sorted(found, key=lambda zero: zero.start)


def _of_people(folded: str, start: int, end: int) -> list[ZeroCount]:
    found = []
    for match in _NOBODY.finditer(folded, start, end):
        excepted = _EXCEPT.match(folded, match.end(), end)
        part = match["who"] in ("none", "neither") or bool(
            match["else"] or match["where"] or excepted
        )
        nouns = tuple(_KEPT.findall(match["states"]))
        found.append(ZeroCount(match.start(), match.end(), nouns, part=part))
    for match in _DONE_TO_NOBODY.finditer(folded, start, end):
        found.append(ZeroCount(match.start(), match.end(), (_DONE[match["state"]],)))
    for match in _NO_PEOPLE.finditer(folded, start, end):
        everybody = match["people"] in ("people", "person", "persons") and not match["further"]
        nouns = tuple(_KEPT.findall(match["states"]))
        found.append(ZeroCount(match.start(), match.end(), nouns, part=not everybody))
    return found


def _of_nouns(folded: str, start: int, end: int) -> list[ZeroCount]:
    found = []
    for match in _NO_NOUN.finditer(folded, start, end):
        nouns = tuple(_NOUNS[noun] for noun in _COUNTED.findall(match["nouns"]))
        grade = frozenset(match["grade"].split())
        if not nouns or not grade <= _PLAIN | _PARTS | _UNKNOWN:
            continue  # no serious injuries
        if not _FREE.match(folded, match.end(), end):
            continue
        if match["none"].startswith("without") and _AGAIN.search(
            folded, max(start, match.start() - 6), match.start()
        ):
            continue  # not without casualties
        unreported = bool(match["reports"]) or not grade.isdisjoint(_UNKNOWN)
        unreported = unreported or _IMMEDIATELY.match(folded, match.end(), end) is not None
        part = not grade.isdisjoint(_PARTS) or "further" in (match["reports"] or "")
        found.append(ZeroCount(match.start(), match.end(), nouns, unreported, part))
    return found
