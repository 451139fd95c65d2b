"""Affairs: two stories that lie far apart in time and are of one matter, as a crime and its trial.

Likeness alone does not say so: whoever meets every year, or plays for one team, is reported in the
same words each time. It takes a court that hears the matter, and the private persons in it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from claimcheck.articles.sentences import sentences
from claimcheck.claims.names import OFFICES, TITLES, Name, NameKind, names
from claimcheck.claims.profiles import Profile
from claimcheck.claims.rarity import in_the_table
from claimcheck.claims.terms import stem

PERSONS = 2
"""So many persons must be named in both stories, for one man may be tried twice. In the development
set trials share two and four with their crimes; a player's two arrests share him alone."""

MENTIONED = 0.4
"""In what share of either story's articles a person is named, at least: the first reports of a
crime do not know its names yet."""

HEARINGS = 2
"""So many of the words of courts stand in most articles of the later story: "the jury found him
guilty". One alone stands in any news, as in "a trial of strength"."""

_COURT = frozenset(
    map(
        stem, "trial jury juror verdict convict guilty sentence plead pleaded indict acquit".split()
    )
)
# Who holds an office is in every matter of that office: the judge, the lawyers, the police.
_PARTIES = frozenset("attorney atty lawyer prosecutor sheriff coroner detective coach".split())
_OFFICE = "|".join(sorted(OFFICES | TITLES | _PARTIES))
_BEFORE = re.compile(rf"\b(?:{_OFFICE})s?\.?\s\Z", re.IGNORECASE)
_BEHIND = re.compile(rf",\s(?:[\w'’-]+\s){{0,5}}?(?:{_OFFICE})\b", re.IGNORECASE)
_LONGEST = 20  # code points of a title


def of_one_affair(one: Sequence[Profile], other: Sequence[Profile]) -> bool:
    """Whether two stories tell of one affair; both have articles with a date of publication."""
    _, later = sorted((one, other), key=lambda s: max(p.published for p in s if p.published))
    heard = sum(len(_COURT & p.words.keys()) >= HEARINGS for p in later)
    if heard * 2 <= len(later):
        return False
    here, there = _persons(one), _persons(other)
    return sum(bool(here[name] & there[name]) for name in here.keys() & there.keys()) >= PERSONS


def _persons(story: Sequence[Profile]) -> dict[str, set[str]]:
    """The rare family names of persons in no office whom enough articles name, each with the given
    names that it has in any of them."""
    given: defaultdict[str, set[str]] = defaultdict(set)
    mentioned: Counter[str] = Counter()
    official: Counter[str] = Counter()
    for profile in story:
        text = profile.article.text
        said, entitled = set[str](), set[str]()
        for name in names(text, (s for s in sentences(text) if not s.heading)):
            *first, family = name.key.split()
            said.add(family)
            if name.kind is NameKind.PERSON:
                given[family].update(first)
                if _in_office(name, text):
                    entitled.add(family)
        mentioned.update(said)
        official.update(entitled)
    return {
        family: first
        for family, first in given.items()
        if mentioned[family] >= MENTIONED * len(story)
        and official[family] * 2 < mentioned[family]
        and not in_the_table(stem(family))
    }


def _in_office(name: Name, text: str) -> bool:
    before = text[max(0, name.start - _LONGEST) : name.start]
    return bool(_BEFORE.search(before) or _BEHIND.match(text, name.end))
