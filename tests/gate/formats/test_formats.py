"""All formats: they say the same of each finding, and the same each time."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest

import claimcheck
from claimcheck.errors import one_line
from claimcheck.gate.formats import FORMATS, job_summary
from claimcheck.gate.run import Run

from .runs import BASELINE, first_run, hostile_run, run_of_every_state


class Told(NamedTuple):
    """What a format says of a finding. A format that has no line for it, as JSON has none, says
    where its words begin, from which a reader finds the line."""

    rule: str
    verdict: str
    grade: str
    status: str
    values: tuple[str, str]
    path: str
    line: int


VERDICTS = {"contradiction": "contradictory", "superseded": "superseded", "tension": "tension"}
HEADLINE = re.compile(
    r"(?P<kind>contradiction|superseded|tension) \((?P<grade>\w+); (?P<basis>[a-z, ]+)\), "
    r"(?P<status>\w+): (?P<rule>.+?) \[(?P<id>[0-9a-f]{12})\]"
)


def expected() -> dict[str, Told]:
    """What is to be said, as the run itself has it."""
    made = run_of_every_state()
    claims = {claim.id: claim for claim in made.document.claims}
    told = {}
    for finding in made.document.findings:
        one, other = finding.sides
        if finding.status == "absent":
            place = made.gone[finding.id].place
        else:
            claim = claims[one.claims[0]]
            place = made.articles[claim.doc].place(claim.start)
        assert place.line is not None
        values = (one_line(one.value), one_line(other.value))
        told[finding.id] = Told(
            finding.rule,
            finding.verdict,
            finding.grade,
            finding.status,
            values,
            place.path,
            place.line,
        )
    return told


def said(headline: str, text: str, path: str, line: int) -> tuple[str, Told]:
    """What is told in words: the headline, and both values somewhere in the text."""
    found = HEADLINE.search(headline)
    assert found, headline
    values = expected()[found["id"]].values
    assert all(f"“{value}”" in text for value in values)
    verdict = VERDICTS[found["kind"]]
    return found["id"], Told(
        found["rule"], verdict, found["grade"], found["status"], values, path, line
    )


def of_text(written: bytes, _: Run) -> Iterator[tuple[str, Told]]:
    head = re.compile(
        r"(?m)^(?:  (?P<place>\S+): )?(?P<kind>\w+) \((?P<grade>\w+); (?P<basis>[a-z, ]+)\)"
        r"(?:, (?P<status>\w+))?  (?P<rule>.+?)  \[(?P<id>[0-9a-f]{12})\]"
    )
    text = written.decode()
    for found in head.finditer(text):
        rest = text[found.start() :].split("\n\n")[0]
        place = found["place"] or re.findall(r"(?m)^    (\S+): ", rest)[0]
        path, line = place.split(":")[:2]
        headline = (
            f"{found['kind']} ({found['grade']}; {found['basis']}), {found['status'] or 'new'}: "
            f"{found['rule']} [{found['id']}]"
        )
        yield said(headline, rest, path, int(line))


def of_json(written: bytes, made: Run) -> Iterator[tuple[str, Told]]:
    document = json.loads(written)
    claims = {claim["id"]: claim for claim in document["claims"]}
    for finding in document["findings"]:
        mentions = finding["sides"][0]["claims"]
        if mentions:
            claim = claims[mentions[0]]
            place = made.articles[claim["doc"]].place(claim["start"])
        else:  # the document has the findings, and not where they were accepted
            place = made.gone[finding["id"]].place
        one, other = (side["value"] for side in finding["sides"])
        yield (
            finding["id"],
            Told(
                finding["rule"],
                finding["verdict"],
                finding["grade"],
                finding["status"],
                (one, other),
                place.path,
                place.line or 0,
            ),
        )


def of_sarif(written: bytes, _: Run) -> Iterator[tuple[str, Told]]:
    [log] = json.loads(written)["runs"]
    for result in log["results"]:
        told = result["properties"]
        place = result["locations"][0]["physicalLocation"]
        one, other = told["values"]
        yield (
            told["id"],
            Told(
                result["ruleId"],
                told["verdict"],
                told["grade"],
                told["status"],
                (one, other),
                unquote(place["artifactLocation"]["uri"]),
                place["region"]["startLine"],
            ),
        )


def of_junit(written: bytes, _: Run) -> Iterator[tuple[str, Told]]:
    for case in ET.fromstring(written).iter("testcase"):
        told = {p.attrib["name"]: p.attrib["value"] for p in case.iter("property")}
        if told:
            yield (
                told["id"],
                Told(
                    told["rule"],
                    told["verdict"],
                    told["grade"],
                    told["state"],
                    (told["one side"], told["other side"]),
                    case.attrib["classname"],
                    int(case.attrib["line"]),
                ),
            )


def of_github(written: bytes, _: Run) -> Iterator[tuple[str, Told]]:
    for line in written.decode().splitlines():
        plain = line.replace("%3A", ":").replace("%2C", ",").replace("%0A", "\n")
        if HEADLINE.search(plain):
            found = re.match(r"::\w+ file=(.+?),line=(\d+),", plain)
            assert found
            yield said(plain, plain, found[1], int(found[2]))


def of_gitlab(written: bytes, _: Run) -> Iterator[tuple[str, Told]]:
    for issue in json.loads(written):
        place = issue["location"]
        text = issue["description"]
        found, told = said(text, text, place["path"], place["lines"]["begin"])
        assert told.rule == issue["check_name"]
        assert issue["fingerprint"].startswith(found)
        yield found, told


def of_rdjson(written: bytes, _: Run) -> Iterator[tuple[str, Told]]:
    for row in written.decode().split("\n")[:-1]:
        diagnostic = json.loads(row)
        text, place = diagnostic["message"], diagnostic["location"]
        if HEADLINE.search(text):
            found, told = said(text, text, place["path"], place["range"]["start"]["line"])
            assert told.rule == diagnostic["code"]["value"]
            yield found, told


READERS: Mapping[str, Callable[[bytes, Run], Iterator[tuple[str, Told]]]] = {
    "text": of_text,
    "json": of_json,
    "sarif": of_sarif,
    "junit": of_junit,
    "github": of_github,
    "gitlab": of_gitlab,
    "rdjson": of_rdjson,
}


def test_every_format_is_read_here() -> None:
    assert set(READERS) == set(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_says_the_same(name: str) -> None:
    made = run_of_every_state()
    told = list(READERS[name](FORMATS[name](made), made))
    assert len(told) == len(made.document.findings)
    assert dict(told) == expected()


def test_the_run_has_all_states() -> None:
    states = {told.status for told in expected().values()}
    assert states == {"new", "updated", "known", "absent", "suppressed"}
    assert {told.path for told in expected().values()} > {BASELINE}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("run", [first_run, run_of_every_state, hostile_run])
def test_equal_runs_give_equal_bytes(name: str, run: Callable[[], Run]) -> None:
    assert FORMATS[name](run()) == FORMATS[name](run())


def test_no_hash_seed_changes_a_byte() -> None:
    code = (
        "import sys; from gate.formats.runs import run_of_every_state as made;"
        "from claimcheck.gate.formats import FORMATS, job_summary as summary;"
        "writers = [*FORMATS.values(), summary.render];"
        "sys.stdout.buffer.write(b''.join(write(made()) for write in writers))"
    )
    shown = [_python(code, PYTHONHASHSEED=seed) for seed in ("0", "1")]
    assert shown[0] == shown[1]
    made = run_of_every_state()
    assert shown[0] == b"".join(w(made) for w in [*FORMATS.values(), job_summary.render])


def test_a_format_is_loaded_when_it_is_asked_for() -> None:
    code = (
        "import sys; import claimcheck.gate.formats;"
        "print([m for m in ('rich', 'xml.etree.ElementTree') if m in sys.modules],"
        "[m for m in sys.modules if m.startswith('claimcheck.gate.formats.')])"
    )
    assert _python(code).strip() == b"[] []"


def _python(code: str, **environment: str) -> bytes:
    paths = [str(Path(claimcheck.__file__).parents[1]), str(Path(__file__).parents[2])]
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), **environment},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout
