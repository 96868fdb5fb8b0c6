from decimal import Decimal

import pytest

from scorecard.personal import Shown, shown_publicly

SEEN, HIDDEN, HIDDEN_WHOLLY = Shown(True, True), Shown(False, True), Shown(False, False)


def shown(numerator: int | None, denominator: int | None, **changes: object) -> Shown:
    numbers = [None if n is None else Decimal(n) for n in (numerator, denominator)]
    usual = {
        "value": Decimal(50),
        "is_personal": True,
        "is_share": True,
        "lines": (Decimal(85), Decimal(80)),
        "threshold": 5,
    }
    options = usual | changes
    return shown_publicly(options.pop("value"), *numbers, **options)


@pytest.mark.parametrize(
    ("numerator", "answer"),
    [(0, SEEN), (1, HIDDEN), (5, HIDDEN), (6, SEEN), (94, SEEN), (95, HIDDEN), (99, HIDDEN), (100, SEEN)],
)
def test_a_share_is_hidden_when_few_have_it_or_few_have_it_not(numerator: int, answer: Shown) -> None:
    assert shown(numerator, 100) == answer


def test_the_threshold_is_the_councils() -> None:
    assert shown(9, 100) == SEEN
    assert shown(9, 100, threshold=10) == HIDDEN


def test_an_indicator_that_is_not_about_single_children_is_shown() -> None:
    assert shown(2, 100, is_personal=False) == SEEN


def test_a_share_without_its_parts_is_hidden() -> None:
    assert shown(None, None) == HIDDEN
    assert shown(50, None) == HIDDEN


def test_no_figure_hides_nothing() -> None:
    assert shown(None, None, value=None) == SEEN


@pytest.mark.parametrize(("value", "answer"), [(0, SEEN), (1, HIDDEN), (5, HIDDEN), (6, SEEN), (1579, SEEN)])
def test_a_count_is_hidden_when_it_is_small(value: int, answer: Shown) -> None:
    assert shown(None, None, value=Decimal(value), is_share=False) == answer


def test_an_average_is_judged_by_the_children_it_is_over() -> None:
    assert shown(3, 1, value=Decimal(3), is_share=False) == HIDDEN


@pytest.mark.parametrize("line", [0, 100])
def test_the_rating_goes_too_where_it_would_say_nobody_or_everybody(line: int) -> None:
    assert shown(3, 100, lines=(Decimal(line), None)) == HIDDEN_WHOLLY
    assert shown(3, 100, lines=(None, Decimal(line))) == HIDDEN_WHOLLY
