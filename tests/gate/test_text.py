"""The text format: what a person reads of the seeds, and where each word of it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

import claimcheck
from claimcheck.articles.article import Article
from claimcheck.articles.corpus import Corpus, read
from claimcheck.document import FindingsDocument, findings_document
from claimcheck.gate.text import place, summary, text, whereabouts
from claimcheck.gate.working import working
from claimcheck.pipeline import Result

ROOT = Path(__file__).parents[2]


@pytest.fixture
def corpus(monkeypatch: pytest.MonkeyPatch) -> Corpus:
    """The seeds, read from the root of the checkout, so that no path of it shows."""
    monkeypatch.chdir(ROOT)
    return read("seeds")


def document(result: Result) -> FindingsDocument:
    return findings_document(result, version="0")


def printed(corpus: Corpus) -> str:
    articles = {a.id: a for a in corpus.articles}
    return text(document(claimcheck.check(corpus.articles)), articles, "seeds")


def test_the_seeds(corpus: Corpus, snapshot: SnapshotAssertion) -> None:
    assert printed(corpus) == snapshot


def test_every_finding_has_its_id_its_sides_and_the_next_step(corpus: Corpus) -> None:
    shown = printed(corpus)
    for finding in claimcheck.check(corpus.articles).findings:
        assert f"[{finding.id}]" in shown
        assert f"claimcheck explain {finding.id} seeds\n" in shown
        for side in finding.sides:
            assert side.value in shown


def test_every_place_is_that_of_the_words(corpus: Corpus) -> None:
    texts = {a.path: a.text for a in corpus.articles}
    quotes = {c.quote for c in claimcheck.check(corpus.articles).claims}
    places = re.findall(r"(?m)^    (seeds/[^:]+):(\d+):(\d+): ", printed(corpus))
    assert len(places) >= 12
    for path, line, column in places:
        rest = texts[path].split("\n")[int(line) - 1][int(column) - 1 :]
        assert any(rest.startswith(quote) for quote in quotes), (path, line, column)


def test_nothing_found_is_said(corpus: Corpus) -> None:
    nothing = claimcheck.check([])
    assert text(document(nothing), {}, "none") == (
        "0 articles, 0 claims: 0 contradictions, 0 forecasts overtaken, 0 facts told alike. "
        "0 numbers seen, 0 set aside.\n"
    )


def test_one_is_singular() -> None:
    one = claimcheck.check([Article("a", "The train has 20 carriages.")])
    assert summary(document(one)).startswith("1 article, 1 claim: 0 contradictions,")


def test_the_working_of_a_finding(corpus: Corpus, snapshot: SnapshotAssertion) -> None:
    result = claimcheck.check(corpus.articles)
    articles = {a.id: a for a in corpus.articles}
    said = {c.id: c for c in result.claims}
    found = {f"{f.kind} {f.basis} {f.fact.attribute}": f for f in result.findings}
    shown = [
        working(found[name], said, articles)
        for name in (
            "contradictory pragmatic carriage_count",
            "contradictory derived-hard journey_duration",
        )
    ]
    assert "\n\n".join(shown) == snapshot


def test_the_working_shows_words_rule_value_and_verdict(corpus: Corpus) -> None:
    result = claimcheck.check(corpus.articles)
    articles = {a.id: a for a in corpus.articles}
    said = {c.id: c for c in result.claims}
    for finding in result.findings:
        shown = working(finding, said, articles)
        assert "unnamed" not in shown
        for word in (finding.id, finding.fingerprint, finding.fact.key, finding.explanation):
            assert word in shown
        for side in finding.sides:
            for i in side.claim_ids:
                source = said[i]
                assert " ".join(source.quote.split()) in shown
                assert source.rule in shown
                assert source.canonical in shown


@pytest.mark.parametrize(
    ("path", "name", "shown"),
    [
        (None, "stdin", "stdin"),
        ("corpus/a.txt", "a.txt", "corpus/a.txt"),
        ("corpus/x/a.txt", "x/a.txt", "corpus/x/a.txt"),
        ("a.txt", "here/a.txt", "a.txt"),
        # Of an article in a file of many a line is one of its text, and not of the file.
        ("corpus/all.jsonl", "37", "corpus/all.jsonl#37"),
        ("corpus/all.jsonl", "l", "corpus/all.jsonl#l"),
    ],
)
def test_whereabouts_lead_to_the_text(path: str | None, name: str, shown: str) -> None:
    [one] = document(claimcheck.check([Article(name, "Text.", path=path)])).documents
    assert whereabouts(one) == shown


# --- places -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text_", "word", "expected"),
    [
        ("word", "word", "1:1"),
        ("a word", "word", "1:3"),
        ("one\ntwo word", "word", "2:5"),
        ("one\n\nword", "word", "3:1"),
        # Line ends of every system are one line end.
        ("one\r\ntwo word", "word", "2:5"),
        ("one\rtwo word", "word", "2:5"),
        ("one\r\n\r\nword", "word", "3:1"),
        ("one\n\rword", "word", "3:1"),
        # Columns count code points: an emoji is one, an accent of its own another.
        ("🚂🚂 word", "word", "1:4"),
        ("e\u0301 word", "word", "1:4"),
        ("é word", "word", "1:3"),
        ("\tword", "word", "1:2"),
        ("\ufeffword", "word", "1:2"),
        # What only Unicode takes for a line end is none in an editor.
        ("one\u2028two word", "word", "1:9"),
        ("one\x0cword", "word", "1:5"),
    ],
)
def test_a_place_is_the_line_and_column_of_an_editor(text_: str, word: str, expected: str) -> None:
    assert place(Article("a", text_), text_.index(word)) == expected


@given(
    st.text(alphabet=st.sampled_from("ab \n🚂é"), max_size=40),
    st.sampled_from("\n \r \r\n".split(" ")),
)
def test_a_place_leads_back_to_its_word(article: str, line_end: str) -> None:
    raw = article.replace("\n", line_end)
    lines = raw.split(line_end)
    for offset, sign in enumerate(raw):
        if sign not in "\r\n":
            line, column = map(int, place(Article("a", raw), offset).split(":"))
            assert lines[line - 1][column - 1] == sign
