"""What the walk over every address needs to know beside the table in core/access.py.

A room that adds a view with arguments registers an example of them here; one that opens a view to
everybody, or to everybody signed in, names it here as well. The walk fails for an address it cannot call.
"""

from collections.abc import Callable
from datetime import date

from core.access import Role
from meetings.models import ClosedDay, PrivateCalendar
from people import actions
from people.models import User
from tests.factories.demographics import count_children, make_opening, make_table
from tests.factories.meetings import (
    AgendaItemFactory,
    BodyFactory,
    MeetingFactory,
    MeetingMinutesFactory,
    MinuteFactory,
    PaperFactory,
    PersonFactory,
    PersonRoleFactory,
    ProgrammeEntryFactory,
    ReportContactFactory,
    ReportFactory,
    ResolutionFactory,
    SeatFactory,
    SeatTenureFactory,
    TermFactory,
    UndertakingFactory,
    in_office,
    member,
)
from tests.factories.people import PostFactory, PostHoldingFactory, UserFactory
from tests.factories.scorecard import (
    BaselineBreakFactory,
    BenchmarkFactory,
    FigureFactory,
    PanelReportFactory,
    RebaseFactory,
    SectionFactory,
    ThresholdFactory,
    WorkbookUploadFactory,
)
from tests.meetings.agendas import an_issued_agenda, an_issued_report

# Open to everybody, signed in or not.
PUBLIC = {
    "home",
    "health",
    "style_guide",
    "favicon",
    "accessibility",
    "cookies",
    "account_login",
    "account_logout",
    "account_signup",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "mfa_authenticate",
    "mfa_login_webauthn",
    "openid_connect_login",
    "openid_connect_callback",
    "socialaccount_login_cancelled",
    "people:invitation_accept",
    "people:invitation_single_sign_on",
    "meetings:meeting_list",
    "meetings:meeting_read",
    "meetings:meeting_feed",
    "meetings:meeting_data",
    "meetings:meeting_event",
    "meetings:attendance_download",
    "meetings:undertakings_download",
    "meetings:calendar_feed",
    "meetings:private_feed",
    "meetings:issue_feed",
    "earlier:committee_meeting",
    "earlier:documents_of_meeting",
    "earlier:meetings_of_committee",
    "earlier:item_of_agenda",
    "meetings:issue_read",
    "meetings:issue_pdf",
    "meetings:minutes_read",
    "meetings:minutes_print",
    "meetings:paper_read",
    "meetings:pack_read",
    "meetings:pack_download",
    "meetings:pack_items",
}

# Open to everybody who is signed in, whatever their roles: what concerns nobody but themselves, and pages that
# show each reader what they may know.
SIGNED_IN = {
    "account_reauthenticate",
    "account_change_password",
    "account_set_password",
    "mfa_index",
    "mfa_reauthenticate",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "mfa_reauthenticate_webauthn",
    "mfa_edit_webauthn",
    "mfa_remove_webauthn",
    "people:own_account",
    "people:own_sign_out",
    "meetings:calendar_subscribe",
    "meetings:calendar_renew",
    "meetings:minutes_agree",
    "meetings:minutes_return",
    "meetings:programme_read",
    "meetings:programme_download",
    "meetings:member_list",
    "meetings:attendance_read",
    "meetings:undertaking_list",
    "meetings:register_download",
    "meetings:register_print",
    "meetings:undertaking_read",
    "meetings:undertaking_report",
    "meetings:note_write",
    "meetings:pack_copy",
}

Example = Callable[[], dict]
EXAMPLES: dict[str, Example] = {}


def example(*names: str) -> Callable[[Example], Example]:
    """Says how to make the arguments of these addresses. The objects are made once for a walk."""

    def register(make: Example) -> Example:
        EXAMPLES.update(dict.fromkeys(names, make))
        return make

    return register


@example(
    "people:account_detail",
    "people:account_edit",
    "people:account_history",
    "people:account_deactivate",
    "people:account_reactivate",
    "people:account_sign_out",
    "people:second_factor_remove",
    "people:invitation_send",
    "people:invitation_cancel",
)
def an_account() -> dict:
    return {"pk": UserFactory().pk}


