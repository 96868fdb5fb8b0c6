"""The words that two people look at, the groups, and the names that may stand."""

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST, require_safe

from challenge_cards.actions import erasing, groups, reviewing
from challenge_cards.forms.keeping import EraseForm, GroupForm, KnownNameForm
from challenge_cards.models import Group, KnownName, Review
from challenge_cards.report.copies import copies_of
from challenge_cards.report.reviews import reviews_waiting
from challenge_cards.views.moving import about, named
from challenge_cards.views.saving import page, save_or_show
from core.access import Permission, may, requires
from core.methods import show_and_save
from meetings.views.saving import Done, act_and_return

ERASING = (
    "Choose what could lead to a child. It cannot be brought back: a sentence stands in its place that says so. "
    "Packs and minutes that were issued keep their own copies: see below."
)
NAMING = (
    "Two people no longer look at a text because of this name, in any card from then on. A name that a child may have, "
    "or part of it, does not belong here. It counts once a participation worker agrees."
)
for_carriers = requires(Permission.ENTER_CARDS)
for_clerks = requires(Permission.PUBLISH_CARD_RESPONSES)


@require_safe
@for_carriers
def review_list(request: HttpRequest) -> HttpResponse:
    context = {"waiting": reviews_waiting(request.user)}
    return render(request, "challenge_cards/reviews.html", context)


@require_POST
@for_carriers
def review_release(request: HttpRequest, pk: int) -> HttpResponse:
    review = get_object_or_404(Review.objects.select_related("card"), pk=pk)

    def release() -> str:
        if reviewing.release_words(review, seen=request.POST.get("seen", ""), by=request.user):
            return "Both of you have looked: the words stand."
        return "Noted. One more person looks at these words."

    return act_and_return(request, release, page("review_list"))


@require_POST
@for_carriers
def review_remove(request: HttpRequest, pk: int) -> HttpResponse:
    review = get_object_or_404(Review.objects.select_related("card"), pk=pk)

    def remove() -> str:
        reviewing.take_words_out(review, by=request.user)
        return "The words are taken out and kept nowhere."

    return act_and_return(request, remove, page("review_list"))


@show_and_save
@for_carriers
def words_erase(request: HttpRequest, pk: int) -> HttpResponse:
    card = named(pk)

    def erase(words: list[str]) -> Done:
        gone = erasing.erase_words(card, keys=words, by=request.user)
        return Done(f"{gone} text{'' if gone == 1 else 's'} taken out for good.", page("card_read", pk))

    context = about(card, "Take words out for good", "Take the chosen words out", ERASING, "warning")
    context |= {"copies": copies_of(card), "may_issue": may(request.user, Permission.MANAGE_MEETINGS)}
    form_type = partial(EraseForm, texts=list(erasing.words_of(card)))
    return save_or_show(request, form_type, erase, context=context, template="challenge_cards/erase.html")


@require_safe
@for_carriers
def group_list(request: HttpRequest) -> HttpResponse:
    context = {
        "groups": Group.objects.all(),
        "names": KnownName.objects.all(),
        "may_name": may(request.user, Permission.PUBLISH_CARD_RESPONSES),
        "may_agree": may(request.user, Permission.SPEAK_FOR_GROUPS),
    }
    return render(request, "challenge_cards/groups.html", context)


@show_and_save
@for_carriers
def group_add(request: HttpRequest) -> HttpResponse:
    return _save_group(request, None, "Add a group")


@show_and_save
@for_carriers
def group_edit(request: HttpRequest, pk: int) -> HttpResponse:
    return _save_group(request, get_object_or_404(Group, pk=pk), "Change a group")


def _save_group(request: HttpRequest, group: Group | None, heading: str) -> HttpResponse:
    def save(version: int | None, **details: Any) -> Done:
        kept = groups.save_group(group, version=version or 0, by=request.user, **details)
        return Done(f"“{kept}” is saved.", page("group_list"))

    initial = {name: getattr(group, name) for name in GroupForm.base_fields} if group else {}
    context = {"heading": heading, "submit": "Save the group", "card": None, "intro": "", "kind": ""}
    return save_or_show(request, GroupForm, save, context=context, initial=initial)


@show_and_save
@for_clerks
def name_add(request: HttpRequest) -> HttpResponse:
    def add(name: str) -> Done:
        groups.add_known_name(name=name, by=request.user)
        return Done(f"“{name}” may stand once a participation worker agrees.", page("group_list"))

    context = {
        "heading": "Add a name that may stand",
        "submit": "Add it",
        "card": None,
        "intro": NAMING,
        "kind": "",
    }
    return save_or_show(request, KnownNameForm, add, context=context)


@require_POST
@requires(Permission.SPEAK_FOR_GROUPS)
def name_agree(request: HttpRequest, pk: int) -> HttpResponse:
    name = get_object_or_404(KnownName, pk=pk)

    def agree() -> str:
        groups.agree_known_name(name, by=request.user)
        return f"“{name}” may stand in texts from now on."

    return act_and_return(request, agree, page("group_list"))


@require_POST
@for_clerks
def name_drop(request: HttpRequest, pk: int) -> HttpResponse:
    name = get_object_or_404(KnownName, pk=pk)

    def drop() -> str:
        groups.drop_known_name(name, by=request.user)
        return f"“{name}” is off the list."

    return act_and_return(request, drop, page("group_list"))
