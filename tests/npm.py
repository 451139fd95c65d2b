"""Installing with npm in a test: where npm cannot, the test is skipped, and says so in its words."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest


def installed(package: str, version: str, *, what: str, config: pytest.Config) -> Path:
    """The folder `node_modules` with that package in it, installed once into pytest's cache.

    `what` names the thing to the reader of a skip.
    """
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip(f"{what} is installed with npm, which is not there")
    cache = getattr(config, "cache", None)
    if cache is None:
        pytest.skip(f"{what} is kept in pytest's cache, which is off")
    folder = Path(cache.mkdir(f"{package.rpartition('/')[2]}-{version}"))
    whole = folder / "whole"  # written last: an installation that was stopped begins anew
    if not whole.is_file():
        options = ["--prefix", str(folder), "--no-audit", "--no-fund", "--fetch-retries=0"]
        done = subprocess.run(
            [npm, "install", *options, f"{package}@{version}"],
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        if done.returncode:
            told = [line for line in done.stderr.splitlines() if not line.startswith("npm warn")]
            why = next(filter(None, map(str.strip, told)), "it does not say why")
            pytest.skip(f"npm cannot install {what} here: {why}")
        whole.touch()
    return folder / "node_modules"
