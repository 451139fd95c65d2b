"""Versions: what an article no longer says beside what it says, and beside other articles."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.articles.article import Article
from claimcheck.desk.draft import check_draft
from claimcheck.pipeline import Result, check, extract, shipped_rules
from claimcheck.verdicts.comparison import compare

URL = "https://x.org/train"


def told(id_: str, text: str, day: str, url: str | None = None) -> Article:
    return Article(id_, text, published=day, url=url, story="journey")


def train(number: object) -> str:
    return f"Kim Jong Un's train has {number} carriages."


OLD = told("old", train(20), "2024-05-06", URL)
NEW = told("new", train(90), "2024-05-07", f"{URL}/?utm_source=feed")
THIRD = told("third", train(40), "2024-05-07")


def found(result: Result) -> list[tuple[str, list[str]]]:
    """The kind of each finding with the articles of its two sides."""
    return [
        (f.kind, sorted("+".join(sorted({c.doc for c in s.claims})) for s in f.sides))
        for f in result.findings
    ]


def test_the_later_version_supersedes_and_that_is_no_contradiction() -> None:
    result = check([OLD, NEW])
    assert found(result) == [("superseded", ["new", "old"])]
    [finding] = result.findings
    assert finding.explanation.endswith(
        "The article was changed later: at first it said “20 carriages”, now it says “90 carriages”."
    )


def test_two_articles_would_have_been_a_contradiction() -> None:
    apart = [told("old", OLD.text, "2024-05-06"), told("new", NEW.text, "2024-05-07")]
    assert found(check(apart)) == [("contradictory", ["new", "old"])]


def test_what_an_article_no_longer_says_contradicts_no_third() -> None:
    result = check([OLD, NEW, THIRD])
    assert found(result) == [("contradictory", ["new", "third"]), ("superseded", ["new", "old"])]


def test_what_both_versions_say_contradicts_through_the_later() -> None:
    same = told("new", OLD.text, "2024-05-07", URL)
    assert found(check([OLD, same, THIRD])) == [("contradictory", ["new", "third"])]


def test_an_outdated_claim_is_no_origin() -> None:
    same = told("new", OLD.text, "2024-05-07", URL)
    for result in (check([OLD, same, THIRD]), check([same, THIRD])):
        assert [side.origins for f in result.findings for side in f.sides] == [1, 1]
    [changed] = check([OLD, NEW]).findings
    assert sorted(side.origins for side in changed.sides) == [0, 1]


def test_an_outdated_value_is_overtaken_whichever_way_it_is_asked() -> None:
    one, other = (extract(a, story="journey").claims[0] for a in (OLD, NEW))
    assert compare(one, other).verdict == "contradictory"
    for a, b in ((replace(one, outdated=True), other), (one, replace(other, outdated=True))):
        assert compare(a, b) == compare(b, a)
        assert compare(a, b).verdict == "superseded"


def test_a_draft_is_not_held_to_what_an_article_no_longer_says() -> None:
    draft = told("draft", NEW.text, "2024-05-08")
    document, _ = check_draft(draft, [OLD, NEW], shipped_rules(), version="0")
    [judgement] = document.judgements
    assert (judgement.judgement, judgement.origins) == ("supported", 1)


@pytest.mark.parametrize("order", list(permutations([OLD, NEW, THIRD])))
def test_the_order_of_the_articles_has_no_influence(order: tuple[Article, ...]) -> None:
    expected, result = check([OLD, NEW, THIRD]), check(order)
    assert [f.fingerprint for f in result.findings] == [f.fingerprint for f in expected.findings]
    assert result.claims == expected.claims
    assert result.facts == expected.facts


def test_several_versions_are_each_held_against_the_last() -> None:
    middle = told("middle", train(50), "2024-05-06T12:00:00", URL)
    first = told("old", OLD.text, "2024-05-05", URL)
    assert sorted(found(check([first, middle, NEW]))) == [
        ("superseded", ["middle", "new"]),
        ("superseded", ["new", "old"]),
    ]


def test_what_follows_from_an_earlier_version_is_outdated_too() -> None:
    text = (
        "Ada Lovelace left Paris on Sunday. She arrived in Rome on {}. Her journey took 20 hours."
    )
    old = told("old", text.format("Thursday"), "2024-05-06", URL)
    new = told("new", text.format("Monday"), "2024-05-07", URL)
    kinds = {kind for kind, sides in found(check([old, new])) if any("old" in s for s in sides)}
    assert kinds <= {"superseded"}


SENTENCES = st.sampled_from(
    [
        *(train(n) for n in (20, 21, 40, "more than 30", "dozens of")),
        *(f"The earthquake destroyed {n} houses." for n in (20, 90)),
        *(f"At least {n} people were killed in Peru." for n in (5, 60)),
        *(f"The journey of Kim to Paris took {time}." for time in ("two days", "20 hours")),
        "Kim left Rome on Sunday afternoon. He crossed into Russia early on Tuesday.",
    ]
)
TEXTS = st.lists(SENTENCES, min_size=1, max_size=3).map(" ".join)


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_an_earlier_version_changes_nothing_between_the_others(
    old: str, new: str, third: str, fourth: str
) -> None:
    others = [
        told("new", new, "2024-05-07", URL),
        told("third", third, "2024-05-07"),
        told("fourth", fourth, "2024-05-07"),
    ]
    without = check(others)
    result = check([told("old", old, "2024-05-06", URL), *others])
    mine = [f for f in result.findings if any(c.outdated for s in f.sides for c in s.claims)]
    rest = [f for f in result.findings if f not in mine]
    assert [f.fingerprint for f in rest] == [f.fingerprint for f in without.findings]
    assert [f.explanation for f in rest] == [f.explanation for f in without.findings]
    assert {f.kind for f in mine} <= {"superseded"}
    assert len({f.fingerprint for f in result.findings}) == len(result.findings)
    # Every claim is in one fact and one camp, and what was there before counts as it did.
    ids = sorted(c.id for c in result.claims)
    assert sorted(c.id for f in result.facts for c in f.claims) == ids
    assert sorted(c.id for f in result.facts for k in f.camps for c in k.claims) == ids
    assert len({f.id for f in result.facts}) == len(result.facts)
    now = {f.id: [k.origins for k in f.camps] for f in result.facts}
    for fact in without.facts:
        assert now[fact.id][: len(fact.camps)] == [k.origins for k in fact.camps]
