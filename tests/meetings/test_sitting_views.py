"""The pages of a meeting while it sits."""

from datetime import timedelta

import pytest
from django.urls import reverse

from core.access import Role
from meetings.actions.exclusions import EXCLUDED
from meetings.models import (
    AgendaItem,
    Capacity,
    Election,
    Exclusion,
    Interest,
    Meeting,
    MeetingState,
    RecordedVote,
    Resolution,
    Undertaking,
)
from meetings.standing_order import StandingKey
from tests.factories.meetings import (
    AgendaItemFactory,
    AttendanceFactory,
    MeetingFactory,
    ResolutionFactory,
    UndertakingFactory,
)
from tests.factories.people import PostFactory
from tests.meetings.sittings import DAY, councillors, the_meeting, there
from tests.page import Page, open_page

pytestmark = pytest.mark.django_db
MAY = Role.DEMOCRATIC_SERVICES
MAY_NOT = [Role.PANEL_MEMBER, Role.REPORT_OWNER, Role.ADMINISTRATOR]


@pytest.fixture
def sitting():
    return the_meeting(MeetingState.SITTING)


@pytest.fixture
def clerk(client_as):
    return client_as(MAY)


def address(name, row) -> str:
    return reverse(f"meetings:{name}", args=[row.pk])


def said(answer) -> list[str]:
    return Page(answer.content).texts(".govuk-notification-banner__content")


def wrong(answer) -> list[str]:
    return Page(answer.content).texts(".govuk-error-summary li")


@pytest.mark.parametrize("role", MAY_NOT)
@pytest.mark.parametrize("name", ["meeting_sit", "exclusion_add"])
def test_meeting_is_run_by_clerks(client_as, clerk, role, name):
    meeting = the_meeting()

    assert clerk.get(address(name, meeting)).status_code == 200
    assert client_as(role).get(address(name, meeting)).status_code == 403


@pytest.mark.parametrize("role", MAY_NOT)
@pytest.mark.parametrize("name", ["item_record", "papers_release"])
def test_items_are_recorded_by_clerks(client_as, clerk, role, name):
    item = AgendaItemFactory()

    assert clerk.get(address(name, item)).status_code == 200
    assert client_as(role).get(address(name, item)).status_code == 403


def test_meeting_without_an_agenda_says_so(clerk):
    page = open_page(clerk, address("meeting_sit", the_meeting()))

    assert page.texts(".portal-empty h2") == ["There is no agenda yet"]


def test_meeting_goes_from_open_to_closed(clerk):
    meeting = MeetingFactory(on=DAY)
    way = address("meeting_sit", meeting)
    AgendaItemFactory(meeting=meeting, title="Scorecard")

    told = [
        said(clerk.post(way, {"way": "open", "at": "10.02 am"}, follow=True)),
        said(clerk.post(way, {"way": "open", "at": "10.02 am"}, follow=True)),
        said(clerk.post(way, {"way": "adjourn", "reason": "Fire alarm"}, follow=True)),
        said(clerk.post(way, {"way": "resume"}, follow=True)),
    ]
    refused = clerk.post(way, {"way": "close", "at": "12.10 pm"})
    closed = clerk.post(way, {"way": "close", "at": "12.10 pm", "rest": "on"}, follow=True)

    assert told == [
        [
            "The meeting is open.",
            "Not quorate: none of the 3 voting members needed is in the room. Record the attendance now.",
        ],
        ["The meeting was opened already."],
        ["The meeting is adjourned."],
        ["The meeting goes on."],
    ]
    assert wrong(refused) == [
        "Record first what became of “Scorecard”, or say that what is left was not reached."
    ]
    assert said(closed) == ["The meeting is closed."]
    kept = Meeting.objects.get()
    assert (kept.state, f"{kept.opened_at:%H:%M} {kept.closed_at:%H:%M}") == ("held", "10:02 12:10")


def test_page_of_the_meeting_leads_to_the_next_item_then_to_the_minutes(clerk, sitting):
    AgendaItemFactory(meeting=sitting, outcome="taken")
    second = AgendaItemFactory(meeting=sitting)
    way = address("meeting_sit", sitting)

    begun = open_page(clerk, way)
    clerk.post(way, {"way": "close", "at": "12.10 pm", "rest": "on"})
    ended = open_page(clerk, way)

    assert begun.links("a.govuk-button") == [address("item_record", second)]
    assert ended.links("a.govuk-button") == [address("minutes_write", sitting)]
    assert ended.texts(".sitting-quorum") == []


