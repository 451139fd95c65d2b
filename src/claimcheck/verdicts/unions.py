"""Unions: things of which it is found out, two at a time, that they are one."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Unions(Generic[T]):
    """Each thing by itself until it is joined to another."""

    def __init__(self) -> None:
        self._parent: dict[T, T] = {}

    def root(self, thing: T) -> T:
        """The one that stands for all that a thing is joined to."""
        while (parent := self._parent.setdefault(thing, thing)) != thing:
            self._parent[thing] = self._parent.setdefault(parent, parent)
            thing = self._parent[thing]
        return thing

    def join(self, one: T, other: T) -> None:
        """One of two; what stands for the second then stands for both."""
        self._parent[self.root(one)] = self.root(other)
