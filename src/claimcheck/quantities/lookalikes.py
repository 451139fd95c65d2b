"""Lookalikes: what is written with a number and is no quantity, each with the reason.

Names ("Russia-24"), codes, telephone numbers, years; and scores, which are read and claim nothing
here. What is refused is counted, and makes no claim (semantics.md 7, last paragraph).
"""

from __future__ import annotations

import re

from claimcheck.quantities.calendar.dates import PLURAL, Moment
from claimcheck.quantities.cardinals import SMALL
from claimcheck.quantities.digits import telephone
from claimcheck.quantities.grammar import either, hedging_prefixes, words
from claimcheck.quantities.hedges import Hedge
from claimcheck.quantities.hedging import HedgePhrase, hedge_before
from claimcheck.quantities.nouns import NO_NOUNS_AHEAD, is_plural
from claimcheck.quantities.numerals import MAGNITUDE_LETTERS, Numeral, numeral
from claimcheck.quantities.quantity import Quantity, Refused
from claimcheck.quantities.ranges import times
from claimcheck.quantities.surfaces import UnitMatch, match_unit

_LEFT = 30  # how far the words before a number can tell what it is
NAME = "part of a name"
NOT_A_NUMBER = "not written as a number"
CODE = "a code"
PRONOUN = "a pronoun"
RATIO = "a ratio"
TELEPHONE = "a telephone number"
ADDRESS = "an address"

_FRACTION = re.compile(r"\d++(?:/\d++)+")
_RATIO = re.compile(rf"-({either(words('ratio', 'joints'))})-(?=[a-z\d])")
_RATIO_BEHIND = re.compile(rf"[\s-](?:{either(words('ratio', 'behind'))})\b")
_BRACKETED = re.compile(r"\d{2,4}(?:\([a-z\d]\)){1,3}(?!\w)")
_TELEPHONE = re.compile(
    r"(?:1[-–])?[2-9]\d\d[-–]\d{3}[-–]\d{4}(?![-–]?\d)"
    r"|0\d{2,5}(?:[-–]\d{3,8}){1,3}(?![,.]?\d)"
)
_TOLL_FREE = re.compile(
    r"(?:1-)?(?:8(?:00|33|44|55|66|77|88)|900)-(?=[A-Z\d-]{0,3}[A-Z])[A-Z\d-]{4,16}(?!\w)"
)
_AREA = re.compile(r"\)[ -]?\d{3,4}[-. –]\d{3,4}(?![,.]?\d)")
_FROM_PLUS = re.compile(r"\d{1,3}(?:[ \u00a0-]\(?\d{1,5}\)?){2,6}(?!\d)|\d{10,14}(?!\d)")
_SHORTEST_TELEPHONE = 9  # digits, with the code of the country
_TIMES = re.compile(r"\d++(?::\d++){1,9}|\d++(?:[-–]\d++){2,9}")
_PAIR = re.compile(r"(\d{1,3})[-–](\d{1,3})(?![.,]?\d)(?![-–]?[a-z])")
_PLAYED = re.compile(rf"\b(?:{either(words('score', 'before'))})(?:\s(?:a|by|of))*\s\Z")
_LED = re.compile(rf"\s(?:{either(words('score', 'behind'))})\b")

_GLUED_BEFORE = re.compile(r"([^\W\d_]++)([-\u2010\u2011]?)\Z")
_CODE_BEFORE = re.compile(r"[\w/]*[\d/]\Z")
_REST_OF_CODE = re.compile(r"\.?(?:[-–]?\w++)*")
_HEDGING_PREFIXES = {prefix: Hedge(kind) for prefix, kind in hedging_prefixes().items()}
_LEADING_PREFIXES = words("prefix", "leading")
_PLACE_BEFORE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]n|[Ff]rom|[Tt]o)\s[A-Z][a-z]+\s\Z")
_CALLS = words("telephone", "before")
_WEAK = words("designator", "weak")
_POINTED = words("designator", "pointed") | words("designator", "abbreviated")
_SPELLED = words("designator", "spelled")
_MARKED = words("designator", "marked")
DESIGNATORS = words("designator") | _WEAK | _SPELLED | _MARKED | _CALLS | _POINTED
"""What a number names one of: "Flight 93", "a category 4 hurricane", "call 911"."""
_OF_YEARS = words("designator", "of_years")
_NUMBERED = re.compile(
    rf"\b(?:[Nn]o|Nos|[Nn]r|{either(words('designator', 'abbreviated'))})\.\s\Z|\bNos?\s\Z"
)
_COUNTS_DAYS = re.compile(rf"\b(?:{either(words('designator', 'leads'))})\s\Z")
_ADDRESS = re.compile(
    rf"(?:\s[A-Z0-9][\w.'’-]*){{1,3}}?\s(?:{either(words('designator', 'streets'))})\b"
    rf"|\s(?:{either(words('designator', 'ways'))})\s[A-Z]"
)
_BLOCK = " block of "
_JOINED = frozenset("&/-")
_SHORTEST_CALLED = 3
_FEW = 100  # "told Kim 20 cars left" counts, "flew Boeing 747 jets" does not
_SUM_OF = re.compile(rf"\b(?:{either(words('year', 'sums'))})\sof\s\Z")
_COUNTED_YEARS = re.compile(rf"\s(?:{either(words('year', 'counted'))})\b")
_TO_ANOTHER = re.compile(r"(?:\s(?:to|and|or)\s|\s?[-–]\s?)\d{4}(?![\d,])")
_COUNTED = re.compile(PLURAL)
_PERSONS = re.compile(r"\s(?:people|men|women|children)\b")

