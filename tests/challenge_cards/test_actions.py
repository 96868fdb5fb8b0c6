"""A card on its way: who may take which step, what each leaves behind, and what it needs."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

from challenge_cards.actions import (
    answering,
    entering,
    groups,
    moving,
    publishing,
    reviewing,
    verdicts,
    wordings,
)
from challenge_cards.actions.door import NotTaken
from challenge_cards.models import (
    CardStep,
    ChallengeCard,
    RedirectCount,
    Refusal,
    Review,
    ReviewState,
)
from challenge_cards.report.public import public_cards, stories
from challenge_cards.states import State
from core.access import Role
from meetings.actions.locks import ChangedMeanwhile, Refused
from tests.factories.challenge_cards import (
    ANSWERED,
    AUGUST,
    PLAIN,
    SEVENTEENTH,
    SIXTH,
    TOLD,
    GroupFactory,
    again,
    agreed,
    an_item,
    answered,
    closed,
    looked_at,
    officer,
    received,
    said_plainly,
    supported,
    with_officers,
    worker,
)
from tests.factories.people import PostFactory, PostHoldingFactory, UserFactory

pytestmark = pytest.mark.django_db


def kinds(card) -> list[str]:
    return list(card.steps.values_list("kind", flat=True))


def test_card_goes_its_whole_way_and_every_state_leaves_a_step():
    card = closed()

    assert again(card).state == State.CLOSED
    assert kinds(card) == [
        "received",
        "to_council",
        "supported",
        "to_officers",
        "agreed",
        "responded",
        "verdict",
        "closed",
    ]
    assert str(card.promises.get().due_on) == "2019-01-31"


@pytest.mark.parametrize(("on", "is_taken"), [(date(1999, 12, 31), False), (date(2000, 1, 1), True)])
def test_mistyped_year_is_asked_about(on, is_taken):
    if is_taken:
        assert received(received_on=on).year == 2000
        return
    with pytest.raises(Refused, match="Look at the year"):
        received(received_on=on)


@pytest.mark.parametrize(("more", "is_taken"), [(0, True), (1, False)])
def test_action_is_not_done_tomorrow(more, is_taken):
    card, by = agreed(), worker()
    done = {"status": "done", "evidence": "", "done_on": timezone.localdate() + timedelta(days=more)}
    if is_taken:
        assert answering.report_on_action(card.actions.get(), **done, version=1, by=by).status == "done"
        return
    with pytest.raises(Refused, match="still to come"):
        answering.report_on_action(card.actions.get(), **done, version=1, by=by)


def test_name_of_two_letters_stands_in_too_many_texts():
    with pytest.raises(Refused, match="whole name"):
        groups.add_known_name(name="my", by=officer())

    assert groups.add_known_name(name="YAC", by=officer()).name == "YAC"


@pytest.mark.parametrize("name", ["the", "Brother", "football"])
def test_ordinary_word_is_no_name_that_may_stand(name):
    with pytest.raises(Refused, match="ordinary word"):
        groups.add_known_name(name=name, by=officer())


def test_name_counts_once_a_second_person_agrees():
    both = UserFactory(roles=[Role.DEMOCRATIC_SERVICES, Role.PARTICIPATION_WORKER])
    name = groups.add_known_name(name="Kayleigh", by=both)
    assert received(question="Kayleigh wants wifi.").is_held
    with pytest.raises(Refused, match="entered this name yourself"):
        groups.agree_known_name(name, by=both)
    with pytest.raises(PermissionDenied):
        groups.agree_known_name(name, by=officer())

    groups.agree_known_name(name, by=worker())
    assert not received(question="Kayleigh wants a bus.").is_held


def test_cards_are_numbered_within_their_year():
    first, second = received(), received(title="Bus passes")
    other = received(title="Phones", received_on=date(2019, 2, 1))

    assert [first.reference, second.reference, other.reference] == ["2018/1", "2018/2", "2019/1"]


def test_card_sent_twice_is_one_card():
    group, by = GroupFactory(), worker()

    assert received(by, group=group) == received(by, group=group)
    assert ChallengeCard.objects.count() == 1


@pytest.mark.parametrize(("members", "is_enough"), [(4, False), (5, True)])
def test_group_of_fewer_than_five_raises_no_card(members, is_enough):
    group = GroupFactory(members=members)
    if is_enough:
        assert received(group=group).members_then == members
        return
    with pytest.raises(Refused, match=f"at least 5 .* has {members} at present"):
        received(group=group)


def test_database_too_wants_five():
    with pytest.raises(IntegrityError), transaction.atomic():
        ChallengeCard.objects.filter(pk=received().pk).update(members_then=4)


def test_group_that_does_not_meet_any_more_raises_no_card():
    with pytest.raises(Refused, match="does not meet any more"):
        received(group=GroupFactory(is_active=False))


def test_card_of_tomorrow_is_refused():
    with pytest.raises(Refused, match="still to come"):
        received(received_on=timezone.localdate() + timedelta(days=40))


@pytest.mark.parametrize(
    "role", [Role.MEMBER, Role.PANEL_MEMBER, Role.REPORT_OWNER, Role.MI_OFFICER, Role.ADMINISTRATOR]
)
def test_card_is_entered_by_workers_and_democratic_services_alone(role):
    with pytest.raises(PermissionDenied):
        received(UserFactory(roles=[role]))


def test_refused_words_make_no_card_and_only_their_rule_is_kept():
    with pytest.raises(NotTaken) as refusal:
        received(question="Ring us on 07700 900123 please.")

    assert str(refusal.value) == (
        "What was written under “question” holds a telephone number. It was not kept: write it again without that."
    )
    assert not ChallengeCard.objects.exists()
    assert list(Refusal.objects.values_list("rule", "field")) == [("phone", "question")]


def test_matter_of_one_person_is_a_number_by_month_and_route():
    by, day = worker(), date(2018, 11, 20)
    for _ in range(2):
        entering.count_matter("advocate", by=by, today=day)

    assert list(RedirectCount.objects.values("month", "route", "count")) == [
        {"month": date(2018, 11, 1), "route": "advocate", "count": 2}
    ]


def test_received_card_that_is_one_persons_matter_goes_with_all_its_words():
    card = received()
    entering.redirect_card(card, route="social_worker", by=worker())

    assert not ChallengeCard.objects.exists()
    assert not CardStep.objects.exists()
    assert RedirectCount.objects.get().count == 1


def test_card_that_went_on_is_not_deleted():
    card = supported()

    with pytest.raises(Refused, match="moved on"):
        entering.redirect_card(card, route="advocate", by=worker())
    with pytest.raises(IntegrityError), transaction.atomic():
        card.delete()


def test_council_that_does_not_take_a_card_forward_says_why():
    card, by = received(), worker()
    council = GroupFactory(is_council=True)
    moving.hand_to_council(card, council=council, on=AUGUST, by=by)
    with pytest.raises(Refused, match="Say why"):
        moving.council_decides(card, council=council, supports=False, on=SIXTH, by=by)
    moving.council_decides(
        card, council=council, supports=False, on=SIXTH, note="Another card asks the same.", by=by
    )

    assert again(card).state == State.NOT_TAKEN_FORWARD
    assert card.steps.last().note == "Another card asks the same."


def test_only_a_council_decides():
    card, by = received(), worker()

    with pytest.raises(Refused, match="not one of the children in care councils"):
        moving.hand_to_council(card, council=GroupFactory(), on=AUGUST, by=by)


def test_step_before_the_last_one_is_refused():
    card = supported()

    with pytest.raises(Refused, match="on 6 September 2018"):
        moving.hand_to_officers(card, owner=PostFactory(), on=AUGUST, body="Officers", by=worker())


def test_actions_are_agreed_by_whoever_holds_the_post_and_by_no_other_owner():
    card, owner = with_officers(), UserFactory(roles=[Role.REPORT_OWNER])
    terms = {"text": "Look at it", "on": SEVENTEENTH, "body": "Officers", "due_on": date(2019, 1, 1)}
    with pytest.raises(PermissionDenied, match="holds a post"):
        moving.agree_actions(card, owner=card.owner, by=owner, **terms)
    PostHoldingFactory(post=card.owner, user=owner)
    moving.agree_actions(card, owner=card.owner, by=owner, **terms)

    assert again(card).state == State.ACTIONS_AGREED


def test_later_day_keeps_the_first_and_its_reason():
    card, by = agreed(), worker()
    later = {"precision": "month", "reason": "A partner has not answered.", "agreed_by": "The panel"}
    with pytest.raises(Refused, match="later than the one"):
        moving.put_off(card, due_on=date(2019, 1, 3), on=date(2018, 12, 1), by=by, **later)
    moving.put_off(card, due_on=date(2019, 3, 3), on=date(2018, 12, 1), by=by, **later)

    assert [str(one.due_on) for one in card.promises.all()] == ["2019-01-31", "2019-03-31"]
    assert kinds(card)[-1] == "delayed"


def test_answer_needs_plain_words_an_item_and_democratic_services():
    card, by, clerk = agreed(), worker(), officer()
    answering.write_response(card, text="Interviews are moved.", item=None, version=0, by=by)
    with pytest.raises(Refused) as refusal:
        answering.publish_response(card, on=ANSWERED, by=clerk)
    assert "item of a panel's agenda" in str(refusal.value)
    assert "plain words for ages 11 to 16" in str(refusal.value)

    said_plainly(card, by)
    answering.write_response(card, text="Interviews are moved.", item=an_item(), version=1, by=by)
    with pytest.raises(PermissionDenied):
        answering.publish_response(card, on=ANSWERED, by=by)
    answering.publish_response(card, on=ANSWERED, by=clerk)
    assert again(card).state == State.RESPONDED


def test_published_answer_is_never_changed():
    response = answered().responses.get()

    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        type(response).objects.filter(pk=response.pk).update(text="Something else")


def test_words_that_are_hard_to_read_are_not_checked_through():
    card, by = agreed(), worker()
    words = PLAIN | {"we_did": "The stakeholders were consulted."}
    kept = wordings.write_wording(card, audience="11-16", language="en", version=0, by=by, **words)

    with pytest.raises(Refused, match="“stakeholders” is officers' language"):
        wordings.check_wording(kept, version=1, by=by)
    with pytest.raises(PermissionDenied):
        wordings.check_wording(kept, version=1, by=officer())


def test_words_changed_after_the_check_are_public_once_they_are_checked_again():
    card, by = closed(), worker()
    kept = wordings.write_wording(
        card, audience="11-16", language="en", version=1, by=by, **PLAIN | {"we_did": "We moved them."}
    )

    assert not kept.is_checked
    assert we_did() == PLAIN["we_did"]
    wordings.check_wording(kept, version=2, by=by)
    assert we_did() == "We moved them."
    assert sorted(card.wordings.values_list("we_did", flat=True)) == ["", "We moved them."]


def test_words_that_gave_way_never_come_back():
    card, by = closed(), worker()
    old = card.wordings.get()
    new = wordings.write_wording(
        card, audience="11-16", language="en", version=1, by=by, **PLAIN | {"we_did": "We moved them."}
    )
    wordings.check_wording(new, version=2, by=by)
    wordings.check_wording(old, version=1, by=by)

    assert we_did() == "We moved them."


def we_did():
    """On the public page."""
    (story,) = stories(public_cards(), TOLD)
    return story.we_did


def test_words_being_written_over_public_ones_are_one_row_that_each_officer_sees():
    card, by = closed(), worker()
    said = {"audience": "11-16", "language": "en", "by": by}
    wordings.write_wording(card, version=1, **said, **PLAIN | {"we_did": "We moved them."})
    wordings.write_wording(card, version=2, **said, **PLAIN | {"we_did": "We moved all."})

    assert [one.we_did for one in card.wordings.order_by("pk")] == [PLAIN["we_did"], "We moved all."]
    with pytest.raises(ChangedMeanwhile):
        wordings.write_wording(card, version=1, **said, **PLAIN)


@pytest.mark.parametrize("words", ["محمد عمره 15 سنة، من مدرسة النور", "besniku ka nevoje per nje biciklete"])
def test_words_in_another_language_are_looked_at_by_two_people_whatever_they_say(words):
    card, by = agreed(), worker()
    texts = dict.fromkeys(PLAIN, "") | {"you_said": words}
    kept = wordings.write_wording(card, audience="11-16", language="ar", version=0, by=by, **texts)

    with pytest.raises(Refused, match="Two people look at these words first"):
        wordings.check_wording(kept, version=1, by=by)
    looked_at()
    assert wordings.check_wording(kept, version=1, by=by).is_checked


@pytest.mark.parametrize(
    ("opinion", "council_asks", "state", "round_"),
    [
        ("yes", False, State.CLOSED, 1),
        ("no_view", False, State.CLOSED, 1),
        ("partly", False, State.CLOSED, 1),
        ("partly", True, State.ACTIONS_AGREED, 2),
        ("not_yet", False, State.ACTIONS_AGREED, 2),
    ],
)
def test_verdict_closes_or_takes_up_again(opinion, council_asks, state, round_):
    card = answered()
    verdicts.record_verdict(
        card,
        told_on=TOLD,
        told_at="February meeting",
        opinion=opinion,
        council_asks=council_asks,
        due_on=date(2019, 5, 1),
        by=worker(),
    )

    card = again(card)
    assert (card.state, card.round) == (state, round_)
    assert [str(one.due_on) for one in card.promises.filter(round=2)] == ["2019-05-31"][: round_ - 1]


def test_verdict_is_the_groups_and_not_the_clerks():
    with pytest.raises(PermissionDenied):
        verdicts.record_verdict(answered(), told_on=TOLD, told_at="February", opinion="yes", by=officer())


def test_verdict_needs_an_answer_that_was_given_before():
    with pytest.raises(Refused, match="before the answer was published"):
        verdicts.record_verdict(
            answered(), told_on=date(2019, 1, 28), told_at="January", opinion="yes", by=worker()
        )


def test_taken_up_again_without_a_new_day_is_refused():
    with pytest.raises(Refused, match="by when the group has its next answer"):
        verdicts.record_verdict(answered(), told_on=TOLD, told_at="February", opinion="not_yet", by=worker())


@pytest.mark.parametrize("made", [received, supported, with_officers, agreed, answered])
def test_group_withdraws_from_any_open_state(made):
    card = made()
    moving.withdraw_card(card, on=TOLD, by=worker())

    assert again(card).state == State.WITHDRAWN


def test_closed_card_is_not_withdrawn():
    with pytest.raises(Refused, match="moved on"):
        moving.withdraw_card(closed(), on=TOLD, by=worker())


def test_one_click_takes_down_and_another_person_puts_back():
    card, by = supported(), worker()

    assert publishing.take_down(card, by=by) is True
    assert publishing.take_down(card, by=by) is False
    assert again(card).is_taken_down
    with pytest.raises(PermissionDenied):
        publishing.put_back(card, by=by)
    assert publishing.put_back(card, by=officer()) is True
    assert kinds(card)[-2:] == ["taken_down", "put_back"]


def held_card():
    return received(question="Kayleigh wants the interviews after school.")


def test_held_card_waits_for_two_people():
    card, by, clerk = held_card(), worker(), officer()
    review = Review.objects.get()
    assert (review.rules, review.fields) == (["name"], ["question"])
    with pytest.raises(Refused, match="Two people"):
        moving.hand_to_council(card, council=GroupFactory(is_council=True), on=AUGUST, by=by)

    assert reviewing.release_words(review, seen=reviewing.fingerprint(review), by=by) is False
    with pytest.raises(Refused, match="You have looked"):
        reviewing.release_words(review, seen=reviewing.fingerprint(review), by=by)
    with pytest.raises(Refused, match="the other side"):
        reviewing.release_words(review, seen=reviewing.fingerprint(review), by=worker())
    assert again(card).is_held
    assert reviewing.release_words(review, seen=reviewing.fingerprint(review), by=clerk) is True
    assert not again(card).is_held


def test_one_person_of_both_roles_does_not_sign_twice():
    both = UserFactory(roles=[Role.PARTICIPATION_WORKER, Role.DEMOCRATIC_SERVICES])
    held_card()
    review = Review.objects.get()
    reviewing.release_words(review, seen=reviewing.fingerprint(review), by=both)

    with pytest.raises(Refused, match="You have looked"):
        reviewing.release_words(review, seen=reviewing.fingerprint(review), by=both)


def test_nobody_else_looks_at_held_words():
    held_card()

    with pytest.raises(PermissionDenied):
        reviewing.release_words(Review.objects.get(), seen="", by=UserFactory(roles=[Role.PANEL_MEMBER]))


def test_card_whose_words_cannot_stand_goes_altogether():
    held_card()
    reviewing.take_words_out(Review.objects.get(), by=officer())

    assert not ChallengeCard.objects.exists()
    assert list(Refusal.objects.values_list("rule", "field")) == [("name", "question")]


def test_held_note_is_taken_out_and_the_step_stays():
    card, by = supported(), worker()
    step = moving.note_step(card, kind="event", on=SEVENTEENTH, note="Kayleigh came too.", by=by)
    assert step.is_held
    reviewing.take_words_out(Review.objects.get(), by=by)

    step.refresh_from_db()
    assert (step.note, step.is_held) == (reviewing.TAKEN_OUT, False)


def test_words_that_changed_since_they_were_read_are_not_released():
    card, by = agreed(), worker()
    words = {"audience": "7-11", "language": "en", "by": by}
    wordings.write_wording(card, version=0, **words, **PLAIN | {"we_did": "We told Kayleigh."})
    review = Review.objects.get()
    seen = reviewing.fingerprint(review)
    wordings.write_wording(card, version=1, **words, **PLAIN | {"we_did": "We told Kayleigh Otter."})

    with pytest.raises(Refused, match="changed since you opened the page"):
        reviewing.release_words(review, seen=seen, by=by)


def test_words_that_were_released_are_not_held_again_with_others():
    card, by = agreed(), worker()
    action = answering.add_action(card, text="Ask Kayleigh", owner=card.owner, by=by)
    answering.write_response(card, text="Ask Kayleigh.", item=None, version=0, by=by)
    for review in Review.objects.all():
        seen = reviewing.fingerprint(review)
        reviewing.release_words(review, seen=seen, by=by)
        reviewing.release_words(review, seen=seen, by=officer())
    action.refresh_from_db()
    report = {"status": "on_track", "by": by}
    action = answering.report_on_action(action, version=1, evidence="It began.", **report)
    response = answering.write_response(card, text="Ask Kayleigh.", item=an_item(), version=1, by=by)
    assert (action.is_held, response.is_held) == (False, False)
    action = answering.report_on_action(action, version=2, evidence="Kayleigh said so.", **report)

    assert action.is_held
    assert Review.objects.get(state=ReviewState.WAITING).fields == ["evidence"]


def test_words_written_anew_end_the_question_about_the_old_ones():
    card, by = agreed(), worker()
    held = wordings.write_wording(
        card, audience="7-11", language="en", version=0, by=by, **PLAIN | {"we_did": "We told Kayleigh."}
    )
    assert held.is_held
    kept = wordings.write_wording(card, audience="7-11", language="en", version=1, by=by, **PLAIN)

    assert not kept.is_held
    assert Review.objects.get().state == ReviewState.REPLACED


def test_step_is_never_changed_nor_deleted():
    step = supported().steps.first()

    for change in (lambda: CardStep.objects.filter(pk=step.pk).update(on=TOLD), step.delete):
        with pytest.raises(Exception, match=r"stays|Cannot"), transaction.atomic():
            change()


@pytest.mark.parametrize("name", ["Kayleigh Jones", "karim", "The Zofia Club"])
def test_group_called_like_a_person_is_entered_by_democratic_services_alone(name):
    """Its name may stand in every text, so nobody lets one through alone who could also write it."""
    ages = {"members": 5, "youngest": 11, "oldest": 16}
    with pytest.raises(Refused, match="ask democratic services"):
        groups.save_group(None, name=name, by=worker(), **ages)

    assert groups.save_group(None, name=name, by=officer(), **ages).name == name
    assert groups.save_group(None, name="Recruit Crew", by=worker(), **ages).name == "Recruit Crew"
