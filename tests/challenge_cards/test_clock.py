import pytest

from challenge_cards.clock import about


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
