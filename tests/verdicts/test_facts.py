"""Facts: who speaks of the same thing, who agrees within it, and how many voices that are."""

from __future__ import annotations

import random
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.articles.article import Article
from claimcheck.claims.claim import Claim, identified
from claimcheck.claims.events import Event
from claimcheck.claims.extraction import extract
from claimcheck.claims.measurands import Measurand
from claimcheck.pipeline import check, shipped_rules
from claimcheck.quantities.calendar.times import WEEK
from claimcheck.quantities.possibility import Possibility
from claimcheck.verdicts.comparison import compare, incomparable
from claimcheck.verdicts.facts import Camp, adopted, camps, facts, origins

from .factories import ARRIVAL, CARRIAGES, DEPARTURE, DURATION, TRAIN, claim

# A busy machine is no slow test.
law = settings(deadline=None)

Grouping = list[list[str]]


def words(groups: Iterable[Iterable[Claim]]) -> Grouping:
    """Groups of claims by their words, in an order that says nothing."""
    return sorted(sorted(c.quote for c in group) for group in groups)


def grouped(*claims: Claim) -> Grouping:
    return words(f.claims for f in facts(claims))


def camped(*claims: Claim) -> Grouping:
    return words(c.claims for c in camps(claims))


def each_in_its_article(*claims: Claim) -> list[Claim]:
    """The claims, each made by an article of its own."""
    return [identified([replace(c, doc=f"{n}.txt")])[0] for n, c in enumerate(claims)]


# --- camps --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "agreeing"),
    [
        (["20", "20"], [["20", "20"]]),
        (["20", "90"], [["20"], ["90"]]),
        (["more than 20", "25", "up to 90"], [["25", "more than 20"], ["up to 90"]]),
        # The middle agrees with both and joins the lower: camps are as few as can be.
        (["20 to 30", "28 to 40", "38 to 50"], [["20 to 30", "28 to 40"], ["38 to 50"]]),
        # What fits both stands with the first that it meets.
        (["20", "90", "at least 10"], [["20", "at least 10"], ["90"]]),
    ],
)
def test_who_agrees_is_one_camp(values: list[str], agreeing: Grouping) -> None:
    assert camped(*each_in_its_article(*map(claim, values))) == agreeing


def test_the_consensus_is_what_all_of_a_camp_allow() -> None:
    [camp] = camps(each_in_its_article(claim("20 to 30"), claim("25 to 40"), claim("at least 22")))
    assert camp.consensus == pytest.approx((25, 30), abs=0.8)


@pytest.mark.parametrize(
    ("said", "agreeing"),
    [
        # Denying a value leaves every other.
        ([("20", False), ("20", True)], [["20"], ["20"]]),
        ([("20", False), ("30", True)], [["20", "30"]]),
        ([("20", True), ("30", True)], [["20", "30"]]),
        ([("20", True), ("20", True)], [["20", "20"]]),
        ([("20", False), ("90", False), ("20", True)], [["20"], ["20", "90"]]),
    ],
)
def test_a_denial_joins_who_does_not_say_what_it_denies(
    said: list[tuple[str, bool]], agreeing: Grouping
) -> None:
    claims = [claim(words, negative=negative) for words, negative in said]
    assert camped(*each_in_its_article(*claims)) == agreeing


def test_a_camp_that_only_denies_has_no_consensus() -> None:
    [camp] = camps([claim("20", negative=True)])
    assert camp.consensus is None


@pytest.mark.parametrize(
    ("times", "agreeing"),
    [
        (["Sunday", "Sunday afternoon"], [["Sunday", "Sunday afternoon"]]),
        (["Sunday", "Monday"], [["Monday"], ["Sunday"]]),
        # The week is round: its first hours follow its last.
        (["Sunday night", "early on Monday"], [["Sunday night", "early on Monday"]]),
        (
            ["Sunday night", "early on Monday", "Wednesday"],
            [["Sunday night", "early on Monday"], ["Wednesday"]],
        ),
    ],
)
def test_camps_of_weekdays(times: list[str], agreeing: Grouping) -> None:
    assert camped(*each_in_its_article(*(claim(t, ARRIVAL) for t in times))) == agreeing


