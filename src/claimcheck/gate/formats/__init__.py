"""The formats of the gate: each lays out the notices of a run, and decides nothing.

A format is a module of its name with `render`, which gives the bytes of a file. It is loaded when
it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TypeAlias, cast

from claimcheck.gate.run import Run

Render: TypeAlias = Callable[[Run], bytes]


def _writer(name: str) -> Render:
    def render(run: Run) -> bytes:
        module = import_module(f"claimcheck.gate.formats.{name}")
        return cast(Render, module.render)(run)

    return render


FORMATS: Mapping[str, Render] = {
    name: _writer(name) for name in ("text", "json", "sarif", "junit", "github", "gitlab", "rdjson")
}
"""The writers by the name that `--format` takes."""
