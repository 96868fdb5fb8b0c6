"""Pages of fixed text that anyone may read."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.views.decorators.http import require_safe

COOKIES_HEAD = [{"text": "Name"}, {"text": "What it is for"}, {"text": "How long it is kept"}]


@require_safe
@login_not_required
def favicon(request: HttpRequest) -> HttpResponse:
    """Browsers ask for it here where they see no page that names the icon, a PDF say."""
    return redirect(static("build/images/favicon.ico"))


@require_safe
@login_not_required
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/accessibility.html")


@require_safe
@login_not_required
def cookies(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/cookies.html", {"head": COOKIES_HEAD, "rows": _cookie_rows()})


def _cookie_rows() -> list[list[dict]]:
    hours, days = settings.SESSION_COOKIE_AGE // 3600, settings.CSRF_COOKIE_AGE // 86400
    facts = [
        (settings.SESSION_COOKIE_NAME, "Keeps you signed in", f"{hours} hours, or until you sign out"),
        (settings.CSRF_COOKIE_NAME, "Stops other websites from sending forms in your name", f"{days} days"),
        ("messages", "Carries a note such as “Saved” to the next page", "Until that page has shown it"),
    ]
    return [[{"text": text} for text in fact] for fact in facts]
