"""Content: all of an article that its claims are read from.

Extraction sees an article through `content` alone, and the key under which an extraction is kept is
made of the same. So nobody can read one thing more of an article, and have an old extraction given
back to whom that thing was changed.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

import msgspec

from claimcheck.articles.article import Article


def content(article: Article) -> Article:
    """An article with nothing but what extraction reads: its text and its day. Its id is there to
    name the claims, and what they say does not depend on it."""
    day = article.anchor
    return Article(article.id, article.text, reference=day.isoformat() if day else None)


def content_digest(article: Article) -> bytes:
    """A SHA-256 over the content of an article but for its id: a file that is renamed has the same.
    Raises UnicodeEncodeError for a text that is no Unicode."""
    return hashlib.sha256(msgspec.msgpack.encode(replace(content(article), id=""))).digest()
