"""Events: which happening a clause speaks of, so that 2019's journey never meets 2023's.

In this order: the date that heads the section, a date in the sentence, a date that an earlier
sentence of the paragraph set, words that point back ("last visit"); else the event is the one
that the article reports. What cannot be told is its own event and compares with nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from claimcheck.articles.sentences import Sentence
from claimcheck.claims.clauses import Clause
from claimcheck.quantities.calendar.dates import DateSpan, dates

CURRENT = ""
HABITUAL = "habitual"
UNRESOLVED = "unresolved"
OCCASION = "occasion"  # the kind of event of a standing attribute said of the past

_OPENING = 3  # a bullet and its blank may stand before the date that opens a sentence
_JOURNEY = r"(?:visit|trip|journey|tour|voyage|excursion|crossing|ride|flight|summit)s?"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_WHEN = rf"(?:week|month|year|spring|summer|autumn|fall|winter|{_MONTH[3:-1]})"
# Time words that no rule resolves: the event they speak of is some other, and nobody knows which.
_BACK = re.compile(
    r"\b(?:(?:last|previous|earlier|former|past|first|second|third|other|another|similar|future|next"
    r"|that|those|later|(?:1[5-9]|20)\d\d(?:['’]s)?|\w+day['’]s|(?:year|month|week)['’]s)"
    rf"\s(?:[a-z]+\s){{0,2}}?{_JOURNEY}"
    rf"|(?:last|next|previous|following|earlier\sin\s(?:the|that))\s{_WHEN}"
    rf"|(?:in|since|by|during|until|from|early|late|mid)[\s-]{_MONTH}"
    r"|(?:years?|months?|decades?|centur(?:y|ies))\s(?:ago|earlier|before|later)"
    r"|weeks?\s(?:ago|earlier|later)|back\sthen|in\sthe\spast"
    r"|earlier\sattempts?)\b"
)


@dataclass(frozen=True, slots=True)
class Event:
    """A kind of event and when: "" for the one its article reports, an ISO date or interval,
    `habitual` for what is usual, `unresolved` for what cannot be told. What holds at any time
    has no event: both are empty."""

    kind: str
    when: str = CURRENT

    @property
    def label(self) -> str:
        """For people and for identity: "journey", "journey 2019-04-24"."""
        return f"{self.kind} {self.when}".strip()

    @property
    def comparable(self) -> bool:
        """Whether another claim can be of the same event."""
        return self.when != UNRESOLVED

    @property
    def in_story(self) -> bool:
        """Whether only the story tells which event it is."""
        return bool(self.kind) and self.when in (CURRENT, HABITUAL)


STANDING = Event("")


class Events:
    """The dates of one article; answers of which event a clause speaks."""

    def __init__(self, folded: str, sentences: list[Sentence]) -> None:
        self._told: list[list[DateSpan]] = []
        self._headed: list[list[DateSpan]] = []
        self._carried: list[str | None] = []
        block, carried = -1, None
        for sentence in sentences:
            if sentence.block != block:
                block, carried = sentence.block, None
            told = dates(folded, sentence.start, sentence.end)
            self._told.append(told)
            self._headed.append(dates(folded, *sentence.heading) if sentence.heading else [])
            self._carried.append(carried)
            carried = _one(told) or carried

    def event(self, kind: str, index: int, clause: Clause, *, generic: bool) -> Event:
        """The event of a value in a clause of the sentence with this index; `kind` is the
        pack's. A date in another clause dates this one only where it opens the sentence."""
        if not kind:
            return STANDING
        told = self._told[index]
        opening = [d for d in told[:1] if d.start - clause.sentence.start <= _OPENING]
        low, high = (
            bisect_left(told, place, key=lambda d: d.start) for place in (clause.start, clause.end)
        )
        dated = self._headed[index] or told[low:high] or opening
        if told and not dated:
            return Event(kind, UNRESOLVED)
        when = _one(dated) or self._carried[index]
        if when:
            return Event(kind, when)
        if clause.sentence.search(_BACK):
            return Event(kind, UNRESOLVED)
        return Event(kind, HABITUAL if generic else CURRENT)


def _one(dated: list[DateSpan]) -> str | None:
    """The one interval that all these dates are; `unresolved` of several, None of none."""
    when = {d.iso for d in dated}
    return (when.pop() if len(when) == 1 else UNRESOLVED) if when else None
