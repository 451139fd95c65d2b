"""The version of the extractor: which claimcheck, on which Python, reads an article in the way it
does.

It is a digest of what is installed, so that nobody has to remember to raise a number.
"""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

_READS = (".py", ".toml", ".yaml")
_LIBRARIES = ("google-re2", "msgspec")  # the patterns of rule packs, and how rows are written


@cache
def extractor_version() -> bytes:
    """A SHA-256 over the package's sources and data, Python's version and that of the libraries
    which reading rests on."""
    digest = hashlib.sha256(sys.version.encode())
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)}\0".encode())
    package = Path(__file__).parents[1]
    files = {p.relative_to(package).as_posix(): p for p in package.rglob("*") if p.suffix in _READS}
    for name, path in sorted(files.items()):
        content = path.read_bytes()
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.digest()
