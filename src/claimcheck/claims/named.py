"""The names of one article, found by where they stand and by what they are tied to.

Whatever is asked for every value looks only at the names near it, or is found once for all values.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from claimcheck.claims.contexts import name_key
from claimcheck.claims.names import Name

_PLACE = re.compile(
    r"\b(?:the|this|that|its)\s(?:[a-z-]+\s){0,2}?"
    r"(city|town|village|island|camp|province|county|region|capital|port|country|nation)(?!\s(?:of|city)\b|\w)"
)
_NO_KEY = frozenset("the of island city town".split())
_NOBODY: frozenset[str] = frozenset()


class Named:
    """The names of one article, in order of place."""

    def __init__(self, folded: str, names: Iterable[Name]) -> None:
        self._folded = folded
        self._names = sorted(names, key=lambda n: n.start)
        self._starts = [n.start for n in self._names]
        self._ending = {n.end: n for n in reversed(self._names)}
        self._often = Counter(n.key for n in self._names)
        self._pairs: defaultdict[str, set[str]] = defaultdict(set)
        for parts in (key.split() for key in self._often):
            if len(parts) == 2:
                for part in parts:
                    self._pairs[part].update(parts)
        self._aliases: dict[str, frozenset[str]] = {}
        self._tied: dict[str, set[str]] = {}
        self._definite: dict[int, tuple[float, set[str]]] = {}
        self._wholes: dict[int, Mapping[str, set[str]]] = {}

    def between(self, start: int, end: int) -> list[Name]:
        """The names that begin in `[start, end)`."""
        return self._names[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def within(self, start: int, end: int) -> Iterable[Name]:
        """The same one by one, for whoever stops at the first that will do."""
        for place in range(bisect_left(self._starts, start), len(self._names)):
            if self._starts[place] >= end:
                return
            yield self._names[place]

    def last(self, start: int, end: int) -> Name | None:
        """The last name that stands in `[start, end)` with all its words."""
        for place in reversed(range(bisect_left(self._starts, end))):
            if self._starts[place] < start:
                return None
            if self._names[place].end <= end:
                return self._names[place]
        return None

    def ending_at(self, position: int) -> Name | None:
        """The name that ends at a position."""
        return self._ending.get(position)

    def often(self, name: Name) -> int:
        """How often the article says a name."""
        return self._often[name.key]

    def aliases(self, bearer: str) -> frozenset[str]:
        """A name, as a term, with the parts of the longer names of the article that hold it:
        "Owls" is one of "Oakford Owls"."""
        if not bearer:
            return _NOBODY
        if bearer not in self._aliases:
            parts = self._pairs.get(bearer[1:], ())
            self._aliases[bearer] = frozenset({bearer, *(f"@{p}" for p in parts)})
        return self._aliases[bearer]

    def wholes(self, start: int, end: int) -> Mapping[str, set[str]]:
        """The names of a sentence in full, by the names by which others call them; all as terms."""
        if start not in self._wholes:
            found: defaultdict[str, set[str]] = defaultdict(set)
            for name in self.within(start, end):
                found[name_key(name)].add(f"@{name.key}")
            self._wholes[start] = found
        return self._wholes[start]

    def definite(self, start: int, end: int) -> tuple[float, set[str]]:
        """Where a sentence first speaks of "the island" that the article ties to a name, and the
        parts of that name."""
        if start not in self._definite:
            said = _PLACE.finditer(self._folded, start, end)
            tied = ((float(found.end()), self._tied_to(found[1])) for found in said)
            known = ((until, parts) for until, parts in tied if parts)
            self._definite[start] = next(known, (math.inf, set()))
        return self._definite[start]

    def _tied_to(self, noun: str) -> set[str]:
        """The parts of the names that the article ties most often to a common noun: "Skerry
        island", "the island of Skerry"."""
        if noun not in self._tied:
            found = Counter(n.key for n in self._names if self._is_tied(n, noun))
            most = max(found.values(), default=0)
            self._tied[noun] = {p for k, n in found.items() if n == most for p in name_parts(k)}
        return self._tied[noun]

    def _is_tied(self, name: Name, noun: str) -> bool:
        behind = self._folded[name.end : name.end + 30]
        before = self._folded[max(0, name.start - 20) : name.start]
        return bool(
            noun in name.key.split()
            or re.match(rf"(?:,\san?)?\s(?:[a-z]+\s){{0,2}}{noun}\b", behind)
            or re.search(rf"\b{noun}(?:\sof|,)\s\Z", before)
        )


def name_parts(key: str) -> set[str]:
    """The words of a name by which a place is known, as terms."""
    return {f"@{p}" for p in key.split() if len(p) > 2 and p not in _NO_KEY}
