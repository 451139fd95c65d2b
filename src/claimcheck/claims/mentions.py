"""Mentions: where a value and the words of a rule pack meet in one clause.

The kinds of cue are closed, and each is a function here:

- `verb`      a verb governs the value: "travels at 50 km/h", "took two days"
- `noun`      a noun governs it: "a distance of 900 km", "the journey is over 1000km"
- `modifies`  the value stands before the noun: "a day-long outing", "the 900-km journey"
- `counts`    the value counts the noun: "has more than 20 armoured cars"
- `compound`  the value and the noun are one adjective: "a 12-carriage train"
- `when`      a verb happens at a time: "left on Sunday afternoon"
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import Any, TypeAlias

from claimcheck.claims.attribution import TimeStatus
from claimcheck.claims.claim import TIME_UNIT
from claimcheck.claims.clauses import REACH, Clause, Word, words_behind
from claimcheck.claims.patterns import compile_pattern
from claimcheck.claims.rulepacks import Cue, RulePack, Veto
from claimcheck.claims.verbs import forms, past, present
from claimcheck.quantities.calendar.times import WeekTime
from claimcheck.quantities.hedges import Hedge
from claimcheck.quantities.quantity import Quantity
from claimcheck.quantities.units import affine

Value: TypeAlias = Quantity | WeekTime

# A verb further from its value than this governs something else.
_REACH = 12
_MODIFIERS_BETWEEN = 3
_BULLET = 3
_ADJECTIVE = re.compile(r"-[a-z]+(?:[- ](?:long|wide|deep|high|tall))?\s[a-z]\Z")
_DID = frozenset(("did", "didn't", "didn’t"))  # "did not leave"
_LEADS = frozenset("of at to for in".split())  # words that lead a value and are no verbs
_COMMA = re.compile(r",\s*\Z")
# Behind these a time belongs to something else: "arrived, her office said on Wednesday".
_JOINS = frozenset(
    "and but or then before after when while until said says reported told announced confirmed "
    "added confirming saying".split()
)
_JOINING = frozenset("of and or with in on at to from for by plus that which are were is".split())
_BE = forms("be")
_DETERMINERS = frozenset("a an the his her its their my our your this last first opening".split())
# Between a link and its value stand adverbs and modals, and nothing else.
_SKIPPED = frozenset("also still only just now currently reportedly likely probably an a".split())


@dataclass(frozen=True, slots=True)
class Mention:
    """A value read as an attribute: `anchor` is the cue's own word, `verb` the one that tells
    the tense, `end` where the claim's words end (a counted noun belongs to them)."""

    pack: RulePack
    cue: Cue
    value: Value
    end: int
    anchor: Word
    verb: Word | None


@dataclass(frozen=True, slots=True)
class Vetoed:
    """A value that a pack would read but for a veto, and the veto's reason."""

    pack: RulePack
    reason: str


def match(
    pack: RulePack, value: Value, clause: Clause, vetoes: Sequence[Veto]
) -> Mention | Vetoed | None:
    """What `pack` makes of a value in its clause; None where no cue fits."""
    if not _measures(pack, value):
        return None
    for cue in pack.cues:
        mention = _KINDS[cue.kind](pack, cue, value, clause)
        if mention is None:
            continue
        veto = next((v for v in vetoes if _cancels(v, value, clause)), None)
        return Vetoed(pack, veto.why) if veto else mention
    return None


def _cancels(veto: Veto, value: Value, clause: Clause) -> bool:
    around = clause.around(value.start, value.end)
    words = clause.sentence.folded[value.start : value.end]
    return bool(
        compile_pattern(veto.near).search(around)
        and (not veto.value or compile_pattern(veto.value).search(words))
        and not (veto.unless and compile_pattern(veto.unless).search(around))
    )


def _measures(pack: RulePack, value: Value) -> bool:
    if isinstance(value, WeekTime):
        return pack.dimension == "when"
    if value.unit is not None:
        return pack.dimension == value.unit.dimension
    return pack.dimension == "count" and not value.money


def _verb(pack: RulePack, cue: Cue, value: Value, clause: Clause) -> Mention | None:
    if _COMMA.search(clause.sentence.folded[max(0, value.start - 3) : value.start]):
        return None  # "crossing into the village, nine kilometres from …": an apposition
    verb = _last_verb(clause.own(end=value.start)[-_REACH:], cue.words)
    if verb is None or _describes(value, clause) or not _conditions(cue, value, clause):
        return None
    return Mention(pack, cue, value, value.end, verb, verb)


