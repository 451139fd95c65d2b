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
config_option = click.option(
    "--config",
    "config_file",
    type=click.Path(),
    metavar="FILE",
    help="The configuration, in place of the one found from this folder upwards.",
)
GATE_OPTIONS = (
    click.option("--format", "format_", type=FORMATS, default="text", show_default=True),
    click.option("--output", type=OUTPUT, metavar="FILE", help="Write here, not to stdout."),
    click.option("--min-grade", type=GRADES, help="[default: as configured, or moderate]"),
    click.option("--fail-on", type=FAIL_ON, help="[default: as configured, or new]"),
    click.option(
        "--allow-incomplete/--no-allow-incomplete",
        default=None,
        help="Whether unreadable inputs fail the run.",
    ),
    rules_option,
    config_option,
)


def gate_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options of every command that can fail a run."""
    for option in reversed(GATE_OPTIONS):
        command = option(command)
    return command
