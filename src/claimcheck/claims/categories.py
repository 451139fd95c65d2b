"""Categories: values that are words, such as a weapon, a direction or the colour of a seat.

Each family has a reader for the few phrases in which news says such a value, and a table that
tells a closer word from another one: an assault rifle is a rifle, a shotgun is none. Where value or
subject is unclear nothing is read. Whether it is planned, denied or said by somebody is read
elsewhere, as with numbers; only what could be or will be is passed over here as well.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib.resources import files
from typing import Literal

import msgspec

from claimcheck.articles.sentences import Sentence
from claimcheck.claims.clauses import Clauses
from claimcheck.claims.names import Name, NameKind, is_organisation
from claimcheck.claims.places import apart, is_place, nested
from claimcheck.quantities.nouns import singular
from claimcheck.quantities.numerals import numeral

Relation = Literal["same", "refines", "near", "apart"]


@dataclass(frozen=True, slots=True)
class CategoryMention:
    """A value of a family at `[start, end)`.

    Several values that hold together are one, in the order of the alphabet: "red, white". The
    subject is a key, "" where nobody can tell; mentions compare where `part` is the same."""

    start: int
    end: int
    family: str
    value: str
    subject: str = ""
    part: str = ""
    negative: bool = False


class Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An example: a sentence, and what is read in it."""

    text: str
    value: str
    subject: str = ""
    part: str = ""
    negative: bool = False