_NOBODY = words("pronoun", "before")
_DETERMINED = words("pronoun", "determined")
_NO_NOUN = words("pronoun", "verbs") | NO_NOUNS_AHEAD | {"of"}
_ONESELF = re.compile(
    rf"\s(?:{either(words('pronoun', 'behind'))})\b"
    rf"|-(?:{either(words('pronoun', 'joined'))})\b|['’]"
)
_ONE_OF = re.compile(r"-[a-z]|\s?%|[\s-](?:percent|per\scent|percentage)\b")
_NEXT_WORD = re.compile(r"\s([a-z]++)")
_NOT_NOUNS = ("ed", "ly", "ing")
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
        plus = _FROM_PLUS.match(folded, start) if before == "+" else None
        if plus and sum(map(str.isdigit, plus[0])) >= _SHORTEST_TELEPHONE:
            return Refused(start - 1, plus.end(), TELEPHONE)
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
    """What a numeral with a dash, a colon, a stroke or a bracket right behind it is, if no
    quantity: a ratio, a score, a code, a name."""
    start, after = item.start, folded[item.end + 1 : item.end + 2]
    if after.isalpha():
        return _joined_to_word(text, folded, item)
    if code := _TIMES.match(folded, start):
        if _measured(text, code.end()):
            return None
        said = _TELEPHONE.fullmatch(folded, start, code.end())
        return Refused(start, code.end(), TELEPHONE if said else CODE)
    if folded[start] == "0" and (said := _TELEPHONE.match(folded, start)):
        return Refused(start, said.end(), TELEPHONE)
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


def _joined_to_word(text: str, folded: str, item: Numeral) -> Refused | None:
    """A numeral with a mark and a letter right behind it: "29-of-34", "401(k)", "800-FLOWERS",
    "7-Eleven"; None of "20-mile" and of ranges, "10-to-15-minute"."""
    start, end = item.start, item.end
    if folded[end] == "(":
        name = _BRACKETED.match(folded, start)
        return Refused(start, name.end(), NAME) if name else None
    if joint := _RATIO.match(folded, end):
        other = numeral(folded, joint.end())
        if other is None or other.value is None or item.value is None:
            return None
        rises = joint[1] == "to" and item.value < other.value
        if rises and not _RATIO_BEHIND.match(folded, other.end):
            return None
        return Refused(start, other.end, RATIO)
    if folded[end] == "-" and text[end + 1].isupper():
        if free := _TOLL_FREE.match(text, start):
            return Refused(start, free.end(), TELEPHONE)
        word = _LETTERS_BEHIND.match(folded, end + 1)
        if word and word[0] in SMALL and folded[start].isdecimal():
            return Refused(start, word.end(), NAME)
    return None


def unread(folded: str, start: int, end: int) -> Refused:
    """Digits at `[start, end)` that are no number: a telephone number, or who knows what."""
    return Refused(start, end, TELEPHONE if telephone(folded, start) == end else NOT_A_NUMBER)


def pronoun(folded: str, item: Numeral) -> Refused | None:
    """ "one" where it counts nothing: "no one", "one another", "the one"; not "the one-year term",
    "this one company"."""
    start, end = item.start, item.end
    if end - start == 3 and folded.startswith("one", start) and _stands_for(folded, start, end):
        return Refused(start, end, PRONOUN)
    return None


