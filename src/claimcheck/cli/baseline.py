"""The baseline: `accept`, `prune`, `list`, `diff` and `history`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from claimcheck.cli.options import config_options

if TYPE_CHECKING:
    pass

_ID = re.compile(r"[0-9a-f]{4,64}")


@click.group(epilog="Example: claimcheck baseline accept --all --reason known")
def baseline() -> None:
    """The findings that somebody has accepted, and that fail no run."""


@baseline.command(epilog="Example: claimcheck baseline accept 16a6ef --reason another-thing")
@click.argument("names", nargs=-1, metavar="[ID…] [PATHS…]")
@click.option("--all", "every", is_flag=True, help="All findings that are new.")
@click.option("--reason", required=True, help="Why: a word of the list below.")
@click.option("--note", default="", help="Why, in your own words.")
@click.option("--by", help="Who accepts; by default whom Git says.")
@click.option("--until", metavar="DAY", help="The last day on which it holds, as 2027-01-31.")
@config_options
def accept(
    names: Sequence[str],
    every: bool,
    reason: str,
    note: str,
    by: str | None,
    until: str | None,
    **options: object,
) -> None:
    """Accept findings by their ids, or all that are new.

    Reasons: known (they differ, and that is left as it is for now), misread (claimcheck misread
    the words), another-thing, another-time (the two sides speak of two things, or times),
    both-hold (both are right, for a reason that only people know), corrected (one of the two was
    corrected where it was published).

    Nothing is written where the variable CI is set.
    """
