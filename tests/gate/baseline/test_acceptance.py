"""Acceptance: what is written when findings are accepted, pruned and compared."""

from __future__ import annotations

import pytest

from claimcheck.errors import UsageError
from claimcheck.gate.baseline.acceptance import (
    Change,
    Decision,
    accepted,
    change_lines,
    difference,
    listing,
    named,
    pruned,
)
from claimcheck.gate.baseline.file import Baseline
from claimcheck.gate.baseline.matching import remembered
from gate.corpora import A_DAY, NINETY, TODAY, TWENTY, TWENTY_ONE, TWO_DAYS, checked, run
from gate.test_states import DAYS, TRAINS, baseline

DECISION = Decision("misread", "The desk", note="see the photo", until="2027-01-31")


def accept(
    texts: dict[str, str],
    held: Baseline,
    *ids: str,
    decision: Decision = DECISION,
    every: bool = False,
) -> Change:
    """What accepting makes of a baseline."""
    told = run(texts, baseline=held)
    chosen = {f.id for f in told.findings("new")} if every else {f.id for f in named(told, ids)}
    found = {i: one.entry for i, one in remembered(checked(texts)).items()}
    return accepted(told, found, held, chosen, decision, refresh=every)


EMPTY = Baseline("baseline.jsonl")


def test_all_that_is_new_is_accepted_on_the_terms_given() -> None:
    change = accept(TRAINS | DAYS, EMPTY, every=True)
    assert change.added == change.entries
    assert {(e.reason, e.note, e.by, e.until) for e in change.entries} == {
        ("misread", "see the photo", "The desk", "2027-01-31")
    }
    assert {e.rule for e in change.entries} == {"carriage_count", "journey_duration"}


def test_only_what_is_named_is_accepted() -> None:
    [speed] = [f for f in run(TRAINS | DAYS).document.findings if f.rule == "journey_duration"]
    change = accept(TRAINS | DAYS, EMPTY, speed.id[:6])
    assert [e.rule for e in change.entries] == ["journey_duration"]


def test_what_is_accepted_keeps_its_terms() -> None:
    held = baseline(TRAINS)
    change = accept(TRAINS | DAYS, held, every=True)
    assert {e.rule: e.reason for e in change.entries} == {
        "carriage_count": "known",
        "journey_duration": "misread",
    }
    assert not change.refreshed


def test_naming_it_again_changes_its_terms() -> None:
    held = baseline(TRAINS)
    change = accept(TRAINS, held, held.entries[0].short_id)
    assert [e.reason for e in change.entries] == ["misread"]
    assert change.refreshed == change.entries


def test_what_somebody_accepted_does_not_grow_into_something_else() -> None:
    """However often all that is new is accepted, a camp that changes value by value ends as new."""
    held = baseline(TRAINS)
    joined = {**TRAINS, "c.txt": TWENTY_ONE}
    assert accept(joined, held, every=True).entries == held.entries
    left = {"c.txt": TWENTY_ONE, "b.txt": NINETY}
    assert [f.status for f in run(left, baseline=held).document.findings][:1] == ["new"]


def test_naming_an_updated_finding_accepts_it_as_it_is_now() -> None:
    held = baseline(TRAINS)
    joined = {**TRAINS, "c.txt": TWENTY_ONE}
    [now] = run(joined, baseline=held).findings("updated")
    change = accept(joined, held, now.id)
    [one] = change.entries
    assert (one.id, one.reason) == (now.fingerprint, "misread")
    assert change.refreshed == (one,)


def test_what_other_rules_read_otherwise_is_written_anew_as_it_was_decided() -> None:
    held = baseline(TRAINS, fact="another", id="0" * 64)
    change = accept(TRAINS, held, every=True)
    [one] = change.entries
    assert (one.reason, one.id == held.entries[0].id) == ("known", False)


def test_what_is_no_longer_there_stays_until_it_is_pruned() -> None:
    held = baseline(TRAINS)
    assert len(accept(DAYS, held, every=True).entries) == 2


def test_pruning_only_removes() -> None:
    held = baseline(TRAINS | DAYS)
    told = run({"a.txt": TWENTY, "c.txt": A_DAY, "d.txt": TWO_DAYS, "e.txt": NINETY}, baseline=held)
    assert pruned(told, held).entries == held.entries
    change = pruned(run(DAYS, baseline=held), held)
    assert [e.rule for e in change.removed] == ["carriage_count"]
    assert set(change.entries) | set(change.removed) == set(held.entries)


@pytest.mark.parametrize("given", ["ffffffffffff", "zz", ""])
def test_an_id_that_names_no_finding_is_a_mistake_that_lists_them(given: str) -> None:
    told = run(TRAINS | DAYS)
    with pytest.raises(UsageError) as mistake:
        named(told, [given])
    assert all(f.id in mistake.value.next_step for f in told.document.findings)


def test_what_is_gone_cannot_be_accepted() -> None:
    told = run(DAYS, baseline=baseline(TRAINS))
    [gone] = told.findings("absent")
    with pytest.raises(UsageError, match="no longer there"):
        named(told, [gone.id])


def test_two_baselines_differ_in_what_was_added_removed_and_said_otherwise() -> None:
    old, new = baseline(TRAINS), baseline(DAYS)
    change = difference(old, new)
    assert (change.added, change.removed) == (new.entries, old.entries)
    other = difference(old, baseline(TRAINS, reason="misread"))
    assert [line[0] for line in change_lines(other)] == ["~"]
    assert [line[0] for line in change_lines(change)] == ["+", "-"]
    assert not list(change_lines(difference(old, old)))


def test_a_listing_says_why_by_whom_and_what_ended() -> None:
    held = baseline(TRAINS, until="2020-01-01", note="of the convoy")
    line, total = listing(held, TODAY)
    assert "number of carriages of Ada Lovelace’s train" in line
    assert "“more than 20 carriages”" in line
    assert "[known: of the convoy, by The desk, until 2020-01-01] ENDED" in line
    assert total == "1 accepted finding: 1 known."
    assert list(listing(EMPTY, TODAY)) == ["0 accepted findings."]
