"""Nouns: what a number counts, as the singular of the noun that heads the words behind it.

No part of speech is known, so the noun phrase is read by its edges: it ends before a word of
`stops` (nouns.toml), at most punctuation, or at its first plural.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import msgspec


class Noun(NamedTuple):
    """A counted noun in the singular, and where its words end; "" where nothing is counted."""

    text: str
    end: int


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    stops: str
    verbs: str
    afterthoughts: str
    adjectives: str
    numbers: str
    nouns: str
    of: str
    modifiers: str
    links: str
    initials: str
    headlines: str
    peoples: str
    irregular: str
    singulars: str
    reads: list[tuple[str, str]]
    refuses: list[str]


def table() -> _Table:
    """nouns.toml, with its examples."""
    data = files("claimcheck.quantities").joinpath("nouns.toml").read_bytes()
    return msgspec.toml.decode(data, type=_Table)


_TABLE = table()
_STOPS = frozenset(_TABLE.stops.split()) | frozenset(_TABLE.verbs.split())
_LEADS_TO_WHOLE = frozenset(_TABLE.of.split())
_JOINS = frozenset(("and", "or"))
_GRADES = frozenset(("most", "more", "least", "many", "few", "ever"))
_SAYS = frozenset(("said", "say", "says", "told", "added"))
_AFTERTHOUGHTS = frozenset(_TABLE.afterthoughts.split())
_ADJECTIVES = frozenset(_TABLE.adjectives.split() + _TABLE.numbers.split())
_NOUNS = frozenset(_TABLE.nouns.split())
_MODIFIERS = frozenset(_TABLE.modifiers.split())
_LINKS = frozenset(_TABLE.links.split())
_SMALL_WORDS = frozenset(_TABLE.headlines.split())
_NUMBERS = frozenset(_TABLE.numbers.split())
_INITIALS = frozenset(_TABLE.initials.split())
_PEOPLES = frozenset(_TABLE.peoples.split())
_IRREGULAR = dict(pair.split("=") for pair in _TABLE.irregular.split())
_PLURALS = {one: many for many, one in reversed(_IRREGULAR.items())}
_NO_MEN = frozenset(("human", "german", "roman", "ottoman", "talisman"))
_SINGULARS = frozenset(_TABLE.singulars.split())

NO_NOUNS_AHEAD = _STOPS - _LEADS_TO_WHOLE - _INITIALS
"""Words behind a number that end what it could count: "20 in", "20 were"."""

_LETTERS = r"([a-zß-öø-ÿ][a-zß-öø-ÿ\d'’]*+(?:-[a-zß-öø-ÿ\d]++)*)"
_WORD = re.compile(rf"[^\S\n]{{1,2}}{_LETTERS}")
_NEXT_LINE = re.compile(rf"[^\S\n]{{0,2}}\n[^\S\n]{{0,8}}{_LETTERS}")
_HYPHENED = re.compile(r"[-\u2010\u2011]([a-zß-öø-ÿ]++)")
_MEASURED = re.compile(r"\s\d[\d.,]*+[- ]?[a-z]++")
_DOTTED = re.compile(r"\.(?:[a-z]\.)+")
_SMALL = re.compile(r"(?<![^\s(\"'“‘-])[a-z]{4,}+(?![\w-])")
_NO_NOUNS = ("ly", "ed", "ing")
_PEOPLE = ("ans", "ers", "ats", "ists")
_PERSON = ("an", "er", "at", "ist", "ese")
_AHEAD = 6  # words of a noun phrase at most: "56 newly built armoured train carriages"
_LEAD = 3  # words that lead to them at most: "of the most"
_STEPS = range(_AHEAD + _LEAD)
_AROUND = 60  # characters on either side that tell whether a text is a headline


class _Kind(IntEnum):
    PLURAL = 0
    GROUP = 1  # a plural that may stand before the noun: "police", "sports"
    STOP = 2
    WORD = 3
    NO_HEAD = 4  # an adjective, an adverb, a participle, a possessive, a code: "F-35"
    AFTERTHOUGHT = 5
    LETTER = 6
    SHORT = 7  # what in capitals is a plural: "RBIs"


_PLURAL, _GROUP, _STOP, _PLAIN, _NO_HEAD, _AFTERTHOUGHT, _LETTER, _SHORT = _Kind


@lru_cache(maxsize=4096)
def singular(word: str) -> str:
    """The singular of an English noun; what is no plural stays as it is."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if not is_plural(word):
        return word
    if word.endswith("children"):
        return word[:-3]
    if word.endswith("people"):
        return f"{word[:-6]}person"
    if word.endswith("men"):
        return f"{word[:-2]}an"
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-2]
    if word.endswith("uses") and word[-5:-4] not in "aeiou":
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=4096)
def plural(word: str) -> str:
    """The plural of an English noun that stands in the singular, for showing."""
    if word.endswith("person"):
        return f"{word[:-6]}people"
    if word.endswith("child"):
        return f"{word}ren"
    if word in _PLURALS:
        return _PLURALS[word]
    if word.endswith("man") and word not in _NO_MEN:
        return f"{word[:-2]}en"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "sh", "ch", "x", "z")) else f"{word}s"


