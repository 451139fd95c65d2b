"""The report's words: how verdicts, grounds and identifiers are put to a reader, safely."""

from __future__ import annotations

from claimcheck.claims.claim import UNNAMED
from claimcheck.document import Basis, Certainty, Claim, Fact, Status, TimeStatus, Verdict
from claimcheck.errors import visible

VERDICTS: dict[Verdict, str] = {
    "contradictory": "These statements differ",
    "superseded": "A later statement supersedes an earlier one",
    "tension": "These statements are in tension",
}
TAGS: dict[Verdict, str] = {
    "contradictory": "differ",
    "superseded": "superseded",
    "tension": "in tension",
}
STATUSES: dict[Status, str] = {
    "new": "new",
    "updated": "updated",
    "known": "known",
    "suppressed": "suppressed",
    "absent": "no longer there",
}
BASES: dict[Basis, str] = {
    "hard": "no value fits both",
    "pragmatic": "both can literally be true, but readers take away different values",
    "categorical": "the categories exclude each other",
    "derived-hard": "one side is calculated from other statements, and no value fits both",
    "derived-pragmatic": "one side is calculated from other statements; both can literally be "
    "true, but readers take away different values",
    "disputed": "somebody quoted denies what somebody else says",
}
_CERTAINTIES: dict[Certainty, str] = {
    "CT": "stated outright",
    "PR": "reported",
    "PS": "called possible",
    "U": "left open",
}
_TIMES: dict[TimeStatus, str] = {
    "past": "something that happened",
    "habitual": "the usual practice",
    "planned": "a forecast or a plan",
}


def clipped(text: str, most: int) -> str:
    """At most `most` code points of `text`, an ellipsis standing for what is left out."""
    return text if len(text) <= most else text[: most - 1] + "…"


def label(identifier: str) -> str:
    """An identifier of the rules in plain words: `carriage_count` is "carriage count"."""
    return visible(identifier).replace("_", " ").strip()


def capital(text: str) -> str:
    """`text` with its first letter as at the head of a sentence."""
    return text[:1].upper() + text[1:]


def hedge_words(claim: Claim) -> str:
    """How the number is hedged, as the article has it: "more than"; "" where it stands bare."""
    return visible(claim.hedge)


def holder_words(claim: Claim) -> str:
    """Whom the article has its words from; "" where it speaks for itself."""
    return "a source it does not name" if claim.holder == UNNAMED else visible(claim.holder or "")


def certainty_words(claim: Claim) -> str:
    """How firmly the claim is put; of a plan, "reported" would say too much."""
    if claim.certainty == "PR" and claim.time == "planned":
        return "called likely"
    return _CERTAINTIES[claim.certainty]


def time_words(claim: Claim) -> str:
    """Whether the claim speaks of what happened, happens or is to happen."""
    return _TIMES[claim.time]


def event_words(fact: Fact) -> str:
    """The event and the scope that keep this fact apart from others of its attribute."""
    return ", ".join(label(part) for part in (fact.event, fact.scope) if part)
