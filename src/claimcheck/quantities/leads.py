"""Leads: what stands before a number and belongs to it, its sign, its hedge, the way of a change.

Most words before a number say nothing of it, and so the word is looked up once: only what the
gate knows, and words with a capital, are looked at further.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from claimcheck.quantities.changes import WORDS as CHANGING
from claimcheck.quantities.changes import way_before
from claimcheck.quantities.grammar import words
from claimcheck.quantities.hedging import (
    DETERMINERS,
    LEADING_WORDS,
    LED_BY,
    HedgePhrase,
    hedges_before,
)
from claimcheck.quantities.lexicon import Unit
from claimcheck.quantities.lookalikes import DESIGNATORS, called
from claimcheck.quantities.numerals import Numeral
from claimcheck.quantities.quantity import Refused
from claimcheck.quantities.surfaces import MoneySign

_REACH = 40  # no hedge is longer
_LAST_WORD = re.compile(r"(?<!\w)[a-z]++\Z")
_MINUS_SIGNS = frozenset("-–−")
_MINUS_WORDS = words("minus")
_SIGNED = frozenset(("temperature", "ratio", "percentage point"))
GATE = LEADING_WORDS | CHANGING | DESIGNATORS | _MINUS_SIGNS | _MINUS_WORDS | {"+"}


Lead: TypeAlias = tuple[int, bool, str, tuple[HedgePhrase, ...], int]
"""What leads a number: where it begins with it, whether a minus does, the word before all that,
the hedges with the outermost first, and 1 or -1 where it is how far something moved."""


def lead(
    text: str,
    folded: str,
    item: Numeral,
    unit: Unit | None,
    sign: MoneySign | None,
    since: int,
    glued: HedgePhrase | None,
) -> Lead | Refused:
    """What leads the number of `item`, not beyond `since`; Refused where it is part of a name.

    `since` is where the last outcome ends. `glued` is the hedge that the number is glued to.
    """
    start = item.start if sign is None else sign.start
    if glued is not None:
        return glued.start, False, word_before(folded, glued.start, since), (glued,), 0
    word = word_before(folded, start, since)
    negative = sign is not None and folded[item.start - 1] in _MINUS_SIGNS  # "$-99"
    if word not in GATE:
        if (
            unit is None
            and sign is None
            and word.isalpha()
            and not text.startswith(word, start - 1 - len(word))
            and _may_name(text, folded, start)
            and (why := called(text, folded, item, word))
        ):
            return Refused(item.start, item.end, why)
        return start, negative, word, (), 0
    if not negative:
        signed = sign is not None or (unit is not None and unit.dimension in _SIGNED)
        if word == "+" and signed:
            start -= 1
        elif (word in _MINUS_SIGNS or (word in _MINUS_WORDS and folded[start - 1] == " ")) and (
            begin := _minus(
                folded, start, word, signed=signed, near=unit is None and 0 < since > start - 3
            )
        ) is not None:
            start, negative = begin, True
        if start != item.start:
            word = word_before(folded, start, since)
    hedges: tuple[HedgePhrase, ...] = ()
    if word in LEADING_WORDS and may_hedge(folded, word, start, since):
        timed = unit is not None and unit.dimension == "time"
        if found := hedges_before(folded, start, since=since, duration=timed):
            hedges, start = tuple(found), found[0].start
            word = word_before(folded, start, since)
    elif word in DESIGNATORS and unit is None and (why := called(text, folded, item, word)):
        return Refused(item.start, item.end, why)
    change = 0
    if word in CHANGING:
        change = way_before(folded, start, unit, item.end, money=sign is not None)
    elif unit is not None and unit.dimension == "ratio" and folded[start] in "-–−+":
        change = 1 if folded[start] == "+" else -1  # "-1.3%", "+2%"
    return start, negative, word, hedges, change


def word_before(folded: str, position: int, since: int) -> str:
    """The word that ends a blank before `position`, or the sign that stands there; not beyond
    `since`, and "" where there is none."""
    stop = position - 1
    if stop < since:
        return ""
    if folded[stop] == " ":
        floor = stop - 20 if stop - 20 > since else since
        blank = folded.rfind(" ", floor, stop)
        word = folded[floor if blank < 0 else blank + 1 : stop]
        if word.isalpha():
            return word
    elif not folded[stop].isspace():
        return folded[stop]
    if folded.startswith("  ", stop - 2) and folded[max(since, stop - 30) : stop].isspace():
        return ""  # a column of a table
    left = folded[max(since, stop - 30) : stop].rstrip()
    if folded.count("\n", max(since, stop - 30) + len(left), position) > 1:
        return ""  # another paragraph
    word = (left.split() or [""])[-1]
    if word in LEADING_WORDS:  # "ca."
        return word
    if word[-1:] == "." and word[:-1].lstrip("(") in DESIGNATORS:  # "No. 5"
        return word[:-1].lstrip("(")
    found = _LAST_WORD.search(word)
    return found[0] if found else word[-1:]


def _may_name(text: str, folded: str, start: int) -> bool:
    """Whether a number is written as those of names are: in digits, or with a capital."""
    return folded[start].isdecimal() or text[start] != folded[start]


def may_hedge(folded: str, word: str, start: int, since: int) -> bool:
    """Whether a hedge may end in `word`, one of LEADING_WORDS before a number: the quick look that
    spares most the careful one. "Rose to 20" is not "up to 20"; before a determiner a hedge must
    stand, as in "almost a day"."""
    if word in DETERMINERS:
        return word_before(folded, start - 1 - len(word), since) in LEADING_WORDS
    led = LED_BY.get(word)
    if led is None or "" in led:
        return True
    left = folded[start - _REACH if start - _REACH > since else since : start].split()
    return len(left) > 1 and left[-2].lstrip("(“‘\"'—–-[") in led


def _minus(folded: str, start: int, word: str, *, signed: bool, near: bool) -> int | None:
    """Where the minus of a number begins, or None: "-5°C", "minus 5", not "10 -20"; what can be
    `signed`, a sum or a temperature, takes a dash and a blank as well."""
    if word in _MINUS_WORDS:
        if folded.endswith("or ", 0, start - 1 - len(word)):
            return None  # "plus or minus 3"
        return start - 1 - len(word)
    if folded[start - 1] == " ":  # "- 20 degrees", which is a list in all other places
        alone = start == 2 or (signed and folded[start - 3].isspace())
        return start - 2 if alone else None
    alone = start < 2 or folded[start - 2] in " \n\t(["
    if not alone or near:
        return None
    return start - 1 if signed or folded[start - 1] != "–" else None