class Family(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A family of categories.toml, which says what its fields mean."""

    functional: bool
    unrelated: Literal["near", "apart"]
    said: list[Said]
    nothing: list[str]
    words: dict[str, str] = {}
    under: dict[str, str] = {}
    near: list[tuple[str, str]] = []
    opposite: list[tuple[str, str]] = []


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    family: dict[str, Family]
    parts: dict[str, str]
    lists: dict[str, str]
    regions: dict[str, str]
    aliases: dict[str, str]


_TABLE = msgspec.toml.decode(
    files("claimcheck.claims").joinpath("categories.toml").read_bytes(), type=_Table
)
FAMILIES = _TABLE.family
"""The families by name, with their examples."""

_LISTS = {name: frozenset(words.split()) for name, words in _TABLE.lists.items()}
_REGION_OF = {p: r for r, places in _TABLE.regions.items() for p in places.split(", ")}
_REACH = 80


# --- relations ---------------------------------------------------------------------------------


@cache
def is_functional(family: str) -> bool:
    """Whether a thing has one value of a family at a time, so that another contradicts it."""
    return _TABLE.family[family].functional


def relation(family: str, one: str, other: str) -> Relation:
    """What two values of a family are to each other, whichever comes first.

    One refines the other where it is the closer word for it, or one more of several. What is not
    known to be apart is near."""
    if one == other:
        return "same"
    ones, others = one.split(", "), other.split(", ")
    if len(ones) > len(others):
        ones, others = others, ones
    best = [_closest(_single(family, a, b) for b in others) for a in ones]
    if len(others) == 1:
        return best[0]
    if all(found in ("same", "refines") for found in best):
        return "refines"
    return "apart" if set(best) == {"apart"} else "near"


def _closest(found: Iterable[Relation]) -> Relation:
    order: tuple[Relation, ...] = ("same", "refines", "near", "apart")
    return min(found, key=order.index)


def _single(family: str, one: str, other: str) -> Relation:
    if one == other:
        return "same"
    if family == "direction":
        return _turned(one, other)
    if family in ("residence", "place"):
        return _placed(one, other)
    if family == "address":
        blocks = sorted((one, other), key=len)
        whole = blocks[1].removesuffix(" block") == f"{blocks[0][:-2]}00"
        return "refines" if whole and blocks[0].isdecimal() else "apart"
    table = FAMILIES[family]
    ones, others = _line(table.under, one), _line(table.under, other)
    if one in others or other in ones:
        return "refines"
    pairs = {pair for a in ones for b in others for pair in ((a, b), (b, a))}
    if not pairs.isdisjoint(table.opposite):
        return "apart"
    shades = family == "colour" and not set(ones).isdisjoint(others)
    if shades or not pairs.isdisjoint(table.near):
        return "near"
    return table.unrelated


def _line(under: dict[str, str], value: str) -> list[str]:
    """A value and the wider ones above it."""
    line = [value]
    while line[-1] in under:
        line.append(under[line[-1]])
    return line


_POINTS = (
    "north north-northeast northeast east-northeast east east-southeast southeast south-southeast "
    "south south-southwest southwest west-southwest west west-northwest northwest north-northwest"
).split()


def _turned(one: str, other: str) -> Relation:
    """Two directions by the angle between them: half a right angle is near."""
    turn = abs(_POINTS.index(one) - _POINTS.index(other)) % 16
    return "near" if min(turn, 16 - turn) <= 2 else "apart"


def _placed(one: str, other: str) -> Relation:
    """Two places, or parts of them: "central iran" lies in Iran, and not in its southeast."""
    (side, base), (other_side, other_base) = _sided(one), _sided(other)
    if base and other_base and base != other_base:
        return _lying(base, other_base)
    if not side or not other_side or side == other_side:
        return "refines"
    if "central" in (side, other_side):
        return "near"
    return _turned(side, other_side)


def _sided(value: str) -> tuple[str, str]:
    if is_place(value) or value in _REGION_OF or value in _TABLE.regions:
        return "", value
    side, _, base = value.partition(" ")
    return (side, base) if side in _POINTS or side == "central" else ("", value)


def _lying(one: str, other: str) -> Relation:
    ones, others = _line(_REGION_OF, one), _line(_REGION_OF, other)
    if one in others or other in ones:
        return "refines"
    if one not in _REGION_OF and other not in _REGION_OF and nested(one, other):
        return "refines"
    known = len(ones) > 1 and len(others) > 1
    return "apart" if known or apart(one, other) or apart(ones[-1], others[-1]) else "near"


# --- what is read ------------------------------------------------------------------------------


_NO_PLURAL = frozenset("aircraft shorts jeans trousers hair".split())


def _plural(word: str) -> str:
    if word.endswith("knife"):
        return f"{word[:-2]}ves"
    if word in _NO_PLURAL:
        return word
    return f"{word}es" if word.endswith(("s", "ss", "x", "ch", "sh")) else f"{word}s"


def _surfaces(words: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """The words of a table with the value of each, in the singular and in the plural."""
    one = {_plain(w): v for v, said in words.items() for w in (v, *said.split(", ")) if w}
    return one, {_plural(word): value for word, value in one.items()}


def _plain(words: str) -> str:
    return re.sub(r"[\s-]+", " ", words)


def _any(words: Iterable[str]) -> str:
    """The pattern of any of some words, the longest first; a blank may be a hyphen."""
    ordered = sorted(words, key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"[\s-]") for w in ordered) + ")"


_WEAPON, _WEAPONS = _surfaces(FAMILIES["weapon"].words)
_COLOUR, _ = _surfaces(FAMILIES["colour"].words)
_TRANSPORT, _ = _surfaces(FAMILIES["transport"].words)
_CRAFT = {w: v for w, v in _TRANSPORT.items() if v not in ("air", "road", "rail", "sea", "foot")}
_CRAFTS = {_plural(w): v for w, v in _CRAFT.items() if w in _LISTS["crafts"]}
_INJURY, _ = _surfaces(FAMILIES["injury"].words)
_STATE, _ = _surfaces(FAMILIES["state"].words)
_PART = {w: p for words in _surfaces(_TABLE.parts) for w, p in words.items()}
_NUMBER = r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_DETERMINER = r"(?:an?|his|her|their|the|its|this|that|one|another|no)"
_MODIFIED = rf"(?:(?:{_any(_LISTS['modifiers'])}|\w{{2,12}}-made)[\s-]){{0,3}}"
_ARTICLED = rf"(?<![\w-])(?P<lead>{_DETERMINER}|{_NUMBER})\.?\s"
_BEHIND = re.compile(
    rf"(?:['’]s)?(?:\s?[,.;:!?)\]\"”“…—–]|\s[-–]|\s?\Z|\s{_any(_LISTS['behind'])}\b"
    r"|\s[a-z]{3,12}ed\b)"
)
_NOT = re.compile(r"(?:\b(?:not|never|without|no longer)|n['’]t)\s(?:[a-z]{1,12}\s){0,3}\Z")
_UNREAL = re.compile(
    r"\b(?:will|would|could|can|may|might|should|must|if|whether|unless|to be|faces?|facing|until"
    r"|seeking|seeks|wants?|(?:likely|going|due|expected|set) to)\b[^,;.]{0,40}\Z"
)
_PRONOUN = re.compile(
    r"\b(?:he|she|they|who|i|we|it|man|woman|men|gunman|suspect|attacker|police|officers?|boy|girl"
    r"|deput(?:y|ies)|pirates?|victim|someone|somebody)\b"
)
_WORD = re.compile(r"[^\W_][\w’'-]*")
_DAY = re.compile(
    r"\s(?:(?:sun|mon|tues|wednes|thurs|fri|satur)day|jan|feb|march|april|june|july|aug|sept|oct|nov|dec"
    r"|january|february|august|september|october|november|december)\Z"
)
# What begins a headline and is nobody's name.
_NOBODY = frozenset(
    "man woman boy girl teen teenager father mother brother sister son daughter husband wife couple"
    " suspect gunman police officer officers one two three prosecutors officials accountant driver"
    " pirates".split()
)
_FROM = re.compile(
    r"\b(?:of|in|from|near|at|outside|by|with|against|and|to|for|on|or)\s(?:the\s)?\Z"
)
_ELSEWHERE = re.compile(r"\b(?:in|at|from|near|by|against|to)\s(?:the\s)?\Z")
_LIVES_AT = re.compile(r",\s(?:(?:aged?\s)?\d{1,3},\s)?(?:of|from)\s(?:the\s)?\Z")


class _Reading:
    """A sentence that is read, with its names."""

    def __init__(self, text: str, folded: str, sentence: Sentence, names: list[Name]) -> None:
        self.text, self.folded = text, folded
        self.start, self.end = sentence.start, sentence.end
        first = bisect_left(names, sentence.start, key=lambda n: n.start)
        last = bisect_left(names, sentence.end, key=lambda n: n.start)
        self.names = names[first:last]
        self.at = {name.start: name for name in self.names}

    @cached_property
    def clauses(self) -> Clauses:
        """The clauses of the sentence."""
        return Clauses(self.folded, self.start, self.end)

    @cached_property
    def contested(self) -> bool:
        """Whether the sentence tells of a contest."""
        score = _SCORE.search(self.folded, self.start, self.end)
        return bool(score) or any(w.text in _LISTS["contests"] for w in self.clauses.words)

    def every(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """The matches of a pattern in the sentence."""
        return pattern.finditer(self.folded, self.start, self.end)

    def ends(self, position: int) -> bool:
        """Whether a noun that ends here ends its phrase, as far as the next word tells."""
        return _BEHIND.match(self.folded, position, self.end) is not None

    def back(self, position: int, reach: int = _REACH) -> str:
        """What stands before a position."""
        return self.folded[max(self.start, position - reach) : position]

    def negated(self, position: int) -> bool:
        """Whether a "not" stands before a position."""
        return _NOT.search(self.back(position, 30)) is not None

    def real(self, position: int) -> bool:
        """Whether what follows has happened: nothing before it says that it could or will."""
        return _UNREAL.search(self.back(position)) is None

    def named(self, position: int) -> bool:
        """Whether a position stands inside a name."""
        before = bisect_right(self.names, position, key=lambda n: n.start)
        return before > 0 and self.names[before - 1].end > position

    def before(self, position: int) -> Name | None:
        """The name of which is said what begins here: nothing but an age, an adverb or "who was"
        stands between, and nothing governs the name. Where somebody is from is passed over."""
        index = bisect_right(self.names, position, key=lambda n: n.end) - 1
        until = position
        while index >= 0 and until - self.names[index].end <= _REACH:
            name = self.names[index]
            if not _aside(self.folded[name.end : until]) or name.possessive:
                return None
            lead = self.back(name.start, 30)
            if not _FROM.search(lead):
                return name if name.kind is not NameKind.ADJECTIVE else None
            origin = _LIVES_AT.search(lead)
            if origin is None:
                return None
            index, until = index - 1, name.start - len(lead) + origin.start()
        return None

    def somebody(self, position: int) -> Name | None:
        """before(), of a person: a name that is of no place and of no body."""
        name = self.before(position)
        if name is None or name.kind is NameKind.PLACE or is_organisation(name):
            return None
        return None if name.key in _NOBODY or self.opening(name) else name

    def opening(self, name: Name) -> bool:
        """Whether a name may be any word, as the first of a sentence may."""
        return name.start == self.start and " " not in name.key and name.kind is NameKind.OTHER

    def place(self, name: Name) -> str:
        """The key of a place as it is written here: names of places share words by chance."""
        return _keyed(re.sub(r"[\s-]+", " ", self.folded[name.start : name.end]))

    def nearest(self, position: int) -> str:
        """The nearest person of the clause by name, where no other is spoken of between."""
        clause = self.clauses.at(position, position)
        first = bisect_left(self.names, position - 2 * _REACH, key=lambda n: n.start)
        last = bisect_left(self.names, position + 2 * _REACH, key=lambda n: n.start)
        people = [
            n
            for n in self.names[first:last]
            if n.kind is NameKind.PERSON
            and not _DAY.search(n.key)
            and not _ELSEWHERE.search(self.back(n.start, 12))
        ]
        own = [n for n in people if clause.start <= n.start and n.end <= clause.end]
        if not own and len({n.key for n in people}) != 1:
            return ""
        people = own or people
        name = min(people, key=lambda n: (n.start > position, abs(n.start - position)))
        between = self.folded[name.end : position] if name.end <= position else ""
        return "" if _PRONOUN.search(between) else _key(name)


def _aside(words: str) -> bool:
    """Whether words between a name and its predicate are nobody else's."""
    return all(
        w[0] in _LISTS["between"] or w[0].isdecimal() or w[0].endswith(("ly", "-old"))
        for w in _WORD.finditer(words)
    ) and not re.search(r"[;:(\"“”]", words)


def _key(name: Name) -> str:
    """The key of a name, without the day that stands behind it in some: "Ada Lovelace Monday"."""
    return _keyed(name.key)


def _keyed(words: str) -> str:
    key = _DAY.sub("", words.replace(".", ""))
    return _TABLE.aliases.get(key, key)


def category_mentions(
    text: str, folded: str, sentence: Sentence, names: list[Name]
) -> list[CategoryMention]:
    """The values that a sentence says in words, in order of place; `names` are those of the whole
    text. Takes linear time."""
    reading = _Reading(text, folded, sentence, names)
    found: list[CategoryMention] = []
    words = frozenset(_LETTERS.findall(folded, sentence.start, sentence.end))
    for read, joined, triggers in _READERS:
        if triggers and triggers.isdisjoint(words):
            continue
        mentions = list(read(reading))
        found += _joined(mentions) if joined and len(mentions) > 1 else mentions
    return sorted(found, key=lambda m: (m.start, m.end, m.family, m.value))


def _joined(mentions: list[CategoryMention]) -> list[CategoryMention]:
    """Values that a sentence says of one thing, as one; a wider word for another goes."""
    together: dict[tuple[str, str, str, bool], list[CategoryMention]] = {}
    for mention in mentions:
        key = (mention.family, mention.subject, mention.part, mention.negative)
        together.setdefault(key, []).append(mention)
    found = []
    for same in together.values():
        values = {v for m in same for v in m.value.split(", ")}
        under = FAMILIES[same[0].family].under
        wider = {w for v in values for w in _line(under, v)[1:]}
        value = ", ".join(sorted(values - wider))
        last = max(m.end for m in same if m is same[0] or m.value != same[0].value)
        found.append(replace(same[0], end=last, value=value))
    return found


_WEAPON_SAID = re.compile(
    rf"{_ARTICLED}{_MODIFIED}(?:\.?\s?\d{{1,3}}(?:\.\d{{1,2}})?(?:[\s-]?(?:gauge|calib(?:er|re)|mm))?[\s-])?"
    rf"{_MODIFIED}(?P<weapon>{_any({*_WEAPON, *_WEAPONS})})(?![\w-])"
)
_CUE = re.compile(rf"\b{_any(_LISTS['cues'])}\b[^;:]{{0,45}}\Z")
_USED = re.compile(rf"[^,;:.]{{0,40}}\b{_any(w.replace('-', ' ') for w in _LISTS['cued'])}\b")
_ACTIVE = re.compile(
    r"\b(?:with|us(?:es?|ed|ing)|carr\w{1,5}|br(?:ing|ings|inging|ought)|fir(?:ed|ing)|dr(?:ew|aw)"
    r"|pull(?:ed|ing)|wield\w{0,3}|brandish\w{0,3}|h[eo]ld(?:ing)?|had|bought|own(?:ed|s)|point\w{0,3})"
    r"\s[^,;:]{0,20}\Z"
)
_POSSESSION = re.compile(r"\bpossession\sof\s\Z")
_OR_BEHIND = re.compile(r",?\s(?:and/)?or\b")
_OR_BEFORE = re.compile(r"\bor\s\Z")


def _weapons(reading: _Reading) -> Iterator[CategoryMention]:
    folded, last = reading.folded, 0
    for match in reading.every(_WEAPON_SAID):
        start, end = match.span()
        lead, word = match["lead"], _plain(match["weapon"])
        number = "" if lead[0].isalpha() and numeral(folded, start) is None else lead
        number = "" if lead in ("one", "a", "an") else number
        value = (_WEAPONS if number else _WEAPON).get(word)
        chained = 0 < start - last <= 25
        cued = _CUE.search(reading.back(start)) or _USED.match(folded, end, reading.end)
        if value is None or (reading.named(end - 1) and match["weapon"].isalpha()):
            continue
        if not (cued or chained) or not reading.ends(end):
            continue
        last = end
        if _OR_BEHIND.match(folded, end) or _OR_BEFORE.search(reading.back(start, 6)):
            continue
        if not reading.real(start) or _POSSESSION.search(reading.back(start, 20)):
            continue
        active = _ACTIVE.search(reading.back(start))
        user = reading.somebody(start - len(active[0])) if active and not number else None
        subject = _key(user) if user else ""
        negative = lead == "no" or reading.negated(start)
        count = numeral(folded, start) if number else None
        part = f"{count.value:g}" if count and count.value else ""
        yield CategoryMention(start, end, "weapon", value, subject, part, negative)


_COMPASS = (
    r"(?:(?:north|south|east|west)[\s-]{1,3})?(?:north|south)[\s-]?(?:east|west)"
    r"|north|south|east|west"
)
_KINDS = (
    r"(?:city|town|village|port|island|suburb|state|province|capital|district|region|county|camp"
    r"|resort|settlement)"
)
_DIRECTED = re.compile(
    r"(?:(?<![\w.,-])(?P<number>\d{1,4}(?:[.,]\d{1,3})?|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"[\s-]?(?P<unit>nautical\smiles?|miles?|kms?|kilomet(?:er|re)s?)\s(?:\([^)]{1,40}\)\s)?)?"
    rf"(?<![\w-])(?P<the>(?:to\s)?the\s)?(?:just\s|due\s)?(?P<point>{_COMPASS})\s"
    rf"(?P<of>of|from)\s(?:the\s)?(?:{_KINDS}\s(?:city\s)?of\s)?"
)