@example("people:invitation_accept", "people:invitation_single_sign_on")
def an_invitation() -> dict:
    by = User.objects.administrators().first()
    sent = actions.invite(email="invited@council.example", name="Invited", roles=["member"], by=by)
    return {"token": sent.token}


@example("people:holding_add")
def a_post() -> dict:
    return {"pk": PostFactory().pk}


@example("people:holding_end")
def a_holding() -> dict:
    return {"pk": PostHoldingFactory().pk}


@example("account_reset_password_from_key")
def a_reset_link() -> dict:
    return {"uidb36": "1", "key": "set-password"}


@example("mfa_edit_webauthn", "mfa_remove_webauthn")
def somebody_elses_passkey() -> dict:
    return {"pk": 1}


@example("openid_connect_login", "openid_connect_callback")
def the_sign_on_service() -> dict:
    return {"provider_id": "sso"}


@example("scorecard:indicator_read", "scorecard:indicator_download")
def an_indicator_between_two() -> dict:
    _, figure, _ = FigureFactory.create_batch(3)
    return {"code": figure.indicator.code}


@example("scorecard:rebase_create")
def an_indicator_with_a_figure() -> dict:
    return {"code": FigureFactory().indicator.code}


@example("scorecard:rebase_withdraw")
def a_rebase() -> dict:
    rebase = RebaseFactory()
    return {"code": rebase.indicator.code, "pk": rebase.pk}


@example("scorecard:month_download")
def a_month_as_a_file() -> dict:
    FigureFactory(period__ends_on=date(2018, 8, 31))
    return {"month": "2018-08", "extension": "csv"}


@example(
    "scorecard:upload_detail",
    "scorecard:upload_submit",
    "scorecard:upload_approve",
    "scorecard:upload_decline",
    "scorecard:upload_recheck",
    "scorecard:upload_cancel",
    "scorecard:upload_withdraw",
    "scorecard:upload_file",
)
def an_applied_upload() -> dict:
    return {"pk": WorkbookUploadFactory(applied=True).pk}


@example(
    "scorecard:indicator_manage",
    "scorecard:indicator_edit",
    "scorecard:indicator_move",
    "scorecard:indicator_retire",
    "scorecard:indicator_restore",
    "scorecard:indicator_history",
    "scorecard:target_set",
    "scorecard:benchmark_add",
    "scorecard:break_add",
)
def an_indicator_with_a_target() -> dict:
    return {"code": ThresholdFactory().indicator.code}


@example(
    "scorecard:section_edit",
    "scorecard:section_move",
    "scorecard:section_retire",
    "scorecard:section_restore",
)
def a_section() -> dict:
    return {"pk": SectionFactory().pk}


@example("scorecard:target_withdraw")
def a_target() -> dict:
    return {"pk": ThresholdFactory().pk}


@example("scorecard:benchmark_edit", "scorecard:benchmark_withdraw")
def a_benchmark() -> dict:
    return {"pk": BenchmarkFactory().pk}


@example("scorecard:break_withdraw")
def a_break() -> dict:
    return {"pk": BaselineBreakFactory().pk}


@example("scorecard:report_read", "scorecard:report_pdf", "scorecard:report_withdraw")
def a_report_without_a_document() -> dict:
    return {"pk": PanelReportFactory().pk}


@example(
    "scorecard:report_plan",
    "scorecard:report_publish",
    "scorecard:paper_read",
    "scorecard:paper_pdf",
    "scorecard:commentary_progress",
)
def a_month_on_its_way() -> dict:
    FigureFactory(period__ends_on=date(2018, 8, 31))
    return {"month": "2018-08"}


@example("scorecard:paper_edit")
def a_part_of_a_paper() -> dict:
    return a_month_on_its_way() | {"key": "summary"}


