"""Selection: which findings a run reports, by the rules that its configuration selects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from claimcheck.config import Config
from claimcheck.document import Finding
from claimcheck.gate.run import Note


def selected(
    findings: Iterable[Finding], config: Config
) -> tuple[list[Finding], Mapping[str, int]]:
    """The findings of rules that are selected and not ignored, and how many of each other rule are
    left out."""
    reported: list[Finding] = []
    left_out: Counter[str] = Counter()
    for finding in findings:
        if config.selects(finding.rule):
            reported.append(finding)
        else:
            left_out[finding.rule] += 1
    return reported, dict(sorted(left_out.items()))


def left_out_notes(left_out: Mapping[str, int], config: Config) -> list[Note]:
    """A note on what the configuration leaves out; none where it leaves out nothing."""
    if not left_out:
        return []
    count = sum(left_out.values())
    each = ", ".join(f"{n} of {rule}" for rule, n in left_out.items())
    place = config.places.get(("ignore",)) or config.places.get(("select",))
    text = f"{count} finding{'s are' if count > 1 else ' is'} not shown: {each}"
    return [Note("not-shown", text, place, "Change `select` or `ignore` to see them")]


def exclusion_notes(unmatched: Iterable[str], config: Config) -> list[Note]:
    """A note for each pattern of `exclude` that has excluded no article of this run."""
    return [
        Note(
            "unused-exclusion",
            f'the pattern "{pattern}" excludes no article',
            config.places.get(("exclude",)),
            f'Write "{pattern.rstrip("/")}/**" for all that a folder holds'
            if "*" not in pattern.rsplit("/", 1)[-1]
            else "Correct or remove it",
        )
        for pattern in unmatched
    ]
