"""A revision: the corpus as it was at a commit, read from Git and held nowhere.

The same paths are read as now, so an article has the same id then as now.
"""

from __future__ import annotations

import glob
import os
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from claimcheck.articles.article import Article
from claimcheck.articles.corpus import Corpus
from claimcheck.articles.metadata import FILE_NAME
from claimcheck.errors import Place
from claimcheck.gate.git.repository import Repository

_MAGIC = "*?["


def corpus_at(
    revision: str, paths: Sequence[str], read: Callable[..., Corpus], folder: Path
) -> Corpus:
    """What `read` makes of `paths`, as they were at a Git revision of the repository in `folder`.

    Paths that were not there then are left out, and so is standard input. Raises UsageError where
    there is no repository or no such revision.
    """
    repository = Repository(folder)
    with tempfile.TemporaryDirectory(prefix="claimcheck-") as name:
        top = Path(os.path.realpath(name))
        moved: list[str] = []
        roots: list[str] = []
        for path in paths:
            fixed, pattern = _fixed(path)
            below = repository.relative(Path(os.path.abspath(folder / fixed)))
            if path != "-" and below is not None:
                roots.append(str(below))
                moved.append(
                    os.path.join(glob.escape(str(top)) if pattern else top, below, pattern)
                )
        repository.export(revision, top, (FILE_NAME,), roots)
        there = [p.rstrip(os.sep) for p in moved if _is_there(p)]
        corpus = read(*there) if there else Corpus((), (), ())
        return _at_home(corpus, top, repository.root, folder)


def changed(now: Iterable[Article], then: Iterable[Article]) -> set[str]:
    """The ids of the articles that say something else now than then, or were not there; line ends
    are no change. An article that only has another name is none."""
    before: Mapping[str, tuple[object, ...]] = {a.id: _content(a) for a in then}
    contents = set(before.values())
    return {
        a.id
        for a in now
        if before.get(a.id) != _content(a) and (a.id in before or _content(a) not in contents)
    }


def _content(article: Article) -> tuple[object, ...]:
    """What an article says, and what is known of it; not where it lies."""
    bare = replace(article, id="", path=None, line=None, text="", offsets=None)
    return bare, "\n".join(article.text.splitlines())


def _fixed(path: str) -> tuple[str, str]:
    """A path in two: the folders that are named outright, and the pattern behind them."""
    parts = Path(path).parts
    first = next((i for i, part in enumerate(parts) if any(m in part for m in _MAGIC)), len(parts))
    if os.path.lexists(path):
        first = len(parts)
    return os.path.join("", *parts[:first]), os.path.join("", *parts[first:])


def _is_there(path: str) -> bool:
    return os.path.lexists(path.rstrip(os.sep)) or bool(glob.glob(path, recursive=True))


def _at_home(corpus: Corpus, top: Path, root: Path, folder: Path) -> Corpus:
    """A corpus with the paths of the working tree, as they are told from `folder`."""

    def moved(path: str) -> str:
        there = os.path.join(os.path.realpath(root), os.path.relpath(path, top))
        return Path(os.path.relpath(there, os.path.realpath(folder))).as_posix()

    articles = tuple(replace(a, path=moved(a.path)) if a.path else a for a in corpus.articles)
    for problem in corpus.problems:
        if at := problem.place:
            problem.place = Place(moved(at.path), at.line, at.column)
    return replace(corpus, articles=articles)