@example("scorecard:commentary_review", "scorecard:commentary_write")
def a_commentary_that_is_asked_of_every_report_owner() -> dict:
    post = PostFactory()
    ThresholdFactory(indicator__code="CIC01", indicator__owner=post)
    FigureFactory(indicator__code="CIC01", value=85, period__ends_on=date(2018, 8, 31))
    for owner in User.objects.filter(roles__contains=[Role.REPORT_OWNER]):
        PostHoldingFactory(post=post, user=owner)
    return {"month": "2018-08", "code": "CIC01"}


@example("scorecard:demographics_download")
def children_as_a_file() -> dict:
    count_children(make_table("Ages of a file", "1"), {"1": 90, "All children": 90})
    return {"month": "2018-08", "extension": "csv"}


@example("scorecard:small_counts_open")
def a_month_with_small_counts() -> dict:
    count_children(make_table("Ages to open", "1"), {"1": 90, "All children": 90})
    return {"month": "2018-08"}


@example("scorecard:small_counts_read")
def somebody_elses_opening() -> dict:
    return {"pk": make_opening().pk}


@example("scorecard:demographic_table_edit")
def a_demographic_table() -> dict:
    return {"key": make_table("Ages to edit", "1").key}


@example(
    "meetings:meeting_read",
    "meetings:meeting_feed",
    "meetings:meeting_data",
    "meetings:meeting_event",
    "meetings:meeting_manage",
    "meetings:meeting_confirm",
    "meetings:meeting_edit",
    "meetings:meeting_postpone",
    "meetings:meeting_cancel",
)
def a_meeting() -> dict:
    return {"pk": MeetingFactory().pk}


@example("meetings:programme_download")
def a_panel() -> dict:
    BodyFactory()
    return {}


@example(
    "meetings:entry_manage",
    "meetings:entry_edit",
    "meetings:entry_move",
    "meetings:entry_drop",
    "meetings:entry_restore",
    "meetings:entry_consider",
)
def a_line_of_the_programme() -> dict:
    return {"pk": ProgrammeEntryFactory().pk}


@example("meetings:private_feed")
def somebodys_calendar() -> dict:
    return {"key": PrivateCalendar.objects.create(user=UserFactory()).key}


@example("earlier:committee_meeting")
def a_meeting_of_a_committee() -> dict:
    meeting = MeetingFactory()
    return {"body": meeting.body_id, "meeting": meeting.pk}


@example("meetings:closed_day_remove")
def a_closed_day() -> dict:
    today = date(2018, 12, 27)
    return {
        "pk": ClosedDay.objects.create(on=today, name="Closure", kind="council_closure", known_since=today).pk
    }


@example("people:person_detail", "people:person_edit", "people:role_add")
def a_person() -> dict:
    return {"pk": PersonFactory().pk}


@example("people:role_end")
def a_role() -> dict:
    return {"pk": PersonRoleFactory().pk}


@example(
    "meetings:agenda_draft",
    "meetings:agenda_pdf",
    "meetings:agenda_start",
    "meetings:suggestion_take",
    "meetings:items_order",
    "meetings:item_add",
    "meetings:agenda_issue",
    "meetings:notice_shorten",
)
def a_meeting_to_come() -> dict:
    return {"pk": MeetingFactory().pk}


@example(
    "meetings:item_edit",
    "meetings:item_access",
    "meetings:item_urgency",
    "meetings:item_withdraw",
    "meetings:item_restore",
    "meetings:item_move",
    "meetings:report_ask",
)
def an_agenda_item() -> dict:
    return {"pk": AgendaItemFactory().pk}


@example("meetings:paper_edit", "meetings:paper_withdraw")
def a_paper() -> dict:
    return {"pk": PaperFactory().pk}


@example("meetings:report_read", "meetings:report_edit", "meetings:report_sign", "meetings:report_pdf")
def a_report_that_every_writer_reads() -> dict:
    """Its author is one; whoever else writes reports is one of its leads, or serves the panel."""
    report = ReportFactory(author=User.objects.filter(roles__contains=[Role.REPORT_OWNER]).first())
    worker = User.objects.filter(roles__contains=[Role.PARTICIPATION_WORKER]).first()
    ReportContactFactory(report=report, person__user=worker)
    return {"pk": report.pk}


