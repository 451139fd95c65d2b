"""Sources: what is counted, and what is left blank."""

import msgspec
import pytest

from claimcheck.report.sections.sources import sources_view, wilson
from report.sample import camp, claim, document_record, fact, findings_document, sample


# Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17
# (1998), 857–872, table I, for 81 of 263, 15 of 148, 0 of 20 and 1 of 29.
@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),
        (5, 10, 0.2366, 0.7634),
        (10, 10, 0.7225, 1.0),
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_score_interval_is_that_of_the_literature(
    count: int, of: int, low: float, high: float
) -> None:
    assert wilson(count, of) == pytest.approx((low, high), abs=5e-5)


def test_outlets_are_in_alphabetical_order_and_those_untold_are_last() -> None:
    rows = sources_view(sample()).rows
    assert [(row.name, row.articles, row.comparable, row.minority) for row in rows] == [
        ("Euronews", "1", "3", "1"),
        ("The Journal", "1", "2", "0"),
        ("no source told", "2", "5", "0"),
    ]


@pytest.mark.parametrize(
    ("claims", "source", "share", "interval"),
    [
        (9, "Gazette", "", ""),
        (10, "Gazette", "0%", "0.0% to 27.8%"),
        # Articles that tell no source may be of many.
        (10, None, "", ""),
    ],
)
def test_shares_are_blank_under_ten_claims_and_of_no_source(
    claims: int, source: str | None, share: str, interval: str
) -> None:
    said = [claim(f"c{index}", "a.txt", "two", text="two") for index in range(claims)]
    document = findings_document(
        documents=[document_record("a.txt", source=source)],
        claims=said,
        facts=[fact("fact", said, camp(*(each.id for each in said), origins=2))],
    )
    [row] = sources_view(document).rows
    assert (row.share, row.interval) == (share, interval)


def test_what_one_origin_alone_says_cannot_be_compared() -> None:
    said = [claim("c", "a.txt", "two", text="two")]
    document = findings_document(
        documents=[document_record("a.txt")], claims=said, facts=[fact("f", said, camp("c"))]
    )
    [row] = sources_view(document).rows
    assert (row.comparable, row.minority) == ("0", "0")


def test_no_order_is_one_of_merit() -> None:
    document = sample()
    turned = msgspec.structs.replace(document, documents=document.documents[::-1])
    assert sources_view(turned).rows == sources_view(document).rows
