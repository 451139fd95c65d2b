"""Where readings are drawn on a number line."""

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.report.drawings.marks import Mark
from claimcheck.report.drawings.numberline import Ends, NumberLine, Reading, number_line
from claimcheck.report.systems import Units


def reading(hard: Ends, core: Ends, *stated: float) -> Reading:
    return Reading(Mark("circle"), label="words", words=(), hard=hard, core=core, stated=stated)


def share(percentage: str) -> float:
    return float(percentage.removesuffix("%"))


def carriages() -> NumberLine:
    more_than_20 = reading((20, None), (20, 30), 20)
    up_to_90 = reading((0, 100), (60, 90), 90)
    return number_line(
        [more_than_20, up_to_90], Units.of("", "carriage count", []), "carriage count"
    )


def test_the_axis_has_round_values_and_names_what_is_counted() -> None:
    line = carriages()
    assert [tick.label for tick in line.axes[0].ticks] == ["0", "20", "40", "60", "80", "100"]
    assert line.axes[0].words == "carriage count"


def test_closed_ends_stop_and_open_ends_point_to_the_edge() -> None:
    first, second = carriages().lanes
    assert first.ends == (("closed", "22.4%"), ("open-high", "100%"))
    assert second.ends == (("closed", "4%"), ("closed", "96%"))


def test_the_bar_is_the_usual_reading_and_the_mark_the_number_stated() -> None:
    first, second = carriages().lanes
    assert (first.bar, first.bar_width, first.marks) == ("22.4%", "9.2%", ("22.4%",))
    assert (second.bar, second.bar_width, second.marks) == ("59.2%", "27.6%", ("86.8%",))


def test_a_single_value_is_still_a_bar() -> None:
    [lane] = number_line([reading((17, 17), (17, 17), 17)], Units.of("", "age", []), "age").lanes
    assert share(lane.bar_width) > 0
    assert share(lane.bar) < share(lane.marks[0]) < share(lane.bar) + share(lane.bar_width)


def test_large_numbers_are_counted_in_millions() -> None:
    line = number_line([reading((20e6, 40e6), (25e6, 35e6))], Units.of("USD", "cost", []), "cost")
    assert line.axes[0].words == "million USD"
    assert [tick.label for tick in line.axes[0].ticks] == ["0", "10", "20", "30", "40"]


def test_a_narrow_range_far_from_zero_does_not_begin_there() -> None:
    line = number_line(
        [reading((965, 972), (966, 970))], Units.of("kilometer", "distance", []), "distance"
    )
    assert line.axes[0].ticks[0].label == "966"


finite = st.floats(-1e12, 1e12, allow_subnormal=False).map(lambda value: round(value, 3))


@st.composite
def readings(draw: st.DrawFn) -> list[Reading]:
    ends = draw(st.lists(st.lists(finite, min_size=4, max_size=4).map(sorted), min_size=1))
    return [
        reading(
            (None if draw(st.booleans()) else low, high), (first, last), draw(st.sampled_from(four))
        )
        for four in ends
        for low, first, last, high in [four]
    ]


@given(readings())
def test_nothing_is_drawn_off_the_drawing(drawn: list[Reading]) -> None:
    line = number_line(drawn, Units.of("meter", "", []), "")
    places = [share(tick.x) for tick in line.axes[0].ticks]
    assert 1 <= len(places) <= 7
    assert places == sorted(places)
    for lane in line.lanes:
        places += map(share, (lane.low, lane.high, lane.bar, *lane.marks))
        places.append(share(lane.bar) + share(lane.bar_width))
        assert share(lane.low) <= share(lane.high)
    assert all(0 <= place <= 100 for place in places)


@given(readings(), st.floats(0.01, 100))
def test_the_unit_does_not_move_a_drawing_that_begins_at_zero(
    drawn: list[Reading], factor: float
) -> None:
    from_zero = [*drawn, reading((-1e12, 1e12), (0, 0))]

    def scaled(ends: Ends) -> Ends:
        low, high = (None if end is None else end * factor for end in ends)
        return low, high

    converted = [
        reading(scaled(one.hard), scaled(one.core), *(value * factor for value in one.stated))
        for one in from_zero
    ]
    places = [
        [
            share(place)
            for lane in number_line(lanes, Units.of("meter", "", []), "").lanes
            for place in lane.marks
        ]
        for lanes in (from_zero, converted)
    ]
    assert all(abs(one - other) < 0.02 for one, other in zip(*places, strict=True))
