"""What the page says, decided before any template sees it."""

from typing import Any

import msgspec
import pytest

from claimcheck.articles.article import Article
from claimcheck.document import Claim, Fact, Finding, FindingsDocument, Stats
from claimcheck.report.corpus import Corpus
from claimcheck.report.findings import FindingView
from claimcheck.report.statement import Statement, statement
from claimcheck.report.view import ReportView, report_view

from .sample import (
    ARTICLES,
    camp,
    claim,
    document_record,
    fact,
    finding,
    findings_document,
    sample,
    side,
)


@pytest.fixture(scope="module")
def view() -> ReportView:
    return report_view(sample(), ARTICLES)


def found(view: ReportView, id_: str) -> FindingView:
    return next(finding for finding in view.findings if finding.link.id == id_)


def details(said: Statement) -> dict[str, str]:
    return {detail.term: detail.words for detail in said.details}


# --- the first screen -----------------------------------------------------------------------


def test_the_headline_counts_articles_and_facts(view: ReportView) -> None:
    assert view.headline == "4 articles, 3 facts compared, 2 differ"


def test_the_tallies_count_facts_by_their_worst_finding(view: ReportView) -> None:
    assert {tally.word: tally.count for tally in view.glance.tallies} == {
        "differ": "2",
        "superseded": "0",
        "in tension": "0",
        "agree": "1",
        "said once": "3",
    }


def test_articles_say_what_is_known_of_them(view: ReportView) -> None:
    assert {article.title: article.notes for article in view.glance.articles} == {
        "Inside Kim Jong Un’s bulletproof train": (
            "convoy.txt",
            "Euronews",
            "13 September 2023",
            "3 claims",
        ),
        "How Kim Jong Un travels": ("departure.txt", "The Journal", "4 claims"),
        "What do we know about Kim Jong-un’s train?": ("explainer.txt", "3 claims"),
        "forecast.txt": ("5 September 2023 08:30", "4 claims"),
    }


def test_the_share_of_numbers_read_is_rounded_down() -> None:
    stats = Stats(
        documents=1,
        sentences=1,
        numbers_seen=1000,
        numbers_read=999,
        claims=3,
        compared=0,
        set_aside={"b": 2, "a": 2, "c": 5, "d": 1},
    )
    coverage = report_view(findings_document(stats=stats), {}).glance.coverage
    assert (coverage.share, coverage.set_aside) == ("99%", "10")
    assert coverage.reasons == "c (5); a (2); b (2)"


def test_findings_come_by_verdict_then_severity_then_id() -> None:
    one = claim("one", "convoy.txt", "two days", (1.0, 2.0), (1.0, 2.0))
    both = side("two days", "2 days", "one"), side("two days", "2 days", "one")
    facts = [fact("fact", [one], camp("one"))]
    said: list[dict[str, Any]] = [
        {"id_": "e", "verdict": "tension", "severity": 0.9},
        {"id_": "d", "verdict": "superseded", "severity": 0.1},
        {"id_": "c", "severity": 0.2},
        {"id_": "b", "severity": 0.7},
        {"id_": "a", "severity": 0.7},
    ]
    findings = [
        finding(each.pop("id_"), "fact", *both, **each) for each in [dict(each) for each in said]
    ]
    records = [document_record("convoy.txt")]
    document = findings_document(documents=records, claims=[one], facts=facts, findings=findings)
    view = report_view(document, ARTICLES)
    assert [finding.link.id for finding in view.findings] == ["a", "b", "c", "d", "e"]
    assert [finding.link.id for finding in view.glance.worst] == ["a", "b", "c", "d", "e"]
    assert view.glance.further == ""


def test_findings_beyond_the_worst_are_announced() -> None:
    findings = [
        msgspec.structs.replace(sample().findings[0], id=f"{index:02}") for index in range(8)
    ]
    view = report_view(msgspec.structs.replace(sample(), findings=findings), ARTICLES)
    assert (len(view.glance.worst), len(view.findings)) == (5, 8)
    assert view.glance.further == "3 further findings below"


@pytest.mark.parametrize(
    ("statuses", "shown"),
    [(("new", "new"), ("", "")), (("known", "new"), ("known", "new"))],
)
def test_a_status_is_shown_where_it_tells_findings_apart(
    statuses: tuple[str, str], shown: tuple[str, str]
) -> None:
    findings = [
        msgspec.structs.replace(one, status=status)
        for one, status in zip(sample().findings[:2], statuses, strict=True)
    ]
    view = report_view(msgspec.structs.replace(sample(), findings=findings), ARTICLES)
    by_id = {one.link.id: one.status for one in view.findings}
    assert tuple(by_id[one.id] for one in findings) == shown


# --- findings -------------------------------------------------------------------------------


