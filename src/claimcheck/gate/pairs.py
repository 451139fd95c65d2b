"""Pairs of texts for `claimcheck compare`: a JSON object a line in, a verdict a line out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from claimcheck.claims.rulepacks import Rules
from claimcheck.errors import InputError, Place
from claimcheck.pipeline import compare


class Pair(msgspec.Struct, frozen=True):
    """Two texts of one event. Other fields of a line are passed over."""

    id: str | int
    premise: str
    hypothesis: str


class Judged(msgspec.Struct, frozen=True):
    """The verdict on a pair, as a line holds it (design.md 6)."""

    id: str | int
    verdict: str
    basis: str
    grade: str
    severity: float
    explanation: str


def read_pairs(path: Path) -> tuple[list[Pair], list[InputError]]:
    """The pairs of a JSONL file in UTF-8, and every line that is none, with its place."""
    pairs: list[Pair] = []
    problems: list[InputError] = []
    decode = msgspec.json.Decoder(Pair).decode
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        step = "See that the file is there and that you may read it"
        return [], [_mistake(f"cannot be read: {error.strerror}", Place(str(path)), step)]
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            pairs.append(decode(line))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            step = 'A line is {"id": …, "premise": "…", "hypothesis": "…"}'
            problems.append(_mistake(str(error), Place(str(path), number), step))
    return pairs, problems


def _mistake(cause: str, place: Place, step: str) -> InputError:
    return InputError(cause, place=place, next_step=step)


def judged(pairs: Iterable[Pair], rules: Rules | None = None) -> Iterator[Judged]:
    """The verdict on each pair, in order."""
    for pair in pairs:
        found = compare(pair.premise, pair.hypothesis, rules)
        yield Judged(
            pair.id, found.verdict, found.basis, found.grade, found.severity, found.explanation
        )
