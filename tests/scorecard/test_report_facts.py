from datetime import date

import pytest

from scorecard.models import FigureStatus
from scorecard.report.comparing import ALWAYS, compare
from scorecard.report.facts import facts, illustrative_then, marks
from scorecard.travel import Comparison
from tests.scorecard.readings import JULY, SUMMER, row, scorecard


def sentences(*rows, **how):
    return facts(scorecard(*rows, **how))


def test_month_says_when_it_went_to_the_panel():
    assert sentences(row("95.0")) == ["Reported to the panel on 1 November 2018.", "Final figures."]


UNSEEN = JULY._replace(pk=9, ends_on=date(2018, 9, 30))


@pytest.mark.parametrize(
    ("month", "told"),
    [(JULY, "Not reported to the panel."), (UNSEEN, "Not yet reported to the panel.")],
)
def test_month_that_was_not_reported_says_so_and_not_yet_of_the_latest_only(month, told):
    months = SUMMER._replace(chosen=month, every=(UNSEEN, *SUMMER.every))

    assert sentences(row("95.0"), months=months)[0] == told


REAL, MISSING = row("95.0"), row(None, status=FigureStatus.NOT_AVAILABLE)
PROVISIONAL = row("95.0", is_provisional=True)
ILLUSTRATIVE = row("95.0", is_illustrative=True)
FLOOR = row("95.0", is_floor_illustrative=True)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([REAL, PROVISIONAL], ["One of the figures is provisional."]),
        ([REAL, PROVISIONAL, PROVISIONAL], ["2 of the figures are provisional."]),
        ([PROVISIONAL, PROVISIONAL, MISSING], ["All figures are provisional."]),
        ([REAL, ILLUSTRATIVE], ["Final figures.", "One of the figures is illustrative."]),
        ([ILLUSTRATIVE], ["Final figures.", "All figures are illustrative."]),
        ([FLOOR, FLOOR], ["Final figures.", "All floor standards are illustrative."]),
        ([REAL, FLOOR], ["Final figures.", "One of the floor standards is illustrative."]),
        ([MISSING], ["No figures."]),
    ],
)
def test_what_is_not_final_or_not_real_is_said_in_words(rows, told):
    assert sentences(*rows)[1:] == told


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([REAL], (False, False)),
        ([], (False, False)),
        ([MISSING], (False, False)),
        ([ILLUSTRATIVE, ILLUSTRATIVE], (True, False)),
        ([ILLUSTRATIVE, REAL], (False, False)),
        ([ILLUSTRATIVE, MISSING], (True, False)),
        ([FLOOR, FLOOR], (False, True)),
        ([FLOOR, REAL], (False, False)),
        ([FLOOR, row("95.0", floor=None)], (False, True)),
    ],
)
def test_what_holds_for_all_is_marked_once(rows, expected):
    assert marks(rows) == expected


def _against_july(figure, july, *, is_illustrative=True):
    """A row of today's real figure and an illustrative one of July."""
    told = row(figure, july, is_illustrative=is_illustrative)
    now = told.now._replace(is_illustrative=False)
    return told._replace(now=now, travel=compare(now, told.earlier, (), ALWAYS))


INVENTED, PRINTED = _against_july("95.0", "94.0"), _against_july("95.0", "94.0", is_illustrative=False)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([], ""),
        ([PRINTED], ""),
        ([INVENTED, PRINTED], "1 of the 2 July 2018 figures compared with is illustrative."),
        ([INVENTED] * 2 + [PRINTED], "2 of the 3 July 2018 figures compared with are illustrative."),
        ([INVENTED], "All July 2018 figures compared with are illustrative."),
        ([INVENTED, _against_july(None, "94.0")], "All July 2018 figures compared with are illustrative."),
        ([_against_july("95.0", None)], ""),
    ],
)
def test_how_much_of_the_earlier_month_was_made_up_is_counted(rows, told):
    assert illustrative_then(scorecard(*rows), Comparison.PREVIOUS_MONTH) == told
    assert illustrative_then(scorecard(*rows), Comparison.PREVIOUS_PANEL) == ""
