"""Occasions: the one time somebody flew against the trips that another article dates."""

from __future__ import annotations

from claimcheck.articles.article import Article
from claimcheck.pipeline import Result, check

ONCE = "The one time Ada Lovelace travelled by plane, she was ill."
ONCE_ABROAD = (
    "The one time Ada Lovelace travelled abroad by plane – to Singapore last June – she was ill."
)
LIST = """A list of Ada Lovelace’s trips{what}.

• May 2018: Ada Lovelace flies to Beijing.

• June 10-12, 2018: Ada Lovelace takes a Boeing 747 to Singapore.

• June 19-20, 2018: Ada Lovelace visits China on her own plane.

• Jan 7, 2019: Ada Lovelace travels to Beijing by train.
"""
ABROAD = LIST.format(what=" abroad")


def checked(one: str, other: str, day: str | None, third: str = "") -> Result:
    texts = {"a": (one, day), "b": (other, "2023-09-01"), "c": (third, "2023-09-02")}
    return check(
        [Article(name, text, published=day) for name, (text, day) in texts.items() if text]
    )


def found(one: str, other: str, day: str | None, third: str = "") -> list[tuple[str, str, str]]:
    read = checked(one, other, day, third).findings
    counted = [f for f in read if f.fact.attribute == "trips by plane"]
    return [(f.kind, f.basis, f.grade) for f in counted]


HARD = ("contradictory", "derived-hard", "major")


def test_the_one_time_against_three_dated_trips() -> None:
    assert found(ONCE, ABROAD, "2019-04-24") == [HARD]
    finding = checked(ONCE, ABROAD, "2019-04-24").findings[0]
    assert "from 3 upwards, by the count of those that are dated" in finding.explanation
    [side] = [s for s in finding.sides if len(s.claim_ids) == 3]
    assert side.origins == 1


def test_only_what_was_before_the_article_counts() -> None:
    assert found(ONCE, ABROAD, "2018-05-01") == []
    assert found(ONCE, ABROAD, "2018-06-13") == [HARD]  # two by then
    assert found(ONCE, ABROAD, "2018-06-11") == []


def test_without_a_day_the_trip_itself_tells() -> None:
    assert found(ONCE_ABROAD, ABROAD, None) == [HARD]
    finding = checked(ONCE_ABROAD, ABROAD, None).findings[0]
    assert "from 3 upwards" in finding.explanation
    june = ONCE_ABROAD.replace(" last June", "")
    finding = checked(june, ABROAD, None).findings[0]
    assert "from 2 upwards" in finding.explanation  # what came behind it may have come later
    assert found(ONCE, ABROAD, None) == []


def test_trips_abroad_are_of_a_list_of_those() -> None:
    assert found(ONCE_ABROAD, LIST.format(what=""), "2019-04-24") == []
    assert found(ONCE, LIST.format(what=""), "2019-04-24") == [HARD]


def test_a_trip_told_twice_is_one() -> None:
    twice = "• May 2018: Ada Lovelace flies to Beijing.\n\n" * 2
    assert found(ONCE, twice, "2019-04-24") == []


def test_another_craft_and_another_person_are_others() -> None:
    assert found(ONCE.replace("plane", "train"), ABROAD, "2019-04-24") == []
    assert found(ONCE.replace("Ada Lovelace", "Grace Hopper"), ABROAD, "2019-04-24") == []


SEVERAL = "Ada Lovelace has travelled by plane on several occasions."


def test_several_join_what_is_dated_in_a_second_step() -> None:
    assert found(ONCE, ABROAD, "2019-04-24", SEVERAL) == [
        HARD,
        ("contradictory", "derived-hard", "moderate"),
    ]


def test_several_alone_are_later_ones_perhaps() -> None:
    assert [f[0] for f in found(ONCE, SEVERAL, "2019-04-24")] == ["superseded"]
    assert [f[0] for f in found(ONCE, SEVERAL, None)] == ["tension"]


VISITS = """Ada Lovelace’s trips.

• March 2018: Ada Lovelace visits China.

• May 2018: Ada Lovelace flies to the Chinese city of Dalian.

• June 19-20, 2018: Ada Lovelace visits Beijing.

• Jan 7, 2019: Ada Lovelace visits China for a {rank} time.
"""


def ranked(rank: str) -> list[tuple[str, str, str]]:
    read = check([Article("a", VISITS.format(rank=rank))]).findings
    return [(f.kind, f.basis, f.grade) for f in read if f.fact.attribute.startswith("rank of")]


def test_a_rank_is_no_lower_than_the_visits_before_it() -> None:
    assert ranked("third") == [("contradictory", "derived-hard", "major")]
    assert ranked("fourth") == []
    assert ranked("ninth") == []  # a list may leave some out
