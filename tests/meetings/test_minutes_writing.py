"""The clerk's desk: saved by hand and by itself, two clerks at one minute, earlier versions."""

from datetime import timedelta

import pytest
from django.urls import reverse

from core.access import Role
from core.richtext import from_plain
from meetings.actions.locks import Refused
from meetings.actions.minutes_text import set_items
from meetings.models import MeetingMinutes, Minute
from tests.factories.meetings import (
    AgendaItemFactory,
    MeetingFactory,
    MeetingMinutesFactory,
    MinuteFactory,
    ResolutionFactory,
    TermFactory,
    UndertakingFactory,
)
from tests.page import Page, open_page

pytestmark = pytest.mark.django_db
BEFORE, MINE, THEIRS = "Mr Doe spoke.", "Mr Doe spoke at length.", "Mr Doe spoke briefly."


@pytest.fixture
def clerk(client_as):
    return client_as(Role.DEMOCRATIC_SERVICES, name="Toni")


@pytest.fixture
def other(client_as):
    return client_as(Role.DEMOCRATIC_SERVICES, name="Kim")


@pytest.fixture
def record():
    meeting = MeetingFactory(state="held")
    TermFactory(body=meeting.body, first_number=107)
    return MeetingMinutesFactory(meeting=meeting)


@pytest.fixture
def minute(record):
    return MinuteFactory(record=record, heading="Scorecard", body=from_plain(BEFORE, headings=False))


def at(name, thing):
    return reverse(f"meetings:{name}", kwargs={"pk": thing.pk})


def words(minute, body=MINE, **more):
    return {"heading": minute.heading, "body": body, "version": minute.version} | more


def body_of(minute):
    return Minute.objects.get(pk=minute.pk).body


def send(client, minute, **data):
    response = client.post(at("minute_edit", minute), data)
    return response, Page(response.content) if response.content else None


def test_desk_offers_to_begin_once_the_meeting_was_held(clerk):
    waiting, held = MeetingFactory(), MeetingFactory(state="held")
    AgendaItemFactory(meeting=held, title="Adoption", outcome="taken", taken_order=1)

    assert open_page(clerk, at("minutes_write", waiting)).texts(".portal-empty h2") == [
        "The minutes cannot begin yet"
    ]
    assert open_page(clerk, at("minutes_write", held)).texts(".govuk-button") == ["Begin the minutes"]
    for said in ("Begun with 1 minute.", "These minutes were begun already."):
        page = Page(clerk.post(at("minutes_begin", held), follow=True).content)
        assert said in page.texts(".govuk-notification-banner")[0]
        assert page.texts(".minutes-index a") == ["Adoption"]


def test_desk_shows_the_numbers_that_would_be_drawn(clerk, record):
    for position, heading in enumerate(("Membership", "Apologies"), 1):
        MinuteFactory(record=record, position=position, heading=heading)

    page = open_page(clerk, at("minutes_write", record.meeting))

    assert page.texts(".minutes-list__number") == ["107.", "108."]


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("name", "queries"), [("minutes_write", 35), ("minute_edit", 18)])
def test_desk_asks_as_often_for_three_minutes_as_for_one(
    clerk, record, number, name, queries, django_assert_num_queries
):
    for position in range(1, number + 1):
        item = AgendaItemFactory(meeting=record.meeting, position=position, number=position)
        ResolutionFactory(item=item)
        UndertakingFactory(item=item)
        minute = MinuteFactory(record=record, position=position)
        minute.items.add(item)

    with django_assert_num_queries(queries):
        open_page(clerk, at(name, minute if name == "minute_edit" else record.meeting))


def items_sent(*items, version=1):
    return {"items": [item.pk for item in items], "version": version}


def test_items_that_were_taken_together_come_into_one_minute(clerk, record, minute):
    first, second = (
        AgendaItemFactory(meeting=record.meeting, number=16, letter=letter, position=place)
        for place, letter in enumerate("ab", 1)
    )
    other = MinuteFactory(record=record, position=2)
    minute.items.add(first)
    other.items.add(second)
    offered = open_page(clerk, at("minute_items", minute)).all("[name=items]")

    taken = clerk.post(at("minute_items", minute), items_sent(first, second))
    clerk.post(at("minute_remove", other), {"version": other.version})
    for _ in range(2):
        clerk.post(at("minute_items", minute), items_sent(first, second))

    assert [one.get("value") for one in offered] == [str(first.pk)]
    assert Page(taken.content).all(".govuk-error-summary")
    assert set(minute.items.all()) == {first, second}
    assert Minute.objects.get(pk=minute.pk).version == 2
    assert open_page(clerk, at("minute_edit", minute)).texts(".minutes-minute__items") == [
        "(Items 16a and 16b)"
    ]