def _directions(reading: _Reading) -> Iterator[CategoryMention]:
    for match in reading.every(_DIRECTED):
        name = reading.at.get(match.end())
        article = (match["the"] or "").startswith("the")
        if name is None or name.kind is NameKind.ADJECTIVE or name.possessive or article:
            continue
        if (match["of"] == "from" and not match["number"]) or reading.named(match.start("point")):
            continue
        part = ""
        if match["number"] and (count := numeral(reading.folded, match.start("number"))):
            unit = _plain(match["unit"]).rstrip("s")
            unit = "km" if unit.startswith("k") else unit
            part = f"{count.value:g} {unit}" if count.value else ""
        yield CategoryMention(
            match.start("point"),
            name.end,
            "direction",
            _point(match["point"]),
            reading.place(name),
            part,
        )


def _point(words: str) -> str:
    """A point of the compass in one spelling: "south west", "east southeast"."""
    letters = re.findall("north|south|east|west", words)
    if len(letters) == 3:
        return f"{letters[0]}-{letters[1]}{letters[2]}"
    return "".join(letters)


_SHADE = _any(_COLOUR)
_PAINTED = re.compile(
    rf"(?<![\w-])(?P<colours>{_SHADE}(?:,\s{_SHADE}){{0,2}}(?:,?\s(?:and|or)\s{_SHADE})?"
    rf"|{_SHADE}[-/]{_SHADE})\s"
    rf"(?:(?:{_any(_LISTS['materials'])}|\d{{4}})[\s-]){{0,3}}"
    rf"(?P<noun>{_any({*_PART, *_LISTS['makes']})})(?![\w-])"
)
_IS_PAINTED = re.compile(
    rf"(?<![\w-])(?P<noun>{_any(_PART)})\s(?:is|are|was|were)\s(?:painted\s)?"
    rf"(?P<colours>{_SHADE}(?:\sand\s{_SHADE})?)(?=\s?[,.;]|\s(?:and|with|but)\b|\s?\Z)"
)
_EACH_SHADE = re.compile(_SHADE)


