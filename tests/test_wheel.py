"""The wheel does the main job on its own: no checkout beside it, nothing but what it asks for."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# One build and one environment for the whole file: all of it runs in one process.
pytestmark = pytest.mark.xdist_group("wheel")


def run(
    command: Sequence[str | Path], *, cwd: Path, exit_code: int = 0
) -> subprocess.CompletedProcess[str]:
    """Run a command that knows nothing of the checkout, and hold it to its exit code."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**environment, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == exit_code, f"{command}\n{done.stdout}\n{done.stderr}"
    return done


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source distribution, so that both are seen to be whole."""
    folder = tmp_path_factory.mktemp("dist")
    run([sys.executable, "-m", "build", "--outdir", folder, ROOT], cwd=folder)
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment that holds the wheel and what it asks for."""
    environment = tmp_path_factory.mktemp("environment")
    run([sys.executable, "-m", "venv", environment], cwd=environment)
    folder = environment / ("Scripts" if os.name == "nt" else "bin")
    run([folder / "python", "-m", "pip", "install", "--quiet", wheel], cwd=environment)
    return folder


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder away from the checkout that holds a copy of the seeds."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    return tmp_path


def test_rules_and_data_are_in_the_wheel(wheel: Path) -> None:
    rules = {f"claimcheck/{path.relative_to(ROOT).as_posix()}" for path in files(ROOT / "rules")}
    package = {path.relative_to(ROOT / "src").as_posix() for path in files(ROOT / "src/claimcheck")}
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if name.startswith("claimcheck/")}
    assert any(name.endswith(".yaml") for name in rules)
    assert packed == rules | package


def files(folder: Path) -> list[Path]:
    """The files under a folder, but for compiled Python."""
    return [p for p in folder.rglob("*") if p.is_file() and p.parent.name != "__pycache__"]


def test_the_installed_package_is_the_wheel(scripts: Path, elsewhere: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] in run([scripts / "claimcheck", "--version"], cwd=elsewhere).stdout
    where = "import claimcheck; print(claimcheck.__file__)"
    module = run([scripts / "python", "-c", where], cwd=elsewhere).stdout.strip()
    assert Path(module).is_relative_to(scripts.parent)


def test_check_finds_the_contradictions_of_the_seeds(scripts: Path, elsewhere: Path) -> None:
    done = run(
        [scripts / "claimcheck", "check", "seeds", "--format", "json"], cwd=elsewhere, exit_code=1
    )
    findings = json.loads(done.stdout)["findings"]
    assert [finding for finding in findings if finding["verdict"] == "contradictory"]


def test_report_writes_the_page(scripts: Path, elsewhere: Path) -> None:
    run([scripts / "claimcheck", "report", "seeds", "-o", "out"], cwd=elsewhere)
    assert (elsewhere / "out" / "index.html").stat().st_size > 0