def _stands_for(folded: str, start: int, end: int) -> bool:
    if _ONESELF.match(folded, end):
        return True
    before = folded[max(0, start - 8) : start].rpartition("\n\n")[2]
    word = before.rsplit(None, 1)[-1:] if before else []
    if not word or not folded[start - 1].isspace():
        return False
    determined = word[0] in _DETERMINED
    if not determined and word[0] not in _NOBODY:
        return False
    if _ONE_OF.match(folded, end):
        return False
    if not determined or isinstance(match_unit(folded, end), UnitMatch):
        return not determined
    behind = _NEXT_WORD.match(folded, end)
    if behind is None or behind[1] in _NO_NOUN:
        return True
    return is_plural(behind[1]) or behind[1].endswith(_NOT_NOUNS)


def listed(folded: str, item: Numeral) -> Refused | None:
    """A number in brackets that only counts the points of a list, "1) …", "2 ) …"; or leads a
    telephone number, "(703) 555-0134"."""
    if folded[item.start - 1 : item.start] == "(" and folded[item.start].isdecimal():
        area = item.end - item.start == 3 or folded[item.start] == "0"
        if area and (said := _AREA.match(folded, item.end)):
            return Refused(item.start - 1, said.end(), TELEPHONE)
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


def called(text: str, folded: str, item: Numeral, word: str) -> str:
    """Why a number belongs to the `word` before it, or "": "Flight 93", "flew a Boeing 747".

    A name is a word with a capital that does not begin its sentence, or has one inside.
    """
    if word in DESIGNATORS:
        return _designated(text, folded, item, word)
    return NAME if _named(text, folded, item, word) else ""


def _designated(text: str, folded: str, item: Numeral, word: str) -> str:
    begin = item.start - 1 - len(word)
    if text[item.start].islower() and word not in _SPELLED:
        return ""
    if word in _POINTED:
        named = _NUMBERED.search(text, max(0, begin - 2), item.start) is not None
        return NAME if named or (text[begin].isupper() and _named(text, folded, item, word)) else ""
    if not folded.startswith(word, begin):
        return ""  # "They met that day. 20 people came."
    if word in _CALLS:
        digits = folded[item.start : item.end].isdigit()
        long = digits and item.end - item.start >= _SHORTEST_CALLED
        return TELEPHONE if long and not _several(folded, item.end) else ""
    # A capital makes a name of it whatever follows: "Proposition 8 passes".
    loose = word in _WEAK or word in _MARKED or text[item.start].islower()
    if loose and text[begin].islower() and _several(folded, item.end):
        return ""  # "that day 20 people died"
    if word in _MARKED and text[begin].islower():
        return NAME if _COUNTS_DAYS.search(folded, max(0, begin - 12), begin) else ""
    return NAME


def _several(folded: str, position: int) -> bool:
    """Whether a plural stands at `position`, which a number before it counts."""
    word = _NEXT_WORD.match(folded, position) if _COUNTED.match(folded, position) else None
    return word is not None and is_plural(word[1])


def _named(text: str, folded: str, item: Numeral, word: str) -> bool:
    begin = item.start - 1 - len(word)
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
    """Whether a street follows a number: "9 E 71st St", "the 3400 block of Elm Street"."""
    return text.startswith(_BLOCK, position) or _ADDRESS.match(text, position) is not None


def counted_year(text: str, folded: str, item: Numeral | None, year: Moment) -> bool:
    """Whether what looks like a year counts something, "2000 troops", "a crowd of 2010", or names
    it, "Flight 1549"."""
    if item is None or item.value is None:
        return False
    start, end = item.start, year.end
    if item.end > end:
        return True
    setting = folded[start - 3 : start] == "in "
    if not setting and start and _of_no_year(text, folded, start):
        return True
    behind = folded[end : end + 1]
    if behind in ",.;:)":
        return item.value % 100 == 0 and hedge_before(folded, start) is not None
    range_ = _TO_ANOTHER.match(folded, end)
    end = range_.end() if range_ else end
    if _measured(text, end) or text.startswith(_BLOCK, end):
        return True
    if _PERSONS.match(folded, end):
        return True
    rounded = item.value % 100 == 0
    if hedge_before(folded, start):
        return rounded or _COUNTED.match(folded, end) is not None
    # but "the 2000 elections"
    if folded.startswith("the ", max(0, start - 4)):
        return False
    if rounded and _COUNTED.match(folded, end):
        return True
    return not setting and _COUNTED_YEARS.match(folded, end) is not None


def _of_no_year(text: str, folded: str, start: int) -> bool:
    """Whether the words before four digits tell that they are no year."""
    left = folded[max(0, start - _LEFT) : start]
    if left[-4:] == " of ":
        return _SUM_OF.search(left) is not None
    word = left.split()[-1] if left.strip() else ""
    if left[-1] != " " or word not in DESIGNATORS or word in _OF_YEARS:
        return False
    return word not in _POINTED or bool(_NUMBERED.search(text, max(0, start - 6), start))
