"""The pages of members, seats, offices and the panel's rules: what they do once, and what they refuse."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from core.access import Role
from meetings.actions import body as panel_actions
from meetings.actions import membership as actions
from meetings.models import Body, Category, OfficeHolding, Seat, SeatTenure, Term
from meetings.name_lists import Office
from tests.factories.meetings import (
    AttendanceFactory,
    BodyFactory,
    MeetingFactory,
    MeetingMinutesFactory,
    PersonFactory,
    PersonRoleFactory,
    SeatFactory,
    SeatTenureFactory,
    TermFactory,
    in_office,
    member,
)
from tests.page import Page, open_page

pytestmark = pytest.mark.django_db
LIST = "/meetings/members/"
PANEL = "/meetings/panel/"
SEPTEMBER, OCTOBER = date(2018, 9, 30), date(2018, 10, 1)


@pytest.fixture
def officer(client_as) -> Client:
    return client_as(Role.DEMOCRATIC_SERVICES)


@pytest.fixture
def reader(client_as) -> Client:
    return client_as(Role.PANEL_MEMBER)


@pytest.fixture
def clerk(user_as):
    return user_as(Role.DEMOCRATIC_SERVICES)


def send(client: Client, address: str, answers: dict, status: int = 200) -> Page:
    response = client.post(address, answers, follow=True)
    assert response.status_code == status
    return Page(response.content)


def errors(page: Page) -> list[str]:
    return page.texts(".govuk-error-summary__list li")


def said(page: Page) -> list[str]:
    return page.texts(".govuk-notification-banner__heading")


def day(name: str, on: date) -> dict:
    return {f"{name}-{part}": str(getattr(on, part)) for part in ("day", "month", "year")}


def tenure_of(person) -> SeatTenure:
    return SeatTenure.objects.get(person=person)


# Reading


@pytest.mark.parametrize("address", [LIST, f"{LIST}attendance/"])
def test_without_a_panel_readers_are_told_so(reader, address):
    assert open_page(reader, address).texts("h1") == ["The panel is not set up yet"]


def test_empty_panel_says_what_comes_first(reader, officer):
    BodyFactory()

    assert open_page(reader, LIST).links(".portal-empty a") == []
    assert open_page(officer, LIST).links(".portal-empty a") == [f"{LIST}seats/add/"]


def test_readers_see_names_categories_and_offices_and_no_contact(reader, officer):
    chairman = member(surname="Allen", email="canary@council.example", telephone="01622 canary")
    in_office(chairman)
    SeatFactory(category=Category.FOSTER_CARER)

    for client in (reader, officer):
        content = client.get(LIST).content
        assert b"canary" not in content
        page = Page(content)
        assert page.texts("tbody th") == ["Ms A Allen Chairman", "Vacant"]
        assert page.texts("h2") == ["County councillor", "Foster carer", "As the agenda prints it"]
        assert page.texts(".portal-headline") == ["1 of 2 seats is filled today."]
    assert open_page(reader, LIST).texts("[data-label='Change']") == []


def test_members_of_another_day_are_shown(reader):
    member(surname="Allen", ends_on=SEPTEMBER)

    page = open_page(reader, f"{LIST}?on-day=30&on-month=9&on-year=2018")

    assert page.texts(".portal-headline") == ["1 of 1 seats is filled on 30 September 2018."]
    assert open_page(reader, f"{LIST}?on-day=1&on-month=10&on-year=2018").texts("tbody th") == ["Vacant"]


def test_a_day_that_is_none_is_named(reader):
    BodyFactory()

    page = open_page(reader, f"{LIST}?on-day=31&on-month=9&on-year=2018")

    assert errors(page) == ["Members on must be a real date"]


@pytest.mark.parametrize("number", [1, 3])
def test_list_costs_the_same_queries_for_one_and_three(reader, number, django_assert_num_queries):
    for _ in range(number):
        member()

    # session, reader, panel, offices, seats, tenures; paragraph: members, offices, seats; quorum: seats, filled
    with django_assert_num_queries(11):
        reader.get(LIST)


def test_attendance_is_shown_and_the_rule_of_six_months_to_officers_alone(reader, officer):
    person = member(surname="Allen")
    meeting = MeetingFactory(on=date(2018, 9, 19), state="held")
    MeetingMinutesFactory(meeting=meeting, state="published")
    AttendanceFactory(meeting=meeting, person=person, status="apology")
    asked = f"{LIST}attendance/?first-day=1&first-month=9&first-year=2018"

    pages = [open_page(client, asked) for client in (reader, officer)]

    assert [page.texts("[data-label='Rate']") for page in pages] == [["0.0%"], ["0.0%"]]
    assert [len(page.texts(".meetings-caution")) for page in pages] == [0, 1]


def test_attendance_without_members_is_an_empty_state(reader):
    BodyFactory()

    assert open_page(reader, f"{LIST}attendance/").texts(".portal-empty h2") == [
        "Nobody had a seat in this time"
    ]


def test_changes_between_two_meetings_are_told_as_item_one_prints_them(officer):
    assert open_page(officer, f"{LIST}changes/").texts(".portal-empty h2") == [
        "There are no two meetings yet"
    ]
    earlier, later = MeetingFactory(on=date(2018, 9, 19)), MeetingFactory(on=date(2018, 11, 1))
    member(first_name="Cy", surname="New", starts_on=OCTOBER)

    page = open_page(officer, f"{LIST}changes/")

    assert page.texts(".meetings-paragraph") == [
        "The Panel is asked to note that Cy New (county councillor) has joined the Panel."
    ]
    page = open_page(officer, f"{LIST}changes/?earlier={later.pk}&later={earlier.pk}")
    assert errors(page) == ["Choose a meeting after the other one"]


def test_nothing_changed_means_no_item(officer):
    MeetingFactory.create_batch(2)

    page = open_page(officer, f"{LIST}changes/")

    assert page.texts("main p")[-1] == "Nothing changed, so the agenda has no item on membership."


# Seats


def new_seats(**more) -> dict:
    return (
        {
            "category": "foster_carer",
            "number": "2",
            "reads_exempt": "on",
            "seen": "0",
        }
        | day("starts_on", OCTOBER)
        | more
    )


def test_seats_are_added_once(officer):
    BodyFactory()
    send(officer, f"{LIST}seats/add/", new_seats())

    page = send(officer, f"{LIST}seats/add/", new_seats())

    assert errors(page) == [actions.ADDED_ALREADY]
    assert (
        list(Seat.objects.values_list("category", "is_voting", "reads_exempt", "starts_on"))
        == [("foster_carer", False, True, OCTOBER)] * 2
    )


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"category": ""}, "Select the category"),
        ({"number": "0"}, "How many such seats must be 1 or more"),
        ({"number": "31"}, "How many such seats must be 30 or less"),
        ({"starts_on-day": "32"}, "They exist from must be a real date"),
    ],
)
def test_what_is_wrong_with_a_seat_is_named(officer, answers, told):
    BodyFactory()

    assert errors(send(officer, f"{LIST}seats/add/", new_seats(**answers))) == [told]


def test_seat_changes_and_ends_when_nobody_has_it(officer):
    tenure = SeatTenureFactory(seat__category=Category.PARTNER)
    address = f"{LIST}seats/{tenure.seat_id}/edit/"

    page = send(officer, address, {"nominated_by": "Health trust", "version": 1} | day("ends_on", OCTOBER))
    assert errors(page) == [actions.STILL_HELD]

    send(officer, address, {"nominated_by": "Health trust", "is_voting": "on", "version": 1})
    seat = Seat.objects.get()
    assert (seat.nominated_by, seat.is_voting, seat.reads_exempt, seat.ends_on) == (
        "Health trust",
        True,
        False,
        None,
    )


def test_seat_is_filled_once(officer):
    seat, person = SeatFactory(category=Category.OFFICER), PersonFactory()
    answers = {"person": person.pk, "reason_joined": "new in post"} | day("starts_on", OCTOBER)

    for _ in range(2):
        send(officer, f"{LIST}seats/{seat.pk}/fill/", answers)

    tenure = SeatTenure.objects.get()
    assert (tenure.person, tenure.starts_on, tenure.reason_joined) == (person, OCTOBER, "new in post")


@pytest.mark.parametrize(
    ("category", "given", "told"),
    [
        (
            Category.COUNTY_COUNCILLOR,
            {},
            "Ada Older is not entered as a county councillor on 1 October 2018, so they cannot have a county "
            "councillor’s seat. Enter it on their own page first.",
        ),
        (
            Category.OFFICER,
            {"starts_on": date(2018, 11, 1)},
            "This seat exists from 1 November 2018. Choose that day",
        ),
        (Category.OFFICER, {"ends_on": SEPTEMBER}, "This seat exists until 30 September 2018 only."),
    ],
)
def test_seat_that_does_not_fit_is_refused_in_words(officer, category, given, told):
    seat, person = SeatFactory(category=category, **given), PersonFactory(surname="Older")

    page = send(officer, f"{LIST}seats/{seat.pk}/fill/", {"person": person.pk} | day("starts_on", OCTOBER))

    assert [one.startswith(told) for one in errors(page)] == [True]
    assert not SeatTenure.objects.exists()


def test_seat_and_person_are_taken_by_nobody_else(officer):
    taken = SeatTenureFactory(seat__category=Category.OFFICER)
    other = SeatFactory(category=Category.OFFICER)
    start = day("starts_on", OCTOBER)

    page = send(officer, f"{LIST}seats/{taken.seat_id}/fill/", {"person": PersonFactory().pk} | start)
    assert errors(page) == ["Somebody else has this seat on some of these days."]
    page = send(officer, f"{LIST}seats/{other.pk}/fill/", {"person": taken.person_id} | start)
    assert errors(page) == ["This person has another seat on some of these days."]


# Replacing and ending


def test_seat_leads_to_replacing_who_has_it_and_to_filling_it_once_nobody_has(officer):
    holder = member(first_name="Jude", surname="Pennifold")
    tenure = tenure_of(holder)
    way = f"{LIST}seats/{tenure.seat_id}/"

    taken = open_page(officer, way)
    SeatTenure.objects.filter(pk=tenure.pk).update(ends_on=OCTOBER)
    free = open_page(officer, way)

    first = [page.texts(".meetings-ways a")[0] for page in (taken, free)]
    assert first == ["Replace Jude Pennifold", "Say who has it"]


def replacing(after, **more) -> dict:
    return (
        {
            "person": after.pk,
            "reason_left": "retired",
            "reason_joined": "nominated by the group",
            "version": 1,
        }
        | day("ends_on", SEPTEMBER)
        | day("starts_on", OCTOBER)
        | more
    )


def test_member_is_replaced_once_and_their_office_ends_that_day(officer):
    before, after = member(surname="Allen"), PersonRoleFactory(person__surname="Brown").person
    office = in_office(before)
    old = tenure_of(before)

    for _ in range(2):
        page = send(officer, f"{LIST}tenures/{old.pk}/replace/", replacing(after))

    assert said(page) == ["Ada Brown replaces Ada Allen from 1 October 2018."]
    old.refresh_from_db()
    office.refresh_from_db()
    new = tenure_of(after)
    assert (old.ends_on, old.reason_left, new.starts_on, new.seat) == (
        SEPTEMBER,
        "retired",
        OCTOBER,
        old.seat,
    )
    assert office.ends_on == SEPTEMBER
    assert SeatTenure.objects.count() == 2


def test_replacing_is_whole_or_not_at_all(officer):
    before = member()
    old = tenure_of(before)

    page = send(officer, f"{LIST}tenures/{old.pk}/replace/", replacing(PersonFactory(surname="Older")))

    assert errors(page)[0].startswith("Ada Older is not entered as a county councillor")
    old.refresh_from_db()
    assert old.ends_on is None


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (
            {"starts_on-month": "9", "starts_on-day": "30"},
            "Enter a first day after the last day of the earlier member",
        ),
        ({"person": ""}, "Select an answer to “Who has the seat after that”"),
        ({"ends_on-year": "2016"}, "The last day must be on or after the first, 25 May 2017."),
    ],
)
def test_what_is_wrong_with_a_replacement_is_named(officer, answers, told):
    old = tenure_of(member())
    after = PersonRoleFactory(starts_on=date(2010, 1, 1)).person

    page = send(officer, f"{LIST}tenures/{old.pk}/replace/", replacing(after, **answers))

    assert errors(page) == [told]


def test_membership_ends_and_is_put_right(officer):
    person = member()
    office, old = in_office(person, starts_on=date(2018, 1, 1)), tenure_of(person)
    address = f"{LIST}tenures/{old.pk}/"

    page = send(
        officer, address, day("starts_on", date(2017, 6, 1)) | day("ends_on", SEPTEMBER) | {"version": 1}
    )

    assert errors(page) == []
    old.refresh_from_db()
    office.refresh_from_db()
    assert (old.starts_on, old.ends_on, office.ends_on) == (date(2017, 6, 1), SEPTEMBER, SEPTEMBER)
    page = send(officer, address, day("starts_on", OCTOBER) | day("ends_on", SEPTEMBER) | {"version": 2})
    assert errors(page) == ["The last day must be on or after the first, 1 October 2018."]


# Offices


def test_chairman_is_entered_once_and_shown_first_in_the_paragraph(officer):
    person = member(surname="Zed")
    member(surname="Allen")
    answers = {"office": "chairman", "person": person.pk} | day("starts_on", OCTOBER)

    for _ in range(2):
        send(officer, f"{LIST}offices/", answers)

    assert OfficeHolding.objects.count() == 1
    assert open_page(officer, LIST).texts(".meetings-paragraph") == ["Ms A Zed (Chairman), Ms A Allen"]


def test_chairman_must_be_a_county_councillor_and_the_only_one(officer):
    carer, councillor, other = member(Category.FOSTER_CARER), member(), member()
    in_office(councillor)
    start = day("starts_on", OCTOBER)

    page = send(officer, f"{LIST}offices/", {"office": "vice_chairman", "person": carer.pk} | start)
    assert errors(page) == ["The chairman and the vice-chairman must be county councillors."]
    page = send(officer, f"{LIST}offices/", {"office": "chairman", "person": other.pk} | start)
    assert errors(page) == ["Somebody else has this office then."]


def test_office_ends(officer):
    holding = in_office(member(), Office.VICE_CHAIRMAN)
    address = f"{LIST}offices/{holding.pk}/end/"

    page = send(officer, address, day("ends_on", date(2016, 1, 1)) | {"version": 1})
    assert errors(page) == ["The last day must be on or after the first, 25 May 2017."]
    send(officer, address, day("ends_on", SEPTEMBER) | {"version": 1})

    holding.refresh_from_db()
    assert holding.ends_on == SEPTEMBER


# The panel's rules


def rules(client: Client, **more) -> dict:
    """All that the page would send back as it stands."""
    page = open_page(client, PANEL)
    boxes = {
        b.get("name"): b.get("value") or "" for b in page.all("main input") if b.get("type") != "checkbox"
    }
    chosen = {s.get("name"): s.value or "" for s in page.all("main select")}
    return boxes | chosen | more


def test_panel_is_set_up_where_there_is_none_and_once(officer):
    page = open_page(officer, PANEL)
    assert page.texts("h1") == ["Set up the panel"]
    answers = rules(officer, name="Corporate Parenting Panel", venue="Darent Room")

    for _ in range(2):
        page = send(officer, PANEL, answers)

    assert errors(page) == []
    assert page.texts("h1") == ["The panel’s rules"]
    panel = Body.objects.get()
    assert (panel.venue, panel.clear_days, panel.quorum_floor) == ("Darent Room", 5, 3)


def test_rules_change_once_and_the_second_officer_loses_nothing(officer):
    BodyFactory()
    answers = rules(officer, quorum_floor="4")
    for _ in range(2):
        send(officer, PANEL, answers)

    page = send(officer, PANEL, answers | {"quorum_floor": "5"}, status=409)

    assert page.texts("#changed-meanwhile") == ["Changed meanwhile"]
    assert page.all("#id_quorum_floor")[0].get("value") == "5"
    panel = Body.objects.get()
    assert (panel.quorum_floor, panel.events.count()) == (4, 2)
    again = page.all("input[name=version]")[0].get("value")
    send(officer, PANEL, answers | {"quorum_floor": "5", "version": again})
    assert Body.objects.get().quorum_floor == 5


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"quorum_fraction": "0"}, "Quorum as a fraction must be 0.0001 or more"),
        ({"quorum_fraction": "1.1"}, "Quorum as a fraction must be 1 or less"),
        ({"quorum_floor": "0"}, "Quorum at least must be 1 or more"),
        ({"starts_at": "ten"}, "Enter a time like 10.00 am or 14:30"),
        ({"name": ""}, "Enter the name of the panel"),
        (
            day("remote_counts_until", SEPTEMBER),
            "Enter a last day on or after the first day it counts from",
        ),
    ],
)
def test_rules_that_cannot_be_are_named(officer, answers, told):
    BodyFactory()

    assert errors(send(officer, PANEL, rules(officer, **answers))) == [told]


def test_terms_follow_each_other(officer):
    panel = BodyFactory()
    first = day("starts_on", date(2017, 5, 25)) | {"first_number": "96"}
    for _ in range(2):
        send(officer, f"{PANEL}terms/add/", first)
    term = Term.objects.get()
    second = day("starts_on", date(2021, 5, 27)) | {"first_number": "1"}

    page = send(officer, f"{PANEL}terms/add/", second)
    assert errors(page) == ["The term from 25 May 2017 covers some of these days. End it first."]
    page = send(officer, f"{PANEL}terms/{term.pk}/end/", day("ends_on", date(2016, 1, 1)) | {"version": 1})
    assert errors(page) == ["The last day must be on or after the first, 25 May 2017."]

    send(officer, f"{PANEL}terms/{term.pk}/end/", day("ends_on", date(2021, 5, 26)) | {"version": 1})
    send(officer, f"{PANEL}terms/add/", second)
    assert [t.first_number for t in panel.terms.all()] == [96, 1]


def test_term_does_not_grow_over_the_next(officer):
    first = TermFactory(ends_on=date(2021, 5, 26))
    TermFactory(starts_on=date(2021, 5, 27))

    page = send(officer, f"{PANEL}terms/{first.pk}/end/", {"version": 1})

    assert errors(page) == ["The term from 27 May 2021 covers some of these days. End it first."]


# Two tabs


@pytest.mark.parametrize("page", ["seat", "tenure", "replace", "office", "term"])
def test_second_of_two_tabs_is_told_and_keeps_what_was_typed(officer, page):
    person = member()
    old, office, term = tenure_of(person), in_office(person), TermFactory()
    seat, after = old.seat, PersonRoleFactory(starts_on=date(2010, 1, 1)).person
    row, address, mine, theirs = {
        "seat": (seat, f"seats/{seat.pk}/edit/", {"nominated_by": "Mine"}, {"nominated_by": "Theirs"}),
        "tenure": (
            old,
            f"tenures/{old.pk}/",
            day("starts_on", date(2017, 6, 1)) | {"reason_left": "Mine"},
            day("starts_on", date(2017, 6, 1)) | {"reason_left": "Theirs"},
        ),
        "replace": (
            old,
            f"tenures/{old.pk}/replace/",
            replacing(after, reason_left="Mine"),
            replacing(PersonRoleFactory(starts_on=date(2010, 1, 1)).person, reason_left="Theirs"),
        ),
        "office": (
            office,
            f"offices/{office.pk}/end/",
            day("ends_on", OCTOBER),
            day("ends_on", SEPTEMBER),
        ),
        "term": (
            term,
            f"../panel/terms/{term.pk}/end/",
            day("ends_on", date(2021, 5, 25)),
            day("ends_on", date(2021, 5, 26)),
        ),
    }[page]
    address = f"{PANEL}terms/{term.pk}/end/" if page == "term" else f"{LIST}{address}"
    send(officer, address, theirs | {"version": 1})
    kept = type(row).objects.values().get(pk=row.pk)

    told = send(officer, address, mine | {"version": 1}, status=409)

    assert type(row).objects.values().get(pk=row.pk) == kept
    assert told.texts("#changed-meanwhile") == ["Changed meanwhile"]
    assert [field.get("value") for field in told.all("[name=version]")] == ["2"]
    typed = {name: str(value) for name, value in mine.items() if name not in ("person", "version")}
    assert {name: told.all(f"[name='{name}']")[0].get("value") for name in typed} == typed


@pytest.mark.parametrize("page", ["seat", "tenure", "office", "term"])
def test_same_form_sent_twice_is_one_change(officer, page):
    person = member()
    old, office, term = tenure_of(person), in_office(person), TermFactory()
    row, address, answers = {
        "seat": (old.seat, f"{LIST}seats/{old.seat_id}/edit/", {"nominated_by": "Mine"}),
        "tenure": (
            old,
            f"{LIST}tenures/{old.pk}/",
            day("starts_on", date(2017, 6, 1)) | {"reason_left": "x"},
        ),
        "office": (office, f"{LIST}offices/{office.pk}/end/", day("ends_on", OCTOBER)),
        "term": (term, f"{PANEL}terms/{term.pk}/end/", day("ends_on", date(2021, 5, 25))),
    }[page]

    for _ in range(2):
        assert errors(send(officer, address, answers | {"version": 1})) == []

    row.refresh_from_db()
    assert row.version == 2


# Who may


@pytest.mark.parametrize("role", [role for role in Role if role != Role.DEMOCRATIC_SERVICES])
def test_everybody_signed_in_reads_and_officers_alone_change(client_as, officer, role):
    person = member()
    tenure, office, term = tenure_of(person), in_office(person), TermFactory()
    pages = [
        f"{LIST}changes/",
        f"{LIST}seats/add/",
        *(f"{LIST}seats/{tenure.seat_id}/{part}" for part in ("", "edit/", "fill/")),
        f"{LIST}tenures/{tenure.pk}/",
        f"{LIST}tenures/{tenure.pk}/replace/",
        f"{LIST}offices/",
        f"{LIST}offices/{office.pk}/end/",
        PANEL,
        f"{PANEL}terms/add/",
        f"{PANEL}terms/{term.pk}/end/",
    ]
    other = client_as(role)

    assert [other.get(address).status_code for address in (LIST, f"{LIST}attendance/")] == [200, 200]
    assert {officer.get(address).status_code for address in pages} == {200}
    assert {other.get(address).status_code for address in pages} == {403}
    for call in (
        lambda by: actions.add_seats(tenure.seat.body, number=1, seen=1, by=by),
        lambda by: actions.change_seat(tenure.seat, version=1, by=by),
        lambda by: actions.fill_seat(tenure.seat, person=person, starts_on=OCTOBER, by=by),
        lambda by: actions.replace_member(
            tenure, version=1, ends_on=SEPTEMBER, reason_left="", person=person, starts_on=OCTOBER, by=by
        ),
        lambda by: actions.change_tenure(
            tenure, version=1, starts_on=OCTOBER, ends_on=None, reason_joined="", reason_left="", by=by
        ),
        lambda by: actions.take_office(
            tenure.seat.body, office=Office.CHAIRMAN, person=person, starts_on=OCTOBER, by=by
        ),
        lambda by: actions.end_office(office, version=1, ends_on=None, by=by),
        lambda by: panel_actions.set_up_panel(name="x", by=by),
        lambda by: panel_actions.change_panel(tenure.seat.body, version=1, by=by),
        lambda by: panel_actions.add_term(term.body, starts_on=OCTOBER, ends_on=None, first_number=1, by=by),
        lambda by: panel_actions.end_term(term, version=1, ends_on=None, by=by),
    ):
        with pytest.raises(PermissionDenied):
            call(other.user)


def test_nobody_reads_it_without_signing_in():
    assert [Client().get(address).status_code for address in (LIST, f"{LIST}attendance/")] == [302, 302]
