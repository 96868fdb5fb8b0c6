"""The portal's addresses and some that always fail, to see the pages of each failure."""

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import BadRequest, PermissionDenied, RequestDataTooBig
from django.db.utils import OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path

from cpp_portal import urls
from cpp_portal.urls import (  # Django looks for them here
    handler400 as handler400,
)
from cpp_portal.urls import (
    handler403 as handler403,
)
from cpp_portal.urls import (
    handler404 as handler404,
)
from cpp_portal.urls import (
    handler500 as handler500,
)

FAILURES = {
    400: BadRequest(),
    403: PermissionDenied(),
    404: Http404(),
    413: RequestDataTooBig(),
    500: ValueError("a mistake"),
    503: OperationalError("out of reach"),
}


@login_not_required
def fail(request: HttpRequest, status: int) -> HttpResponse:
    raise FAILURES[status]


urlpatterns = [path("fail/<int:status>/", fail), *urls.urlpatterns]
