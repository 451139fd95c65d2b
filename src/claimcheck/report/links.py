"""Addresses on the page: what a finding and a fact are linked to by."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote as url_quote

from claimcheck.document import Fact, Finding
from claimcheck.errors import visible


@dataclass(frozen=True, slots=True)
class Link:
    """A place on the page: the `id` it carries, and the `href` that leads there."""

    id: str
    href: str


def finding_link(finding: Finding) -> Link:
    """Findings own the bare ids: theirs are the addresses that all other outputs print."""
    return _link(finding.id)


def fact_link(fact: Fact) -> Link:
    """The place of a fact."""
    return _link(f"fact-{fact.id}")


def matrix_link(story: str) -> Link:
    """The place of a story's matrix; names of stories may have spaces, and an id may not."""
    return _link("matrix-" + url_quote(visible(story), safe=""))


def _link(id_: str) -> Link:
    id_ = visible(id_)
    return Link(id_, "#" + url_quote(id_))
