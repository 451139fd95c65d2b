"""A saved run: a findings document read back from its JSON, with the articles that still say it.

The document holds quotes and no texts. The articles are read again from their paths, and believed
only where every quote still stands at its offsets.
"""

from __future__ import annotations

import codecs
import os.path
import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from claimcheck.articles import corpus
from claimcheck.articles.article import Article
from claimcheck.articles.paths import unreadable
from claimcheck.document import SCHEMA, Bound, Claim, Document, FindingsDocument
from claimcheck.errors import InputError, Place, UsageError, one_line
from claimcheck.quantities.units import IncompatibleUnits, UnknownUnit, affine
from claimcheck.quantities.wording import counted

# No article has a number near it, and what is drawn between two, in whatever unit, stays finite.
_MOST = 1e100

_BYTE = re.compile(r" \(byte (\d+)\)$")
_PATH = re.compile(r" - at `(.+)`$")
_AGAIN = "Write it again with claimcheck check --format json"


@dataclass(frozen=True, slots=True)
class SavedRun:
    """A document, those of its articles that still are what they were, by id, and a note on the
    others where there are any."""

    document: FindingsDocument
    articles: Mapping[str, Article]
    notes: tuple[str, ...]


def load(path: Path) -> SavedRun:
    """The run that `claimcheck check --format json` saved at `path`.

    Raises UsageError where it is no findings document, or one of another version, and InputError
    where it cannot be read or contradicts itself.
    """
    document = read_document(path)
    articles, reasons = _articles(document, path.parent)
    return SavedRun(document, articles, tuple(_notes(document, reasons)))


def read_document(path: Path) -> FindingsDocument:
    """The document alone; raises as `load` does."""
    try:
        # Windows' tools write a mark before UTF-8, which is no part of JSON.
        data = path.read_bytes().removeprefix(codecs.BOM_UTF8)
    except FileNotFoundError as error:
        step = "See that the path is right"
        raise UsageError("there is no such file", place=_at(path), next_step=step) from error
    except IsADirectoryError as error:
        step = "Name the findings.json in it"
        raise UsageError("this is a folder", place=_at(path), next_step=step) from error
    except OSError as error:
        raise unreadable(str(path), error) from error
    _check_schema(data, path)
    try:
        document = msgspec.json.decode(data, type=FindingsDocument)
    except msgspec.ValidationError as error:
        where = _PATH.search(str(error))
        cause = f"{where[1]}: " if where else ""
        cause += _lower(_PATH.sub("", str(error)))
        raise InputError(cause, place=_at(path), next_step=_AGAIN) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _no_json(error, data, path) from error
    # Only the first is told: what comes behind it counts on what came before.
    if said := next(_inconsistencies(document), None):
        raise InputError(one_line(said), place=_at(path), next_step=_AGAIN)
    return document


class _Schema(msgspec.Struct):
    schema: str


def _check_schema(data: bytes, path: Path) -> None:
    step = "Name a file that claimcheck check --format json wrote"
    try:
        schema = msgspec.json.decode(data, type=_Schema).schema
    except msgspec.ValidationError as error:
        cause = "this is no findings document: it names no schema"
        raise UsageError(cause, place=_at(path), next_step=step) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _no_json(error, data, path) from error
    if schema == SCHEMA:
        return
    name, _, _ = SCHEMA.partition("/")
    if schema.startswith(f"{name}/"):
        cause = f"its schema is {one_line(schema)}, and this claimcheck reads {SCHEMA}"
        step = "Check the articles again with this claimcheck, or use the one that wrote it"
    else:
        cause = f"this is no findings document: its schema is {one_line(schema)}"
    raise UsageError(cause, place=_at(path), next_step=step)


def _no_json(error: Exception, data: bytes, path: Path) -> InputError:
    told = str(error)
    place = _at(path)
    if byte := _BYTE.search(told):
        before = data[: int(byte[1])].decode("utf-8", "replace")
        line = before.count("\n") + 1
        place = Place(place.path, line, len(before) - before.rfind("\n"))
    cause = _lower(_BYTE.sub("", told).removeprefix("JSON is malformed: "))
    return InputError(f"this is no JSON: {cause}", place=place, next_step=_AGAIN)


def _at(path: Path) -> Place:
    return Place(path.as_posix())


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


# --- whether it is of one piece ---------------------------------------------------------------


def _inconsistencies(document: FindingsDocument) -> Iterator[str]:
    """What the records of a document say that cannot be, each with its JSON path."""
    docs = {article.id for article in document.documents}
    claims = {claim.id: claim for claim in document.claims}
    facts = {fact.id: fact for fact in document.facts}
    for name, ids in (
        ("documents", [one.id for one in document.documents]),
        ("claims", [claim.id for claim in document.claims]),
        ("facts", [fact.id for fact in document.facts]),
        ("findings", [finding.id for finding in document.findings]),
    ):
        for id_, count in Counter(ids).items():
            if count > 1:
                yield f"$.{name}: {counted(count, 'record')} have the id {id_}"
    for place, claim in enumerate(document.claims):
        yield from _of_claim(f"$.claims[{place}]", claim, docs, claims)
    if loop := _loop(claims):
        yield f"$.claims: {loop} follows from itself"
    for place, fact in enumerate(document.facts):
        at = f"$.facts[{place}]"
        if not fact.claims or not fact.camps or not all(camp.claims for camp in fact.camps):
            yield f"{at}: a fact and each of its camps have claims, and here one has none"
        yield from _unknown(f"{at}.claims", fact.claims, claims, "claim")
        own = set(fact.claims)
        for camp in fact.camps:
            yield from _unknown(f"{at}.camps", camp.claims, own, "claim of its fact")
            yield from _beyond(f"{at}.camps", camp.consensus or ())
        for claim in (claims[id_] for id_ in fact.claims):
            if not _converts(claim, fact.unit):
                yield f"{at}.unit: {claim.unit or 'a count'} is nothing that {fact.unit} measures"
    for place, finding in enumerate(document.findings):
        at = f"$.findings[{place}]"
        is_there = finding.status != "absent"
        yield from _unknown(f"{at}.fact", [finding.fact] if is_there else [], facts, "fact")
        for side in finding.sides:
            if is_there and not side.claims:
                yield f"{at}.sides: one has no claims"
            yield from _unknown(f"{at}.sides", side.claims, claims, "claim")
    for place, aside in enumerate(document.set_aside):
        yield from _unknown(f"$.set_aside[{place}].doc", [aside.doc], docs, "document")


