"""Cards on pages: what each reader sees, what a form does, and what stays hidden."""

from datetime import date, timedelta

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from challenge_cards.actions import wordings
from challenge_cards.models import ChallengeCard, Group, KnownName, RedirectCount, Review
from challenge_cards.report.news import card_news
from challenge_cards.states import State
from challenge_cards.views.answering import LOOKED_AT
from core.access import Role
from tests.factories.challenge_cards import (
    AUGUST,
    PLAIN,
    GroupFactory,
    again,
    agreed,
    an_item,
    answered,
    closed,
    received,
    supported,
    worker,
)
from tests.factories.meetings import MeetingFactory
from tests.factories.people import PostFactory
from tests.factories.recommendations import PledgeThemeFactory, RecommendationFactory
from tests.page import Page, open_page

pytestmark = pytest.mark.django_db
LIST = reverse("challenge_cards:card_list")
WORKER, CLERK = Role.PARTICIPATION_WORKER, Role.DEMOCRATIC_SERVICES


def at(name, *args) -> str:
    return reverse(f"challenge_cards:{name}", args=args)


def day(name, on) -> dict:
    return {f"{name}-day": on.day, f"{name}-month": on.month, f"{name}-year": on.year}


def sent(client, address, **answers):
    response = client.post(address, answers)
    assert response.status_code == 302, Page(response.content).texts(".govuk-error-summary__list li")
    return response


def test_list_without_cards_says_what_will_stand_there(client_as):
    page = open_page(client_as(Role.MEMBER), LIST)

    assert page.texts("h1") == ["No group waits for an answer"]
    assert page.texts(".portal-empty h2") == ["No group has asked anything yet"]


def test_those_who_wait_longest_stand_first_and_what_has_ended_last(client_as):
    by = worker()
    closed(by, title="Done with")
    answered(by, title="Answered")
    received(by, title="Newer", received_on=date(2018, 12, 1))
    received(by, title="Older")
    page = open_page(client_as(WORKER), LIST)

    assert page.texts(".cards-table tbody th a") == ["Older", "Newer", "Answered", "Done with"]
    assert page.texts("h1") == ["2 groups of young people wait for an answer"]


@pytest.mark.parametrize(
    ("state", "shown"),
    [
        ("", ["Late", "Answered"]),
        ("late", ["Late"]),
        ("waiting", ["Late"]),
        ("answered", ["Answered"]),
        ("ended", []),
        ("nonsense", ["Late", "Answered"]),
    ],
)
def test_list_is_narrowed_by_its_address(client_as, state, shown):
    by = worker()
    agreed(by, title="Late")
    answered(by, title="Answered")
    page = open_page(client_as(Role.PANEL_MEMBER), f"{LIST}?state={state}")

    assert page.texts(".cards-table tbody th a") == shown


def test_list_takes_as_many_queries_for_three_cards_as_for_one(client_as, django_assert_num_queries):
    client, by = client_as(Role.MEMBER), worker()
    agreed(by)
    with django_assert_num_queries(10):
        client.get(LIST)
    agreed(by, title="Another")
    answered(by, title="Third")
    with django_assert_num_queries(10):
        client.get(LIST)


def test_card_tells_its_way_its_wait_and_that_it_is_late(client_as):
    card = agreed()
    page = open_page(client_as(Role.MEMBER), at("card_read", card.pk))

    council = Group.objects.councils().get()
    assert page.texts(".cards-timeline__what") == [
        f"The group asked: {card.group}",
        f"Given to a children in care council: {council}",
        f"The council supported it: {council}",
        "Given to senior officers: Senior officers",
        "Actions agreed: Senior officers",
    ]
    assert page.texts(".cards-timeline__when")[-2:] == ["17 September 2018", "17 September 2018"]
    late = (timezone.localdate() - date(2019, 1, 31)).days
    assert page.texts(".cards-promise") == [
        "We promised an answer by the end of January 2019.",
        f"We are {late:,} days late.",
    ]


