"""Almanac: a weekday against its date, and an age against the year of birth.

"Monday, March 5, 2019" was a Tuesday: the nearest such weekday is held against the date. An age is
held against the years since a birth that the article tells of the same person, on the day of the
article, with one year of play for the birthday and one for when it was written. A birth is of the
person whose name is its subject ("Hill was born in", "Hill, born in") and opens its clause.

Refused: a date of several days, or without a year where the article has no day of its own near it;
an age of another time ("then 35", "at 19", "died in 1999"), of an article without a day, or of a
person for whom two births are told; a birth of whoever else is near a name ("Hill's daughter was
born", "Hill met her husband, who was born"), of "he" or "she" but in what she says where no
relative was named, or of a short name that two people share.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from claimcheck.articles.sentences import sentences
from claimcheck.claims.claim import Claim
from claimcheck.claims.extraction import Extraction
from claimcheck.claims.names import TITLES, NameKind, names
from claimcheck.quantities.calendar import readings
from claimcheck.quantities.numerals import fold
from claimcheck.quantities.possibility import OPEN, Possibility
from claimcheck.quantities.units import affine
from claimcheck.verdicts.comparison import TENSION, agreement
from claimcheck.verdicts.following.implications import AGE, WEEKDAY, implied, spoken, told

_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_DAY = re.compile(rf"(?:on\s)?\(?({'|'.join(_DAYS)}),?\s(?=\w)")
_DATED = re.compile(r"\d")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_NEAR = 60
"""Days from its article within which a date without a year is of the nearest one."""

_BORN = re.compile(r"\bborn\s(?:(?:on|in)\s(?:the\s)?)?\Z")
_BORN_REACH = 60
_BEARS = re.compile(
    r"(?:(?P<says>\s(?:says|said)\s(?:that\s)?s?he\s(?:was|is))|,?\swho\s(?:was|is)|\s(?:was|is)|,"
    r"|\s(?=\())\s?\(?born\s(?:(?:on|in)\s(?:the\s)?)?\Z"
)
_OPENS = re.compile(
    r"(?:\A|[,;:–—]\s|[“\"(]|\b(?:but|that|when|where|while|because|although|though|said|says)\s)"
    rf"(?:(?:{'|'.join(sorted(map(re.escape, TITLES)))})\.?\s){{0,4}}\Z"
)
_OPENS_REACH = 60
_RELATIVE = re.compile(
    r"\b(?:sons?|daughters?|child(?:ren)?|bab(?:y|ies)|boys?|girls?|brothers?|sisters?|twins?"
    r"|husband|wife|partner|mother|father|parents?|(?:grand|step)[a-z]+|aunt|uncle|nieces?"
    r"|nephews?|cousins?)\b"
)
_THEN = re.compile(
    r"\b(?:then|was|were|when|while|at\sthe\s(?:age|time)|at\sage|aged?|died|dead|late|former(?:ly)?"
    r"|born|until|since|ago|had|turn(?:s|ed|ing)?|would|will|by|before|after)\b"
)
_NOW = 60
"""Days from its article beyond which a date in a sentence dates an age."""


_REACH = 200
_DATES = 20
"""Of a sentence the characters on each side of an age, and the dates, that may set it apart."""


def almanac(extraction: Extraction) -> Iterator[Claim]:
    """What the dates of an article say of the weekdays and the ages beside them."""
    folded = fold(extraction.article.text)
    yield from _weekdays(extraction, folded)
    yield from _ages(extraction, folded)


def _weekdays(extraction: Extraction, folded: str) -> Iterator[Claim]:
    for claim in extraction.claims:
        p = claim.possibility
        if claim.measurand.dimension != "date" or p.high - p.low > readings.DAY or not told(claim):
            continue
        said = _DAY.match(folded, claim.start, claim.end)
        dated = said and _DATED.search(folded, said.end(), claim.end)
        if said is None or not dated or not _is_anchored(folded, claim):
            continue
        off = (_DAYS.index(said[1]) - readings.day(p.low).weekday() + 3) % 7 - 3
        if off:
            nearest = Possibility(
                p.low + off, p.low + off, p.high + off, p.high + off, grain=readings.DAY
            )
            day = spoken(claim, *said.span(1), extraction.article.text, "weekday")
            yield from (day, implied([claim], WEEKDAY, [day], nearest))


def _is_anchored(folded: str, claim: Claim) -> bool:
    """Whether the year of a date is told, or the article's own day is near it."""
    if _YEAR.search(folded, claim.start, claim.end):
        return True
    day = claim.possibility.low
    return claim.as_of is not None and abs(claim.as_of.toordinal() - day) <= _NEAR


