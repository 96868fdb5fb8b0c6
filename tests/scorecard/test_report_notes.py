import pytest

from scorecard.rag import Rag
from scorecard.report.notes import KEY, NOTES, short_forms


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["% of CIC Cases"], ["CIC"]),
        (["Ave Caseloads of IROs"], ["IRO"]),
        (["days between bla and moving in"], ["BLA"]),
        (["% in P&V placements"], ["P&V"]),
        (["Support/EHCP", "NEET (UASC)"], ["EHCP", "NEET", "UASC"]),
        (["Foster Care in KCC Foster Care"], ["KCC"]),
        (["Number of children placed"], []),
    ],
)
def test_short_forms_are_those_that_occur(texts, expected, settings):
    settings.COUNCIL_NAME = "Kent County Council"

    assert [short for short, _ in short_forms(texts)] == expected


def test_council_is_written_out_by_its_own_name(settings):
    settings.COUNCIL_NAME = "Somewhere Borough Council"

    assert short_forms(["SBC homes"]) == [("SBC", "Somewhere Borough Council")]


def test_key_has_every_rating_in_order():
    assert [word for word, _ in KEY] == [rating.label for rating in Rag]
    assert NOTES[0] == "Green: The target is met. Meeting it exactly counts."