def _colours(reading: _Reading) -> Iterator[CategoryMention]:
    for match in [*reading.every(_PAINTED), *reading.every(_IS_PAINTED)]:
        colours = match["colours"]
        if " or " in colours or _OR_BEFORE.search(reading.back(match.start(), 6)):
            continue
        if reading.named(match.start("colours")) or (
            reading.text[match.start("colours")].isupper() and match.start() > reading.start
        ):
            continue
        start, end = match.span()
        noun, subject = _plain(match["noun"]), ""
        if (made := reading.at.get(match.start("noun"))) and noun in _LISTS["makes"]:
            words = re.match(r"[\w-]+(?:\s[\w-]+)?", reading.folded[made.start : made.end])
            subject = words[0] if words else noun
            end, part = made.start + len(subject), "car"
        elif noun in _PART and (match.re is _IS_PAINTED or reading.ends(end)):
            part = _PART[noun]
            owner = next((n for n in reading.names if n.end < start <= n.end + 3), None)
            subject = _key(owner) if owner and owner.possessive else ""
        else:
            continue
        found = {_COLOUR[_plain(c)] for c in _EACH_SHADE.findall(colours)}
        value = ", ".join(sorted(found))
        negative = reading.negated(match.start("colours"))
        yield CategoryMention(start, end, "colour", value, subject, part, negative)


