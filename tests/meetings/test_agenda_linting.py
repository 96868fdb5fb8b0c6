"""The checks on what is really drafted: what blocks an issue, and what an officer is shown."""

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
