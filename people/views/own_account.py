from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from people import actions
from people.report import own_account_context


@require_safe
def own_account(request: HttpRequest) -> HttpResponse:
    return render(request, "people/own_account.html", own_account_context(request.user))


@require_POST
def own_sign_out(request: HttpRequest) -> HttpResponse:
    actions.sign_out_everywhere(user=request.user, by=request.user)
    logout(request)
    messages.success(request, "You are signed out here and on every other device.")
    return redirect("account_login")
