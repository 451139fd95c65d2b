"""Encoding: from bytes to text, strictly, and what to say where bytes are no text.

Nothing is repaired: a guessed encoding or a replaced byte would make a number out of noise.
"""

from __future__ import annotations

import codecs
import shlex
from typing import NamedTuple

from claimcheck.articles.positions import Lines
from claimcheck.errors import InputError, Place

# UTF-32 stands first: its little-endian mark begins with the one of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Control bytes that no text is written with; tab, line feed, form feed, carriage return and
# escape are. Wire copy has the odd ^C in it, so some are put up with.
_CONTROLS = bytes(c for c in range(32) if c not in b"\b\t\n\v\f\r\x1b") + b"\x7f"
_MOST_CONTROLS = 0.05

# The encodings news is found in, by Python's name, and the names iconv knows them by.
_ICONV_NAMES = {
    "cp1252": "CP1252",
    "cp1250": "CP1250",
    "cp1251": "CP1251",
    "koi8_r": "KOI8-R",
    "mac_roman": "MACINTOSH",
    "shift_jis": "SHIFT_JIS",
    "euc_jp": "EUC-JP",
    "euc_kr": "EUC-KR",
    "gb18030": "GB18030",
    "big5": "BIG5",
}


class _Magic(NamedTuple):
    start: bytes
    looks_like: str
    next_step: str


_UNPACK = "Unpack it first"
_EXTRACT = "Save its text as a UTF-8 .txt file"
_RENAME = "Save it under a name that ends in .html"
_HTML = "an HTML page"
_SAVED = "a saved run of claimcheck"
_SHOW = "Show it alone, with claimcheck report FILE.json -o DIR"

_MAGIC = (
    _Magic(b"%PDF-", "a PDF document", _EXTRACT),
    _Magic(b"PK\x03\x04", "a ZIP archive or an Office document such as .docx", _EXTRACT),
    _Magic(b"\xd0\xcf\x11\xe0", "an old Office document such as .doc", _EXTRACT),
    _Magic(b"{\\rtf", "an RTF document", _EXTRACT),
    _Magic(b"<!doctype html", _HTML, _RENAME),
    _Magic(b"<html", _HTML, _RENAME),
    _Magic(b"\x1f\x8b", "a gzip archive", _UNPACK),
    _Magic(b"BZh91AY&SY", "a bzip2 archive", _UNPACK),
    _Magic(b"\xfd7zXZ\x00", "an xz archive", _UNPACK),
    _Magic(b"\x28\xb5\x2f\xfd", "a Zstandard archive", _UNPACK),
    _Magic(b"7z\xbc\xaf\x27\x1c", "a 7z archive", _UNPACK),
    _Magic(b"\x89PNG", "a PNG image", "Leave it out"),
    _Magic(b"\xff\xd8\xff", "a JPEG image", "Leave it out"),
    _Magic(b"GIF87a", "a GIF image", "Leave it out"),
    _Magic(b"GIF89a", "a GIF image", "Leave it out"),
    _Magic(b"\x7fELF", "a program", "Leave it out"),
    _Magic(b"SQLite format 3\x00", "an SQLite database", "Leave it out"),
    _Magic(b"PAR1", "a Parquet file", "Save its records as .jsonl"),
    _Magic(b'{\n "schema": "claimcheck.', _SAVED, _SHOW),
    _Magic(b'{"schema":"claimcheck.', _SAVED, _SHOW),
)


_FILL = "Put the article's text into it, or leave it out"


def decoded(data: bytes, path: str, *, is_html: bool = False) -> str:
    """The text of `data`: UTF-8, or UTF-16 or UTF-32 that says so with a byte order mark.

    The mark is no part of the text; line ends and everything else are kept as they are.
    Raises InputError, placed in `path`, where the bytes are empty, white space, binary or in
    another encoding, or an HTML page unless it `is_html`.
    """
    utf8 = _unmarked(data, path, is_html=is_html)
    try:
        text = utf8.decode()
    except UnicodeDecodeError as error:
        before = utf8[: error.start].decode()
        place = Lines(path, before).place(len(before))
        raise _undecodable(error, place, _guess(utf8, error.start)) from None
    if not text.strip():
        raise InputError("the file holds only white space", place=Place(path), next_step=_FILL)
    return text


