"""The configuration: what a project says once, so that nobody types it again.

It is read from `claimcheck.toml`, or from `[tool.claimcheck]` in pyproject.toml, of the current
folder or the nearest above it, no further up than the folder of the Git repository. Paths in it are
relative to its own folder.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

from platformdirs import user_cache_dir

from claimcheck.articles.exclusion import Exclusion
from claimcheck.articles.paths import shown, unreadable
from claimcheck.articles.tomlfile import TomlFile, did_you_mean, parse
from claimcheck.claims import attributes
from claimcheck.claims.rulepacks import Rules
from claimcheck.errors import Place, UsageError
from claimcheck.settings import ATTRIBUTE, FLOORS, KEYS, Reader, Unfit
from claimcheck.verdicts.comparison import Grade

FILE_NAME = "claimcheck.toml"
PROJECT_FILE = "pyproject.toml"
BASELINE = "claimcheck-baseline.jsonl"

FailOn: TypeAlias = Literal["new", "all", "never"]

_TABLE = ("tool", "claimcheck")
_SYNTAX = "Correct it; `claimcheck config show` reads nothing else"
_FLATTEN = "Write plain values, [floors] and [attributes.NAME]"


@dataclass(frozen=True, slots=True)
class Floors:
    """What a run must not fall below: so many documents and claims, and by what share, from 0 to 1,
    either may have dropped since the revision that it is held against; None where any may."""

    documents: int = 1
    claims: int = 1
    largest_drop: float | None = None


@dataclass(frozen=True, slots=True)
class Strictness:
    """What is said of one attribute: the grade that it fails from, None for that of all others, and
    the share of the greater value by which two of its values may differ."""

    min_grade: Grade | None = None
    tolerance: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The value of every key as it is written, and in `places` where.

    `file` is the configuration file, None where there is none, and `folder` its folder, both as
    they are named from the current folder. `commanded` are the keys that an option decides.
    """

    paths: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    rules: str | None = None
    baseline: str = BASELINE
    select: tuple[str, ...] = ("*",)
    ignore: tuple[str, ...] = ()
    fail_on: FailOn = "new"
    min_grade: Grade = "moderate"
    strict_baseline: bool = False
    allow_incomplete: bool = False
    cache: str | bool = True
    floors: Floors = Floors()
    attributes: Mapping[str, Strictness] = field(default_factory=lambda: MappingProxyType({}))
    file: str | None = None
    folder: str = "."
    places: Mapping[tuple[str, ...], Place] = field(default_factory=lambda: MappingProxyType({}))
    commanded: frozenset[str] = frozenset()

    def commanding(self, **options: Any) -> Config:
        """The configuration in which options of the command line win: those that are not None."""
        given = {key: value for key, value in options.items() if value is not None}
        return replace(self, **given, commanded=self.commanded | set(given))

    def origin(self, *keys: str) -> str:
        """Where a value comes from: file:line:column, `command line` or `default`."""
        if keys[0] in self.commanded:
            return "command line"
        return str(self.places.get(keys, "default"))

    @property
    def articles(self) -> tuple[str, ...]:
        """The paths of the articles, from the current folder."""
        return tuple(self._from_here("paths", path) for path in self.paths)

    @property
    def exclusion(self) -> Exclusion:
        """Which of them are not read; the baseline never is."""
        own = frozenset([os.path.realpath(self.baseline_file)])
        return Exclusion(self.folder, self.exclude, own)

    @property
    def rules_folder(self) -> Path | None:
        """The folder of the rule packs; None for those that come with claimcheck."""
        return Path(self._from_here("rules", self.rules)) if self.rules else None

    @property
    def baseline_file(self) -> Path:
        """The baseline, which need not be there."""
        return Path(self._from_here("baseline", self.baseline))

    @property
    def cache_folder(self) -> Path | None:
        """The folder of the cache, which need not be there; None where there is to be none."""
        if isinstance(self.cache, str):
            return Path(self._from_here("cache", self.cache))
        return Path(user_cache_dir("claimcheck", appauthor=False)) if self.cache else None

    @property
    def min_grades(self) -> dict[str, Grade]:
        """The grade from which findings fail a run, of the rules that have one of their own."""
        return {name: own.min_grade for name, own in self.attributes.items() if own.min_grade}

    @property
    def tolerances(self) -> dict[str, float]:
        """The tolerance of each attribute that has one."""
        return {name: own.tolerance for name, own in self.attributes.items() if own.tolerance}

    def selects(self, rule: str) -> bool:
        """Whether findings of a rule are reported: some pattern selects and none ignores it."""
        return _any_match(self.select, rule) and not _any_match(self.ignore, rule)

    def misnamed(self, rules: Rules) -> list[UsageError]:
        """A mistake for everything that is said of an attribute which there cannot be under these
        rules, or which has no such thing."""
        known = list(attributes.names(rules))
        wrong: list[tuple[str, str, tuple[str, ...]]] = []
        named = [(name, (key,)) for key in ("select", "ignore") for name in getattr(self, key)]
        for name, keys in [*named, *((name, ("attributes", name)) for name in self.attributes)]:
            if not attributes.may_match(name, rules):
                step = did_you_mean(name, known) or "`claimcheck check` shows the rule of a finding"
                wrong.append((f'there is no rule "{name}"', step, keys))
        for name, own in self.attributes.items():
            if own.tolerance and not attributes.proportional(name, rules):
                cause = f"a share of a value of {name!r} means nothing, so it has no tolerance"
                wrong.append((cause, "Remove it", ("attributes", name, "tolerance")))
        return [
            UsageError(cause, place=self.places.get(keys), next_step=step)
            for cause, step, keys in wrong
        ]

    def values(self) -> Iterator[tuple[tuple[str, ...], object]]:
        """Every key that a file may have, as the way to it, with its value."""
        for key in KEYS:
            yield (key,), getattr(self, key)
        for key in FLOORS:
            yield ("floors", key), getattr(self.floors, key)
        for name, own in sorted(self.attributes.items()):
            for key in ATTRIBUTE:
                yield ("attributes", name, key), getattr(own, key)

    def _from_here(self, key: str, path: str) -> str:
        """A path as it is named from the current folder: an option's is so already."""
        at_home = self.folder == "." or key in self.commanded
        return path if at_home else os.path.join(self.folder, path)


