"""Passages: sentences that several articles print nearly word for word, as agency copy.

Whoever prints a sentence of somebody else is no second voice for what it says (semantics.md 5).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain

from rapidfuzz.fuzz import ratio

from claimcheck.claims.claim import Claim

COPIED = 90.0
"""Likeness of two sentences, of 100, from which one is a copy of the other (semantics.md 5)."""

LONGER = (200 - COPIED) / COPIED
"""How many times as long as the other the one of two sentences may be that are so alike, as far as
it is only longer."""

FEWEST = 8
"""Words that a sentence must have: shorter ones are the same by chance, "Two people were hurt"."""

SHINGLE = 3
"""Words in a row by which copies find each other. Two sentences of FEWEST words that differ in one
share such a row, wherever it stands."""

MOST = 12
"""Passages that are looked at by each row of words: "the police said that" begins thousands."""

_WORD = re.compile(r"\w+")
_Sentence = tuple[str, tuple[int, int]]  # of which article, and where


def traced(claims: Iterable[Claim], texts: Mapping[str, str]) -> list[Claim]:
    """Claims, each with the passage that its sentence is of where other articles print it too.
    `texts` are those of the articles by id."""
    known = list(claims)
    found = _passages({(c.doc, c.sentence) for c in known if c.doc in texts}, texts)
    docs: defaultdict[str, set[str]] = defaultdict(set)
    for (doc, _), passage in found.items():
        docs[passage].add(doc)
    shared = {sentence: p for sentence, p in found.items() if len(docs[p]) > 1}
    traced: list[Claim] = []
    for claim in known:
        copied = shared.get((claim.doc, claim.sentence))
        traced.append(replace(claim, passage=copied) if copied else claim)
    return traced


def _passages(sentences: Iterable[_Sentence], texts: Mapping[str, str]) -> dict[_Sentence, str]:
    """The passage of each sentence that is long enough, by the first that has it."""
    found: dict[_Sentence, str] = {}
    names: list[str] = []
    passages: list[str] = []  # the words of each
    lengths: list[int] = []
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for doc, (start, end) in sorted(sentences):
        words = _WORD.findall(texts[doc][start:end].casefold())
        if len(words) < FEWEST:
            continue
        said = " ".join(words)
        having = [holders[row] for row in zip(*(words[n:] for n in range(SHINGLE)), strict=False)]
        met = dict.fromkeys(chain.from_iterable(having))
        low, high = len(said) / LONGER - 1, len(said) * LONGER + 1
        near = [n for n in met if low <= lengths[n] <= high]
        # One call for all of them would leave a cycle behind, which nobody collects meanwhile.
        copied = next((n for n in near if ratio(said, passages[n], score_cutoff=COPIED)), None)
        if copied is None:
            copied = len(passages)
            names.append(f"{doc}:{start}")
            passages.append(said)
            lengths.append(len(said))
            for holding in having:
                if len(holding) < MOST:
                    holding.append(copied)
        found[doc, (start, end)] = names[copied]
    return found