def test_a_finding_shows_both_sides(view: ReportView) -> None:
    carriages = found(view, "b2d90c41")
    first, second = carriages.sides
    assert carriages.topic == "Kim Jong Un's train: carriage count"
    assert carriages.verdict_words == "These statements differ"
    assert (carriages.grade, carriages.severity) == ("major", "0.855")
    assert (first.value, first.normalised) == ("more than 20 carriages", "over 20")
    assert first.origins == "2 independent origins"
    assert first.articles == ("How Kim Jong Un travels", "forecast.txt")
    assert (second.value, second.origins) == ("up to 90 carriages", "1 independent origin")
    assert carriages.perhaps == "90 carriages spread over the three-train convoy, 30 each"
    assert carriages.command == "claimcheck explain b2d90c41 PATHS"


def test_the_sentence_is_cut_at_the_words(view: ReportView) -> None:
    [said] = found(view, "b2d90c41").sides[1].statements
    assert said.before == "Local South Korean outlets have reported that the train consists of "
    assert said.marked == "up to 90 carriages"
    assert said.after == " and actually forms part of a three-train convoy."


def test_a_statement_says_how_it_is_read(view: ReportView) -> None:
    [said] = found(view, "b2d90c41").sides[1].statements
    assert (said.title, said.origin) == (
        "Inside Kim Jong Un’s bulletproof train",
        "Euronews, 13 September 2023",
    )
    assert details(said) == {
        "Number": "90",
        "Hedge": "up to",
        "Can be": "0 to 100",
        "Usually read": "60 to 90",
        "Said by": "local South Korean outlets",
        "Certainty": "reported",
        "Speaks of": "something that happened",
    }


def test_ranges_are_also_in_the_unit_of_the_fact(view: ReportView) -> None:
    [said] = found(view, "a1c07f3e").sides[0].statements
    assert details(said)["Number"] == "1 day"
    assert details(said)["Can be"] == "0.775 to 1 day (18.6 to 24 hours)"


def test_further_mentions_of_one_article_are_folded(view: ReportView) -> None:
    first, _ = found(view, "a1c07f3e").sides
    assert [said.marked for said in first.statements] == ["almost a full day"]
    assert [said.before for said in first.mentions] == ["His trip is believed to have taken "]
    assert first.mentions_title == "1 further mention"


def test_a_calculated_side_shows_what_it_follows_from(view: ReportView) -> None:
    [said] = found(view, "c0ffee00").sides[1].statements
    assert [source.marked for source in said.inputs] == ["Sunday afternoon", "early on Tuesday"]
    assert details(said.inputs[0])["Can be"] == "Sunday 12:00 to Sunday 18:00"


@pytest.mark.parametrize("listed", [("elapsed",), ("left", "crossed"), ("elapsed", "left")])
def test_a_calculated_side_is_drawn_whichever_claims_it_lists(listed: tuple[str, ...]) -> None:
    calculated = finding(
        "id", "fact-duration", side("day", "day", "day-1"), side("since Sunday", "", *listed)
    )
    view = report_view(msgspec.structs.replace(sample(), findings=[calculated]), ARTICLES)
    line = view.findings.first(1)[0].line
    assert line is not None
    assert [lane.label for lane in line.lanes] == ["almost a full day", "since Sunday"]


def test_both_sides_are_drawn_in_the_unit_of_the_fact(view: ReportView) -> None:
    line = found(view, "a1c07f3e").line
    assert line is not None
    assert line.axis == "hours"
    assert [(lane.side, lane.label, lane.words) for lane in line.lanes] == [
        ("a", "almost a full day", "can be 18.6 to 24 hours, usually read 21.3 to 24 hours"),
        ("b", "two days", "can be 36 to 60 hours, usually read 42 to 54 hours"),
    ]


def test_equal_readings_share_a_lane(view: ReportView) -> None:
    line = found(view, "b2d90c41").line
    assert line is not None
    assert [lane.label for lane in line.lanes] == [
        "more than 20 carriages · more than 20 armoured cars",
        "up to 90 carriages",
    ]


@pytest.mark.parametrize("sides", [("left", "crossed"), ("kind", "kind-2")])
def test_moments_and_categories_are_not_drawn(sides: tuple[str, str]) -> None:
    first, second = sides
    one = finding("id", "fact-any", side("a", "a", first), side("b", "b", second))
    claims = [claim for claim in sample().claims if claim.id in sides]
    facts = [*sample().facts, fact("fact-any", claims, camp(first), camp(second))]
    view = report_view(msgspec.structs.replace(sample(), facts=facts, findings=[one]), ARTICLES)
    assert view.findings.first(1)[0].line is None


# --- a statement by itself ------------------------------------------------------------------


def shown(said: Claim, text: str | None, article: str = "a.txt") -> Statement:
    document = findings_document(documents=[document_record(article)], claims=[said])
    articles = {} if text is None else {article: Article(article, text)}
    return statement(said, Corpus.of(document, articles))


