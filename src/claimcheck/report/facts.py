"""A fact as the page shows it: the camps of those who speak of it, and the state they are in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from claimcheck.document import Fact, Finding
from claimcheck.report.corpus import Corpus
from claimcheck.report.links import Link, fact_link, finding_link
from claimcheck.report.sides import SideView, camp_of
from claimcheck.report.words import event_words, topic_of

# A fact is in the state of its worst finding; without one it agrees where several independent
# origins stand in one camp. The worst is first, here and on the page.
State = Literal["contradictory", "superseded", "tension", "apart", "agree", "single"]
STATES: dict[State, tuple[str, str]] = {
    "contradictory": ("differ", "two statements do not go together"),
    "superseded": ("superseded", "a forecast or an earlier figure was overtaken"),
    "tension": ("in tension", "the statements go together, but barely"),
    "apart": ("vary", "several values, with no finding among them"),
    "agree": ("agree", "independent origins say what goes together"),
    "single": ("said once", "one origin only, nothing to compare with"),
}


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact: its camps, and the findings among them."""

    link: Link
    topic: str
    event: str
    state: State
    state_words: str
    camps: tuple[SideView, ...]
    findings: tuple[Link, ...]


def fact_view(fact: Fact, findings: Sequence[Finding], corpus: Corpus) -> FactView:
    """`fact` as it is shown; `findings` are those among its camps, the worst first."""
    state = state_of(fact, findings)
    return FactView(
        link=fact_link(fact),
        topic=topic_of(fact),
        event=event_words(fact),
        state=state,
        state_words=STATES[state][0],
        camps=tuple(camp_of(camp, fact, corpus) for camp in fact.camps),
        findings=tuple(finding_link(finding) for finding in findings),
    )


def state_of(fact: Fact, findings: Sequence[Finding]) -> State:
    """The state of `fact`, with its `findings`, the worst first."""
    if findings:
        return findings[0].verdict
    if len(fact.camps) > 1:
        return "apart"
    return "agree" if any(camp.origins > 1 for camp in fact.camps) else "single"
