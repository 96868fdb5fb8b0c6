from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.minute_numbers import (
    MinuteNumber,
    NumberFormat,
    NumberingReset,
    draw,
    lacks_annual_meeting,
    next_number,
    numbered,
    sequence_began_on,
)

TERMS = [date(2017, 5, 25), date(2021, 5, 27)]
ANNUAL = [date(2017, 5, 25), date(2018, 5, 17), date(2019, 5, 23)]
DRAWN = st.lists(st.integers(1, 300), max_size=20)


def test_eleven_minutes_of_a_meeting_follow_the_last_one_drawn_and_the_next_meeting_goes_on():
    drawn = draw([None] * 11, range(1, 96))

    assert drawn == list(range(96, 107))
    assert next_number([*range(1, 96), *drawn]) == 107


def test_first_number_of_a_sequence_may_be_set_by_the_council():
    assert next_number([]) == 1
    assert next_number([], first=96) == 96
    assert next_number([96, 97], first=96) == 98
    assert draw([None, None], [], first=96) == [96, 97]


def test_minute_that_has_a_number_keeps_it_and_one_added_takes_the_next():
    assert draw([96, None, 97], [95, 96, 97]) == [96, 98, 97]


def test_number_of_a_minute_taken_away_is_not_drawn_again():
    assert draw([None], [96, 97, 98]) == [99]


@given(st.lists(st.none() | st.integers(1, 300), max_size=20, unique_by=lambda one: one or object()), DRAWN)
def test_numbers_are_never_reused_nor_changed(minutes, drawn):
    numbers = draw(minutes, drawn)

    new = [number for minute, number in zip(minutes, numbers, strict=True) if minute is None]
    assert [number for minute, number in zip(minutes, numbers, strict=True) if minute] == [
        minute for minute in minutes if minute
    ]
    assert new == sorted(set(new))
    assert set(new).isdisjoint(drawn)
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize(
    ("meeting_on", "reset", "began_on"),
    [
        (date(2018, 9, 19), NumberingReset.TERM, date(2017, 5, 25)),
        (date(2017, 5, 25), NumberingReset.TERM, date(2017, 5, 25)),
        (date(2021, 5, 26), NumberingReset.TERM, date(2017, 5, 25)),
        (date(2021, 5, 27), NumberingReset.TERM, date(2021, 5, 27)),
        (date(2018, 9, 19), NumberingReset.MUNICIPAL_YEAR, date(2018, 5, 17)),
        (date(2018, 5, 16), NumberingReset.MUNICIPAL_YEAR, date(2017, 5, 25)),
        (date(2018, 5, 17), NumberingReset.MUNICIPAL_YEAR, date(2018, 5, 17)),
        (date(2019, 1, 29), NumberingReset.MUNICIPAL_YEAR, date(2018, 5, 17)),
        (date(2018, 12, 31), NumberingReset.CALENDAR_YEAR, date(2018, 1, 1)),
        (date(2019, 1, 1), NumberingReset.CALENDAR_YEAR, date(2019, 1, 1)),
        (date(2018, 9, 19), NumberingReset.NEVER, None),
    ],
)
def test_sequence_begins_again_as_the_council_has_it(meeting_on, reset, began_on):
    assert sequence_began_on(meeting_on, reset, term_starts=TERMS, annual_meetings=ANNUAL) == began_on


@pytest.mark.parametrize(
    ("reset", "message"),
    [
        (NumberingReset.TERM, "Enter the first day of the council's term that came before the meeting"),
        (
            NumberingReset.MUNICIPAL_YEAR,
            "Enter the annual meeting of the council that came before the meeting",
        ),
    ],
)
def test_meeting_before_every_known_start_asks_for_it(reset, message):
    with pytest.raises(ValueError, match=message):
        sequence_began_on(date(2017, 5, 24), reset, term_starts=TERMS, annual_meetings=ANNUAL)


@pytest.mark.parametrize(
    ("meeting_on", "is_lacking"),
    [
        (date(2019, 5, 22), False),
        (date(2020, 5, 31), False),
        (date(2020, 6, 1), True),
        (date(2021, 2, 1), True),
        (date(2017, 5, 24), True),
    ],
)
def test_annual_meeting_not_entered_is_noticed(meeting_on, is_lacking):
    assert lacks_annual_meeting(meeting_on, ANNUAL) == is_lacking


@pytest.mark.parametrize(
    ("form", "began_on", "printed"),
    [
        (NumberFormat.PLAIN, date(2017, 5, 25), "60."),
        (NumberFormat.WITH_YEAR, date(2018, 5, 17), "60/18"),
        (NumberFormat.WITH_YEAR, date(2005, 5, 17), "60/05"),
        (NumberFormat.WITH_YEAR, None, "60/19"),
    ],
)
def test_number_is_printed_with_a_full_stop_or_the_year_its_sequence_began(form, began_on, printed):
    number = numbered(60, form, meeting_on=date(2019, 1, 29), sequence_began_on=began_on)

    assert str(number) == printed


@given(st.builds(MinuteNumber, st.integers(1, 9999), st.none() | st.integers(0, 99)))
def test_number_reads_back_as_it_prints(number):
    assert MinuteNumber.parse(str(number)) == number


@pytest.mark.parametrize("text", ["", "96", "0.", "96/2018", "96/8", "96..", "x/18"])
def test_text_that_is_no_minute_number_is_refused(text):
    with pytest.raises(ValueError, match="is not the number of a minute"):
        MinuteNumber.parse(text)