_GOES = (
    r"(?:arriv|travel|travell|journey|transport|evacuat|airlift|escap|depart|return|mov|transferr"
    r"|ferri|cross|commut)(?:ed|es|ing|s|e)?|left|came(?!\sunder)|comes?|goes|go|went|gone|fl(?:y|ies|ew|own)|r[io]de"
    r"|taken|fle[ed]|fled|driven|brought|rushed|trip|trips|journeys?"
)
_BY = re.compile(
    rf"\b(?P<goes>{_GOES})\b(?P<way>[^,;:.]{{0,45}}?)\s(?:(?:by|via)\s|(?:in|on|aboard)\s"
    rf"(?:{_DETERMINER}|{_NUMBER})\s|on\s(?=foot))"
    rf"(?:own\s)?{_MODIFIED}(?P<craft>{_any(_TRANSPORT)})(?![\w-])"
)
_ALSO_BY = re.compile(
    rf",?\s(?:and|but)\s(?:also\s)?by\s{_MODIFIED}(?P<craft>{_any(_TRANSPORT)})(?![\w-])"
)
_ABOARD = re.compile(
    rf"\b(?:aboard|on\sboard|onboard)\s(?:an?|his|her|their)\s{_MODIFIED}(?P<craft>{_any(_CRAFT)})(?![\w-])"
)
_OWNED = re.compile(
    rf"\.?\s(?:(?:{_any(_LISTS['modifiers'])})\s)?"
    rf"(?P<craft>{_any({*_CRAFTS, *_LISTS['crafts']})})(?![\w-])"
)
_NUMBERED = re.compile(rf"{_NUMBER}\s")
_LED = re.compile(rf"(?<![\w-])(?:an?|the|one|{_NUMBER})\s\Z")


def _transport(reading: _Reading) -> Iterator[CategoryMention]:
    taken = -1
    for match in reading.every(_BY):
        also = _ALSO_BY.match(reading.folded, match.end(), reading.end)
        for craft in (match, also):
            if craft is None or not reading.ends(craft.end()):
                continue
            if _OR_BEHIND.match(reading.folded, craft.end()) or not reading.real(
                craft.start("craft")
            ):
                continue
            taken = craft.end()
            value = _TRANSPORT[_plain(craft["craft"])]
            name = reading.somebody(match.start())
            subject = _key(name) if name and name.kind is NameKind.PERSON else ""
            negative = reading.negated(match.start()) or " not" in match["way"]
            start = craft.start("craft")
            yield CategoryMention(start, taken, "transport", value, subject, "", negative)
    for match in reading.every(_ABOARD):
        if reading.ends(match.end()) and match.end() != taken:
            value = _CRAFT[_plain(match["craft"])]
            yield CategoryMention(match.start(), match.end(), "transport", value)
    for name in reading.names:
        craft = _OWNED.match(reading.folded, name.end, reading.end)
        if craft is None or not reading.ends(craft.end()) or name.possessive:
            continue
        numbered = _NUMBERED.match(reading.folded, name.start)  # "Two U.N. aircraft"
        owner = name.start + (numbered.end() - numbered.start() if numbered else 0)
        body = reading.text[owner : name.end].replace(".", "").isupper()
        if not body and name.kind not in (NameKind.ADJECTIVE, NameKind.PLACE):
            continue
        if numbered or _LED.search(reading.back(name.start, 12)):
            word, key = _plain(craft["craft"]), _keyed(reading.folded[owner : name.end])
            value = _CRAFT[word] if word in _CRAFT else _CRAFTS[word]
            yield CategoryMention(owner, craft.end(), "transport", value, key, "craft")


_HARMS = {
    "broken": "broke|broken|breaking|breaks|fractured|fracturing|fractures",
    "torn": "tore|torn|tearing|tears|ruptured|rupturing",
    "sprained": "sprained|spraining|sprains|twisted|twisting",
    "dislocated": "dislocated|dislocating",
    "hurt": "injured|injuring|hurt|bruised|bruising|strained|straining",
    "shot": "shot",
    "stabbed": "stabbed",
}
_HARM = {word: harm for harm, words in _HARMS.items() for word in words.split("|")}
_HURT = re.compile(
    rf"\b(?P<harm>{_any(_HARM)})\s"
    r"(?P<in>(?:(?:him|her|them|once|twice|[a-z]{3,5}\stimes)\s)?in\s)?(?:(?:the|his|her|a|an|my)\s)?(?:back\sof\s(?:the|his|her)\s)?"
    rf"(?:(?:left|right|upper|lower)\s){{0,2}}(?P<body>{_any(_INJURY)})(?![\w-])(?:\s(?:bone|ligament|tendon|muscle)\b)?"
)