def _of_claim(at: str, claim: Claim, docs: set[str], claims: Mapping[str, Claim]) -> Iterator[str]:
    yield from _unknown(f"{at}.doc", [claim.doc], docs, "document")
    yield from _unknown(f"{at}.derived_from", claim.derived_from or (), claims, "claim")
    for name, (start, end) in (("", (claim.start, claim.end)), (".sentence", claim.sentence)):
        if not 0 <= start <= end:
            yield f"{at}{name}: no words stand from {start} to {end}"
    for name, values in (("stated", claim.stated), ("hard", claim.hard), ("core", claim.core)):
        yield from _beyond(f"{at}.{name}", values)


def _beyond(at: str, values: Iterable[Bound]) -> Iterator[str]:
    numbers = (value for value in values if isinstance(value, float | int))
    return (f"{at}: no quantity is {value:g}" for value in numbers if abs(value) > _MOST)


def _unknown(at: str, ids: Iterable[str], known: Container[str], what: str) -> Iterator[str]:
    return (f"{at}: there is no {what} {id_}" for id_ in ids if id_ not in known)


def _converts(claim: Claim, unit: str) -> bool:
    """Whether the numbers of a claim, if it has any, can be told in a unit."""
    bounds = (*claim.hard, *claim.core)
    if claim.unit == unit or not any(isinstance(bound, float | int) for bound in bounds):
        return True
    try:
        affine(claim.unit, unit)
    except (UnknownUnit, IncompatibleUnits):
        return False
    return True


def _loop(claims: Mapping[str, Claim]) -> str:
    """A claim that follows from itself by way of others; "" where there is none."""
    settled: set[str] = set()
    for first in claims:
        way: dict[str, None] = {}  # in order, and quick to ask
        ahead = [(first, 0)]
        while ahead:
            id_, depth = ahead.pop()
            while len(way) > depth:
                way.popitem()
            if id_ in way:
                return id_
            if id_ not in settled:
                way[id_] = None
                settled.add(id_)
                ahead += [(i, depth + 1) for i in claims[id_].derived_from or ()]
    return ""


# --- its articles -----------------------------------------------------------------------------

# Of one article, and of several.
_NOT_THERE = "is not found", "are not found"
_CHANGED = "has changed", "have changed"


def _articles(
    document: FindingsDocument, folder: Path
) -> tuple[dict[str, Article], dict[str, tuple[str, str]]]:
    """The articles that still are as they were, and of the others with claims why they are not
    used, each by id."""
    claims: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in document.claims:
        claims[claim.doc].append(claim)
    of_path: defaultdict[str, list[Document]] = defaultdict(list)
    for one in document.documents:
        if one.id in claims:
            of_path[one.path or ""].append(one)
    found: dict[str, Article] = {}
    reasons: dict[str, tuple[str, str]] = {}
    for path, documents in of_path.items():
        reasons |= dict.fromkeys((one.id for one in documents), _NOT_THERE)
        for file in dict.fromkeys((Path(path), folder / path)):
            again = _read(file, documents)
            reasons |= dict.fromkeys(again, _CHANGED)
            found |= {i: a for i, a in again.items() if _stands(a, claims[i])}
    return found, {i: why for i, why in reasons.items() if i not in found}


def _read(file: Path, documents: Iterable[Document]) -> dict[str, Article]:
    """The documents of one file as they are now, by id. What has not the name of an article is not
    opened: a saved run may come from anybody, and its page shows what stands in the file."""
    reader = corpus.READERS.get(file.suffix.lower())
    if reader is None or not os.path.isfile(file):
        return {}
    ids = [one.id for one in documents]
    try:
        of_file = [article for _, article in reader(file.read_bytes(), str(file)).articles]
    except OSError:
        return {}
    if len(ids) == 1 and len(of_file) == 1:
        # A file that is one article is called after the folder that it was found in.
        return {ids[0]: replace(of_file[0], id=ids[0])}
    # Only a corpus tells apart records of one id; it reads the metadata of the whole folder too.
    records = corpus.read(file).articles if any(one.id for one in of_file) else ()
    articles = {one.id: one for one in records}
    return {i: articles[i] for i in ids if i in articles}


def _stands(article: Article, claims: Iterable[Claim]) -> bool:
    """Whether all words of an article stand where they stood."""
    # In a file with markup, what parts two words is not all in the quote's own span.
    words = ((claim, article.words(claim.start, claim.end)) for claim in claims)
    return all(claim.quote and said.split() == claim.quote.split() for claim, said in words)


def _notes(document: FindingsDocument, reasons: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    if not reasons:
        return
    said = len({claim.doc for claim in document.claims})
    why = [
        f"{count:,} {one if count == 1 else several}"
        for (one, several), count in Counter(reasons.values()).items()
    ]
    yield (
        f"The sentences of {len(reasons):,} of {counted(said, 'article')} are not shown:"
        f" {', and '.join(why)}."
    )
