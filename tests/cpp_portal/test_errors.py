"""Every refusal and failure is said in plain English, in the portal's look."""

import io
import re

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError
from django.test import Client, RequestFactory, override_settings
from django.urls import include, path
from django.views.decorators.http import require_POST

from core.access import Role
from cpp_portal import errors

MEGABYTE = 1024 * 1024


def heading(response) -> str:
    return re.search(r"<h1[^>]*>(.*?)</h1>", response.content.decode())[1]


def refuse(request):
    raise PermissionDenied("Your account may not do this: manage indicators, targets and floors.")


def suspect(request):
    raise SuspiciousOperation("odd")


@require_POST
def take(request):
    """Never reached: the test opens it."""


def fail(request):
    raise ZeroDivisionError


def lose_database(request):
    raise OperationalError("connection refused")


class Broken:
    """The portal's addresses, and some that fail."""

    handler400 = errors.bad_request
    handler403 = errors.refused
    handler404 = errors.not_found
    handler500 = errors.server_error
    urlpatterns = [
        path("refuse/", refuse),
        path("suspect/", suspect),
        path("take/", take),
        path("fail/", fail),
        path("lose/", lose_database),
        path("", include("cpp_portal.urls")),
    ]


@pytest.fixture
def broken(client_as):
    with override_settings(ROOT_URLCONF=Broken):
        client = client_as(Role.MEMBER)
        client.raise_request_exception = False
        yield client


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/suspect/", 400, "Something in that request was not understood"),
        ("/refuse/", 403, "You do not have permission to do this"),
        ("/no-such-page/", 404, "We cannot find that page"),
        ("/take/", 405, "There is nothing to open at this address"),
        ("/fail/", 500, "Something went wrong on our side"),
        ("/lose/", 503, "The portal is not available at the moment"),
    ],
)
def test_error_has_its_page_in_the_look_of_all(broken, address: str, status: int, said: str) -> None:
    response = broken.get(address)

    assert (response.status_code, heading(response)) == (status, said)
    assert 'class="portal-header"' in response.content.decode()


def test_refusal_says_what_may_not_be_done(broken) -> None:
    assert (
        "<p>Your account may not do this: manage indicators, targets and floors.</p>"
        in broken.get("/refuse/").content.decode()
    )


def test_failure_gives_a_reference_that_stands_in_the_log(broken, caplog) -> None:
    page = broken.get("/fail/").content.decode()

    reference = re.search(r'portal-reference">([0-9A-F]{4}-[0-9A-F]{4})<', page)[1]
    assert f"Reference {reference}: /fail/ answered 500" in [record.getMessage() for record in caplog.records]


def test_lost_database_says_when_to_come_back(broken) -> None:
    assert broken.get("/lose/")["Retry-After"] == "10"


def test_failure_asks_neither_the_database_nor_who_is_reading(django_db_blocker) -> None:
    with django_db_blocker.block():
        response = errors.server_error(RequestFactory().get("/"))

    assert (response.status_code, heading(response)) == (500, "Something went wrong on our side")


def test_failure_is_told_even_when_the_styles_were_never_built(settings, tmp_path) -> None:
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}
    }

    response = errors.server_error(RequestFactory().get("/"))

    assert (response.status_code, heading(response)) == (500, "Something went wrong on our side")
    assert "portal-header" not in response.content.decode()


def test_form_without_its_token_is_refused_with_what_to_do(db) -> None:
    response = Client(enforce_csrf_checks=True).post("/accounts/login/", {"login": "a@council.example"})

    assert (response.status_code, heading(response)) == (403, "This page had been open too long")


@pytest.mark.parametrize(("megabytes", "status"), [(11, 404), (11 + 1 / MEGABYTE, 413), (50, 413)])
def test_body_above_the_limit_is_refused(client_as, settings, megabytes: float, status: int) -> None:
    settings.UPLOAD_LIMIT_MB = 10
    body = io.BytesIO(b"x" * round(megabytes * MEGABYTE))

    response = client_as(Role.MI_OFFICER).generic(
        "POST", "/no-such-page/", body.read(), "application/octet-stream"
    )

    assert response.status_code == status
    if status == 413:
        assert heading(response) == "The file is too large"
        assert "The largest file that the portal takes is 10 megabytes." in response.content.decode()


def test_too_many_tries_are_answered_in_the_look_of_all(rf, db) -> None:
    from allauth.core.internal.ratelimit import respond_429

    response = respond_429(rf.get("/accounts/login/"))

    assert (response.status_code, heading(response)) == (429, "Too many tries in a short time")