def _injuries(reading: _Reading) -> Iterator[CategoryMention]:
    for match in reading.every(_HURT):
        harm = _HARM[match["harm"]]
        if (harm in ("shot", "stabbed")) != bool(match["in"]) or not reading.ends(match.end()):
            continue
        value, subject = _INJURY[_plain(match["body"])], ""
        if not match["in"]:
            subject = reading.nearest(match.start())
        elif name := reading.somebody(match.start()):
            subject = _key(name) if match["in"].startswith("in") else ""
        negative = reading.negated(match.start())
        yield CategoryMention(*match.span(), "injury", value, subject, harm, negative)


_CASE_WORDS = (
    "pleaded pled found charged convicted acquitted cleared sentenced given received".split()
)
_CASE = re.compile(
    r"\b(?P<plea>ple(?:ade)?d\s(?:not\s)?guilty)\b"
    r"|\b(?P<found>found\s(?:not\sguilty|guilty|innocent))\b"
    r"|\b(?P<verdict>charged(?=\s(?:with|in|over))|convicted|acquitted|cleared(?=\sof))\b"
    r"|\b(?:sentenced\s[^;]{0,60}?\bto|given|received)\s(?P<sentence>death(?=\s?[.,;]|\s\w{2}\s|\sfor|\s?\Z)|die|an?\sdeath\ssentence"
    r"|life(?=\s(?:in|without|behind)|\s?[.,;]|\s?\Z)|prison\sfor\slife|an?\slife\ssentence"
    r"|(?:\d{1,3}|[a-z]{3,9})\s(?:years|months)\s(?:in|behind)\s(?:prison|jail|bars))"
)


def _cases(reading: _Reading) -> Iterator[CategoryMention]:
    for match in reading.every(_CASE):
        start, end = match.span()
        if not reading.real(start):
            continue
        if match["plea"]:
            value, part = ("pleaded not guilty" if "not" in match[0] else "pleaded guilty"), "plea"
        elif match["found"]:
            value, part = ("convicted" if match["found"] == "found guilty" else "acquitted"), "case"
        elif match["verdict"]:
            value, part = match["verdict"].replace("cleared", "acquitted"), "case"
        else:
            words = match["sentence"]
            value, part = "prison term", "case"
            if "death" in words or words == "die":
                value = "death sentence"
            elif "life" in words:
                value = "life sentence"
        behind = reading.at.get(start + len(match[0].split()[0]) + 1)
        name = reading.somebody(start)
        if behind and (match["sentence"] or match["verdict"]):
            name = behind if behind.kind is NameKind.PERSON and not behind.possessive else None
        if name:
            negative = reading.negated(start)
            yield CategoryMention(start, end, "outcome", value, _key(name), part, negative)


_CONTEST = re.compile(
    r"\b(?P<verb>beat|defeated|edged|routed|drew\s(?:\d{1,2}-\d{1,2}\s)?(?:with|against)|lost\s(?:\d{1,3}-\d{1,3}\s)?to)\s(?:the\s)?"
)
_SCORE = re.compile(r"(?<![\w-])\d{1,3}-\d{1,3}(?![\w-])")


def _contests(reading: _Reading) -> Iterator[CategoryMention]:
    for match in reading.every(_CONTEST):
        one, other = reading.before(match.start()), reading.at.get(match.end())
        if not one or not other or other.possessive or not reading.real(match.start()):
            continue
        verb = match["verb"].split()[0]
        if verb != "drew" and not reading.contested:
            continue
        value, turned = {"drew": ("drew", "drew"), "lost": ("lost", "won")}.get(
            verb, ("won", "lost")
        )
        negative = reading.negated(match.start())
        span = (match.start(), other.end)
        yield CategoryMention(*span, "outcome", value, _key(one), _key(other), negative)
        yield CategoryMention(*span, "outcome", turned, _key(other), _key(one), negative)


_WHEN = (
    r"(?:\w{3,6}day|yesterday|today|early|late|later|shortly|soon|after|afterwards?|on|in|the|of|her"
    r"|his|their|from|injuries|wounds|that|this|last|same|morning|evening|night|afternoon|an?|few|hours?"
    r"|days?|weeks?|peacefully|instantly|\d{1,4}(?:st|nd|rd|th)?|january|february|march|april|may|june"
    r"|july|august|september|october|november|december|(?:jan|feb|aug|sept|oct|nov|dec)\.)"
)
_DIED = re.compile(
    rf"\b(?:died|(?:was\s|were\s)?(?:pronounced|declared)\sdead)\s(?:{_WHEN},?\s){{0,6}}?(?:"
    r"(?P<scene>(?:at|on)\s(?:the\s|a\s)?(?:scene|spot)\b)"
    r"|(?P<way>(?:on\s(?:the|his|her|their)\sway|en\sroute)\sto\s"
    r"(?:(?:the|a)\s)?(?:\w{1,16}\s)?hospital\b)"
    r"|(?P<hospital>(?:in|at)\s(?:(?:an?|the)\s)?(?:(?!where\b|near\b|outside\b)\w{1,16}\s){0,3}"
    r"(?:hospital|medical\scenter)\b)"
    r"|(?P<home>at\s(?:(?:his|her|their)\s)?home\b)"
    r"|(?P<custody>in\s(?:prison|custody|jail|detention)\b))"
)
_DEATHS = {
    "scene": "at the scene",
    "way": "on the way to hospital",
    "hospital": "in hospital",
    "home": "at home",
    "custody": "in custody",
}


def _deaths(reading: _Reading) -> Iterator[CategoryMention]:
    for match in reading.every(_DIED):
        if reading.real(match.start()):
            name = reading.somebody(match.start())
            subject = _key(name) if name else ""
            value = _DEATHS[str(match.lastgroup)]
            negative = reading.negated(match.start())
            yield CategoryMention(*match.span(), "place_of_death", value, subject, "", negative)


