"""Looks for a text on which `quantities` breaks a promise, guided by what each text makes it run.

fuzz/README.md says how to run it. The promises are those of tests/quantities/promises.py, which
hypothesis holds against random texts; here texts are kept and changed for the code they reach.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

with atheris.instrument_imports(include=["claimcheck.quantities"]):
    from quantities.promises import FRAGMENTS, check

LONGEST = 400  # bytes: what the grammar looks at is far shorter


def one_input(data: bytes) -> None:
    check(data.decode("utf-8", "ignore"))


def main() -> None:
    # libFuzzer's dictionary, so that whole fragments are put in and not single characters alone.
    # The file has no name, because libFuzzer ends the process and leaves nobody to remove it.
    with tempfile.TemporaryFile("w") as dictionary:
        for fragment in FRAGMENTS:
            entry = "".join(f"\\x{byte:02x}" for byte in fragment.encode())
            dictionary.write(f'"{entry}"\n')
        dictionary.flush()
        # Options of the command line come later and win.
        options = [f"-dict=/dev/fd/{dictionary.fileno()}", f"-max_len={LONGEST}", *sys.argv[1:]]
        atheris.Setup([sys.argv[0], *options], one_input)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
