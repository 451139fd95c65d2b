"""Additions: what a hypothesis says beyond its premise, counted in words.

No rule here knows what words mean. A hypothesis that brings several telling words of its own says
something of its own, whatever its figures do: "57,000 pubs remain despite high taxes".
"""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.claims.clauses import words
from claimcheck.claims.extraction import Extraction
from claimcheck.claims.terms import STOP, term
from claimcheck.quantities.numerals import fold

NEW = 3
"""New words with which a hypothesis of one figure says something else; each further figure that
it shares with its premise allows for one more. Measured on the development halves of NewsNLI,
RTE-Quant and VitaminC, where 3 was best of 1 to 4 for the first two together."""

FEW = 2
"""The same of a hypothesis in which they are at least `MOSTLY` of all telling words."""

MOSTLY = 0.5

_ALIKE = 5  # letters that two words of one stem share: "Indonesia", "Indonesian"
_SHORT = 4  # the same of words no longer than that

# What tells of a figure or carries a sentence, and is neither here nor there: "took place".
_LIGHT = frozenset(
    "less more fewer below above higher lower over under than least most around according number "
    "due per about after before during while also take took taken takes taking place make made "
    "makes making get got gets give gave given hold held holds receive received become became "
    "people said says say reported "
    "reports report claims shows official officials authorities spokesman spokeswoman source "
    "sources th s st nd rd".split()
)

# A place in a row, or that there is no other: nobody takes it for a way of putting things.
_SINGLED_OUT = frozenset(
    "first second third fourth fifth last only ever never every all largest biggest highest "
    "best".split()
)


@dataclass(frozen=True, slots=True)
class Additions:
    """The telling words of a hypothesis, names left out of `new`: how many there are, how many of
    them the premise has not, and whether one of these singles its thing out ("the first")."""

    words: int
    new: int
    singled_out: bool

    def beyond(self, figures: int) -> bool:
        """Whether they say something that the premise does not, where `figures` of the hypothesis
        have a partner there."""
        more = max(0, figures - 1)
        if self.singled_out or self.new >= NEW + more:
            return True
        return self.new >= FEW + more and self.new >= MOSTLY * self.words


def additions(premise: Extraction, hypothesis: Extraction) -> Additions:
    """What a hypothesis adds. Names do not count as new, for a premise often says "it" of what
    the hypothesis names."""
    ours = {stem for stem, _, _ in _telling(premise)}
    theirs = _telling(hypothesis)
    new = [
        word
        for stem, word, name in theirs
        if not name and word not in _LIGHT and not _has(ours, stem)
    ]
    return Additions(len(theirs), len(new), not _SINGLED_OUT.isdisjoint(new))


def _telling(side: Extraction) -> list[tuple[str, str, bool]]:
    """The telling words of a text: as terms, as they stand, and whether each is a name's."""
    text = side.article.text
    folded = fold(text)
    return [
        (term(w.text), w.text, w.start > 0 and text[w.start].isupper())
        for w in words(folded, 0, len(folded))
        if w.text not in STOP
    ]


def _has(ours: set[str], stem: str) -> bool:
    """Whether a premise has a word, or one that begins like it."""
    if stem in ours or len(stem) < _SHORT:
        return stem in ours
    length = _SHORT if len(stem) <= _SHORT + 1 else _ALIKE
    return any(len(o) >= _SHORT and o[:length] == stem[:length] for o in ours)
