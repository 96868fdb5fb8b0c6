from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cpp_portal.home import news_for


@require_safe
@login_not_required
def home(request: HttpRequest) -> HttpResponse:
    """A stranger learns what the portal is; whoever is signed in, what there is to know."""
    if not request.user.is_authenticated:
        return render(request, "welcome.html")
    return render(request, "home.html", {"news": news_for(request.user)})
