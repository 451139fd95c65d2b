"""Open attributes: what a value measures where no rule pack says so.

A value is keyed by its measurand: the noun that is counted, what befell the people who are, the
word that a length or a sum belongs to. How two claims of one measurand are tied to one thing
differs (`Tie`): a toll is of the event that the articles tell, an age of the one who bears it, a
distance of the place it is counted from, and what is told by nothing but its words is known by
them alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.claims.contexts import Context
from claimcheck.claims.measurands import Measurand, Stability, Tie
from claimcheck.claims.named import Named, name_parts
from claimcheck.claims.names import TITLES
from claimcheck.claims.terms import is_person, term
from claimcheck.quantities.calendar.dates import Moment
from claimcheck.quantities.nouns import plural, singular
from claimcheck.quantities.quantity import Quantity
from claimcheck.quantities.units import UnknownUnit, base_unit

_RICHTER = re.compile(r"\s(?:points?\s)?on\s(?:the\s)?(?:open-ended\s)?(?:richter|moment)\b")
_STRONGEST = 10.0  # no earthquake has a larger magnitude
_FEWEST_INHABITANTS = 300
"""Of fewer people than this it is not said that a place has them, but that they are there."""

_INHABITED = re.compile(
    r"(?:home\s(?:to|by|of)|population(?:\s(?:of|is|was|stands\sat))?"
    r"|(?:city|town|village|island|camp|country|nation|province|county|borough|suburb)"
    r"\s(?:of|with|has|consists\sof))\s(?:[a-z-]+\s){0,2}\Z"
)
_INHABITANTS = re.compile(
    r"\s?(?:people|residents|inhabitants)?\s?(?:residents|inhabitants|live)\b"
)
_REFERENCE = re.compile(
    r"\)?\s?(?:\([^)]{1,40}\)\s?)?(?:away\s)?((?:due\s)?(?:[a-z]+[-\s]){0,2}?"
    r"(?:north|south|east|west)[a-z-]*\s)?(?:away\s)?(?:from|of|off|outside)\s(?:the\s)?"
    r"(?:[a-z’'-]+\s){0,5}?\Z"
)
_REFERENCE_REACH = 90
_BORDER = re.compile(
    r"\)?\s?(?:\([^)]{1,40}\)\s?)?(?:away\s)?(?:(?:due\s)?(?:[a-z]+[-\s])?"
    r"(?:north|south|east|west)[a-z-]*\s)?(?:from|of|inside)\s(?:the|its|their)\s"
    r"(?:[a-z’'-]+\s){0,2}?(?:border|frontier)\b"
)
_ITS_TOWN = re.compile(
    r"(?:['’]s)?\s(?:[a-z]+\s){0,2}(?:city|town|capital|port|village)(?:\sof)?,?\s"
)
_NO_PLACE = frozenset(
    "of military army police jan feb mar apr may jun jul aug sep sept oct nov dec january february "
    "march april june july august september october november december".split()
)
_MODEL = re.compile(r"\s?([A-Z]{1,4}[- ]?\d{1,3})(?=s?\b)")  # "seven AK-47s"
# "The first trip in four years": how long there was none; "the most talked about in four years" is
# another thing.
_SINCE_SUCH = re.compile(
    r"\b(first|last|only|most|least|[a-z]{2,9}est)\s[^.;]{1,60}\sin\s(?:over\s|more\sthan\s|nearly\s"
    r"|almost\s|about\s|at\sleast\s)?\Z"
)
_DID_TO = re.compile(r"\b[a-z]+(?:ing|ed|ds|ls|es|nds)\s\Z")
_SO_FAR = re.compile(r"\b(?:after|past|last|since|for)\s(?:the\s)?(?:past\s|last\s)?\Z")
_AGO = (" ago", " into", " later")
_LETTERS = re.compile(r"[a-z]+")
_BRACKET = re.compile(r"\s?\([^()]{1,30}\)")
_HOME = re.compile(r"\shome\s")
_QUARTER = re.compile(r"\b(first|second|third|fourth|1st|2nd|3rd|4th)[\s-]quarter\b")
_YEAR = re.compile(r"\d{4}")
_SPEAKERS = frozenset("police officials authorities witnesses residents officers".split())
_APPOSED = re.compile(
    r"(?!\sand\b),?\s?\(?(?:also\s)?(?:an?|the|with|has|is|home|which|population)?[a-z\s]{0,25}"
    r"(?:of|to|by|with)?\s?"
)
# "A membership of 300" counts members.
_GROUPS = {
    "membership": "member",
    "staff": "employee",
    "workforce": "employee",
    "crew": "crew",
    "enrollment": "student",
    "enrolment": "student",
    "readership": "reader",
    "attendance": "spectator",
}
_GROUP_OF = re.compile(rf"\b({'|'.join(_GROUPS)})\sof\s(?:(?:more|about|some|over)\s)?\Z")
# How far off somebody is in a street.
_DOORS = re.compile(r"\s(?:doors?|houses?|homes?|buildings?|blocks?)\s(?:away|down|up|from)\b")
_ANYBODY = dict.fromkeys("person people man woman member resident civilian other".split(), "")
_FROM = "distance from "
_NOBODY: frozenset[str] = frozenset()
_RECORDS = frozenset(("record", "mark", "stand"))
_WRECKED = ("#destroy", "#damage")
_SPANS = {"#depth": "depth", "#height": "height", "#width": "width", "#weight": "weight"}
_LABELS = {
    "kill": "number of people killed",
    "injure": "number of people injured",
    "miss": "number of people missing",
    "arrest": "number of people arrested",
    "displace": "number of people displaced",
    "rescue": "number of people rescued",
    "infect": "number of people infected",
}


@dataclass(frozen=True, slots=True)
class OpenAttribute:
    """What a value measures, and the keys of what it is said of, where its measurand is tied by
    its subject; empty where nobody can tell."""

    measurand: Measurand
    subjects: frozenset[str] = frozenset()


def open_attribute(
    text: str,
    folded: str,
    value: Quantity | Moment,
    sentence: tuple[int, int],
    names: Named,
    context: Context,
) -> OpenAttribute:
    """The measurand of a value that no rule pack reads; `names` are those of its article."""
    if isinstance(value, Moment):
        return OpenAttribute(_of_moment(folded, value))
    if value.kind == "age":
        age = _measurand("age", "age", "time", "subject", "year")
        return OpenAttribute(age, _people(context, names, sentence) if context.person else _NOBODY)
    if value.kind == "score":
        if _is_record(folded, value, context):
            record = _measurand("record", "record", "score", "subject")
            return OpenAttribute(record, names.aliases(context.bearer))
        return OpenAttribute(_measurand("score", "score", "score", "words"))
    if value.kind in ("share", "ordinal", "change", "factor"):
        return OpenAttribute(_of_kind(value))
    if value.unit:
        measurand = _of_unit(folded, value, sentence, names)
        located = measurand.tie == "place"
        subjects = _located(value, sentence, names) if located else set[str]()
        counted_from = {f"@{p}" for p in measurand.id.removeprefix(_FROM).split()}
        return OpenAttribute(measurand, frozenset(subjects - counted_from))
    if value.money:
        currency = value.money
        money = _measurand(f"money {currency}", "amount", f"money:{currency}", "words", currency)
        return OpenAttribute(money)
    return _of_count(text, folded, value, sentence, names, context)


def befallen(predicate: str) -> Measurand:
    """The measurand of a number of people to whom one thing happened: "#kill"."""
    name = predicate[1:]
    return _measurand(name, _LABELS[name], "count", "event", stability="cumulative")


def _measurand(
    name: str,
    label: str,
    dimension: str,
    tie: Tie,
    unit: str = "",
    stability: Stability = "event",
) -> Measurand:
    return Measurand(
        id=name, label=label, dimension=dimension, unit=unit, stability=stability, tie=tie
    )


def _of_moment(folded: str, value: Moment) -> Measurand:
    if value.kind == "time":
        return _measurand("time of day", "time of day", "clock", "words")
    if _QUARTER.search(folded, value.start, value.end) and not _YEAR.search(
        folded, value.start, value.end
    ):
        return _measurand("quarter", "quarter", "count", "words")
    return _measurand("date", "date", "date", "words")


def _people(context: Context, names: Named, sentence: tuple[int, int]) -> frozenset[str]:
    """Whose an age is: the name by which others call the person, and the whole of it."""
    return frozenset({context.bearer, *names.wholes(*sentence).get(context.bearer, ())})


def _is_record(folded: str, value: Quantity, context: Context) -> bool:
    """Whether a score is how often somebody won and lost, not what one game ended with."""
    bracket = folded[max(0, value.start - 2) : value.start].endswith("(")
    season = folded.startswith(" season", value.end)
    noun = value.noun.lower() if value.noun else ""
    return bracket or season or noun in _RECORDS or not _RECORDS.isdisjoint(context.governors)


def _of_kind(value: Quantity) -> Measurand:
    noun = singular(value.noun.lower()) if value.noun else ""
    if value.kind == "ordinal":
        return _measurand(f"rank {term(noun)}".strip(), f"rank {noun}".strip(), "count", "words")
    unit = value.unit.name if value.unit else ""
    dimension = value.unit.dimension if value.unit else "count"
    name = "measured share" if value.kind == "share" else value.kind
    return _measurand(name, value.kind, dimension, "words", unit)


def _of_unit(folded: str, value: Quantity, sentence: tuple[int, int], names: Named) -> Measurand:
    """A measure by the word that says what it is of: depth, height, the place it is counted
    from; else its dimension, which its words have to narrow."""
    assert value.unit is not None
    dimension = value.unit.dimension
    try:
        unit = base_unit(dimension)
    except UnknownUnit:
        unit = value.unit.name
    if dimension in ("length", "mass") and (name := _span(folded, value, sentence)):
        tie: Tie = "event" if name == "depth" else "words"
        return _measurand(name, name, dimension, tie, unit)
    if dimension == "length":
        place = _reference(folded, value.end, sentence[1], names)
        if place:
            return _measurand(
                f"{_FROM}{place}", f"distance from {place.title()}", dimension, "place", unit
            )
    if dimension == "time" and (
        such := _SINCE_SUCH.search(folded[max(sentence[0], value.start - 90) : value.start])
    ):
        return _measurand(
            f"time since the last, {such[1]}", "time since the last", "time", "words", unit
        )
    label = {"time": "duration", "length": "length", "mass": "weight", "ratio": "share"}.get(
        dimension, dimension
    )
    so_far = dimension == "time" and (
        _SO_FAR.search(folded[max(0, value.start - 24) : value.start])
        or folded.startswith(_AGO, value.end)
    )
    stability: Stability = "varying" if dimension == "ratio" or so_far else "event"
    return _measurand(f"measured {label}", label, dimension, "words", unit, stability)


def _span(folded: str, value: Quantity, sentence: tuple[int, int]) -> str:
    """Depth, height, width or weight, where a word for it stands directly by a measure: "at a
    depth of 12 km", "a 12-km-deep quake"; else ""."""
    start, end = sentence
    before = _LETTERS.findall(folded, max(start, value.start - 30), value.start)[-2:]
    bracket = _BRACKET.match(folded, value.end)  # "three metres (10 feet) wide"
    past = bracket.end() if bracket else value.end
    behind = _LETTERS.findall(folded, past, min(end, past + 16))[:1]
    own = _LETTERS.findall(folded, value.start, value.end)[-1:]  # "90 metres high" is all of it
    said = next((t for w in (*own, *reversed(before), *behind) if (t := term(w)) in _SPANS), "")
    return _SPANS.get(said, "")