def test_card_says_at_which_meeting_the_panel_hears_the_answer(client_as):
    card = agreed()
    client, address = client_as(Role.MEMBER), at("card_read", card.pk)
    assert (
        "No later meeting is in the calendar yet." in open_page(client, address).texts(".govuk-inset-text")[0]
    )
    MeetingFactory(on=date(2019, 1, 29))

    assert (
        "The panel hears of it on Tuesday 29 January 2019."
        in (open_page(client, address).texts(".govuk-inset-text")[0])
    )


@pytest.mark.parametrize(
    ("made", "roles", "buttons"),
    [
        (supported, [Role.MEMBER], []),
        (
            received,
            [WORKER],
            ["Pass it to the right person", "Hand it to a children in care council"],
        ),
        (supported, [CLERK], ["Hand it to senior officers"]),
        (agreed, [CLERK], ["Write the answer"]),
        (agreed, [Role.REPORT_OWNER], []),
        (answered, [CLERK], []),
        (answered, [WORKER], ["Record what the group says"]),
        (closed, [WORKER], []),
    ],
)
def test_card_offers_each_reader_the_ways_that_are_theirs(client_as, made, roles, buttons):
    page = open_page(client_as(*roles), at("card_read", made().pk))

    assert page.texts(".govuk-button-group a") == buttons


def test_worker_enters_a_card_and_nothing_asks_for_a_person(client_as):
    client, group = client_as(WORKER), GroupFactory()
    page = open_page(client, at("card_enter"))
    assert "call 999" in page.texts(".govuk-warning-text")[0]
    assert {box.get("name") for box in page.all("main form input, main form textarea, main form select")} == {
        "csrfmiddlewaretoken",
        "group",
        "title",
        "question",
        "why",
        *day("received_on", AUGUST),
    }
    response = sent(
        client,
        at("card_enter"),
        group=group.pk,
        title="Wifi in every home",
        question="We want wifi that works.",
        **day("received_on", AUGUST),
    )

    card = ChallengeCard.objects.get()
    assert (response.url, card.group) == (at("card_read", card.pk), group)


def test_form_without_any_group_large_enough_says_what_to_do_first(client_as):
    GroupFactory(members=4)
    page = open_page(client_as(WORKER), at("card_enter"))

    assert page.texts("h1") == ["No group is large enough yet"]


def test_empty_form_says_what_to_do_at_each_box(client_as):
    GroupFactory()
    page = Page(client_as(WORKER).post(at("card_enter"), {}).content)

    assert page.texts(".govuk-error-summary__list li") == [
        "Select an answer to “Which group is asking?”",
        "Enter a short name for it",
        "Enter an answer to “What do you want to change?”",
        "Enter an answer to “When did the group ask?”",
    ]


def test_held_words_are_seen_by_those_who_look_at_them_and_nobody_else(client_as):
    card = received(title="Kayleigh wants wifi", question="Kayleigh wants wifi that works.")
    for role in (Role.MEMBER, Role.PANEL_MEMBER, Role.REPORT_OWNER):
        client = client_as(role)
        for address in (LIST, at("card_read", card.pk)):
            assert "Kayleigh" not in client.get(address).content.decode()
    for role in (WORKER, CLERK):
        assert "Kayleigh" in client_as(role).get(at("review_list")).content.decode()


def test_what_is_hard_to_read_is_listed_while_two_people_look_at_the_words(client_as):
    card = agreed()
    address = at("wording_write", card.pk, "11-16", "en")
    words = dict.fromkeys(PLAIN, "") | {"you_said": "Kayleigh asked.", "we_did": "The stakeholders met."}
    sent(client := client_as(WORKER), address, version=0, **words)
    page = open_page(client, address)

    assert "1 thing to make plainer" in page.texts("main h2")
    assert page.texts(".portal-tag--strong") == ["Words being looked at"]


