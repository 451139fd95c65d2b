"""Years: what begins with one ("1987", "1986/87", "the 1980s"), and the year said behind a date."""

from __future__ import annotations

import re
from datetime import date

from claimcheck.quantities.calendar.anchors import CLOSED, century_of
from claimcheck.quantities.calendar.dates import PLURAL, TABLE, Moment, month_days, year_days

YEAR = r"(?:1[1-9]|20)\d\d"
_SMALL = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
} | {
    word: 10 * number
    for number, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
CENTURIES = {"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20}
_DECADES = "twenties thirties forties fifties sixties seventies eighties nineties".split()
SPELLED_DECADE = re.compile(rf"[\s-]({'|'.join(_DECADES)})(?![a-z-])")
_FAR_LEADS = frozenset(TABLE["years"]["far_leads"].split())
_SUMS = frozenset(TABLE["years"]["sums"].split())
COUNTED = re.compile(rf"\s{{0,9}}(?:%|(?:{'|'.join(TABLE['months']['counted'].split())})(?![a-z]))")
_YEAR_BEHIND = re.compile(
    rf"\s?\.?(?:\s?,\s{{0,9}}|\s{{1,9}}|[-/])(?:(?:of|in)\s)?(?:fiscal\s)?"
    rf"(?:({YEAR})(?![\d%a-z]|[.,:]\d)|['’](\d\d)(?![\d%a-z])|(last|this|next)\syear(?![a-z])"
    r"|([3-9]\d)(?![\d%a-z]|[-.,:/]\d)"
    r"|(two|seventeen|eighteen|nineteen|twenty)\s(?:and\s)?([a-z]+)(?:[\s-](?:and\s)?([a-z]+))?)"
)
# Behind a year of the next century: nothing that is counted, and no second number.
_FAR_BEHIND = re.compile(
    rf"(?![\d%a-z'’/–-]|[.,:]\d|{COUNTED.pattern}|{PLURAL}|\s(?:to|from|or|and|by)\s[\d$£€])"
)
_ISO = re.compile(
    r"(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?(?!\d|[-/.,]\d)"
    r"(?:t(\d\d):(\d\d)(?::\d\d(?:\.\d{1,9})?)?(z|[+-]\d\d:?\d\d)?)?(?![a-z\d])"
)
_SEASON_BEHIND = re.compile(r"[-/–](\d\d|\d{4})(?![\d%a-z]|[-/.,:]\d)")
_DECADE = re.compile(r"(\d0)['’]?s(?![a-z])")
_FISCAL = re.compile(r"(?:\s?(?:year)?\s?)((?:1[89]|20)\d\d|['’]?\d\d)(?![\d%a-z]|[.,]\d)")
YEAR_BEFORE = re.compile(rf"(?<!\d)(?:({YEAR})|(last|this|next)\syear)(?:['’]\s?s)?\s\Z")


def year_behind(folded: str, end: int, anchor: date | None) -> tuple[int | None, int, bool]:
    """The year said at `end`, where it ends, and whether it leans on the anchor.

    None where none is said, 0 where it leans on an anchor that is not there.
    """
    match = _YEAR_BEHIND.match(folded, end)
    if not match or COUNTED.match(folded, match.end()):
        return None, end, False
    if match[1]:
        return int(match[1]), match.end(), False
    if match[3]:
        shift = ("last", "this", "next").index(match[3]) - 1
        return (anchor.year + shift if anchor else 0), match.end(), True
    if match[5]:
        return _spelled_year(match, end)
    two_digits = int(match[2] or match[4])
    # "June 87", but no day, and nothing that could be counted.
    if match[4] and (two_digits < 32 or not CLOSED.match(folded, match.end())):
        return None, end, False
    return century_of(two_digits, anchor), match.end(), False


def _spelled_year(match: re.Match[str], end: int) -> tuple[int | None, int, bool]:
    """ "two thousand and eighteen", "nineteen zero one", "nineteen ninety-nine"."""
    first, second, third = match[5], match[6], match[7]
    tail, stop = _SMALL.get(third or "", 0), match.end() if third in _SMALL else match.end(6)
    if first == "two" and second == "thousand":
        return 2000 + tail, stop, False
    if first in CENTURIES and second in _SMALL:
        tens = _SMALL[second]
        if 0 < tail < 10 and (tens >= 20 or tens == 0):
            return 100 * CENTURIES[first] + tens + tail, stop, False
        if tens >= 10:
            return 100 * CENTURIES[first] + tens, match.end(6), False
    return None, end, False


def plain_year(folded: str, position: int, *, bare: bool) -> Moment:
    """A year of four digits with nothing joined to it; a `bare` one may as well be a count."""
    first, last = year_days(int(folded[position : position + 4]))
    return Moment(position, position + 4, first, last, "date", None, None, None, None, bare)


def year_led(folded: str, position: int, end: int, *, led: bool = False) -> Moment | None:
    """What begins with four digits that may be a year: "1987-03-12", "1986/87", "the 1980s".

    `end` is behind the digits; `led` says that a word before leads them, as in "mid-1980s".
    """
    year = int(folded[position:end])
    if not 1100 <= year < 2100 and not (2100 <= year < 2200 and _far(folded, position, end)):
        return None
    mark = folded[end : end + 1]
    if mark == "s" or (mark in "'’" and mark and folded.startswith("s", end + 1) and not year % 10):
        stop = end + (1 if mark == "s" else 2)
        if year % 10 or folded[stop : stop + 1].isalnum():
            return None
        span = 99 if not year % 100 and year < 2000 else 9
        return Moment(position, stop, date(year, 1, 1), date(year + span, 12, 31))
    if mark and mark in "-/–.":
        return _joined_year(folded, position, end, year)
    if mark.isalpha() or (mark in "%," and folded[end + 1 : end + 2].isdigit()):
        return None
    return Moment(position, end, date(year, 1, 1), date(year, 12, 31), bare=not led)


def _far(folded: str, position: int, end: int) -> bool:
    """Whether a year of the next century is one: "by 2120", but not "rose by 2120 to 5000"."""
    before = folded[max(0, position - 24) : position].split()
    if not before or before[-1] not in _FAR_LEADS or not _FAR_BEHIND.match(folded, end):
        return False
    return before[-1] != "of" or (before[-2:-1] != [] and before[-2] not in _SUMS)


def _joined_year(folded: str, position: int, end: int, year: int) -> Moment | None:
    """ "1987-03-12", "1987-03-12T12:30Z", "1986/87", "1914-1918", "1987-led", "1987."."""
    if match := _SEASON_BEHIND.match(folded, end):
        until = int(match[1])
        if until < 100:
            until += year // 100 * 100 + (100 if until <= year % 100 and until < 10 else 0)
        if (
            until == year + 1
            or (year < until < 2100 and len(match[1]) == 4)
            or (year < until and int(match[1]) > 12 and until - year < 100 and match[0][0] != "/")
        ):
            bare = until != year + 1
            return Moment(position, match.end(), date(year, 1, 1), date(until, 12, 31), bare=bare)
    if not (match := _ISO.match(folded, position)):
        if folded[end + 1 : end + 2].isdigit():
            return None
        return Moment(position, end, date(year, 1, 1), date(year, 12, 31), bare=True)
    if not match[4]:  # 1987-03
        if match[2] != "-" or len(match[3]) != 2:
            return None
        return Moment(position, match.end(), *month_days(year, int(match[3])), bare=True)
    day = date(year, int(match[3]), int(match[4]))
    if not match[5]:
        return Moment(position, match.end(), day, day)
    low = 60 * int(match[5]) + int(match[6])
    if int(match[5]) > 23 or int(match[6]) > 59:
        return None
    zone, offset = match[7], None
    if zone:
        written = zone.replace(":", "")
        offset = (
            0
            if zone == "z"
            else (60 * int(written[1:3]) + int(written[3:])) * (-1 if zone[0] == "-" else 1)
        )
    return Moment(
        position,
        match.end(),
        day,
        day,
        kind="time",
        low=low,
        high=low + 1,
        zone=zone,
        offset=offset,
    )


_OF_LIFE = re.compile(r"\b(?:his|her|their|my|our|your|its)\s(?:(?:early|mid|late)[\s-])?\Z")


def decade(folded: str, position: int, *, led: bool) -> Moment | None:
    """ "'90s", "mid-90s"; not "in his 90s"."""
    match = _DECADE.match(folded, position)
    said = position and folded[position - 1] in "'’‘"
    if not match or not (led or said) or _OF_LIFE.search(folded, max(0, position - 16), position):
        return None
    year = 1900 + int(match[1]) if int(match[1]) > 20 else 2000 + int(match[1])
    start = position - 1 if said else position
    return Moment(start, match.end(), date(year, 1, 1), date(year + 9, 12, 31))


def spelled_decade(
    _text: str, folded: str, position: int, word: str, _anchor: date | None
) -> Moment | None:
    """ "nineteen eighties"."""
    match = SPELLED_DECADE.match(folded, position + len(word))
    if not match:
        return None
    first = 100 * CENTURIES[word] + 20 + 10 * _DECADES.index(match[1])
    return Moment(position, match.end(), year_days(first)[0], year_days(first + 9)[1])


def fiscal(_text: str, folded: str, position: int, word: str, anchor: date | None) -> Moment | None:
    """ "fiscal 2021", "fiscal year 1987", "FY87": the calendar year of that name."""
    match = _FISCAL.match(folded, position + len(word))
    if not match:
        return None
    digits = match[1].lstrip("'’")
    if len(digits) == 4:
        found = year_led(folded, match.start(1), match.end(1), led=True)
        return found.starting(position) if found else None
    year = century_of(int(digits), anchor)
    return Moment(position, match.end(), date(year, 1, 1), date(year, 12, 31))
