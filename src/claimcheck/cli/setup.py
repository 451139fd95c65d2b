"""What is set up, and whether it is right: `config` and `doctor`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from claimcheck.cli.inputs import mended, read_rules
from claimcheck.cli.options import config_option
from claimcheck.cli.output import report_problems, write_text
from claimcheck.errors import gravest

if TYPE_CHECKING:
    from claimcheck.config import Config


@click.group(epilog="Example: claimcheck config show --origin")
def config() -> None:
    """Show the configuration, and where each value comes from."""


@config.command(epilog="Example: claimcheck config show --origin")
@click.option("--origin", is_flag=True, help="Say where each value comes from.")
@config_option
def show(origin: bool, config_file: str | None) -> None:
    """Print the whole configuration in effect, as TOML.

    Exit codes: 0, or 2 for a mistake in the configuration or a rule pack; every one is reported.
    """
    config = mended(config_file)
    _, problems = read_rules(config)
    report_problems(problems)
    if problems:
        sys.exit(gravest(p.exit_code for p in problems))
    write_text("".join(f"{line}\n" for line in toml(config, origin=origin)), None)


def toml(config: Config, *, origin: bool) -> Iterator[str]:
    """A configuration as the lines of a TOML file, each with the `origin` of its value where asked
    for. Read again, in the same folder, it is the same configuration; of what has no value there is
    a comment."""
    table: tuple[str, ...] = ()
    for keys, value in config.values():
        if keys[:-1] != table:
            table = keys[:-1]
            yield ""
            yield f"[{'.'.join(_key(key) for key in table)}]"
        told = f"  # {config.origin(*keys)}" if origin else ""
        if value is None:
            yield f"# {keys[-1]}: {_UNSAID[keys[-1]]}{told}"
        else:
            yield f"{keys[-1]} = {_value(value)}{told}"


_UNSAID = {
    "rules": "those that come with claimcheck",
    "largest_drop": "any",
    "min_grade": "that of all others",
}


def _key(name: str) -> str:
    bare = name.isascii() and name.replace("_", "a").replace("-", "a").isalnum()
    return name if bare else _value(name)


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(_value(item) for item in value)}]"
    # JSON is TOML but for the one control character that JSON lets stand.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", r"\u007f")


@click.command(epilog="Example: claimcheck doctor articles/")
@click.argument("paths", nargs=-1, metavar="[PATHS…]")
@config_option
def doctor(paths: tuple[str, ...], config_file: str | None) -> None:
    """Say what is installed, configured and found, and what is odd about it.

    A line is ok, a note, or a problem with its next step. Exit codes: 0, 2 for a problem of the
    configuration, the rules or a path, 5 for an article that cannot be read.
    """
    from claimcheck.cli.doctor import diagnosis

    lines = list(diagnosis(paths, config_file))
    write_text("".join(f"{line}\n" for line in lines), None)
    sys.exit(gravest(line.exit_code for line in lines))
