"""The month, its indicators and its files."""

from datetime import date

from tests.access_examples.registry import example
from tests.factories.scorecard import FigureFactory, RebaseFactory


@example("scorecard:indicator_read", "scorecard:indicator_download")
def an_indicator_between_two() -> dict:
    _, figure, _ = FigureFactory.create_batch(3)
    return {"code": figure.indicator.code}


@example("scorecard:rebase_create")
def an_indicator_with_a_figure() -> dict:
    return {"code": FigureFactory().indicator.code}


@example("scorecard:rebase_withdraw")
def a_rebase() -> dict:
    rebase = RebaseFactory()
    return {"code": rebase.indicator.code, "pk": rebase.pk}


@example("scorecard:month_download")
def a_month_as_a_file() -> dict:
    FigureFactory(period__ends_on=date(2018, 8, 31))
    return {"month": "2018-08", "extension": "csv"}
