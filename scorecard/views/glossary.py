from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.access import Permission, requires
from scorecard.report.glossary import glossary


@require_safe
@requires(Permission.READ_SCORECARD)
def glossary_read(request: HttpRequest) -> HttpResponse:
    return render(request, "scorecard/glossary.html", {"chapters": glossary()})