@pytest.mark.parametrize("version", ["", "1", "²", "9" * 5000])
def test_plain_words_are_checked_as_they_were_read_alone(client_as, version):
    card, by = agreed(), worker()
    for number, words in enumerate(("We moved them.", "We moved half of them.")):
        kept = wordings.write_wording(
            card, audience="11-16", language="en", version=number, by=by, **PLAIN | {"we_did": words}
        )
    client, address = client_as(WORKER), at("wording_check", kept.pk)
    response = client.post(address, {"version": version}, follow=True)
    assert (
        "changed since you opened the page" in Page(response.content).texts(".govuk-notification-banner")[0]
    )
    client.post(address, {"version": "2"})

    kept.refresh_from_db()
    assert (kept.is_checked, kept.version) == (True, 2)


def test_two_people_release_words_from_the_list_of_texts(client_as):
    card = received(question="Kayleigh wants wifi that works.")
    release = at("review_release", Review.objects.get().pk)
    (seen,) = open_page(client_as(WORKER), at("review_list")).all("input[name=seen]")
    sent(client_as(WORKER), release, seen=seen.get("value"))
    assert (
        "So far a participation worker has looked."
        in (open_page(client_as(CLERK), at("review_list")).texts(".cards-review p")[0])
    )
    sent(client_as(CLERK), release, seen=seen.get("value"))

    assert not again(card).is_held
    assert open_page(client_as(CLERK), at("review_list")).texts("h1") == ["No text waits to be looked at"]


def test_list_of_texts_takes_as_many_queries_for_three_as_for_one(client_as, django_assert_num_queries):
    client, by = client_as(WORKER), worker()
    received(by, question="Kayleigh wants wifi.")
    with django_assert_num_queries(4):
        client.get(at("review_list"))
    for _ in range(2):
        received(by, question="Kayleigh wants wifi.")
    with django_assert_num_queries(4):
        client.get(at("review_list"))


def test_matter_of_one_person_asks_only_to_whom_it_went(client_as):
    client = client_as(WORKER)
    sent(client, at("matter_count"), route="advocate")

    assert RedirectCount.objects.get().count == 1
    assert "An advocate" in open_page(client, LIST).texts("table:last-of-type td")[0]


def test_plain_words_are_read_on_save_and_checked_by_a_worker(client_as):
    card = agreed()
    client, address = client_as(WORKER), at("wording_write", card.pk, "11-16", "en")
    hard = PLAIN | {"we_did": "The multi-agency cohort met IROs."}
    sent(client, address, version=0, **hard)
    page = open_page(client, address)
    assert page.texts("main h2")[1] == "3 things to make plainer"
    assert page.texts("main ul li")[0] == "What we did: Say what IROs stands for, or write it out."

    sent(client, address, version=1, **PLAIN)
    assert any(
        "nothing here is officers’ language" in said for said in open_page(client, address).texts("main p")
    )
    sent(client, at("wording_check", card.wordings.get().pk), version=2)
    assert card.wordings.get().is_checked


def test_words_changed_by_somebody_else_are_shown_and_nothing_typed_is_lost(client_as):
    card = agreed()
    client, address = client_as(WORKER), at("wording_write", card.pk, "11-16", "en")
    sent(client, address, version=0, **PLAIN)
    response = client.post(address, PLAIN | {"version": 0, "we_did": "We moved all of them."})

    assert response.status_code == 409
    assert Page(response.content).texts("textarea[name=we_did]") == ["We moved all of them."]


def test_wording_of_no_known_age_band_is_not_there(client_as):
    assert client_as(WORKER).get(at("wording_write", agreed().pk, "3-5", "en")).status_code == 404


def test_owner_reaches_only_cards_of_their_own_posts(client_as):
    client = client_as(Role.REPORT_OWNER)

    assert client.get(at("response_write", agreed().pk)).status_code == 403


def test_verdict_of_not_yet_asks_for_a_new_day_and_takes_the_card_up_again(client_as):
    card, client = answered(), client_as(WORKER)
    said = {"opinion": "not_yet", "told_at": "February meeting", "precision": "month"}
    said |= day("told_on", date(2019, 2, 14))
    refused = Page(client.post(at("verdict_record", card.pk), said).content)
    assert refused.texts(".govuk-error-summary__list li") == [
        "Say by when the group has its next answer: the card is taken up again"
    ]
    sent(client, at("verdict_record", card.pk), **said, **day("due_on", date(2019, 5, 1)))

    assert (again(card).state, again(card).round) == (State.ACTIONS_AGREED, 2)


