from datetime import date

import pytest
from django.core.exceptions import ValidationError

from scorecard.forms.month_field import MonthField


@pytest.mark.parametrize(
    ("typed", "month"),
    [
        ("April 2019", date(2019, 4, 30)),
        ("apr 2019", date(2019, 4, 30)),
        (" Sept 2018 ", date(2018, 9, 30)),
        ("4 2019", date(2019, 4, 30)),
        ("04/2019", date(2019, 4, 30)),
        ("2019-04", date(2019, 4, 30)),
        ("2019-4", date(2019, 4, 30)),
        ("Feb 2020", date(2020, 2, 29)),
        ("12.2019", date(2019, 12, 31)),
    ],
)
def test_month_is_read_as_people_write_it(typed, month):
    assert MonthField().clean(typed) == month


@pytest.mark.parametrize(
    "typed",
    [
        "April",
        "2019",
        "Ju 2019",
        "Jun 19",
        "13 2019",
        "0 2019",
        "2019-00",
        "2019-13",
        "Apr 1989",
        "Apr 2101",
        "x",
        "٤ 2019",
    ],
)
def test_what_is_no_month_is_refused_with_an_example(typed):
    with pytest.raises(ValidationError) as refusal:
        MonthField().clean(typed)

    assert refusal.value.messages == ["Enter a month and a year of 4 digits, like April 2019"]


def test_empty_is_none_where_it_may_be():
    assert MonthField(required=False).clean("") is None


def test_month_stands_in_its_box_in_words():
    assert MonthField().prepare_value(date(2019, 4, 30)) == "April 2019"
