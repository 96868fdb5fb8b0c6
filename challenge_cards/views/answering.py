"""What officers do and answer, the plain words, and the group's verdict."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from challenge_cards.actions import answering, verdicts, wordings
from challenge_cards.forms.answering import (
    ActionForm,
    ActionReportForm,
    ResponseForm,
    VerdictForm,
    WordingForm,
)
from challenge_cards.models import PLAIN_FIELDS, Audience, CardAction, CardResponse, CardWording, Language
from challenge_cards.readability import hard_words
from challenge_cards.readers import refuse_unseen
from challenge_cards.states import State
from challenge_cards.views.moving import about, named, own
from challenge_cards.views.saving import page, save_or_show
from core.access import Permission, may, requires
from core.methods import show_and_save
from core.whole_numbers import whole_number
from meetings.views.saving import Done, act_and_return

LOOKED_AT = (
    "A participation worker and a democratic services officer look at the words first. "
    "Nobody else reads them until then."
)
for_answerers = requires(Permission.ANSWER_CARDS)


@show_and_save
@for_answerers
def action_add(request: HttpRequest, pk: int) -> HttpResponse:
    card = own(request, pk)

    def add(**answers: Any) -> Done:
        action = answering.add_action(card, by=request.user, **answers)
        return Done(told("The action is added.", action), page("card_read", pk))

    return save_or_show(request, ActionForm, add, context=about(card, "Add an action", "Add it"))


@show_and_save
@for_answerers
def action_report(request: HttpRequest, pk: int) -> HttpResponse:
    action = get_object_or_404(CardAction.objects.select_related("card", "owner"), pk=pk)
    own(request, action.card_id)
    refuse_unseen(request.user, action)

    def report(**answers: Any) -> Done:
        kept = answering.report_on_action(action, by=request.user, **answers)
        return Done(told("The action is brought up to date.", kept), page("card_read", action.card_id))

    initial = {name: getattr(action, name) for name in ActionReportForm.base_fields}
    context = about(action.card, "How it goes", "Save", intro="" if action.is_held else action.text)
    return save_or_show(request, ActionReportForm, report, context=context, initial=initial)


@show_and_save
@for_answerers
def response_write(request: HttpRequest, pk: int) -> HttpResponse:
    card = own(request, pk)
    response = card.responses.filter(round=card.round).first()
    refuse_unseen(request.user, response)

    def write(**answers: Any) -> Done:
        kept = answering.write_response(card, by=request.user, **answers)
        return Done(told("The answer is saved as a draft.", kept), page("card_read", pk))

    initial = {"version": 0}
    if response:
        initial = {"text": response.text, "item": response.item_id, "version": response.version}
    context = about(card, "Write the answer", "Save the draft")
    return save_or_show(request, ResponseForm, write, context=context, initial=initial)


@require_POST
@requires(Permission.PUBLISH_CARD_RESPONSES)
def response_publish(request: HttpRequest, pk: int) -> HttpResponse:
    card = named(pk)

    def publish() -> str:
        answering.publish_response(card, by=request.user)
        return "The answer is published. Now the group is told of it."

    return act_and_return(request, publish, page("card_read", pk))


@show_and_save
@for_answerers
def wording_write(request: HttpRequest, pk: int, audience: str, language: str) -> HttpResponse:
    card = own(request, pk)
    if audience not in Audience.values or language not in Language.values:
        raise Http404("There are no plain words of that kind.")
    wording = wordings.newest_wording(card, audience, language)
    refuse_unseen(request.user, wording)

    def write(**answers: Any) -> Done:
        kept = wordings.write_wording(card, audience=audience, language=language, by=request.user, **answers)
        mend = len(wordings.words_to_mend(kept))
        said = (
            f"Saved. {mend} thing{'' if mend == 1 else 's'} to make plainer, listed below."
            if mend
            else "Saved."
        )
        return Done(told(said, kept), page("wording_write", pk, audience, language))

    initial = {name: getattr(wording, name) for name in (*PLAIN_FIELDS, "version")}
    context = {
        "card": card,
        "wording": wording,
        "hard": _hard(wording),
        "public": None if wording.is_checked else wordings.public_wording(card, audience, language),
        "audience": Audience(audience).label,
        "language": Language(language),
        "others": [(one.value, one.label) for one in Audience if one != audience],
        "languages": [(one.value, one.label) for one in Language if one != language],
        "may_check": may(request.user, Permission.SPEAK_FOR_GROUPS),
    }
    return save_or_show(
        request, WordingForm, write, context=context, template="challenge_cards/wording.html", initial=initial
    )


@require_POST
@requires(Permission.SPEAK_FOR_GROUPS)
def wording_check(request: HttpRequest, pk: int) -> HttpResponse:
    wording = get_object_or_404(CardWording.objects.select_related("card"), pk=pk)
    version = whole_number(request.POST.get("version"))

    def check() -> str:
        wordings.check_wording(wording, version=version, by=request.user)
        return "Checked. These words are on the public page."

    return act_and_return(
        request, check, page("wording_write", wording.card_id, wording.audience, wording.language)
    )


@show_and_save
@requires(Permission.SPEAK_FOR_GROUPS)
def verdict_record(request: HttpRequest, pk: int) -> HttpResponse:
    card = named(pk)

    def record(**answers: Any) -> Done:
        after = verdicts.record_verdict(card, by=request.user, **answers)
        said = "The card is closed." if after.state == State.CLOSED else "The card is taken up again."
        return Done(f"The group's verdict is recorded. {said}", page("card_read", pk))

    intro = "Tell the group what was answered, ask whether it worked, and write down what it says."
    return save_or_show(
        request, VerdictForm, record, context=about(card, "What the group says", "Record it", intro)
    )


def told(said: str, row: CardAction | CardResponse | CardWording) -> str:
    """Whoever wrote words that are held hears it at once."""
    return f"{said} {LOOKED_AT}" if row.is_held else said


def _hard(wording: CardWording) -> list[tuple[str, str]]:
    """Of what is saved: the label of each field and what is hard to read in it."""
    if wording.language != Language.ENGLISH or not wording.pk:
        return []
    found = hard_words({name: getattr(wording, name) for name in PLAIN_FIELDS})
    return [(WordingForm.base_fields[hard.field].label, hard.said) for hard in found]
