"""The main text of a page: where its article stands, and the prose of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimcheck.articles.html.page import BLOCKS, CELLS, Element, Event, Kind, Page, page
from claimcheck.articles.html.tags import decoded, entities
from claimcheck.articles.prose import Prose

_MOST_LINKED = 0.5
"""Share of words in links from which a container holds a list of other pages."""

_WRAPPED = 0.5
"""What the words of a container count for the one around it: some pages wrap every paragraph."""

# "20<sup>1</sup>" is 20 with a footnote; the area and the power of ten are not.
_REFERENCE = re.compile(
    r"(?:[\s\[\](),;–-]|\d|(?<![a-z])note \d|[*†‡§¶#]|(?<![a-z])[a-z](?![a-z]))*"
)
_LENGTH_UNIT = re.compile(r"(?:^|[\s\d])(?:[kcdm]?m|ft|mi|yd|miles?|feet|met(?:re|er)s?)$")
_TEN = re.compile(r"[×x][ \u00a0]?10$")
_FORMULA = re.compile(r"[A-Z][a-z]?$")
_RAISED = str.maketrans("0123456789-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻")
_LONGEST_NOTE = 20


def add_main_text(found: Page, prose: Prose) -> None:
    """Adds the article of a page to `prose`; nothing where no article is found."""
    tally = _Tally(found)
    chosen = tally.article()
    if chosen is not None:
        _add(found, prose, chosen, tally)


def add_fragment(prose: Prose, text: str, start: int, end: int) -> None:
    """Adds all that `text[start:end]` says, a piece of HTML in a text of another kind."""
    found = page(text, start, end)
    _add(found, prose, 0, _Tally(found))


def is_reference(said: str) -> bool:
    """Whether a superscript or subscript is the mark of a footnote, or any number so small."""
    return len(said) <= _LONGEST_NOTE and _REFERENCE.fullmatch(said) is not None


class _Tally:
    """How many words stand where in a page, and how many of them in links."""

    def __init__(self, found: Page) -> None:
        count = len(found.elements)
        self._page = found
        self._own = [0] * count  # of containers: the words of which it is the nearest
        self._linked = [0] * count
        self._in_block = [0] * count
        self._linked_in_block = [0] * count
        self.notes: dict[int, str] = {}
        for event in found.events:
            if event.kind is not Kind.TEXT or event.raw:
                continue
            element = found.elements[event.element]
            if found.is_left_out(element):
                continue
            if element.note is not None:
                said = self.notes.get(element.note, "")
                if len(said) <= _LONGEST_NOTE:
                    piece = found.text[
                        event.start : min(event.end, event.start + 2 * _LONGEST_NOTE)
                    ]
                    self.notes[element.note] = said + piece
            words = len(decoded(found.text[event.start : event.end]).split())
            self._own[element.container] += words
            self._in_block[element.block] += words
            if element.in_link:
                self._linked[element.container] += words
                self._linked_in_block[element.block] += words

    def article(self) -> int | None:
        """The place of the element that holds the article; None where no element does."""
        elements = self._page.elements
        bodies = [
            [i for i, e in enumerate(elements) if "articlebody" in _of(e, "itemprop")],
            [i for i, e in enumerate(elements) if e.name == "article"],
            [i for i, e in enumerate(elements) if e.name == "main" or _of(e, "role") == "main"],
        ]
        whole = self._whole()
        for candidates in bodies:
            best = max(candidates, key=lambda i: (whole[i], -i), default=None)
            if best is not None and whole[best]:
                return best
        scores, linked = list(map(float, self._own)), list(map(float, self._linked))
        for place, element in enumerate(elements):
            if element.container == place and place:
                around = elements[element.parent].container
                scores[around] += _WRAPPED * self._own[place]
                linked[around] += _WRAPPED * self._linked[place]
        return max(
            (i for i, score in enumerate(scores) if score and linked[i] <= _MOST_LINKED * score),
            key=lambda i: (scores[i], -i),
            default=None,
        )

    def leads_away(self, element: Element) -> bool:
        """Whether all words of a block are in links: "Read more: …" tells of another article. A
        headline may be a link to its own page."""
        block = element.block
        if self._page.elements[block].name in ("h1", "h2", "td", "th", "#root"):
            return False
        return self._in_block[block] > 0 and self._linked_in_block[block] == self._in_block[block]

    def _whole(self) -> list[int]:
        """The words in each element, without those of an article in it, which is another's."""
        total = list(self._own)
        elements = self._page.elements
        for place in range(len(total) - 1, 0, -1):
            if elements[place].name != "article":
                total[elements[place].parent] += total[place]
        return total


def _of(element: Element, attribute: str) -> str:
    return "" if element.left_out else element.attributes.get(attribute, "").lower()


def _add(found: Page, prose: Prose, chosen: int, tally: _Tally) -> None:
    """Adds what is said in one element, without the articles in it: comments, and teasers."""
    shown: dict[int, str] = {}  # what stands for a superscript or subscript, by place
    inner: int | None = None
    for event in _within(found, chosen):
        element = found.elements[event.element]
        if inner is not None:
            if event.kind is Kind.CLOSE and event.element == inner:
                inner = None
            continue
        if element.name == "article" and event.element != chosen and event.kind is Kind.OPEN:
            inner = event.element
            prose.end_block()
        elif event.kind is not Kind.TEXT:
            _break(element, event, prose)
        elif event.raw or found.is_left_out(element) or tally.leads_away(element):
            continue
        elif element.note is None:
            _add_text(found.text, event.start, event.end, prose)
        else:
            name = found.elements[element.note].name
            if element.note not in shown:
                shown[element.note] = _stands_for(name, tally.notes[element.note], prose)
            if shown[element.note] == _AS_IT_IS:
                _add_text(found.text, event.start, event.end, prose)
            elif shown[element.note]:
                prose.add_decoded(shown[element.note], event.start, event.end)
                shown[element.note] = ""


def _within(found: Page, chosen: int) -> Iterable[Event]:
    begin = found.events.index(Event(Kind.OPEN, chosen))
    for event in found.events[begin:]:
        yield event
        if event.kind is Kind.CLOSE and event.element == chosen:
            return


def _break(element: Element, event: Event, prose: Prose) -> None:
    if element.name == "br":
        if event.kind is Kind.OPEN:
            prose.end_line()
    elif element.name in CELLS:
        prose.end_cell()
    elif element.name in BLOCKS:
        prose.end_block()


def _add_text(text: str, start: int, end: int, prose: Prose) -> None:
    at = start
    for said, first, last in entities(text, start, end):
        prose.add(at, first)
        prose.add_decoded(said, first, last)
        at = last
    prose.add(at, end)


_AS_IT_IS = "as it is"


def _stands_for(name: str, said: str, prose: Prose) -> str:
    """What is read in place of a superscript or subscript: nothing of a footnote's mark, the sign
    of a power, or its text `_AS_IT_IS`, as of "5<sup>th</sup>"."""
    if not is_reference(said):
        return _AS_IT_IS
    before, number = prose.last_words(12), said.strip()
    if name == "sub":
        return _AS_IT_IS if number.isdigit() and _FORMULA.search(before) else ""
    is_power = number in ("2", "3") and _LENGTH_UNIT.search(before)
    return number.translate(_RAISED) if is_power or _TEN.search(before) else ""