def test_second_clerk_at_the_items_of_a_minute_is_told(clerk, record, minute):
    item = AgendaItemFactory(meeting=record.meeting)
    send(clerk, minute, **words(minute))

    answer = clerk.post(at("minute_items", minute), items_sent(item))
    page = Page(answer.content)

    assert (answer.status_code, minute.items.count()) == (409, 0)
    assert [one.get("value") for one in page.all("[name=items][checked]")] == [str(item.pk)]


@pytest.mark.parametrize(
    ("elsewhere", "says"), [(True, "Choose items of the same meeting"), (False, "has a minute already")]
)
def test_item_of_another_meeting_or_minute_is_refused(user_as, record, minute, elsewhere, says):
    item = AgendaItemFactory() if elsewhere else AgendaItemFactory(meeting=record.meeting)
    MinuteFactory(record=record, position=2).items.add(item)

    with pytest.raises(Refused, match=says):
        set_items(minute, items=[item], version=1, by=user_as(Role.DEMOCRATIC_SERVICES))


def test_items_rest_once_the_minutes_are_published(user_as, record, minute):
    MeetingMinutes.objects.update(state="published")

    with pytest.raises(Refused, match="These minutes are published as draft"):
        set_items(minute, items=[], version=1, by=user_as(Role.DEMOCRATIC_SERVICES))


def test_minute_is_saved_and_saving_the_same_again_changes_nothing(clerk, minute):
    for _ in range(2):
        response, _ = send(clerk, minute, **words(minute))
        assert response.url == at("minute_edit", minute)

    saved = Minute.objects.get(pk=minute.pk)
    assert (saved.body, saved.version) == (f"<p>{MINE}</p>", minute.version + 1)


def test_text_saved_by_itself_answers_with_its_version(clerk, minute):
    response = clerk.post(at("minute_edit", minute), words(minute, way="itself"))

    assert response.json()["version"] == minute.version + 1
    assert response.json()["said"].startswith("Saved at ")
    assert body_of(minute) == f"<p>{MINE}</p>"


def test_text_that_cannot_be_saved_by_itself_says_why(clerk, minute):
    response = clerk.post(at("minute_edit", minute), words(minute, way="itself") | {"heading": ""})

    assert response.json() == {"said": "Not saved: Enter the heading"}


def test_second_clerk_sees_both_texts_and_nothing_is_lost(clerk, other, minute):
    send(other, minute, **words(minute, THEIRS))

    by_itself = clerk.post(at("minute_edit", minute), words(minute, way="itself"))
    response, page = send(clerk, minute, **words(minute))

    assert (by_itself.json()["stops"], "version" in by_itself.json()) == (True, False)
    assert response.status_code == 409
    assert body_of(minute) == f"<p>{THEIRS}</p>"
    assert [text.replace("[removed: ", "").rstrip("]") for text in page.texts("del")] == ["briefly"]
    assert [text.replace("[added: ", "").rstrip("]") for text in page.texts("ins")] == ["at length"]
    assert page.texts("textarea[name=body]") == [MINE]
    assert page.texts(".minutes-form .govuk-button") == ["Save", "Keep theirs"]
    assert page.all("input[name=version]")[0].get("value") == str(minute.version + 1)


def test_saving_once_more_overrules_and_theirs_is_an_earlier_version(clerk, other, minute):
    send(other, minute, **words(minute, THEIRS))
    _, page = send(clerk, minute, **words(minute))
    version = page.all("input[name=version]")[0].get("value")

    send(clerk, minute, **words(minute) | {"version": version})

    assert body_of(minute) == f"<p>{MINE}</p>"
    versions = open_page(clerk, at("minute_versions", minute))
    assert [text.rpartition(", ")[2] for text in versions.texts(".minutes-version h2")] == [
        "Toni (as it stands)",
        "Kim",
        "The portal",
    ]


