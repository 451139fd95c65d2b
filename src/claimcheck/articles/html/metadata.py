"""What a page says of its article: in JSON-LD, else in meta tags, else in its own elements."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any

from claimcheck.articles.html.page import Kind, Page
from claimcheck.articles.html.tags import decoded
from claimcheck.articles.metadata import is_unicode, iso_day_or_time

# Names of meta tags, `name` or `property`, in the order in which they are believed.
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title")
_SOURCES = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "author")
_DAYS = (
    "article:published_time",
    "datepublished",
    "publishdate",
    "pubdate",
    "date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
)
_LANGUAGES = ("og:locale", "dc.language", "dcterms.language", "content-language", "language")

_ARTICLE = re.compile(r"Article|BlogPosting|(?:^|/)Report$")
_MOST_RECORDS = 10_000


def fields(found: Page) -> dict[str, str]:
    """The metadata of a page by the names of an article's fields, as far as it has any.

    Dates are normalised. What cannot be read, broken JSON-LD among it, is passed over: pages are
    written by others, and the next place may tell.
    """
    metas, links, times, language, title, scripts = _elements(found)
    record = next((r for script in scripts for r in _records(script)), {})
    told: dict[str, list[str | None]] = {
        "title": [_text(record.get("headline")), *(metas.get(n) for n in _TITLES), title],
        "source": [
            _name(record.get("publisher")),
            *(metas.get(n) for n in _SOURCES[:-1]),
            _name(record.get("author")),
            metas.get(_SOURCES[-1]),
        ],
        "url": [
            links.get("canonical"),
            _address(record.get("mainEntityOfPage")),
            _address(record.get("url")),
            metas.get("og:url"),
        ],
        "published": [
            _text(record.get("datePublished")),
            *(metas.get(n) for n in _DAYS),
            *times,
        ],
        "language": [
            _text(record.get("inLanguage")),
            language,
            *(metas.get(n) for n in _LANGUAGES),
        ],
    }
    told["published"] = [_day(value) for value in told["published"]]
    told["url"] = [u for u in told["url"] if u and u.startswith(("http://", "https://"))]
    words = {
        name: next((clean for v in values if v and (clean := " ".join(v.split()))), "")
        for name, values in told.items()
    }
    return {name: value for name, value in words.items() if value}


def _elements(
    found: Page,
) -> tuple[dict[str, str], dict[str, str], list[str], str, str, list[str]]:
    """The meta tags by name, the links by relation, the times, the language, the title, and the
    scripts of JSON-LD; the first of each name is the page's."""
    metas: dict[str, str] = {}
    links: dict[str, str] = {}
    marked: list[str] = []
    times: list[str] = []
    language, title = "", ""
    for element in found.elements:
        said = element.attributes
        if element.name == "meta":
            for kind in ("property", "name", "itemprop", "http-equiv"):
                if kind in said:
                    metas.setdefault(said[kind].strip().lower(), said.get("content", ""))
        elif element.name == "link" and "href" in said:
            links.setdefault(said.get("rel", "").strip().lower(), said["href"].strip())
        elif element.name == "html":
            language = language or said.get("lang", "") or said.get("xml:lang", "")
        elif "datetime" in said and element.name == "time" and not element.left_out:
            published = "datepublished" in said.get("itemprop", "").lower() or "pubdate" in said
            (marked if published else times).append(said["datetime"])
    scripts: list[str] = []
    for event in found.events:
        if event.kind is not Kind.TEXT or not event.raw:
            continue
        element = found.elements[event.element]
        text = found.text[event.start : event.end]
        if element.name == "title" and not title:
            title = decoded(text)
        elif element.name == "script":
            kind = element.attributes.get("type", "").partition(";")[0].strip().lower()
            if kind == "application/ld+json":
                scripts.append(text)
    return metas, links, [*marked, *times], language, title, scripts


def _records(script: str) -> Iterator[Mapping[str, Any]]:
    """The records of articles in a script of JSON-LD, itself one, a list or a graph of them."""
    try:
        pending: deque[Any] = deque([json.loads(script.strip().removesuffix(";"))])
    except (ValueError, RecursionError):  # no JSON, a number too long, or nested without end
        return
    seen = 0
    while pending and seen < _MOST_RECORDS:
        record = pending.popleft()
        seen += 1
        if isinstance(record, list):
            pending += record
        elif isinstance(record, dict):
            kinds = record.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in kinds):
                yield record
            pending += [record[k] for k in ("@graph", "mainEntity") if k in record]


def _text(value: object) -> str | None:
    if isinstance(value, list):
        return _text(value[0]) if value else None
    return decoded(value) if isinstance(value, str) and is_unicode(value) else None


def _name(value: object) -> str | None:
    """The name of a person or an organisation, or of several: as a word or as a record."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value))) or None
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _address(value: object) -> str | None:
    return _text(value.get("@id")) if isinstance(value, dict) else _text(value)


_OFFSET = re.compile(r"\s+(?=[+-]\d\d:?\d\d$|Z$)")


def _day(value: str | None) -> str | None:
    """A day or date-time in ISO 8601, however its parts are spaced; None of anything else."""
    if value is None:
        return None
    try:
        return iso_day_or_time(_OFFSET.sub("", value.strip()))
    except ValueError:
        return None
