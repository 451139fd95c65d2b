"""Which format goes where: `--format sarif --output a.sarif --format text`, as often as wanted."""

from __future__ import annotations

import os
from collections.abc import Sequence

import click

from claimcheck.errors import UsageError

_META = "claimcheck.outputs"


class WithOutputs(click.Command):
    """A command that has `--format` and `--output` in pairs: an output is of the format before it,
    or of the one behind it where none stands before."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        values, _, order = self.make_parser(ctx).parse_args(args=list(args))
        given = {name: iter(values.get(name) or ()) for name in ("formats", "outputs")}
        told = [(p.name, next(given[p.name])) for p in order if p.name in given]
        ctx.meta[_META] = told
        return super().parse_args(ctx, args)


def outputs(ctx: click.Context, default: str = "text") -> list[tuple[str, str | None]]:
    """Each format with the file that it goes to, None for stdout.

    Raises UsageError where two formats go to one place, or an output has no format of its own.
    """
    pairs: list[tuple[str, str | None]] = []
    waiting: str | None = None
    for name, value in ctx.meta[_META]:
        if name == "formats":
            pairs.append((value, waiting))
            waiting = None
        elif pairs and pairs[-1][1] is None:
            pairs[-1] = pairs[-1][0], value
        elif waiting is None:
            waiting = value
        else:
            raise UsageError(
                f"--output {value} has no format of its own",
                next_step="Write a --format before each --output",
            )
    if waiting is not None:
        if pairs:
            raise UsageError(
                f"--output {waiting} has no format of its own",
                next_step="Write a --format before each --output",
            )
        pairs.append((default, waiting))
    pairs = [(f, None if o == "-" else o) for f, o in pairs or [(default, None)]]
    _refuse_shared([o for _, o in pairs])
    return pairs


def _refuse_shared(targets: Sequence[str | None]) -> None:
    files = [os.path.realpath(target) if target else None for target in targets]
    for target, file in zip(targets, files, strict=True):
        if files.count(file) > 1:
            where = f"the file {target}" if target else "standard output"
            step = "Give each format an --output of its own"
            raise UsageError(f"several formats go to {where}", next_step=step)
