"""What the page says, decided before any template sees it."""

from typing import Any

import msgspec
import pytest

from claimcheck.articles.article import Article
from claimcheck.document import Claim, Fact, Finding, FindingsDocument, Stats
from claimcheck.report.corpus import Corpus
from claimcheck.report.page.index import index_of
from claimcheck.report.sections.facts import ONCE, FactView, state_of
from claimcheck.report.sections.findings import FindingView
from claimcheck.report.sections.statement import Statement, statement
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
    return {detail.term: detail.phrases[0].words for detail in said.details}


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
    # They are of one fact, and say much the same.
    assert [apart.found.link.id for apart in view.glance.worst] == ["a"]
    assert view.glance.further == "4 further findings below"


def test_findings_beyond_the_worst_are_announced() -> None:
    facts = [msgspec.structs.replace(sample().facts[0], id=f"fact-{index}") for index in range(8)]
    findings = [
        msgspec.structs.replace(sample().findings[0], id=f"{index:02}", fact=f"fact-{index}")
        for index in range(8)
    ]
    view = report_view(msgspec.structs.replace(sample(), facts=facts, findings=findings), ARTICLES)
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
    assert carriages.grade == "major"
    assert (first.value, first.normalised[0].words) == (
        "more than 20 carriages",
        "from 20 upwards; typically 20 to 30",
    )
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
        ("Euronews", "13 September 2023"),
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
    assert line.axes[0].words == "hours"
    assert [(lane.mark.name, lane.label, lane.words[0].words) for lane in line.lanes] == [
        ("circle", "almost a full day", "can be 18.6 to 24 hours, usually read 21.3 to 24 hours"),
        ("diamond", "two days", "can be 36 to 60 hours, usually read 42 to 54 hours"),
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


# --- the first screen, further -------------------------------------------------------------


def test_the_first_screen_says_who_says_so_and_why_both_may_hold(view: ReportView) -> None:
    carriages = next(a for a in view.glance.worst if a.found.link.id == "b2d90c41")
    assert [voice.title for voice in carriages.found.sides[0].voices] == [
        "How Kim Jong Un travels",
        "forecast.txt",
    ]
    [voice] = carriages.found.sides[1].voices
    assert voice.origin == ("Euronews", "13 September 2023")
    assert voice.holder == "according to local South Korean outlets"
    assert voice.words == ""
    assert (carriages.why_term, carriages.why[0].words) == (
        "Possible reconciliation",
        "90 carriages spread over the three-train convoy, 30 each",
    )


def test_without_a_reconciliation_the_first_screen_says_why_the_sides_differ() -> None:
    bare = [msgspec.structs.replace(one, reconciliations=[]) for one in sample().findings]
    view = report_view(msgspec.structs.replace(sample(), findings=bare), ARTICLES)
    first, *_ = view.glance.worst
    assert (first.why_term, first.why[0].words) == (
        "Why they differ",
        "No value fits both: 18.6 to 24 hours against 36 to 60 hours.",
    )


def test_the_first_screen_says_when_and_by_whom_was_published(view: ReportView) -> None:
    coverage = view.glance.coverage
    assert coverage.published == "5 September 2023 to 13 September 2023"
    assert (coverage.articles, coverage.outlets) == ("4 articles", "2 sources")


def test_a_very_long_value_is_clipped_where_one_line_is_there_for_it() -> None:
    first, *_ = sample().findings
    long = msgspec.structs.replace(first.sides[0], value="from 3 upwards, " * 20)
    changed = msgspec.structs.replace(first, sides=(long, first.sides[1]))
    view = report_view(msgspec.structs.replace(sample(), findings=[changed]), ARTICLES)
    side_ = view.findings.first(1)[0].sides[0]
    assert len(side_.brief) == 72
    assert side_.value == long.value


def test_a_height_is_told_in_metres_and_feet() -> None:
    said = [
        claim("a", "a.txt", "45 m", text="45 m", hard=(0.044, 0.046), core=(0.045, 0.045)),
        claim("b", "b.txt", "60 m", text="60 m", hard=(0.059, 0.061), core=(0.06, 0.06)),
    ]
    said = [msgspec.structs.replace(each, unit="kilometer", attribute="height") for each in said]
    document = findings_document(
        documents=[document_record("a.txt"), document_record("b.txt")],
        claims=said,
        facts=[fact("f", said, camp("a"), camp("b"))],
        findings=[finding("id", "f", side("45 m", "0.044 km", "a"), side("60 m", "", "b"))],
    )
    view = report_view(document, ARTICLES)
    [apart] = view.glance.worst
    assert [(phrase.system, phrase.words) for phrase in apart.why] == [
        ("in-metric", "No value fits both: 44 to 46 m against 59 to 61 m."),
        ("in-us", "No value fits both: 144.4 to 150.9 feet against 193.6 to 200.1 feet."),
    ]
    metric, us = apart.found.sides[0].normalised
    assert metric.words == "44 to 46 m; typically 45 m"
    assert us.words == "144.4 to 150.9 feet; typically 147.6 feet"


# --- the working ----------------------------------------------------------------------------


def test_the_working_goes_from_words_to_verdict(view: ReportView) -> None:
    steps = found(view, "b2d90c41").steps
    told = {
        step.name: [tuple(line[0].words for line in part.lines) for part in step.parts]
        if step.parts
        else list(step.lines)
        for step in steps
    }
    assert told == {
        "Words": [
            (
                "“more than 20 carriages”, How Kim Jong Un travels",
                "“more than 20 armoured cars”, forecast.txt",
            ),
            ("“up to 90 carriages”, Inside Kim Jong Un’s bulletproof train",),
        ],
        "Rule": [("train/carriage_count",), ("train/carriage_count",)],
        "Number": [("20, hedged “gt”",), ("90, hedged “up to”",)],
        "Interval": [
            ("can be from 20 upwards, usually read 20 to 30",),
            ("can be 0 to 100, usually read 60 to 90",),
        ],
        "Same fact, because": [
            "Subject: Kim Jong Un's train",
            "Attribute: carriage count",
            "Event: Kim in Russia, September 2023",
            "Scope: none is named on one side at least",
        ],
        "Consistency": [
            "Both can literally be true, but readers take away different values.",
            "The bounds overlap (21 to 90), so both can be literally true; usual readings are 21 "
            "to 30 and 60 to 90.",
        ],
        "Verdict": ["These statements differ: major, severity 0.855 of 1."],
    }


def test_the_working_of_a_calculated_side_names_what_it_was_calculated_from(
    view: ReportView,
) -> None:
    words, *_ = found(view, "c0ffee00").steps
    [[line]] = words.parts[1].lines
    assert line.words == "calculated from “Sunday afternoon”, “early on Tuesday”"


# --- what is no longer there ----------------------------------------------------------------


def absent(fact_id: str) -> FindingView:
    """The view of a finding whose statements are not found any more."""
    gone = finding(
        *("gone", fact_id, side("ten", "10", origins=0), side("twenty", "20", origins=0)),
        status="absent",
        rule="carriage_count",
        explanation="These differed, and do so no longer.",
    )
    findings = [*sample().findings, gone]
    view = report_view(
        msgspec.structs.replace(sample(), findings=findings),
        ARTICLES,
        standings={"gone": "1-train.txt says ten no more"},
    )
    assert "gone" not in {apart.found.link.id for apart in view.glance.worst}
    assert view.glance.statuses == "Findings: 4 new, 1 no longer there"
    return list(view.findings)[-1]


@pytest.mark.parametrize(
    ("fact_id", "topic"),
    [("fact-cars", "Kim Jong Un's train: carriage count"), ("fact-lost", "Carriage count")],
)
def test_what_is_no_longer_there_is_told_last(fact_id: str, topic: str) -> None:
    gone = absent(fact_id)
    assert (gone.link.id, gone.topic, gone.status) == ("gone", topic, "no longer there")
    assert gone.gone == "These differed, and do so no longer."
    assert [step.lines for step in gone.steps] == [("These statements differ: major.",)]
    assert (gone.command, [side_.origins for side_ in gone.sides]) == ("", ["", ""])
    assert gone.standing == "1-train.txt says ten no more"
    assert [side_.value for side_ in gone.sides] == ["ten", "twenty"]
    assert [step.name for step in gone.steps] == ["Verdict"]
    assert (gone.line, gone.fact is None) == (None, fact_id == "fact-lost")


def test_what_is_no_longer_there_decides_no_state() -> None:
    about = sample().facts[0]
    present, gone = (
        msgspec.structs.replace(sample().findings[0], status=status) for status in ("new", "absent")
    )
    assert state_of(about, [present, gone]) == "contradictory"
    assert state_of(about, [gone]) == "apart"


# --- neighbours -----------------------------------------------------------------------------


def test_a_statement_has_the_sentences_around_it(view: ReportView) -> None:
    [said] = found(view, "b2d90c41").sides[1].statements
    assert said.earlier.startswith("Kim Jong Un’s journey to Russia took two days")
    assert said.later == ""


def test_of_a_claim_only_one_statement_is_made() -> None:
    document = sample()
    corpus = Corpus.of(document, ARTICLES)
    first, again = (statement(document.claims[0], None, corpus) for _ in range(2))
    assert first is again


# --- a statement by itself ------------------------------------------------------------------


def shown(said: Claim, text: str | None, article: str = "a.txt") -> Statement:
    document = findings_document(documents=[document_record(article)], claims=[said])
    articles = {} if text is None else {article: Article(article, text)}
    return statement(said, None, Corpus.of(document, articles))


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
        "Kim Jong Un's journey: duration": ["almost a full day", "two days"],
        "Kim Jong Un's journey: transport mode": ["train"],
        "Kim Jong Un's train: carriage count": ["more than 20 carriages", "up to 90 carriages"],
    }