def test_without_a_text_the_quote_stands_for_the_sentence() -> None:
    said = claim("id", "a.txt", "two days", text="It took two days.")
    assert (shown(said, None).before, shown(said, None).marked) == ("", "two days")


def test_offsets_are_code_points() -> None:
    text = "🚂 Der Zug fuhr zwei Tage. 𝟚 days, we heard."
    assert shown(claim("id", "a.txt", "𝟚 days", text=text), text).marked == "𝟚 days"


def test_a_sentence_without_end_is_cut_around_the_words() -> None:
    text = "x" * 10_000 + "two days" + "y" * 10_000
    said = shown(claim("id", "a.txt", "two days", text=text), text)
    assert said.before == "…" + "x" * 600
    assert said.after == "y" * 600 + "…"


@pytest.mark.parametrize(
    ("changed", "term", "words"),
    [
        ({"certainty": "PR", "time": "planned"}, "Certainty", "called likely"),
        ({"hedge": "well over"}, "Hedge", "well over"),
        ({"certainty": "PS"}, "Certainty", "called possible"),
        ({"time": "planned"}, "Speaks of", "a forecast or a plan"),
        ({"polarity": "-"}, "Polarity", "denied: said not to be so"),
        ({"as_of": "2023-09-10"}, "As of", "10 September 2023"),
        ({"scope": "three_trains"}, "Scope", "three trains"),
        ({"value": "olive_green"}, "Category", "olive green"),
        ({"stated": [20.0, 30.0], "unit": "day"}, "Number", "20 to 30 days"),
        ({}, "Said by", "the article itself"),
    ],
)
def test_details_in_words(changed: dict[str, Any], term: str, words: str) -> None:
    text = "It took two days."
    said = claim("id", "a.txt", "two days", (1.0, 2.0), (1.0, 2.0), text=text, **changed)
    assert details(shown(said, text))[term] == words


# --- facts, and what was set aside ----------------------------------------------------------


def test_facts_are_listed_by_subject_with_their_camps(view: ReportView) -> None:
    listed = {fact.topic: [camp.value for camp in fact.camps] for fact in view.facts}
    assert listed == {
        "Kim Jong Un's journey: duration": ["21.3 to 24 hours", "42 to 44 hours"],
        "Kim Jong Un's journey: transport mode": ["train"],
        "Kim Jong Un's train: carriage count": ["20 to 30", "60 to 90"],
    }


def test_what_one_origin_says_is_kept_apart(view: ReportView) -> None:
    assert view.single_title == "3 facts said by one origin only"
    assert [fact.topic for fact in view.single] == [
        "Kim Jong Un's journey: crossed",
        "Kim Jong Un's journey: departed",
        "Kim Jong Un's journey: distance",
    ]


@pytest.mark.parametrize(
    ("camps", "findings", "state"),
    [
        ([1], [], "single"),
        ([2], [], "agree"),
        ([1, 1], [], "apart"),
        ([1, 1], ["tension"], "tension"),
        ([1, 1], ["tension", "superseded"], "superseded"),
        ([1, 1], ["superseded", "contradictory"], "contradictory"),
    ],
)
def test_the_state_of_a_fact(camps: list[int], findings: list[str], state: str) -> None:
    claims = [claim(f"c{index}", "convoy.txt", "two days") for index, _ in enumerate(camps)]
    groups = [camp(f"c{index}", origins=origins) for index, origins in enumerate(camps)]
    facts: list[Fact] = [fact("fact", claims, *groups)]
    found: list[Finding] = [
        finding(verdict, "fact", side("a", "a", "c0"), side("b", "b", "c1"), verdict=verdict)
        for verdict in findings
    ]
    document: FindingsDocument = findings_document(
        documents=[document_record("convoy.txt")], claims=claims, facts=facts, findings=found
    )
    view = report_view(document, ARTICLES)
    [about] = [*view.facts, *view.single]
    assert about.state == state


def test_a_fact_leads_to_its_findings_and_back(view: ReportView) -> None:
    facts = {fact.link: fact for fact in view.facts}
    for one in view.findings:
        assert one.link in facts[one.fact].findings


def test_what_was_set_aside_has_reasons_and_examples(view: ReportView) -> None:
    assert [(reason.words, reason.count) for reason in view.reasons] == [
        ("A name", "1"),
        ("Not a bound", "1"),
    ]
    assert view.reasons[1].examples[0].text == "18 months"
    assert view.reasons[1].examples[0].title == "Inside Kim Jong Un’s bulletproof train"


def test_an_empty_document_makes_a_page_too() -> None:
    view = report_view(findings_document(), {})
    assert view.headline == "0 articles, and no fact that two of them share"
    assert view.glance.coverage.share == "0%"
