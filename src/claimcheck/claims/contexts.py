"""Contexts: what stands around a value, by which two statements are known to be of one thing.

No parser: the words nearest to a value weigh most, those next to it govern it, and a name that the
sentence ties to it bears it or narrows it. All of it is read in the value's own clause first.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimcheck.articles.sentences import Sentence
from claimcheck.claims.clauses import REACH, Clause, Word
from claimcheck.claims.names import Name, NameKind
from claimcheck.claims.terms import PREDICATES, STOP, is_person, term
from claimcheck.quantities.calendar.dates import Moment

NEAR = 4.0
"""Words off at which a word weighs half of one that stands next to the value."""

ELSEWHERE = 0.4
"""What a word of another clause of the sentence weighs beside one of the value's own."""

GOVERNING = 2
"""Content words on each side of a value that may govern it."""

_PRONOUNS = frozenset("he she his her him".split())
_NOT_NAMED = frozenset("jr sr ii iii iv".split())  # "Grace Hopper III" is called Hopper
_BESIDE = re.compile(r"\W{0,3}\Z")
_OPENS_BRACKET = re.compile(r"\s?\(\Z")
_LED_BY = re.compile(
    r"\b(?:of|with|for|by|from|to|against|about|on|at|in|near|like|than|including|over|beat"
    r"|off|outside|around|towards?|between|and)\s(?:(?:the|an?|his|her|its)\s)?\Z"
)
_TIED = re.compile(r"\b(?:in|of|off|from|with|at|near|for|to|on)\s(?:the\s)?(?:[a-z]+\s){0,2}\Z")
_PLACED = re.compile(r"\b(?:in|at|near|off|outside|from|of)\s(?:the\s)?(?:[a-z]+\s){0,3}\Z")
_LISTED = re.compile(r",\s(?:and\s)?|\sand\s")
_PLACED_WITHIN = 90  # characters from the value to a place that its event has
_AGAIN = re.compile(r"\b(?:those|that|these|this)\s([a-z]{4,})")
_LETTERS = re.compile(r"[a-z]{4,}")
_APPOSED = re.compile(r"[,.;]")
_APPOSITION = 4  # words between an age and its bearer: "36-year-old former school teacher Ada Hill"
_COUNT = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+)"
# What makes a value one of a part, of another, or a point of something longer.
_PART_BEFORE = re.compile(
    r"\b(another|others?|further|additional|remaining|first|second|third|last|next|previous|former"
    rf"|combined|average|record|total|each|every|(?:some|out|{_COUNT}) of"
    r"(?: the| them| its| his| her| their)?)\s(?:[a-z-]+\s)?\Z"
)
_PART_BEHIND = re.compile(
    r"\s(?:[a-z-]+\s)?(others?|more|each|of them|of the|of which|of whom|per|remaining|of his"
    r"|of her|of its|of their|ago|earlier|later|before|after)\b"
)
# A value of one moment is not that of the day.
_PEAK = re.compile(r"\bat (?:one|some) point\b|\bat (?:its|their|the) (?:peak|height)\b|\bpeaked\b")
_PEAK_REACH = 150
_ATTRIBUTIVE = re.compile(r"\w[-\u2010\u2011][a-z]+(?![\w-])")
_COMPLEMENT = re.compile(
    r"(?:\s[a-z-]+){0,3}?\s(on|as|against|during)\s(?:(?:the|an?|his|her|its|their)\s)?([a-z]+)"
)
_ONE_OF = re.compile(r"\bone\sof\s(?:the|its|his|her|their)\s[^.;]*\Z")
_SAYING = "said|says|told|added|wrote|condemned|warned|urged|denied|insisted|stressed|argued"
_SAID_THEN = re.compile(
    rf"\b(?:{_SAYING})\s(?:(?:in\sa\sstatement|in\san\sinterview|reporters|late"
    r"|early|on|in)\s){0,3}\Z"
)
# "On Tuesday, the mayor said", and not "on Tuesday, which he said killed two".
_SAYS_BEHIND = re.compile(rf",?\s(?!which|who|that)(?:[\w’'-]+\s){{0,3}}?(?:{_SAYING})\b")
# What may stand between a number of people and what befell them: "10 people were also killed".
_PASSED = frozenset(
    "people persons others other were was been have had has are is be reported confirmed feared "
    "also left seriously badly slightly critically more of them which who believed known found "
    "suffered suffering sustained sustaining received got from serious minor severe slight light "
    "critical with".split()
)
# How badly: "35 seriously injured" are some of all.
_DEGREES = dict(
    zip(
        "seriously serious badly severe severely gravely critically critical".split()
        + "slightly slight lightly light minor".split(),
        ["badly"] * 8 + ["slightly"] * 5,
        strict=True,
    )
)
# Who did so stands before: "a woman died and two men were hurt".
_OF_OTHERS = frozenset("die dies died perish perished flee fled fleeing dead missing".split())
_HURT, _KILLED = "#injure", "#kill"
_TOLL = re.compile(
    r"\btoll\b[^.;]*\b(?:to|at|was|is|reached)\s\Z"
)  # "the toll of the quake rose to"
_DEGREE_REACH = 6  # words from a number to how badly its people were hurt
_PREDICATE_REACH = 4  # words before a number in which it is governed: "the death toll rose to 10"


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a value.

    `terms` are the near words by weight, names as `@key`; `governors` those next to the value;
    `predicate` what a number of people suffered or did, "" where that is not said. `bearer` is the
    key of the name that bears the value, and `person` whether it is somebody's. `qualifiers` are
    names that narrow it ("52 percent in Egypt"), `places` those its event has, `parts` the words
    that make it a part or a point of something. `when` is the first and last day that the clause
    names, as ordinals. An `attributive` value is that of a noun: "a seven-yard run", and its
    `complement` the preposition and noun behind it: "as coach". `known` are
    the keys of all names of the article, `heads` of those in its first sentence.
    """

    terms: Mapping[str, float]
    governors: frozenset[str]
    predicate: str = ""
    bearer: str = ""
    person: bool = False
    qualifiers: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    when: tuple[int, int] | None = None
    attributive: bool = False
    complement: str = ""
    known: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()

    @property
    def names(self) -> frozenset[str]:
        """The names of the sentence near the value."""
        return frozenset(t for t in self.terms if t.startswith("@"))


NOTHING = Context({}, frozenset())
"""What stands around a value that a rule pack reads: nothing that is asked for."""


class Contexts:
    """The words, names and days of one article; answers what stands around a value."""

    def __init__(
        self,
        folded: str,
        sentences: Sequence[Sentence],
        names: Iterable[Name],
        moments: Iterable[Moment],
    ) -> None:
        self._folded = folded
        self._sentences = sentences
        self._names = sorted(names, key=lambda n: n.start)
        self._starts = [n.start for n in self._names]
        self._days = [m for m in moments if m.kind == "date" and m.first and m.last]
        self._day_starts = [m.start for m in self._days]
        self._people = self._before_each()
        self.known = frozenset(f"@{part}" for n in self._names for part in (n.key, *n.key.split()))
        """The keys of every name of the article, and of the parts of each."""
        opening = sentences[0] if sentences else None
        self.heads = frozenset(
            name_key(n) for n in self._names if opening and n.start < opening.end
        )
        """The keys of the names in its first sentence, the headline where it has one."""

    def _before_each(self) -> list[Name | None]:
        """Of each sentence whom a "he" of it means: whom the last one with a person named first."""
        found: list[Name | None] = []
        last: Name | None = None
        for sentence in self._sentences:
            found.append(last)
            last = next(filter(_person, self.between(sentence.start, sentence.end)), last)
        return found

    def between(self, start: int, end: int) -> list[Name]:
        """The names that begin in `[start, end)`."""
        return self._names[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def around(
        self,
        start: int,
        end: int,
        index: int,
        clause: Clause,
        *,
        age: bool,
        people: bool,
        noun: str,
    ) -> Context:
        """What stands around the value at `[start, end)` of the sentence with this index."""
        sentence = clause.sentence
        low, high = max(sentence.start, start - REACH), min(sentence.end, end + REACH)
        names = [n for n in self.between(low, high) if n.end <= start or n.start >= end]
        words = [
            w
            for w in sentence.between(low, high)
            if w.text not in STOP and not start <= w.start < end and not _within(w, names)
        ]
        said = sorted(
            [(w.start, term(w.text)) for w in words] + [(n.start, name_key(n)) for n in names]
        )
        before = [item for item in reversed(said) if item[0] < start]
        behind = [item for item in said if item[0] >= end]
        predicate = self._predicate(start, end, clause) if people else ""
        degree = self._degree(start, end, clause) if predicate == _HURT else ""
        bearer, person = (
            self._aged(start, end, names) if age else self._bearer(start, index, clause, names)
        )
        return Context(
            terms=_weighed(before, behind, clause),
            governors=_governors(before, behind, clause) - {term(noun)},
            predicate=predicate,
            bearer=bearer,
            person=person,
            qualifiers=frozenset(self._qualifiers(end, clause, names)),
            places=frozenset(self._places(start, end, clause, names)) | self._there(index, clause),
            parts=frozenset(self._parts(start, end, clause.sentence.start)) | {*degree.split()},
            when=self._when(start, clause),
            attributive=_ATTRIBUTIVE.search(self._folded, start, end + 1) is not None,
            complement=self._complement(end, clause),
            known=self.known,
            heads=self.heads,
        )

    def _predicate(self, start: int, end: int, clause: Clause) -> str:
        """What is said of a number of people, by the words directly behind it or before."""
        own = clause.own()
        for word in (w for w in own if w.start >= end):
            if "," in self._folded[end : word.start]:
                break
            if (said := term(word.text)) in PREDICATES:
                return said
            if word.text not in _PASSED and not is_person(word.text):
                break
        for word in [w for w in reversed(own) if w.end <= start][:_PREDICATE_REACH]:
            if "," in self._folded[word.end : start]:
                break
            if (said := term(word.text)) in PREDICATES and word.text not in _OF_OTHERS:
                return said
        low = max(clause.sentence.start, start - REACH)
        return _KILLED if _TOLL.search(self._folded, low, start) else ""

    def _aged(self, start: int, end: int, names: Sequence[Name]) -> tuple[str, bool]:
        """Who is of an age: "Ada Lovelace, 36", "the 36-year-old Ada Lovelace"."""
        before = [n for n in names if n.end <= start]
        if before and _BESIDE.fullmatch(self._folded, before[-1].end, start):
            return name_key(before[-1]), True
        behind = next((n for n in names if n.start >= end and _person(n)), None)
        if behind is None or _APPOSED.search(self._folded, end, behind.start):
            return "", False
        between = self._folded[end : behind.start].split()
        if len(between) > _APPOSITION or not STOP.isdisjoint(between):
            return "", False  # "a 36-year-old resident of Ada Hills"
        return name_key(behind), True

    def _bearer(
        self, start: int, index: int, clause: Clause, names: Sequence[Name]
    ) -> tuple[str, bool]:
        """The name that bears a value, and whether it is somebody's: "Lovelace (10-5)",
        "Lovelace's 140 yards", "Lovelace ran for 140 yards", "she ran …"."""
        before = [n for n in names if n.end <= start]
        if before and _OPENS_BRACKET.fullmatch(self._folded, before[-1].end, start):
            return name_key(before[-1]), _person(before[-1])
        own = [n for n in before if n.start >= clause.start]
        owner = next((n for n in reversed(own) if n.possessive), None)
        if owner and len(self._folded[owner.end : start].split()) <= _PREDICATE_REACH:
            return name_key(owner), _person(owner)
        pronoun = next((w for w in reversed(clause.own(end=start)) if w.text in _PRONOUNS), None)
        for name in reversed(own):
            if pronoun and pronoun.start > name.start:
                break
            if _person(name) and not self._led(name, clause):
                return name_key(name), True
        if pronoun is None:
            return "", False
        earlier = next((n for n in before if _person(n) and n.end <= pronoun.start), None)
        meant = earlier or self._people[index]
        return (name_key(meant), True) if meant else ("", False)

    def _led(self, name: Name, clause: Clause) -> bool:
        """Whether a name hangs on a preposition, and so does nothing itself."""
        window = self._folded[max(clause.start, name.start - 30) : name.start]
        return _LED_BY.search(window) is not None

    def _qualifiers(self, end: int, clause: Clause, names: Sequence[Name]) -> Iterator[str]:
        """The first name behind a value, where a preposition ties it to it, and those that are
        listed with it: "in Peru, Chile and Bolivia"."""
        behind = [n for n in names if end <= n.start < clause.end]
        between = self._folded[end : behind[0].start] if behind else ""
        if not behind or "," in between or len(between.split()) > 6 or not _TIED.search(between):
            return
        yield name_key(behind[0])
        for last, name in pairwise(behind):
            if not _LISTED.fullmatch(self._folded, last.end, name.start):
                break
            yield name_key(name)

    def _places(self, start: int, end: int, clause: Clause, names: Sequence[Name]) -> Iterator[str]:
        """The names near a value, of whatever but people, that a preposition of place leads."""
        for name in names:
            near = start - _PLACED_WITHIN < name.start < end + _PLACED_WITHIN
            own = clause.start <= name.start < clause.end
            window = self._folded[max(clause.start, name.start - 40) : name.start]
            if near and own and not _person(name) and _PLACED.search(window):
                yield f"@{name.key}"

    def _there(self, index: int, clause: Clause) -> frozenset[str]:
        """The places of the sentence before, where a clause speaks of what that one told: "those
        bombings"."""
        if index == 0:
            return frozenset()
        before = self._sentences[index - 1]
        told = {term(w) for w in _LETTERS.findall(self._folded, before.start, before.end)}
        found = _AGAIN.search(self._folded, clause.start, clause.end)
        if found is None or term(found[1]) not in told:
            return frozenset()
        return frozenset(
            f"@{name.key}"
            for name in self.between(before.start, before.end)
            if not _person(name)
            and _PLACED.search(self._folded[max(before.start, name.start - 40) : name.start])
        )

    def _parts(self, start: int, end: int, low: int) -> Iterator[str]:
        before = _PART_BEFORE.search(self._folded[max(low, start - 30) : start])
        behind = _PART_BEHIND.match(self._folded, end, end + 30)
        if before:
            yield before[1].split()[-1]
        if behind:
            yield behind[1]
        if _PEAK.search(self._folded, max(low, start - _PEAK_REACH), end + _PEAK_REACH):
            yield "peak"
        if _ONE_OF.search(self._folded[max(low, start - 40) : start]):
            yield "one of"

    def _degree(self, start: int, end: int, clause: Clause) -> str:
        """How badly a number of people were hurt, where a word near it says so; else ""."""
        own = clause.own()
        behind = [w for w in own if w.start >= end][:_DEGREE_REACH]
        before = [w for w in own if w.end <= start][-2:]
        for word in behind + before:
            between = self._folded[min(word.start, end) : max(word.start, start)]
            if word.text in _DEGREES and "," not in between:
                return _DEGREES[word.text]
        return ""

    def is_said_then(self, moment: Moment, until: int) -> bool:
        """Whether a day is that on which somebody said something, not the day of it."""
        if self._folded.endswith(" ago", moment.start, moment.end):
            return False  # nobody dates what somebody says so: "founded a year ago, said"
        before = self._folded[max(0, moment.start - 50) : moment.start]
        reach = min(until, moment.end + 40)
        return bool(
            _SAID_THEN.search(before) or _SAYS_BEHIND.match(self._folded, moment.end, reach)
        )

    def _complement(self, end: int, clause: Clause) -> str:
        found = _COMPLEMENT.match(self._folded, end, min(clause.sentence.end, end + 60))
        return f"{found[1]} {term(found[2])}" if found and found[2] not in STOP else ""

    def _when(self, start: int, clause: Clause) -> tuple[int, int] | None:
        """The day or days that a clause names nearest to a value, but for those on which somebody
        said it."""
        low = bisect_left(self._day_starts, clause.start)
        high = bisect_right(self._day_starts, clause.end)
        days: list[tuple[int, int, int]] = []
        for moment in self._days[low:high]:
            if self.is_said_then(moment, clause.sentence.end):
                continue
            assert moment.first is not None
            assert moment.last is not None
            away = abs(moment.start - start)
            days.append((away, moment.first.toordinal(), moment.last.toordinal()))
        return min(days)[1:] if days else None


