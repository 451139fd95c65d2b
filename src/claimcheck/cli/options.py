"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import click

GRADES = click.Choice(["minor", "moderate", "major"])
FAIL_ON = click.Choice(["new", "all", "never"])
FORMATS = click.Choice(["text", "json"])
OUTPUT = click.Path(dir_okay=False, allow_dash=True)
FOLDER_TO_BE = click.Path(file_okay=False)
FOLDER = click.Path(file_okay=False, exists=True)


def day(value: str) -> date:
    """The type of an option that is an ISO 8601 day."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day such as 2027-01-31") from None


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
baseline_option = click.option(
    "--baseline", metavar="FILE", help="The accepted findings. [default: as configured]"
)
today_option = click.option(
    "--today", type=day, metavar="DAY", help="The day that ends are held against."
)
FILE_OPTIONS = (
    rules_option,
    config_option,
    click.option("--cache", type=FOLDER_TO_BE, metavar="DIR", help="Where what was read is kept."),
    click.option("--no-cache", is_flag=True, help="Read every article anew, and keep nothing."),
)
RUN_OPTIONS = (
    click.option("--min-grade", type=GRADES, help="[default: as configured, or moderate]"),
    click.option("--fail-on", type=FAIL_ON, help="[default: as configured, or new]"),
    click.option(
        "--allow-incomplete/--no-allow-incomplete",
        default=None,
        help="Whether unreadable inputs fail the run.",
    ),
    *FILE_OPTIONS,
)
GATE_OPTIONS = (
    click.option("--format", "format_", type=FORMATS, default="text", show_default=True),
    click.option("--output", type=OUTPUT, metavar="FILE", help="Write here, not to stdout."),
    *RUN_OPTIONS,
)


def run_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options of every command that checks a corpus and can fail."""
    return _with(RUN_OPTIONS, command)


def gate_options(command: Callable[..., None]) -> Callable[..., None]:
    """Those, and where the one product goes."""
    return _with(GATE_OPTIONS, command)


def file_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options that name other files than those found."""
    return _with(FILE_OPTIONS, command)


def _with(
    options: Sequence[Callable[[Callable[..., None]], Callable[..., None]]],
    command: Callable[..., None],
) -> Callable[..., None]:
    for option in reversed(options):
        command = option(command)
    return command
