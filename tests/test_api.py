"""`import claimcheck`: the verbs as documented, typed records, and the report."""

from __future__ import annotations

import csv
import doctest
import io
import re
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import claimcheck
from claimcheck.articles.article import Article
from claimcheck.errors import ClaimcheckError, InputError, RuleError, UsageError
from claimcheck.pipeline import Result, TextComparison
from claimcheck.report.tables.csv import csv_text
from claimcheck.report.tables.table import TABLES

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"


@pytest.fixture(scope="module")
def result() -> Result:
    return claimcheck.check(claimcheck.read(SEEDS))


@pytest.fixture(scope="module")
def report(result: Result) -> claimcheck.Report:
    return claimcheck.Report.on(result)


def test_the_docstring_tells_the_truth() -> None:
    tried = doctest.testmod(claimcheck)
    assert tried.attempted >= 2
    assert tried.failed == 0


def test_every_name_is_there_and_documented() -> None:
    assert set(claimcheck.__all__) >= {
        *("read", "extract", "reconcile", "check", "compare", "Report", "Article"),
    }
    for name in claimcheck.__all__:
        assert getattr(claimcheck, name).__doc__
        assert name in (claimcheck.__doc__ or "") or name in ("Article", "__version__")


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'chek'"):
        claimcheck.chek  # noqa: B018
    assert not hasattr(claimcheck, "__wrapped__")


# --- lazily -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "absent"),
    [
        ("import claimcheck", "pandas pyarrow pint jinja2 msgspec ruamel click re2"),
        ("import claimcheck.cli", "pandas pyarrow pint jinja2 msgspec ruamel re2"),
        (
            "import claimcheck; claimcheck.compare('The train has 12 cars.', 'It has 9 cars.')",
            "pandas pyarrow pint jinja2 click",
        ),
        (
            f"import claimcheck; claimcheck.check(claimcheck.read({str(SEEDS)!r}))",
            "pandas pyarrow pint",
        ),
        (f"import claimcheck; repr(claimcheck.Report.of({str(SEEDS)!r}))", "pandas pyarrow jinja2"),
        (
            "import contextlib; from claimcheck.cli import main\n"
            f"with contextlib.suppress(SystemExit): main(['check', {str(SEEDS)!r}])",
            "pandas pyarrow jinja2",
        ),
    ],
)
def test_nothing_is_loaded_before_it_is_needed(code: str, absent: str) -> None:
    show = "import sys; print(*(m for m in sys.modules if '.' not in m))"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{show}"], capture_output=True, text=True, check=True
    )
    assert not set(done.stdout.split()) & set(absent.split())


def test_a_star_import_brings_the_verbs() -> None:
    code = "from claimcheck import *; print(check.__name__, Report.__name__, compare.__name__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["check", "Report", "compare"]


# --- read ---------------------------------------------------------------------------------------


def test_read_gives_articles_sorted_by_id_with_their_text_untouched() -> None:
    articles = claimcheck.read(SEEDS)
    assert all(isinstance(a, Article) for a in articles)
    assert [a.id for a in articles] == sorted(p.name for p in SEEDS.glob("*.txt"))
    for article in articles:
        assert article.text.encode() == (SEEDS / article.id).read_bytes()
    assert articles[2].source == "Business Insider"