@pytest.mark.parametrize(
    ("changed", "offered"),
    [
        ({}, ["Take it down now"]),
        ({"state": State.RECEIVED}, ["Hide its words"]),
        ({"state": State.WITHDRAWN}, ["Hide its words"]),
        ({"is_held": True}, ["Hide its words"]),
        ({"taken_down_at": timezone.now()}, ["Put it back"]),
        ({"state": State.WITHDRAWN, "taken_down_at": timezone.now()}, ["Put it back"]),
    ],
)
def test_only_what_is_on_the_public_page_is_offered_to_be_taken_down(client_as, changed, offered):
    card = supported()
    ChallengeCard.objects.filter(pk=card.pk).update(**changed)
    page = open_page(client_as(CLERK), at("card_read", card.pk))

    assert page.texts("main form button") == offered


def test_one_click_takes_a_card_down_everywhere_at_once(client_as):
    card = supported()
    story = reverse("you_said:story_read", args=[card.pk])
    sent(client_as(WORKER), at("card_hide", card.pk))
    public = open_page(Client(), story)

    assert public.texts("h1") == ["We have taken this card down for now."]
    for address in (story, reverse("you_said:page_read"), LIST, at("card_read", card.pk)):
        told = client_as(Role.MEMBER).get(address).content.decode()
        assert (card.title in told, card.question in told) == (False, False)
    sent(client_as(CLERK), at("card_show", card.pk))
    assert open_page(Client(), story).texts("h1") != ["We have taken this card down for now."]


def test_groups_are_numbers_and_names_that_stand_are_the_clerks(client_as):
    client = client_as(WORKER)
    sent(client, at("group_add"), name="Otter Club", members=9, youngest=11, oldest=16, is_active="on")
    group = Group.objects.get()
    sent(
        client,
        at("group_edit", group.pk),
        name="Otter Club",
        members=4,
        youngest=11,
        oldest=16,
        version=1,
    )
    assert client.get(at("name_add")).status_code == 403
    clerk = client_as(CLERK)
    sent(clerk, at("name_add"), name="Lifelong Links")
    assert KnownName.objects.get().waits
    sent(client, at("name_agree", KnownName.objects.get().pk))
    assert not KnownName.objects.get().waits
    sent(clerk, at("name_drop", KnownName.objects.get().pk))

    group.refresh_from_db()
    assert (group.members, group.is_active) == (4, False)
    assert not KnownName.objects.exists()


def test_group_named_like_a_contact_is_refused(client_as):
    response = client_as(WORKER).post(at("group_add"), {"name": "Ring 07700 900123", "members": 9})

    assert response.status_code == 200
    assert not Group.objects.exists()


def test_card_is_linked_to_what_it_hangs_together_with(client_as):
    card, client = supported(), client_as(WORKER)
    pledge, asked = PledgeThemeFactory(), RecommendationFactory()
    sent(client, at("card_link", card.pk), pledges=pledge.pk, recommendations=asked.pk, version=card.version)

    assert (card.pledges.get(), card.recommendations.get()) == (pledge, asked)
    assert str(asked) in open_page(client, at("card_read", card.pk)).texts("dl")[0]


def test_answer_is_written_and_published_on_its_page(client_as):
    card, item = agreed(), an_item(timezone.localdate() - timedelta(days=1))
    owner = client_as(WORKER)
    sent(owner, at("response_write", card.pk), text="Interviews are moved.", item=item.pk, version=0)
    sent(owner, at("wording_write", card.pk, "11-16", "en"), version=0, **PLAIN)
    sent(owner, at("wording_check", card.wordings.get().pk), version=1)
    clerk = client_as(CLERK)
    sent(clerk, at("response_publish", card.pk))

    assert again(card).state == State.RESPONDED
    assert "Interviews are moved." in open_page(clerk, at("card_read", card.pk)).texts("main p")


