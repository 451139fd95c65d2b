"""Subjects: whom or what a clause speaks of.

An article is read once from front to back. Of every sentence its subject is kept, so that "he"
finds whom the sentence before was about; of every vehicle and journey its owner or name, so that
"the train" finds which train it was. More than one answer is no answer.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass

from claimcheck.articles.sentences import Sentence
from claimcheck.claims.names import OFFICES, Name, NameKind

_PRONOUN = re.compile(r"(?<![\w’'])(?:he|she)(?!\w)")
_OWNING_PRONOUN = re.compile(r"(?<!\w)(?:his|her)\s(?:[a-z][\w’'-]*,?\s){0,5}?\Z")
_OWNED_BY_NAME = re.compile(r"['’]s?\s(?:[a-z][\w’'-]*,?\s){0,5}?")
_POSSESSOR_REACH = 60
# With a title between, a name still hangs on its preposition: "photos of President Kim".
_PREPOSITION = re.compile(
    r"\b(?:of|with|for|by|from|to|against|about|on|at|in|near|like|than|including|alongside|via"
    r"|aboard)\s"
    rf"(?:(?:the|an?|his|her|its|their)\s)?(?:(?:{'|'.join(sorted(OFFICES))})\s)*"
    r"(?:[\w’'-]+,?\s){0,3}?\Z"
)
_BARE_PREPOSITION = re.compile(
    r"\b(?:of|with|for|by|from|to|against|about|on|at|in|near|like|than|including|alongside)\s"
    rf"(?:(?:the|an?)\s)?(?:(?:{'|'.join(sorted(OFFICES))})\s)*\Z"
)
# The article and the adjectives that lead up to a noun, from the last article on.
_NOUN_PHRASE = re.compile(r"(?<!\w)(?:an?|the)\s(?:(?!an?\s|the\s)[\w’'-]+,?\s){0,4}\Z")
_USING = re.compile(r"\b(?:by|on|via|aboard|in|with|takes?|took|boards?|boarded|rode|rides?)\s\Z")


@dataclass(frozen=True, slots=True)
class Known:
    """A vehicle or journey met at `start`: its name for people, and the person it belongs to or
    who travels in it, where there is one."""

    start: int
    label: str
    owner: str | None


class Subjects:
    """The people of one article and what is theirs; answers who or what is meant at a place."""

    def __init__(
        self,
        folded: str,
        sentences: list[Sentence],
        names: list[Name],
        nouns: tuple[str, ...],
        distinguishing: tuple[str, ...],
    ) -> None:
        self._folded = folded
        self._names = names
        self._name_starts = [n.start for n in names]
        self._sentences = sentences
        self._starts = [s.start for s in sentences]
        self._distinguishing = frozenset(distinguishing)
        self._noun = re.compile(rf"(?<![\w-])(?:{'|'.join(nouns)})(?!\w)")
        self._known: defaultdict[str, list[Known]] = defaultdict(list)
        self._of_sentence: list[str | None] = []
        for sentence in sentences:
            self._of_sentence.append(self._sentence_subject(sentence))
            for match in self._noun.finditer(folded, sentence.start, sentence.end):
                self._learn(sentence, match)

    # --- people ---------------------------------------------------------------------------------

    def names_between(self, start: int, end: int) -> list[Name]:
        """The names that begin in `[start, end)`."""
        low, high = (bisect_left(self._name_starts, place) for place in (start, end))
        return self._names[low:high]

    def of_sentence(self, position: int) -> str | None:
        """Whom or what the sentence at `position` is about, by itself or those before it."""
        return self._of_sentence[self._index(position)]

    def before_sentence(self, position: int) -> str | None:
        """Whom or what the sentence before the one at `position` is about: its "it"."""
        index = self._index(position)
        return self._of_sentence[index - 1] if index else None

    def person_at(self, start: int, position: int) -> str | None:
        """The person who is the subject of the words in `[start, position)`.

        The first person named there who is no possessor and not in a prepositional phrase
        ("photos of Kim"), or whom its "he" stands for.
        """
        people = self._people(start, position)
        person = next((n for n in people if not n.possessive and not self._hangs(n)), None)
        pronoun = _PRONOUN.search(self._folded, start, position)
        if pronoun and (person is None or pronoun.start() < person.start):
            return self._antecedent(pronoun.start())
        return person.full if person else None

    def possessor(self, position: int) -> str | None:
        """Whose the noun at `position` is: "Kim's armoured train", "his journey"."""
        start = max(0, position - _POSSESSOR_REACH)
        for name in reversed(self._people(start, position)):
            if name.possessive and _OWNED_BY_NAME.fullmatch(self._folded, name.end, position):
                return name.full
        pronoun = _OWNING_PRONOUN.search(self._folded[start:position])
        return self._antecedent(start + pronoun.start()) if pronoun else None

    def _index(self, position: int) -> int:
        return bisect_right(self._starts, position) - 1

    def _people(self, start: int, end: int) -> list[Name]:
        return [n for n in self.names_between(start, end) if n.kind is NameKind.PERSON]

    def _hangs(self, name: Name) -> bool:
        before = self._folded[max(0, name.start - 40) : name.start]
        return _BARE_PREPOSITION.search(before) is not None

    def _antecedent(self, position: int) -> str | None:
        """Whom a pronoun stands for: the first person of its sentence before it, or the
        subject of the sentence before."""
        index = self._index(position)
        before = self._people(self._sentences[index].start, position)
        if before:
            return before[0].full
        return self._of_sentence[index - 1] if index else None

    def _sentence_subject(self, sentence: Sentence) -> str | None:
        """What comes first: a person, "he", or a vehicle, which stands for its owner."""
        previous = self._of_sentence[-1] if self._of_sentence else None
        people = self._people(sentence.start, sentence.end)
        person = next((n for n in people if not self._hangs(n)), None)
        pronoun = _PRONOUN.search(self._folded, sentence.start, sentence.end)
        if pronoun and (person is None or pronoun.start() < person.start):
            return previous
        if person:
            return person.full
        noun = self._noun.search(self._folded, sentence.start, sentence.end)
        if noun and not _PREPOSITION.search(self._folded[sentence.start : noun.start()]):
            return self.owner(noun[0], noun.start()) or previous
        return previous

    # --- what is theirs -------------------------------------------------------------------------

    def owner(self, noun: str, position: int) -> str | None:
        """Whose "the train" at `position` is, or the train's own name where it has one."""
        own = self.possessor(position)
        if own:
            return own
        known = self._last_known(noun, position)
        return (known.owner or known.label) if known else None

    def vehicle(self, noun: str, position: int) -> str:
        """The vehicle at `position` for people: by its owner, its own name, or its noun with
        what sets it apart: "Kim's train", "Aurora", "freight train"."""
        own = self.possessor(position)
        if own:
            return f"{own}’s {noun}"
        apart = self._apart(position)
        if apart:
            return f"{apart} {noun}"
        known = self._last_known(noun, position)
        return known.label if known else noun

    def _last_known(self, noun: str, position: int) -> Known | None:
        known = self._known[noun]
        index = bisect_right(known, position, key=lambda k: k.start)
        return known[index - 1] if index and not self._apart(position) else None

    def _apart(self, position: int) -> str:
        before = self._folded[max(0, position - 30) : position].split()
        return " ".join(w for w in before[-2:] if w in self._distinguishing)

    def _learn(self, sentence: Sentence, match: re.Match[str]) -> None:
        start = match.start()
        owner = self.possessor(start) or self._user(sentence.start, start)
        if owner:
            self._known[match[0]].append(Known(start, f"{owner}’s {match[0]}", owner))
            return
        called = next(iter(self.names_between(match.end(), match.end() + 2)), None)
        if called:  # "the ferry Aurora"
            self._known[match[0]].append(Known(start, called.full, None))

    def _user(self, start: int, position: int) -> str | None:
        """Who travels in the thing: "Kim goes to Beijing by a special train"."""
        phrase = _NOUN_PHRASE.search(self._folded[start:position])
        lead = start + phrase.start() if phrase else position
        if not _USING.search(self._folded, start, lead):
            return None
        return self.person_at(start, lead)
