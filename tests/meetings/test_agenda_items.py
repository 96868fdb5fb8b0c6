"""Lines of an agenda: who may write them, where they stand, and what two officers at one line see."""

import pytest
from django.core.exceptions import PermissionDenied

from core.access import Role
from meetings.actions.agenda_items import (
    add_item,
    change_access,
    change_item,
    hold_urgent,
    newest_item,
    restore_item,
    withdraw_item,
)
from meetings.actions.agenda_order import move_item, order_items
from meetings.actions.locks import ChangedMeanwhile, Refused
from meetings.models import Access, AgendaItem, ItemKind, ItemOutcome, MeetingState, ProgrammeState
from meetings.report.agenda_lines import every_line, read_lines
from tests.factories.meetings import ProgrammeEntryFactory
from tests.factories.people import UserFactory
from tests.meetings.agendas import an_item, an_officer, november, titles

pytestmark = pytest.mark.django_db
EXEMPT = {
    "access": Access.EXEMPT,
    "paragraphs": [2, 1],
    "exempt_reason": "It names a child.",
    "public_interest": "Their privacy weighs more.",
}


@pytest.fixture
def officer():
    return an_officer()


@pytest.fixture
def meeting():
    return november()


def numbers(meeting) -> list[str]:
    return [str(line.number or "-") for line in every_line(read_lines(meeting))]


def test_lines_are_numbered_straight_through_open_and_then_exempt_items(meeting):
    first = an_item(meeting, "First")
    an_item(meeting, "Secret", exempt=True)
    an_item(meeting, "A heading", kind=ItemKind.HEADING)
    an_item(meeting, "Third")
    an_item(meeting, "A part", parent=first)

    told = [(line.item.title, str(line.number or "-")) for line in every_line(read_lines(meeting))]

    assert told == [
        ("First", "1"),
        ("A part", "1a"),
        ("A heading", "-"),
        ("Third", "2"),
        ("Secret", "3"),
    ]


def test_numbers_stay_once_they_were_issued_and_are_never_given_again(meeting):
    an_item(meeting, "First", number=1)
    an_item(meeting, "Second", number=2)
    an_item(meeting, "New")
    AgendaItem.objects.filter(title="Second").update(withdrawn_at="2018-10-25T09:00Z")

    assert numbers(meeting) == ["1", "3"]


def test_item_is_added_at_its_place_in_the_order_of_business(meeting, officer):
    an_item(meeting, "Announcements", standing_key="announcements")
    an_item(meeting, "Work Programme", standing_key="work_programme")
    an_item(meeting, "Secret", exempt=True)

    add_item(meeting.pk, by=officer, title="A report")
    add_item(meeting.pk, by=officer, title="Apologies", standing_key="apologies")

    assert titles(meeting) == ["Apologies", "Announcements", "A report", "Work Programme", "Secret"]


def test_form_sent_twice_adds_one_item(meeting, officer):
    after = newest_item(meeting)

    first = add_item(meeting.pk, by=officer, title="A report", after=after)
    again = add_item(meeting.pk, by=officer, title="A report", after=after)

    assert (again.pk, titles(meeting)) == (first.pk, ["A report"])


def test_same_title_is_added_on_purpose_from_a_new_page(meeting, officer):
    for _ in range(2):
        add_item(meeting.pk, by=officer, title="A report", after=newest_item(meeting))

    assert titles(meeting) == ["A report", "A report"]


def test_part_of_an_exempt_item_is_exempt_by_the_same_paragraphs(meeting, officer):
    secret = an_item(meeting, exempt=True)

    part = add_item(meeting.pk, by=officer, title="A part", parent_pk=secret.pk)

    assert (part.access, part.paragraphs) == (Access.EXEMPT, [2])


@pytest.mark.parametrize("fields", [{"kind": ItemKind.HEADING}, {"parent": True}], ids=["heading", "part"])
def test_headings_and_parts_have_no_parts(meeting, officer, fields):
    if "parent" in fields:
        fields = {"parent": an_item(meeting)}
    above = an_item(meeting, "Above", **fields)

    with pytest.raises(Refused, match="Only an item has parts"):
        add_item(meeting.pk, by=officer, title="A part", parent_pk=above.pk)


def test_second_officer_is_told_what_the_first_saved(meeting, officer):
    item = an_item(meeting, "First title")
    change_item(item, by=officer, version=1, words={"title": "Theirs"})

    with pytest.raises(ChangedMeanwhile) as meanwhile:
        change_item(item, by=officer, version=1, words={"title": "Mine"})

    assert meanwhile.value.theirs.title == "Theirs"
    assert AgendaItem.objects.get().title == "Theirs"


def test_same_words_sent_twice_are_saved_once(meeting, officer):
    item = an_item(meeting)

    for _ in range(2):
        change_item(item, by=officer, version=1, words={"title": "New title"})

    assert AgendaItem.objects.get().version == 2


def test_item_that_is_opened_keeps_nothing_private(meeting, officer):
    item = an_item(meeting)
    item = change_access(item, by=officer, version=1, **EXEMPT, private_title="Child A")
    assert item.paragraphs == [1, 2]

    item = change_access(
        item, by=officer, version=2, **EXEMPT | {"access": Access.OPEN}, private_title="Child A"
    )

    assert (item.access, item.paragraphs, item.private_title, item.exempt_reason) == (Access.OPEN, [], "", "")


