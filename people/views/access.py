from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.access import Permission, requires
from people.report import access_context


@require_safe
@requires(Permission.READ_ACCESS_MATRIX)
def access_matrix(request: HttpRequest) -> HttpResponse:
    return render(request, "people/access.html", access_context())