@example("meetings:issue_read", "meetings:issue_pdf")
def an_agenda_that_was_issued() -> dict:
    return {"pk": an_issued_agenda().meeting_id, "number": 1}


@example(
    "meetings:attendance_record",
    "meetings:presiding_set",
    "meetings:meeting_lapse",
    "meetings:meeting_sit",
    "meetings:exclusion_add",
    "meetings:exclusion_remove",
)
def a_meeting_at_the_table() -> dict:
    return {"pk": MeetingFactory().pk}


@example("meetings:seat_manage", "meetings:seat_edit", "meetings:seat_fill")
def a_seat() -> dict:
    return {"pk": SeatFactory().pk}


@example("meetings:tenure_edit", "meetings:member_replace")
def a_membership() -> dict:
    return {"pk": SeatTenureFactory().pk}


@example("meetings:office_end")
def an_office() -> dict:
    return {"pk": in_office(member()).pk}


@example("meetings:term_end")
def a_term() -> dict:
    return {"pk": TermFactory().pk}


@example(
    "meetings:item_record",
    "meetings:resolution_add",
    "meetings:resolution_remove",
    "meetings:undertaking_add",
    "meetings:interest_add",
    "meetings:interest_remove",
    "meetings:election_record",
    "meetings:papers_release",
)
def an_item_at_the_table() -> dict:
    return {"pk": AgendaItemFactory().pk}


@example("meetings:resolution_change", "meetings:vote_record")
def a_resolution() -> dict:
    return {"pk": ResolutionFactory().pk}


@example("meetings:exclusion_readmit")
def an_exclusion() -> dict:
    meeting = MeetingFactory()
    return {"pk": meeting.exclusions.create(paragraphs=[2], is_resolved=True).pk}


@example("meetings:minutes_read", "meetings:minutes_print")
def minutes_that_are_published() -> dict:
    return {"pk": MeetingMinutesFactory(state="published").meeting.pk}


@example("meetings:undertaking_read", "meetings:undertaking_report", "meetings:undertaking_edit")
def an_undertaking_of_a_post_that_everybody_holds() -> dict:
    undertaking = UndertakingFactory()
    for holder in User.objects.all():
        PostHoldingFactory(post=undertaking.owner, user=holder)
    return {"pk": undertaking.pk}


@example("meetings:paper_read")
def a_paper_to_read() -> dict:
    report = an_issued_report()
    return {"pk": report.paper.item.meeting_id, "paper": report.paper_id}


@example("meetings:note_write")
def an_item_that_was_issued() -> dict:
    return {"pk": an_issued_agenda().meeting.items.get().pk}


@example(
    "meetings:minutes_write",
    "meetings:minutes_begin",
    "meetings:minute_add",
    "meetings:appendix_add",
    "meetings:appendix_remove",
    "meetings:minutes_send",
    "meetings:minutes_recall",
    "meetings:minutes_agree",
    "meetings:minutes_return",
    "meetings:minutes_publish",
    "meetings:minutes_withdraw",
    "meetings:minutes_approve",
    "meetings:minutes_sign",
)
def minutes_being_written() -> dict:
    return {"pk": MeetingMinutesFactory().meeting.pk}


@example(
    "meetings:minute_edit",
    "meetings:minute_move",
    "meetings:minute_remove",
    "meetings:minute_versions",
    "meetings:minute_restore",
)
def a_minute() -> dict:
    return {"pk": MinuteFactory().pk}


@example("meetings:appendix_edit")
def an_appended_text() -> dict:
    record = MeetingMinutesFactory()
    return {"pk": record.appendices.create(position=1, title="Update", body="<p>Said.</p>").pk}


@example("meetings:pack_read", "meetings:pack_build", "meetings:pack_cancel")
def a_meeting_without_a_pack() -> dict:
    return {"pk": MeetingFactory().pk}


@example("meetings:pack_download", "meetings:pack_items", "meetings:pack_copy")
def a_pack_that_is_not_there() -> dict:
    return {"pk": MeetingFactory().pk, "number": 1}