@lru_cache(maxsize=4096)
def is_plural(word: str) -> bool:
    """Whether a word has the form of a plural noun."""
    if word in _IRREGULAR:
        return True
    if word in _SINGULARS:
        return False
    if word.endswith("men") and len(word) > 4:
        return True
    if word.endswith(("children", "people")):
        return True
    return len(word) > 2 and word[-1] == "s" and word[-2:] not in ("ss", "us", "is", "'s", "’s")


@lru_cache(maxsize=8192)
def _kind(word: str) -> _Kind:
    if word in _STOPS:
        return _STOP
    if not word.isalpha() and any(c.isdigit() or c in "'’" for c in word):
        return _NO_HEAD
    if word in _MODIFIERS or _IRREGULAR.get(word) == word:
        return _GROUP
    if is_plural(word):
        return _PLURAL
    if word in _AFTERTHOUGHTS:
        return _AFTERTHOUGHT
    if word in _ADJECTIVES or (word.endswith(_NO_NOUNS) and word not in _NOUNS):
        return _NO_HEAD
    if len(word) == 1:
        return _LETTER
    if "-" in word:
        return _NO_HEAD  # "large-scale"
    return _SHORT if word[-1] == "s" and 3 <= len(word) <= 5 else _PLAIN


def counted_noun(text: str, folded: str, position: int, *, one: bool = False) -> Noun:
    """The noun that a number ending at `position` counts; `one` where the number is a one.

    `text` is `folded` in its own case, which tells names.

    It is the first plural of the words behind. Where there is none, a one counts the last of them,
    and another number the first where it is a measure of the next, as in "a 12 page report".
    """
    first, first_end, end = "", position, position
    whole = solid = False
    named: Noun | None = None
    kind, words = _STOP, 0
    for _ in _STEPS:
        step = _WORD.match(folded, end)
        if step is None:
            if end == position and (joined := _HYPHENED.match(folded, end)):
                return _behind_hyphen(joined)
            step = _NEXT_LINE.match(folded, end)
            if step is not None:
                if text[step.start(1)].isupper():  # a name at most, and no new paragraph
                    if folded[step.start(1) - 1] != "\n" or _kind(step[1]) is _STOP:
                        break
                    dots = _DOTTED.match(folded, step.end())
                    words, end = words + 1, (dots or step).end()
                    continue
            elif (inner := _MEASURED.match(folded, end)) and not whole:
                end = inner.end()  # "2 million 9-litre cases"
                continue
            else:
                if words and not one and kind is not _AFTERTHOUGHT:
                    found = _behind_comma(text, folded, end)
                    if found is not None:
                        return found
                break
        word = step[1]
        before, kind = kind, _kind(word)
        if kind is _PLURAL or kind is _GROUP:
            start, stop = step.span(1)
            if text[start].isupper():
                found, counts = _capital(text, folded, start, stop)
                if counts:
                    return found
                named, end = found, stop
                words += 1
                continue
            if kind is _GROUP:
                behind = _WORD.match(folded, stop)
                if behind and text[behind.start(1)].islower():
                    other = _kind(behind[1])
                    if other is _PLURAL or other is _GROUP:
                        return Noun(singular(behind[1]), behind.end())
                    if one and not whole and other is _PLAIN:
                        end = stop  # "one police officer"
                        continue
            return Noun(singular(word), stop)
        if kind is _STOP:
            if word in _LEADS_TO_WHOLE and not words and (whole or word == "of"):
                whole = True
            elif word in _JOINS and words and (whole or not one) and before is not _AFTERTHOUGHT:
                pass
            elif word in _INITIALS and text[step.start(1) : step.end()].isupper():
                words += 1
            elif not (whole and word in _GRADES):
                break
            end = step.end()
            continue
        words += 1
        if words == _AHEAD:
            break
        if kind is _NO_HEAD and not one:
            end = step.end()
            continue
        start, end = step.span(1)
        if kind is _SHORT and text[start : end - 1].isupper():
            return Noun(word[:-1], end)
        if kind is _LETTER and text[start].isupper() and (dots := _DOTTED.match(folded, end)):
            end = dots.end()  # "two U.N. aircraft"
        elif not one:
            if words == 1 and (kind is _PLAIN or kind is _SHORT) and text[start].islower():
                first, first_end = word, end
            if words <= 2 and word.endswith("ese") and text[start].isupper():
                named = Noun(word, end)
        elif not whole:
            if kind is _PLAIN or kind is _SHORT:
                solid = text[start].islower()
                if solid or word.endswith(_PERSON):
                    first, first_end = word, end  # "one particular demand": the last of them
                elif first:
                    break
            elif first and solid and before is _PLAIN:
                break  # "one man carrying weapons"
    if first and not whole and (one or words > 1):
        return Noun(first, first_end)
    if named is not None and (named.text.endswith("ese") or _headline(text, position)):
        return named
    return Noun("", position)


