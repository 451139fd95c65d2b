"""SARIF: what the schema and Microsoft's validator ask for, and what its readers make of it."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import msgspec
import pytest
from jsonschema import Draft7Validator
from syrupy.assertion import SnapshotAssertion

from claimcheck.gate.formats.sarif import MOST_LOCATIONS, MOST_RESULTS, render
from claimcheck.gate.run import Run
from npm import installed

from .runs import (
    ABSENT,
    BASELINE,
    HOSTILE,
    KNOWN,
    ROOT,
    SUPPRESSED,
    UPDATED,
    first_run,
    hostile_run,
    repeated,
    run,
    run_of_every_state,
    seeds,
    suppression,
    two_trains,
)

SCHEMA = ROOT.parent / "shared" / "schemas" / "sarif-2.1.0.json"

RUNS = {
    "first": first_run(),
    "every-state": run_of_every_state(),
    "hostile": hostile_run(),
    "records": two_trains(path="all.jsonl", line=7),
    "stdin": two_trains(path=None),
    "nothing": run(*seeds(), failing=frozenset()),
}


def log(made: Run) -> dict[str, Any]:
    [told] = json.loads(render(made))["runs"]
    assert isinstance(told, dict)
    return told


def results(made: Run) -> dict[str, dict[str, Any]]:
    """The results by the id of their finding."""
    return {told["properties"]["id"]: told for told in log(made)["results"]}


def physical(location: dict[str, Any]) -> dict[str, Any]:
    told = location["physicalLocation"]
    assert isinstance(told, dict)
    return told


# --- what validators say ------------------------------------------------------------------------


@pytest.mark.parametrize("name", RUNS)
def test_it_keeps_to_the_schema(name: str) -> None:
    if not SCHEMA.is_file():
        pytest.skip("the schema of SARIF 2.1.0 is not beside this checkout")
    Draft7Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(json.loads(render(RUNS[name])))


MULTITOOL = "5.7.0"

# docs/formats.md gives the reason of each; none is an error.
ANSWERED = {
    "SARIF2005": "there is no address on the web that the project could give",
    "SARIF2002": "the message is the finding's own, and no text of a rule with blanks to fill",
    "SARIF2003": "the log is of files, which need not be under version control",
    "SARIF2006": "the validator may not reach the web from where the tests run",
    "SARIF2009": "rules have words for ids, for people choose them by these",
    "SARIF2010": "what stands at a line of a .jsonl or of a baseline is JSON, and no article's words",
    "SARIF2011": "the message links to the sentences; articles are not copied",
    "SARIF2012": "there is no address on the web that the project could give",
    "SARIF2013": "articles are not copied",
}


@pytest.fixture(scope="session")
def multitool(request: pytest.FixtureRequest) -> Path:
    """Microsoft's validator, installed once into pytest's cache."""
    package = "@microsoft/sarif-multitool"
    what = "Microsoft's validator of SARIF"
    modules = installed(package, MULTITOOL, what=what, config=request.config)
    system = {"darwin": "darwin", "win32": "win32"}.get(sys.platform, "linux")
    name = "Sarif.Multitool" + (".exe" if system == "win32" else "")
    tool = modules / "@microsoft" / f"sarif-multitool-{system}" / name
    tool.chmod(tool.stat().st_mode | stat.S_IXUSR)  # what its own set-up does, where that may run
    return tool


@pytest.mark.xdist_group("sarif")
@pytest.mark.parametrize("name", RUNS)
def test_the_validator_of_microsoft_finds_no_error(
    name: str, multitool: Path, tmp_path: Path
) -> None:
    told = validated(render(RUNS[name]), multitool, tmp_path)
    assert {level for level, _ in told} <= {"warning", "note"}
    assert {rule for _, rule in told} <= set(ANSWERED)


@pytest.mark.xdist_group("sarif")
def test_the_validator_sees_what_is_wrong(multitool: Path, tmp_path: Path) -> None:
    wrong = json.loads(render(first_run()))
    for result in wrong["runs"][0]["results"]:
        result["ruleIndex"] = 99
    told = validated(json.dumps(wrong).encode(), multitool, tmp_path)
    assert any(level == "error" for level, _ in told)


def validated(log: bytes, multitool: Path, folder: Path) -> Counter[tuple[str, str]]:
    """The level and rule of whatever the validator says, with GitHub's rules among them."""
    (folder / "run.sarif").write_bytes(log)
    done = subprocess.run(
        [
            *(multitool, "validate", folder / "run.sarif", "--output", folder / "told.sarif"),
            *("--rule-kind", "Sarif;Ghas", "--level", "Error;Warning;Note"),
        ],
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    output = folder / "told.sarif"
    assert output.is_file(), f"{done.stdout}\n{done.stderr}"
    [told] = json.loads(output.read_text("utf-8-sig"))["runs"]
    rules = told["tool"]["driver"].get("rules", [])
    return Counter(
        (one.get("level", "warning"), one.get("ruleId") or rules[one["ruleIndex"]]["id"])
        for one in told["results"]
    )


# --- a result -----------------------------------------------------------------------------------


def test_a_result(snapshot: SnapshotAssertion) -> None:
    [told] = log(two_trains())["results"]
    assert json.dumps(told, indent=1, ensure_ascii=False) == snapshot


def test_the_other_side_is_a_link_in_the_message() -> None:
    [told] = log(two_trains())["results"]
    assert "[“up to 90 carriages”](1)" in told["message"]["text"]
    assert told["relatedLocations"][0]["id"] == 1
    region = physical(told["relatedLocations"][0])["region"]
    assert region["snippet"]["text"] == "up to 90 carriages"


@pytest.mark.parametrize("name", ["first", "every-state", "records", "stdin"])
def test_every_link_leads_to_a_related_location_and_each_has_one(name: str) -> None:
    for told in log(RUNS[name])["results"]:
        links = re.findall(r"(?<!\\)\]\((\d+)\)", told["message"]["text"])
        ids = [location["id"] for location in told["relatedLocations"]]
        assert sorted(map(int, links)) == ids == list(range(1, len(ids) + 1))


@pytest.mark.parametrize("lead", ["", "🚂🚂 é ", "First 🚂.\r\nÉ 🚂 ", "First.\r🚂"])
def test_columns_are_units_of_utf16(lead: str) -> None:
    made = two_trains(lead)
    told = log(made)
    assert told["columnKind"] == "utf16CodeUnits"
    [result] = told["results"]
    for location in (result["locations"][0], *result["relatedLocations"]):
        place = physical(location)
        name = place["artifactLocation"]["uri"].removeprefix("trains/")
        region = place["region"]
        line = re.split(r"\r\n?|\n", made.articles[name].text)[region["startLine"] - 1]
        units = line.encode("utf-16-le")[
            2 * region["startColumn"] - 2 : 2 * region["endColumn"] - 2
        ]
        assert units.decode("utf-16-le") == region["snippet"]["text"]
        assert region["snippet"]["text"] in ("more than 20 carriages", "up to 90 carriages")


@pytest.mark.parametrize(
    ("finding", "state", "suppressed"),
    [
        ("e0578e12b907", "new", []),
        (UPDATED, "updated", ["external"]),
        (KNOWN, "unchanged", ["external"]),
        (ABSENT, "absent", []),
        # It was not held against the baseline, and so has no state in it.
        (SUPPRESSED, None, ["inSource"]),
    ],
)
def test_states(finding: str, state: str | None, suppressed: list[str]) -> None:
    told = results(run_of_every_state())[finding]
    assert told.get("baselineState") == state
    assert [one["kind"] for one in told.get("suppressions", [])] == suppressed


def test_a_suppression_says_why_and_where() -> None:
    told = results(run_of_every_state())
    [accepted] = told[UPDATED]["suppressions"]
    assert accepted["status"] == "accepted"
    assert accepted["justification"] == "another-thing: asked the desk"
    assert physical(accepted["location"])["artifactLocation"]["uri"] == BASELINE
    outside = run_of_every_state(suppressed={SUPPRESSED: suppression(in_source=False)})
    [suppressed] = results(outside)[SUPPRESSED]["suppressions"]
    assert (suppressed["kind"], suppressed["status"]) == ("external", "accepted")
    assert suppressed["justification"] == "colours of a photograph"


def test_a_fingerprint_is_under_a_key_of_our_own() -> None:
    made = first_run()
    prints = {f.id: f.fingerprint for f in made.document.findings}
    for finding, told in results(made).items():
        assert told["fingerprints"] == {"claimcheck/v1": prints[finding]}
        assert "partialFingerprints" not in told


def test_rank_is_severity_in_hundredths() -> None:
    made = first_run()
    severities = {f.id: f.severity for f in made.document.findings}
    for finding, told in results(made).items():
        assert told["rank"] == round(100 * severities[finding], 1)


def test_every_rule_has_its_help_and_every_result_its_rule() -> None:
    told = log(run_of_every_state())
    rules = told["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({r["ruleId"] for r in told["results"]})
    for result in told["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert all("claimcheck explain" in rule["help"]["text"] for rule in rules)


# --- places -------------------------------------------------------------------------------------


def test_a_record_has_the_line_of_its_file_and_no_column() -> None:
    [told] = log(two_trains(path="all.jsonl", line=7))["results"]
    assert physical(told["locations"][0]) == {
        "artifactLocation": {"uri": "all.jsonl"},
        "region": {"startLine": 7},
    }


def test_standard_input_has_a_name_and_no_file() -> None:
    told = log(two_trains(path=None))
    assert told["artifacts"] == []
    [result] = told["results"]
    assert result["locations"] == [
        {"logicalLocations": [{"name": "a.txt", "fullyQualifiedName": "a.txt:1:25"}]}
    ]


def test_what_is_gone_points_into_the_baseline() -> None:
    [place] = map(physical, results(run_of_every_state())[ABSENT]["locations"])
    assert place == {"artifactLocation": {"uri": BASELINE}, "region": {"startLine": 9}}


def test_paths_are_relative_and_percent_encoded() -> None:
    name = "/home/ada/news/50% är [1]: a b#c?.txt"
    made = two_trains(path=name)
    told = log(run(made.document, made.articles, folder="/home/ada/news"))
    uri = physical(told["results"][0]["locations"][0])["artifactLocation"]["uri"]
    assert uri == "50%25%20%C3%A4r%20%5B1%5D%3A%20a%20b%23c%3F.txt"
    assert f"/home/ada/news/{unquote(uri)}" == name
    assert [a["location"]["uri"] for a in told["artifacts"]] == [uri]


# --- the run ------------------------------------------------------------------------------------


def test_notes_and_mistakes_are_notifications() -> None:
    [told] = log(run_of_every_state())["invocations"]
    assert told["executionSuccessful"] is False
    execution = [(n["descriptor"]["id"], n["level"]) for n in told["toolExecutionNotifications"]]
    assert execution == [
        ("input", "error"),
        ("unused-suppression", "note"),
        ("expired-acceptance", "warning"),
        ("not-shown", "note"),
    ]
    [configuration] = told["toolConfigurationNotifications"]
    assert configuration["descriptor"]["id"] == "usage"
    assert physical(configuration["locations"][0])["region"] == {"startLine": 9}


@pytest.mark.parametrize(
    ("code", "successful"), [(0, True), (1, True), (4, True), (2, False), (3, False), (5, False)]
)
def test_to_find_something_is_no_failure(code: int, successful: bool) -> None:
    [told] = log(run(*seeds(), exit_code=code))["invocations"]
    assert told["executionSuccessful"] is successful


def test_it_holds_no_time_and_no_place_of_a_machine() -> None:
    written = render(run_of_every_state(folder=str(ROOT))).decode()
    assert str(ROOT) not in written
    assert not re.search(r"\d\d:\d\d:\d\d|\"guid\"|[a-z]*TimeUtc", written)


# --- limits -------------------------------------------------------------------------------------


def test_what_github_would_drop_is_counted_and_none_of_it_fails() -> None:
    made = repeated(MOST_RESULTS + 7, severity=0.9)
    failing = frozenset(f.id for f in made.document.findings[-3:])
    told = log(run(made.document, made.articles, failing=failing))
    assert len(told["results"]) == MOST_RESULTS
    assert {r["properties"]["id"] for r in told["results"][:3]} == failing
    [said] = told["invocations"][0]["toolExecutionNotifications"]
    assert said["message"]["text"].startswith("7 findings of the least rank left out")


def test_a_result_has_as_many_locations_as_github_shows() -> None:
    made = two_trains()
    [finding] = made.document.findings
    many = msgspec.structs.replace(finding.sides[1], claims=finding.sides[1].claims * 250)
    wide = msgspec.structs.replace(finding, sides=(finding.sides[0], many))
    document = msgspec.structs.replace(made.document, findings=[wide])
    [told] = log(run(document, made.articles))["results"]
    assert len(told["relatedLocations"]) == MOST_LOCATIONS
    assert f"And {250 - MOST_LOCATIONS} more mentions." in told["message"]["text"]


# --- hostile text -------------------------------------------------------------------------------


def test_brackets_and_braces_of_an_article_are_text() -> None:
    for told in log(hostile_run())["results"]:
        text = told["message"]["text"]
        # The article's own link is escaped; ours alone are numbers of locations.
        assert "\\[l\\](http" in text
        assert "{{0}}" in text
        assert not re.search(r"(?<!\{)\{(?!\{)", text)
        assert {*re.findall(r"(?<!\\)\]\((.*?)\)", text)} <= {str(n) for n in range(1, 101)}
    assert "[l](http" in HOSTILE


def test_words_of_articles_that_name_a_rule_are_no_markup() -> None:
    [rule] = log(hostile_run())["tool"]["driver"]["rules"]
    assert "\\[l\\](http" in rule["help"]["text"]
    assert "<img" not in rule["help"]["markdown"]
    assert "`code`" not in rule["help"]["markdown"]
