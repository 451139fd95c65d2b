"""Rows: what was read of an article, as bytes that hold neither its name, its story nor its text.

Claims are arrays in the order of their fields, so that a new field is kept without a word here.
What the article in hand tells anyway is left out and put back: whose the claims are, and their
words. The sets of names that all claims of an article share are written once.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import fields
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeAlias, get_type_hints

import msgspec

from claimcheck.articles.article import Article
from claimcheck.claims.claim import Claim, digest, statement
from claimcheck.claims.contexts import NOTHING, Context
from claimcheck.claims.encounters.claims import EncounterClaim
from claimcheck.claims.extraction import Extraction, SetAside
from claimcheck.claims.measurands import Measurand
from claimcheck.claims.profiles import Vocabulary

MOST = 1 << 28
"""Bytes that a row may unfold to: what claims to be more is no row of ours."""

_LEVEL = 1  # of compression: a third of the bytes for a tenth of the time that the best takes


class Damaged(ValueError):
    """A row is not what was written, for whatever reason."""


def _places(of: type) -> dict[str, int]:
    return {f.name: place for place, f in enumerate(fields(of))}


def _array(of: type, instead: dict[str, Any]) -> Any:
    """The type of the arrays that stand for a dataclass, with other types `instead` of some."""
    known = get_type_hints(of)
    return tuple.__class_getitem__(tuple(instead.get(f.name, known[f.name]) for f in fields(of)))


_OWN = ("doc", "story", "quote")  # the article in hand gives them
_CLAIM, _CONTEXT = _places(Claim), _places(Context)
_values_of_claim, _values_of_context = attrgetter(*_CLAIM), attrgetter(*_CONTEXT)
if TYPE_CHECKING:
    _ClaimRow: TypeAlias = tuple[Any, ...]
else:
    _ClaimRow = _array(
        Claim,
        {
            **dict.fromkeys(_OWN, None),
            "key": tuple[str, ...],  # the statement, which with the article makes the key
            "id": int,  # which of several such statements; 0 of a claim without key and id
            "cast": int,
            "context": _array(Context, {"known": int, "heads": int}) | None,
        },
    )


class _Row(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """An extraction; `sets` are those to which its claims refer by number."""

    sets: list[frozenset[str]]
    claims: list[_ClaimRow]
    encounters: list[tuple[_ClaimRow, int]]
    set_aside: list[tuple[int, int, str]]
    sentences: int
    numbers_seen: int
    numbers_read: int


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(_Row).decode
_decode_vocabulary = msgspec.msgpack.Decoder(Vocabulary).decode


def vocabulary_row(vocabulary: Vocabulary) -> bytes:
    """A vocabulary as a row."""
    return zlib.compress(_encode(vocabulary), _LEVEL)


def vocabulary_of(row: bytes) -> Vocabulary:
    """The vocabulary of a row; raises Damaged."""
    try:
        return _decode_vocabulary(_unfolded(row))
    except (msgspec.MsgspecError, ValueError, zlib.error) as error:
        raise Damaged(str(error)) from error


def extraction_row(extraction: Extraction) -> bytes:
    """An extraction as a row."""
    sets: dict[frozenset[str], int] = {}
    claims = [tuple(_written(c, sets)) for c in extraction.claims]
    encounters = [(tuple(_written(e.claim, sets)), e.month) for e in extraction.encounters]
    row = _Row(
        list(sets),
        claims,
        encounters,
        [(s.start, s.end, s.reason) for s in extraction.set_aside],
        extraction.sentences,
        extraction.numbers_seen,
        extraction.numbers_read,
    )
    return zlib.compress(_encode(row), _LEVEL)


def extraction_of(row: bytes, article: Article, story: str) -> Extraction:
    """The extraction of a row, as that of `article` in `story`; raises Damaged.

    Whoever wrote the row: nothing in it is run, and what could not have been written is damage.
    """
    try:
        read = _decode(_unfolded(row))
        claims = tuple(_claims(read.claims, read.sets, article, story))
        if len({c.id for c in claims} - {""}) != len(claims):
            raise Damaged("two claims have one id")
        return Extraction(
            article,
            claims,
            tuple(
                SetAside(article.id, start, end, _words(article, start, end), reason)
                for start, end, reason in read.set_aside
            ),
            read.sentences,
            read.numbers_seen,
            read.numbers_read,
            tuple(
                EncounterClaim(claim, month)
                for claim, (_, month) in zip(
                    _claims((c for c, _ in read.encounters), read.sets, article, story),
                    read.encounters,
                    strict=True,
                )
            ),
        )
    # Values of the right types may still be such as no reader of an article gives.
    except (
        *(msgspec.MsgspecError, ValueError, zlib.error, LookupError),
        *(ArithmeticError, AssertionError, TypeError),
    ) as error:
        raise Damaged(str(error)) from error


def _unfolded(row: bytes) -> bytes:
    unfold = zlib.decompressobj()
    content = unfold.decompress(row, MOST)
    if not unfold.eof or unfold.unused_data:
        raise Damaged("the row is longer or shorter than it says")
    return content


def _written(claim: Claim, sets: dict[frozenset[str], int]) -> list[Any]:
    values = list(_values_of_claim(claim))
    for name in _OWN:
        values[_CLAIM[name]] = None
    values[_CLAIM["key"]] = statement(claim) if claim.key else ()
    values[_CLAIM["id"]] = int(claim.id.rpartition("-")[2]) if claim.key else 0
    values[_CLAIM["cast"]] = sets.setdefault(claim.cast, len(sets))
    values[_CLAIM["context"]] = _written_context(claim.context, sets)
    return values


def _written_context(context: Context, sets: dict[frozenset[str], int]) -> list[Any] | None:
    if context == NOTHING:
        return None
    values = list(_values_of_context(context))
    for name in ("known", "heads"):
        place = _CONTEXT[name]
        values[place] = sets.setdefault(values[place], len(sets))
    return values


def _claims(
    rows: Iterable[tuple[Any, ...]], sets: list[frozenset[str]], article: Article, story: str
) -> Iterable[Claim]:
    key, id_, doc, told = (_CLAIM[n] for n in ("key", "id", "doc", "story"))
    start, end, quote = (_CLAIM[n] for n in ("start", "end", "quote"))
    sentence, measurand = _CLAIM["sentence"], _CLAIM["measurand"]
    cast, context = _CLAIM["cast"], _CLAIM["context"]
    for row in rows:
        values = list(row)
        said, number = values[key], values[id_]
        values[doc], values[told] = article.id, story
        values[key] = digest(*said, article.id) if number else ""
        values[id_] = f"{values[key]}-{number}" if number else ""
        values[quote] = _words(article, values[start], values[end])
        _words(article, *values[sentence])
        values[measurand] = _one(values[measurand])
        values[cast] = sets[values[cast]]
        values[context] = _context(values[context], sets)
        claim = Claim(*values)
        if number and statement(claim) != said:
            raise Damaged("a claim says something else than its key")
        yield claim


def _context(row: tuple[Any, ...] | None, sets: list[frozenset[str]]) -> Context:
    if row is None:
        return NOTHING
    values = list(row)
    for name in ("known", "heads"):
        place = _CONTEXT[name]
        values[place] = sets[values[place]]
    return Context(*values)


def _words(article: Article, start: int, end: int) -> str:
    if not 0 <= start <= end <= len(article.text):
        raise Damaged("an offset lies outside the article")
    return article.text[start:end]


@lru_cache(maxsize=4096)
def _one(measurand: Measurand) -> Measurand:
    """The same object for equal measurands, of which a corpus has hundreds and its claims many."""
    return measurand
