"""Clauses: the stretch of a sentence that one verb governs, as words with their places.

There is no parser here. A clause ends at a semicolon, a dash or bracket, at a word that opens a
subordinate clause, and at a conjunction behind which a new subject begins. Where that guess is
wrong a cue is not found in the clause, and the number is set aside: the safe mistake.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Any

# A possessive ending is no part of the word it stands behind, and no word.
_TOKEN = re.compile(r"(?<!['’])[^\W\d_](?:[^\W\d_]|(?:['’](?!s\b)|[.-])(?=[^\W\d_]))*")
_SUBJECT = r"(?:the|an?|his|her|their|its|this|that|these|those|he|she|they|it|we|i|both|neither)\b"
_SUBORDINATE = r"(?:while|whereas|although|though|because|unless|which|who|whose|where|since)\b"
_REPORTS = r"(?:report\w*|sa(?:id|ys?)|confirm\w*|believes?|announced|claim\w*|add\w*|suggest\w*)"
_SAID = r"(?:sa(?:id|ys?)|reported|confirmed|announced|believes?|believed|thinks?|estimate[sd]?)"
# What stands in a lookahead opens the next clause and belongs to it.
_BOUNDARY = re.compile(
    r";|(?<!\d)[:—–]|[:—–](?!\d)|\s-\s|,\s(?=as\s)"
    rf"|,?\s(?:and|but|or|so|yet)\s(?={_SUBJECT})"
    rf"|,?\s(?={_SUBORDINATE})"
    r"|,?\s(?=(?:after|before|when|until|till|compared\s(?:with|to)|up\sfrom|down\sfrom)\s)"
    rf"|\b{_REPORTS}\s(?:(?:on\s|late\s|early\s)*[a-z]+day\s)?that\s"
    rf"|\b{_SAID}\s(?={_SUBJECT})"
)

# The past verb of "when it derailed", "as it entered the bend", "before the bridge gave way".
_MOMENT = re.compile(
    r"\b(?:when|as|before|after|while|until)\s(?:[\w’'-]+\s){0,5}?"
    r"(\w+ed|hit|struck|left|came|went|ran|fell|broke|sank|gave|blew|lost|met)\b"
)

_BEHIND = 24

REACH = 400
"""Code points on each side of a value beyond which nothing speaks of it. No sentence that a
person wrote is so long; in one that a machine made, reading all of it for each of its values
would take quadratic time."""

_FOLLOWING = re.compile(r"\s?([a-z][a-z'’-]*)")
_JOINED = re.compile(r"[-\u2010\u2011]([a-z]+)")
_NOUNS_AHEAD = 5


@dataclass(frozen=True, slots=True)
class Word:
    """A word at `[start, end)`, in lower case."""

    text: str
    start: int
    end: int


class Clauses:
    """The sentence at `[start, end)` of an article in lower case; answers which of its clauses
    holds a value. What is asked of the whole sentence is looked for once."""

    def __init__(self, folded: str, start: int, end: int) -> None:
        self.folded = folded
        self.start = start
        self.end = end
        self.text = folded[start:end]
        self.words = words(folded, start, end)
        self._boundaries = [m.span() for m in _BOUNDARY.finditer(folded, start, end)]
        self._searched: dict[Any, Any] = {}

    def at(self, position: int, until: int) -> Clause:
        """The clause that holds `[position, until)`, as far as `REACH` goes."""
        behind = bisect_right(self._boundaries, position, key=lambda b: b[1])
        ahead = bisect_left(self._boundaries, until, key=lambda b: b[0])
        left = self._boundaries[behind - 1][1] if behind else self.start
        right = self._boundaries[ahead][0] if ahead < len(self._boundaries) else self.end
        near = self.between(position - REACH, until + REACH)
        if near:
            left = max(left, min(near[0].start, position)) if left < position - REACH else left
            right = min(right, max(near[-1].end, until)) if right > until + REACH else right
        else:
            left, right = max(left, position - REACH), min(right, until + REACH)
        return Clause(self, left, right)

    def between(self, start: int, end: int) -> tuple[Word, ...]:
        """The words of the sentence that stand whole in `[start, end)`."""
        first = bisect_left(self.words, start, key=lambda w: w.start)
        last = bisect_right(self.words, end, key=lambda w: w.end)
        return self.words[first:last]

    def search(self, pattern: Any) -> Any:
        """The first match of a compiled pattern in the sentence; its offsets count from there."""
        if pattern not in self._searched:
            self._searched[pattern] = pattern.search(self.text)
        return self._searched[pattern]


@dataclass(frozen=True, slots=True)
class Clause:
    """The clause at `[start, end)` of a sentence."""

    sentence: Clauses
    start: int
    end: int

    @property
    def text(self) -> str:
        """The clause in lower case."""
        return self.sentence.folded[self.start : self.end]

    def around(self, start: int, end: int) -> str:
        """The clause in lower case with N for the words of a value at `[start, end)`: what rule
        packs search for vetoes and scopes. A few words behind the value belong to it even where
        another clause begins: "two hours before …"."""
        folded = self.sentence.folded
        until = max(self.end, min(self.sentence.end, end + _BEHIND))
        return f"{folded[self.start : start]}N{folded[end:until]}"

    def moment(self, position: int) -> list[str]:
        """The moment that the sentence names behind a value: "when it derailed"; else nothing."""
        until = min(self.sentence.end, position + REACH)
        found = _MOMENT.search(self.sentence.folded, position, until)
        return [f"when {found[1]}"] if found else []

    def own(self, start: int | None = None, end: int | None = None) -> tuple[Word, ...]:
        """The clause's words, or those of them between two places."""
        low = self.start if start is None else max(self.start, start)
        high = self.end if end is None else min(self.end, end)
        return self.sentence.between(low, high)

    def back(self, until: int) -> tuple[Word, ...]:
        """The words of the sentence before `until`, from other clauses too: for "which"."""
        return self.sentence.between(until - REACH, until)


def words(folded: str, start: int, end: int) -> tuple[Word, ...]:
    """The words of `folded[start:end]`; numbers and signs are none."""
    return tuple(Word(m[0], m.start(), m.end()) for m in _TOKEN.finditer(folded, start, end))


def words_behind(folded: str, position: int) -> tuple[Word, ...]:
    """The few words that follow a number ending at `position`, up to the next punctuation: where
    its noun stands. The first may be joined on: "a 12-carriage train"."""
    found: list[Word] = []
    if joined := _JOINED.match(folded, position):
        found.append(Word(joined[1], joined.start(1), joined.end(1)))
        position = joined.end()
    while len(found) < _NOUNS_AHEAD and (match := _FOLLOWING.match(folded, position)):
        found.append(Word(match[1], match.start(1), match.end(1)))
        position = match.end()
    return tuple(found)