@pytest.mark.parametrize(
    ("hours", "agreeing"),
    [
        (["11:59 p.m.", "12:00 a.m."], [["11:59 p.m.", "12:00 a.m."]]),
        (["11:50 p.m.", "12:10 a.m."], [["11:50 p.m."], ["12:10 a.m."]]),
        (["23:57", "midnight", "noon"], [["23:57", "midnight"], ["noon"]]),
        (["11 p.m.", "23:05", "1:30 a.m."], [["11 p.m.", "23:05"], ["1:30 a.m."]]),
    ],
)
def test_camps_of_clock_times(hours: list[str], agreeing: Grouping) -> None:
    text = "".join(f"The tower collapsed at {hour}. " for hour in hours)
    claims = extract(Article("a", text), shipped_rules()).claims
    assert camped(*each_in_its_article(*claims)) == agreeing


def interval(low: int, width: int, n: int = 0) -> Claim:
    """A claim that allows all from `low` on over `width`, as the article number `n` makes it."""
    value = Possibility(low, low, low + width, low + width)
    made = replace(
        claim("20 to 30", doc=f"{n}.txt"),
        stated=(float(low), float(low + width)),
        reading=value,
        possibility=value,
    )
    return identified([made])[0]


def agree(one: Claim, other: Claim) -> bool:
    return compare(one, other).consistency >= 0.5


def fewest(claims: Sequence[Claim]) -> int:
    """The least number of groups whose members agree pairwise, by trying all of them."""

    def place(rest: Sequence[Claim], groups: list[list[Claim]]) -> int:
        if not rest:
            return len(groups)
        first, *others = rest
        counts = [place(others, [*groups, [first]])]
        for n, group in enumerate(groups):
            if all(agree(first, member) for member in group):
                counts.append(place(others, [*groups[:n], [*group, first], *groups[n + 1 :]]))
        return min(counts)

    return place(claims, [])


INTERVALS = st.lists(st.tuples(st.integers(1, 40), st.integers(0, 15)), min_size=1, max_size=6)


@law
@given(INTERVALS, st.randoms())
def test_camps_part_the_claims_agree_within_and_are_the_fewest(
    ends: list[tuple[int, int]], chance: random.Random
) -> None:
    claims = [interval(low, width, n) for n, (low, width) in enumerate(ends)]
    found = camps(claims)
    assert sorted(c.id for camp in found for c in camp.claims) == sorted(c.id for c in claims)
    for camp in found:
        assert all(agree(a, b) for a, b in combinations(camp.claims, 2))
        assert camp.consensus
        assert camp.consensus[0] <= camp.consensus[1]
    assert len(found) == fewest(claims)
    chance.shuffle(claims)
    assert camps(claims) == found


TIMES = st.lists(
    st.tuples(
        st.sampled_from(["Monday", "Tuesday", "Thursday", "Saturday", "Sunday"]),
        st.sampled_from(["", " morning", " afternoon", " evening", " night"]),
    ),
    min_size=1,
    max_size=6,
)


@law
@given(TIMES, st.integers(0, 6), st.randoms())
def test_camps_of_weekdays_are_the_fewest_too(
    times: list[tuple[str, str]], days: int, chance: random.Random
) -> None:
    claims = each_in_its_article(*(claim(day + part, ARRIVAL) for day, part in times))
    found = camps(claims)
    for camp in found:
        assert all(agree(a, b) for a, b in combinations(camp.claims, 2))
    assert len(found) == fewest(claims)
    chance.shuffle(claims)
    assert camps(claims) == found
    # Whatever day the week is said to begin on, the same people agree.
    moved = [replace(c, possibility=c.possibility.scaled(1, (24.0 * days) % WEEK)) for c in claims]
    assert words(c.claims for c in camps(moved)) == words(c.claims for c in found)


# --- facts --------------------------------------------------------------------------------------


def test_what_has_one_subject_attribute_event_and_story_is_one_fact() -> None:
    one, other = claim("20"), claim("90", doc="b.txt")
    assert grouped(one, other) == [["20", "90"]]
    [fact] = facts([one, other])
    assert (fact.subject, fact.attribute, fact.event, fact.scope, fact.unit) == (
        *(TRAIN, "carriage_count", "", ""),
        "",
    )


@pytest.mark.parametrize(
    "changed",
    [
        {"subject": "Charles Babbage’s train"},
        {"event": Event("journey", "2019-04-24")},
        {"story": "another story"},
        {"scope": "one way"},
        {"places": (("to", "beijing"),)},
    ],
)
def test_what_differs_in_one_of_them_is_another(changed: dict[str, Any]) -> None:
    shared: dict[str, Any] = {"scope": "round trip", "places": (("to", "vladivostok"),)}
    one = claim("two days", DURATION, **shared)
    other = claim("five days", DURATION, doc="b.txt", **(shared | changed))
    assert grouped(one, other) == [["five days"], ["two days"]]