@pytest.mark.parametrize(
    ("title", "office"),
    [("Election of Chairman", "chairman"), ("Election of Vice-Chairman", "vice_chairman")],
)
def test_election_begins_with_the_office_of_its_title(clerk, sitting, title, office):
    item = AgendaItemFactory(meeting=sitting, title=title, standing_key="election")

    page = open_page(clerk, address("item_record", item))

    assert [one.get("value") for one in page.all("#id_election-office option[selected]")] == [office]


def test_adjourning_without_a_reason_is_refused(clerk, sitting):
    assert wrong(clerk.post(address("meeting_sit", sitting), {"way": "adjourn"})) == [
        "Say why the meeting is adjourned, and when it goes on"
    ]


def test_panel_turns_to_the_item_before_and_after(clerk, sitting):
    first, here, last = (AgendaItemFactory(meeting=sitting, title=title) for title in ("One", "Two", "Three"))
    AgendaItemFactory(meeting=sitting, kind="heading", title="Heading", position=first.position + 500)

    page = open_page(clerk, address("item_record", here))

    assert page.texts("h1") == ["Item 2, 1 November 2018Two"]
    assert page.links(".sitting-turn a") == [address("item_record", first), address("item_record", last)]
    assert page.texts(".sitting-items li") == ["1 One", "2 Two", "3 Three", "Heading"]


def test_heading_has_no_panel(clerk, sitting):
    heading = AgendaItemFactory(meeting=sitting, kind="heading")

    assert clerk.get(address("item_record", heading)).status_code == 404


def test_outcome_is_saved_by_its_button(clerk, sitting):
    item, later = AgendaItemFactory(meeting=sitting), MeetingFactory(on=DAY + timedelta(weeks=8))
    sent = {"outcome-outcome": "deferred", "outcome-deferred_to": later.pk, "outcome-version": 1}

    answer = clerk.post(address("item_record", item), sent | {"outcome-outcome_note": "Too few members"})

    item.refresh_from_db()
    assert answer.url == f"{address('item_record', item)}#outcome"
    assert (item.outcome, item.deferred_to, item.outcome_note) == ("deferred", later, "Too few members")


def in_json(client, name, row, **sent) -> dict:
    return client.post(address(name, row), sent, headers={"accept": "application/json"}).json()


def test_outcome_is_saved_as_it_is_tapped(clerk, sitting):
    item = AgendaItemFactory(meeting=sitting)

    answer = in_json(clerk, "item_record", item, **{"outcome-outcome": "taken", "outcome-version": 1})

    assert answer["lines"] == {"outcome": {"text": "Saved", "is_problem": False, "version": 2}}
    assert "Taken" in answer["parts"]["items"]
    assert AgendaItem.objects.get().taken_order == 1


def test_second_clerk_is_told_and_keeps_what_was_typed(clerk, client_as, sitting):
    item = AgendaItemFactory(meeting=sitting)
    sent = {"outcome-outcome": "taken", "outcome-version": 1, "outcome-outcome_note": "Mine"}
    client_as(MAY).post(address("item_record", item), sent | {"outcome-outcome": "withdrawn"})

    answer = clerk.post(address("item_record", item), sent)
    page = Page(answer.content)
    again = clerk.post(
        address("item_record", item),
        sent | {"outcome-version": page.all("[name=outcome-version]")[0].get("value")},
    )

    assert answer.status_code == 409
    assert wrong(answer) == [
        "Somebody else changed this meanwhile to: Withdrawn. "
        "Yours is kept here and not saved. Save again if it is right."
    ]
    assert page.all("#id_outcome-outcome_note")[0].get("value") == "Mine"
    assert (again.status_code, AgendaItem.objects.get().outcome) == (302, "taken")


def test_second_clerk_is_told_at_a_field_too(clerk, sitting):
    item = AgendaItemFactory(meeting=sitting, outcome="withdrawn", version=2)

    line = in_json(clerk, "item_record", item, **{"outcome-outcome": "taken", "outcome-version": 1})

    assert (line["lines"]["outcome"]["is_problem"], line["lines"]["outcome"]["version"]) == (True, 2)


def test_usual_resolution_is_one_tap(clerk, sitting):
    item = AgendaItemFactory(meeting=sitting, paper_state="verbal")

    for _ in range(2):
        clerk.post(address("resolution_add", item), {"usual": "note", "after": 0})

    one = Resolution.objects.get()
    assert (one.form, one.text, one.effects) == ("resolved", "the update be noted, with thanks", ["note"])


def test_minutes_are_approved_with_the_usual_words(clerk, sitting):
    item = AgendaItemFactory(meeting=sitting)
    item.approves_minutes_of.add(MeetingFactory(on=DAY - timedelta(days=43)))

    clerk.post(address("resolution_add", item), {"usual": "approve", "after": 0})

    assert Resolution.objects.get().text == (
        "the minutes of the meeting held on 19 September 2018 are correctly recorded and be signed by the Chairman"
    )