def test_a_camp_of_denials_is_called_by_what_is_denied() -> None:
    said = claim("no", "a.txt", "20 cars", (20.0, 20.0), (20.0, 20.0), text="20 cars", polarity="-")
    about = fact("fact", [said], camp("no"))
    document = findings_document(documents=[document_record("a.txt")], claims=[said], facts=[about])
    [shown] = report_view(document, {}).single.first(1)[0].camps
    assert shown.value == "not 20 cars"


def test_a_camp_is_called_what_most_of_its_articles_say() -> None:
    quotes = {"a.txt": ["20 cars", "20 cars"], "b.txt": ["20 carriages"], "c.txt": ["20 carriages"]}
    said = [
        claim(f"{doc}{place}", doc, quote, (20.0, 20.0), (20.0, 20.0), text=quote)
        for doc, of_one in quotes.items()
        for place, quote in enumerate(of_one)
    ]
    about = fact("fact", said, camp(*(one.id for one in said), consensus=(20.0, 20.0)))
    documents = [document_record(doc) for doc in quotes]
    view = report_view(findings_document(documents=documents, claims=said, facts=[about]), {})
    [shown] = view.single.first(1)[0].camps
    assert shown.value == "20 carriages"


def test_what_one_origin_says_is_kept_apart(view: ReportView) -> None:
    assert view.said_once == ("3 facts said by one origin only: listed where f:once asks for them.")
    assert [fact.topic for fact in view.single] == [
        "Kim Jong Un's journey: crossed",
        "Kim Jong Un's journey: departed",
        "Kim Jong Un's journey: distance",
    ]