def test_read_takes_several_paths_of_either_kind(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("The train has 12 cars.", encoding="utf-8")
    read = claimcheck.read(str(SEEDS / "0-key-points.txt"), tmp_path)
    assert [a.id for a in read] == ["0-key-points.txt", "x.txt"]


@pytest.mark.parametrize(
    ("content", "error"), [(None, UsageError), (b"", InputError), (b"\0\0", InputError)]
)
def test_read_raises_what_it_cannot_read(
    tmp_path: Path, content: bytes | None, error: type[ClaimcheckError]
) -> None:
    path = tmp_path / "x.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(error) as raised:
        claimcheck.read(SEEDS, path)
    assert "x.txt" in str(raised.value)
    assert raised.value.next_step


# --- extract, reconcile, check ------------------------------------------------------------------


def test_extract_reads_one_article() -> None:
    text = "Ada Lovelace's journey took two days. She has 37 hats."
    extraction = claimcheck.extract(Article("a", text))
    claim, hats = extraction.claims
    assert (claim.quote, claim.attribute, claim.doc) == ("two days", "journey_duration", "a")
    assert text[claim.start : claim.end] == claim.quote
    assert (hats.quote, hats.attribute) == ("37 hats", "number hat")
    assert extraction.set_aside == ()
    assert extraction.article.text == text


def test_the_stages_make_the_whole_way() -> None:
    articles = [
        Article("a", "Ada Lovelace's journey took two days."),
        Article("b", "Ada Lovelace's journey took five days."),
    ]
    extractions = [claimcheck.extract(a, story="s") for a in articles]
    claims, facts, findings = claimcheck.reconcile(extractions)
    assert [c.quote for c in claims] == ["two days", "five days"]
    assert [len(f.claims) for f in facts] == [2]
    assert [(f.kind, f.basis, f.grade) for f in findings] == [("contradictory", "hard", "major")]


def test_the_story_that_is_told_decides_what_is_compared() -> None:
    articles = [
        Article("a", "Ada Lovelace's journey took two days.", story="one"),
        Article("b", "Ada Lovelace's journey took five days.", story="other"),
    ]
    assert claimcheck.check(articles).findings == ()
    assert (
        len(claimcheck.check([*articles, Article("c", articles[0].text, story="other")]).findings)
        == 1
    )


def test_a_result_is_typed_records(result: Result) -> None:
    assert isinstance(result, Result)
    assert len(result.articles) == 5
    assert all(f.fact in result.facts for f in result.findings)
    assert all(c in result.claims for f in result.facts for c in f.claims)
    assert set(result.stories) == {a.id for a in result.articles}
    with pytest.raises(AttributeError):
        result.claims = ()  # type: ignore[misc]


# --- compare ------------------------------------------------------------------------------------


def test_compare_gives_verdict_ground_grade_and_why() -> None:
    found = claimcheck.compare(
        "The train has more than 20 carriages.", "The train consists of up to 90 carriages."
    )
    assert found == TextComparison(
        *("contradictory", "pragmatic", "major", 0.855),
        "The bounds overlap (21 to 100), so both can literally be true; usual readings are 21 to "
        "30 and 60 to 90. Consistency is 0.15 of 1.",
    )


def test_compare_says_why_there_is_nothing_to_compare() -> None:
    other = claimcheck.compare("The train has 12 carriages.", "The freight train has 9 carriages.")
    assert (other.verdict, other.basis, other.grade, other.severity) == ("incomparable", "", "", 0)
    assert other.explanation == (
        "Not comparable, because one is of train, the other of freight train."
    )
    nothing = claimcheck.compare("It rained.", "It snowed.")
    assert nothing.verdict == "incomparable"
    assert nothing.explanation.startswith("Nothing to compare")
    unread = claimcheck.compare("The train has 12 carriages.", "She has 37 hats.")
    assert unread.verdict == "incomparable"
    assert "“37 hats”" in unread.explanation


# --- the report ---------------------------------------------------------------------------------


def test_of_reads_and_checks(report: claimcheck.Report) -> None:
    again = claimcheck.Report.of(SEEDS)
    assert again.document == claimcheck.Report.of(*sorted(SEEDS.glob("*.txt"))).document
    assert [c.id for c in again.document.claims] == [c.id for c in report.document.claims]
    assert set(again.articles) == {article.id for article in claimcheck.read(SEEDS)}


def test_it_says_what_it_is() -> None:
    shown = repr(claimcheck.Report.of(SEEDS))
    told = r"<Report: 5 articles, \d+ claims, \d+ facts, \d+ findings, \d+ of them contradictory>"
    assert re.fullmatch(told, shown)


def test_other_rules_may_be_named(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    for name in ("subjects.yaml", "scopes.yaml", "travel/speed.yaml"):
        (tmp_path / "rules" / Path(name).name).write_bytes((ROOT / "rules" / name).read_bytes())
    packs = set(claimcheck.Report.of(SEEDS, rules=tmp_path / "rules").claims["rule"])
    assert not any(rule.startswith("carriage_count") for rule in packs)
    (tmp_path / "rules" / "speed.yaml").write_text("attribute: [", encoding="utf-8")
    with pytest.raises(RuleError):
        claimcheck.Report.of(SEEDS, rules=tmp_path / "rules")
    with pytest.raises(RuleError, match="no rule pack in this folder"):
        claimcheck.Report.of(SEEDS, rules=str(tmp_path / "nowhere"))


def test_what_cannot_be_read_is_raised(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(InputError):
        claimcheck.Report.of(tmp_path)
    with pytest.raises(UsageError):
        claimcheck.Report.load(tmp_path / "nowhere.json")


def test_an_article_in_another_language_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The train has 12 carriages.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Der Zug hat 90 Wagen.", encoding="utf-8")
    told = '[documents."b.txt"]\nlanguage = "de"\n'
    (tmp_path / "corpus.toml").write_text(told, encoding="utf-8")
    report = claimcheck.Report.of(tmp_path)
    assert list(report.documents["id"]) == ["a.txt", "b.txt"]
    assert list(report.set_aside["doc"]) == ["b.txt"]


def test_a_report_is_written_and_loaded_again(tmp_path: Path) -> None:
    report = claimcheck.Report.of(SEEDS)
    first = {path.name: path.read_bytes() for path in report.write(tmp_path / "one")}
    saved = claimcheck.Report.load(tmp_path / "one" / "findings.json")
    assert saved.document == report.document
    assert saved.notes == ()
    again = {path.name: path.read_bytes() for path in saved.write(tmp_path / "two")}
    assert again == first


def test_a_report_is_held_against_an_older_one(tmp_path: Path) -> None:
    few = claimcheck.Report.of(*sorted(SEEDS.glob("[0-2]*.txt")))
    every = claimcheck.Report.of(SEEDS)
    since = every.against(few)
    assert set(since.findings["status"]) > {"new", "known"}
    assert since.notes[0].startswith("Since the run of 3 articles: ")
    assert set(since.standings) == set(since.findings["id"])
    assert set(every.against(every).findings["status"]) == {"known"}


def test_the_frames_are_made_once(report: claimcheck.Report) -> None:
    assert report.claims is report.claims


def test_frames_are_the_tables_of_the_report(report: claimcheck.Report) -> None:
    for name, table in TABLES.items():
        frame = getattr(report, name)
        text = csv_text(table(report.document))
        assert list(frame.columns) == next(csv.reader(io.StringIO(text)))
        # Words are read as words: "NA" may be somebody's name, and an empty cell has no value.
        again = pd.read_csv(
            io.StringIO(text),
            dtype={name: str(kind) for name, kind in frame.dtypes.items()},
            keep_default_na=False,
            na_values=[""],
        )
        for column in frame:
            both = pd.DataFrame({"frame": frame[column], "csv": again[column]}).dropna(how="all")
            same = both["frame"].eq(both["csv"]) | both["frame"].eq("")
            assert same.fillna(value=False).all() or unquoted(both), column


def unquoted(both: pd.DataFrame) -> bool:
    """Whether the two differ only by the apostrophe that keeps a spreadsheet from computing."""
    return bool(both["csv"].astype(str).str.removeprefix("'").eq(both["frame"].astype(str)).all())


def test_frames_are_what_the_result_says(result: Result, report: claimcheck.Report) -> None:
    assert list(report.claims["id"]) == [c.id for c in result.claims]
    assert list(report.facts["id"]) == [f.id for f in result.facts]
    assert list(report.findings["id"]) == [f.id for f in result.findings]
    assert len(report.set_aside) == sum(len(e.set_aside) for e in result.extractions)
    assert set(report.findings["fact"]) <= set(report.facts["id"])
    assert set(report.claims["fact"]) == set(report.facts["id"])
    assert set(report.claims["doc"]) <= set(report.documents["id"])
    assert not report.claims["id"].duplicated().any()


def test_a_frame_answers_a_question(report: claimcheck.Report) -> None:
    graves = report.findings.query("verdict == 'contradictory' and grade == 'major'")
    durations = ["journey_duration", "journey_duration"]
    assert sorted(graves["attribute"]) == ["carriage_count", *durations, "trips by plane"]
    assert graves["severity"].between(0.7, 1).all()


def test_the_frames_of_nothing_have_their_columns(report: claimcheck.Report) -> None:
    empty = claimcheck.Report.on(claimcheck.check([]))
    for name in TABLES:
        frame, full = getattr(empty, name), getattr(report, name)
        assert len(frame) == 0
        assert list(frame.columns) == list(full.columns)
        assert list(frame.dtypes) == list(full.dtypes)
