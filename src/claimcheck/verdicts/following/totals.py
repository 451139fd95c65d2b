"""Totals: the sum of the parts that a sentence itemises, against the total that it states.

The parts must be all there are by the text's own words: a list behind a colon ("14 cars: five red
and eight blue ones"), a list in brackets, between dashes or in apposition of kinds of people that
leave nobody out ("12 people (seven men and four women)"), or counts that are summed up behind
("seven men and four women, a total of 12").

A part counts what the total counts, or names no noun but "ones", or is people of such a total: of
people killed anybody is, of twelve hostages men, women and children are, but no twenty of them.

Refused: a part of something else ("two houses: five guns and three knives"); a total that is itself
a whole for parts of it ("of the 12 people, two men and three women were freed"); a list with a word
that leaves it open ("including", "among them", "others"); kinds that
leave somebody out ("three women and two children" of 12 people); a total that may be one of a row
("three teachers, five boys and four girls"); a vague part, or one that names nothing ("12 games:
seven at home and four away"); people beside things; a single part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import groupby

from claimcheck.claims.claim import Claim
from claimcheck.claims.extraction import Extraction
from claimcheck.quantities.numerals import fold
from claimcheck.quantities.possibility import Possibility
from claimcheck.verdicts.comparison import TENSION, agreement
from claimcheck.verdicts.following.implications import SUM_OF_PARTS, implied, told

FEWEST = 2
MOST = 12

_OPEN = re.compile(
    r"\b(?:including|includes?|among|such as|mostly|mainly|chiefly|especially|others?|another|more"
    r"|at least|like|example|both|either|or|of (?:them|whom|which|those)|about|per|each)\b"
)
_TO_LIST = {
    "colon": re.compile(r"(?:\s[a-z’'-]+){0,5}:\s"),
    "dash": re.compile(r"(?:\s[a-z’'-]+){0,2}(?:\s?[–—]\s?|\s-\s)"),
    "bracket": re.compile(r"(?:\s[a-z’'-]+){0,2}\s\("),
    "comma": re.compile(r"(?:\s(?!and\b|were\b|was\b|in\b|on\b)[a-z’'-]+){0,2},\s"),
}
_ENDS = {
    "colon": re.compile(r"[.;]|,\s(?:[\w’'-]+\s){1,4}(?:said|reported|told)\b|\s?\Z"),
    "dash": re.compile(r"\s?[–—]|\s-\s|[.;]|\s?\Z"),
    "bracket": re.compile(r"\)"),
    "comma": re.compile(r",|[.;]|\s?\Z"),
}
_NOUN = r"(?:\s[a-z’'-]+){0,3}?"
_BETWEEN = re.compile(rf"(?P<noun>{_NOUN})(?:,\sand\s|,\s|\sand\s|\splus\s)")
_WORDS = [re.compile(rf"(?:\s[a-z’'-]+){{{n}}}") for n in range(4)]
_SUMMED = re.compile(
    rf"(?P<noun>{_NOUN})(?:,|\s[–—-])\s(?:(?:for|making|which\smakes)\s)?a\s(?:combined\s|grand\s)?"
    r"total\sof\s"
)
# Kinds of people by sex, age or part, each with those that together leave nobody out.
_KINDS = {
    kind: frozenset(words.split())
    for kind, words in {
        "man": "man men male males",
        "woman": "woman women female females",
        "boy": "boy boys",
        "girl": "girl girls",
        "child": "child children infant infants baby babies",
        "adult": "adult adults",
        "soldier": "soldier soldiers troops",
        "civilian": "civilian civilians",
        "passenger": "passenger passengers",
        "crew": "crew",
        "teacher": "teacher teachers",
        "pupil": "pupil pupils student students",
    }.items()
}
_EVERYBODY = tuple(
    frozenset(kinds.split())
    for kinds in (
        *("man woman", "boy girl", "adult child", "soldier civilian", "passenger crew"),
        "teacher pupil",
    )
)
# What a total in apposition counts: nothing that may stand in a row with the kinds.
_ANYBODY = re.compile(
    r"\b(?:people|persons|victims|dead|fatalities|casualties|survivors|hostages|suspects|defendants"
    r"|killed|injured|wounded)\Z"
)
_PEOPLE = frozenset("kill injure miss arrest displace rescue infect".split())
_SEX_AND_AGE = frozenset("man woman boy girl child adult".split())
_ONES = "number one"
# A total of which only some are told of: "of the 12 people", and not "a total of 12 people".
_OF = re.compile(
    r"\b(?:(?<!total\s)of|of\s(?:a|the)\s(?:[a-z]+\s)?total\sof)"
    r"\s(?:(?:all|the|these|those|its|their|his|her|our|some|about)\s){0,2}\Z"
)
_OF_REACH = 40


def totals(extraction: Extraction) -> Iterator[Claim]:
    """What the itemised parts of an article come to, where that is not the total it states."""
    folded = fold(extraction.article.text)
    counted = [c for c in extraction.claims if _is_count(c)]
    for _, members in groupby(counted, key=lambda c: c.sentence):
        said = list(members)
        for place, total in enumerate(said):
            behind = said[place + 1 : place + 1 + MOST]
            parts = _listed(folded, total, behind) or _summed(folded, total, said[:place][-MOST:])
            if not parts:
                continue
            derived = implied([total], SUM_OF_PARTS, parts, summed(parts))
            alike = all(_people(p) == _people(total) for p in parts)
            if alike and agreement(derived, total) < TENSION:
                yield derived
            break  # a part of a list is no total of the rest of it


def summed(parts: Sequence[Claim]) -> Possibility:
    """The sum of several counts."""
    return reduce(Possibility.plus, (p.possibility for p in parts))


def _is_count(claim: Claim) -> bool:
    ranked = claim.attribute.startswith(("rank", "number time", "quarter", "magnitude"))
    plain = claim.measurand.dimension == "count" and len(claim.stated) == 1 and not claim.vague
    return plain and not ranked and claim.attribute != "number" and told(claim)


def _people(claim: Claim) -> bool:
    return claim.attribute in _PEOPLE or claim.attribute.startswith("people ")


def _listed(folded: str, total: Claim, behind: Sequence[Claim]) -> list[Claim]:
    """The parts that are listed directly behind a total; none where the list may be open."""
    if not behind or _OPEN.search(folded, total.end, behind[0].start):
        return []
    if _OF.search(folded[max(0, total.start - _OF_REACH) : total.start]):
        return []
    between = folded[total.end : behind[0].start]
    form = next((name for name, lead in _TO_LIST.items() if lead.fullmatch(between)), None)
    if form is None:
        return []
    parts = [behind[0]]
    nouns: list[str] = []
    for part in behind[1:]:
        joint = _BETWEEN.fullmatch(folded, parts[-1].end, part.start)
        if joint is None:
            return []
        nouns.append(f"{parts[-1].quote.lower()} {joint['noun']}")
        parts.append(part)
    until = total.sentence[1]
    # The noun of the last part is as long as it must be for the list to end behind it.
    ends = [
        m.end()
        for n in range(len(_WORDS))
        if (m := _WORDS[n].match(folded, parts[-1].end, until))
        and _ENDS[form].match(folded, m.end(), until)
    ]
    if not ends or len(parts) < FEWEST:
        return []
    nouns.append(f"{parts[-1].quote.lower()} {folded[parts[-1].end : ends[0]]}")
    if any(_OPEN.search(folded, p.end, q) for p, q in _gaps(parts, ends[0])):
        return []
    if not all(_is_of(total, part, noun) for part, noun in zip(parts, nouns, strict=True)):
        return []
    if form != "colon" and not _leave_nobody_out(nouns):
        return []
    if form == "comma" and not _ANYBODY.search(folded[total.start : total.end]):
        return []
    return parts


def _is_of(total: Claim, part: Claim, noun: str) -> bool:
    """Whether a part counts what its total counts, or people of it."""
    if part.attribute in (total.attribute, _ONES):
        return True
    if not (_people(total) and _people(part)):
        return False
    if total.attribute in _PEOPLE:
        return True
    if part.possibility.core_low > total.possibility.core_high:
        return False
    return total.attribute == "people " or bool(_kinds(noun) & _SEX_AND_AGE)


def _kinds(words: str) -> set[str]:
    """The kinds of people that the words of a part name."""
    return {kind for kind, forms in _KINDS.items() if forms & set(words.split())}


def _gaps(parts: Sequence[Claim], end: int) -> Iterator[tuple[Claim, int]]:
    """Each part with the place up to which its own words go."""
    yield from zip(parts, [*(p.start for p in parts[1:]), end], strict=True)


def _leave_nobody_out(parts: Sequence[str]) -> bool:
    """Whether kinds of people are told apart that together are everybody: "men", "women"."""
    kinds = [_kinds(part) for part in parts]
    told_apart = set().union(*kinds)
    return all(kinds) and any(everybody <= told_apart for everybody in _EVERYBODY)


def _summed(folded: str, total: Claim, before: Sequence[Claim]) -> list[Claim]:
    """The parts that a total sums up directly behind them."""
    if not before or not _SUMMED.fullmatch(folded, before[-1].end, total.start):
        return []
    parts = [before[-1]]
    for part in reversed(before[:-1]):
        if not _BETWEEN.fullmatch(folded, part.end, parts[0].start):
            break
        parts.insert(0, part)
    opened = any(_OPEN.search(folded, p.end, q) for p, q in _gaps(parts, parts[-1].end))
    return [] if opened or len(parts) < FEWEST else parts
