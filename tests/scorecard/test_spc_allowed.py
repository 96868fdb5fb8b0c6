from decimal import Decimal as D

import pytest

from scorecard.periods import DataPeriod
from scorecard.spc_allowed import is_allowed


@pytest.mark.parametrize(
    ("data_period", "settings", "may", "sentence"),
    [
        (DataPeriod.M, {}, True, ""),
        (DataPeriod.SS, {}, True, ""),
        (DataPeriod.M, {"looks_back": True}, True, ""),
        (
            DataPeriod.SS,
            {"looks_back": True},
            True,
            "Read the limits with care: the definition itself looks back",
        ),
        (
            DataPeriod.R12M,
            {},
            False,
            "No control limits: each figure covers 12 months, eleven of which",
        ),
        (
            DataPeriod.YTD,
            {},
            False,
            "No control limits: each figure counts the months before it as well, and the count "
            "begins anew every April.",
        ),
        (
            DataPeriod.AC_YTD,
            {},
            False,
            "No control limits: each figure counts the months before it as well, and the count "
            "begins anew every September.",
        ),
        (DataPeriod.A, {}, False, "No control limits: one figure a year is too few."),
        (
            DataPeriod.M,
            {"denominators": [D(19), D(19), D(20)]},
            False,
            "No control limits: most denominators are below 20",
        ),
        (DataPeriod.M, {"denominators": [D(19), D(20)]}, True, ""),
        (DataPeriod.M, {"denominators": [D(19), D(20), None]}, True, ""),
        (DataPeriod.M, {"denominators": [None, None]}, True, ""),
        (
            DataPeriod.SS,
            {"denominators": [D("19.9")]},
            False,
            "No control limits: most denominators are below 20",
        ),
        (DataPeriod.R12M, {"denominators": [D(4)]}, False, "No control limits: each figure covers 12 months"),
    ],
)
def test_limits_are_allowed_where_months_stand_by_themselves(data_period, settings, may, sentence):
    allowed = is_allowed(data_period, **settings)

    assert (bool(allowed), allowed.is_allowed) == (may, may)
    assert allowed.sentence.startswith(sentence)
    assert bool(allowed.sentence) == bool(sentence)


@pytest.mark.parametrize(
    ("data_period", "has_remedy"),
    [
        (DataPeriod.R12M, True),
        (DataPeriod.YTD, True),
        (DataPeriod.AC_YTD, True),
        (DataPeriod.A, False),
        (DataPeriod.SS, False),
        (DataPeriod.M, False),
    ],
)
def test_parts_of_the_month_would_allow_limits_where_figures_look_back(data_period, has_remedy):
    remedy = "To tell, each month would have to be counted on its own, and that is not in the portal yet."

    assert is_allowed(data_period).remedy == (remedy if has_remedy else "")
