"""Lookalikes: what is written with a number and is no quantity, each with the reason.

Names ("Russia-24"), codes, telephone numbers, years; and scores, which are read and claim nothing
here. What is refused is counted, and makes no claim (semantics.md 7, last paragraph).
"""

from __future__ import annotations

import re

from claimcheck.quantities.calendar.dates import PLURAL, Moment
from claimcheck.quantities.grammar import either, hedging_prefixes, words
from claimcheck.quantities.hedges import Hedge
from claimcheck.quantities.hedging import HedgePhrase, hedge_before
from claimcheck.quantities.numerals import MAGNITUDE_LETTERS, Numeral
from claimcheck.quantities.quantity import Quantity, Refused
from claimcheck.quantities.ranges import times
from claimcheck.quantities.units import UnitMatch, match_unit

_LEFT = 30  # how far the words before a number can tell what it is
NAME = "part of a name"
NOT_A_NUMBER = "not written as a number"
CODE = "a code"
PRONOUN = "a pronoun"

_FRACTION = re.compile(r"\d++(?:/\d++)+")
_TIMES = re.compile(r"\d++(?::\d++){1,9}|\d++(?:[-–]\d++){2,9}")
_PAIR = re.compile(r"(\d{1,3})[-–](\d{1,3})(?![.,]?\d)(?![-–]?[a-z])")
_PLAYED = re.compile(rf"\b(?:{either(words('score', 'before'))})(?:\s(?:a|by|of))*\s\Z")
_LED = re.compile(rf"\s(?:{either(words('score', 'behind'))})\b")

_GLUED_BEFORE = re.compile(r"([^\W\d_]++)([-\u2010\u2011]?)\Z")
_CODE_BEFORE = re.compile(r"[\w/]*[\d/]\Z")
_REST_OF_CODE = re.compile(r"(?:[-–]?\w++)*")
_HEDGING_PREFIXES = {prefix: Hedge(kind) for prefix, kind in hedging_prefixes().items()}
_LEADING_PREFIXES = words("prefix", "leading")
_PLACE_BEFORE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]n|[Ff]rom|[Tt]o)\s[A-Z][a-z]+\s\Z")
DESIGNATORS = words("designator")
"""What a number names one of: "Flight 93", "a category 4 hurricane"."""
_NUMBERED = re.compile(r"\b(?:[Nn]os?|[Nn]rs?)\.\s\Z|\bNos?\s\Z")
_ADDRESS = re.compile(
    rf"(?:\s[A-Z0-9][\w.'’-]*){{1,3}}?\s(?:{either(words('designator', 'streets'))})\b"
    rf"|\s(?:{either(words('designator', 'ways'))})\s[A-Z]"
)
_JOINED = frozenset("&/-")
_SHORT_DESIGNATORS = frozenset(("no", "nos", "nr", "nrs"))
_FEW = 100  # "told Kim 20 cars left" counts, "flew Boeing 747 jets" does not
_TO_ANOTHER = re.compile(r"(?:\s(?:to|and|or)\s|\s?[-–]\s?)\d{4}(?![\d,])")
_COUNTED = re.compile(PLURAL)
_PERSONS = re.compile(r"\s(?:people|men|women|children)\b")

_NOBODY = re.compile(rf"\b(?:{either(words('pronoun', 'before'))})\s\Z")
_ONESELF = re.compile(
    rf"\s(?:{either(words('pronoun', 'behind'))})\b"
    rf"|-(?:{either(words('pronoun', 'joined'))})\b|['’]"
)
_NUMBER = re.compile(r"\s?[([]?\d")
_LISTED = re.compile(r"(?:\A|[\n.;:,]|\s(?:and|or))\s*\Z")
_LETTERS_BEHIND = re.compile(r"\w++(?:-\w++)*")


def glued_before(text: str, folded: str, start: int, since: int) -> Refused | HedgePhrase | None:
    """What a number without a blank before it is: part of a name (AK-47, A320-200), or hedged by
    what it is glued to ("than100", "sub-500"); None where it stands for itself."""
    word = _GLUED_BEFORE.search(text, max(since, start - _LEFT), start)
    if word is None:
        before = text[start - 1]
        if before == "#":
            return Refused(start - 1, _rest(text, start), NAME)
        if before in "-/_." and _CODE_BEFORE.search(text, max(since, start - _LEFT), start - 1):
            return Refused(start, _rest(text, start), CODE)
        return None
    prefix = word[1].lower()
    if word[2]:
        if prefix in _HEDGING_PREFIXES:
            return HedgePhrase(_HEDGING_PREFIXES[prefix], word.start(), word.end())
        if prefix in _LEADING_PREFIXES:
            return None  # "a now-18-month-old child", "a magnitude-6.1 quake"
    elif hedge := hedge_before(folded, start, since=since):
        return hedge  # "than100" has lost a space, no more
    return Refused(word.start(), _rest(text, start), NAME)


