from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cpp_portal.home import news_for, news_for_everybody


@require_safe
@login_not_required
def home(request: HttpRequest) -> HttpResponse:
    """Everybody learns what the panel is and what there is to read; whoever is signed in, what is new for them."""
    if not request.user.is_authenticated:
        return render(request, "welcome.html", {"news": news_for_everybody()})
    return render(request, "home.html", {"news": news_for(request.user)})
