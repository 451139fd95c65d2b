"""A sentence that is read for categories: its names, its clauses and what stands where."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from claimcheck.articles.sentences import Sentence
from claimcheck.claims.categories.families import ALIASES, LISTS, any_of
from claimcheck.claims.clauses import Clauses
from claimcheck.claims.names import Name, NameKind, is_organisation

REACH = 80
NUMBER = r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
DETERMINER = r"(?:an?|his|her|their|the|its|this|that|one|another|no)"
MODIFIED = rf"(?:(?:{any_of(LISTS['modifiers'])}|\w{{2,12}}-made)[\s-]){{0,3}}"
ARTICLED = rf"(?<![\w-])(?P<lead>{DETERMINER}|{NUMBER})\.?\s"
OR_BEHIND = re.compile(r",?\s(?:and/)?or\b")
OR_BEFORE = re.compile(r"\bor\s\Z")
_BEHIND = re.compile(
    rf"(?:['’]s)?(?:\s?[,.;:!?)\]\"”“…—–]|\s[-–]|\s?\Z|\s{any_of(LISTS['behind'])}\b"
    r"|\s[a-z]{3,12}ed\b)"
)
_NOT = re.compile(r"(?:\b(?:not|never|without|no longer)|n['’]t)\s(?:[a-z]{1,12}\s){0,3}\Z")
_UNREAL = re.compile(
    r"\b(?:will|would|could|can|may|might|should|must|if|whether|unless|to be|faces?|facing|until"
    r"|seeking|seeks|wants?|(?:likely|going|due|expected|set) to)\b[^,;.]{0,40}\Z"
)
_PRONOUN = re.compile(
    r"\b(?:he|she|they|who|i|we|it|man|woman|men|gunman|suspect|attacker|police|officers?|boy|girl"
    r"|deput(?:y|ies)|pirates?|victim|someone|somebody)\b"
)
_WORD = re.compile(r"[^\W_][\w’'-]*")
_DAY = re.compile(
    r"\s(?:(?:sun|mon|tues|wednes|thurs|fri|satur)day|jan|feb|march|april|june|july|aug|sept|oct|nov|dec"
    r"|january|february|august|september|october|november|december)\Z"
)
# What begins a headline and is nobody's name.
_NOBODY = frozenset(
    "man woman boy girl teen teenager father mother brother sister son daughter husband wife couple"
    " suspect gunman police officer officers one two three prosecutors officials accountant driver"
    " pirates".split()
)
GOVERNED = re.compile(
    r"\b(?:of|in|from|near|at|outside|by|with|against|and|to|for|on|or)\s(?:the\s)?\Z"
)
_ELSEWHERE = re.compile(r"\b(?:in|at|from|near|by|against|to)\s(?:the\s)?\Z")
_LIVES_AT = re.compile(r",\s(?:(?:aged?\s)?\d{1,3},\s)?(?:of|from)\s(?:the\s)?\Z")
_SCORE = re.compile(r"(?<![\w-])\d{1,3}-\d{1,3}(?![\w-])")


@dataclass(frozen=True, slots=True)
class CategoryMention:
    """A value of a family at `[start, end)`.

    Several values that hold together are one, in the order of the alphabet: "red, white". The
    subject is a key, "" where nobody can tell; mentions compare where `part` is the same."""

    start: int
    end: int
    family: str
    value: str
    subject: str = ""
    part: str = ""
    negative: bool = False


class Reading:
    """A sentence that is read, with its names."""

    def __init__(self, text: str, folded: str, sentence: Sentence, names: list[Name]) -> None:
        self.text, self.folded = text, folded
        self.start, self.end = sentence.start, sentence.end
        first = bisect_left(names, sentence.start, key=lambda n: n.start)
        last = bisect_left(names, sentence.end, key=lambda n: n.start)
        self.names = names[first:last]
        self.at = {name.start: name for name in self.names}

    @cached_property
    def clauses(self) -> Clauses:
        """The clauses of the sentence."""
        return Clauses(self.folded, self.start, self.end)

    @cached_property
    def contested(self) -> bool:
        """Whether the sentence tells of a contest."""
        score = _SCORE.search(self.folded, self.start, self.end)
        return bool(score) or any(w.text in LISTS["contests"] for w in self.clauses.words)

    def every(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """The matches of a pattern in the sentence."""
        return pattern.finditer(self.folded, self.start, self.end)

    def ends(self, position: int) -> bool:
        """Whether a noun that ends here ends its phrase, as far as the next word tells."""
        return _BEHIND.match(self.folded, position, self.end) is not None

    def back(self, position: int, reach: int = REACH) -> str:
        """What stands before a position."""
        return self.folded[max(self.start, position - reach) : position]

    def negated(self, position: int) -> bool:
        """Whether a "not" stands before a position."""
        return _NOT.search(self.back(position, 30)) is not None

    def real(self, position: int) -> bool:
        """Whether what follows has happened: nothing before it says that it could or will."""
        return _UNREAL.search(self.back(position)) is None

    def named(self, position: int) -> bool:
        """Whether a position stands inside a name."""
        before = bisect_right(self.names, position, key=lambda n: n.start)
        return before > 0 and self.names[before - 1].end > position

    def before(self, position: int) -> Name | None:
        """The name of which is said what begins here: nothing but an age, an adverb or "who was"
        stands between, and nothing governs the name. Where somebody is from is passed over."""
        index = bisect_right(self.names, position, key=lambda n: n.end) - 1
        until = position
        while index >= 0 and until - self.names[index].end <= REACH:
            name = self.names[index]
            if not _aside(self.folded[name.end : until]) or name.possessive:
                return None
            lead = self.back(name.start, 30)
            if not GOVERNED.search(lead):
                return name if name.kind is not NameKind.ADJECTIVE else None
            origin = _LIVES_AT.search(lead)
            if origin is None:
                return None
            index, until = index - 1, name.start - len(lead) + origin.start()
        return None

    def somebody(self, position: int) -> Name | None:
        """before(), of a person: a name that is of no place and of no body."""
        name = self.before(position)
        if name is None or name.kind is NameKind.PLACE or is_organisation(name):
            return None
        return None if name.key in _NOBODY or self.opening(name) else name

    def opening(self, name: Name) -> bool:
        """Whether a name may be any word, as the first of a sentence may."""
        return name.start == self.start and " " not in name.key and name.kind is NameKind.OTHER

    def place(self, name: Name) -> str:
        """The key of a place as it is written here: names of places share words by chance."""
        return keyed(re.sub(r"[\s-]+", " ", self.folded[name.start : name.end]))

    def nearest(self, position: int) -> str:
        """The nearest person of the clause by name, where no other is spoken of between."""
        clause = self.clauses.at(position, position)
        first = bisect_left(self.names, position - 2 * REACH, key=lambda n: n.start)
        last = bisect_left(self.names, position + 2 * REACH, key=lambda n: n.start)
        people = [
            n
            for n in self.names[first:last]
            if n.kind is NameKind.PERSON
            and not _DAY.search(n.key)
            and not _ELSEWHERE.search(self.back(n.start, 12))
        ]
        own = [n for n in people if clause.start <= n.start and n.end <= clause.end]
        if not own and len({n.key for n in people}) != 1:
            return ""
        people = own or people
        name = min(people, key=lambda n: (n.start > position, abs(n.start - position)))
        between = self.folded[name.end : position] if name.end <= position else ""
        return "" if _PRONOUN.search(between) else key_of(name)


def _aside(words: str) -> bool:
    """Whether words between a name and its predicate are nobody else's."""
    return all(
        w[0] in LISTS["between"] or w[0].isdecimal() or w[0].endswith(("ly", "-old"))
        for w in _WORD.finditer(words)
    ) and not re.search(r"[;:(\"“”]", words)


def key_of(name: Name) -> str:
    """The key of a name, without the day that stands behind it in some: "Ada Lovelace Monday"."""
    return keyed(name.key)


def keyed(words: str) -> str:
    """The key of a name as it is written, under the one name of what has several."""
    key = _DAY.sub("", words.replace(".", ""))
    return ALIASES.get(key, key)
