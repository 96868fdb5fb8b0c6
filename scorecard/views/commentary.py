"""Commentary: what its owner is asked for and writes, and what the officers follow and send back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_safe

from core.access import Permission, requires
from core.methods import show_and_save
from scorecard.forms.panel import CommentaryForm, ReturnForm
from scorecard.models import Commentary, ReportPlan, Variant
from scorecard.publishing.commentary import NOT_YOURS, find_task, return_commentary, save_commentary
from scorecard.publishing.locks import ReportRefused, WrittenMeanwhile
from scorecard.report.commentary import (
    Task,
    baseline_choices,
    commentary_tasks,
    commentary_text,
)
from scorecard.report.months import Months, all_months, choose_month
from scorecard.report.scorecard import read_scorecard
from scorecard.views.no_month import no_month, of_month

MONTHS_OFFERED = 6
PASSED = "The day by which it is to be done, {day}, has passed. {way_on}"
WAY_ON = {
    False: "Change it if you meant a later one.",
    True: "If you meant a later one, ask a management information officer to send the commentary back to you.",
}


@require_safe
@requires(Permission.WRITE_COMMENTARY)
def commentary_list(request: HttpRequest) -> HttpResponse:
    every, slug = all_months(), request.GET.get("month") or None
    months = choose_month(every, slug)
    if months is None:
        return no_month(request, slug, every)
    tasks = _tasks(months)
    mine = [task for task in tasks if task.is_for(request.user)]
    context = {
        "month": months.chosen,
        "tasks": mine,
        "done": sum(task.is_done for task in mine),
        "plan": _plan(months),
        "today": timezone.localdate(),
        "filters": [
            {"text": month.label, "href": f"?month={month.slug}", "current": month == months.chosen}
            for month in every[:MONTHS_OFFERED]
        ],
    }
    return render(request, "scorecard/commentary/list.html", context)


@show_and_save
@requires(Permission.WRITE_COMMENTARY)
@of_month
def commentary_write(request: HttpRequest, months: Months, code: str) -> HttpResponse:
    task = _task(months, code)
    if not task.is_for(request.user):
        raise PermissionDenied(NOT_YOURS)
    is_final = request.POST.get("way") == "submit"
    how = {
        "baselines": baseline_choices(months),
        "wants_date": task.asked.wants_date,
        "month_end": months.chosen.ends_on,
    }
    if request.method != "POST":
        return _writing(request, months, task, CommentaryForm(commentary=task.commentary, **how))
    form = CommentaryForm(request.POST, is_final=is_final, **how)
    if not form.is_valid():
        return _writing(request, months, task, form)
    try:
        save_commentary(
            months,
            code,
            by=request.user,
            words=form.words,
            version=form.cleaned_data["version"],
            is_final=is_final,
        )
    except WrittenMeanwhile as meanwhile:
        data = request.POST.copy()
        data["version"] = str(meanwhile.theirs.version)
        form = CommentaryForm(data, **how)
        return _writing(request, months, task, form, theirs=meanwhile.theirs)
    except ReportRefused as refusal:
        return _writing(request, months, task, form, refusal=str(refusal))
    messages.success(request, f"{'Submitted' if is_final else 'Draft saved'}: {task.asked.row.name}.")
    if (by_when := form.words.by_when) and by_when < timezone.localdate():
        messages.warning(request, PASSED.format(day=date_format(by_when), way_on=WAY_ON[is_final]))
    return redirect(f"{reverse('scorecard:commentary_list')}?month={months.chosen.slug}")


def _writing(
    request: HttpRequest,
    months: Months,
    task: Task,
    form: CommentaryForm,
    *,
    theirs: Commentary | None = None,
    refusal: str = "",
) -> HttpResponse:
    """`theirs` is what somebody else saved while this reader wrote. No text of either is lost: both stand here."""
    written = theirs or task.commentary
    is_open = not (written and written.is_submitted) and months.chosen.report_pk is None
    context = {
        "months": months,
        "task": task,
        "form": form if is_open and not refusal else None,
        "unsaved": form if form.is_bound and not is_open else None,
        "plan": _plan(months),
        "refusal": refusal,
        "theirs": theirs,
        "text": commentary_text(written, task.post) if written and (theirs or not is_open) else None,
        "is_published": months.chosen.report_pk is not None,
    }
    return render(
        request, "scorecard/commentary/write.html", context, status=409 if theirs or refusal else 200
    )


@require_safe
@requires(Permission.PREPARE_REPORTS)
@of_month
def commentary_progress(request: HttpRequest, months: Months) -> HttpResponse:
    tasks = _tasks(months)
    context = {
        "month": months.chosen,
        "tasks": tasks,
        "done": sum(task.is_done for task in tasks),
        "plan": _plan(months),
        "today": timezone.localdate(),
    }
    return render(request, "scorecard/commentary/progress.html", context)


@show_and_save
@requires(Permission.PREPARE_REPORTS)
@of_month
def commentary_review(request: HttpRequest, months: Months, code: str) -> HttpResponse:
    task = _task(months, code)
    version = task.commentary.version if task.commentary else 0
    form = ReturnForm(request.POST or None, initial={"version": version})
    if request.method == "POST" and form.is_valid():
        try:
            return_commentary(months, code, by=request.user, **form.cleaned_data)
            messages.success(request, f"Sent back: {task.asked.row.name}.")
            return redirect("scorecard:commentary_progress", month=months.chosen.slug)
        except ReportRefused as refusal:
            messages.error(request, str(refusal))
            return redirect("scorecard:commentary_review", month=months.chosen.slug, code=code)
    may_return = task.is_done and months.chosen.report_pk is None
    context: dict[str, Any] = {
        "month": months.chosen,
        "task": task,
        "text": commentary_text(task.commentary, task.post) if task.commentary else None,
        "form": form if may_return else None,
    }
    return render(request, "scorecard/commentary/review.html", context)


def _tasks(months: Months) -> list[Task]:
    return commentary_tasks(read_scorecard(months, variant=Variant.ALL), today=timezone.localdate())


def _task(months: Months, code: str) -> Task:
    task = find_task(months, code.upper(), today=timezone.localdate())
    if task is None:
        raise Http404(f"No commentary is asked on {code} for {months.chosen.label}.")
    return task


def _plan(months: Months) -> ReportPlan | None:
    return ReportPlan.objects.filter(period_id=months.chosen.pk).first()
