"""Measures: the unit or the money behind a number, and what it is per."""

from __future__ import annotations

import pytest

from claimcheck.quantities.measures import measured, over_time
from claimcheck.quantities.numerals import fold, numeral
from claimcheck.quantities.units import unit

from .reading import Row, check, quantity

UNITS: list[Row] = [
    ("It is |5km| off.", "5 kilometer"),
    ("It is |5 km| off.", "5 kilometer"),
    ("It is a |5-km| walk.", "5 kilometer"),
    ("It is a |five-mile| run.", "5 mile"),
    ("It weighs |5 tonnes|.", "5 metric_ton"),
    ("It weighs |5 lb|.", "5 pound"),
    ("It weighs |5 stone|.", "5 stone"),
    ("It holds |5 GB|.", "5 gigabyte"),
    ("It makes |5 MW|.", "5 megawatt"),
    ("It is |20 °C| there.", "20 degree_Celsius"),
    ("It is |68 degrees Fahrenheit| there.", "68 degree_Fahrenheit"),
    ("It is |20 degrees| there.", "20 degree"),
    ("It took |20 per cent| of it.", "20 percent"),
    ("It took |20pc| of it.", "20 percent"),
    ("A |20 percentage-point| lead.", "20 percentage_point"),
    ("It is a |5-million-tonne| field.", "5000000 metric_ton"),
    # compound
    ("It goes at |50km/h|.", "50 kilometer/hour"),
    ("It goes at |90 kilometres an hour|.", "90 kilometer/hour"),
    ("It goes at |40 mph|.", "40 mile/hour"),
    ("It pumps |20 barrels per day|.", "20 oil_barrel/day"),
    ("It pumps |5 bpd|.", "5 oil_barrel/day"),
    ("It emits |130 g/km|.", "130 gram/kilometer"),
    ("It holds |70 kg per cubic metre|.", "70 kilogram/meter**3"),
    ("It covers |40 square kilometres|.", "40 kilometer**2"),
    ("It covers |40 sq km|.", "40 kilometer**2"),
    ("It covers |5 m2|.", "5 meter**2"),
    ("It used |5 kWh|.", "5 kilowatt*hour"),
    ("It moves |5,000 tonnes| of ore a day.", "5000 metric_ton/day"),
    # the shape behind it
    ("A |26-mile-long| tunnel.", "26 mile"),
    ("A |20-km-wide| river.", "20 kilometer"),
    ("A |3m-high| wall.", "3 meter"),
    ("It is |3 metres tall|.", "3 meter"),
    ("It is |1.5m tall|.", "1.5 meter"),
    # between the number and the unit
    ("It took |two full days|.", "2 day"),
    ("It ran |2 consecutive years|.", "2 year"),
    ("Give it |2 more minutes|.", "2 minute"),
    # fractions
    ("It took |three quarters of an hour|.", "0.75 hour"),
    ("It is |half a mile| off.", "0.5 mile"),
    ("It is |3 1/2 miles| off.", "3.5 mile"),
    ("It is |5½ miles| off.", "5.5 mile"),
    ("It is |two and a half miles| off.", "2.5 mile"),
    # no unit after all
    ("It had |5| in |2004| alone.", "5; 2004, date"),
    ("It saw |5| in |May| alone.", "5; ?, date"),
    ("It has |12| people per square mile.", "12 (people)"),
]


@pytest.mark.parametrize(("row", "expected"), UNITS)
def test_what_a_number_measures(row: str, expected: str) -> None:
    check(row, expected)


MONEY: list[Row] = [
    ("It cost |$5.50|.", "5.5 $"),
    ("It cost |$5m|.", "5000000 $"),
    ("It cost |$1.2tn|.", "1200000000000 $"),
    ("It cost |$900K|.", "900000 $"),
    ("It cost |£1k|.", "1000 GBP"),
    ("It cost |€3bn|.", "3000000000 EUR"),
    ("It cost |3 billion euros|.", "3000000000 EUR"),
    ("It cost |US$3 million|.", "3000000 USD"),
    ("It cost |A$3m|.", "3000000 AUD"),
    ("It cost |75 USD million|.", "75000000 USD"),
    ("It cost |Rs 300 crore|.", "3000000000 INR"),
    ("It cost |¥300|.", "300 JPY"),
    ("It cost |300 yen|.", "300 JPY"),
    ("It cost |99 cents|.", "99 cent"),
    ("It cost |20p|.", "20 pence"),
    ("It cost |$10 dollars|.", "10 $"),
    # per
    ("It pays |$15 an hour|.", "15 $/hour"),
    ("It pays |$40,000 a year|.", "40000 $/year"),
    ("It costs |£2.50 per litre|.", "2.5 GBP/liter"),
    ("It costs |2.50 pounds a kilo|.", "2.5 GBP/kilogram"),
    ("It costs |$75 U.S. per barrel|.", "75 USD/oil_barrel"),
    # no money between two numbers
    ("It has |5||$6| of it.", "5; 6 $"),
]


@pytest.mark.parametrize(("row", "expected"), MONEY)
def test_what_a_sum_is(row: str, expected: str) -> None:
    check(row, expected)


def test_money_is_no_unit_of_a_quantity() -> None:
    one = quantity("It cost $5.")
    assert (one.unit, one.money) == (None, "$")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20 km", (unit("kilometer"), 5, 0)),
        ("75 usd million", (unit("USD"), 14, 6)),
        ("20 coins", (None, 2, 0)),
        ("20", (None, 2, 0)),
    ],
)
def test_what_stands_behind_a_numeral(text: str, expected: object) -> None:
    item = numeral(fold(text), 0)
    assert item
    assert measured(text, fold(text), item, None) == expected


@pytest.mark.parametrize(
    ("behind", "name"),
    [
        (" of copper a year", "metric_ton/year"),
        (" of good red copper per day", "metric_ton/day"),
        (" of copper", "metric_ton"),
        (" a year of copper", "metric_ton"),
        (" of copper a share", "metric_ton"),
    ],
)
def test_what_it_is_per_may_stand_behind_what_is_measured(behind: str, name: str) -> None:
    assert over_time(behind, behind, unit("metric_ton"), 0).name == name


def test_a_rate_is_per_one_thing_alone() -> None:
    rate = unit("metric_ton/day")
    assert over_time(" of copper a year", " of copper a year", rate, 0) is rate
