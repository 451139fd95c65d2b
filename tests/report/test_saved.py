"""A saved run: read strictly, with its articles where they still say what they said."""

from __future__ import annotations

import codecs
import contextlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.articles.corpus import read
from claimcheck.document import FindingsDocument, encode, findings_document
from claimcheck.errors import ClaimcheckError, InputError, UsageError
from claimcheck.pipeline import check
from claimcheck.report.folder import write_report
from claimcheck.report.saved import load, read_document

from .sample import sample

TWO_DAYS, A_DAY = "Ada Lovelace's journey took two days.", "Ada Lovelace's journey took a day."

FORMATS = {
    "text": {"a.txt": f"{TWO_DAYS}\n", "b.txt": f"Nothing else.\n\n{A_DAY}\n"},
    "markdown": {
        "a.md": "---\ntitle: A\n---\n# News\n\nAda Lovelace's journey took **two days**.\n",
        "b.md": f"* {A_DAY}\n",
    },
    "html": {
        "a.html": "<html><body><article><h1>News &amp; more</h1><p>Ada Lovelace&rsquo;s journey took "
        "<b>two</b>\n days.</p></article></body></html>",
        "b.html": f"<html><body><p>{A_DAY}</p></body></html>",
    },
    "records": {
        "a.jsonl": "".join(
            json.dumps({"id": f"r{i}", "text": text, "story": "s"}) + "\n"
            for i, text in enumerate((TWO_DAYS, A_DAY))
        )
    },
}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(files: dict[str, str]) -> None:
    Path("articles").mkdir()
    for name, text in files.items():
        Path("articles", name).write_text(text, encoding="utf-8", newline="")
    stories = "".join(f'[documents."{n}"]\nstory = "s"\n' for n in files if "jsonl" not in n)
    Path("articles", "corpus.toml").write_text(stories, encoding="utf-8")


def saved(document: FindingsDocument, name: str = "findings.json") -> Path:
    Path(name).write_bytes(encode(document))
    return Path(name)


def checked() -> FindingsDocument:
    return findings_document(check(read("articles").articles), version="0")


# --- the articles -------------------------------------------------------------------------------


@pytest.mark.parametrize("format_", FORMATS)
def test_sentences_come_from_the_articles(format_: str) -> None:
    write(FORMATS[format_])
    document = checked()
    run = load(saved(document))
    assert run.document == document
    assert (
        set(run.articles)
        == {one.id for one in document.documents}
        == {c.doc for c in document.claims}
    )
    assert run.notes == ()
    again = {one.id: one for one in read("articles").articles}
    for claim in document.claims:
        words = run.articles[claim.doc].words(*claim.sentence)
        assert words == again[claim.doc].words(*claim.sentence)
        assert "journey took" in words


def test_articles_may_lie_beside_the_saved_run(monkeypatch: pytest.MonkeyPatch) -> None:
    write(FORMATS["text"])
    path = saved(checked()).resolve()
    Path("elsewhere").mkdir()
    monkeypatch.chdir("elsewhere")
    assert set(load(path).articles) == {"a.txt", "b.txt"}


def test_one_that_has_changed_or_is_gone_is_shown_by_its_quotes() -> None:
    write(FORMATS["text"])
    path = saved(checked())
    Path("articles", "a.txt").write_text(f"Update. {TWO_DAYS}\n", encoding="utf-8")
    run = load(path)
    assert set(run.articles) == {"b.txt"}
    assert run.notes == ("The sentences of 1 of 2 articles are not shown: 1 has changed.",)
    Path("articles", "b.txt").unlink()
    assert load(path).notes == (
        "The sentences of 2 of 2 articles are not shown: 1 has changed, and 1 is not found.",
    )


def test_a_change_elsewhere_in_the_article_does_not_matter() -> None:
    write(FORMATS["text"])
    path = saved(checked())
    with Path("articles", "a.txt").open("a", encoding="utf-8") as file:
        file.write("More to come.\n")
    assert set(load(path).articles) == {"a.txt", "b.txt"}


def test_what_has_not_the_name_of_an_article_is_not_opened() -> None:
    write(FORMATS["text"])
    document = checked()
    Path("articles", "a.txt").rename("articles/secret")
    documents = [
        msgspec.structs.replace(one, path=one.path and one.path.replace("a.txt", "secret"))
        for one in document.documents
    ]
    run = load(saved(msgspec.structs.replace(document, documents=documents)))
    assert set(run.articles) == {"b.txt"}


