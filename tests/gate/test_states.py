"""States: new, updated, known, absent and suppressed, and what a run says of each."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import msgspec
import pytest

from claimcheck.articles.directives import Directive
from claimcheck.errors import Place
from claimcheck.gate.baseline.file import Baseline, dump, parse
from claimcheck.gate.judgement import Terms
from claimcheck.gate.run import Run
from gate.corpora import (
    A_DAY,
    FAST,
    NINETY,
    SLOW,
    TODAY,
    TWENTY,
    TWENTY_ONE,
    TWO_DAYS,
    checked,
    entries,
    run,
)

TRAINS = {"a.txt": TWENTY, "b.txt": NINETY}
DAYS = {"c.txt": A_DAY, "d.txt": TWO_DAYS}
RULES = checked({}).rules.digest


def baseline(texts: dict[str, str], rules: str = RULES, **terms: Any) -> Baseline:
    """A baseline in which the findings between some texts are accepted."""
    told = {"reason": "known", "by": "The desk", **terms}
    held = [msgspec.structs.replace(e, **told) for e in entries(texts)]
    return parse(dump(held, version="0", rules_digest=rules), "baseline.jsonl")[0]


def states(told: Run) -> dict[str, str]:
    """The state of each finding by its rule."""
    return {f.rule: f.status for f in told.document.findings}


def kinds(told: Run) -> list[str]:
    return [note.kind for note in told.notes]


def test_without_anything_to_hold_it_against_every_finding_is_new() -> None:
    told = run(TRAINS)
    assert states(told) == {"carriage_count": "new"}
    assert told.exit_code == 1


def test_an_accepted_finding_is_known_and_says_why() -> None:
    told = run(TRAINS, baseline=baseline(TRAINS, note="of the convoy", until="2027-01-31"))
    assert states(told) == {"carriage_count": "known"}
    assert told.exit_code == 0
    [why] = told.accepted.values()
    assert (why.reason, why.note, why.by, why.until) == (
        "known",
        "of the convoy",
        "The desk",
        "2027-01-31",
    )
    assert why.place == Place("baseline.jsonl", 2)


def test_a_value_that_joined_makes_it_updated_and_green() -> None:
    told = run({**TRAINS, "c.txt": TWENTY_ONE}, baseline=baseline(TRAINS))
    assert states(told) == {"carriage_count": "updated"}
    assert told.exit_code == 0


def test_one_beside_it_is_new() -> None:
    told = run(TRAINS | DAYS, baseline=baseline(TRAINS))
    assert states(told) == {"carriage_count": "known", "journey_duration": "new"}
    assert len(told.failing) == told.exit_code == 1


def test_a_grade_that_rose_is_new() -> None:
    told = run(TRAINS, baseline=baseline(TRAINS, grade="minor"))
    assert states(told) == {"carriage_count": "new"}
    [note] = told.notes
    assert (note.kind, note.place) == ("risen", Place("baseline.jsonl", 2))
    assert "was accepted as minor, and is major now" in note.text


def test_a_grade_that_fell_is_known() -> None:
    told = run({"a": SLOW, "b": FAST}, baseline=baseline({"a": SLOW, "b": FAST}, grade="major"))
    assert states(told) == {"speed": "known"}


def test_what_is_no_longer_there_is_absent_and_stale() -> None:
    told = run({"a.txt": TWENTY, "b.txt": TWENTY}, baseline=baseline(TRAINS))
    [gone] = told.document.findings
    assert gone.status == "absent"
    assert [side.claims for side in gone.sides] == [[], []]
    why = told.gone[gone.id]
    assert why.stale
    assert why.place == Place("baseline.jsonl", 2)
    assert why.sentence.startswith(
        "The difference in the number of carriages of Ada Lovelace’s train between "
    )
    assert "claimcheck baseline prune" in why.sentence
    assert told.exit_code == 0


def test_stale_lines_fail_where_that_is_asked_for() -> None:
    strict = Terms(strict_baseline=True)
    assert run({"a.txt": TWENTY}, strict, baseline=baseline(TRAINS)).exit_code == 4
    assert run(TRAINS, strict, baseline=baseline(TRAINS)).exit_code == 0
    # A contradiction is graver than a line too many.
    assert run(DAYS, strict, baseline=baseline(TRAINS)).exit_code == 1


def test_what_was_accepted_as_less_than_a_contradiction_is_new_and_told() -> None:
    told = run(TRAINS, baseline=baseline(TRAINS, verdict="tension", id="0" * 64))
    assert states(told) == {"carriage_count": "new"}
    [note] = told.notes
    assert (note.kind, note.place) == ("risen", Place("baseline.jsonl", 2))
    assert note.text.endswith("was accepted as tension alone")


def test_the_same_figures_of_another_event_are_new_and_told() -> None:
    then = {"a.txt": FIRE.format("Lyon", 5), "b.txt": FIRE.format("Lyon", 9)}
    now = {name: text.replace("Lyon", "Gdansk") for name, text in then.items()}
    other = {f"new-{name}": text for name, text in now.items()}
    told = run(other, baseline=baseline(then))
    assert [(f.status, f.id) for f in told.document.findings] == [
        ("new", run(then).document.findings[0].id)
    ]
    [note] = told.notes
    assert note.text.endswith("was accepted of other articles: a.txt, b.txt")
    assert not told.gone


FIRE = "A fire at a mill in {} killed {} people on Monday, the fire brigade said."


def test_other_rules_are_said_once_and_the_findings_are_matched_anew() -> None:
    told = run(TRAINS, baseline=baseline(TRAINS, rules="other"))
    assert kinds(told) == ["other-rules"]
    assert "the baseline was made with other rules" in str(told.notes[0])
    assert told.exit_code == 0


@pytest.mark.parametrize(("days", "exit_code"), [(-1, 1), (0, 0), (1, 0)])
def test_an_acceptance_holds_until_the_end_of_its_last_day(days: int, exit_code: int) -> None:
    until = (TODAY + timedelta(days)).isoformat()
    told = run(TRAINS, baseline=baseline(TRAINS, until=until))
    assert told.exit_code == exit_code
    assert kinds(told) == (["expired-acceptance"] if exit_code else [])


def test_an_ended_acceptance_of_what_is_gone_is_stale() -> None:
    told = run({"a.txt": TWENTY}, baseline=baseline(TRAINS, until="2020-01-01"))
    assert (states(told), kinds(told)) == ({"carriage_count": "absent"}, [])


def test_what_a_revision_had_is_known_and_fails_nothing() -> None:
    told = run(TRAINS, before=entries(TRAINS), revision="main")
    assert states(told) == {"carriage_count": "known"}
    assert (told.exit_code, told.accepted) == (0, {})


def test_what_a_revision_had_and_is_gone_is_no_stale_line() -> None:
    told = run(
        {"a.txt": TWENTY},
        Terms(strict_baseline=True),
        before=entries(TRAINS),
        revision="main",
        paths={"a.txt": "news/a.txt"},
    )
    [gone] = told.gone.values()
    assert (gone.stale, gone.place) == (False, Place("news/a.txt"))
    assert "stood at main" in gone.sentence
    assert told.exit_code == 0


def test_a_rule_that_is_not_run_makes_no_line_stale() -> None:
    told = run({"a.txt": A_DAY}, baseline=baseline(TRAINS), is_run=lambda r: r != "carriage_count")
    assert not told.gone
    [note] = told.notes
    assert note.text == (
        "1 accepted finding of the rule carriage_count, which is not selected: not evaluated"
    )


def test_a_part_of_the_corpus_does_not_tell_that_anything_is_gone() -> None:
    told = run({"a.txt": TWENTY}, baseline=baseline(TRAINS), partial=True)
    assert not told.gone
    assert kinds(told) == ["not-evaluated"]


def test_an_article_that_only_was_not_asked_for_makes_nothing_stale() -> None:
    told = run({"a.txt": TWENTY}, baseline=baseline(TRAINS), lies=lambda doc: doc == "b.txt")
    assert (dict(told.gone), kinds(told)) == ({}, ["not-evaluated"])
    assert run({"a.txt": TWENTY}, baseline=baseline(TRAINS), lies=lambda doc: doc == "c.txt").gone


def test_what_to_do_names_the_paths() -> None:
    told = run({"a.txt": TWENTY}, baseline=baseline(TRAINS), typed="news --config x.toml")
    [gone] = told.gone.values()
    assert "claimcheck baseline prune news --config x.toml" in gone.sentence


def test_a_new_article_on_a_side_is_new_where_that_is_asked_for() -> None:
    more = {**TRAINS, "c.txt": NINETY}
    assert run(more, baseline=baseline(TRAINS)).exit_code == 0
    told = run(more, baseline=baseline(TRAINS), new_source_is_new=True)
    assert told.exit_code == 1
    assert "is held by another article now: c.txt" in told.notes[0].text


def directive(doc: str, rule: str = "carriage_count", **changed: Any) -> Directive:
    fields: dict[str, Any] = {"start": 0, "end": 1000, "place": Place(doc, 1, 1)}
    return Directive(doc, rule, "of the convoy", **(fields | changed))


def test_a_suppressed_finding_fails_nothing_and_says_why() -> None:
    told = run(TRAINS, directives=[directive("a.txt")])
    assert states(told) == {"carriage_count": "suppressed"}
    assert told.exit_code == 0
    [why] = told.suppressed.values()
    assert (why.rule, why.reason, why.place) == (
        "carriage_count",
        "of the convoy",
        Place("a.txt", 1, 1),
    )


def test_one_article_does_not_speak_for_others_of_its_side() -> None:
    more = {**TRAINS, "c.txt": TWENTY}
    assert run(more, directives=[directive("a.txt")]).exit_code == 1
    assert run(more, directives=[directive("a.txt"), directive("c.txt")]).exit_code == 0
    assert run(more, directives=[directive("b.txt")]).exit_code == 0


@pytest.mark.parametrize(
    "asked",
    [
        directive("a.txt", rule="speed"),  # another rule
        directive("a.txt", start=100),  # another paragraph
        directive("a.txt", quote="90 carriages"),  # other words
        directive("z.txt"),  # no such article
    ],
)
def test_a_directive_that_suppresses_nothing_is_reported(asked: Directive) -> None:
    told = run(TRAINS, directives=[asked])
    assert told.exit_code == 1
    [note] = told.notes
    assert (note.kind, note.place) == ("unused-suppression", asked.place)


def test_words_narrow_a_directive_whatever_their_case() -> None:
    assert run(TRAINS, directives=[directive("a.txt", quote="More than 20")]).exit_code == 0


def test_a_suppression_that_ended_fails_again() -> None:
    told = run(TRAINS, directives=[directive("a.txt", until="2026-11-20")])
    assert (told.exit_code, kinds(told)) == (1, ["expired-suppression"])


def test_a_suppressed_finding_is_no_stale_line() -> None:
    told = run(TRAINS, baseline=baseline(TRAINS), directives=[directive("a.txt")])
    assert states(told) == {"carriage_count": "suppressed"}
    assert not told.gone


def test_only_findings_with_a_changed_article_are_shown_where_that_is_asked_for() -> None:
    both = TRAINS | DAYS
    told = run(both, Terms(changed={"a.txt"}))
    assert states(told) == {"carriage_count": "new"}
    assert [n.text for n in told.notes] == [
        "1 finding between articles that did not change: not shown"
    ]
    assert run(both, Terms(changed=())).exit_code == 0


def test_what_is_gone_with_a_changed_or_deleted_article_is_shown() -> None:
    held = baseline(TRAINS)
    assert run({"a.txt": TWENTY}, Terms(changed=()), baseline=held).gone
    kept = run({"a.txt": TWENTY, "b.txt": TWENTY}, Terms(changed={"b.txt"}), baseline=held)
    assert states(kept) == {"carriage_count": "absent"}
    other = run({"a.txt": TWENTY, "b.txt": TWENTY}, Terms(changed=()), baseline=held)
    assert not other.document.findings
