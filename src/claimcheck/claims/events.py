"""Events: which happening a clause speaks of, so that 2019's journey never meets 2023's.

In this order: the date that heads the section, a date in the sentence, a date that an earlier
sentence of the paragraph set, words that point back ("last visit"); else the event is the one
that the article reports. What cannot be told is its own event and compares with nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.articles.sentences import Sentence
from claimcheck.claims.clauses import Clause
from claimcheck.quantities.dates import DateSpan, dates

CURRENT = ""
HABITUAL = "habitual"
UNRESOLVED = "unresolved"

_OPENING = 3  # a bullet and its blank may stand before the date that opens a sentence
_BACK = re.compile(
    r"\b(?:(?:last|previous|earlier|former|past|first|second|third|other|another|similar|future|next)"
    r"\s(?:[a-z]+\s){0,2}?(?:visit|trip|journey|tour|voyage|excursion|crossing|ride|summit)s?"
    r"|(?:years?|months?|decades?|centur(?:y|ies))\s(?:ago|earlier|before)|back then|in the past)\b"
)


@dataclass(frozen=True, slots=True)
class Event:
    """A kind of event and when: "" for the one its article reports, an ISO date or interval,
    `habitual` for what is usual, `unresolved` for what cannot be told. A standing attribute has
    no event: both are empty and `standing` is true."""

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
        self._folded = folded
        self._headed: list[list[DateSpan]] = []
        self._carried: list[list[DateSpan]] = []
        block, carried = -1, list[DateSpan]()
        for sentence in sentences:
            if sentence.block != block:
                block, carried = sentence.block, []
            headed = dates(folded, *sentence.heading) if sentence.heading else []
            self._headed.append(headed)
            self._carried.append(carried)
            carried = dates(folded, sentence.start, sentence.end) or carried

    def event(self, kind: str, index: int, clause: Clause, *, generic: bool) -> Event:
        """The event of a value in a clause of the sentence with this index; `kind` is the
        pack's. A date in another clause dates this one only where it opens the sentence."""
        if not kind:
            return STANDING
        told = dates(self._folded, clause.sentence_start, clause.sentence_end)
        opening = [d for d in told if d.start - clause.sentence_start <= _OPENING]
        own = [d for d in told if clause.start <= d.start < clause.end]
        dated = self._headed[index] or own or opening
        if told and not dated:
            return Event(kind, UNRESOLVED)
        when = {d.iso for d in dated or self._carried[index]}
        if when:
            return Event(kind, when.pop() if len(when) == 1 else UNRESOLVED)
        if _BACK.search(self._folded, clause.sentence_start, clause.sentence_end):
            return Event(kind, UNRESOLVED)
        return Event(kind, HABITUAL if generic else CURRENT)
