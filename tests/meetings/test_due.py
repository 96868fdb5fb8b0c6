from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.due import NO_LATER_MEETING, NOT_FIXED, Due, DueKind, DueRule, due, due_sentence

JULY, SEPTEMBER, NOVEMBER = date(2018, 7, 19), date(2018, 9, 19), date(2018, 11, 1)
JANUARY, MARCH = date(2019, 1, 29), date(2019, 3, 27)
NEXT_SEPTEMBER = date(2019, 9, 17)
MEETINGS = [SEPTEMBER, JULY, NOVEMBER, MARCH, JANUARY, NEXT_SEPTEMBER]


def found(kind, on=None, last_reported_on=None, meetings=MEETINGS, **more):
    rule = DueRule(kind, on, **more)
    answer = due(rule, made_on=SEPTEMBER, meetings=meetings, last_reported_on=last_reported_on)
    return answer, due_sentence(rule, answer)


@pytest.mark.parametrize(
    ("kind", "on", "meeting_on", "sentence"),
    [
        (DueKind.NEXT_MEETING, None, NOVEMBER, "Due at the meeting on Thursday 1 November 2018."),
        (DueKind.MEETING, NOVEMBER, NOVEMBER, "Due at the meeting on Thursday 1 November 2018."),
        (DueKind.MONTH, date(2019, 1, 1), JANUARY, "Due at the meeting on Tuesday 29 January 2019."),
        (DueKind.MONTH, date(2019, 1, 31), JANUARY, "Due at the meeting on Tuesday 29 January 2019."),
        (DueKind.ANNUAL, None, NEXT_SEPTEMBER, "Due at the meeting on Tuesday 17 September 2019."),
        (DueKind.RECURRING, None, NOVEMBER, "Due at the meeting on Thursday 1 November 2018."),
    ],
)
def test_promise_is_due_at_its_meeting(kind, on, meeting_on, sentence):
    assert found(kind, on) == (Due(on=meeting_on, meeting_on=meeting_on), sentence)


def test_date_is_due_on_that_day_and_heard_at_the_first_meeting_from_then_on():
    answer, sentence = found(DueKind.DATE, date(2018, 12, 31))

    assert answer == Due(on=date(2018, 12, 31), meeting_on=JANUARY)
    assert sentence == "Due by 31 December 2018."
    assert found(DueKind.DATE, JANUARY)[0].meeting_on == JANUARY


def test_month_without_a_meeting_is_late_at_its_end_and_heard_at_the_first_after_it():
    answer, _ = found(DueKind.MONTH, date(2018, 12, 31))

    assert answer == Due(
        on=date(2018, 12, 31),
        meeting_on=JANUARY,
        warning="December 2018 holds no meeting. It is heard at the first one after it, Tuesday 29 January 2019.",
    )


def test_month_is_due_at_its_last_meeting():
    assert found(DueKind.MONTH, JANUARY, meetings=[*MEETINGS, date(2019, 1, 8)])[0] == Due(JANUARY, JANUARY)


def test_month_after_the_last_meeting_has_only_a_warning():
    answer, sentence = found(DueKind.MONTH, date(2019, 12, 1))

    assert answer == Due(on=date(2019, 12, 31), warning=f"December 2019 holds no meeting. {NO_LATER_MEETING}")
    assert sentence == "Due in December 2019."


def test_named_meeting_that_is_not_held_gives_way_to_the_next_with_a_warning():
    answer, _ = found(DueKind.MEETING, NOVEMBER, meetings=[SEPTEMBER, JANUARY])

    assert answer == Due(
        on=NOVEMBER,
        meeting_on=JANUARY,
        warning="No meeting is held on Thursday 1 November 2018. It is heard at the first one after it, "
        "Tuesday 29 January 2019.",
    )


def test_named_meeting_without_a_later_one_is_late_all_the_same():
    answer, _ = found(DueKind.MEETING, NOVEMBER, meetings=[SEPTEMBER])

    assert answer == Due(
        on=NOVEMBER, warning=f"No meeting is held on Thursday 1 November 2018. {NO_LATER_MEETING}"
    )


@pytest.mark.parametrize(
    ("moved_to", "heard", "note"),
    [
        (MARCH, MARCH, "The meeting on Thursday 1 November 2018 was put off to Wednesday 27 March 2019."),
        (
            None,
            JANUARY,
            "No meeting is held on Thursday 1 November 2018. It is heard at the first one after it, "
            "Tuesday 29 January 2019.",
        ),
    ],
)
def test_named_meeting_that_moves_takes_the_hearing_along_and_leaves_the_due_date(moved_to, heard, note):
    rule, held = DueRule(DueKind.MEETING, NOVEMBER), [SEPTEMBER, JANUARY, MARCH]

    answer = due(rule, made_on=SEPTEMBER, meetings=held, called_off={NOVEMBER: moved_to})

    assert answer == Due(on=NOVEMBER, meeting_on=heard, warning=note)


