"""Packing: the rows that are not written into the page, in blocks that a browser unpacks itself.

A block is a JSON array, compressed as gzip and written in base64: markup repeats itself, and
shrinks to a tenth. What the page would be too large for goes into shards, files beside it.
"""

from __future__ import annotations

import html
import json
import re
import zlib
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from claimcheck.report.page.download import Download

FOLDER = "index-files"
# A row is a dozen kilobytes and gzip looks back over 32: larger blocks are hardly smaller, and
# slower to open where the rows that pass a filter lie far apart.
BLOCK = 10
# Texts are unpacked all at once, in few steps.
SEARCHED = 1000
# No table shrinks to less than a thirtieth.
_UNPACKED = 30
# Rows that pass a filter lie far apart: a screen of them should not have to read the whole folder.
_SHARD = 400_000

# What is in a row and is not searched: drawings, buttons, the legend that all of them have, and of
# the working what says again what each side said.
_ASIDE = re.compile(r'<(svg|button|figcaption)\b.*?</\1>|<li class="repeats">.*?</li>', re.DOTALL)
_WITHIN_WORDS = re.compile("</?mark>")
_TAG = re.compile("<[^>]*>")


@dataclass(frozen=True, slots=True)
class Pack:
    """Something packed, by the `name` under which the script asks for it."""

    name: str
    text: str


def packed(content: bytes) -> str:
    """`content` as gzip in base64, the same bytes on every system."""
    squeezed = zlib.compress(content, 9, wbits=31)
    # The tenth byte names the operating system (RFC 1952, 2.3); 255 is an unknown one.
    return b64encode(squeezed[:9] + b"\xff" + squeezed[10:]).decode()


def packed_rows(
    name: str, rows: Iterable[object], shown: Callable[[object], Markup], first: int
) -> Iterator[Pack]:
    """The fragments of `rows` from the `first` on, and the search texts of all of them.

    The rows are walked once, and no more than a block of each is held.
    """
    fragments: list[str] = []
    texts: list[str] = []
    blocks = searches = 0
    for number, row in enumerate(rows):
        fragment = shown(row)
        texts.append(searched(fragment))
        if number >= first:
            fragments.append(fragment)
        if len(fragments) == BLOCK:
            yield _block(f"{name}-rows-{blocks}", fragments)
            blocks, fragments = blocks + 1, []
        if len(texts) == SEARCHED:
            yield _block(f"{name}-texts-{searches}", texts)
            searches, texts = searches + 1, []
    if fragments:
        yield _block(f"{name}-rows-{blocks}", fragments)
    if texts:
        yield _block(f"{name}-texts-{searches}", texts)


def packed_downloads(downloads: Iterable[Download], room: int) -> Iterator[Pack]:
    """The downloads, so that the page alone is enough, as far as there is `room` for them."""
    for download in downloads:
        if len(download.content) > _UNPACKED * room:
            continue  # not worth the time
        pack = Pack(f"download-{download.name}", packed(download.content))
        if len(pack.text) <= room:
            room -= len(pack.text)
            yield pack


def searched(fragment: str) -> str:
    """What a row says, in lower case, without drawings, buttons and repetitions."""
    words = _TAG.sub(" ", _WITHIN_WORDS.sub("", _ASIDE.sub(" ", fragment)))
    return " ".join(html.unescape(words).lower().split())


def shards(packs: Iterable[Pack]) -> tuple[dict[str, int], dict[str, bytes]]:
    """In which shard each pack is, and the shards by their paths beside the page.

    They are scripts, since a page that was opened from a file may read nothing else; each calls
    one function with what it brings. Search texts come first and together, since a search needs
    them all.
    """
    groups: list[dict[str, str]] = []
    size = _SHARD
    for pack in sorted(packs, key=lambda pack: "-rows-" in pack.name):
        if size + len(pack.text) > _SHARD:
            groups.append({})
            size = 0
        groups[-1][pack.name] = pack.text
        size += len(pack.text)
    places = {name: number for number, group in enumerate(groups) for name in group}
    files = {
        f"{FOLDER}/{number}.js": f"arrived({inert(group)});\n".encode()
        for number, group in enumerate(groups)
    }
    return places, files


# JSON in ASCII has U+2028 and U+2029 escaped already; these are what HTML would see.
_SEEN_BY_HTML = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}


def inert(value: object) -> Markup:
    """`value` as JSON that can stand in a script element and ends none, whatever it says."""
    return Markup(json.dumps(value, separators=(",", ":")).translate(_SEEN_BY_HTML))


def _block(name: str, parts: list[str]) -> Pack:
    return Pack(name, packed(json.dumps(parts, ensure_ascii=False).encode()))
