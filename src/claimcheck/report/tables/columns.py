"""The columns of the report's tables: what each means, and what its numbers count.

Spans are half-open code points of the article's file. The bounds of numbers stand in `hard_low` to
`core_high`, those of times and dates as ISO 8601 strings in `hard_from` to `core_to`; an open end,
or none of the kind, is empty.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "number", "count"]

UNIT = "`unit`"
"""The unit of what has another in each row: the one that its column `unit` names."""
OFFSET, ISO = "code points", "ISO 8601"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it means, and its `unit`, or the notation, where it has one."""

    name: str
    kind: Kind
    meaning: str
    unit: str = ""


_BOUNDS = (
    Column("hard_low", "number", "lowest value the words allow", UNIT),
    Column("hard_high", "number", "highest value the words allow", UNIT),
    Column("core_low", "number", "lowest value of the usual reading", UNIT),
    Column("core_high", "number", "highest value of the usual reading", UNIT),
    Column("hard_from", "text", "earliest time or date the words allow", ISO),
    Column("hard_to", "text", "latest time or date the words allow", ISO),
    Column("core_from", "text", "earliest time or date of the usual reading", ISO),
    Column("core_to", "text", "latest time or date of the usual reading", ISO),
)

CLAIMS = (
    Column("id", "text", "the claim's id"),
    Column("key", "text", "what the claim says, equal for equal claims"),
    Column("fact", "text", "id of the fact it belongs to; empty where it belongs to none"),
    Column("camp", "count", "number of its camp within the fact, from 1"),
    Column("origins", "count", "number of independent origins of its camp"),
    Column("doc", "text", "id of the document"),
    Column("title", "text", "title of the document"),
    Column("source", "text", "outlet of the document"),
    Column("published", "text", "day or date-time of publication", ISO),
    Column("start", "count", "first code point of the words", OFFSET),
    Column("end", "count", "code point after the words", OFFSET),
    Column("quote", "text", "the words, at most 300 characters"),
    Column("sentence_start", "count", "first code point of the sentence", OFFSET),
    Column("sentence_end", "count", "code point after the sentence", OFFSET),
    Column("subject", "text", "what the claim is about"),
    Column("attribute", "text", "which property of it"),
    Column("event", "text", "in which event"),
    Column("scope", "text", "of which part; empty for the whole"),
    Column("as_of", "text", "day for which it holds", ISO),
    Column("stated_low", "number", "the number stated, or the lower of two", UNIT),
    Column("stated_high", "number", "the number stated, or the higher of two", UNIT),
    Column("unit", "text", "unit of the numbers; empty for a count, `date` or `time`"),
    *_BOUNDS,
    Column("hedge", "text", "the hedge's kind"),
    Column("value", "text", "the category, where the claim is no number"),
    Column("holder", "text", "who says so; empty for the article itself"),
    Column("certainty", "text", "CT certain, PR probable, PS possible, U uncommitted"),
    Column("polarity", "text", "+ or -"),
    Column("time", "text", "past, habitual or planned"),
    Column("rule", "text", "the rule that read it"),
    Column("derived_from", "text", "ids of the claims it follows from, separated by spaces"),
)

FACTS = (
    Column("id", "text", "the fact's id"),
    Column("key", "text", "subject, attribute, event and scope as one key"),
    Column("subject", "text", "what the fact is about"),
    Column("attribute", "text", "which property of it"),
    Column("event", "text", "in which event"),
    Column("scope", "text", "of which part; empty for the whole"),
    Column("unit", "text", "unit of the camps' consensus; empty for a count"),
    Column("claims", "count", "number of claims"),
    Column("documents", "count", "number of documents they stand in"),
    Column("camps", "count", "number of camps; 1 where all agree"),
    Column("findings", "count", "number of findings; none that is absent"),
    Column("verdict", "text", "verdict of the worst finding; empty without one"),
    Column("severity", "number", "severity of the worst finding; empty without one", "0 to 1"),
)

FINDINGS = (
    Column("id", "text", "the finding's id"),
    Column("fingerprint", "text", "what the baseline knows it by"),
    Column("fact", "text", "id of its fact"),
    Column("subject", "text", "subject of its fact"),
    Column("attribute", "text", "attribute of its fact"),
    Column("event", "text", "event of its fact"),
    Column("rule", "text", "the rule that compared"),
    Column("verdict", "text", "contradictory, superseded or tension"),
    Column("basis", "text", "hard, pragmatic, categorical, derived or disputed"),
    Column("grade", "text", "negligible, minor, moderate or major"),
    Column("severity", "number", "how grave it is", "0 to 1"),
    Column("status", "text", "new, updated, known, absent or suppressed"),
    Column("a_value", "text", "first side, as written"),
    Column("a_normalised", "text", "first side, normalised"),
    Column("a_origins", "count", "independent origins of the first side"),
    Column("a_claims", "text", "ids of its claims, separated by spaces"),
    Column("b_value", "text", "second side, as written"),
    Column("b_normalised", "text", "second side, normalised"),
    Column("b_origins", "count", "independent origins of the second side"),
    Column("b_claims", "text", "ids of its claims, separated by spaces"),
    Column("explanation", "text", "why"),
    Column("reconciliations", "text", "possible reconciliations, a line each"),
)

SET_ASIDE = (
    Column("doc", "text", "id of the document"),
    Column("start", "count", "first code point of the words", OFFSET),
    Column("end", "count", "code point after the words", OFFSET),
    Column("text", "text", "the words"),
    Column("reason", "text", "why they became no claim"),
)


DOCUMENTS = (
    Column("id", "text", "the document's id"),
    Column("path", "text", "its file; empty for standard input"),
    Column("title", "text", "its title"),
    Column("source", "text", "its outlet"),
    Column("published", "text", "day or date-time of publication", ISO),
    Column("story", "text", "the news event it belongs to"),
    Column("language", "text", "its language, where that is told"),
    Column("claims", "count", "number of claims"),
    Column("findings", "count", "number of findings with it on a side; none that is absent"),
    Column("set_aside", "count", "number of stretches of words set aside"),
)

COLUMNS: Mapping[str, tuple[Column, ...]] = {
    "claims": CLAIMS,
    "facts": FACTS,
    "findings": FINDINGS,
    "set_aside": SET_ASIDE,
    "documents": DOCUMENTS,
}
"""The columns of each table by its name, which is that of its files and of its frame."""
