"""The baseline: the findings that somebody has accepted, a line each, in a file under version
control.

The first line is a header with schema, version and rules digest; each other line is an entry as
JSON, sorted by id, without times, offsets or totals, so that two branches change different lines.
What Git's union merge makes of two such files loads: lines may come in any order and twice.
"""

from __future__ import annotations

import codecs
import os
import re
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

import msgspec

from claimcheck.errors import Place, UsageError
from claimcheck.gate.baseline.entries import Entry

SCHEMA: Literal["claimcheck.baseline/1"] = "claimcheck.baseline/1"

REASONS: dict[str, str] = {
    "known": "they differ, and that is left as it is for now",
    "misread": "claimcheck misread the words of one side",
    "another-thing": "the two sides speak of two things",
    "another-time": "the two sides speak of two times",
    "both-hold": "both are right, for a reason that only people know",
    "corrected": "one of the two was corrected where it was published",
}
"""Why a finding may be accepted: the word, and what it says."""


class Header(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The first line: which claimcheck wrote the file, with which rules."""

    schema: Literal["claimcheck.baseline/1"] = SCHEMA
    version: str
    rules_digest: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """The entries of a file in order of their ids, the line on which each stands by id, and the
    rules under which it was written: more than one digest after a merge, none where it is new."""

    path: str
    entries: tuple[Entry, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)
    rules_digests: frozenset[str] = frozenset()

    def place(self, entry: Entry) -> Place:
        """The line of an entry of this baseline."""
        return Place(self.path, self.lines[entry.id])


def load(path: Path) -> tuple[Baseline, list[UsageError]]:
    """The baseline in a file, and every mistake in it, with its place.

    Of an entry that stands there twice the one that holds longer counts, and what either says of
    values, words and documents.
    """
    shown = path.as_posix()
    try:
        data = path.read_bytes()
    except OSError as error:
        cause = f"the baseline cannot be read: {error.strerror or error}"
        step = "`claimcheck baseline accept` writes it; or name another with --baseline"
        return Baseline(shown), [UsageError(cause, place=Place(shown), next_step=step)]
    return parse(data, shown)


def parse(data: bytes, path: str) -> tuple[Baseline, list[UsageError]]:
    """The baseline in the bytes of a file; see `load`."""
    problems: list[UsageError] = []
    digests: set[str] = set()
    entries: dict[str, Entry] = {}
    lines: dict[str, int] = {}
    headers = 0
    for number, line in enumerate(data.removeprefix(codecs.BOM_UTF8).splitlines(), start=1):
        if not line.strip():
            continue
        try:
            if b'"claimcheck.baseline/' in line and line.lstrip().startswith(b'{"schema"'):
                digests.add(_header(line).rules_digest)
                headers += 1
                continue
            entry = _ENTRY.decode(line)
            _check(entry)
        except (msgspec.DecodeError, UnicodeDecodeError, ValueError) as error:
            problems.append(_mistake(line, str(error), Place(path, number)))
            continue
        lines.setdefault(entry.id, number)
        held = entries.get(entry.id)
        entries[entry.id] = _merged(held, entry) if held else entry
    if not (headers or problems):
        cause = "its first line, the header, is missing, or this is no baseline of claimcheck"
        problems.append(UsageError(cause, place=Place(path, 1), next_step=_RESTORE))
    ordered = tuple(entry for _, entry in sorted(entries.items()))
    return Baseline(path, ordered, lines, frozenset(digests)), problems


def dump(entries: Iterable[Entry], *, version: str, rules_digest: str) -> bytes:
    """The file that holds these entries: equal entries give equal bytes."""
    header = Header(version=version, rules_digest=rules_digest)
    lines = [header, *sorted(entries, key=lambda e: e.id)]
    return b"".join(msgspec.json.encode(line) + b"\n" for line in lines)


def save(path: Path, data: bytes) -> None:
    """Writes a baseline as a whole or not at all; a link stays one. Raises UsageError where it
    cannot, and where `CI` is set: who accepts a finding is a person, and sees what they accept."""
    if os.environ.get("CI", "").casefold() not in ("", "0", "false"):
        raise UsageError(
            "a baseline is not written in CI (the variable CI is set)",
            place=Place(path.as_posix()),
            next_step="Run the command where you work, and commit the file",
        )
    path = Path(os.path.realpath(path))
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            os.chmod(file.name, path.stat().st_mode & 0o7777)
        else:
            os.chmod(file.name, 0o666 & ~_umask())
        os.replace(file.name, path)
    except OSError as error:
        raise UsageError(
            f"the baseline cannot be written: {error.strerror or error}",
            place=Place(path.as_posix()),
            next_step="Name a file that may be written, in a folder that exists",
        ) from error


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


_ENTRY = msgspec.json.Decoder(Entry)
_ID = re.compile(r"[0-9a-f]{64}")
_CONFLICT = (b"<<<<<<<", b"=======", b">>>>>>>", b"|||||||")
_RESTORE = (
    "Take the file from version control again; or delete it, and accept anew with"
    " `claimcheck baseline accept`"
)


def _header(line: bytes) -> Header:
    return msgspec.json.decode(line, type=Header)


def _check(entry: Entry) -> None:
    """Raises ValueError for what the types do not see."""
    if not _ID.fullmatch(entry.id):
        raise ValueError("`id` is no fingerprint of 64 hexadecimal digits")
    if entry.reason not in REASONS:
        raise ValueError(f"`reason` is {entry.reason!r}, and none of {', '.join(REASONS)}")
    if entry.until is not None:
        try:
            date.fromisoformat(entry.until)
        except ValueError:
            raise ValueError(f"`until` is {entry.until!r}, and no day such as 2027-01-31") from None


def _mistake(line: bytes, cause: str, place: Place) -> UsageError:
    if line.startswith(_CONFLICT):
        cause = "a conflict of a merge is left here"
        step = "Remove the marks and keep the lines of both sides: twice the same does no harm"
    elif '"claimcheck.baseline/' in (text := line.decode(errors="replace")):
        cause, step = f"this header is of another claimcheck: {cause}", _RESTORE
    elif not text.lstrip().startswith("{"):
        cause, step = "this line is no JSON object", _RESTORE
    else:
        cause, step = f"this line is no entry: {cause}", _RESTORE
    return UsageError(cause, place=place, next_step=step)


def _merged(one: Entry, other: Entry) -> Entry:
    """Two acceptances of one finding as one; which came first does not matter."""
    longer, shorter = sorted((one, other), key=lambda e: (e.until is not None, _late(e), *_text(e)))
    sides = tuple(
        msgspec.structs.replace(
            a,
            values=tuple(sorted({*a.values, *b.values})),
            sentences=tuple(sorted({*a.sentences, *b.sentences})),
            docs=tuple(sorted({*a.docs, *b.docs})),
        )
        for a, b in zip(longer.sides, shorter.sides, strict=True)
    )
    return msgspec.structs.replace(longer, sides=(sides[0], sides[1]))


def _late(entry: Entry) -> int:
    return -date.fromisoformat(entry.until).toordinal() if entry.until else 0


def _text(entry: Entry) -> tuple[str, ...]:
    return entry.reason, entry.note, entry.by, msgspec.json.encode(entry).decode()