def test_resolution_is_written_with_its_vote(clerk, sitting):
    item = AgendaItemFactory(meeting=sitting)
    sent = {"new-form": "resolved", "new-text": "the plan be agreed", "new-effects": ["agree"]}
    votes = {"new-votes_for": "4", "new-votes_against": "4", "new-casting": "in_favour"}

    refused = clerk.post(address("resolution_add", item), sent | votes | {"new-votes_for": "5"})
    clerk.post(address("resolution_add", item), sent | votes)
    page = open_page(clerk, address("item_record", item))

    assert wrong(refused) == ["A casting vote is given only when the votes are equal."]
    assert Page(refused.content).all("#id_new-text")[0].text.strip() == "the plan be agreed"
    assert "Carried by 4 votes to 4 on the casting vote of the person presiding." in page.texts(
        ".sitting-entry p"
    )
    assert page.texts(".sitting-entry .govuk-warning-text__text") == [
        "Warning 8 votes, but 0 voting members are recorded as present and free to vote. Look at the attendance."
    ]


def test_resolution_is_changed_field_by_field(clerk, sitting):
    one = ResolutionFactory(item=AgendaItemFactory(meeting=sitting))
    name = f"resolution{one.pk}"
    sent = {f"{name}-form": "agreed", f"{name}-text": "the report be welcomed", f"{name}-version": 1}

    saved = in_json(clerk, "resolution_change", one, **sent)
    late = in_json(clerk, "resolution_change", one, **sent | {f"{name}-text": "it be noted"})

    one.refresh_from_db()
    assert saved["lines"][name] == {"text": "Saved", "is_problem": False, "version": 2}
    assert (one.form, one.text) == ("agreed", "the report be welcomed")
    assert late["lines"][name]["text"].startswith(
        "Somebody else changed this meanwhile to: It was generally agreed that the report be welcomed."
    )


def test_resolution_is_taken_out(clerk, sitting):
    one = ResolutionFactory(item=AgendaItemFactory(meeting=sitting))

    clerk.post(address("resolution_remove", one.item), {"resolution": one.pk, "version": 1})

    assert not Resolution.objects.exists()


def test_members_vote_is_recorded(clerk, sitting):
    (person,) = councillors(1)
    one = ResolutionFactory(item=AgendaItemFactory(meeting=sitting))
    sent = {f"vote{one.pk}-person": person.pk, f"vote{one.pk}-cast": "against"}

    nobody = clerk.post(address("vote_record", one), {}, follow=True)
    clerk.post(address("vote_record", one), sent)

    assert said(nobody) == [
        "Choose the member whose vote is to be recorded. Only those who may vote on this item can be chosen."
    ]
    assert RecordedVote.objects.get().cast == "against"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ({"due_kind": "next_meeting"}, ("next_meeting", None, "")),
        ({"due_kind": "month", "due_month": "2018-12-31"}, ("month", "2018-12-31", "")),
        (
            {"due_kind": "date", "due_on-day": "5", "due_on-month": "12", "due_on-year": "2018"},
            ("date", "2018-12-05", ""),
        ),
        ({"due_kind": "annual", "due_month": "2018-12-31"}, ("annual", None, "")),
        ({"due_kind": "event", "due_event": "once appointed"}, ("event", None, "once appointed")),
        ({"due_kind": "recurring", "due_rule": "as it goes on"}, ("recurring", None, "as it goes on")),
        ({"due_kind": "future_meeting"}, ("future_meeting", None, "")),
        ({"due_kind": "none"}, ("none", None, "")),
    ],
)
def test_undertaking_is_due_in_every_way(clerk, sitting, typed, kept):
    item, post = AgendaItemFactory(meeting=sitting), PostFactory()
    sent = {"what": "Report the figures", "owner": post.pk, "binding": "undertaking"} | typed

    for _ in range(2):
        clerk.post(
            address("undertaking_add", item), {f"undertaking-{n}": v for n, v in sent.items()} | {"after": 0}
        )

    one = Undertaking.objects.get()
    assert (one.due_kind, one.due_on and one.due_on.isoformat(), one.due_rule) == kept


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("meeting", "Choose the meeting by which it is due"),
        ("month", "Choose the month in which it is due"),
        ("date", "Enter the date by which it is due"),
        ("event", "Say what has to happen first, like: once the apprentice has started"),
    ],
)
def test_undertaking_says_when_it_is_due(clerk, sitting, kind, says):
    item = AgendaItemFactory(meeting=sitting)
    sent = {
        "undertaking-what": "Report",
        "undertaking-owner": PostFactory().pk,
        "undertaking-binding": "decision",
    }

    assert wrong(clerk.post(address("undertaking_add", item), sent | {"undertaking-due_kind": kind})) == [
        says
    ]


