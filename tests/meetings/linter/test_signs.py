"""Slips and signs that can be seen in a text by itself."""

from datetime import date

import pytest

from meetings.linter.signs import (
    bad_emails,
    is_email,
    is_phone,
    is_shouted,
    makes_a_child_known,
    promised_dates,
)

NOVEMBER, MEETINGS = date(2018, 11, 1), (date(2018, 11, 1), date(2019, 1, 17))


@pytest.mark.parametrize(
    ("address", "is_right"),
    [
        ("ada.brown@council.example", True),
        ("o'neil+panel@children.council.example", True),
        ("ada.brown@council,example", False),
        ("ada.brown@council", False),
        ("ada brown@council.example", False),
        ("@council.example", False),
    ],
)
def test_email_address_is_one_that_a_letter_reaches(address, is_right):
    assert is_email(address) is is_right


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Write to ada@council.example, or call.", []),
        ("Write to (ada@council.example).", []),
        ("Write to ada@council,gov.uk today.", ["ada@council,gov.uk"]),
        ("Nobody writes here", []),
    ],
)
def test_bad_addresses_are_found_in_a_text(text, found):
    assert bad_emails(text) == found


@pytest.mark.parametrize(
    ("number", "is_right"),
    [
        ("03000 416172", True),
        ("+44 (0)3000 416 172", True),
        ("03000 416172 ext 5", True),
        ("3000", False),
        ("03000 41617x", False),
        ("03000 416172 03000 416173", False),
    ],
)
def test_phone_number_has_ten_digits_or_a_few_more(number, is_right):
    assert is_phone(number) is is_right


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A report will come to the meeting on 17 January 2019.", []),
        ("A report will come to the meeting on 18 January 2019.", ["18 January 2019"]),
        ("The Panel will be told in January 2019.", []),
        ("The Panel will be told in March 2019.", ["March 2019"]),
        ("The service will open on 18 January 2019.", []),
        ("The Panel heard on 19 September 2018 what was done.", []),
        ("The Panel heard of it in March 2019 plans.", []),
        ("Inspection will be on 18 January 2019. The Panel is glad.", []),
        (
            "All care leavers would be asked in March 2019, and the Panel would be told at a future meeting.",
            [],
        ),
        ("It will be asked in March 2019; a report will come to the Panel.", []),
        ("They will be asked, and the Panel will be told in March 2019.", ["March 2019"]),
        ("In March 2019, the Panel will be told.", ["March 2019"]),
    ],
)
def test_date_is_promised_to_a_meeting_that_is_not_planned(text, found):
    assert list(promised_dates(text, MEETINGS, NOVEMBER)) == found


@pytest.mark.parametrize(
    ("text", "is_known"),
    [
        ("J.S., aged 14, of Oak Park School", True),
        ("JS is a 14-year-old at Oak Academy", True),
        ("Child A, 14 years old, goes to Elm Primary", True),
        ("A B, aged 14, of Oak Park School", True),
        ("A B C, aged 14, of Oak Park School", True),
        ("A\u00a0B (14) goes to Oak Park School", True),
        ("Mr A B Doran asked about a boy aged 14 at Oak Park School", False),
        ("Mrs R. E. Ellerby spoke of a boy aged 14 at Oak Park School", False),
        ("Mr A B Doran asked about J.S., aged 14, at Oak Park School", True),
        ("A B Doran asked about a boy aged 14 at Oak Park School", False),
        ("J.S. is of those aged 14 to 16 at Oak Park School", False),
        ("J.S. is of those aged 14 or over at Oak Park School", False),
        ("FE for a pupil aged 17 of Oak Park School", False),
        ("J.S., aged 14", False),
        ("Children aged 14 at Oak Park School", False),
        ("In the UK a 14-year-old at Oak Park School", False),
        ("J.S., aged 14,\nwrote to Oak Park School", False),
        ("AB, 14, of Hill School told the Panel of it", True),
        ("A.B., 14; Hill School", True),
        ("Hill School has written to AB, 14", True),
        ("AB, 14 of whom went to Hill School", False),
        ("Hill School and the UK, 14.", False),
        ("Hill School; see it, 14.", False),
    ],
)
def test_initials_age_and_school_in_one_paragraph_make_a_child_known(text, is_known):
    assert makes_a_child_known(text) is is_known


@pytest.mark.parametrize(
    ("text", "shouted"),
    [("ADOPTION ANNUAL REPORT", True), ("EHCP", False), ("Update on EHCP", False), ("A 2018/19", False)],
)
def test_words_all_in_capitals_are_shouted(text, shouted):
    assert is_shouted(text) is shouted
