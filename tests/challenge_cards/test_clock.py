from datetime import date

import pytest

from challenge_cards.clock import about, days_waited, ended


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "1 day"),
        (61, "61 days"),
        (62, "more than 2 months"),
        (92, "more than 2 months"),
        (93, "more than 3 months"),
        (731, "more than 23 months"),
        (732, "more than 2 years"),
        (2853, "more than 7 years"),
    ],
)
def test_young_people_read_of_months_and_years_and_never_of_more_than_there_were(number, said):
    assert about(number) == said


@pytest.mark.parametrize("day", [1, 20, 31])
def test_wait_tells_nothing_of_the_day_on_which_a_group_asked(day):
    assert days_waited(date(2026, 10, day), date(2026, 11, 23)) == 23


def test_wait_begins_after_the_month_of_the_question():
    assert days_waited(date(2026, 10, 2), date(2026, 10, 30)) == 0
    assert days_waited(None, date(2026, 10, 30)) is None


@pytest.mark.parametrize(("words", "said"), [("Wifi", "Wifi."), ("Wifi.", "Wifi."), ("Wifi!", "Wifi!")])
def test_words_end_with_one_full_stop(words, said):
    assert ended(words) == said
