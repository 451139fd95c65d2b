"""The page, written from a view by templates that decide nothing."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from claimcheck.errors import visible
from claimcheck.quantities.wording import counted
from claimcheck.report.page.controls import controls
from claimcheck.report.page.download import Download
from claimcheck.report.page.index import Index, matrix_columns
from claimcheck.report.page.packing import (
    BLOCK,
    FOLDER,
    Pack,
    inert,
    packed_downloads,
    packed_rows,
    shards,
)
from claimcheck.report.sections.matrix import MATRICES
from claimcheck.report.view import ReportView

# The style sheets, in the order in which they stand on the page.
_STYLE = (
    *("page", "glance", "controls"),
    *("rows", "words", "finding", "line", "facts", "tables"),
    *("narrow", "print"),
)
# The scripts: the first is run before anything is painted, the others once all has been read.
_HEAD_SCRIPT = "head"
_SCRIPTS = ("filter", "rows", "page")
# How many rows of a list the templates write into the page, to be read with scripts off, and how
# many more the scripts bring at a time.
_FIRST = 100
_WINDOWS = {"findings": _FIRST, "facts": _FIRST, "matrices": MATRICES}
# Bytes of packed data above which it goes to files beside the page; with what is written into it, a
# page then has 20 MB at most. Reports of neighbouring tools became slow from 50 MB on and killed
# browsers at 80 MB; 20 MB leave a phone room.
_LIMIT = 16_000_000


@dataclass(frozen=True, slots=True)
class Page:
    """The page, and by their paths beside it the `shards` that it has no room for."""

    html: str
    shards: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class _Code:
    """A style sheet or script, and the hash by which the policy lets it act."""

    text: Markup
    hash: str


@dataclass(frozen=True, slots=True)
class _Data:
    """What stands at the end of the page for its scripts, and what they need to know of it."""

    index: Markup
    layout: Markup
    packs: Sequence[Pack]


def render(
    view: ReportView, index: Index, downloads: Sequence[Download] = (), *, limit: int = _LIMIT
) -> Page:
    """The page of `view`, with the `index` of its rows and the `downloads` that lie beside it.

    It is one file that asks for nothing: its policy names the hashes of its own style and scripts
    and allows no others, so that nothing in hostile text could ever act, even if it escaped its
    escaping. Where the packed rows are more than `limit` bytes, they are shards beside the page,
    and only then may its scripts load others. Downloads for which no room is left lie beside it
    alone.
    """
    templates = _templates()
    columns = {**msgspec.to_builtins(index), "matrices": matrix_columns(view.matrices, index.facts)}
    listed = inert(msgspec.to_builtins(columns))
    rows = list(_rows(templates, view))
    room = limit - len(listed) - sum(len(pack.text) for pack in rows)
    beside = room < 0
    places, files = shards(rows) if beside else ({}, {})
    packs = [] if beside else [*rows, *packed_downloads(downloads, room)]
    page = templates.get_template("page.html").render(
        view=view,
        controls=controls(index),
        downloads=downloads,
        unseen=_unseen(view),
        beside=FOLDER if beside else "",
        style=_code(templates, "style", _STYLE, "css"),
        head_script=_code(templates, "script", [_HEAD_SCRIPT], "js"),
        scripts=[_code(templates, "script", [name], "js") for name in _SCRIPTS],
        data=_Data(
            index=listed,
            layout=inert({"windows": _WINDOWS, "block": BLOCK, "folder": FOLDER, "shards": places}),
            packs=packs,
        ),
    )
    return Page(page, files)


def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("claimcheck.report.page"),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        newline_sequence="\n",
    )


def _shown(value: object) -> object:
    """Whatever a template prints, without the characters that must not reach a page."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _code(templates: Environment, folder: str, names: Iterable[str], suffix: str) -> _Code:
    assert templates.loader is not None
    files = (f"{folder}/{name}.{suffix}" for name in names)
    sources = (templates.loader.get_source(templates, file)[0] for file in files)
    # What is hashed is what a browser hashes, on a checkout with other line ends too.
    text = "\n".join(sources).replace("\r\n", "\n")
    return _Code(Markup(text), b64encode(sha256(text.encode()).digest()).decode())


def _rows(templates: Environment, view: ReportView) -> Iterable[Pack]:
    """All rows, packed; those that stand in the page for their search texts alone."""
    finding = templates.get_template("finding.html").module.finding  # type: ignore[attr-defined]
    fact = templates.get_template("fact.html").module.fact  # type: ignore[attr-defined]
    matrix = templates.get_template("matrix.html").module.matrix  # type: ignore[attr-defined]
    compared = min(len(view.facts), _FIRST)
    yield from packed_rows("findings", view.findings, finding, _FIRST)
    yield from packed_rows("facts", chain(view.facts, view.single), fact, compared)
    tables = packed_rows("matrices", view.matrices, matrix, MATRICES)
    yield from (pack for pack in tables if "-rows-" in pack.name)


def _unseen(view: ReportView) -> str:
    """What the page cannot show with scripts off; "" where it shows everything."""
    once = view.single.count
    rest = [
        counted(count - _FIRST, f"further {noun}")
        for count, noun in ((view.findings.count, "finding"), (view.facts.count, "fact"))
        if count > _FIRST
    ]
    return " and ".join([*rest, *([f"{counted(once, 'fact')} said once"] if once else [])])
