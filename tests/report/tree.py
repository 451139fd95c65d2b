"""A page's source as a tree of elements, made with the standard library's parser."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

# Elements of HTML that have no end tag.
_VOID = "area base br col embed hr img input link meta source track wbr".split()


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.built = ET.TreeBuilder()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.built.start(tag, {name: value or "" for name, value in attrs})
        if tag in _VOID:
            self.built.end(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.built.start(tag, {name: value or "" for name, value in attrs})
        self.built.end(tag)

    def handle_endtag(self, tag: str) -> None:
        self.built.end(tag)

    def handle_data(self, data: str) -> None:
        self.built.data(data)


def tree(source: str) -> ET.Element:
    """The root element. Every element of the source has to be closed, or to be one without end."""
    parser = _Builder()
    parser.feed(source.partition("<html")[1] + source.partition("<html")[2].rstrip())
    parser.close()
    return parser.built.close()


def text(element: ET.Element) -> str:
    """The words in an element, one space between them."""
    return " ".join("".join(element.itertext()).split())


def having(element: ET.Element, *classes: str) -> Iterator[ET.Element]:
    """The elements within that are of all these classes."""
    return (one for one in element.iter() if {*classes} <= {*one.get("class", "").split()})
