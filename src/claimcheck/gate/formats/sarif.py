"""The SARIF 2.1.0 format: for code scanning, and for editors that show it.

The first mention is where a result is shown, all others are related locations, so that the other
side is a link in the message. Columns count units of UTF-16, as SARIF's readers do. There is
nothing in it that another machine or another day would change.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, TypeAlias
from urllib.parse import quote

import msgspec

from claimcheck.document import Status
from claimcheck.errors import one_line
from claimcheck.gate.formats.markdown import escaped
from claimcheck.gate.notices import Mention, Notice, notices
from claimcheck.gate.places import Where, at, file_of
from claimcheck.gate.remarks import Remark, remarks
from claimcheck.gate.run import Run
from claimcheck.quantities.wording import counted

_Object: TypeAlias = dict[str, Any]

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

# GitHub keeps so many results of a run, and shows so many locations of a result.
MOST_RESULTS = 5_000
MOST_LOCATIONS = 100

FINGERPRINT = "claimcheck/v1"
_WORDS = re.compile("[A-Za-z0-9]+")

_HELP = (
    "Two statements about {} differ. claimcheck never says which of them is right. See how the "
    "finding came about with `claimcheck explain ID PATHS`; correct a text, or accept the finding "
    "with its reason: `claimcheck baseline accept ID --reason … PATHS`."
)

# A suppressed finding was not held against the baseline, and so has no state in it.
_BASELINE_STATES: dict[Status, str] = {
    "new": "new",
    "updated": "updated",
    "known": "unchanged",
    "absent": "absent",
}

# 1 is that statements differ, and 4 that the baseline is stale: the run did what it should.
_SUCCESSES = (0, 1, 4)


def render(run: Run) -> bytes:
    """The log file, with one run."""
    found = notices(run)
    kept = sorted(found, key=lambda n: (not n.fails, -n.finding.severity))[:MOST_RESULTS]
    rules = sorted({notice.finding.rule for notice in kept})
    places = {rule: index for index, rule in enumerate(rules)}
    said = remarks(run)
    told = [_notification(remark) for remark in said if not _of_configuration(remark)]
    if left := len(found) - len(kept):
        told.append(_left_out(left))
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "claimcheck",
                        "version": run.document.tool.version,
                        "rules": [_rule(rule) for rule in rules],
                    }
                },
                "invocations": [
                    {
                        "executionSuccessful": run.exit_code in _SUCCESSES,
                        "toolExecutionNotifications": told,
                        "toolConfigurationNotifications": [
                            _notification(remark) for remark in said if _of_configuration(remark)
                        ],
                    }
                ],
                "artifacts": _artifacts(run),
                "columnKind": "utf16CodeUnits",
                "results": [_result(notice, places, run) for notice in kept],
            }
        ],
    }
    return msgspec.json.format(msgspec.json.encode(log), indent=1) + b"\n"


def _rule(rule: str) -> _Object:
    words = rule.replace("_", " ")  # of an open rule they are words of articles
    topic = _text(words)
    return {
        "id": rule,
        "name": "Differing" + "".join(map(str.capitalize, _WORDS.findall(rule))),
        "shortDescription": {"text": f"Statements about {topic}."},
        "fullDescription": {"text": f"Two statements about {topic} cannot both be taken as read."},
        "help": {"text": _HELP.format(topic), "markdown": _HELP.format(escaped(words))},
        "defaultConfiguration": {"level": "warning"},
    }


def _result(notice: Notice, rules: dict[str, int], run: Run) -> _Object:
    finding = notice.finding
    # The other side's first mention is the first of all links.
    related = (
        [*notice.sides[1], *notice.sides[0][1:]] if notice.sides[0] else [*notice.sides[1][1:]]
    )
    raw = notice.mentions[0].raw if notice.mentions else ""
    result: _Object = {
        "ruleId": finding.rule,
        "ruleIndex": rules[finding.rule],
        "level": notice.level,
        "message": {"text": _message(notice, related)},
        "locations": [_location(notice.where, raw)] if notice.where else [],
        "fingerprints": {FINGERPRINT: finding.fingerprint},
        "rank": round(finding.severity * 100, 1),
        "relatedLocations": [
            {"id": number, "message": {"text": _text(mention.sentence)}}
            | _location(mention.where, mention.raw)
            for number, mention in enumerate(related[:MOST_LOCATIONS], start=1)
        ],
        "properties": {
            "id": finding.id,
            "verdict": finding.verdict,
            "basis": finding.basis,
            "grade": finding.grade,
            "status": finding.status,
            "values": [side.value for side in finding.sides],
        },
    }
    if finding.status in _BASELINE_STATES:
        result["baselineState"] = _BASELINE_STATES[finding.status]
    if suppressions := _suppressions(notice, run):
        result["suppressions"] = suppressions
    return result


def _message(notice: Notice, related: Sequence[Mention]) -> str:
    """Why, with a link to the other side where it is named, then the other mentions."""
    finding = notice.finding
    text = _text(finding.explanation)
    parts = [text]
    links = [f"[“{_text(m.words)}”]({n})" for n, m in enumerate(related[:MOST_LOCATIONS], start=1)]
    if notice.sides[0] and links:
        named = f"“{_text(finding.sides[1].value)}”"
        before, found, after = text.rpartition(named)
        if found:
            parts = [f"{before}[{named}](1){after}"]
            links = links[1:]
    if links:
        parts.append(f"Also: {', '.join(links)}.")
    if more := len(related) - MOST_LOCATIONS:
        parts += [f"And {counted(more, 'more mention')}."] if more > 0 else []
    parts += [_text(f"Possible reconciliation: {note}") for note in finding.reconciliations]
    parts += [_text(notice.standing)] if notice.standing else []
    return " ".join(parts)


def _text(text: str) -> str:
    """Words as a message holds them: brackets would be a link, and braces a placeholder."""
    for sign in "\\[]":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("{", "{{").replace("}", "}}")


def _location(where: Where, raw: str = "") -> _Object:
    """A place in a file, with what stands there; an article without one has a name alone."""
    if where.path is None:
        return {"logicalLocations": [{"name": where.name, "fullyQualifiedName": where.shown}]}
    physical: _Object = {"artifactLocation": _file(where.path)}
    if where.start and where.end:
        physical["region"] = {
            "startLine": where.start.line,
            "startColumn": where.start.utf16,
            "endLine": where.end.line,
            "endColumn": where.end.utf16,
            "snippet": {"text": raw},
        }
    elif where.line:
        physical["region"] = {"startLine": where.line}
    return {"physicalLocation": physical}


def _file(path: str) -> _Object:
    return {"uri": quote(path)}


def _artifacts(run: Run) -> list[_Object]:
    """The files of the articles, each once."""
    paths = {file_of(document, run.folder, run.here).path for document in run.document.documents}
    return [
        {"location": _file(path), "roles": ["analysisTarget"]}
        for path in sorted(path for path in paths if path)
    ]


def _suppressions(notice: Notice, run: Run) -> list[_Object]:
    """That a directive, or a line of the baseline, says not to hold an article to the finding."""
    suppressed = run.suppressed.get(notice.finding.id)
    accepted = run.accepted.get(notice.finding.id)
    if suppressed:
        kind = "inSource" if suppressed.in_source else "external"
        place, why = suppressed.place, suppressed.reason
    elif accepted:
        kind, place = "external", accepted.place
        why = f"{accepted.reason}: {accepted.note}" if accepted.note else accepted.reason
    else:
        return []
    where = at(place, run.folder, run.here)
    told = {"kind": kind, "status": "accepted", "justification": one_line(why)}
    return [told | ({"location": _location(where)} if where else {})]


def _of_configuration(remark: Remark) -> bool:
    return remark.kind in ("rules", "usage")


def _notification(remark: Remark) -> _Object:
    place = {"locations": [_location(remark.where)]} if remark.where else {}
    return {
        "descriptor": {"id": remark.kind},
        "level": remark.level,
        "message": {"text": _text(remark.text)},
        **place,
    }


def _left_out(count: int) -> _Object:
    text = f"{counted(count, 'finding')} of the least rank left out: GitHub keeps {MOST_RESULTS:,}"
    return {"descriptor": {"id": "left-out"}, "level": "warning", "message": {"text": text}}
