"""A draft against the corpus: what is supported, contradicted, overtaken, or said nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from claimcheck.articles.article import Article
from claimcheck.articles.corpus import read
from claimcheck.desk.draft import DraftDocument, Judgement, check_draft
from claimcheck.desk.draft_text import draft_text
from claimcheck.document import findings_document
from claimcheck.gate.notices import notices
from claimcheck.gate.run import Run
from claimcheck.pipeline import shipped_rules

STORY = "the journey"


def article(name: str, text: str, story: str = STORY) -> Article:
    return Article(name, text, path=name, story=story)


def checked(draft: str, *corpus: str) -> DraftDocument:
    """A draft of the story against articles of it."""
    published = [article(f"{n}.txt", text) for n, text in enumerate(corpus, 1)]
    document, _ = check_draft(article("draft.txt", draft), published, shipped_rules(), version="0")
    return document


def only(draft: str, *corpus: str) -> Judgement:
    [judgement] = checked(draft, *corpus).judgements
    return judgement


TWO_DAYS = "Ada Lovelace's journey took two days."
A_DAY = "Ada Lovelace's journey took almost a full day."
FORECAST = "Ada Lovelace's journey will take nearly a day."
SPEED = "Ada Lovelace's train travels at around 40 mph."


@pytest.mark.parametrize(
    ("draft", "corpus", "judgement", "origins"),
    [
        (TWO_DAYS, [TWO_DAYS], "supported", 1),
        (TWO_DAYS, ["Ada Lovelace's trip took about 48 hours.", TWO_DAYS], "supported", 2),
        (TWO_DAYS, [A_DAY], "contradicted", 1),
        # Whoever supports it, one who contradicts it is what an editor must see.
        (TWO_DAYS, [TWO_DAYS, A_DAY], "contradicted", 1),
        (TWO_DAYS, [FORECAST], "superseded", 0),
        (FORECAST, [TWO_DAYS], "superseded", 1),
        (FORECAST, [A_DAY], "supported", 1),
        # What only a forecast says is supported by no origin.
        (A_DAY, [FORECAST], "supported", 0),
        (TWO_DAYS, [], "only-here", 0),
        (TWO_DAYS, [SPEED], "only-here", 0),
        (TWO_DAYS, ["Charles Babbage's journey took two days."], "only-here", 0),
        (TWO_DAYS, ["In 2019 Ada Lovelace's journey took two days."], "not-comparable", 0),
        (
            "Ada Lovelace's journey to Russia took two days.",
            ["Ada Lovelace's journey to China took five days."],
            "not-comparable",
            0,
        ),
        # Of one attribute and of nobody by name, but of two things.
        (
            "The siege of Borovo lasted 4 days.",
            ["The lecture by Professor Lind lasted 90 minutes."],
            "not-comparable",
            0,
        ),
        # A possibility and a word on what is usual neither support nor contradict.
        (TWO_DAYS, ["Ada Lovelace's journey could take five days."], "not-comparable", 1),
        (TWO_DAYS, ["Ada Lovelace's journey could take two days."], "supported", 1),
        (TWO_DAYS, ["Ada Lovelace's journey did not take five days."], "not-comparable", 1),
        (TWO_DAYS, ["Ada Lovelace's journey did not take two days."], "contradicted", 1),
    ],
)
def test_what_the_corpus_says_to_a_claim(
    draft: str, corpus: list[str], judgement: str, origins: int
) -> None:
    found = only(draft, *corpus)
    assert (found.judgement, found.origins) == (judgement, origins)
    assert found.why
    assert bool(found.suggestion) == (judgement in ("contradicted", "superseded"))


def test_against_names_the_claims_of_the_corpus_that_decided() -> None:
    document = checked(TWO_DAYS, TWO_DAYS, A_DAY)
    [judgement] = document.judgements
    said = {c.id: c for c in document.claims}
    assert said[judgement.claim].doc == "draft.txt"
    assert [said[i].doc for i in judgement.against] == ["2.txt"]


@pytest.mark.parametrize(
    ("draft", "corpus", "suggestion"),
    [
        (TWO_DAYS, A_DAY, "The corpus has “almost a full day” (1.txt)."),
        # Converted into the unit that the draft writes in …
        (
            "Ada Lovelace's train travels at about 90 km/h.",
            SPEED,
            "The corpus has “around 40 mph” (1.txt), that is 64.4 km/h in the draft's unit.",
        ),
        (
            "Ada Lovelace's journey took 5 hours.",
            TWO_DAYS,
            "The corpus has “two days” (1.txt), that is 48 hours in the draft's unit.",
        ),
        (
            "Ada Lovelace's journey took five days.",
            "Ada Lovelace's journey took 20 to 30 hours.",
            "The corpus has “20 to 30 hours” (1.txt), that is 0.833 to 1.25 days in the draft's "
            "unit.",
        ),
        # … and a count, which has none, is not.
        (
            "Ada Lovelace's train has 12 carriages.",
            "Ada Lovelace's train has 90 carriages.",
            "The corpus has “90 carriages” (1.txt).",
        ),
        (
            A_DAY,
            "Ada Lovelace left on Sunday afternoon. She crossed into Russia early on Tuesday.",
            "The corpus has “30 to 44 hours, from the times that are told” (1.txt).",
        ),
    ],
)
def test_a_suggestion_is_the_corpus_in_its_own_words(
    draft: str, corpus: str, suggestion: str
) -> None:
    assert only(draft, corpus).suggestion == suggestion


def test_a_derived_contradiction_names_what_it_is_derived_from() -> None:
    document = checked(
        A_DAY, "Ada Lovelace left on Sunday afternoon. She crossed into Russia early on Tuesday."
    )
    [judgement] = document.judgements
    assert judgement.judgement == "contradicted"
    quotes = {c.id: c.quote for c in document.claims}
    assert [quotes[i] for i in judgement.against] == ["on Sunday afternoon", "early on Tuesday"]


def test_a_draft_whose_times_imply_another_duration_is_a_finding() -> None:
    document = checked(
        "Ada Lovelace left on Sunday afternoon. She crossed into Russia early on Tuesday.", A_DAY
    )
    [finding] = document.findings
    assert finding.basis == "derived-hard"
    assert {j.judgement for j in document.judgements} == {"only-here"}


def test_a_draft_that_contradicts_itself_is_a_finding() -> None:
    document = checked(f"{TWO_DAYS} {A_DAY}")
    assert [f.verdict for f in document.findings] == ["contradictory"]


def test_the_document_holds_what_the_draft_touches() -> None:
    document = checked(
        f"{TWO_DAYS} See section 37.",
        A_DAY,
        "Ada Lovelace's train has 20 carriages.",
        "Ada Lovelace's train has 90 carriages.",
    )
    assert [f.attribute for f in document.facts] == ["journey_duration"]
    assert [f.rule for f in document.findings] == ["journey_duration"]
    assert {d.id for d in document.documents} == {"draft.txt", "1.txt"}
    assert {c.doc for c in document.claims} == {"draft.txt", "1.txt"}
    assert document.draft == "draft.txt"
    # Every id that is named is there.
    claims = {c.id for c in document.claims}
    assert {i for f in document.facts for i in f.claims} <= claims
    assert {i for f in document.findings for s in f.sides for i in s.claims} <= claims
    assert {i for j in document.judgements for i in (j.claim, *j.against)} <= claims
    # The numbers that nobody checked are those of the draft.
    assert [(s.doc, s.text) for s in document.set_aside] == [("draft.txt", "37")]


def test_judgements_stand_in_the_order_of_the_text() -> None:
    document = checked(f"{SPEED} {TWO_DAYS} {FORECAST}", A_DAY)
    starts = {c.id: c.start for c in document.claims}
    places = [starts[j.claim] for j in document.judgements]
    assert places == sorted(places)
    assert len(places) == 3


# --- which article is the draft -----------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus of two articles that differ; the current folder is its parent."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text(TWO_DAYS, encoding="utf-8")
    (tmp_path / "corpus" / "b.txt").write_text(A_DAY, encoding="utf-8")
    (tmp_path / "corpus" / "corpus.toml").write_text(
        '[documents."a.txt"]\nstory = "s"\n[documents."b.txt"]\nstory = "s"\n', encoding="utf-8"
    )
    return tmp_path


@pytest.mark.parametrize("path", ["corpus/a.txt", "./corpus/../corpus/a.txt", "ABSOLUTE"])
@pytest.mark.parametrize("against", ["corpus", "./corpus", "corpus/*.txt", "ABSOLUTE"])
def test_a_draft_in_the_folder_of_the_corpus_is_not_compared_with_itself(
    folder: Path, path: str, against: str
) -> None:
    path = str(folder / "corpus/a.txt") if path == "ABSOLUTE" else path
    against = str(folder / "corpus") if against == "ABSOLUTE" else against
    [draft] = read(path).articles
    document, result = check_draft(draft, read(against).articles, shipped_rules(), version="0")
    assert [a.id for a in result.articles] == ["a.txt", "b.txt"]
    [judgement] = document.judgements
    assert (judgement.judgement, len(judgement.against)) == ("contradicted", 1)


def test_another_article_of_the_drafts_name_stands(folder: Path) -> None:
    (folder / "a.txt").write_text(TWO_DAYS, encoding="utf-8")
    (folder / "corpus.toml").write_text('[documents."a.txt"]\nstory = "s"\n', encoding="utf-8")
    [draft] = read("a.txt").articles
    document, _ = check_draft(draft, read("corpus").articles, shipped_rules(), version="0")
    assert document.draft == "draft a.txt"
    assert {d.id for d in document.documents} == {"draft a.txt", "a.txt", "b.txt"}
    twice, _ = check_draft(
        draft,
        [*read("corpus").articles, article("draft a.txt", A_DAY)],
        shipped_rules(),
        version="0",
    )
    assert twice.draft == "draft draft a.txt"


def test_a_draft_without_a_file_is_compared_with_all(folder: Path) -> None:
    draft = Article("stdin", TWO_DAYS, story="s")
    _, result = check_draft(draft, read("corpus").articles, shipped_rules(), version="0")
    assert len(result.articles) == 3


# --- text ---------------------------------------------------------------------------------------


def named(texts: dict[str, str]) -> dict[str, Article]:
    return {name: Article(name, text) for name, text in texts.items()}


def test_the_text_leads_from_the_draft_to_the_corpus() -> None:
    texts = {"draft.txt": f"First.\n{TWO_DAYS} See section 37.", "1.txt": A_DAY}
    document = checked(texts["draft.txt"], A_DAY)
    assert draft_text(document, named(texts)) == (
        "draft.txt:2:29: “two days”: differs from the corpus (1 independent origin in the "
        "corpus)\n"
        "  why: No value fits both: they mean 36 to 60 hours and 18.6 to 24 hours. Between them "
        "is a gap of 12 hours.\n"
        "  The corpus has “almost a full day” (1.txt).\n"
        "    1.txt:1:29: Ada Lovelace's journey took almost a full day.\n"
        "\n"
        "Claims in the draft: 1; differs from the corpus 1.\n"
        "Numbers of the draft that were not checked: 1.\n"
        "  draft.txt:2:51: “37”: part of a name\n"
    )


def test_a_draft_without_numbers_says_so() -> None:
    document = checked("Nothing to see.", A_DAY)
    assert draft_text(document, named({"draft.txt": "Nothing to see."})) == (
        "Claims in the draft: 0.\nNumbers of the draft that were not checked: 0.\n"
    )


def told(draft: str, *corpus: str) -> str:
    """The text of a draft with its findings, as the gate tells them."""
    document, result = check_draft(
        article("draft.txt", draft),
        [article(f"{n}.txt", text) for n, text in enumerate(corpus, 1)],
        shipped_rules(),
        version="0",
    )
    whole = findings_document(result, version="0")
    articles = {a.id: a for a in result.articles}
    failing = frozenset(f.id for f in document.findings)
    run = Run(
        msgspec.structs.replace(whole, findings=document.findings),
        articles,
        failing=failing,
        paths="corpus",
    )
    return draft_text(document, articles, notices(run))


def test_a_finding_that_no_claim_of_the_draft_is_shown_by_stands_alone() -> None:
    shown = told(
        "Ada Lovelace left on Sunday afternoon. She crossed into Russia early on Tuesday.", A_DAY
    )
    assert "30 to 44 hours" in shown
    assert "    1.txt:1:29: Ada Lovelace's journey took almost a full day." in shown
    assert re.search(r"(?m)^  claimcheck baseline accept [0-9a-f]{12} --reason … corpus$", shown)


def test_a_draft_that_contradicts_itself_is_told_so() -> None:
    shown = told(f"{TWO_DAYS} {A_DAY}")
    assert "    draft.txt:1:29: Ada Lovelace's journey took two days." in shown
    assert "    draft.txt:1:67: Ada Lovelace's journey took almost a full day." in shown


def test_a_claim_that_differs_names_its_finding_once() -> None:
    shown = told(TWO_DAYS, A_DAY)
    [line] = [line for line in shown.splitlines() if "contradiction (" in line]
    assert re.fullmatch(r"  contradiction \(major; hard\), new  \[[0-9a-f]{12}\]", line)
    assert shown.count("baseline accept") == 1
