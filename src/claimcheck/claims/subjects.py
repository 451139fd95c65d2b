"""Subjects: whom or what a clause speaks of.

An article is read once from front to back. Of every sentence its subject is kept, so that "he"
finds whom the sentence before was about; of every vehicle and journey its owner or name, so that
"the train" finds which train it was. More than one answer is no answer.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from claimcheck.articles.sentences import Sentence
from claimcheck.claims.clauses import REACH
from claimcheck.claims.names import OFFICES, TITLES, Name, NameKind
from claimcheck.claims.places import adjectives

_PRONOUN = re.compile(r"(?<![\w’'])(?:he|she)(?!\w)")
_OWNING_PRONOUN = re.compile(r"(?<!\w)(?:his|her)\s((?:[a-z][\w-]*,?\s){0,5}?)\Z")
_OWNED_BY_NAME = re.compile(r"['’]s?\s((?:[a-z][\w-]*,?\s){0,5}?)")
# Whoever it is: "his father's", "the minister's", "their"; "its" goes back to the thing itself.
_OWNED = re.compile(
    r"(?:(\w+)['’]s?|(?<!\w)(?:his|her|their|my|our|your))\s(?:[a-z][\w-]*,?\s){0,3}?\Z"
)
_CLOCK = re.compile(r"(\d{1,2}[:.]\d\d)\s(?:[\w-]+\s)?\Z")
_BOUND = re.compile(r"\s(?:from|to|for|bound\sfor)\s(?:the\s)?")
_POSSESSOR_REACH = 60
# With a title between, a name still hangs on its preposition: "photos of President Kim".
_LEADS_PHRASE = "of|with|for|by|from|to|against|about|on|at|in|near|like|than|including|alongside"
_PREPOSITION = re.compile(
    rf"\b(?:{_LEADS_PHRASE}|via|aboard)\s"
    rf"(?:(?:the|an?|his|her|its|their)\s)?(?:(?:{'|'.join(sorted(OFFICES))})\s)*"
    r"(?:[\w’'-]+,?\s){0,3}?\Z"
)
# What may stand between such a word and the name: "with Russia’s former Prime Minister …".
_LED_IN = "|".join(
    [
        *("the", "an?", "its", "their", "his", "her", "former", "then", "new"),
        *(r"[\w-]+['’]s?", *sorted(TITLES | adjectives())),
    ]
)
_TITLED = re.compile(rf"(?:(?:{_LED_IN})\s)*")
_BARE_PREPOSITION = re.compile(
    rf"\b(?:{_LEADS_PHRASE})\s"
    rf"(?:(?:{_LED_IN})\s)*\Z"
)
_JOINED = re.compile(rf",?\s(?:and|or)\s(?:(?:{_LED_IN})\s)*")
# Words that open what stands before the subject: "After meeting Putin, Kim left".
_FRONTED = re.compile(
    r"\W*(?:after|before|while|when|as|following|despite|during|since|once|until|upon|amid|ahead"
    r"|having|by|in|on|at|with|for|from|under|[a-z]+ing)\b[^,]*,\s"
)
_DOING = re.compile(r"\W*(?:(?:after|before|while|when|since|by|on|upon|despite)\s)?[a-z]+ing\b")
# The article and the adjectives that lead up to a noun, from the last article on.
_NOUN_PHRASE = re.compile(r"(?<!\w)(?:an?|the)\s(?:(?!an?\s|the\s)[\w’'-]+,?\s){0,4}\Z")
# Behind a verb of saying somebody else is spoken of: "Grace Hopper said Ada Lovelace left".
_SAYS = re.compile(
    r"(?<![,”\"])\s(?:said|says?|believe[sd]?|thinks?|thought|claim(?:s|ed)?"
    r"|report(?:s|ed)?|confirm(?:s|ed)?|announced?|added|knows?|knew|hopes?|hoped|fears?|feared"
    r"|insist(?:s|ed)|argue[sd]|denie[sd]|suspect(?:s|ed)|expect(?:s|ed)?)\s(?:that\s)?"
)
_SUBORDINATE = re.compile(r"\W*(?:after|before|until|till)\s")
_TOLD_THAT = re.compile(
    r"\b(told|tells?|asked|informed|warned|assured|reminded)\b.*(?<!\w)(?:he|she)(?!\w)"
)
_OF_SOMEBODY = re.compile(rf"\s(?:of|by)\s(?:(?:{_LED_IN})\s)*")
_POSSESSED = re.compile(r"['’]s?\s((?:[a-z-]+\s?){1,3})")
_MEASURED = ("speed", "speeds", "pace")
_WORD_BEHIND = re.compile(r"\s([a-z][\w-]*)")
# What may stand behind a noun that is not the first part of a compound; verbs of the packs and
# participles besides.
_BEHIND_NOUN = frozenset(
    "is are was were be been being has have had will would can could may might must should shall "
    "do does did not of in on at to from for with without by via into onto over under across "
    "through along between near past around off up down out about against during before after "
    "when while where which that who whose and or but as than then there here also still now "
    "again once only just even never soon later came broke sank struck lost met stood fell gave "
    "held kept led seats weighs measures comprises contains late early today yesterday local "
    "time this last overnight together alone shortly ahead aboard".split()
)
_TITLE_REACH = 60
_BULLET = 3
_SAID = r"(?:said|says|told|tells|added|wrote|confirmed|reported|announced|explained|spoke)"
# Who only tells: "Ada Lovelace, her doctor, said …", and "…, said the doctor Ada Lovelace."
_SAYS_BEHIND = re.compile(rf"(?:,[^,]{{1,60}},)?\s(?:(?:has|had|have|also|later)\s)*{_SAID}\b")
_SAYS_BEFORE = re.compile(rf"[,”\"]\s{_SAID}\s(?:[\w-]+\s){{0,3}}?\Z")
_USING = re.compile(r"\b(?:by|on|via|aboard|in|with|takes?|took|boards?|boarded|rode|rides?)\s\Z")


# An article and the words between it and its noun.
_LED = re.compile(
    r"(?<!\w)(?:an?|the|this|that)\s((?:(?!(?:an?|the|this|that)\s)[\w’'-]+,?\s){0,4})\Z"
)
_ONE_OF_SEVERAL = frozenset(
    "one each either both two three second first third fourth other another last next".split()
)


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
        words: Mapping[str, tuple[str, ...]],
        verbs: frozenset[str] = frozenset(),
    ) -> None:
        """`words` are those of subjects.yaml by type, `verbs` those of the rule packs."""
        nouns = (*words.get("vehicle", ()), *words.get("journey", ()))
        self._folded = folded
        self._names = names
        self._name_starts = [n.start for n in names]
        self._starts = [s.start for s in sentences]
        self._distinguishing = frozenset(words.get("distinguishing", ()))
        self._neutral = frozenset(words.get("neutral", ()))
        self._relations = frozenset(words.get("relation", ()))
        self._nouns = frozenset(nouns)
        self._behind_noun = (_BEHIND_NOUN | verbs) - self._nouns
        self._noun = re.compile(rf"(?<![\w-])(?:{'|'.join(nouns)})(?!\w)")
        self._known: defaultdict[str, list[Known]] = defaultdict(list)
        self._of_sentence: list[str | None] = []
        self._actors: list[str | None] = []
        self._first_person: list[Name | None] = []
        self._doing: list[bool] = []
        self._hanging = self._found_hanging()
        for sentence in sentences:
            self._note_subject(sentence)
            for match in self._noun.finditer(folded, sentence.start, sentence.end):
                self._learn(sentence, match)

    # --- people ---------------------------------------------------------------------------------

    def names_between(self, start: int, end: int) -> list[Name]:
        """The names that begin in `[start, end)`."""
        low, high = (bisect_left(self._name_starts, place) for place in (start, end))
        return self._names[low:high]

    def actor(self, position: int) -> str | None:
        """Who does something there: whom or what the sentence is about, by itself or those
        before it, but for those who only tell of others."""
        return self._actors[self._index(position)]

    def before_sentence(self, position: int) -> str | None:
        """Whom or what the sentence before the one at `position` is about: its "it"."""
        index = self._index(position)
        return self._of_sentence[index - 1] if index else None

    def person_at(self, start: int, position: int) -> str | None:
        """The person who is the subject of the words in `[start, position)`.

        The first person named there who is no possessor and not in a prepositional phrase
        ("photos of Kim"), or whom its "he" stands for. What is fronted ("After meeting Putin,")
        is passed over, and so is who only tells ("Ada Lovelace said Grace Hopper …").
        """
        people = self._people(start, position)
        opens = start - self._starts[self._index(start)] <= _BULLET
        fronted = _FRONTED.match(self._folded, start, position) if opens else None
        if fronted and (
            any(n.start >= fronted.end() for n in people)
            or _PRONOUN.search(self._folded, fronted.end(), position)
        ):
            start, people = fronted.end(), [n for n in people if n.start >= fronted.end()]
        # "… after talks with Putin, and leaves": whose verb that is stands in another clause.
        inner = None if opens else _SUBORDINATE.match(self._folded, start, position)
        if inner:
            people = [n for n in people if _TITLED.fullmatch(self._folded, inner.end(), n.start)]
        for says in _SAYS.finditer(self._folded, start, position):
            spoken_of = [n for n in people if says.end() <= n.start <= says.end() + _TITLE_REACH]
            if spoken_of and _TITLED.fullmatch(self._folded, says.end(), spoken_of[0].start):
                start, people = says.end(), [n for n in people if n.start >= says.end()]
        person = next((n for n in people if not n.possessive and not self._hangs(n)), None)
        told = _TOLD_THAT.search(self._folded, start, position)
        if told and any(told.end(1) < n.start <= told.end(1) + _TITLE_REACH for n in people):
            return None  # "Ada Lovelace told Grace Hopper that she …": either of them
        pronoun = _PRONOUN.search(self._folded, start, position)
        if pronoun and (person is None or pronoun.start() < person.start):
            return self._antecedent(pronoun.start())
        return person.full if person else None

    def possessor(self, position: int) -> str | None:
        """Whose the noun at `position` is: "Kim's armoured train", "his journey"."""
        start = max(0, position - _POSSESSOR_REACH)
        for name in reversed(self._people(start, position)):
            behind = name.possessive and _OWNED_BY_NAME.fullmatch(self._folded, name.end, position)
            if behind:
                return None if self._related(behind[1]) else name.full
        pronoun = _OWNING_PRONOUN.search(self._folded[start:position])
        if pronoun is None or self._related(pronoun[1]):
            return None
        return self._antecedent(start + pronoun.start())

    def somebody_elses(self, position: int) -> bool:
        """Whether the noun at `position` has a possessor whom `possessor` cannot tell: "his
        father's trip", "the minister's", "their journey"."""
        before = self._folded[max(0, position - _POSSESSOR_REACH) : position]
        owned = _OWNED.search(before)
        return owned is not None and owned[1] not in self._nouns and not self.possessor(position)

    def _related(self, modifiers: str) -> bool:
        return not self._relations.isdisjoint(re.findall(r"[\w-]+", modifiers))

    def _index(self, position: int) -> int:
        return bisect_right(self._starts, position) - 1

    def _people(self, start: int, end: int) -> list[Name]:
        return [n for n in self.names_between(start, end) if n.kind is NameKind.PERSON]

    def _hangs(self, name: Name) -> bool:
        return name.start in self._hanging

    def _found_hanging(self) -> frozenset[int]:
        """Where people are named in a prepositional phrase, or joined to one who is."""
        found: set[int] = set()
        previous: Name | None = None
        for name in self._names:
            if name.kind is not NameKind.PERSON:
                continue
            before = self._folded[max(0, name.start - _TITLE_REACH) : name.start]
            joined = (
                previous is not None
                and previous.start in found
                and name.start - previous.end <= _TITLE_REACH
                and _JOINED.fullmatch(self._folded, previous.end, name.start)
            )
            if joined or _BARE_PREPOSITION.search(before):
                found.add(name.start)
            previous = name
        return frozenset(found)

    def _speaks(self, name: Name) -> bool:
        """Whether somebody is named only as the source of what is said."""
        before = self._folded[max(0, name.start - 60) : name.start]
        behind = not name.possessive and _SAYS_BEHIND.match(self._folded, name.end)
        return bool(behind or _SAYS_BEFORE.search(before))

    def _antecedent(self, position: int) -> str | None:
        """Whom a pronoun stands for: the first person of its sentence before it who is in no
        prepositional phrase, or the subject of the sentence before."""
        index = self._index(position)
        first = self._first_person[index]
        if first is None or first.start >= position or self._doing[index]:
            return self._of_sentence[index - 1] if index else None
        return first.full

    def _note_subject(self, sentence: Sentence) -> None:
        """Whom the sentence is about, by what comes first: a person, "he", or a vehicle, which
        stands for its owner; else whom the one before was about."""
        subject = self._of_sentence[-1] if self._of_sentence else None
        actor = self._actors[-1] if self._actors else None
        people = self._people(sentence.start, sentence.end)
        doing = _DOING.match(self._folded, sentence.start, sentence.end)
        self._doing.append(doing is not None)
        person = next((n for n in people if not self._hangs(n)), None)
        self._first_person.append(person)
        pronoun = _PRONOUN.search(self._folded, sentence.start, sentence.end)
        noun = self._noun.search(self._folded, sentence.start, sentence.end)
        noun = noun if noun and self.is_head(noun.end()) else None
        if pronoun and (person is None or pronoun.start() < person.start):
            actor = actor if _SAYS_BEHIND.match(self._folded, pronoun.end()) else subject
        elif person:
            subject, actor = person.full, actor if self._speaks(person) else person.full
        elif noun and not _PREPOSITION.search(self._folded[sentence.start : noun.start()]):
            owner = self.owner(noun[0], noun.start())
            subject, actor = owner or subject, owner or actor
        self._of_sentence.append(subject)
        self._actors.append(actor)

    def called_for(self, end: int) -> str | None:
        """Whose the journey before `end` is said to be behind it: "the voyage of Ada Lovelace".
        "" for somebody or something that is no person; None where nobody is named."""
        lead = _OF_SOMEBODY.match(self._folded, end)
        name = next(iter(self.names_between(lead.end(), lead.end() + 1)), None) if lead else None
        if name is None or name.kind in (NameKind.PLACE, NameKind.ADJECTIVE):
            return None
        return name.full if name.kind is NameKind.PERSON else ""

    def hangs(self, position: int) -> bool:
        """Whether the noun at `position` stands in a prepositional phrase: "by train"."""
        start = max(0, position - _TITLE_REACH)
        return _PREPOSITION.search(self._folded[start:position]) is not None

    def is_head(self, end: int) -> bool:
        """Whether the noun before `end` is no part of a compound: "the train operator has …"."""
        owns = _POSSESSED.match(self._folded, end)
        if owns:  # "the train's speed", not "the train's driver"
            return not {*_MEASURED, *self._nouns}.isdisjoint(owns[1].split())
        word = _WORD_BEHIND.match(self._folded, end)
        if word is None or word[1] in self._behind_noun or word[1].endswith(("ed", "ing", "ly")):
            return True
        return bool(self.names_between(word.start(1), word.start(1) + 1))

    # --- what is theirs -------------------------------------------------------------------------

    def owner(self, noun: str, position: int) -> str | None:
        """Whose "the train" at `position` is, or the train's own name where it has one."""
        own = self.possessor(position)
        if own:
            return own
        known = self._last_known(noun, position)
        return (known.owner or known.label) if known else None

    def vehicle(self, noun: str, position: int) -> str | None:
        """The vehicle at `position` for people: by its owner, its own name, or its noun with
        what sets it apart: "Kim's train", "Aurora", "freight train". None for another one, or
        one of several: a second train of this article need not be that of the next."""
        apart = self._apart(position)
        if self.somebody_elses(position) or not _ONE_OF_SEVERAL.isdisjoint(apart.split()):
            return None
        own = self.possessor(position)
        called = f"{apart} {noun}".strip()
        if own:
            return f"{own}’s {called}"
        known = self._last_known(noun, position)
        if known:
            return known.label
        return f"{called}{self._bound(position + len(noun))}"

    def _bound(self, end: int) -> str:
        """Where a train of which no more is known comes from or goes to: " from leeds"."""
        lead = _BOUND.match(self._folded, end)
        name = next(iter(self.names_between(lead.end(), lead.end() + 1)), None) if lead else None
        return f"{lead[0]}{name.key}" if lead and name else ""

    def _last_known(self, noun: str, position: int) -> Known | None:
        known = self._known[noun]
        index = bisect_right(known, position, key=lambda k: k.start)
        return known[index - 1] if index and not self._apart(position) else None

    def _apart(self, position: int) -> str:
        """What stands before a noun and sets its thing apart: "freight", "glasgow", "10:15"."""
        before = self._folded[max(0, position - 60) : position]
        led = _LED.search(before)
        words = led[1].replace(",", " ").split() if led else before.split()[-2:]
        found = [
            w
            for w in words
            if w in self._distinguishing
            or w in _ONE_OF_SEVERAL
            or (led and w not in self._neutral and not w.endswith(("ly", "’s", "'s")))
        ]
        found += [
            n.key
            for n in self.names_between(max(0, position - 30), position)
            if n.kind is NameKind.PLACE and n.end == position - 1 and n.key not in found
        ]
        clock = _CLOCK.search(before)
        return " ".join([*found, clock[1]] if clock else found)

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
        start = max(start, position - REACH)
        phrase = _NOUN_PHRASE.search(self._folded[start:position])
        lead = start + phrase.start() if phrase else position
        if not _USING.search(self._folded, start, lead):
            return None
        return self.person_at(start, lead)
