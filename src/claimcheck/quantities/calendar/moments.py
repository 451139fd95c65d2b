"""Moments: the date or time that begins at a known place of a text, whatever its form.

One reader for the hot loop of the grammar. Of digits their shape tells what to try, of words the
word itself and what must stand behind it: each leads to one small handler with patterns anchored at
the place, so that a miss costs one look. What leans on the day of the article (its anchor) looks
back from it: "Friday", "May 5", "in June" are the last ones up to and including that day, unless a
word before says the future (`claimcheck.quantities.calendar.anchors`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from itertools import groupby
from typing import TypeAlias

from claimcheck.quantities.calendar.anchors import SHIFTS, UNTOLD, word_before
from claimcheck.quantities.calendar.clocks import NOONS, ZONES, clock, clocks_between, noon
from claimcheck.quantities.calendar.dates import MONTHS, TABLE, Moment
from claimcheck.quantities.calendar.days import (
    ORDINALS,
    TENS,
    day_led,
    month_led,
    number_alone,
    numeric,
)
from claimcheck.quantities.calendar.neighbours import FOLLOWERS, relative
from claimcheck.quantities.calendar.ordinals import COUNTABLE, ordinal, ordinal_word
from claimcheck.quantities.calendar.periods import (
    LEADS_END,
    PERIODS,
    SEASONS,
    period_said,
    quarter,
    season,
)
from claimcheck.quantities.calendar.shifts import shifted
from claimcheck.quantities.calendar.weekdays import (
    IN_PART,
    MINUTES,
    OFFSETS,
    WEEKDAYS,
    day_word,
    weekday_led,
)
from claimcheck.quantities.calendar.years import (
    CENTURIES,
    SPELLED_DECADE,
    decade,
    fiscal,
    plain_year,
    spelled_decade,
    year_led,
)

__all__ = ["LEADS", "Moment", "moment", "shifted"]

Handler: TypeAlias = Callable[[str, str, int, str, date | None], Moment | None]


def _either(words: Iterable[str]) -> str:
    """A pattern of one of the words, those of one first letter together: most fail at it."""
    longest = sorted(words, key=lambda word: (word[0], -len(word), word))
    heads = groupby(longest, key=lambda word: word[0])
    rests = (f"{head}(?:{'|'.join(word[1:] for word in group)})" for head, group in heads)
    return rf"(?:{'|'.join(rests)})(?![a-z])"


_SHARES: dict[str, tuple[float, float]] = TABLE["periods"]["shares"]
_PREFIXES = frozenset(TABLE["years"]["prefixes"].split())
_ENDS = frozenset("beginning start middle end".split())
_WORD = re.compile(r"[^\W\d_]{1,24}")
_MONTH = rf"(?:of\s)?{_either(MONTHS)}"
_DAYS = rf"\d{{1,2}}(?!\d)(?:st|nd|rd|th)?\s{{1,9}}{_MONTH}"
_HALF = r"[ap]\.?\s?m(?![a-z])"
_UNTIL = rf"\d{{1,2}}(?!\d)(?::\d\d)?\s{{0,3}}{_HALF}"
_ZONE = rf"(?:{'|'.join(ZONES)}|hours|hrs|local)(?![a-z])"
_PART = r"in\sthe\s[mae]|at\snight|tonight|this\s[mae]|yesterday\s[mae]|tomorrow\s[mae]"
# What one or two digits may begin, by the mark and by what is behind it.
_MARKS: dict[str, list[tuple[str, str]]] = {
    r"\s{1,9}": [
        ("day", _MONTH),  # 24 April
        ("day", rf"(?:to|through)\s(?:the\s)?{_DAYS}"),  # 24 to 28 April
        ("between", rf"(?:to|till|until|[-–])\s{_UNTIL}"),  # 7 to 8 p.m.
        ("clock", rf"{_HALF}|o['’]clock|noon|midnight|{_PART}"),
    ],
    # No month and no "p.m." begins with the letters left out here: "31-24 win".
    r"[-–](?!\d\d?\s[^\Wadfjmnops])": [
        ("day", rf"{_DAYS}|{_MONTH}"),  # 26-28 February, 3-FEB
        ("between", rf"\s?{_UNTIL}"),
        ("numeric", r"\d{1,2}-\d"),
    ],
    r"/": [("day", _MONTH), ("numeric", r"\d{1,2}[/,]\d|\d\d(?!\d)")],
    r"\.": [("clock", rf"\d\d(?:\s{{0,3}}{_HALF}|\s?{_ZONE})"), ("numeric", r"\d{1,2}\.\d")],
    r":": [("between", rf"\d\d(?:\s?[-–]\s?|\s(?:to|till|until)\s){_UNTIL}"), ("clock", r"\d")],
    r"": [
        ("clock", _HALF),
        ("ordinal", r"(?:st|nd|rd|th)(?![a-z])"),
        ("decade", r"['’]?s(?![a-z])"),
    ],
}
# What digits may begin, and its name by the group that matched. A count, a decimal, a score or a
# fraction is none of it, and costs this one look.
_KINDS = [
    "year", "joined year", *(kind for kinds in _MARKS.values() for kind, _ in kinds),
    "numeric", "alone",
]  # fmt: skip
_SHAPE = re.compile(
    rf"((?:1[1-9]|20)\d\d)(?=\s(?!\s{{0,2}}{_ZONE})|[.,;)](?!\d)|\Z)|([0-2]\d{{3}})(?!\d)"
    r"|\d{1,2}(?!\d)(?:"
    + "|".join(
        f"{mark}(?:{'|'.join(f'({pattern})' for _, pattern in kinds)})"
        for mark, kinds in _MARKS.items()
    )
    + r")|(?<=[oi]n\s)(\d{1,2}[./]\d)"  # on 4/22, in 4.22
    r"|(?<=on\s|he\s|n\s\s)(\d{1,2})(?=\s{0,9}(?:\Z|[.,;!?)](?!\d)))"
)
_PART_LEADS = re.compile(r"(?:\s{1,9}|-)(?:(of|in|on)\s)?(the\s)?(?=([a-z]+|\d))")


def moment(text: str, folded: str, position: int, anchor: date | None = None) -> Moment | None:
    """The date or time that begins at `position`, or None.

    `folded` is `text` in lower case, of the same length. At `position` stands a digit or a word of
    LEADS, with no letter or digit before it. `anchor` is the day of the article. The moment starts
    before `position` where words before belong to it: "the day after tomorrow", "'90s". What names
    no day of the calendar ("31 June") is no moment; nothing is raised.
    """
    try:
        if "0" <= folded[position] <= "9":
            shape = _SHAPE.match(folded, position)
            found = _digits(text, folded, position, anchor, shape) if shape else None
            return None if found and folded.find("\n\n", position, found.end) >= 0 else found
        # The word is cut at the next space: most often it is one of those that lead.
        end = folded.find(" ", position, position + 13)
        word = folded[position:end] if end > 0 else ""
        entry = _HANDLERS.get(word)
        if entry is None:
            match = _WORD.match(folded, position)
            entry = _HANDLERS.get(word := match[0]) if match else None
            if entry is None:
                return None
        gate, handler = entry
        if gate is not None and gate(folded, position + len(word)) is None:
            return None
        found = handler(text, folded, position, word, anchor)
        # What a blank line parts is of two paragraphs.
        return None if found and folded.find("\n\n", position, found.end) >= 0 else found
    except (ValueError, OverflowError):  # no such day
        return None


def _digits(
    text: str,
    folded: str,
    position: int,
    anchor: date | None,
    shape: re.Match[str],
    *,
    led: bool = False,
) -> Moment | None:
    """What digits of that `shape` begin; `led` says that a word leads them, as in "mid-1980s"."""
    kind = _KINDS[(shape.lastindex or 0) - 1]
    if kind == "decade":
        return decade(folded, position, led=led)
    if not led and position and folded[position - 1] != " " and _glued(folded, position):
        return None
    if kind == "year":
        if not led and _is_counted(folded, position, shape.end()):
            return None
        return plain_year(folded, position, bare=not led)
    if kind == "joined year":
        end = position + 4
        return clock(folded, position) or year_led(folded, position, end, led=led)
    if kind == "day":
        return day_led(text, folded, position, anchor)
    if kind == "between":
        return clocks_between(folded, position)
    if kind == "clock":
        return clock(folded, position)
    if kind == "ordinal":
        end = shape.end()
        return ordinal(text, folded, position, int(folded[position : end - 2]), end, anchor)
    if kind == "alone":
        return number_alone(folded, position, shape.end(), anchor)
    return numeric(folded, position, anchor)


_MORE_THAN = re.compile(r"\b(?:less|fewer|more)\sthan\s\Z")
_NOUN_NEXT = re.compile(r"\s[a-z]{3,}")


def _is_counted(folded: str, position: int, end: int) -> bool:
    """Whether four digits count what stands behind them: "fewer than 1381 cases". Nothing is more
    or less than a year, but for "more than 1999"."""
    bounded = _MORE_THAN.search(folded, max(0, position - 12), position)
    return bounded is not None and _NOUN_NEXT.match(folded, end) is not None


def _glued(folded: str, position: int) -> bool:
    """Whether what stands directly before makes the digits part of something else."""
    if not position:
        return False
    before = folded[position - 1]
    if before in " \n('\"“‘":
        return False
    if before in "$£€¥#+&@=_.":
        return True
    further = folded[position - 2 : position - 1]
    if before in ",:/" or before == "-" or before == "–":
        if further.isdigit():
            return True
        if before == "-" and further.isalpha():
            words = folded[max(0, position - 10) : position - 1].split()
            return words[-1] not in _PREFIXES
    return False


def _share(text: str, folded: str, position: int, word: str, anchor: date | None) -> Moment | None:
    """ "early June", "mid-1980s", "late last year", "end-March", "earlier this month"."""
    match = _PART_LEADS.match(folded, position + len(word))
    if match is None:
        return None
    what, at = match[3], match.end()
    # "by end 1986", "end-March", "the end of June"; not "will end 2019", "beginning in August"
    if (
        word in _ENDS
        and match[1] != "of"
        and folded[position + len(word)] != "-"
        and (match[1] or match[2] or word_before(folded, position) not in LEADS_END)
    ):
        return None
    if what.isdigit():
        shape = _SHAPE.match(folded, at)
        inner = _digits(text, folded, at, anchor, shape, led=True) if shape else None
        if inner and inner.kind != "date":
            return None
    elif word in ("early", "late") and (part := IN_PART.match(folded, position + len(word))):
        # "early in the morning" of a day that is not said
        span = MINUTES.get(f"{word} in the {part[1]}") or MINUTES.get(f"{word} {part[1]}")
        low, high = span or MINUTES[part[1]]
        return Moment(position, part.end(), kind="time", low=low, high=high)
    elif what in PERIODS:  # "the end of the year"
        if not match[2] or not match[1] or word not in _SHARES or what == "day":
            return None
        if folded.startswith((" end", " to "), at + len(what)):
            return None
        inner = period_said(folded, at, "this", what, at + len(what), anchor)
    elif what in MONTHS:
        inner = month_led(text, folded, at, what, anchor, led=text[at].isupper())
    else:
        handler = _INNER.get(what)
        inner = handler(text, folded, at, what, anchor) if handler else None
    if inner is None:
        return None
    return _shared(folded, position, word, inner, what, anchor)


def _shared(
    folded: str, position: int, word: str, inner: Moment, what: str, anchor: date | None
) -> Moment | None:
    first, last = inner.first, inner.last
    if what in WEEKDAYS or what in OFFSETS:
        low, high = inner.low, inner.high
        if word in ("early", "late"):
            part = IN_PART.match(folded, inner.end - 10)
            said = f"{word} {part[1]}" if part and part.end() == inner.end else word
            low, high = MINUTES.get(said, (low, high) if low is not None else MINUTES[word])
        elif word not in ("earlier", "later"):
            return None
        return Moment(position, inner.end, first, last, low=low, high=high, anchored=True)
    if first is None or last is None:
        return Moment(position, inner.end, anchored=True)
    if word in ("earlier", "later"):
        if what not in ("this", "the") or anchor is None:
            return Moment(position, inner.end, first, last, anchored=inner.anchored)
        if word == "earlier":
            last = min(last, anchor)
        else:
            first = max(first, anchor)
        return Moment(position, inner.end, first, last, anchored=True)
    length = (last - first).days + 1
    if length < 7:
        return None
    begin, end = _SHARES[word]
    stop = first + timedelta(max(round(length * end / 10) - 1, 0))
    first += timedelta(round(length * begin / 10))
    return Moment(position, inner.end, first, stop, anchored=inner.anchored)


def _noon(_text: str, folded: str, position: int, word: str, _anchor: date | None) -> Moment:
    return noon(folded, position, word)


_LED: list[tuple[Iterable[str], Handler]] = [
    (WEEKDAYS, weekday_led),
    (OFFSETS, day_word),
    (SEASONS, season),
    ([*SHIFTS, *UNTOLD], relative),
    ([*ORDINALS, *TENS], ordinal_word),
    (["fiscal"], fiscal),
    (CENTURIES.keys() - TENS.keys(), spelled_decade),
    (MONTHS, month_led),
]
_INNER: dict[str, Handler] = {word: handler for words, handler in _LED for word in words}
_ALL: dict[str, Handler] = _INNER | {
    word: handler
    for words, handler in [
        ([*_SHARES, "earlier", "later"], _share),
        (NOONS, _noon),
        (["q", "h"], quarter),
        (["fy"], fiscal),
    ]
    for word in words
}

_DAY_PARTS = frozenset(("morning", "afternoon", "evening", "night"))
# What must stand behind some of the words: most of those that are no date fail here.
_GATES: list[tuple[Iterable[str], str]] = [
    ([*SHIFTS, *UNTOLD], rf"\s{{1,9}}{_either(FOLLOWERS)}"),
    (
        [word for word, number in ORDINALS.items() if number < 11],
        rf"(?:\s{{1,9}}|-){_either(COUNTABLE)}",
    ),
    (TENS, rf"(?:\s{{1,9}}|-){_either(ORDINALS)}"),
    (CENTURIES.keys() - TENS.keys(), SPELLED_DECADE.pattern),
    (
        [*_SHARES, "earlier", "later"],
        rf"(?:\s{{1,9}}|-)(?:(?:of|in|on)\s)?(?:the\s)?"
        rf"(?:\d|{_either({*_INNER, *PERIODS, *_DAY_PARTS})})",
    ),
]
_BEHIND = {word: re.compile(pattern).match for words, pattern in _GATES for word in words}
_HANDLERS = {word: (_BEHIND.get(word), handler) for word, handler in _ALL.items()}
LEADS: frozenset[str] = frozenset(_ALL)
"""The words, in lower case, that may begin a date or a time.

"q", "h" and "fy" are followed by digits: "Q3", "H1", "FY87".
"""
