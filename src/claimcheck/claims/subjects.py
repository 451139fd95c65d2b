"""Subjects: whom or what a clause speaks of.

An article is read once from front to back. Of every sentence its subject is kept, so that "he"
finds whom the sentence before was about; of every vehicle and journey its owner, so that "the
train" finds whose train it was. More than one answer is no answer.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from claimcheck.articles.sentences import Sentence
from claimcheck.claims.names import OFFICES, Name, NameKind

_PRONOUN = re.compile(r"(?<![\w’'])(?:he|she)(?!\w)")
_OWNING_PRONOUN = r"(?:his|her)"
_MODIFIERS = r"(?:[a-z][\w’'-]*,?\s){0,5}?"
# The article and the adjectives that lead up to a noun, from the last article on.
_NOUN_PHRASE = re.compile(r"(?<!\w)(?:an?|the)\s(?:(?!an?\s|the\s)[\w’'-]+,?\s){0,4}\Z")
# With a title between, a name still hangs on its preposition: "photos of President Kim".
_PREPOSITION = re.compile(
    r"\b(?:of|with|for|by|from|to|against|about|on|at|in|near|like|than|including|alongside)\s"
    rf"(?:(?:the|a|an)\s)?(?:(?:{'|'.join(sorted(OFFICES))})\s)*\Z"
)
_USING = re.compile(r"\b(?:by|on|via|aboard|in|with|takes?|took|boards?|boarded|rode|rides?)\s\Z")


@dataclass(frozen=True, slots=True)
class Owned:
    """A thing at `[start, end)` and the person it belongs to or who travels in it."""

    start: int
    end: int
    noun: str
    owner: str


class Subjects:
    """The people of one article and what is theirs; answers who is meant at a place."""

    def __init__(
        self,
        folded: str,
        sentences: list[Sentence],
        names: list[Name],
        owned_nouns: tuple[str, ...],
    ) -> None:
        self._folded = folded
        self._names = names
        self._starts = [s.start for s in sentences]
        self._sentences = sentences
        self.topic: str | None = None
        self._of_sentence: list[str | None] = []
        for sentence in sentences:
            self._of_sentence.append(self._sentence_subject(sentence))
            self.topic = self.topic or self._of_sentence[-1]
        self._owned = self._owners(owned_nouns)

    def _sentence_subject(self, sentence: Sentence) -> str | None:
        """The person a sentence is about: its first, or the last one's where "he" comes first."""
        previous = self._of_sentence[-1] if self._of_sentence else None
        person = next(iter(self._people(sentence.start, sentence.end)), None)
        pronoun = _PRONOUN.search(self._folded, sentence.start, sentence.end)
        if pronoun and (person is None or pronoun.start() < person.start):
            return previous
        return person.full if person else previous

    def _people(self, start: int, end: int) -> list[Name]:
        low = bisect_right(self._names, start - 1, key=lambda n: n.start)
        high = bisect_right(self._names, end - 1, key=lambda n: n.start)
        return [n for n in self._names[low:high] if n.kind is NameKind.PERSON]

    def of_sentence(self, position: int) -> str | None:
        """Whom the sentence at `position` is about, itself or by the sentences before it."""
        return self._of_sentence[bisect_right(self._starts, position) - 1]

    def names_between(self, start: int, end: int) -> list[Name]:
        """The names that begin in `[start, end)`."""
        return [n for n in self._names if start <= n.start < end]

    def person_at(self, start: int, position: int) -> str | None:
        """The person who is the subject of the words in `[start, position)`.

        The first person named there who is no possessor and not in a prepositional phrase
        ("photos of Kim"), or whom its "he" stands for.
        """
        person = next((n for n in self._people(start, position) if self._leads(n)), None)
        pronoun = _PRONOUN.search(self._folded, start, position)
        if pronoun and (person is None or pronoun.start() < person.start):
            return self._antecedent(pronoun.start())
        return person.full if person else None

    def _leads(self, name: Name) -> bool:
        before = self._folded[max(0, name.start - 40) : name.start]
        return not (name.possessive or _PREPOSITION.search(before))

    def _antecedent(self, position: int) -> str | None:
        """Whom a pronoun stands for: the first person of its sentence before it, or the
        subject of the sentence before."""
        index = bisect_right(self._starts, position) - 1
        before = self._people(self._sentences[index].start, position)
        if before:
            return before[0].full
        return self._of_sentence[index - 1] if index else None

    def possessor(self, position: int) -> str | None:
        """Whose the noun at `position` is: "Kim's armoured train", "his journey"."""
        window_start = max(0, position - 60)
        window = self._folded[window_start:position]
        for name in reversed(self._people(window_start, position)):
            behind = self._folded[name.end : position]
            if name.possessive and re.fullmatch(rf"['’]s?\s{_MODIFIERS}", behind):
                return name.full
        pronoun = re.search(rf"(?<!\w){_OWNING_PRONOUN}\s{_MODIFIERS}\Z", window)
        return self._antecedent(window_start + pronoun.start()) if pronoun else None

    def owner(self, noun: str, position: int) -> str | None:
        """Whose "the train" at `position` is: by its possessor, else the last known owner."""
        own = self.possessor(position)
        if own:
            return own
        before = [o for o in self._owned if o.noun == noun and o.start <= position]
        return before[-1].owner if before else None

    def _owners(self, nouns: tuple[str, ...]) -> list[Owned]:
        found: list[Owned] = []
        pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(nouns)})(?![\w])")
        for sentence in self._sentences:
            for match in pattern.finditer(self._folded, sentence.start, sentence.end):
                owner = self.possessor(match.start()) or self._user(sentence.start, match.start())
                if owner:
                    found.append(Owned(match.start(), match.end(), match[0], owner))
        return found

    def _user(self, start: int, position: int) -> str | None:
        """Who travels in the thing: "Kim goes to Beijing by a special train"."""
        phrase = _NOUN_PHRASE.search(self._folded[start:position])
        lead = start + phrase.start() if phrase else position
        if not _USING.search(self._folded, start, lead):
            return None
        return self.person_at(start, lead)
