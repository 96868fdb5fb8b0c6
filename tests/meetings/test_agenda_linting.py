"""The checks on what is really drafted: what blocks an issue, and what an officer is shown."""

from datetime import date

import pytest
from django.urls import reverse

from core.access import Role
from meetings.actions.locks import Refused
from meetings.models import ItemKind, PaperState
from tests.factories.meetings import PaperFactory
from tests.meetings.agendas import a_whole_report, an_item, an_officer, issued, november, signed
from tests.page import open_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return november()


def shown(client, meeting) -> list[str]:
    page = open_page(client, reverse("meetings:agenda_draft", kwargs={"pk": meeting.pk}))
    return page.texts(".agenda-desk__side > .govuk-list--spaced li")


def test_wrong_weekday_holds_the_agenda_up(meeting):
    an_item(meeting, "Visit", purpose="To meet again on Friday 1 November 2018")

    with pytest.raises(Refused, match="“Friday 1 November 2018” is not a Friday"):
        issued(meeting, an_officer())


def test_exempt_paper_on_an_open_item_holds_the_agenda_up(meeting):
    PaperFactory(item=an_item(meeting), title="Private", is_exempt=True)

    with pytest.raises(Refused, match="is open, but its paper “Private” is exempt"):
        issued(meeting, an_officer())


@pytest.mark.pdf
def test_warnings_are_shown_but_hold_nothing_up(meeting, client_as):
    an_item(meeting, "Unrestricted items", kind=ItemKind.HEADING)
    item = an_item(meeting, "Review 2017//2018", paper_state=PaperState.ATTACHED)
    report = a_whole_report(item, None)
    report.contacts.filter(role="author").update(email="ada.brown@council,example")
    report.contacts.filter(role="lead_officer").update(post="Director")
    report.contacts.filter(role="lead_director").update(post="Head of Service, North")
    officer = an_officer()
    signed(report, officer)

    assert shown(client_as(Role.DEMOCRATIC_SERVICES), meeting) == [
        "The heading “Unrestricted items” prints by itself, so it stands there twice.",
        "Item 1, Review 2017//2018: “2017//2018” is no span of years.",
        "Ada Brown has different posts: “Head of Service” (Report author of “Adoption”), “Director” (Lead officer of "
        "“Adoption”) and “Head of Service, North” (Lead director of “Adoption”).",
        "Report author of “Adoption”: “ada.brown@council,example” is no e-mail address.",
    ]
    assert issued(meeting, officer).number == 1


@pytest.mark.parametrize(
    ("fields", "warning"),
    [
        ({}, "Item 1 has no paper."),
        ({"standing_key": "scorecard"}, "Item 1 has no paper."),
        ({"standing_key": "apologies"}, ""),
        ({"standing_key": "announcements"}, ""),
        ({"standing_key": "young_people"}, ""),
        ({"standing_key": "announcements", "paper_state": PaperState.VERBAL}, ""),
        ({"paper_state": PaperState.TO_FOLLOW, "late_reason": "The inspection ended last week."}, ""),
        ({"kind": ItemKind.HEADING}, ""),
        ({"standing_key": "cabinet_member"}, "Item 1 is a verbal update, and nothing says what about."),
        ({"paper_state": PaperState.VERBAL}, "Item 1 is a verbal update, and nothing says what about."),
        ({"paper_state": PaperState.VERBAL, "verbal_heads": ["Inspection"]}, ""),
    ],
)
def test_items_with_nothing_to_read_are_worth_a_look(meeting, client_as, fields, warning):
    an_item(meeting, "Adoption", **{"purpose": ""} | fields)

    assert shown(client_as(Role.DEMOCRATIC_SERVICES), meeting) == ([warning] if warning else [])


def test_item_whose_part_has_the_paper_lacks_none(meeting, client_as):
    item = an_item(meeting, "Adoption")
    PaperFactory(item=an_item(meeting, "In the county", parent=item), title="Report")

    assert shown(client_as(Role.DEMOCRATIC_SERVICES), meeting) == []


def test_whoever_is_about_to_issue_reads_what_goes_out(client_as):
    meeting = november(on=date(2098, 11, 6))
    PaperFactory(item=an_item(meeting, "Adoption"), title="Adoption in the year", kind="file")
    an_item(meeting, "Fostering")
    why = {"paragraphs": [1], "exempt_reason": "One person.", "public_interest": "Privacy weighs more."}
    part = an_item(meeting, "Placements", access="part_exempt", **why)
    for number, (title, is_exempt) in enumerate((("Report", False), ("Appendix", True)), 1):
        PaperFactory(item=part, title=title, kind="file", position=number, is_exempt=is_exempt)

    page = open_page(client_as(Role.DEMOCRATIC_SERVICES), reverse("meetings:agenda_issue", args=[meeting.pk]))

    assert page.texts(".going-out li") == [
        "Item 1, Adoption: Adoption in the year",
        "Item 2, Fostering: No paper",
        "Item 3, Placements: Report; Appendix (exempt: not for the public)",
    ]
    assert "Item 2 has no paper." in page.texts("main li")


def test_author_sees_what_is_odd_in_the_report(meeting, client_as):
    client = client_as(Role.REPORT_OWNER)
    report = a_whole_report(an_item(meeting), client.user)
    report.body = "<p>To: Corporate Parenting Panel, 18 September 2017</p>"
    report.save()

    page = open_page(client, reverse("meetings:report_read", kwargs={"pk": report.pk}))

    assert page.texts(".agenda-desk__side .govuk-list--spaced li") == [
        "The report “Adoption” is addressed to another day. The meeting is on Thursday 1 November 2018, "
        "not on 18 September 2017."
    ]