def test_of_very_many_facts_said_once_the_page_has_the_first() -> None:
    said = claim("c", "convoy.txt", "two days")
    facts = [fact(f"f{number:05}", [said], camp("c")) for number in range(ONCE + 2)]
    document = findings_document(
        documents=[document_record("convoy.txt")], claims=[said], facts=facts
    )
    view = report_view(document, ARTICLES)
    assert len(view.single) == len(index_of(document).facts.id) == 5_000
    assert view.said_once == (
        "5,002 facts said by one origin only: listed where f:once asks for them, the first 5,000; "
        "the tables have all."
    )


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
        assert one.fact is not None
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
    assert view.headline == "0 articles, no fact to compare"
    assert view.glance.coverage.share == "0%"


# --- camps ----------------------------------------------------------------------------------


def of_camps(count: int, each: int = 1) -> FactView:
    """The view of a fact with so many camps, of so many different readings each."""
    said = [
        claim(
            *(f"c{place}", "convoy.txt", "two days"),
            *((float(place), place + 2.0), (float(place), place + 1.0)),
        )
        for place in range(count * each)
    ]
    camps = [
        camp(*(one.id for one in said[place * each : (place + 1) * each]), consensus=(1.0, 2.0))
        for place in range(count)
    ]
    document = findings_document(
        documents=[document_record("convoy.txt")], claims=said, facts=[fact("f", said, *camps)]
    )
    view = report_view(document, ARTICLES)
    rows: list[FactView] = [*view.facts, *view.single]
    return rows[0]


