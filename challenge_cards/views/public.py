"""You said, we did: for everybody, without a sign-in, a cookie or a script."""

from hashlib import sha256
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from challenge_cards.exports.poster import poster_html, poster_pdf
from challenge_cards.models import Audience, ChallengeCard, Language
from challenge_cards.report.public import (
    Story,
    public_cards,
    recommendations_for_young_people,
    stories,
    story_of,
)
from core.pdf import PdfError

FRESH = {"Cache-Control": "no-cache"}  # what is taken down is down at once


@require_safe
@login_not_required
def page_read(request: HttpRequest) -> HttpResponse:
    theme = request.GET.get("theme", "")
    told = stories(public_cards(), timezone.localdate())
    themes = sorted({one for story in told for one in story.themes}, key=lambda one: one[1])
    context = {
        "stories": [one for one in told if theme in ("", *(code for code, _ in one.themes))],
        "themes": themes,
        "theme": theme if theme in dict(themes) else "",
        "recommendations": recommendations_for_young_people(),
        "advocacy": settings.ADVOCACY_CONTACT,
    }
    return _shown(request, "you_said/page.html", context)


@require_safe
@login_not_required
def short_read(request: HttpRequest) -> HttpResponse:
    context = {"stories": _for_the_youngest(), "advocacy": settings.ADVOCACY_CONTACT}
    return _shown(request, "you_said/short.html", context)


@require_safe
@login_not_required
def story_read(
    request: HttpRequest, pk: int, audience: str = Audience.ELEVEN, language: str = Language.ENGLISH
) -> HttpResponse:
    card = _public(pk)
    context = {
        "story": _story(card, audience, language),
        "audience": audience,
        "today": timezone.localdate(),
        "answers": card.responses.exclude(published_on=None).select_related("item__meeting"),
        "actions": card.actions.filter(is_held=False).select_related("owner"),
        "is_short": audience == Audience.SEVEN,
        "advocacy": settings.ADVOCACY_CONTACT,
    }
    return _shown(request, "you_said/story.html", context)


@require_safe
@login_not_required
def poster_print(request: HttpRequest) -> HttpResponse:
    return _poster(request, stories(public_cards(), timezone.localdate()), "you-said-we-did")


@require_safe
@login_not_required
def short_print(request: HttpRequest) -> HttpResponse:
    return _poster(request, _for_the_youngest(), "you-said-we-did-7-to-11", is_short=True)


@require_safe
@login_not_required
def story_print(
    request: HttpRequest, pk: int, audience: str = Audience.ELEVEN, language: str = Language.ENGLISH
) -> HttpResponse:
    story = _story(_public(pk), audience, language)
    name = f"you-said-we-did-{pk}-{audience}-{language}"
    return _poster(request, [story], name, is_short=audience == Audience.SEVEN)


def _shown(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    response = render(request, template, context)
    response["Cache-Control"] = FRESH["Cache-Control"]
    return response


def _public(pk: int) -> ChallengeCard:
    card = next((one for one in public_cards() if one.pk == pk), None)
    if card is None:
        raise Http404("There is no such card.")
    return card


def _story(card: ChallengeCard, audience: str, language: str) -> Story:
    is_first = (audience, language) == (Audience.ELEVEN, Language.ENGLISH)
    if not (is_first or _is_written(card, audience, language)):
        raise Http404("There are no words of that kind.")
    return story_of(card, timezone.localdate(), audience=audience, language=language)


def _is_written(card: ChallengeCard, audience: str, language: str) -> bool:
    return not card.is_taken_down and any(
        (one.audience, one.language) == (audience, language) for one in card.checked_wordings
    )


def _for_the_youngest() -> list[Story]:
    """Only what was written for them: the rest would be too long to read."""
    told = stories(public_cards(), timezone.localdate(), audience=Audience.SEVEN)
    return [one for one in told if one.has_words or one.notice]


def _poster(request: HttpRequest, told: list[Story], name: str, *, is_short: bool = False) -> HttpResponse:
    html = poster_html(told, is_short=is_short)
    etag = quote_etag(sha256(html.encode()).hexdigest())
    if unchanged := get_conditional_response(request, etag=etag):
        return unchanged
    try:
        content = poster_pdf(html)
    except PdfError as fault:
        answer = HttpResponse(str(fault), status=503, content_type="text/plain; charset=utf-8")
        answer["Retry-After"] = "60"
        return answer
    headers = FRESH | {"Content-Disposition": f'inline; filename="{name}.pdf"', "ETag": etag}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
