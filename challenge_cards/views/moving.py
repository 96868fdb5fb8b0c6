"""The steps of a card's way, each a page with one form."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from challenge_cards.actions import moving, publishing
from challenge_cards.actions.turns import NOT_YOURS, may_answer
from challenge_cards.forms.keeping import LinksForm
from challenge_cards.forms.moving import (
    SUPPORTS,
    AgreementForm,
    CouncilForm,
    DecisionForm,
    OfficersForm,
    PutOffForm,
    StepForm,
    WithdrawForm,
)
from challenge_cards.models import ChallengeCard
from challenge_cards.readers import readable_by
from challenge_cards.views.saving import page, save_or_show
from core.access import Permission, requires
from core.methods import show_and_save
from meetings.views.saving import Done, act_and_return

for_carriers = requires(Permission.ENTER_CARDS)
for_answerers = requires(Permission.ANSWER_CARDS)


def about(card: ChallengeCard, heading: str, submit: str, intro: str = "", kind: str = "") -> dict[str, Any]:
    return {"card": card, "heading": heading, "submit": submit, "intro": intro, "kind": kind}


def named(pk: int) -> ChallengeCard:
    return get_object_or_404(ChallengeCard.objects.select_related("group", "owner"), pk=pk)


def own(request: HttpRequest, pk: int) -> ChallengeCard:
    """One that this officer answers for; others get a 403, and a 404 where they may not know of it."""
    cards = ChallengeCard.objects.filter(readable_by(request.user)).select_related("group", "owner")
    card = get_object_or_404(cards, pk=pk)
    if not may_answer(request.user, card):
        raise PermissionDenied(NOT_YOURS)
    return card


@show_and_save
@for_carriers
def card_hand(request: HttpRequest, pk: int) -> HttpResponse:
    card = named(pk)

    def hand(**answers: Any) -> Done:
        moving.hand_to_council(card, by=request.user, **answers)
        return Done("The card is with the council.", page("card_read", pk))

    context = about(card, "Hand it to a children in care council", "Hand it over")
    return save_or_show(request, CouncilForm, hand, context=context)


@show_and_save
@for_carriers
def card_decide(request: HttpRequest, pk: int) -> HttpResponse:
    card = named(pk)

    def decide(decision: str, **answers: Any) -> Done:
        supports = decision == SUPPORTS
        moving.council_decides(card, supports=supports, by=request.user, **answers)
        said = (
            "The council supports the card."
            if supports
            else "The card is not taken forward. Tell the group why."
        )
        return Done(said, page("card_read", pk))

    return save_or_show(
        request, DecisionForm, decide, context=about(card, "What the council decided", "Record it")
    )


@show_and_save
@for_carriers
def card_give(request: HttpRequest, pk: int) -> HttpResponse:
    card = named(pk)

    def give(**answers: Any) -> Done:
        moving.hand_to_officers(card, by=request.user, **answers)
        return Done("The card is with senior officers.", page("card_read", pk))

    return save_or_show(
        request, OfficersForm, give, context=about(card, "Hand it to senior officers", "Hand it over")
    )


@show_and_save
@for_answerers
def card_agree(request: HttpRequest, pk: int) -> HttpResponse:
    card = own(request, pk)

    def agree(**answers: Any) -> Done:
        moving.agree_actions(card, by=request.user, **answers)
        return Done(
            "The first action is agreed and the answer promised. Add more actions below.",
            page("card_read", pk),
        )

    intro = "Say one thing that will be done, and by when the group has its answer. The group reads it as a promise."
    return save_or_show(
        request, AgreementForm, agree, context=about(card, "Agree what will be done", "Promise it", intro)
    )


@show_and_save
@for_answerers
def promise_change(request: HttpRequest, pk: int) -> HttpResponse:
    card = own(request, pk)

    def put_off(**answers: Any) -> Done:
        moving.put_off(card, by=request.user, **answers)
        return Done("The later day is promised. The first stays beside it.", page("card_read", pk))

    intro = "The first day stays on the page beside the later one, with your reason."
    return save_or_show(
        request, PutOffForm, put_off, context=about(card, "Promise a later day", "Promise it", intro)
    )


@show_and_save
@for_carriers
def step_note(request: HttpRequest, pk: int) -> HttpResponse:
    card = named(pk)

    def note(**answers: Any) -> Done:
        moving.note_step(card, by=request.user, **answers)
        return Done("The step is noted.", page("card_read", pk))

    return save_or_show(request, StepForm, note, context=about(card, "Note a step", "Note it"))


@show_and_save
@for_carriers
def card_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    card = named(pk)

    def withdraw(**answers: Any) -> Done:
        moving.withdraw_card(card, by=request.user, **answers)
        return Done("The card is withdrawn.", page("card_read", pk))

    intro = "Only when the group itself wants it. It then leaves the public page."
    return save_or_show(
        request,
        WithdrawForm,
        withdraw,
        context=about(card, "Withdraw the card", "Withdraw it", intro, "warning"),
    )


@show_and_save
@for_carriers
def card_link(request: HttpRequest, pk: int) -> HttpResponse:
    card = named(pk)

    def link(**answers: Any) -> Done:
        publishing.link_card(card, by=request.user, **answers)
        return Done("The links are saved.", page("card_read", pk))

    stored = {name: getattr(card, name).all() for name in publishing.LINKS} | {"version": card.version}
    context = about(card, "What it is linked to", "Save the links")
    return save_or_show(request, LinksForm, link, context=context, initial=stored)


@require_POST
@for_carriers
def card_hide(request: HttpRequest, pk: int) -> HttpResponse:
    card = named(pk)

    def hide() -> str:
        publishing.take_down(card, by=request.user)
        return "The card is off the public page. Democratic services can put it back."

    return act_and_return(request, hide, page("card_read", pk))


@require_POST
@requires(Permission.PUBLISH_CARD_RESPONSES)
def card_show(request: HttpRequest, pk: int) -> HttpResponse:
    card = named(pk)

    def show() -> str:
        publishing.put_back(card, by=request.user)
        return "The card is on the public page again."

    return act_and_return(request, show, page("card_read", pk))