def test_keeping_theirs_puts_ones_own_among_the_earlier_versions(clerk, other, minute):
    send(other, minute, **words(minute, THEIRS))

    send(clerk, minute, **words(minute, way="theirs"))

    assert body_of(minute) == f"<p>{THEIRS}</p>"
    versions = open_page(clerk, at("minute_versions", minute))
    assert f"{MINE}" in " ".join(versions.texts(".minutes-version details"))


def test_earlier_version_is_brought_back(clerk, minute):
    send(clerk, minute, **words(minute))
    page = open_page(clerk, at("minute_versions", minute))
    event = page.all("input[name=event]")[-1].get("value")
    version = page.all("input[name=version]")[-1].get("value")

    clerk.post(at("minute_restore", minute), {"event": event, "version": version})

    assert body_of(minute) == f"<p>{BEFORE}</p>"


@pytest.mark.parametrize("event", ["", "x", "99999999"])
def test_version_that_is_not_there_changes_nothing(clerk, minute, event):
    response = clerk.post(
        at("minute_restore", minute), {"event": event, "version": minute.version}, follow=True
    )

    assert "Choose one of the versions below." in response.content.decode()
    assert body_of(minute) == f"<p>{BEFORE}</p>"


def test_minute_added_twice_by_one_form_is_added_once(clerk, record):
    item = AgendaItemFactory(meeting=record.meeting, title="Urgent report")
    for _ in range(2):
        response = clerk.post(
            at("minute_add", record.meeting), {"heading": "Urgent report", "item": item.pk, "after": 0}
        )
        assert response.status_code == 302 or "Select a valid choice" not in response.content.decode()

    minute = record.minutes.get()
    assert list(minute.items.all()) == [item]


def test_minutes_change_places(clerk, record):
    first, second = (MinuteFactory(record=record, position=place, heading=f"No {place}") for place in (1, 2))

    clerk.post(at("minute_move", second), {"way": "up"})

    assert list(record.minutes.values_list("heading", flat=True)) == ["No 2", "No 1"]
    clerk.post(at("minute_move", second), {"way": "up"})
    assert list(record.minutes.values_list("pk", flat=True)) == [second.pk, first.pk]


def test_minute_is_taken_out_unless_it_has_a_number_or_was_changed(clerk, record, minute):
    clerk.post(at("minute_remove", minute), {"version": minute.version + 1})
    assert record.minutes.count() == 1
    numbered = MinuteFactory(record=record, number=107, series="x")
    clerk.post(at("minute_remove", numbered), {"version": numbered.version})
    assert record.minutes.count() == 2

    for _ in range(2):
        assert clerk.post(at("minute_remove", minute), {"version": minute.version}).status_code == 302
    assert list(record.minutes.all()) == [numbered]


def test_appended_text_is_added_changed_and_taken_out(clerk, record):
    form = {"title": "Update", "body": "It was a good summer.", "after": 0}
    for _ in range(2):
        clerk.post(at("appendix_add", record.meeting), form)
    appendix = record.appendices.get()
    assert appendix.body == "<p>It was a good summer.</p>"

    clerk.post(at("appendix_edit", appendix), {"title": "Update", "body": "Better.", "version": 1})
    second = clerk.post(at("appendix_edit", appendix), {"title": "Update", "body": "Worse.", "version": 1})
    assert second.status_code == 409
    assert record.appendices.get().body == "<p>Better.</p>"

    for _ in range(2):
        clerk.post(at("appendix_remove", record.meeting), {"appendix": appendix.pk})
    assert not record.appendices.exists()


@pytest.mark.parametrize("state", ["chairman", "published"])
def test_minutes_are_not_written_in_while_others_read_them(clerk, record, minute, state):
    MeetingMinutes.objects.filter(pk=record.pk).update(state=state)

    send(clerk, minute, **words(minute))

    assert body_of(minute) == f"<p>{BEFORE}</p>"
    assert open_page(clerk, at("minute_edit", minute)).all("#minute-form") == []


