"""The list of cards and one card, for everybody with a role."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from challenge_cards.forms.keeping import CardFilter
from challenge_cards.models import CardAction, ChallengeCard, RedirectCount, Review, ReviewState
from challenge_cards.readers import may_read_words, may_review
from challenge_cards.report.card import card_page, may_enter, readable_cards
from challenge_cards.report.cards import waiting_first
from challenge_cards.report.copies import copies_of
from core.access import Permission, may, requires
from people.models import User


@require_safe
@requires(Permission.READ_CARDS)
def card_list(request: HttpRequest) -> HttpResponse:
    cards = readable_cards(request.user).prefetch_related("pledges", "principles")
    lines = waiting_first(cards, timezone.localdate())
    form = CardFilter(request.GET)
    reviews = may_review(request.user)
    context = {
        "lines": lines,
        "shown": form.narrow(lines),
        "filter": form,
        "waiting": sum(line.is_waiting for line in lines),
        "late": sum(line.is_late for line in lines),
        "may_enter": may_enter(request.user),
        "may_review": reviews,
        "to_review": Review.objects.filter(state=ReviewState.WAITING).count() if reviews else 0,
        "passed_on": RedirectCount.objects.all()[:12] if may_enter(request.user) else [],
    }
    return render(request, "challenge_cards/list.html", context)


@require_safe
@requires(Permission.READ_CARDS)
def card_read(request: HttpRequest, pk: int) -> HttpResponse:
    card = get_object_or_404(readable_cards(request.user), pk=pk)
    user = request.user
    page = card_page(card, user, timezone.localdate())
    responses = card.responses.select_related("item__meeting")
    responses = responses if page.can_answer else responses.exclude(published_on=None)
    context = {
        "card": card,
        "page": page,
        "today": timezone.localdate(),
        "actions": _of_reader(card.actions.select_related("owner"), user),
        "responses": [(one, may_read_words(user, one)) for one in responses],
        "wordings": card.wordings.filter(round=card.round).exclude(you_said=""),
        "verdicts": card.verdicts.all(),
        "links": _links(card),
        "copies": copies_of(card) if card.is_taken_down and may_enter(user) else [],
        "may_issue": may(user, Permission.MANAGE_MEETINGS),
        "may_enter": may_enter(user),
        "may_publish": may(user, Permission.PUBLISH_CARD_RESPONSES),
        "may_review": may_review(user),
    }
    return render(request, "challenge_cards/card.html", context)


def _of_reader(rows: QuerySet[CardAction], user: User) -> list[CardAction]:
    return list(rows) if may_review(user) else [one for one in rows if not one.is_held]


def _links(card: ChallengeCard) -> dict:
    return {
        "pledges": card.pledges.all(),
        "principles": card.principles.all(),
        "outcomes": card.outcomes.select_related("question"),
        "recommendations": card.recommendations.all(),
        "undertakings": card.undertakings.all(),
    }
