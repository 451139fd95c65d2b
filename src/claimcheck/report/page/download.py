"""A file that goes with the page: it lies beside it, and can be taken from it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Download:
    """`content` as the file `name`, of a media type; `words` say what is in it."""

    name: str
    content: bytes
    media_type: str
    words: str