def _describes(value: Value, clause: Clause) -> bool:
    """Whether the value is an adjective of a noun that is not the cue's: "crossed the 24-mile
    strait", "left for a week-long visit", "crossed a strait 24 miles wide"."""
    folded = clause.sentence.folded
    shaped = folded[value.start : value.end].endswith((" wide", " deep", " high", " tall"))
    return shaped or _ADJECTIVE.search(folded, value.start, value.end + 2) is not None


def _noun(pack: RulePack, cue: Cue, value: Value, clause: Clause) -> Mention | None:
    before = clause.own(end=value.start)[-_REACH:]
    noun = _last(before, _nouns(tuple(cue.words)))
    if noun is None or _describes(value, clause) or not _conditions(cue, value, clause):
        return None
    return Mention(pack, cue, value, value.end, noun, _lead(before))


def _modifies(pack: RulePack, cue: Cue, value: Value, clause: Clause) -> Mention | None:
    assert isinstance(value, Quantity)
    noun = _first(_counted(value, clause), _nouns(tuple(cue.words)))
    if noun is None or noun.start >= clause.end or not _conditions(cue, value, clause):
        return None
    return Mention(pack, cue, value, value.end, noun, None)


def _counts(pack: RulePack, cue: Cue, value: Value, clause: Clause) -> Mention | None:
    assert isinstance(value, Quantity)
    noun = _first(_counted(value, clause), _nouns(tuple(cue.words)))
    if noun is None or not _conditions(cue, value, clause):
        return None
    verb = _last_verb(clause.own(end=value.start)[-_REACH:], cue.verbs)
    return Mention(pack, cue, value, max(noun.end, value.end), noun, verb)


def _compound(pack: RulePack, cue: Cue, value: Value, clause: Clause) -> Mention | None:
    assert isinstance(value, Quantity)
    behind = words_behind(clause.sentence.folded, value.end)
    if not behind or behind[0].start != value.end + 1:
        return None
    noun = behind[0]
    joined = clause.sentence.folded[value.end] != " " and noun.text in cue.words
    return Mention(pack, cue, value, noun.end, noun, None) if joined else None


def _counted(value: Quantity, clause: Clause) -> list[Word]:
    """The words behind a value up to its noun: nothing is counted past "of" or "and"."""
    near = words_behind(clause.sentence.folded, value.end)[: _MODIFIERS_BETWEEN + 1]
    return list(takewhile(lambda w: w.text not in _JOINING, near))


def _when(pack: RulePack, cue: Cue, value: Value, clause: Clause) -> Mention | None:
    """The time stands behind the verb with nothing joined on between, or opens the sentence."""
    before = clause.own(end=value.start)[-_REACH:]
    opens = not before and value.start - clause.sentence.start <= _BULLET
    around = clause.own(start=value.end)[:_REACH] if opens else before
    verb = _last_verb(around, cue.words)
    if verb is None or verb.text.endswith("ing"):
        return None  # "after entering the flat on Tuesday": somebody else's time
    led = [w for w in around if w.start < verb.start and not w.text.endswith("ly")]
    if led and led[-1].text in _BE:
        return None  # "was left out on Tuesday": somebody else did it
    if cue.nouns and not _begins(verb, _last(around, _nouns(tuple(cue.nouns))), around):
        return None
    if not opens and any(w.text in _JOINS for w in around if w.start > verb.start):
        return None
    if not _conditions(cue, value, clause, around=around):
        return None
    return Mention(pack, cue, value, value.end, verb, verb)


def _begins(verb: Word, noun: Word | None, around: Sequence[Word]) -> bool:
    """Whether the noun is what the verb begins: "started her long journey", not "started work
    on the journey"."""
    if noun is None or noun.start < verb.start:
        return noun is not None
    between = [w.text for w in around if verb.end <= w.start < noun.start]
    while between and between[0] in ("off", "out", "on"):
        between.pop(0)
    adjectives = between[1:]
    led = bool(between) and between[0] in _DETERMINERS
    return led and len(adjectives) <= 2 and _JOINING.isdisjoint(adjectives)