def test_month_without_a_meeting_is_told(clerk, sitting):
    item = AgendaItemFactory(meeting=sitting)
    MeetingFactory(on=DAY.replace(year=2019, month=1, day=29))
    sent = {"what": "Launch it", "owner": PostFactory().pk, "binding": "statement"}
    sent |= {"due_kind": "month", "due_month": "2018-12-31"}

    answer = clerk.post(
        address("undertaking_add", item), {f"undertaking-{n}": v for n, v in sent.items()}, follow=True
    )

    assert said(answer)[0] == (
        "December 2018 holds no meeting. It is heard at the first one after it, Tuesday 29 January 2019."
    )


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (
            {"kind": "dpi", "effect": "stayed"},
            ["With a disclosable pecuniary interest a member leaves the room, or has a dispensation"],
        ),
        ({"kind": "osi", "effect": "dispensed"}, ["Say who gave the dispensation and when"]),
        (
            {"kind": "osi", "effect": "stayed", "dispensation": "Monitoring officer, 2018"},
            ["Choose “Took part by a dispensation”, or take the dispensation away"],
        ),
        ({"kind": "dpi", "effect": "withdrew"}, []),
    ],
)
def test_interest_has_its_effect(clerk, sitting, typed, says):
    item, (person,) = AgendaItemFactory(meeting=sitting), councillors(1)
    sent = {"person": person.pk, "nature": "a flat let to the council"} | typed

    answer = clerk.post(address("interest_add", item), {f"interest-{n}": v for n, v in sent.items()})

    assert (wrong(answer) if says else [], Interest.objects.exists()) == (says, not says)


def test_who_leaves_for_an_item_is_missing_from_its_quorum(clerk, sitting):
    item, people = AgendaItemFactory(meeting=sitting), councillors(3)
    there(sitting, *people)
    sent = {"person": people[0].pk, "nature": "a flat", "kind": "dpi", "effect": "withdrew"}

    clerk.post(address("interest_add", item), {f"interest-{n}": v for n, v in sent.items()})
    page = open_page(clerk, address("item_record", item))

    assert page.texts(".sitting-quorum")[0].startswith("Quorate: 3") is False
    assert page.texts(".meetings-caution") == [
        "Not on the register: the monitoring officer is to be notified by 28 November 2018."
    ]
    clerk.post(address("interest_remove", item), {"interest": Interest.objects.get().pk})
    assert not Interest.objects.exists()


def test_election_is_recorded_at_its_item(clerk, sitting):
    item = AgendaItemFactory(meeting=sitting, standing_key=StandingKey.ELECTION)
    (person,) = councillors(1)
    sent = {"election-office": "chairman", "election-outcome": "deferred", "election-version": 0}

    both = clerk.post(address("election_record", item), sent | {"election-person": person.pk})
    clerk.post(address("election_record", item), sent)
    page = open_page(clerk, address("item_record", item))

    assert wrong(both) == ["Nobody is elected when the election is put off: leave “Elected” empty."]
    assert Election.objects.get().outcome == "deferred"
    assert "Recorded: Chairman, put off to a later meeting." in page.texts("#election ~ p")


def test_second_of_two_tabs_at_an_election_keeps_what_was_chosen(clerk, sitting):
    theirs, mine = councillors(2)
    item = AgendaItemFactory(meeting=sitting, standing_key="election")
    sent = {"election-office": "chairman", "election-outcome": "unopposed", "election-version": 0}
    clerk.post(address("election_record", item), sent | {"election-person": theirs.pk})

    answer = clerk.post(address("election_record", item), sent | {"election-person": mine.pk})
    page = Page(answer.content)

    assert answer.status_code == 409
    assert f"Chairman: Carried with no opposition, {theirs}" in page.texts(".govuk-error-message")[0]
    assert page.all("[name=election-version]")[0].get("value") == "1"
    assert [one.get("value") for one in page.all("[name=election-person] option[selected]")] == [str(mine.pk)]


def test_only_an_item_of_election_asks_for_one(clerk, sitting):
    page = open_page(clerk, address("item_record", AgendaItemFactory(meeting=sitting)))

    assert page.all("#election") == []


