"""What a person needs to know where something is odd: what is there, found and set up."""

from __future__ import annotations

import os
import platform
import re
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Literal

from claimcheck import __version__
from claimcheck.articles.corpus import Corpus, read
from claimcheck.cli.inputs import read_rules
from claimcheck.config import Config, load
from claimcheck.errors import ClaimcheckError, UsageError
from claimcheck.gate.baseline import file as baseline_file
from claimcheck.gate.selection import exclusion_notes
from claimcheck.quantities.wording import counted
from claimcheck.store.extractions import open_store


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was looked at; `exit_code` is what a problem ends the command with."""

    state: Literal["ok", "note", "problem"]
    text: str
    next_step: str = ""
    exit_code: int = 0

    def __str__(self) -> str:
        return f"{self.state:<8} {self.text}" + (f". {self.next_step}" if self.next_step else "")


def diagnosis(paths: Sequence[str], config_file: str | None = None) -> Iterator[Line]:
    """Everything that is looked at, in one order; `paths` are those of the configuration where
    they are empty."""
    yield Line("ok", f"Python {platform.python_version()}")
    yield Line("ok", f"claimcheck {__version__}")
    config, mistakes = load(config_file)
    rules, wrong = read_rules(config)
    # A name that no rule has is a mistake of the configuration, wherever it shows.
    misnamed = [p for p in wrong if isinstance(p, UsageError)]
    yield from _configuration(config, [*mistakes, *misnamed])
    yield from _problems(p for p in wrong if p not in misnamed)
    folder = config.rules_folder.as_posix() if config.rules_folder else "shipped"
    yield Line("ok", f"rules: {len(rules.packs)} packs ({folder}), digest {rules.digest}")
    yield from _articles(tuple(paths) or config.articles, config)
    yield from _baseline(config, rules.digest)
    yield from _git()
    yield from _cache(config)
    yield from _extras()


def _configuration(config: Config, mistakes: Sequence[ClaimcheckError]) -> Iterator[Line]:
    if config.file is None and not mistakes:
        step = 'Write paths = ["articles"] in claimcheck.toml to name the articles once'
        yield Line("note", "configuration: none is found, the defaults hold", step)
    elif not mistakes:
        yield Line("ok", f"configuration: {config.file}")
    yield from _problems(mistakes)


def _problems(problems: Iterable[ClaimcheckError]) -> Iterator[Line]:
    for p in dict.fromkeys(problems):
        place = f"{p.place}: " if p.place else ""
        yield Line("problem", f"{place}{p.cause}", p.next_step, p.exit_code)


def _articles(paths: tuple[str, ...], config: Config) -> Iterator[Line]:
    """The articles that the paths name, by format, what was set aside, and what cannot be read."""
    if not paths:
        step = "Name files or folders, or write `paths` in the configuration"
        yield Line("note", "articles: no path is named", step)
        return
    corpus = read(*paths, exclusion=config.exclusion)
    state: Literal["ok", "note"] = "ok" if corpus.articles else "note"
    yield Line(state, f"articles: {len(corpus.articles)}{_by_format(corpus)}")
    for reason, n in sorted(Counter(a.reason for a in corpus.set_aside).items()):
        yield Line("note", f"articles: {n} set aside, as {reason}")
    if corpus.excluded:
        yield Line("ok", f"articles: {counted(len(corpus.excluded), 'file')} excluded")
    if paths == config.articles:
        for note in exclusion_notes(corpus.unmatched, config):
            where = f"{note.place}: " if note.place else ""
            yield Line("note", f"{where}{note.text}", note.next_step)
    yield from _problems(corpus.problems)


def _by_format(corpus: Corpus) -> str:
    formats = Counter(
        os.path.splitext(a.path)[1].lower() or "no suffix" if a.path else "standard input"
        for a in corpus.articles
    )
    counts = ", ".join(f"{n} {suffix}" for suffix, n in sorted(formats.items()))
    return f" ({counts})" if counts else ""


def _baseline(config: Config, rules_digest: str) -> Iterator[Line]:
    """What is to be said of the baseline: how many entries it has, and with which rules."""
    path = config.baseline_file
    named = config.origin("baseline") != "default"
    if not (path.is_file() or named):
        yield Line("note", f"baseline: there is no {path.as_posix()}, so every finding is new")
        return
    baseline, mistakes = baseline_file.load(path)
    if not mistakes:
        count = counted(len(baseline.entries), "accepted finding")
        yield Line("ok", f"baseline: {path.as_posix()}, {count}")
    if not baseline.rules_digests <= {rules_digest}:
        step = "See what `claimcheck check` says, then claimcheck baseline accept --all"
        yield Line("note", "baseline: it was made with other rules", step)
    yield from _problems(mistakes)


def _cache(config: Config) -> Iterator[Line]:
    """What is to be said of the cache: how much it holds, or why it cannot."""
    folder = config.cache_folder
    if folder is None:
        yield Line("ok", "cache: none is configured")
        return
    there = next((f for f in (folder, *folder.absolute().parents) if f.exists()), Path())
    if not (there.is_dir() and os.access(there, os.W_OK | os.X_OK)):
        step = "Name another folder as `cache`, or write cache = false"
        yield Line("problem", f"cache: {folder.as_posix()} cannot be written", step, 2)
    elif not folder.is_dir():
        yield Line("ok", f"cache: {folder.as_posix()} is empty")
    else:
        with open_store(folder) as store:
            info = store.info()
        held = f"{counted(info.rows, 'row')}, {info.bytes / 1e6:.1f} MB"
        yield Line("ok", f"cache: {folder.as_posix()}, {held}")
        for note in store.notes:
            yield Line("note", f"cache: {note}")


def _git() -> Iterator[Line]:
    if shutil.which("git"):
        yield Line("ok", "git: found")
    else:
        step = "Install it to compare with another revision"
        yield Line("note", "git: not found", step)


_REQUIREMENT = re.compile(r"([\w.-]+).*;.*\bextra\s*==\s*[\"']([\w-]+)[\"']")
_NO_FORMATS = ("all", "dev")


def _extras() -> Iterator[Line]:
    """Each extra, and whether all that it asks for is installed."""
    asked: dict[str, list[str]] = {}
    for requirement in metadata.requires("claimcheck") or []:
        if (found := _REQUIREMENT.match(requirement)) and found[2] not in _NO_FORMATS:
            asked.setdefault(found[2], []).append(found[1])
    for extra, distributions in sorted(asked.items()):
        missing = sorted(name for name in distributions if not _is_installed(name))
        if missing:
            step = f'Install it, where it is needed: pip install "claimcheck[{extra}]"'
            yield Line("note", f"extra {extra}: not installed ({', '.join(missing)})", step)
        else:
            yield Line("ok", f"extra {extra}: installed")


def _is_installed(distribution: str) -> bool:
    try:
        metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return False
    return True
