"""Matching: an accepted finding is found again whatever was edited around it, and a new one never
passes for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.gate.baseline.matching import Match, matches
from gate.corpora import (
    A_DAY,
    FAST,
    NINETY,
    SLOW,
    THREE_DAYS,
    TWENTY,
    TWENTY_ONE,
    TWO_DAYS,
    entries,
    found,
)

TRAINS = {"a.txt": TWENTY, "b.txt": NINETY}


def states(now: Mapping[str, str], then: Mapping[str, str]) -> list[str]:
    """What each finding of a corpus is to those of an earlier one."""
    return [m.state if m else "new" for m in matches(found(now), entries(then))]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (TRAINS, ["known"]),
        # Where a sentence stands, what it is called and how it is laid out has no part in it.
        ({"b.txt": TWENTY, "a.txt": NINETY}, ["known"]),
        ({"y.txt": TWENTY, "z.txt": NINETY}, ["known"]),
        ({"a.txt": f"Nothing new.\n\n\n{TWENTY}", "b.txt": NINETY}, ["known"]),
        ({"a.txt": TWENTY.replace(" train", "\ntrain"), "b.txt": NINETY}, ["known"]),
        (
            {"a.txt": "Ada Lovelace's train consists of more than 20 cars.", "b.txt": NINETY},
            ["known"],
        ),
        # An article that agrees with a known camp opens nothing.
        ({**TRAINS, "c.txt": NINETY}, ["known"]),
        # A value that joins a camp is told, and opens nothing.
        ({**TRAINS, "c.txt": TWENTY_ONE}, ["updated"]),
        # A new value is new, on either side.
        ({"a.txt": TWENTY, "b.txt": NINETY.replace("90", "190")}, ["new"]),
        ({"a.txt": TWENTY.replace("20", "25"), "b.txt": NINETY}, ["new"]),
        # What is said of another is another finding, and so is another attribute.
        ({k: t.replace("Ada Lovelace", "Grace Hopper") for k, t in TRAINS.items()}, ["new"]),
        ({"a.txt": SLOW, "b.txt": FAST}, ["new"]),
    ],
)
def test_a_finding_is(now: dict[str, str], expected: list[str]) -> None:
    assert states(now, TRAINS) == expected


def test_one_contradiction_swapped_for_another_is_new() -> None:
    fixed = {"a.txt": f"{TWENTY}\n\n{A_DAY}", "b.txt": f"{TWENTY}\n\n{TWO_DAYS}"}
    assert states(fixed, TRAINS) == ["new"]


def test_values_that_left_a_camp_leave_the_finding_known() -> None:
    assert states(TRAINS, {**TRAINS, "c.txt": TWENTY_ONE}) == ["known"]


def test_a_third_value_opens_what_it_contradicts_and_nothing_else() -> None:
    now = {"a.txt": A_DAY, "b.txt": TWO_DAYS, "c.txt": THREE_DAYS}
    told = sorted(states(now, {"a.txt": A_DAY, "b.txt": TWO_DAYS}))
    assert told.count("known") == 1
    assert set(told) == {"known", "new"}


FIRE = "A fire at a mill in {place} killed {n} people on Monday, the {place} fire brigade said."


def fires(*told: tuple[str, int, int]) -> dict[str, str]:
    """Two articles a fire, which give other tolls; nothing but the story says which fire."""
    return {
        f"{place}-{i}.txt": FIRE.format(place=place, n=n)
        for place, one, other in told
        for i, n in enumerate((one, other))
    }


def test_the_same_figures_of_another_event_are_another_finding() -> None:
    then = fires(("Lyon", 5, 9))
    assert states(then, then) == ["known"]
    assert states(fires(("Gdansk", 5, 9)), then) == ["new"]


def test_a_page_that_is_written_anew_about_another_event_has_other_findings() -> None:
    """The files of a live blog keep their names, and a count of the dead names no event."""
    then = fires(("Lyon", 5, 9))
    files = list(then)
    crash = "Two trams collided in {} on Friday. {} people were killed, the operator said."
    now = {f: crash.format("Porto", n) for f, n in zip(files, ("Five", "Nine"), strict=True)}
    assert states(now, then) == ["new"]


def test_a_word_changed_in_one_article_leaves_a_finding_of_an_event_known() -> None:
    then = fires(("Lyon", 5, 9))
    edited = {name: text.replace("A fire", "A large fire") for name, text in then.items()}
    assert states(edited, then) == ["known"]


def test_a_value_far_back_in_a_long_sentence_is_seen() -> None:
    long = f"{'It rained, ' * 30}and Ada Lovelace's train has {{}} carriages."
    then = {"a.txt": long.format(20), "b.txt": NINETY}
    assert states(then, then) == ["known"]
    assert states({"a.txt": long.format(21), "b.txt": NINETY}, then) == ["new"]


LEFT = "Ada Lovelace's train left Oslo on Sunday afternoon."
ARRIVED = "Ada Lovelace's train reached Bergen early on {}."


def test_what_follows_from_other_values_is_another_finding() -> None:
    """The duration that two times imply is told in both sentences, of which one may stay."""

    def corpus(day: str) -> dict[str, str]:
        times = f"{LEFT} {ARRIVED.format(day)}"
        return {"a.txt": times, "b.txt": "Ada Lovelace's journey took almost a full day."}

    tuesday = [one.entry.basis for one in found(corpus("Tuesday"))]
    assert any(basis.startswith("derived") for basis in tuesday)
    assert set(states(corpus("Tuesday"), corpus("Tuesday"))) == {"known"}
    assert set(states(corpus("Thursday"), corpus("Tuesday"))) == {"new"}


def test_each_of_two_alike_findings_has_an_entry_of_its_own() -> None:
    now = fires(("Lyon", 5, 9), ("Gdansk", 5, 9))
    assert sorted(states(now, now)) == ["known", "known"]
    assert sorted(states(now, fires(("Lyon", 5, 9)))) == ["known", "new"]


def only(told: list[Match | None]) -> Match | None:
    (match,) = told
    return match


def changed(**fields: Any) -> Match | None:
    """What today's finding is to an entry of which something is otherwise."""
    [one] = entries(TRAINS)
    old = [msgspec.structs.replace(one, **fields)]
    return only(matches(found(TRAINS), old))


