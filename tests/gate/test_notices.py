"""Notices: how grave each finding is, where it stands, and why it is what it is."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from claimcheck.articles.article import Article
from claimcheck.document import Status
from claimcheck.gate.notices import Notice, by_state, notices, standings
from claimcheck.gate.run import Run

from .formats.runs import (
    ABSENT,
    BASELINE,
    HOSTILE,
    KNOWN,
    SUPPRESSED,
    UPDATED,
    acceptance,
    checked,
    first_run,
    gone,
    hostile_run,
    run,
    run_of_every_state,
    seeds,
    suppression,
    two_trains,
    with_status,
)


def one(status: Status, *, fails: bool = False, **changed: Any) -> Notice:
    """The notice of a contradiction of the seeds that was changed so."""
    document, articles = seeds()
    finding = msgspec.structs.replace(document.findings[0], **changed)
    finding = with_status(finding, status)
    more: dict[str, Any] = {
        "accepted": {finding.id: acceptance(3)} if status in ("known", "updated") else {},
        "suppressed": {finding.id: suppression()} if status == "suppressed" else {},
        "gone": {finding.id: gone(9)} if status == "absent" else {},
        "failing": frozenset([finding.id] if fails else []),
    }
    [notice] = notices(run(msgspec.structs.replace(document, findings=[finding]), articles, **more))
    return notice


def of(made: Run, finding: str) -> Notice:
    return next(notice for notice in notices(made) if notice.finding.id == finding)


# --- levels and order ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "verdict", "fails", "level"),
    [
        ("new", "contradictory", True, "error"),
        ("updated", "contradictory", True, "error"),
        # With --fail-on all a known one fails as well.
        ("known", "contradictory", True, "error"),
        ("new", "contradictory", False, "warning"),
        ("updated", "contradictory", False, "warning"),
        ("known", "contradictory", False, "note"),
        ("suppressed", "contradictory", False, "note"),
        ("absent", "contradictory", False, "note"),
        ("new", "superseded", False, "note"),
        ("new", "tension", False, "note"),
        ("updated", "tension", False, "note"),
    ],
)
def test_how_grave_a_finding_is(status: Status, verdict: str, fails: bool, level: str) -> None:
    assert one(status, fails=fails, verdict=verdict).level == level


def test_what_fails_the_run_comes_first_then_state_by_state() -> None:
    found = notices(run_of_every_state())
    assert [n.fails for n in found] == sorted((n.fails for n in found), reverse=True)
    assert list(dict.fromkeys(n.finding.status for n in found if not n.fails)) == [
        "new",
        "updated",
        "known",
        "suppressed",
        "absent",
    ]


def test_within_these_the_order_is_that_of_the_document() -> None:
    made = first_run()
    listed = [f.id for f in made.document.findings]
    for fails in (True, False):
        ids = [n.finding.id for n in notices(made) if n.fails == fails]
        assert ids == [i for i in listed if i in ids]


def test_findings_are_counted_by_state() -> None:
    count = by_state(notices(run_of_every_state()))
    assert count == {"new": 10, "updated": 1, "known": 1, "suppressed": 1, "absent": 1}


# --- why it stands where it does ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("finding", "standing"),
    [
        (
            KNOWN,
            f"Accepted as another-thing by Ada Brown until 2031-01-31 in {BASELINE}:3.",
        ),
        (
            UPDATED,
            "Accepted as another-thing by Ada Brown until 2031-01-31 (asked the desk) in "
            f"{BASELINE}:4; what is said has changed since.",
        ),
        (SUPPRESSED, "Suppressed by seeds/0-key-points.txt:15: colours of a photograph."),
        ("e0578e12b907", ""),
    ],
)
def test_why_a_finding_is_in_its_state(finding: str, standing: str) -> None:
    assert of(run_of_every_state(), finding).standing == standing


def test_the_standings_are_those_of_the_notices_where_there_is_something_to_say() -> None:
    told = {n.finding.id: n.standing for n in notices(run_of_every_state()) if n.standing}
    assert standings(run_of_every_state()) == told
    assert {KNOWN, UPDATED, SUPPRESSED, ABSENT} <= set(told)


def test_what_became_of_what_is_gone() -> None:
    standing = of(run_of_every_state(), ABSENT).standing
    assert standing.startswith("The difference in the date of meeting between “Feb. 26-28")
    assert standing.endswith(" is no longer there. Run `claimcheck baseline prune`.")


def test_without_an_author_or_an_end_none_is_told() -> None:
    made = run_of_every_state(accepted={KNOWN: acceptance(3, by="", until=None)})
    assert of(made, KNOWN).standing == f"Accepted as another-thing in {BASELINE}:3."


def test_what_an_earlier_revision_had_was_accepted_by_nobody() -> None:
    made = run_of_every_state(accepted={})
    assert of(made, KNOWN).standing == "It stood there before."
    assert of(made, UPDATED).standing == "It stood there before; what is said has changed since."


@pytest.mark.parametrize(
    ("status", "explained", "accepted"),
    [
        ("new", True, True),
        ("updated", True, True),
        ("known", True, False),
        ("suppressed", True, False),
        # Of what is gone there is nothing to explain.
        ("absent", False, False),
    ],
)
def test_the_commands_that_do_something(status: Status, explained: bool, accepted: bool) -> None:
    told = one(status)
    explain = f"claimcheck explain {told.finding.id} seeds"
    accept = f"claimcheck baseline accept {told.finding.id} --reason … seeds"
    assert told.explain == (explain if explained else "")
    assert told.accept == (accept if accepted else "")


# --- places -------------------------------------------------------------------------------------


def test_a_finding_is_shown_at_its_first_mention() -> None:
    for told in notices(first_run()):
        assert told.where == told.mentions[0].where


def test_what_is_gone_is_shown_where_it_was_accepted() -> None:
    where = of(run_of_every_state(), ABSENT).where
    assert where is not None
    assert (where.path, where.line, where.start) == (BASELINE, 9, None)


@pytest.mark.parametrize(
    "lead", ["", "First.\n", "🚂🚂 é ", "\ufeff", "e\u0301\r\n🚂 \t", "\r\r🚂"]
)
def test_columns_are_counted_in_every_unit(lead: str) -> None:
    made = two_trains(lead)
    [told] = notices(made)
    for mention in told.mentions:
        text = made.articles[mention.article].text
        start, end = mention.where.start, mention.where.end
        assert start is not None
        assert end is not None
        line = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[start.line - 1]
        assert line[start.column - 1 : end.column - 1] == mention.words
        utf8, utf16 = line.encode(), line.encode("utf-16-le")
        assert utf8[start.utf8 - 1 : end.utf8 - 1].decode() == mention.words
        assert utf16[2 * start.utf16 - 2 : 2 * end.utf16 - 2].decode("utf-16-le") == mention.words


def test_of_a_record_the_line_of_the_file_is_known_and_no_column() -> None:
    [told] = notices(two_trains("First line.\n", path="all.jsonl", line=7))
    for mention in told.mentions:
        where = mention.where
        assert (where.path, where.line, where.start, where.end) == ("all.jsonl", 7, None, None)
        # People are told where it is in the text.
        assert where.shown.startswith(f"all.jsonl#{mention.article}:2:")


def test_an_article_without_a_path_has_no_file_to_point_at() -> None:
    [told] = notices(two_trains(path=None))
    assert [mention.where.path for mention in told.mentions] == [None, None]
    assert [mention.where.name for mention in told.mentions] == ["a.txt", "b.txt"]


def test_markup_is_read_through_the_article() -> None:
    """An article whose file holds more than its words is asked for both."""

    class Marked(Article):
        @property
        def file_text(self) -> str:
            return f"<p>\n{self.text}"

        def words(self, start: int, end: int) -> str:
            return self.text[max(start - 4, 0) : end - 4]

    document, articles = checked(
        Article("a.txt", "Kim Jong Un’s train has more than 20 carriages.", path="a.txt"),
        Article("b.txt", "Kim Jong Un’s train has up to 90 carriages.", path="b.txt"),
    )
    moved = [
        msgspec.structs.replace(
            c, start=c.start + 4, end=c.end + 4, sentence=(c.sentence[0] + 4, c.sentence[1] + 4)
        )
        for c in document.claims
    ]
    marked = {name: Marked(name, a.text, path=name) for name, a in articles.items()}
    [told] = notices(run(msgspec.structs.replace(document, claims=moved), marked))
    first = told.mentions[0]
    assert first.words == "more than 20 carriages"
    assert first.raw == "more than 20 carriages"
    assert first.sentence == "Kim Jong Un’s train has more than 20 carriages."
    assert first.where.shown == "a.txt:2:25"


def test_an_article_that_repeats_itself_is_shown_once() -> None:
    told = of(first_run(), "e0578e12b907")
    assert [again for _, again in told.evidence()] == [2, 0]
    assert len(told.mentions) == 4


# --- hostile text -------------------------------------------------------------------------------


def test_all_text_of_a_notice_is_lines_that_can_be_shown() -> None:
    assert any(sign in HOSTILE for sign in "\x00\n\r\x1b\u202e")
    for told in notices(hostile_run()):
        finding = told.finding
        shown = [
            told.title,
            told.headline,
            told.versus,
            told.standing,
            told.explain,
            told.accept,
            *told.account(),
            finding.rule,
            *(side.value for side in finding.sides),
            *(text for m in told.mentions for text in (m.words, m.sentence, m.where.shown)),
        ]
        for text in shown:
            assert not {*text} & {*"\x00\n\r\x1b\u202e\u2028"}, text
