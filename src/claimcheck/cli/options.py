"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable

import click

GRADES = click.Choice(["minor", "moderate", "major"])
FAIL_ON = click.Choice(["new", "all", "never"])
FORMATS = click.Choice(["text", "json"])
OUTPUT = click.Path(dir_okay=False, allow_dash=True)
FOLDER = click.Path(file_okay=False, exists=True)

rules_option = click.option(
    "--rules", "folder", type=FOLDER, metavar="DIR", help="Other rule packs."
)
GATE_OPTIONS = (
    click.option("--format", "format_", type=FORMATS, default="text", show_default=True),
    click.option("--output", type=OUTPUT, metavar="FILE", help="Write here, not to stdout."),
    click.option("--min-grade", type=GRADES, default="moderate", show_default=True),
    click.option("--fail-on", type=FAIL_ON, default="new", show_default=True),
    click.option("--allow-incomplete", is_flag=True, help="Unreadable inputs do not fail the run."),
    rules_option,
)


def gate_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options of every command that can fail a run."""
    for option in reversed(GATE_OPTIONS):
        command = option(command)
    return command
