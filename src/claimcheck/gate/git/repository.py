"""The repository: what Git knows of a folder, asked of the `git` command.

Read only: nothing here writes to a repository, its index or its working tree.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from claimcheck.errors import Place, UsageError

_CHECKOUTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit: its hash, its author's day in ISO form, its author and its first line."""

    id: str
    day: str
    author: str
    subject: str


class Repository:
    """The repository that a folder lies in. Raises UsageError where there is none, or no Git."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        top = self._git("rev-parse", "--show-toplevel").decode(errors="surrogateescape")
        self.root = Path(top.rstrip("\n"))

    def commit(self, revision: str) -> str:
        """The hash of the commit that a revision names; UsageError where it names none."""
        try:
            found = self._git(
                "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
            )
        except UsageError:
            raise UsageError(
                f"there is no Git revision {revision!r} here",
                next_step="Name a commit, a branch or a tag; a shallow clone has to fetch it first:"
                " git fetch --depth=1 origin BRANCH",
            ) from None
        return found.decode().strip()

    def relative(self, path: Path) -> PurePosixPath | None:
        """A path below the root as Git names it; None for one that is not in the repository."""
        absolute = Path(os.path.realpath(path.parent)) / path.name
        try:
            below = absolute.relative_to(os.path.realpath(self.root))
        except ValueError:
            below = None
        return PurePosixPath(below.as_posix()) if below is not None else None

    def content(self, revision: str, path: Path) -> bytes | None:
        """The file at a path as it was in a revision; None where it was not there."""
        below = self.relative(path)
        commit = self.commit(revision)
        return self._blob(commit, str(below)) if below is not None else None

    def history(self, path: Path) -> list[tuple[Commit, bytes | None]]:
        """The commits that changed a file, the first one first, and the file after each, also under
        the name that it had then; None where the commit removed it."""
        below = self.relative(path)
        if below is None or not self._git("rev-list", "--all", "-n1"):
            return []
        form = "--format=%x01%H%x00%as%x00%aN%x00%s"
        log = self._git(
            *("-c", "core.quotePath=false", "log", "--follow", "--name-only", form),
            *("--", str(self.root / below)),
        )
        found: list[tuple[Commit, bytes | None]] = []
        for record in log.split(b"\x01")[1:]:
            head, _, name = record.partition(b"\n")
            commit = Commit(*head.decode(errors="replace").split("\0"))
            found.append((commit, self._blob(commit.id, os.fsdecode(name.strip()))))
        return found[::-1]

    def export(
        self, revision: str, folder: Path, names: Collection[str], roots: Collection[str]
    ) -> None:
        """Writes the files of a revision below `folder`, as they lie below the root: those that lie
        in `roots`, or are named one of them, and everything called one of `names`. A file that was
        renamed since has the name that it has now.

        Links and submodules are left out: they hold no text of their own.
        """
        commit = self.commit(revision)
        renamed = self._renamed(commit)
        wanted: list[tuple[str, Path]] = []
        for line in self._git("ls-tree", "-r", "-z", "--full-tree", commit).split(b"\0"):
            if not line.startswith(b"100"):
                continue
            head, _, name = line.partition(b"\t")
            path = name.decode(errors="surrogateescape")
            path = renamed.get(path, path)
            if path.rpartition("/")[2] in names or _within(path, roots):
                wanted.append((head.split()[2].decode(), folder / path))
        blobs = self._blobs([blob for blob, _ in wanted])
        for (_, file), data in zip(wanted, blobs, strict=True):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)

    def _renamed(self, commit: str) -> dict[str, str]:
        """The files that were renamed since a commit, each with its new name."""
        told = self._git("diff", "-z", "--name-status", "--find-renames", "--diff-filter=R", commit)
        parts = told.decode(errors="surrogateescape").split("\0")
        return dict(zip(parts[1::3], parts[2::3], strict=False))

    def _blob(self, commit: str, name: str) -> bytes | None:
        """The file of a commit by its name below the root; None where it has none."""
        listed = self._git("ls-tree", "-z", "--full-tree", commit, "--", name)
        return self._git("cat-file", "blob", f"{commit}:{name}") if listed else None

    def _blobs(self, ids: list[str]) -> Iterator[bytes]:
        """The contents of blobs, in order; one process for all of them."""
        if not ids:
            return
        told = self._git("cat-file", "--batch", stdin="".join(f"{i}\n" for i in ids).encode())
        at = 0
        for _ in ids:
            end = told.index(b"\n", at)
            size = int(told[at:end].split()[2])
            yield told[end + 1 : end + 1 + size]
            at = end + size + 2

    def _git(self, *arguments: str, stdin: bytes = b"") -> bytes:
        return git(self._folder, *arguments, stdin=stdin)


def checkout(here: Path) -> Path:
    """The folder that tools take paths from: what a build has checked out, as GitHub and GitLab say
    it, or else the repository, where `here` lies in one; `here` itself where it does not."""
    real = Path(os.path.realpath(here))
    for name in _CHECKOUTS:
        told = os.environ.get(name)
        if told and real.is_relative_to(root := Path(os.path.realpath(told))):
            return root
    try:
        return Path(os.path.realpath(Repository(here).root))
    except UsageError:
        return real


def author(folder: Path) -> str:
    """Who works here, as Git is told: "Name <address>"; empty where nobody told it."""
    try:
        name = git(folder, "config", "user.name").decode(errors="replace").strip()
        address = git(folder, "config", "user.email").decode(errors="replace").strip()
    except UsageError:
        return ""
    return f"{name} <{address}>" if name and address else ""


def git(folder: Path, *arguments: str, stdin: bytes = b"") -> bytes:
    """What a git command prints. Raises UsageError where it fails, with what it says."""
    place = Place(folder.as_posix())
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=folder, input=stdin, capture_output=True, check=False
        )
    except OSError as error:
        cause = f"git cannot be run: {error.strerror or error}"
        raise UsageError(cause, place=place, next_step="Install git") from error
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        cause = f"git says: {said[0].removeprefix('fatal: ')}" if said else "git failed"
        step = "Run claimcheck in a Git repository, or leave the option out"
        raise UsageError(cause, place=place, next_step=step)
    return done.stdout


def _within(path: str, roots: Collection[str]) -> bool:
    return any(root in ("", ".") or path == root or path.startswith(f"{root}/") for root in roots)
