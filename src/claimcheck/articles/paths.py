"""Paths: from what a user names to the files that are read.

Nothing here depends on the order of the paths, nor on the order a file system lists a folder in.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import PurePath

from claimcheck.articles.metadata import FILE_NAME
from claimcheck.errors import ClaimcheckError, InputError, Place, UsageError

# What lies in a repository beside its articles and speaks of the repository.
_ABOUT_THE_FOLDER = frozenset(
    f"{name}.{suffix}"
    for name in ("readme", "changelog", "contributing", "code_of_conduct", "security", "license")
    for suffix in ("md", "markdown")
)


@dataclass(frozen=True, slots=True)
class Found:
    """A file that was reached.

    `path` is the way it was reached; `parts` are those of its absolute path, of which the last
    `depth` name it: those below the folder given, or one where the file was given singly.
    `real` is the path without symbolic links, which tells whether two files are one.
    """

    path: str
    parts: tuple[str, ...]
    depth: int
    real: str

    def name(self, extra: int = 0) -> str:
        """The path below the folder given, with `/`, lengthened by `extra` parent folders."""
        return shown(PurePath(*self.parts[-self.depth - extra :]))


@dataclass(slots=True)
class Search:
    """What was found: articles, the corpus.toml files of folders, and what went wrong.

    A file that was reached in two ways is found twice; see `each_once`.
    """

    articles: list[Found] = field(default_factory=list)
    metadata: list[Found] = field(default_factory=list)
    problems: list[ClaimcheckError] = field(default_factory=list)


def shown(path: str | PurePath) -> str:
    """`path` with `/` on every system, and with bytes that are no text spelled as `\\xe9`."""
    posix = PurePath(path).as_posix()
    return posix if posix.isascii() else os.fsencode(posix).decode(errors="backslashreplace")


def find(paths: Iterable[str], suffixes: Collection[str]) -> Search:
    """The files that `paths` name: files of any suffix, folders with all they hold, and globs.

    Of a folder, files with one of `suffixes` are articles; hidden files and folders are left
    out, and so is README.md and its like; links to folders are not followed. A glob is expanded
    where no file has its name.
    """
    search = Search()
    for path in sorted(set(paths)):
        if not path:
            step = "Name a file or a folder; `.` is the current folder"
            search.problems.append(UsageError("a path is empty", next_step=step))
        elif error := _missing(path):
            matches = glob.glob(path, recursive=True) if _is_glob(path) else []
            if not matches:
                search.problems.append(error)
            for match in matches:
                _add(match, suffixes, search)
        else:
            _add(path, suffixes, search)
    return search


def each_once(found: Iterable[Found]) -> list[Found]:
    """Each file once, under the longest name it was reached by, in the order of the paths."""
    best: dict[str, Found] = {}
    for one in sorted(found, key=lambda one: (-one.depth, one.parts, one.path)):
        best.setdefault(one.real, one)
    return sorted(best.values(), key=lambda one: one.parts)


def unreadable(path: str, error: OSError) -> InputError:
    """The mistake that the system's refusal to open `path` is."""
    return InputError(
        f"it cannot be read: {error.strerror or error}",
        place=Place(shown(path)),
        next_step="Check that it is there and that you may read it",
    )


def _add(path: str, suffixes: Collection[str], search: Search) -> None:
    if os.path.isdir(path):
        before = len(search.articles), len(search.problems)
        _walk(path, suffixes, search)
        if before == (len(search.articles), len(search.problems)):
            search.problems.append(
                InputError(
                    "there is no article in this folder",
                    place=Place(shown(path)),
                    next_step=f"Files ending in {', '.join(sorted(suffixes))} are read",
                )
            )
    elif os.path.basename(path) != FILE_NAME:  # a shell's `folder/*` names it, too
        parts = PurePath(os.path.abspath(path)).parts
        search.articles.append(Found(path, parts, 1, os.path.realpath(path)))


def _walk(root: str, suffixes: Collection[str], search: Search) -> None:
    """Adds the files below `root`. os.walk is not used: its entries are looked up a second time."""
    base = PurePath(os.path.abspath(root)).parts
    pending: list[tuple[str, tuple[str, ...], str]] = [(root, (), os.path.realpath(root))]
    while pending:
        folder, below, real = pending.pop()
        try:
            with os.scandir(folder) as listing:
                entries = [entry for entry in listing if not entry.name.startswith(".")]
        except OSError as error:
            search.problems.append(unreadable(folder, error))
            continue
        for entry in entries:
            names = (*below, entry.name)
            if entry.is_dir(follow_symlinks=False):
                pending.append((entry.path, names, os.path.join(real, entry.name)))
                continue
            if entry.name.lower() in _ABOUT_THE_FOLDER:
                continue
            is_metadata = entry.name == FILE_NAME
            if not is_metadata and os.path.splitext(entry.name)[1].lower() not in suffixes:
                continue
            if not os.path.isfile(entry.path):  # a pipe would block, a broken link is a loss
                problem = FileNotFoundError(0, "it is no file, or a broken link")
                search.problems.append(unreadable(entry.path, problem))
                continue
            real_path = os.path.join(real, entry.name)
            if entry.is_symlink():
                real_path = os.path.realpath(real_path)
            found = Found(entry.path, base + names, len(names), real_path)
            (search.metadata if is_metadata else search.articles).append(found)


def _missing(path: str) -> ClaimcheckError | None:
    """Why there is nothing at `path`, with the nearest name there is; None if there is."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        nearest = _nearest(path)
        step = f"Did you mean {nearest}?" if nearest else "Check its spelling"
        cause = "nothing matches" if _is_glob(path) else "there is no such file or folder"
        return UsageError(cause, place=Place(shown(path)), next_step=step)
    except OSError as error:
        return unreadable(path, error)
    return None


def _is_glob(path: str) -> bool:
    return any(sign in path for sign in "*?[")


def _nearest(path: str) -> str | None:
    """`path` with its first missing part replaced by the name there that is most like it."""
    parts = PurePath(path).parts
    for i, part in enumerate(parts):
        folder = os.path.join(*parts[:i]) if i else "."
        if os.path.lexists(os.path.join(folder, part)):
            continue
        try:
            names = {name.casefold(): name for name in sorted(os.listdir(folder))}
        except OSError:
            return None
        close = get_close_matches(part.casefold(), names, n=1)
        if not close:
            return None
        corrected = os.path.join(*parts[:i], names[close[0]])
        whole = os.path.join(corrected, *parts[i + 1 :])
        return shown(whole if os.path.lexists(whole) else corrected)
    return None
