"""The committed sample report is what the seeds give now.

What is packed is compared unpacked, and Parquet by its content: the versions of zlib and of pyarrow
that wrote them may be others than those here.
"""

from __future__ import annotations

import gzip
import re
from base64 import b64decode, b64encode
from importlib import import_module
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimcheck.cli import main

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "reports" / "sample"

# How base64 writes the beginning of every file of gzip, and what follows it.
PACKED = re.compile(rb"H4sI[A-Za-z0-9+/]{16,}=*")


def unpacked(content: bytes) -> bytes:
    """A file's content with whatever is packed in it put in plain sight."""
    content = PACKED.sub(lambda found: unpacked(gzip.decompress(b64decode(found[0]))), content)
    return table(content) if content.startswith(b"PAR1") else content


def table(content: bytes) -> bytes:
    """What a Parquet file holds: its columns with their types and units, and its rows."""
    read = import_module("pyarrow.parquet").read_table(BytesIO(content))
    return f"{read.schema}\n{read.schema.metadata}\n{read.to_pydict()}".encode()


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_the_sample_report_is_current(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(ROOT)
    assert CliRunner().invoke(main, ["report", "seeds", "-o", str(tmp_path)]).exit_code == 0
    assert files(tmp_path) == files(SAMPLE), "make sample writes it again"
    stale = [
        name
        for name in sorted(files(SAMPLE))
        if unpacked((tmp_path / name).read_bytes()) != unpacked((SAMPLE / name).read_bytes())
    ]
    assert stale == [], "make sample writes it again"


def test_what_is_packed_otherwise_is_the_same() -> None:
    said = b"twenty carriages " * 20
    quick, small = (gzip.compress(said, level, mtime=level) for level in (1, 9))
    pages = [b"<script>" + b64encode(packed) + b"</script>" for packed in (quick, small)]
    assert pages[0] != pages[1]
    assert {unpacked(page) for page in pages} == {b"<script>" + said + b"</script>"}
