"""What an administrator does with accounts."""

from collections.abc import Callable
from smtplib import SMTPException

import structlog
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from core.access import Permission, requires
from core.methods import show_and_save
from people import actions
from people.forms import AccountFilterForm, AccountForm, ReasonForm
from people.history import account_history
from people.mail import send_address_changed
from people.models import User
from people.views.invitations import deliver

log = structlog.get_logger(__name__)
ACCOUNTS_A_PAGE = 50
for_administrators = requires(Permission.MANAGE_ACCOUNTS)


@require_safe
@for_administrators
def account_list(request: HttpRequest) -> HttpResponse:
    form = AccountFilterForm(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    accounts = (
        User.objects.with_invitation().with_second_factor().narrowed_to(**chosen).order_by("name", "pk")
    )
    page = Paginator(accounts, ACCOUNTS_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "people/accounts.html", {"form": form, "page": page})


@require_safe
@for_administrators
def account_detail(request: HttpRequest, pk: int) -> HttpResponse:
    accounts = (
        User.objects.with_invitation().with_second_factor().select_related("invited_by", "deactivated_by")
    )
    account = get_object_or_404(accounts, pk=pk)
    context = {
        "account": account,
        "holdings": account.holdings.select_related("post"),
        "has_single_sign_on": account.socialaccount_set.exists(),
    }
    return render(request, "people/account.html", context)


@require_safe
@for_administrators
def account_changes(request: HttpRequest, pk: int) -> HttpResponse:
    account = get_object_or_404(User, pk=pk)
    return render(
        request, "people/account_history.html", {"account": account, "changes": account_history(account)}
    )


@show_and_save
@for_administrators
def account_invite(request: HttpRequest) -> HttpResponse:
    form = AccountForm(request.POST or None)
    if form.is_valid():
        try:
            sent = actions.invite(**form.cleaned_data, by=request.user)
        except ValidationError as problem:
            _show_problem(form, problem)
        else:
            deliver(request, sent)
            return redirect("people:account_detail", sent.invitation.user_id)
    return render(request, "people/account_invite.html", {"form": form})


@show_and_save
@for_administrators
def account_edit(request: HttpRequest, pk: int) -> HttpResponse:
    account = get_object_or_404(User, pk=pk)
    initial = {"name": account.name, "email": account.email, "roles": account.roles}
    form = AccountForm(request.POST or None, initial=initial)
    if form.is_valid():
        try:
            changed = actions.change_account(user=account, **form.cleaned_data, by=request.user)
        except ValidationError as problem:
            _show_problem(form, problem)
        else:
            _tell_addresses(request, changed, before=account.email)
            messages.success(request, f"The account of {changed.name} is changed.")
            return redirect("people:account_detail", pk)
    return render(request, "people/account_edit.html", {"form": form, "account": account})


def _tell_addresses(request: HttpRequest, changed: User, *, before: str) -> None:
    try:
        send_address_changed(changed, before=before)
    except (SMTPException, OSError) as trouble:
        log.error("mail_not_sent", account=changed.pk, error=type(trouble).__name__)
        messages.error(request, "The mail about the new address could not be sent. Check the mail server.")


@show_and_save
@for_administrators
def account_deactivate(request: HttpRequest, pk: int) -> HttpResponse:
    template, done = "people/account_deactivate.html", "{} is deactivated and signed out."
    return _with_reason(request, pk, template, actions.deactivate, done)


@show_and_save
@for_administrators
def account_reactivate(request: HttpRequest, pk: int) -> HttpResponse:
    template, done = "people/account_reactivate.html", "{} is reactivated."
    return _with_reason(request, pk, template, actions.reactivate, done)


@show_and_save
@for_administrators
def second_factor_remove(request: HttpRequest, pk: int) -> HttpResponse:
    template = "people/account_second_factor_remove.html"
    done = "The second factor of {} is removed. They set up a new one when they next sign in."
    return _with_reason(request, pk, template, actions.remove_second_factor, done)


@require_POST
@for_administrators
def account_sign_out(request: HttpRequest, pk: int) -> HttpResponse:
    account = get_object_or_404(User, pk=pk)
    actions.sign_out_everywhere(user=account, by=request.user)
    messages.success(request, f"{account.name} is signed out everywhere.")
    return redirect("people:account_detail", pk)


def _with_reason(request: HttpRequest, pk: int, template: str, act: Callable, done: str) -> HttpResponse:
    account = get_object_or_404(User, pk=pk)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        try:
            act(user=account, reason=form.cleaned_data["reason"], by=request.user)
        except ValidationError as problem:
            _show_problem(form, problem)
        else:
            messages.success(request, done.format(account.name))
            return redirect("people:account_detail", pk)
    return render(request, template, {"form": form, "account": account})


def _show_problem(form: AccountForm | ReasonForm, problem: ValidationError) -> None:
    """What the action or the table refused, at its field where the form has one."""
    for field, errors in getattr(problem, "error_dict", {None: problem}).items():
        form.add_error(field if field in form.fields else None, errors)
