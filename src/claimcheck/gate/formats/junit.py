"""The JUnit format: a test suite for whatever shows test results.

A finding that fails a run by default is a failed case, any other a skipped one with its state as
the message, an article without a failing finding a passed one, and an input that could not be read
an error.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from claimcheck.document import SetAside
from claimcheck.errors import one_line
from claimcheck.gate.notices import Notice, notices
from claimcheck.gate.places import Where, file_of
from claimcheck.gate.remarks import Remark, remarks
from claimcheck.gate.run import Run


def render(run: Run) -> bytes:
    """The suite as XML. It tells no times: equal runs give equal bytes."""
    found, said = notices(run), remarks(run)
    cases = [
        *map(_finding, found),
        *(_mistake(remark, n) for n, remark in enumerate(said, 1) if remark.mistake),
        *_articles(run, found),
    ]
    suite = ET.Element("testsuite", name="claimcheck")
    for name, kind in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(name, str(sum(case.find(kind) is not None for case in cases)))
    suite.set("tests", str(len(cases)))
    suite.extend(cases)
    if notes := [remark for remark in said if not remark.mistake]:
        out = ET.SubElement(suite, "system-out")
        out.text = "\n".join(f"{_shown(note.where)}{note.text}" for note in notes)
    root = ET.Element("testsuites")
    root.append(suite)
    ET.indent(root, " ")
    xml: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"


def _finding(notice: Notice) -> ET.Element:
    finding = notice.finding
    # Of two cases with one name some tools keep the first alone.
    case = _case(f"{finding.rule} {finding.id}", notice.where)
    properties = ET.SubElement(case, "properties")
    for name, value in _properties(notice):
        ET.SubElement(properties, "property", name=name, value=value)
    text = "\n".join(notice.account())
    if notice.fails:
        failure = ET.SubElement(
            case, "failure", type=finding.verdict, message=f"{notice.title}: {notice.versus}"
        )
        failure.text = text
    else:
        why = notice.standing or "It fails no run by default."
        message = f"{finding.status}: {notice.versus}. {why}"
        skipped = ET.SubElement(case, "skipped", type=finding.status, message=message)
        skipped.text = text
    return case


def _properties(notice: Notice) -> Iterator[tuple[str, str]]:
    finding = notice.finding
    one, other = finding.sides
    yield "id", finding.id
    yield "rule", finding.rule
    yield "verdict", finding.verdict
    yield "basis", finding.basis
    yield "grade", finding.grade
    yield "severity", f"{finding.severity:g}"
    yield "state", finding.status
    yield "one side", one.value
    yield "other side", other.value


def _mistake(remark: Remark, number: int) -> ET.Element:
    case = _case(f"{remark.kind} {number}", remark.where)
    error = ET.SubElement(case, "error", type=remark.kind, message=remark.text)
    error.text = f"{_shown(remark.where)}{remark.text}"
    return case


def _articles(run: Run, found: Iterable[Notice]) -> Iterator[ET.Element]:
    """A case for each article in which no statement fails a run by default; one that was not
    checked is skipped, so that nobody takes it for one that holds."""
    failing = {mention.article for notice in found if notice.fails for mention in notice.mentions}
    unchecked = {a.doc: a.reason for a in run.document.set_aside if _whole(a, run)}
    for document in run.document.documents:
        if document.id in failing:
            continue
        case = _case(
            f"statements of {one_line(document.id)}", file_of(document, run.folder, run.here)
        )
        if reason := unchecked.get(document.id):
            ET.SubElement(case, "skipped", type="unchecked", message=one_line(reason))
        yield case


def _whole(aside: SetAside, run: Run) -> bool:
    """Whether an article was set aside as a whole, and not a number in it."""
    article = run.articles.get(aside.doc)
    return aside.start == 0 and (article is None or aside.end >= len(article.text))


def _case(name: str, where: Where | None) -> ET.Element:
    case = ET.Element("testcase", name=name, classname=where.name if where else "claimcheck")
    if where and where.path:
        case.set("file", where.path)
        if where.line:
            case.set("line", str(where.line))
    return case


def _shown(where: Where | None) -> str:
    return f"{where.shown}: " if where else ""
