"""Attribution: whose statement a clause is, how sure, of what time, and whether it denies."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from claimcheck.claims.clauses import Clause

Certainty = Literal["CT", "PR", "PS", "U"]
TimeStatus = Literal["past", "habitual", "planned"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """The four fields of semantics.md 2. `holder` is None where the author speaks; `time` is
    None where only the verb can tell; a `generic` statement says what is usual."""

    holder: str | None
    certainty: Certainty
    negative: bool
    time: TimeStatus | None
    generic: bool


@cache
def _table() -> dict[str, Any]:
    text = files("claimcheck.claims").joinpath("attribution.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    for entry in (*table["marker"], table["generic"], table["negation"]):
        # "n't" begins inside a word, so the boundary before it is not asked for.
        entry["pattern"] = re.compile(rf"(?:(?<!\w)|(?=n['’]t))(?:{entry['near']})(?!\w)")
    verbs = "|".join(table["holder"]["verbs"])
    leads = "|".join(table["holder"]["leads"])
    table["said"] = re.compile(
        rf"^(?P<holder>[^,;:]{{2,80}}?)\s(?:ha(?:ve|s|d)\s)?(?:{verbs})\s(?:that\s)?"
    )
    table["lead"] = re.compile(
        rf"(?:{leads})\s(?P<holder>(?:the\s)?[^,;:.]{{2,80}}?)(?=[,;:]|\.?\s*\Z)"
    )
    table["tail"] = re.compile(
        rf",\s(?P<holder>[^,;:]{{2,60}}?)\s(?:{verbs})(?:\son\s\w+)?\.?\s*\Z"
        rf"|,\s(?:{verbs})\s(?P<behind>[^,;:]{{2,60}}?)\.?\s*\Z"
    )
    return table


def attribution(text: str, folded: str, clause: Clause, start: int, end: int) -> Attribution:
    """Who stands behind the value at `[start, end)`, by its clause and its sentence.

    Adverbs and verbs of report hold for their clause; a named source holds for the sentence. The
    words of the value itself are left out: "not more than 20" denies nothing.
    """
    table = _table()
    inside = folded[clause.start : start] + " … " + folded[end : clause.end]
    certainty: Certainty = "CT"
    time: TimeStatus | None = None
    holder = _holder(text, folded, clause)
    decided = False
    for marker in table["marker"]:
        if not marker["pattern"].search(inside):
            continue
        if not decided:
            certainty, decided = marker["certainty"], True
        time = time or marker.get("time")
        holder = holder or marker.get("holder")
        if marker["name"] == "inference about the past":
            break  # "would have taken" holds a "would" that plans nothing
    if text[clause.sentence_end - 1 : clause.sentence_end] == "?":
        certainty = "U"
    return Attribution(
        holder=holder,
        certainty=certainty,
        negative=bool(table["negation"]["pattern"].search(inside)),
        time=time,
        generic=bool(table["generic"]["pattern"].search(inside)),
    )


def _holder(text: str, folded: str, clause: Clause) -> str | None:
    """The source that the sentence names for the clause, in the article's own words."""
    table = _table()
    start, end = clause.sentence_start, clause.sentence_end
    sentence = folded[start:end]
    for name in ("lead", "tail"):
        match = table[name].search(sentence)
        if match:
            group = "holder" if match["holder"] else "behind"
            return _trimmed(text[start + match.start(group) : start + match.end(group)])
    said = table["said"].match(sentence)
    if said and start + said.end() <= clause.end and said.end("holder") < clause.end - start:
        before = start + said.end() <= clause.start + (said.end() if clause.start == start else 0)
        return _trimmed(text[start : start + said.end("holder")]) if before else None
    return None


def _trimmed(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip(" “”\"'‘’•*")