_KINDS: dict[str, Callable[[RulePack, Cue, Value, Clause], Mention | None]] = {
    "verb": _verb,
    "noun": _noun,
    "modifies": _modifies,
    "counts": _counts,
    "compound": _compound,
    "when": _when,
}


def _conditions(
    cue: Cue, value: Value, clause: Clause, *, around: Sequence[Word] | None = None
) -> bool:
    """Whether everything that narrows the cue stands where it must; `around` are the words to
    look in where they are not those before the value."""
    before = around or clause.own(end=value.start)
    if cue.nouns:
        # "…the journey, which took two days": a relative clause looks back to its noun.
        relative = not before or before[0].text in ("it", "which", "that")
        lookback = clause.back(value.start) if relative else before
        if not _last(lookback, _nouns(tuple(cue.nouns))):
            return False
    reach = _REACH if cue.near is None else cue.near + 1
    if cue.verbs and not _last_verb(before[-reach:], cue.verbs):
        return False
    if cue.lead:
        lead = _lead(before)
        if lead is None or lead.text not in _verbs(tuple(cue.lead)):
            return False
    if cue.then:
        words = clause.sentence.between(value.end, value.end + REACH)[:2]
        if len(words) < 2 or words[0].text != "to" or words[1].text not in cue.then:
            return False
    return True


def _lead(before: Sequence[Word]) -> Word | None:
    """The word that stands before the value, hedges and adverbs passed over."""
    return next((w for w in reversed(before) if w.text not in _SKIPPED), None)


def _last_verb(words: Sequence[Word], lemmas: Iterable[str]) -> Word | None:
    """The last form of the verbs; behind a determiner the same letters are no verb: "his left
    knee", "the last drive"."""
    wanted = _verbs(tuple(lemmas))
    for index in range(len(words) - 1, -1, -1):
        if words[index].text in wanted and (not index or words[index - 1].text not in _DETERMINERS):
            return words[index]
    return None


def _last(words: Sequence[Word], wanted: frozenset[str]) -> Word | None:
    return next((w for w in reversed(words) if w.text in wanted), None)


def _first(words: Iterable[Word], wanted: frozenset[str]) -> Word | None:
    return next((w for w in words if w.text in wanted), None)


@cache
def _verbs(lemmas: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(forms(lemma) for lemma in lemmas))


@cache
def _nouns(nouns: tuple[str, ...]) -> frozenset[str]:
    """The nouns, singular and plural."""
    return frozenset(f for n in nouns for f in (n, n + "s", n + "es"))


def tense(mention: Mention, clause: Clause) -> TimeStatus:
    """The time a statement speaks of, by the form of its verb."""
    if mention.cue.kind == "compound":
        return "habitual"  # what a thing is called by holds at any time
    if mention.verb is None or _DID.intersection(
        w.text for w in clause.own(end=mention.verb.start)[-3:]
    ):
        return "past"
    cue, said = mention.cue, mention.verb.text
    lemmas = [w for w in (*cue.words, *cue.verbs, *cue.lead) if w not in _LEADS]
    if not any(said in present(lemma) and said not in past(lemma) for lemma in lemmas):
        return "past"
    # "leaves for Beijing on Friday": the present with a day speaks of what is planned.
    return "planned" if mention.cue.kind == "when" else "habitual"


def measured(pack: RulePack, value: Value) -> dict[str, Any]:
    """The fields of a claim that hold its value: as stated, and in the unit of the attribute."""
    if isinstance(value, WeekTime):
        return {
            "stated": (),
            "unit": TIME_UNIT,
            "hedge": Hedge.NONE,
            "hedge_words": "",
            "vague": None,
            "reading": value.possibility,
            "possibility": value.possibility,
            "anchor": None,
        }
    reading = value.possibility
    factor = offset = None
    if value.unit is None:
        whole = all(n.is_integer() for n in value.stated)
        reading = reading.snapped() if whole else reading
        factor, offset = 1.0, 0.0
    else:
        factor, offset = affine(value.unit.name, pack.unit)
    anchor = sum(value.stated) / len(value.stated) * factor + offset if value.stated else None
    return {
        "stated": value.stated,
        "unit": value.name,
        "hedge": value.hedge,
        "hedge_words": value.hedge_words,
        "vague": value.vague or None,
        "reading": reading,
        "possibility": reading.scaled(factor, offset),
        "anchor": anchor,
        "restates": value.restates,
    }
