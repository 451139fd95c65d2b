"""The JSON documents: the fields of the contract, in its order, and schemas that are current."""

from __future__ import annotations

import json
import re
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner

from claimcheck.cli import main

ROOT = Path(__file__).parents[1]
SCHEMAS = ROOT / "docs" / "schemas"
GENERATOR = runpy.run_path(str(SCHEMAS / "generate.py"))

# The fields of a record of the contract, in its order.
FIELDS = {
    "FindingsDocument": "schema tool rules_digest documents claims facts findings set_aside stats",
    "DraftDocument": "schema tool rules_digest draft documents claims facts findings judgements "
    "set_aside stats",
    "Document": "id path title source published story language",
    "Claim": "id key doc start end quote sentence subject attribute event scope as_of stated unit "
    "hard core hedge value holder certainty polarity time rule derived_from",
    "Fact": "id key subject attribute event scope unit claims camps",
    "Camp": "claims consensus origins",
    "Finding": "id fingerprint fact rule verdict basis grade severity status explanation "
    "reconciliations sides",
    "Side": "value normalised claims origins",
    "SetAside": "doc start end text reason",
    "Stats": "documents sentences numbers_seen numbers_read claims compared set_aside",
    "Judgement": "claim judgement origins against suggestion why",
}
CHOICES = {
    ("Claim", "certainty"): {"CT", "PR", "PS", "U"},
    ("Claim", "polarity"): {"+", "-"},
    ("Claim", "time"): {"past", "habitual", "planned"},
    ("Finding", "verdict"): {"contradictory", "superseded", "tension"},
    ("Finding", "basis"): {
        *("hard", "pragmatic", "categorical", "derived-hard", "derived-pragmatic", "disputed")
    },
    ("Finding", "grade"): {"negligible", "minor", "moderate", "major"},
    ("Finding", "status"): {"new", "updated", "known", "absent", "suppressed"},
    ("Judgement", "judgement"): {
        *("supported", "contradicted", "superseded", "only-here", "not-comparable")
    },
}

Json = dict[str, Any]


def schema(name: str) -> Json:
    loaded: Json = json.loads((SCHEMAS / name).read_text("utf-8"))
    return loaded


FINDINGS, DRAFT = schema("findings-1.json"), schema("draft-1.json")
RECORDS: dict[str, Json] = FINDINGS["$defs"] | DRAFT["$defs"]


def printed(*arguments: str) -> Json:
    """What a command prints as JSON for the seeds or for nothing."""
    run = CliRunner().invoke(main, [*arguments, "--format", "json"], catch_exceptions=False)
    assert run.stdout, run.stderr
    document: Json = json.loads(run.stdout)
    return document


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with the seeds, an empty folder and a draft."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").symlink_to(ROOT / "seeds", target_is_directory=True)
    (tmp_path / "empty").mkdir()
    (tmp_path / "draft.txt").write_text(
        "Kim Jong Un’s journey to Russia took about 20 hours on Tuesday, some 37 say. "
        "Kim Jong Un’s train consists of 60 carriages.",
        encoding="utf-8",
    )


RUNS = {
    "check of the seeds": (FINDINGS, ["check", "seeds"]),
    "check of nothing": (FINDINGS, ["check", "empty"]),
    "draft against the seeds": (DRAFT, ["draft", "draft.txt", "--against", "seeds"]),
    "draft against nothing": (DRAFT, ["draft", "draft.txt", "--against", "empty"]),
    "a seed against the seeds": (DRAFT, ["draft", "seeds/0-key-points.txt", "--against", "seeds"]),
}


# --- the schemas --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["findings-1.json", "draft-1.json"])
def test_the_schema_is_current(name: str) -> None:
    assert set(GENERATOR["SCHEMAS"]) == {p.name for p in SCHEMAS.glob("*-1.json")}
    assert (SCHEMAS / name).read_bytes() == GENERATOR["content"](name), "run `make schemas`"


@pytest.mark.parametrize("name", ["findings-1.json", "draft-1.json"])
def test_the_schema_is_one_of_2020_12(name: str) -> None:
    assert schema(name)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize("record", FIELDS)
def test_a_record_has_the_fields_of_the_contract_in_its_order(record: str) -> None:
    assert " ".join(RECORDS[record]["properties"]) == FIELDS[record]


@pytest.mark.parametrize("record", RECORDS)
def test_a_record_is_closed_and_whole(record: str) -> None:
    assert RECORDS[record]["additionalProperties"] is False
    assert RECORDS[record]["required"] == list(RECORDS[record]["properties"])
    assert RECORDS[record]["description"]


@pytest.mark.parametrize(("record", "field"), CHOICES)
def test_a_choice_has_the_words_of_the_contract(record: str, field: str) -> None:
    assert set(RECORDS[record]["properties"][field]["enum"]) == CHOICES[record, field]


def test_both_documents_speak_of_the_same_records() -> None:
    shared = FINDINGS["$defs"].keys() & DRAFT["$defs"].keys()
    assert shared >= {"Claim", "Fact", "Finding", "SetAside", "Stats"}
    assert all(FINDINGS["$defs"][name] == DRAFT["$defs"][name] for name in shared)


# --- what is printed ----------------------------------------------------------------------------


@pytest.mark.parametrize("run", RUNS)
def test_what_is_printed_is_valid(run: str) -> None:
    expected, arguments = RUNS[run]
    document = printed(*arguments)
    jsonschema.validate(document, expected, jsonschema.Draft202012Validator)
    if "nothing" not in run:
        assert document["claims"]
        assert document["findings"]


