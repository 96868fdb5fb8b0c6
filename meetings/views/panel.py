"""The panel's standing rules and the council's terms, on one page."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from core.access import Permission, requires
from core.methods import show_and_save
from meetings.actions import body as actions
from meetings.actions.locks import ChangedMeanwhile, Refused
from meetings.forms.body import BodyForm, EndTermForm, TermForm, of_term
from meetings.models import Body, Term
from meetings.report.body import the_panel
from meetings.views.saving import Done, answers_of, page, put_errors, save_or_show

for_keepers = requires(Permission.MANAGE_MEMBERSHIP)


@show_and_save
@for_keepers
def panel_edit(request: HttpRequest) -> HttpResponse:
    """Sets the panel up when there is none."""
    panel = the_panel()
    form = BodyForm(answers_of(request), instance=the_panel() or Body())
    if form.is_valid():
        try:
            _keep(request, panel, form)
        except ChangedMeanwhile as meanwhile:
            return _page(request, _with_all_that_was_typed(request, meanwhile), panel, status=409)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        except ValidationError as problem:
            put_errors(form, problem)
        else:
            messages.success(request, "The panel’s rules are kept as you entered them.")
            return redirect("meetings:panel_edit")
    return _page(request, form, panel)


@show_and_save
@for_keepers
def term_add(request: HttpRequest) -> HttpResponse:
    panel = the_panel()
    if panel is None:
        return render(request, "meetings/no_panel.html")

    def add(**answers: Any) -> Done:
        actions.add_term(panel, by=request.user, **answers)
        return Done(f"The term from {answers['starts_on']:%-d %B %Y} is kept.", page("panel_edit"))

    return save_or_show(
        request, TermForm, add, template="meetings/members/term_add.html", initial={"first_number": 1}
    )


@show_and_save
@for_keepers
def term_end(request: HttpRequest, pk: int) -> HttpResponse:
    term = get_object_or_404(Term.objects.select_related("body"), pk=pk)

    def end(**answers: Any) -> Done:
        actions.end_term(term, by=request.user, **answers)
        return Done(f"The last day of {of_term(term)} is kept.", page("panel_edit"))

    return save_or_show(
        request,
        EndTermForm,
        end,
        row=term,
        template="meetings/members/term_end.html",
        context={"term": term, "name": of_term(term)},
    )


def _keep(request: HttpRequest, panel: Body | None, form: BodyForm) -> None:
    if panel is None:
        actions.set_up_panel(by=request.user, **form.rules)
    else:
        version = form.cleaned_data["version"]
        actions.change_panel(panel, version=version, by=request.user, **form.rules)


def _with_all_that_was_typed(request: HttpRequest, meanwhile: ChangedMeanwhile) -> BodyForm:
    """About the rules as they stand, so that saving once more overrules them."""
    data = request.POST.copy()
    data["version"] = str(meanwhile.theirs.version)
    return BodyForm(data, instance=the_panel())


def _page(request: HttpRequest, form: BodyForm, panel: Body | None, status: int = 200) -> HttpResponse:
    terms = panel.terms.order_by("-starts_on") if panel else []
    context = {"form": form, "panel": panel, "terms": terms, "theirs": status == 409}
    return render(request, "meetings/members/panel.html", context, status=status)
