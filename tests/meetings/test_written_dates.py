from datetime import date

import pytest

from meetings.written_dates import odd_years, other_dates_sentence, written_dates, wrong_dates


@pytest.mark.parametrize(
    "text",
    [
        "Thursday 1 November 2018",
        "Thursday, 1st November, 2018",
        "Thursday the 1st of November 2018",
        "thursday 1 november 2018",
        "Thurs 1 Nov 2018",
        "Thu. 1 Nov. 2018",
        "Thursday,\n1st\nNovember 2018",
        "To be held on Thursday 1 November 2018, at 10.00 am.",
    ],
)
def test_date_is_found_however_it_is_written(text):
    (written,) = written_dates(text)

    assert (written.day, written.weekday) == (date(2018, 11, 1), 3)
    assert written.problem == ""


@pytest.mark.parametrize(
    "text",
    ["November 2018", "1 November", "Item 8 on 12 pages", "31 people", "in 2018", "1 Movember 2018", ""],
)
def test_other_words_are_no_date(text):
    assert list(written_dates(text)) == []


def test_wrong_weekday_is_told_with_the_right_one():
    (wrong,) = wrong_dates("The Panel meets on\nThursday 2 November 2018 at County Hall.")

    assert wrong.text == "Thursday 2 November 2018"
    assert wrong.start == len("The Panel meets on\n")
    assert wrong.problem == "“Thursday 2 November 2018” is not a Thursday: 2 November 2018 is a Friday."


@pytest.mark.parametrize("text", ["31 November 2018", "29 February 2019", "0 May 2019", "32 May 2019"])
def test_day_that_no_calendar_has_is_told(text):
    assert [wrong.problem for wrong in wrong_dates(text)] == [f"“{text}” is not a day in the calendar."]


def test_right_dates_and_dates_without_a_weekday_are_left_alone():
    text = "From Wednesday, 19 September 2018 to 29 February 2020; Sept 2018; Sat 27 Oct 2018."

    assert wrong_dates(text) == []
    assert len(list(written_dates(text))) == 3


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("Annual Report 2017/2018", []),
        ("Annual Report 2017/18 and 1999/00", []),
        ("Annual Report 2017//2018", ["2017//2018"]),
        ("Annual Report 2017/19", ["2017/19"]),
        ("Annual Report 2018/2017", ["2018/2017"]),
        ("Annual Report 2108/09", ["2108/09"]),
        ("Telephone 03000 / 416172", []),
    ],
)
def test_slip_in_a_span_of_years_is_found(text, odd):
    assert odd_years(text) == odd


def test_report_addressed_to_another_meeting_is_told():
    meeting = date(2018, 11, 1)

    assert other_dates_sentence("Corporate Parenting Panel - 1st November 2018", meeting) == ""
    assert other_dates_sentence("Corporate Parenting Panel", meeting) == ""
    assert other_dates_sentence("Corporate Parenting Panel - 18 September 2017", meeting) == (
        "The meeting is on Thursday 1 November 2018, not on 18 September 2017."
    )
