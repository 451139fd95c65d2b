"""Weapons: what somebody is shot, stabbed or threatened with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.claims.categories.families import FAMILIES, LISTS, any_of, plain, surfaces
from claimcheck.claims.categories.reading import (
    ARTICLED,
    MODIFIED,
    OR_BEFORE,
    OR_BEHIND,
    CategoryMention,
    Reading,
    key_of,
)
from claimcheck.quantities.numerals import numeral

_WEAPON, _WEAPONS = surfaces(FAMILIES["weapon"].words)
WEAPON_WORDS = (*_WEAPON, *_WEAPONS)
_WEAPON_SAID = re.compile(
    rf"{ARTICLED}{MODIFIED}(?:\.?\s?\d{{1,3}}(?:\.\d{{1,2}})?(?:[\s-]?(?:gauge|calib(?:er|re)|mm))?[\s-])?"
    rf"{MODIFIED}(?P<weapon>{any_of({*_WEAPON, *_WEAPONS})})(?![\w-])"
)
_CUE = re.compile(rf"\b{any_of(LISTS['cues'])}\b[^;:]{{0,45}}\Z")
_USED = re.compile(rf"[^,;:.]{{0,40}}\b{any_of(w.replace('-', ' ') for w in LISTS['cued'])}\b")
_ACTIVE = re.compile(
    r"\b(?:with|us(?:es?|ed|ing)|carr\w{1,5}|br(?:ing|ings|inging|ought)|fir(?:ed|ing)|dr(?:ew|aw)"
    r"|pull(?:ed|ing)|wield\w{0,3}|brandish\w{0,3}|h[eo]ld(?:ing)?|had|bought|own(?:ed|s)|point\w{0,3})"
    r"\s[^,;:]{0,20}\Z"
)
_POSSESSION = re.compile(r"\bpossession\sof\s\Z")


def weapons(reading: Reading) -> Iterator[CategoryMention]:
    """The weapons that a sentence says are used, held or found."""
    folded, last = reading.folded, 0
    for match in reading.every(_WEAPON_SAID):
        start, end = match.span()
        lead, word = match["lead"], plain(match["weapon"])
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
        if OR_BEHIND.match(folded, end) or OR_BEFORE.search(reading.back(start, 6)):
            continue
        if not reading.real(start) or _POSSESSION.search(reading.back(start, 20)):
            continue
        active = _ACTIVE.search(reading.back(start))
        user = reading.somebody(start - len(active[0])) if active and not number else None
        subject = key_of(user) if user else ""
        negative = lead == "no" or reading.negated(start)
        count = numeral(folded, start) if number else None
        part = f"{count.value:g}" if count and count.value else ""
        yield CategoryMention(start, end, "weapon", value, subject, part, negative)