@pytest.mark.parametrize(
    ("held", "called_off", "on", "note"),
    [
        (
            [SEPTEMBER, JANUARY],
            {NOVEMBER: None},
            JANUARY,
            "No meeting is held on Thursday 1 November 2018. It is heard at the first one after it, "
            "Tuesday 29 January 2019.",
        ),
        (
            [SEPTEMBER, JANUARY],
            {NOVEMBER: JANUARY},
            JANUARY,
            "The meeting on Thursday 1 November 2018 was put off to Tuesday 29 January 2019.",
        ),
        ([SEPTEMBER, NOVEMBER], {JULY: None, JANUARY: None}, NOVEMBER, ""),
        (
            [SEPTEMBER],
            {NOVEMBER: None},
            None,
            f"No meeting is held on Thursday 1 November 2018. {NO_LATER_MEETING}",
        ),
    ],
)
def test_next_meeting_is_the_following_one_when_it_is_called_off(held, called_off, on, note):
    rule = DueRule(DueKind.NEXT_MEETING)

    answer = due(rule, made_on=SEPTEMBER, meetings=held, called_off=called_off)

    assert answer == Due(on=on, meeting_on=on, warning=note)


def test_month_of_the_promise_itself_means_a_later_meeting():
    assert found(DueKind.MONTH, SEPTEMBER)[0].meeting_on == NOVEMBER
    assert found(DueKind.MONTH, SEPTEMBER, meetings=[SEPTEMBER, date(2018, 9, 26)])[0].on == date(2018, 9, 26)


def test_annual_report_comes_back_a_year_after_it_last_came():
    answer, _ = found(DueKind.ANNUAL, last_reported_on=NOVEMBER, meetings=[*MEETINGS, date(2019, 11, 22)])

    assert answer.meeting_on == date(2019, 11, 22)


def test_recurring_promise_comes_back_at_every_meeting_or_every_so_many_months():
    assert found(DueKind.RECURRING, last_reported_on=NOVEMBER)[0].meeting_on == JANUARY
    assert found(DueKind.RECURRING, every_months=6)[0].meeting_on == MARCH
    assert found(DueKind.RECURRING, every_months=4)[0].meeting_on == JANUARY


def test_event_has_no_date_until_it_has_happened():
    assert found(DueKind.EVENT, event="the apprentice has started") == (
        Due(),
        "Once the apprentice has started.",
    )
    assert found(DueKind.EVENT) == (Due(), "Once something has happened.")
    happened, sentence = found(
        DueKind.EVENT, event="the apprentice has started", happened_on=date(2018, 11, 5)
    )
    assert happened == Due(on=JANUARY, meeting_on=JANUARY)
    assert sentence == "Due at the meeting on Tuesday 29 January 2019."


def test_future_meeting_that_nobody_fixed_is_a_warning_and_never_overdue():
    answer, sentence = found(DueKind.FUTURE_MEETING)

    assert (answer, sentence) == (Due(warning=NOT_FIXED), "Due at a future meeting, not yet fixed.")
    assert not answer.is_overdue(date(2099, 1, 1))


def test_promise_without_a_date_is_never_due():
    answer, sentence = found(DueKind.NONE)

    assert (answer, sentence) == (Due(), "No date.")
    assert not answer.is_overdue(date(2099, 1, 1))


def test_next_meeting_that_is_not_yet_in_the_calendar_is_a_warning():
    answer, sentence = found(DueKind.NEXT_MEETING, meetings=[JULY, SEPTEMBER])

    assert answer == Due(warning=NO_LATER_MEETING)
    assert sentence == "Due at a meeting not yet in the calendar."


@pytest.mark.parametrize(
    ("today", "days"),
    [(NOVEMBER - timedelta(days=1), 0), (NOVEMBER, 0), (NOVEMBER + timedelta(days=1), 1), (JANUARY, 89)],
)
def test_promise_is_overdue_from_the_day_after_it_was_due(today, days):
    answer = Due(on=NOVEMBER)

    assert answer.is_overdue(today) == (days > 0)
    assert answer.days_overdue(today) == days


def test_nothing_is_overdue_without_a_date():
    assert Due().days_overdue(NOVEMBER) == 0


@pytest.mark.parametrize("kind", [DueKind.MEETING, DueKind.MONTH, DueKind.DATE])
def test_kind_that_needs_a_date_asks_for_it(kind):
    with pytest.raises(ValueError, match="Enter the meeting, the month or the date"):
        DueRule(kind)


def test_less_than_a_month_between_is_refused():
    with pytest.raises(ValueError, match="1 or more"):
        DueRule(DueKind.RECURRING, every_months=0)


RULES = st.builds(
    DueRule,
    st.sampled_from(DueKind),
    st.dates(date(2018, 1, 1), date(2020, 12, 31)),
    st.none() | st.integers(1, 24),
)
CALENDARS = st.lists(st.dates(date(2018, 1, 1), date(2020, 12, 31)), max_size=12)


@given(RULES, CALENDARS, st.dates(date(2018, 1, 1), date(2020, 12, 31)))
def test_promise_is_only_ever_heard_at_a_meeting_of_the_calendar(rule, meetings, made_on):
    answer = due(rule, made_on=made_on, meetings=meetings)

    assert answer.meeting_on is None or answer.meeting_on in meetings
    assert answer.meeting_on is None or answer.meeting_on > made_on or rule.kind == DueKind.MEETING
    assert due(rule, made_on=made_on, meetings=sorted(meetings)) == answer
