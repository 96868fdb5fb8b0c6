"""The panel's meetings of 2018, as the council's papers tell them, with invented names."""

from collections import Counter
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from django.test import override_settings

from core.files import public_files
from meetings.demonstration import load_demonstration
from meetings.demonstration.to_come import thursday_after
from meetings.models import (
    AgendaIssue,
    Attendance,
    ClosedDay,
    Meeting,
    MeetingMinutes,
    Minute,
    Paper,
    PaperKind,
    SeatTenure,
    Undertaking,
)
from meetings.pack.sources import paper_pdf
from meetings.report.agenda_issuing import prepare
from people.demonstration import load_accounts
from tests.pdf_checks import problems
from tests.worlds import shared_world

pytestmark = pytest.mark.django_db
SCORECARD = 10  # pages
SEPTEMBER, NOVEMBER = date(2018, 9, 19), date(2018, 11, 1)


@pytest.fixture(scope="module", autouse=True)
def meetings_of_2018(django_db_setup, django_db_blocker):
    with shared_world(django_db_blocker), override_settings(DEMO=True):
        load_accounts(lambda said: None)
        load_demonstration(lambda said: None)
        yield


def members_on(day: date) -> int:
    return SeatTenure.objects.on(day).count()


def test_panel_has_its_members_of_the_day():
    assert (members_on(SEPTEMBER), members_on(NOVEMBER)) == (24, 25)


def test_attendance_of_september_is_as_minuted():
    there = Attendance.objects.filter(meeting__on=SEPTEMBER)

    assert Counter(there.values_list("capacity", "status")) == {
        ("member", "present"): 14,
        ("member", "apology"): 6,
        ("member", "expected"): 4,
        ("substitute", "present"): 1,
        ("councillor", "present"): 1,
        ("officer", "present"): 3,
        ("observer", "present"): 1,
    }
    substitute = there.get(capacity="substitute")
    assert (str(substitute.person), str(substitute.substitute_for)) == ("Dale Monkton", "Lee Brackenby")


def test_agenda_of_november_has_fourteen_items():
    items = Meeting.objects.get(on=NOVEMBER).items.in_order()

    assert [item.title for item in items] == [
        "Membership",
        "Apologies and substitutes",
        "Election of Vice-Chairman",
        "Minutes of the meeting held on 19 September 2018",
        "Meeting dates 2019/20",
        "Chairman's announcements",
        "Verbal update from Our Children and Young People's Council (OCYPC)",
        "Verbal update by Cabinet Member",
        "Challenge card update",
        "Performance scorecard for children in care",
        "Corporate parenting annual report, September 2018",
        "Update on the Mind of My Own app for children in care and care leavers",
        "Independent reviewing service annual report 2017/18",
        "Children in care with education health and care plans: exclusions",
    ]


def test_minutes_of_september_are_numbered_96_to_106():
    minutes = Minute.objects.filter(record__meeting__on=SEPTEMBER)

    assert [minute.number for minute in minutes] == list(range(96, 107))
    assert MeetingMinutes.objects.get(meeting__on=SEPTEMBER).state == "published"
    assert MeetingMinutes.objects.get(meeting__on=date(2018, 7, 19)).approved_at.on == SEPTEMBER


def test_undertakings_come_back_on_the_agenda():
    back = Undertaking.objects.filter(items__isnull=False).values_list("item__number", "items__position")

    assert Undertaking.objects.count() == 9
    assert sorted(back) == [(3, 3), (6, 5), (7, 8), (8, 14)]


def test_dates_of_2019_and_2020_are_reserved():
    reserved = Meeting.objects.filter(state="reserved", on__lt=date(2021, 1, 1)).values_list("on", flat=True)

    assert [f"{on:%a %-d %b %Y}" for on in reserved] == [
        "Wed 29 May 2019",
        "Thu 25 Jul 2019",
        "Tue 17 Sep 2019",
        "Fri 22 Nov 2019",
        "Tue 18 Feb 2020",
        "Thu 2 Apr 2020",
        "Fri 29 May 2020",
    ]


def test_loading_again_adds_nothing():
    said = []

    load_demonstration(said.append)

    assert (said, Meeting.objects.count()) == (["Meetings: there already."], 12)


