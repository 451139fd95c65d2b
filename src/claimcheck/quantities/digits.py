"""Digits: what a run of digits says, with every separator that news uses.

English ("1,012.5"), Indian ("12,34,567"), Swiss ("1'000"), SI ("1 012" with any blank) and
European ("1.012,5") grouping, written fractions ("3/4", "10 1/2", "2½") and powers ("1.3e6",
"5.5x10-3", "10^6"). The patterns are anchored and bounded, so that reading takes linear time: what
may be tried again from the next digit looks ahead a few characters only. No group is possessive:
in Python 3.11.0 to 3.11.4 such a group loses its place.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple


@cache
def words() -> dict[str, Any]:
    """The tables of numerals.toml."""
    path = files("claimcheck.quantities").joinpath("numerals.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


class Digits(NamedTuple):
    """What digits up to the offset `end` say: `above / below`, both whole; above is None where
    they are no number.

    `exponent` is the power of ten of the last significant digit. `parts` is what a written
    fraction divides into, 4 for "3/4" and "1 3/4", of which the latter is `mixed`; 0 for others.
    """

    end: int
    above: int | None
    below: int = 1
    exponent: int = 0
    parts: int = 0
    mixed: bool = False


VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5),
    "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8),
    "⅝": (5, 8), "⅞": (7, 8), "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip
MOST_DIGITS = 30
"""Beyond it digits are a key or a drawing, and no float tells them apart."""

_RUN = re.compile(r"\.?\d++(?:[.,]\d++)*")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*(?:\.\d+)?")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2}){1,7},\d{3}(?:\.\d+)?(?![.,]?\d)")
# "1.012,5", "1.000.000"; "5,00", which has cents and no thousands.
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}|\d{1,30},\d\d")
_EUROPEAN_TOLD = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
_ONE_PLACE = re.compile(r"\d{1,30},\d")
_ADDRESS = re.compile(r"(?:(?:1?\d?\d|2[0-4]\d|25[0-5])\.){3}(?:1?\d?\d|2[0-4]\d|25[0-5])")
# "22,24,26": each is a number of its own. Two of them may be a number with a decimal comma.
_LISTED = re.compile(r"(\d{1,2}),\d{1,2}(?!\d|\.\d)(,\d{1,2}(?!\d))?")
_GROUPED = re.compile(
    r"[1-9]\d{0,2}([ \u00a0\u2002-\u200a\u202f'’])\d{3}(?:\1\d{3}){0,8}(?!\1?\d)"
    r"(?:\.\d+(?![.,]\d)|,\d{1,2}(?![.,]?\d))?"
)
_GROUPING = frozenset(" ,'’\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f")
_APART = frozenset({" .", " ,", ", "})
_ROUND = re.compile(r"\d{1,3}(?: 000)+")
_GROUPED_FROM_ZERO = re.compile(r"\d{1,3}\s?, 0\d\d(?!,?\d)")  # "10, 000", as tokenisers leave it
_POINT_APART = re.compile(r"\d{1,3} \. \d{1,6}(?![\d.,])")  # "46 . 8"
_WORD_BEFORE = re.compile(r"(?<![a-z])([a-z]++)[.,]?\s\Z")
_MAGNITUDE_BEHIND = re.compile(r"[\s-]?(?:(?:m|b|tr)illion|mln|mn|m|bn|crore|lakh)(?![a-z])")

_FRACTION = re.compile(r"(\d{1,4})\s?([/⁄])\s?(\d{1,4})(ths?|rds?|nd)?(?![\w/⁄]|[.,]\d)")
# What a stroke divides by; "24/7", "9/11", "17/35" are codes.
_DIVISORS = frozenset((2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 20, 32, 64, 100, 128, 1000))
# "0845 496 0123": a code that begins with a zero, and groups.
_TELEPHONE = re.compile(r"0\d{2,5}(?:[ \u00a0]\d{3,8}){1,3}(?![.,]?\d)")
_SHORTEST_TELEPHONE = 8
_SLASHED = re.compile(r"[/⁄]\d++(?:[/⁄]\d++)+")
_MIXED = re.compile(r"(?:[^\S\n]{1,3}|-)(\d{1,2})[/⁄](\d{1,3})(?:ths?|rds?|nd)?(?![\w/⁄]|[.,]\d)")
_VULGAR = re.compile(rf"[^\S\n]?([{''.join(VULGAR)}])")
_SUPER = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−", "0123456789-+-")
_RAISED = r"[⁻⁺]?[⁰¹²³⁴-⁹]{1,3}"
_SIGNED = r"[-−+]?\d{1,3}(?![\w.])"
_TIMES_TEN = re.compile(
    rf"e({_SIGNED})|\s?[x×*·]\s?10(?:\s?\^\s?({_SIGNED})|([-−]\d{{1,2}}(?![\w.]))|({_RAISED}))"
)
_POWER = re.compile(rf"\^([-−+]?\d{{1,2}}(?![\w.]))|(?<=10)({_RAISED})")
_CONTINUES = frozenset("/⁄ -^ex×*·⁻⁺" + "⁰¹²³⁴⁵⁶⁷⁸⁹" + "".join(VULGAR) + "\u00a0\u2009\u202f")
_LONGEST_WORD = 12
_APART_AFTER = frozenset(words()["apart"]["after"].split())


def digits(folded: str, position: int, *, comma_decimal: bool = False) -> Digits:
    """What the digits at `position` of folded text say, which has a digit there, a point before
    one, or a fraction sign.

    With `comma_decimal` a text writes 1.012 for a thousand and twelve, and 1,5 for one and a half.
    """
    if vulgar := VULGAR.get(folded[position]):
        return Digits(position + 1, *vulgar, parts=vulgar[1])
    if folded[position] == "0" and (end := telephone(folded, position)):
        return Digits(end, None)
    plain, end = _plain(folded, position, comma_decimal)
    if len(plain) > MOST_DIGITS:
        return Digits(end, None)
    if folded[end : end + 1] in _CONTINUES and plain and end < len(folded):
        if slashed := _SLASHED.match(folded, end):
            return Digits(slashed.end(), None)
        if fraction := _fraction(folded, position, end, plain):
            return fraction
        if power := _power(folded, end, plain):
            return power
    if not plain:
        return Digits(end, None)
    return Digits(end, *parsed(plain))


def telephone(folded: str, position: int) -> int:
    """Where the telephone number ends that begins with a zero at `position`, or 0."""
    run = _TELEPHONE.match(folded, position)
    if run is None or sum(map(str.isdigit, run[0])) < _SHORTEST_TELEPHONE:
        return 0
    return run.end()


def parsed(plain: str) -> tuple[int, int, int]:
    """Digits with at most a point as a fraction of whole numbers, and the exponent."""
    whole, _, decimals = plain.partition(".")
    above = int(whole + decimals)
    return above, 10 ** len(decimals), -len(decimals) if decimals else trailing(above)


def trailing(whole: int) -> int:
    """The zeros at the end of a whole number, which are not significant."""
    written = str(whole)
    return len(written) - len(written.rstrip("0")) if whole else 0


def _plain(folded: str, position: int, comma_decimal: bool) -> tuple[str, int]:
    """Digits with at most a point, "" if they are no number; and where they end."""
    if "," in folded[position : position + 3] and (listed := _LISTED.match(folded, position)):
        several = listed[2] or _in_list(folded, position)
        if several and not _INDIAN.match(folded, position):
            return _ascii(listed[1]), listed.end(1)
    run = _RUN.match(folded, position)
    assert run
    text, end = run[0], run.end()
    behind = folded[end : end + 2]
    blanks = behind[:1] in _GROUPING and (behind[1:].isdecimal() or behind in _APART)
    if blanks and (grouped := _by_blanks(folded, position)):
        return grouped
    if text.isdecimal() and len(text) <= MOST_DIGITS:
        return _ascii(text), end
    if len(text) > 2 * MOST_DIGITS:
        return "9" * (MOST_DIGITS + 1), end
    if comma_decimal and _EUROPEAN_TOLD.fullmatch(text):
        plain = text.replace(".", "").replace(",", ".")
    elif _ENGLISH.fullmatch(text) or _INDIAN.fullmatch(text):
        plain = text.replace(",", "")
    elif _EUROPEAN.fullmatch(text) and not _ADDRESS.fullmatch(text):
        plain = text.replace(".", "").replace(",", ".")
    elif _ONE_PLACE.fullmatch(text) and _MAGNITUDE_BEHIND.match(folded, end):
        plain = text.replace(",", ".")
    else:
        plain = ""
    return _ascii(plain), end


def _in_list(folded: str, position: int) -> bool:
    """Whether digits and a comma stand before `position`."""
    return position > 1 and folded[position - 1] == "," and folded[position - 2].isdecimal()


def _by_blanks(folded: str, position: int) -> tuple[str, int] | None:
    """Digits in groups of three with blanks or apostrophes between, or with blanks around a
    point or comma, as tokenised text has them."""
    if zeros := _GROUPED_FROM_ZERO.match(folded, position):
        return _ascii(re.sub(r"\D", "", zeros[0])), zeros.end()
    if apart := _POINT_APART.match(folded, position):
        return _ascii(apart[0].replace(" ", "")), apart.end()
    grouped = _GROUPED.match(folded, position)
    if grouped is None or (grouped[1] == " " and _in_a_list(folded, position, grouped)):
        return None
    plain = re.sub(r"[\s'’]", "", grouped[0]).replace(",", ".")
    return _ascii(plain), grouped.end()


def _in_a_list(folded: str, position: int, grouped: re.Match[str]) -> bool:
    """Whether groups behind plain blanks are numbers of their own: those of a table, a day or a
    page before a count."""
    if grouped[0][grouped.start(1) - grouped.start() + 1] == "0":
        return False  # no number begins with a zero
    if position > 1 and folded[position - 1] == " " and folded[position - 2].isdecimal():
        return True
    behind = folded[grouped.end() : grouped.end() + 1]
    if behind.isalpha() and not _ROUND.fullmatch(grouped[0]):
        return True
    before = _WORD_BEFORE.search(folded, max(0, position - _LONGEST_WORD), position)
    return before is not None and before[1] in _APART_AFTER


def _ascii(plain: str) -> str:
    """`plain` with the digits that float() reads at once."""
    return plain if plain.isascii() else "".join(c if c == "." else str(int(c)) for c in plain)


def _fraction(folded: str, position: int, end: int, plain: str) -> Digits | None:
    """ "3/4", "1 3/4", "1-3/4", "2½"."""
    if not plain.isdecimal():
        return None
    whole = int(plain)
    if vulgar := _VULGAR.match(folded, end):
        above, below = VULGAR[vulgar[1]]
        return Digits(vulgar.end(), whole * below + above, below, parts=below, mixed=True)
    mixed = _MIXED.match(folded, end)
    if mixed and 0 < int(mixed[1]) < int(mixed[2]) in _DIVISORS:
        above, below = int(mixed[1]), int(mixed[2])
        return Digits(mixed.end(), whole * below + above, below, parts=below, mixed=True)
    written = _FRACTION.match(folded, position)
    if written and written.end(1) == end and _ascii(written[3])[0] != "0":
        below = int(written[3])
        told = written[2] == "⁄" or written[4]
        if not told and not (whole < below and below in _DIVISORS):
            return None
        return Digits(written.end(), whole, below, parts=below)
    return None


def _power(folded: str, end: int, plain: str) -> Digits | None:
    """ "1.3e6", "5.5x10-3", "10^6", "2.5^-1"."""
    above, below, exponent = parsed(plain)
    if times := _TIMES_TEN.match(folded, end):
        ten = int((times[1] or times[2] or times[3] or times[4]).translate(_SUPER))
        above, below = _shifted(above, below, ten)
        return Digits(times.end(), above, below, exponent + ten)
    if not (power := _POWER.match(folded, end)):
        return None
    to = int((power[1] or power[2]).translate(_SUPER))
    if plain == "10":
        return Digits(power.end(), *_shifted(1, 1, to), exponent=to)
    if to < 0:
        above, below = below, above
    if not below:
        return Digits(power.end(), None)
    above, below = above ** abs(to), below ** abs(to)
    exact = trailing(above // below) if above % below == 0 else exponent * abs(to)
    return Digits(power.end(), above, below, exact)


def _shifted(above: int, below: int, ten: int) -> tuple[int, int]:
    return (above * 10**ten, below) if ten >= 0 else (above, below * 10**-ten)