def _reference(folded: str, end: int, until: int, names: Named) -> str:
    """The place that a distance is counted from: "90 miles west of Oakford"; else ""."""
    reach = min(until, end + _REFERENCE_REACH)
    if _BORDER.match(folded, end, reach):
        return "the border"
    near = names.between(end, reach)
    name = next(iter(near), None)
    if name is None or not _REFERENCE.fullmatch(folded, end, name.start):
        return ""
    if len(near) > 1 and _ITS_TOWN.fullmatch(folded, name.end, near[1].start):
        name = near[1]  # "from Peru's main city of Lima"
    return _place_words(name.key) or name.key


def _place_words(key: str) -> str:
    """The words of a name that are a place's: "Lima, Col. Vargas" and "Lima of Peru" are Lima."""
    words = key.split()
    until = next((i for i, w in enumerate(words) if i and _ends_place(w)), len(words))
    return " ".join(words[:until])


def _ends_place(word: str) -> bool:
    return len(word) == 1 or word.rstrip(".") in TITLES or word in _NO_PLACE


def _of_count(
    text: str,
    folded: str,
    value: Quantity,
    sentence: tuple[int, int],
    names: Named,
    context: Context,
) -> OpenAttribute:
    noun = singular(value.noun.lower()) if value.noun else ""
    if not noun and (group := _GROUP_OF.search(folded, max(0, value.start - 40), value.start)):
        noun = _GROUPS[group[1]]
    number = value.stated[0] if value.stated else 0.0
    of_quake = (
        "#magnitude" in context.governors
        or term(noun) == "#magnitude"
        or _RICHTER.match(folded, value.end) is not None
        or (not noun and "measur" in context.governors and "#quake" in context.terms)
    )
    if of_quake and 0 < number < _STRONGEST:
        return OpenAttribute(_measurand("magnitude", "magnitude", "count", "event"))
    if not noun or is_person(noun):
        spelled = number == 1 and not text[value.start : value.end].endswith("1")
        of_some = folded.startswith(" of ", value.end)  # "missing 10 of 16 games"
        done = _DID_TO.search(folded, max(0, value.start - 20), value.start) is not None
        # "1 dead", "killing one", and no "when one is killed".
        if context.predicate and (noun or (done if spelled else not of_some)):
            return OpenAttribute(befallen(context.predicate))
        if number >= _FEWEST_INHABITANTS and _inhabits(folded, value, sentence[0]):
            subjects = _inhabited(folded, value, sentence, names)
            return OpenAttribute(
                _measurand("population", "population", "count", "subject", stability="standing"),
                frozenset(subjects),
            )
        if noun:
            what = _ANYBODY.get(noun, term(noun))
            return OpenAttribute(
                _measurand(f"people {what}", f"number of {plural(noun)}", "count", "words")
            )
    if model := _MODEL.match(text, value.end):
        noun = re.sub(r"\W", "", model[1].lower())
    if noun == "run" and _HOME.match(folded, value.end):
        noun = "homer"
    if _DOORS.match(folded, value.end):
        return OpenAttribute(_measurand("doors away", "number of doors away", "count", "words"))
    what = term(noun) if noun else ""
    if what and any(g in context.governors for g in _WRECKED):
        return OpenAttribute(
            _measurand(
                f"number {what}",
                f"number of {plural(noun)} destroyed or damaged",
                "count",
                "event",
                stability="cumulative",
            )
        )
    label = f"number of {plural(noun)}" if noun else "number"
    return OpenAttribute(_measurand(f"number {what}".strip(), label, "count", "words"))


def _inhabits(folded: str, value: Quantity, low: int) -> bool:
    before = folded[max(low, value.start - 60) : value.start]
    return bool(_INHABITED.search(before) or _INHABITANTS.match(folded, value.end))


def _inhabited(folded: str, value: Quantity, sentence: tuple[int, int], names: Named) -> set[str]:
    """The parts of the names that the inhabited place may have: of the name that stands in
    apposition, of those that the article ties to "the island", else of all before the number."""
    before = names.last(sentence[0], value.start)
    if before and _APPOSED.fullmatch(folded, before.end, value.start):
        return name_parts(before.key)
    return _located(value, sentence, names)


def _located(value: Quantity, sentence: tuple[int, int], names: Named) -> set[str]:
    """The parts of the names that a sentence about a place may be of: those that the article ties
    to "the island" in it, else the first."""
    start, end = sentence
    until, known = names.definite(start, end)
    if until <= value.start:
        return known
    for name in names.within(start, end):
        # "Hours after …" opens with no name.
        if name.key not in _SPEAKERS and (name.start > start or names.often(name) > 1):
            return name_parts(name.key)
    return set()
