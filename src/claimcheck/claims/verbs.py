"""Forms of English verbs: from the lemma in a rule pack to the words that stand in a text."""

from __future__ import annotations

from functools import cache

# Past and past participle, where they are not made with -ed.
_IRREGULAR = {
    "be": "was were been",
    "have": "had",
    "take": "took taken",
    "go": "went gone",
    "run": "ran",
    "leave": "left",
    "drive": "drove driven",
    "ride": "rode ridden",
    "fly": "flew flown",
    "make": "made",
    "set": "set",
    "begin": "began begun",
    "get": "got gotten",
    "hit": "hit",
    "do": "did done",
}
_PRESENT = {"be": "is are am", "have": "has", "go": "goes", "do": "does"}
# The last consonant doubles: always, or in British spelling alone.
_DOUBLING = frozenset("run set get hit begin".split())
_DOUBLING_BRITISH = frozenset("travel".split())


@cache
def past(lemma: str) -> frozenset[str]:
    """The past and the past participle: "took", "taken"; "travelled", "traveled"."""
    if lemma in _IRREGULAR:
        return frozenset(_IRREGULAR[lemma].split())
    if lemma.endswith("e"):
        return frozenset({lemma + "d"})
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return frozenset({lemma[:-1] + "ied"})
    return frozenset(stem + "ed" for stem in _stems(lemma))


@cache
def present(lemma: str) -> frozenset[str]:
    """The lemma and its third person: "take", "takes"."""
    if lemma in _PRESENT:
        return frozenset({lemma, *_PRESENT[lemma].split()})
    if lemma.endswith(("s", "sh", "ch", "x", "z")):
        return frozenset({lemma, lemma + "es"})
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return frozenset({lemma, lemma[:-1] + "ies"})
    return frozenset({lemma, lemma + "s"})


@cache
def forms(lemma: str) -> frozenset[str]:
    """Every form of the verb, the participle in -ing included."""
    silent = lemma.endswith("e") and lemma != "be"
    going = {lemma[:-1] + "ing"} if silent else {stem + "ing" for stem in _stems(lemma)}
    return present(lemma) | past(lemma) | going


def _stems(lemma: str) -> set[str]:
    if lemma in _DOUBLING:
        return {lemma + lemma[-1]}
    return {lemma, lemma + lemma[-1]} if lemma in _DOUBLING_BRITISH else {lemma}