@pytest.mark.parametrize(("answer", "kept"), [("exempt", (True, "Heard.")), ("open", (False, ""))])
def test_summary_belongs_to_an_exempt_minute(clerk, minute, answer, kept):
    send(clerk, minute, **words(minute, public_summary="Heard.", is_exempt=answer))

    saved = Minute.objects.get(pk=minute.pk)
    assert (saved.is_exempt, saved.public_summary) == kept
    checked = open_page(clerk, at("minute_edit", minute)).all("input[name=is_exempt][checked]")
    assert [one.get("value") for one in checked] == [answer]


def test_what_was_decided_stands_under_the_box(clerk, record, minute):
    item = AgendaItemFactory(meeting=record.meeting)
    ResolutionFactory(item=item)
    UndertakingFactory(item=item, what="Bring the figures")
    minute.items.add(item)

    page = open_page(clerk, at("minute_edit", minute))

    assert page.texts(".minutes-decided .portal-rich") == [
        "It was RESOLVED that the report be noted, with thanks."
    ]
    assert page.texts(".minutes-decided li")[0].startswith("Bring the figures (Post ")


@pytest.mark.parametrize("role", [role for role in Role if role != Role.DEMOCRATIC_SERVICES])
def test_others_do_not_write_minutes(client_as, clerk, record, minute, role):
    reader = client_as(role)

    for name, thing in (
        ("minutes_write", record.meeting),
        ("minute_edit", minute),
        ("minute_versions", minute),
    ):
        assert (clerk.get(at(name, thing)).status_code, reader.get(at(name, thing)).status_code) == (200, 403)
    assert reader.post(at("minute_edit", minute), words(minute)).status_code == 403
    assert body_of(minute) == f"<p>{BEFORE}</p>"


def test_usual_resolution_is_added_by_its_button_with_what_was_typed(clerk, record, minute):
    item = AgendaItemFactory(meeting=record.meeting)
    minute.items.add(item)
    page = open_page(clerk, at("minute_edit", minute))
    button = page.all(".minutes-usual button")[0]
    after = page.all("input[name=after]")[0].get("value")

    for _ in range(2):
        response, _ = send(clerk, minute, **words(minute, way=button.get("value"), after=after))
        assert response.url == f"{at('minute_edit', minute)}#decided"

    assert body_of(minute) == f"<p>{MINE}</p>"
    assert [one.text for one in item.resolutions.all()] == ["the report be noted, with thanks"]


@pytest.mark.parametrize("way", ["resolve-0-note", "resolve-x-y", "accept-0", "accept-", "resolve-"])
def test_button_of_another_minute_decides_nothing_but_saves_the_text(clerk, minute, way):
    response = clerk.post(at("minute_edit", minute), words(minute, way=way), follow=True)

    assert "This button belongs to another minute." in response.content.decode()
    assert body_of(minute) == f"<p>{MINE}</p>"


def test_undertaking_that_came_back_is_accepted_by_the_minute(clerk, record, minute):
    earlier = MeetingFactory(
        body=record.meeting.body, on=record.meeting.on - timedelta(days=40), state="held"
    )
    undertaking = UndertakingFactory(item=AgendaItemFactory(meeting=earlier), what="Bring the figures")
    item = AgendaItemFactory(meeting=record.meeting)
    item.undertakings.add(undertaking)
    minute.items.add(item)
    value = open_page(clerk, at("minute_edit", minute)).all("button[value^=accept]")[0].get("value")

    for _ in range(2):
        send(clerk, minute, **words(minute, way=value))

    undertaking.refresh_from_db()
    assert (undertaking.state, undertaking.accepted_by) == ("accepted", minute)


def test_list_of_held_meetings_names_the_next_step(clerk, client_as, record, django_assert_num_queries):
    address = reverse("meetings:minutes_list")
    MeetingFactory(body=record.meeting.body, state="held")
    MeetingFactory(body=record.meeting.body)

    with django_assert_num_queries(5):
        page = open_page(clerk, address)

    assert page.texts("tbody td") == ["Not begun", "Begin them", "Being written", "Send them to the chairman"]
    assert client_as(Role.PANEL_MEMBER).get(address).status_code == 403


def test_list_without_a_meeting_says_so(clerk):
    assert open_page(clerk, reverse("meetings:minutes_list")).texts(".portal-empty h2") == [
        "No meeting was held yet"
    ]
