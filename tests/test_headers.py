"""What every answer tells the browser. Of every address `tests/test_access.py` asks it; here are failures and files."""

import pytest
from csp.constants import NONE, SELF
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client, RequestFactory
from django.urls import reverse

from core.access import Role
from cpp_portal.sign_in import rate_limits
from tests.access_examples import EXAMPLES, PUBLIC
from tests.factories.people import UserFactory
from tests.failing_urls import FAILURES
from tests.safe_headers import NOT_KEPT, wrong_headers


@pytest.fixture
def administrator(db) -> Client:
    client = Client()
    client.force_login(UserFactory(roles=list(Role)))
    return client


def test_policy_lets_in_nothing_but_the_portals_own():
    policy = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]

    assert policy["default-src"] == [NONE]
    assert policy["style-src"] == policy["form-action"] == [SELF]
    assert policy["frame-ancestors"] == policy["base-uri"] == [NONE]
    assert {"'unsafe-inline'", "'unsafe-eval'"} & {
        str(s) for sources in policy.values() for s in sources
    } == set()


@pytest.mark.urls("tests.failing_urls")
@pytest.mark.parametrize("status", FAILURES)
@pytest.mark.parametrize("reader", ["nobody", "administrator"])
def test_page_of_a_failure_has_the_safe_headers_too(administrator, status, reader):
    client = administrator if reader == "administrator" else Client()
    client.raise_request_exception = False

    response = client.get(f"/fail/{status}/")

    assert (response.status_code, wrong_headers(response)) == (status, {})
    assert reader == "nobody" or response["Cache-Control"] == NOT_KEPT


@pytest.mark.urls("tests.failing_urls")
def test_page_of_a_failure_shows_the_number_to_ask_about(client, db):
    client.raise_request_exception = False

    response = client.get("/fail/500/")

    number = response["X-Request-ID"].upper()
    assert f"{number[:4]}-{number[4:8]}" in response.text


def test_page_for_too_many_requests_has_the_safe_headers_too(client, db, settings):
    settings.ACCOUNT_RATE_LIMITS = rate_limits(from_one_address=2)

    statuses = [client.post("/accounts/login/").status_code for _ in range(2)]
    response = client.post("/accounts/login/")

    assert (set(statuses), response.status_code, wrong_headers(response)) == ({200}, 429, {})


@pytest.mark.parametrize(("host", "status"), [("evil.example", 400), ("testserver", 200)])
def test_name_of_another_host_is_refused(client, db, host, status):
    response = client.get("/", HTTP_HOST=host)

    assert (response.status_code, wrong_headers(response)) == (status, {})


def test_form_without_its_token_is_refused(user_as):
    client = Client(enforce_csrf_checks=True)
    client.force_login(user_as(Role.ADMINISTRATOR))

    response = client.post(reverse("people:own_sign_out"))

    assert (response.status_code, wrong_headers(response)) == (403, {})
    assert client.get(reverse("people:own_account")).status_code == 200


@pytest.mark.parametrize("name", sorted(PUBLIC - EXAMPLES.keys()))
def test_address_of_a_request_is_its_own(client, db, name):
    first, second = client.get(reverse(name)), client.get(reverse(name))

    assert first["X-Request-ID"] != second["X-Request-ID"]


def test_styles_are_kept_by_the_browser_of_somebody_signed_in_too(administrator):
    signed_in, nobody = (client.get("/static/build/portal.css") for client in (administrator, Client()))

    assert (signed_in.status_code, signed_in["Cache-Control"]) == (200, nobody["Cache-Control"])
    assert signed_in["Cache-Control"].endswith(", public")
    signed_in.close()
    nobody.close()


def test_static_file_that_is_not_there_shows_a_page_that_is_not_kept(administrator):
    response = administrator.get("/static/build/nothing.css")

    assert (response.status_code, response["Cache-Control"]) == (404, NOT_KEPT)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/health/", "/nowhere/", "/accessibility/"])
def test_head_has_the_headers_of_get_and_no_body(path):
    """Through the WSGI door: Django's test client would take the body away itself."""
    told = {}

    def asked(method: str) -> bytes:
        def start_response(status: str, headers: list[tuple[str, str]]) -> None:
            told[method] = status, dict(headers).get("Content-Length")

        response = WSGIHandler()(RequestFactory().generic(method, path).environ, start_response)
        return b"".join(response)

    got, head = asked("GET"), asked("HEAD")

    assert (head, told["HEAD"]) == (b"", told["GET"])
    assert told["GET"][1] == str(len(got))
