"""Front matter: which keys tell which field, and what is said of a broken one."""

from __future__ import annotations

import pytest

from claimcheck.articles.markdown.front_matter import front_matter


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("---\ntitle: Two quakes\n---\n", {"title": "Two quakes"}),
        ("---\ntitle: 1984\n---\n", {"title": "1984"}),
        ("---\ntitle: 'A: b'\n...\n", {"title": "A: b"}),
        ("---\r\ntitle: a\r\n---\r\n", {"title": "a"}),
        ("---\ndate: 2009-01-07\n---", {"published": "2009-01-07"}),
        ("---\ndate: 2009-01-07 09:30:00 +0900\n---", {"published": "2009-01-07T09:30:00+09:00"}),
        ("---\ndate: 2009-01-08\npublished: 2009-01-07\n---", {"published": "2009-01-07"}),
        ("---\nauthor: Ada Brown\n---", {"source": "Ada Brown"}),
        ("---\nauthor: [Ada Brown, Bo Chan]\n---", {"source": "Ada Brown, Bo Chan"}),
        ("---\nauthor: Ada Brown\noutlet: AP\n---", {"source": "AP"}),
        ("---\ncanonical: https://x.org/a\n---", {"url": "https://x.org/a"}),
        ("---\nstory: quake\nLang: en\n---", {"story": "quake", "language": "en"}),
        ("---\nreference: 2009-01-08\n---", {"reference": "2009-01-08"}),
        # Front matter carries much that is no field of an article, and keys without a value.
        ("---\nlayout: post\ntags: [a, b]\nseo: {x: 1}\ntitle:\ndate: ''\n---", {}),
        ('---\ntitle: "Two \\ud83d\\ude82"\n---', {"title": "Two 🚂"}),
        ("---\n---\n", {}),
        ("---\n# only a note\n---\n", {}),
        ('+++\ntitle = "Two quakes"\ndate = 2009-01-07\n+++\n',
         {"title": "Two quakes", "published": "2009-01-07"}),
        ('+++\ndate = 2009-01-07T09:30:00Z\ndraft = true\n[extra]\na = 1\n+++\n',
         {"published": "2009-01-07T09:30:00+00:00"}),
    ],
)  # fmt: skip
def test_the_fields_that_are_told(text: str, fields: dict[str, str]) -> None:
    told = front_matter(text, "a.md")
    assert (told.fields, told.problems) == (fields, ())
    assert text[told.end :].strip() == ""


@pytest.mark.parametrize(
    "text",
    [
        "title: a\n---\n",
        "Text\n---\ntitle: a\n---\n",
        # A line across the page, and one that is never closed.
        "---\nFive men died.\n---\n",
        "---\ntitle: a\n",
        "----\ntitle: a\n----\n",
        "+++\ntitle = 'a'\n",
    ],
)
def test_what_is_no_front_matter_is_text(text: str) -> None:
    assert front_matter(text, "a.md") == ({}, 0, ())


@pytest.mark.parametrize(
    ("text", "place", "cause"),
    [
        ("---\ntitle: [a\n---\n", "a.md:3:1", "the front matter is no YAML: expected"),
        ("---\na: b\n  c: d\n---\n", "a.md:3:4", "the front matter is no YAML: mapping values"),
        ("---\ntitle: a\ntitle: b\n---\n", "a.md:3:1", "the key `title` is written twice"),
        ("---\ntitle: a\ndate: soon\n---\n", "a.md:3:1", "`published` is no date"),
        ("---\n\ntitle: {a: b}\n---\n", "a.md:3:1", "`title` is a table, not a string"),
        ("---\ntitle: [a, b]\n---\n", "a.md:2:1", "`title` is a list, not a string"),
        ('+++\na = 1\ntitle = "x\n+++\n', "a.md:3:11", "the front matter is no TOML: illegal"),
        ('+++\na = 1\ntitle = 5\n+++\n', "a.md:3:1", "`title` is a number, not a string"),
        ('---\ntitle: "\\ud83d"\n---\n', "a.md:2:1", "`title` holds half of a surrogate pair"),
        (f"---\ntitle: {'[' * 3000}\n---\n", "a.md:1", "the front matter is no YAML: its values"),
    ],
)  # fmt: skip
def test_a_mistake_has_its_place_and_cause(text: str, place: str, cause: str) -> None:
    (problem,) = front_matter(text, "a.md").problems
    assert str(problem.place) == place
    assert problem.cause.startswith(cause)