def _behind_hyphen(joined: re.Match[str]) -> Noun:
    """The noun that a hyphen joins to a number: "12-carriage", but not "two-for-one"."""
    word = joined[1]
    kind = _kind(word)
    if word in _LINKS or kind in (_STOP, _AFTERTHOUGHT, _LETTER):
        return Noun("", joined.start())
    if kind is _NO_HEAD and not word.endswith(("ly", "ing")):
        return Noun("", joined.start())
    return Noun(singular(word), joined.end())


def _behind_comma(text: str, folded: str, position: int) -> Noun | None:
    """The noun behind a comma at `position` between two adjectives: "three young, unarmed men"."""
    if not folded.startswith(", ", position):
        return None
    position += 1
    end = position
    for _ in range(_AHEAD - 2):
        step = _WORD.match(folded, end)
        if step is None or text[step.start(1)].isupper():
            return None
        kind = _kind(step[1])
        if kind is _PLURAL or kind is _GROUP:
            after = _WORD.match(folded, step.end())
            if end == position or (after and after[1] in _SAYS):
                return None
            return Noun(singular(step[1]), step.end())
        if kind is _STOP or step[1] in _NUMBERS:
            return None
        end = step.end()
    return None


def _capital(text: str, folded: str, start: int, stop: int) -> tuple[Noun, bool]:
    """A plural with a capital, and whether it is counted: "Democrats", "GPUs", not "Bills"."""
    surface, word = text[start:stop], folded[start:stop]
    if surface[-1] == "s" and stop - start > 2 and surface[:-1].isupper():
        return Noun(word[:-1], stop), True
    found = Noun(singular(word), stop)
    if not (word in _IRREGULAR or word in _PEOPLES or word.endswith(_PEOPLE)):
        return found, False
    behind = _WORD.match(folded, stop)
    if behind and text[behind.start(1)].islower() and _kind(behind[1]) in (_PLURAL, _GROUP):
        return Noun(singular(behind[1]), behind.end()), True  # "two Rangers fans"
    return found, True


def _headline(text: str, position: int) -> bool:
    """Whether the line around a number begins every word that is no stop with a capital."""
    start = max(text.rfind("\n", max(0, position - _AROUND), position) + 1, position - _AROUND, 0)
    stop = text.find("\n", position, position + _AROUND)
    stop = position + _AROUND if stop < 0 else stop
    return all(small[0] in _SMALL_WORDS for small in _SMALL.finditer(text, start, stop))
