"""Language: whether an article is in another language than English, and how that is known.

Who says so is believed. Where nobody says, an article is set aside only where much speaks for one
other language and little for English: a table of figures, a short note, a list of names and English
that quotes French are read.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from claimcheck.articles.article import Article

FIRST = 200
"""Words of an article that are looked at."""

LEAST = 40
"""Words that an article must have to be known for anything."""

SHARE, DISTINCT, TIMES = 0.12, 8, 3
"""What function words of another language must be: so large a share of the words, so many
different ones, and so many times those of English. Of running text they are a fourth or more; of a
list of Spanish names as many, but few different ones."""

LETTERS, FOREIGN = 100, 0.6
"""Letters that tell a script, and the share of them that must be in one that is not Latin."""

_HEAD = 2_000  # code points that hold so many words
_LATIN = re.compile(r"[A-Za-z\u00aa-\u024f\u1e00-\u1eff]")


def foreign(article: Article) -> str:
    """Why an article is set aside as one in another language than English; "" where it is not."""
    if article.language:
        language = article.language.replace("_", "-").partition("-")[0].strip().casefold()
        said = f"its language is {article.language}, not English"
        return "" if language in ("", "en", "eng", "english") else said
    head = article.text[:_HEAD]
    return _by_script(head) or _by_words(head)


class _Known(NamedTuple):
    """The words of English, those of others with the languages they are of, and the scripts."""

    english: frozenset[str]
    languages: dict[str, tuple[str, ...]]
    scripts: dict[str, re.Pattern[str]]


@cache
def _known() -> _Known:
    table = tomllib.loads(files(__package__).joinpath("language.toml").read_text("utf-8"))
    english = frozenset(table["english"]["words"].split())
    shared = table["english"]["shared"].split()
    languages: dict[str, tuple[str, ...]] = {}
    for language, words in table["languages"].items():
        for word in sorted(set(words.split()) - english.union(shared)):
            languages[word] = (*languages.get(word, ()), language)
    scripts = {
        name: re.compile("[" + "".join(f"{chr(a)}-{chr(b)}" for a, b in ranges) + "]")
        for name, ranges in table["scripts"].items()
    }
    return _Known(english, languages, scripts)


def _by_words(head: str) -> str:
    words = head.lower().split()[:FIRST]  # such words seldom have a comma
    known = _known()
    # Nearly every English article ends here.
    if len(words) < LEAST or len(known.languages.keys() & set(words)) < DISTINCT:
        return ""
    told = [word for word in words if word in known.languages]
    count = Counter(language for word in told for language in known.languages[word])
    different = Counter(language for word in set(told) for language in known.languages[word])
    english = sum(word in known.english for word in words)
    language = max(count, key=lambda name: (count[name], different[name], name))
    clear = count[language] >= max(SHARE * len(words), TIMES * english)
    if not clear or different[language] < DISTINCT:
        return ""
    return f"its language is {language}, not English, by its commonest words"


def _by_script(head: str) -> str:
    if head.isascii() or len(_LATIN.findall(head)) > len(head) / 2:
        return ""
    count = {name: len(letters.findall(head)) for name, letters in _known().scripts.items()}
    script = max(count, key=lambda name: (count[name], name))
    letters = sum(count.values()) + len(_LATIN.findall(head))
    if letters < LETTERS or count[script] < FOREIGN * letters:
        return ""
    return f"its script is {script}, so its language is not English"
