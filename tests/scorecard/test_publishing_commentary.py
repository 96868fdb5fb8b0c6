"""Commentary is drafted, submitted and sent back; two writers lose nothing; a published report locks it."""

import threading
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, connections, transaction

from core.access import Role
from scorecard.models import Commentary, CommentaryState
from scorecard.publishing.commentary import (
    ALREADY_IN,
    NOT_ASKED,
    NOT_WHOLE,
    NOTHING_TO_RETURN,
    Words,
    return_commentary,
    save_commentary,
)
from scorecard.publishing.locks import PUBLISHED, ReportRefused, WrittenMeanwhile
from tests.factories.people import UserFactory
from tests.factories.scorecard import (
    FigureFactory,
    PanelReportFactory,
    ReportingPeriodFactory,
    ThresholdFactory,
)
from tests.scorecard.panel import (
    JULY,
    NOW,
    WORDS,
    an_amber_indicator,
    an_owner,
    month,
    submitted,
)

pytestmark = pytest.mark.django_db
EMPTY = Words("", "", "", "", None)


@pytest.fixture
def post():
    return an_amber_indicator()


@pytest.fixture
def owner(post):
    return an_owner(post)


def draft(owner, words=WORDS, version=0, code="CIC01"):
    return save_commentary(month(), code, by=owner, words=words, version=version, at=NOW)


def test_a_draft_may_have_gaps_and_is_kept_for_its_owner(owner):
    draft(owner, EMPTY._replace(why="Two workers left."))

    kept = Commentary.objects.get()
    assert (kept.state, kept.version, kept.why, kept.written_by) == ("draft", 1, "Two workers left.", owner)


@pytest.mark.parametrize("gap", ["what_changed", "why", "action", "by_when"])
def test_a_commentary_with_a_gap_is_not_submitted(owner, gap):
    with pytest.raises(ReportRefused) as refusal:
        submitted(owner, words=WORDS._replace(**{gap: None if gap == "by_when" else " "}))

    assert str(refusal.value) == NOT_WHOLE
    assert Commentary.objects.count() == 0


def test_a_commentary_remembers_the_month_it_speaks_about(owner):
    FigureFactory(indicator__code="CIC01", value=88, period__ends_on=JULY)

    submitted(owner, words=WORDS._replace(baseline="previous_month"))

    kept = Commentary.objects.get()
    assert (kept.baseline, kept.baseline_period.ends_on) == ("previous_month", JULY)


@pytest.mark.parametrize("is_final", [False, True])
def test_the_same_words_sent_twice_are_saved_once(owner, is_final):
    for _ in range(2):
        save_commentary(month(), "CIC01", by=owner, words=WORDS, version=0, is_final=is_final, at=NOW)

    assert Commentary.objects.get().version == 1
    # One event when it was made, one when its words came.
    assert Commentary.pgh_event_model.objects.count() == 2


def test_second_writer_is_told_and_gets_the_first_ones_text(post, owner):
    colleague = an_owner(post)
    draft(owner)

    with pytest.raises(WrittenMeanwhile) as meanwhile:
        draft(colleague, WORDS._replace(why="Another reason."))

    assert meanwhile.value.theirs.why == "Two workers left."
    assert (Commentary.objects.get().why, Commentary.objects.get().written_by) == ("Two workers left.", owner)


def test_second_writer_who_has_seen_the_first_ones_text_saves_over_it(post, owner):
    draft(owner)

    draft(an_owner(post), WORDS._replace(why="Another reason."), version=1)

    assert (Commentary.objects.get().why, Commentary.objects.get().version) == ("Another reason.", 2)


def test_second_writer_is_told_too_when_the_first_has_submitted(post, owner):
    submitted(owner)

    with pytest.raises(WrittenMeanwhile):
        draft(an_owner(post), WORDS._replace(why="Another reason."))


def test_what_is_submitted_rests_until_an_officer_sends_it_back(owner):
    submitted(owner)
    with pytest.raises(ReportRefused, match=ALREADY_IN):
        draft(owner, WORDS._replace(why="Another reason."), version=1)

    return_commentary(month(), "CIC01", by=officer(), note="Say how many.", version=1, at=NOW)
    again = submitted(owner, words=WORDS._replace(why="Three workers left."), version=2)

    assert (again.state, again.version, again.return_note) == (CommentaryState.SUBMITTED, 3, "Say how many.")