def test_a_quote_of_nothing_opens_nothing() -> None:
    write(FORMATS["text"])
    document = checked()
    claims = [msgspec.structs.replace(claim, quote="", start=0, end=0) for claim in document.claims]
    assert load(saved(msgspec.structs.replace(document, claims=claims))).articles == {}


def test_an_article_from_standard_input_has_no_place_to_be_read_from() -> None:
    document = sample()
    documents = [msgspec.structs.replace(one, path=None) for one in document.documents]
    run = load(saved(msgspec.structs.replace(document, documents=documents)))
    assert run.articles == {}
    assert run.notes == ("The sentences of 4 of 4 articles are not shown: 4 are not found.",)


# --- what is no saved run -----------------------------------------------------------------------

NO_RUN: dict[str, tuple[bytes, type[ClaimcheckError], str]] = {
    "nothing": (b"", InputError, "findings.json: this is no JSON: input data was truncated"),
    "half": (b'{"schema": "claimcheck.findings/1"', InputError, "this is no JSON: input data was"),
    "a comma": (
        b'{\n "schema": "x",\n}',
        *(InputError, "findings.json:3:1: this is no JSON: "),
    ),
    "other bytes": (b'{"schema": "\xff"}', InputError, "this is no JSON: "),
    "a list": (b"[1]", UsageError, "this is no findings document: it names no schema"),
    "deep": (b'{"a":' * 100_000, InputError, "this is no JSON"),
    "an object": (b"{}", UsageError, "this is no findings document: it names no schema"),
    "another document": (
        b'{"schema": "claimcheck.draft/1"}',
        *(UsageError, "this is no findings document: its schema is claimcheck.draft/1"),
    ),
    "a later version": (
        b'{"schema": "claimcheck.findings/2"}',
        *(
            UsageError,
            "its schema is claimcheck.findings/2, and this claimcheck reads claimcheck.f",
        ),
    ),
    "a field too few": (
        b'{"schema": "claimcheck.findings/1"}',
        *(InputError, "findings.json: object missing required field `tool`"),
    ),
    "a field of another kind": (
        encode(sample()).replace(b'"claims": 14', b'"claims": "many"'),
        *(InputError, "findings.json: $.stats.claims: expected `int`, got `str`"),
    ),
    "a field too many": (
        encode(sample()).replace(b'"tool": {', b'"tool": {"colour": "red",'),
        *(InputError, "$.tool: object contains unknown field `colour`"),
    ),
    "a number that no table holds": (
        encode(sample()).replace(b'"origins": 1', b'"origins": 1' + b"0" * 30),
        *(InputError, "origins: expected `int` <= 9007199254740991"),
    ),
    "an article": (b"The train.", InputError, "json:1:1: this is no JSON: invalid character"),
    "a number without end": (
        encode(sample()).replace(b"1000.0", b"1e999"),
        *(InputError, "number out of range"),
    ),
}


@pytest.mark.parametrize("case", NO_RUN)
def test_what_is_no_saved_run_is_told_with_its_place(case: str) -> None:
    content, kind, told = NO_RUN[case]
    Path("findings.json").write_bytes(content)
    with pytest.raises(kind) as caught:
        load(Path("findings.json"))
    assert told in str(caught.value)
    assert caught.value.place is not None
    assert caught.value.next_step


def test_a_byte_order_mark_is_passed_over() -> None:
    Path("findings.json").write_bytes(codecs.BOM_UTF8 + encode(sample()))
    assert load(Path("findings.json")).document == sample()


def test_a_file_that_is_not_there() -> None:
    with pytest.raises(UsageError, match="there is no such file"):
        load(Path("nowhere.json"))
    Path("folder.json").mkdir()
    with pytest.raises(UsageError, match=r"this is a folder. Name the findings.json in it"):
        load(Path("folder.json"))


# --- what contradicts itself --------------------------------------------------------------------


def change(at: str, value: Any) -> Callable[[Any], None]:
    """A change of the JSON: the value at a path of keys and places."""
    *way, last = (int(part) if part.isdigit() else part for part in at.split("."))

    def made(document: Any) -> None:
        for part in way:
            document = document[part]
        document[last] = value

    return made


