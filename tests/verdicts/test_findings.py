"""Findings: one for each way in which two camps differ, and an identity that outlives edits."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimcheck
from claimcheck.articles.article import Article
from claimcheck.claims.claim import Claim
from claimcheck.pipeline import Result
from claimcheck.quantities.possibility import Possibility
from claimcheck.verdicts import findings as judged
from claimcheck.verdicts.comparison import Comparison, compare
from claimcheck.verdicts.facts import facts
from claimcheck.verdicts.findings import Finding, findings

from .factories import CARRIAGES, DEPARTURE, DURATION, SPEED, claim


def found(*claims: Claim) -> list[Finding]:
    return findings(facts(claims))


def shown(finding: Finding) -> str:
    return f"{finding.kind} {finding.basis} {finding.grade}"


def sides(finding: Finding) -> list[list[str]]:
    return [[f"{c.doc}: {c.quote}" for c in side.claims] for side in finding.sides]


# --- which findings there are -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (claim("20"), claim("90"), ["contradictory hard major"]),
        (claim("more than 20"), claim("up to 90"), ["contradictory pragmatic major"]),
        (claim("20"), claim("20"), []),
        (claim("more than 20"), claim("25"), []),
        (claim("20", time="planned"), claim("90"), ["superseded hard moderate"]),
        (claim("20", time="planned"), claim("90", time="planned"), ["tension hard major"]),
        (claim("20", certainty="PS"), claim("90"), ["tension hard major"]),
        (claim("20", generic=True), claim("90"), ["tension hard major"]),
        (claim("20", negative=True), claim("20"), ["contradictory hard major"]),
        (claim("20", negative=True), claim("90"), []),
        # Who denies what another says is in dispute with him, and neither is a slip.
        (
            claim("20", negative=True, denied=True),
            claim("20"),
            ["contradictory disputed negligible"],
        ),
        (claim("20", negative=True, denied=True), claim("90"), []),
        (
            claim("20", negative=True, denied=True),
            claim("20", time="planned"),
            ["superseded hard moderate"],
        ),
        (
            claim("20", negative=True, denied=True),
            claim("20", certainty="PS"),
            ["tension hard major"],
        ),
        (
            claim("more than 20", generic=True),
            claim("up to 90", certainty="PS"),
            ["tension pragmatic major"],
        ),
    ],
)
def test_a_pair_that_differs_is_a_finding(one: Claim, other: Claim, expected: list[str]) -> None:
    other = replace(other, doc="b.txt", id=f"{other.id}-b")
    assert [shown(f) for f in found(one, other)] == expected


def test_one_finding_for_each_pair_of_camps() -> None:
    three = [claim("20"), claim("50", doc="b.txt"), claim("90", doc="c.txt")]
    assert sorted(sides(f) for f in found(*three)) == [
        [["a.txt: 20"], ["b.txt: 50"]],
        [["a.txt: 20"], ["c.txt: 90"]],
        [["b.txt: 50"], ["c.txt: 90"]],
    ]
    assert len({f.id for f in found(*three)}) == 3


def test_all_who_say_it_stand_on_a_side_in_order_of_place() -> None:
    said = [
        claim("20", doc="b.txt", start=50),
        claim("20", doc="b.txt", id="x", start=7),
        claim("about 20", doc="a.txt"),
        claim("90", doc="c.txt"),
    ]
    [finding] = found(*(replace(c, id=f"{n}") for n, c in enumerate(said)))
    assert sides(finding) == [["a.txt: about 20", "b.txt: 20", "b.txt: 20"], ["c.txt: 90"]]
    assert [c.start for c in finding.sides[0].claims] == [0, 7, 50]
    assert [side.origins for side in finding.sides] == [2, 1]


def test_a_forecast_makes_a_finding_of_its_own() -> None:
    said = [claim("20"), claim("90", doc="b.txt"), claim("20", doc="c.txt", time="planned")]
    assert [(shown(f), sides(f)) for f in found(*said)] == [
        ("contradictory hard major", [["a.txt: 20"], ["b.txt: 90"]]),
        ("superseded hard moderate", [["c.txt: 20"], ["b.txt: 90"]]),
    ]


def test_what_is_derived_makes_a_finding_of_its_own() -> None:
    hours = Possibility(30, 30, 44, 44)
    implied = replace(
        claim("Sunday afternoon", DEPARTURE, doc="c.txt", id="c-1"),
        measurand=DURATION,
        possibility=hours,
        reading=hours,
        derived_from=("left", "arrived"),
    )
    said = [claim("almost a day", DURATION), claim("two days", DURATION, doc="b.txt"), implied]
    direct, derived = found(*said)
    assert shown(direct) == "contradictory hard major"
    assert sides(direct) == [["a.txt: almost a day"], ["b.txt: two days"]]
    assert shown(derived) == "contradictory derived-hard major"
    assert derived.sides[1].claim_ids == ["left", "arrived"]
    assert derived.sides[1].origins == 1


def test_a_dispute_is_a_finding_beside_the_contradiction() -> None:
    said = [
        claim("20"),
        claim("90", doc="b.txt"),
        claim("20", doc="c.txt", negative=True, denied=True, holder="The ministry"),
    ]
    assert [(shown(f), sides(f)) for f in found(*said)] == [
        ("contradictory hard major", [["a.txt: 20"], ["b.txt: 90"]]),
        ("contradictory disputed negligible", [["a.txt: 20"], ["c.txt: 20"]]),
    ]


@pytest.mark.parametrize(
    ("changed", "stands"),
    [
        # Beside one who says it of the event, who says it of what is usual says the same.
        ({"generic": True}, True),
        ({"certainty": "PR"}, True),
        # A plan and a possibility never stand on a side of a contradiction.
        ({"time": "planned"}, False),
        ({"certainty": "PS"}, False),
        ({"certainty": "PS", "generic": True}, False),
    ],
)
def test_who_stands_beside_a_contradiction(changed: dict[str, Any], stands: bool) -> None:
    beside = claim("more than 20", doc="c.txt", **changed)
    contradiction, *_ = found(claim("more than 20"), beside, claim("up to 90", doc="b.txt"))
    assert contradiction.kind == "contradictory"
    assert ("c.txt: more than 20" in sides(contradiction)[0]) is stands


def test_a_claim_that_agrees_with_strain_stands_on_no_side_for_that() -> None:
    # 28 agrees with both; it is of the lower camp, and no ground against the other.
    said = [claim("20 to 28"), claim("27 to 40", doc="b.txt"), claim("39 to 50", doc="c.txt")]
    for finding in found(*said):
        for one in finding.sides[0].claims:
            assert any(
                one.possibility.high < other.possibility.low for other in finding.sides[1].claims
            )


def test_the_gravest_pair_speaks() -> None:
    said = [claim("20"), claim("23", doc="b.txt", certainty="PR"), claim("about 21", doc="c.txt")]
    [finding] = found(*said, claim("90", doc="d.txt"))[:1]
    assert finding.comparison.severity == 1.0
    gravest = min(finding.sides[0].claims, key=lambda c: c.possibility.midpoint)
    assert finding.sides[0].value == gravest.quote


def test_the_gravest_finding_comes_first() -> None:
    said = [
        claim("50 km/h", SPEED),
        claim("60 km/h", SPEED, doc="b.txt"),
        claim("20", CARRIAGES),
        claim("90", CARRIAGES, doc="b.txt"),
        claim("20", CARRIAGES, doc="c.txt", time="planned"),
    ]
    assert [f.kind for f in found(*said)] == ["contradictory", "contradictory", "superseded"]
    severities = [f.comparison.severity for f in found(*said)[:2]]
    assert severities == sorted(severities, reverse=True)


# --- identity -----------------------------------------------------------------------------------


def test_an_id_is_the_head_of_its_fingerprint() -> None:
    [finding] = found(claim("20"), claim("90", doc="b.txt"))
    assert len(finding.fingerprint) == 64
    assert finding.id == finding.fingerprint[:12]


def test_two_of_one_fingerprint_get_two_ids() -> None:
    # The same values of the same thing in two stories: one key, and two contradictions.
    def told(story: str) -> list[Claim]:
        return [
            claim("two days", DURATION, doc=f"{story}1", story=story),
            claim("five days", DURATION, doc=f"{story}2", story=story),
        ]

    two = found(*told("a"), *told("b"))
    assert len(two) == 2
    assert len({f.fact.key for f in two}) == 1
    assert len({f.id for f in two}) == len({f.fingerprint for f in two}) == 2
    # The first keeps the id that it has alone; order and repetition change nothing.
    [alone] = found(*told("a"))
    assert alone.id in {f.id for f in two}
    assert [f.id for f in found(*told("b"), *told("a"))] == [f.id for f in two]


def test_values_that_are_one_to_identity_still_get_ids_of_their_own() -> None:
    three = [claim(n, doc=f"{n}.txt") for n in ("10,001", "10,011", "10,021")]
    assert len({c.canonical for c in three}) == 1
    assert len({f.id for f in found(*three)}) == 3


BASE = (
    ("a.txt", "Ada Lovelace's train has more than 20 carriages. It was late."),
    ("b.txt", "Ada Lovelace's train has up to 90 carriages."),
)


def ids(*articles: tuple[str, str]) -> list[str]:
    return [f.id for f in checked(articles).findings]


def checked(articles: Iterable[tuple[str, str]]) -> Result:
    return claimcheck.check([Article(name, text, story="s") for name, text in articles])


EDITS: dict[str, Callable[[], list[tuple[str, str]]]] = {
    "the articles in another order": lambda: [BASE[1], BASE[0]],
    "an article that agrees": lambda: [
        *BASE,
        ("c.txt", "Ada Lovelace's train consists of more than 20 carriages."),
    ],
    "an article that agrees, in other words": lambda: [
        *BASE,
        ("c.txt", "Ada Lovelace's train has over 20 wagons."),
    ],
    "an article about something else": lambda: [
        *BASE,
        ("c.txt", "Charles Babbage's train has 12 carriages."),
    ],
    "a repetition": lambda: [BASE[0], (BASE[1][0], f"{BASE[1][1]} {BASE[1][1]}")],
    "other sentences": lambda: [
        ("a.txt", "It rained.\n\nAda Lovelace's train has more than 20 carriages. It was early."),
        BASE[1],
    ],
    "other line breaks": lambda: [
        ("a.txt", "Ada Lovelace's\ntrain has more\nthan 20 carriages. It was late."),
        BASE[1],
    ],
    "the value in other words": lambda: [
        ("a.txt", "Ada Lovelace's train has over twenty carriages. It was late."),
        BASE[1],
    ],
    "a file of another name": lambda: [("z.txt", BASE[0][1]), BASE[1]],
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_that_changes_no_value_makes_no_new_finding(edit: str) -> None:
    assert len(ids(*BASE)) == 1
    assert ids(*EDITS[edit]()) == ids(*BASE)


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("more than 20", "more than 25"),
        ("more than 20", "20"),
        ("up to 90", "at least 90"),
        ("Ada Lovelace's", "Charles Babbage's"),
    ],
)
def test_another_value_or_subject_is_a_new_finding(was: str, becomes: str) -> None:
    changed = [(name, text.replace(was, becomes)) for name, text in BASE]
    assert len(ids(*changed)) == 1
    assert ids(*changed) != ids(*BASE)


def test_a_new_value_in_a_camp_is_a_new_fingerprint() -> None:
    # Which baselines know as an update of the old one: each side still shares a value with it.
    more = [*BASE, ("c.txt", "Ada Lovelace's train has at least 21 carriages.")]
    [old], [new] = checked(BASE).findings, checked(more).findings
    assert old.fingerprint != new.fingerprint
    assert {c.canonical for c in old.sides[0].claims} < {c.canonical for c in new.sides[0].claims}


def test_how_surely_a_value_is_said_has_no_part_in_the_identity() -> None:
    said = [claim("20"), claim("about 20", doc="b.txt"), claim("up to 90", doc="c.txt")]
    said += [claim("90", doc="d.txt")]
    [plain] = found(*said)
    for n in range(len(said)):
        reported = [replace(c, certainty="PR") if i == n else c for i, c in enumerate(said)]
        assert [f.id for f in found(*reported)] == [plain.id]
    assert plain.basis == "hard"


# --- laws ---------------------------------------------------------------------------------------

SAID = st.lists(
    st.tuples(
        st.sampled_from(["20", "about 20", "more than 20", "25", "up to 90", "90", "40 to 60"]),
        st.fixed_dictionaries(
            {
                "doc": st.sampled_from(["a", "b", "c"]),
                "certainty": st.sampled_from(["CT", "PR", "PS"]),
                "time": st.sampled_from(["past", "past", "planned"]),
                "generic": st.booleans(),
                "negative": st.sampled_from([False, False, True]),
                "denied": st.booleans(),
            }
        ),
    ),
    max_size=7,
)


@settings(deadline=None)
@given(SAID, st.randoms())
def test_what_every_finding_is(
    said: list[tuple[str, dict[str, Any]]], chance: random.Random
) -> None:
    claims = [
        replace(claim(words, **changed), id=f"{n}", start=n)
        for n, (words, changed) in enumerate(said)
        if changed["negative"] or not changed["denied"]  # what is denied is negative
    ]
    out = found(*claims)
    assert len({f.id for f in out}) == len(out)
    numbers = {
        c.id: (fact.id, number)
        for fact in facts(claims)
        for number, camp in enumerate(fact.camps)
        for c in camp.claims
    }
    seen = set()
    for finding in out:
        one, other = finding.sides
        # Two sides, each of one camp, the one not the other.
        (first,) = {numbers[c.id] for c in one.claims}
        (second,) = {numbers[c.id] for c in other.claims}
        assert first != second
        key = (first, second, finding.kind, finding.basis)
        assert key not in seen
        seen.add(key)
        assert finding.basis
        if finding.kind == "contradictory":
            for c in (*one.claims, *other.claims):
                assert c.time != "planned"
                assert c.certainty != "PS"
        assert finding.explanation
    chance.shuffle(claims)
    assert found(*claims) == out


def test_what_many_say_alike_is_compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[Claim, Claim]] = []

    def counted(one: Claim, other: Claim) -> Comparison:
        compared.append((one, other))
        return compare(one, other)

    monkeypatch.setattr(judged, "compare", counted)
    said = ["more than 20", "up to 90"]
    [finding] = found(*(claim(said[n % 2], doc=f"{n}") for n in range(100)))
    assert [len(side.claims) for side in finding.sides] == [50, 50]
    assert len(compared) == 1