def test_a_dated_event_is_one_in_every_story() -> None:
    dated = Event("journey", "2019-04-24")
    one = claim("two days", DURATION, event=dated, story="a")
    other = claim("five days", DURATION, doc="b.txt", event=dated, story="b")
    assert grouped(one, other) == [["five days", "two days"]]


def test_what_cannot_be_told_compares_with_nothing() -> None:
    unresolved = Event("journey", "unresolved")
    one = claim("two days", DURATION, event=unresolved)
    assert grouped(one, claim("two days", DURATION, doc="b.txt", event=unresolved)) == [
        ["two days"],
        ["two days"],
    ]


@pytest.mark.parametrize(
    ("scopes", "together"),
    [
        # What names no scope stands for the whole, and meets the one scope that is named …
        (["", "round trip"], [["", "round trip"]]),
        # … but of two nobody knows which is meant.
        (["", "one way", "round trip"], [[""], ["one way"], ["round trip"]]),
        (["one way", "round trip"], [["one way"], ["round trip"]]),
        (["", "", "round trip"], [["", "", "round trip"]]),
    ],
)
def test_scopes(scopes: list[str], together: Grouping) -> None:
    claims = each_in_its_article(*(claim("two days", DURATION, scope=s) for s in scopes))
    assert sorted(sorted(c.scope for c in f.claims) for f in facts(claims)) == together


def test_a_scope_that_stands_alone_meets_none_that_is_not_named() -> None:
    plain = claim("two days", DURATION)
    back = claim("five days", DURATION, doc="b.txt", scope="way back", alone=True)
    assert grouped(plain, back) == [["five days"], ["two days"]]
    again = claim("six days", DURATION, doc="c.txt", scope="way back", alone=True)
    assert grouped(plain, back, again) == [["five days", "six days"], ["two days"]]


@pytest.mark.parametrize(
    ("places", "together"),
    [
        (["", "vladivostok"], [["", "vladivostok"]]),
        (["russia", "vladivostok"], [["russia", "vladivostok"]]),
        (["beijing", "vladivostok"], [["beijing"], ["vladivostok"]]),
        # "To Russia" may be either of two that are apart, and so is neither; whoever says no
        # more than that speaks with the others who do not.
        (
            ["khasan", "russia", "russia", "vladivostok"],
            [["khasan"], ["russia", "russia"], ["vladivostok"]],
        ),
        (["", "beijing", "vladivostok"], [[""], ["beijing"], ["vladivostok"]]),
        (
            ["", "beijing", "russia", "vladivostok"],
            [[""], ["beijing"], ["russia", "vladivostok"]],
        ),
        # An unknown place is apart from none.
        (["atlantis", "vladivostok"], [["atlantis", "vladivostok"]]),
    ],
)
def test_places(places: list[str], together: Grouping) -> None:
    ways = [(("to", p),) if p else () for p in places]
    claims = each_in_its_article(*(claim("two days", DURATION, places=w) for w in ways))
    found = [sorted(dict(c.places).get("to", "") for c in f.claims) for f in facts(claims)]
    assert sorted(found) == together


def test_two_ways_of_one_event_have_one_key_and_two_ids() -> None:
    near, far = (claim("two days", DURATION, places=(("to", p),)) for p in ("khasan", "beijing"))
    one, other = facts(each_in_its_article(near, far))
    assert one.key == other.key
    assert one.id != other.id
    assert {one.scope, other.scope} == {"to khasan", "to beijing"}
    # … and an article about another way renames nobody's fact.
    [alone] = facts([near])
    assert (alone.key, alone.scope) == (one.key, "")


def test_the_unit_of_weekdays_is_time() -> None:
    [fact] = facts([claim("Sunday", DEPARTURE)])
    assert fact.unit == "time"
    [fact] = facts([claim("two days", DURATION)])
    assert fact.unit == "hour"


PLACES = st.lists(
    st.tuples(
        st.sampled_from(["from", "to"]),
        st.sampled_from(["russia", "vladivostok", "khasan", "china", "beijing", "atlantis"]),
    ),
    max_size=2,
    unique=True,
)
NARROWED = st.lists(
    st.tuples(
        st.sampled_from(["two days", "about two days", "five days"]),
        st.sampled_from(["", "one way", "round trip", "way back"]),
        PLACES,
    ),
    max_size=7,
)


