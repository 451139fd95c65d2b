"""A tolerance: two values that differ by no more than a share of the greater do not contradict."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.articles.article import Article
from claimcheck.articles.corpus import read
from claimcheck.claims.claim import Claim, tolerant
from claimcheck.claims.measurands import Measurand
from claimcheck.claims.rulepacks import Rules
from claimcheck.document import encode, findings_document
from claimcheck.pipeline import check, shipped_rules
from claimcheck.quantities.possibility import Possibility, consistency
from claimcheck.verdicts.comparison import compare
from claimcheck.verdicts.facts import camps
from quantities.possibilities import shaped, stated
from verdicts.factories import CARRIAGES, DEPARTURE, DURATION, HEAT, SPEED, claim

SEEDS = Path(__file__).parents[2] / "seeds"
SHARES = st.floats(0, 0.99)
VALUES = stated(signs=True) | shaped()


def within(share: float, of: Measurand) -> Measurand:
    return msgspec.structs.replace(of, tolerance=share)


def exactly(n: int, share: float) -> Claim:
    return claim(f"exactly {n:,} carriages", within(share, CARRIAGES), doc=f"{n}.txt")


@pytest.mark.parametrize(
    ("one", "other", "share", "contradictory"),
    [
        ("exactly 95", "exactly 100", 0.05, False),
        ("exactly 94", "exactly 100", 0.05, True),
        ("exactly 95", "exactly 100", 0.0, True),
        ("exactly 100", "exactly 105", 0.05, False),
        ("exactly 100", "exactly 106", 0.05, True),
        ("96", "more than 100", 0.05, False),
        ("90", "more than 100", 0.05, True),
        ("exactly 20", "exactly 90", 0.5, True),
        ("exactly 20", "exactly 90", 0.8, False),
        ("0 carriages", "exactly 1", 0.9, True),
    ],
)
def test_values_within_the_tolerance_do_not_contradict(
    one: str, other: str, share: float, contradictory: bool
) -> None:
    of = within(share, CARRIAGES)
    verdict = compare(claim(one, of), claim(other, of, doc="b.txt")).verdict
    assert (verdict == "contradictory") == contradictory


@given(st.integers(1, 9999), st.integers(1, 9999), st.integers(1, 99))
def test_the_tolerance_is_exact_for_exact_values(one: int, other: int, percent: int) -> None:
    differ = Fraction(abs(one - other), max(one, other))
    verdict = compare(exactly(one, percent / 100), exactly(other, percent / 100)).verdict
    assert (verdict == "contradictory") == (differ > Fraction(percent, 100))


@given(VALUES, VALUES, SHARES)
def test_widening_never_takes_agreement_away(p: Possibility, q: Possibility, share: float) -> None:
    assert consistency(p.widened(share), q.widened(share)) >= consistency(p, q) - 1e-9


@given(VALUES, SHARES, SHARES)
def test_a_wider_tolerance_holds_the_narrower(p: Possibility, one: float, other: float) -> None:
    narrow, wide = (p.widened(share) for share in sorted((one, other)))
    assert wide.low <= narrow.low <= p.low
    assert p.high <= narrow.high <= wide.high
    assert wide.core_low <= narrow.core_low <= p.core_low
    assert p.core_high <= narrow.core_high <= wide.core_high


@given(VALUES, VALUES, SHARES)
def test_a_tolerance_is_symmetric(p: Possibility, q: Possibility, share: float) -> None:
    assert consistency(p.widened(share), q.widened(share)) == consistency(
        q.widened(share), p.widened(share)
    )


@given(VALUES)
def test_no_tolerance_changes_no_value(p: Possibility) -> None:
    assert p.widened(0.0) is p


WORDS = st.sampled_from(
    "exactly 20|more than 20|up to 90|about 21|19|between 18 and 25|dozens of carriages|nearly 90|0 carriages".split(
        "|"
    )
)


@given(WORDS, WORDS, SHARES, st.booleans(), st.booleans())
def test_a_tolerance_never_makes_a_contradiction(
    one: str, other: str, share: float, first: bool, second: bool
) -> None:
    """Also not of values that somebody denies."""

    def verdict(of: Measurand) -> str:
        a = claim(one, of, negative=first)
        return compare(a, claim(other, of, doc="b.txt", negative=second)).verdict

    if verdict(CARRIAGES) != "contradictory":
        assert verdict(within(share, CARRIAGES)) != "contradictory"


@given(st.lists(WORDS, min_size=1, max_size=6), SHARES)
def test_a_tolerance_never_makes_a_camp(words: list[str], share: float) -> None:
    def count(of: Measurand) -> int:
        return len(camps(claim(w, of, doc=f"{i}.txt", id=str(i)) for i, w in enumerate(words)))

    assert count(within(share, CARRIAGES)) <= count(CARRIAGES)


@pytest.mark.parametrize(
    ("of", "words", "moved"),
    [
        (SPEED, "exactly 60 km/h", True),
        (DURATION, "exactly two days", True),
        (DEPARTURE, "Sunday", False),
    ],
)
def test_only_what_has_a_ratio_has_a_tolerance(of: Measurand, words: str, moved: bool) -> None:
    said = claim(words, within(0.05, of))
    assert (said.allowed != said.possibility) == moved


def test_a_share_of_a_temperature_means_nothing() -> None:
    assert not within(0.05, HEAT).proportional


# --- a corpus -----------------------------------------------------------------------------------


def document(rules: Rules) -> bytes:
    return encode(findings_document(check(read(SEEDS).articles, rules), version="0"))


def test_a_tolerance_of_nothing_changes_no_byte_of_the_seeds() -> None:
    rules = shipped_rules().tolerating({"carriage_count": 0.0, "speed": 0.0})
    assert document(rules) == document(shipped_rules())


def test_the_digest_of_the_rules_tells_tolerances_apart() -> None:
    rules = shipped_rules()
    digests = [
        rules.digest,
        rules.tolerating({"speed": 0.05}).digest,
        rules.tolerating({"speed": 0.1}).digest,
        rules.tolerating({"kill": 0.05}).digest,
    ]
    assert len(set(digests)) == len(digests)
    assert rules.tolerating({"speed": 0.0}).digest == rules.digest
    both = {"speed": 0.1, "kill": 0.2}
    assert rules.tolerating(both) == rules.tolerating(dict(reversed(both.items())))


@pytest.mark.parametrize(
    ("attribute", "one", "other"),
    [
        ("carriage_count", "Ada Lovelace's train has exactly 95 carriages.", "100 carriages"),
        ("population", "Oakford has a population of exactly 9,500.", "10,000"),
    ],
)
def test_attributes_with_a_pack_and_without_have_tolerances(
    attribute: str, one: str, other: str
) -> None:
    second = one.replace("95 carriages", other).replace("9,500", other)
    articles = [Article(n, t, story="s") for n, t in (("a", one), ("b", second))]
    strict, tolerating = (
        check(articles, shipped_rules().tolerating({attribute: share})) for share in (0, 0.05)
    )
    assert [(f.kind, f.fact.attribute) for f in strict.findings] == [("contradictory", attribute)]
    assert tolerating.findings == ()
    # Which claims are of one fact is told by what was said alone.
    assert [f.id for f in strict.facts] == [f.id for f in tolerating.facts]


def test_a_claim_keeps_what_it_says() -> None:
    said = claim("exactly 95")
    [told] = tolerant([said], {"carriage_count": 0.05})
    assert (told.possibility, told.canonical, told.key) == (
        said.possibility,
        said.canonical,
        said.key,
    )
    assert tolerant([said], {"speed": 0.05}) == [said]
