"""A reading: what a reader made of the bytes of one file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from claimcheck.articles.article import Article
from claimcheck.errors import InputError, Place


@dataclass(frozen=True, slots=True)
class Reading:
    """The articles of one file, each with the place it stands at, and the file's mistakes.

    An article with an empty id is the file itself; the corpus names it after its path.
    """

    articles: tuple[tuple[Place, Article], ...] = ()
    problems: tuple[InputError, ...] = ()


# From a file's bytes and the path to name in messages. A reader never raises: one bad record
# must not hide the others.
Reader: TypeAlias = Callable[[bytes, str], Reading]