def _rest(text: str, start: int) -> int:
    rest = _REST_OF_CODE.match(text, start)
    return rest.end() if rest else start + 1


def lookalike(text: str, folded: str, item: Numeral) -> Quantity | Refused | None:
    """What a numeral with a dash, a colon or a stroke right behind it is, if no quantity."""
    start = item.start
    if code := _TIMES.match(folded, start):
        return Refused(start, code.end(), CODE) if not _measured(text, code.end()) else None
    score = _PAIR.match(folded, start)
    if score is None or _measured(text, score.end()):
        if (stroke := _FRACTION.match(folded, start)) and stroke.end() > item.end:
            return Refused(start, stroke.end(), CODE)
        return None
    one, other = int(score[1]), int(score[2])
    played = _PLAYED.search(folded, max(0, start - _LEFT), start) or _LED.match(folded, score.end())
    if one >= other or played:
        ends = (float(one), float(other))
        return Quantity(start, score.end(), ends, (1.0, 1.0), kind="score")
    return None


def pronoun(folded: str, item: Numeral) -> Refused | None:
    """ "one" where it counts nothing: "no one", "one another", "the one"."""
    if folded[item.start : item.end] == "one" and (
        _NOBODY.search(folded, max(0, item.start - 8), item.start)
        or _ONESELF.match(folded, item.end)
    ):
        return Refused(item.start, item.end, PRONOUN)
    return None


def listed(folded: str, item: Numeral) -> Refused | None:
    """A number that only counts the points of a list: "1) …", "2 ) …"."""
    if item.end - item.start <= 2 and _LISTED.search(folded, max(0, item.start - 8), item.start):
        return Refused(item.start, item.end, "a list number")
    return None


def glued_behind(text: str, folded: str, item: Numeral) -> Numeral | Refused:
    """A number with letters right behind it that are no unit: a magnitude in capitals ("4.3M"),
    else part of a name ("3D", "4x4")."""
    letter, after = text[item.end], folded[item.end + 1 : item.end + 2]
    if letter in "MB" and not after.isalnum():
        return times(item, MAGNITUDE_LETTERS[letter.lower()], item.end + 1)
    rest = _LETTERS_BEHIND.match(folded, item.end)
    return Refused(item.start, rest.end() if rest else item.end, NAME)


def _measured(text: str, position: int) -> bool:
    return isinstance(match_unit(text, position), UnitMatch)


def called(text: str, folded: str, item: Numeral, word: str) -> bool:
    """Whether a number belongs to the `word` before it: "Flight 93", "flew a Boeing 747".

    A name is a word with a capital that does not begin its sentence, or has one inside.
    """
    begin = item.start - 1 - len(word)
    if word in DESIGNATORS:
        left = max(0, begin - 1)
        return word not in _SHORT_DESIGNATORS or bool(_NUMBERED.search(text, left, item.start))
    before = text[begin - 1 : begin]
    opens = before != " " or text[begin - 2 : begin - 1] in " .!?\n"
    if opens and before not in _JOINED and text[begin].isupper():
        return False
    # but "in Baghdad 20 people died"
    several = _COUNTED.match(folded, item.end)
    few = item.value is not None and item.value < _FEW
    return not (
        several and (few or _PLACE_BEFORE.search(text, max(0, begin - 6), item.start) is not None)
    )


def addressed(text: str, position: int) -> bool:
    """Whether a street follows a number: "9 E 71st St"."""
    return _ADDRESS.match(text, position) is not None


def counted_year(text: str, folded: str, item: Numeral | None, year: Moment) -> bool:
    """Whether what looks like a year counts something: "2000 troops", "2010 people"."""
    if item is None or item.value is None:
        return False
    end = year.end
    if item.end > end:
        return True
    behind = folded[end : end + 1]
    if behind in ",.;:)":
        return item.value % 100 == 0 and hedge_before(folded, item.start) is not None
    range_ = _TO_ANOTHER.match(folded, end)
    end = range_.end() if range_ else end
    if _measured(text, end) or _PERSONS.match(folded, end):
        return True
    rounded = item.value % 100 == 0
    if hedge_before(folded, item.start):
        return rounded or _COUNTED.match(folded, end) is not None
    # but "the 2000 elections"
    the = folded.startswith("the ", max(0, item.start - 4))
    return rounded and not the and _COUNTED.match(folded, end) is not None