def test_item_and_its_parts_are_all_open_or_all_exempt(meeting, officer):
    item = an_item(meeting)
    part = an_item(meeting, "A part", parent=item)

    for one in (item, part):
        with pytest.raises(Refused, match="all open or all exempt"):
            change_access(one, by=officer, version=1, **EXEMPT)


def test_urgency_is_kept_and_can_be_taken_back(meeting, officer):
    item, chairman = an_item(meeting), meeting.body.clerk
    item = hold_urgent(
        item, by=officer, version=1, reason="A sudden event.", chairman=chairman, at="2018-10-29T14:30Z"
    )
    assert item.urgency_by == chairman

    item = hold_urgent(item, by=officer, version=2, reason="", chairman=chairman, at=None)

    assert (item.urgency_reason, item.urgency_by, item.urgency_at) == ("", None, None)


def test_item_is_taken_off_with_its_parts_and_put_back(meeting, officer):
    entry = ProgrammeEntryFactory(meeting=meeting, state=ProgrammeState.ON_AGENDA)
    item = an_item(meeting, "From the programme", programme_entry=entry)
    part = an_item(meeting, "A part", parent=item)

    withdraw_item(item, by=officer)
    entry.refresh_from_db()
    assert (titles(meeting), entry.state) == ([], ProgrammeState.SCHEDULED)
    with pytest.raises(Refused, match="Put back the item"):
        restore_item(part, by=officer)

    restore_item(item, by=officer)
    entry.refresh_from_db()
    assert (titles(meeting), entry.state) == (["From the programme"], ProgrammeState.ON_AGENDA)


def test_item_with_an_outcome_stays(meeting, officer):
    item = an_item(meeting, outcome=ItemOutcome.TAKEN)

    with pytest.raises(Refused, match="stays on the agenda"):
        withdraw_item(item, by=officer)


@pytest.mark.parametrize(
    ("moved", "up", "after"),
    [
        ("B", True, ["B", "A", "a1", "C", "X"]),
        ("A", False, ["B", "A", "a1", "C", "X"]),
        ("A", True, ["A", "a1", "B", "C", "X"]),
        ("C", False, ["A", "a1", "B", "C", "X"]),
        ("X", True, ["A", "a1", "B", "C", "X"]),
    ],
)
def test_item_moves_one_step_among_its_like_and_takes_its_parts_along(meeting, officer, moved, up, after):
    head = an_item(meeting, "A")
    an_item(meeting, "a1", parent=head)
    an_item(meeting, "B")
    an_item(meeting, "C")
    an_item(meeting, "X", exempt=True)

    move_item(AgendaItem.objects.get(title=moved), by=officer, up=up)

    assert titles(meeting) == after


def test_items_that_were_issued_keep_their_places(meeting, officer):
    first, second = an_item(meeting, "First", number=1), an_item(meeting, "Second", number=2)

    with pytest.raises(Refused, match="keeps its place"):
        move_item(second, by=officer, up=True)
    with pytest.raises(Refused, match="keeps its place"):
        order_items(meeting.pk, by=officer, order=[second.pk, first.pk])


def test_whole_order_is_taken_at_once(meeting, officer):
    items = [an_item(meeting, title) for title in "ABC"]
    an_item(meeting, "a1", parent=items[0])

    order_items(meeting.pk, by=officer, order=[items[2].pk, items[0].pk, items[1].pk])

    assert titles(meeting) == ["C", "A", "a1", "B"]


def test_order_of_an_older_page_is_refused(meeting, officer):
    first = an_item(meeting)
    an_item(meeting, "Added since")

    with pytest.raises(Refused, match="has changed since"):
        order_items(meeting.pk, by=officer, order=[first.pk])


@pytest.mark.parametrize("state", [MeetingState.SITTING, MeetingState.HELD, MeetingState.CANCELLED])
def test_agenda_of_a_meeting_that_is_no_longer_to_come_stays(officer, state):
    meeting = november(state=state, reason="Said why")
    item = an_item(meeting)

    for act in (
        lambda: add_item(meeting.pk, by=officer, title="Late"),
        lambda: change_item(item, by=officer, version=1, words={"title": "Late"}),
        lambda: withdraw_item(item, by=officer),
        lambda: restore_item(item, by=officer),
    ):
        with pytest.raises(Refused, match="can no longer be changed"):
            act()


@pytest.mark.parametrize("role", [role for role in Role if role != Role.DEMOCRATIC_SERVICES])
def test_only_officers_write_an_agenda(meeting, role):
    somebody, item = UserFactory(roles=[role]), an_item(meeting)

    for act in (
        lambda: add_item(meeting.pk, by=somebody, title="Mine"),
        lambda: change_item(item, by=somebody, version=1, words={"title": "Mine"}),
        lambda: change_access(item, by=somebody, version=1, **EXEMPT),
        lambda: withdraw_item(item, by=somebody),
        lambda: move_item(item, by=somebody, up=True),
        lambda: order_items(meeting.pk, by=somebody, order=[item.pk]),
    ):
        with pytest.raises(PermissionDenied):
            act()
