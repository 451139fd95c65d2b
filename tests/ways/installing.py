"""Installing with pip in a test: where there is no package index the test is skipped, and says so."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

NO_INDEX = "no package index can be reached, so that claimcheck cannot be installed"


def outside() -> dict[str, str]:
    """The environment of this process without the checkout and without a build's own variables."""
    ours = ("PYTHON", "GITHUB_", "RUNNER_", "CI_", "GIT_", "VIRTUAL_ENV", "CLAIMCHECK_")
    return {k: v for k, v in os.environ.items() if k != "CI" and not k.startswith(ours)}


def require_installed(done: subprocess.CompletedProcess[str], scratch: Path) -> None:
    """Fails the test where an installation failed, or skips it where no index is there."""
    if done.returncode == 0:
        return
    probe = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "hatchling"]
    if subprocess.run(probe, cwd=scratch, capture_output=True, check=False).returncode:
        pytest.skip(NO_INDEX)
    pytest.fail(f"{done.stdout}\n{done.stderr}")
