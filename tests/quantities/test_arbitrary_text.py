"""Whatever the text, `quantities` keeps its promises.

fuzz/ looks for more of the same, guided by coverage. What it or hypothesis found stays here.
"""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from .promises import FRAGMENTS, check

# Neither digits of other scripts, nor marks, nor signs come often enough when all Unicode is even.
odd = st.characters(categories=["Nd", "Nl", "No", "Mn", "Me", "Cf", "Zs", "Pd", "Sc", "Sm", "Lt"])
pieces = st.one_of(
    st.sampled_from(FRAGMENTS),
    st.sampled_from(FRAGMENTS),
    st.sampled_from([" ", "-", ",", ".", "\n"]),
    st.text("0123456789,. ", min_size=1, max_size=12),
    odd,
    st.text(max_size=3),
)
mixed = st.lists(pieces, max_size=14).map("".join)


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_a_fragment(fragment: str) -> None:
    for text in (fragment, fragment * 3, f"1{fragment}", f"{fragment}1", f"20 {fragment} 30"):
        check(text)


@settings(max_examples=1500, deadline=None)
@given(mixed)
@example("/r//4//.2/N")
@example("0e901")
@example("1e-500")
@example("0$ -0")  # the sign of money behind one number taken for the next
def test_fragments_among_arbitrary_characters(text: str) -> None:
    check(text)


@settings(max_examples=300, deadline=None)
@given(st.text())
def test_arbitrary_characters(text: str) -> None:
    check(text)


@settings(max_examples=300, deadline=None)
@given(mixed, st.integers(2, 6))
def test_what_is_said_again_and_again(text: str, times: int) -> None:
    check(text * times)