def name_key(name: Name) -> str:
    """A name as a term: of a person the part by which others call him."""
    parts = name.key.split()
    while len(parts) > 1 and parts[-1].rstrip(".") in _NOT_NAMED:
        parts.pop()
    return "@" + (parts[-1] if _person(name) else name.key)


def _person(name: Name) -> bool:
    return name.kind is NameKind.PERSON


def _within(word: Word, names: Sequence[Name]) -> bool:
    return any(n.start <= word.start < n.end for n in names)


def _weighed(
    before: Sequence[tuple[int, str]], behind: Sequence[tuple[int, str]], clause: Clause
) -> dict[str, float]:
    """Terms by weight: the nearer, and those of the value's own clause, weigh more."""
    terms: dict[str, float] = {}
    for side in (before, behind):
        for away, (place, said) in enumerate(side):
            own = clause.start <= place < clause.end
            weight = (1.0 if own else ELSEWHERE) / (1 + away / NEAR)
            terms[said] = max(terms.get(said, 0.0), weight)
    return terms


def _governors(
    before: Sequence[tuple[int, str]], behind: Sequence[tuple[int, str]], clause: Clause
) -> frozenset[str]:
    near = [t for p, t in before if p >= clause.start and t[0] != "@"][:GOVERNING]
    near += [t for p, t in behind if p < clause.end and t[0] != "@"][:GOVERNING]
    return frozenset(near)