INCONSISTENT = {
    "claims.3.doc": ("nowhere.txt", "$.claims[3].doc: there is no document nowhere.txt"),
    "claims.6.derived_from": (["left", "x"], "$.claims[6].derived_from: there is no claim x"),
    "claims.4.derived_from": (["elapsed"], "follows from itself"),
    "claims.0.id": ("days", "$.claims: 2 records have the id days"),
    "claims.0.start": (500, "$.claims[0]: no words stand from 500 to "),
    "claims.0.sentence": ([9, 3], "$.claims[0].sentence: no words stand from 9 to 3"),
    "claims.0.stated": ([1e101], "$.claims[0].stated: no quantity is 1e+101"),
    "claims.0.hard": ([1e308, -1e308], "$.claims[0].hard: no quantity is 1e+308"),
    "facts.0.camps.0.consensus": ([None, -1e200], "$.facts[0].camps: no quantity is -1e+200"),
    "claims.2.unit": ("kilometer", "$.facts[1].unit: kilometer is nothing that hour measures"),
    "documents.0.id": ("forecast.txt", "$.documents: 2 records have the id forecast.txt"),
    "facts.0.claims": (["cars-20", "x"], "$.facts[0].claims: there is no claim x"),
    "facts.0.camps": ([], "$.facts[0]: a fact and each of its camps have claims"),
    "facts.3.camps.0.claims": (["days"], "$.facts[3].camps: there is no claim of its fact days"),
    "findings.0.fact": ("x", "$.findings[0].fact: there is no fact x"),
    "findings.0.sides.1.claims": (["x"], "$.findings[0].sides: there is no claim x"),
    "findings.1.sides.0.claims": ([], "$.findings[1].sides: one has no claims"),
    "set_aside.0.doc": ("x\ny", "$.set_aside[0].doc: there is no document x y"),
}


@pytest.mark.parametrize("at", INCONSISTENT)
def test_what_cannot_be_is_said(at: str) -> None:
    value, told = INCONSISTENT[at]
    document = json.loads(encode(sample()))
    change(at, value)(document)
    Path("findings.json").write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_document(Path("findings.json"))
    assert told in str(caught.value)
    assert caught.value.exit_code == 5


def test_a_long_way_from_claim_to_claim_is_no_loop() -> None:
    one, count = sample().claims[0], 50_000
    then = {f"{i}": [f"{i + 1}"] for i in range(count)}
    chain = [
        msgspec.structs.replace(one, id=f"{i}", derived_from=then.get(f"{i}"))
        for i in range(count + 1)
    ]
    document = msgspec.structs.replace(sample(), claims=[*sample().claims, *chain])
    assert len(read_document(saved(document)).claims) == len(document.claims)


def test_a_finding_that_is_gone_needs_no_fact_and_no_claims() -> None:
    [first, *others] = sample().findings
    sides = tuple(msgspec.structs.replace(one, claims=[]) for one in first.sides)
    gone = msgspec.structs.replace(first, status="absent", fact="x", sides=sides)
    document = msgspec.structs.replace(sample(), findings=[gone, *others])
    assert read_document(saved(document)) == document


@pytest.mark.parametrize("attribute", ["", "#", "category", "measured", "number"])
def test_an_attribute_may_be_called_anything(attribute: str) -> None:
    document = json.loads(encode(sample()))
    change("facts.0.attribute", attribute)(document)
    Path("findings.json").write_text(json.dumps(document), encoding="utf-8")
    run = load(Path("findings.json"))
    assert write_report(run.document, run.articles, Path("report"))


PLACES = st.sampled_from(
    [
        *("claims.0", "claims.6", "facts.0", "facts.1", "findings.0", "findings.0.sides.0"),
        *("documents.0", "set_aside.0", "stats", "facts.0.camps.0"),
    ]
)
VALUES = st.one_of(
    st.none(),
    *(st.integers(-3, 3), st.floats(allow_nan=False, allow_infinity=False), st.text(max_size=5)),
    st.lists(st.sampled_from(["days", "elapsed", "left", "x"]), max_size=3),
    st.sampled_from([[None, 1.0], ["-W-7T12:00", None], [1e300, -1e300], ["", 5.0]]),
)


@given(PLACES, st.data(), VALUES)
@settings(
    max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_whatever_a_field_holds_the_run_is_shown_or_refused(
    at: str, data: st.DataObject, value: object
) -> None:
    document = json.loads(encode(sample()))
    record = document
    for part in at.split("."):
        record = record[int(part) if part.isdigit() else part]
    record[data.draw(st.sampled_from(sorted(record)))] = value
    Path("any.json").write_text(json.dumps(document), encoding="utf-8")
    folder = Path("report")
    shutil.rmtree(folder, ignore_errors=True)
    with contextlib.suppress(InputError, UsageError):
        run = load(Path("any.json"))
        index, *_ = write_report(run.document, run.articles, folder)
        assert index.read_text("utf-8").startswith("<!doctype html>")
    assert folder.exists() or _is_refused(Path("any.json"))


def _is_refused(path: Path) -> bool:
    with pytest.raises((InputError, UsageError)) as caught:
        load(path)
    return bool(caught.value.cause)
