"""What the tests of this room ask of a text: its claims, in few words."""

from __future__ import annotations

from claimcheck.articles.article import Article
from claimcheck.claims.claim import Claim
from claimcheck.claims.extraction import Extraction, extract
from claimcheck.claims.rulepacks import load_rules

RULES, PROBLEMS = load_rules()


def extraction(text: str, doc: str = "article") -> Extraction:
    return extract(Article(doc, text), RULES)


def claims(text: str, attribute: str = "") -> list[Claim]:
    """The claims that rule packs read in a text, or those about one attribute."""
    read = [c for c in extraction(text).claims if not c.measurand.open]
    return [c for c in read if attribute in ("", c.attribute)]


def open_claims(text: str, attribute: str = "") -> list[Claim]:
    """The claims that no rule pack reads, or those about one attribute."""
    read = [c for c in extraction(text).claims if c.measurand.open]
    return [c for c in read if attribute in ("", c.attribute)]


def claim(text: str, attribute: str = "") -> Claim:
    """The only one of them."""
    [only] = claims(text, attribute)
    return only


def subjects(text: str, attribute: str = "") -> list[str]:
    return [c.subject for c in claims(text, attribute)]


def said(text: str) -> list[str]:
    """Every claim as attribute and value: "speed approx:50:kilometer/hour"."""
    return [f"{c.attribute} {c.canonical}" for c in claims(text)]


def reasons(text: str) -> list[tuple[str, str]]:
    """Every number that was set aside, with its reason."""
    return [(s.text, s.reason) for s in extraction(text).set_aside]
