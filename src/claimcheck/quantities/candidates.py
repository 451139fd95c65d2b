"""Candidates: the places of a text at which a number, a date or a time may begin.

Everything else of the grammar is anchored, and so only this module looks at every character. It
does so in C: digits by one pattern, words by the set of all the text's words, of which only those
that lead something are then found one by one. One alternation of all the words is far slower.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

FRACTIONS = "½¼¾⅐-⅞"
_DIGIT = re.compile(rf"[\d{FRACTIONS}]")
_ASCII_DIGIT = re.compile(r"[0-9]")
_LETTERS = bytes(c if chr(c).islower() and c < 128 else 32 for c in range(256))


def digit_pattern(folded: str) -> re.Pattern[str]:
    """What finds the next digit of this text, of any script where it holds more than ASCII."""
    return _ASCII_DIGIT if folded.isascii() else _DIGIT


class Leads:
    """The words that may lead something that is read; and those that an article leads, with it:
    "a" before "kilogram"."""

    def __init__(self, words: Iterable[str], led: Iterable[str] = ()) -> None:
        phrases: dict[str, list[str]] = {word: [word] for word in words}
        for word in led:
            articles = ("a", "an") if word[0] == "h" else ("an",) if word[0] in "aeiou" else ("a",)
            phrases.setdefault(word, []).extend(f"{article} {word}" for article in articles)
        self._phrases = {word.encode(): listed for word, listed in phrases.items()}
        self._present = frozenset(self._phrases).intersection

    def places(self, folded: str) -> list[int]:
        """Where they begin in folded text as words of their own, in order."""
        places: list[int] = []
        find, phrases = folded.find, self._phrases
        split = folded.encode("utf-8", "replace").translate(_LETTERS).split()
        for key in self._present(split):
            for phrase in phrases[key]:
                place = find(phrase)
                while place >= 0:
                    end = place + len(phrase)
                    if not (folded[end : end + 1].isalpha() or folded[place - 1 : place].isalpha()):
                        places.append(place)
                    place = find(phrase, end)
        places.sort()
        return places