_TO_PLACE = rf"(?:the\s)?(?:(?:\w{{3,12}}\s)?{_KINDS}\s(?:city\s)?of\s)?"
_LIVES = re.compile(
    rf"\b(?:liv(?:es|ed|ing)|resid(?:es|ed|ing)|relocated|moved)\s(?:back\s)?(?:in|to)\s{_TO_PLACE}"
)
_OF = re.compile(r",\s(?:aged?\s)?\d{1,3}(?:-years?-old)?,\sof\s(?:the\s)?")
_STREET = re.compile(r"(?:street|avenue|road|drive|lane|place|court|close|terrace|gardens)\Z")


def _residences(reading: _Reading) -> Iterator[CategoryMention]:
    for match in [*reading.every(_LIVES), *reading.every(_OF)]:
        value = reading.at.get(match.end())
        if value and _STREET.search(value.key):
            value = reading.at.get(value.end + 2)
        if value is None or value.kind is NameKind.ADJECTIVE or value.possessive:
            continue
        start = match.start()
        if match.re is _OF:
            index = bisect_right(reading.names, start, key=lambda n: n.end) - 1
            name = (
                reading.names[index] if index >= 0 and reading.names[index].end == start else None
            )
            if name is None or name.possessive:
                continue
        else:
            name = reading.somebody(start)
            alone = re.search(r"\b(?:he|she|who)\s(?:\w{2,10}\s){0,2}\Z", reading.back(start, 30))
            if (name is None and not alone) or not reading.real(start):
                continue
        if is_organisation(value):
            continue
        subject = _key(name) if name else ""
        negative = reading.negated(start)
        yield CategoryMention(
            start, value.end, "residence", reading.place(value), subject, "", negative
        )


_SIDE = (
    r"(?:(?P<side>central|(?:north|south)[\s-]?(?:east|west)(?:ern)?"
    r"|(?:north|south|east|west)(?:ern)?)\s)"
)
_WITHIN = re.compile(
    rf",?\sin\s(?:the\s)?{_SIDE}?(?:the\s)?"
    r"(?:(?:province|state|region|county|district|island)\sof\s)?"
)
_SIDED = re.compile(rf"\bthe\s{_SIDE}{_KINDS}\sof\s")
_KIND_OF = re.compile(rf"\b{_KINDS}\s(?:city\s)?(?:of\s)?\Z")
_AT = re.compile(r"\b(?:in|at|near|to|outside|from)\s\Z")


def _lies(reading: _Reading) -> Iterator[CategoryMention]:
    for match in reading.every(_SIDED):
        name = reading.at.get(match.end())
        if name and not name.possessive:
            side = _point(match["side"]) or "central"
            yield CategoryMention(match.start(), name.end, "place", side, reading.place(name))
    for name, other in zip(reading.names, reading.names[1:], strict=False):
        lead = reading.back(name.start, 30)
        kind = _KIND_OF.search(lead) is not None
        at = _AT.search(lead) is not None
        if name.possessive or other.possessive or NameKind.ADJECTIVE in (name.kind, other.kind):
            continue
        if is_organisation(name) or is_organisation(other):
            continue
        if lead.endswith("and ") or other.key.endswith((" sea", " ocean")):
            continue
        between = reading.folded[name.end : other.start]
        inside = _WITHIN.fullmatch(between)
        place = name.kind is NameKind.PLACE
        if inside and (kind or place or (at and _known(_key(other)))):
            if name.kind is NameKind.PERSON and not kind:
                continue
            side = (_point(inside["side"]) or "central") if inside["side"] else ""
            value = f"{side} {reading.place(other)}".strip()
        elif (
            between == ", "
            and (kind or at)
            and not _region(name)
            and (_region(other) or nested(_key(name), _key(other)))
        ):
            if re.match(
                r",?\s(?:and|or)\b|,\s[^,]{2,30},?\sand\b", reading.folded[other.end :][:40]
            ):
                continue
            value = reading.place(other)
        else:
            continue
        if _sided(value)[1] != reading.place(name):
            yield CategoryMention(name.start, other.end, "place", value, reading.place(name))


def _known(key: str) -> bool:
    return is_place(key) or key in _TABLE.regions or key in _REGION_OF


def _region(name: Name) -> bool:
    """Whether a name is of a part of a country and not of a town."""
    key = _key(name)
    return key in _TABLE.regions or _REGION_OF.get(key) == "united states"


_STREETS = {
    "street": "street|st",
    "avenue": "avenue|ave",
    "road": "road|rd",
    "boulevard": "boulevard|blvd",
    "drive": "drive|dr",
    "lane": "lane|ln",
    "court": "court|ct",
    "highway": "highway|hwy",
    "terrace": "terrace",
    "place": "place",
    "way": "way",
}
_STREET_OF = {word: street for street, words in _STREETS.items() for word in words.split("|")}
_ADDRESS = re.compile(
    r"(?<![\w.,$£€-])(?P<number>\d{1,5})\s(?P<block>block\sof\s)?"
    r"(?:(?:east|west|north|south|[ewns])\.?\s)?"
    r"(?P<street>(?:\d{1,3}(?:st|nd|rd|th)|[^\W\d_][\w’']{1,20}(?:\s[^\W\d_][\w’']{1,20}){0,2}?))"
    rf"\s(?P<kind>{_any(_STREET_OF)})\b"
)