def narrowed(said: list[tuple[str, str, list[tuple[str, str]]]], doc: str = "") -> list[Claim]:
    made = [
        claim(
            *(words, DURATION),
            doc=f"{doc}{n}",
            scope=scope,
            alone=scope == "way back",
            places=tuple(sorted(places)),
        )
        for n, (words, scope, places) in enumerate(said)
    ]
    return [replace(c, start=n) for n, c in enumerate(made)]


@law
@given(NARROWED, st.randoms())
def test_every_claim_is_in_one_fact_with_claims_that_it_compares_with(
    said: list[tuple[str, str, list[tuple[str, str]]]], chance: random.Random
) -> None:
    claims = narrowed(said)
    found = facts(claims)
    assert sorted(c.id for f in found for c in f.claims) == sorted(c.id for c in claims)
    assert len({f.id for f in found}) == len(found)
    for fact in found:
        assert not any(incomparable(a, b) for a, b in combinations(fact.claims, 2))
        assert sorted(c.id for camp in fact.camps for c in camp.claims) == sorted(
            c.id for c in fact.claims
        )
    apart = [(a, b) for a, b in combinations(claims, 2) if incomparable(a, b)]
    if claims and not apart:
        assert len(found) == 1
    alike: dict[tuple[Any, ...], set[str]] = {}
    for fact in found:
        for c in fact.claims:
            alike.setdefault((c.scope, c.places), set()).add(fact.id)
    assert all(len(ids) == 1 for ids in alike.values())
    chance.shuffle(claims)
    assert facts(claims) == found


@law
@given(NARROWED)
def test_what_an_article_is_called_moves_no_claim(
    said: list[tuple[str, str, list[tuple[str, str]]]],
) -> None:
    def places(named: list[Claim]) -> list[list[int]]:
        return sorted(sorted(c.start for c in f.claims) for f in facts(named))

    assert places(narrowed(said)) == places(narrowed(said, doc="another name "))


# --- the train of a story -----------------------------------------------------------------------


def subjects(*claims: Claim) -> list[str]:
    return [c.subject for c in adopted(list(claims))]


ADA = frozenset({"ada lovelace"})


@pytest.mark.parametrize(
    ("named", "nameless", "adopts"),
    [
        ([TRAIN], "train", TRAIN),
        ([TRAIN, TRAIN], "train", TRAIN),
        ([], "train", "train"),
        # Of two nobody knows whose it is.
        ([TRAIN, "Charles Babbage’s train"], "train", "train"),
        # Another thing, or one that something sets apart, is not the train.
        ([TRAIN], "ship", "ship"),
        ([TRAIN], "freight train", "freight train"),
    ],
)
def test_the_train_is_the_one_that_its_story_names(
    named: list[str], nameless: str, adopts: str
) -> None:
    told = [claim("20", subject=subject) for subject in named]
    other = claim("90", doc="b.txt", subject=nameless, cast=ADA)
    assert subjects(*told, other) == [*named, adopts]
    # In an article that does not name its owner it may be any train.
    assert subjects(*told, replace(other, cast=frozenset())) == [*named, nameless]


def test_a_train_of_another_story_is_nobodys() -> None:
    other = claim("90", doc="b.txt", subject="train", story="another story", cast=ADA)
    assert subjects(claim("20"), other) == [TRAIN, "train"]
    assert grouped(claim("20"), other) == [["20"], ["90"]]
    assert grouped(claim("20"), replace(other, story="the story")) == [["20", "90"]]


@pytest.mark.parametrize(
    ("told", "adopts"),
    [
        # "Kim" is the one full name of the story that holds it.
        (["Ada Lovelace", "Lovelace"], ["Ada Lovelace", "Ada Lovelace"]),
        (["Ada Lovelace", "Lovelace’s train"], ["Ada Lovelace", "Ada Lovelace’s train"]),
        (["Ada Lovelace’s train", "Lovelace"], ["Ada Lovelace’s train", "Ada Lovelace"]),
        (
            ["Ada Lovelace", "Ralph Lovelace", "Lovelace"],
            ["Ada Lovelace", "Ralph Lovelace", "Lovelace"],
        ),
        (["Ada Lovelace", "Babbage"], ["Ada Lovelace", "Babbage"]),
        (["Babbage"], ["Babbage"]),
    ],
)
def test_a_family_name_is_the_full_name_of_its_story(told: list[str], adopts: list[str]) -> None:
    claims = [claim("20", doc=f"{n}.txt", subject=subject) for n, subject in enumerate(told)]
    assert subjects(*claims) == adopts
    assert subjects(*reversed(claims)) == adopts[::-1]


