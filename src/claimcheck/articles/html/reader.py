"""HTML: the article of a page, found among all that stands around it."""

from __future__ import annotations

from typing import Any

from claimcheck.articles.article import Article
from claimcheck.articles.encoding import decoded
from claimcheck.articles.html.main_text import add_main_text
from claimcheck.articles.html.metadata import fields
from claimcheck.articles.html.page import page
from claimcheck.articles.prose import Prose
from claimcheck.articles.reading import Reading
from claimcheck.errors import InputError, Place

# The mark of a report of claimcheck's own. It quotes articles and is none: read as one, it would
# say everything in them again.
_REPORT = '<meta name="generator" content="claimcheck">'
_HEAD = 1000  # characters in which the mark stands, if it does


def read(data: bytes, path: str) -> Reading:
    """The one article of `data`, with what the page says of it; see `encoding.decoded` for the
    refusals. A page in which no article's text is found is none. A report of claimcheck has none
    either, and is no mistake: it may lie among the articles that it is on."""
    try:
        text = decoded(data, path, is_html=True)
    except InputError as error:
        return Reading(problems=(error,))
    if _REPORT in text[:_HEAD]:
        return Reading()
    is_xml = path.lower().endswith(".xhtml") or text.lstrip().startswith("<?xml")
    found = page(text, is_xml=is_xml)
    prose = Prose(text)
    add_main_text(found, prose)
    words, offsets = prose.read()
    if not words.strip():  # a no-break space is a sign, and no text
        problem = InputError(
            "no article text is found in this page",
            place=Place(path),
            next_step="Save the article's text as a UTF-8 .txt file, or leave the page out",
        )
        return Reading(problems=(problem,))
    known: dict[str, Any] = fields(found)
    return Reading(
        articles=((Place(path), Article(id="", text=words, path=path, offsets=offsets, **known)),)
    )
