"""The ratchet: scores on the project's own examples that may only rise.

python tests/floors.py            what is measured, beside the floors
python tests/floors.py --write    raise the floors to what is measured
python tests/floors.py --write --lower    lower them too; say why in CHANGELOG.md
"""

import argparse
import tomllib
from collections import Counter
from pathlib import Path

import claimcheck
from claimcheck.claims.rulepacks import load_rules

ROOT = Path(__file__).parents[1]
FLOORS = ROOT / "tests" / "floors.toml"


def measured() -> dict[str, int]:
    """The scores of this checkout by name; higher is better in each."""
    rules, _ = load_rules(ROOT / "rules")
    result = claimcheck.check(claimcheck.read(ROOT / "seeds"), rules)
    kinds = Counter(finding.kind for finding in result.findings)
    examples = [pack.examples for pack in rules.packs]
    return {
        "seeds_claims": sum(not claim.derived_from for claim in result.claims),
        "seeds_contradictory": kinds["contradictory"],
        "seeds_superseded": kinds["superseded"],
        "seeds_numbers_read": sum(e.numbers_read for e in result.extractions),
        "examples_said": sum(len(said.by) for e in examples for said in e.said),
        "examples_nothing": sum(len(e.nothing) for e in examples),
        "examples_pairs": sum(len(e.pairs) for e in examples),
    }


def floors() -> dict[str, int]:
    """The floors as they are pinned."""
    pinned: dict[str, int] = tomllib.loads(FLOORS.read_text("utf-8"))
    return pinned


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--lower", action="store_true")
    options = parser.parse_args()
    now, pinned = measured(), floors() if FLOORS.exists() else {}
    for name, score in now.items():
        print(f"{name:24s}{score:6d}  floor {pinned.get(name, 0)}")
    if options.write:
        kept = now if options.lower else {n: max(s, pinned.get(n, 0)) for n, s in now.items()}
        lines = ["# Scores that may only rise; tests/floors.py writes them.", ""]
        lines += [f"{name} = {score}" for name, score in kept.items()]
        FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
