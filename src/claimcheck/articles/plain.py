"""Plain text: the whole file is one article."""

from __future__ import annotations

from claimcheck.articles.article import Article
from claimcheck.articles.encoding import decoded
from claimcheck.articles.reading import Reading
from claimcheck.errors import InputError, Place


def read(data: bytes, path: str) -> Reading:
    """The one article of `data`, its text untouched; see `encoding.decoded` for the refusals."""
    try:
        article = Article(id="", text=decoded(data, path), path=path)
    except InputError as error:
        return Reading(problems=(error,))
    return Reading(articles=((Place(path), article),))