def test_chairman_and_clerk_are_named():
    body = Meeting.objects.get(on=NOVEMBER).body

    assert [str(office.person) for office in body.offices.on(NOVEMBER)] == ["Rowan Ellerby"]
    assert (str(body.clerk), str(body.proper_officer)) == ("Toni Elmstead", "Ozzy Pluckley")


def test_agenda_of_november_was_issued_on_the_day_it_bears():
    issue = AgendaIssue.objects.get()

    assert (issue.meeting.on, issue.published_on, issue.number) == (NOVEMBER, date(2018, 10, 24), 1)
    assert bytes(issue.pdf).startswith(b"%PDF")


def test_checks_find_the_slips_that_the_councils_pack_went_to_print_with():
    prepared = prepare(Meeting.objects.select_related("body").get(on=NOVEMBER), today=date(2018, 10, 24))

    found = [(finding.is_block, finding.sentence) for finding in prepared.warnings]
    slips = (
        "the pages of “Update from the Children in Care Councils and the Young Adult Council” are on no line",
        "Max Ridley has different posts",
        "“frankie,oduya@council.example” is no e-mail address",
        "Independent reviewing service annual report 2017/18” has no list of background documents",
        "“2017//2018” is no span of years",
        "plans: exclusions” has no list of background documents",
    )
    assert [block for block, _ in found] == [False] * len(slips)
    assert [slip in sentence for slip, (_, sentence) in zip(slips, found, strict=True)] == [True] * len(slips)


@pytest.mark.pdf
def test_papers_of_november_are_as_long_as_the_councils_own():
    """Each begins on an odd page after four pages of agenda."""
    papers = Paper.objects.filter(item__meeting__on=NOVEMBER).select_related("item__meeting__body")
    ranges, at = {}, 5
    for paper in papers.order_by("item__position", "position"):
        last = at + (SCORECARD if paper.kind == PaperKind.LIVE else _pages(paper)) - 1
        if paper.is_listed:
            ranges.setdefault(paper.item.position, [at])[1:] = [last]
        at = last + 1 + last % 2

    assert ranges == {
        4: [5, 12],
        8: [17, 17],
        9: [19, 20],
        10: [21, 30],
        11: [31, 50],
        12: [51, 62],
        13: [63, 88],
        14: [89, 92],
    }


def _pages(paper: Paper) -> int:
    content = paper_pdf(paper, public_files()).pdf
    with pikepdf.open(BytesIO(content)) as pdf:
        return len(pdf.pages)


@pytest.mark.pdf
def test_long_paper_of_november_is_accessible_but_for_what_every_upload_loses():
    """Facts about author and program are taken out, the title among them. The claim to keep PDF/UA stays."""
    long = Paper.objects.get(title="Reviewing officers' annual report, April 2017 to March 2018")
    content = paper_pdf(long, public_files()).pdf

    assert problems(content) == [
        "the title is not shown in the window",
        "no title",
    ]


@pytest.mark.parametrize(
    ("day", "thursday"),
    [
        (date(2026, 11, 26), date(2026, 11, 26)),
        (date(2026, 11, 27), date(2026, 12, 3)),
        (date(2025, 12, 19), date(2026, 1, 8)),  # 25 December and 1 January are holidays
        (date(2026, 12, 25), date(2027, 1, 7)),  # nobody meets on 31 December
        (date(2026, 12, 18), date(2027, 1, 7)),
        (date(2026, 12, 17), date(2026, 12, 17)),
    ],
)
def test_meeting_to_come_is_on_a_working_thursday(day, thursday):
    assert thursday_after(day) == thursday


def test_meeting_to_come_passes_over_the_days_on_which_the_offices_are_closed():
    on = date(2027, 6, 3)
    ClosedDay.objects.create(on=on, name="Move of the offices", known_since=on, kind="council_closure")

    assert thursday_after(date(2027, 6, 1)) == date(2027, 6, 10)


def test_meeting_to_come_has_a_draft_with_an_exempt_item():
    exempt = Meeting.objects.get(state="confirmed", on__gt=date(2021, 1, 1)).items.get(access="exempt")

    assert (exempt.paragraphs, exempt.private_title[:8]) == ([1, 2], "Review o")
