"""Names: the people, places and things that an article calls by name, found by rule.

Capital letters, titles and repetition do the work. A short name ("Kim") stands for the first
full name of the article that holds it; two people who share a part of their name stay two.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import groupby

from claimcheck.articles.sentences import Sentence
from claimcheck.claims.places import is_adjective, is_place
from claimcheck.claims.terms import STOP, stem


class NameKind(Enum):
    """What a name is of, as far as rules tell."""

    PERSON = "person"
    PLACE = "place"
    ADJECTIVE = "adjective"  # "North Korean", "Russian": no name of anything by itself
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Name:
    """A name said at `[start, end)`, possessive ending left out; `full` is its display form."""

    start: int
    end: int
    full: str
    kind: NameKind
    possessive: bool

    @property
    def key(self) -> str:
        """The name as it is compared: one spelling of hyphens and capitals."""
        return self.full.casefold()


_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
# A dash without its blanks joins no words: "Ada Hopper-who left-said".
_DASHED = r"-(?!(?:the|an?|and|but|who|which|that|as|in|on|of|to|he|she|it|they)\b)(?=[^\W\d_])"
_WORD = rf"(?:(?:{_CAPITAL}\.){{2,}}|{_CAPITAL}(?:[^\W\d_]|['’](?!s\b)(?=[^\W\d_])|{_DASHED})*)"
# A line end inside a sentence is one of wrapping.
_GAP = r"(?:[ \u00a0]|[ ]?\r?\n[ ]*)"
# A full stop inside a name stands behind an initial: "Joseph P. Kennedy", "St. Petersburg".
_STEP = rf"(?:(?<=(?<![^\W_]){_CAPITAL})\.|(?<=(?<!\w)[SMF]t)\.)?{_GAP}"
_NAME = re.compile(
    rf"(?<![\w’'-]){_WORD}(?:{_STEP}(?:(?:of|de|da|van|von|bin|al|the){_GAP})?{_WORD})*"
    r"(?P<possessive>['’]s\b|(?<=s)['’](?!\w))?"
)
_TOKEN = re.compile(r"\S+")
_SMALL = re.compile(r"(?<![\w’'-])[a-z]{3,}(?![\w-])")
_LONGER = re.compile(r"[^\W\d_]{4,}")
_FEWEST_TITLED = 4
# No part by which somebody is called: "Ludwig van Beethoven", "Ada Lovelace Jr.", "Elizabeth II".
_NO_SHORT_NAME = frozenset("of de da van von bin al the jr sr ii iii iv".split())
_ACRONYM = re.compile(r"[A-Z]{2,}")
_NUMBERS = frozenset("II III IV VI VII VIII".split())
# Countries that also stand before a name as a title does: "US President Joe Biden".
_INITIALS = {"us": "United States", "uk": "United Kingdom"}
# Words that begin a sentence, or stand before a name, and are part of none.
_LEADING = frozenset(
    "a an the this that these those he she it they we i his her its their our my in on at by for "
    "from to with as of and but or so if when while after before during since until although "
    "though because despite according once what why where who how is are was were not no both "
    "all some many most more few several each every another other such only just even also "
    "however meanwhile instead yet then there here later earlier today yesterday tomorrow "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december local state photos photo inside visit "
    "follow read amid notably again can could did does "
    "do nobody everybody everyone somebody someone anybody anyone has have had would should "
    "might must according following including citing".split()
)
TITLES = frozenset(
    "mr mrs ms dr sir lord lady president vice prime minister chancellor premier king queen "
    "prince princess pope general gen colonel col captain capt major lieutenant lt sergeant sgt "
    "senator sen governor gov mayor secretary chairman chairwoman chair chief director judge "
    "justice professor prof rev reverend bishop archbishop ambassador consul representative rep "
    "congressman congresswoman leader dictator spokesman spokeswoman official foreign defense "
    "defence us u.s uk".split()
)
OFFICES = frozenset(
    "president minister premier chancellor king queen prince princess pope general senator "
    "governor mayor secretary chairman leader dictator spokesman spokeswoman mr mrs ms dr "
    "official judge captain".split()
)
_REIGNING = frozenset("king queen prince princess pope".split())
_OFFICE_BEFORE = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(OFFICES))})\s\Z")
_THE = re.compile(r"\b[Tt]he\s\Z")
_OFFICE_BEHIND = re.compile(rf"\s(?:{'|'.join(sorted(OFFICES))})\b")
_ORGANISATION = frozenset(
    "agency news times post group party ministry council house press university bank company "
    "corp inc ltd co television tv channel department office committee union association "
    "institute court police army navy force forces nations daily herald journal guardian radio "
    "network airlines air airways board commission service bureau fund street road bridge river "
    "airport station centre center fleet brigade league federation foundation society trust "
    "parliament congress senate assembly hospital school college museum church stadium survey "
    "project unit award trophy bowl conference motors systems services telecom advisors "
    "development championship cup tournament confederation crescent".split()
)
# The last words of what lies somewhere, and first ones of half of a country.
_GEOGRAPHY = frozenset(
    "county island islands city state bay strip gulf valley beach park lake mountain mountains "
    "desert village town province region sea ocean canal port coast gardens square avenue hotel "
    "pier camp springs heights creek falls forest peninsula territory district courthouse".split()
)
_COMPASS = frozenset("north south east west central upper lower northern southern".split())


def names(text: str, sentences: Iterable[Sentence], things: Collection[str] = ()) -> list[Name]:
    """The names of `text` in order of place, short ones given their full form; none goes from
    one sentence into the next. `things` are nouns that stand before a name and are no part of
    it: "Ferry Aurora" of a headline is Aurora. A single word that the text elsewhere writes small
    is no name: "Witnesses said", "Police", and most of a headline Written Like This."""
    small = frozenset(map(stem, _SMALL.findall(text)))
    found: list[Name] = []
    for sentence in sentences:
        titled = _is_titled(text, sentence)
        for match in _NAME.finditer(text, sentence.start, sentence.end):
            runs = _large(match, small) if titled else _of_somewhere(match)
            for run in runs:
                found += _pieces(text, run, things)
    return [n for n in _resolved(found) if stem(n.key) not in small or not _is_doubtful(n)]


def is_organisation(name: Name) -> bool:
    """Whether a name is that of a company, an office or a body, as far as its words tell."""
    return name.kind is NameKind.OTHER and (
        name.full.isupper() or not _ORGANISATION.isdisjoint(name.key.split())
    )


def _is_titled(text: str, sentence: Sentence) -> bool:
    """Whether a sentence is a headline in which every longer word has a capital."""
    if text[sentence.end - 1] == ".":
        return False
    longer = _LONGER.findall(text, sentence.start, sentence.end)
    large = [word for word in longer if word not in STOP]
    return len(large) >= _FEWEST_TITLED and all(word[0].isupper() for word in large)


def _is_doubtful(name: Name) -> bool:
    """Whether a name may be a mere word with a capital: a single one that nobody knows."""
    told = name.kind in (NameKind.PLACE, NameKind.ADJECTIVE)
    return not told and " " not in name.full and not name.full.isupper()


def _of_somewhere(match: re.Match[str]) -> Iterator[re.Match[str]]:
    """A name, or a person's and the place's behind it: "Ada Hopper of Lima"."""
    text, of = match.string, match[0].find(" of ")
    who = match[0][:of].casefold()
    whole = of < 0 or is_place(match[0].casefold()) or not _ORGANISATION.isdisjoint(who.split())
    if whole or len(who.split()) < 2:
        yield match
        return
    for start, end in ((match.start(), match.start() + of), (match.start() + of + 4, match.end())):
        if found := _NAME.match(text, start, end):
            yield found


def _large(match: re.Match[str], small: Collection[str]) -> Iterator[re.Match[str]]:
    """The parts of a headline's run of capitals that the text never writes small."""
    words = list(_TOKEN.finditer(match.string, match.start(), match.end()))
    for same, run in groupby(words, key=lambda w: stem(w[0].casefold()) in small):
        if not same:
            held = list(run)
            if found := _NAME.match(match.string, held[0].start(), held[-1].end()):
                yield found