def decoded_lines(data: bytes, path: str) -> list[str | InputError]:
    """The lines of `data` without their line feeds; in place of one that is not UTF-8, why.

    Raises InputError where the file as a whole is refused, as `decoded` does.
    """
    utf8 = _unmarked(data, path)
    if not utf8.strip():
        raise InputError("the file holds only white space", place=Place(path), next_step=_FILL)
    lines: list[str | InputError] = []
    guess: str | None = None
    for number, line in enumerate(utf8.split(b"\n"), 1):
        try:
            lines.append(line.decode())
        except UnicodeDecodeError as error:
            # One guess a file: it is slow, and all lines were saved by the same program.
            guess = _guess(line, error.start) if guess is None else guess
            place = Place(path, number, len(line[: error.start].decode()) + 1)
            lines.append(_undecodable(error, place, guess))
    return lines


def _unmarked(data: bytes, path: str, *, is_html: bool = False) -> bytes:
    """`data` in UTF-8 without a byte order mark; unmarked bytes are yet to be decoded."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            try:
                data = data.removeprefix(mark).decode(codec).encode()
            except UnicodeDecodeError as error:
                raise InputError(
                    f"the file is marked as {codec.upper()}, but byte {len(mark) + error.start + 1}"
                    " is no part of a character in it",
                    place=Place(path),
                    next_step="Save it again as UTF-8",
                ) from None
            break
    data = data.removeprefix(codecs.BOM_UTF8)
    if not data:
        raise InputError("the file is empty", place=Place(path), next_step=_FILL)
    _refuse_binary(data, path, is_html=is_html)
    return data


def _refuse_binary(data: bytes, path: str, *, is_html: bool) -> None:
    # Marks of text formats may follow white space and be in any case.
    opening = data[:64].lstrip().lower()
    for magic in _MAGIC:
        if is_html and magic.looks_like == _HTML:
            continue
        if data.startswith(magic.start) or opening.startswith(magic.start):
            raise InputError(
                f"the file is no plain text: it looks like {magic.looks_like}",
                place=Place(path),
                next_step=magic.next_step,
            )
    if utf16 := _unmarked_utf16(data):
        raise InputError(
            f"the file looks like {utf16} without a byte order mark",
            place=Place(path),
            next_step=_convert(utf16, path),
        )
    nul = data.find(0)
    if nul >= 0:
        before = data[:nul].decode(errors="replace")
        raise InputError(
            "the file is binary: byte 0x00 stands in no text",
            place=Lines(path, before).place(len(before)),
            next_step=_EXTRACT,
        )
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > len(data) * _MOST_CONTROLS:
        raise InputError(
            f"the file is binary: {controls} of its {len(data)} bytes are control characters",
            place=Place(path),
            next_step=_EXTRACT,
        )


def _unmarked_utf16(data: bytes) -> str:
    """In UTF-16, English has a NUL in most pairs of bytes, and always on the same side."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    pairs = len(data) // 2
    if odd > pairs // 2 and even <= pairs // 20:
        return "UTF-16LE"
    if even > pairs // 2 and odd <= pairs // 20:
        return "UTF-16BE"
    return ""


def _undecodable(error: UnicodeDecodeError, place: Place, guess: str) -> InputError:
    cause = f"the file is not UTF-8: byte 0x{error.object[error.start]:02x}"
    if not error.object[: error.start].isascii():
        # What comes before is UTF-8 by more than chance; a conversion would garble that.
        return InputError(
            cause, place=place, next_step="It is UTF-8 up to there: correct the byte in an editor"
        )
    cause += f"; it may be {guess}" if guess else ""
    return InputError(cause, place=place, next_step=_convert(guess, place.path))


def _guess(data: bytes, offset: int) -> str:
    """The encoding `data` may be in, by iconv's name: for the hint, never for reading.

    Empty where there is nothing to go by.
    """
    from charset_normalizer import from_bytes  # slow to import, and only bad input needs it

    around = data[max(0, offset - 2048) : offset + 2048]
    best = from_bytes(around, cp_isolation=list(_ICONV_NAMES)).best()
    if best is None or best.encoding not in _ICONV_NAMES:
        return ""
    # Western and Central European code pages often fit equally well, and this is English.
    alike = {best.encoding, *best.could_be_from_charset}
    return _ICONV_NAMES["cp1252" if "cp1252" in alike else best.encoding]


def _convert(encoding: str, path: str) -> str:
    command = f"iconv -f {encoding or 'X'} -t UTF-8 {shlex.quote(path)}"
    where = "" if encoding else ", where X is the encoding it was saved in"
    return f"Convert it: {command}{where}"