@pytest.mark.parametrize("run", RUNS)
def test_fields_are_printed_in_the_order_of_the_schema(run: str) -> None:
    expected, arguments = RUNS[run]
    for path, record, fields in walk(printed(*arguments), expected, expected):
        assert list(record) == fields, path


def walk(
    value: Any, part: Json, root: Json, path: str = ""
) -> Iterator[tuple[str, Json, list[str]]]:
    """Every record below `value` with the fields that the schema gives it, in order."""
    if "$ref" in part:
        part = root["$defs"][part["$ref"].rpartition("/")[2]]
    if isinstance(value, dict) and "properties" in part:
        yield path, value, list(part["properties"])
        for key, child in value.items():
            yield from walk(child, part["properties"][key], root, f"{path}/{key}")
    elif isinstance(value, list):
        for n, child in enumerate(value):
            items = part.get("items") or part.get("prefixItems", {n: {}})[n]
            yield from walk(child, items, root, f"{path}/{n}")


@pytest.mark.parametrize("run", RUNS)
def test_every_id_that_is_named_is_there_once(run: str) -> None:
    document = printed(*RUNS[run][1])
    ids = {kind: [x["id"] for x in document[kind]] for kind in ("claims", "facts", "findings")}
    for there in ids.values():
        assert len(set(there)) == len(there)
    claims, documents = set(ids["claims"]), {d["id"] for d in document["documents"]}
    assert {c["doc"] for c in document["claims"]} <= documents
    assert {i for c in document["claims"] for i in c["derived_from"] or ()} <= claims
    assert {i for f in document["facts"] for i in f["claims"]} <= claims
    for fact in document["facts"]:
        assert sorted(i for camp in fact["camps"] for i in camp["claims"]) == sorted(fact["claims"])
    assert {f["fact"] for f in document["findings"]} <= set(ids["facts"])
    assert {i for f in document["findings"] for s in f["sides"] for i in s["claims"]} <= claims


def test_a_claim_is_in_one_fact_and_a_derived_one_beside_its_sources() -> None:
    document = printed("check", "seeds")
    inside = [i for f in document["facts"] for i in f["claims"]]
    assert sorted(inside) == sorted(c["id"] for c in document["claims"])
    implied = [c for c in document["claims"] if c["derived_from"]]
    assert implied
    keys = [c["key"] for c in document["claims"] if not c["derived_from"]]
    for claim in implied:
        assert claim["id"] not in claim["derived_from"]
        assert claim["key"] not in keys


def test_numbers_times_and_open_ends() -> None:
    read = [c for c in printed("check", "seeds")["claims"] if not c["derived_from"]]
    claims = {c["quote"].replace("\xa0", " "): c for c in read}
    bound = claims["more than 20 carriages"]
    assert (bound["stated"], bound["unit"], bound["hard"], bound["core"]) == (
        *([20.0], ""),
        [21.0, None],
        [21.0, 30.0],
    )
    speed = claims["around 40 mph"]
    assert (speed["stated"], speed["unit"]) == ([40.0], "mile/hour")
    assert speed["core"] == [37.0, 43.0]  # as stated, and not converted
    time = claims["early on Tuesday"]
    assert (time["stated"], time["unit"]) == ([], "time")
    assert time["hard"] == time["core"] == ["-W-2T00:00", "-W-2T08:00"]


def test_what_is_set_aside_is_counted_by_reason() -> None:
    document = printed("check", "seeds")
    counts: dict[str, int] = {}
    for aside in document["set_aside"]:
        counts[aside["reason"]] = counts.get(aside["reason"], 0) + 1
    assert document["stats"]["set_aside"] == counts
    assert list(document["stats"]["set_aside"]) == sorted(counts)
    assert document["stats"]["claims"] == len(document["claims"])
    assert document["stats"]["documents"] == len(document["documents"]) == 5


def test_a_foreign_article_is_set_aside_whole() -> None:
    Path("foreign.jsonl").write_text(
        '{"id": "x", "text": "Der Zug hat 20 Wagen.", "language": "de", "title": "Zug"}\n',
        encoding="utf-8",
    )
    document = printed("check", "foreign.jsonl", "seeds")
    [aside] = [a for a in document["set_aside"] if a["doc"] == "x"]
    assert aside == {
        "doc": "x",
        "start": 0,
        "end": 21,
        "text": "Zug",
        "reason": "its language is de, not English",
    }


def test_the_bytes_are_fixed() -> None:
    run = CliRunner().invoke(main, ["check", "seeds", "--format", "json"])
    assert run.stdout_bytes.endswith(b"}\n")
    assert b"\r" not in run.stdout_bytes
    assert not re.search(
        rb"[0-9]e[+-]?[0-9]|NaN|Infinity", re.sub(rb'"[^"]*"', b"", run.stdout_bytes)
    )


# --- what the schema refuses --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (["schema"], "claimcheck.findings/2"),
        (["surplus"], 1),
        (["findings", 0, "severity"], 1.5),
        (["findings", 0, "verdict"], "false"),
        (["findings", 0, "sides"], []),
        (["findings", 0, "surplus"], 1),
        (["claims", 0, "quote"], "x" * 301),
        (["claims", 0, "hard"], [1.0]),
        (["claims", 0, "start"], "0"),
        (["documents", 0, "id"], None),
    ],
)
def test_the_schema_refuses(where: list[str | int], value: object) -> None:
    document: Any = printed("check", "seeds")
    part = document
    for step in where[:-1]:
        part = part[step]
    part[where[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, FINDINGS, jsonschema.Draft202012Validator)


@pytest.mark.parametrize("field", FIELDS["Finding"].split())
def test_no_field_may_be_missing(field: str) -> None:
    document = printed("check", "seeds")
    del document["findings"][0][field]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, FINDINGS, jsonschema.Draft202012Validator)
