"""The day of an article, its anchor, and what is said from it: a date without a year looks back.

"March 12" is the last one up to and including that day, unless a word before says the future. The
words that do so are data: `ahead` in dates.toml.
"""

from __future__ import annotations

import calendar
import re
from datetime import date

from claimcheck.quantities.calendar.dates import TABLE

LONG = 9
"""Months ahead from which on it is the last one whatever is said."""

_AHEAD = frozenset(TABLE["ahead"]["words"].split())
_DEMANDS = frozenset(TABLE["ahead"]["demands"].split())
_NEXT_TO = frozenset(TABLE["ahead"]["next_to"].split())
_OPINIONS = frozenset(TABLE["ahead"]["opinions"].split())

# Nothing follows that could be numbered: the end of a clause, or a word that begins a phrase.
CLOSED = re.compile(
    r"\s{0,9}(?:\Z|[.,;:!?)\]\"”](?!\d)|(?:at|in|on|for|and|or|but|to|with|by|from|of|when|after|"
    r"before|as|that|which|who|is|was|were|has|had|will)(?![a-z]))"
)


def word_before(folded: str, position: int) -> str:
    """The last word of the few characters before `position`, with its punctuation."""
    words = folded[max(0, position - 16) : position].rpartition("\n\n")[2].split()
    return words[-1] if words else ""


def looks_ahead(folded: str, position: int) -> bool:
    """Whether one of the words before `position`, in its sentence, says the future."""
    window = folded[max(0, position - 48) : position]
    window = window[window.rfind(". ") + 1 :].rpartition("\n\n")[2]
    words = window.split()
    if not _AHEAD.isdisjoint(words) or "'ll " in window or "’ll " in window:
        return True
    if "by" in words[-3:] and not _DEMANDS.isdisjoint(words):  # "must leave by Friday"
        return True
    if "next " in window or "to be " in window:
        return any(
            (word == "next" and behind.rstrip(",") not in _NEXT_TO)
            or (word == "be" and before == "to" and opinion not in _OPINIONS)
            for opinion, before, word, behind in zip(
                ["", "", *words], ["", *words], words, [*words[1:], ""], strict=False
            )
        )
    return False


def nearest_year(folded: str, position: int, month: int, day: int, anchor: date) -> int:
    """The year of a day (of a month, where `day` is 0) that is said without one.

    That of the latest; of the next only where a word before says the future and it is not LONG:
    "expected in February", said in March, is of last month even so.
    """
    told, year = (anchor.month, anchor.day if day else 0), anchor.year
    passed = (month, day) <= told
    months = month - anchor.month + (12 if (month, day) < told else 0)
    coming = (0, 0) < (months, day - told[1]) <= (LONG, 0) and looks_ahead(folded, position)
    year += coming - (not passed)
    if month == 2 and day == 29:
        while not calendar.isleap(year):
            year += 1 if coming else -1
    return year


def century_of(two_digits: int, anchor: date | None) -> int:
    """The year of two digits: at most ten years after the anchor, or of 1950 to 2049."""
    latest = anchor.year + 10 if anchor else 2049
    return latest - (latest - two_digits) % 100


SHIFTS = {"last": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
UNTOLD = frozenset({"previous", "following"})  # of the story's day, not of the article's