def test_camps_have_four_shapes_and_then_numerals() -> None:
    assert [(one.mark.name, one.mark.numeral) for one in of_camps(6).camps] == [
        ("circle", ""),
        ("diamond", ""),
        ("triangle", ""),
        ("square", ""),
        ("circle", "5"),
        ("diamond", "6"),
    ]


def test_every_reading_of_every_camp_is_drawn_up_to_a_limit() -> None:
    few, many = of_camps(2, each=3).numbers, of_camps(2, each=15).numbers
    assert few is not None
    assert many is not None
    assert [lane.mark.name for lane in few.line.lanes] == ["circle"] * 3 + ["diamond"] * 3
    assert (len(few.line.lanes), few.more) == (6, "")
    assert (len(many.line.lanes), many.more) == (24, "6 further readings not drawn")


def test_a_row_names_the_first_camps_and_counts_the_others() -> None:
    about = of_camps(6)
    assert (len(about.brief), about.more_camps) == (4, "and 2 more")


def test_a_side_has_the_mark_of_its_camp(view: ReportView) -> None:
    sides = found(view, "a1c07f3e").sides
    assert [side_.mark.name for side_ in sides] == ["circle", "diamond"]
    turned = [
        msgspec.structs.replace(each, camps=each.camps[::-1]) if each.id == "fact-cars" else each
        for each in sample().facts
    ]
    other = report_view(msgspec.structs.replace(sample(), facts=turned), ARTICLES)
    sides = found(other, "b2d90c41").sides
    assert [side_.mark.name for side_ in sides] == ["diamond", "circle"]


def test_two_sides_of_one_camp_have_two_marks() -> None:
    one = finding("id", "fact-cars", side("a", "a", "cars-20"), side("b", "b", "cars-arm"))
    view = report_view(msgspec.structs.replace(sample(), findings=[one]), ARTICLES)
    assert [side_.mark.name for side_ in found(view, "id").sides] == ["circle", "diamond"]


def test_a_camp_of_those_who_deny_says_so() -> None:
    said = [
        claim("yes", "convoy.txt", "two days", value="arms_deal"),
        claim("no", "convoy.txt", "two days", value="arms_deal", polarity="-"),
    ]
    document = findings_document(
        documents=[document_record("convoy.txt")],
        claims=said,
        facts=[fact("f", said, camp("yes"), camp("no"))],
    )
    [about] = report_view(document, ARTICLES).facts
    assert about.categories
    assert [one.value for one in about.camps] == ["arms deal", "not arms deal"]


def test_a_category_that_several_name_is_told_once() -> None:
    said = [
        claim("both", "convoy.txt", "two days", value="plane, train"),
        claim("one", "convoy.txt", "two days", value="plane"),
    ]
    document = findings_document(
        documents=[document_record("convoy.txt")],
        claims=said,
        facts=[fact("f", said, camp("both", "one", origins=2))],
    )
    [about] = report_view(document, ARTICLES).facts
    assert [one.value for one in about.camps] == ["plane, train"]


def test_where_an_article_was_published_is_told_to_those_who_print() -> None:
    text = "It took two days."
    said = claim("id", "a.txt", "two days", text=text)
    document = findings_document(documents=[document_record("a.txt")], claims=[said])
    article = Article("a.txt", text, url="https://example.org/a")
    told = statement(said, None, Corpus.of(document, {"a.txt": article}))
    assert told.address == "https://example.org/a"
