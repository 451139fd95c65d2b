"""Clauses: the stretch of a sentence that one verb governs, as words with their places.

There is no parser here. A clause ends at a semicolon, a dash or bracket, at a word that opens a
subordinate clause, and at a conjunction behind which a new subject begins. Where that guess is
wrong a cue is not found in the clause, and the number is set aside: the safe mistake.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from claimcheck.quantities.quantity import Word

# A possessive ending is no part of the word it stands behind, and no word.
_TOKEN = re.compile(r"(?<!['’])[^\W\d_](?:[^\W\d_]|(?:['’](?!s\b)|[.-])(?=[^\W\d_]))*")
_SUBJECT = r"(?:the|an?|his|her|their|its|this|that|these|those|he|she|they|it|we|i|both|neither)\b"
_SUBORDINATE = r"(?:while|whereas|although|though|because|unless|which|who|whose|where|since)\b"
_REPORTS = r"(?:report\w*|sa(?:id|ys?)|confirm\w*|believes?|announced|claim\w*|add\w*|suggest\w*)"
# What stands in a lookahead opens the next clause and belongs to it.
_BOUNDARY = re.compile(
    r"[;:—–]|\s-\s|,\s(?=as\s)"
    rf"|,?\s(?:and|but|or|so|yet)\s(?={_SUBJECT})"
    rf"|,?\s(?={_SUBORDINATE})"
    rf"|\b{_REPORTS}\sthat\s"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """The clause at `[start, end)` inside the sentence at `[sentence_start, sentence_end)`.

    `words` are those of the whole sentence in lower case; `own` gives the clause's. `folded` is
    the article in lower case.
    """

    folded: str
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    words: tuple[Word, ...]

    def own(self, start: int | None = None, end: int | None = None) -> list[Word]:
        """The clause's words, or those of them between two places."""
        low = max(self.start, self.start if start is None else start)
        high = min(self.end, self.end if end is None else end)
        first = bisect_left(self.words, low, key=lambda w: w.start)
        return [w for w in self.words[first:] if w.end <= high]


def words(folded: str, start: int, end: int) -> tuple[Word, ...]:
    """The words of `folded[start:end]`; numbers and signs are none."""
    return tuple(Word(m[0], m.start(), m.end()) for m in _TOKEN.finditer(folded, start, end))


def clause_at(folded: str, start: int, end: int, position: int, until: int) -> Clause:
    """The clause of the sentence `[start, end)` that holds `[position, until)`."""
    left, right = start, end
    for boundary in _BOUNDARY.finditer(folded, start, end):
        if boundary.end() <= position:
            left = boundary.end()
        elif boundary.start() >= until:
            right = boundary.start()
            break
    return Clause(folded, left, right, start, end, words(folded, start, end))
