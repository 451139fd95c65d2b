"""Exclusion: which articles are not read, by patterns over their paths.

`*` and `?` stay within a folder, `**` crosses folders; every other character is itself.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import re2

from claimcheck.articles.paths import shown

_SIGN = re.compile(r"\*\*/|\*\*|.", re.DOTALL)
_MEANING = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


@dataclass(frozen=True)
class Exclusion:
    """Patterns over paths relative to `folder`, with `/` on every system; and `files`, the real
    paths of those that are no articles, whatever they are called."""

    folder: str = "."
    patterns: tuple[str, ...] = ()
    files: frozenset[str] = frozenset()

    def matching(self, path: str) -> list[str]:
        """The patterns that match a file, which is named from the current folder."""
        if not self.patterns:
            return []
        try:
            relative = shown(os.path.relpath(path, self.folder))
        except ValueError:  # on another drive
            return []
        return [pattern for pattern, matches in self._compiled if matches(relative)]

    # RE2 takes linear time, however many stars stand in a pattern.
    @cached_property
    def _compiled(self) -> list[tuple[str, Callable[[str], object]]]:
        return [(p, re2.compile(_regex(p)).fullmatch) for p in self.patterns]


def _regex(pattern: str) -> str:
    signs = (sign[0] for sign in _SIGN.finditer(pattern))
    return "(?s)" + "".join(_MEANING.get(sign) or re.escape(sign) for sign in signs)
