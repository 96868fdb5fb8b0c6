import pytest

from meetings.name_lists import Office
from meetings.presiding import NOBODY_YET, Candidate, by_order, sentence

CHAIRMAN = Candidate(1, "Mrs R E Ellerby", Office.CHAIRMAN)
VICE = Candidate(2, "Mr C Vennor", Office.VICE_CHAIRMAN)
MEMBER = Candidate(3, "Ms D Sandling")
CARER = Candidate(4, "Mr J Pennifold", is_councillor=False)
SUBSTITUTE = Candidate(5, "Mr D L Monkton", Office.CHAIRMAN, is_substitute=True)


@pytest.mark.parametrize(
    ("present", "first"),
    [
        ([MEMBER, VICE, CHAIRMAN], CHAIRMAN),
        ([MEMBER, VICE], VICE),
        ([MEMBER], None),
        ([SUBSTITUTE, VICE], VICE),
        ([SUBSTITUTE], None),
        ([], None),
    ],
)
def test_chairman_presides_then_vice_chairman(present, first):
    assert by_order(present) == first


@pytest.mark.parametrize(
    ("present", "said"),
    [
        ([CHAIRMAN, VICE], "Mrs R E Ellerby presides as Chairman."),
        ([VICE, CARER], "Mr C Vennor presides as Vice-Chairman."),
        (
            [MEMBER, CARER],
            "Neither the Chairman nor the Vice-Chairman is present: the meeting elects a member to preside.",
        ),
        ([CARER], NOBODY_YET),
        ([SUBSTITUTE], NOBODY_YET),
        ([], NOBODY_YET),
    ],
)
def test_sentence_says_who_takes_the_chair(present, said):
    assert sentence(present) == said