def load(named: str | None = None) -> tuple[Config, list[UsageError]]:
    """The configuration in the file `named`, or else the one found from the current folder
    upwards, and every mistake in it; of a wrong value the default stands. Where there is no file,
    every value is the default."""
    if named is not None:
        file, table = _opened(named)
        if table is None and not file.problems:
            file.mistake("it has no table [tool.claimcheck]", "Write it, or name another file")
        return _config(file, table or {})
    for path in _candidates():
        file, table = _opened(path)
        if table is not None or (file.problems and _concerns_us(file)):
            return _config(file, table or {})
    return Config(), []


def _candidates() -> Iterator[str]:
    """The files that may be the configuration, the nearest first, named from the current folder."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        for name in (FILE_NAME, PROJECT_FILE):
            if os.path.isfile(folder / name):  # False as well where nobody may look
                yield os.path.relpath(folder / name, here)
        if os.path.exists(folder / ".git"):
            return


def _opened(path: str) -> tuple[TomlFile, Mapping[str, object] | None]:
    """A file, and the table that is the configuration; None where it has none."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        why = unreadable(path, error)
        problem = UsageError(why.cause, place=why.place, next_step=why.next_step)
        return TomlFile(shown(path), problems=[problem]), None
    file = parse(data, shown(path), flatten=_FLATTEN, syntax=_SYNTAX)
    if os.path.basename(path) != PROJECT_FILE:
        return file, None if file.problems else file.values
    table: object = file.values
    for i, key in enumerate(_TABLE):
        if not isinstance(table, dict) or key not in table:
            return file, None
        table = file.table(table[key], f"`{key}`", _FLATTEN, *_TABLE[: i + 1])
    assert isinstance(table, dict)
    return file, table


def _concerns_us(file: TomlFile) -> bool:
    """Whether a file that cannot be read as TOML may be a configuration: a broken pyproject.toml of
    somebody else's is somebody else's."""
    return os.path.basename(file.path) != PROJECT_FILE or ".".join(_TABLE) in file.text


def _config(file: TomlFile, table: Mapping[str, object]) -> tuple[Config, list[UsageError]]:
    """The configuration that a table is, and every mistake in it."""
    above = _TABLE if os.path.basename(file.path) == PROJECT_FILE else ()
    places: dict[tuple[str, ...], Place] = {}

    def read(
        table: Mapping[str, object], readers: Mapping[str, Reader], *keys: str, also: str = ""
    ) -> dict[str, Any]:
        """The values of a table that are what they should be; `also` names the keys that others
        read."""
        file.unknown_keys(table, (*readers, *also.split()), *above, *keys)
        good: dict[str, Any] = {}
        for key, reader in readers.items():
            if key not in table:
                continue
            try:
                good[key] = reader(table[key])
                places[*keys, key] = file.place(*above, *keys, key)
            except Unfit as unfit:
                file.mistake(f"`{key}` {unfit}", unfit.next_step, *above, *keys, key)
        return good

    values = read(table, KEYS, also="floors attributes")
    for key in ("floors", "attributes"):
        below = file.table(table.get(key, {}), f"`{key}`", _FLATTEN, *above, key)
        if key == "floors":
            values[key] = Floors(**read(below, FLOORS, key))
            continue
        own: dict[str, Strictness] = {}
        for name, said in below.items():
            places[key, name] = file.place(*above, key, name)
            of_one = file.table(said, f'the entry "{name}"', _FLATTEN, *above, key, name)
            own[name] = Strictness(**read(of_one, ATTRIBUTE, key, name))
        values[key] = MappingProxyType(own)
    folder = os.path.dirname(file.path) or "."
    config = Config(**values, file=file.path, folder=folder, places=MappingProxyType(places))
    if config.rules_folder and not config.rules_folder.is_dir():
        step = "Name a folder of rule packs, from the folder of this file"
        file.mistake(f'there is no folder "{config.rules}"', step, *above, "rules")
    return config, sorted(file.problems, key=_position)


def _position(problem: UsageError) -> tuple[int, int]:
    place = problem.place
    return (place.line or 0, place.column or 0) if place else (0, 0)


def _any_match(patterns: tuple[str, ...], rule: str) -> bool:
    return any(fnmatchcase(rule, pattern) for pattern in patterns)
