"""A quantity that moves with time, day by day."""

import pytest

from claimcheck.report.corpus import Corpus
from claimcheck.report.drawings.timeline import Timeline, timeline
from claimcheck.report.systems import Units
from report.sample import ARTICLES, camp, claim, document_record, fact, findings_document

TEXT = "10 dead, 20 dead and 30 dead"


def of_days(*days: str | None) -> Timeline | None:
    said = [
        claim(
            *(f"c{place}", "a.txt", f"{10 * (place + 1)} dead"),
            *((10.0 * (place + 1), None), (10.0 * (place + 1), 10.0 * (place + 1))),
            text=TEXT,
            as_of=day,
            stated=[10.0 * (place + 1)],
        )
        for place, day in enumerate(days)
    ]
    about = fact("fact", said, *(camp(each.id) for each in said))
    document = findings_document(documents=[document_record("a.txt")], claims=said, facts=[about])
    return timeline(about, Units.of("", "dead", []), Corpus.of(document, ARTICLES))


@pytest.mark.parametrize(
    "days",
    [(None, None), ("2023-09-10", None), ("2023-09-10", "2023-09-10"), ("someday", "2023-09-10")],
)
def test_one_day_is_no_timeline(days: tuple[str | None, ...]) -> None:
    assert of_days(*days) is None


def test_statements_stand_at_their_days_and_values() -> None:
    drawn = of_days("2023-09-12", "2023-09-10", "2023-09-11")
    assert drawn is not None
    assert [(point.day, point.quote, point.mark.name) for point in drawn.points] == [
        ("10 September 2023", "20 dead", "diamond"),
        ("11 September 2023", "30 dead", "triangle"),
        ("12 September 2023", "10 dead", "circle"),
    ]
    xs = [float(point.x.removesuffix("%")) for point in drawn.points]
    assert xs == sorted(xs)
    heights = {point.quote: float(point.ys[0].removesuffix("%")) for point in drawn.points}
    assert heights["30 dead"] < heights["20 dead"] < heights["10 dead"]
    assert drawn.points[0].words[0].words == "from 20 upwards"
    assert {point.high for point in drawn.points} == {"4%"}


def test_days_are_named_without_covering_one_another() -> None:
    drawn = of_days("2023-09-10", "2023-09-11", "2023-12-10")
    assert drawn is not None
    assert [day.label for day in drawn.days] == ["10 September 2023", "10 December 2023"]
