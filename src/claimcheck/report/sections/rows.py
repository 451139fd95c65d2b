"""Rows: what a list of the page holds, each made only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

_Row = TypeVar("_Row", covariant=True)


@dataclass(frozen=True, slots=True)
class Rows(Generic[_Row]):
    """`count` rows in their order. They are made one by one and not kept: twenty thousand findings
    with their sentences would not fit into memory beside the page that is made of them."""

    count: int
    make: Callable[[int], _Row]

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[_Row]:
        return map(self.make, range(self.count))

    def first(self, most: int) -> list[_Row]:
        """At most `most` of them, from the first on."""
        return [self.make(place) for place in range(min(most, self.count))]
