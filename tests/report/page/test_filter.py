"""The filter language, run in the page that speaks it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.xdist_group("browser")

# Signs that mean something in the language come often; half a surrogate pair cannot be sent.
TEXTS = st.text(
    st.one_of(st.sampled_from('!:"\\ sagv\n'), st.characters(exclude_categories=["Cs"])),
    max_size=30,
)
PASSING = """async text => {
  const { tests, problems } = matches(parse(text), index, await searchTexts());
  const rows = list => passing(tests[list], "", list, index).map(row => index[list].id[row]);
  return { findings: rows("findings"), facts: rows("facts"), problems };
}"""


@pytest.fixture(scope="module")
def language(browser: Browser, crowded: str) -> Iterator[Page]:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(crowded)
        yield page


def numbers(ids: list[str]) -> set[int]:
    return {int(id_.rpartition("-")[2]) for id_ in ids}


# Findings are numbered; see `crowd` for who says what of which.
@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("", lambda n: True),
        ("s:new", lambda n: n % 3 == 0),
        ("s:new s:known", lambda n: n % 3 != 2),
        ("!s:new", lambda n: n % 3 != 0),
        ("!s:new !s:known", lambda n: n % 3 == 2),
        ("v:tension", lambda n: n % 3 == 1),
        ('v:"in tension" v:differ', lambda n: n % 3 != 2),  # as the page has it
        ("g:major", lambda n: n % 4 == 0),
        ("g:major s:new", lambda n: n % 12 == 0),
        ("g:major g:minor s:new", lambda n: n % 2 == 0 and n % 3 == 0),
        ("G:Major", lambda n: n % 4 == 0),  # as a phone may write it
        ("a:speed", lambda n: n % 3 == 0),  # a whole name, though "top speed" has it in it
        ("a:spee", lambda n: n % 3 != 2),
        ('a:"Top speed"', lambda n: n % 3 == 1),
        ("a:top_speed", lambda n: n % 3 == 1),
        ('subj:"bridge 0007"', lambda n: n == 7),
        ('subj:"bridge 001"', lambda n: 10 <= n < 20),
        # What the working says of every finding is no word of one.
        ('"on one side at least"', lambda n: False),
        ('"severity"', lambda n: False),
        ("doc:noon.txt", lambda n: n % 2 == 0),
        ('doc:"Dusk report"', lambda n: n % 2 == 1),
        ("doc:report", lambda n: True),
        ("source:dusk", lambda n: n % 2 == 1),
        ("!source:dusk", lambda n: n % 2 == 0),
        ("story:night", lambda n: n % 2 == 1),
        ("id:find-000", lambda n: n < 10),
        ("from:2024", lambda n: n % 2 == 1),
        ("from:2023-09-13", lambda n: True),
        ("from:2023-09-02 to:2023-12", lambda n: n % 2 == 0),
        ("!from:2024", lambda n: n % 2 == 0),
        ("to:2023-09-01", lambda n: True),
        ("to:2022", lambda n: False),
        ("f:differ", lambda n: n % 3 == 0),
        ("f:once", lambda n: False),
        ("nine", lambda n: True),
        ("0007", lambda n: n == 7),
        ('"number 0012 leave nine"', lambda n: n == 12),
        ('"number 0012" "0013"', lambda n: False),
        ("NUMBER !0012", lambda n: n != 12),
        ("0012 s:known", lambda n: False),
    ],
)
def test_a_filter_finds(language: Page, text: str, passes: Callable[[int], bool]) -> None:
    found = language.evaluate(PASSING, text)
    assert numbers(found["findings"]) == {n for n in range(250) if passes(n)}
    assert found["problems"] == []


def test_a_name_that_is_said_once_hides_none_that_it_is_a_part_of(language: Page) -> None:
    found = language.evaluate(
        """() => {
          const { facts, ...others } = structuredClone(index);
          facts.subject.names[facts.subject.rows[250]] = "bridge 001";
          const { tests } = matches(parse('subj:"bridge 001" f:once f:differ f:superseded f:tension'), { facts, ...others });
          return passing(tests.facts, "", "facts", index).map(row => index.facts.id[row]);
        }"""
    )
    assert numbers(found) == {*range(10, 20), 250}


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("", lambda n: n < 250),
        ("f:once", lambda n: n >= 250),
        ("f:once f:differ", lambda n: n >= 250 or n % 3 == 0),
        ("!f:once", lambda n: n < 250),
        ("s:new", lambda n: n < 250 and n % 3 == 0),
        ("!s:new", lambda n: n < 250 and n % 3 != 0),
        ("a:top_speed doc:noon", lambda n: n < 250 and n % 6 == 4),
        ("id:fact-0007", lambda n: n == 7),
        ("id:find-0007", lambda n: n == 7),
        ("f:once 0251", lambda n: n == 251),
    ],
)
def test_facts_are_filtered_too(language: Page, text: str, passes: Callable[[int], bool]) -> None:
    found = language.evaluate(PASSING, text)
    assert numbers(found["facts"]) == {n for n in range(255) if passes(n)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("colour:red", "colour:red is left out: colour: is no key (there are s: v: g: f: a: subj:"),
        ("s:odd", "s:odd is left out: s: is one of new, updated, known, absent, suppressed"),
        ("!g:huge", "!g:huge is left out: g: is one of major, moderate, minor, negligible"),
        ("s:", 's:"" is left out: s: stands without a value'),
        ("from:May", "from:May is left out: from: is a year, a month or a day"),
        ("to:2023-9", "to:2023-9 is left out: to: is a year, a month or a day"),
    ],
)
def test_what_cannot_be_asked_is_told_and_left_out(language: Page, text: str, told: str) -> None:
    found = language.evaluate(PASSING, f"{text} g:major")
    [problem] = found["problems"]
    assert problem.startswith(told)
    assert numbers(found["findings"]) == set(range(0, 250, 4))


@pytest.mark.parametrize(
    ("text", "told", "found"),
    [
        ("a:weight", "a:weight: no attribute is called so", set()),
        ("doc:nowhere", "doc:nowhere: no article has this id or title", set()),
        ("!source:nobody", "!source:nobody: no article has this source", set(range(0, 250, 4))),
    ],
)
def test_a_name_that_nobody_has_is_told_and_finds_nothing(
    language: Page, text: str, told: str, found: set[int]
) -> None:
    passing = language.evaluate(PASSING, f"{text} g:major")
    assert passing["problems"] == [told]
    assert numbers(passing["findings"]) == found


@settings(max_examples=300, deadline=None)
@given(text=TEXTS)
def test_what_is_written_is_read_again(language: Page, text: str) -> None:
    terms, again = language.evaluate("text => [parse(text), parse(format(parse(text)))]", text)
    assert again == terms


@settings(max_examples=200, deadline=None)
@given(terms=st.lists(st.tuples(st.sampled_from(["", "s", "doc", "x"]), TEXTS, st.booleans())))
def test_every_term_can_be_written(language: Page, terms: list[tuple[str, str, bool]]) -> None:
    asked = [
        {"key": key, "value": value, "not": turned} for key, value, turned in terms if key or value
    ]
    assert language.evaluate("terms => parse(format(terms))", asked) == asked


@settings(max_examples=100, deadline=None)
@given(text=TEXTS)
def test_no_text_breaks_a_filter(language: Page, text: str) -> None:
    found = language.evaluate(PASSING, text)
    assert set(found) == {"findings", "facts", "problems"}


@pytest.mark.parametrize(
    ("sort", "first"),
    [("severity", [57, 157]), ("subject", [0, 1, 2]), ("newest", [57, 213])],
)
def test_rows_are_put_in_order(language: Page, sort: str, first: list[int]) -> None:
    order = language.evaluate(
        "sort => passing(() => true, sort, 'findings', index).map(row => index.findings.id[row])",
        sort,
    )
    listed = [int(id_.rpartition("-")[2]) for id_ in order]
    assert set(listed) == set(range(250))
    assert listed[: len(first)] == first
