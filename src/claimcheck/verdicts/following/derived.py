"""Derived claims: what articles imply without saying it, from what they say.

Only closed templates, at most two of them on each other. Every derived claim lists what it was
derived from, and says in words how.
"""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.claims.claim import Claim, identified
from claimcheck.claims.extraction import Extraction
from claimcheck.claims.rulepacks import Rules
from claimcheck.verdicts.following.almanac import almanac
from claimcheck.verdicts.following.changes import changes
from claimcheck.verdicts.following.clocks import clocks
from claimcheck.verdicts.following.intervals import intervals
from claimcheck.verdicts.following.kinematics import journey_times
from claimcheck.verdicts.following.occasions import counted_trips, ranked_visits
from claimcheck.verdicts.following.rates import rates
from claimcheck.verdicts.following.totals import totals

WITHIN = (totals, rates, changes, almanac, clocks)
"""The templates that hold the statements of one article against each other."""


def derived(extractions: Iterable[Extraction], rules: Rules) -> list[Claim]:
    """The claims that those of each article imply, and those of all together."""
    found: list[Claim] = []
    said: list[Claim] = []
    for extraction in extractions:
        said += extraction.claims
        found += intervals(extraction.claims, rules)
        for template in WITHIN:
            found += template(extraction)
    found += journey_times(said)
    found += counted_trips(said)
    found += ranked_visits(said)
    return identified(found)
