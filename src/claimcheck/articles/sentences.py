"""Sentences: where they begin and end in news English.

A full stop ends a sentence unless it belongs to an abbreviation, and even then it may: "in the
U.S. The train". What follows decides, so abbreviations are sorted by what can follow them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.articles.blocks import blocks, words_start

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as the half-open span of its code points, without white space around it.

    `block` counts the paragraphs, headlines and list items of the text from 0. `heading` is the
    span of the date or label that the block opens with, without its colon: in a timeline's
    "April 2018: Kim ventures … It is …" both sentences stand under "April 2018".
    """

    start: int
    end: int
    block: int
    heading: Span | None


def sentences(text: str) -> list[Sentence]:
    """The sentences of `text`, in order; together they hold every character but white space.

    A bullet and a heading belong to the first sentence of their block. Takes linear time.
    """
    found: list[Sentence] = []
    for number, (start, end) in enumerate(blocks(text)):
        words = words_start(text, start, end)
        cuts = [start]
        for terminal in _TERMINAL.finditer(text, words, end):
            if _ends_sentence(text, words, terminal, end):
                cuts += terminal.span(2)
        cuts.append(end)
        heading = _heading(text, words, cuts[1])
        found += [
            Sentence(first, last, number, heading)
            for first, last in zip(cuts[::2], cuts[1::2], strict=True)
        ]
    return found


# A sentence's end with what closes it, and the gap behind it. No two parts share a character, so
# no run of them is read twice.
_TERMINAL = re.compile(r"([.!?…][\"'”’»)\]]*)(\s+)")
_OPENERS = re.compile(r"[\"'“‘«(\[–—•¿¡-]*\s*")
_LAST_WORD = re.compile(r"[^\W_][\w.]*$")
_LONGEST_ABBREVIATION = 16

# Always followed by what they introduce.
_INTRODUCING = frozenset(
    """
    Mr Mrs Ms Messrs Dr Prof Rev Fr Hon Pres Gen Maj Col Lt Capt Cpl Sgt Pvt Cmdr Adm Brig Supt
    Insp Det Sen Sens Rep Reps Gov Govs Atty Amb Mt Ft vs v cf viz approx est ca e.g i.e
    MR MRS MS DR GEN SEN REP GOV
    """.split()
)

# Abbreviations before a number alone; elsewhere they are words: "He said no."
_NUMBERED = frozenset("No Nos no nos Art art Fig fig p pp Sec Ch Vol vol Sat Sun Mar".split())

# Inside a sentence as a rule, at its end at times; there a word has to follow that begins
# sentences and no names. So with initials, and with dotted ones such as "U.S.", in no list.
_AMBIGUOUS = frozenset(
    """
    Inc Co Cos Corp Ltd Plc Bros Assn Dept Univ Jr Sr Esq St Ste Ave Blvd Rd Hwy al
    INC CO CORP LTD ST
    Jan Feb Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb
    Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ont Que
    """.split()
)
_INITIAL_OR_DOTTED = re.compile(r"[A-Z]|(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,2}")
_FIRST_WORD = re.compile(r"[^\W\d_]+(?=[\s,'’])")  # not before a stop: "A" of "J. A. Smith"
_STARTERS = frozenset(
    """
    A After All Also Although An And Another As At Because Before Both But By Despite During Each
    Earlier Even For From Given He Her Here His How However I If In Instead It Its Just Last Later
    Like Many Meanwhile More Most My Neither Next No None Nor Not Now Of On Once One Only Or Other
    Our Over Several She Since So Some Still Such Than That The Their Then There These They This
    Those Though Through Thus To Two Under Unlike Until What When Where Whether Which While Who
    Why With Within Without Yet You Your
    """.split()
)

_CLOCK = frozenset(("a.m", "p.m", "A.M", "P.M"))
# What goes on after "5 p.m.": a day, a time zone, the same time elsewhere.
_AFTER_CLOCK = re.compile(
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
    r"|Eastern|Central|Mountain|Pacific|Atlantic|Greenwich|Local|Moscow|Beijing|[A-Z]{2}|\d)"
)


# A month, a day, a year, a range of them, in whatever order.
_DATE_WORD = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\.?"
    r"|(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\.?"
    r"|January|February|March|April|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|[Ee]arly|[Mm]id|[Ll]ate|to|and|of|[-–—]"
    r"|[0-9][0-9/.]*(?:[-–—][0-9][0-9/.]*)?(?:st|nd|rd|th|s)?"
)
_LABEL = re.compile(r"([^\W_](?:[^:]|:(?=[0-9])){1,40}):\s+(?![\"'“‘«])")
_NO_LABEL = re.compile(r"[.!?…;,\"“”]|\b(?:said|says|added|adds|told|asked|wrote|reported)$")
_LONGEST_LABEL = 3  # words


def _ends_sentence(text: str, start: int, terminal: re.Match[str], end: int) -> bool:
    """Whether a sentence of the block from `start` to `end` ends at `terminal`."""
    opener = _OPENERS.match(text, terminal.end(), end)
    begin = opener.end() if opener else terminal.end()
    following = text[begin : min(begin + 2, end)]
    # "iPhone" may begin a sentence.
    if not following or (following[0].islower() and not following[1:].isupper()):
        return False
    if following[0] in ",;:.!?…%)]&/":
        return False
    stop = terminal.start()
    if text[stop] != "." or text[max(start, stop - 1)] == ".":
        return True  # after "…" and "..." a capital is all there is to go by
    last_word = _LAST_WORD.search(text[max(start, stop - _LONGEST_ABBREVIATION) : stop].rstrip())
    word = last_word[0] if last_word else ""
    if word in _INTRODUCING:
        return False
    if word in _NUMBERED:
        return not following[0].isdigit()
    if word in _CLOCK:
        return _AFTER_CLOCK.match(text, begin, end) is None
    if word in _AMBIGUOUS or _INITIAL_OR_DOTTED.fullmatch(word):
        first_word = _FIRST_WORD.match(text, begin, end)
        return first_word is not None and first_word[0] in _STARTERS
    return True


def _heading(text: str, start: int, end: int) -> Span | None:
    """The date or short label that the sentence from `start` to `end` opens with.

    "He added:" opens no entry but a quotation.
    """
    label = _LABEL.match(text, start, end)
    if label is None:
        return None
    words = re.split(r"[\s,]+", label[1])
    is_date = all(_DATE_WORD.fullmatch(word) for word in words)
    is_label = len(words) <= _LONGEST_LABEL and not _NO_LABEL.search(label[1])
    is_label = is_label and label[1][0].isupper()
    return label.span(1) if is_date or is_label else None
