from datetime import datetime

import pytest

from meetings.substitution import StandIn, SubstituteRule, refusal, too_late

CATEGORY, COUNCILLORS = SubstituteRule.CATEGORY, SubstituteRule.ANY_COUNCILLOR


def stand_in(**fields) -> StandIn:
    usual = {
        "name": "Mr D L Monkton",
        "member": "Mr L Brackenby",
        "is_councillor": True,
        "is_member": False,
        "for_councillor": True,
    }
    return StandIn(**usual | fields)


@pytest.mark.parametrize(
    ("rule", "fields"),
    [
        (CATEGORY, {}),
        (CATEGORY, {"is_councillor": False, "for_councillor": False}),
        (COUNCILLORS, {}),
        (COUNCILLORS, {"for_councillor": False}),
    ],
)
def test_nothing_speaks_against_a_substitute_by_the_rule(rule, fields):
    assert refusal(stand_in(**fields), rule) == ""


@pytest.mark.parametrize(
    ("rule", "fields", "said"),
    [
        (
            CATEGORY,
            {"is_member": True},
            "Mr D L Monkton is a member of the panel, and a member cannot be somebody's substitute.",
        ),
        (
            CATEGORY,
            {"other_substitute": "Mr E Hythe"},
            "Mr L Brackenby has a substitute already: Mr E Hythe. Take that one off the list first.",
        ),
        (
            CATEGORY,
            {"member_is_present": True},
            "Mr L Brackenby is recorded as present. A substitute stands in for a member who is not there.",
        ),
        (
            CATEGORY,
            {"is_councillor": False},
            "Mr L Brackenby can be stood in for by a county councillor only. Choose another person.",
        ),
        (
            CATEGORY,
            {"for_councillor": False},
            "Mr L Brackenby can be stood in for by somebody who is not a councillor only. Choose another person.",
        ),
        (
            COUNCILLORS,
            {"is_councillor": False, "for_councillor": False},
            "Only a county councillor can be a substitute, and Mr D L Monkton is not recorded as one.",
        ),
    ],
)
def test_refusal_says_why_and_what_to_do(rule, fields, said):
    assert refusal(stand_in(**fields), rule) == said


@pytest.mark.parametrize(
    ("hour", "minute", "said"),
    [
        (9, 30, ""),
        (
            9,
            31,
            "A substitute is named by 9.30 am, 30 minutes before the meeting. "
            "If you were told by then, enter when.",
        ),
    ],
)
def test_substitute_is_named_so_many_minutes_before_the_meeting(hour, minute, said):
    assert too_late(datetime(2018, 11, 1, hour, minute), datetime(2018, 11, 1, 10), 30) == said