def _pieces(text: str, match: re.Match[str], things: Collection[str]) -> list[Name]:
    """The name in a run of capitalised words, without the words before it that are no part."""
    possessive = match["possessive"] is not None
    end = match.start("possessive") if possessive else match.end()
    tokens = list(_TOKEN.finditer(text, match.start(), end))
    office = _OFFICE_BEFORE.search(text[max(0, match.start() - 14) : match.start()]) is not None
    offices = [i for i, t in enumerate(tokens) if t[0].casefold() in OFFICES]
    first = 0
    if offices:  # "Foreign Trade Minister Rah Woon Bae"
        first, office = offices[-1] + 1, True
    while first < len(tokens):
        word = tokens[first][0].rstrip(".").casefold()
        pair = " ".join(t[0].casefold() for t in tokens[first : first + 2])
        left = len(tokens) - first
        if left > 2 and is_adjective(pair):
            first += 2
        elif left > 1 and is_adjective(word) and not is_adjective(pair):
            first += 1
        elif word in _LEADING or word in TITLES or word in things:
            office = office or word in OFFICES
            first += 1
        else:
            break
    if first == len(tokens):
        country = _INITIALS.get(tokens[-1][0].replace(".", "").casefold())
        at = tokens[-1].start()
        return [Name(at, end, country, NameKind.PLACE, possessive)] if country else []
    if first == len(tokens) - 1 and first and tokens[first - 1][0].casefold() in _REIGNING:
        first -= 1  # "King Charles" is all the name he has
    tokens = tokens[first:]
    full = " ".join(_display(t[0]) for t in tokens)
    if _OFFICE_BEHIND.match(text, end):  # "Corporate Affairs minister Michael Howard"
        return [Name(tokens[0].start(), end, full, NameKind.ADJECTIVE, possessive)]
    start = tokens[0].start()
    # "Hopper's trip" is a person's, "the North's" is not.
    owns = (match["possessive"] or "").endswith("s")  # "Commuters' trips" are many people's
    person = office or (owns and not _THE.search(text, max(0, start - 5), start))
    return [Name(start, end, full, _kind(full, person), possessive)]