def _addresses(reading: _Reading) -> Iterator[CategoryMention]:
    for match in reading.every(_ADDRESS):
        words = reading.text[match.start("street") : match.end("kind")].split()
        if not all(w[0].isupper() or w[0].isdecimal() for w in words):
            continue
        number = match["number"]
        if not match["block"] and len(number) == 4 and number[:2] in ("19", "20"):
            continue  # "in 2004 Abbey Road was closed"
        value = f"{number} block" if match["block"] else number
        subject = f"{_plain(match['street'])} {_STREET_OF[match['kind']]}"
        yield CategoryMention(*match.span(), "address", value, subject)


_STATED = re.compile(
    r"(?<=[\w,])\s(?P<verb>(?:(?:has|have|had)\s(?:also\s)?(?:not\s)?been|was|were|is|are|remains?|remained)"
    r"(?:n['’]t)?)\s(?P<how>(?:(?:not|also|so|either|badly|severely|heavily|completely|almost|nearly|totally"
    r"|partly|partially|slightly|seriously|extensively|still|again|only|being)\s){0,3})"
    rf"(?P<state>{_any(_STATE)})(?![\w-])(?!\s(?:by\sabout|by\shalf|into|to|short|down|from|off|on))"
)
_NOUNS = re.compile(r"(?:([a-z][\w’'-]*)\s)?(?:([a-z][\w’'-]*)\s)?([a-z][\w’'-]*)\Z")
_ALIAS = re.compile(r",\s(?:which|also|known|called)\b[^,;]{0,40}(?:,|\Z)\Z")
_OPPOSITE = {"damaged": "undamaged", "affected": "unaffected", "open": "closed", "closed": "open"}
_GOVERNING = frozenset("of in on at to from with for by near between around".split())
_DETERMINED = frozenset("the a an its his her their our this that these those".split())


def _states(reading: _Reading) -> Iterator[CategoryMention]:
    for match in reading.every(_STATED):
        if not reading.real(match.start()):
            continue
        value, how = _STATE[_plain(match["state"])], match["how"].split()
        if "being" in how:
            continue
        negative = "not" in match["verb"].split() or "not" in how or match["verb"][-1] == "t"
        if value == "destroyed" and not {"almost", "nearly", "partly", "partially"}.isdisjoint(how):
            value = "damaged"
        if negative and value in _OPPOSITE:
            value, negative = _OPPOSITE[value], False
        for subject in _stated(reading, match.start()):
            yield CategoryMention(
                match.start("verb"), match.end(), "state", value, subject, "", negative
            )


def _stated(reading: _Reading, position: int) -> Iterator[str]:
    """The keys of the noun that ends before a verb: a name, or the thing and the word before it."""
    lead = reading.back(position)
    if aside := _ALIAS.search(lead):
        lead = lead[: aside.start()]
        position -= len(aside[0])
    name = next((n for n in reversed(reading.names) if n.end == position), None)
    if name:
        if reading.opening(name):
            return
        joined = re.search(r"\band\s(?:the\s)?\Z|,\s\Z", reading.back(name.start, 10))
        if (
            not joined
            and name.kind is not NameKind.ADJECTIVE
            and not _FROM.search(reading.back(name.start, 30))
        ):
            yield _key(name)
        return
    nouns = _NOUNS.search(lead)
    if nouns is None or singular(nouns[3]) not in _LISTS["things"]:
        return
    head = singular(nouns[3])
    words = lead.split()
    before = words[-2] if len(words) > 1 else ""
    determined = (
        not _DETERMINED.isdisjoint(words[-4:-1]) or "’s" in lead[-40:] or "'s" in lead[-40:]
    )
    if head != nouns[3] and head not in _LISTS["systems"] and not determined:
        return  # "buildings were damaged", and others were not
    if any(w in _LISTS["quantifiers"] or w[0].isdecimal() for w in words[-6:]):
        return
    phrase = re.split(r"[,;:]\s", lead)[-1].split()
    if not _GOVERNING.isdisjoint(phrase[-6:-1]):
        return
    if "and" in words[-3:-1]:
        pair = words[-4:]  # "power and water supplies"
        if (
            len(pair) == 4
            and pair[1] == "and"
            and pair[0] in _LISTS["things"]
            and pair[2].isalpha()
        ):
            yield f"{pair[0]} {head}"
            yield f"{pair[2]} {head}"
        return
    if before in _DETERMINED or not before.isalpha() or before not in _LISTS["things"]:
        yield head
    else:
        yield f"{before} {head}"


def _letters(words: Iterable[str]) -> frozenset[str]:
    """The runs of letters of some words: without one of them their reader finds nothing."""
    return frozenset(_LETTERS.findall(" ".join(words)))


_LETTERS = re.compile(r"[a-z]+")
_Reader = Callable[[_Reading], Iterator[CategoryMention]]
# What reads a family, whether several values of a sentence hold of the thing at once, and the
# words one of which has to be there; an empty list asks for none.
_READERS: tuple[tuple[_Reader, bool, frozenset[str]], ...] = (
    (_weapons, True, _letters([*_WEAPON, *_WEAPONS])),
    (_directions, False, _letters(["of", "from"])),
    (_colours, True, _letters(_COLOUR)),
    (_transport, True, _letters([*_CRAFT, *_CRAFTS, *_TRANSPORT])),
    (_injuries, True, _letters(_HARM)),
    (_cases, True, _letters(_CASE_WORDS)),
    (_contests, False, _letters(["beat", "defeated", "edged", "routed", "drew", "lost"])),
    (_deaths, False, _letters(["died", "dead"])),
    (_residences, False, frozenset()),
    (_lies, False, frozenset()),
    (_addresses, False, _letters(_STREET_OF)),
    (_states, False, _letters(_STATE)),
)
