"""The buttons above the lists, and what each says it would find."""

from __future__ import annotations

import dataclasses

import msgspec

from claimcheck.report.page.controls import controls
from claimcheck.report.page.index import index_of
from report.crowd import crowd
from report.sample import findings_document, sample


def test_the_buttons_tell_rows_apart_and_say_how_many_there_are() -> None:
    facets = {facet.key: facet for facet in controls(index_of(sample())).facets}
    assert {key: [(o.value, o.count) for o in facet.options] for key, facet in facets.items()} == {
        # All four findings are new: no button for what tells nothing.
        "v": [("contradictory", "3"), ("superseded", "1")],
        "g": [("major", "2"), ("moderate", "1"), ("minor", "1")],
        "a": [("duration", "3"), ("carriage count", "1")],
        "source": [("Euronews", "3"), ("The Journal", "2")],
        "f": [("differ", "2"), ("agree", "1"), ("once", "3")],
    }


def test_a_button_is_called_as_the_rows_are() -> None:
    document = sample()
    gone = msgspec.structs.replace(document.findings[0], status="absent")
    told = controls(
        index_of(msgspec.structs.replace(document, findings=[gone, *document.findings[1:]]))
    )
    [status] = [facet for facet in told.facets if facet.key == "s"]
    assert [(option.value, option.words) for option in status.options] == [
        ("new", "New"),
        ("absent", "No longer there"),
    ]


def test_the_commonest_of_many_have_buttons() -> None:
    index = index_of(crowd(30))
    # As though each subject were an attribute: thirty of them.
    findings = dataclasses.replace(index.findings, attribute=index.findings.subject)
    told = controls(dataclasses.replace(index, findings=findings))
    [attributes] = [facet for facet in told.facets if facet.key == "a"]
    assert len(attributes.options) == 8


def test_an_empty_report_has_no_buttons_and_counts_nothing() -> None:
    told = controls(index_of(findings_document()))
    assert told.facets == ()
    assert (told.findings, told.facts) == ("0 findings", "0 facts")
