"""Rows in blocks, and what a search finds in them."""

from __future__ import annotations

import gzip
import json
from base64 import b64decode
from typing import Any

import pytest
from markupsafe import Markup

from claimcheck.report.page.html import render
from claimcheck.report.page.index import index_of
from claimcheck.report.page.packing import BLOCK, Pack, inert, packed, packed_rows, searched, shards
from claimcheck.report.view import report_view
from report.crowd import crowd
from report.page_source import Page


def unpacked(text: str) -> Any:
    return json.loads(gzip.decompress(b64decode(text)))


def test_a_pack_is_gzip_without_a_clock_and_without_a_system() -> None:
    content = b64decode(packed(b"words"))
    assert content[:10] == b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
    assert gzip.decompress(content) == b"words"


def test_rows_after_the_first_are_packed_and_all_can_be_searched() -> None:
    rows = range(2 * BLOCK + 3)
    packs = {
        pack.name: unpacked(pack.text)
        for pack in packed_rows("list", rows, lambda row: Markup(f"<p>Row <b>{row}</b></p>"), 2)
    }
    assert list(packs) == ["list-rows-0", "list-rows-1", "list-rows-2", "list-texts-0"]
    blocks = [packs[f"list-rows-{n}"] for n in range(3)]
    assert [len(block) for block in blocks] == [BLOCK, BLOCK, 1]
    assert blocks[0][0] == "<p>Row <b>2</b></p>"
    assert packs["list-texts-0"] == [f"row {row}" for row in rows]


def test_rows_are_asked_for_one_by_one() -> None:
    made = []

    def shown(row: object) -> Markup:
        made.append(row)
        return Markup("<p></p>")

    packs = packed_rows("list", iter(range(1000)), shown, 0)
    next(packs)
    assert len(made) == BLOCK


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("<p>Took <mark>two days</mark>, they say</p>", "took two days, they say"),
        ("<dt>Read</dt><dd>AS 48 hours</dd>", "read as 48 hours"),
        ("<p>5 &lt; 6 &amp; 7</p>", "5 < 6 & 7"),
        ("<svg><text>40</text></svg><p>90</p>", "90"),
        ("<button type=button>Copy link</button>", ""),
        ("<p>&lt;script&gt;</p>", "<script>"),
        ("<p>İSTANBUL</p>", "i̇stanbul"),
    ],
)
def test_a_search_finds_what_a_row_says(fragment: str, text: str) -> None:
    assert searched(fragment) == text


def test_json_on_the_page_ends_no_script() -> None:
    hostile = "</script><!--<script>&\u2028\u2029"
    written = inert({"title": hostile})
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written) == {"title": hostile}


def test_shards_are_filled_and_say_where_each_pack_is() -> None:
    packs = [Pack(f"rows-{n}", "x" * 180_000) for n in range(5)]
    places, files = shards(packs)
    assert places == {"rows-0": 0, "rows-1": 0, "rows-2": 1, "rows-3": 1, "rows-4": 2}
    assert list(files) == ["index-files/0.js", "index-files/1.js", "index-files/2.js"]
    assert files["index-files/2.js"].startswith(b'arrived({"rows-4":"xxx')


def test_rows_in_the_page_and_rows_that_are_packed_are_written_alike() -> None:
    document = crowd(130)
    source = render(report_view(document, {}), index_of(document)).html
    rows = unpacked(source.split('data-pack="findings-rows-0">')[1].split("<")[0])
    assert {tag for tag, _ in Page(rows[0]).elements} <= {tag for tag, _ in Page(source).elements}
    assert all(row.count('<details class="row finding"') == 1 for row in rows)


def test_the_search_knows_every_row() -> None:
    document = crowd(30)
    source = render(report_view(document, {}), index_of(document)).html
    texts = unpacked(source.split('data-pack="findings-texts-0">')[1].split("<")[0])
    index = index_of(document)
    assert len(texts) == 30
    assert all(
        id_.replace("find-", "bridge ") in text
        for id_, text in zip(index.findings.id, texts, strict=True)
    )
