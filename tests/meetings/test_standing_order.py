from datetime import date

import pytest

from meetings.name_lists import Office
from meetings.standing_order import ORDER, Occasion, Shown, StandingKey, minutes_title, standing_items

WHOLE = Occasion(
    changes="The Panel is asked to note that Remy Fordcombe has joined the Panel.",
    offices_to_fill=(Office.CHAIRMAN, Office.VICE_CHAIRMAN),
    has_declarations=True,
    minutes_of=(date(2018, 9, 19),),
    years="2019/20",
    has_challenge_cards=True,
    has_scorecard=True,
    has_work_programme=True,
)


def items(occasion):
    return standing_items(
        occasion, panel="Corporate Parenting Panel", council="Our Children and Young People's Council (OCYPC)"
    )


def test_meeting_with_everything_to_take_has_every_line_in_the_councils_order():
    assert [item.title for item in items(WHOLE)] == [
        "Membership",
        "Apologies and substitutes",
        "Election of Chairman",
        "Election of Vice-Chairman",
        "Declarations of interest",
        "Minutes of the meeting held on 19 September 2018",
        "Meeting Dates 2019/20",
        "Chairman's Announcements",
        "Verbal Update from Our Children and Young People's Council (OCYPC)",
        "Verbal Update by Cabinet Member",
        "Challenge Card Update",
        "Performance Scorecard for Children in Care",
        "Work Programme",
    ]


def test_meeting_with_nothing_special_has_the_lines_of_every_meeting():
    assert [item.key for item in items(Occasion())] == [
        StandingKey.APOLOGIES,
        StandingKey.ANNOUNCEMENTS,
        StandingKey.YOUNG_PEOPLE,
        StandingKey.CABINET_MEMBER,
    ]


@pytest.mark.parametrize(
    ("key", "occasion"),
    [
        (StandingKey.MEMBERSHIP, Occasion(changes=WHOLE.changes)),
        (StandingKey.ELECTION, Occasion(offices_to_fill=(Office.VICE_CHAIRMAN,))),
        (StandingKey.DECLARATIONS, Occasion(has_declarations=True)),
        (StandingKey.MINUTES, Occasion(minutes_of=WHOLE.minutes_of)),
        (StandingKey.MEETING_DATES, Occasion(years="2019/20")),
        (StandingKey.CHALLENGE_CARDS, Occasion(has_challenge_cards=True)),
        (StandingKey.SCORECARD, Occasion(has_scorecard=True)),
        (StandingKey.WORK_PROGRAMME, Occasion(has_work_programme=True)),
    ],
)
def test_line_shows_only_when_there_is_something_to_take(key, occasion):
    always = {item.key for item in ORDER if item.shown == Shown.ALWAYS}

    assert {item.key for item in items(occasion)} == always | {key}


def test_places_of_purposes_are_filled():
    purposes = {item.title: item.purpose for item in items(WHOLE)}

    assert purposes["Membership"] == WHOLE.changes
    assert (
        purposes["Election of Vice-Chairman"] == "To elect a Vice-Chairman of the Corporate Parenting Panel"
    )
    assert [text for text in (*purposes, *purposes.values()) if "{" in text] == []


@pytest.mark.parametrize(
    ("days", "title"),
    [
        ((date(2018, 9, 19),), "meeting held on 19 September 2018"),
        ((date(2018, 9, 19), date(2018, 7, 19)), "meetings held on 19 July 2018 and 19 September 2018"),
    ],
)
def test_one_item_may_approve_several_meetings_minutes(days, title):
    assert minutes_title(days) == title


def test_every_key_has_one_place_in_the_order():
    assert [item.key for item in ORDER] == list(StandingKey)
