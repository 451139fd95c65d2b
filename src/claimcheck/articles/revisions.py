"""Revisions: versions of one article, of which the last is what it says.

Two articles are versions of one where they were published under one address, or have one id, on
different days or at different hours. Which is later is asked of the dates alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from urllib.parse import parse_qsl, urlencode, urlsplit

from claimcheck.articles.article import Article

_TRACKING = frozenset("fbclid gclid dclid msclkid mc_cid mc_eid igshid ref_src cmpid".split())


def canonical(url: str) -> str:
    """An address without what does not tell two articles apart: scheme, `www.`, a slash at its
    end, the fragment, and parameters by which readers are tracked."""
    try:
        parts = urlsplit(url.strip())
        query = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:  # no address, and so like itself alone
        return url.strip()
    kept = [(k, v) for k, v in query if k.lower() not in _TRACKING and k[:4].lower() != "utm_"]
    host = parts.netloc.lower().removeprefix("www.")
    path = parts.path.rstrip("/")
    return f"{host}{path}{'?' if kept else ''}{urlencode(kept)}"


def is_before(one: Article, other: Article) -> bool:
    """Whether one article was published before the other, as far as both tell: of a day and an
    hour of that day nobody knows."""
    if not one.published or not other.published:
        return False
    first, second = _since_year_one(one.published), _since_year_one(other.published)
    if "T" in one.published and "T" in other.published:
        return first < second
    return first // _DAY < second // _DAY


def latest(versions: Iterable[Article]) -> Article:
    """The version that no other is after; of several the same one in whatever order they come."""
    dated = [(_since_year_one(a.published or _NEVER), a.published or "", a.id, a) for a in versions]
    return max(dated, key=lambda one: one[:3])[3]


_DAY = timedelta(days=1) // timedelta.resolution
_NEVER = "0001-01-01"


def _since_year_one(published: str) -> int:
    """Microseconds, at Greenwich where no zone is told; integers, for no calendar holds the first
    hours of its first year in every zone."""
    told = datetime.fromisoformat(published)
    hours = timedelta(hours=told.hour, minutes=told.minute, seconds=told.second)
    hours += timedelta(microseconds=told.microsecond)
    days = timedelta(days=told.toordinal())
    return (days + hours - (told.utcoffset() or timedelta())) // timedelta.resolution


def earlier_id(article: Article) -> str:
    """The id of a version whose id a later one has."""
    return f"{article.id}@{article.published}"


def changed_later(articles: Iterable[Article]) -> dict[str, str]:
    """Of each article that was changed later, by id, the id of its last version."""
    every = {a.id: a for a in articles}
    versions: defaultdict[str, list[Article]] = defaultdict(list)
    for article in every.values():
        if article.url:
            versions[canonical(article.url)].append(article)
    for article in every.values():
        base, mark, day = article.id.rpartition("@")
        if mark and day == article.published and base in every:
            versions[f"@{base}"] += [article, every[base]]
    later: dict[str, str] = {}
    for known in versions.values():
        last = latest(known)
        later |= {a.id: last.id for a in known if is_before(a, last)}
    return {old: _last(new, later) for old, new in sorted(later.items())}


def _last(article: str, later: dict[str, str]) -> str:
    """The last version of the version that an article was changed into. Dates grow on the way."""
    while article in later:
        article = later[article]
    return article
