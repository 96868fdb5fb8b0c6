"""A card comes in. A matter of one person is only counted, and goes to whoever can help."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from challenge_cards.actions import entering
from challenge_cards.forms.entering import CardEntryForm, RouteForm
from challenge_cards.models import ChallengeCard, Group, Route
from challenge_cards.privacy import SMALLEST_GROUP
from challenge_cards.views.saving import page, save_or_show
from core.access import Permission, requires
from core.methods import show_and_save
from meetings.views.saving import Done

HELD = "“{}” is entered. Two people look at its words first: it stands among the texts to look at."


@show_and_save
@requires(Permission.ENTER_CARDS)
def card_enter(request: HttpRequest) -> HttpResponse:
    if not Group.objects.active().filter(members__gte=SMALLEST_GROUP).exists():
        return render(request, "challenge_cards/no_group.html", {"smallest": SMALLEST_GROUP})

    def enter(**answers: Any) -> Done:
        card = entering.enter_card(by=request.user, **answers)
        said = HELD.format(card) if card.is_held else f"“{card}” is entered. Next it goes to a council."
        return Done(said, page("card_read", card.pk))

    context = {"advocacy": settings.ADVOCACY_CONTACT, "submit": "Enter the card"}
    return save_or_show(request, CardEntryForm, enter, context=context, template="challenge_cards/enter.html")


@show_and_save
@requires(Permission.ENTER_CARDS)
def matter_count(request: HttpRequest) -> HttpResponse:
    def count(route: str) -> Done:
        entering.count_matter(route, by=request.user)
        return Done(
            f"Counted, and nothing else kept. Tell {_who(route)} now, by your usual way.", page("card_list")
        )

    context = {"advocacy": settings.ADVOCACY_CONTACT, "card": None}
    return save_or_show(request, RouteForm, count, context=context, template="challenge_cards/redirect.html")


@show_and_save
@requires(Permission.ENTER_CARDS)
def card_redirect(request: HttpRequest, pk: int) -> HttpResponse:
    card = get_object_or_404(ChallengeCard, pk=pk)

    def pass_on(route: str) -> Done:
        entering.redirect_card(card, route=route, by=request.user)
        return Done(
            f"The card is deleted and counted. Tell {_who(route)} now, by your usual way.", page("card_list")
        )

    context = {"advocacy": settings.ADVOCACY_CONTACT, "card": card}
    return save_or_show(
        request, RouteForm, pass_on, context=context, template="challenge_cards/redirect.html"
    )


def _who(route: str) -> str:
    label = Route(route).label
    return label[0].lower() + label[1:]
