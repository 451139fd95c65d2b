"""The corpus: the articles that paths name, in one order, whatever order they were named in."""

from __future__ import annotations

import dataclasses
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import IO, Any, TypeAlias

from claimcheck.articles import jsonl, metadata, plain
from claimcheck.articles.article import Article
from claimcheck.articles.directives import Directive, directives
from claimcheck.articles.exclusion import Exclusion
from claimcheck.articles.html import reader as html
from claimcheck.articles.language import foreign
from claimcheck.articles.markdown import reader as markdown
from claimcheck.articles.paths import Found, Search, each_once, find, shown, unreadable
from claimcheck.articles.reading import Reader, Reading
from claimcheck.articles.revisions import earlier_id, is_before, latest
from claimcheck.errors import ClaimcheckError, InputError, Place, UsageError

# A format is a module with a `read`, and a line here.
READERS: Mapping[str, Reader] = {
    ".txt": plain.read,
    ".text": plain.read,
    ".jsonl": jsonl.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
}

# The parts of an absolute path.
Folder: TypeAlias = tuple[str, ...]

_STDIN_PATH, _STDIN_ID = "-", "stdin"


@dataclass(frozen=True, slots=True)
class SetAsideArticle:
    """An article that was read but is not checked, and why."""

    article: Article
    reason: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles sorted by id, no two with one id; everything that could not be read; and the
    articles that are in another language than English, by what is told of them or by their words.

    `directives` are what they ask not to be held to. `excluded` are the files that an exclusion
    kept from being read, `unmatched` those of its patterns that matched none.
    """

    articles: tuple[Article, ...]
    problems: tuple[ClaimcheckError, ...]
    set_aside: tuple[SetAsideArticle, ...]
    directives: tuple[Directive, ...] = ()
    excluded: tuple[str, ...] = ()
    unmatched: tuple[str, ...] = ()


def read(
    *paths: str | Path, stdin: IO[bytes] | None = None, exclusion: Exclusion | None = None
) -> Corpus:
    """The corpus that `paths` name: files, folders, globs, and `-` for standard input.

    An article's id is its path below the folder given, its file's name where the file was given
    singly, or what its JSONL record says; ids that clash are lengthened by parent folders. Of two
    records with one id and other days of publication the earlier is called `ID@DAY`. The
    order of `paths` has no influence, and a file that is reached twice is read once.

    Mistakes are not raised but collected in `problems`, and everything else is still read:
    UsageError for a path that does not exist, for corpus.toml and for a directive, InputError for a
    file, a folder or a record that is no article.
    """
    names = [os.fspath(path) for path in paths]
    search = find((name for name in names if name != _STDIN_PATH), READERS.keys())
    problems = list(search.problems)
    exclusion = exclusion or Exclusion()
    found = [file for file in search.articles if file.real not in exclusion.files]
    hits = {file.path: exclusion.matching(file.path) for file in found}
    used = {pattern for patterns in hits.values() for pattern in patterns}
    files = each_once(file for file in found if not hits[file.path])
    readings = [_read_file(file) for file in files]
    given = {article.id for reading in readings for _, article in reading.articles}
    known, mistakes = _metadata(files, search)
    problems += mistakes

    placed: list[tuple[Place, Article]] = []
    if _STDIN_PATH in names:
        given.add(_STDIN_ID)
        reading = _read_stream(stdin or sys.stdin.buffer)
        problems += reading.problems
        placed += [(at, replace(one, id=_STDIN_ID, path=None)) for at, one in reading.articles]
    for file, name, reading in zip(files, _ids(files, given), readings, strict=True):
        entry = _entry(file, known)
        problems += reading.problems
        placed += [(at, _completed(one, name, *entry)) for at, one in reading.articles]

    if names and not (placed or problems):
        cause, step = "it describes articles and is none", "Name the articles or their folder"
        if used:
            cause, step = "every article is excluded", "Correct `exclude` of the configuration"
        problems.append(InputError(cause, place=Place(shown(min(names))), next_step=step))
    articles, clashes = _one_an_id(placed)
    problems += clashes
    aside = {one.id: reason for one in articles if (reason := foreign(one))}
    told = [directives(one) for one in articles if one.id not in aside]
    problems += [mistake for _, mistakes in told for mistake in mistakes]
    return Corpus(
        articles=tuple(one for one in articles if one.id not in aside),
        problems=tuple(sorted(problems, key=lambda one: (*_position(one.place), one.cause))),
        set_aside=tuple(SetAsideArticle(one, aside[one.id]) for one in articles if one.id in aside),
        directives=tuple(one for ones, _ in told for one in ones),
        excluded=tuple(sorted(shown(path) for path, patterns in hits.items() if patterns)),
        unmatched=tuple(pattern for pattern in exclusion.patterns if pattern not in used),
    )


def _read_file(file: Found) -> Reading:
    try:
        data = Path(file.path).read_bytes()
    except OSError as error:
        return Reading(problems=(unreadable(file.path, error),))
    # A file given singly may have any suffix: who names it says that it is an article.
    reader = READERS.get(Path(file.path).suffix.lower(), plain.read)
    return reader(data, shown(file.path))


def _read_stream(stream: IO[bytes]) -> Reading:
    try:
        data = stream.read()
    except OSError as error:  # a shell may well have opened a folder
        return Reading(problems=(unreadable(_STDIN_PATH, error),))
    return plain.read(data, _STDIN_PATH)


def _ids(files: Sequence[Found], taken: Collection[str]) -> list[str]:
    """The ids of `files`: their names, with parent folders before those that would clash."""
    extra = [0] * len(files)
    while True:
        ids = [file.name(more) for file, more in zip(files, extra, strict=True)]
        count = Counter(ids)
        clashing = [
            i
            for i, name in enumerate(ids)
            if (count[name] > 1 or name in taken)
            and files[i].depth + extra[i] < len(files[i].parts)
        ]
        if not clashing:
            return ids
        for i in clashing:
            extra[i] += 1


def _metadata(
    files: Sequence[Found], search: Search
) -> tuple[dict[Folder, metadata.Metadata], list[UsageError]]:
    """The corpus.toml files of the folders given and beside `files`, and the mistakes in them."""
    paths: dict[Folder, str] = {}
    for found in sorted(search.metadata, key=lambda found: found.path):
        paths.setdefault(found.parts[:-1], found.path)
    # Only of a folder given as a whole is it known which articles are not there.
    articles: dict[Folder, set[str]] = {folder: set() for folder in paths}
    for file in search.articles:
        for folder, name in _folders(file):
            if folder in articles:
                articles[folder].add(name)
    for file in files:
        beside = os.path.join(os.path.dirname(file.path), metadata.FILE_NAME)
        if file.parts[:-1] not in paths and os.path.isfile(beside):
            paths[file.parts[:-1]] = beside

    loaded: dict[Folder, metadata.Metadata] = {}
    problems: list[UsageError] = []
    for folder, path in paths.items():
        try:
            data = Path(path).read_bytes()
        except OSError as error:
            why = unreadable(path, error)
            problems.append(UsageError(why.cause, place=why.place, next_step=why.next_step))
            continue
        loaded[folder] = metadata.load(data, shown(path))
        problems += loaded[folder].problems
        if folder in articles:
            problems += loaded[folder].stale(articles[folder])
    return loaded, problems


def _entry(
    file: Found, loaded: Mapping[Folder, metadata.Metadata]
) -> tuple[Mapping[str, str], Sequence[metadata.Ignored]]:
    """What the nearest entry says of `file`, in its own folder or one up to the folder given: its
    fields, and what it is not to be held to."""
    for folder, name in _folders(file):
        if folder in loaded and name in loaded[folder].documents:
            return loaded[folder].documents[name], loaded[folder].ignored[name]
    return {}, ()


def _folders(file: Found) -> Iterator[tuple[Folder, str]]:
    """The folders from the file's own up to the one given, each with the file's name in it."""
    for above in range(1, file.depth + 1):
        yield file.parts[:-above], shown(PurePath(*file.parts[-above:]))


def _completed(
    article: Article, name: str, fields: Mapping[str, str], ignored: Sequence[metadata.Ignored]
) -> Article:
    """`article` with the file's name if it has no id, the fields it does not have itself, and what
    it is not to be held to."""
    new: dict[str, Any] = {k: v for k, v in fields.items() if getattr(article, k) is None}
    return replace(article, id=article.id or name, ignored=tuple(ignored), **new)


def _one_an_id(
    placed: Iterable[tuple[Place, Article]],
) -> tuple[list[Article], list[InputError]]:
    """One article an id, sorted by id: of several the one that stands first in its file. What was
    changed later has an id of its own."""
    versions: defaultdict[str, list[Article]] = defaultdict(list)
    every = list(placed)
    for _, article in every:
        versions[article.id].append(article)
    last = {id_: latest(known) for id_, known in versions.items()}
    named = [
        (at, replace(one, id=earlier_id(one)) if is_before(one, last[one.id]) else one)
        for at, one in every
    ]
    first: dict[str, tuple[Place, Article]] = {}
    problems: list[InputError] = []
    for place, article in sorted(named, key=lambda one: (one[1].id, *_position(one[0]))):
        earlier, kept = first.setdefault(article.id, (place, article))
        if kept is article:
            continue
        differing = [
            field.name
            for field in dataclasses.fields(Article)
            if field.name not in ("path", "line")
            and getattr(article, field.name) != getattr(kept, field.name)
        ]
        if differing:
            problems.append(
                InputError(
                    f'the id "{article.id}" is taken by {earlier}, with another'
                    f" {' and '.join(differing)}",
                    place=place,
                    next_step="Give it an id of its own, or remove one of the two",
                )
            )
    return [article for _, article in first.values()], problems


def _position(place: Place | None) -> tuple[str, int, int]:
    return (place.path, place.line or 0, place.column or 0) if place else ("", 0, 0)
