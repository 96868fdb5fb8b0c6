from datetime import date

from meetings.closed_days import bank_holidays
from meetings.paper_notice import PaperTiming, paper_verdict

HOLIDAYS = bank_holidays(2018, 2018)
REASON = "The figures for September close on 26 October."
MISSING = ("Say why the paper is late, in at least 20 characters.",)


def verdict(published_on, reason=""):
    return paper_verdict(
        published_on=published_on, meeting_on=date(2018, 11, 1), bank_holidays=HOLIDAYS, reason=reason
    )


def test_paper_published_with_five_clear_days_is_in_time():
    found = verdict(date(2018, 10, 24))

    assert found.timing == PaperTiming.IN_TIME
    assert len(found.days) == 5
    assert found.missing == ()


def test_paper_published_later_is_late_and_gives_its_days_and_its_reason():
    found = verdict(date(2018, 10, 29), REASON)

    assert found.timing == PaperTiming.LATE
    assert found.missing == ()
    assert found.sentence == (
        f"The paper is late. 2 clear days, three too few: Tuesday 30 and Wednesday 31 October 2018. {REASON}"
    )


def test_paper_to_follow_says_why():
    found = verdict(None, REASON)

    assert found.timing == PaperTiming.TO_FOLLOW
    assert found.sentence == f"The paper is to follow. {REASON}"


def test_late_paper_without_a_reason_asks_for_it():
    assert verdict(date(2018, 10, 25)).missing == MISSING
    assert verdict(None).missing == MISSING
    assert verdict(None).sentence == "The paper is to follow."
