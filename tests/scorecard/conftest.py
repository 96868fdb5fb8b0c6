import pytest

from tests.scorecard.summer import load_summer_of_2018


@pytest.fixture
def summer_of_2018(db) -> None:
    load_summer_of_2018()
