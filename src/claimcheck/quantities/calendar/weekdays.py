"""Weekdays and days told from the article's: "Friday night", "today", "the first Friday of May"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claimcheck.quantities.calendar.anchors import SHIFTS, UNTOLD, looks_ahead, word_before
from claimcheck.quantities.calendar.dates import MONTHS, TABLE, Moment, month_days
from claimcheck.quantities.calendar.days import ORDINALS, TENS, day_led, month_led, numeric
from claimcheck.quantities.calendar.times import PARTS

_FULL_DAYS = [forms.split()[0] for forms in TABLE["weekdays"]["forms"]]
WEEKDAYS: dict[str, int] = {
    name: day for day, forms in enumerate(TABLE["weekdays"]["forms"]) for name in forms.split()
}
_REFUSED_BEFORE = frozenset(TABLE["weekdays"]["refused_before"].split())
_REFUSED_BEHIND = frozenset(TABLE["weekdays"]["refused_behind"].split())
OFFSETS: dict[str, int] = TABLE["days"]["offsets"]
MINUTES = {name: (round(60 * low), round(60 * high)) for name, (low, high) in PARTS.items()}
MINUTES["tonight"] = (17 * 60, 28 * 60)

SUFFIX = re.compile(r"(?:st|nd|rd|th)(?![a-z])")
IN_PART = re.compile(
    r",?\s(?:in\sthe\s|at\s)?((?:early\s|late\s)?(?:morning|afternoon|evening|night|dawn))(?![a-z])"
)
_WITH_DAY = re.compile(
    r"\s?,?\s{1,9}(?:(the)\s|(?:of|on)\s)?(?:(\d{1,2})|([a-z]+)(?:[\s-]([a-z]+))?)"
)


def day_word(
    text: str, folded: str, position: int, word: str, anchor: date | None
) -> Moment | None:
    """ "today", "yesterday evening", "the day after tomorrow"."""
    end, start, offset = position + len(word), position, OFFSETS[word]
    before = folded[max(0, position - 15) : position]
    if before.endswith(("day after ", "day before ")):
        start = position - (10 if before.endswith("after ") else 11)
        offset += 1 if before.endswith("after ") else -1
        start -= 4 if folded.startswith("the ", max(0, start - 4)) else 0
    if text[position] == "T" and word == "today" and before.endswith("usa "):
        return None
    low = high = None
    if word == "tonight":
        low, high = MINUTES[word]
    elif part := IN_PART.match(folded, end):
        end, (low, high) = part.end(), MINUTES[part[1]]
    if anchor is None:
        return Moment(start, end, low=low, high=high, anchored=True)
    day = anchor + timedelta(offset)
    return Moment(start, end, day, day, low=low, high=high, anchored=True)


def weekday_led(
    text: str, folded: str, position: int, word: str, anchor: date | None
) -> Moment | None:
    """ "Friday", "Friday night", "Friday the 22nd", "Friday, March 6", "Friday next week"."""
    end, weekday = position + len(word), WEEKDAYS[word]
    full = word == _FULL_DAYS[weekday]
    if folded.startswith(".", end) and not full:
        end += 1
    elif folded.startswith("-", end) and folded[end + 1 : end + 2].isalpha():
        return None
    if word_before(folded, position) in _REFUSED_BEFORE or folded[position - 1 : position] == "-":
        return None
    low = high = None
    if match := _WITH_DAY.match(folded, end):
        if match[2]:
            if match[1]:
                return _numbered(folded, position, match, weekday, anchor)
            at = match.start(2)
            inner = day_led(text, folded, at, anchor) or numeric(folded, at, anchor)
            if inner and inner.first == inner.last:
                return inner.starting(position)
        elif match[1]:
            if found := _numbered(folded, position, match, weekday, anchor):
                return found
        elif match[3] in MONTHS:
            inner = month_led(text, folded, match.start(3), match[3], anchor, led=True)
            if inner and inner.first == inner.last and inner.end > match.end(3) + 1:
                return inner.starting(position)
        elif match[3] in SHIFTS and match[4] == "week":
            if anchor is None:
                return Moment(position, match.end(), anchored=True)
            day = _in_week(anchor, SHIFTS[match[3]], weekday)
            return Moment(position, match.end(), day, day, anchored=True)
        elif match[3] in _REFUSED_BEHIND or f"{match[3]}-{match[4]}" in _REFUSED_BEHIND:
            return None
        if part := IN_PART.match(folded, end):
            end, (low, high) = part.end(), MINUTES[part[1]]
    if not full and folded[end - 1] != "." and low is None:
        return None
    if anchor is None:
        return Moment(position, end, low=low, high=high, anchored=True)
    back = (anchor.weekday() - weekday) % 7
    day = anchor + timedelta(7 - back if back and looks_ahead(folded, position) else -back)
    return Moment(position, end, day, day, low=low, high=high, anchored=True)


def _numbered(
    folded: str, position: int, match: re.Match[str], weekday: int, anchor: date | None
) -> Moment | None:
    """ "Friday the 22nd": the nearest 22nd that is a Friday."""
    if match[2]:
        number, end = int(match[2]), match.end()
        suffix = SUFFIX.match(folded, end)
        end = suffix.end() if suffix else end
    elif match[3] in TENS and match[4] in ORDINALS:
        number, end = TENS[match[3]] + ORDINALS[match[4]], match.end()
    else:
        number, end = ORDINALS.get(match[3], 0), match.end(3)
    if not 0 < number < 32:
        return None
    if anchor is None:
        return Moment(position, end, anchored=True)
    step = 1 if looks_ahead(folded, position) else -1
    months = 12 * anchor.year + anchor.month - 1
    for _ in range(24):
        year, month = divmod(months, 12)
        if number <= month_days(year, month + 1)[1].day:
            day = date(year, month + 1, number)
            if day.weekday() == weekday and (anchor - day).days * step <= 0:
                return Moment(position, end, day, day, anchored=True)
        months += step
    return None


def _in_week(anchor: date, shift: int, weekday: int) -> date:
    """A weekday of the anchor's week, or of one that is `shift` weeks on."""
    return anchor + timedelta(7 * shift + weekday - anchor.weekday())


def weekday_said(
    folded: str, position: int, word: str, what: str, end: int, anchor: date | None
) -> Moment | None:
    weekday = WEEKDAYS[what]
    if what != _FULL_DAYS[weekday] and not folded.startswith(".", end):
        return None
    low = high = None
    if part := IN_PART.match(folded, end):
        end, (low, high) = part.end(), MINUTES[part[1]]
    if anchor is None or word in UNTOLD:
        return Moment(position, end, low=low, high=high, anchored=True)
    if word == "last":  # before today
        day = anchor - timedelta((anchor.weekday() - weekday - 1) % 7 + 1)
    elif word == "coming":
        day = anchor + timedelta((weekday - anchor.weekday() - 1) % 7 + 1)
    else:
        day = _in_week(anchor, SHIFTS[word], weekday)
    return Moment(position, end, day, day, low=low, high=high, anchored=True)