def test_draft_of_an_answer_is_not_read_by_members(client_as):
    card = agreed()
    sent(client_as(WORKER), at("response_write", card.pk), text="Draftwordzq.", version=0)

    assert "Draftwordzq" not in client_as(Role.MEMBER).get(at("card_read", card.pk)).content.decode()
    assert "Draftwordzq" in client_as(WORKER).get(at("card_read", card.pk)).content.decode()


def test_moves_are_entered_one_after_the_other(client_as):
    client, card = client_as(WORKER), received()
    council, post = GroupFactory(is_council=True), PostFactory()
    sent(client, at("card_hand", card.pk), council=council.pk, **day("on", AUGUST))
    decided = {"council": council.pk, "decision": "yes"} | day("on", date(2018, 9, 6))
    sent(client, at("card_decide", card.pk), **decided)
    refused = client.post(at("card_decide", card.pk), decided)
    assert "The card has moved on" in Page(refused.content).texts(".govuk-error-summary__list li")[0]
    on = date(2018, 9, 17)
    sent(client, at("card_give", card.pk), owner=post.pk, body="Senior officers", **day("on", on))
    promised = {
        "text": "Look at the times",
        "owner": post.pk,
        "body": "Senior officers",
        "precision": "month",
    }
    sent(client, at("card_agree", card.pk), **promised, **day("on", on), **day("due_on", date(2019, 1, 1)))
    later = {"precision": "month", "reason": "More time is needed.", "agreed_by": "Senior officers"}
    sent(client, at("promise_change", card.pk), **later, **day("due_on", date(2019, 3, 1)), **day("on", on))
    sent(client, at("step_note", card.pk), kind="begun", precision="day", **day("on", on))
    sent(client, at("action_add", card.pk), text="Ask the apprentices", owner=post.pk)
    sent(client, at("action_report", card.actions.last().pk), status="done", evidence="Asked.", version=1)
    sent(client, at("card_withdraw", card.pk), **day("on", on))

    assert again(card).state == State.WITHDRAWN
    assert [str(one.due_on) for one in card.promises.all()] == ["2019-01-31", "2019-03-31"]


@pytest.mark.parametrize(
    ("role", "told"),
    [
        (
            WORKER,
            ["1 text of young people’s cards waits to be looked at.", "1 answer to young people is late."],
        ),
        (
            CLERK,
            ["1 text of young people’s cards waits to be looked at.", "1 answer to young people is late."],
        ),
        (Role.REPORT_OWNER, ["1 answer to young people is late."]),
        (Role.MEMBER, []),
    ],
)
def test_first_page_tells_what_waits(user_as, role, told):
    agreed()
    received(question="Kayleigh wants wifi.")

    assert [one.sentence for one in card_news(user_as(role), today=timezone.localdate())] == told


def test_first_page_tells_nothing_when_nothing_waits(user_as):
    answered()

    assert list(card_news(user_as(WORKER), today=timezone.localdate())) == []


@pytest.mark.parametrize("language", ["en", "uk", "ar", "ti"])
def test_officer_writes_each_language_in_its_letters_and_direction(client_as, language):
    page = open_page(client_as(WORKER), at("wording_write", agreed().pk, "11-16", language))

    assert page.all("link[href$='letters.css']")
    assert {box.get("dir") for box in page.all("textarea")} == {"auto"}


@pytest.mark.parametrize(
    ("page", "given"),
    [
        ("action_add", {"text": "Ask Kayleigh."}),
        ("response_write", {"text": "We asked Kayleigh.", "version": 0}),
    ],
)
def test_whoever_writes_held_words_hears_at_once_who_looks_at_them(client_as, page, given):
    card = agreed()
    answer = sent(client_as(WORKER), at(page, card.pk), **given, owner=card.owner_id)

    (said,) = map(str, get_messages(answer.wsgi_request))
    assert said.endswith(LOOKED_AT)
