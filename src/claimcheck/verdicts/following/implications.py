"""Implications: a claim that follows from others, by one of a closed list of templates.

A template reckons a value that somebody states from values that are stated too, and holds the two
against each other. Its dimensions are told here, and checked by the tests; what it needs and when
it refuses is said where it is applied. Two templates may stand on each other, three may not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from claimcheck.claims.claim import Claim, identified
from claimcheck.claims.events import UNRESOLVED, Event
from claimcheck.claims.measurands import Measurand
from claimcheck.quantities.hedges import Hedge
from claimcheck.quantities.possibility import Possibility


@dataclass(frozen=True, slots=True)
class Template:
    """How a value follows from others: the rule's name, what it does in words, and as a formula
    over the dimensions of its inputs."""

    name: str
    words: str
    formula: str
    gives: str


WAY_OVER_SPEED = Template(
    "way over speed", "distance over speed", "length / (length / time)", "time"
)
SUM_OF_PARTS = Template("sum of parts", "the sum of the parts", "count + count", "count")
EACH = Template("each", "the whole over how many there are", "count / count", "count")
CHANGE = Template("change", "the change from one to the other", "(count - count) / count", "ratio")
AGE = Template("age", "the time since that birth", "time - time", "time")
WEEKDAY = Template("weekday", "the nearest such weekday", "time", "time")
CLOCK = Template("clock", "what the clocks differ by elsewhere", "time + (time - time)", "time")
DATED_LIST = Template("dated list", "the count of those that are dated", "count", "count")
CARRIED_BACK = Template("carried back/two steps", "those that are dated", "count", "count")

RANK = Template("rank", "those that are dated before it", "count + count", "count")

TEMPLATES = (
    RANK,
    WAY_OVER_SPEED,
    SUM_OF_PARTS,
    EACH,
    CHANGE,
    AGE,
    WEEKDAY,
    CLOCK,
    DATED_LIST,
    CARRIED_BACK,
)


def implied(
    stated: Sequence[Claim], template: Template, inputs: Sequence[Claim], possibility: Possibility
) -> Claim:
    """What follows from the `inputs` for what is `stated`, in the unit of its measurand.

    It stands at the first input's words, is as sure as the least sure of them, and is held
    against the stated claims alone.
    """
    first, of = inputs[0], stated[0]
    holders = {c.holder for c in inputs}
    return replace(
        of,
        doc=first.doc,
        start=first.start,
        end=first.end,
        quote=first.quote,
        sentence=first.sentence,
        index=first.index,
        headline=first.headline,
        rule=f"{of.attribute}/{template.name}",
        stated=(),
        unit=of.measurand.unit or of.unit,
        hedge=Hedge.NONE,
        hedge_words="",
        vague=None,
        reading=possibility,
        possibility=possibility,
        anchor=None,
        holder=holders.pop() if len(holders) == 1 else None,
        certainty="CT" if all(c.certainty == "CT" for c in inputs) else "PR",
        restates=False,
        revised=False,
        hints=tuple(dict.fromkeys(h for c in inputs for h in c.hints)),
        derived_from=tuple(dict.fromkeys(c.id for c in inputs)),
        working=f"by {template.words}, from {listed(c.quote for c in inputs)}",
        against=tuple(c.id for c in stated),
    )


def spoken(beside: Claim, start: int, end: int, text: str, label: str) -> Claim:
    """The words at `[start, end)` of a text as a claim beside another: an input that by itself
    makes none. It compares with nothing."""
    quote = text[start:end]
    [made] = identified(
        [
            replace(
                beside,
                start=start,
                end=end,
                quote=quote,
                measurand=Measurand(label, label, "category"),
                event=Event(label, UNRESOLVED),
                category=" ".join(quote.casefold().split()),
                stated=(),
                unit="",
                hedge=Hedge.NONE,
                hedge_words="",
                anchor=None,
                rule=f"{label}/words",
                restates=False,
            )
        ]
    )
    return made


def told(claim: Claim) -> bool:
    """Whether something may follow from a claim: it is said to be so, or believed to, by whoever
    it may be, and is neither denied nor only usual."""
    return (
        claim.certainty in ("CT", "PR")
        and not claim.negative
        and not claim.denied
        and not claim.generic
    )


def listed(quotes: Iterable[str]) -> str:
    """Words of the articles as a list: "‘50 km/h’ and ‘900 km’"."""
    shown = [f"‘{' '.join(q.split())}’" for q in dict.fromkeys(quotes)]
    return f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else shown[0]