def _ages(extraction: Extraction, folded: str) -> Iterator[Claim]:
    dates = [c for c in extraction.claims if c.measurand.dimension == "date"]
    dated: defaultdict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in dates:
        dated[claim.sentence].append(claim)
    ages = [c for c in extraction.claims if c.attribute == "age"]
    ages = [c for c in ages if _is_now(folded, c, dated[c.sentence][:_DATES])]
    births = [c for c in dates if told(c)]
    births = [c for c in births if _BORN.search(folded, max(0, c.start - _BORN_REACH), c.start)]
    if not ages or not births:
        return
    born = _born(extraction.article.text, folded, births)
    for age in ages:
        # Where two full names share a short one it is not known whose age it is.
        whose = age.subjects if sum(" " in name for name in age.subjects) < 2 else ()
        own = [b for name in sorted(whose) for b in born.get(name, ())]
        if len({b.canonical for b in own}) != 1 or age.as_of is None:
            continue
        years = _years(own[0], age.as_of).scaled(affine("year", age.measurand.unit)[0])
        derived = implied([age], AGE, own[:1], years)
        if agreement(derived, age) < TENSION:
            yield derived


def _is_now(folded: str, age: Claim, dates: Sequence[Claim]) -> bool:
    """Whether an age is of the day of its article: nothing in its sentence, whose `dates` are
    given, is of another time."""
    if age.as_of is None or not age.subjects or not told(age) or len(age.stated) != 1:
        return False
    start, end = max(age.sentence[0], age.start - _REACH), min(age.sentence[1], age.end + _REACH)
    near = f"{folded[max(start, age.start - 40) : age.start]} … {folded[age.end : age.end + 1]}"
    day = age.as_of.toordinal()
    other = any(abs(c.possibility.midpoint - day) > _NOW for c in dates)
    return not other and not _THEN.search(near) and not _YEAR.search(folded, start, end)


def _born(text: str, folded: str, births: Sequence[Claim]) -> Mapping[str, list[Claim]]:
    """The births by the name that is directly their subject; those of somebody else, or of one of
    two who share a short name, are left out."""
    called = names(text, sentences(text))
    ending = {n.end: n for n in called if not n.possessive}
    full: defaultdict[str, set[str]] = defaultdict(set)
    for name in called:
        for part in name.key.split() if name.kind is NameKind.PERSON else ():
            full[part].add(name.key)
    relative = _RELATIVE.search(folded)
    alone = relative.start() if relative else len(folded)
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for birth in births:
        begins = birth.sentence[0]
        born = _BEARS.search(folded, max(begins, birth.start - _BORN_REACH), birth.start)
        bearer = ending.get(born.start()) if born else None
        if not born or not bearer or (born["says"] and alone < birth.start):
            continue
        before = folded[max(begins, bearer.start - _OPENS_REACH) : bearer.start]
        shared = full[text[bearer.start : bearer.end].casefold()]
        if _OPENS.search(before) and len(shared) < 2:
            found[f"@{bearer.key}"].append(birth)
    return found


def _years(birth: Claim, day: date) -> Possibility:
    """The age on a day by a birth, which may have been a year earlier or later."""
    low, high = birth.possibility.low, birth.possibility.high
    least = (day - readings.day(high)).days / 365.25
    most = (day - readings.day(low)).days / 365.25
    least, most = float(int(least)), float(int(most))
    return Possibility(least - 1, least, most + 1 - OPEN, most + 2)
