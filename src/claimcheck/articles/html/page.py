"""A page: the elements of an HTML text, in order, each knowing what it stands in.

Made in one pass with a stack, for a page may be nested as deeply as it likes. Where tags are
missing or crossed, elements end about where a browser ends them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from claimcheck.articles.html.tags import Text, tokens

BLOCKS = frozenset(
    """
    html body address article aside blockquote center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p section
    summary table caption thead tbody tfoot tr ul
    """.split()
)
CELLS = frozenset(("td", "th"))
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())

# What begins a new one of these ends the one that is open, up to what holds them.
_ENDED_BY: Mapping[str, frozenset[str]] = {
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "tr": frozenset(("tr", "td", "th")),
    "td": CELLS,
    "th": CELLS,
    "thead": frozenset(("thead", "tbody", "tfoot", "tr", "td", "th")),
    "tbody": frozenset(("thead", "tbody", "tfoot", "tr", "td", "th")),
    "tfoot": frozenset(("thead", "tbody", "tfoot", "tr", "td", "th")),
    "option": frozenset(("option",)),
}
_HOLDERS = frozenset("ul ol menu dl table select html body".split())

# So deep one looks for what a tag ends: deeper, nothing but an attack on our time is nested.
_DEEPEST = 64

# These are left out whatever stands in them. What an article has struck out it no longer says.
_LEFT_OUT = frozenset(
    """
    head script style noscript template svg math canvas object embed iframe audio video map
    nav aside footer dialog button select option textarea input label datalist figcaption
    pre code kbd samp del s strike rt rp
    """.split()
)
_LEFT_OUT_ROLES = frozenset(
    "navigation banner contentinfo complementary search dialog alertdialog menu".split()
)
_BODIES = frozenset(("article", "main"))
_CONTAINERS = frozenset("html body div td th article main form center fieldset".split())


@dataclass(slots=True)
class Element:
    """An element by what it stands in, all by place among the page's elements.

    `block` is the nearest block it is or is in, `container` the nearest element that may hold an
    article, `note` the nearest superscript or subscript, `form` the nearest form.
    """

    name: str
    attributes: Mapping[str, str]
    parent: int
    block: int
    container: int
    note: int | None
    form: int | None
    in_link: bool
    in_body: bool
    left_out: bool


class Kind(Enum):
    """What happens in a page at a place."""

    OPEN = "open"
    CLOSE = "close"
    TEXT = "text"


class Event(NamedTuple):
    """An element that opens or closes, or text in it, with its span."""

    kind: Kind
    element: int
    start: int = 0
    end: int = 0
    raw: bool = False


@dataclass(slots=True)
class Page:
    """The elements, of which the first holds all others, and everything in the order of the text.

    `page_forms` are forms that hold a headline or a body: some pages are one form.
    """

    text: str
    elements: list[Element] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    page_forms: set[int] = field(default_factory=set)

    def is_left_out(self, element: Element) -> bool:
        """Whether what stands in an element is no part of what the page says."""
        return element.left_out or (
            element.form is not None and element.form not in self.page_forms
        )


def page(text: str, start: int = 0, end: int | None = None, *, is_xml: bool = False) -> Page:
    """The page that `text[start:end]` is; in XML a tag may close itself."""
    builder = _Builder(text)
    for token in tokens(text, start, end):
        if isinstance(token, Text):
            builder.add_text(token)
        elif token.is_end:
            builder.close(token.name)
        else:
            builder.open(token.name, token.attributes)
            if token.name in _VOID or (is_xml and token.closes_itself):
                builder.pop()
    builder.close_all()
    return builder.page


class _Builder:
    def __init__(self, text: str) -> None:
        self.page = Page(text)
        root = Element("#root", {}, 0, 0, 0, None, None, False, False, False)
        self.page.elements.append(root)
        self.page.events.append(Event(Kind.OPEN, 0))
        self._stack = [0]
        self._open: Counter[str] = Counter()

    def add_text(self, text: Text) -> None:
        self.page.events.append(Event(Kind.TEXT, self._stack[-1], text.start, text.end, text.raw))

    def open(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in BLOCKS:
            self._end_among(frozenset(("p",)), BLOCKS - {"p"} | CELLS)
        if ended := _ENDED_BY.get(name):
            self._end_among(ended, _HOLDERS)
        place, parent = len(self.page.elements), self._stack[-1]
        above = self.page.elements[parent]
        note = place if name in ("sup", "sub") else above.note
        form = place if name == "form" else above.form
        is_body = name in _BODIES or "articlebody" in attributes.get("itemprop", "").lower()
        in_body = is_body or above.in_body
        if name in ("h1", *_BODIES) and form is not None:
            self.page.page_forms.add(form)
        element = Element(
            name=name,
            attributes=attributes,
            parent=parent,
            block=place if name in BLOCKS or name in CELLS else above.block,
            container=place if name in _CONTAINERS or is_body else above.container,
            note=note,
            form=form,
            in_link=name == "a" or above.in_link,
            in_body=in_body,
            left_out=above.left_out or _leaves_out(name, attributes, in_body=in_body),
        )
        self.page.elements.append(element)
        self.page.events.append(Event(Kind.OPEN, place))
        self._stack.append(place)
        self._open[name] += 1

    def close(self, name: str) -> None:
        if not self._open[name]:
            return
        if name == "p" or not (name in BLOCKS or name in CELLS):
            # An end tag of a phrase ends no paragraph around it.
            self._end_among(frozenset((name,)), BLOCKS | CELLS)
            return
        while self.pop() != name:
            pass

    def close_all(self) -> None:
        while len(self._stack) > 1:
            self.pop()
        self.page.events.append(Event(Kind.CLOSE, 0))

    def pop(self) -> str:
        place = self._stack.pop()
        self.page.events.append(Event(Kind.CLOSE, place))
        name = self.page.elements[place].name
        self._open[name] -= 1
        return name

    def _end_among(self, names: frozenset[str], holders: frozenset[str]) -> None:
        """Ends the outermost open element of `names` that stands in no other of `holders`."""
        if not any(self._open[name] for name in names):
            return
        found = 0
        for depth in range(1, min(len(self._stack), _DEEPEST + 1)):
            name = self.page.elements[self._stack[-depth]].name
            if name in names:
                found = depth
            elif name in holders:
                break
        for _ in range(found):
            self.pop()


def _leaves_out(name: str, attributes: Mapping[str, str], *, in_body: bool) -> bool:
    """Whether an element is left out for what it is, but for forms, which may be the page."""
    if name in ("html", "body"):  # some pages are hidden until a script has run
        return False
    if name in _LEFT_OUT or (name == "header" and not in_body):
        return True
    if attributes.get("role", "").lower() in _LEFT_OUT_ROLES:
        return True
    if "hidden" in attributes or attributes.get("aria-hidden", "").lower() == "true":
        return True
    style = attributes.get("style", "")
    style = style.lower().replace(" ", "") if len(style) < 10_000 else ""
    return "display:none" in style or "visibility:hidden" in style