def _display(token: str) -> str:
    """One spelling of a name's part: "Jong-un" and "Jong Un" are the same."""
    return " ".join(p[:1].upper() + p[1:] for p in token.rstrip(".").split("-"))


def _kind(full: str, person: bool) -> NameKind:
    """What a name is of; a single word is a `person` behind a title, or where it owns something."""
    key = full.casefold()
    parts = key.split()
    if is_place(key) or is_place(key.replace(" ", "-")):
        return NameKind.PLACE
    if is_adjective(key) or is_adjective(key.removesuffix("s")):
        return NameKind.ADJECTIVE
    if any(p in _ORGANISATION for p in parts) or full.isupper():
        return NameKind.OTHER
    if len(parts) > 1 and (parts[-1] in _GEOGRAPHY or parts[0] in _COMPASS):
        return NameKind.OTHER
    acronym = any(_ACRONYM.fullmatch(p) and p not in _NUMBERS for p in full.split())
    if person or (2 <= len(parts) <= 4 and not acronym):
        return NameKind.PERSON
    return NameKind.OTHER


def _resolved(found: list[Name]) -> list[Name]:
    """Short names, and those in capitals, given the first full name that holds them."""
    people: dict[str, str] = {}  # each part of a person's name -> the first full name with it
    for name in found:
        if name.kind is NameKind.PERSON and " " in name.full:
            for part in (name.key, *name.key.split()):
                if len(part) > 1 and part not in _NO_SHORT_NAME:
                    people.setdefault(part, name.full)
    return [
        Name(n.start, n.end, people[n.key], NameKind.PERSON, n.possessive)
        if n.kind in (NameKind.OTHER, NameKind.PERSON) and n.key in people
        else n
        for n in found
    ]
