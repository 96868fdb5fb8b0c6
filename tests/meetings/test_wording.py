from datetime import date

import pytest

from meetings.name_lists import Office
from meetings.paragraph_marks import MarkStyle
from meetings.votes import Vote
from meetings.wording import (
    Correction,
    ElectionOutcome,
    ResolutionText,
    be_noted,
    declared,
    deferred,
    elected,
    inquorate,
    minutes_approved,
    noted,
    resolved,
    urgent,
    withdrawn,
)

JULY, SEPTEMBER = date(2018, 7, 19), date(2018, 9, 19)
NOTED = be_noted("the report")
INVITED = "the new apprentice be invited to a later meeting"


def test_resolution_of_one_point_is_one_sentence():
    assert resolved([NOTED]) == ResolutionText("It was RESOLVED that the report be noted, with thanks.")


def test_resolution_of_several_points_is_a_line_with_lettered_points():
    assert resolved([NOTED, INVITED]) == ResolutionText(
        "It was RESOLVED that:-",
        (
            "a) the report be noted, with thanks; and",
            "b) the new apprentice be invited to a later meeting.",
        ),
    )
    assert resolved([NOTED, INVITED], MarkStyle.BRACKETED).points[1].startswith("(b) ")


def test_resolution_without_a_point_is_refused():
    with pytest.raises(ValueError, match="at least one point"):
        resolved([])


def test_thanks_may_be_left_out():
    assert be_noted("the dates", with_thanks=False) == "the dates be noted"


def test_noting_without_a_resolution_names_the_panel():
    assert noted("the changes to its membership") == "The Panel noted the changes to its membership."


@pytest.mark.parametrize(
    ("because", "sentence"),
    [
        ("", "It was agreed that the election be deferred until the November meeting."),
        (
            "several members were absent",
            "It was agreed that the election be deferred until the November meeting, because several members were "
            "absent.",
        ),
    ],
)
def test_deferral_says_until_when_and_why(because, sentence):
    assert deferred("the election", "the November meeting", because) == sentence


def test_withdrawal_may_say_why():
    assert withdrawn("The report") == "The report was withdrawn."
    assert withdrawn("The report", "its figures were wrong") == (
        "The report was withdrawn, because its figures were wrong."
    )


def test_minutes_are_approved_as_they_stand():
    assert minutes_approved([JULY]) == (
        "It was RESOLVED that the minutes of the meeting held on 19 July 2018 are correctly recorded and be signed "
        "by the Chairman. There were no matters arising."
    )


def test_minutes_of_several_meetings_are_approved_at_once():
    assert minutes_approved(iter([SEPTEMBER, JULY]), matters_arising="The dates were noted.") == (
        "It was RESOLVED that the minutes of the meetings held on 19 July 2018 and 19 September 2018 are correctly "
        "recorded and be signed by the Chairman. The dates were noted."
    )


def test_amended_minutes_name_the_place_and_both_wordings():
    corrections = [
        Correction("paragraph 13 on page 8", "Wrag", "Wragge"),
        Correction("minute 103(2)", "May", "March"),
    ]

    assert minutes_approved([SEPTEMBER], corrections) == (
        "It was RESOLVED that, subject to the following, the minutes of the meeting held on 19 September 2018 are "
        "correctly recorded and be signed by the Chairman: at paragraph 13 on page 8, “Wrag” to read “Wragge”; "
        "at minute 103(2), “May” to read “March”. There were no matters arising."
    )


def election(office, outcome, **more):
    return elected(
        office,
        "Mr A Wragge",
        proposed_by="Ms S Aldwick",
        seconded_by="Harper Linsell",
        outcome=outcome,
        **more,
    )


def test_election_names_proposer_and_seconder_and_its_outcome():
    assert election(Office.VICE_CHAIRMAN, ElectionOutcome.UNOPPOSED) == [
        "Ms S Aldwick proposed and Harper Linsell seconded that Mr A Wragge be elected Vice-Chairman. "
        "Carried with no opposition.",
        "It was RESOLVED that Mr A Wragge be elected Vice-Chairman.",
    ]


def test_new_chairman_takes_the_chair_at_once_and_the_minutes_say_who_presided():
    assert election(Office.CHAIRMAN, ElectionOutcome.UNANIMOUS, presided="The Vice-Chairman") == [
        "The Vice-Chairman presided during this item.",
        "Ms S Aldwick proposed and Harper Linsell seconded that Mr A Wragge be elected Chairman. Agreed unanimously.",
        "It was RESOLVED that Mr A Wragge be elected Chairman.",
        "Mr A Wragge took the chair.",
    ]


def test_election_by_vote_gives_the_votes():
    paragraphs = election(Office.VICE_CHAIRMAN, ElectionOutcome.VOTE, vote=Vote(8, 3))

    assert paragraphs[0].endswith("be elected Vice-Chairman. Carried by 8 votes to 3.")


@pytest.mark.parametrize(
    ("outcome", "vote", "message"),
    [
        (ElectionOutcome.VOTE, None, "Enter the votes"),
        (ElectionOutcome.UNANIMOUS, Vote(8, 3), "Enter the votes"),
        (ElectionOutcome.DEFERRED, None, "Nobody is elected when the election was put off"),
        (ElectionOutcome.VOTE, Vote(3, 8), "Nobody is elected by a vote that was lost"),
    ],
)
def test_election_whose_votes_do_not_fit_is_refused(outcome, vote, message):
    with pytest.raises(ValueError, match=message):
        election(Office.VICE_CHAIRMAN, outcome, vote=vote)


def test_urgent_item_states_its_reason():
    assert urgent("Mrs R D Ellerby, MBE, Chairman,", "The inspectors want an answer by Friday") == (
        "Mrs R D Ellerby, MBE, Chairman, had agreed that this item be taken as a matter of urgency. "
        "Reason: The inspectors want an answer by Friday."
    )


def test_declaration_says_what_and_with_which_effect():
    assert (
        declared("Mr A Wragge", "that he is a foster carer")
        == "Mr A Wragge declared that he is a foster carer."
    )
    assert declared("Mr A Wragge", "an interest in item 8.", "He left the room") == (
        "Mr A Wragge declared an interest in item 8. He left the room."
    )


@pytest.mark.parametrize(
    ("counted", "here"),
    [(0, "no voting members were"), (1, "1 voting member was"), (2, "2 voting members were")],
)
def test_meeting_without_a_quorum_leaves_a_note(counted, here):
    assert inquorate(counted, 3) == (
        f"The meeting of the Panel could not proceed for want of a quorum: {here} present and 3 were needed. "
        "The items on the agenda go forward to the next meeting."
    )