def test_other_rules_move_a_finding_that_is_told_in_the_same_words() -> None:
    """The subject or the scope is read otherwise now: another fact, in the same documents."""
    match = changed(fact="another", id="0" * 64)
    assert match is not None
    assert (match.state, match.moved) == ("known", True)


@pytest.mark.parametrize("field", ["rule", "verdict"])
def test_what_is_of_another_rule_or_verdict_has_not_moved(field: str) -> None:
    other = {"rule": "speed", "verdict": "tension"}[field]
    told = {field: other, "fact": "another", "id": "0" * 64}
    assert changed(**told) is None


def test_words_that_were_read_as_another_value_have_moved() -> None:
    [one] = entries(TRAINS)
    sides = tuple(msgspec.structs.replace(s, values=("eq:1:count",)) for s in one.sides)
    match = changed(sides=sides, id="0" * 64)
    assert match is not None
    assert match.moved


def test_alike_words_of_another_value_have_not_moved() -> None:
    """20 that becomes 25 is new, though the words are nearly the same."""
    long = "Ada Lovelace's private armoured train has more than {} heavy steel carriages."
    now = {"a.txt": long.format(25), "b.txt": NINETY}
    assert states(now, {"a.txt": long.format(20), "b.txt": NINETY}) == ["new"]


POOL = {"a": TWENTY, "b": NINETY, "c": A_DAY, "d": TWO_DAYS, "e": SLOW, "f": FAST, "g": TWENTY_ONE}


@given(st.permutations(sorted(POOL)), st.integers(2, len(POOL)))
def test_everything_is_known_to_itself_in_any_order(names: list[str], count: int) -> None:
    texts = {name: POOL[name] for name in names[:count]}
    told = matches(found(texts), list(reversed(entries(texts))))
    assert all(m and m.state == "known" and not m.moved for m in told)


@given(st.sets(st.sampled_from(sorted(POOL)), min_size=2))
def test_what_is_new_has_a_new_article_on_a_side(names: set[str]) -> None:
    """Whatever articles join, a finding between the old ones stays what it was."""
    old = {name: POOL[name] for name in sorted(names)}
    now = found(POOL)
    for one, match in zip(now, matches(now, entries(old)), strict=True):
        assert match or not one.entry.docs <= set(old)