def officer():
    return UserFactory(roles=[Role.MI_OFFICER])


@pytest.mark.parametrize(
    ("note", "version", "said"),
    [
        (" ", 1, "Say what you would like to be changed."),
        ("Say how many.", 0, NOTHING_TO_RETURN),
        ("Say how many.", 2, NOTHING_TO_RETURN),
    ],
)
def test_nothing_is_sent_back_without_a_note_or_unread(owner, note, version, said):
    submitted(owner)

    with pytest.raises(ReportRefused, match=said):
        return_commentary(month(), "CIC01", by=officer(), note=note, version=version)

    assert Commentary.objects.get().state == CommentaryState.SUBMITTED


def test_a_draft_is_not_sent_back(owner):
    draft(owner)

    with pytest.raises(ReportRefused, match=NOTHING_TO_RETURN):
        return_commentary(month(), "CIC01", by=officer(), note="Say how many.", version=1)


def test_only_who_holds_the_post_writes(post, owner):
    stranger = UserFactory(roles=[Role.REPORT_OWNER])
    without_role = an_owner(post)
    without_role.roles = [Role.PANEL_MEMBER]
    without_role.save()

    for user in (stranger, without_role, officer()):
        with pytest.raises(PermissionDenied):
            draft(user)
    assert Commentary.objects.count() == 0

    draft(owner)
    assert Commentary.objects.count() == 1


def test_only_officers_send_back(owner):
    submitted(owner)

    with pytest.raises(PermissionDenied):
        return_commentary(month(), "CIC01", by=owner, note="Say how many.", version=1)


def test_no_commentary_on_an_indicator_of_which_none_is_asked(post, owner):
    FigureFactory(indicator__code="CIC09", indicator__owner=post, value=99)

    with pytest.raises(ReportRefused, match="No commentary is asked"):
        draft(owner, code="CIC09")
    assert NOT_ASKED.startswith("No commentary is asked")


def test_a_published_report_locks_commentary_in_words(owner):
    submitted(owner)
    PanelReportFactory(period=ReportingPeriodFactory())

    with pytest.raises(ReportRefused) as written:
        draft(owner, WORDS._replace(why="Another."), version=1)
    with pytest.raises(ReportRefused) as returned:
        return_commentary(month(), "CIC01", by=officer(), note="Say how many.", version=1)

    assert (str(written.value), str(returned.value)) == (PUBLISHED, PUBLISHED)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE scorecard_commentary SET why = 'Nobody left.'",
        "DELETE FROM scorecard_commentary",
        """INSERT INTO scorecard_commentary (period_id, indicator_id, baseline, what_changed, why, action, state,
             version, written_by_id, written_at, return_note)
           SELECT c.period_id, i.id, '', 'x', 'x', 'x', 'draft', 1, c.written_by_id, now(), ''
           FROM scorecard_commentary c, scorecard_indicator i WHERE i.code = 'CIC02'""",
    ],
)
def test_a_published_report_locks_commentary_in_the_database(owner, statement):
    an_amber_indicator("CIC02")
    submitted(owner)
    PanelReportFactory(period=ReportingPeriodFactory())

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert list(Commentary.objects.values_list("why", flat=True)) == ["Two workers left."]


@pytest.mark.django_db(transaction=True)
def test_two_who_save_at_the_same_moment_leave_one_text_and_one_warning(post, owner):
    colleague = an_owner(post)
    start, told = threading.Barrier(2), []

    def write(user, why):
        try:
            start.wait(timeout=10)
            draft(user, WORDS._replace(why=why))
            told.append("saved")
        except WrittenMeanwhile as meanwhile:
            told.append(f"told of: {meanwhile.theirs.why}")
        finally:
            connections.close_all()

    writers = [
        threading.Thread(target=write, args=pair) for pair in ((owner, "First."), (colleague, "Second."))
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(timeout=30)

    assert sorted(told) == ["saved", f"told of: {Commentary.objects.get().why}"]


def test_a_date_is_not_wanted_of_what_is_green_again(post, owner):
    FigureFactory(indicator__code="CIC05", indicator__owner=post, value=85, period__ends_on=JULY)
    FigureFactory(indicator__code="CIC05", value=95)
    ThresholdFactory(indicator__code="CIC05", valid_from=date(2018, 1, 1))

    kept = submitted(owner, "CIC05", WORDS._replace(by_when=None))

    assert kept.by_when is None
