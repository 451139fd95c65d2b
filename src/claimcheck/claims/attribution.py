"""Attribution: whose statement a clause is, how sure, of what time, and whether it denies."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from claimcheck.claims.clauses import REACH, Clause, Word

Certainty = Literal["CT", "PR", "PS", "U"]
TimeStatus = Literal["past", "habitual", "planned"]


_QUESTION = re.compile(r"\?[\"'”’»)\]]*\Z")
_COORDINATED = re.compile(r",?\s(?:and|but|or)\s")
_CONTRAST = re.compile(r",?\s(?:but|while|whereas|though|although)\s")
_SEMICOLON = re.compile(";")
_ASIDES = re.compile(
    r"(?:\s(?:first|initially|originally|later|also|earlier|previously|had|has|have))+\Z"
)
_OPENS = re.compile(r"(?:while|whereas|although|though|but|and|yet|when|as)\s", re.IGNORECASE)
_ADVERBS = re.compile(r"\s(?:\w+ly\s|(?:have|has|be|been)\s)*")


@dataclass(frozen=True, slots=True)
class Attribution:
    """The four fields of semantics.md 2. `holder` is None where the author speaks; `time` is
    None where only the verb can tell; a `generic` statement says what is usual, a `denied` one
    is what somebody denies that another says."""

    holder: str | None
    certainty: Certainty
    negative: bool
    time: TimeStatus | None
    generic: bool
    denied: bool


@cache
def _table() -> dict[str, Any]:
    text = files("claimcheck.claims").joinpath("attribution.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    for entry in (*table["marker"], *(table[k] for k in ("generic", "negation", "denial"))):
        # "n't" begins inside a word, so the boundary before it is not asked for.
        entry["pattern"] = re.compile(rf"(?:(?<!\w)|(?=n['’]t))(?:{entry['near']})(?!\w)")
    fiction = table["fiction"]
    fiction["pattern"] = re.compile(rf"\b(?:{fiction['near']})\b|^\W*(?:{fiction['opens']})\b")
    verbs = "|".join(table["holder"]["verbs"])
    leads = "|".join(table["holder"]["leads"])
    table["said"] = re.compile(
        rf"(?!there\s)(?P<holder>[^,;:]{{2,80}}?)(?:,\s[^;:]{{2,100}}?,)?\s(?:ha(?:ve|s|d)\s)?"
        rf"(?:{verbs})\s(?:(?:earlier|later|also|initially)\s)?(?:that\s)?"
    )
    table["lead"] = re.compile(
        rf"(?:{leads})\s(?P<holder>(?:the\s)?[^,;:.]{{2,80}}?)(?=[,;:]|\.?\s*\Z)"
    )
    table["tail"] = re.compile(
        rf",\s(?P<holder>[^,;:]{{2,60}}?)\s(?:{verbs})(?:\son\s\w+)?\.?\s*\Z"
        # "…, said the mayor", and not "…, said it was a tremor".
        rf"|,\s(?:{verbs})\s(?P<behind>(?![^,;:]*\b(?:was|were|is|are|ha[sd]|have|would)\b)"
        rf"[^,;:]{{2,60}}?)\.?\s*\Z"
    )
    return table


def attribution(
    text: str, clause: Clause, start: int, end: int, verb: Word | None = None
) -> Attribution:
    """Who stands behind the value at `[start, end)`, which `verb` governs, by its clause and its
    sentence.

    Adverbs and verbs of report hold for their clause; a named source holds for the sentence. A
    marker that a comma parts from the verb, or that stands behind an "and", speaks of something
    else, and the words of the value itself are left out: "not more than 20" denies nothing.
    """
    table = _table()
    folded = clause.sentence.folded
    governed = verb.start if verb and verb.start < start else start
    led = folded[clause.start : governed].rpartition(",")[2]
    told = max(end, verb.end) if verb else end
    tail = _COORDINATED.split(folded[told : clause.end], maxsplit=1)[0]
    near = f"{led}{folded[governed:start]} … {folded[end:told]}{tail}".replace("\xa0", " ")
    certainty: Certainty = "CT"
    time: TimeStatus | None = None
    holder = _holder(text, clause, start)
    decided = False
    for marker in table["marker"]:
        if not marker["pattern"].search(near):
            continue
        if not decided:
            certainty, decided = marker["certainty"], True
        time = time or marker.get("time")
        holder = holder or marker.get("holder")
        if marker["name"] == "inference about the past":
            break  # "would have taken" holds a "would" that plans nothing
    question = clause.sentence.search(_QUESTION)
    if question or clause.sentence.search(table["fiction"]["pattern"]):
        certainty = "U"
    denied = bool(table["denial"]["pattern"].search(folded, clause.start, start))
    return Attribution(
        holder=holder,
        certainty=certainty,
        negative=denied or _negated(folded, clause.start, governed, start),
        time=time,
        generic=bool(table["generic"]["pattern"].search(near)),
        denied=denied,
    )


def _negated(folded: str, clause_start: int, verb: int, value: int) -> bool:
    """Whether a negation stands directly before the verb or the value, adverbs passed over."""
    for place in {verb, value}:
        window = folded[max(clause_start, place - 30) : place]
        for match in _table()["negation"]["pattern"].finditer(window):
            if _ADVERBS.fullmatch(window, match.end()):
                return True
    return False


def _holder(text: str, clause: Clause, value: int) -> str | None:
    """The source that the sentence names for a value, in the article's own words: the one that a
    "but" before the value has brought in goes before the first."""
    table = _table()
    start = clause.sentence.start
    if clause.sentence.search(_SEMICOLON):
        return None  # two statements in one sentence, and nobody knows whose the source is
    for name in ("lead", "tail"):
        match = clause.sentence.search(table[name])
        if match:
            group = "holder" if match["holder"] else "behind"
            return _trimmed(text[start + match.start(group) : start + match.end(group)])
    folded = clause.sentence.folded
    near = max(start, value - REACH)
    begins = [start, *(m.end() for m in _CONTRAST.finditer(folded, near, value))]
    for begin in reversed(begins):
        said = table["said"].match(folded, begin, value)
        if said:
            return _trimmed(text[slice(*said.span("holder"))])
    return None


def _trimmed(words: str) -> str:
    """The name of a source without what stands around it: "Officials first", "• The ministry",
    "While the ministry"."""
    said = re.sub(r"\s+", " ", words).strip(" “”\"'‘’•*")
    return _ASIDES.sub("", _OPENS.sub("", said, count=1) if _OPENS.match(said) else said)
