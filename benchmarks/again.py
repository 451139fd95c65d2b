"""How much quicker a corpus is checked again, with a store of what was read of it.

    python benchmarks/again.py ARTICLES [--rounds N]

In each round a corpus is checked three times over, by processes of their own that do all that
`claimcheck check --format json` does: without a store, with an empty one that it fills, and with
that one. Processor time of each; only the ratios hold from machine to machine. All three must give
the same bytes, and the last must read no article.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

RUN = """
import contextlib, hashlib, json, resource, sys, time
import claimcheck
from claimcheck.articles.corpus import read
from claimcheck.document import encode, findings_document
from claimcheck.pipeline import READ_ANEW, check

path, folder = sys.argv[1:]
corpus = read(path)
with claimcheck.open_store(folder) if folder else contextlib.nullcontext(READ_ANEW) as store:
    result = check(corpus.articles, extractions=store)
    told = {} if store is READ_ANEW else {
        "read": store.read, "reused": store.reused, "damaged": store.damaged, "notes": store.notes
    }
document = encode(findings_document(result, version="0"))
print(json.dumps(told | {
    "seconds": time.process_time(),
    "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "digest": hashlib.sha256(document).hexdigest(),
}))
"""


def run(path: str, folder: str) -> dict[str, Any]:
    command = [sys.executable, "-c", RUN, path, folder]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return dict(json.loads(told))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles")
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    for _ in range(options.rounds):
        with tempfile.TemporaryDirectory() as folder:
            without, first = run(options.articles, ""), run(options.articles, folder)
            again = run(options.articles, folder)
            size = sum(p.stat().st_size for p in Path(folder).iterdir()) / 1e6
        assert without["digest"] == first["digest"] == again["digest"], "the bytes differ"
        assert not again["read"], "an article was read again"
        for name, one in (("no store", without), ("first", first), ("again", again)):
            share = one["seconds"] / first["seconds"]
            print(
                f"{name:9} {one['seconds']:7.1f} s {share:6.2f} of the first"
                f" {one['megabytes']:6.0f} MB, {one.get('read', '')} read"
            )
        print(f"the store has {size:.0f} MB")


if __name__ == "__main__":
    main()
