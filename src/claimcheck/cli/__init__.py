"""The command line: the group of all commands, and what a run ends with.

Each command is in the module of its family and imports what it needs when it runs, so that
`--help` is quick.
"""

from __future__ import annotations

import traceback
from typing import Any

import click

from claimcheck import __version__
from claimcheck.cli.baseline import baseline
from claimcheck.cli.draft import draft
from claimcheck.cli.gate import check
from claimcheck.cli.output import report_problems, say
from claimcheck.cli.reading import claims, compare, explain, quantities
from claimcheck.cli.report import report
from claimcheck.cli.setup import config, doctor
from claimcheck.errors import ClaimcheckError

INTERRUPTED = 130  # what shells expect of a program that control-C ended


class Cli(click.Group):
    """The group, with the exit codes of design.md 4: 3 for what nobody foresaw."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (click.exceptions.Exit, click.ClickException, click.Abort):
            raise
        except ClaimcheckError as error:
            report_problems([error])
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except Exception as error:
            if ctx.params["debug"]:
                traceback.print_exc()
            cause = f"{type(error).__name__}: {error}"
            say(f"claimcheck: internal error: {cause}")
            say("Please report it, with the input that led to it and what --debug shows.")
            ctx.exit(ClaimcheckError.exit_code)


@click.group(
    cls=Cli,
    epilog="Example: claimcheck check articles/",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="claimcheck", message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, help="Show the traceback of an internal error.")
def main(debug: bool) -> None:
    """Say which statements in news articles can both be true, and which cannot.

    PATHS are files, folders, globs, .jsonl files of articles, or - for standard input.
    """


_COMMANDS = (check, baseline, report, draft, explain, quantities, claims, compare, config, doctor)
for _command in _COMMANDS:
    main.add_command(_command)
