"""A date in three boxes: what is understood, and what is said when it is not."""

import datetime
import re

import pytest

from core.dates import DateField
from core.form_errors import errors_of
from core.forms import Form
from core.templatetags.govuk import govuk_field


class MeetingForm(Form):
    held_on = DateField(label="Meeting date")
    ends_on = DateField(label="End", required=False)


def typed(day: str, month: str, year: str) -> MeetingForm:
    return MeetingForm({"held_on-day": day, "held_on-month": month, "held_on-year": year})


@pytest.mark.parametrize(
    ("day", "month", "year"),
    [
        ("1", "11", "2018"),
        ("01", "11", "2018"),
        (" 1 ", "november", "2018"),
        ("1", "Nov", "2018"),
        ("1", "nov.", "2018"),
    ],
)
def test_date_is_understood_as_people_write_it(day: str, month: str, year: str) -> None:
    form = typed(day, month, year)

    assert form.errors == {}
    assert form.cleaned_data == {"held_on": datetime.date(2018, 11, 1), "ends_on": None}


@pytest.mark.parametrize(
    ("day", "month", "year", "said", "boxes"),
    [
        ("", "", "", "Enter the meeting date", "day month year"),
        ("", "11", "2018", "Meeting date must include a day", "day"),
        ("1", "", "2018", "Meeting date must include a month", "month"),
        ("", "11", "", "Meeting date must include a day and year", "day year"),
        ("1", "11", "18", "Meeting date must have a year of 4 digits, like 2018", "year"),
        ("1", "11", "two", "Meeting date must have a year of 4 digits, like 2018", "year"),
        ("1", "13", "2018", "Meeting date must have a month from 1 to 12, or its name", "month"),
        ("1", "0", "2018", "Meeting date must have a month from 1 to 12, or its name", "month"),
        ("1", "ju", "2018", "Meeting date must have a month from 1 to 12, or its name", "month"),
        ("32", "11", "2018", "Meeting date must be a real date", "day"),
        ("0", "11", "2018", "Meeting date must be a real date", "day"),
        ("x", "11", "2018", "Meeting date must be a real date", "day"),
        ("31", "11", "2018", "Meeting date must be a real date", "day month year"),
        ("29", "2", "2018", "Meeting date must be a real date", "day month year"),
        ("1", "1", "0000", "Meeting date must have a year from 1900 to 2199", "year"),
        ("31", "12", "1899", "Meeting date must have a year from 1900 to 2199", "year"),
        ("1", "1", "2200", "Meeting date must have a year from 1900 to 2199", "year"),
        ("1", "1", "9999", "Meeting date must have a year from 1900 to 2199", "year"),
        ("²", "11", "2018", "Meeting date must be a real date", "day"),
    ],
)
def test_error_says_what_is_wrong_and_marks_its_boxes(
    day: str, month: str, year: str, said: str, boxes: str
) -> None:
    form = typed(day, month, year)

    wrong = re.findall(r'govuk-input--error [^"]*" id="id_held_on-(\w+)"', govuk_field(form["held_on"]))
    assert wrong == boxes.split()
    assert errors_of(form) == [{"text": said, "href": f"#id_held_on-{wrong[0]}"}]


@pytest.mark.parametrize("day", [datetime.date(1900, 1, 1), datetime.date(2199, 12, 31)])
def test_first_and_last_day_that_can_be_typed(day: datetime.date) -> None:
    form = typed(str(day.day), str(day.month), str(day.year))

    assert form.errors == {}
    assert form.cleaned_data["held_on"] == day


def test_what_was_typed_stays_in_the_boxes() -> None:
    assert 'value="Nonember"' in govuk_field(typed("1", "Nonember", "2018")["held_on"])


def test_kept_date_is_shown_in_its_parts() -> None:
    drawn = govuk_field(MeetingForm(initial={"held_on": datetime.date(2018, 11, 1)})["held_on"])

    assert [f'value="{part}"' in drawn for part in ("1", "11", "2018")] == [True] * 3


@pytest.mark.parametrize(("day", "changed"), [("1", False), ("2", True)])
def test_change_is_noticed(day: str, changed: bool) -> None:
    form = typed(day, "11", "2018")
    form.initial = {"held_on": datetime.date(2018, 11, 1)}

    assert form.has_changed() == changed
