"""Mentions of encounters: who meets whom, where and when, and whose talks break down.

Only the plain forms are read, and only in a sentence that names two people and no third: "Ada
Lovelace met Charles Babbage in London", "Lovelace's March talks with Babbage broke down". "The
leaders" of another sentence are the two of an article that tells of one pair alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from claimcheck.articles.sentences import Sentence
from claimcheck.claims.names import TITLES, Name, NameKind
from claimcheck.claims.places import is_adjective
from claimcheck.quantities.calendar.dates import MONTHS, Moment

Kind = Literal["meeting", "breakdown", "venue"]

_TALKS = r"(?:talks|negotiations|discussions|summit|meetings?)"
_TALKS_WITH = re.compile(rf"\b{_TALKS}\swith\s\Z")
_MEETS = re.compile(r"\b(?:meets?|met|meeting)\s(?:with\s)?\Z")
_BETWEEN = re.compile(rf"\b{_TALKS}\sbetween\s\Z")
_MEET = re.compile(r"\s(?:(?:both|have|had|first|then|will)\s){0,3}(?:meet|met)\b")
_HIS = re.compile(r"\b(?:his|her)\s(?:[a-z.]+\s){0,3}\Z")
_BROKE_DOWN = re.compile(
    r"\s(?:(?:had|have|has|were|was|then|later|suddenly|abruptly|also)\s){0,3}"
    r"(?:bro(?:ke|ken)\s(?:down|off|up)|collapsed|fell\sapart|fallen\sapart|failed"
    r"|ended\s(?:in\sfailure|without\s(?:an?\s)?(?:deal|agreement)))(?![\w-])"
)
_ON = re.compile(r"\s(?:in|on)\s\Z")
_IN = re.compile(r"\s(?:in|at)\s(?:the\s)?(?:[a-z]+\s){0,4}\Z")
_GOES = re.compile(
    r"\b(?:visit|(?:travel|go|fly|head|return)\s(?:back\s)?to|arrive\sin)\s[^,;.]{0,60}\Z"
)
_IN_ORDER_TO = re.compile(r"\b(?:to\s|for\s(?:(?:an?|the|his|her)\s)?(?:[a-z]+\s)?)\Z")
_WHERE_HE = re.compile(r",\swhere\s(?:he|she)\s(?:is|was|will|would)\s(?:[a-z]+\s){0,4}\Z")
_LEADERS_MET = re.compile(
    r"(?:\s[a-z]+){0,4},?\swhere\s(?:the\s)?(?:[a-z-]+\s){0,3}?"
    r"(?:leaders|presidents|ministers|premiers|pair|two(?:\smen)?)\s(?:(?:have|had|then|first)\s)?"
    r"(?:met|meet|exchanged|shook|held|greeted|signed|sat)\b"
)
_AT = re.compile(r"\b(?:at|in)\s(?:the\s)?\Z")
_EVER = re.compile(rf"\b(?:meets?|met|{_TALKS})\b")
_NEXT = 60  # characters from an encounter to where or when it is


@dataclass(frozen=True, slots=True)
class Encounter:
    """Two people, by their full names in the order of the alphabet, who meet or whose talks break
    down, told at `[start, end)` of the sentence with this index. A `venue` is no more than where
    they meet, or `planned` to; of the others `moment` tells when, or a `month` without year."""

    start: int
    end: int
    index: int
    kind: Kind
    parties: tuple[str, str]
    place: str = ""
    moment: Moment | None = None
    month: int = 0
    planned: bool = False


@dataclass(frozen=True, slots=True)
class _Pair:
    """The words that say that two people meet, or talk: a `noun`, "the talks with", or a verb."""

    start: int
    end: int
    parties: tuple[str, str]
    noun: bool


def encounters(
    folded: str, sentences: Sequence[Sentence], names: Sequence[Name], moments: Sequence[Moment]
) -> list[Encounter]:
    """The encounters that an article tells, in order of place; so are `names` and `moments`."""
    if not _EVER.search(folded):
        return []
    dates = [m for m in moments if m.kind == "date" and not m.bare]
    told = [
        _Sentence(
            folded, sentence, index, _within(names, sentence), _within(dates, sentence), dates
        )
        for index, sentence in enumerate(sentences)
    ]
    found = [e for sentence in told for e in sentence.encounters()]
    parties = {pair.parties for sentence in told for pair in sentence.pairs}
    if len(parties) == 1:
        found += [e for sentence in told for e in sentence.of_leaders(min(parties))]
    return sorted(found, key=lambda e: (e.start, e.end, e.kind))


class _Sentence:
    """A sentence with its names and dates; `dates` are those of the whole article."""

    def __init__(
        self,
        folded: str,
        sentence: Sentence,
        index: int,
        names: Sequence[Name],
        moments: Sequence[Moment],
        dates: Sequence[Moment],
    ) -> None:
        self._folded, self._start, self._end = folded, sentence.start, sentence.end
        self._heading = sentence.heading
        self._index = index
        self._people = [n for n in names if n.kind is NameKind.PERSON]
        self._places = [n for n in names if n.kind is NameKind.PLACE and not n.possessive]
        self._moments, self._dates = moments, dates
        self.pairs = list(self._met())

    def encounters(self) -> Iterator[Encounter]:
        """When and where the two people of the sentence meet, as far as it says so."""
        for pair in self.pairs:
            yield from self._dated(pair)
            yield from self._venues(pair)

    def of_leaders(self, parties: tuple[str, str]) -> Iterator[Encounter]:
        """Where "the leaders" met."""
        for place in self._places:
            if not _AT.search(self._before(place.start)):
                continue
            if _LEADERS_MET.match(self._folded, place.end, self._end):
                yield self._venue(place, parties)

    # --- who ------------------------------------------------------------------------------------

    def _met(self) -> Iterator[_Pair]:
        """The words by which the two people of the sentence meet."""
        full = sorted({n.full for n in self._people})
        if len(full) != 2 or not all(" " in name for name in full):
            return
        parties = (full[0], full[1])
        for one, other in zip(self._people, self._people[1:], strict=False):
            beside = self._folded[one.end : self._titled(other)] == " and "
            if one.full == other.full or not beside or one.possessive:
                continue
            if talks := _BETWEEN.search(self._before(self._titled(one))):
                yield _Pair(self._titled(one) - len(talks[0]), other.end, parties, noun=True)
            elif meet := _MEET.match(self._folded, other.end, self._end):
                yield _Pair(one.start, meet.end(), parties, noun=False)
        for name in self._people:
            at = self._titled(name)
            lead = self._before(at)
            first = any(n.full != name.full and n.end < at for n in self._people)
            if name.possessive:
                continue
            if talks := _TALKS_WITH.search(lead):
                begin = at - len(talks[0])
                his = _HIS.search(self._before(begin))
                if first or his:
                    begin -= len(his[0]) if his else 0
                    yield _Pair(begin, name.end, parties, noun=True)
            elif first and (meets := _MEETS.search(lead)):
                yield _Pair(at - len(meets[0]), name.end, parties, noun=False)

    def _titled(self, name: Name) -> int:
        """Where a name begins, with the titles before it: "Chinese President "."""
        at = name.start
        while word := re.search(r"(?<!\S)(\S+)\s\Z", self._folded[max(self._start, at - 20) : at]):
            title = word[1].rstrip(".")
            if title not in TITLES | {"the", "north", "south"} and not is_adjective(title):
                break
            at -= len(word[0])
        return at

    def _before(self, position: int) -> str:
        return self._folded[max(self._start, position - _NEXT) : position]

    # --- when and where -------------------------------------------------------------------------

    def _dated(self, pair: _Pair) -> Iterator[Encounter]:
        """The day or the month of an encounter. Two people meet often: without a place nobody
        knows which time is meant."""
        broke = _BROKE_DOWN.match(self._folded, pair.end, self._end) if pair.noun else None
        end = broke.end() if broke else pair.end
        place = self._where(pair, end)
        moment = self._when(pair, end, headed=bool(broke) or not pair.noun)
        if moment is None or not (broke or place):
            return
        start, until = pair.start, end
        if moment.start >= self._start:  # and not of another sentence under its date
            start, until = min(start, moment.start), max(end, moment.end)
        said = self._folded[moment.start : moment.end].rstrip(".")
        month = 0 if moment.first else MONTHS.get(said, 0)
        if moment.first or month:
            kind: Kind = "breakdown" if broke else "meeting"
            parties = pair.parties
            yield Encounter(start, until, self._index, kind, parties, place, moment, month)

    def _when(self, pair: _Pair, end: int, *, headed: bool) -> Moment | None:
        """What tells when: "his March summit", "met in March"; else the date of the section."""
        for moment in self._moments:
            if pair.start <= moment.start < pair.end:
                return moment
            if end < moment.start <= end + _NEXT:
                between = self._folded[end : moment.start]
                return moment if "," not in between and _ON.search(between) else None
        if self._heading is None or not headed:
            return None
        return next((m for m in self._dates if m.start == self._heading[0] and m.first), None)

    def _where(self, pair: _Pair, end: int) -> str:
        """The place directly behind an encounter; under a date the only one that is named."""
        for place in self._places:
            if end < place.start <= end + _NEXT and _IN.fullmatch(self._folded[end : place.start]):
                return place.key
        alone = self._heading is not None and not pair.noun and len(self._places) == 1
        return self._places[0].key if alone else ""

    def _venues(self, pair: _Pair) -> Iterator[Encounter]:
        """The places where two people meet, or where one of them goes in order to."""
        lead = self._before(pair.start)
        goal = _IN_ORDER_TO.search(lead) is not None
        for place in [p for p in self._places if p.end < pair.start][-1:]:
            goes = goal and _GOES.search(self._before(place.start))
            if goes or _WHERE_HE.fullmatch(self._folded[place.end : pair.start]):
                yield self._venue(place, pair.parties, planned=True)
        behind = next((p for p in self._places if p.start > pair.end), None)
        if behind and not pair.noun and _IN.fullmatch(self._folded[pair.end : behind.start]):
            yield self._venue(behind, pair.parties)

    def _venue(self, place: Name, parties: tuple[str, str], *, planned: bool = False) -> Encounter:
        return Encounter(
            place.start, place.end, self._index, "venue", parties, place.key, planned=planned
        )


_Placed = TypeVar("_Placed", Name, Moment)


def _within(items: Sequence[_Placed], sentence: Sentence) -> Sequence[_Placed]:
    """The items that begin in a sentence; they are in order of place."""
    first = bisect_left(items, sentence.start, key=lambda i: i.start)
    return items[first : bisect_left(items, sentence.end, key=lambda i: i.start)]
