"""Writing: stdout has the product only; what went wrong goes to stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import click

from claimcheck.errors import ClaimcheckError, Place, UsageError, visible


def write_text(content: str, output: str | None) -> None:
    """Text for a terminal, in which no character of an article may act as a command to it."""
    write(visible(content).encode(), output)


def write(content: bytes, output: str | None) -> None:
    """The product: to the file `output`, or to stdout where it is None or `-`."""
    if output is None or output == "-":
        if sys.stdout is None:  # it was closed before we began
            return
        try:
            sys.stdout.buffer.write(content)
            sys.stdout.flush()
        except BrokenPipeError:
            # Who read our output has gone, which is their right: the exit code still tells.
            _leave(sys.stdout)
        except OSError as error:
            _leave(sys.stdout)
            step = "See that what it goes to can take it"
            cause = f"standard output cannot be written: {error.strerror or error}"
            raise UsageError(cause, next_step=step) from error
        return
    with _writing(output):
        Path(output).write_bytes(content)


def append(content: bytes, output: str) -> None:
    """The product, behind what the file has already."""
    with _writing(output), Path(output).open("ab") as file:
        file.write(content)


@contextmanager
def _writing(output: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UsageError(
            f"it cannot be written: {error.strerror or error}",
            place=Place(output),
            next_step="Name a file that may be written, in a folder that exists",
        ) from error


def report_problems(problems: Iterable[ClaimcheckError]) -> None:
    """Each mistake once, to stderr."""
    for line in dict.fromkeys(f"error: {problem}" for problem in problems):
        say(line)


def report_notes(notes: Iterable[object]) -> None:
    """What is to be noted, to stderr."""
    for note in notes:
        say(f"note: {note}")


def say(line: str) -> None:
    """A line to stderr, where paths and packs are hostile text as well. Where nobody can read it,
    the exit code still tells."""
    try:
        click.echo(visible(line), err=True)
    except OSError:
        _leave(sys.stderr)


def _leave(stream: IO[str]) -> None:
    """Sends what Python would flush at its end nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
