"""A fact as the page shows it: the camps of those who speak of it, and the state they are in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from claimcheck.document import Fact, Finding
from claimcheck.report.corpus import Corpus
from claimcheck.report.drawings.readings import FactLine, claims_of, line_of_fact, units_of
from claimcheck.report.drawings.timeline import Timeline, timeline
from claimcheck.report.links import Link, fact_link, finding_link
from claimcheck.report.naming import topic_of
from claimcheck.report.order import by_name
from claimcheck.report.sections.sides import SideView, camp_of
from claimcheck.report.words import event_words

# A fact is in the state of its worst finding; without one it agrees where several independent
# origins stand in one camp. The worst is first, here and on the page.
State = Literal["contradictory", "superseded", "tension", "apart", "agree", "single"]
STATES: dict[State, tuple[str, str]] = {
    "contradictory": ("differ", "two statements do not go together"),
    "superseded": ("superseded", "a forecast or an earlier figure was overtaken"),
    "tension": ("in tension", "barely together, or not both meant outright"),
    "apart": ("vary", "several values, with no finding among them"),
    "agree": ("agree", "independent origins say what goes together"),
    "single": ("said once", "one origin only, nothing to compare with"),
}

# So many findings are linked from a fact.
_FINDINGS = 12
# So many camps are named in a row.
_CAMPS = 4


# Facts that one origin alone states compare with nothing. A corpus of twenty thousand articles has
# a hundred thousand of them; a page that held them all would be large for what nobody looks for.
ONCE = 5_000


@dataclass(frozen=True, slots=True)
class Listed:
    """The facts that the page lists: the `compared` ones, and of those said `once` the first;
    `more` counts the others, which the tables have."""

    compared: Sequence[Fact]
    once: Sequence[Fact]
    more: int


def listed(facts: Iterable[Fact], states: Mapping[str, State]) -> Listed:
    """The facts of the page in its order; `states` are those of the facts by id."""
    named = sorted(facts, key=by_name)
    once = [fact for fact in named if states[fact.id] == "single"]
    compared = [fact for fact in named if states[fact.id] != "single"]
    return Listed(compared, once[:ONCE], max(0, len(once) - ONCE))


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact: its camps, and the findings among them; `more_findings` counts those not linked.

    `brief` are the camps that one line has room for, and `more_camps` counts the others.
    `numbers` is None without numbers, `over_time` where fewer than two days are told, and
    `categories` says that the camps name categories.
    """

    link: Link
    topic: str
    event: str
    state: State
    state_words: str
    numbers: FactLine | None
    over_time: Timeline | None
    categories: bool
    camps: tuple[SideView, ...]
    brief: tuple[SideView, ...]
    more_camps: str
    findings: tuple[Link, ...]
    more_findings: str


def fact_view(fact: Fact, findings: Sequence[Finding], corpus: Corpus) -> FactView:
    """`fact` as it is shown; `findings` are those among its camps, the worst first."""
    state = state_of(fact, findings)
    claims = chain.from_iterable(claims_of(camp, corpus) for camp in fact.camps)
    units = units_of(claims, fact, corpus)
    camps = tuple(camp_of(place, camp, units, corpus) for place, camp in enumerate(fact.camps))
    rest = len(findings) - _FINDINGS
    return FactView(
        link=fact_link(fact),
        topic=topic_of(fact, corpus.claims),
        event=event_words(fact),
        state=state,
        state_words=STATES[state][0],
        numbers=line_of_fact(fact, units, corpus),
        over_time=timeline(fact, units, corpus),
        categories=any(camp.consensus is None for camp in fact.camps),
        camps=camps,
        brief=camps[:_CAMPS],
        more_camps=f"and {len(camps) - _CAMPS:,} more" if len(camps) > _CAMPS else "",
        findings=tuple(finding_link(finding) for finding in findings[:_FINDINGS]),
        more_findings=f"and {rest:,} more" if rest > 0 else "",
    )


def state_of(fact: Fact, findings: Sequence[Finding]) -> State:
    """The state of `fact`, with its `findings`, the worst first; what is no longer there is behind
    all others, and decides nothing."""
    if findings and findings[0].status != "absent":
        return findings[0].verdict
    if len(fact.camps) > 1:
        return "apart"
    return "agree" if any(camp.origins > 1 for camp in fact.camps) else "single"