# --- origins ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("voices", "count"),
    [
        ([("a", None)], 1),
        # An article is one, however often it repeats itself.
        ([("a", None), ("a", None), ("a", None)], 1),
        ([("a", None), ("b", None)], 2),
        # Articles that have it from one source are one; "Yonhap" is "yonhap".
        ([("a", "Yonhap"), ("b", "yonhap")], 1),
        ([("a", "Yonhap"), ("b", "KCNA")], 2),
        ([("a", "Yonhap"), ("b", None)], 2),
        # An article that has two sources ties both together.
        ([("a", "Yonhap"), ("a", "KCNA"), ("b", "KCNA"), ("c", "Yonhap")], 1),
        # Whoever is not named is not known to be one.
        ([("a", "unnamed"), ("b", "unnamed")], 2),
        ([("a", "he"), ("b", "He")], 2),
    ],
)
def test_origins_are_independent_voices(voices: list[tuple[str, str | None]], count: int) -> None:
    said = [claim("20", doc=doc, holder=holder) for doc, holder in voices]
    assert origins(said) == count


def test_a_forecast_is_no_origin() -> None:
    assert origins([claim("20", time="planned")]) == 0
    assert origins([claim("20"), claim("20", doc="b.txt", time="planned")]) == 1


def test_a_camp_counts_its_own_voices() -> None:
    said = [claim("20"), claim("20", doc="b.txt"), claim("90", doc="c.txt")]
    [fact] = facts(said)
    counted: list[tuple[int, int]] = [(len(c.claims), c.origins) for c in fact.camps]
    assert counted == [(2, 2), (1, 1)]
    assert all(isinstance(c, Camp) for c in fact.camps)


def test_the_label_of_a_fact_is_that_of_its_claims() -> None:
    [fact] = facts([claim("20", CARRIAGES)])
    assert fact.claims[0].measurand.label == "number of carriages"


@pytest.mark.parametrize("published", ["9999-12-31", "0001-01-01"])
def test_an_article_of_the_first_day_or_the_last(published: str) -> None:
    days = "The ship sank today. It left yesterday and was found two weeks ago."
    result = check(
        [Article("a", days, published=published), Article("b", days, published=published)]
    )
    assert result.facts


# --- dated encounters ---------------------------------------------------------------------------

MEETING = Measurand("date of meeting", "date of the meeting", "date", tie="named")


def met(*days: int) -> list[Claim]:
    """A claim for each of the days, of one meeting of the same two people."""
    values = [Possibility(day, day, day + 1, day + 1) for day in days]
    said = [
        replace(claim("20"), measurand=MEETING, possibility=value, reading=value, quote=str(day))
        for day, value in zip(days, values, strict=True)
    ]
    return each_in_its_article(*said)


@pytest.mark.parametrize(
    ("days", "together"),
    [
        ([100, 102, 131], [["100", "102", "131"]]),
        ([100, 102, 200, 210], [["100", "102"], ["200", "210"]]),
        # What lies between two such events is of neither.
        ([100, 130, 160], [["100"], ["130"], ["160"]]),
        ([100, 130, 160, 400, 401], [["100"], ["130"], ["160"], ["400", "401"]]),
    ],
)
def test_dates_too_far_apart_are_of_two_events(days: list[int], together: Grouping) -> None:
    assert grouped(*met(*days)) == together


@law
@given(st.lists(st.integers(100, 400), min_size=1, max_size=8, unique=True))
def test_an_event_holds_all_that_may_be_of_it_or_nobody_knows(days: list[int]) -> None:
    claims = met(*days)
    near = {c.id: {o.id for o in claims if not incomparable(c, o)} for c in claims}
    for fact in facts(claims):
        held = {c.id for c in fact.claims}
        assert all(near[i] == held for i in held) or len(held) == 1
        if len(held) == 1:
            [alone] = held
            assert near[alone] == held or any(near[o] != near[alone] for o in near[alone])


def test_many_claims_of_one_encounter_take_little_time() -> None:
    claims = met(*(1000 + 40 * n for n in range(4000)))
    begun = time.perf_counter()
    assert len(facts(claims)) == len(claims)
    assert time.perf_counter() - begun < 10