def test_opening_says_how_many_are_there_against_the_quorum(clerk):
    meeting = the_meeting()
    there(meeting, *councillors(4))

    opened = clerk.post(address("meeting_sit", meeting), {"way": "open"}, follow=True)

    assert said(opened) == ["The meeting is open.", "Quorate: 4 voting members in the room, 3 needed."]


def test_exclusion_is_decided_and_the_public_admitted_again(clerk, sitting):
    item = AgendaItemFactory(meeting=sitting, exempt=True)
    sent = {"items": [item.pk], "paragraphs": ["2"], "result": "yes", "at": "11.20 am", "after": 0}

    early = clerk.post(address("exclusion_add", sitting), sent | {"items": []})
    clerk.post(address("exclusion_add", sitting), sent)
    one = Exclusion.objects.get()
    clerk.post(address("exclusion_readmit", one), {"readmitted": "11.45 am"})
    page = open_page(clerk, address("meeting_sit", sitting))

    one.refresh_from_db()
    assert wrong(early) == ["Choose the items for which the public is to leave"]
    assert f"{one.readmitted_at:%H:%M}" == "11:45"
    assert "Resolved at 11.20 am: the public is excluded" in page.texts(".sitting-entry strong")


def test_officer_is_told_when_the_meeting_decided_otherwise_before(clerk, sitting):
    item = AgendaItemFactory(meeting=sitting, exempt=True)
    sent = {"items": [item.pk], "paragraphs": ["2"], "after": 0}

    answers = []
    for result in ("no", "yes", "no"):
        answers.append(clerk.post(address("exclusion_add", sitting), sent | {"result": result}, follow=True))
        sent["after"] = Exclusion.objects.latest("pk").pk

    assert [any("decided otherwise before" in one for one in said(answer)) for answer in answers] == [
        False,
        True,
        False,
    ]
    assert wrong(answers[2]) == [EXCLUDED.format(item.title)]
    assert Exclusion.objects.count() == 2


def test_motion_to_exclude_names_the_numbers_that_the_agenda_would_print(clerk, sitting):
    AgendaItemFactory(meeting=sitting, kind="heading", title="Part one", position=5)
    secret = AgendaItemFactory(meeting=sitting, exempt=True, position=6)
    other = AgendaItemFactory(meeting=sitting, position=7)

    page = open_page(clerk, address("exclusion_add", sitting))
    listed = open_page(clerk, address("meeting_sit", sitting)).texts(".sitting-items a")

    number = str(len(listed))
    assert f"item {number}" in page.texts(".govuk-inset-text")[0]
    assert [secret.title in listed[-1], other.title in listed[-2]] == [True, True]


def test_refused_exclusion_leads_to_the_release(clerk, sitting):
    item = AgendaItemFactory(meeting=sitting, exempt=True)
    sent = {"items": [item.pk], "paragraphs": ["2"], "result": "no", "after": 0}
    clerk.post(address("exclusion_add", sitting), sent)
    way = address("papers_release", item)

    page = open_page(clerk, address("meeting_sit", sitting))
    links_of_item = open_page(clerk, address("item_record", item)).links(".govuk-inset-text a")
    unconfirmed = clerk.post(way, {"version": 1})
    clerk.post(way, {"version": 1, "confirmed": "on"})

    item.refresh_from_db()
    assert way in page.links(".sitting-entry a")
    assert way in links_of_item
    assert wrong(unconfirmed) == ["Confirm that the proper officer has decided to release these papers."]
    assert item.access == "open"


def test_meeting_without_exempt_items_has_nothing_to_exclude_from(clerk, sitting):
    page = open_page(clerk, address("exclusion_add", sitting))

    assert page.texts(".portal-empty h2") == ["No item is exempt"]


@pytest.mark.parametrize("number", [1, 3])
def test_panel_asks_the_same_number_of_questions(clerk, sitting, django_assert_num_queries, number):
    item = AgendaItemFactory(meeting=sitting)
    for person in councillors(number):
        there(sitting, person)
        AgendaItemFactory(meeting=sitting)
        one = ResolutionFactory(item=item)
        one.recorded_votes.create(person=person, cast="for")
        UndertakingFactory(item=item)
        sitting.interests.create(item=item, person=person, kind="osi", nature="a", effect="stayed")

    with django_assert_num_queries(31):
        clerk.get(address("item_record", item))


@pytest.mark.parametrize("number", [1, 40])
def test_meeting_asks_the_same_number_of_questions(clerk, sitting, django_assert_num_queries, number):
    AgendaItemFactory.create_batch(number, meeting=sitting)
    AttendanceFactory.create_batch(5 * number, meeting=sitting, capacity=Capacity.OFFICER)

    with django_assert_num_queries(12):
        clerk.get(address("meeting_sit", sitting))
