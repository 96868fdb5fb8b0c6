"""Sending an invitation, and taking it up."""

from smtplib import SMTPException

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods, require_POST

from core.access import Permission, requires
from people import actions
from people.forms import ChoosePasswordForm
from people.mail import send_invitation_mail
from people.models import User
from people.single_sign_on import INVITATION_IN_SESSION
from people.views import single_sign_on


def deliver(request: HttpRequest, sent: actions.SentInvitation) -> None:
    """Mail the link; say whether that worked. In the demonstration the link is shown as well."""
    link = request.build_absolute_uri(reverse("people:invitation_accept", args=[sent.token]))
    try:
        send_invitation_mail(sent.invitation, link)
    except (SMTPException, OSError):
        messages.error(
            request, "The mail could not be sent. Check the mail server, then send the invitation again."
        )
    else:
        messages.success(request, f"The invitation is on its way to {sent.invitation.sent_to}.")
    if settings.DEMO:
        shown = (
            'In the demonstration no mail is needed: <a class="govuk-link" href="{}">open the invitation</a>.'
        )
        messages.info(request, format_html(shown, link))


@require_POST
@requires(Permission.MANAGE_ACCOUNTS)
def invitation_send(request: HttpRequest, pk: int) -> HttpResponse:
    account = get_object_or_404(User, pk=pk)
    try:
        deliver(request, actions.send_invitation(user=account, by=request.user))
    except ValidationError as problem:
        messages.error(request, problem.message)
    return redirect("people:account_detail", pk)


@require_POST
@requires(Permission.MANAGE_ACCOUNTS)
def invitation_cancel(request: HttpRequest, pk: int) -> HttpResponse:
    account = get_object_or_404(User, pk=pk)
    try:
        actions.cancel_invitation(user=account, by=request.user)
    except ValidationError as problem:
        messages.error(request, problem.message)
    else:
        messages.success(request, "The invitation is cancelled. Its link no longer works.")
    return redirect("people:account_detail", pk)


@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    found = actions.find_invitation(token)
    if not found or request.user.is_authenticated:
        return render(
            request, "people/invitation_closed.html", {"found": found}, status=200 if found else 410
        )
    form = ChoosePasswordForm(request.POST or None, user=found.user)
    if form.is_valid():
        try:
            actions.accept_invitation(invitation=found, password=form.cleaned_data["password"])
        except ValidationError:
            return render(request, "people/invitation_closed.html", status=410)
        messages.success(request, "Your password is set. Sign in with it now.")
        return redirect("account_login")
    context = {"form": form, "invitation": found, "token": token}
    return render(request, "people/invitation.html", context)


@require_POST
@login_not_required
def invitation_single_sign_on(request: HttpRequest, token: str) -> HttpResponse:
    """On to the sign-on service; the invitation is taken up when the person comes back signed on."""
    found = actions.find_invitation(token)
    if not found or request.user.is_authenticated:
        return render(
            request, "people/invitation_closed.html", {"found": found}, status=200 if found else 410
        )
    request.session[INVITATION_IN_SESSION] = found.pk
    return single_sign_on.begin(request, provider_id="sso")
