"""Which addresses are an indicator's."""

import pytest

from core.access import Role
from tests.factories.scorecard import IndicatorFactory


@pytest.fixture
def member(client_as):
    IndicatorFactory(code="CIC03")
    IndicatorFactory(code="ABCDEFGHIJ12")
    return client_as(Role.MEMBER)


@pytest.mark.parametrize("code", ["CIC03", "ABCDEFGHIJ12"])
def test_code_of_up_to_twelve_characters_has_its_page(member, code):
    assert member.get(f"/scorecard/indicators/{code}/").status_code == 200


@pytest.mark.parametrize(
    "code", ["%00", "CIC03%00", "CIC03%0A", "CIC", "03", "CIC03A", "ABCDEFGHIJK12", "C%C3%8903", "CIC%D9%A3"]
)
def test_what_cannot_be_a_code_is_not_found(member, code):
    assert member.get(f"/scorecard/indicators/{code}/").status_code == 404


@pytest.mark.parametrize(
    ("asked", "sent_to"),
    [("cic03/", "CIC03/"), ("Cic03/?month=2018-08&x=%0D%0Ay", "CIC03/?month=2018-08&x=%0D%0Ay")],
)
def test_small_letters_lead_to_the_capitals(member, asked, sent_to):
    response = member.get(f"/scorecard/indicators/{asked}")

    assert (response.status_code, response.url) == (302, f"/scorecard/indicators/{sent_to}")
