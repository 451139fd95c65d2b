"""Visits: that somebody was in a country on a day, and for which time.

"May 2018: Ada visits Dalian" dates a visit to China; "Ada visits China for a fourth time", "her
fourth visit to China" rank one. Refused: a place whose country is not known; a visit without a
day; a rank that is narrowed: "her first visit in four years", "her first official visit".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.claims.claim import Claim
from claimcheck.claims.clauses import Clauses, Word
from claimcheck.claims.contexts import NOTHING
from claimcheck.claims.events import CURRENT, HABITUAL, UNRESOLVED, Event
from claimcheck.claims.measurands import Measurand
from claimcheck.claims.names import Name
from claimcheck.claims.occasions import Occasions
from claimcheck.claims.places import country
from claimcheck.quantities.hedges import Hedge
from claimcheck.quantities.possibility import Possibility

VISIT, RANKED = "visit to ", "rank of visits to "
"""How the ids of the measurands begin."""

_RANKS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_RANK = rf"(?P<rank>{'|'.join(_RANKS)})"
_VISITS = re.compile(
    r"\b(?P<verb>visits|visited|travels|travell?ed|goes|went|flies|flew|arrives|arrived)\s"
    r"(?:(?:to|in)\s)?"
)
_TO_PLACE = re.compile(
    r"(?:the\s)?(?:(?:[\w’'-]+\s){0,2}?(?:city|town|capital|port)\s(?:of\s)?)?\Z"
)
_TIME = re.compile(rf"\sfor\s(?:an?|the)\s{_RANK}\stime\b(?!\s(?:in|since|as|this|under|with)\b)")
_RANKED = re.compile(
    rf"\b(?P<of>his|her|the|an?|[\w-]+[’']s?)\s{_RANK}\s(?P<visit>visit|trip)\sto\s"
)
_NARROWED = re.compile(r"\s(?:in|since|as|of|this|under|with|by|during|for|together|after)\b")
_REACH = 40


def visits(occasions: Occasions, index: int, clauses: Clauses) -> Iterator[Claim]:
    """The visits that a sentence dates, and the ranks that it gives them."""
    folded = occasions.folded
    for found in _VISITS.finditer(folded, clauses.start, clauses.end):
        name = _place(occasions, found.end())
        if name is None:
            continue
        verb = Word(found["verb"], found.start(), found.end("verb"))
        yield from _visit(occasions, index, clauses, verb, name)
        if time := _TIME.match(folded, name.end, clauses.end):
            yield from _ranked(occasions, index, clauses, verb, name, time)
    for found in _RANKED.finditer(folded, clauses.start, clauses.end):
        name = _place(occasions, found.end())
        if name and not _NARROWED.match(folded, name.end, clauses.end):
            noun = Word(found["visit"], found.start("visit"), found.end("visit"))
            yield from _ranked(occasions, index, clauses, noun, name, found)


def _place(occasions: Occasions, position: int) -> Name | None:
    """The place of a known country that the words from a position on begin with."""
    near = occasions.names.between(position, position + _REACH + 1)
    name = next((n for n in near if country(n.key)), None)
    led = name and _TO_PLACE.match(occasions.folded[position : name.start])
    return name if led and not (name and name.possessive) else None


def _visit(
    occasions: Occasions, index: int, clauses: Clauses, verb: Word, name: Name
) -> Iterator[Claim]:
    clause = clauses.at(verb.start, name.end)
    event = occasions.events.event("journey", index, clause, generic=False)
    subject = occasions.subjects.person_at(clause.start, verb.start)
    if subject and _is_dated(event):
        land = country(name.key)
        yield from occasions.said(
            *(verb.start, name.end, index, clause, verb, subject, ""),
            Measurand(f"{VISIT}{land}", f"visit to {land.title()}", "category", event="journey"),
            *(event, (), NOTHING),
            category="visit",
        )


def _ranked(
    occasions: Occasions,
    index: int,
    clauses: Clauses,
    word: Word,
    name: Name,
    found: re.Match[str],
) -> Iterator[Claim]:
    start, end = min(word.start, found.start()), max(name.end, found.end())
    clause = clauses.at(start, end)
    event = occasions.events.event("journey", index, clause, generic=False)
    if word.text in ("visit", "trip") and found["of"] not in ("the", "a", "an"):
        subject = occasions.subjects.possessor(word.start)
    else:
        subject = occasions.subjects.person_at(clause.start, start)
    if subject and _is_dated(event):
        land, n = country(name.key), float(_RANKS.index(found["rank"]) + 1)
        yield from occasions.said(
            *(start, end, index, clause, word, subject, ""),
            Measurand(f"{RANKED}{land}", f"rank of a visit to {land.title()}", event="journey"),
            *(event, (), NOTHING),
            counted=(Hedge.EXACTLY, Possibility(n, n, n, n)),
        )


def _is_dated(event: Event) -> bool:
    return event.when not in (CURRENT, HABITUAL, UNRESOLVED)
