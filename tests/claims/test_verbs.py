"""Forms of verbs: what a text may say where a rule pack gives the lemma."""

from __future__ import annotations

import pytest

from claimcheck.claims.rulepacks import load_rules
from claimcheck.claims.verbs import forms, past, present

RULES, _ = load_rules()
LEMMAS = sorted(
    {
        *(
            word
            for p in RULES.packs
            for c in p.cues
            if c.kind in ("verb", "when")
            for word in c.words
        ),
        *(verb for p in RULES.packs for c in p.cues for verb in c.verbs),
    }
)


@pytest.mark.parametrize(
    ("lemma", "said"),
    [
        ("take", "take takes took taken taking"),
        ("leave", "leave leaves left leaving"),
        ("be", "be is are am was were been being"),
        ("have", "have has had having"),
        ("go", "go goes went gone going"),
        ("do", "do does did done doing"),
        ("arrive", "arrive arrives arrived arriving"),
        ("cross", "cross crosses crossed crossing"),
        ("reach", "reach reaches reached reaching"),
        ("carry", "carry carries carried carrying"),
        ("journey", "journey journeys journeyed journeying"),
        ("last", "last lasts lasted lasting"),
        # The last consonant doubles.
        ("run", "run runs ran running"),
        ("begin", "begin begins began begun beginning"),
        ("set", "set sets setting"),
        ("get", "get gets got gotten getting"),
        # British and American spelling, both.
        ("travel", "travel travels travelled traveled travelling traveling"),
        # It does not, where the stress lies elsewhere.
        ("enter", "enter enters entered entering"),
    ],
)
def test_forms(lemma: str, said: str) -> None:
    assert forms(lemma) == set(said.split())


@pytest.mark.parametrize(
    ("lemma", "now", "then"),
    [
        ("take", {"take", "takes"}, {"took", "taken"}),
        ("be", {"be", "is", "are", "am"}, {"was", "were", "been"}),
        ("arrive", {"arrive", "arrives"}, {"arrived"}),
        ("set", {"set", "sets"}, {"set"}),
        ("travel", {"travel", "travels"}, {"travelled", "traveled"}),
    ],
)
def test_present_and_past(lemma: str, now: set[str], then: set[str]) -> None:
    assert present(lemma) == now
    assert past(lemma) == then


@pytest.mark.parametrize("lemma", LEMMAS)
def test_the_verbs_of_the_packs_have_all_their_forms(lemma: str) -> None:
    assert {lemma} | present(lemma) | past(lemma) < forms(lemma)
    assert past(lemma)


@pytest.mark.parametrize("lemma", LEMMAS)
def test_every_form_is_a_word(lemma: str) -> None:
    assert [f for f in forms(lemma) if not f.isalpha() or f != f.lower()] == []


@pytest.mark.parametrize("lemma", ["take", "go", "leave", "drive", "ride", "fly", "run", "begin"])
def test_no_verb_has_a_form_that_nobody_says(lemma: str) -> None:
    assert not {lemma + "ed", lemma + "d", lemma + "ied"} & forms(lemma)
