"""Attributes: the ids by which findings say what they are of, as far as anybody can know them.

The id of a rule pack's attribute is its own. Without a pack an id is one of a closed list, or opens
like those that end in words of an article: "number horse", "rank of visits to russia".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase

from claimcheck.claims.categories.families import FAMILIES
from claimcheck.claims.measurands import Measurand
from claimcheck.claims.occasions import COUNTED, CRAFTS, DATED
from claimcheck.claims.rulepacks import Rules
from claimcheck.claims.terms import PREDICATES
from claimcheck.claims.visits import RANKED, VISIT

_WITHOUT_RATIO = frozenset(
    (
        *("date", "time of day", "score", "record", "weekday", "measured temperature"),
        *("date of meeting", "date of breakdown"),
        *(f"{DATED}{craft}" for craft in CRAFTS),
    )
)
"""Ids of a closed list, of days, hours, scores and single trips: a share of them means nothing."""

CLOSED = frozenset(
    (
        *(name.removeprefix("#") for name in PREDICATES),
        *("age", "quarter", "magnitude", "population", "doors away", "number", "rank", "people "),
        *("depth", "height", "width", "weight", "greenwich mean time"),
        *(f"{COUNTED}{craft}" for craft in CRAFTS),
        *_WITHOUT_RATIO,
    )
)
"""Ids of what no rule pack reads, in full."""

OPEN_ENDED = (
    *("number ", "people ", "rank ", "money ", "measured ", "distance from "),
    "time since the last, ",
    *(VISIT, RANKED),
    *(f"category {family}" for family in FAMILIES),
)
"""How the ids begin that end in words of an article, or in a unit."""

_WILD = re.compile(r"[*?\[]")


def may_match(pattern: str, rules: Rules) -> bool:
    """Whether a pattern, as fnmatch knows them, may match the id of some attribute: of a pack, of
    the closed list, or of an open-ended kind, whose ids nobody can list."""
    ids = (*(pack.attribute for pack in rules.packs), *CLOSED)
    if any(fnmatchcase(name, pattern) for name in ids):
        return True
    wild = _WILD.search(pattern)
    head = pattern[: wild.start()] if wild else pattern
    return any(head.startswith(o) or (wild and o.startswith(head)) for o in OPEN_ENDED)


def names(rules: Rules) -> Iterator[str]:
    """The ids that can be listed, those of packs first."""
    yield from (pack.attribute for pack in rules.packs)
    yield from sorted(CLOSED)


def proportional(attribute: str, rules: Rules) -> bool:
    """Whether a share of a value of the attribute may mean anything, as far as its id tells."""
    packs: dict[str, Measurand] = {pack.attribute: pack.measurand for pack in rules.packs}
    if attribute in packs:
        return packs[attribute].proportional
    return attribute not in _WITHOUT_RATIO and not attribute.startswith((VISIT, "category "))
