"""The register of those whom the papers name."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from core.access import Role
from people.actions import persons as actions
from people.models import Person, PersonRole
from tests.factories.meetings import PersonFactory, PersonRoleFactory
from tests.page import Page, open_page

pytestmark = pytest.mark.django_db
LIST = "/people/persons/"
ADD = f"{LIST}add/"
FIRST = {"first_name": "Ann", "surname": "Allen"}
WHOLE = FIRST | {"title": "Mrs", "initials": "A D", "honours": "MBE"}


@pytest.fixture
def officer(client_as) -> Client:
    return client_as(Role.DEMOCRATIC_SERVICES)


@pytest.fixture
def ann() -> Person:
    return Person.objects.create(**WHOLE)


def send(client: Client, address: str, answers: dict, status: int = 200) -> Page:
    response = client.post(address, answers, follow=True)
    assert response.status_code == status
    return Page(response.content)


def errors(page: Page) -> list[str]:
    return page.texts(".govuk-error-summary__list li")


def printed(page: Page) -> list[str]:
    return page.texts(".people-printed dd")


def test_register_begins_with_an_empty_state(officer):
    page = open_page(officer, LIST)

    assert page.texts(".portal-empty h2") == ["Nobody is in the register yet"]


def test_register_is_listed_as_printed_with_what_each_is_today(officer, ann):
    PersonRoleFactory(person=ann)
    PersonRoleFactory(person=ann, title="Mayor", starts_on=date(2017, 1, 1), ends_on=date(2018, 1, 1))

    page = open_page(officer, LIST)

    assert page.texts("tbody th") == ["Mrs A D Allen, MBE"]
    assert page.texts("[data-label='What they are today']") == ["County councillor"]


@pytest.mark.parametrize(("q", "found"), [("allen", 1), ("ANN all", 1), ("ann zed", 0), ("", 2), ("lin", 1)])
def test_register_is_searched_by_every_word(officer, ann, q, found):
    PersonFactory(first_name="Ida", surname="Linfield")

    page = open_page(officer, f"{LIST}?q={q}")

    assert len(page.texts("tbody tr")) == found
    assert ("Nobody is called so. Try fewer letters." in page.texts("main p")) == (found == 0)


@pytest.mark.parametrize("number", [1, 3])
def test_register_costs_the_same_queries_for_one_and_three(
    officer, user_as, number, django_assert_num_queries
):
    for _ in range(number):
        PersonRoleFactory(person__user=user_as())

    with django_assert_num_queries(5):  # session, reader, number, persons, roles
        officer.get(LIST)


def test_person_is_added_and_shown_as_printed(officer):
    page = send(officer, ADD, WHOLE)

    assert page.texts("h1") == ["Ann Allen"]
    assert printed(page) == ["Mrs A D Allen, MBE", "Ann Allen", "Mrs Allen"]


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"surname": "Allen"}, ["Enter the first name"]),
        ({"first_name": "Ann"}, ["Enter the surname"]),
        (FIRST | {"email": "ann"}, ["Enter an email address in the correct format, like name@example.com"]),
    ],
)
def test_what_is_missing_is_named(officer, answers, told):
    assert errors(send(officer, ADD, answers)) == told
    assert not Person.objects.exists()


def test_somebody_of_the_same_name_is_asked_about(officer, ann):
    page = send(officer, ADD, {"first_name": "ann", "surname": "ALLEN"})
    assert errors(page) == [
        "ann ALLEN is in the register already. Tick the box at the end if this is somebody else"
    ]
    assert [box.get("name") for box in page.all("input[type=checkbox]")] == ["is_another"]

    send(officer, ADD, FIRST | {"is_another": "on"})

    assert Person.objects.count() == 2


def test_form_sent_twice_adds_one_person(officer):
    for _ in range(2):
        send(officer, ADD, WHOLE)

    assert Person.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        (WHOLE, ["Mrs A D Allen, MBE", "Ann Allen", "Mrs Allen"]),
        (WHOLE | {"print_name": "Ann Allen"}, ["Ann Allen", "Ann Allen", "Ann Allen"]),
        (FIRST, ["Ann Allen", "Ann Allen", "Ann Allen"]),
        ({}, ["Enter a surname"] * 3),
    ],
)
def test_example_shows_how_a_name_will_print(officer, typed, lines):
    assert printed(Page(officer.get(f"{LIST}printed/", typed).content)) == lines
    assert printed(send(officer, ADD, typed | {"way": "printed"})) == lines
    assert not Person.objects.exists()


def test_words_typed_into_a_name_are_shown_as_words(officer):
    content = officer.get(f"{LIST}printed/", {"surname": "<b>Allen"}).content

    assert b"<b>" not in content


# Changing


def mark(officer: Client, person: Person) -> str:
    return open_page(officer, f"{LIST}{person.pk}/edit/").all("input[name=seen]")[0].get("value")


def test_name_changes_once_and_the_second_officer_loses_nothing(officer, ann):
    address = f"{LIST}{ann.pk}/edit/"
    seen = mark(officer, ann)
    for _ in range(2):
        send(officer, address, WHOLE | {"honours": "OBE", "seen": seen})

    page = send(officer, address, WHOLE | {"honours": "CBE", "seen": seen}, status=409)

    assert errors(page) == [actions.CHANGED]
    assert page.all("#id_honours")[0].get("value") == "CBE"
    ann.refresh_from_db()
    assert (ann.honours, ann.events.count()) == ("OBE", 2)

    again = page.all("input[name=seen]")[0].get("value")
    send(officer, address, WHOLE | {"honours": "CBE", "seen": again})
    ann.refresh_from_db()
    assert ann.honours == "CBE"


def test_account_belongs_to_one_person(officer, ann, user_as):
    taken, free = user_as(name="Taken"), user_as(name="Free")
    PersonFactory(user=taken)

    page = send(officer, f"{LIST}{ann.pk}/edit/", WHOLE | {"user": taken.pk, "seen": mark(officer, ann)})
    assert errors(page) == ["Choose the account from those listed"]

    send(officer, f"{LIST}{ann.pk}/edit/", WHOLE | {"user": free.pk, "seen": mark(officer, ann)})
    ann.refresh_from_db()
    assert ann.user == free


# What somebody is


def role(**more) -> dict:
    parts = {"starts_on-day": "4", "starts_on-month": "5", "starts_on-year": "2017"}
    return {"title": "County councillor", "is_county_councillor": "on"} | parts | more


def ending(day: int) -> dict:
    return {"ends_on-day": str(day), "ends_on-month": "5", "ends_on-year": "2017"}


def test_role_is_added_once_and_ended(officer, ann):
    for _ in range(2):
        send(officer, f"{LIST}{ann.pk}/roles/add/", role())
    kept = PersonRole.objects.get()
    assert (kept.is_county_councillor, kept.starts_on, kept.ends_on) == (True, date(2017, 5, 4), None)

    page = send(officer, f"/people/roles/{kept.pk}/end/", ending(4))

    kept.refresh_from_db()
    assert kept.ends_on == date(2017, 5, 4)
    assert page.texts("main li")[0].startswith(
        "County councillor (county councillor), from 4 May 2017 to 4 May"
    )


def test_role_does_not_end_before_it_begins(officer, ann):
    page = send(officer, f"{LIST}{ann.pk}/roles/add/", role(**ending(3)))
    assert errors(page) == ["Enter a last day on or after the first day"]

    send(officer, f"{LIST}{ann.pk}/roles/add/", role())
    page = send(officer, f"/people/roles/{PersonRole.objects.get().pk}/end/", ending(3))
    assert errors(page) == ["This ends before it began. Enter a last day on or after 4 May 2017."]


# Who may


@pytest.mark.parametrize("refused", [one for one in Role if one != Role.DEMOCRATIC_SERVICES])
def test_others_are_refused_where_officers_are_let_in(client_as, officer, ann, refused):
    held = PersonRoleFactory(person=ann)
    pages = [
        LIST,
        ADD,
        f"{LIST}printed/",
        *(f"{LIST}{ann.pk}/{part}" for part in ("", "edit/", "roles/add/")),
        f"/people/roles/{held.pk}/end/",
    ]
    other = client_as(refused)

    assert [officer.get(address).status_code for address in pages] == [200] * 7
    assert [other.get(address).status_code for address in pages] == [403] * 7
    today = date(2018, 1, 1)
    for call in (
        lambda by: actions.add_person(by=by, **FIRST),
        lambda by: actions.change_person(ann, seen="", by=by, **FIRST),
        lambda by: actions.end_role(held, ends_on=None, by=by),
        lambda by: actions.add_role(
            ann, title="x", is_county_councillor=True, starts_on=today, ends_on=None, by=by
        ),
    ):
        with pytest.raises(PermissionDenied):
            call(other.user)


def test_a_person_without_a_surname_is_refused_below_the_page_too(user_as):
    with pytest.raises(ValidationError):
        actions.add_person(by=user_as(Role.DEMOCRATIC_SERVICES), first_name="Ann", surname="")
