"""The version of the extractor: a digest of all that reading rests on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import claimcheck
from claimcheck.store import version
from claimcheck.store.version import extractor_version

PACKAGE = Path(claimcheck.__file__).parent


def of(package: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    monkeypatch.setattr(version, "__file__", str(package / "store" / "version.py"))
    return extractor_version.__wrapped__()


@pytest.mark.parametrize("name", ["claims/names.py", "claims/rarity.toml", "quantities/units.toml"])
def test_every_source_and_table_is_part_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    copy = tmp_path / "claimcheck"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    assert of(copy, monkeypatch) == extractor_version()
    path = copy / name
    path.write_bytes(path.read_bytes() + b"\n")
    assert of(copy, monkeypatch) != extractor_version()
    path.unlink()
    assert of(copy, monkeypatch) != extractor_version()
