"""The list of names that nothing published may hold, for the officers who write minutes."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from core.whole_numbers import whole_number
from meetings.actions.protected_names import protect_name, release_name
from meetings.forms.minutes_way import ProtectedNameForm
from meetings.report.body import the_panel
from meetings.views.minutes_writing import for_clerks, show_and_save


@show_and_save
@for_clerks
def protected_names(request: HttpRequest) -> HttpResponse:
    panel = the_panel()
    if panel is None:
        return render(request, "meetings/no_panel.html")
    form = ProtectedNameForm(request.POST or None)
    if form.is_valid():
        is_new = protect_name(panel, name=form.cleaned_data["name"], by=request.user)
        messages.success(
            request, "The name is on the list." if is_new else "The name was on the list already."
        )
        return redirect("meetings:protected_names")
    context = {"form": form, "names": panel.protected_names.all()}
    return render(request, "meetings/minutes/protected.html", context)


@require_POST
@for_clerks
def protected_name_remove(request: HttpRequest) -> HttpResponse:
    done = release_name(whole_number(request.POST.get("name")) or 0, by=request.user)
    messages.success(request, "The name is taken off the list." if done else "It was taken off already.")
    return redirect("meetings:protected_names")
